import {
  extensionsNamedIn,
  startFailure
} from "./chunk-MH5CAUYB.js";
import {
  RULES,
  formatObjectId,
  longestRun,
  makeFinding,
  named,
  owningObject,
  parseProse,
  quoteCode,
  visible,
  visibleJson,
  visibleLines
} from "./chunk-PDDEWVXZ.js";
import {
  byText,
  groupBy
} from "./chunk-CC5WXE67.js";
import {
  EnvironmentError,
  UsageError,
  isKnownError,
  messageOf
} from "./chunk-DUT2HOCF.js";

// src/command-line.ts
import { Command, CommanderError } from "./vendor/commander.js";
import { createColors } from "./vendor/picocolors.js";

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
  const { table: table2, fromEnvironment } = withoutEnvironment(parseToml(text, path));
  const { output, success, issues } = v.safeParse(CONFIG, table2);
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
function withoutEnvironment(table2, prefix = "") {
  const kept = {};
  const fromEnvironment = [];
  for (const [key, value] of Object.entries(table2)) {
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

// src/commands/replay-findings.ts
var FOLDER = "supabase/migrations";
var MISSING_OBJECT = /* @__PURE__ */ new Set(["42P01", "42704", "3F000", "42883"]);
async function replayFindings(project, plan, failure, knownObjects) {
  refuseOwnLimits(failure);
  const duplicates = duplicateFindings(project);
  if (failure.sqlState === "23505" && failure.statement === "" && duplicates.length > 0) return duplicates;
  const missing = MISSING_OBJECT.has(failure.sqlState) ? await missingObjectFindings(plan, knownObjects) : [];
  return [...duplicates, failedStatement(failure), ...missing];
}
function duplicateFindings({ duplicates }) {
  return duplicates.map(({ version, files }) => {
    const [first = "", second = ""] = files;
    return makeFinding({
      ruleId: "duplicate-version",
      subject: { kind: "file", name: `${FOLDER}/${second}` },
      location: { file: `${FOLDER}/${second}`, line: 1 },
      message: `Version ${version} stands twice: ${named(first)} and ${named(second)}.`,
      salient: [version]
    });
  });
}
var fileOf = (name) => name === "roles.sql" ? `supabase/${name}` : `${FOLDER}/${name}`;
function failedStatement({
  file,
  line,
  column,
  statement,
  sqlState,
  message,
  detail,
  hint
}) {
  return makeFinding({
    ruleId: "replay-failed",
    subject: { kind: "file", name: fileOf(file) },
    location: { file: fileOf(file), line, column },
    message: `${named(fileOf(file))} fails at line ${line}, column ${column}: ${message} (SQLSTATE ${sqlState}).`,
    details: [statement, detail, hint].flatMap((text) => text ? [text] : []),
    salient: [sqlState, message]
  });
}
async function missingObjectFindings({ migrations }, knownObjects) {
  const { missingObjects } = await import("./references-YGG5ATDQ.js");
  const missing = await missingObjects(migrations, await knownObjects());
  return missing.map(({ kind, schema, name, references, createdLater }) => {
    const [first] = references;
    const places = references.length === 1 ? "place" : "places";
    const subject = { kind: kind === "type" ? "composite-type" : "table", schema, name };
    return makeFinding({
      ruleId: "base-schema-drift",
      subject,
      ...first && { location: { file: fileOf(first.file), line: first.line, column: first.column } },
      message: createdLater ? `${kind} ${named(formatObjectId(subject))} is used in ${references.length} ${places} before ${named(createdLater.file)} creates it.` : `${kind} ${named(formatObjectId(subject))} is used in ${references.length} ${places}, and no earlier migration creates it: its base schema was made outside Git.`,
      details: references.map(
        (reference) => `${fileOf(reference.file)}:${reference.line}: ${reference.statement}`
      )
    });
  });
}
var NOT_CARRIED = [
  /^extension "[^"]+" is not available$/,
  /could not (open extension control|access|load|find) .*(\.so|\.control)?"/,
  /^collation "[^"]+" .*does not exist$/
];
var OWN_FAILURE = /^(XX|58|53)/;
function refuseOwnLimits({ file, line, message, sqlState }) {
  if (!OWN_FAILURE.test(sqlState) && !NOT_CARRIED.some((pattern) => pattern.test(message))) return;
  throw new EnvironmentError({
    message: `The embedded database cannot replay ${fileOf(file)} (line ${line}): ${visible(message)}.`,
    remedy: "Check this project on the local stack (`supabase db reset`, then `supabase gen types`) until the embedded database can."
  });
}

// src/commands/stopwatch.ts
function stopwatch(now) {
  const all = {};
  const timed = async (phase, run) => {
    const start = now();
    all[phase] = 0;
    try {
      return await run();
    } finally {
      all[phase] = Math.round(now() - start);
    }
  };
  return Object.assign(timed, { all });
}

// src/commands/comparison.ts
async function compareProject(project, named2, { openShadow: openShadow2, onProgress, now }) {
  const plan = {
    migrations: project.migrations,
    ...project.roles !== void 0 && { roles: project.roles }
  };
  const shadow = openShadow2(plan);
  try {
    return await compareWith({ project, plan, named: named2, shadow, onProgress, timed: stopwatch(now) });
  } finally {
    await shadow.close();
  }
}
async function compareWith(work) {
  const { project, plan, shadow, onProgress, timed } = work;
  const total = plan.migrations.length;
  onProgress("Replaying migrations", 0, total);
  const starting = timed("start", () => shadow.postgresVersion());
  const replaying = timed(
    "replay",
    () => shadow.replay(plan, (done) => onProgress("Replaying migrations", done, total))
  );
  for (const promise of [starting, replaying]) promise.catch(() => void 0);
  const types = await timed("load", () => import("./comparison-QWKUW2P2.js"));
  const committed = project.typesFiles.map((file) => ({
    file,
    types: types.parseTypes(file.text, file.path)
  }));
  const postgresVersion = await starting;
  const outcome = await replaying;
  if (outcome.status === "failed") return await stoppedReplay(work, outcome, postgresVersion);
  return await compareFiles(work, types, committed, postgresVersion);
}
async function stoppedReplay({ project, plan, shadow, timed }, failure, postgresVersion) {
  return {
    findings: await replayFindings(project, plan, failure, () => shadow.objects()),
    notices: [],
    notRun: [{ part: "types", reason: "the migrations could not be replayed to the end" }],
    schemas: [],
    engine: { postgresVersion },
    timings: timed.all,
    files: []
  };
}
async function compareFiles({ project, named: named2, shadow, onProgress, timed }, types, committed, postgresVersion) {
  onProgress("Generating types");
  const choice = { named: named2, expected: defaultSchemas(project.config), platform: PLATFORM_SCHEMAS };
  const wanted = [...new Set(committed.flatMap((one) => types.schemasToGenerate(one.types, choice)))].sort();
  const { text, generator } = await timed("generate", () => shadow.generateTypes(wanted));
  const generated = types.parseTypes(text, "the generated types", true);
  refuseNothing(generated, wanted);
  const compared = await timed(
    "compare",
    async () => committed.map((one) => ({ file: one.file, ...types.compareTypes(one.types, generated, choice) }))
  );
  const schemas = [...new Set(compared.flatMap((one) => one.schemas))].sort();
  return {
    findings: withFiles(
      compared.map(({ file, changes }) => ({ path: file.path, findings: changes.map(types.findingOf) }))
    ),
    notices: distinct(compared.flatMap(({ notices }) => notices)),
    notRun: [],
    schemas,
    engine: { postgresVersion, generator },
    timings: timed.all,
    compared: types.countObjects(generated, schemas),
    files: compared,
    generated: text
  };
}
function refuseNothing({ schemas: found }, schemas) {
  if (found.size > 0) return;
  throw new EnvironmentError({
    message: `None of the schemas ${schemas.join(", ")} exists in the database that the migrations build.`,
    remedy: "Name schemas that the migrations create with --schema, or mend api.schemas in supabase/config.toml."
  });
}
function withFiles(files) {
  if (files.length < 2) return files.flatMap(({ findings }) => findings);
  const merged = /* @__PURE__ */ new Map();
  for (const { path, findings } of files) {
    for (const finding of findings) {
      const known = merged.get(finding.fingerprint) ?? finding;
      merged.set(finding.fingerprint, { ...known, details: [...known.details ?? [], `in ${path}`] });
    }
  }
  return [...merged.values()];
}
var distinct = (notices) => [
  ...new Map(notices.map((notice) => [notice.message, notice])).values()
];

// src/commands/check.ts
async function check(options, ports) {
  const { project, comparison: comparison2 } = await readAndCompare(options, ports);
  return reportOf("check", project, comparison2, options.repeat);
}
async function readAndCompare({ schema }, ports) {
  const started = ports.now();
  ports.onProgress("Reading the project");
  const project = ports.discover();
  const discover = Math.round(ports.now() - started);
  const comparison2 = await compareProject(project, schema, ports);
  const timings = { discover, ...comparison2.timings, total: Math.round(ports.now() - started) };
  return { project, comparison: { ...comparison2, timings } };
}
function reportOf(command, project, comparison2, repeat) {
  const { findings, notices, notRun, schemas, engine, timings, files, compared } = comparison2;
  const isRepairable = files.some(({ changes }) => changes.length > 0);
  return {
    schemaVersion: 1,
    command,
    status: findings.length === 0 ? "in-sync" : "drifted",
    findings,
    notices: [...project.notices, ...notices],
    notRun,
    project: {
      directory: project.shownDirectory,
      migrations: project.migrations.length,
      types: project.typesFiles.flatMap(({ path, copies }) => [path, ...copies]),
      schemas
    },
    engine: { database: "embedded", resetWith: "built-in", ...engine },
    ...compared && { compared },
    timings,
    ...isRepairable && { repair: `drift-gate fix${repeat}` }
  };
}

