import {
  faultOf,
  isDatabaseUrl,
  openShadow
} from "./chunk-XWET724B.js";
import {
  PLATFORM_SCHEMAS,
  configWhenAbsent,
  defaultSchemas,
  fileOf,
  listMigrations,
  parseConfig
} from "./chunk-AVQHJCD7.js";
import {
  formatObjectId,
  makeFinding,
  ownerOf,
  owningObject
} from "./chunk-7FEEDBTQ.js";
import {
  RULES,
  longestRun,
  named,
  parseProse,
  quoteCode,
  visible,
  visibleJson,
  visibleLines
} from "./chunk-YVH77UE2.js";
import {
  byText,
  groupBy
} from "./chunk-CC5WXE67.js";
import {
  EnvironmentError,
  UsageError,
  isKnownError,
  messageOf
} from "./chunk-HIMI4JHW.js";

// src/command-line.ts
import { Command, CommanderError } from "./vendor/commander.js";
import { createColors } from "./vendor/picocolors.js";

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
var PLACEHOLDERS = [
  {
    start: "\0GITCRYPT\0",
    what: "is encrypted with git-crypt",
    remedy: "Run `git-crypt unlock` in the checkout first."
  },
  {
    start: "version https://git-lfs.github.com/spec/",
    what: "is a pointer of Git LFS, not the file itself",
    remedy: "Run `git lfs pull` first; in a workflow, give `actions/checkout` the input `lfs: true`."
  }
];
function decodeUtf8(bytes, path, noun) {
  const placeholder = PLACEHOLDERS.find(({ start }) => startsWith(bytes, ...Buffer.from(start)));
  if (placeholder) {
    throw new UsageError({
      message: `${path}, a ${noun}, ${placeholder.what}.`,
      remedy: placeholder.remedy
    });
  }
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
  const groups = groupCopies(candidates);
  if (groups.length === 0) {
    throw new UsageError({
      message: `No generated types were found in ${searched}: no TypeScript file, apart from those that .gitignore names, declares a \`Database\` with \`Tables\` and \`Row\`.`,
      remedy: `Name the file with \`--types FILE\`, or generate it with ${GENERATE_TYPES} and commit it.`
    });
  }
  return groups;
}
function whichTypes(files, inSync2) {
  const pathsOf = (some) => some.flatMap(({ path, copies }) => [path, ...copies]);
  const known = inSync2.length === 0 ? "" : `; in sync with the migrations: ${namedList(pathsOf(inSync2))}`;
  return new UsageError({
    message: `Generated types were found in ${pathsOf(files).length} files that differ: ${namedList(pathsOf(files))}${known}.`,
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

// src/commands/blame.ts
function withBlame(finding, evidence) {
  const { subject } = finding;
  const touch = touchOf(subject, evidence.index);
  const isRemoved = finding.ruleId.endsWith("-removed");
  if (touch === void 0) {
    const file = fileOfObject(subject, evidence);
    if (file !== void 0)
      return saying(finding, `came with the run of ${named(file)}; no statement names it`);
    return isRemoved ? saying(finding, "in the committed types, in no migration: made outside Git, or never existed") : finding;
  }
  const later = laterRun(subject, touch, evidence);
  if (later !== void 0)
    return saying(finding, `last changed by the run of ${named(later)}; no statement there names it`);
  const located = { ...finding, location: inFolder(touch.location) };
  return isRemoved && wasLeft(subject, touch) && !isThere(subject, evidence) ? saying(located, "no statement removes it after that: code that a migration runs did") : located;
}
var saying = (finding, words) => ({
  ...finding,
  details: [...finding.details ?? [], words]
});
var inFolder = (location) => ({
  ...location,
  file: fileOf(location.file)
});
function touchOf(subject, index) {
  const owner = ownerOf(subject);
  return index.blame(subject) ?? (owner && index.blame(owner));
}
function fileOfObject(subject, { built, parts }) {
  const file = (partOf(subject, parts) ?? wholeOf(ownerOf(subject) ?? subject, built))?.file;
  return file && fileOf(file);
}
function laterRun(subject, touch, { migrations, parts }) {
  const order = (file) => migrations.findIndex((one) => one.file === file);
  const run = partOf(subject, parts)?.file;
  return order(run) > order(touch.location.file) && run ? fileOf(run) : void 0;
}
var wasLeft = (subject, { action }) => subject.kind !== "relationship" && (action === "create" || action === "alter");
var isThere = (subject, { built, parts }) => ownerOf(subject) === void 0 ? wholeOf(subject, built) !== void 0 : partOf(subject, parts) !== void 0;
function partOf(subject, parts) {
  const owner = ownerOf(subject);
  if (owner === void 0 || !("schema" in owner)) return void 0;
  return parts.find(
    (part) => part.kind === subject.kind && part.schema === owner.schema && part.owner === owner.name && part.name === subject.name
  );
}
var wholeOf = (object2, built) => "schema" in object2 ? built.find(({ schema, name }) => schema === object2.schema && name === object2.name) : void 0;

// src/commands/explanation.ts
async function explain(work) {
  const { plan, shadow, types, compared, built } = work;
  const index = await indexOf(plan);
  const evidence = { migrations: plan.migrations, index, built, parts: await shadow.builtParts() };
  const told = compared.map((one) => ({
    path: one.file.path,
    findings: toldChanges(work, one, index).map((change2) => withBlame(types.findingOf(change2), evidence))
  }));
  return { findings: withFiles(told), notices: unreadNotices(index, plan.migrations) };
}
function toldChanges({ types, generated, compare }, { types: committed, changes }, { renames }) {
  const renamed = types.withRenames(committed, generated, renames);
  if (renamed.changes.length === 0) return changes;
  return [...renamed.changes, ...compare(renamed.committed).changes];
}
async function indexOf({ migrations }) {
  const { indexMigrations } = await import("./object-index-Y2LIPBRJ.js");
  return indexMigrations(migrations);
}
var unreadNotices = ({ refused }, applied) => refused.filter(({ location }) => applied.some(({ file }) => file === location.file)).map(({ location, message }) => ({
  code: "unreadable-statement",
  message: `The SQL parser refuses ${fileOf(location.file)}:${location.line} (${message}), so no finding can name that statement.`
}));
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

// src/commands/inventory.ts
function builtInventory(built, committed, schemas) {
  const relations = built.flatMap(
    ({ kind, extension, ...object2 }) => isRelation(kind) && extension === void 0 ? [{ kind, ...object2 }] : []
  );
  return inventory(
    "replay",
    relations,
    (one) => schemas.includes(one.schema) ? committed.some(({ types }) => types.schemas.get(one.schema)?.relations.has(one.name)) : void 0
  );
}
function staticInventory({ relations }, committed) {
  const own = relations.filter(({ schema }) => !PLATFORM_SCHEMAS.has(schema));
  const all = own.map(({ created, ...relation }) => ({ ...relation, file: created.location.file }));
  return inventory(
    "static",
    all,
    (one) => committed.some(({ types }) => types.schemas.get(one.schema)?.relations.has(one.name))
  );
}
var RELATIONS = [
  "table",
  "view",
  "materialized-view",
  "foreign-table"
];
var isRelation = (kind) => RELATIONS.includes(kind);
function inventory(gitFrom, all, inTypes) {
  const relations = all.map((relation) => {
    const { kind, schema, name, file } = relation;
    const types = inTypes(relation);
    return {
      id: formatObjectId({ kind: kind === "foreign-table" ? "table" : kind, schema, name }),
      kind,
      ...types !== void 0 && { types },
      ...file !== void 0 && { file: fileOf(file) }
    };
  });
  return {
    gitFrom,
    counts: { git: relations.length, types: relations.filter(({ types }) => types).length },
    relations
  };
}

// src/commands/known.ts
function knownOf(built) {
  const byName = groupBy(built, ({ schema, name }) => JSON.stringify([schema, name]));
  const parents = groupBy(
    built.filter(({ partitionOf }) => partitionOf !== void 0),
    ({ partitionOf = "" }) => partitionOf
  );
  const keys = groupBy(built.flatMap(keysOf), (key) => key.name);
  const named2 = (schema, name) => byName.get(JSON.stringify([schema, name])) ?? [];
  const functions = (schema, name) => named2(schema, name).filter(({ kind }) => kind === "function");
  return {
    returnsOneRow: (schema, name) => isEvery(functions(schema, name), ({ returnsOneRow }) => returnsOneRow),
    extensionOf: (schema, name) => {
      const [first, ...others] = named2(schema, name).map(({ extension }) => extension);
      return others.every((other) => other === first) ? first : void 0;
    },
    siblings: (schema, name) => {
      const [parent] = named2(schema, name).flatMap(({ partitionOf }) => partitionOf ?? []);
      return (parents.get(parent ?? "") ?? []).filter((one) => one.schema === schema).map((one) => one.name);
    },
    lateKind: (schema, name) => {
      const kinds = named2(schema, name).map(({ kind }) => kind);
      if (kinds.includes("foreign-table")) return "foreign table";
      return kinds.includes("materialized-view") ? "materialized view" : void 0;
    },
    foreignKeys: (name) => keys.get(name) ?? [],
    inOutOrVariadic: (schema, name) => functions(schema, name).flatMap(({ inOutOrVariadic }) => inOutOrVariadic ?? []),
    unnamedOverloads: (schema, name) => functions(schema, name).filter(({ takesUnnamed }) => takesUnnamed).length,
    takesRow: (schema, name) => functions(schema, name).some(({ takesRow }) => takesRow),
    usesLearntType: (schema, name, column = "") => named2(schema, name).some(({ learntTypes }) => learntTypes?.includes(column)),
    isComputed: (schema, relation, column) => named2(schema, relation).some(({ computed }) => computed?.includes(column)),
    isLateWritable: (schema, view) => named2(schema, view).some(({ isLateWritable }) => isLateWritable)
  };
}
var isEvery = (all, is) => all.length > 0 && all.every(is);
var keysOf = ({
  schema,
  name: relation,
  foreignKeys = []
}) => foreignKeys.map((key) => ({ ...key, schema, relation }));

// src/commands/supabase-extensions.ts
var NAMES = `
address_standardizer address_standardizer_data_us adminpack amcheck autoinc bloom btree_gin btree_gist citext cube
dblink dict_int dict_xsyn earthdistance file_fdw fuzzystrmatch hstore http hypopg index_advisor insert_username intagg
intarray isn lo ltree moddatetime old_snapshot orioledb pageinspect pg_backtrace pg_buffercache pg_cron
pg_freespacemap pg_graphql pg_hashids pg_jsonschema pg_net pg_partman pg_prewarm pg_repack pg_stat_monitor
pg_stat_statements pg_surgery pg_tle pg_trgm pg_visibility pg_walinspect pgaudit pgcrypto pgjwt pgmq pgroonga
pgroonga_database pgrouting pgrowlocks pgsodium pgstattuple pgtap plcoffee pljava plls plpgsql plpgsql_check plv8
postgis postgis_raster postgis_sfcgal postgis_tiger_geocoder postgis_topology postgres_fdw refint rum seg sslinfo
supabase_vault supautils tablefunc tcn timescaledb tsm_system_rows tsm_system_time unaccent uuid-ossp vector wrappers
xml2`;
var SUPABASE_EXTENSIONS = new Set(NAMES.trim().split(/\s+/));

// src/commands/embedded-limits.ts
var OWN_FAILURE = /^(XX|58|53|F0)/;
var NO_EXTENSION = /^extension "(?<extension>[^"]+)" is not available$/;
var NO_COLLATION = /^collation "(?<collation>[^"]+)" .*does not exist$/;
var SYSTEM_COLLATION = /^[a-z]{2,3}([-_].*)?(-x-icu|[-_][A-Z]{2}(\..+|@.+)?)$/;
var BRINGS_EXTENSIONS = /\b(pgtle|dbdev)\s*\.\s*install/i;
function refuseOwnLimits(failure, plan) {
  if (!isOwnLimit(failure, plan)) return;
  const { file, line, column, statement, message } = failure;
  const location = { file: fileOf(file), line, column };
  throw new EnvironmentError({
    message: `The embedded database cannot replay ${named(location.file)}: ${visible(message)}.`,
    remedy: RULES["embedded-cannot-replay"].remedy,
    blocker: { rule: "embedded-cannot-replay", location, statement }
  });
}
function isOwnLimit({ sqlState, message }, plan) {
  const extension = NO_EXTENSION.exec(message)?.groups?.extension;
  if (extension !== void 0) return SUPABASE_EXTENSIONS.has(extension) || bringsExtensions(plan);
  const collation = NO_COLLATION.exec(message)?.groups?.collation;
  if (collation !== void 0) return SYSTEM_COLLATION.test(collation);
  return OWN_FAILURE.test(sqlState);
}
var bringsExtensions = ({ migrations }) => migrations.some(({ sql }) => BRINGS_EXTENSIONS.test(sql));
var detailsOf = ({ message, detail, hint }) => {
  if (NO_EXTENSION.test(message)) return ["No Supabase database has an extension of that name."];
  return [detail, hint].flatMap((text) => text ? [text] : []);
};

