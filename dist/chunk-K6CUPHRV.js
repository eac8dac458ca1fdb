// src/database/pg-delta.ts
import { extract, supabaseProfile } from "./vendor/supabase-pg-delta.js";
import {
  buildFactBase,
  deserializeSnapshot,
  diff,
  encodeId,
  filterDeltas,
  plan,
  resolveProfile,
  serializeSnapshot,
  supabaseProfile as supabaseProfile2
} from "./vendor/supabase-pg-delta.js";
import { resolveView } from "./vendor/supabase-pg-delta.js";
import { formatSqlStatements } from "./vendor/supabase-pg-delta.js";
var extractOver = ({ query }) => Reflect.apply(extract, void 0, [
  { connect: async () => ({ query, release: () => void 0 }) },
  { handlers: supabaseProfile.handlers }
]);

// src/database/embedded/memory.ts
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
  buildFactBase,
  deserializeSnapshot,
  diff,
  encodeId,
  filterDeltas,
  plan,
  resolveProfile,
  serializeSnapshot,
  supabaseProfile2 as supabaseProfile,
  resolveView,
  formatSqlStatements,
  collectGarbage
};