// src/config/log-lines.ts
var LOG_LINES = [
  /^Need to install the following packages:?/,
  /^supabase@\S+$/,
  /^Ok to proceed\? \(y\)/,
  /^A new version of Supabase CLI is available/,
  /^We recommend updating regularly for new features/,
  /^(Connecting to|Initialising login role|Using workdir|Using profile:|Target:|Selected project:|Linked to project)( |\.|$)/,
  /^Finished supabase /,
  /^Generated TypeScript is unformatted\./,
  /^--?[\w-]+ (isn't needed|is deprecated)/,
  /^Flag --[\w-]+ has been deprecated/,
  /^(WARN|WARNING|INFO|ERROR):? /,
  /^[│┌└├╭╰◇◆▲●■○✔✓]/u,
  /^\(node:\d+\) /,
  /^\(Use `node --trace-/,
  /^npm (warn|notice|info|error|err!)/i,
  /^> \S/,
  /^\$ \S/,
  /^yarn run v\d/,
  /^info Visit https:\/\/yarnpkg\.com/,
  /^✨? *Done in [\d.]+m?s/u,
  /^\[dotenv@\S+\] /
];
var COLOUR = /\u001b\[[0-9;]*m/g;
function stripLogLines(text) {
  const lines = text.split("\n");
  const numbered = lines.map((line, position) => ({
    line: line.replace(COLOUR, "").trim(),
    at: position + 1
  }));
  const leading = logRun(numbered);
  const trailing = logRun(numbered.slice(leading.length).reverse());
  const kept = lines.slice(leading.length, lines.length - trailing.length);
  if (trailing.length > 0 && kept.length > 0) kept.push("");
  return {
    text: kept.join("\n"),
    stripped: [...leading, ...trailing.reverse()].filter(({ line }) => line !== "").map(({ at }) => at)
  };
}
function logRun(numbered) {
  const isLog = ({ line }) => LOG_LINES.some((pattern) => pattern.test(line));
  const end = numbered.findIndex((entry) => entry.line !== "" && !isLog(entry));
  const run = numbered.slice(0, end === -1 ? numbered.length : end);
  return run.slice(0, run.findLastIndex(isLog) + 1);
}

// src/config/decode.ts
var startsWith = (bytes, ...mark) => mark.every((byte, position) => bytes[position] === byte);
function markedEncoding(bytes) {
  if (startsWith(bytes, 239, 187, 191)) return "utf-8";
  if (startsWith(bytes, 255, 254)) return "utf-16le";
  if (startsWith(bytes, 254, 255)) return "utf-16be";
  return void 0;
}
function decodeText(bytes, path, noun = "types file") {
  const encoding = markedEncoding(bytes);
  if (encoding === void 0 || encoding === "utf-8")
    return decodeUtf8(bytes, path, noun).replace(/^\uFEFF/, "");
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.includes("\0")) throw notText(path, noun);
  return text;
}
function decodeUtf8(bytes, path, noun) {
  if (bytes.includes(0)) throw notText(path, noun);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const [before = ""] = new TextDecoder("utf-8").decode(bytes).split("\uFFFD", 1);
    throw new UsageError({
      message: `${path}, a ${noun}, is not UTF-8: line ${before.split("\n").length} has bytes that are no character.`,
      remedy: `Save the ${noun} as UTF-8.`
    });
  }
}
function encodeLike(original, text) {
  const encoding = markedEncoding(original);
  if (encoding === void 0) return Buffer.from(text, "utf8");
  if (encoding === "utf-8") return Buffer.from(`\uFEFF${text}`, "utf8");
  const littleEndian = Buffer.from(`\uFEFF${text}`, "utf16le");
  return encoding === "utf-16le" ? littleEndian : littleEndian.swap16();
}
var notText = (path, noun) => new UsageError({
  message: `${path}, a ${noun}, is not text: it holds NUL bytes.`,
  remedy: `Name another file, or save the ${noun} as UTF-8 text.`
});

// src/config/types-file.ts
var GENERATE_TYPES = "`supabase gen types --local > FILE`";
function readTypes(bytes, path) {
  const whole = decodeText(bytes, path);
  const { text, stripped } = stripLogLines(whole);
  refuseEmpty(text, whole, path);
  refuseErrorMessage(text, path);
  return { path, text, stripped };
}
function refuseErrorMessage(text, path) {
  const trimmed = text.trim();
  if (!trimmed.startsWith("{")) return;
  const said = jsonMessage(trimmed);
  if (said === void 0 && !trimmed.startsWith('{"_tag"')) return;
  throw new UsageError({
    message: `${path} holds an error message of the Supabase CLI in place of types: ${said ?? "it is cut off"}.`,
    remedy: `Restore the file from Git, or write it again with ${GENERATE_TYPES}, adding \`--agent no\`.`
  });
}
function refuseEmpty(text, whole, path) {
  if (text.trim() !== "") return;
  const what = whole.trim() === "" ? "is empty" : "holds only log lines of the Supabase CLI";
  throw new UsageError({
    message: `Types file ${path} ${what}.`,
    remedy: `Restore the file from Git, or write it again with ${GENERATE_TYPES}.`
  });
}
var linesOf = (text) => text.replaceAll("\r\n", "\n").trim();
function groupCopies(candidates) {
  const sorted = [...candidates].sort((a, b) => byText(a.path, b.path));
  const groups = groupBy(sorted, ({ text }) => linesOf(text));
  return [...groups.values()].flatMap(
    ([first, ...others]) => first === void 0 ? [] : [{ path: first.path, text: first.text, copies: others.map(({ path }) => path) }]
  );
}
function chooseTypes(candidates, searched) {
  const [only, ...others] = groupCopies(candidates);
  if (only === void 0) {
    throw new UsageError({
      message: `No generated types were found in ${searched}: no TypeScript file, apart from those that .gitignore names, declares a \`Database\` with \`Tables\` and \`Row\`.`,
      remedy: `Name the file with \`--types FILE\`, or generate it with ${GENERATE_TYPES} and commit it.`
    });
  }
  if (others.length === 0) return only;
  const paths = [only, ...others].flatMap(({ path, copies }) => [path, ...copies]);
  throw new UsageError({
    message: `Generated types were found in ${paths.length} files that differ: ${namedList(paths)}.`,
    remedy: "Name the one to check with `--types FILE`, or delete the others."
  });
}
var namedList = (names) => names.length <= 10 ? names.join(", ") : `${names.slice(0, 10).join(", ")} and ${names.length - 10} more`;
function jsonMessage(text) {
  const value = parsedJson(text);
  const error = member(value, "error");
  const said = [member(error, "message"), member(value, "message"), member(error, "code"), error];
  return said.find((candidate) => typeof candidate === "string")?.replace(/[\s.]+$/, "");
}
function parsedJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
var member = (value, key) => typeof value === "object" && value !== null ? new Map(Object.entries(value)).get(key) : void 0;

// src/commands/fix.ts
async function fix(options, ports) {
  const { project, comparison: comparison2 } = await readAndCompare(options, ports);
  const report = reportOf("fix", project, comparison2, options.repeat);
  const { generated } = comparison2;
  if (generated === void 0) return { report, patch: "" };
  const files = ports.filesOf(project);
  const edits = await editsOf(comparison2.files, generated, files);
  const patch = edits.map(({ patch: text }) => text).join("");
  if (options.dryRun) return { report, patch };
  for (const { path, after } of edits) await files.replaceText(path, after);
  return { report: repaired(report, edits), patch };
}
async function editsOf(compared, generated, files) {
  const [{ editTypes }, { parseTypes }, { unifiedDiff }] = await Promise.all([
    import("./edit-RJK2CHLP.js"),
    import("./parse-T36P34GW.js"),
    import("./patch-7RLDZTLZ.js")
  ]);
  const edits = [];
  for (const { file, changes } of compared) {
    if (changes.length === 0) continue;
    for (const path of [file.path, ...file.copies]) {
      const before = stripLogLines(await files.readText(path)).text;
      if (linesOf(before) !== linesOf(file.text)) throw changedMeanwhile(path);
      const after = editTypes(before, generated, changes, path);
      parseTypes(after, path);
      edits.push({ path, changes: changes.length, after, patch: unifiedDiff(path, before, after) });
    }
  }
  return edits;
}
var changedMeanwhile = (path) => new UsageError({
  message: `${path} was changed while it was compared, so nothing was written.`,
  remedy: "Run `drift-gate fix` again."
});
function repaired(report, edits) {
  const { repair: _, ...rest } = report;
  const findings = report.findings.filter(({ subject }) => subject.kind === "file");
  const written2 = edits.map(({ path, changes }) => ({
    code: "written",
    message: `Wrote ${named(path)}: ${changes} ${changes === 1 ? "change" : "changes"}.`
  }));
  const status = findings.length === 0 ? "in-sync" : "drifted";
  return { ...rest, status, findings, notices: [...written2, ...report.notices] };
}

// src/config/options.ts
import * as v2 from "./vendor/valibot.js";

// src/formats.ts
var FORMATS = ["text", "json", "markdown"];

