import {
  groupBy
} from "./chunk-CC5WXE67.js";
import {
  EnvironmentError,
  UsageError,
  messageOf
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

// src/migrations/migration.ts
var fileOf = (name) => name === "roles.sql" ? `supabase/${name}` : `supabase/migrations/${name}`;

// src/database/platform/extension-versions.ts
var FOLDER = "/pglite/share/postgresql/extension";
var NAME = /"[^"]+"|[a-z_][\w$-]*/i;
var VERSION = /'[^']+'|"[^"]+"|[a-z_][\w$.-]*/i;
var ASKED = new RegExp(
  `\\b(?:create\\s+extension\\s+(?:if\\s+not\\s+exists\\s+)?(?<created>${NAME.source})[^;']*?\\sversion\\s+|alter\\s+extension\\s+(?<altered>${NAME.source})\\s+update\\s+to\\s+)(?<version>${VERSION.source})`,
  "gi"
);
function versionsAskedIn(texts) {
  const asked = [...texts].flatMap(
    (text) => [...text.matchAll(ASKED)].map(
      ({ groups }) => `${unquoted(groups?.created ?? groups?.altered ?? "")}=${unquoted(groups?.version ?? "")}`
    )
  );
  return [...new Set(asked)];
}
function layVersions(asked, files) {
  const present = new Set(files.readdir(FOLDER));
  for (const [name, version] of asked.map((one) => one.split("="))) {
    if (name === void 0 || version === void 0 || !isFileName(version)) continue;
    const known = [...present].some(
      (file) => file.startsWith(`${name}--`) && file.endsWith(`--${version}.sql`)
    );
    if (known || !present.has(`${name}.control`)) continue;
    const have = defaultVersion(files.readFile(`${FOLDER}/${name}.control`, { encoding: "utf8" }));
    if (have === void 0) continue;
    for (const [from, to] of [
      [have, version],
      [version, have]
    ])
      files.writeFile(`${FOLDER}/${name}--${from}--${to}.sql`, "");
  }
}
var isFileName = (version) => /^[\w.]+(-[\w.]+)*$/.test(version);
var defaultVersion = (control) => /^\s*default_version\s*=\s*'([^']+)'/m.exec(control)?.[1];
var unquoted = (name) => /^["']/.test(name) ? name.slice(1, -1) : name.toLowerCase();

// src/database/platform/bundles.ts
var AT_HOME = "@home";
function bundlesFor(extensions, indexJson) {
  const { bundles, requires } = JSON.parse(indexJson);
  const files = /* @__PURE__ */ new Set();
  const queue = [...extensions];
  for (const wanted of queue) {
    const name = Object.hasOwn(bundles, wanted) ? wanted : wanted.replace(AT_HOME, "");
    const file = Object.hasOwn(bundles, name) ? bundles[name] : void 0;
    if (file === void 0 || files.has(file)) continue;
    files.add(file);
    queue.push(...Object.hasOwn(requires, name) ? requires[name] ?? [] : []);
  }
  return [...files];
}
var NAME2 = /"[^"]+"|'[^']+'|[a-z_][\w$-]*/i;
var CREATE_EXTENSION = new RegExp(
  `create\\s+extension\\s+(?:if\\s+not\\s+exists\\s+)?(?<name>${NAME2.source})(?<place>\\s+(?:with\\s+)?schema\\s)?`,
  "gi"
);
var ALTER_EXTENSION = new RegExp(`alter\\s+extension\\s+(?<name>${NAME2.source})`, "gi");
var CALLS_OF_PREINSTALLED = [
  ["uuid-ossp", /\buuid_(generate|ns|nil)/i],
  [
    "pgcrypto",
    /\b(crypt|gen_salt|digest|hmac|gen_random_bytes|encrypt(_iv)?|decrypt(_iv)?|armor|dearmor|pgp_\w+)"?\s*\(/i
  ]
];
function extensionsNamedIn(texts) {
  const all = [...texts];
  const namesPlace = /* @__PURE__ */ new Map();
  for (const text of all) {
    for (const { groups } of text.matchAll(CREATE_EXTENSION)) {
      const name = unquoted2(groups?.name ?? "");
      namesPlace.set(name, groups?.place !== void 0 || namesPlace.get(name) === true);
    }
    const altered = [...text.matchAll(ALTER_EXTENSION)].map(({ groups }) => unquoted2(groups?.name ?? ""));
    const called = CALLS_OF_PREINSTALLED.filter(([, call]) => call.test(text)).map(
      ([extension]) => extension
    );
    for (const name of [...altered, ...called]) if (!namesPlace.has(name)) namesPlace.set(name, true);
  }
  const names = [...namesPlace].map(([name, place]) => place ? name : name + AT_HOME);
  return [...names, ...versionsAskedIn(all)];
}
var unquoted2 = (name) => /^["']/.test(name) ? name.slice(1, -1) : name.toLowerCase();

// src/database/start-failure.ts
var startFailure = (cause) => new EnvironmentError({
  message: `The embedded database did not start: ${messageOf(cause).replace(/\.$/, "")}.`,
  remedy: "Check that dist/ is whole (npm run build) and that 1 GiB of memory is free.",
  cause
});

export {
  PLATFORM_SCHEMAS,
  parseConfig,
  configWhenAbsent,
  defaultSchemas,
  listMigrations,
  fileOf,
  layVersions,
  bundlesFor,
  extensionsNamedIn,
  startFailure
};
