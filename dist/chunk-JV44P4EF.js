import {
  groupBy
} from "./chunk-QDXR42BG.js";
import {
  UsageError
} from "./chunk-HIMI4JHW.js";

// src/config/project.ts
import { parse, TomlError } from "./vendor/smol-toml.js";
import * as v from "./vendor/valibot.js";
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
var INTEGER = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.digits(), v.transform(Number))]),
  v.integer()
);
var FLAG = v.union([
  v.boolean(),
  v.pipe(
    v.picklist(["true", "false"]),
    v.transform((text) => text === "true")
  )
]);
var NAMES = v.union([v.array(v.string()), v.pipe(v.string(), v.transform(splitAtCommas))]);
var CONFIG = v.object({
  project_id: v.optional(v.string()),
  api: v.optional(
    v.object({
      enabled: v.optional(FLAG, true),
      schemas: v.optional(NAMES, ["public", "graphql_public"]),
      extra_search_path: v.optional(NAMES, ["public", "extensions"])
    }),
    {}
  ),
  db: v.optional(
    v.object({
      major_version: v.optional(INTEGER, 17),
      port: v.optional(INTEGER, 54322),
      migrations: v.optional(v.object({ enabled: v.optional(FLAG, true) }), {}),
      seed: v.optional(
        v.object({ enabled: v.optional(FLAG, true), sql_paths: v.optional(NAMES, ["./seed.sql"]) }),
        {}
      )
    }),
    {}
  )
});
var SETTINGS_READ = /^(project_id|api\.(enabled|schemas|extra_search_path)|db\.(major_version|port|migrations\.enabled|seed\.(enabled|sql_paths)))$/;
function parseConfig(text, path) {
  const { table, fromEnvironment } = withoutEnvironment(parseToml(text, path));
  const { output, success, issues } = v.safeParse(CONFIG, table);
  if (!success) {
    throw new UsageError({
      message: `\`${v.getDotPath(issues[0])}\` in ${path} is of the wrong kind: ${issues[0].message.replace(/^Invalid type: E/, "e")}.`,
      remedy: "Correct the value: https://supabase.com/docs/guides/local-development/cli/config lists them all."
    });
  }
  return {
    present: true,
    ...output.project_id === void 0 ? {} : { projectId: output.project_id },
    majorVersion: output.db.major_version,
    port: output.db.port,
    apiEnabled: output.api.enabled,
    apiSchemas: output.api.schemas,
    extraSearchPath: output.api.extra_search_path,
    migrationsEnabled: output.db.migrations.enabled,
    seed: { enabled: output.db.seed.enabled, sqlPaths: output.db.seed.sql_paths },
    fromEnvironment: fromEnvironment.filter((key) => SETTINGS_READ.test(key))
  };
}
var configWhenAbsent = () => ({
  ...parseConfig("", "config.toml"),
  present: false,
  apiSchemas: []
});
var defaultSchemas = (config) => [.../* @__PURE__ */ new Set(["public", ...config.apiSchemas])].sort();
var MIGRATION_NAME = /^([0-9]+)_([^\n]*)\.sql$/;
var OLD_INIT = /([0-9]{14})_init\.sql/;
var FIRST_KEPT_INIT = 20211209e6;
function listMigrations(names) {
  const migrations = [];
  const skipped = [];
  for (const [position, file] of [...names].sort(byBytes).entries()) {
    if (file.endsWith("/")) continue;
    const [, version, name] = MIGRATION_NAME.exec(file) ?? [];
    if (position === 0 && Number(OLD_INIT.exec(file)?.[1] ?? FIRST_KEPT_INIT) < FIRST_KEPT_INIT)
      skipped.push({ file, reason: "a first file `<timestamp>_init.sql` from before 2021-12-09 is skipped" });
    else if (version !== void 0 && name !== void 0) migrations.push({ file, version, name });
    else if (/\.sql$/i.test(file))
      skipped.push({ file, reason: "the file name must match `<timestamp>_name.sql`" });
  }
  const byVersion = groupBy(migrations, ({ version }) => version);
  return {
    migrations,
    skipped,
    duplicates: [...byVersion].filter(([, sharing]) => sharing.length > 1).map(([version, sharing]) => ({ version, files: sharing.map(({ file }) => file) })),
    mixedPrefixes: new Set(migrations.map(({ version }) => version.length)).size > 1
  };
}
var byBytes = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));
function splitAtCommas(text) {
  return text.split(",").map((part) => part.trim()).filter((part) => part !== "");
}
function parseToml(text, path) {
  try {
    return parse(text);
  } catch (cause) {
    if (!(cause instanceof TomlError)) throw cause;
    const reason = cause.message.split("\n")[0]?.replace("Invalid TOML document: ", "");
    throw new UsageError({
      message: `${path} is not TOML: line ${cause.line}, column ${cause.column}: ${reason}.`,
      remedy: "Correct the line; `supabase` itself refuses the file too."
    });
  }
}
function withoutEnvironment(table, prefix = "") {
  const kept = {};
  const fromEnvironment = [];
  for (const [key, value] of Object.entries(table)) {
    if ([value].flat().some(isFromEnvironment)) fromEnvironment.push(prefix + key);
    else if (isTable(value)) {
      const inner = withoutEnvironment(value, `${prefix}${key}.`);
      kept[key] = inner.table;
      fromEnvironment.push(...inner.fromEnvironment);
    } else kept[key] = value;
  }
  return { table: kept, fromEnvironment };
}
var isFromEnvironment = (value) => typeof value === "string" && /^env\(.*\)$/.test(value);
var isTable = (value) => typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);

export {
  PLATFORM_SCHEMAS,
  parseConfig,
  configWhenAbsent,
  defaultSchemas,
  listMigrations
};