// src/config/options.ts
var OPTIONS = {
  project: {
    flag: "--project <dir>",
    description: "folder that holds supabase/",
    fallback: ".",
    remedy: "Give the folder that holds `supabase/`, or leave `--project` out to take the current one."
  },
  types: {
    flag: "--types <file>",
    description: "committed types file; searched for when not given",
    repeatable: true,
    remedy: "Give the path of the file, or leave `--types` out to have it searched for."
  },
  schema: {
    flag: "--schema <name>",
    description: "schema to check; by default public and those of api.schemas in config.toml",
    repeatable: true,
    remedy: "Give the name of a schema, or leave `--schema` out."
  },
  database: {
    flag: "--database <where>",
    description: "embedded, or, in a later version, local-stack or a postgresql:// URL",
    fallback: "embedded",
    remedy: "Leave `--database` out: the embedded database needs nothing installed."
  },
  resetWith: {
    flag: "--reset-with <what>",
    description: "what replays the migrations: built-in, or, in a later version, supabase-cli",
    fallback: "built-in",
    remedy: "Leave `--reset-with` out: the built-in replay follows the rules of `supabase db reset`."
  },
  format: {
    flag: "--format <format>",
    description: "format on standard output: text, json or markdown",
    fallback: "text",
    remedy: "Give `text`, `json` or `markdown`."
  },
  output: {
    flag: "--output <format=file>",
    description: "write the report to a file too, json=report.json",
    repeatable: true,
    remedy: "Write it as FORMAT=FILE, `--output json=report.json`, with text, json or markdown."
  },
  quiet: {
    flag: "--quiet",
    description: "no progress on standard error",
    remedy: "Give `--quiet` alone, or leave it out."
  },
  dryRun: {
    flag: "--dry-run",
    description: "print what would change as a unified diff, and write nothing",
    only: "fix",
    remedy: "Give `--dry-run` alone, or leave it out."
  }
};
var FILLED = v2.pipe(v2.string(), v2.trim(), v2.nonEmpty("names nothing"));
var PATH = v2.pipe(
  FILLED,
  v2.check((text) => !/^[a-z][a-z0-9+.-]*:\/\//i.test(text), "was given a URL, not a path")
);
var DATABASE = v2.pipe(
  v2.string(),
  v2.check((text) => text !== "local-stack", "was given `local-stack`, which is not available yet"),
  v2.check(
    (text) => !/^postgres(ql)?:\/\//i.test(text),
    "was given a database URL, which is not available yet"
  ),
  v2.literal("embedded", "is neither `embedded`, `local-stack` nor a postgresql:// URL")
);
var RESET_WITH = v2.pipe(
  v2.string(),
  v2.check((text) => text !== "supabase-cli", "was given `supabase-cli`, which is not available yet"),
  v2.literal("built-in", "is neither `built-in` nor `supabase-cli`")
);
var FORMAT = v2.picklist(FORMATS, "is neither `text`, `json` nor `markdown`");
var SOURCE_FILE = /\.([cm]?[jt]sx?|sql|toml)$/i;
var OUTPUT = v2.pipe(
  v2.string(),
  v2.regex(/^[^=]+=./s, "is not of the form FORMAT=FILE"),
  v2.transform((text) => ({
    format: text.slice(0, text.indexOf("=")),
    file: text.slice(text.indexOf("=") + 1)
  })),
  v2.check(({ file }) => !SOURCE_FILE.test(file), "would overwrite a source file"),
  v2.object({
    format: v2.picklist(FORMATS, "has a format that is neither `text`, `json` nor `markdown`"),
    file: PATH
  })
);
var SCHEMA_NAMES = v2.pipe(
  v2.array(v2.string()),
  v2.transform((given) => given.flatMap((names) => names.split(","))),
  v2.array(FILLED),
  v2.transform((names) => [...new Set(names)])
);
var OPTIONS_SCHEMA = v2.strictObject({
  project: v2.optional(PATH, "."),
  types: v2.optional(v2.array(PATH), []),
  schema: v2.optional(SCHEMA_NAMES, []),
  database: v2.optional(DATABASE, "embedded"),
  resetWith: v2.optional(RESET_WITH, "built-in"),
  format: v2.optional(FORMAT, "text"),
  output: v2.optional(
    v2.pipe(
      v2.array(OUTPUT),
      v2.check(
        (outputs) => new Set(outputs.map(({ file }) => file)).size === outputs.length,
        "names the same file twice"
      )
    ),
    []
  ),
  quiet: v2.optional(v2.boolean(), false),
  dryRun: v2.optional(v2.boolean(), false)
});
function parseOptions(given) {
  const { success, output, issues } = v2.safeParse(OPTIONS_SCHEMA, given);
  if (success) return output;
  const [issue] = issues;
  const name = v2.getDotPath(issue)?.split(".")[0] ?? "";
  if (!isOptionName(name)) {
    throw new UsageError({
      message: `There is no option \`${name}\`.`,
      remedy: "`drift-gate check --help` lists the options."
    });
  }
  throw new UsageError({ message: `${flagOf(name)} ${reasonOf(issue)}.`, remedy: OPTIONS[name].remedy });
}
var isOptionName = (name) => Object.hasOwn(OPTIONS, name);
var flagOf = (name) => `\`${OPTIONS[name].flag.split(" ")[0]}\``;
var reasonOf = (issue) => issue.message.startsWith("Invalid ") ? "has a value of the wrong kind" : issue.message;

// src/database/shadow.ts
import { Worker } from "node:worker_threads";
var WORKER = new URL("./shadow-worker.js", import.meta.url);
var openShadow = ({ roles = "", migrations }) => {
  const thread = startThread({
    extensions: extensionsNamedIn([roles, ...migrations.map(({ sql }) => sql)])
  });
  return {
    postgresVersion: async () => (await thread.ask({ method: "open" })).postgresVersion,
    replay: async (plan, onProgress) => (await thread.ask({ method: "replay", plan }, onProgress)).outcome,
    objects: async () => (await thread.ask({ method: "objects" })).objects,
    generateTypes: (schemas) => thread.ask({ method: "generateTypes", schemas }),
    close: thread.close
  };
};
function startThread(workerData) {
  const worker = new Worker(WORKER, { workerData });
  const waiting = /* @__PURE__ */ new Map();
  let lastId = 0;
  let isUp = false;
  let broken;
  const fail = (cause) => {
    broken ??= isUp ? { message: cause.message } : wordsOf(startFailure(cause));
    for (const [id, settle] of waiting) settle({ id, error: broken });
  };
  worker.on("message", (message) => {
    isUp = true;
    waiting.get(message.id)?.(message);
  });
  worker.on("error", fail);
  worker.on("exit", (code) => fail(new Error(`its thread ended with code ${code}`)));
  return {
    ask: (request, onProgress) => new Promise((resolve4, reject) => {
      const id = ++lastId;
      const settle = (message) => {
        if ("progress" in message) {
          onProgress?.(message.progress);
          return;
        }
        waiting.delete(id);
        if ("error" in message) reject(databaseFailed(message.error));
        else if (answers(message.reply, request.method)) resolve4(message.reply);
      };
      waiting.set(id, settle);
      if (broken) settle({ id, error: broken });
      else worker.postMessage({ id, request });
    }),
    close: async () => {
      await worker.terminate();
    }
  };
}
var wordsOf = ({ message, remedy }) => ({
  message,
  remedy
});
var answers = (reply, method) => reply.method === method;
function databaseFailed({ message, remedy }) {
  return new EnvironmentError({
    message: remedy === void 0 ? `The embedded database stopped: ${message}.` : message,
    remedy: remedy ?? "Run again; if it stays, report it with the migrations that cause it."
  });
}

// src/files/discover.ts
import { readdirSync as readdirSync2, realpathSync as realpathSync2 } from "node:fs";
import { basename, dirname as dirname2, join as join3, resolve as resolve2 } from "node:path";

// src/config/project-notices.ts
var EMBEDDED_MAJOR_VERSION = 17;
function configNotices({
  present,
  majorVersion,
  fromEnvironment,
  migrationsEnabled
}) {
  const notices = [];
  if (!present)
    notices.push({
      code: "no-config",
      message: `There is no supabase/config.toml: schema public alone is checked, as \`supabase gen types\` does then.`
    });
  if (majorVersion !== EMBEDDED_MAJOR_VERSION)
    notices.push({
      code: "other-postgres-version",
      message: `supabase/config.toml asks for PostgreSQL ${majorVersion}: the migrations were replayed on ${EMBEDDED_MAJOR_VERSION}, the embedded one.`
    });
  if (fromEnvironment.length > 0)
    notices.push({
      code: "config-from-environment",
      message: `The environment sets ${fromEnvironment.join(", ")} in supabase/config.toml: the default was taken.`,
      count: fromEnvironment.length
    });
  if (!migrationsEnabled)
    notices.push({
      code: "migrations-disabled",
      message: `supabase/config.toml disables db.migrations: \`supabase db reset\` skips the migrations that were replayed here.`
    });
  return notices;
}
function migrationNotices({ skipped, mixedPrefixes }) {
  const notices = skipped.map(({ file, reason }) => ({
    code: "skipped-migration",
    message: `\`supabase db reset\` skips supabase/migrations/${file}: ${reason}.`
  }));
  if (mixedPrefixes)
    notices.push({
      code: "mixed-prefixes",
      message: "Migration versions are of different lengths: files run in the order of their names, not of their dates."
    });
  return notices;
}
function typesNotices({
  read,
  chosen
}) {
  const logged = read.filter(({ stripped }) => stripped.length > 0).map(({ path, stripped }) => ({
    code: "log-lines-in-types",
    message: `${path} has log lines of a command-line tool, left out here: ${stripped.length === 1 ? "line" : "lines"} ${namedList(stripped.map(String))}.`,
    count: stripped.length
  }));
  const copied = chosen.filter(({ copies }) => copies.length > 0).map(({ path, copies }) => ({
    code: "identical-copies",
    message: `${path} has identical copies, checked with it: ${namedList(copies)}.`,
    count: copies.length + 1
  }));
  return [...logged, ...copied];
}

// src/files/boundary.ts
import { existsSync, lstatSync, readFileSync, realpathSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, relative, resolve, sep } from "node:path";

// src/files/failure.ts
function codeOf(error) {
  if (typeof error !== "object" || error === null || !("code" in error)) return void 0;
  return typeof error.code === "string" ? error.code : void 0;
}
function fileFailure(action, path, cause) {
  switch (codeOf(cause)) {
    case "ENOENT":
      return new UsageError({
        message: action === "read" ? `${path} does not exist.` : `${path} cannot be written: its folder does not exist.`,
        remedy: action === "read" ? "Correct the path." : "Create the folder, or name another file.",
        cause
      });
    case "ENOTDIR":
      return new UsageError({
        message: `${path} leads through a file as if it were a folder.`,
        remedy: "Correct the path.",
        cause
      });
    case "EISDIR":
      return new UsageError({ message: `${path} is a folder, not a file.`, remedy: "Name a file.", cause });
    case "ELOOP":
      return new UsageError({
        message: `${path} is a symbolic link that leads back to itself.`,
        remedy: "Replace the link by the file itself.",
        cause
      });
    case "ENAMETOOLONG":
      return new UsageError({ message: "A path is too long.", remedy: "Give a shorter path.", cause });
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return new EnvironmentError({
        message: `No permission to ${action} ${path}.`,
        remedy: `Run as a user who may ${action} it, or change its permissions.`,
        cause
      });
    case "ENOSPC":
    case "EDQUOT":
      return new EnvironmentError({
        message: `The disk is full: ${path} could not be written.`,
        remedy: "Free some space and run again.",
        cause
      });
    default:
      return new EnvironmentError({
        message: `${path} could not be ${action === "read" ? "read" : "written"}: ${codeOf(cause) ?? messageOf(cause)}.`,
        remedy: "Mend the file system, or name another file.",
        cause
      });
  }
}

// src/files/boundary.ts
function enclosingRoot(directory) {
  const folders = [directory, ...ancestorsOf(directory)].filter((folder) => folder !== homedir());
  const root = folders.find((folder) => existsSync(join(folder, ".git"))) ?? folders.find(isWorkspace);
  return root ?? directory;
}
function ancestorsOf(path) {
  const parent = dirname(path);
  return parent === path ? [] : [parent, ...ancestorsOf(parent)];
}
var isWithin = (path, folder) => path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
var shownFrom = (folder, path) => relative(folder, path).split(sep).join("/") || ".";
function isThere(path) {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== void 0;
  } catch {
    return true;
  }
}
function kindOf(path, shown) {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found) return void 0;
    return found.isFile() ? "file" : found.isDirectory() ? "folder" : "other";
  } catch (cause) {
    throw fileFailure("read", shown, cause);
  }
}
function realPathWithin(path, boundary, shown) {
  try {
    const real = realpathSync(path);
    const realBoundary = realpathSync(boundary);
    const starts = isWithin(resolve(path), boundary) || isWithin(realpathSync(dirname(path)), realBoundary);
    if (!starts || isWithin(real, realBoundary)) return real;
  } catch (cause) {
    throw fileFailure("read", shown, cause);
  }
  throw new UsageError({
    message: `${shown} is a symbolic link that leads out of the project.`,
    remedy: "Replace the link by the file itself."
  });
}
function readWithin(path, boundary, shown) {
  const real = realPathWithin(path, boundary, shown);
  if (kindOf(real, shown) === "other") {
    throw new UsageError({
      message: `${shown} is not a file but a device or a pipe.`,
      remedy: "Name a file."
    });
  }
  try {
    return readFileSync(real);
  } catch (cause) {
    throw fileFailure("read", shown, cause);
  }
}
function isWorkspace(folder) {
  if (existsSync(join(folder, "pnpm-workspace.yaml"))) return true;
  try {
    return readFileSync(join(folder, "package.json"), "utf8").includes('"workspaces"');
  } catch {
    return false;
  }
}