// src/commands/replay-findings.ts
var MISSING_OBJECT = /* @__PURE__ */ new Set(["42P01", "42704", "3F000", "42883"]);
async function replayFindings(project, plan, failure, knownObjects) {
  refuseOwnLimits(failure, plan);
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
      subject: { kind: "file", name: fileOf(second) },
      location: { file: fileOf(second), line: 1 },
      message: `Version ${version} stands twice: ${named(first)} and ${named(second)}.`,
      salient: [version]
    });
  });
}
function failedStatement(failure) {
  const { file, line, column, statement, sqlState, message } = failure;
  return makeFinding({
    ruleId: "replay-failed",
    subject: { kind: "file", name: fileOf(file) },
    location: { file: fileOf(file), line, column },
    message: `${named(fileOf(file))} fails at line ${line}, column ${column}: ${message} (SQLSTATE ${sqlState}).`,
    details: [...statement ? [statement] : [], ...detailsOf(failure)],
    salient: [sqlState, message]
  });
}
async function missingObjectFindings({ migrations }, knownObjects) {
  const { missingObjects } = await import("./references-ZG25Y3LQ.js");
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
  const shadow = openShadow2(project, plan);
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
  const types = await timed("load", () => import("./comparison-XTMDLCH2.js"));
  const committed = project.typesFiles.map((file) => ({
    file,
    types: types.parseTypes(file.text, file.path)
  }));
  const postgresVersion = await starting;
  const outcome = await replaying;
  if (outcome.status === "failed") return await stoppedReplay(work, committed, outcome, postgresVersion);
  return await compareFiles(work, types, committed, postgresVersion);
}
async function stoppedReplay({ project, plan, shadow, timed }, committed, failure, postgresVersion) {
  const findings = await replayFindings(project, plan, failure, () => shadow.objects());
  const index = await timed("index", () => indexOf(plan));
  return {
    findings,
    notices: unreadNotices(index, plan.migrations.slice(0, failure.applied)),
    notRun: [{ part: "types", reason: "the migrations could not be replayed to the end" }],
    schemas: [],
    engine: { postgresVersion },
    timings: timed.all,
    inventory: staticInventory(index, committed),
    files: []
  };
}
async function compareFiles(work, types, committed, postgresVersion) {
  const { project, named: named2, shadow, onProgress, timed } = work;
  onProgress("Generating types");
  const choice = { named: named2, expected: defaultSchemas(project.config), platform: PLATFORM_SCHEMAS };
  const wanted = [...new Set(committed.flatMap((one) => types.schemasToGenerate(one.types, choice)))].sort();
  const { text, generator } = await timed("generate", () => shadow.generateTypes(wanted));
  const generated = types.parseTypes(text, "the generated types", true);
  refuseNothing(generated, wanted);
  const built = await shadow.builtObjects();
  const known = knownOf(built);
  const compare = (one) => types.compareTypes(one, generated, choice, known);
  const compared = await timed(
    "compare",
    async () => committed.map((one) => ({ ...one, ...compare(one.types) }))
  );
  refuseChoosing(project, compared);
  const schemas = [...new Set(compared.flatMap((one) => one.schemas))].sort();
  const told = compared.some(({ changes }) => changes.length > 0) ? await timed("blame", () => explain({ ...work, types, compared, generated, compare, built })) : { findings: [], notices: [] };
  return {
    findings: told.findings,
    notices: distinct([...compared.flatMap(({ notices }) => notices), ...told.notices]),
    notRun: [],
    schemas,
    engine: { postgresVersion, generator },
    timings: timed.all,
    compared: types.countObjects(generated, schemas),
    inventory: builtInventory(built, committed, schemas),
    files: compared,
    generated: { text, changesOf: (one, path) => compare(types.parseTypes(one, path)).changes }
  };
}
function refuseNothing({ schemas: found2 }, schemas) {
  if (found2.size > 0) return;
  throw new EnvironmentError({
    message: `None of the schemas ${schemas.join(", ")} exists in the database that the migrations build.`,
    remedy: "Name schemas that the migrations create with --schema, or mend api.schemas in supabase/config.toml."
  });
}
function refuseChoosing({ mustChoose, typesFiles: typesFiles2 }, compared) {
  const inSync2 = compared.filter(({ changes }) => changes.length === 0).map(({ file }) => file);
  if (mustChoose && inSync2.length < compared.length) throw whichTypes(typesFiles2, inSync2);
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
  const { findings, notices, notRun, schemas, engine, timings, files, compared, inventory: inventory2 } = comparison2;
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
    inventory: inventory2,
    timings,
    ...isRepairable && { repair: `drift-gate fix${repeat}` }
  };
}

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
var ROUNDS = 3;
async function editsOf(compared, generated, files) {
  const [{ editTypes }, { unifiedDiff }] = await Promise.all([
    import("./edit-5AQPZBGD.js"),
    import("./patch-7RLDZTLZ.js")
  ]);
  const edits = [];
  for (const { file, changes } of compared) {
    if (changes.length === 0) continue;
    for (const path of [file.path, ...file.copies]) {
      const before = stripLogLines(await files.readText(path)).text;
      if (linesOf(before) !== linesOf(file.text)) throw changedMeanwhile(path);
      let after = before;
      let left = changes;
      for (let round = 0; round < ROUNDS && left.length > 0; round++) {
        after = editTypes(after, generated.text, left, path);
        left = generated.changesOf(after, path);
      }
      if (left.length > 0) throw notMended(path);
      edits.push({ path, changes: changes.length, after, patch: unifiedDiff(path, before, after) });
    }
  }
  return edits;
}
var changedMeanwhile = (path) => new UsageError({
  message: `${path} was changed while it was compared, so nothing was written.`,
  remedy: "Run `drift-gate fix` again."
});
var notMended = (path) => new EnvironmentError({
  message: `${path} is not in sync after ${ROUNDS} edits, so nothing was written.`,
  remedy: "Generate it again with `supabase gen types`, and report the file: this is a fault of `fix`."
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
import * as v from "./vendor/valibot.js";

// src/findings/fail-on.ts
var FAIL_ON = ["drift", "dangerous", "breaking", "never"];

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
    description: "where migrations are replayed: embedded, local-stack (Docker; it is reset), or the postgresql:// URL of a disposable database",
    fallback: "embedded",
    remedy: "Leave `--database` out, for the embedded one needs nothing installed, or name a disposable database."
  },
  resetWith: {
    flag: "--reset-with <what>",
    description: "what replays the migrations: built-in, or supabase-cli, the real `supabase db reset` and `supabase gen types`; the latter on another database than the embedded one",
    fallback: "built-in",
    remedy: "Leave `--reset-with` out: the embedded database is reset by the built-in replay, others by the Supabase CLI."
  },
  supabaseCli: {
    flag: "--supabase-cli <path>",
    description: "the Supabase CLI to run; searched for in node_modules/.bin, then on the path, when not given",
    remedy: "Give the path of the CLI together with `--reset-with supabase-cli`, or leave it out."
  },
  timeout: {
    flag: "--timeout <seconds>",
    description: "how long one call of the Supabase CLI may take (default: 300, 600 on local-stack)",
    remedy: "Give whole seconds from 1 to 86400 together with `--reset-with supabase-cli`, or leave it out."
  },
  failOn: {
    flag: "--fail-on <level>",
    description: "which drift ends with exit 1: drift, dangerous, breaking or never",
    fallback: "drift",
    only: "check",
    remedy: "Give `drift` for any, `dangerous` or `breaking` for changes of that grade and worse, or `never`."
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
var FILLED = v.pipe(v.string(), v.trim(), v.nonEmpty("names nothing"));
var PATH = v.pipe(
  FILLED,
  v.check((text) => !/[a-z][a-z0-9+.-]*:\/\//i.test(text), "was given a URL, not a path")
);
var DATABASE = v.pipe(
  v.string(),
  v.check(
    (text) => text === "embedded" || text === "local-stack" || isDatabaseUrl(text),
    "is neither `embedded`, `local-stack` nor a postgresql:// URL"
  ),
  v.rawCheck(({ dataset, addIssue }) => {
    const fault = dataset.typed && isDatabaseUrl(dataset.value) ? faultOf(dataset.value) : void 0;
    if (fault !== void 0) addIssue({ message: fault });
  })
);
var RESET_WITH = v.picklist(["built-in", "supabase-cli"], "is neither `built-in` nor `supabase-cli`");
var SECONDS = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d{0,4}$/, "is no number of seconds"),
  v.transform(Number),
  v.maxValue(86400, "is more than a day")
);
var LEVEL = v.picklist(FAIL_ON, "is neither `drift`, `dangerous`, `breaking` nor `never`");
var FORMAT = v.picklist(FORMATS, "is neither `text`, `json` nor `markdown`");
var SOURCE_FILE = /\.([cm]?[jt]sx?|sql|toml)$/i;
var OUTPUT = v.pipe(
  v.string(),
  v.regex(/^[^=]+=./s, "is not of the form FORMAT=FILE"),
  v.transform((text) => ({
    format: text.slice(0, text.indexOf("=")),
    file: text.slice(text.indexOf("=") + 1)
  })),
  v.check(({ file }) => !SOURCE_FILE.test(file), "would overwrite a source file"),
  v.object({
    format: v.picklist(FORMATS, "has a format that is neither `text`, `json` nor `markdown`"),
    file: PATH
  })
);
var SCHEMA_NAMES = v.pipe(
  v.array(v.string()),
  v.transform((given) => given.flatMap((names) => names.split(","))),
  v.array(FILLED),
  v.transform((names) => [...new Set(names)])
);
var OPTIONS_SCHEMA = v.strictObject({
  project: v.optional(PATH, "."),
  types: v.optional(v.array(PATH), []),
  schema: v.optional(SCHEMA_NAMES, []),
  database: v.optional(DATABASE, "embedded"),
  resetWith: v.optional(RESET_WITH),
  supabaseCli: v.optional(PATH),
  timeout: v.optional(SECONDS),
  failOn: v.optional(LEVEL, "drift"),
  format: v.optional(FORMAT, "text"),
  output: v.optional(
    v.pipe(
      v.array(OUTPUT),
      v.check(
        (outputs) => new Set(outputs.map(({ file }) => file)).size === outputs.length,
        "names the same file twice"
      )
    ),
    []
  ),
  quiet: v.optional(v.boolean(), false),
  dryRun: v.optional(v.boolean(), false)
});
function parseOptions(given) {
  const { success, output, issues } = v.safeParse(OPTIONS_SCHEMA, given);
  if (success) return complete(output);
  const [issue] = issues;
  const name = v.getDotPath(issue)?.split(".")[0] ?? "";
  if (!isOptionName(name)) {
    throw new UsageError({
      message: `There is no option \`${name}\`.`,
      remedy: "`drift-gate check --help` lists the options."
    });
  }
  throw new UsageError({ message: `${flagOf(name)} ${reasonOf(issue)}.`, remedy: OPTIONS[name].remedy });
}
function complete(given) {
  const { database: place, resetWith: how } = given;
  const database = place === "embedded" || place === "local-stack" ? place : "url";
  const resetWith = how ?? (database === "embedded" ? "built-in" : "supabase-cli");
  if (database !== "embedded" && resetWith === "built-in")
    throw conflict("resetWith", "was given `built-in`, which resets the embedded database alone");
  for (const name of ["supabaseCli", "timeout"])
    if (given[name] !== void 0 && resetWith === "built-in")
      throw conflict(name, "is about the Supabase CLI, which the built-in replay does not run");
  const timeout = given.timeout ?? (database === "local-stack" ? 600 : 300);
  return { ...given, database, databaseUrl: database === "url" ? place : void 0, resetWith, timeout };
}
var conflict = (name, reason) => new UsageError({ message: `${flagOf(name)} ${reason}.`, remedy: OPTIONS[name].remedy });
var isOptionName = (name) => Object.hasOwn(OPTIONS, name);
var flagOf = (name) => `\`${OPTIONS[name].flag.split(" ")[0]}\``;
var reasonOf = (issue) => issue.message.startsWith("Invalid ") ? "has a value of the wrong kind" : issue.message;

// src/files/discover.ts
import { readdirSync as readdirSync2, realpathSync as realpathSync2 } from "node:fs";
import { basename, dirname as dirname2, join as join3, resolve as resolve2 } from "node:path";

// src/config/generated-shape.ts
var TOKEN = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`|[\p{ID_Start}_$][\p{ID_Continue}$]*|\S/gu;
var looksGenerated = (text) => generatedShapes(text).length > 0;
var declaredSchemas = (text) => generatedShapes(text).flatMap(
  ({ schemas }) => [...schemas].flatMap(([name, members]) => members.has("Tables") ? [name] : [])
);
function generatedShapes(text) {
  if (!text.includes("Tables") || !text.includes("Row")) return [];
  const tokens = (text.match(TOKEN) ?? []).filter(
    (token) => !token.startsWith("//") && !token.startsWith("/*")
  );
  return tokens.flatMap((_, position) => {
    const opening2 = openingBrace(tokens, position);
    const shape = opening2 === void 0 ? void 0 : shapeOf(tokens, opening2);
    return shape !== void 0 && isGenerated(shape) ? [shape] : [];
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
function isThere2(path) {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== void 0;
  } catch {
    return true;
  }
}
function kindOf(path, shown) {
  try {
    const found2 = statSync(path, { throwIfNoEntry: false });
    if (!found2) return void 0;
    return found2.isFile() ? "file" : found2.isDirectory() ? "folder" : "other";
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
  const found2 = { types: [], ruined: [] };
  for (const file of typeScriptFiles(start, rulesAbove(start, root), isLeftOut)) {
    try {
      const types = generatedTypes(file, shownFrom(directory, file));
      if (types) found2.types.push(types);
    } catch (error) {
      if (!isKnownError(error)) throw error;
      found2.ruined.push(error);
    }
  }
  return found2;
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
  const hasRoles = isThere2(join3(place.directory, ROLES_FILE));
  const read = types.length === 0 ? searchedTypes(place) : namedTypes(types, place, cwd);
  return {
    directory: place.directory,
    shownDirectory: shownFrom(realpathSync2(cwd), place.directory),
    config,
    migrations,
    duplicates: list2.duplicates,
    ...hasRoles ? { roles: readSql(place, ROLES_FILE, "file of roles") } : {},
    typesFiles: read.chosen,
    ...types.length === 0 && read.chosen.length > 1 && { mustChoose: true },
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
  if (!isThere2(path)) return configWhenAbsent();
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
  if (!isThere2(folder)) return [];
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
    const path = [resolve2(cwd, given), resolve2(directory, given)].find(isThere2);
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
function ofProject(found2) {
  const own = found2.filter(({ text }) => declaredSchemas(text).some((name) => !PLATFORM_SCHEMAS.has(name)));
  return own.length > 0 ? own : found2;
}
function searchedTypes({ directory, root }) {
  const inside = searchTypes(directory, { root, directory });
  const isAlone = inside.types.length > 0 || root === directory;
  const around = isAlone ? { types: [], ruined: [] } : searchTypes(root, { root, directory });
  const read = ofProject([...inside.types, ...around.types]);
  const [ruined] = [...inside.ruined, ...around.ruined];
  if (read.length === 0 && ruined) throw ruined;
  const searched = root === directory ? "the project" : "the project and the repository around it";
  return { read, chosen: chooseTypes(read, searched) };
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
  const found2 = await stat(path).catch(() => void 0);
  return found2 !== void 0 && !found2.isFile() && !found2.isDirectory();
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
  const found2 = await lstat(path).catch((error) => {
    if (codeOf(error) === "ENOENT") return void 0;
    throw fileFailure("write", shown, error);
  });
  if (found2?.isDirectory())
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
function failedReport(command, { project, types, schema, database, resetWith }, { message, remedy, blocker: blocker3 }) {
  const reason = "the run stopped before it";
  return {
    schemaVersion: 1,
    command,
    status: "failed",
    failure: { ...blocker3, message, remedy },
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

// src/report/failing.ts
function isFailing({ status, findings, failOn }) {
  if (status !== "drifted") return status === "failed";
  return failOn === void 0 || findings.some((finding) => reaches(finding, failOn));
}
function reaches({ compatibility = "breaking" }, level) {
  switch (level) {
    case "dangerous":
      return compatibility !== "safe";
    case "breaking":
      return compatibility === "breaking";
    case "never":
      return false;
    default:
      return level;
  }
}
var isTolerated = (report) => report.status === "drifted" && !isFailing(report);

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
  inventory: 0,
  failOn: 0,
  timings: 0,
  part: 0,
  rule: 0,
  ruleId: 0,
  severity: 0,
  compatibility: 0,
  reason: 0,
  subject: 0,
  id: 0,
  kind: 0,
  location: 0,
  file: 0,
  line: 0,
  column: 0,
  schema: 0,
  relation: 0,
  enum: 0,
  name: 0,
  args: 0,
  statement: 0,
  gitFrom: 0,
  counts: 0,
  relations: 0,
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
  git: 0,
  types: 0,
  schemas: 0,
  database: 0,
  resetWith: 0,
  cli: 0,
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
var upperFirst = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);
var lowerFirst = (text) => text.slice(0, 1).toLowerCase() + text.slice(1);
function signOf(ruleId) {
  if (ruleId.endsWith("-added")) return "+";
  if (ruleId.endsWith("-removed")) return "-";
  return /-(changed|renamed)$/.test(ruleId) ? "~" : "!";
}
var LEGEND = {
  "+": "in the database that the migrations build, not in the committed types",
  "-": "in the committed types, not in that database",
  "~": "committed \u2192 generated"
};
var WORST_FIRST = ["error", "breaking", "dangerous", "warning", "safe", "note"];
var gradeOf = (finding) => finding.compatibility ?? finding.severity;
function groupByObject(findings) {
  const groups = groupBy(
    findings,
    ({ subject }) => `${subject.kind === "function"} ${owningObject(subject)}`
  );
  return [...groups.values()].flatMap((own) => {
    const grades = new Set(own.map(gradeOf));
    return own.slice(0, 1).map(({ subject }) => ({
      owner: visible(owningObject(subject)),
      findings: own,
      grade: WORST_FIRST.find((grade) => grades.has(grade)) ?? "error"
    }));
  });
}
function legendOf(groups) {
  const signs = new Set(
    groups.flatMap(({ findings }) => findings.map(({ ruleId }) => signOf(ruleId)))
  );
  return Object.entries(LEGEND).filter(([sign]) => signs.has(sign));
}
function partOf2(subject) {
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
var labelOf = (finding) => signOf(finding.ruleId) === "!" ? titleOf(finding) : partOf2(finding.subject);
var glanceOf = (finding) => finding.ruleId.endsWith("-renamed") ? visible(`${finding.committed} \u2192 ${finding.generated}`) : labelOf(finding);
var placeOf2 = ({ file, line, column }) => visible(column === void 0 ? `${file}:${line}` : `${file}:${line}:${column}`);
function unlistedPlaceOf({ location, details = [] }) {
  if (!location) return "";
  const line = `${location.file}:${location.line}`;
  return details.some((detail) => `${detail}:`.startsWith(`${line}:`)) ? "" : placeOf2(location);
}
var schemaOf = (subject) => "schema" in subject ? subject.schema : subject.kind === "schema" ? subject.name : "";
var isChange = ({ ruleId }) => signOf(ruleId) !== "!";
function whereOf(changes) {
  const schemas = [...new Set(changes.map((finding) => schemaOf(finding.subject)))].filter(Boolean);
  return schemas.length > 0 ? ` in ${listedUpTo(3, schemas.map(named))}` : "";
}
function found(findings, counts) {
  const changes = findings.filter(isChange);
  const others = findings.filter((finding) => !isChange(finding));
  const titles = [...groupBy(others, titleOf)].map(
    ([title, own]) => own.length === 1 ? lowerFirst(title) : `${lowerFirst(title)} (${own.length})`
  );
  return [...titles, ...changes.length > 0 ? [counts(changes) + whereOf(changes)] : []].join("; ");
}
var objects = (changes) => counted(groupByObject(changes).length, "object");
function gradedChanges(changes) {
  const grades = WORST_FIRST.map((grade) => ({
    grade,
    count: changes.filter((finding) => gradeOf(finding) === grade).length
  })).filter(({ count }) => count > 0);
  const last = grades.at(-1)?.count === 1 ? "change" : "changes";
  return `${listed(grades.map(({ grade, count }) => `${count} ${grade}`))} ${last}`;
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
      return isTolerated(report) ? {
        status: `Drifted, tolerated by \`--fail-on ${report.failOn}\``,
        because: [found(report.findings, gradedChanges)]
      } : { status: "Drifted", because: [found(report.findings, objects)] };
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
var databaseName = (database) => database === "url" || database.includes("://") ? "the database of the URL" : `${database} database`;
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
var TOLERATED = "\u{1F7E1}";
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
  const mark = isTolerated(report) ? TOLERATED : MARKS[report.status];
  const [first = "", ...rest] = because.map(proseToMarkdown);
  if (report.status === "drifted") return [plain(`## ${mark} ${proseToMarkdown(status)}: ${first}`)];
  const remedy = report.failure ? ["", ...visibleLines(report.failure.remedy).map(proseToMarkdown)] : [];
  const lines = [...rest.flatMap((line) => ["", line]), ...blocker(report), ...remedy];
  return [`## ${mark} ${status}`, "", first, ...lines].map(plain);
}
function blocker({ failure }) {
  if (!failure?.location) return [];
  const { location, rule, statement } = failure;
  const place = [codeSpan(placeOf2(location)), ...rule ? [codeSpan(rule)] : []].join(" \xB7 ");
  return ["", place, ...statement ? ["", ...fenced([visible(statement)], "sql")] : []];
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
  return sign === "!" ? escapeMarkdown(labelOf(finding)) : codeSpan(`${sign} ${glanceOf(finding)}`);
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
  const details = (finding.details ?? []).map((line) => plain(`  - ${detailOf(finding, line)}`));
  const grade = gradeOf(finding);
  const why = finding.reason === void 0 ? "" : ` ${upperFirst(grade)}: ${finding.reason}.`;
  const text = `- ${DOTS[grade]} ${proseToMarkdown(finding.message + why)}${place}`;
  return [{ text, item: "finding" }, ...details];
}
var detailOf = ({ compatibility }, line) => compatibility === void 0 || /^(\s|$)/.test(line) ? codeSpan(line) : proseToMarkdown(line);
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
  const shared = sharedPlace(findings);
  const names = findings.filter(hasSides).map((finding) => displayWidth(labelOf(finding)));
  const column = Math.min(LONGEST_LABEL, Math.max(0, ...names));
  const alike = groupBy(findings, likeness);
  const lines = findings.flatMap((finding) => {
    const told = sidesTellAll(finding) && alike.get(likeness(finding))?.length === 1;
    const reason = finding.reason === void 0 ? "" : `: ${visible(finding.reason)}`;
    const words = told ? titleOf(finding) + reason : visible(finding.message);
    return change(page, finding, column, words, shared === "" ? unlistedPlaceOf(finding) : "");
  });
  return [...heading2(page, owner, shared), ...lines];
}
function sharedPlace(findings) {
  const places = new Set(findings.map(unlistedPlaceOf));
  const [place = ""] = places;
  return findings.length > 1 && places.size === 1 ? place : "";
}
function heading2({ colours, width }, owner, place) {
  const name = colours.bold(owner);
  if (place === "") return [name];
  return displayWidth(owner) + 3 + displayWidth(place) <= width ? [`${name} ${colours.dim("\xB7")} ${colours.cyan(place)}`] : [name, `${INDENT}${colours.cyan(place)}`];
}
var sidesTellAll = ({ ruleId, committed, generated }) => signOf(ruleId) !== "!" && (committed === void 0 || committed !== generated);
var likeness = ({ id, ruleId }) => `${ruleId} ${id}`;
function change(page, finding, column, words, place) {
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
    ...explanation(page, words, place),
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
  const row2 = (object2, what, grade) => `${INDENT}${object2}${INDENT}${INDENT}${what}${INDENT}${INDENT}${grade}`;
  return [
    colours.dim(row2(padded("Object", first), padded("What changed", second), "Grade")),
    colours.dim(row2("\u2500".repeat(first), "\u2500".repeat(second), "\u2500".repeat(grades))),
    ...groups.map(({ owner, grade }, index) => {
      const object2 = padded(truncated(owner, first), first);
      const what = padded(cells[index] ?? "", second);
      return row2(colours.bold(object2), what, gradePaint(page, grade)(grade));
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
  return sign === "!" ? labelOf(finding) : `${sign} ${glanceOf(finding)}`;
};
var legend2 = ({ colours }, groups) => legendOf(groups).map(([sign, meaning]) => colours.dim(`${INDENT}${sign} ${meaning}`));

// src/report/text.ts
function renderText(report, { colour: colour2, width = 100 }) {
  const page = pageOf(colour2, width);
  const groups = groupByObject(report.findings);
  const sections = [
    headline(page, report),
    blocker2(page, report),
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
  const look = isTolerated(report) ? { mark: "~", paint: colours.yellow } : {
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
function blocker2({ colours }, { failure }) {
  if (!failure?.location) return [];
  const { location, rule, statement = "" } = failure;
  const lines = [
    `${placeOf2(location)}  ${colours.dim(rule ?? "")}`,
    ...statement && [`  ${visible(statement)}`]
  ];
  return lines.map((line) => INDENT + line.trimEnd());
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
var CANNOT_CHECK = 2;
function exitCodeOf(report) {
  if (report.status === "failed") return CANNOT_CHECK;
  return isFailing(report) ? 1 : 0;
}
var COMMANDS = [
  ["check", "compare the committed types with what the migrations build"],
  ["fix", "write what drifted into the committed types, and nothing else"]
];
var colour = createColors().isColorSupported;
var dim = (text) => createColors(colour && process.stderr.isTTY === true).dim(text);
async function main(argv, guard) {
  process.stdout.on("error", outputLost);
  let run;
  const program = commandLine((command, given) => {
    run = () => runCommand(command, parseOptions(given), guard);
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
async function runCommand(command, options, guard) {
  const progress = progressOn(process.stderr, options.quiet);
  const shadow = await shadowOf(options, progress, guard);
  const ports = {
    discover: () => discoverProject(options.project, { types: options.types }),
    openShadow: shadow.open,
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
  const { database, resetWith } = options;
  const engine = { ...ran.report.engine, database, resetWith, ...shadow.engine() };
  const notices = ran.report.notices.filter(
    ({ code }) => database === "embedded" || code !== "other-postgres-version"
  );
  const report = await inFiles(withLevel({ ...ran.report, engine, notices }, options), options);
  if (!options.dryRun || ran.patch === void 0 || report.status === "failed") return show(report, options);
  process.stdout.write(ran.patch);
  if (ran.patch === "" && report.status === "drifted")
    process.stderr.write(renderReport("text", report, { colour: false }));
  return exitCodeOf(report);
}
var withLevel = (report, { failOn }) => failOn === "drift" ? report : { ...report, failOn };
async function shadowOf({ resetWith, quiet, timeout, supabaseCli, ...options }, progress, guard) {
  if (resetWith === "built-in") return { open: openShadow, engine: () => ({}) };
  const [{ cliShadowOf }, { breakOff }] = await Promise.all([
    import("./cli-shadow-SO6XMQ43.js"),
    import("./leftovers-HMZDAAB5.js")
  ]);
  guard(breakOff);
  let cli;
  const log = (line) => {
    if (process.stderr.isTTY) progress.clear();
    if (!quiet) process.stderr.write(`${dim(`supabase \u2502 ${line}`)}
`);
  };
  const onVersion = (version) => {
    cli = version;
  };
  const open2 = cliShadowOf({ ...options, seconds: timeout, program: supabaseCli, log, onVersion });
  return { open: open2, engine: () => cli === void 0 ? {} : { cli } };
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
  return exitCodeOf(report);
}
function say({ message, remedy }) {
  process.stderr.write(`drift-gate: ${message}
  ${remedy}
`);
  return CANNOT_CHECK;
}
function outputLost(error) {
  if (codeOf(error) !== "EPIPE") throw fileFailure("write", "Standard output", error);
}
function repeated({ project, types, schema, database, resetWith, supabaseCli }) {
  const words = [
    ...project === "." ? [] : ["--project", project],
    ...types.flatMap((file) => ["--types", file]),
    ...schema.flatMap((name) => ["--schema", name]),
    // A connection string is not repeated.
    ...database === "embedded" ? [] : ["--database", database === "url" ? "URL" : database],
    ...database === "embedded" && resetWith === "supabase-cli" ? ["--reset-with", resetWith] : [],
    ...supabaseCli === void 0 ? [] : ["--supabase-cli", supabaseCli]
  ];
  return words.map((word) => ` ${/^[\w./:@=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`}`).join("");
}
export {
  main
};
