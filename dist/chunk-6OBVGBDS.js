// src/database/pg-delta.ts
import {
  extract,
  plan,
  resolveProfile,
  supabaseProfile
} from "./vendor/supabase-pg-delta.js";
import {
  buildFactBase,
  deserializeSnapshot,
  diff,
  encodeId,
  filterDeltas,
  plan as plan2,
  serializeSnapshot
} from "./vendor/supabase-pg-delta.js";
import { resolveView } from "./vendor/supabase-pg-delta.js";
import { formatSqlStatements } from "./vendor/supabase-pg-delta.js";
var extractOver = ({ query }) => Reflect.apply(extract, void 0, [
  { connect: async () => ({ query, release: () => void 0 }) },
  { handlers: supabaseProfile.handlers }
]);
var IN_SCHEMAS = [
  "schema",
  "table",
  "view",
  "materializedView",
  "foreignTable",
  "sequence",
  "function",
  "procedure",
  "aggregate",
  "type",
  "domain",
  "collation"
];
var OF_SUPABASE = { id: supabaseProfile.id, ...supabaseProfile.policy };
var PLATFORM = [...OF_SUPABASE.assumedSchemas ?? []];
var PLATFORM_ROLES = ["pg_*", ...OF_SUPABASE.assumedRoles ?? []];
var POLICY = {
  ...OF_SUPABASE,
  filter: [
    { match: { all: [{ kind: "policy" }, { schema: ["storage", "realtime"] }] }, action: "include" },
    {
      match: {
        all: [{ kind: "table" }, { schema: "storage" }, { name: ["objects", "buckets"] }, { verb: "set" }]
      },
      action: "include"
    },
    {
      match: {
        all: [{ kind: "membership" }, { not: { idField: { field: "role", glob: PLATFORM_ROLES } } }]
      },
      action: "include"
    },
    {
      match: {
        all: [{ kind: IN_SCHEMAS }, { not: { any: [{ schema: PLATFORM }, { kind: "schema" }] } }]
      },
      action: "include"
    },
    { match: { all: [{ kind: "schema" }, { not: { name: PLATFORM } }] }, action: "include" },
    ...OF_SUPABASE.filter ?? []
  ]
};
async function planBetween(from, to) {
  const profile = { id: supabaseProfile.id, handlers: supabaseProfile.handlers };
  const { planOptions } = await Reflect.apply(resolveProfile, void 0, [void 0, profile]);
  return plan(from, to, { ...planOptions, policy: POLICY });
}

// src/database/memory.ts
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
var MUCH = 150 * 2 ** 20;
function collectGarbage() {
  if (process.memoryUsage().heapUsed < MUCH) return;
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc");
  if (typeof collect === "function") collect();
}

export {
  extractOver,
  POLICY,
  planBetween,
  buildFactBase,
  deserializeSnapshot,
  diff,
  encodeId,
  filterDeltas,
  serializeSnapshot,
  resolveView,
  formatSqlStatements,
  collectGarbage
};