// src/files/search.ts
import { existsSync as existsSync2, readdirSync, readFileSync as readFileSync2, statSync as statSync2 } from "node:fs";
import { join as join2 } from "node:path";
import ignore from "./vendor/ignore.js";

// src/config/generated-shape.ts
var TOKEN = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`|[\p{ID_Start}_$][\p{ID_Continue}$]*|\S/gu;
function looksGenerated(text) {
  if (!text.includes("Tables") || !text.includes("Row")) return false;
  const tokens = (text.match(TOKEN) ?? []).filter(
    (token) => !token.startsWith("//") && !token.startsWith("/*")
  );
  return tokens.some((_, position) => {
    const opening2 = openingBrace(tokens, position);
    return opening2 !== void 0 && isGenerated(shapeOf(tokens, opening2));
  });
}
function openingBrace(tokens, position) {
  if (tokens[position] === "type" && tokens[position + 2] === "=" && tokens[position + 3] === "{")
    return position + 3;
  if (tokens[position] === "interface" && tokens[position + 2] === "{") return position + 2;
  return void 0;
}
function isGenerated({ schemas, hasRow, hasTable, closed }) {
  const hasSchema = [...schemas.values()].some(
    (members) => members.has("Tables") && (!closed || members.has("Views") && members.has("Functions"))
  );
  return hasSchema && (hasRow || !hasTable);
}
function shapeOf(tokens, opening2) {
  const shape = { schemas: /* @__PURE__ */ new Map(), hasRow: false, hasTable: false, closed: false };
  const path = [];
  let key = "";
  for (let position = opening2 + 1; position < tokens.length; position++) {
    const token = tokens[position] ?? "";
    const next = tokens[position + 1];
    if (token === "{") path.push(key);
    else if (token === "}" && path.pop() === void 0) return { ...shape, closed: true };
    else if (next === ":" || next === "?" && tokens[position + 2] === ":") {
      key = token.replace(/^["'](.*)["']$/, "$1");
      noteMember(shape, path, key, tokens[position + 2] === "{");
    }
  }
  return shape;
}
function noteMember(shape, path, key, opens) {
  const [schema = "", kind, table2] = path;
  if (path.length === 1 && (key !== "Tables" || opens))
    shape.schemas.set(schema, (shape.schemas.get(schema) ?? /* @__PURE__ */ new Set()).add(key));
  if (kind !== "Tables") return;
  if (path.length === 2 && key !== "]") shape.hasTable = true;
  if (path.length === 3 && table2 !== void 0 && key === "Row" && opens) shape.hasRow = true;
}

// src/files/search.ts
var LARGEST_FILE = 8 * 1024 * 1024;
var TYPESCRIPT = /\.[mc]?ts$/;
var NAMED_LIKE_TYPES = /(database|supabase|schema).*types|types.*(gen|database|supabase)/i;
var NOT_SOURCE = /* @__PURE__ */ new Set([
  "node_modules",
  "dist",
  "build",
  "out",
  "coverage",
  "target",
  "vendor"
]);
function searchTypes(start, { root, directory }) {
  const isLeftOut = (folder) => folder === directory || isOtherProject(folder, directory);
  const found = { types: [], ruined: [] };
  for (const file of typeScriptFiles(start, rulesAbove(start, root), isLeftOut)) {
    try {
      const types = generatedTypes(file, shownFrom(directory, file));
      if (types) found.types.push(types);
    } catch (error) {
      if (!isKnownError(error)) throw error;
      found.ruined.push(error);
    }
  }
  return found;
}
function generatedTypes(file, path) {
  const bytes = bytesOf(file, path);
  if (bytes === void 0) return void 0;
  const mayHoldTypes = bytes.length === 0 ? NAMED_LIKE_TYPES.test(path) : isWorthReading(bytes);
  if (!mayHoldTypes) return void 0;
  const types = readTypes(bytes, path);
  return looksGenerated(types.text) ? types : void 0;
}
function bytesOf(file, path) {
  try {
    return statSync2(file).size > LARGEST_FILE ? void 0 : readFileSync2(file);
  } catch (cause) {
    throw fileFailure("read", path, cause);
  }
}
var isWorthReading = (bytes) => bytes.includes("Tables") && bytes.includes("Row") || bytes[0] === 123 || bytes[0] === 255 && bytes[1] === 254;
function* typeScriptFiles(folder, above, isLeftOut) {
  const rules = [...above, ...rulesOf(folder)];
  for (const entry of entriesOf(folder)) {
    const path = join2(folder, entry.name);
    if (entry.isDirectory()) {
      const skipped = entry.name.startsWith(".") || NOT_SOURCE.has(entry.name) || isLeftOut(path);
      if (!skipped && !isIgnored(rules, `${path}/`)) yield* typeScriptFiles(path, rules, isLeftOut);
    } else if (entry.isFile() && TYPESCRIPT.test(entry.name) && !isIgnored(rules, path)) yield path;
  }
}
function entriesOf(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => byText(a.name, b.name));
  } catch (cause) {
    if (codeOf(cause) === void 0) throw cause;
    return [];
  }
}
var isOtherProject = (folder, directory) => !isWithin(directory, folder) && existsSync2(join2(folder, "supabase", "migrations"));
function rulesOf(folder) {
  try {
    const patterns = readFileSync2(join2(folder, ".gitignore"), "utf8");
    return [{ folder, matcher: ignore({ ignorecase: false }).add(patterns) }];
  } catch (cause) {
    if (codeOf(cause) === void 0) throw cause;
    return [];
  }
}
function rulesAbove(start, root) {
  const folders = ancestorsOf(start).filter((folder) => isWithin(folder, root));
  const rules = folders.reverse().flatMap(rulesOf);
  return isIgnored(rules, `${start}/`) ? [] : rules;
}
function isIgnored(rules, path) {
  for (const { folder, matcher } of rules.toReversed()) {
    const { ignored, unignored } = matcher.test(path.slice(folder.length + 1));
    if (ignored || unignored) return ignored;
  }
  return false;
}

// src/files/discover.ts
var CONFIG_FILE = "supabase/config.toml";
var ROLES_FILE = "supabase/roles.sql";
var MIGRATIONS_FOLDER = "supabase/migrations";
function discoverProject(directory, { types = [], cwd = process.cwd() } = {}) {
  const place = placeOf(directory, cwd);
  const config = readConfig(place);
  const list2 = readMigrationList(place);
  const migrations = list2.migrations.map((migration) => ({
    ...migration,
    sql: readSql(place, `${MIGRATIONS_FOLDER}/${migration.file}`, "migration")
  }));
  const hasRoles = isThere(join3(place.directory, ROLES_FILE));
  const read = types.length === 0 ? searchedTypes(place) : namedTypes(types, place, cwd);
  return {
    directory: place.directory,
    shownDirectory: shownFrom(realpathSync2(cwd), place.directory),
    config,
    migrations,
    duplicates: list2.duplicates,
    ...hasRoles ? { roles: readSql(place, ROLES_FILE, "file of roles") } : {},
    typesFiles: read.chosen,
    notices: [...configNotices(config), ...migrationNotices(list2), ...typesNotices(read)]
  };
}
function placeOf(given, cwd) {
  const path = resolve2(cwd, given);
  const kind = kindOf(path, given);
  if (kind === void 0)
    throw new UsageError({ message: `Folder ${given} does not exist.`, remedy: "Correct `--project`." });
  if (kind !== "folder") {
    throw new UsageError({
      message: `${given} is a file, not a folder.`,
      remedy: "Give `--project` the folder that holds `supabase/`."
    });
  }
  const directory = [path, ...basename(path) === "supabase" ? [dirname2(path)] : []].find(holdsSupabase);
  if (directory === void 0) throw noSupabaseFolder(given, cwd);
  const real = realpathSync2(directory);
  return { directory: real, root: enclosingRoot(real) };
}
var holdsSupabase = (folder) => kindOf(join3(folder, "supabase"), "supabase") === "folder";
function noSupabaseFolder(given, cwd) {
  const path = resolve2(cwd, given);
  const root = enclosingRoot(path);
  const above = ancestorsOf(path).find((folder) => isWithin(folder, root) && holdsSupabase(folder));
  return new UsageError({
    message: `There is no \`supabase/\` folder in \`${given}\`.`,
    remedy: above === void 0 ? "Give `--project` the folder that holds `supabase/`; `supabase init` creates one." : `Give \`--project ${shownFrom(cwd, above)}\`, where there is one.`
  });
}
function readConfig({ directory, root }) {
  const path = join3(directory, CONFIG_FILE);
  if (!isThere(path)) return configWhenAbsent();
  return parseConfig(
    decodeText(readWithin(path, root, CONFIG_FILE), CONFIG_FILE, "configuration"),
    CONFIG_FILE
  );
}
function readMigrationList(place) {
  const list2 = listMigrations(migrationNames(place));
  if (list2.migrations.length > 0) return list2;
  const skipped = list2.skipped.map(({ file, reason }) => `${file}, ${reason}`);
  throw new UsageError({
    message: skipped.length === 0 ? `There are no migrations in ${MIGRATIONS_FOLDER}.` : `There are no migrations in ${MIGRATIONS_FOLDER} that \`supabase db reset\` runs: ${namedList(skipped)}.`,
    remedy: "Add one with `supabase migration new NAME`, or give `--project` another folder."
  });
}
function migrationNames({ directory, root }) {
  const folder = join3(directory, MIGRATIONS_FOLDER);
  if (!isThere(folder)) return [];
  const nameOf = (entry) => entry.isDirectory() ? `${entry.name}/` : entry.name;
  const real = realPathWithin(folder, root, MIGRATIONS_FOLDER);
  try {
    return readdirSync2(real, { withFileTypes: true }).map(nameOf);
  } catch (cause) {
    throw fileFailure("read", MIGRATIONS_FOLDER, cause);
  }
}
var readSql = ({ directory, root }, path, noun) => decodeUtf8(readWithin(join3(directory, path), root, path), path, noun);
function namedTypes(paths, { directory, root }, cwd) {
  const read = /* @__PURE__ */ new Map();
  for (const given of paths) {
    const path = [resolve2(cwd, given), resolve2(directory, given)].find(isThere);
    if (path === void 0) {
      throw new UsageError({
        message: `Types file ${given} does not exist.`,
        remedy: "Correct `--types`, or leave it out to have the file searched for."
      });
    }
    const bytes = readWithin(path, root, `Types file ${given}`);
    read.set(realPathWithin(path, root, given), readTypes(bytes, shownFrom(directory, path)));
  }
  return { read: [...read.values()], chosen: groupCopies([...read.values()]) };
}
function searchedTypes({ directory, root }) {
  const inside = searchTypes(directory, { root, directory });
  const isAlone = inside.types.length > 0 || root === directory;
  const around = isAlone ? { types: [], ruined: [] } : searchTypes(root, { root, directory });
  const read = [...inside.types, ...around.types];
  const [ruined] = [...inside.ruined, ...around.ruined];
  if (read.length === 0 && ruined) throw ruined;
  const searched = root === directory ? "the project" : "the project and the repository around it";
  return { read, chosen: [chooseTypes(read, searched)] };
}

