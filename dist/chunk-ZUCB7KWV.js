// src/supabase/schemas.ts
var PLATFORM_SCHEMAS = /* @__PURE__ */ new Set([
  "_analytics",
  "_realtime",
  "_supavisor",
  "auth",
  "cron",
  "dbdev",
  "extensions",
  "graphql",
  "graphql_public",
  "net",
  "pgbouncer",
  "pgmq",
  "pgmq_public",
  "pgsodium",
  "pgsodium_masks",
  "pgtle",
  "realtime",
  "storage",
  "supabase_functions",
  "supabase_migrations",
  "vault"
]);
var EXTENSION_SCHEMAS = /* @__PURE__ */ new Set([
  "ag_catalog",
  "repack",
  "tiger",
  "tiger_data",
  "timescaledb_experimental",
  "timescaledb_information",
  "topology"
]);
var isFilledByOthers = (schema) => PLATFORM_SCHEMAS.has(schema) || EXTENSION_SCHEMAS.has(schema) || schema === "information_schema" || schema.startsWith("pg_") || schema.startsWith("_timescaledb");

export {
  PLATFORM_SCHEMAS,
  isFilledByOthers
};
