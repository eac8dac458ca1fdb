// src/database/typegen.ts
import { generateTypescript, introspect, sortGeneratorMetadata } from "./vendor/supabase-postgrest-typegen.js";
var GENERATOR = "@supabase/postgrest-typegen 0.2.2";
async function generateTypes(session, schemas) {
  await helpPlanner(session);
  return await readTypes(session, schemas);
}
async function readTypes(session, schemas) {
  const metadata = await introspect(
    { query: (sql) => session.query(whoeverAsks(withAllForeignKeys(sql))) },
    { includedSchemas: [...schemas] }
  );
  return await generateTypescript(sortGeneratorMetadata(metadata), {
    detectOneToOneRelationships: true,
    defaultSchema: schemas.includes("public") ? "public" : schemas[0] ?? "public",
    format: async (text) => text
  });
}
var OF_SCHEMAS = /(?<schema>\bconnamespace::regnamespace::text|\bns1\.nspname) IN \((?:,?\s*E?'(?:[^']|'')*')+\)/g;
var withAllForeignKeys = (sql) => sql.replaceAll(OF_SCHEMAS, "$<schema> NOT IN ('information_schema', 'pg_catalog', 'pg_toast')");
var whoeverAsks = (sql) => sql.replaceAll(/\bpg_has_role\(\w+\.(?:nsp|rel)owner, 'USAGE'\)/g, "true");
var MANY_COLUMNS = 8e3;
async function helpPlanner(session) {
  const { rows } = await session.query(
    `select count(*) > ${MANY_COLUMNS} as many from pg_catalog.pg_attribute`
  );
  if (rows[0]?.many) await session.run("analyze pg_catalog.pg_attribute, pg_catalog.pg_class");
}

export {
  GENERATOR,
  generateTypes,
  readTypes
};