// src/files/disk.ts
import { randomUUID } from "node:crypto";
import { access, constants, lstat, open, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename as basename2, dirname as dirname3, join as join4, resolve as resolve3 } from "node:path";
function filesOf(directory) {
  const root = enclosingRoot(directory);
  return {
    async readText(path) {
      return decodeText(readWithin(resolve3(directory, path), root, path), path);
    },
    async replaceText(path, text) {
      const real = realPathWithin(resolve3(directory, path), root, path);
      const original = readWithin(real, root, path);
      const { mode } = await stat(real);
      await writeWhole(real, encodeLike(original, text), { mode: mode & 4095, shown: path });
    }
  };
}
async function writeReport(path, text) {
  const target = resolve3(path);
  if (!await isStream(target)) return writeWhole(target, Buffer.from(text, "utf8"), { shown: path });
  try {
    await writeFile(target, text);
  } catch (cause) {
    throw fileFailure("write", path, cause);
  }
}
async function refuseUnwritable(path) {
  const target = resolve3(path);
  if (await isStream(target)) return;
  await refuseFolder(target, path);
  try {
    await access(dirname3(target), constants.W_OK);
  } catch (cause) {
    throw fileFailure("write", path, cause);
  }
}
async function isStream(path) {
  if (/^\/(dev|proc)\//.test(path)) return true;
  const found = await stat(path).catch(() => void 0);
  return found !== void 0 && !found.isFile() && !found.isDirectory();
}
async function writeWhole(path, bytes, { mode, shown }) {
  await refuseFolder(path, shown);
  const temporary = join4(dirname3(path), `.${basename2(path)}.${randomUUID()}.tmp`);
  try {
    await writeFlushed(temporary, bytes, mode);
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => void 0);
    throw fileFailure("write", shown, cause);
  }
}
async function writeFlushed(path, bytes, mode) {
  const file = await open(path, "wx");
  try {
    await file.writeFile(bytes);
    if (mode !== void 0) await file.chmod(mode);
    await file.sync();
  } finally {
    await file.close();
  }
}
async function refuseFolder(path, shown) {
  const found = await lstat(path).catch((error) => {
    if (codeOf(error) === "ENOENT") return void 0;
    throw fileFailure("write", shown, error);
  });
  if (found?.isDirectory())
    throw new UsageError({ message: `${shown} is a folder, not a file.`, remedy: "Name a file." });
}

// src/files/progress.ts
function progressOn(stream, quiet) {
  if (quiet) return { show: () => void 0, clear: () => void 0 };
  let shown = "";
  return {
    show: (phase, done, total) => {
      if (stream.isTTY) {
        shown = done === void 0 ? phase : `${phase} ${done}/${total ?? "?"}`;
        stream.write(`\r\x1B[2K${shown}`);
      } else if (phase !== shown) {
        shown = phase;
        stream.write(`${phase}${total === void 0 ? "" : ` (${total})`}
`);
      }
    },
    clear: () => {
      if (stream.isTTY && shown !== "") stream.write("\r\x1B[2K");
      shown = "";
    }
  };
}

// src/report/failed.ts
function failedReport(command, { project, types, schema, database, resetWith }, { message, remedy }) {
  const reason = "the run stopped before it";
  return {
    schemaVersion: 1,
    command,
    status: "failed",
    failure: { message, remedy },
    findings: [],
    notices: [],
    notRun: [
      { part: "replay", reason },
      { part: "types", reason }
    ],
    project: { directory: project, migrations: 0, types, schemas: schema },
    engine: { database, resetWith },
    timings: {}
  };
}

// src/report/json.ts
var ORDER = {
  schemaVersion: 0,
  command: 0,
  status: 0,
  failure: 0,
  findings: 0,
  notRun: 0,
  notices: 0,
  repair: 0,
  project: 0,
  engine: 0,
  compared: 0,
  timings: 0,
  part: 0,
  ruleId: 0,
  severity: 0,
  compatibility: 0,
  reason: 0,
  subject: 0,
  id: 0,
  location: 0,
  file: 0,
  line: 0,
  column: 0,
  kind: 0,
  schema: 0,
  relation: 0,
  enum: 0,
  name: 0,
  args: 0,
  code: 0,
  message: 0,
  count: 0,
  committed: 0,
  generated: 0,
  details: 0,
  remedy: 0,
  fingerprint: 0,
  directory: 0,
  migrations: 0,
  types: 0,
  schemas: 0,
  database: 0,
  resetWith: 0,
  postgresVersion: 0,
  generator: 0,
  tables: 0,
  views: 0,
  enums: 0,
  compositeTypes: 0,
  functions: 0
};
var RANK = new Map(Object.keys(ORDER).map((key, rank) => [key, rank]));
var rankOf = ([key]) => RANK.get(key) ?? RANK.size;
function inOrder(key, value) {
  const keyed = typeof value === "object" && value !== null && !Array.isArray(value);
  if (!keyed || key === "timings") return value;
  return Object.fromEntries(Object.entries(value).sort((a, b) => rankOf(a) - rankOf(b)));
}
var renderJson = (report) => `${visibleJson(JSON.stringify(report, inOrder, 2))}
`;

// src/report/markdown-budget.ts
var bytesOf2 = (text) => Buffer.byteLength(text, "utf8");
var written = (lines) => lines.map((line) => `${line}
`).join("");
function withinBudget(body, tail, budget, note) {
  const whole = written([...body.map(({ text }) => text), ...tail]);
  if (bytesOf2(whole) <= budget) return whole;
  return cut(body, budget, (leftOut) => [...note(leftOut), ...tail]) ?? cut(body, budget, note) ?? cut(body, budget, () => []) ?? "";
}
function cut(lines, budget, after) {
  const sizes = lines.map(({ text }) => bytesOf2(text) + 1);
  let size = sizes.reduce((sum, bytes) => sum + bytes, 0);
  for (let kept = lines.length - 1; kept > 0; kept--) {
    size -= sizes[kept] ?? 0;
    const last = lines[kept - 1];
    if (size > budget || last === void 0 || last.joined) continue;
    const ending = written([...last.close ?? [], ...after(lines.slice(kept))]);
    if (size + bytesOf2(ending) <= budget)
      return written(lines.slice(0, kept).map(({ text }) => text)) + ending;
  }
  return void 0;
}

// src/report/markdown-escape.ts
var REWRITTEN = /[@$]|#\d|\bGH-\d|:\/\/|\bwww\.|:[\w+-]+:/i;
var entities = (text) => text.replace(/[!-/:-@[-`{-~]/g, (character) => `&#${character.charCodeAt(0)};`);
var escapeHtml = (text) => visible(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
var escapeWord = (word) => REWRITTEN.test(word) ? `<code>${entities(word)}</code>` : word.replace(/[\\`*_[\]~#]/g, "\\$&").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("|", "&#124;");
var escapeInline = (text) => text.split(/( +)/).map(escapeWord).join("").replace(/^[-+=]/, "\\$&").replace(/^(\d+)([.)])(?= |$)/, "$1\\$2");
var escapeMarkdown = (text) => escapeInline(visible(text)).replace(/^ +| +$/g, (spaces) => "&#32;".repeat(spaces.length));
function codeSpan(text) {
  const shown = visible(text);
  return shown.includes("|") || shown === "" ? `<code>${entities(shown)}</code>` : quoteCode(shown);
}
var proseToMarkdown = (sentence) => parseProse(visible(sentence)).map(({ code, text }) => code ? codeSpan(text) : escapeInline(text)).join("");
function fenceFor(lines, language) {
  const close = "`".repeat(Math.max(3, longestRun(lines.join("\n")) + 1));
  return { open: close + language, close };
}
function fenced(lines, language) {
  const { open: open2, close } = fenceFor(lines, language);
  return [open2, ...lines, close];
}

// src/report/sentences.ts
var counted = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
function listed(items) {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}
var listedUpTo = (limit, items) => items.length <= limit ? listed(items) : `${items.slice(0, limit).join(", ")} and ${items.length - limit} more`;
var lowerFirst = (text) => text.slice(0, 1).toLowerCase() + text.slice(1);
function signOf(ruleId) {
  if (ruleId.endsWith("-added")) return "+";
  if (ruleId.endsWith("-removed")) return "-";
  return ruleId.endsWith("-changed") ? "~" : "!";
}
var LEGEND = {
  "+": "in the database that the migrations build, not in the committed types",
  "-": "in the committed types, not in that database",
  "~": "committed \u2192 generated"
};
var WORST_FIRST = ["error", "breaking", "dangerous", "warning", "safe", "note"];
var gradeOf = (finding) => finding.compatibility ?? finding.severity;
function groupByObject(findings) {
  const groups = groupBy(findings, (finding) => owningObject(finding.subject));
  return [...groups].map(([owner, own]) => {
    const grades = new Set(own.map(gradeOf));
    return {
      owner: visible(owner),
      findings: own,
      grade: WORST_FIRST.find((grade) => grades.has(grade)) ?? "error"
    };
  });
}
function legendOf(groups) {
  const signs = new Set(
    groups.flatMap(({ findings }) => findings.map(({ ruleId }) => signOf(ruleId)))
  );
  return Object.entries(LEGEND).filter(([sign]) => signs.has(sign));
}
function partOf(subject) {
  switch (subject.kind) {
    case "column":
    case "constraint":
    case "trigger":
    case "policy":
    case "relationship":
    case "enum-value":
      return visible(subject.name);
    case "function":
      return subject.args.length === 0 ? "function" : visible(`function (${subject.args.join(", ")})`);
    default:
      return subject.kind.replaceAll("-", " ");
  }
}
var titleOf = (finding) => RULES[finding.ruleId].title;
var labelOf = (finding) => signOf(finding.ruleId) === "!" ? titleOf(finding) : partOf(finding.subject);
var placeOf2 = ({ file, line, column }) => visible(column === void 0 ? `${file}:${line}` : `${file}:${line}:${column}`);
function unlistedPlaceOf({ location, details = [] }) {
  if (!location) return "";
  const line = `${location.file}:${location.line}`;
  return details.some((detail) => `${detail}:`.startsWith(`${line}:`)) ? "" : placeOf2(location);
}
var schemaOf = (subject) => "schema" in subject ? subject.schema : subject.kind === "schema" ? subject.name : "";
function drifted(findings) {
  const changes = findings.filter((finding) => signOf(finding.ruleId) !== "!");
  const schemas = [...new Set(changes.map((finding) => schemaOf(finding.subject)))].filter(Boolean);
  const where = schemas.length > 0 ? ` in ${listedUpTo(3, schemas.map(named))}` : "";
  const objects = counted(groupByObject(changes).length, "object") + where;
  const others = findings.filter((finding) => signOf(finding.ruleId) === "!");
  const titles = [...groupBy(others, titleOf)].map(
    ([title, own]) => own.length === 1 ? lowerFirst(title) : `${lowerFirst(title)} (${own.length})`
  );
  return [...titles, ...changes.length > 0 ? [objects] : []].join("; ");
}
function comparedObjects({ tables, views, enums, compositeTypes, functions }) {
  const kinds = [
    [tables, "table"],
    [views, "view"],
    [enums, "enum"],
    [compositeTypes, "composite type"],
    [functions, "function"]
  ];
  return listed(kinds.flatMap(([count, kind]) => count > 0 ? [counted(count, kind)] : [])) || "no objects";
}
var typesFiles = ({ project }) => project.types.length === 0 ? "the committed types" : listedUpTo(3, project.types.map(named));
function inSync(report) {
  const migrations = counted(report.project.migrations, "migration");
  const build = report.project.migrations === 1 ? "builds" : "build";
  const what = report.compared ? `the ${comparedObjects(report.compared)} of` : "what stands in";
  const unseen = report.notRun.length > 0 ? ", as far as it was checked" : "";
  return `${migrations} ${build} exactly ${what} ${typesFiles(report)}${unseen}`;
}
function verdictOf(report) {
  switch (report.status) {
    case "in-sync":
      return { status: "In sync", because: [inSync(report)] };
    case "drifted":
      return { status: "Drifted", because: [drifted(report.findings)] };
    case "failed":
      return {
        status: "Could not check",
        because: visibleLines(report.failure?.message ?? "no reason was given")
      };
    default:
      return report.status;
  }
}
var remediesOf = (findings) => [
  ...new Set(findings.map((finding) => visible(finding.remedy)))
];
var duration = (milliseconds) => milliseconds < 1e3 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1e3).toFixed(1)} s`;
var phases = (report) => Object.entries(report.timings).map(
  ([phase, milliseconds]) => `${visible(phase)} ${duration(milliseconds)}`
);
var databaseName = (database) => database.includes("://") ? "the database of the URL" : `${database} database`;
function comparison({ status, project, engine, compared }) {
  const schemas = project.schemas.map(named);
  const server = engine.postgresVersion ? `, PostgreSQL ${visible(engine.postgresVersion)}` : "";
  return [
    counted(project.migrations, "migration"),
    ...schemas.length > 0 ? [`${schemas.length === 1 ? "schema" : "schemas"} ${listedUpTo(6, schemas)}`] : [],
    ...compared && status !== "in-sync" ? [comparedObjects(compared)] : [],
    visible(databaseName(engine.database)) + server,
    `${engine.resetWith} reset`,
    ...engine.generator ? [named(engine.generator)] : []
  ];
}
var noticeWords = ({ message, count }) => count === void 0 || count === 1 || message.includes(`${count} `) ? visible(message) : `${visible(message)} (${count} in all)`;

// src/report/sides.ts
var CONTEXT = 3;
var linesOf2 = (side) => side ? visibleLines(side) : [];
function equalFromStart(a, b) {
  const limit = Math.min(a.length, b.length);
  let equal = 0;
  while (equal < limit && a[equal] === b[equal]) equal++;
  return equal;
}
var signed = (sign, lines) => lines.map((text) => ({ sign, text }));
var hasSides = ({ committed, generated }) => Boolean(committed || generated);
var opening = (lines) => lines.length > CONTEXT ? ["\u2026", ...lines.slice(-CONTEXT)] : [...lines];
var closing = (lines) => lines.length > CONTEXT ? [...lines.slice(0, CONTEXT), "\u2026"] : [...lines];
function sideLines({ committed, generated }) {
  const before = linesOf2(committed);
  const after = linesOf2(generated);
  const start = equalFromStart(before, after);
  const end = equalFromStart(before.slice(start).reverse(), after.slice(start).reverse());
  return [
    ...signed(" ", opening(before.slice(0, start))),
    ...signed("-", before.slice(start, before.length - end)),
    ...signed("+", after.slice(start, after.length - end)),
    ...signed(" ", closing(before.slice(before.length - end)))
  ];
}

// src/report/markdown.ts
var MARKDOWN_BUDGET = 6e4;
var MARKS = { "in-sync": "\u2705", drifted: "\u274C", failed: "\u26A0\uFE0F" };
var DOTS = {
  error: "\u{1F534}",
  breaking: "\u{1F534}",
  dangerous: "\u{1F7E0}",
  warning: "\u{1F7E0}",
  safe: "\u{1F7E2}",
  note: "\u26AA"
};
var MOST_CHANGES = 6;
var MOST_PLACES = 2;
function renderMarkdown(report, { budget = MARKDOWN_BUDGET } = {}) {
  const groups = groupByObject(report.findings);
  const body = [
    ...heading(report),
    ...table(groups),
    ...groups.flatMap(section),
    ...list(
      "Not checked",
      report.notRun.map(({ part, reason }) => `${part}: ${reason}`)
    ),
    ...list("Notices", report.notices.map(noticeWords))
  ];
  return withinBudget(body, [...nextSteps(report), ...footer(report)], budget, leftOutNote);
}
var plain = (text) => ({ text });
function heading(report) {
  const { status, because } = verdictOf(report);
  const mark = MARKS[report.status];
  const [first = "", ...rest] = because.map(proseToMarkdown);
  if (report.status === "drifted") return [plain(`## ${mark} ${status}: ${first}`)];
  const remedy = report.failure ? ["", ...visibleLines(report.failure.remedy).map(proseToMarkdown)] : [];
  return [`## ${mark} ${status}`, "", first, ...rest.flatMap((line) => ["", line]), ...remedy].map(plain);
}
function table(groups) {
  if (groups.length === 0) return [];
  const rows = groups.map(({ owner, findings, grade }) => {
    const changes = [...new Set(findings.map(changeCell))];
    const places = [...new Set(findings.flatMap(({ location }) => location ? [shortPlace(location)] : []))];
    const cells = [
      codeSpan(owner),
      listedUpTo(MOST_CHANGES, changes),
      `${DOTS[grade]} ${grade}`,
      listedUpTo(MOST_PLACES, places.map(codeSpan))
    ];
    return plain(row(cells));
  });
  const head = row(["Object", "What changed", "Grade", "Location"]);
  return [
    plain(""),
    { text: head, joined: true },
    plain(row(["---", "---", "---", "---"])),
    ...rows,
    ...legend(groups)
  ];
}
var row = (cells) => `| ${cells.join(" | ")} |`;
var changeCell = (finding) => {
  const sign = signOf(finding.ruleId);
  return sign === "!" ? escapeMarkdown(labelOf(finding)) : codeSpan(`${sign} ${labelOf(finding)}`);
};
var shortPlace = ({ file, line }) => `${file.slice(file.lastIndexOf("/") + 1)}:${line}`;
var legend = (groups) => {
  const words = legendOf(groups).map(([sign, meaning]) => `${codeSpan(sign)} ${meaning}`);
  return words.length === 0 ? [] : [plain(""), plain(`<sub>${words.join(" \xB7 ")}</sub>`)];
};
function section({ owner, findings, grade }) {
  const close = ["", "</details>"];
  const summary = `<summary><code>${escapeHtml(owner)}</code>: ${counted(findings.length, "change")}, ${grade}</summary>`;
  const folded = [...findings.flatMap(bullet), ...diff(findings)];
  return [
    plain(""),
    { text: "<details>", joined: true },
    { text: summary, joined: true },
    { text: "", joined: true },
    ...folded.map((line) => ({ ...line, close: [...line.close ?? [], ...close] })),
    { text: "", close: ["</details>"] },
    plain("</details>")
  ];
}
function bullet(finding) {
  const unlisted = unlistedPlaceOf(finding);
  const place = unlisted ? ` \xB7 ${codeSpan(unlisted)}` : "";
  const details = (finding.details ?? []).map((line) => plain(`  - ${codeSpan(line)}`));
  const text = `- ${DOTS[gradeOf(finding)]} ${proseToMarkdown(finding.message)}${place}`;
  return [{ text, item: "finding" }, ...details];
}
function diff(findings) {
  const lines = findings.filter(hasSides).flatMap((finding) => [
    `@@ ${labelOf(finding)} @@`,
    ...sideLines(finding).map(({ sign, text }) => `${sign} ${text}`)
  ]);
  if (lines.length === 0) return [];
  const { open: open2, close } = fenceFor(lines, "diff");
  const inside = [open2, ...lines].map((text) => ({ text, close: [close] }));
  return [plain(""), ...inside, plain(close)];
}
function list(title, sentences) {
  if (sentences.length === 0) return [];
  const items = sentences.map(
    (sentence) => ({ text: `- ${proseToMarkdown(sentence)}`, item: "notice" })
  );
  return [plain(""), { text: `### ${title}`, joined: true }, { text: "", joined: true }, ...items];
}
function nextSteps({ findings, repair: repair2 }) {
  const remedies = remediesOf(findings).map((remedy) => `- ${proseToMarkdown(remedy)}`);
  const command = repair2 === void 0 ? [] : ["", ...fenced([visible(repair2)], "sh")];
  return remedies.length + command.length === 0 ? [] : ["", "### What to do", "", ...remedies, ...command];
}
function footer(report) {
  if (report.status === "failed") return [];
  const total = report.timings.total;
  const seconds = total === void 0 ? phases(report) : [duration(total)];
  return ["", `<sub>${[...comparison(report), ...seconds].map(proseToMarkdown).join(" \xB7 ")}</sub>`];
}
function leftOutNote(leftOut) {
  const findings = leftOut.filter(({ item }) => item === "finding").length;
  const notices = leftOut.filter(({ item }) => item === "notice").length;
  const counts = [
    ...findings > 0 ? [`the text of ${counted(findings, "finding")}`] : [],
    ...notices > 0 ? [counted(notices, "notice")] : []
  ];
  const what = counts.length > 0 ? listed(counts) : counted(leftOut.length, "line");
  return ["", `**Cut to fit:** ${what} left out here. The JSON report has everything.`];
}

// src/report/page.ts
import picocolors from "./vendor/picocolors.js";

// src/report/terminal.ts
var WIDE = new RegExp("\\p{Emoji_Presentation}|\\ufe0f|[\\u1100-\\u115f\\u2e80-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff00-\\uff60\\uffe0-\\uffe6\\u{20000}-\\u{3fffd}]", "u");
var segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
var graphemes = (text) => Array.from(segmenter.segment(text), ({ segment }) => segment);
var ASCII = /^[ -~]*$/;
var displayWidth = (text) => ASCII.test(text) ? text.length : graphemes(text).reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0);
var padded = (text, width) => text + " ".repeat(Math.max(0, width - displayWidth(text)));
function truncated(text, width) {
  if (displayWidth(text) <= width) return text;
  let kept = "";
  for (const character of graphemes(text)) {
    if (displayWidth(kept + character) > width - 1) break;
    kept += character;
  }
  return `${kept}\u2026`;
}
var WORDS = /(?:`+[^`]*`+|[^ `]|`)+| +/g;
function wrapped(sentence, width) {
  const lines = [];
  let line = "";
  let gap = "";
  for (const word of sentence.match(WORDS) ?? []) {
    if (word.startsWith(" ")) {
      gap = word;
    } else if (line !== "" && displayWidth(line + gap + word) > width) {
      lines.push(line);
      line = word;
      gap = "";
    } else {
      line += gap + word;
      gap = "";
    }
  }
  return line === "" ? lines : [...lines, line];
}

// src/report/page.ts
var NARROWEST = 60;
var pageOf = (colour2, width) => ({
  colours: picocolors.createColors(colour2),
  width: Math.max(width, NARROWEST)
});
var INDENT = "  ";
var prose = ({ colours }, sentence) => parseProse(sentence).map(({ code, raw }) => code ? colours.bold(raw) : raw).join("");
var bulleted = (page, mark, sentences) => sentences.flatMap(
  (sentence) => wrapped(sentence, page.width - 4).map(
    (line, index) => `${INDENT}${index === 0 ? page.colours.cyan(mark) : " "} ${prose(page, line)}`
  )
);
var signPaint = ({ colours }, sign) => ({ "+": colours.green, "-": colours.red, "~": colours.yellow, "!": colours.red })[sign];
var gradePaint = ({ colours }, grade) => ({
  error: colours.red,
  breaking: colours.red,
  dangerous: colours.yellow,
  warning: colours.yellow,
  safe: colours.green,
  note: colours.cyan
})[grade];

// src/report/text-changes.ts
var LONGEST_LABEL = 24;
var MOST_SIDE_LINES = 24;
function changesOf(page, { owner, findings }) {
  const names = findings.filter(hasSides).map((finding) => displayWidth(labelOf(finding)));
  const column = Math.min(LONGEST_LABEL, Math.max(0, ...names));
  const alike = groupBy(findings, likeness);
  const lines = findings.flatMap((finding) => {
    const told = sidesTellAll(finding) && alike.get(likeness(finding))?.length === 1;
    const reason = finding.reason === void 0 ? "" : `: ${visible(finding.reason)}`;
    return change(page, finding, column, told ? titleOf(finding) + reason : visible(finding.message));
  });
  return [page.colours.bold(owner), ...lines];
}
var sidesTellAll = (finding) => finding.committed !== finding.generated;
var likeness = ({ id, ruleId }) => `${ruleId} ${id}`;
function change(page, finding, column, words) {
  const { colours, width } = page;
  const sign = signOf(finding.ruleId);
  const label = labelOf(finding);
  const grade = gradeOf(finding);
  const lead = `${INDENT}${signPaint(page, sign)(sign)} ${colours.bold(label)}`;
  const inline = inlineSides(finding);
  const gap = " ".repeat(Math.max(0, column - displayWidth(label)) + 2);
  const length = 4 + displayWidth(label) + gap.length + displayWidth(inline.join(" \u2192 ")) + 2 + grade.length;
  const fits = inline.length > 0 && length <= width;
  const sides = fits ? `${gap}${paintedSides(page, finding, inline)}` : "";
  return [
    `${lead}${sides}  ${gradePaint(page, grade)(grade)}`,
    ...fits ? [] : diff2(page, finding),
    ...explanation(page, words, unlistedPlaceOf(finding)),
    ...(finding.details ?? []).map((line) => `    ${colours.dim("\u2502")} ${visible(line)}`)
  ];
}
function explanation(page, words, place) {
  const { colours, width } = page;
  const room = width - 4;
  if (place === "") return wrapped(words, room).map((line) => `    ${prose(page, line)}`);
  const together = displayWidth(words) + 3 + displayWidth(place) <= room;
  if (together) return [`    ${prose(page, words)} ${colours.dim("\xB7")} ${colours.cyan(place)}`];
  return [...wrapped(words, room).map((line) => `    ${prose(page, line)}`), `    ${colours.cyan(place)}`];
}
function inlineSides({ committed, generated }) {
  const sides = [linesOf2(committed), linesOf2(generated)];
  return sides.every((lines) => lines.length < 2) ? sides.flat() : [];
}
function paintedSides({ colours }, { committed }, [first = "", second]) {
  const painted = committed ? colours.red(first) : colours.green(first);
  return second === void 0 ? painted : `${painted} ${colours.dim("\u2192")} ${colours.green(second)}`;
}
function diff2({ colours }, finding) {
  const lines = sideLines(finding);
  const paints = { "+": colours.green, "-": colours.red, " ": colours.dim };
  const shown = lines.slice(0, MOST_SIDE_LINES).map(({ sign, text }) => `    ${paints[sign](`${sign} ${text}`)}`);
  const more = lines.length - shown.length;
  return more > 0 ? [...shown, colours.dim(`    \u2026 ${more} more lines, all in the JSON report`)] : shown;
}

// src/report/text-overview.ts
var LONGEST_OBJECT = 48;
function overview(page, groups) {
  if (groups.length < 2) return [];
  const { colours, width } = page;
  const grades = Math.max("Grade".length, ...groups.map(({ grade }) => grade.length));
  const owners = Math.max("Object".length, ...groups.map(({ owner }) => displayWidth(owner)));
  const first = Math.min(owners, LONGEST_OBJECT, Math.floor(width * 0.45));
  const room = Math.max("What changed".length, width - first - grades - 10);
  const cells = groups.map((group) => changesAtAGlance(group, room));
  const second = Math.max("What changed".length, ...cells.map(displayWidth));
  const row2 = (object3, what, grade) => `${INDENT}${object3}${INDENT}${INDENT}${what}${INDENT}${INDENT}${grade}`;
  return [
    colours.dim(row2(padded("Object", first), padded("What changed", second), "Grade")),
    colours.dim(row2("\u2500".repeat(first), "\u2500".repeat(second), "\u2500".repeat(grades))),
    ...groups.map(({ owner, grade }, index) => {
      const object3 = padded(truncated(owner, first), first);
      const what = padded(cells[index] ?? "", second);
      return row2(colours.bold(object3), what, gradePaint(page, grade)(grade));
    })
  ];
}
function changesAtAGlance({ findings }, room) {
  const parts = new Set(findings.map((finding) => signedLabel(finding)));
  const all = [...parts].join("  ");
  if (displayWidth(all) <= room || parts.size === 1) return truncated(all, room);
  const signs = ["!", "~", "+", "-"];
  const counts = signs.map(
    (sign) => [sign, findings.filter(({ ruleId }) => signOf(ruleId) === sign).length]
  );
  return counts.flatMap(([sign, count]) => count > 0 ? [`${sign} ${count}`] : []).join("  ");
}
var signedLabel = (finding) => {
  const sign = signOf(finding.ruleId);
  return sign === "!" ? labelOf(finding) : `${sign} ${labelOf(finding)}`;
};
var legend2 = ({ colours }, groups) => legendOf(groups).map(([sign, meaning]) => colours.dim(`${INDENT}${sign} ${meaning}`));

// src/report/text.ts
function renderText(report, { colour: colour2, width = 100 }) {
  const page = pageOf(colour2, width);
  const groups = groupByObject(report.findings);
  const sections = [
    headline(page, report),
    bulleted(page, "\u2192", report.failure ? visibleLines(report.failure.remedy) : []),
    overview(page, groups),
    legend2(page, groups),
    ...groups.map((group) => changesOf(page, group)),
    titled(page, "Not checked", notChecked(report)),
    titled(page, "Notices", report.notices.map(noticeWords)),
    foundation(page, report),
    bulleted(page, "\u2192", remediesOf(report.findings)),
    repair(page, report)
  ];
  return `${sections.flatMap((lines) => lines.length > 0 ? [lines.join("\n")] : []).join("\n\n")}
`;
}
function headline(page, report) {
  const { colours, width } = page;
  const { status, because } = verdictOf(report);
  const look = {
    "in-sync": { mark: "\u2713", paint: colours.green },
    drifted: { mark: "\u2717", paint: colours.red },
    failed: { mark: "!", paint: colours.yellow }
  }[report.status];
  const hanging = " ".repeat(status.length + 4);
  const [first = "", ...rest] = because.flatMap((line) => wrapped(line, width - hanging.length));
  return [
    `${look.paint(look.mark)} ${colours.bold(look.paint(status))}: ${prose(page, first)}`,
    ...rest.map((line) => hanging + prose(page, line))
  ];
}
var titled = (page, title, sentences) => sentences.length === 0 ? [] : [page.colours.bold(title), ...bulleted(page, "-", sentences)];
var notChecked = ({ status, notRun }) => status === "failed" ? [] : notRun.map(({ part, reason }) => `${part}: ${visible(reason)}`);
function foundation({ colours, width }, report) {
  const facts = report.status === "failed" ? [] : [comparison(report).join(" \xB7 ")];
  const lines = [...facts, phases(report).join(" \xB7 ")].flatMap(
    (line) => wrapped(line, width - INDENT.length)
  );
  return lines.map((line) => colours.dim(INDENT + line));
}
var repair = ({ colours }, { repair: repair2 }) => repair2 === void 0 ? [] : [`${INDENT}${colours.dim("$")} ${colours.bold(visible(repair2))}`];

// src/report/render.ts
function renderReport(format, report, options) {
  switch (format) {
    case "text":
      return renderText(report, options);
    case "json":
      return renderJson(report);
    case "markdown":
      return renderMarkdown(report);
    default:
      return format;
  }
}

// src/version.ts
var VERSION = "0.1.0";

// src/command-line.ts
var EXIT = { "in-sync": 0, drifted: 1, failed: 2 };
var COMMANDS = [
  ["check", "compare the committed types with what the migrations build"],
  ["fix", "write what drifted into the committed types, and nothing else"]
];
var colour = createColors().isColorSupported;
async function main(argv) {
  process.stdout.on("error", outputLost);
  let run;
  const program = commandLine((command, given) => {
    run = () => runCommand(command, parseOptions(given));
  });
  try {
    program.parse(argv);
    return run === void 0 ? 0 : await run();
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const known = error instanceof CommanderError ? unreadable(error) : error;
    if (!isKnownError(known)) throw known;
    const command = COMMANDS.find(([name]) => name === argv[2])?.[0];
    if (command === void 0) return say(known);
    const given = program.commands.find((one) => one.name() === command)?.opts().format;
    const format = FORMATS.find((one) => one === given) ?? "text";
    return show(failedReport(command, parseOptions({}), known), { format });
  }
}
function commandLine(chosen) {
  const program = new Command("drift-gate").description("Tells where Supabase migrations and the committed TypeScript types disagree.").version(VERSION).configureOutput({ outputError: () => void 0, writeErr: () => void 0 }).exitOverride();
  for (const [name, description] of COMMANDS) {
    const command = program.command(name).description(description);
    for (const option of Object.values(OPTIONS)) {
      if (option.only !== void 0 && option.only !== name) continue;
      const text = option.fallback === void 0 ? option.description : `${option.description} (default: ${option.fallback})`;
      if (option.repeatable)
        command.option(option.flag, text, (value, all = []) => [...all, value]);
      else command.option(option.flag, text);
    }
    command.action((given) => chosen(name, given));
  }
  return program;
}
function unreadable({ message }) {
  const sentence = message.replace(/^error: /, "").replace(/ for '\w+'\. Expected/, ": expected").replace(/\s*\(Did you mean (.*)\?\)$/s, ", did you mean $1?").replace(/[^'=\s]*:\/\/.*'/s, "\u2026'").replace(/[.?]?$/, (end) => end || ".");
  return new UsageError({
    message: sentence.startsWith("(outputHelp)") ? "No command was given." : visible(sentence.slice(0, 1).toUpperCase() + sentence.slice(1)),
    remedy: "Run `drift-gate --help`, or `drift-gate check --help`, to see what there is."
  });
}
async function runCommand(command, options) {
  const progress = progressOn(process.stderr, options.quiet);
  const ports = {
    discover: () => discoverProject(options.project, { types: options.types }),
    openShadow,
    onProgress: progress.show,
    now: () => performance.now(),
    filesOf: ({ directory }) => filesOf(directory)
  };
  const asked = { schema: options.schema, repeat: repeated(options), dryRun: options.dryRun };
  let ran;
  try {
    for (const { file } of options.output) await refuseUnwritable(file);
    ran = command === "check" ? { report: await check(asked, ports) } : await fix(asked, ports);
  } catch (error) {
    if (!isKnownError(error)) throw error;
    ran = { report: failedReport(command, options, error) };
  } finally {
    progress.clear();
  }
  const report = await inFiles(ran.report, options);
  if (!options.dryRun || ran.patch === void 0 || report.status === "failed") return show(report, options);
  process.stdout.write(ran.patch);
  if (ran.patch === "" && report.status === "drifted")
    process.stderr.write(renderReport("text", report, { colour: false }));
  return EXIT[report.status];
}
async function inFiles(report, options) {
  try {
    for (const { format, file } of options.output)
      await writeReport(file, renderReport(format, report, { colour: false }));
    return report;
  } catch (error) {
    if (!isKnownError(error)) throw error;
    return report.status === "failed" ? report : failedReport(report.command, options, error);
  }
}
function show(report, { format }) {
  const stream = report.status === "failed" && format === "text" ? process.stderr : process.stdout;
  const page = { colour: colour && stream.isTTY === true, width: stream.columns ?? 100 };
  stream.write(renderReport(format, report, page));
  return EXIT[report.status];
}
function say({ message, remedy }) {
  process.stderr.write(`drift-gate: ${message}
  ${remedy}
`);
  return EXIT.failed;
}
function outputLost(error) {
  if (codeOf(error) !== "EPIPE") throw fileFailure("write", "Standard output", error);
}
function repeated({ project, types, schema }) {
  const words = [
    ...project === "." ? [] : ["--project", project],
    ...types.flatMap((file) => ["--types", file]),
    ...schema.flatMap((name) => ["--schema", name])
  ];
  return words.map((word) => ` ${/^[\w./:@=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`}`).join("");
}
export {
  main
};
