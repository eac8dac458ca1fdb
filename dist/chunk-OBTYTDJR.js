import {
  typeText
} from "./chunk-ZSABCB6M.js";
import {
  withPlainLineEnds
} from "./chunk-HD46L45G.js";
import {
  openShadow
} from "./chunk-ORLUZEXF.js";
import {
  OPTIONS,
  VERSION,
  acceptedWords,
  applyBaseline,
  baselineFindings,
  decodeText,
  decodeUtf8,
  defaultSchemas,
  discoverProject,
  enclosingRoot,
  encodeLike,
  fileFailure,
  gitFolders,
  isDay,
  isThere,
  linesOf,
  mustChoose,
  namedList,
  noTypesFound,
  parseBaseline,
  pathsOf,
  projectFolder,
  readGit,
  readWithin,
  realPathWithin,
  repositoryPath,
  serialiseBaseline,
  shownFrom,
  stripLogLines,
  summaryOf,
  whichTypes
} from "./chunk-DR5UBCCJ.js";
import {
  fingerprintOf,
  makeFinding
} from "./chunk-LLRS65AR.js";
import {
  formatObjectId,
  ownerOf,
  owningObject,
  schemaOfText
} from "./chunk-5MQOC3CF.js";
import {
  isOfTheRunner
} from "./chunk-R33GQ55B.js";
import {
  hiding
} from "./chunk-LX6ZEJ6O.js";
import {
  fileOf
} from "./chunk-UDFWES7G.js";
import {
  RULES,
  isAcceptable,
  isOfAudit,
  repairHistory
} from "./chunk-GSVH2RJZ.js";
import {
  longestRun,
  named,
  parseProse,
  quoteCode
} from "./chunk-H4QNX2DM.js";
import {
  visible,
  visibleJson,
  visibleLines
} from "./chunk-XFEMIPZ6.js";
import {
  byText,
  groupBy,
  largest
} from "./chunk-EYYZ4LIQ.js";
import {
  SUPABASE_EXTENSIONS
} from "./chunk-3W2CHIF6.js";
import {
  bodyOf,
  parseMigration
} from "./chunk-26BVDADO.js";
import {
  firstWord,
  locator,
  splitStatements
} from "./chunk-VD46WKPQ.js";
import {
  afterLiteral,
  isSpace,
  isWordAt
} from "./chunk-PHKX5COY.js";
import {
  PLATFORM_SCHEMAS
} from "./chunk-ZUCB7KWV.js";
import {
  EnvironmentError,
  UsageError,
  isKnownError
} from "./chunk-HIMI4JHW.js";

// src/files/disk.ts
import { realpathSync } from "node:fs";
import { access, constants, lstat, stat } from "node:fs/promises";
import { dirname as dirname2, resolve } from "node:path";

// src/files/writes.ts
import { randomUUID } from "node:crypto";
import {
  closeSync,
  copyFileSync,
  fchmodSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync
} from "node:fs";
import { writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
var writeNow = (write) => writeAll([write]);
function writesTogether() {
  const writes = [];
  return {
    write: async (write) => void writes.push(write),
    commit: () => writeAll(writes)
  };
}
async function writeAll(writes) {
  const files = writes.filter(({ isStream }) => !isStream);
  const streams = writes.filter(({ isStream }) => isStream);
  const trail = { undo: [], leftovers: [] };
  const goBack = () => {
    for (const step2 of trail.undo.toReversed()) quietly(step2);
    removeAll(trail.leftovers);
  };
  process.once("exit", goBack);
  try {
    moveAll(files, { ...trail, isFollowed: streams.length > 0 });
    for (const write of streams)
      await writeFile(write.path, write.bytes).catch((cause) => {
        throw fileFailure("write", write.shown, cause);
      });
    removeAll(trail.leftovers);
  } catch (error) {
    goBack();
    throw error;
  } finally {
    process.off("exit", goBack);
  }
}
function moveAll(files, { isFollowed, ...trail }) {
  const temporaries = files.map((write) => ({ write, temporary: prepared(write, trail) }));
  for (const { write, temporary } of temporaries) {
    if (write !== files.at(-1) || isFollowed) trail.undo.push(restoring(write, trail.leftovers));
    told(write, () => renameSync(temporary, write.path));
  }
}
function prepared(write, { undo, leftovers }) {
  const folder = dirname(write.path);
  if (write.makesFolder) {
    const made = told(write, () => mkdirSync(folder, { recursive: true }));
    if (made !== void 0) undo.push(() => rmSync(made, { recursive: true }));
  }
  refuseFolder(write.path, write.shown);
  const temporary = besides(write, "tmp");
  leftovers.push(temporary);
  told(write, () => writeFlushed(temporary, write));
  return temporary;
}
function restoring(write, leftovers) {
  const { path } = write;
  if (lstatSync(path, { throwIfNoEntry: false }) === void 0) return () => rmSync(path, { force: true });
  const kept = besides(write, "bak");
  leftovers.push(kept);
  told(write, () => {
    try {
      linkSync(path, kept);
    } catch {
      copyFileSync(path, kept);
    }
  });
  return () => renameSync(kept, path);
}
var besides = ({ path }, ending) => join(dirname(path), `.${basename(path)}.${randomUUID()}.${ending}`);
function told({ shown: shown2 }, act) {
  try {
    return act();
  } catch (cause) {
    throw fileFailure("write", shown2, cause);
  }
}
function quietly(act) {
  try {
    act();
  } catch {
  }
}
function removeAll(paths) {
  for (const path of paths) quietly(() => rmSync(path, { force: true }));
}
function writeFlushed(path, { bytes, mode }) {
  const file = openSync(path, "wx");
  try {
    writeFileSync(file, bytes);
    if (mode !== void 0) fchmodSync(file, mode);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
function refuseFolder(path, shown2) {
  const found2 = told({ shown: shown2 }, () => lstatSync(path, { throwIfNoEntry: false }));
  if (found2?.isDirectory())
    throw new UsageError({ message: `${shown2} is a folder, not a file.`, remedy: "Name a file." });
}

// src/files/disk.ts
function filesOf(directory, write = writeNow) {
  const root = enclosingRoot(directory);
  return {
    pathFromRoot: (path) => shownFrom(realpathSync(root), realPathWithin(resolve(directory, path), root, path)),
    isThere: (path) => isThere(resolve(directory, path)),
    async readBytes(path) {
      return readWithin(resolve(directory, path), root, path);
    },
    async replaceText(path, text, { makesFolder = false } = {}) {
      const target = resolve(directory, path);
      if (!isThere(target)) {
        if (isThere(dirname2(target))) realPathWithin(dirname2(target), root, path);
        return await write({ path: target, bytes: Buffer.from(text, "utf8"), shown: path, makesFolder });
      }
      const real = realPathWithin(target, root, path);
      const original = readWithin(real, root, path);
      const { mode } = await stat(real);
      await write({ path: real, bytes: encodeLike(original, text), mode: mode & 4095, shown: path });
    }
  };
}
async function writeReport(path, text, write = writeNow) {
  const target = resolve(path);
  const isStream = await isStreamAt(target);
  await write({ path: target, bytes: Buffer.from(text, "utf8"), shown: path, isStream });
}
async function refuseUnwritable(path) {
  const target = resolve(path);
  if (await isStreamAt(target)) return;
  refuseFolder(target, path);
  try {
    await access(dirname2(target), constants.W_OK);
  } catch (cause) {
    throw fileFailure("write", path, cause);
  }
}
async function isStreamAt(path) {
  if (/^\/(dev|proc)\//.test(path)) return true;
  const found2 = await lstat(path).catch(() => void 0);
  return found2 !== void 0 && !found2.isFile() && !found2.isDirectory() && !found2.isSymbolicLink();
}

// src/files/progress.ts
function progressOn(stream, quiet) {
  if (quiet) return { show: () => void 0, clear: () => void 0 };
  let shown2 = "";
  return {
    show: (phase, done, total) => {
      if (stream.isTTY) {
        shown2 = done === void 0 ? phase : `${phase} ${done}/${total ?? "?"}`;
        stream.write(`\r\x1B[2K${shown2}`);
      } else if (phase !== shown2) {
        shown2 = phase;
        stream.write(`${phase}${total === void 0 ? "" : ` (${total})`}
`);
      }
    },
    clear: () => {
      if (stream.isTTY && shown2 !== "") stream.write("\r\x1B[2K");
      shown2 = "";
    }
  };
}

// src/report/failing.ts
function isFailing(report) {
  const { status, findings, failOn } = report;
  if (status !== "drifted") return status === "failed";
  if (isAccepted(report)) return false;
  return failOn === void 0 || findings.some((finding) => reaches(finding, failOn));
}
var withLevel = (report, failOn) => failOn === "drift" ? report : { ...report, failOn };
var CANNOT_CHECK = 2;
function exitCodeOf(report) {
  if (report.status === "failed") return CANNOT_CHECK;
  return isFailing(report) ? 1 : 0;
}
function levelOf(finding, { failOn }) {
  if (failOn === void 0 || reaches(finding, failOn)) return finding.severity;
  return finding.compatibility === "safe" ? "note" : "warning";
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
var isAccepted = ({ status, findings, accepted: accepted2 = [] }) => status === "drifted" && findings.length === 0 && accepted2.length > 0;
var isDone = (report) => report.done !== void 0 && !isFailing(report);
var isTolerated = (report) => report.status === "drifted" && !isFailing(report);

// src/findings/notice.ts
var NOTICES = {
  "answered-by-local-stack": "warning",
  "baseline-changed": "warning",
  "databases-disagree": "warning",
  "mends-accepted": "warning",
  "migrations-in-folders": "warning",
  "no-patch": "warning",
  "other-database": "warning",
  "skipped-migration": "warning",
  "types-left-out": "warning",
  "unreadable-types": "warning",
  baseline: "told",
  "baseline-not-judged": "told",
  "config-from-environment": "told",
  "created-too-late": "told",
  "extension-differs": "told",
  "history-without-statements": "told",
  "log-lines-in-types": "told",
  "migrations-disabled": "told",
  "mixed-prefixes": "told",
  "no-config": "told",
  "no-history": "told",
  "not-utf-8": "told",
  "nothing-touched": "told",
  "other-postgres-version": "told",
  "pending-migrations": "told",
  "required-nowhere": "told",
  "schema-not-found": "told",
  "schemas-left-out": "told",
  structure: "told",
  "transaction-pooler": "told",
  "unreadable-statement": "told",
  "enum-order-differs": "quiet",
  "generator-versions-differ": "quiet",
  "generators-differ": "quiet",
  "identical-copies": "quiet",
  "types-elsewhere": "quiet"
};
var noticesOf = (notices2, ...loud) => notices2.filter(({ code: code2 }) => loud.includes(NOTICES[code2]));

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
  if (ruleId === "unmanaged") return "+";
  if (ruleId === "missing") return "-";
  if (ruleId === "altered") return "~";
  if (ruleId.endsWith("-added")) return "+";
  if (ruleId.endsWith("-removed")) return "-";
  return /-(changed|renamed|moved)$/.test(ruleId) ? "~" : "!";
}
var LEGEND = {
  "+": "in the database that the migrations build, not in the committed types",
  "-": "in the committed types, not in that database",
  "~": "committed \u2192 generated"
};
var LEGEND_OF_AUDIT = {
  "+": "in the live database, not in the migrations",
  "-": "in the migrations, not in the live database",
  "~": "migrations \u2192 live database"
};
var WORST_FIRST = [
  "error",
  "breaking",
  "dangerous",
  "warning",
  "safe",
  "note"
];
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
  const rules = groups.flatMap(({ findings }) => findings.map(({ ruleId }) => ruleId));
  const signs = new Set(rules.map(signOf));
  return Object.entries(rules.some(isOfAudit) ? LEGEND_OF_AUDIT : LEGEND).filter(([sign]) => signs.has(sign));
}
function partOf(subject) {
  switch (subject.kind) {
    case "column":
    case "constraint":
    case "trigger":
    case "policy":
    case "rule":
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
function labelOf({ ruleId, subject, facet }) {
  if (signOf(ruleId) === "!") return RULES[ruleId].title;
  const part = isOfAudit(ruleId) && ownerOf(subject) !== void 0 ? `${subject.kind.replaceAll("-", " ")} ${partOf(subject)}` : partOf(subject);
  return facet === void 0 ? part : `${part}, ${visible(facet)}`;
}
var glanceOf = (finding) => /-(renamed|moved)$/.test(finding.ruleId) ? visible(`${finding.committed} \u2192 ${finding.generated}`) : labelOf(finding);
var placeOf = ({ file, line: line2, column }) => visible(column === void 0 ? `${file}:${line2}` : `${file}:${line2}:${column}`);
var differenceIn = (findings) => findings.some(({ ruleId }) => isOfAudit(ruleId)) ? "difference" : "change";
function unlistedPlaceOf({ location, details = [] }) {
  if (!location) return "";
  const line2 = `${location.file}:${location.line}`;
  return details.some((detail) => `${detail}:`.startsWith(`${line2}:`)) ? "" : placeOf(location);
}
var isChange = ({ ruleId }) => signOf(ruleId) !== "!" && !isOfAudit(ruleId);
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
var remediesOf = (findings) => [
  ...new Set(findings.map((finding) => visible(finding.remedy)))
];
var stepsOf = (findings) => [
  ...new Set(
    findings.map(
      ({ ruleId, remedy }) => visible(isOfAudit(ruleId) ? `${RULES[ruleId].title}: ${lowerFirst(remedy)}` : remedy)
    )
  )
];
var duration = (milliseconds) => milliseconds < 1e3 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1e3).toFixed(1)} s`;
var phases = (report) => Object.entries(report.timings).map(
  ([phase, milliseconds]) => `${visible(phase)} ${duration(milliseconds)}`
);
var databaseName = (database) => database === "url" || database.includes("://") ? "the database of the URL" : `${database} database`;
var CONFIRMATIONS = {
  agreed: "the embedded database agrees",
  disagreed: "the embedded database disagrees",
  answered: "the embedded database could not check",
  "could-not-confirm": "not confirmed on the local stack"
};
var liveWords = ({ environment, postgresVersion }) => `live database${environment === void 0 ? "" : ` ${named(environment)}`}, PostgreSQL ${visible(postgresVersion)}`;
function comparison({ status, project, engine, compared, confirmation, live }) {
  const schemas = project.schemas.map(named);
  const server = engine.postgresVersion ? `, PostgreSQL ${visible(engine.postgresVersion)}` : "";
  return [
    ...live ? [liveWords(live)] : [],
    counted(project.migrations, "migration"),
    ...schemas.length > 0 ? [`${schemas.length === 1 ? "schema" : "schemas"} ${listedUpTo(6, schemas)}`] : [],
    ...compared && status !== "in-sync" ? [comparedObjects(compared)] : [],
    visible(databaseName(engine.database)) + server,
    engine.cli === void 0 ? `${engine.resetWith} reset` : `reset by Supabase CLI ${visible(engine.cli)}`,
    ...engine.generator ? [named(engine.generator)] : [],
    ...confirmation ? [CONFIRMATIONS[confirmation.status]] : []
  ];
}
var noticeWords = ({ message, count }) => count === void 0 || count === 1 || message.includes(`${count} `) ? visible(message) : `${visible(message)} (${count} in all)`;

// src/report/accepted.ts
var MOST_OBJECTS = 12;
var acceptedSentences = ({ accepted: accepted2 = [] }) => [...groupBy(accepted2, ({ acceptance }) => JSON.stringify(acceptance)).values()].flatMap(sentence);
function sentence(findings) {
  const [first] = findings;
  if (first === void 0) return [];
  const owners = groupByObject(findings).map(({ owner }) => named(owner));
  const what = `${counted(findings.length, differenceIn(findings))} of ${listedUpTo(MOST_OBJECTS, owners)}`;
  return [`${upperFirst(what)}, ${acceptedWords(first.acceptance)}: ${visible(first.acceptance.reason)}`];
}

// src/report/verdicts.ts
var VERDICTS = {
  tracked: "tracked",
  "base-schema-drift": "base-schema drift",
  "not-live": "not live",
  "types-out-of-date": "types out of date",
  external: "external (accepted)"
};
function standingsIn({ findings, accepted: accepted2 = [] }) {
  const [altered, alteredAsAccepted] = [findings, accepted2].map(
    (all) => new Set(all.filter(isOfSides).map(({ subject }) => owningObject(subject)))
  );
  return ({ id, verdict = "tracked", pending, live }) => {
    if (verdict !== "tracked") return { words: VERDICTS[verdict], isDrifting: verdict !== "external" };
    if (altered?.has(id)) return { words: "altered", isDrifting: true };
    if (alteredAsAccepted?.has(id)) return { words: "altered (accepted)", isDrifting: false };
    return { words: pending && !live ? "pending" : VERDICTS.tracked, isDrifting: false };
  };
}
var isOfSides = ({ ruleId }) => ruleId === "altered" || ruleId === "unmanaged" || ruleId === "missing";
var isTable = ({ kind }) => kind === "table" || kind === "foreign-table";
function covered({ relations }) {
  const live = relations.filter((relation) => relation.live && isTable(relation));
  return { live: live.length, both: live.filter(({ git }) => git).length };
}
function coverageWords(inventory2) {
  const { live, both } = covered(inventory2);
  if (live === 0) return "The live database has no tables";
  const told2 = inventory2.gitFrom === "replay" ? "reproducible from Git" : "created by migrations";
  const percent = inventory2.coverage === void 0 ? "" : ` (${inventory2.coverage} %)`;
  return `${both} of ${counted(live, "table")} ${both === 1 ? "is" : "are"} ${told2}${percent}`;
}
function historyWords({ isRecorded, applied, pending, unknown, edited, outOfOrder }) {
  const migrations = `${counted(applied, "migration")} ${applied === 1 ? "is" : "are"} applied`;
  if (!isRecorded)
    return `The live database has no migration history, so all that there are count as applied`;
  const parts = [
    [pending, "pending"],
    [unknown, "unknown"],
    [edited, "edited since"],
    [outOfOrder, "out of order"]
  ];
  const told2 = parts.flatMap(
    ([versions, word]) => versions.length > 0 ? [`${versions.length} ${word}`] : []
  );
  return listed([migrations, ...told2]);
}
var byKindRows = (inventory2) => {
  const { byKind } = inventory2 ?? {};
  if (byKind === void 0) return [];
  const { tables, views, functions, enums } = byKind;
  const row2 = (kind, { live = 0, git, types }) => [
    kind,
    live,
    git,
    types
  ];
  return [row2("Tables", tables), row2("Views", views), row2("Functions", functions), row2("Enums", enums)];
};
var suggestedLines = ({ suggestion = [] }) => suggestion.flatMap((statement) => visibleLines(statement.trimEnd().replace(/;?$/, ";")));
var isOfLive = ({ command, live }) => command === "audit" || live !== void 0;
function auditFacts(report) {
  const { inventory: inventory2, history } = report;
  if (!isOfLive(report)) return [];
  return [
    ...inventory2 === void 0 ? [] : [coverageWords(inventory2)],
    ...history === void 0 ? [] : [historyWords(history)]
  ];
}

// src/report/headline.ts
var schemaOf = (subject) => "schema" in subject ? subject.schema : subject.kind === "schema" ? subject.name : "";
function whereOf(changes) {
  const schemas = [...new Set(changes.map((finding) => schemaOf(finding.subject)))].filter(Boolean);
  return schemas.length > 0 ? ` in ${listedUpTo(3, schemas.map(named))}` : "";
}
var are = (count) => count === 1 ? "is" : "are";
var COUNTED = {
  unmanaged: ({ length }) => `${counted(length, "object")} ${are(length)} only in the live database`,
  missing: ({ length }) => `${counted(length, "object")} ${are(length)} only in the migrations`,
  altered: (findings) => {
    const { length } = groupByObject(findings);
    return `${counted(length, "object")} ${length === 1 ? "differs" : "differ"}`;
  },
  "types-out-of-date": (findings) => `the types of ${objects(findings)} are out of date`
};
function ruleWords(ruleId, findings) {
  const words2 = COUNTED[ruleId];
  if (words2 !== void 0) return words2(findings);
  const title = lowerFirst(findings.slice(0, 1).map(titleOf).join(""));
  return findings.length === 1 ? title : `${title} (${findings.length})`;
}
function found(findings, counts) {
  const changes = findings.filter(isChange);
  const others = findings.filter((finding) => !isChange(finding));
  const titles = [...groupBy(others, ({ ruleId }) => ruleId).values()].flatMap(
    (own) => own.slice(0, 1).map(({ ruleId }) => ruleWords(ruleId, own))
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
function inSync(report) {
  const unlooked = report.notRun.find(({ part }) => part === "replay");
  if (unlooked) return `Nothing to compare: ${unlooked.reason}`;
  const migrations = counted(report.project.migrations, "migration");
  const build = report.project.migrations === 1 ? "builds" : "build";
  const what = report.compared ? `the ${comparedObjects(report.compared)} of` : "what stands in";
  return `${migrations} ${build} exactly ${what} ${typesFiles(report)}${unseen(report.notRun)}`;
}
function agreeing(report) {
  const { project, live, inventory: inventory2, notRun } = report;
  const environment = live?.environment === void 0 ? "" : ` ${named(live.environment)}`;
  const sides = `the live database${environment}, ${counted(project.migrations, "migration")} and ${typesFiles(report)}`;
  return `${sides} agree${inventory2?.byKind ? ` on ${liveObjects(inventory2.byKind)}` : ""}${unseen(notRun)}`;
}
function liveObjects({ tables, views, functions, enums }) {
  const of = ({ live = 0 }) => live;
  return comparedObjects({
    tables: of(tables),
    views: of(views),
    enums: of(enums),
    functions: of(functions),
    compositeTypes: 0
  });
}
var unseen = (notRun) => notRun.length > 0 ? ", as far as it was checked" : "";
var ATTEMPTS = {
  check: "check",
  fix: "check",
  accept: "check",
  audit: "audit"
};
var DONE = { fixed: "Fixed", accepted: "Accepted", pruned: "Pruned" };
function verdictOf(report) {
  const { done } = report;
  const { status, because } = standingOf(report);
  if (done === void 0 || report.status === "failed") return { status, because };
  const [first = "", ...rest] = because;
  const remains = isFailing(report) ? [`What remains: ${first}.`, ...rest] : report.status === "in-sync" ? [`${first}.`, ...rest] : [];
  return {
    status: isFailing(report) ? `${DONE[done.kind]}, drift remains` : DONE[done.kind],
    because: [lowerFirst([...done.sentences, ...remains].join(" ").replace(/\.$/, ""))]
  };
}
function standingOf(report) {
  switch (report.status) {
    case "in-sync":
      return { status: "In sync", because: [isOfLive(report) ? agreeing(report) : inSync(report)] };
    case "drifted":
      if (isAccepted(report))
        return { status: "Drifted, accepted", because: [found(report.accepted ?? [], objects)] };
      return isTolerated(report) ? {
        status: `Drifted, tolerated by \`--fail-on ${report.failOn}\``,
        because: [found(report.findings, gradedChanges)]
      } : { status: "Drifted", because: [found(report.findings, objects)] };
    case "failed":
      return {
        status: `Could not ${ATTEMPTS[report.command]}`,
        because: visibleLines(report.failure?.message ?? "no reason was given")
      };
    default:
      return report.status;
  }
}

// src/report/markdown-escape.ts
var REWRITTEN = /[@$]|#\d|\bGH-\d|:\/\/|\bwww\.|:[\w+-]+:/i;
var entities = (text) => text.replace(/[!-/:-@[-`{-~]/g, (character) => `&#${character.charCodeAt(0)};`).replaceAll("&#64;", "&#64;<!-- -->");
var escapeHtml = (text) => visible(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
var escapeWord = (word) => REWRITTEN.test(word) ? `<code>${entities(word)}</code>` : word.replace(/[\\`*_[\]~#]/g, "\\$&").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("|", "&#124;");
var escapeInline = (text) => text.split(/( +)/).map(escapeWord).join("").replace(/^[-+=]/, "\\$&").replace(/^(\d+)([.)])(?= |$)/, "$1\\$2");
var escapeMarkdown = (text) => escapeInline(visible(text)).replace(/^ +|(?<! ) +$/g, (spaces) => "&#32;".repeat(spaces.length));
function codeSpan(text) {
  const shown2 = visible(text);
  return shown2.includes("|") || shown2 === "" ? `<code>${entities(shown2)}</code>` : quoteCode(shown2);
}
var proseToMarkdown = (sentence2) => parseProse(visible(sentence2)).map(({ code: code2, text }) => code2 ? codeSpan(text) : escapeInline(text)).join("");
function fenceFor(lines2, language) {
  const close = "`".repeat(Math.max(3, longestRun(lines2.join("\n")) + 1));
  return { open: close + language, close };
}
function fenced(lines2, language) {
  const { open, close } = fenceFor(lines2, language);
  return [open, ...lines2, close];
}

// src/report/markdown-lines.ts
var plain = (text) => ({ text });
var paragraph = (text) => [plain(""), plain(text)];
var headed = (title, lines2) => lines2.length === 0 ? [] : [plain(""), { text: `### ${title}`, joined: true }, { text: "", joined: true }, ...lines2];
function folded(summary3, content) {
  const close = ["", "</details>"];
  return [
    plain(""),
    { text: "<details>", joined: true },
    { text: `<summary>${summary3}</summary>`, joined: true },
    { text: "", joined: true },
    ...content.map((line2) => ({ ...line2, close: [...line2.close ?? [], ...close] })),
    { text: "", close: ["</details>"] },
    plain("</details>")
  ];
}
var cuttable = ({ open, close }, lines2) => [
  plain(""),
  { text: open, close: [close], joined: true },
  ...lines2.map((text) => ({ text, close: [close] })),
  plain(close)
];
function code(lines2, language) {
  const block = fenced(lines2, language).map((text) => ({ text, joined: true }));
  return [plain(""), ...block.slice(0, -1), ...block.slice(-1).map(({ text }) => plain(text))];
}
var row = (cells) => `| ${cells.join(" | ")} |`;
var tableOf = (head, rows) => [
  plain(""),
  { text: row(head), joined: true },
  { text: row(head.map(() => "---")), joined: true },
  ...rows
];
var DOTS = {
  error: "\u{1F534}",
  breaking: "\u{1F534}",
  dangerous: "\u{1F7E0}",
  warning: "\u{1F7E0}",
  safe: "\u{1F7E2}",
  note: "\u26AA"
};
var gradeCell = (grade) => `${DOTS[grade]}&nbsp;${grade}`;
var linked = (text, address) => address === void 0 || !/^https?:\/\//.test(address) ? text : `[${text}](${address.replace(/[^\w\-.~:/?#@!$&+,;=%]/gu, encodeCharacter)})`;
var encodeCharacter = (character) => new RegExp("\\p{Cs}", "u").test(character) ? "" : /[()'*]/.test(character) ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : encodeURIComponent(character);
function linkedPlace(location, { linkTo }) {
  const { file } = location;
  if (linkTo === void 0) return codeSpan(placeOf(location));
  const name = file.slice(file.lastIndexOf("/") + 1);
  return linked(codeSpan(placeOf({ ...location, file: name })), linkTo(location));
}
var LONGEST_PLACE = 60;
function placesCell(locations, limit, { linkTo }) {
  const places = new Map(locations.map((location) => [`${location.file}:${location.line}`, location]));
  let previous = "";
  const cells = [...places.values()].map((location) => {
    const name = location.file.slice(location.file.lastIndexOf("/") + 1);
    const short = linkTo === void 0 ? name : name.replace(/^\d{8,}_(?=.)/, "");
    const text = location.file === previous ? `:${location.line}` : `${shortened(short, LONGEST_PLACE)}:${location.line}`;
    previous = location.file;
    return linked(codeSpan(text), linkTo?.(location));
  });
  return listedUpTo(limit, cells);
}
function shortened(text, most) {
  if (text.length <= most) return text;
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join("")}\u2026`;
}

// src/report/markdown-audit.ts
var MOST_ROWS = 10;
var MOST_PLACES = 2;
var MOST_DIFFERENCES = 6;
var LONGEST_NAME = 80;
function standing(report) {
  const facts2 = auditFacts(report).map((fact) => `${proseToMarkdown(fact)}.`);
  if (facts2.length === 0) return [];
  const passes = isTolerated(report) ? ["The audit passes."] : [];
  const rows = byKindRows(report.inventory).map((counts) => plain(row(counts.map(String))));
  return [
    ...paragraph([...facts2, ...passes].join(" ")),
    ...rows.length > 0 ? tableOf(["", "Live", "Git", "Types"], rows) : []
  ];
}
var AUDIT_HEAD = ["Object", "Live", "Git", "Types", "What differs", "Migration"];
var AUDIT_MEANING = "\u2713 \u2013 whether the live database, the migrations and the committed types have it";
function standingRow({ owner, findings }, inventory2, page) {
  const { relations = [], items = [] } = inventory2 ?? {};
  const object = [...relations, ...items].find(({ id }) => id === owner);
  const places = findings.flatMap(({ location }) => location ? [location] : []);
  const cells = [
    codeSpan(shortened(owner, LONGEST_NAME)),
    ...[object?.live, object?.git, object?.types].map(mark),
    differences(findings),
    placesCell(places, MOST_PLACES, page)
  ];
  return plain(row(cells));
}
var mark = (has) => has === void 0 ? "" : has ? "\u2713" : "\u2013";
var ONLY = { unmanaged: "only in the live database", missing: "only in the migrations" };
function differences(findings) {
  const alike = groupBy(
    findings,
    ({ ruleId, subject, fingerprint }) => ruleId === "unmanaged" || ruleId === "missing" ? `${ruleId} ${subject.kind}` : fingerprint
  );
  const lines2 = [...alike.values()].flatMap(
    (own) => own.slice(0, 1).map(({ ruleId, subject, message }) => {
      if (ruleId !== "unmanaged" && ruleId !== "missing")
        return proseToMarkdown(shortened(message, LONGEST_SENTENCE).replace(/\.$/, ""));
      const kind = subject.kind.replaceAll("-", " ");
      const names = "relation" in subject ? ` ${own.map(nameSpan).slice(0, MOST_DIFFERENCES).join(", ")}` : "";
      const more2 = names !== "" && own.length > MOST_DIFFERENCES ? ` and ${own.length - MOST_DIFFERENCES} more` : "";
      return `${kind}${names}${more2} ${ONLY[ruleId]}`;
    })
  );
  const more = lines2.length - MOST_DIFFERENCES;
  return [...lines2.slice(0, MOST_DIFFERENCES), ...more > 0 ? [`and ${more} more`] : []].join("<br>");
}
var LONGEST_SENTENCE = 200;
var nameSpan = ({ subject }) => codeSpan(shortened(partOf(subject), LONGEST_NAME));
function baseSchemaOf({ baseSchema }, page) {
  if (baseSchema === void 0) return [];
  const rows = baseSchema.required.map(
    ({ id, references, location }) => plain(row([codeSpan(shortened(id, LONGEST_NAME)), String(references), linkedPlace(location, page)]))
  );
  const head = ["Object", "Uses", "First used at"];
  const more = rows.slice(MOST_ROWS).map((line2) => ({ ...line2, item: "object" }));
  return headed("What a base-schema migration must hold", [
    plain(proseToMarkdown(baseSchema.reason)),
    ...rows.length > 0 ? tableOf(head, rows.slice(0, MOST_ROWS)) : [],
    ...more.length > 0 ? folded(counted(more.length, "more object"), tableOf(head, more).slice(1)) : []
  ]);
}
function suggestionOf(report) {
  const lines2 = suggestedLines(report);
  if (lines2.length === 0) return [];
  return folded("SQL that would bring the migrations to the live state, to be read before it is used", [
    ...cuttable(fenceFor(lines2, "sql"), lines2).slice(1)
  ]);
}

// src/report/markdown-budget.ts
var bytesOf = (text) => Buffer.byteLength(text, "utf8");
var written = (lines2) => lines2.map((line2) => `${line2}
`).join("");
function withinBudget(body2, tail, budget, note) {
  const whole2 = written([...body2.map(({ text }) => text), ...tail]);
  if (bytesOf(whole2) <= budget) return whole2;
  return cut(body2, budget, (leftOut) => [...note(leftOut), ...tail]) ?? cut(body2, budget, note) ?? cut(body2, budget, () => []) ?? "";
}
function cut(lines2, budget, after) {
  const sizes = lines2.map(({ text }) => bytesOf(text) + 1);
  let size = sizes.reduce((sum, bytes) => sum + bytes, 0);
  for (let kept = lines2.length - 1; kept > 0; kept--) {
    size -= sizes[kept] ?? 0;
    const last = lines2[kept - 1];
    if (size > budget || last === void 0 || last.joined) continue;
    const ending = written([...last.close ?? [], ...after(lines2.slice(kept))]);
    if (size + bytesOf(ending) <= budget)
      return written(lines2.slice(0, kept).map(({ text }) => text)) + ending;
  }
  return void 0;
}

// src/report/diagram.ts
var MOST_COLUMNS = 12;
var MOST_LOOSE = 3;
var LONGEST_NAME2 = 60;
var LONGEST_TYPE = 30;
function renderDiagram({ relations: all, links }) {
  const relations = drawable(all, links);
  if (relations.length === 0) return [];
  const aliases = new Map(relations.map(({ id }, index) => [id, `p${index}`]));
  return [
    "erDiagram",
    ...relations.flatMap((relation) => entity(aliases.get(relation.id) ?? "", relation)),
    ...links.map((link) => connection(aliases.get(link.from) ?? "", aliases.get(link.to) ?? "", link))
  ];
}
function drawable(relations, links) {
  const joined2 = new Set(links.flatMap(({ from, to }) => [from, to]));
  return relations.filter(({ id }) => relations.length <= MOST_LOOSE || joined2.has(id));
}
function entity(alias, { id, kind, columns, change: change2, was }) {
  const marks = [...kind === "view" ? ["view"] : [], ...change2 ? [deed(change2, was)] : []];
  const label = shown(marks.length === 0 ? id : `${id} (${marks.join(", ")})`);
  const head = `  ${alias}["${label}"]`;
  if (columns.length === 0) return [head];
  const more = columns.length - MOST_COLUMNS;
  return [
    `${head} {`,
    ...columns.slice(0, MOST_COLUMNS).map(attribute),
    ...more > 0 ? [`    more columns "${more} of them"`] : [],
    "  }"
  ];
}
function attribute({ name, type, isKey, change: change2, was }) {
  const word = attributeWord(name, LONGEST_NAME2);
  const comments = [
    ...change2 ? [deed(change2, was)] : [],
    ...word === name ? [] : [`named ${name.slice(0, LONGEST_NAME2)}`]
  ];
  const key = isKey ? " FK" : "";
  const comment = comments.length > 0 ? ` "${shown(comments.join(", "))}"` : "";
  return `    ${attributeWord(typeName(type), LONGEST_TYPE)} ${word}${key}${comment}`;
}
var deed = (change2, was) => was === void 0 ? change2 : `was ${was.replaceAll(" | ", " or ")}`;
function connection(from, to, { columns, name, isOneToOne, change: change2 }) {
  const line2 = change2 === "removed" ? ".." : "--";
  const label = (columns.join(", ") || name) + (change2 ? ` (${change2})` : "");
  return `  ${from} ${isOneToOne ? "|o" : "}o"}${line2}|| ${to} : "${shown(label)}"`;
}
var typeName = (type) => type.replace(/Database(?:\["[^"]*"\])+\["([^"]*)"\]/g, "$1").replace(/(?<!\s)\s*\|\s*/g, "_or_");
function attributeWord(text, longest) {
  const word = text.replace(/[^A-Za-z0-9_[\]]+/g, "_").replace(/\[(?!\])|(?<!\[)\]/g, "_").slice(0, longest).replace(/^[^A-Za-z]+|_+$/g, "");
  return word === "" || /^(?:pk|fk|uk)(?!\w)/i.test(word) ? `_${word}`.replace(/^_$/, "unnamed") : word;
}
var shown = (text) => shortened2(visible(text)).replace(/[!"#$%&'*;<=>?@[\\\]^`{|}~]|(?<!\w)_+|_+(?!\w)|:(?=\/\/)|(?<=\bwww)\./gi, wide).replace(/(direction)\s+(?=(?:TB|BT|RL|LR))/gi, "$1_");
var shortened2 = (text) => {
  const characters = [...text];
  return characters.length <= LONGEST_NAME2 * 2 ? text : `${characters.slice(0, LONGEST_NAME2 * 2).join("")}\u2026`;
};
var wide = (characters) => characters.replace(/./g, (character) => String.fromCharCode(character.charCodeAt(0) + 65248));

// src/report/markdown-diagram.ts
var MOST_DIAGRAM_BYTES = 15e3;
var CAPTION = "Drifted relations and the foreign keys that join them";
var CAPTION_OF_LIVE = "Tables that are only in the live database, and the foreign keys that join them";
function diagramOf(report) {
  const { diagram } = report;
  if (diagram === void 0) return [];
  const shown2 = fitting(diagram);
  const drawn2 = renderDiagram(shown2);
  if (drawn2.length === 0) return [];
  const left = diagram.relations.length - shown2.relations.length;
  const isGone = shown2.links.some(({ change: change2 }) => change2 === "removed");
  const caption = [
    isOfLive(report) ? CAPTION_OF_LIVE : CAPTION,
    ...isGone ? ["a dotted line is a foreign key that is gone"] : [],
    ...left > 0 ? [`${counted(left, "more relation")} left out to fit`] : []
  ].join("; ");
  return [...code(drawn2, "mermaid"), ...paragraph(`<sub>${caption}.</sub>`)];
}
function fitting(diagram) {
  if (fits(diagram)) return diagram;
  const ends = diagram.links.flatMap(({ from, to }) => [from, to]);
  const joins = /* @__PURE__ */ new Map();
  for (const id of ends) joins.set(id, (joins.get(id) ?? 0) + 1);
  const byJoins = diagram.relations.map((relation) => ({ ...relation, columns: relation.columns.filter(({ isKey }) => isKey) })).sort((a, b) => (joins.get(b.id) ?? 0) - (joins.get(a.id) ?? 0));
  for (let count = byJoins.length; count > 0; count = Math.floor(count * 0.9)) {
    const kept = new Set(byJoins.slice(0, count).map(({ id }) => id));
    const cut2 = {
      relations: byJoins.slice(0, count),
      links: diagram.links.filter(({ from, to }) => kept.has(from) && kept.has(to))
    };
    if (fits(cut2)) return cut2;
  }
  return { relations: [], links: [] };
}
var fits = (diagram) => Buffer.byteLength(renderDiagram(diagram).join("\n")) <= MOST_DIAGRAM_BYTES;

// src/report/markdown-patch.ts
var runnable = (command) => command.replace(/^drift-gate(?= )/, "node path/to/drift-gate/dist/cli.js");
var isCopyable = (patch) => patch.split(/[\n\t]/).every((part) => part === visible(part));
function repairing(repair2, page) {
  const command = visible(runnable(repair2));
  const patched = patching(page);
  const ways = patched.length === 0 ? [...paragraph("Run this and commit the types file:"), ...code([command], "sh")] : [
    ...patched,
    ...paragraph(`Or let Drift Gate write it, from a clone of its repository: ${codeSpan(command)}`)
  ];
  return [...ways, ...paragraph("If the types are right, write the migration that is missing instead.")];
}
function patching({ patch, patchAt }) {
  if (patch !== void 0)
    return [
      ...paragraph("Run this in a shell, at the root of the repository, and commit the types file:"),
      ...folded("<code>git apply</code> with the patch", code(asCommand(patch), "sh").slice(1))
    ];
  if (patchAt === void 0) return [];
  return [
    ...paragraph(`Apply the patch, ${proseToMarkdown(patchAt)}, and commit the types file:`),
    ...code(["git apply drift.patch"], "sh")
  ];
}
var asCommand = (patch) => [
  "git apply <<'END_OF_PATCH'",
  ...patch.replace(/\n$/, "").split("\n"),
  "END_OF_PATCH"
];

// src/report/places.ts
var prefixOf = ({ project }) => `${project.directory}/`;
var shownAt = ({ location, typesLocation }, { project }) => location ?? typesLocation ?? { file: project.types[0] ?? "supabase/config.toml", line: 1 };
function useOf(detail) {
  const [, file, line2, statement = ""] = /^(.+?\.sql):(\d+)(?:: (.*))?$/s.exec(detail) ?? [];
  return file === void 0 ? [void 0, ""] : [{ file, line: Number(line2) }, statement];
}

// src/report/markdown-problems.ts
var MOST_PLACES2 = 3;
var LONGEST_NAME3 = 80;
var MOST_ROWS2 = 10;
var isMissing = ({ ruleId }) => ruleId === "base-schema-drift";
var isFailure = ({ ruleId }) => ruleId === "replay-failed";
function problems(findings, page) {
  return [
    ...findings.filter(isFailure).flatMap((finding) => failedStatement(finding, page)),
    ...missingTable(findings.filter(isMissing), page),
    ...othersOf(findings, page).slice(0, MOST_ROWS2 + 1)
  ];
}
function furtherProblems(findings, page) {
  const more = othersOf(findings, page).slice(MOST_ROWS2 + 1);
  return more.length === 0 ? [] : folded(`${more.length} more`, more);
}
function othersOf(findings, page) {
  const lines2 = findings.filter((finding) => !isMissing(finding) && !isFailure(finding)).map((finding) => {
    const details = (finding.details ?? []).map((line2) => `<br>${proseToMarkdown(line2)}`).join("");
    const text = `- ${DOTS[gradeOf(finding)]} ${sentenceOf(finding, page)}${details}`;
    return { text, item: "finding" };
  });
  return lines2.length === 0 ? [] : [plain(""), ...lines2];
}
function usesOfMissing(findings, page) {
  const missing = findings.filter(isMissing);
  const all = missing.flatMap((finding) => uses(finding, page));
  return missing.length > MOST_ROWS2 ? folded(`All ${missing.length} objects with their uses`, all.slice(1)) : all;
}
function sentenceOf({ location, message }, page) {
  const sentence2 = proseToMarkdown(message);
  if (location === void 0) return sentence2;
  const file = codeSpan(location.file);
  return sentence2.includes(file) ? sentence2.replace(file, () => linked(file, page.linkTo?.(location))) : `${sentence2} \xB7 ${linkedPlace(location, page)}`;
}
function failedStatement(finding, page) {
  const { details: [statement, ...hints] = [] } = finding;
  const lines2 = statement === void 0 ? [] : visibleLines(statement);
  return [
    plain(""),
    { text: `${DOTS[gradeOf(finding)]} ${sentenceOf(finding, page)}`, item: "finding" },
    ...lines2.length > 0 ? cuttable(fenceFor(lines2, "sql"), lines2) : [],
    ...hints.flatMap((hint) => paragraph(proseToMarkdown(hint)))
  ];
}
function missingTable(findings, page) {
  if (findings.length === 0) return [];
  const rows = findings.slice(0, MOST_ROWS2).map((finding) => {
    const object = codeSpan(shortened(visible(owningObject(finding.subject)), LONGEST_NAME3));
    const cells = [object, gradeCell(gradeOf(finding)), placesCell(usesOf(finding), MOST_PLACES2, page)];
    return plain(row(cells));
  });
  const more = findings.length - rows.length;
  return [
    ...tableOf(["Object that no migration creates", "Grade", "Used at"], rows),
    ...more > 0 ? paragraph(`\u2026 and ${counted(more, "more object")}, folded below.`) : []
  ];
}
function uses(finding, page) {
  const { details = [], location, subject, message } = finding;
  const name = escapeHtml(owningObject(subject));
  const place = location && unlistedPlaceOf(finding) !== "" ? ` \xB7 ${linkedPlace(location, page)}` : "";
  const lines2 = details.map((line2) => {
    const [use, statement] = useOf(line2);
    if (use === void 0) return plain(`- ${codeSpan(line2)}`);
    return plain(`- ${linkedPlace(use, page)}${statement === "" ? "" : `: ${codeSpan(statement)}`}`);
  });
  const sentence2 = { text: upperFirst(proseToMarkdown(message)) + place, item: "finding" };
  return folded(`<code>${name}</code>: ${counted(Math.max(1, details.length), "use")}`, [
    sentence2,
    plain(""),
    ...lines2
  ]);
}
function usesOf({ details = [], location }) {
  const places = details.flatMap((line2) => useOf(line2)[0] ?? []);
  return places.length === 0 && location ? [location] : places;
}

// src/report/markdown-diff.ts
import { structuredPatch } from "./vendor/diff.js";

// src/report/sides.ts
var CONTEXT = 3;
var linesOf2 = (side) => side ? visibleLines(side) : [];
function equalFromStart(a, b) {
  const limit = Math.min(a.length, b.length);
  let equal = 0;
  while (equal < limit && a[equal] === b[equal]) equal++;
  return equal;
}
var signed = (sign, lines2) => lines2.map((text) => ({ sign, text }));
var sidesOf = ({ committed, generated, expected, actual }) => ({
  before: committed ?? expected,
  after: generated ?? actual
});
function hasSides(finding) {
  const { before, after } = sidesOf(finding);
  return Boolean(before || after);
}
var opening = (lines2) => lines2.length > CONTEXT ? ["\u2026", ...lines2.slice(-CONTEXT)] : [...lines2];
var closing = (lines2) => lines2.length > CONTEXT ? [...lines2.slice(0, CONTEXT), "\u2026"] : [...lines2];
function sideLines(finding) {
  const sides = sidesOf(finding);
  const before = linesOf2(sides.before);
  const after = linesOf2(sides.after);
  const start = equalFromStart(before, after);
  const end = equalFromStart(before.slice(start).reverse(), after.slice(start).reverse());
  return [
    ...signed(" ", opening(before.slice(0, start))),
    ...signed("-", before.slice(start, before.length - end)),
    ...signed("+", after.slice(start, after.length - end)),
    ...signed(" ", closing(before.slice(before.length - end)))
  ];
}

// src/report/unfolded.ts
var LONGEST_LINE = 72;
var DEEPEST = 40;
var TOKENS = /"(?:[^"\\]|\\.)*"?|[{}();,]|[^"{}();,]+/g;
function unfolded(type) {
  if (type.length <= LONGEST_LINE || type.includes("\n")) return type;
  const lines2 = [];
  let line2 = "";
  let isEmpty = true;
  let depth = 0;
  const end = () => {
    if (!isEmpty) lines2.push(line2.trimEnd());
    line2 = "  ".repeat(Math.min(depth, DEEPEST));
    isEmpty = true;
  };
  for (const token of type.match(TOKENS) ?? []) {
    const closes = token === "}" || token === ")";
    const opens = token === "{" || token === "(";
    if (closes || opens) depth = Math.max(0, depth + (opens ? 1 : -1));
    if (closes) end();
    line2 += isEmpty ? token.trimStart() : token;
    isEmpty &&= token.trim() === "";
    if (opens || token === ";" || token === ",") end();
  }
  end();
  return lines2.join("\n");
}

// src/report/markdown-diff.ts
var CONTEXT2 = 3;
function diffLines(finding) {
  const label = labelOf(finding);
  if (!hasSides(finding)) return [`${signOf(finding.ruleId)} ${nameOf(finding, label)}`];
  const sides = sidesOf(finding);
  const before = linesOf2(sides.before && unfolded(sides.before));
  const after = linesOf2(sides.after && unfolded(sides.after));
  const lead = leadOf(finding, label);
  if (before.length < 2 && after.length < 2) {
    return [...before.map((line2) => `- ${lead}${line2}`), ...after.map((line2) => `+ ${lead}${line2}`)];
  }
  const { hunks } = structuredPatch("", "", whole(before), whole(after), "", "", { context: CONTEXT2 });
  return hunks.flatMap(({ lines: lines2 }) => [
    `@@ ${label} @@`,
    ...lines2.map((line2) => `${line2.slice(0, 1)} ${line2.slice(1)}`)
  ]);
}
function leadOf({ ruleId }, label) {
  if (ruleId === "relation-renamed") return `${label} `;
  if (ruleId === "extension-moved") return "schema ";
  return ruleId === "column-renamed" || ruleId === "relation-kind-changed" ? "" : `${label}: `;
}
var whole = (lines2) => lines2.map((line2) => `${line2}
`).join("");
var nameOf = ({ subject }, label) => subject.kind === "function" || !("name" in subject) || label.endsWith(visible(subject.name)) ? label : `${label} ${visible(subject.name)}`;

// src/report/markdown-changes.ts
var MOST_CHANGES = 6;
var MOST_PLACES3 = 2;
var LONGEST_NAME4 = 80;
var LONGEST_SIDES = 40;
function changeRow({ owner, findings, grade }, page) {
  const places = findings.flatMap(({ location }) => location ? [location] : []);
  const cells = [
    codeSpan(shortened(owner, LONGEST_NAME4)),
    changesCell(findings),
    gradeCell(grade),
    placesCell(places, MOST_PLACES3, page)
  ];
  return plain(row(cells));
}
function changesCell(findings) {
  const otherNull = new Set(findings.filter(isOfNull).map(({ id }) => id));
  const told2 = findings.filter(
    ({ ruleId, id }) => ruleId !== "column-optionality-changed" || !otherNull.has(id)
  );
  const byDeed = groupBy(told2, (finding) => isPlain(finding) ? finding.ruleId : finding.fingerprint);
  const lines2 = [...byDeed.values()].map((own) => {
    const names = own.map((finding) => codeSpan(shortened(partOf(finding.subject), LONGEST_NAME4)));
    return own.length > 0 && own[0] !== void 0 ? words(own[0], listedUpTo(MOST_CHANGES, names)) : "";
  });
  const more = lines2.length - MOST_CHANGES;
  return [...lines2.slice(0, MOST_CHANGES), ...more > 0 ? [`and ${more} more`] : []].join("<br>");
}
var withoutNull = (type = "") => type.replace(/ \| null$/, "");
var isOfNull = ({ ruleId, committed, generated }) => ruleId === "column-type-changed" && withoutNull(committed) === withoutNull(generated);
var isPlain = ({ ruleId }) => /^(?:column|enum-value|relationship)-(?:added|removed)$/.test(ruleId);
var kindOf = ({ subject }) => subject.kind.replaceAll("-", " ");
function words(finding, names) {
  const sides = sidesIn(finding);
  switch (finding.ruleId) {
    case "column-added":
      return `added ${names}`;
    case "column-removed":
      return `removed ${names}`;
    case "enum-value-added":
      return `added value ${names}`;
    case "enum-value-removed":
      return `removed value ${names}`;
    case "relationship-added":
      return `added relationship ${names}`;
    case "relationship-removed":
      return `removed relationship ${names}`;
    case "relationship-changed":
      return `changed relationship ${names}`;
    case "relation-renamed":
      return `${kindOf(finding)} renamed: ${sides ?? ""}`;
    case "extension-moved":
      return `extension moved: ${sides ?? ""}`;
    case "column-renamed":
      return `renamed ${sides ?? names}`;
    case "relation-kind-changed":
      return `was a ${escapeMarkdown(finding.committed ?? "table")}, is a ${escapeMarkdown(finding.generated ?? "view")}`;
    case "column-type-changed":
      return sides === void 0 ? `changed ${names}` : `changed ${names}: ${sides}`;
    case "column-optionality-changed":
      return sides === void 0 ? `changed ${names}` : `changed ${names}: ${escapeMarkdown(`${finding.committed?.replace(/ on .*/, "")} \u2192 ${finding.generated}`)}`;
    case "composite-type-changed":
      return "composite type has other attributes";
    case "function-signature-changed":
      return "function has another signature";
    default:
      return objectWords(finding);
  }
}
function objectWords(finding) {
  const sign = signOf(finding.ruleId);
  if (sign === "+") return `new ${kindOf(finding)}`;
  if (sign === "-") return `removed ${kindOf(finding)}`;
  return escapeMarkdown(titleOf(finding));
}
function sidesIn({ committed = "", generated = "" }) {
  const isShort2 = committed.length + generated.length <= LONGEST_SIDES && committed !== "" && generated !== "";
  return isShort2 ? `${codeSpan(committed)} \u2192&nbsp;${codeSpan(generated)}` : void 0;
}
function changeSection({ owner, findings, grade }, page) {
  const summary3 = `<code>${escapeHtml(owner)}</code>: ${counted(findings.length, differenceIn(findings))}, ${DOTS[grade]} ${grade}`;
  const sides = findings.flatMap(diffLines);
  const bullets = findings.flatMap((finding) => bullet(finding, page));
  return folded(summary3, [...cuttable(fenceFor(sides, "diff"), sides).slice(1), plain(""), ...bullets]);
}
function bullet(finding, page) {
  const { subject, reason, location, details = [] } = finding;
  const isPart = ["column", "relationship", "enum-value"].includes(subject.kind);
  const part = isPart ? codeSpan(partOf(subject)) : escapeMarkdown(upperFirst(partOf(subject)));
  const place = location && unlistedPlaceOf(finding) !== "" ? ` \xB7 ${linkedPlace(location, page)}` : "";
  const text = isChange(finding) ? `${part}: ${proseToMarkdown(reason ?? titleOf(finding))}` : upperFirst(proseToMarkdown(finding.message));
  return [
    { text: `- ${DOTS[gradeOf(finding)]} ${text}${place}`, item: "finding" },
    ...details.map((line2) => plain(`  - ${/^\s|^$/.test(line2) ? codeSpan(line2) : proseToMarkdown(line2)}`))
  ];
}

// src/report/markdown-table.ts
var MOST_ROWS3 = 10;
var MEANINGS = {
  breaking: "code that compiles fails when it runs, or meets a value that its types rule out",
  dangerous: "it depends on how the code is written",
  safe: "all code that compiles works on"
};
var isTabled = ({ ruleId }) => signOf(ruleId) !== "!" || ruleId === "types-out-of-date";
function objectsOf({ findings }) {
  const groups = groupByObject(findings.filter(isTabled));
  return WORST_FIRST.flatMap((grade) => groups.filter((group) => group.grade === grade));
}
var HEAD = ["Object", "What changed", "Grade", "Migration"];
var headOf = (report) => isOfLive(report) ? AUDIT_HEAD : HEAD;
var rowOf = (group, report, page) => isOfLive(report) ? standingRow(group, report.inventory, page) : changeRow(group, page);
function table(groups, report, page) {
  if (groups.length === 0) return [];
  const rows = groups.slice(0, MOST_ROWS3).map((group) => rowOf(group, report, page));
  const more = groups.length - rows.length;
  return [
    ...tableOf(headOf(report), rows),
    ...more > 0 ? paragraph(`\u2026 and ${counted(more, "more object")}, folded below.`) : [],
    ...paragraph(`<sub>${meanings(groups, report).join(" \xB7 ")}</sub>`)
  ];
}
function furtherRows(groups, report, page) {
  const more = groups.slice(MOST_ROWS3);
  if (more.length === 0) return [];
  const rows = more.map((group) => ({ ...rowOf(group, report, page), item: "object" }));
  return folded(counted(more.length, "more object"), tableOf(headOf(report), rows).slice(1));
}
function meanings(groups, report) {
  if (isOfLive(report)) return [AUDIT_MEANING];
  const grades = Object.entries(MEANINGS).filter(([grade]) => groups.some((group) => group.grade === grade));
  return [
    "added: in the migrations, missing in the types",
    "removed: in the types, missing in the migrations",
    ...grades.map(([grade, meaning2]) => `${grade}: ${meaning2}`)
  ];
}
function sections(groups, page) {
  const all = groups.flatMap((group) => changeSection(group, page));
  return groups.length > MOST_ROWS3 ? folded(`All ${groups.length} objects with their diffs`, all.slice(1)) : all;
}

// src/report/markdown.ts
var MARKDOWN_BUDGET = 6e4;
var SUMMARY_BUDGET = 1024 * 1024 - 24 * 1024;
var MARKS = { "in-sync": "\u2705", drifted: "\u274C", failed: "\u26A0\uFE0F" };
var TOLERATED = "\u{1F7E1}";
function renderMarkdown(report, { patch, ...page } = {}) {
  const budget = page.budget ?? MARKDOWN_BUDGET;
  if (patch !== void 0 && isCopyable(patch)) {
    const whole2 = rendered(report, { ...page, patch }, Number.POSITIVE_INFINITY);
    if (Buffer.byteLength(whole2) <= budget) return whole2;
  }
  return rendered(report, page, budget);
}
function rendered(report, page, budget) {
  const groups = objectsOf(report);
  const others = report.findings.filter((finding) => !isTabled(finding));
  const body2 = [
    ...heading(report, page),
    ...standing(report),
    ...problems(others, page),
    ...table(groups, report, page),
    ...baseSchemaOf(report, page),
    ...nextSteps(report, page),
    ...warnings(report),
    ...notChecked(report),
    ...diagramOf(report),
    ...suggestionOf(report),
    ...usesOfMissing(others, page),
    ...furtherProblems(others, page),
    ...furtherRows(groups, report, page),
    ...sections(groups, page),
    ...accepted(report),
    ...notices(report)
  ];
  return withinBudget(body2, footer(report), budget, (leftOut) => leftOutNote(leftOut, page));
}
function heading(report, page) {
  const { status, because } = verdictOf(report);
  const mark3 = isDone(report) ? MARKS["in-sync"] : isTolerated(report) ? TOLERATED : MARKS[report.status];
  const { directory } = report.project;
  const environment = report.live?.environment;
  const where = [
    ...directory === "." ? [] : [directory],
    ...environment === void 0 ? [] : [environment]
  ].map((name) => `${codeSpan(name)} \xB7 `).join("");
  const [first = "", ...rest] = because.map(proseToMarkdown);
  if (report.status === "drifted") {
    return [plain(`## ${mark3} ${where}${proseToMarkdown(status)}: ${first}`), ...summary(report)];
  }
  return [
    plain(`## ${mark3} ${where}${status}`),
    ...[first, ...rest].flatMap(paragraph),
    ...blocker(report, page),
    ...report.status === "failed" ? paragraph(noVerdict(report)) : []
  ];
}
var noVerdict = (report) => `This is no verdict on the ${isOfLive(report) ? "live database" : "types"}: nothing was compared.`;
function summary(report) {
  const groups = groupByObject(report.findings.filter(isChange));
  if (groups.length === 0) return [];
  const grades = WORST_FIRST.flatMap((grade) => {
    const count = groups.filter((group) => group.grade === grade).length;
    return count === 0 ? [] : [`${DOTS[grade]} ${count} ${grade}`];
  });
  const types = proseToMarkdown(typesFiles(report));
  const passes = isTolerated(report) ? " The check passes." : "";
  return paragraph(
    `The types in ${types} are out of step with the migrations: ${grades.join(" \xB7 ")}.${passes}`
  );
}
function blocker({ failure: failure2 }, page) {
  if (!failure2?.location) return [];
  const { location, rule, statement } = failure2;
  const place = [linkedPlace(location, page), ...rule ? [codeSpan(rule)] : []].join(" \xB7 ");
  const lines2 = statement ? visibleLines(statement) : [];
  return [...paragraph(place), ...lines2.length > 0 ? cuttable(fenceFor(lines2, "sql"), lines2) : []];
}
function nextSteps(report, page) {
  const { findings, repair: repair2, failure: failure2 } = report;
  if (failure2) return headed("What to do", visibleLines(failure2.remedy).map(proseToMarkdown).map(plain));
  const told2 = RULES["column-added"].remedy;
  const remedies = stepsOf(findings).filter((remedy) => repair2 === void 0 || remedy !== told2);
  const steps = (command) => findings.some(isChange) ? repairing(command, page) : code([visible(runnable(command))], "sh");
  const lines2 = [
    ...remedies.map((remedy) => plain(`- ${proseToMarkdown(remedy)}`)),
    ...repair2 === void 0 ? [] : steps(repair2).slice(remedies.length === 0 ? 1 : 0)
  ];
  return headed("What to do", lines2);
}
function notChecked({ status, notRun }) {
  const parts = notRun.filter(({ part }) => status !== "failed" || part === "confirmation");
  return headed(
    "Not checked",
    parts.map(({ part, reason }) => plain(`- ${part}: ${proseToMarkdown(reason)}`))
  );
}
var warnings = (report) => noticesOf(report.notices, "warning").flatMap(
  (notice) => paragraph(`\u26A0\uFE0F ${proseToMarkdown(noticeWords(notice))}`)
);
function notices(report) {
  const all = noticesOf(report.notices, "told", "quiet");
  return foldedSentences(counted(all.length, "notice"), all.map(noticeWords));
}
var accepted = (report) => foldedSentences("Accepted by the baseline", acceptedSentences(report));
function foldedSentences(title, sentences) {
  if (sentences.length === 0) return [];
  const lines2 = sentences.map(
    (sentence2) => ({ text: `- ${proseToMarkdown(sentence2)}`, item: "notice" })
  );
  return folded(title, lines2);
}
function footer(report) {
  const total = report.timings.total;
  const seconds = total === void 0 ? phases(report) : [duration(total)];
  const facts2 = report.status === "failed" ? [] : [...comparison(report), ...seconds];
  return [
    "",
    `<sub>${["Supabase Drift Gate", ...facts2].map(proseToMarkdown).join(" \xB7 ")}</sub>`,
    ...report.status === "failed" ? [] : ["", `<sub>${isOfLive(report) ? OF_LIVE : OF_TYPES}</sub>`]
  ];
}
var OF_TYPES = "Not compared: the live database, and what the types do not show, such as policies, grants, indexes and triggers.";
var OF_LIVE = "Not compared: rows, and what is in Supabase's own schemas.";
function leftOutNote(leftOut, { wholeAt }) {
  const of = (kind) => leftOut.filter(({ item }) => item === kind).length;
  const [objects2, findings, told2] = [of("object"), of("finding"), of("notice")];
  const counts = [
    ...objects2 > 0 ? [`the rows of ${counted(objects2, "object")}`] : [],
    ...findings > 0 ? [`the text of ${counted(findings, "finding")}`] : [],
    ...told2 > 0 ? [counted(told2, "notice")] : []
  ];
  const what = counts.length > 0 ? listed(counts) : counted(leftOut.length, "line");
  return ["", `**Cut to fit:** ${what} left out here. ${wholeReport(wholeAt)}`];
}
function wholeReport(wholeAt) {
  if (wholeAt === void 0) return "The JSON report has everything.";
  return /^https?:\/\//.test(wholeAt) ? `${linked("The summary of the run", wholeAt)} has more, the JSON report everything.` : `The whole report: ${proseToMarkdown(wholeAt)}.`;
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

// src/report/json.ts
var ORDER = {
  schemaVersion: 0,
  command: 0,
  status: 0,
  failure: 0,
  done: 0,
  findings: 0,
  accepted: 0,
  stale: 0,
  notRun: 0,
  notices: 0,
  repair: 0,
  project: 0,
  engine: 0,
  confirmation: 0,
  compared: 0,
  by: 0,
  first: 0,
  differences: 0,
  embedded: 0,
  localStack: 0,
  part: 0,
  rule: 0,
  object: 0,
  ruleId: 0,
  severity: 0,
  compatibility: 0,
  reason: 0,
  owner: 0,
  date: 0,
  expires: 0,
  subject: 0,
  id: 0,
  facet: 0,
  kind: 0,
  directory: 0,
  migrations: 0,
  live: 0,
  git: 0,
  types: 0,
  schemas: 0,
  baseline: 0,
  history: 0,
  baseSchema: 0,
  inventory: 0,
  suggestion: 0,
  definitions: 0,
  audits: 0,
  diagram: 0,
  failOn: 0,
  timings: 0,
  location: 0,
  typesLocation: 0,
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
  environment: 0,
  isRecorded: 0,
  applied: 0,
  pending: 0,
  unknown: 0,
  edited: 0,
  outOfOrder: 0,
  required: 0,
  references: 0,
  counts: 0,
  byKind: 0,
  coverage: 0,
  drift: 0,
  commit: 0,
  relations: 0,
  items: 0,
  verdict: 0,
  links: 0,
  from: 0,
  to: 0,
  type: 0,
  isKey: 0,
  isOneToOne: 0,
  change: 0,
  was: 0,
  columns: 0,
  code: 0,
  message: 0,
  sentences: 0,
  count: 0,
  committed: 0,
  generated: 0,
  expected: 0,
  actual: 0,
  sql: 0,
  details: 0,
  remedy: 0,
  fingerprint: 0,
  acceptance: 0,
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

// src/report/html.ts
import { createHash as createHash2 } from "node:crypto";

// src/report/html-template.ts
var ENTITIES = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
};
var escaped = (text) => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
function markupOf(value) {
  if (typeof value === "string") return escaped(visible(value));
  if (typeof value === "number") return String(value);
  return "markup" in value ? value.markup : value.map(({ markup }) => markup).join("");
}
function html(literals, ...values) {
  const parts = literals.map((literal, index) => {
    const value = values[index];
    return value === void 0 ? literal : literal + markupOf(value);
  });
  return { markup: parts.join("") };
}
var NOTHING = html``;
var ours = (markup) => ({ markup });
var ifAny = (list, piece) => list === void 0 || list.length === 0 ? NOTHING : piece(list);
var prose = (sentence2) => ({
  markup: parseProse(visible(sentence2)).map(({ code: code2, text }) => (code2 ? html`<code>${text}</code>` : html`${text}`).markup).join("")
});
var lines = (text) => ({ markup: visibleLines(text).map(escaped).join("\n") });
var copyable = (text, label) => html`<div class="copyable"><button type="button" class="copy" aria-label="Copy ${label}" hidden>Copy</button><pre tabindex="0" role="group" aria-label="${label}"><code>${lines(text)}</code></pre></div>`;

// src/report/html-audits.ts
var WIDTH = 760;
var HEIGHT = 220;
var LEFT = 44;
var RIGHT = 24;
var TOP = 24;
var BOTTOM = 34;
var MOST_DATES = 8;
var MOST_VALUES = 16;
function auditsSection({ audits = [] }) {
  if (audits.length === 0) return NOTHING;
  return html`<section id="audits" aria-labelledby="audits-title"><h2 id="audits-title">Drift over time</h2>
${audits.length > 1 ? chart(audits) : NOTHING}
<details${audits.length > 1 ? NOTHING : html` open`}><summary>${counted(audits.length, "audit")} in numbers</summary>${numbers(audits)}</details></section>`;
}
function chart(audits) {
  const ticks = ticksOf(Math.max(...audits.map(({ drift }) => drift)));
  const top = Math.max(1, ...ticks);
  const xOf = (index) => Math.round(LEFT + index * (WIDTH - LEFT - RIGHT) / Math.max(1, audits.length - 1));
  const yOf = (drift) => Math.round(HEIGHT - BOTTOM - drift / top * (HEIGHT - TOP - BOTTOM));
  const points = audits.map(({ drift }, index) => `${xOf(index)},${yOf(drift)}`);
  const every = Math.ceil(audits.length / MOST_DATES);
  const isDated = (index) => (audits.length - 1 - index) % every === 0;
  const grid = ticks.map(
    (tick) => html`<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${yOf(tick)}" y2="${yOf(tick)}"/><text class="tick" x="${LEFT - 8}" y="${yOf(tick) + 4}" text-anchor="end">${tick}</text>`
  );
  const dates = audits.map(
    ({ date }, index) => isDated(index) ? html`<text class="tick" x="${xOf(index)}" y="${HEIGHT - 10}" text-anchor="${anchorAt(index, audits.length)}">${date}</text>` : NOTHING
  );
  const dots = audits.map(({ date, drift }, index) => {
    const value = audits.length <= MOST_VALUES ? html`<text class="value" x="${xOf(index)}" y="${yOf(drift) - 10}" text-anchor="middle">${drift}</text>` : NOTHING;
    return html`<circle cx="${xOf(index)}" cy="${yOf(drift)}" r="4"><title>${date}: ${counted(drift, "finding")}</title></circle>${value}`;
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Drift over time, drawn"><svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${summary2(audits)}">
${grid}${dates}<polygon class="area" points="${xOf(0)},${yOf(0)} ${points.join(" ")} ${xOf(audits.length - 1)},${yOf(0)}"/><polyline class="trend" points="${points.join(" ")}"/>${dots}</svg></div>`;
}
function ticksOf(highest) {
  const rough = Math.max(1, highest / 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step2 = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  return Array.from({ length: Math.ceil(highest / step2) + 1 }, (_, index) => index * step2);
}
var anchorAt = (index, length) => index === 0 ? "start" : index === length - 1 ? "end" : "middle";
function summary2(audits) {
  const [first, last] = [audits[0], audits.at(-1)];
  if (first === void 0 || last === void 0) return "";
  return `${counted(first.drift, "finding")} on ${first.date}, ${last.drift} on ${last.date}; the numbers of all audits are in the table below.`;
}
var numbers = (audits) => html`<div class="scroll" tabindex="0" role="region" aria-label="Audits in numbers"><table class="plain"><caption class="unseen">Tables by source, coverage and findings of each audit</caption>
<thead><tr><th scope="col">Date</th><th scope="col">Findings</th><th scope="col">Live tables</th><th scope="col">In Git</th><th scope="col">In types</th><th scope="col">Coverage</th><th scope="col">Commit</th></tr></thead><tbody>
${[...audits].reverse().map(({ date, drift, live, git, types, coverage, commit }) => html`<tr><th scope="row">${date}</th><td>${drift}</td><td>${live}</td><td>${git}</td><td>${types}</td><td>${coverage} %</td><td><code>${commit ?? ""}</code></td></tr>`)}</tbody></table></div>`;

// src/report/html-layout.ts
var BOX_WIDTH = 256;
var LINE = 18;
var HEAD2 = 26;
var GAP = 12;
var CHANNEL = 84;
var MARGIN = 12;
var FEWEST_IN_ROW = 4;
var MOST_LINES = 8;
var FEW_LINES = 3;
function layoutOf({ relations, links: all }) {
  const ids = new Set(relations.map(({ id }) => id));
  const links = all.filter(({ from, to }) => ids.has(from) && ids.has(to));
  const joined2 = new Set(links.filter(({ from, to }) => from !== to).flatMap(({ from, to }) => [from, to]));
  const boxes = relations.map(boxOf).sort((a, b) => byText(a.relation.id, b.relation.id));
  const isJoined = ({ relation }) => joined2.has(relation.id);
  const trees = boxes.filter(isJoined);
  const bottom = placeTrees(trees, links);
  const loose = boxes.filter((box) => !isJoined(box));
  const across = new Set(trees.map(({ x }) => x)).size;
  const end = placeGrid(loose, Math.max(FEWEST_IN_ROW, across), bottom);
  const places = new Map(boxes.map(({ relation }, index) => [relation.id, index]));
  return {
    boxes,
    links: links.flatMap((link) => drawn(link, boxes, places)),
    width: Math.max(0, ...boxes.map(({ x }) => x)) + BOX_WIDTH + MARGIN + CHANNEL / 2,
    height: end
  };
}
function boxOf(relation) {
  const telling = relation.columns.filter(({ isKey, change: change2 }) => isKey || change2 !== void 0);
  const columns = (telling.length > 0 ? telling : relation.columns.slice(0, FEW_LINES)).slice(0, MOST_LINES);
  const more = relation.columns.length - columns.length;
  return { relation, x: 0, y: 0, height: HEAD2 + LINE * columns.length + 4, columns, more };
}
function ranksOf(boxes, targets2) {
  const ranks = /* @__PURE__ */ new Map();
  const rankOf3 = (id, trail) => {
    const known = ranks.get(id);
    if (known !== void 0) return known;
    const others = (targets2.get(id) ?? []).filter(({ to }) => to !== id && !trail.includes(to));
    const rank = Math.max(-1, ...others.map(({ to }) => rankOf3(to, [...trail, id]))) + 1;
    ranks.set(id, rank);
    return rank;
  };
  for (const { relation } of boxes) rankOf3(relation.id, []);
  return ranks;
}
function placeTrees(boxes, links) {
  const targets2 = groupBy(links, ({ from }) => from);
  const ranks = ranksOf(boxes, targets2);
  const rankOf3 = ({ relation }) => ranks.get(relation.id) ?? 0;
  const parentOf = (box) => (targets2.get(box.relation.id) ?? []).map(({ to }) => to).find((to) => ranks.get(to) === rankOf3(box) - 1) ?? "";
  const children = groupBy(boxes, parentOf);
  const childrenOf = ({ relation }) => children.get(relation.id) ?? [];
  const free = [];
  const freeAt = (rank) => free[rank] ?? MARGIN;
  const place = (box) => {
    const rank = rankOf3(box);
    const own = childrenOf(box);
    const extent = own.reduce((sum, { height }) => sum + height + GAP, -GAP);
    free[rank + 1] = Math.max(freeAt(rank + 1), freeAt(rank) + (box.height - extent) / 2);
    for (const child of own) if (childrenOf(child).length === 0) place(child);
    for (const child of own) if (childrenOf(child).length > 0) place(child);
    const [first, last] = [own.map(({ y }) => y), own.map(({ y, height }) => y + height)];
    const middle = own.length === 0 ? 0 : (Math.min(...first) + Math.max(...last) - box.height) / 2;
    box.x = MARGIN + rank * (BOX_WIDTH + CHANNEL);
    box.y = Math.round(Math.max(freeAt(rank), middle));
    free[rank] = box.y + box.height + GAP;
  };
  for (const root of children.get("") ?? []) place(root);
  return Math.max(MARGIN, ...boxes.map(({ y, height }) => y + height + 2 * GAP));
}
function placeGrid(boxes, perRow, top) {
  let y = top;
  for (let start = 0; start < boxes.length; start += perRow) {
    const row2 = boxes.slice(start, start + perRow);
    row2.forEach((box, index) => {
      box.x = MARGIN + index * (BOX_WIDTH + GAP);
      box.y = y;
    });
    y += Math.max(...row2.map(({ height }) => height)) + GAP;
  }
  return y;
}
function drawn(link, boxes, places) {
  const [from, to] = [places.get(link.from), places.get(link.to)];
  const [source, target] = [boxes[from ?? -1], boxes[to ?? -1]];
  if (from === void 0 || to === void 0 || source === void 0 || target === void 0) return [];
  const line2 = source.columns.findIndex(({ name }) => name === link.columns[0]) + 1;
  const start = source.y + (line2 === 0 ? HEAD2 / 2 : HEAD2 + LINE * (line2 - 0.5));
  const end = target.y + HEAD2 / 2;
  const right = target.x + BOX_WIDTH;
  if (source.x > target.x) {
    const bend = Math.round((source.x - right) / 2);
    const path2 = `M${source.x} ${start}C${source.x - bend} ${start} ${right + bend} ${end} ${right} ${end}`;
    return [{ link, from, to, path: path2 }];
  }
  const out = Math.max(source.x + BOX_WIDTH, right) + CHANNEL / 2;
  const path = `M${source.x + BOX_WIDTH} ${start}C${out} ${start} ${out} ${end} ${right} ${end}`;
  return [{ link, from, to, path }];
}

// src/report/terminal.ts
var WIDE = new RegExp("\\p{Emoji_Presentation}|\\ufe0f|[\\u1100-\\u115f\\u2e80-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff00-\\uff60\\uffe0-\\uffe6\\u{20000}-\\u{3fffd}]", "u");
var segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
var graphemes = (text) => Array.from(segmenter.segment(text), ({ segment }) => segment);
var ASCII = /^[ -~]*$/;
var TOO_LONG = 1e4;
var displayWidth = (text) => text.length > TOO_LONG || ASCII.test(text) ? text.length : graphemes(text).reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0);
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
var LONGEST_LINE2 = 2e3;
var clipped = (line2) => line2.length > LONGEST_LINE2 ? `${line2.slice(0, LONGEST_LINE2)}\u2026 all in the JSON report` : line2;
var WORDS = /(?:`+[^`]*`+|[^ `]|`)+| +/g;
function wrapped(sentence2, width) {
  const lines2 = [];
  let line2 = "";
  let gap = "";
  for (const word of sentence2.match(WORDS) ?? []) {
    if (word.startsWith(" ")) {
      gap = word;
    } else if (line2 !== "" && displayWidth(line2 + gap + word) > width) {
      lines2.push(line2);
      line2 = word;
      gap = "";
    } else {
      line2 += gap + word;
      gap = "";
    }
  }
  return line2 === "" ? lines2 : [...lines2, line2];
}

// src/report/html-diagram.ts
var ROOM = 33;
var TITLE_ROOM = 29;
function diagramSection(report, anchors) {
  const { diagram } = report;
  if (diagram === void 0 || diagram.relations.length === 0) return NOTHING;
  const title = isOfLive(report) ? "Tables that no migration creates" : "Drifted relations";
  const layout = layoutOf(diagram);
  const boxes = layout.boxes.map((box, index) => entity2(box, index, anchors));
  return html`<section id="diagram" aria-labelledby="diagram-title"><h2 id="diagram-title">${title}</h2>
<p class="lead">${counted(diagram.relations.length, "relation")} and ${counted(diagram.links.length, "foreign key")}. An arrow leads to what is referenced; a dashed box has not drifted; +2 stands for two columns that are not drawn. The same as text stands below.</p>
<div class="scroll drawing" tabindex="0" role="region" aria-label="${title}, drawn"><svg width="${layout.width}" height="${layout.height}" viewBox="0 0 ${layout.width} ${layout.height}" role="group" aria-label="${title}">
<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>
<g aria-hidden="true">${layout.links.map(connection2)}</g>
${boxes}</svg></div>
<details><summary>The diagram as text</summary>${asText(diagram, anchors)}</details></section>`;
}
var connection2 = ({ link, from, to, path }) => html`<path class="link ${link.change ?? ""}" data-ends="${from} ${to}" d="${path}" marker-end="url(#arrow)"><title>${linkWords(link)}</title></path>`;
var linkWords = ({ from, columns, to, change: change2 }) => `${from} (${columns.join(", ")}) references ${to}${change2 === void 0 ? "" : `, ${change2}`}`;
function entity2({ relation, x, y, height, columns, more }, index, anchors) {
  const { id, kind, change: change2 } = relation;
  const isNeighbour = relation.columns.length === 0 && change2 === void 0;
  const lines2 = columns.map(
    (column, at) => html`<text x="10" y="${HEAD2 + LINE * at + 14}">${columnWords(column)}</text>`
  );
  const rest = more === 0 ? NOTHING : html`<text class="more" x="${BOX_WIDTH - 10}" y="18" text-anchor="end">+${more}</text>`;
  const shape = html`<title>${kind} ${id}${change2 === void 0 ? "" : `, ${change2}`}, ${counted(relation.columns.length, "column")}</title><rect width="${BOX_WIDTH}" height="${height}" rx="6"/><text class="title" x="10" y="18">${truncated(visible(id), TITLE_ROOM)}</text>${lines2}${rest}`;
  const box = html`<g class="entity ${change2 ?? (isNeighbour ? "neighbour" : "")}" data-box="${index}" transform="translate(${x} ${y})">${shape}</g>\n`;
  const anchor = anchors.get(id);
  return anchor === void 0 ? box : html`<a href="#${anchor}">${box}</a>`;
}
var columnWords = ({ name, type, change: change2, was }) => truncated(
  visible(
    [name, type, ...change2 === void 0 ? [] : [was === void 0 ? change2 : `was ${was}`]].join("  ")
  ),
  ROOM
);
function asText({ relations, links }, anchors) {
  const rows = relations.map(({ id, columns, change: change2 }) => {
    const anchor = anchors.get(id);
    const name = anchor === void 0 ? html`<code>${id}</code>` : html`<a href="#${anchor}"><code>${id}</code></a>`;
    const own = links.filter(({ from }) => from === id);
    return html`<tr><th scope="row">${name}${change2 === void 0 ? "" : ` ${change2}`}</th><td>${ifAny(columns, columnList)}</td><td>${ifAny(own, linkList)}</td></tr>`;
  });
  return html`<table class="plain"><caption class="unseen">Relations of the diagram</caption><thead><tr><th scope="col">Relation</th><th scope="col">Columns</th><th scope="col">References</th></tr></thead><tbody>
${rows}</tbody></table>`;
}
var columnList = (columns) => html`<ul>${columns.map(({ name, type, change: change2, was }) => html`<li><code>${name}</code> ${type}${change2 === void 0 ? "" : `, ${change2}`}${was === void 0 ? "" : `, was ${was}`}</li>`)}</ul>`;
var linkList = (links) => html`<ul>${links.map(({ to, columns, change: change2 }) => html`<li><code>${to}</code> by ${columns.join(", ")}${change2 === void 0 ? "" : `, ${change2}`}</li>`)}</ul>`;

// src/report/html-sides.ts
import { diffArrays } from "./vendor/diff.js";
function sideBySide(left, right) {
  const [before, after] = pairedLines(left.text, right.text);
  return html`<div class="sides">${pane(left, before)}${pane(right, after)}</div>`;
}
var linesOf3 = (text) => text === void 0 ? [] : visibleLines(text);
var MOST_EDITS = 1e3;
var changesBetween = (before, after) => diffArrays(before, after, { maxEditLength: MOST_EDITS }) ?? [
  { value: before, added: false, removed: true, count: before.length },
  { value: after, added: true, removed: false, count: after.length }
];
function pairedLines(left, right) {
  if (left === void 0 || right === void 0)
    return [linesOf3(left).map((text) => ({ text })), linesOf3(right).map((text) => ({ text }))];
  const sides = { del: [], ins: [] };
  const even = () => {
    const longest = Math.max(sides.del.length, sides.ins.length);
    for (const side of [sides.del, sides.ins]) while (side.length < longest) side.push({});
  };
  for (const { value, added, removed } of changesBetween(linesOf3(left), linesOf3(right))) {
    if (!removed && !added) even();
    for (const text of value) {
      if (!added) sides.del.push({ text, ...removed && { mark: "del" } });
      if (!removed) sides.ins.push({ text, ...added && { mark: "ins" } });
    }
  }
  even();
  return [sides.del, sides.ins];
}
function pane({ title, text }, lines2) {
  return text === void 0 ? html`<figure><figcaption>${title}</figcaption><p class="none">None.</p></figure>` : html`<figure><figcaption>${title}</figcaption><pre tabindex="0" role="group" aria-label="${title}"><code>${lines2.map(line)}</code></pre></figure>`;
}
var line = ({ text, mark: mark3 }) => {
  if (text === void 0) return html`<i></i>\n`;
  if (mark3 === "del") return html`<del>${text}</del>\n`;
  return mark3 === "ins" ? html`<ins>${text}</ins>\n` : html`${text}\n`;
};

// src/report/html-sql.ts
var TOKENS2 = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[(),]|[^"'(),]+|["']/g;
function unfoldedSql(text) {
  if (!/^create (?:[a-z]+ ){0,3}(?:table|type) /i.test(text)) return text;
  const end = text.indexOf("\n");
  const [first, rest] = end === -1 ? [text, ""] : [text.slice(0, end), text.slice(end)];
  return first.endsWith("(") ? text : inLines(first) + rest;
}
function inLines(statement) {
  let text = "";
  let depth = 0;
  let isOver = false;
  let begins = false;
  for (const token of statement.match(TOKENS2) ?? []) {
    if (token === ")") depth -= 1;
    const ends = token === ")" && depth === 0 && !isOver;
    text += ends ? "\n)" : begins ? `  ${token.trimStart()}` : token;
    if (token === "(") depth += 1;
    begins = (token === "(" || token === ",") && depth === 1 && !isOver;
    if (begins) text += "\n";
    isOver ||= ends;
  }
  return text;
}
var scriptOf = (statements, gap = "\n") => statements.map((statement) => `${unfoldedSql(statement).replace(/(?<![\s;])[\s;]*$/, "")};`).join(gap);

// src/report/html-words.ts
var STANDINGS = {
  "base-schema-drift": {
    words: upperFirst(VERDICTS["base-schema-drift"]),
    meaning: "live, and no migration creates it",
    tone: "red"
  },
  "not-live": {
    words: upperFirst(VERDICTS["not-live"]),
    meaning: "created in Git, not in the live database",
    tone: "violet"
  },
  altered: { words: "Altered", meaning: "live and in Git, and different", tone: "amber" },
  "types-out-of-date": {
    words: upperFirst(VERDICTS["types-out-of-date"]),
    meaning: "the committed types fit neither",
    tone: "blue"
  },
  drifted: { words: "Drifted", meaning: "the committed types and the migrations differ", tone: "red" },
  external: { words: upperFirst(VERDICTS.external), meaning: "live only", tone: "muted" },
  accepted: { words: "Accepted", meaning: "it drifted, and the baseline accepts that", tone: "muted" },
  pending: { words: "Pending", meaning: "only migrations create it that are not applied yet", tone: "muted" },
  "not-compared": { words: "Not compared", meaning: "nobody looked at it", tone: "muted" },
  tracked: { words: upperFirst(VERDICTS.tracked), meaning: "live and created in Git", tone: "green" },
  "as-committed": { words: "As committed", meaning: "the committed types have it as it is", tone: "green" }
};
var GRADE_TONES = {
  error: "red",
  breaking: "red",
  dangerous: "amber",
  warning: "amber",
  safe: "green",
  note: "blue"
};

// src/report/html-detail.ts
function detailOf(row2) {
  const { findings, accepted: accepted2, definitions } = row2;
  return html`${factsOf(row2)}${findings.map((finding) => findingCard(finding))}${accepted2.map(acceptedCard)}${definitions.map(definition)}`;
}
function factsOf({ standing: standing3, object }) {
  const { words: words2, meaning: meaning2 } = STANDINGS[standing3];
  const created = object?.file ? html` Created by <code>${object.file}</code>${object.pending ? ", which is not applied yet" : ""}.` : NOTHING;
  return html`<p class="meaning"><b>${words2}</b>: ${meaning2}.${created}</p>`;
}
function findingCard(finding, foot = NOTHING) {
  const { message, reason, remedy, location, typesLocation, details, sql = [] } = finding;
  const grade = gradeOf(finding);
  const places = [location, typesLocation].flatMap((place) => place ? [placeOf(place)] : []);
  const because = reason === void 0 ? NOTHING : html`<p>${upperFirst(reason)}.</p>`;
  const statements = sql.length === 0 ? NOTHING : copyable(scriptOf(sql), "suggested SQL");
  return html`<article class="finding ${GRADE_TONES[grade]}"><h3>${titleOf(finding)} <span class="grade">${grade}</span></h3>
<p class="message">${prose(upperFirst(message))}</p>${because}${ifAny(places, placesOf)}${ifAny(details, listOf)}${sidesOf2(finding)}
<p class="remedy">${prose(remedy)}</p>${statements}${foot}</article>`;
}
var placesOf = (places) => html`<p class="place">${places.map((place) => html`<code>${place}</code> `)}</p>`;
var FEW = 8;
function listOf(details) {
  const list = html`<ul class="details">${details.map((detail) => html`<li>${prose(detail)}</li>`)}</ul>`;
  return details.length <= FEW ? list : html`<details><summary>${details.length} parts</summary>${list}</details>`;
}
function acceptedCard({ acceptance, ...finding }) {
  const words2 = upperFirst(acceptedWords(acceptance));
  return findingCard(finding, html`<p class="acceptance"><b>${words2}</b>: ${acceptance.reason}</p>`);
}
function sidesOf2({ committed, generated, expected, actual }) {
  const types = committed === void 0 && generated === void 0 ? NOTHING : sideBySide(
    { title: "Committed types", text: committed },
    { title: "Generated types", text: generated }
  );
  const databases = expected === void 0 && actual === void 0 ? NOTHING : sideBySide({ title: "Migrations", text: expected }, { title: "Live database", text: actual });
  return html`${types}${databases}`;
}
var definition = ({ id, expected, actual }) => html`<section class="definition"><h3>Definition of <code>${id}</code></h3>${sideBySide(
  { title: "Migrations", text: expected && unfoldedSql(expected) },
  { title: "Live database", text: actual && unfoldedSql(actual) }
)}</section>`;

// src/report/html-notes.ts
var linked2 = (id, anchors) => {
  const anchor = anchors.get(id);
  return anchor === void 0 ? html`<code>${id}</code>` : html`<a href="#${anchor}"><code>${id}</code></a>`;
};
var tableOf2 = (title, heads, rows) => html`<div class="scroll" tabindex="0" role="region" aria-label="${title}"><table class="plain"><caption class="unseen">${title}</caption><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>
${rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`;
function baseSchemaSection({ baseSchema }, anchors) {
  if (baseSchema === void 0) return NOTHING;
  const { reason, required } = baseSchema;
  const rows = required.map(({ id, references, location }) => [
    linked2(id, anchors),
    html`${references}`,
    html`<code>${placeOf(location)}</code>`
  ]);
  return html`<section id="base" aria-labelledby="base-title"><h2 id="base-title">Base schema to bring into Git</h2>
<p>The migrations stand on a schema that none of them creates, so they can't be replayed: ${prose(reason)}</p>
<p>A migration dated before all others must create:</p>
${tableOf2("What the base schema must hold", ["Object", "Uses", "First used at"], rows)}</section>`;
}
function baselineSection({ accepted: accepted2 = [], stale = [] }, anchors) {
  if (accepted2.length + stale.length === 0) return NOTHING;
  const acceptedRows = accepted2.map(({ id, ruleId, acceptance: { reason, owner, date, expires } }) => [
    linked2(id, anchors),
    html`${RULES[ruleId].title}`,
    html`${reason}`,
    html`${owner ?? "\u2013"}`,
    html`${date}`,
    html`${expires ?? "no end"}`
  ]);
  const staleRows = stale.map(({ object, rule, reason, owner, date }) => [
    html`<code>${object}</code>`,
    html`${RULES[rule].title}`,
    html`${reason}`,
    html`${owner ?? "\u2013"}`,
    html`${date}`
  ]);
  const columns = ["Object", "Drift", "Reason", "Owner", "Accepted on"];
  return html`<section id="baseline" aria-labelledby="baseline-title"><h2 id="baseline-title">Baseline</h2>
${ifAny(acceptedRows, (rows) => html`<h3>${counted(rows.length, "accepted finding")}</h3>${tableOf2("Accepted findings", [...columns, "Until"], rows)}`)}
${ifAny(staleRows, (rows) => html`<h3>${counted(rows.length, "stale entry", "stale entries")}</h3><p>What they accept is gone. ${prose(RULES["stale-baseline-entry"].remedy)}</p>${tableOf2("Stale entries", columns, rows)}`)}</section>`;
}
var notRunSection = ({ notRun }) => ifAny(
  notRun,
  (parts) => html`<section id="not-run" class="warned" aria-labelledby="not-run-title"><h2 id="not-run-title">Not checked</h2>
<dl>${parts.map(({ part, reason }) => html`<dt>${part}</dt><dd>${prose(upperFirst(reason))}</dd>`)}</dl></section>`
);
var noticesSection = ({ notices: notices2 }) => ifAny(
  notices2,
  (all) => html`<section id="notices" aria-labelledby="notices-title"><h2 id="notices-title">Notices</h2>
<ul>${all.map((notice) => html`<li>${prose(noticeWords(notice))}</li>`)}</ul></section>`
);
function definitionsSection({ definitions = [] }, rows) {
  const shown2 = new Set(rows.flatMap((row2) => row2.definitions));
  return ifAny(
    definitions.filter((one) => !shown2.has(one)),
    (all) => html`<section id="definitions" aria-labelledby="definitions-title"><h2 id="definitions-title">Further definitions</h2>
${all.map(definition)}</section>`
  );
}

// src/report/html-rows.ts
import { createHash } from "node:crypto";
var keyOf = (kind, id) => `${kind === "function" ? kind : ""} ${id}`;
var subjectKey = ({ subject }) => keyOf(subject.kind, owningObject(subject));
var definitionKey = ({ id }) => {
  const [, name] = /^((?:"[^"]*"|[^"(])+)\(.*\)$/s.exec(id) ?? [];
  return name === void 0 ? keyOf("", id) : keyOf("function", name);
};
var hasSchema = ({ subject }) => "schema" in subject;
function rowsOf(report) {
  const { inventory: inventory2, findings, accepted: accepted2 = [], definitions = [] } = report;
  const listed2 = [...inventory2?.relations ?? [], ...inventory2?.items ?? []];
  const objects2 = new Map(listed2.map((object) => [keyOf(object.kind, object.id), object]));
  const own = groupBy(findings.filter(hasSchema), subjectKey);
  const ownAccepted = groupBy(accepted2.filter(hasSchema), subjectKey);
  const sources = groupBy(definitions, definitionKey);
  const rows = [.../* @__PURE__ */ new Set([...objects2.keys(), ...own.keys(), ...ownAccepted.keys()])].flatMap(
    (key) => rowOf2(report, objects2.get(key), {
      findings: own.get(key) ?? [],
      accepted: ownAccepted.get(key) ?? [],
      definitions: sources.get(key) ?? []
    })
  );
  return rows.sort((a, b) => rankOf2(a) - rankOf2(b) || byText(a.id, b.id));
}
function rowOf2(report, object, about) {
  const [first] = [...about.findings, ...about.accepted];
  const named2 = object ?? (first && ownerIn(first));
  if (named2 === void 0) return [];
  const standing3 = standingOf2(report, object, about);
  return [
    {
      anchor: anchorOf(named2.kind, named2.id),
      id: named2.id,
      kind: named2.kind.replaceAll("-", " "),
      ...object && { object },
      standing: standing3,
      isDrift: about.findings.length > 0 || about.accepted.length === 0 && FAILING.has(standing3),
      ...about
    }
  ];
}
var ownerIn = ({ subject }) => ({
  kind: (ownerOf(subject) ?? subject).kind,
  id: owningObject(subject)
});
var anchorOf = (kind, id) => `o-${createHash("sha256").update(keyOf(kind, id)).digest("hex").slice(0, 10)}`;
var FAILING = /* @__PURE__ */ new Set(["base-schema-drift", "not-live", "types-out-of-date"]);
function standingOf2(report, object, { findings, accepted: accepted2 }) {
  const verdict = object?.verdict;
  if (verdict !== void 0 && verdict !== "tracked") return verdict;
  if (findings.length > 0) return isOfLive(report) ? "altered" : "drifted";
  if (accepted2.length > 0) return "accepted";
  if (object?.pending) return "pending";
  if (verdict === "tracked") return verdict;
  return report.compared !== void 0 && object?.types === true ? "as-committed" : "not-compared";
}
var ORDER2 = Object.keys(STANDINGS);
var rankOf2 = ({ isDrift: isDrift2, standing: standing3 }) => (isDrift2 ? 0 : ORDER2.length) + ORDER2.indexOf(standing3);
var anchorsOf = (rows) => new Map(
  [...rows].sort((a, b) => Number(b.kind === "function") - Number(a.kind === "function")).map(({ id, anchor }) => [id, anchor])
);
var standingsOf = (rows) => [...groupBy(rows, ({ standing: standing3 }) => standing3).values()].flatMap((own) => own.slice(0, 1).map(({ standing: standing3 }) => [standing3, own.length])).sort(([a], [b]) => ORDER2.indexOf(a) - ORDER2.indexOf(b));

// src/report/html-objects.ts
var FEW2 = 3;
function objectsSection(report, rows) {
  if (rows.length === 0) return NOTHING;
  const isAudit = isOfLive(report);
  const drifted = rows.filter(({ isDrift: isDrift2 }) => isDrift2).length;
  const live = isAudit ? html`<th role="columnheader" scope="col" class="has">Live</th>` : NOTHING;
  const source = report.inventory?.gitFrom === "static" ? " What Git creates is read from the texts of the migrations." : "";
  return html`<section id="objects" aria-labelledby="objects-title"><h2 id="objects-title">Objects</h2>
<p class="lead">${counted(rows.length, "object")}, ${drifted === 0 ? "none" : drifted} of them with drift.${source}</p>
${filters(rows)}
<table class="objects${isAudit ? "" : " check"}" role="table"><caption class="unseen">Objects by source. A name opens what is known of it.</caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col" class="name">Object</th><th role="columnheader" scope="col" class="kind">Kind</th>${live}<th role="columnheader" scope="col" class="has">Git</th><th role="columnheader" scope="col" class="has">Types</th><th role="columnheader" scope="col" class="file">Created by</th><th role="columnheader" scope="col" class="standing">Verdict</th><th role="columnheader" scope="col" class="number">Findings</th></tr></thead>
${rows.map((row2) => tableRow(row2, isAudit, row2.isDrift && drifted <= FEW2))}
</table></section>`;
}
function filters(rows) {
  const kinds = [...new Set(rows.map(({ kind }) => kind))].sort(byText);
  const options = kinds.map((kind) => html`<option value="${kind}">${kind}</option>`);
  const verdicts = standingsOf(rows).map(
    ([standing3, count]) => html`<option value="${standing3}">${STANDINGS[standing3].words} (${count})</option>`
  );
  return html`<form id="filters" role="search" aria-label="Objects" hidden>
<label class="wide">Filter <kbd aria-hidden="true">/</kbd><input type="search" id="words" autocomplete="off" spellcheck="false" placeholder="name, file, finding" aria-keyshortcuts="/"></label>
<label>Verdict<select id="verdict"><option value="">all</option>${verdicts}</select></label>
<label>Kind<select id="kind"><option value="">all</option>${options}</select></label>
<label class="check"><input type="checkbox" id="drift"> Only drift</label>
<button type="button" id="clear">Clear</button>
<p id="shown" role="status" aria-live="polite"></p></form>`;
}
function tableRow(row2, isAudit, isOpen) {
  const { anchor, id, kind, object, standing: standing3, isDrift: isDrift2, findings, accepted: accepted2 } = row2;
  const { words: words2, tone } = STANDINGS[standing3];
  const schemaEnd = /^(?:"(?:[^"]|"")*"|[^".]+)\./.exec(id)?.[0] ?? "";
  const count = findings.length + accepted2.length;
  return html`<tbody role="rowgroup" data-kind="${kind}" data-verdict="${standing3}"${isDrift2 ? html` data-drift` : NOTHING}><tr role="row"><th role="rowheader" scope="row" class="name"><details${isOpen ? html` open` : NOTHING}><summary id="${anchor}"><span class="schema">${schemaEnd}</span>${id.slice(schemaEnd.length)}</summary></details></th><td role="cell" class="kind">${kind}</td>${isAudit ? presence(object?.live) : NOTHING}${presence(gitOf(row2, isAudit))}${presence(object?.types)}<td role="cell" class="file">${baseName(object?.file)}</td><td role="cell" class="standing"><span class="badge ${tone}">${words2}</span></td><td role="cell" class="number">${count === 0 ? "" : count}</td></tr>
<tr role="row" class="detail"><td role="cell" colspan="${isAudit ? 8 : 7}">${detailOf(row2)}</td></tr></tbody>
`;
}
var gitOf = ({ object }, isAudit) => isAudit || object === void 0 ? object?.git : true;
function presence(has) {
  if (has === void 0) return html`<td role="cell" class="has"><span class="unseen">not known</span></td>`;
  return has ? html`<td role="cell" class="has yes"><span aria-hidden="true">✓</span><span class="unseen">yes</span></td>` : html`<td role="cell" class="has no"><span aria-hidden="true">–</span><span class="unseen">no</span></td>`;
}
var baseName = (file = "") => {
  const name = file.slice(file.lastIndexOf("/") + 1);
  return name === "" ? NOTHING : html`<span title="${file}">${name}</span>`;
};

// src/report/html-overview.ts
var LOOKS = {
  "in-sync": { mark: "\u2713", tone: "green" },
  drifted: { mark: "\u2717", tone: "red" },
  failed: { mark: "!", tone: "amber" }
};
var placeOfReport = ({ live, project }) => [
  ...live?.environment ? [live.environment] : [],
  ...project.directory === "." ? [] : [project.directory]
].join(" \xB7 ");
function verdictSection(report) {
  const { status, because } = verdictOf(report);
  const { mark: mark3, tone } = isDone(report) ? LOOKS["in-sync"] : isTolerated(report) ? { mark: "~", tone: "amber" } : LOOKS[report.status];
  const { directory } = report.project;
  const facts2 = [
    ...directory === "." ? [] : [named(directory)],
    ...report.status === "failed" ? [] : comparison(report)
  ];
  return html`<section class="verdict ${tone}" aria-labelledby="verdict-title"><span class="mark" aria-hidden="true">${mark3}</span><div>
<h1 id="verdict-title">${prose(status)}</h1>${because.map((sentence2) => html`<p>${prose(upperFirst(sentence2))}</p>`)}${failureOf(report)}
<p class="against">${facts2.map((fact) => html`<span>${prose(fact)}</span> `)}</p></div></section>`;
}
function failureOf({ failure: failure2 }) {
  if (failure2 === void 0) return NOTHING;
  const { location, rule, statement, remedy } = failure2;
  const place = location ? html`<p class="place"><code>${placeOf(location)}</code> ${rule ?? ""}</p>` : NOTHING;
  const blocker3 = statement ? html`<pre tabindex="0" role="group" aria-label="Statement"><code>${lines(statement)}</code></pre>` : NOTHING;
  return html`${place}${blocker3}<p class="remedy">${prose(remedy)}</p>`;
}
function numbersSection(report, rows) {
  const { inventory: inventory2, history } = report;
  const tiles = [
    ...inventory2?.coverage === void 0 ? [] : [coverageTile({ ...inventory2, coverage: inventory2.coverage })],
    ...history ? [historyTile(history)] : [],
    ...inventory2 ? [countsTile(inventory2, isOfLive(report))] : []
  ];
  return ifAny(
    tiles,
    (all) => html`<section id="numbers" aria-labelledby="numbers-title"><h2 id="numbers-title">At a glance</h2>
<div class="tiles">${all}</div>${standingBar(rows)}</section>`
  );
}
function coverageTile({ coverage, ...inventory2 }) {
  return html`<div class="tile"><h3>Coverage</h3><p class="big">${coverage}<small> %</small></p>
<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-label="Coverage: ${coverage} per cent"><rect class="rest" width="100" height="4"/><rect class="part" width="${Math.min(100, Math.max(0, coverage))}" height="4"/></svg>
<p>${coverageWords(inventory2)}.</p></div>`;
}
function historyTile({ isRecorded, applied, pending, unknown, edited, outOfOrder }) {
  const kinds = [
    ["pending", pending, "muted"],
    ["unknown", unknown, "red"],
    ["edited", edited, "red"],
    ["out of order", outOfOrder, "red"]
  ];
  const lists = kinds.map(
    ([words2, versions, tone]) => ifAny(
      versions,
      (all) => html`<details class="${tone}"><summary>${all.length} ${words2}</summary><ul>${all.map((version) => html`<li><code>${version}</code></li>`)}</ul></details>`
    )
  );
  const none = isRecorded ? NOTHING : html`<p>The live database records no history: all files count as applied.</p>`;
  const still = kinds.filter(([, versions]) => versions.length === 0).map(([words2]) => words2);
  const rest = ifAny(still, (all) => html`<p>None ${all.join(", none ")}.</p>`);
  return html`<div class="tile"><h3>Migration history</h3><p class="big">${applied}<small> applied</small></p>${none}${lists}${rest}</div>`;
}
function countsTile(inventory2, isAudit) {
  const { counts, gitFrom } = inventory2;
  const live = isAudit ? html`<th scope="col">Live</th>` : NOTHING;
  const git = gitFrom === "static" ? "Git, as written" : "Git";
  const rows = inventory2.byKind ? byKindRows(inventory2) : [["Relations", ...isAudit ? [counts.live ?? 0] : [], counts.git, counts.types]];
  const cells = (all) => all.map((count) => html`<td>${count}</td>`);
  return html`<div class="tile"><h3>Objects by source</h3><table class="counts"><thead><tr><td></td>${live}<th scope="col">${git}</th><th scope="col">Types</th></tr></thead><tbody>
${rows.map(([kind, ...all]) => html`<tr><th scope="row">${kind}</th>${cells(all)}</tr>`)}</tbody></table></div>`;
}
function standingBar(rows) {
  const standings = standingsOf(rows);
  let from = 0;
  const parts = standings.map(([standing3, count]) => {
    const width = count / rows.length * 1e3;
    from += width;
    return html`<rect class="${STANDINGS[standing3].tone}" x="${(from - width).toFixed(1)}" width="${Math.max(0, width - 2).toFixed(1)}" height="10"/>`;
  });
  const legend2 = standings.map(([standing3, count]) => {
    const { words: words2, meaning: meaning2, tone } = STANDINGS[standing3];
    return html`<li><a href="#objects" data-standing="${standing3}"><i class="dot ${tone}"></i><b>${count}</b> ${words2} <span>${meaning2}</span></a></li>`;
  });
  return ifAny(
    legend2,
    (all) => html`<svg class="stack" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>
<ul class="legend" aria-label="Objects by verdict">${all}</ul>`
  );
}

// src/report/html-script.ts
var SCRIPT = `'use strict';
(() => {
  const $ = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const form = $('filters');

  let clear = () => {};

  // Links lead to the name of an object, which the browser focuses; here it is brought out and opened.
  const open = (hash) => {
    const name = hash.startsWith('#o-') && $(hash.slice(1));
    if (!name) return;
    if (name.closest('tbody').hidden) clear();
    name.parentElement.open = true;
  };

  if (form) {
    const table = document.querySelector('table.objects');
    const rows = all('tbody', table).map((body) => ({
      body,
      summary: body.querySelector('summary'),
      text: [body.rows[0], ...all('h3, .message', body)].map((part) => part.textContent).join(' ').toLowerCase(),
    }));
    const [words, verdict, kind, drift, shown] = ['words', 'verdict', 'kind', 'drift', 'shown'].map($);

    const filter = () => {
      const parts = words.value.toLowerCase().split(/\\s+/).filter(Boolean);
      let count = 0;
      for (const { body, text } of rows) {
        const { dataset } = body;
        const fits = (!verdict.value || dataset.verdict === verdict.value)
          && (!kind.value || dataset.kind === kind.value)
          && (!drift.checked || 'drift' in dataset)
          && parts.every((part) => text.includes(part));
        if (body.hidden === fits) body.hidden = !fits;
        if (fits) count += 1;
      }
      shown.textContent = 'Showing ' + count + ' of ' + rows.length + (rows.length === 1 ? ' object' : ' objects');
    };
    form.hidden = false;
    form.addEventListener('input', filter);
    form.addEventListener('submit', (event) => event.preventDefault());
    clear = () => {
      form.reset();
      filter();
    };
    $('clear').addEventListener('click', clear);
    filter();

    const order = new Intl.Collator('en', { numeric: true });
    all('thead th', table).forEach((head, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = head.textContent;
      head.replaceChildren(button);
      button.addEventListener('click', () => {
        const down = head.getAttribute('aria-sort') === 'ascending';
        for (const other of all('thead th', table)) other.removeAttribute('aria-sort');
        head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        const keyed = rows.map(({ body }) => ({ body, key: body.rows[0].cells[column].textContent }));
        keyed.sort((a, b) => (down ? -1 : 1) * order.compare(a.key, b.key));
        table.append(...keyed.map(({ body }) => body));
      });
    });

    for (const link of all('[data-standing]')) link.addEventListener('click', () => {
      form.reset();
      verdict.value = link.dataset.standing;
      filter();
    });

    document.addEventListener('keydown', (event) => {
      const { key, target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (key === '/' && !target.closest('input, select, textarea')) {
        event.preventDefault();
        words.focus();
        words.select();
      } else if (key === 'Escape') {
        clear();
      } else if ((key === 'ArrowDown' || key === 'ArrowUp') && target.closest('table.objects summary')) {
        event.preventDefault();
        const visible = all('tbody:not([hidden]) > tr > th > details > summary', table);
        visible[visible.indexOf(target) + (key === 'ArrowDown' ? 1 : -1)]?.focus();
      }
    });
  }

  const copy = async (button) => {
    const code = button.parentElement.querySelector('code');
    getSelection().selectAllChildren(code);
    try {
      await navigator.clipboard.writeText(code.textContent);
    } catch {
      document.execCommand('copy');
    }
    button.textContent = 'Copied';
    $('said').textContent = 'Copied';
    setTimeout(() => { button.textContent = 'Copy'; $('said').textContent = ''; }, 2000);
  };
  for (const button of all('button.copy')) button.hidden = false;
  document.addEventListener('click', ({ target }) => {
    if (target.closest('button.copy')) copy(target);
    const link = target.closest('a[href^="#o-"]');
    if (link) open(link.getAttribute('href'));
  });

  const light = ({ target }) => {
    const box = target.closest?.('a, [data-box]')?.querySelector('[data-box]') ?? target.closest?.('[data-box]');
    for (const lit of all('.lit')) lit.classList.remove('lit');
    if (!box) return;
    for (const link of all('[data-ends]')) {
      const ends = link.dataset.ends.split(' ');
      if (!ends.includes(box.dataset.box)) continue;
      link.classList.add('lit');
      for (const end of ends) $('diagram').querySelector('[data-box="' + end + '"]').classList.add('lit');
    }
  };
  for (const type of ['mouseover', 'focusin']) $('diagram')?.addEventListener(type, light);

  addEventListener('hashchange', () => open(location.hash));
  open(location.hash);
})();
`;

// src/report/html-steps.ts
var FEW3 = 6;
function stepsSection({ findings, repair: repair2, suggestion = [] }) {
  const groups = [...groupBy(findings, ({ remedy }) => remedy).values()];
  const steps = groups.map((group) => step(group));
  const command = repair2 === void 0 ? NOTHING : html`<p>What the types lack is repaired by:</p>${copyable(repair2, "command")}`;
  const sql = ifAny(
    suggestion,
    (all) => html`<details class="sql"><summary>Suggested SQL: ${counted(all.length, "statement")}</summary>
<p>They would bring the migrations to the state of the live database. Read them before you make a migration of them.</p>
${copyable(scriptOf(all, "\n\n"), "all suggested SQL")}</details>`
  );
  return ifAny(
    steps,
    (all) => html`<section id="steps" aria-labelledby="steps-title"><h2 id="steps-title">What to do</h2><ol class="steps">${all}</ol>${command}${sql}</section>`
  );
}
function step(findings) {
  const [first] = findings;
  if (first === void 0) return NOTHING;
  const kinds = [...groupBy(findings, titleOf).values()];
  const owners = groupByObject(findings).flatMap((group) => group.findings.slice(0, 1)).sort((a, b) => byText(owningObject(a.subject), owningObject(b.subject)));
  const links = html`<ul class="links">${owners.map(objectLink)}</ul>`;
  const list = owners.length <= FEW3 ? links : html`<details><summary>${counted(owners.length, "object")}</summary>${links}</details>`;
  return html`<li class="${toneOf(findings)}"><h3>${kinds.map(kindOf2)}</h3><p>${prose(first.remedy)}</p>${list}</li>`;
}
var kindOf2 = (findings) => ifAny(
  findings,
  ([first]) => first === void 0 ? NOTHING : html`<span class="${toneOf(findings)}">${titleOf(first)} <b class="count">${findings.length}</b></span>`
);
function toneOf(findings) {
  const grades = findings.map(gradeOf);
  return GRADE_TONES[WORST_FIRST.find((grade) => grades.includes(grade)) ?? "error"];
}
function objectLink(finding) {
  const { subject } = finding;
  const id = owningObject(subject);
  return hasSchema(finding) ? html`<li><a href="#${anchorOf(subject.kind, id)}"><code>${id}</code></a></li>` : html`<li><code>${id}</code></li>`;
}
var othersSection = ({ findings }) => ifAny(
  findings.filter((finding) => !hasSchema(finding)),
  (others) => html`<section id="others" aria-labelledby="others-title"><h2 id="others-title">Findings beside the objects</h2>
${others.map((finding) => html`<div class="beside"><p class="subject"><b>${finding.subject.kind.replaceAll("-", " ")}</b> <code>${finding.id}</code></p>${findingCard(finding)}</div>`)}</section>`
);

// src/report/html-palette.ts
var PALETTE = {
  light: {
    ground: "#f5f6f8",
    surface: "#ffffff",
    sunken: "#eef0f4",
    line: "#d3d9e2",
    text: "#18212f",
    muted: "#566173",
    accent: "#0b7650",
    red: "#b0241b",
    "red-ground": "#fdecea",
    amber: "#845000",
    "amber-ground": "#fff3d9",
    green: "#126a3e",
    "green-ground": "#e3f5ea",
    blue: "#1d5aa8",
    "blue-ground": "#e7effb",
    violet: "#6a3fae",
    "violet-ground": "#f0eafb"
  },
  dark: {
    ground: "#0e1217",
    surface: "#161b22",
    sunken: "#1e252e",
    line: "#313b47",
    text: "#e7ebf1",
    muted: "#9dabba",
    accent: "#4fcf96",
    red: "#ff938a",
    "red-ground": "#3b1c1a",
    amber: "#f0bd62",
    "amber-ground": "#362910",
    green: "#72d99f",
    "green-ground": "#12301f",
    blue: "#8fbbf6",
    "blue-ground": "#16273e",
    violet: "#c3a5f5",
    "violet-ground": "#291f3e"
  }
};
var declared = (colours) => Object.entries(colours).map(([name, colour]) => `--${name}:${colour}`).join(";");
var paletteStyle = () => [
  `:root{color-scheme:light dark;${declared(PALETTE.light)}}`,
  `@media screen and (prefers-color-scheme:dark){:root{${declared(PALETTE.dark)}}}`
].join("\n");

// src/report/html-style.ts
var styleSheet = () => [paletteStyle(), BASE, HEAD3, OBJECTS, DETAIL, DRAWINGS, MEDIA].join("\n");
var BASE = `
*{box-sizing:border-box}
html{scroll-padding-top:5.6rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--text);font:15px/1.5 system-ui,-apple-system,"Segoe UI","Noto Sans",sans-serif;overflow-wrap:anywhere}
main,header,footer{max-width:78rem;margin:0 auto;padding:0 1.25rem}
main:focus{outline:none}
section{margin:0 0 2.25rem}main>section>details{margin-top:.6rem}
h1,h2,h3{line-height:1.25;margin:0}
h1{font-size:1.6rem}
h2{font-size:1.15rem;margin-bottom:.75rem}
h3{font-size:.95rem}
p,ul,ol,dl{margin:.4rem 0}
a{color:var(--accent);text-underline-offset:2px}
code,pre,.schema,tbody .name{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;font-size:.875em}
pre{margin:.4rem 0;padding:.7rem .85rem;background:var(--sunken);border-radius:6px;overflow:auto;max-height:32rem;line-height:1.45}
pre code{font-size:1em;overflow-wrap:normal}
summary{cursor:pointer}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:3px}
button,input,select{font:inherit;color:inherit;background:var(--surface);border:1px solid var(--muted);border-radius:6px;padding:.35rem .6rem}
button{cursor:pointer}
button:hover{background:var(--sunken)}
table{border-collapse:collapse;width:100%}
th{text-align:left}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-100vw;top:0;padding:.5rem 1rem;background:var(--surface);z-index:3}
.skip:focus{left:0}
.lead,.meaning,.place,.none{color:var(--muted)}
.scroll{overflow-x:auto}
.plain th,.plain td{padding:.4rem .9rem .4rem 0;border-bottom:1px solid var(--line);vertical-align:top;text-align:left;font-weight:400}
.plain thead th{color:var(--muted);font-size:.85rem}
.plain ul{margin:0;padding:0;list-style:none}
.warned{border-left:4px solid var(--amber);background:var(--amber-ground);padding:.8rem 1rem;border-radius:6px}
dt{font-weight:600}dd{margin:0 0 .4rem}
footer{color:var(--muted);font-size:.85rem;padding-bottom:2rem}`;
var TONES = ["red", "amber", "green", "blue", "violet"].map(
  (tone) => `.badge.${tone},.${tone}>.grade,.${tone}>h3>.grade,.${tone}>.count{color:var(--${tone});background:var(--${tone}-ground)}
.dot.${tone}{background:var(--${tone})}.stack .${tone}{fill:var(--${tone})}
.finding.${tone},.steps>.${tone}{border-left-color:var(--${tone})}
.verdict.${tone}{border-color:var(--${tone})}.verdict.${tone} .mark{color:var(--${tone});background:var(--${tone}-ground)}`
).join("\n");
var HEAD3 = `
header{display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;gap:.25rem 1.5rem;padding-top:.9rem;padding-bottom:.9rem}
.product{margin:0;color:var(--muted)}.product b{color:var(--text)}
nav ul{display:flex;flex-wrap:wrap;gap:.15rem 1rem;margin:0;padding:0;list-style:none;font-size:.9rem}
nav a{color:var(--muted);text-decoration:none}nav a:hover{color:var(--accent);text-decoration:underline}
.verdict{display:flex;gap:1.1rem;padding:1.3rem 1.4rem;background:var(--surface);border:1px solid;border-radius:12px}
.verdict>div{min-width:0}
.mark{flex:none;display:grid;place-items:center;width:2.6rem;height:2.6rem;border-radius:50%;font-size:1.35rem;font-weight:700}
.against{color:var(--muted);font-size:.875rem;margin-bottom:0}.against span+span::before{content:"\xB7 "}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(16rem,1fr));gap:1rem}
.tile{background:var(--surface);border:1px solid var(--line);border-radius:12px;padding:1rem 1.2rem}
.tile h3{color:var(--muted);font-weight:600;font-size:.85rem}
.tile p{margin:.25rem 0}
.big{font-size:2.3rem;font-weight:650;line-height:1.15;font-variant-numeric:tabular-nums}.big small{font-size:1rem;font-weight:400;color:var(--muted)}
.tile summary{font-size:.95rem}.tile .red>summary{color:var(--red)}
.bar{display:block;width:100%;height:8px;border-radius:4px;margin:.5rem 0}.bar .rest{fill:var(--line)}.bar .part{fill:var(--accent)}
.counts{margin-top:.4rem;font-variant-numeric:tabular-nums}.counts td,.counts thead th{text-align:right;padding:.12rem 0 .12rem .6rem;font-weight:400}.counts thead th{color:var(--muted);font-size:.85rem}.counts tbody th{font-weight:400}
.stack{display:block;width:100%;height:12px;margin:1.2rem 0 .5rem;border-radius:4px;overflow:hidden}.stack .muted{fill:var(--muted)}
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.3rem;padding:0;margin:0;list-style:none;font-size:.9rem}
.legend a{color:inherit;text-decoration:none}.legend a:hover{text-decoration:underline}.legend span{color:var(--muted)}
.dot{display:inline-block;width:.65rem;height:.65rem;border-radius:50%;margin-right:.35rem}.dot.muted{background:var(--muted)}
.steps{list-style:none;padding:0;background:var(--surface);border:1px solid var(--line);border-radius:10px;overflow:hidden}
.steps>li{padding:.6rem 1rem;border-left:4px solid}.steps>li+li{border-top:1px solid var(--line)}.steps p{margin:.1rem 0}.steps h3 span{display:block}.steps>li>p{color:var(--muted)}
.grade,.count,.badge{display:inline-block;padding:.05rem .5rem;border-radius:1rem;font-size:.8rem;font-weight:600;white-space:nowrap}
.badge.muted{color:var(--muted);background:var(--sunken)}
.links{display:flex;flex-wrap:wrap;gap:.15rem 1rem;padding:0;list-style:none}
${TONES}`;
var OBJECTS = `
#filters{position:sticky;top:0;z-index:2;display:flex;flex-wrap:wrap;gap:.5rem .8rem;align-items:end;padding:.7rem 0;background:var(--ground)}
#filters[hidden]{display:none}
#filters label{display:grid;font-size:.8rem;color:var(--muted)}#filters input,#filters select{color:var(--text);font-size:.95rem}
#filters .wide{flex:1 1 15rem}#filters .check{display:flex;align-items:center;gap:.4rem;font-size:.95rem;color:var(--text);min-height:2.2rem}
#shown{margin:0;color:var(--muted);min-width:13rem;align-self:center}
kbd{border:1px solid var(--line);border-radius:4px;padding:0 .3rem;font-size:.75rem;justify-self:start}
#filters .wide{grid-template-columns:auto 1fr;gap:0 .4rem}#filters .wide input{grid-column:1/-1}
.objects{--columns:minmax(12rem,1fr) 9rem 4.6rem 4.6rem 4.6rem minmax(8rem,21%) 10.6rem 6.2rem;display:block;background:var(--surface);border:1px solid var(--line);border-radius:10px}
.objects.check{--columns:minmax(12rem,1fr) 9rem 4.6rem 4.6rem minmax(8rem,30%) 10.6rem 6.2rem}
.objects caption,.objects thead,.objects tbody,.objects td>div{display:block}
.objects tr{display:grid;grid-template-columns:var(--columns)}
.objects tbody{border-top:1px solid var(--line);content-visibility:auto;contain-intrinsic-size:auto 2.35rem}.objects tbody[hidden]{display:none}
.objects thead th{color:var(--muted);font-size:.85rem;font-weight:600;padding:.3rem .6rem}
.objects thead button{border:0;padding:.2rem .3rem;margin-left:-.3rem;background:none;font-weight:600}
.objects thead button::after{content:" \u2195";opacity:.6}.objects [aria-sort=ascending] button::after{content:" \u2191";opacity:1}.objects [aria-sort=descending] button::after{content:" \u2193";opacity:1}
.objects tbody>tr>*{padding:.42rem .6rem;font-weight:400;min-width:0}
.objects td.kind,.objects td.file{color:var(--muted);font-size:.875rem}
.objects .number{font-variant-numeric:tabular-nums}
.has.yes{color:var(--green);font-weight:700}.has.no{color:var(--muted)}
.objects summary{list-style-position:outside;margin-left:1.1rem}.objects summary:hover{color:var(--accent)}
.schema{color:var(--muted);font-size:1em}
.objects tr:first-child:has(details[open]){background:var(--sunken)}
.objects tr.detail{display:none}
.objects tr:has(details[open])+tr.detail{display:block}
.objects tr.detail>td{display:block;padding:.5rem 1.2rem 1.1rem 1.7rem}
@supports not selector(:has(a)){.objects tr.detail{display:block}}
`;
var DETAIL = `
.finding{border:1px solid var(--line);border-left:4px solid;border-radius:8px;padding:.7rem 1rem;margin:.7rem 0;background:var(--surface)}
.remedy::before{content:"\u2192 ";color:var(--accent);font-weight:700}
.acceptance{background:var(--sunken);border-radius:6px;padding:.4rem .7rem}
.details{padding-left:1.2rem;color:var(--muted)}
.beside{margin:.8rem 0}.subject{margin:0}.beside .finding{margin-top:.25rem}
.definition{margin:1rem 0 0}
.sides{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:.8rem;margin:.5rem 0}
figure{margin:0;min-width:0}figcaption{font-size:.8rem;color:var(--muted);font-weight:600}
.sides pre{margin:.2rem 0 0;padding:.6rem 0}.sides code{display:block;width:max-content;min-width:100%;padding:0 .8rem}
del,ins{display:inline-block;min-width:100%;margin:0 -.8rem;padding:0 .8rem;text-decoration:none;box-sizing:content-box}
del{background:var(--red-ground);color:var(--red)}ins{background:var(--green-ground);color:var(--green)}
del::before,ins::before{position:absolute;margin-left:-.65rem;content:"+"}del::before{content:"\u2212"}
.copyable{position:relative}.copy{position:absolute;top:.45rem;right:.45rem;font-size:.8rem;padding:.15rem .55rem}`;
var DRAWINGS = `
.drawing{background:var(--surface);border:1px solid var(--line);border-radius:10px;max-height:46rem;overflow:auto}
svg text{fill:var(--text);font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace}
.entity rect{fill:var(--ground);stroke:var(--muted)}.entity .title{font-weight:700}.entity .more{fill:var(--muted)}
.entity.neighbour rect{stroke-dasharray:4 3}.entity.added rect{stroke:var(--green)}.entity.removed rect{stroke:var(--red)}.entity.changed rect,.entity.renamed rect{stroke:var(--amber)}
.link{fill:none;stroke:var(--muted);stroke-opacity:.65}.link.removed{stroke-dasharray:3 3}marker path{fill:var(--muted)}
.link.lit{stroke:var(--accent);stroke-opacity:1;stroke-width:2.5}.entity.lit rect,.drawing a:hover rect{stroke:var(--accent);stroke-width:2}
.drawing a:focus-visible{outline:none}.drawing a:focus-visible rect{stroke:var(--accent);stroke-width:3}
.chart{display:block;width:100%;min-width:34rem;max-width:60rem;background:var(--surface);border:1px solid var(--line);border-radius:10px}
.chart .tick{fill:var(--muted);font-size:11px}.chart .value{font-weight:700}
.grid{stroke:var(--line)}.area{fill:var(--red);fill-opacity:.12}.trend{fill:none;stroke:var(--red);stroke-width:2.5;stroke-linejoin:round}.chart circle{fill:var(--red);stroke:var(--surface);stroke-width:2}`;
var MEDIA = `
@media (max-width:64rem){.objects,.objects.check{--columns:minmax(0,1fr) 9rem 4.2rem 4.2rem 4.2rem 10.6rem 6.2rem}.objects.check{--columns:minmax(0,1fr) 9rem 4.2rem 4.2rem 10.6rem 6.2rem}.objects .file,.legend span{display:none}}
@media (max-width:44rem){
main,header,footer{padding-left:.8rem;padding-right:.8rem}
.verdict{padding:1rem;gap:.7rem}.mark{width:2rem;height:2rem;font-size:1.05rem}h1{font-size:1.3rem}
.objects{--columns:3.4rem 3.4rem 3.8rem 1fr}.objects.check{--columns:3.4rem 3.8rem 1fr}.objects .name,.objects tr.detail>td{grid-column:1/-1}.objects tbody .has,.objects tbody .standing{padding-top:0}.objects tbody{contain-intrinsic-size:auto 4rem}.objects .kind,.objects .number{display:none}
.objects thead th,.objects tbody>tr:first-child>*{padding-left:.3rem;padding-right:.3rem}.objects tbody>tr:first-child>.has{padding-left:.9rem}
#filters label{flex:1 1 8rem}
.sides{grid-template-columns:minmax(0,1fr)}.objects tr.detail>td{padding:.3rem .6rem .8rem}
#filters{position:static}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media print{
html{color-scheme:only light;font-size:10px}body{background:#fff;font-size:1.1rem}nav,form,.copy,.skip{display:none!important}
main,header,footer{max-width:none;padding:0}
.verdict,.tile,.finding,tr{break-inside:avoid}pre,.drawing{max-height:none;overflow:visible;white-space:pre-wrap}
.objects tbody{content-visibility:visible}.drawing svg{max-width:100%;height:auto}}`;

// src/report/html.ts
var hashOf = (text) => `'sha256-${createHash2("sha256").update(text).digest("base64")}'`;
function renderHtml(report) {
  const style = styleSheet();
  const policy = [
    "default-src 'none'",
    "img-src data:",
    `style-src ${hashOf(style)}`,
    `script-src ${hashOf(SCRIPT)}`,
    "base-uri 'none'",
    "form-action 'none'"
  ].join("; ");
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${titleOf2(report)}</title><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer"><meta name="robots" content="noindex"><link rel="icon" href="data:,">
<style>${ours(style)}</style></head>
<body>${body(report)}
<script>${ours(SCRIPT)}</script></body></html>
`.markup;
}
var titleOf2 = (report) => [verdictOf(report).status, placeOfReport(report), "Supabase Drift Gate"].filter(Boolean).join(" \xB7 ");
function body(report) {
  const rows = rowsOf(report);
  const anchors = anchorsOf(rows);
  const sections2 = [
    numbersSection(report, rows),
    notRunSection(report),
    baseSchemaSection(report, anchors),
    stepsSection(report),
    objectsSection(report, rows),
    othersSection(report),
    definitionsSection(report, rows),
    diagramSection(report, anchors),
    auditsSection(report),
    baselineSection(report, anchors),
    noticesSection(report)
  ].filter((section) => section !== NOTHING);
  return html`<a class="skip" href="#main">Skip to the report</a>
<header><p class="product"><b>Supabase Drift Gate</b> ${report.command}</p>${contents(sections2)}</header>
<main id="main" tabindex="-1">${verdictSection(report)}
${sections2}</main>
<footer><p>${["Supabase Drift Gate ", VERSION, ...phases(report).map((phase) => ` \xB7 ${phase}`)].join("")}</p><p id="said" class="unseen" role="status"></p></footer>`;
}
function contents(sections2) {
  const links = sections2.flatMap(({ markup }) => {
    const [, id, title] = /^<section id="([a-z-]+)".*?<h2 [^>]*>([^<]*)<\/h2>/s.exec(markup) ?? [];
    return id === void 0 || title === void 0 ? [] : [html`<li><a href="#${id}">${ours(title)}</a></li>`];
  });
  return links.length < 2 ? NOTHING : html`<nav aria-label="Sections"><ul>${links}</ul></nav>`;
}

// src/report/sarif-message.ts
function messageOf(sentences, links = []) {
  const shown2 = sentences.filter((sentence2) => sentence2 !== "");
  return {
    text: [...shown2.map(plainText), ...seeAlso(links, escapeLink)].join(" "),
    markdown: [...shown2.map(markdownText), ...seeAlso(links, escapeWords)].join(" ")
  };
}
var withoutPlaceholders = (text) => text.replace(/[{}]/g, "$&$&");
var plainText = (sentence2) => withoutPlaceholders(visible(sentence2).replace(/(?<!\\)(\\*)\](?=\()/g, "$1$1\\]"));
var escapeLink = (words2) => withoutPlaceholders(visible(words2).replace(/[\\[\]]/g, "\\$&"));
var markdownText = (sentence2) => withoutPlaceholders(
  parseProse(visible(sentence2)).map(({ code: code2, text }) => code2 ? quoteCode(text) : text.split(/( +)/).map(escapeWord2).join("")).join("").trim().replace(/^[-+=]/, "\\$&").replace(/^(\d+)([.)])(?= |$)/, "$1\\$2")
);
var escapeWord2 = (word) => /@|:\/\/|\bwww\./i.test(word) ? quoteCode(word) : word.replace(/[\\`*_[\]~#<>&|!$]/g, "\\$&");
var escapeWords = (words2) => withoutPlaceholders(visible(words2).replace(/[\\`*_[\]~#<>&|!$@]/g, "\\$&"));
function seeAlso(links, escaped2) {
  if (links.length === 0) return [];
  return [`See ${links.map(({ words: words2, id }) => `[${escaped2(words2)}](${id})`).join(", ")}.`];
}

// src/report/sarif.ts
var MOST_RESULTS = 25e3;
var MOST_RELATED = 100;
var MOST_LINKS = 10;
var RULE_IDS = Object.keys(RULES);
function renderSarif(report, { prefix = prefixOf(report) } = {}) {
  const context = { report, prefix };
  const found2 = [...report.findings, ...report.accepted ?? []];
  const shown2 = mostSevere(found2, report);
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: driver() },
        automationDetails: { id: categoryOf(report, prefix) },
        columnKind: "unicodeCodePoints",
        originalUriBaseIds: { [ROOT]: { description: { text: "The root of the repository." } } },
        invocations: [invocation(context, found2.length - shown2.length)],
        results: shown2.map((finding) => result(finding, context)),
        properties: { command: report.command, status: report.status }
      }
    ]
  };
  return `${visibleJson(JSON.stringify(log, null, 2))}
`;
}
var ROOT = "%SRCROOT%";
var categoryOf = ({ command, live }, prefix) => [
  "supabase-drift-gate",
  ...command === "audit" ? ["audit", live?.environment ?? ""] : [],
  ...repositoryPath(prefix, "").split("/")
].filter(Boolean).map((part) => `${visible(part)}/`).join("");
var driver = () => ({
  name: "Supabase Drift Gate",
  semanticVersion: VERSION,
  rules: Object.entries(RULES).map(([id, rule]) => ruleOf(id, rule))
});
var ruleOf = (id, { title, severity, remedy }) => ({
  id,
  name: id.split("-").map(upperFirst).join(""),
  shortDescription: { text: plainText(`${title}.`) },
  fullDescription: messageOf([`${title}.`, remedy]),
  help: messageOf([remedy]),
  defaultConfiguration: { level: severity },
  properties: { tags: ["supabase", "schema-drift"], precision: "very-high", "problem.severity": severity }
});
var loudness = (finding, report) => "acceptance" in finding ? "note" : levelOf(finding, report);
function mostSevere(findings, report) {
  if (findings.length <= MOST_RESULTS) return findings;
  const rank = { error: 0, warning: 1, note: 2 };
  const byLevel = [...findings].sort((a, b) => rank[loudness(a, report)] - rank[loudness(b, report)]);
  const kept = new Set(byLevel.slice(0, MOST_RESULTS));
  return findings.filter((finding) => kept.has(finding));
}
function result(finding, context) {
  const related = relatedPlaces(finding, context);
  const links = related.slice(0, MOST_LINKS).map(({ file, line: line2 }, index) => ({
    words: `${repositoryPath(context.prefix, file)}:${line2}`,
    id: index + 1
  }));
  return {
    ruleId: finding.ruleId,
    ruleIndex: RULE_IDS.indexOf(finding.ruleId),
    level: loudness(finding, context.report),
    message: messageOf([...sentencesOf(finding)], links),
    locations: [locationOf(shownAt(finding, context.report), context)],
    ...related.length > 0 && {
      relatedLocations: related.map((place, index) => ({ id: index + 1, ...locationOf(place, context) }))
    },
    ..."acceptance" in finding && { suppressions: [suppression(finding)] },
    partialFingerprints: { "driftGate/v1": finding.fingerprint },
    properties: {
      object: finding.id,
      objectKind: finding.subject.kind,
      ...finding.compatibility && { compatibility: finding.compatibility },
      tags: [gradeOf(finding), finding.subject.kind]
    }
  };
}
var suppression = ({ acceptance }) => ({
  kind: "external",
  status: "accepted",
  justification: visible(`${upperFirst(acceptedWords(acceptance))}: ${acceptance.reason}`)
});
function sentencesOf(finding) {
  const { message, reason, details = [], ruleId, compatibility } = finding;
  const lines2 = ruleId === "base-schema-drift" ? [] : details.filter((line2) => line2.trim() !== "");
  return [
    upperFirst(message),
    ...reason === void 0 ? [] : [`${upperFirst(gradeOf(finding))}: ${reason}.`],
    // Of a failed replay they are statements, of a change sentences.
    ...lines2.map((line2) => compatibility === void 0 ? named(line2.trim()) : `${upperFirst(line2)}.`)
  ];
}
function relatedPlaces(finding, { report }) {
  const primary = shownAt(finding, report);
  const { typesLocation, details = [], ruleId } = finding;
  const places = [
    ...typesLocation ? [typesLocation] : [],
    ...ruleId === "base-schema-drift" ? details.flatMap((detail) => useOf(detail)[0] ?? []) : []
  ];
  return places.filter(({ file, line: line2 }) => file !== primary.file || line2 !== primary.line).slice(0, MOST_RELATED);
}
var locationOf = ({ file, line: line2, column }, { prefix }) => ({
  physicalLocation: {
    artifactLocation: { uri: uriOf(repositoryPath(prefix, file)), uriBaseId: ROOT },
    region: { startLine: line2, ...column !== void 0 && { startColumn: column }, endLine: line2 }
  }
});
var uriOf = (path) => path.split("/").map((part) => encodeURIComponent(part.replace(new RegExp("\\p{Cs}", "gu"), "\uFFFD"))).join("/");
function invocation(context, leftOut) {
  const { status, notRun, notices: notices2 } = context.report;
  const note = (level, sentence2) => ({ level, message: messageOf([sentence2]) });
  const notifications = [
    ...failure(context),
    ...notRun.map(({ part, reason }) => note("error", `Not checked: ${part}: ${reason}`)),
    ...leftOut > 0 ? [note("warning", `${counted(leftOut, "finding")} left out: code scanning takes ${MOST_RESULTS}.`)] : [],
    ...notices2.map((notice) => ({
      ...note("note", noticeWords(notice)),
      properties: { code: notice.code }
    }))
  ];
  return {
    executionSuccessful: status !== "failed" && notRun.length === 0,
    ...notifications.length > 0 && { toolExecutionNotifications: notifications }
  };
}
function failure(context) {
  const { status, failure: why } = context.report;
  if (status !== "failed") return [];
  const { message = "No reason was given.", remedy = "", location, rule } = why ?? {};
  return [
    {
      level: "error",
      message: messageOf([message, remedy]),
      ...rule && { associatedRule: ruleReference(rule) },
      ...location && { locations: [locationOf(location, context)] }
    }
  ];
}
var ruleReference = (id) => ({ id, index: RULE_IDS.indexOf(id) });

// src/report/page.ts
import picocolors from "./vendor/picocolors.js";
var NARROWEST = 60;
var pageOf = (colour, width) => ({
  colours: picocolors.createColors(colour),
  width: Math.max(width, NARROWEST)
});
var INDENT = "  ";
var prose2 = ({ colours }, sentence2) => parseProse(sentence2).map(({ code: code2, raw }) => code2 ? colours.bold(raw) : raw).join("");
var bulleted = (page, mark3, sentences) => sentences.flatMap(
  (sentence2) => wrapped(sentence2, page.width - 4).map(
    (line2, index) => `${INDENT}${index === 0 ? page.colours.cyan(mark3) : " "} ${prose2(page, line2)}`
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

// src/report/text-audit.ts
var MOST_REQUIRED = 40;
var MOST_SQL_LINES = 40;
var LONGEST_OBJECT = 48;
function standing2(page, report) {
  const { colours, width } = page;
  const facts2 = auditFacts(report).flatMap((fact) => wrapped(`${fact}.`, width - INDENT.length));
  const rows = byKindRows(report.inventory);
  const cells = [["", "Live", "Git", "Types"], ...rows.map((row2) => row2.map(String))];
  const table3 = cells.map(([kind = "", ...counts], index) => {
    const line2 = `${INDENT}${padded(kind, "Functions".length)}${counts.map((count) => count.padStart(8)).join("")}`;
    return index === 0 ? colours.dim(line2) : line2;
  });
  return [...facts2.map((line2) => INDENT + prose2(page, line2)), ...rows.length > 0 ? ["", ...table3] : []];
}
function baseSchemaOf2(page, { baseSchema }) {
  if (baseSchema === void 0) return [];
  const { colours, width } = page;
  const shown2 = baseSchema.required.slice(0, MOST_REQUIRED);
  const more = baseSchema.required.length - shown2.length;
  const room = Math.min(LONGEST_OBJECT, Math.max(0, ...shown2.map(({ id }) => displayWidth(visible(id)))));
  return [
    colours.bold("What a base-schema migration must hold"),
    ...wrapped(visible(baseSchema.reason), width - INDENT.length).map((line2) => INDENT + prose2(page, line2)),
    ...shown2.map(({ id, references, location }) => {
      const object = colours.bold(padded(truncated(visible(id), room), room));
      return `${INDENT}- ${object}  ${counted(references, "use")}, first at ${colours.cyan(placeOf(location))}`;
    }),
    ...more > 0 ? [colours.dim(`${INDENT}\u2026 ${more} more, all in the JSON report`)] : []
  ];
}
function suggestionOf2({ colours }, report) {
  const lines2 = suggestedLines(report);
  if (lines2.length === 0) return [];
  const shown2 = lines2.slice(0, MOST_SQL_LINES);
  const more = lines2.length - shown2.length;
  return [
    colours.bold("SQL that would bring the migrations to the live state, to be read before it is used"),
    ...shown2.map((line2) => `${INDENT}${clipped(line2)}`.trimEnd()),
    ...more > 0 ? [colours.dim(`${INDENT}\u2026 ${more} more lines, all in the JSON report`)] : []
  ];
}

// src/report/text-changes.ts
var LONGEST_LABEL = 24;
var MOST_SIDE_LINES = 24;
var MOST_PARTS = 6;
function changesOf(page, { owner, findings }) {
  const shared = sharedPlace(findings);
  const names = findings.filter(hasSides).map((finding) => displayWidth(labelOf(finding)));
  const column = Math.min(LONGEST_LABEL, largest(0, names));
  const alike = groupBy(findings, likeness);
  const lines2 = findings.flatMap((finding) => {
    if (signTellsAll(finding)) return change(page, finding, column, "", unlistedPlaceOf(finding));
    const told2 = sidesTellAll(finding) && alike.get(likeness(finding))?.length === 1;
    const reason = finding.reason === void 0 ? "" : `: ${visible(finding.reason)}`;
    const words2 = told2 ? titleOf(finding) + reason : visible(finding.message);
    return change(page, finding, column, words2, shared === "" ? unlistedPlaceOf(finding) : "");
  });
  return [...heading2(page, owner, shared), ...lines2];
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
var sidesTellAll = (finding) => isChange(finding) && (finding.committed === void 0 || finding.committed !== finding.generated);
var signTellsAll = ({ ruleId, facet, expected, actual }) => ruleId === "unmanaged" || ruleId === "missing" || Boolean(facet && expected && actual);
var likeness = ({ id, ruleId }) => `${ruleId} ${id}`;
function change(page, finding, column, words2, place) {
  const { colours, width } = page;
  const sign = signOf(finding.ruleId);
  const label = labelOf(finding);
  const grade = gradeOf(finding);
  const lead = `${INDENT}${signPaint(page, sign)(sign)} ${colours.bold(label)}`;
  const inline = inlineSides(finding);
  const gap = " ".repeat(Math.max(0, column - displayWidth(label)) + 2);
  const length = 4 + displayWidth(label) + gap.length + displayWidth(inline.join(" \u2192 ")) + 2 + grade.length;
  const fits3 = inline.length > 0 && length <= width;
  const sides = fits3 ? `${gap}${paintedSides(page, finding, inline)}` : "";
  return [
    `${lead}${sides}  ${gradePaint(page, grade)(grade)}`,
    ...fits3 ? [] : diff(page, finding),
    ...explanation(page, words2, place),
    ...detailLines(page, finding)
  ];
}
function detailLines({ colours }, { ruleId, details = [] }) {
  const shown2 = isOfAudit(ruleId) ? details.slice(0, MOST_PARTS) : details;
  const more = details.length - shown2.length;
  const lines2 = [...shown2.map(visible), ...more > 0 ? [`\u2026 ${more} more, all in the JSON report`] : []];
  return lines2.map((line2) => `    ${colours.dim("\u2502")} ${clipped(line2)}`);
}
function explanation(page, words2, place) {
  const { colours, width } = page;
  const room = width - 4;
  if (place === "") return wrapped(words2, room).map((line2) => `    ${prose2(page, line2)}`);
  if (words2 === "") return [`    ${colours.cyan(place)}`];
  const together = displayWidth(words2) + 3 + displayWidth(place) <= room;
  if (together) return [`    ${prose2(page, words2)} ${colours.dim("\xB7")} ${colours.cyan(place)}`];
  return [...wrapped(words2, room).map((line2) => `    ${prose2(page, line2)}`), `    ${colours.cyan(place)}`];
}
function inlineSides(finding) {
  const { before, after } = sidesOf(finding);
  const sides = [linesOf2(before), linesOf2(after)];
  return sides.every((lines2) => lines2.length < 2) ? sides.flat() : [];
}
function paintedSides({ colours }, finding, [first = "", second]) {
  const painted = sidesOf(finding).before ? colours.red(first) : colours.green(first);
  return second === void 0 ? painted : `${painted} ${colours.dim("\u2192")} ${colours.green(second)}`;
}
function diff({ colours }, finding) {
  const lines2 = sideLines(finding);
  const paints = { "+": colours.green, "-": colours.red, " ": colours.dim };
  const shown2 = lines2.slice(0, MOST_SIDE_LINES).map(({ sign, text }) => `    ${paints[sign](`${sign} ${clipped(text)}`)}`);
  const more = lines2.length - shown2.length;
  return more > 0 ? [...shown2, colours.dim(`    \u2026 ${more} more lines, all in the JSON report`)] : shown2;
}

// src/report/text-overview.ts
var LONGEST_OBJECT2 = 48;
function overview(page, groups) {
  if (groups.length < 2) return [];
  const { colours, width } = page;
  const grades = largest(
    "Grade".length,
    groups.map(({ grade }) => grade.length)
  );
  const owners = largest(
    "Object".length,
    groups.map(({ owner }) => displayWidth(owner))
  );
  const first = Math.min(owners, LONGEST_OBJECT2, Math.floor(width * 0.45));
  const room = Math.max("What changed".length, width - first - grades - 10);
  const cells = groups.map((group) => changesAtAGlance(group, room));
  const second = largest("What changed".length, cells.map(displayWidth));
  const row2 = (object, what, grade) => `${INDENT}${object}${INDENT}${INDENT}${what}${INDENT}${INDENT}${grade}`;
  return [
    colours.dim(row2(padded("Object", first), padded("What changed", second), "Grade")),
    colours.dim(row2("\u2500".repeat(first), "\u2500".repeat(second), "\u2500".repeat(grades))),
    ...groups.map(({ owner, grade }, index) => {
      const object = padded(truncated(owner, first), first);
      const what = padded(cells[index] ?? "", second);
      return row2(colours.bold(object), what, gradePaint(page, grade)(grade));
    })
  ];
}
var tellsAll = ({ findings }) => findings.every(
  ({ ruleId, subject, details = [], location }) => ruleId === "unmanaged" && ownerOf(subject) === void 0 && details.length === 0 && !location
);
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
var legend = ({ colours }, groups) => legendOf(groups).map(([sign, meaning2]) => colours.dim(`${INDENT}${sign} ${meaning2}`));

// src/report/text.ts
function renderText(report, { colour, width = 100, verbose = false }) {
  const page = pageOf(colour, width);
  const groups = groupByObject(report.findings);
  const sections2 = [
    headline(page, report),
    blocker2(page, report),
    standing2(page, report),
    baseSchemaOf2(page, report),
    bulleted(page, "\u2192", report.failure ? visibleLines(report.failure.remedy) : []),
    overview(page, groups),
    legend(page, groups),
    ...groups.filter((group) => groups.length < 2 || !tellsAll(group)).map((group) => changesOf(page, group)),
    suggestionOf2(page, report),
    titled(page, "Accepted", acceptedSentences(report)),
    titled(page, "Not checked", notChecked2(report)),
    ...noticesIn(page, report, verbose),
    foundation(page, report),
    bulleted(page, "\u2192", stepsOf(report.findings)),
    repair(page, report)
  ];
  return `${sections2.flatMap((lines2) => lines2.length > 0 ? [lines2.join("\n")] : []).join("\n\n")}
`;
}
function headline(page, report) {
  const { colours, width } = page;
  const { status, because } = verdictOf(report);
  const look = isDone(report) ? { mark: "\u2713", paint: colours.green } : isTolerated(report) ? { mark: "~", paint: colours.yellow } : {
    "in-sync": { mark: "\u2713", paint: colours.green },
    drifted: { mark: "\u2717", paint: colours.red },
    failed: { mark: "!", paint: colours.yellow }
  }[report.status];
  const hanging = " ".repeat(status.length + 4);
  const [first = "", ...rest] = because.flatMap((line2) => wrapped(line2, width - hanging.length));
  return [
    `${look.paint(look.mark)} ${colours.bold(look.paint(status))}: ${prose2(page, first)}`,
    ...rest.map((line2) => hanging + prose2(page, line2))
  ];
}
function blocker2({ colours }, { failure: failure2 }) {
  if (!failure2?.location) return [];
  const { location, rule, statement = "" } = failure2;
  const lines2 = [
    `${placeOf(location)}  ${colours.dim(rule ?? "")}`,
    ...statement && [`  ${visible(statement)}`]
  ];
  return lines2.map((line2) => INDENT + line2.trimEnd());
}
var titled = (page, title, sentences) => sentences.length === 0 ? [] : [page.colours.bold(title), ...bulleted(page, "-", sentences)];
function noticesIn(page, { notices: notices2 }, verbose) {
  const quiet = verbose ? 0 : noticesOf(notices2, "quiet").length;
  const shown2 = verbose ? notices2 : noticesOf(notices2, "warning", "told");
  const counting = `${counted(quiet, "notice")} that ${quiet === 1 ? "changes" : "change"} nothing: \`--verbose\` lists ${quiet === 1 ? "it" : "them"}.`;
  return [
    titled(page, "Notices", shown2.map(noticeWords)),
    quiet === 0 ? [] : [INDENT + page.colours.dim(counting)]
  ];
}
var notChecked2 = ({ status, notRun }) => notRun.filter(({ part }) => status !== "failed" || part === "confirmation").map(({ part, reason }) => `${part}: ${visible(reason)}`);
function foundation({ colours, width }, report) {
  const facts2 = report.status === "failed" ? [] : [comparison(report).join(" \xB7 ")];
  const lines2 = [...facts2, phases(report).join(" \xB7 ")].flatMap(
    (line2) => wrapped(line2, width - INDENT.length)
  );
  return lines2.map((line2) => colours.dim(INDENT + line2));
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
    case "sarif":
      return renderSarif(report, options);
    case "html":
      return renderHtml(report);
    default:
      return format;
  }
}

// src/commands/baseline.ts
var baselineOf = ({ baseline: { path, text } }) => text === void 0 ? { path, entries: [], lines: /* @__PURE__ */ new Map() } : parseBaseline(text, path);
var applyBy = (judge, findings, baseline) => applyBaseline(
  findings,
  { entries: baseline.entries.filter(({ rule }) => isOfAudit(rule) === judge.isAudit) },
  { ...judge, holdsFor: (entry, finding) => holdsFor(entry, finding, judge) }
);
function holdsFor({ types = [] }, { fingerprint }, { foundIn, files }) {
  const own = types.filter((path) => files.isThere(path));
  return own.length === 0 || (foundIn.get(fingerprint) ?? []).every((path) => own.includes(path));
}
var judgeOf = (scope, repeat) => ({
  today: scope.today,
  isAudit: false,
  isLookedAt: (entry) => isLookedAt(entry, scope),
  foundIn: scope.comparison.foundIn,
  files: scope.files,
  ...scope.comparison.diagramOf && { diagramOf: scope.comparison.diagramOf },
  repeat
});
function isLookedAt({ object, types }, { project, comparison: comparison2, schema, files }) {
  if (comparison2.generated === void 0 || isBoundElsewhere(types, project, files)) return false;
  const own = schemaOfText(object);
  if (schema.length > 0) return schema.includes(own);
  const isElsewhere = PLATFORM_SCHEMAS.has(own) || comparison2.builtSchemas.includes(own);
  return comparison2.schemas.includes(own) || !isElsewhere;
}
function isBoundElsewhere(types = [], { typesFiles: typesFiles2 }, files) {
  const compared = pathsOf(typesFiles2);
  return types.some((path) => !compared.includes(path) && files.isThere(path));
}
function withBaseline(report, baseline, judge) {
  if (!baseline.entries.some(({ rule }) => isOfAudit(rule) === judge.isAudit)) return report;
  const applied = applyBy(judge, report.findings, baseline);
  const { active, accepted: accepted2, stale, unseen: unseen2 } = applied;
  const findings = [...withExpiry(applied), ...baselineFindings(applied, baseline)];
  const { repair: repair2, diagram: all, ...rest } = report;
  const diagram = all && judge.diagramOf?.(active);
  const prune = `drift-gate accept --prune${judge.repeat}`;
  const command = active.length > 0 ? repair2 : stale.length > 0 ? prune : void 0;
  const mendsAll = command !== void 0 && active.length > 0 && accepted2.length + applied.expired.length > 0;
  return {
    ...rest,
    status: findings.length + accepted2.length === 0 ? "in-sync" : "drifted",
    findings,
    accepted: accepted2,
    stale,
    notices: [
      ...report.notices,
      ...unseenNotices(unseen2, baseline),
      ...mendsAll ? [mendsAccepted(baseline, prune)] : []
    ],
    ...diagram && { diagram },
    ...command !== void 0 && { repair: command }
  };
}
function withExpiry({ active, expired }) {
  const entries = new Map(expired.map(({ finding, entry }) => [finding, entry]));
  return active.map((finding) => {
    const entry = entries.get(finding);
    if (entry === void 0) return finding;
    return {
      ...finding,
      details: [...finding.details ?? [], `was ${acceptedWords(entry)}: ${entry.reason}`]
    };
  });
}
var mendsAccepted = ({ path }, prune) => ({
  code: "mends-accepted",
  message: `What fixes the types fixes accepted drift too: \`drift-gate fix\`, or its patch, takes those entries out of ${named(path)}; after another repair run \`${prune}\`. Commit both files.`
});
function unseenNotices(unseen2, { path }) {
  if (unseen2.length === 0) return [];
  const entries = unseen2.length === 1 ? "1 entry" : `${unseen2.length} entries`;
  const message = `Whether ${entries} of ${named(path)} still hold was not looked at.`;
  return [{ code: "baseline-not-judged", message, count: unseen2.length }];
}

// src/commands/audit-judge.ts
function isLookedAt2(entry, looked) {
  const schema = schemaOfText(entry.object);
  const isNamed = looked.named.length === 0 || looked.named.includes(schema);
  switch (entry.rule) {
    case "unknown-version":
    case "edited-version":
    case "out-of-order-version":
      return looked.history.history.isRecorded;
    case "types-out-of-date":
      return isNamed && areTypesLookedAt(entry, schema, looked);
    default:
      return isNamed && (looked.git.structure !== void 0 || isOfExistence(entry));
  }
}
function areTypesLookedAt({ types: bound }, schema, { project, files, types, held }) {
  if (types.schemas.length === 0 || isBoundElsewhere(bound, project, files)) return false;
  const isElsewhere = [...held.live, ...held.all].some((one) => one.schema === schema);
  return types.schemas.includes(schema) || !isElsewhere;
}
var EXISTENCE = ["table", "view", "materialized-view", "foreign-table", "enum", "function"];
var isOfExistence = ({ rule, object, fingerprint }) => EXISTENCE.some((kind) => fingerprintOf(rule, kind, object) === fingerprint) && (!object.endsWith(")") || object.endsWith("()"));

// src/commands/three-ways.ts
var heldBy = (built) => built.flatMap(
  ({ kind, schema, name, file, extension }) => kind === "composite-type" || extension !== void 0 ? [] : [{ kind, schema, name, ...file !== void 0 && { file } }]
);
var heldByTexts = ({ relations, functions, enums }) => [...relations, ...functions, ...enums].filter(({ schema }) => !PLATFORM_SCHEMAS.has(schema)).map(({ kind, schema, name, created }) => ({ kind, schema, name, file: created.location.file }));
var keyOf2 = ({ kind, schema, name }) => JSON.stringify([kind === "function" || kind === "enum" ? kind : "relation", schema, name]);
var keysOf = (held) => new Set(held.map(keyOf2));
var subjectOf = ({ kind, schema, name }) => kind === "function" ? { kind, schema, name, args: [] } : { kind, schema, name };
function threeWays({ gitFrom, live, applied, all, typesOnly, typesHave }) {
  const [isLive, isApplied, isInAll] = [keysOf(live), keysOf(applied), keysOf(all)];
  const files = new Map([...applied, ...all].map((one) => [keyOf2(one), one.file]));
  const objects2 = new Map(
    [...typesOnly, ...applied, ...all, ...live].map((one) => [keyOf2(one), one])
  );
  const rows = [...objects2].map(([key, object]) => {
    const types = typesHave(object);
    const file = files.get(key);
    return {
      id: owningObject(subjectOf(object)),
      kind: object.kind,
      live: isLive.has(key),
      git: isApplied.has(key) || isInAll.has(key),
      ...types !== void 0 && { types },
      ...file !== void 0 && { file: fileOf(file) },
      ...isInAll.has(key) && !isApplied.has(key) && { pending: true }
    };
  });
  rows.sort((a, b) => byText(a.id, b.id) || byText(a.kind, b.kind));
  const relations = rows.flatMap(
    ({ kind, ...row2 }) => kind === "function" || kind === "enum" ? [] : [{ ...row2, kind }]
  );
  const items = rows.flatMap(
    ({ kind, ...row2 }) => kind === "function" || kind === "enum" ? [{ ...row2, kind }] : []
  );
  const tables = relations.filter(isTable);
  return {
    gitFrom,
    counts: countsOf(relations),
    coverage: coverageOf(relations),
    byKind: {
      tables: countsOf(tables),
      views: countsOf(relations.filter((one) => !isTable(one))),
      functions: countsOf(items.filter(({ kind }) => kind === "function")),
      enums: countsOf(items.filter(({ kind }) => kind === "enum"))
    },
    relations,
    items
  };
}
var countsOf = (rows) => ({
  live: rows.filter(({ live }) => live).length,
  git: rows.filter(({ git }) => git).length,
  types: rows.filter(({ types }) => types).length
});
function coverageOf(relations) {
  const { live, both } = covered({ relations });
  return live === 0 ? 100 : Math.floor(both * 1e3 / live) / 10;
}
function withVerdicts(inventory2, { findings, accepted: accepted2 = [] }) {
  const external = idsOf(accepted2, "unmanaged");
  const failing = idsOf(findings, "unmanaged");
  const outOfDate = idsOf([...findings, ...accepted2], "types-out-of-date");
  const judged = (row2) => ({
    ...row2,
    verdict: verdictOf2(row2, {
      isExternal: !failing.has(labelOf2(row2)) && [labelOf2(row2), schemaLabel(row2)].some((id) => external.has(id)),
      isOutOfDate: outOfDate.has(labelOf2(row2))
    })
  });
  const { relations, items, ...rest } = inventory2;
  return { ...rest, relations: relations.map(judged), ...items && { items: items.map(judged) } };
}
function verdictOf2({ live, git, pending }, { isExternal, isOutOfDate }) {
  if (live && !git) return isExternal ? "external" : "base-schema-drift";
  if (git && !live) return pending ? "tracked" : "not-live";
  return isOutOfDate || !live ? "types-out-of-date" : "tracked";
}
var labelOf2 = ({ kind, id }) => `${kind === "function" || kind === "enum" ? kind : "relation"} ${id}`;
var schemaLabel = ({ id }) => `schema ${formatObjectId({ kind: "schema", name: schemaOfText(id) })}`;
var LABELS = {
  table: "relation",
  view: "relation",
  "materialized-view": "relation",
  "foreign-table": "relation",
  function: "function",
  enum: "enum",
  schema: "schema"
};
var idsOf = (findings, rule) => new Set(
  findings.filter(({ ruleId }) => ruleId === rule).map(({ subject }) => `${LABELS[subject.kind] ?? subject.kind} ${owningObject(subject)}`)
);

// src/commands/audit-diagram.ts
function unmanagedDiagram({
  held,
  live: { built, shapes }
}) {
  const inGit = keysOf([...held.applied, ...held.all]);
  const unmanaged = new Set(held.live.filter((one) => !inGit.has(keyOf2(one)) && isRelation(one)).map(idOf));
  const all = [...shapes.schemas].flatMap(
    ([schema, { relations }]) => [...relations].map(([name, relation]) => ({ schema, name, relation }))
  );
  const targetOf = targets(built);
  const links = all.flatMap((one) => linksOf(one, targetOf, shapes)).filter(({ from, to }) => unmanaged.has(from) || unmanaged.has(to));
  const drawn2 = all.filter((one) => unmanaged.has(idOf(one))).map((one) => relationIn(one, links));
  if (drawn2.length === 0) return void 0;
  const others = new Set(links.flatMap(({ from, to }) => [from, to]).filter((id) => !unmanaged.has(id)));
  return {
    relations: [...drawn2, ...[...others].map((id) => ({ id, kind: "table", columns: [] }))],
    links
  };
}
var isRelation = ({ kind }) => kind !== "function" && kind !== "enum";
var idOf = ({ schema, name }) => formatObjectId({ kind: "table", schema, name });
function targets(built) {
  const byKey = new Map(
    built.flatMap(
      ({ schema, name, foreignKeys: foreignKeys2 = [] }) => foreignKeys2.map((key) => [
        JSON.stringify([schema, name, key.name]),
        { schema: key.referencedSchema, name: key.referencedRelation }
      ])
    )
  );
  return ({ schema, name }, key) => byKey.get(JSON.stringify([schema, name, key]));
}
function linksOf(one, targetOf, shapes) {
  const isView = (to) => shapes.schemas.get(to.schema)?.relations.get(to.name)?.kind === "view";
  if (one.relation.kind === "view") return [];
  return (one.relation.relationships ?? []).flatMap((key) => {
    const to = targetOf(one, key.name);
    if (to === void 0 || to.name !== key.referencedRelation || isView(to)) return [];
    return [
      {
        from: idOf(one),
        to: idOf(to),
        name: key.name,
        columns: [...key.columns],
        ...key.isOneToOne && { isOneToOne: true }
      }
    ];
  });
}
function relationIn(one, links) {
  const keys = new Set(links.filter(({ from }) => from === idOf(one)).flatMap(({ columns }) => columns));
  return {
    id: idOf(one),
    kind: one.relation.kind,
    columns: [...one.relation.shapes.Row ?? []].map(([name, { type }]) => ({
      name,
      type: typeText(type),
      ...keys.has(name) && { isKey: true }
    }))
  };
}

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
  const isGone = isRemoved && !isThere2(subject, evidence);
  return isGone && wasLeft(subject, touch) && !madeAnew(subject, touch, evidence) ? saying(located, "no statement removes it after that: code that a migration runs did") : located;
}
var saying = (finding, words2) => ({
  ...finding,
  details: [...finding.details ?? [], words2]
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
  const file = (partOf2(subject, parts) ?? wholeOf(ownerOf(subject) ?? subject, built))?.file;
  return file && fileOf(file);
}
function laterRun(subject, touch, { migrations, parts }) {
  const order = (file) => migrations.findIndex((one) => one.file === file);
  const run2 = partOf2(subject, parts)?.file;
  return order(run2) > order(touch.location.file) && run2 ? fileOf(run2) : void 0;
}
var wasLeft = (subject, { action }) => subject.kind !== "relationship" && (action === "create" || action === "alter");
function madeAnew(subject, { location }, { built }) {
  const owner = ownerOf(subject);
  const whole2 = owner && wholeOf(owner, built);
  return whole2 !== void 0 && /view$/.test(whole2.kind) && whole2.file === location.file;
}
var isThere2 = (subject, { built, parts }) => ownerOf(subject) === void 0 ? wholeOf(subject, built) !== void 0 : partOf2(subject, parts) !== void 0;
function partOf2(subject, parts) {
  const owner = ownerOf(subject);
  if (owner === void 0 || !("schema" in owner)) return void 0;
  return parts.find(
    (part) => part.kind === subject.kind && part.schema === owner.schema && part.owner === owner.name && part.name === subject.name
  );
}
var wholeOf = (object, built) => "schema" in object ? built.find(({ schema, name }) => schema === object.schema && name === object.name) : void 0;

// src/commands/embedded-limits.ts
var OWN_FAILURE = /^(XX|58|53|F0)/;
var SERVER_FAILURE = /^(53|57P0|58030)/;
var NO_ROOM = /^53[12]00$/;
var STACK_ENDED = "unnamed prepared statement does not exist";
var NO_EXTENSION = /^extension "(?<extension>[^"]+)" is not available$/;
var NO_COLLATION = /^collation "(?<collation>[^"]{1,63})" .*does not exist$/;
var OF_A_LIBRARY = /^(?:security label provider "(?<provider>[^"]+)" is not loaded|unrecognized parameter namespace "(?<namespace>[^"]+)")$/;
var NO_PROVIDER = "no security label providers have been loaded";
var UNKNOWN_OPTION = /^unrecognized parameter "[^"]+"$/;
var STAND_IN_INDEX = /\busing\s+(?:pgroonga|rum)\b/i;
var SYSTEM_COLLATION = /^[a-z]{2,3}([-_].*)?(-x-icu|[-_][A-Z]{2}(\..+|@.+)?)$/;
var BRINGS_EXTENSIONS = /\b(pgtle|dbdev)\s*\.\s*install/i;
function refuseOwnLimits(failure2, plan) {
  if (!isOwnLimit(failure2, plan)) return;
  const { file, line: line2, column, statement, sqlState } = failure2;
  const message = failure2.message === STACK_ENDED ? "the statement is nested too deep for it" : failure2.message;
  const location = { file: fileOf(file), line: line2, column };
  const database = NO_ROOM.test(sqlState) ? "The embedded database, which keeps its files in memory, ran out of it in" : "The embedded database cannot replay";
  throw new EnvironmentError({
    message: `${database} ${named(location.file)}: ${visible(message)}.`,
    remedy: RULES["embedded-cannot-replay"].remedy,
    blocker: { rule: "embedded-cannot-replay", location, statement }
  });
}
function refuseServerFailure({ file, sqlState, message }) {
  if (!SERVER_FAILURE.test(sqlState)) return;
  throw new EnvironmentError({
    message: `The database of the local stack failed in ${named(fileOf(file))}: ${visible(message)}.`,
    remedy: "See `docker ps`, give Docker more memory or disk when it lacks some, and run again."
  });
}
function isOwnLimit({ file, sqlState, message }, plan) {
  const extension = NO_EXTENSION.exec(message)?.groups?.extension;
  if (extension !== void 0) return SUPABASE_EXTENSIONS.has(extension) || bringsExtensions(plan);
  const collation = NO_COLLATION.exec(message)?.groups?.collation;
  if (collation !== void 0) return SYSTEM_COLLATION.test(collation);
  const { provider, namespace } = OF_A_LIBRARY.exec(message)?.groups ?? {};
  const library = provider ?? namespace;
  if (library !== void 0) return SUPABASE_EXTENSIONS.has(library);
  if (UNKNOWN_OPTION.test(message))
    return plan.migrations.some((one) => one.file === file && STAND_IN_INDEX.test(one.sql));
  return message === NO_PROVIDER || message === STACK_ENDED || OWN_FAILURE.test(sqlState);
}
var bringsExtensions = ({ migrations }) => migrations.some(({ sql }) => BRINGS_EXTENSIONS.test(sql));
var saidBeside = ({ detail, hint }) => [detail, hint].flatMap((text) => text ? [text] : []);
var detailsOf = (failure2) => NO_EXTENSION.test(failure2.message) ? ["No Supabase database has an extension of that name."] : saidBeside(failure2);

// src/commands/unset-secrets.ts
var USES_VAULT = /\bvault"?\.|\bdecrypted_secrets\b/i;
function refuseUnset(unset, { roles = "", migrations }, { file, applied, message }) {
  const [secret] = unset;
  const texts = [roles, ...migrations.slice(0, applied + 1).map(({ sql }) => sql)];
  if (secret === void 0 || !texts.some((sql) => USES_VAULT.test(sql))) return;
  const { why, remedy } = wordsOf(secret);
  throw new EnvironmentError({
    message: `${named(fileOf(file))} fails (${visible(message)}), and ${why}.`,
    remedy
  });
}
function wordsOf({ name, variable }) {
  const secret = `the secret ${named(name)} of \`[db.vault]\``;
  if (variable === void 0)
    return {
      why: `${secret} in supabase/config.toml is encrypted`,
      remedy: "Use `--reset-with supabase-cli` where `DOTENV_PRIVATE_KEY` is set, which decrypts it."
    };
  const taken = `from which supabase/config.toml takes ${secret}`;
  if (isOfTheRunner(variable))
    return {
      why: `no migration is given the value of ${named(variable)}, ${taken}: it is named as a variable of the runner is`,
      remedy: "Let supabase/config.toml take the secret from a variable of another name."
    };
  return {
    why: `the variable ${named(variable)}, ${taken}, is not set`,
    remedy: `Set ${named(variable)} in the environment, to any value that the migrations take, and run again.`
  };
}

// src/commands/replay-findings.ts
var MISSING_OBJECT = /* @__PURE__ */ new Set(["42P01", "42704", "3F000", "42883"]);
async function whyStopped({ project, plan, failure: failure2, database }, knownObjects) {
  const leftOpen = (failure2.leftOpen ?? []).map(openFinding);
  const duplicates = duplicateFindings(project.duplicates);
  if (failure2.status === "left-open") return { duplicates, leftOpen, missing: [] };
  const isReference = database === "local-stack";
  if (isReference) refuseServerFailure(failure2);
  else refuseOwnLimits(failure2, plan);
  refuseUnset(project.vault.unset, plan, failure2);
  if (failure2.sqlState === "23505" && failure2.statement === "" && duplicates.length > 0)
    return { duplicates, leftOpen, missing: [] };
  const missing = MISSING_OBJECT.has(failure2.sqlState) ? await missingIn(plan, knownObjects) : [];
  return { duplicates, leftOpen, failed: failedStatement2(failure2, isReference), missing };
}
async function replayFindings(stopped, knownObjects) {
  const stop = await whyStopped(stopped, knownObjects);
  return [...stop.duplicates, ...stopFindings(stop)];
}
var stopFindings = ({ leftOpen, failed, missing }) => [
  ...leftOpen,
  ...failed ? [failed] : [],
  ...missing.map(missingFinding)
];
function duplicateFindings(duplicates) {
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
var openFinding = ({ file, line: line2, column, statement }) => makeFinding({
  ruleId: "open-transaction",
  subject: { kind: "file", name: fileOf(file) },
  location: { file: fileOf(file), line: line2, column },
  message: `${named(fileOf(file))} leaves a transaction open: what it and later files do is rolled back.`,
  details: [statement]
});
function failedStatement2(failure2, isReference) {
  const { file, line: line2, column, statement, sqlState, message } = failure2;
  return makeFinding({
    ruleId: "replay-failed",
    subject: { kind: "file", name: fileOf(file) },
    location: { file: fileOf(file), line: line2, column },
    message: `${named(fileOf(file))} fails at line ${line2}, column ${column}: ${message} (SQLSTATE ${sqlState}).`,
    details: [...statement ? [statement] : [], ...isReference ? saidBeside(failure2) : detailsOf(failure2)],
    salient: [sqlState, message]
  });
}
async function missingIn({ migrations }, knownObjects) {
  const { missingObjects } = await import("./references-E7JIMK5G.js");
  return await missingObjects(migrations, await knownObjects());
}
var missingSubject = ({ kind, schema, name }) => ({ kind: kind === "type" ? "composite-type" : "table", schema, name });
function missingFinding(missing) {
  const { kind, references, createdLater } = missing;
  const [first] = references;
  const places = references.length === 1 ? "place" : "places";
  const subject = missingSubject(missing);
  return makeFinding({
    ruleId: "base-schema-drift",
    subject,
    ...first && { location: { file: fileOf(first.file), line: first.line, column: first.column } },
    message: createdLater ? `${kind} ${named(formatObjectId(subject))} is used in ${references.length} ${places} before ${named(createdLater.file)} creates it.` : `${kind} ${named(formatObjectId(subject))} is used in ${references.length} ${places}, and no earlier migration creates it: its base schema was made outside Git.`,
    details: references.map(
      (reference) => `${fileOf(reference.file)}:${reference.line}: ${reference.statement}`
    )
  });
}

// src/commands/audit-findings.ts
var IN_GIT = "in the database that the migrations build";
var IN_LIVE = "in the live database";
function auditFindings({ history, git, held }, types, named2) {
  const evidence = git.index && { ...git, index: git.index, migrations: history.applied };
  const isLookedAt3 = ({ subject }) => named2.length === 0 || "schema" in subject && named2.includes(subject.schema) || subject.kind === "schema" && named2.includes(subject.name);
  const applied = keysOf(held.applied);
  const pending = new Map(held.all.filter((one) => !applied.has(keyOf2(one))).map((one) => [keyOf2(one), one]));
  return [
    ...history.findings,
    ...git.stopped && !git.stopped.standing ? stopFindings(git.stopped) : [],
    ...(git.structure ? structureFindings(git.structure, evidence) : existenceFindings(held, evidence)).filter(isLookedAt3).map((finding) => withPendingFile(finding, pending)),
    ...types.findings
  ];
}
var structureFindings = ({ changes, statements }, evidence) => changes.map((change2, place) => {
  const sql = statements.filter(({ of }) => of.includes(place)).map((statement) => statement.sql);
  const finding = { ...findingOf(change2), ...sql.length > 0 && { sql } };
  return evidence ? blamedForFacet(finding, evidence) ?? blamed(finding, evidence) : finding;
});
function blamedForFacet(finding, { index }) {
  const { subject, facet } = finding;
  const touch = facet === void 0 ? void 0 : index.lastSet(subject, facet);
  return touch && { ...finding, location: inFolder(touch.location) };
}
function blamed(finding, evidence) {
  if (finding.ruleId !== "unmanaged") return withBlame(finding, evidence);
  const touch = evidence.index.blame(finding.subject);
  if (touch === void 0) return finding;
  const located = { ...finding, location: inFolder(touch.location) };
  if (touch.action !== "drop") return located;
  return { ...located, details: [...finding.details ?? [], "a migration dropped it, yet it is live"] };
}
function withPendingFile(finding, pending) {
  const { subject, ruleId } = finding;
  const waiting = ruleId === "unmanaged" && "schema" in subject ? pending.get(keyOfSubject(subject)) : void 0;
  if (waiting?.file === void 0) return finding;
  const file = fileOf(waiting.file);
  const [version = "VERSION"] = /^\d+/.exec(waiting.file) ?? [];
  return {
    ...finding,
    details: [...finding.details ?? [], `the pending ${named(file)} creates it`],
    remedy: `If it is the same, mark ${named(file)} as applied with ${repairHistory("applied", version)}; else drop it from the live database before the file is applied.`
  };
}
function keyOfSubject(subject) {
  switch (subject.kind) {
    case "table":
    case "view":
    case "materialized-view":
    case "foreign-table":
    case "function":
    case "enum":
      return keyOf2({ kind: subject.kind, schema: subject.schema, name: subject.name });
    default:
      return "";
  }
}
function findingOf(change2) {
  const { kind, object, facet, expected, actual, parts, severity } = change2;
  return makeFinding({
    ruleId: kind,
    subject: object,
    severity,
    message: `${sentenceOf2(change2)}.`,
    ...facet !== void 0 && { facet },
    ...expected !== void 0 && { expected },
    ...actual !== void 0 && { actual },
    ...parts.length > 0 && { details: parts },
    // One that a side lacks is accepted with all that is in it; an alteration only with what it caused until then.
    salient: kind === "altered" ? [facet ?? "", expected ?? "", actual ?? "", ...parts] : []
  });
}
function sentenceOf2({ kind, object, facet, expected, actual }) {
  const name = nameOf2(object);
  switch (kind) {
    case "unmanaged":
      return `${name} is ${IN_LIVE}, and no applied migration creates it`;
    case "missing":
      return `${name} is created by the migrations, but is not ${IN_LIVE}`;
    case "altered": {
      const what = facet === void 0 ? name : `${facet} ${facet.startsWith("grants ") ? "on" : "of"} ${name}`;
      const isMany = SEVERAL.test(facet ?? "");
      return isShort(expected) && isShort(actual) ? `${what} ${isMany ? "are" : "is"} ${sideOf(expected)} ${IN_GIT} but ${sideOf(actual)} ${IN_LIVE}` : `${what} ${isMany ? "differ" : "differs"} between the live database and the one that the migrations build`;
    }
    default:
      return kind;
  }
}
var SEVERAL = /^(arguments|changes|columns|line ends|grants|operations|roles|settings|tables|(storage )?options)\b|rights$/;
var nameOf2 = (object) => `${object.kind.replaceAll("-", " ")} ${named(formatObjectId(object))}`;
var LONGEST_SIDE = 80;
var isShort = (side = "") => side.length <= LONGEST_SIDE && !side.includes("\n");
var sideOf = (side) => side === void 0 || side === "" ? "absent" : named(side);
function existenceFindings({ live, applied }, evidence) {
  const [inLive, inGit] = [byKindAndName(live), byKindAndName(applied)];
  const found2 = (ruleId, held, other) => [...held].flatMap(([key, one]) => {
    if (other.has(key)) return [];
    const object = subjectOf(one);
    const message = `${sentenceOf2({ kind: ruleId, object, parts: [], severity: "error" })}.`;
    const finding = makeFinding({ ruleId, subject: object, message });
    return evidence ? blamed(finding, evidence) : finding;
  });
  return [...found2("unmanaged", inLive, inGit), ...found2("missing", inGit, inLive)];
}
var byKindAndName = (held) => new Map(held.map((one) => [JSON.stringify([one.kind, one.schema, one.name]), one]));

// src/commands/diagram.ts
var MOST_RELATIONS = 12;
function diagramOf2(findings, committed, generated) {
  const groups = groupBy(findings.filter(isOfRelation), ({ subject }) => JSON.stringify(relationOf(subject)));
  if (groups.size === 0 || groups.size > MOST_RELATIONS) return void 0;
  const drifted = [...groups.values()].flatMap((own) => driftedOf(own, committed, generated));
  const links = drifted.flatMap((one) => linksOf2(one, drifted));
  const relations = drifted.map((one) => relationIn2(one, links));
  return { relations: [...relations, ...neighbours(relations, links)], links };
}
function relationOf(subject) {
  switch (subject.kind) {
    case "table":
    case "view":
    case "materialized-view":
      return { schema: subject.schema, name: subject.name };
    case "column":
    case "relationship":
      return { schema: subject.schema, name: subject.relation };
    default:
      return void 0;
  }
}
var isOfRelation = ({ ruleId, subject }) => /^(?:relation|column|relationship)-/.test(ruleId) && relationOf(subject) !== void 0;
function driftedOf(findings, committed, generated) {
  const at = findings[0] && relationOf(findings[0].subject);
  if (at === void 0) return [];
  const old = { ...at, name: ofRule(findings, "relation-renamed")?.committed ?? at.name };
  const home = committed.find((types) => find(types, old) !== void 0);
  const [before, after] = [home && find(home, old), find(generated, at)];
  const keys = { committed: foreignKeys(before, home, at), generated: foreignKeys(after, generated, at) };
  return [{ ...at, committed: before, generated: after, keys, old: old.name, findings }];
}
var foreignKeys = (relation, types, { schema }) => relation?.kind !== "table" || types === void 0 ? [] : (relation.relationships ?? []).filter(
  ({ referencedRelation: name }) => find(types, { schema, name })?.kind !== "view"
);
var find = ({ schemas }, { schema, name }) => schemas.get(schema)?.relations.get(name);
var ofRule = (findings, ruleId) => findings.find((finding) => finding.ruleId === ruleId);
var idOf2 = ({ schema, name }) => formatObjectId({ kind: "table", schema, name });
function changeOf({ ruleId, committed }) {
  if (ruleId.endsWith("-added")) return { change: "added" };
  if (ruleId.endsWith("-removed")) return { change: "removed" };
  return {
    change: ruleId.endsWith("-renamed") ? "renamed" : "changed",
    ...committed !== void 0 && { was: committed }
  };
}
function relationIn2(drifted, links) {
  const { committed, generated, findings } = drifted;
  const own = findings.find(({ ruleId }) => ruleId.startsWith("relation-"));
  const isWhole = own !== void 0 && /-(?:added|removed)$/.test(own.ruleId);
  const keys = new Set(links.filter(({ from }) => from === idOf2(drifted)).flatMap(({ columns }) => columns));
  const names = isWhole ? [...(generated ?? committed)?.shapes.Row?.keys() ?? []] : [.../* @__PURE__ */ new Set([...findings.flatMap(columnName), ...keys])];
  return {
    id: idOf2(drifted),
    kind: (generated ?? committed)?.kind ?? "table",
    ...own && changeOf(own),
    columns: names.map((name) => columnIn(drifted, name, keys.has(name)))
  };
}
var columnName = ({ subject }) => subject.kind === "column" ? [subject.name] : [];
function columnIn({ committed, generated, findings }, name, isKey) {
  const [finding] = findings.filter(({ subject }) => subject.kind === "column" && subject.name === name);
  const member = generated?.shapes.Row?.get(name) ?? committed?.shapes.Row?.get(name);
  return {
    name,
    type: member ? typeText(member.type) : "unknown",
    ...isKey && { isKey: true },
    ...finding && changeOf(finding)
  };
}
function linksOf2(one, all) {
  const drifting = new Map(
    one.findings.flatMap(
      ({ subject, ruleId }) => subject.kind === "relationship" ? [[subject.name, linkChange(ruleId)]] : []
    )
  );
  const gone = one.keys.committed.filter(
    ({ name }) => one.generated === void 0 || drifting.get(name) === "removed"
  );
  return [...gone, ...one.keys.generated].flatMap((key) => {
    const change2 = drifting.get(key.name);
    const name = key.referencedRelation;
    const isOther = (other) => [other.name, other.old].includes(name);
    const target = all.find((other) => other.schema === one.schema && isOther(other));
    const isWhole = one.committed === void 0 || one.generated === void 0;
    if (target === void 0 && change2 === void 0 && !isWhole) return [];
    return [linkOf(one, target ?? { schema: one.schema, name }, key, change2)];
  });
}
var linkChange = (ruleId) => ruleId.endsWith("-added") ? "added" : ruleId.endsWith("-removed") ? "removed" : "changed";
var linkOf = (from, to, { name, columns, isOneToOne }, change2) => ({
  from: idOf2(from),
  to: idOf2(to),
  name,
  columns: [...columns],
  ...isOneToOne && { isOneToOne: true },
  ...change2 && { change: change2 }
});
function neighbours(relations, links) {
  const known = new Set(relations.map(({ id }) => id));
  const others = new Set(links.map(({ to }) => to).filter((id) => !known.has(id)));
  return [...others].map((id) => ({ id, kind: "table", columns: [] }));
}

// src/commands/extension-versions.ts
function mayDifferByVersion(differing, built) {
  const schemas = schemasWithExtensions(built);
  return differing.some((object) => "schema" in object && schemas.has(object.schema));
}
async function withVersions(known, built, index) {
  const brings = await bringer(index);
  const schemas = schemasWithExtensions(built);
  const classOf = (kind) => RELATIONS.has(kind) ? "relation" : kind;
  return {
    ...known,
    versionedBy: (object) => {
      if (!("schema" in object) || index.blame(object) !== void 0) return void 0;
      const { kind, name } = ownerOf(object) ?? object;
      const isThere3 = built.some(
        (one) => one.schema === object.schema && one.name === name && classOf(one.kind) === classOf(kind)
      );
      const own = isThere3 ? known.extensionOf(object.schema, name) : void 0;
      if (own !== void 0) return own;
      return [...schemas.get(object.schema) ?? []].find((extension) => brings(extension, object));
    }
  };
}
var RELATIONS = /* @__PURE__ */ new Set(["table", "view", "materialized-view", "foreign-table"]);
var NO_ACCIDENT = 3;
var SHARE = 1 / 5;
async function extensionsIn(index, parts) {
  const brings = await bringer(index);
  const { countBrought } = await import("./brought-SZ7XZ7XL.js");
  return parts.filter(({ kind }) => kind === "extension").map(({ schema, name }) => {
    const isNamed = index.blame({ kind: "extension", name }) !== void 0;
    return {
      schema,
      name,
      brings: (object) => brings(name, object),
      atLeast: Math.max(isNamed ? 1 : NO_ACCIDENT, Math.ceil(countBrought(name) * SHARE))
    };
  });
}
async function bringer(index) {
  const { bringsFunction, bringsObject } = await import("./brought-SZ7XZ7XL.js");
  return (extension, object) => {
    if (index.blame(object) !== void 0) return false;
    switch (object.kind) {
      case "function":
        return bringsFunction(object.name, extension);
      case "table":
      case "view":
      case "composite-type":
        return bringsObject(object.name, [extension]);
      default:
        return false;
    }
  };
}
function schemasWithExtensions(built) {
  const schemas = /* @__PURE__ */ new Map();
  for (const { schema, extension } of built) {
    if (extension === void 0) continue;
    schemas.set(schema, (schemas.get(schema) ?? /* @__PURE__ */ new Set()).add(extension));
  }
  return schemas;
}

// src/commands/explanation.ts
function committedIn({ typesFiles: typesFiles2, unreadableTypes }, { parseTypes }) {
  if (unreadableTypes) throw unreadableTypes;
  return typesFiles2.map((file) => ({ file, types: parseTypes(file.text, file.path) }));
}
function withoutOthers(project, { declaresNoDatabase }) {
  if (project.typesSearched === void 0) return project;
  const typesFiles2 = project.typesFiles.filter(({ text, path }) => !declaresNoDatabase(text, path));
  return { ...project, typesFiles: typesFiles2 };
}
async function explain(work) {
  const { plan, shadow, types, compared, built } = work;
  const index = work.index ?? await indexOf(plan);
  const evidence = { migrations: plan.migrations, index, built, parts: await shadow.builtParts() };
  const isAnyGone = compared.some(({ changes }) => changes.some(({ kind }) => kind.endsWith("-removed")));
  const extensions = isAnyGone ? await extensionsIn(index, evidence.parts) : [];
  const told2 = compared.map((one) => ({
    file: one.file,
    findings: types.withPlaces(one.file, toldChanges(work, one, index, extensions)).map(({ change: change2, place }) => ({
      ...withBlame(types.findingOf(change2), evidence),
      typesLocation: place
    }))
  }));
  return {
    findings: withFiles(told2),
    notices: unreadNotices(index, plan.migrations),
    foundIn: filesByFinding(told2)
  };
}
function toldChanges({ types, generated, compare }, { types: committed, changes }, index, extensions) {
  const renamed = types.withRenames(committed, generated, index.renames);
  const others = renamed.changes.length === 0 ? changes : compare(renamed.committed).changes;
  return [...renamed.changes, ...types.withMoves(others, extensions, committed)];
}
async function indexOf({ migrations }) {
  const { indexMigrations } = await import("./object-index-WKWJNF7N.js");
  return indexMigrations(migrations);
}
var unreadNotices = ({ refused }, applied) => refused.filter(({ location }) => applied.some(({ file }) => file === location.file)).map(({ location, message }) => ({
  code: "unreadable-statement",
  message: `The SQL parser refuses ${fileOf(location.file)}:${location.line} (${message}), so no finding can name that statement.`
}));
function filesByFinding(files) {
  const found2 = /* @__PURE__ */ new Map();
  for (const { file, findings } of files)
    for (const { fingerprint } of findings)
      found2.set(fingerprint, [...found2.get(fingerprint) ?? [], file.path, ...file.copies]);
  return found2;
}
function withFiles(files) {
  if (files.length < 2) return files.flatMap(({ findings }) => findings);
  const merged = /* @__PURE__ */ new Map();
  for (const { file, findings } of files) {
    const { path } = file;
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
    ({ kind, extension, ...object }) => isRelation2(kind) && extension === void 0 ? [{ kind, ...object }] : []
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
var RELATIONS2 = [
  "table",
  "view",
  "materialized-view",
  "foreign-table"
];
var isRelation2 = (kind) => RELATIONS2.includes(kind);
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
function knownOf(built, generator) {
  const byName = groupBy(built, ({ schema, name }) => JSON.stringify([schema, name]));
  const keys = groupBy(built.flatMap(keysOf2), (key) => key.name);
  const named2 = (schema, name) => byName.get(JSON.stringify([schema, name])) ?? [];
  const functions = (schema, name) => named2(schema, name).filter(({ kind }) => kind === "function");
  return {
    returnsOneRow: (schema, name) => isEvery(functions(schema, name), ({ returnsOneRow }) => returnsOneRow),
    extensionOf: (schema, name) => {
      const [first, ...others] = named2(schema, name).map(({ extension }) => extension);
      return others.every((other) => other === first) ? first : void 0;
    },
    versionedBy: () => void 0,
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
    isLateWritable: (schema, view) => named2(schema, view).some(({ isLateWritable }) => isLateWritable),
    omitsHiddenKeys: omitsHiddenKeys(generator)
  };
}
function omitsHiddenKeys(generator) {
  const [, major, minor] = /^supabase (\d+)\.(\d+)\./.exec(generator)?.map(Number) ?? [];
  return major === 2 && (minor ?? 0) >= 118 || major === 3 && minor === 0;
}
var isEvery = (all, is) => all.length > 0 && all.every(is);
var keysOf2 = ({
  schema,
  name: relation,
  foreignKeys: foreignKeys2 = []
}) => foreignKeys2.map((key) => ({ ...key, schema, relation }));

// src/commands/stopwatch.ts
function stopwatch(now) {
  const all = {};
  const timed = async (phase, run2) => {
    const start = now();
    all[phase] = 0;
    try {
      return await run2();
    } finally {
      all[phase] = Math.round(now() - start);
    }
  };
  return Object.assign(timed, { all });
}

// src/commands/comparison.ts
async function compareProject(project, named2, { source, onProgress, now }) {
  const plan = planOf(project, project.migrations);
  const shadow = source.open(project, plan);
  try {
    return await compareWith({ project, plan, named: named2, source, shadow, onProgress, timed: stopwatch(now) });
  } finally {
    await shadow.close();
  }
}
var planOf = ({ roles, vault }, migrations) => ({
  migrations,
  ...vault.secrets.length > 0 && { secrets: vault.secrets },
  ...roles !== void 0 && { roles }
});
var choiceOf = ({ config, pinnedCli }, named2) => ({
  named: named2,
  expected: defaultSchemas(config),
  platform: PLATFORM_SCHEMAS,
  ...pinnedCli !== void 0 && { pinnedCli }
});
async function compareWith(work) {
  const { project: given, plan, shadow, onProgress, timed } = work;
  const total = plan.migrations.length;
  onProgress("Replaying migrations", 0, total);
  const starting = timed("start", () => shadow.postgresVersion());
  const replaying = timed(
    "replay",
    () => shadow.replay(plan, (done) => onProgress("Replaying migrations", done, total))
  );
  for (const promise of [starting, replaying]) promise.catch(() => void 0);
  const types = await timed("load", () => import("./comparison-OBLQ6EV7.js"));
  const project = withoutOthers(given, types);
  const read = readCommitted(project, types);
  const postgresVersion = await starting;
  const outcome = await replaying;
  const found2 = { ...work, project };
  if (outcome.status !== "replayed") return await stoppedReplay(found2, read, outcome, postgresVersion);
  if (read.unreadable) throw read.unreadable;
  return await compareFiles(found2, types, read.committed, postgresVersion);
}
function readCommitted(project, types) {
  const { typesFiles: typesFiles2, typesSearched } = project;
  try {
    if (typesFiles2.length === 0 && typesSearched !== void 0) throw noTypesFound(typesSearched);
    return { committed: committedIn(project, types) };
  } catch (error) {
    if (!isKnownError(error)) throw error;
    return { committed: [], unreadable: error };
  }
}
async function stoppedReplay({ project, plan, source, shadow, timed }, { committed, unreadable }, failure2, postgresVersion) {
  const { database } = source.engine();
  const findings = await replayFindings({ project, plan, failure: failure2, database }, () => shadow.objects());
  const index = await timed("index", () => indexOf(plan));
  return {
    project,
    findings,
    foundIn: /* @__PURE__ */ new Map(),
    notices: [
      ...unreadable ? [unreadableNotice(unreadable)] : [],
      ...unreadNotices(index, plan.migrations.slice(0, failure2.applied))
    ],
    notRun: [{ part: "types", reason: "the migrations could not be replayed to the end" }],
    schemas: [],
    engine: { ...source.engine(), postgresVersion },
    timings: timed.all,
    inventory: staticInventory(index, committed),
    builtSchemas: [],
    files: []
  };
}
var unreadableNotice = ({ message, remedy }) => ({
  code: "unreadable-types",
  message: `${message} ${remedy}`
});
async function compareFiles(work, types, committed, postgresVersion) {
  const { project, named: named2, source, shadow, onProgress, timed } = work;
  onProgress("Generating types");
  const choice = choiceOf(project, named2);
  const wanted = [...new Set(committed.flatMap((one) => types.schemasToGenerate(one.types, choice)))].sort();
  const { text, generator } = await timed("generate", () => shadow.generateTypes(wanted));
  const generated = types.parseTypes(text, "the generated types", true);
  refuseNothing(generated, wanted);
  const built = await shadow.builtObjects();
  let known = knownOf(built, generator);
  let index;
  const compare = (one) => types.compareTypes(one, generated, choice, known);
  const compareAll = () => timed("compare", async () => committed.map((one) => ({ ...one, ...compare(one.types) })));
  let compared = await compareAll();
  const differing = compared.flatMap(({ changes }) => changes.map(({ object }) => object));
  if (mayDifferByVersion(differing, built)) {
    index = await timed("index", () => indexOf(work.plan));
    known = await withVersions(known, built, index);
    compared = await compareAll();
  }
  refuseChoosing(project, compared);
  const schemas = [...new Set(compared.flatMap((one) => one.schemas))].sort();
  const told2 = compared.some(({ changes }) => changes.length > 0) ? await timed("blame", () => explain({ ...work, types, compared, generated, compare, built, index })) : { findings: [], notices: [], foundIn: /* @__PURE__ */ new Map() };
  return {
    ...told2,
    project,
    notices: distinct([...compared.flatMap(({ notices: notices2 }) => notices2), ...told2.notices]),
    notRun: [],
    schemas,
    engine: { ...source.engine(), postgresVersion, generator },
    timings: timed.all,
    compared: types.countObjects(generated, schemas),
    inventory: builtInventory(built, committed, schemas),
    diagramOf: (findings) => diagramOf2(
      findings,
      committed.map((one) => one.types),
      generated
    ),
    builtSchemas: [...new Set(built.map(({ schema }) => schema))],
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
function refuseChoosing(project, compared) {
  const { typesFiles: typesFiles2 } = project;
  const inSync2 = compared.filter(({ changes }) => changes.length === 0).map(({ file }) => file);
  if (mustChoose(project) && inSync2.length < compared.length) throw whichTypes(typesFiles2, inSync2);
}
var distinct = (notices2) => [
  ...new Map(notices2.map((notice) => [notice.message, notice])).values()
];

// src/commands/edits.ts
var ROUNDS = 3;
async function editsOf(compared, generated, files) {
  const { editTypes } = await import("./edit-3GUJXTUM.js");
  const edits = [];
  for (const { file, changes } of compared) {
    if (changes.length === 0) continue;
    for (const path of [file.path, ...file.copies]) {
      const original = await files.readBytes(path);
      const before = stripLogLines(decodeText(original, path)).text;
      if (linesOf(before) !== linesOf(file.text)) throw changedMeanwhile(path);
      let after = before;
      let left = changes;
      for (let round = 0; round < ROUNDS && left.length > 0; round++) {
        after = editTypes(after, generated.text, left, path, round === 0 ? "committed" : "generated");
        left = generated.changesOf(after, path);
      }
      if (left.length > 0) throw stillDifferent(path);
      edits.push({ path, changes: changes.length, original, after });
    }
  }
  return edits;
}
async function patchOf(edits, nameOf3 = (path) => path) {
  const { unifiedDiff } = await import("./patch-WXYNUAKC.js");
  return edits.map(
    ({ path, original, after }) => unifiedDiff(nameOf3(path), textFor(original, path), textFor(encodeLike(original, after), path))
  ).join("");
}
var patchFromRoot = (edits, files) => patchOf(edits, (path) => {
  const name = files.pathFromRoot(path);
  if (!name.startsWith("../")) return name;
  throw new UsageError({
    message: `${named(path)} lies outside of the repository, where no patch reaches.`,
    remedy: "Run `drift-gate fix`, which writes the file itself."
  });
});
function textFor(bytes, path) {
  if (bytes.includes(0))
    throw new UsageError({
      message: `${named(path)} is UTF-16, which Git takes for binary, so no patch can change it.`,
      remedy: "Run `drift-gate fix`, which writes the file itself, or save it as UTF-8."
    });
  return decodeUtf8(bytes, path, "types file");
}
var changedMeanwhile = (path) => new UsageError({
  message: `${path} was changed while it was compared, so no edit was made.`,
  remedy: "Run it again."
});
var stillDifferent = (path) => new EnvironmentError({
  message: `${path} is not in sync after ${ROUNDS} edits, so none was made.`,
  remedy: "Generate it again with `supabase gen types`, and report the file: this is a fault of `fix`."
});

// src/commands/baseline-writing.ts
async function baselineWith(entries, { baseline: { path, text } }, files) {
  const now = files.isThere(path) ? decodeText(await files.readBytes(path), path) : void 0;
  if (now !== text)
    throw new UsageError({
      message: `${path} was changed meanwhile, so nothing was written.`,
      remedy: "Run it again."
    });
  const after = serialiseBaseline(entries);
  return { baseline: parseBaseline(after, path), after };
}
function fixedEntries(judge, baseline, found2, left) {
  const before = new Set(applyBy(judge, found2, baseline).stale);
  return applyBy(judge, left, baseline).stale.filter((entry) => !before.has(entry));
}
var removedFrom = (path, count, kind = "") => `Removed ${count} ${kind}${count === 1 ? "entry" : "entries"} from ${named(path)}; commit the file.`;

// src/commands/repair.ts
var isLeft = ({ subject }) => subject.kind === "file";
async function repairOf({ scope, baseline }, generated, repeat) {
  const { project, comparison: comparison2, files } = scope;
  const edits = await editsOf(comparison2.files, generated, files);
  const { findings } = comparison2;
  const fixed = fixedEntries(judgeOf(scope, repeat), baseline, findings, findings.filter(isLeft));
  if (fixed.length === 0) return { edits, fixed: 0, baseline };
  const entries = baseline.entries.filter((entry) => !fixed.includes(entry));
  const next = await baselineWith(entries, project, files);
  const { path } = baseline;
  const edit = { path, changes: fixed.length, original: await files.readBytes(path), after: next.after };
  return { edits: [...edits, edit], fixed: fixed.length, baseline: next.baseline };
}

// src/commands/check.ts
async function check(options, ports) {
  const compared = await readAndCompare(options, ports);
  return withPatch(verdictOf3(compared, options.repeat), compared, options);
}
async function withPatch(report, compared, { wantsPatch, repeat }) {
  const { comparison: comparison2, files } = compared.scope;
  const isMendable = report.findings.some(({ subject }) => subject.kind !== "file");
  if (!wantsPatch || comparison2.generated === void 0 || !isMendable) return { report };
  try {
    const { edits } = await repairOf(compared, comparison2.generated, repeat);
    return { report, patch: await patchFromRoot(edits, files) };
  } catch (error) {
    if (!isKnownError(error)) throw error;
    const notice = {
      code: "no-patch",
      message: `There is no patch: ${error.message} ${error.remedy}`
    };
    return { report: { ...report, notices: [...report.notices, notice] } };
  }
}
var readAndCompare = async (options, ports) => await compareRead(readProject(ports), options, ports);
function readProject({ onProgress, discover, now }) {
  const started = now();
  onProgress("Reading the project");
  const project = discover();
  const baseline = baselineOf(project);
  return { project, baseline, discover: Math.round(now() - started) };
}
async function compareRead({ project, baseline, discover }, { schema }, ports) {
  const started = ports.now();
  const found2 = await compareProject(project, schema, ports);
  const total = discover + Math.round(ports.now() - started);
  const comparison2 = { ...found2, timings: { discover, ...found2.timings, total } };
  const files = ports.filesOf(project);
  return { scope: { project: found2.project, comparison: comparison2, schema, files, today: ports.today() }, baseline };
}
var verdictOf3 = ({ scope, baseline }, repeat) => withBaseline(reportOf("check", scope, repeat), baseline, judgeOf(scope, repeat));
function reportOf(command, { project, comparison: comparison2 }, repeat) {
  const { findings, notices: notices2, notRun, schemas, engine, timings, files, compared, inventory: inventory2 } = comparison2;
  const diagram = comparison2.diagramOf?.(findings);
  const isRepairable = files.some(({ changes }) => changes.length > 0);
  return {
    schemaVersion: 1,
    command,
    status: findings.length === 0 ? "in-sync" : "drifted",
    findings,
    notices: [...project.notices.filter((notice) => concerns(notice, engine)), ...notices2],
    notRun,
    project: summaryOf(project, schemas),
    engine,
    ...compared && { compared },
    inventory: inventory2,
    ...diagram && { diagram },
    timings,
    ...isRepairable && { repair: `drift-gate fix${repeat}` }
  };
}
var concerns = ({ code: code2 }, { database }) => database === "embedded" || code2 !== "other-postgres-version";

// src/commands/audit-report.ts
function auditReport(sources, types, { environment, schema, repeat }, { source }) {
  const { project, history, git, live } = sources;
  const findings = auditFindings(sources, types, schema);
  const generator = (git.generated ?? live.generated).generator;
  const engine = {
    ...source.engine(),
    postgresVersion: git.postgresVersion,
    ...generator !== "" && { generator }
  };
  const diagram = unmanagedDiagram(sources);
  const isMendedByFix = findings.length > 0 && findings.every(
    ({ ruleId, remedy }) => ruleId === "types-out-of-date" && remedy.includes("drift-gate fix")
  );
  return {
    schemaVersion: 1,
    command: "audit",
    status: findings.length === 0 ? "in-sync" : "drifted",
    findings,
    notices: [...project.notices.filter((one) => concerns(one, engine)), ...noticesOf2(sources, types)],
    notRun: notRunOf(sources),
    project: summaryOf(project, schemasOf(sources, types)),
    engine,
    ...types.schemas.length > 0 && {
      compared: sources.types.countObjects((git.generated ?? live.generated).types, types.schemas)
    },
    inventory: inventoryOf(sources, types),
    live: { ...environment !== void 0 && { environment }, postgresVersion: live.postgresVersion },
    history: history.history,
    ...git.stopped?.standing && { baseSchema: git.stopped.standing.baseSchema },
    definitions: (git.structure?.definitions ?? []).filter(
      ({ id }) => schema.length === 0 || schema.includes(schemaOfText(id))
    ),
    ...diagram && { diagram },
    timings: {},
    ...isMendedByFix && { repair: `drift-gate fix${repeat}` }
  };
}
function finished(report, { git }) {
  const { inventory: inventory2, ...rest } = report;
  const failing = new Set(report.findings.flatMap(({ sql = [] }) => sql));
  const suggestion = (git.structure?.statements ?? []).map(({ sql }) => sql).filter((sql) => failing.has(sql));
  return {
    ...rest,
    ...inventory2 && { inventory: withVerdicts(inventory2, report) },
    ...suggestion.length > 0 && { suggestion }
  };
}
var inventoryOf = ({ held, git }, { only, have }) => threeWays({ ...held, gitFrom: git.from, typesOnly: only, typesHave: have });
var schemasOf = ({ held }, { schemas }) => [.../* @__PURE__ */ new Set([...schemas, ...[held.live, held.applied, held.all].flat().map(({ schema }) => schema)])].sort(
  byText
);
function noticesOf2({ history, git, live }, types) {
  return distinct([
    ...live.notices,
    ...history.notices,
    ...git.index ? unreadNotices(git.index, history.applied) : [],
    ...git.stopped?.standing?.notices ?? [],
    ...(git.structure?.notices ?? []).map((message) => ({ code: "structure", message })),
    ...types.notices
  ]);
}
function notRunOf({ project, git }) {
  const { stopped } = git;
  const notRun = [];
  if (stopped !== void 0 && !stopped.isPending)
    notRun.push({
      part: "structure",
      reason: stopped.standing === void 0 ? "the applied migrations could not be replayed to the end" : "the migrations stand on a base schema that is not in Git, so they could not be replayed"
    });
  if (project.typesFiles.length === 0)
    notRun.push({ part: "types", reason: "no generated types were found" });
  else if (stopped?.isPending)
    notRun.push({ part: "types", reason: "the pending migrations could not be replayed to the end" });
  return notRun;
}

// src/commands/audit-live.ts
async function readLive(live, types, compared) {
  const postgresVersion = await live.postgresVersion();
  const catalogue = await live.catalogue();
  const built = await live.builtObjects();
  const generated = await generatedBy(live, types, compared, built);
  const own = [...new Set(built.map(({ schema }) => schema))].filter((name) => !PLATFORM_SCHEMAS.has(name));
  const { types: shapes } = own.every((schema) => compared.includes(schema)) ? generated : await generatedBy(live, types, own.sort(), built);
  return { notices: live.notices, postgresVersion, catalogue, built, generated, shapes };
}
async function generatedBy(database, { parseTypes }, schemas, built) {
  if (schemas.length === 0)
    return { types: { schemas: /* @__PURE__ */ new Map() }, generator: "", known: knownOf(built, ""), parts: [] };
  const { text, generator } = await database.generateTypes(schemas);
  return {
    types: parseTypes(text, "the generated types", true),
    generator,
    known: knownOf(built, generator),
    parts: (await database.builtParts()).filter(({ kind }) => kind === "extension")
  };
}

// src/commands/base-schema.ts
function standingOf3({ failed, missing }, failure2, built, index) {
  if (failure2.status === "left-open") return void 0;
  const needed = missing.filter(({ createdLater }) => createdLater === void 0);
  const required = needed.length > 0 ? needed.map(requiredOf) : onlyLive(failure2, heldBy(built), heldByTexts(index));
  const live = /* @__PURE__ */ new Set([
    ...built.map(({ schema, name }) => formatObjectId({ kind: "table", schema, name })),
    ...heldBy(built).map(idOf3),
    ...built.map(({ schema }) => formatObjectId({ kind: "schema", name: schema })),
    // One that a migration renamed is live under its later name.
    ...index.renames.map(({ from }) => formatObjectId(from))
  ]);
  if (failed === void 0 || !required.some(({ id }) => live.has(id))) return void 0;
  const late = missing.filter(({ createdLater }) => createdLater !== void 0);
  return {
    baseSchema: { reason: failed.message, required },
    notices: [...nowhereNotice(required.filter(({ id }) => !live.has(id))), ...late.map(lateNotice)]
  };
}
function requiredOf(missing) {
  const [{ file, line: line2, column } = { file: "", line: 1, column: 1 }] = missing.references;
  return {
    id: formatObjectId(missingSubject(missing)),
    references: missing.references.length,
    location: { file: fileOf(file), line: line2, column }
  };
}
var IS_MISSING = /^(?:relation|type|function|schema) "?([^"()]+)"?(?:\(.*\))? does not exist$/;
function onlyLive({ message, file, line: line2, column }, live, inTexts) {
  const name = IS_MISSING.exec(message)?.[1];
  const inGit = keysOf(inTexts);
  const found2 = live.find(
    (one) => (one.name === name || `${one.schema}.${one.name}` === name) && !inGit.has(keyOf2(one))
  );
  const isSchema = message.startsWith("schema ") && live.some(({ schema }) => schema === name);
  const id = isSchema && name !== void 0 ? formatObjectId({ kind: "schema", name }) : found2 && idOf3(found2);
  return id === void 0 ? [] : [{ id, references: 1, location: { file: fileOf(file), line: line2, column } }];
}
var idOf3 = (one) => formatObjectId(subjectOf(one));
function nowhereNotice(lacking) {
  if (lacking.length === 0) return [];
  const list = listedUpTo(
    10,
    lacking.map(({ id }) => named(id))
  );
  const [uses2, lacks] = lacking.length === 1 ? ["is", "lacks it"] : ["are", "lacks them"];
  const message = `${list} ${uses2} used by migrations that create nothing of the name, and the live database ${lacks} too.`;
  return [{ code: "required-nowhere", message, count: lacking.length }];
}
var lateNotice = (missing) => ({
  code: "created-too-late",
  message: `${named(formatObjectId(missingSubject(missing)))} is used before ${named(missing.createdLater?.file ?? "")} creates it: a replay stops there too.`
});

// src/commands/audit-git.ts
async function readGit2(work, live) {
  const { applied, timed } = work;
  const first = await onShadow(work, planOf(work.project, applied), async (shadow, plan) => {
    const [there, rebuilt] = await Promise.all([live, rebuild(work, shadow, plan)]);
    const postgresVersion = await shadow.postgresVersion();
    if ("failure" in rebuilt) {
      const index2 = await indexed(work, applied);
      return {
        postgresVersion,
        index: index2,
        stopped: await stopOf(work, { shadow, plan, ...rebuilt, index: index2 }, there)
      };
    }
    work.onProgress("Comparing structure");
    const structure2 = await timed(
      "structure",
      () => work.compareStructure(rebuilt.expected, there.catalogue, shadow.rehearse)
    );
    const parts = structure2.changes.length > 0 ? await shadow.builtParts() : [];
    return { postgresVersion, structure: structure2, parts, ...await builtIn(work, shadow) };
  });
  if (first.stopped !== void 0) return await byTexts(work, first);
  const { built, structure, generated, ...rest } = first;
  const index = structure.changes.length > 0 ? await indexed(work, applied) : void 0;
  const source = {
    ...rest,
    from: "replay",
    applied: heldBy(built),
    built,
    structure,
    ...index && { index }
  };
  return work.pending.length === 0 ? { ...source, all: source.applied, generated } : { ...source, ...await withPending(work, live) };
}
var everyFile = ({ project, applied, pending }) => project.migrations.filter((file) => applied.includes(file) || pending.includes(file));
async function onShadow({ source, project }, plan, use) {
  const shadow = source.open(project, plan);
  try {
    return await use(shadow, plan);
  } finally {
    await shadow.close();
  }
}
function replayed({ onProgress, timed }, shadow, plan, phase) {
  const total = plan.migrations.length;
  onProgress("Replaying migrations", 0, total);
  return timed(phase, () => shadow.replay(plan, (done) => onProgress("Replaying migrations", done, total)));
}
async function rebuild(work, shadow, plan) {
  const outcome = await replayed(work, shadow, plan, "replay");
  return outcome.status === "replayed" ? { expected: await shadow.catalogue() } : { failure: outcome };
}
async function builtIn({ types, compared, timed }, shadow) {
  const built = await shadow.builtObjects();
  return { built, generated: await timed("generate", () => generatedBy(shadow, types, compared, built)) };
}
async function withPending(work, live) {
  return await onShadow(work, planOf(work.project, everyFile(work)), async (shadow, plan) => {
    const outcome = await replayed(work, shadow, plan, "replay-pending");
    if (outcome.status === "replayed") {
      const { built, generated } = await builtIn(work, shadow);
      return { all: heldBy(built), generated };
    }
    const index = await indexed(work, plan.migrations);
    const stopped = await stopOf(work, { shadow, plan, failure: outcome, index }, await live);
    return { all: heldByTexts(index), stopped: { ...stopped, isPending: true } };
  });
}
async function stopOf(work, {
  shadow,
  plan,
  failure: failure2,
  index
}, live) {
  const { database } = work.source.engine();
  const stop = await whyStopped({ project: work.project, plan, failure: failure2, database }, () => shadow.objects());
  const standing3 = standingOf3(stop, failure2, live.built, index);
  return { ...stop, isPending: false, ...standing3 && { standing: standing3 } };
}
async function byTexts(work, { index, ...rest }) {
  const held = heldByTexts(index);
  const all = work.pending.length === 0 ? held : heldByTexts(await indexed(work, everyFile(work)));
  return { ...rest, from: "static", applied: held, all, built: [], parts: [], index };
}
var indexed = ({ timed }, migrations) => timed("index", () => indexOf({ migrations }));

// src/migrations/words.ts
var OPERATOR = /::|:=|\.\.|[-+*/<>=~!@#%^&|`?]{1,64}/y;
var MAY_END_IN_SIGN = /[~!@#%^&|`?]/;
var SIGNS_AT_END = /(?<=^.|[^-+])[-+]+$/s;
var isComment = (text, at) => text.startsWith("--", at) || text.startsWith("/*", at);
var inSmallLetters = (word) => word.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
function wordsOf2(text) {
  const words2 = [];
  for (let at = 0; at < text.length; ) {
    const behind = afterLiteral(text, at);
    if (behind > at) {
      if (!isComment(text, at)) words2.push(text.slice(at, behind));
      at = behind;
    } else if (isWordAt(text, at) && text.charAt(at) !== "\uFEFF") {
      const end = wordEnd(text, at);
      words2.push(inSmallLetters(text.slice(at, end)));
      at = end;
    } else if (isSpace(text.charAt(at)) || text.charAt(at) === "\uFEFF") at += 1;
    else {
      const operator = operatorAt(text, at);
      words2.push(operator);
      at += operator.length;
    }
  }
  return words2;
}
function wordEnd(text, start) {
  let end = start;
  while (isWordAt(text, end)) end += 1;
  return end;
}
function operatorAt(text, at) {
  OPERATOR.lastIndex = at;
  let [operator = text.charAt(at)] = OPERATOR.exec(text) ?? [];
  const comment = /--|\/\*/.exec(operator);
  if (comment) operator = operator.slice(0, comment.index);
  return MAY_END_IN_SIGN.test(operator) ? operator : operator.replace(SIGNS_AT_END, "");
}

// src/migrations/same-meaning.ts
async function firstDifference(file, recorded) {
  const sql = withPlainLineEnds(file);
  const whole2 = splitStatements(sql);
  if (whole2.length === recorded.length && whole2.every(({ text }, index) => text === recorded[index]))
    return void 0;
  const expected = pieces(sql);
  const actual = pieces(withPlainLineEnds(joined(recorded)));
  for (let index = 0; index < Math.max(expected.length, actual.length); index++) {
    const [ours2, theirs] = [expected[index], actual[index]];
    if (ours2 && theirs && (ours2.words === theirs.words || await isSame(ours2, theirs))) continue;
    return {
      ...ours2 && { expected: { text: ours2.text, ...locator(sql)(ours2.start) } },
      ...theirs && { actual: theirs.text }
    };
  }
  return void 0;
}
var joined = (statements) => statements.join("\n;\n");
var statementWords = (sql) => pieces(withPlainLineEnds(sql)).map(({ words: words2 }) => words2).join("\0;\0");
var pieces = (sql) => splitStatements(sql).flatMap(({ text, start }) => {
  const words2 = wordsOf2(text);
  const at = firstWord(text);
  return words2.length === 0 ? [] : [{ text: text.slice(at), start: start + at, words: words2.join("\0") }];
});
var isSame = async (a, b) => await meaning(a) === await meaning(b);
async function meaning({ text, words: words2 }) {
  const { statements, refused } = await parseMigration(text);
  return refused.length > 0 ? words2 : statements.map(({ node }) => treeOf(node)).join("\0");
}
var FREE_LANGUAGES = /* @__PURE__ */ new Set(["sql", "plpgsql"]);
function treeOf(node) {
  const body2 = bodyOf(node);
  if (!body2 || !FREE_LANGUAGES.has(body2.language)) return JSON.stringify(node, withoutPlaces);
  const all = wordsOf2(body2.text);
  const words2 = all.slice(0, all.findLastIndex((word) => word !== ";") + 1).join("\0");
  return JSON.stringify(node, (key, value) => value === body2.text ? words2 : withoutPlaces(key, value));
}
var PLACES = /location$|^(?:stmt_len|(?:rexpr_)?list_(?:start|end))$/;
var withoutPlaces = (key, value) => typeof value === "number" && PLACES.test(key) ? void 0 : value;

// src/commands/history-words.ts
var SHOWN = 2e3;
var shortened3 = (text) => text.length > SHOWN ? `${text.slice(0, SHOWN)}\u2026` : text;
var facts = (ruleId, version) => ({ ruleId, subject: { kind: "migration", name: version }, salient: [version] });
var placeOf2 = ({ file }, place = { line: 1, column: 1 }) => ({
  file: fileOf(file),
  line: place.line,
  column: place.column
});
function unknownFinding({ version, name, statements = [] }, { twin, squashed }) {
  const called = name ? ` (${named(name)})` : "";
  const told2 = `Version ${named(version)}${called} is applied to the live database, and no file has it`;
  const pasted = /^\w+$/.test(version) ? version : "VERSION";
  const reverted = repairHistory("reverted", pasted);
  if (!twin)
    return makeFinding({
      ...facts("unknown-version", version),
      message: `${told2}.`,
      ...squashed && version < squashed.version && {
        remedy: `If it was squashed into ${named(squashed.file)}, run ${reverted}; else bring the file back.`
      },
      ...statements.length > 0 && { actual: shortened3(statements.join(";\n")) }
    });
  const right = twin.file.replace(/^[0-9]+/, () => version);
  return makeFinding({
    ...facts("unknown-version", version),
    location: placeOf2(twin),
    message: `${told2}; ${named(fileOf(twin.file))} has the same statements.`,
    remedy: `Rename the file to ${named(right)}; or run ${reverted} and ${repairHistory("applied", twin.version)}.`
  });
}
function editedFinding(file, { expected, actual }, isSquashed) {
  const told2 = `${named(fileOf(file.file))} was edited after it was applied`;
  const line2 = `the statement on line ${expected?.line}`;
  const ran = actual === void 0 ? "never ran" : "is not the one that ran";
  return makeFinding({
    ...facts("edited-version", file.version),
    // Who accepts one edit does not accept the next.
    salient: [file.version, statementWords(file.sql)],
    location: placeOf2(file, expected),
    message: `${told2}: ${expected ? `${line2} ${ran}` : "a statement that ran is gone from its end"}.`,
    ...isSquashed && {
      remedy: `If older versions were squashed into it, run ${repairHistory("applied", file.version)}; else restore the file as it was applied.`
    },
    ...expected && { expected: shortened3(expected.text) },
    ...actual !== void 0 && { actual: shortened3(actual) }
  });
}
var outOfOrderFinding = (file, newest) => makeFinding({
  ...facts("out-of-order-version", file.version),
  location: placeOf2(file),
  message: `${named(fileOf(file.file))} is not applied to the live database, and is older than ${named(newest.file)}, which is: \`supabase db push\` refuses it.`
});
function historyNotices({ isRecorded, pending }, unjudged) {
  const notices2 = [];
  if (!isRecorded)
    notices2.push({
      code: "no-history",
      message: "The live database has no migration history (`supabase_migrations.schema_migrations`): every migration counts as applied."
    });
  if (pending.length > 0)
    notices2.push({
      code: "pending-migrations",
      message: `Not applied to the live database yet, so not compared with it: ${namedList(pending)}.`,
      count: pending.length
    });
  if (unjudged > 0)
    notices2.push({
      code: "history-without-statements",
      message: `The history has no statements of ${unjudged} applied ${unjudged === 1 ? "migration" : "migrations"}, as old releases of the CLI wrote it: whether a file was edited since can't be told.`,
      count: unjudged
    });
  return notices2;
}

// src/commands/history.ts
async function historyOf(recorded, migrations, duplicates) {
  const files = onePerVersion(migrations, recorded ?? []);
  const rows = recorded ?? files.map(({ version }) => ({ version }));
  const { matches, unknown, absent } = paired(rows, files);
  const twins = twinsOf(unknown, absent);
  const edited = await editedFiles(matches);
  const newest = matches.at(-1)?.file;
  const moved = new Set(twins.values());
  const pending = absent.filter((file) => !moved.has(file));
  const squashed = squashedInto(files[0], unknown, edited);
  const late = pending.filter(({ version }) => newest !== void 0 && byText(version, newest.version) < 0);
  const history = {
    isRecorded: recorded !== void 0,
    applied: files.length - pending.length,
    pending: versionsOf(pending),
    unknown: versionsOf(unknown),
    edited: versionsOf(edited.map(({ file }) => file)),
    outOfOrder: versionsOf(late)
  };
  const unjudged = recorded ? matches.filter(({ row: row2 }) => row2.statements === void 0).length : 0;
  return {
    history,
    applied: files.filter((file) => !pending.includes(file)),
    pending,
    findings: [
      ...duplicateFindings(duplicates),
      ...unknown.map((row2) => unknownFinding(row2, { twin: twins.get(row2), squashed })),
      ...edited.map(({ file, difference }) => editedFinding(file, difference, file === squashed)),
      ...late.flatMap((file) => newest ? [outOfOrderFinding(file, newest)] : [])
    ],
    notices: historyNotices(history, unjudged)
  };
}
var versionsOf = (all) => all.map(({ version }) => version);
function paired(rows, files) {
  const byVersion = new Map(files.map((file) => [file.version, file]));
  const recorded = new Set(versionsOf(rows));
  const inOrder2 = [...rows].sort((a, b) => byText(a.version, b.version));
  return {
    matches: inOrder2.flatMap((row2) => {
      const file = byVersion.get(row2.version);
      return file ? [{ row: row2, file }] : [];
    }),
    unknown: inOrder2.filter(({ version }) => !byVersion.has(version)),
    absent: files.filter(({ version }) => !recorded.has(version))
  };
}
function onePerVersion(migrations, recorded) {
  const names = new Map(recorded.map(({ version, name }) => [version, name]));
  const chosen = /* @__PURE__ */ new Map();
  for (const file of migrations)
    if (!chosen.has(file.version) || names.get(file.version) === file.name) chosen.set(file.version, file);
  return migrations.filter((file) => chosen.get(file.version) === file);
}
function twinsOf(unknown, absent) {
  if (unknown.length === 0) return /* @__PURE__ */ new Map();
  const byWords = new Map(absent.map((file) => [statementWords(file.sql), file]));
  byWords.delete("");
  const twins = /* @__PURE__ */ new Map();
  for (const row2 of unknown) {
    const words2 = statementWords(joined(row2.statements ?? []));
    const file = byWords.get(words2);
    if (file) twins.set(row2, file);
    byWords.delete(words2);
  }
  return twins;
}
async function editedFiles(matches) {
  const edited = [];
  for (const match of matches) {
    const { statements } = match.row;
    const difference = statements && await firstDifference(match.file.sql, statements);
    if (difference) edited.push({ ...match, difference });
  }
  return edited;
}
function squashedInto(oldest, unknown, edited) {
  const isEdited = edited.some(({ file }) => file === oldest);
  const hasOlder = unknown.some(({ version }) => oldest !== void 0 && version < oldest.version);
  return isEdited && hasOlder ? oldest : void 0;
}

// src/commands/audit-sources.ts
async function readSources(given, named2, ports, timed) {
  const { onProgress } = ports;
  onProgress("Connecting to the live database");
  const live = await timed("connect", ports.openLive);
  const close = once(() => live.close());
  try {
    const recorded = await live.history();
    const history = await historyOf(recorded, given.migrations, given.duplicates);
    const types = await timed("load", () => import("./comparison-OBLQ6EV7.js"));
    const project = withoutOthers(given, types);
    const committed = committedIn(project, types);
    const choice = choiceOf(project, named2);
    const compared = schemasOf2(committed, choice, types);
    onProgress("Reading the live database");
    const reading = timed("live", () => readLive(live, types, compared)).finally(close);
    const work = { ...ports, ...history, project, types, compared, timed };
    const [there, git] = await Promise.all([reading, readGit2(work, reading)]);
    refuseUnknown(named2, committed, there, git);
    return { project, types, committed, choice, history, live: there, git, held: heldIn(there, git, named2) };
  } finally {
    await close();
  }
}
function once(close) {
  let closing2;
  return () => {
    closing2 ??= close();
    return closing2;
  };
}
var schemasOf2 = (committed, choice, { schemasToGenerate }) => [
  .../* @__PURE__ */ new Set([...choice.named, ...committed.flatMap(({ types }) => schemasToGenerate(types, choice))])
].sort();
function refuseUnknown(names, committed, live, git) {
  const sides = [...committed.map(({ types }) => types), live.generated.types, git.generated?.types];
  const held = [...live.built, ...git.applied, ...git.all];
  const unknown = names.filter(
    (name) => !sides.some((side) => side?.schemas.has(name)) && !held.some(({ schema }) => schema === name)
  );
  if (unknown.length === 0) return;
  throw new UsageError({
    message: `${unknown.length === 1 ? "Schema" : "Schemas"} ${unknown.map(named).join(", ")}, named with --schema, ${unknown.length === 1 ? "is" : "are"} neither in the live database nor in the migrations nor in the committed types.`,
    remedy: "Correct --schema, or leave it out."
  });
}
function heldIn(live, git, named2) {
  const looked = (held) => held.filter(({ schema }) => named2.length === 0 || named2.includes(schema));
  return { live: looked(heldBy(live.built)), applied: looked(git.applied), all: looked(git.all) };
}

// src/commands/audit-types-words.ts
var IN_LIVE2 = "in the live database";
var IN_BOTH = "in the live database and in the one that the migrations build";
var GENERATE_OF_LIVE = "Generate the types again of the live database with `supabase gen types`, and commit them.";
function misfitFinding(misfit, changes, types) {
  const { subject, isInGit, isReplayed } = misfit;
  const print = (change2) => types.findingOf(change2).fingerprint;
  const inLive = new Set(changes.live.map(print));
  const inGit = new Set(changes.git.map(print));
  const isMendedByFix = isReplayed && (isInGit || !misfit.isInLive);
  const sentences = [
    ...changes.live.map((one) => types.sentenceOf(one, inGit.has(print(one)) ? IN_BOTH : IN_LIVE2)),
    ...changes.git.filter((one) => !inLive.has(print(one))).map((one) => types.sentenceOf(one, types.IN_DATABASE))
  ];
  const moved = changes.live.find(types.isMove);
  const [first = ""] = sentences;
  return makeFinding({
    ruleId: "types-out-of-date",
    ...moved ? { subject: moved.object, message: first, details: types.wordsOfMove(moved) } : { subject, message: `${sentenceOf3(misfit)}.`, details: sentences },
    ...isMendedByFix ? {} : { remedy: GENERATE_OF_LIVE },
    salient: [...[...inLive].sort(), "|", ...[...inGit].sort()]
  });
}
function sentenceOf3({ subject, isInTypes, isInLive, isInGit, isReplayed }) {
  const text = subject.kind === "function" ? owningObject(subject) : formatObjectId(subject);
  const object = `${subject.kind.replaceAll("-", " ")} ${named(text)}`;
  if (!isInTypes) return `${object} is ${IN_LIVE2} and in the migrations, but not in the committed types`;
  if (!isInLive && !isInGit)
    return `${object} is in the committed types, but neither ${IN_LIVE2} nor in the migrations`;
  return isReplayed ? `the committed types of ${object} fit neither the live database nor the migrations` : `the committed types of ${object} do not fit the live database`;
}

// src/commands/audit-types.ts
function compareWithBoth(work) {
  const { project, committed } = work;
  const compared = committed.map((one) => ({ ...one, ...compareFile(work, one) }));
  if (mustChoose(project)) {
    const inSync2 = compared.filter(({ findings: findings2 }) => findings2.length === 0).map(({ file }) => file);
    if (inSync2.length < compared.length) throw whichTypes(project.typesFiles, inSync2);
  }
  const findings = compared.flatMap(
    (one) => committed.length < 2 ? one.findings : one.findings.map((finding) => saidIn(finding, one.file.path))
  );
  const schemas = [...new Set(compared.flatMap((one) => one.schemas))].sort();
  return {
    findings: [...new Map(findings.map((finding) => [finding.fingerprint, finding])).values()],
    notices: compared.flatMap(({ notices: notices2 }) => notices2),
    foundIn: filesByFinding(compared),
    schemas,
    only: onlyInTypes(work, schemas),
    have: (object) => haveOf(work, schemas, object)
  };
}
var saidIn = (finding, path) => ({
  ...finding,
  details: [...finding.details ?? [], `in ${path}`]
});
function compareFile(work, { file, types: own }) {
  const { types, live, git, choice } = work;
  const compare = (side, other) => {
    const there = withEmpty(side.types, other?.types, choice.named);
    const { changes, ...told2 } = types.compareTypes(own, there, choice, side.known);
    return { ...told2, changes: types.withMoves(changes, side.extensions ?? [], own) };
  };
  const toLive = compare(live.generated, git.generated);
  const toGit = git.generated && compare(git.generated, live.generated);
  const [fromLive, fromGit] = [differences2(toLive.changes), toGit && differences2(toGit.changes)];
  const places = new Map(
    types.withPlaces(file, [...fromLive.changes, ...fromGit?.changes ?? []]).map(({ change: change2, place }) => [change2, place])
  );
  const keys = [.../* @__PURE__ */ new Set([...fromLive.of.keys(), ...fromGit?.of.keys() ?? []])];
  const misfits = keys.filter(
    (key) => differs(fromLive, key) && (fromGit ? differs(fromGit, key) : isMisfitByTexts(work, own, key))
  );
  return {
    findings: misfits.map((key) => {
      const both = { live: fromLive.of.get(key) ?? [], git: fromGit?.of.get(key) ?? [] };
      const [first] = [...both.live, ...both.git];
      const place = first && places.get(first);
      const finding = misfitFinding(misfitOf(work, own, key), both, types);
      return { ...finding, ...place && { typesLocation: place } };
    }),
    schemas: [.../* @__PURE__ */ new Set([...toLive.schemas, ...toGit?.schemas ?? []])],
    notices: [...toLive.notices, ...toGit?.notices ?? []]
  };
}
function withEmpty(side, other, names) {
  const schemas = new Map(side.schemas);
  for (const name of names) {
    const there = other?.schemas.get(name);
    if (there && !schemas.has(name)) schemas.set(name, emptied(there));
  }
  return { schemas };
}
var emptied = ({ generator }) => ({
  generator,
  relations: /* @__PURE__ */ new Map(),
  functions: /* @__PURE__ */ new Map(),
  enums: /* @__PURE__ */ new Map(),
  compositeTypes: /* @__PURE__ */ new Map()
});
var differences2 = (changes) => ({
  changes,
  of: groupBy(changes, ({ object }) => keyOfObject(ownerOf(object) ?? object))
});
function keyOfObject(object) {
  const schema = "schema" in object ? object.schema : "";
  switch (object.kind) {
    case "table":
    case "view":
    case "materialized-view":
    case "function":
    case "enum":
      return keyOf2({ kind: object.kind, schema, name: object.name });
    default:
      return JSON.stringify([object.kind, schema, object.name]);
  }
}
function partsOfKey(key) {
  const [kind, schema, name] = JSON.parse(key);
  return { kind: kind ?? "", schema: schema ?? "", name: name ?? "" };
}
var differs = ({ of }, key) => of.has(key) || of.has(JSON.stringify(["schema", "", partsOfKey(key).schema]));
function isMisfitByTexts({ live, git }, own, key) {
  const { kind, schema, name } = partsOfKey(key);
  if (kind === "extension") return true;
  const inGit = kind === "schema" ? git.all.some((one) => one.schema === name) : keysOf(git.all).has(key);
  const inLive = kind === "schema" ? live.built.some((one) => one.schema === name) : sideHas(live.generated.types, { kind, schema, name });
  return inGit && inLive || inGit !== sideHas(own, { kind, schema, name });
}
function sideHas({ schemas }, { kind, schema, name }) {
  const there = schemas.get(kind === "schema" ? name : schema);
  switch (kind) {
    case "schema":
      return there !== void 0;
    case "function":
      return there?.functions.has(name) ?? false;
    case "enum":
      return there?.enums.has(name) ?? false;
    case "composite-type":
      return there?.compositeTypes.has(name) ?? false;
    default:
      return there?.relations.has(name) ?? false;
  }
}
function misfitOf({ live, git }, own, key) {
  const object = partsOfKey(key);
  const inTexts = keysOf(git.all).has(key);
  const sides = [own, live.generated.types, ...git.generated ? [git.generated.types] : []];
  const isView = sides.some(
    ({ schemas }) => schemas.get(object.schema)?.relations.get(object.name)?.kind === "view"
  );
  return {
    subject: subjectOf2(object, isView),
    isInTypes: sideHas(own, object),
    isInLive: sideHas(live.generated.types, object),
    isInGit: git.generated ? sideHas(git.generated.types, object) : inTexts,
    isReplayed: git.generated !== void 0
  };
}
function subjectOf2({ kind, schema, name }, isView) {
  switch (kind) {
    case "schema":
      return { kind, name };
    case "function":
      return { kind, schema, name, args: [] };
    case "enum":
    case "composite-type":
      return { kind, schema, name };
    default:
      return { kind: isView ? "view" : "table", schema, name };
  }
}
function onlyInTypes({ committed, live, git }, schemas) {
  const known = keysOf([...heldBy(live.built), ...git.applied, ...git.all]);
  const isShown = (one) => sideHas(live.generated.types, one) || git.generated !== void 0 && sideHas(git.generated.types, one);
  return committed.flatMap(({ types }) => [...types.schemas]).filter(([schema]) => schemas.includes(schema)).flatMap(([schema, { relations, functions, enums }]) => [
    ...[...relations].map(([name, { kind }]) => ({ kind, schema, name })),
    ...[...functions.keys()].map((name) => ({ kind: "function", schema, name })),
    ...[...enums.keys()].map((name) => ({ kind: "enum", schema, name }))
  ]).filter((one) => !known.has(keyOf2(one)) && !isShown(one));
}
function haveOf({ committed, live, git }, schemas, object) {
  if (!schemas.includes(object.schema)) return void 0;
  if (committed.some(({ types }) => sideHas(types, object))) return true;
  const isShown = sideHas(live.generated.types, object) || git.generated !== void 0 && sideHas(git.generated.types, object);
  return object.kind === "function" && !isShown ? void 0 : false;
}

// src/commands/audit.ts
async function audit(options, ports) {
  const { reportWith, baseline } = await auditFound(options, ports);
  return { report: reportWith(baseline) };
}
async function auditFound(options, ports) {
  const started = ports.now();
  const { project, baseline, discover } = readProject(ports);
  const timed = stopwatch(ports.now);
  const sources = await readSources(project, options.schema, ports, timed);
  ports.onProgress("Comparing types");
  const types = await timed("types", () => typesAnswer(sources));
  const plain2 = auditReport(sources, types, options, ports);
  const timings = { discover, ...timed.all, total: Math.round(ports.now() - started) };
  const files = ports.filesOf(project);
  const judge = {
    today: ports.today(),
    isAudit: true,
    isLookedAt: (entry) => isLookedAt2(entry, { ...sources, types, files, named: options.schema }),
    foundIn: types.foundIn,
    files,
    // What is accepted is as much a part of the picture of what Git lacks.
    diagramOf: () => plain2.diagram,
    repeat: options.repeat + options.repeatLive
  };
  const reportWith = (held) => finished(withBaseline({ ...plain2, timings }, held, judge), sources);
  return { project: sources.project, files, baseline, judge, findings: plain2.findings, reportWith };
}
async function typesAnswer(sources) {
  const { committed, live, git, project } = sources;
  if (committed.length === 0 || git.stopped?.isPending === true)
    return { findings: [], notices: [], foundIn: /* @__PURE__ */ new Map(), schemas: [], only: [], have: () => void 0 };
  const answer = compareWithBoth(sources);
  if (answer.findings.length === 0) return answer;
  const index = await indexOf(planOf(project, project.migrations));
  const told2 = async (side) => {
    const { generated, built } = side;
    if (generated === void 0) return side;
    const known = await withVersions(generated.known, built, index);
    return {
      ...side,
      generated: { ...generated, known, extensions: await extensionsIn(index, generated.parts) }
    };
  };
  return compareWithBoth({ ...sources, live: await told2(live), git: await told2(git) });
}

// src/commands/accept.ts
async function accept(options, ports) {
  const acceptance = options.prune ? void 0 : acceptanceOf(options, ports.today());
  const isAudit = options.liveUrl !== void 0;
  const found2 = isAudit ? await auditFound(options, ports) : await checkFound(options, ports);
  const { baseline, judge, project, files } = found2;
  const applied = applyBy(judge, found2.findings, baseline);
  const next = acceptance === void 0 ? withoutStale(baseline, applied) : withAccepted(baseline, chosenOf(applied, options.object), (finding) => ({
    ...acceptance,
    ...options.types.length > 0 && judge.foundIn.has(finding.fingerprint) && { types: pathsOf(project.typesFiles) }
  }));
  const reportWith = (written3) => ({ ...found2.reportWith(written3), command: "accept" });
  if (next.count === 0) {
    const report = reportWith(baseline);
    return { ...report, notices: [nothingWritten(options, baseline), ...report.notices] };
  }
  const written2 = await baselineWith(next.entries, project, files);
  await files.replaceText(baseline.path, written2.after);
  return { ...reportWith(written2.baseline), done: deed2(options, next.count, baseline) };
}
async function checkFound(options, ports) {
  const { scope, baseline } = await readAndCompare(options, ports);
  const { project, comparison: comparison2, files } = scope;
  if (comparison2.generated === void 0) throw nothingCompared();
  const judge = judgeOf(scope, options.repeat);
  const reportWith = (held) => withBaseline(reportOf("accept", scope, options.repeat), held, judge);
  return { project, files, baseline, judge, findings: comparison2.findings, reportWith };
}
function acceptanceOf({ reason, owner, expires }, today) {
  if (reason === void 0) {
    throw new UsageError({
      message: "`--reason` is missing.",
      remedy: "Say in a sentence why it is accepted, or give `--prune` to remove what is gone."
    });
  }
  if (expires !== void 0 && expires < today) {
    throw new UsageError({
      message: `\`--expires\` is ${expires}, which has passed: today is ${today} (UTC).`,
      remedy: "Give today or a later day, or leave `--expires` out."
    });
  }
  return {
    reason,
    ...owner !== void 0 && { owner },
    date: today,
    ...expires !== void 0 && { expires }
  };
}
var nothingCompared = () => new UsageError({
  message: "The migrations can not be replayed to their end, so nothing was compared, and the baseline was not written.",
  remedy: "Mend first what `drift-gate check` names: a baseline that accepted it would hide all that lies behind it."
});
function withoutStale({ entries }, { stale }) {
  return { entries: entries.filter((entry) => !stale.includes(entry)), count: stale.length };
}
function withAccepted({ entries }, findings, acceptanceOfOne) {
  const known = new Map(entries.map((entry) => [entry.fingerprint, entry.types]));
  const added = new Map(
    findings.map((finding) => {
      const { id, ruleId, fingerprint } = finding;
      const acceptance = acceptanceOfOne(finding);
      const before = known.get(fingerprint) ?? [];
      const types = acceptance.types && [.../* @__PURE__ */ new Set([...acceptance.types, ...before])].sort();
      const entry = { ...acceptance, ...types && { types }, object: id, rule: ruleId, fingerprint };
      return [fingerprint, entry];
    })
  );
  const kept = entries.filter(({ fingerprint }) => !added.has(fingerprint));
  return { entries: [...kept, ...added.values()], count: added.size };
}
function chosenOf({ active, accepted: accepted2 }, patterns) {
  for (const pattern of patterns)
    if (![...active, ...accepted2].some((finding) => fits2(finding, pattern))) throw fitsNothing(pattern);
  return active.filter(
    (finding) => isAcceptable(finding.ruleId) && (patterns.length === 0 || patterns.some((pattern) => fits2(finding, pattern)))
  );
}
function fits2({ id, subject }, pattern) {
  return [id, owningObject(subject)].some((text) => isLike(text, pattern) || isLike(visible(text), pattern));
}
function isLike(text, pattern) {
  const [first = "", ...others] = pattern.split("*");
  const last = others.pop();
  if (last === void 0) return text === pattern;
  if (!text.startsWith(first)) return false;
  let from = first.length;
  for (const part of others) {
    const at = text.indexOf(part, from);
    if (at === -1) return false;
    from = at + part.length;
  }
  return text.length - last.length >= from && text.endsWith(last);
}
var fitsNothing = (pattern) => new UsageError({
  message: `\`--object\` ${named(pattern)} fits nothing that was found.`,
  remedy: "Write objects as the report of `drift-gate check` or `drift-gate audit` does, `*` for any characters."
});
function nothingWritten({ prune }, { path }) {
  const why = prune ? `No entry of ${named(path)} is stale` : "There is nothing new to accept";
  return {
    code: "baseline",
    message: `${why}, so ${prune ? "nothing" : named(path)} was ${prune ? "" : "not "}written.`
  };
}
var deed2 = ({ prune }, count, { path }) => prune ? { kind: "pruned", sentences: [removedFrom(path, count, "stale ")] } : {
  kind: "accepted",
  sentences: [`${count === 1 ? "1 change" : `${count} changes`} in ${named(path)}; commit the file.`]
};

// src/commands/disagreement.ts
function differencesOf(embedded, localStack) {
  const missingIn2 = (others) => {
    const known = new Set(others.map(identityOf));
    return (finding) => !known.has(identityOf(finding));
  };
  return {
    embedded: embedded.filter(missingIn2(localStack)),
    localStack: localStack.filter(missingIn2(embedded))
  };
}
var isNone = ({ embedded, localStack }) => embedded.length + localStack.length === 0;
var identityOf = ({ ruleId, id, location, fingerprint }) => ruleId === "replay-failed" ? `${ruleId} ${id} ${location?.line}` : fingerprint;
var MOST_OBJECTS2 = 5;
function disagreement(first, second, { embedded, localStack }) {
  const sides = [
    ...embedded.length > 0 ? [`only the embedded one${serverOf(first)} reports ${objectsOf2(embedded)}`] : [],
    ...localStack.length > 0 ? [`only the local stack${serverOf(second)} reports ${objectsOf2(localStack)}`] : []
  ];
  return {
    code: "databases-disagree",
    message: `The databases disagree, for ${sides.join(", and ")}: the answer of the local stack holds, and ${whoseFault(first, second)}, so please report it with the JSON report.`
  };
}
var whoseFault = (first, second) => majorOf(first) === majorOf(second) ? "the difference is a fault of Drift Gate" : "unless it is one of PostgreSQL itself, the difference is a fault of Drift Gate";
var majorOf = ({ postgresVersion }) => postgresVersion?.split(".")[0];
var answeredInstead = ({ message }) => ({
  code: "answered-by-local-stack",
  message: `${message.replace(/\.$/, "")}, so the answer is that of the local stack.`
});
var serverOf = ({ postgresVersion }) => postgresVersion === void 0 ? "" : ` (PostgreSQL ${postgresVersion})`;
var objectsOf2 = (findings) => listedUpTo(MOST_OBJECTS2, [...new Set(findings.map(({ id }) => named(id)))]);

// src/commands/confirm.ts
async function confirmedCheck(options, ports) {
  const read = readProject(ports);
  const first = await triedOn(ports, read, options);
  if (!isToConfirm(first, options)) return reported(first, options, ports);
  ports.onProgress("Confirming on the local stack");
  const second = await triedOn({ ...ports, source: await ports.localStack() }, read, options);
  return second.error === void 0 ? byLocalStack(first, second, options, ports) : unconfirmed(first, second, options, ports);
}
async function triedOn(ports, read, options) {
  const started = ports.now();
  const took = () => Math.round(ports.now() - started);
  try {
    return { ...await compareRead(read, options, ports), took: took() };
  } catch (error) {
    if (!isKnownError(error)) throw error;
    return { error, took: took() };
  }
}
function isToConfirm(first, options) {
  if (first.error !== void 0) return first.error instanceof EnvironmentError;
  return isFailing(withLevel(verdictOf3(first, options.repeat), options.failOn));
}
async function reported(first, options, ports) {
  if (first.error !== void 0) return { report: ports.failedReport(first.error) };
  return await withPatch(verdictOf3(first, options.repeat), first, options);
}
async function unconfirmed(first, { error, took }, options, ports) {
  const { report, ...rest } = await reported(first, options, ports);
  const reason = visible(error.message.replace(/\.$/, ""));
  const confirmation = { ...confirmationOf(report), status: "could-not-confirm", reason };
  const notRun = [...report.notRun, { part: "confirmation", reason }];
  const { total = first.took, ...phases2 } = report.timings;
  const timings = { ...phases2, confirmation: took, total: total + took };
  return { ...rest, report: { ...report, confirmation, notRun, timings } };
}
async function byLocalStack(first, second, options, ports) {
  const { report: before } = await reported(first, { ...options, wantsPatch: false }, ports);
  const after = withFirstTiming(verdictOf3(second, options.repeatOnStack), first);
  if (first.error !== void 0) {
    const confirmation2 = { ...confirmationOf(before), status: "answered" };
    const notices3 = [answeredInstead(first.error), ...after.notices];
    return await withPatch({ ...after, confirmation: confirmation2, notices: notices3 }, second, options);
  }
  const differences3 = differencesOf(first.scope.comparison.findings, second.scope.comparison.findings);
  if (isNone(differences3)) {
    const { repair: repair2 } = before;
    const confirmation2 = { ...confirmationOf(before), status: "agreed" };
    return await withPatch({ ...after, ...repair2 && { repair: repair2 }, confirmation: confirmation2 }, second, options);
  }
  const confirmation = { ...confirmationOf(before), status: "disagreed", differences: differences3 };
  const notices2 = [disagreement(before.engine, after.engine, differences3), ...after.notices];
  return await withPatch({ ...after, confirmation, notices: notices2 }, second, options);
}
var confirmationOf = ({
  status,
  engine,
  findings,
  failure: failure2
}) => ({
  by: "local-stack",
  first: { status, engine, findings: findings.length, ...failure2 && { failure: failure2 } }
});
function withFirstTiming(report, { took }) {
  const { discover = 0, total = 0, ...phases2 } = report.timings;
  return { ...report, timings: { discover, embedded: took, ...phases2, total: took + total } };
}

// src/commands/fix.ts
async function fix(options, ports) {
  const compared = await readAndCompare(options, ports);
  const { scope, baseline } = compared;
  const { comparison: comparison2, files } = scope;
  const report = reportOf("fix", scope, options.repeat);
  const judge = judgeOf(scope, options.repeat);
  const { generated } = comparison2;
  if (generated === void 0) return { report: withBaseline(report, baseline, judge), patch: "" };
  const repair2 = await repairOf(compared, generated, options.repeat);
  if (options.dryRun)
    return { report: withBaseline(report, baseline, judge), patch: await patchOf(repair2.edits) };
  for (const { path, after } of repair2.edits) await files.replaceText(path, after);
  return { report: withBaseline(repaired(report, repair2), repair2.baseline, judge) };
}
function repaired(report, { edits, fixed, baseline }) {
  const { repair: _, diagram: __, ...rest } = report;
  const findings = report.findings.filter(isLeft);
  const status = findings.length === 0 ? "in-sync" : "drifted";
  const sentences = edits.map(
    ({ path, changes }) => path === baseline.path ? removedFrom(path, fixed) : `Wrote ${named(path)}: ${changes} ${changes === 1 ? "change" : "changes"}.`
  );
  return { ...rest, status, findings, ...edits.length > 0 && { done: { kind: "fixed", sentences } } };
}

// src/files/commit.ts
import { resolve as resolve2 } from "node:path";
var ABBREVIATED = 7;
function commitOf(directory) {
  const found2 = gitFolders(enclosingRoot(resolve2(directory)));
  if (found2 === void 0) return void 0;
  const { git, common } = found2;
  const head = readGit(git, "HEAD").toString().trim();
  const ref = /^ref: (refs\/\S+)$/.exec(head)?.[1];
  const id = ref === void 0 ? head : readGit(common, ref).toString().trim() || packed(common, ref);
  return /^[0-9a-f]{40,64}$/.test(id) ? id.slice(0, ABBREVIATED) : void 0;
}
function packed(common, ref) {
  const lines2 = readGit(common, "packed-refs").toString().split("\n");
  return lines2.find((line2) => line2.endsWith(` ${ref}`))?.split(" ", 1)[0] ?? "";
}

// src/files/inventory.ts
import { dirname as dirname3, resolve as resolve3 } from "node:path";

// src/report/inventory-history.ts
var CHANGE = String.raw`(?: \([+-][\d.]+\))?`;
var LINE2 = new RegExp(
  [
    String.raw`^[-*] (?<date>\d{4}-\d\d-\d\d): (?<verdict>No drift|Drift detected) \((?<drift>\d{1,7}) findings?(?:, [+-]\d+)?\): `,
    String.raw`(?<live>\d{1,7}) tables? live${CHANGE}, (?<git>\d{1,7}) in Git${CHANGE}, (?<types>\d{1,7}) in the types${CHANGE}, `,
    String.raw`(?<coverage>\d{1,3}(?:\.\d)?) % covered${CHANGE}\.`,
    String.raw`(?: First audit\.| Same counts as before\.)?(?: Commit (?<commit>[0-9a-f]{4,40})\.)?(?: .*)?$`
  ].join("")
);
function readLine(line2) {
  const { date = "", verdict, commit, ...numbers2 } = LINE2.exec(line2)?.groups ?? {};
  const { drift, live, git, types, coverage } = Object.fromEntries(
    Object.entries(numbers2).map(([name, digits]) => [name, Number(digits)])
  );
  if (!isDay(date) || live === void 0 || git === void 0 || types === void 0) return void 0;
  if (coverage === void 0 || coverage > 100 || drift === void 0) return void 0;
  if (drift === 0 !== (verdict === "No drift")) return void 0;
  return { date, live, git, types, coverage, drift, ...commit !== void 0 && { commit } };
}
var auditsOf = (lines2) => lines2.flatMap((line2) => readLine(line2.trimEnd()) ?? []).sort((a, b) => Date.parse(a.date) - Date.parse(b.date));
var COUNTED2 = ["drift", "live", "git", "types", "coverage"];
var isSameState = (one, other) => one?.date === other.date && hasSameCounts(one, other);
var hasSameCounts = (one, other) => COUNTED2.every((key) => one[key] === other[key]);
function lineOf(point, before) {
  const change2 = (key) => {
    const by = before === void 0 ? 0 : Math.round((point[key] - before[key]) * 10) / 10;
    return by === 0 ? "" : by > 0 ? `+${by}` : `${by}`;
  };
  const changed = (key) => change2(key) && ` (${change2(key)})`;
  const { date, drift, live, git, types, coverage, commit } = point;
  const findings = [counted(drift, "finding"), ...change2("drift") ? [change2("drift")] : []].join(", ");
  const counts = [
    `${counted(live, "table")} live${changed("live")}`,
    `${git} in Git${changed("git")}`,
    `${types} in the types${changed("types")}`,
    `${coverage} % covered${changed("coverage")}`
  ];
  const since = before === void 0 ? " First audit." : hasSameCounts(before, point) ? " Same counts as before." : "";
  const at = commit === void 0 ? "" : ` Commit ${commit}.`;
  return `- ${date}: ${drift === 0 ? "No drift" : "Drift detected"} (${findings}): ${counts.join(", ")}.${since}${at}`;
}
function withAudit(lines2, point) {
  const kept = withoutDrawing(lines2);
  const next = [...kept, lineOf(point, auditsOf(kept).at(-1))];
  const drawn2 = drawing(auditsOf(next));
  return drawn2.length === 0 ? next : [...fenced(drawn2, "mermaid"), "", ...next];
}
function withoutDrawing(lines2) {
  const from = lines2.findIndex(
    (line2, index) => /^ *```+ *mermaid/.test(line2) && /xychart/.test(lines2.slice(index + 1, index + 3).join("\n"))
  );
  const length = lines2.slice(from + 1).findIndex((line2) => /^ *```+ *$/.test(line2)) + 2;
  if (from === -1 || length === 1) return [...lines2];
  const rest = lines2.slice(from + length);
  return [
    ...lines2.slice(0, from),
    ...rest.slice(
      Math.max(
        0,
        rest.findIndex((line2) => line2.trim() !== "")
      )
    )
  ];
}
var MOST_POINTS = 10;
var LOOK = `%%{init: ${JSON.stringify({
  xyChart: { width: 1e3, height: 320 },
  themeVariables: { xyChart: { plotColorPalette: "#d1242f" } }
})}}%%`;
function drawing(audits) {
  const shown2 = audits.slice(-MOST_POINTS);
  if (shown2.length < 2) return [];
  const labels = shown2.map(({ date }, index) => {
    const before = shown2.slice(0, index).filter((one) => one.date === date).length;
    return before === 0 ? `"${date}"` : `"${date} (${before + 1})"`;
  });
  const most = Math.max(1, ...shown2.map(({ drift }) => drift));
  return [
    LOOK,
    "xychart-beta",
    '  title "Drift over the audits"',
    `  x-axis [${labels.join(", ")}]`,
    `  y-axis "Findings" 0 --> ${most}`,
    `  line [${shown2.map(({ drift }) => drift).join(", ")}]`
  ];
}

// src/report/inventory-markers.ts
var partName = (part, environment = "") => `drift-gate:${part} ${environment.replace(new RegExp("([^\\p{L}\\p{N} ._/-]|\\p{Default_Ignorable_Code_Point})+", "gu"), "_")}`.trim();
var MARKER_LINE = /^[ \t\ufeff]*<!--[ \t]*(?:\/[ \t]*)?drift-gate:.*$/gm;
var MARKER = /^\s*<!--\s*(?:(\/)\s*)?(drift-gate:(?:inventory|audits)(?:[ \t][\p{L}\p{N} \t._/-]*)?)-->\s*$/u;
function markersOf(text) {
  let line2 = 1;
  let from = 0;
  return Array.from(text.matchAll(MARKER_LINE), ({ 0: whole2, index }) => {
    line2 += text.slice(from, index).split("\n").length - 1;
    from = index;
    const [, slash, name] = MARKER.exec(whole2) ?? [];
    if (name === void 0) throw damaged(`line ${line2} is no marker that this version knows`);
    return { name: name.trim(), isEnd: slash === "/", line: line2, from: index, to: index + whole2.length };
  });
}
function placesOf2(text) {
  const places = /* @__PURE__ */ new Map();
  let open;
  for (const marker of markersOf(text)) {
    const { name, isEnd, line: line2 } = marker;
    if (isEnd && open?.name !== name)
      throw damaged(`the end of \`${name}\` in line ${line2} has no beginning before it`);
    if (!isEnd && open !== void 0)
      throw damaged(`\`${open.name}\` of line ${open.line} does not end before line ${line2}`);
    if (!isEnd && places.has(name)) throw damaged(`\`${name}\` begins again in line ${line2}`);
    if (isEnd && open !== void 0) places.set(name, { from: open.to, to: marker.from });
    open = isEnd ? void 0 : marker;
  }
  if (open !== void 0) throw damaged(`\`${open.name}\` of line ${open.line} does not end`);
  return places;
}
var damaged = (what) => new UsageError({
  message: `The markers of the inventory are damaged: ${what}. Nothing was written.`,
  remedy: "Put each pair right, `<!-- drift-gate:NAME -->` above and `<!-- /drift-gate:NAME -->` below, or delete both with what stands between."
});
function refuseDamaged(text) {
  placesOf2(text);
}
var endOfLine = (text) => text.includes("\r\n") ? "\r\n" : "\n";
function contentOf(text, name) {
  const place = placesOf2(text).get(name);
  if (place === void 0) return void 0;
  const lines2 = text.slice(place.from, place.to).split(/\r?\n/);
  const isFilled = (line2) => line2.trim() !== "";
  return lines2.slice(Math.max(0, lines2.findIndex(isFilled)), lines2.findLastIndex(isFilled) + 1);
}
function withContent(text, { name, heading: heading3, lines: lines2 }) {
  const eol = endOfLine(text);
  const content = ["", "", ...lines2, "", ""].join(eol);
  const place = placesOf2(text).get(name);
  if (place !== void 0) return text.slice(0, place.from) + content + text.slice(place.to);
  const gap = text === "" ? "" : text.endsWith("\n") ? eol : eol + eol;
  return `${text}${gap}${heading3}${eol}${eol}<!-- ${name} -->${content}<!-- /${name} -->${eol}`;
}

// src/report/inventory-tables.ts
var MOST_ROWS4 = 50;
function stateLines(report, inventory2, date) {
  const { status, because } = verdictOf(report);
  const [coverage = "", ...facts2] = auditFacts(report);
  return [
    `**${proseToMarkdown(coverage)}**, as of ${date}. ${facts2.map((fact) => `${proseToMarkdown(fact)}.`).join(" ")}`.trimEnd(),
    "",
    `**${proseToMarkdown(status)}:** ${because.map(proseToMarkdown).join(" ").replace(/\.?$/, ".")}`,
    ...countsTable(inventory2),
    ...baseSchemaLines(report.baseSchema),
    ...threeWays2(inventory2, report)
  ];
}
var table2 = (head, rows, numbers2 = 0) => [
  row(head),
  row(head.map((_, index) => index > 0 && index <= numbers2 ? "---:" : "---")),
  ...rows.map(row)
];
function countsTable(inventory2) {
  const rows = byKindRows(inventory2).map((row2) => row2.map(String));
  if (rows.length === 0) return [];
  const note = inventory2.gitFrom === "replay" ? [] : ["", "Git is counted from the texts of the migrations, which were not replayed."];
  return ["", ...table2(["", "Live", "Git", "Types"], rows, 3), ...note];
}
function baseSchemaLines(baseSchema) {
  if (baseSchema === void 0) return [];
  const rows = baseSchema.required.map(({ id, references, location }) => [
    codeSpan(id),
    String(references),
    codeSpan(placeOf(location))
  ]);
  return [
    "",
    `**What a base-schema migration must hold.** ${proseToMarkdown(baseSchema.reason)}`,
    "",
    ...folded2(
      rows.length,
      counted(rows.length, "object"),
      table2(["Object", "Uses", "First used at"], rows, 1)
    )
  ];
}
function threeWays2({ relations, items = [] }, report) {
  const standing3 = standingsIn(report);
  const all = [...relations, ...items].sort((a, b) => byText(a.id, b.id) || byText(a.kind, b.kind)).map((object) => ({ object, standing: standing3(object) }));
  if (all.length === 0) return [];
  const head = ["Object", "Kind", "Live", "Git", "Types", "Created by", "Verdict"];
  const drifting = all.filter(({ standing: standing4 }) => standing4.isDrifting).length;
  const summary3 = `All ${counted(all.length, "object")}, ${drifting} of them drifted`;
  return ["", ...folded2(all.length, summary3, table2(head, all.map(objectRow)))];
}
var mark2 = (has) => has === void 0 ? "?" : has ? "\u2713" : "\u2013";
function objectRow({
  object: { id, kind, live, git, types, file },
  standing: { words: words2, isDrifting }
}) {
  return [
    codeSpan(id),
    kind.replaceAll("-", " "),
    ...[live, git, types].map(mark2),
    file === void 0 ? "" : codeSpan(file.slice(file.lastIndexOf("/") + 1)),
    isDrifting ? `**${words2}**` : words2
  ];
}
var folded2 = (count, summary3, lines2) => count <= MOST_ROWS4 ? [...lines2] : ["<details>", `<summary>${summary3}</summary>`, "", ...lines2, "", "</details>"];

// src/report/inventory.ts
var NEW_DOCUMENT = `# Database inventory

\`drift-gate audit --inventory\` keeps this file: each audit writes anew what stands between its markers. All else is yours.
`;
function updateInventory(before, report, audited) {
  const { status, inventory: inventory2, live } = report;
  const text = before ?? NEW_DOCUMENT;
  const [state, audits] = [partName("inventory", live?.environment), partName("audits", live?.environment)];
  const past = contentOf(text, audits) ?? [];
  if (status === "failed" || inventory2 === void 0) return { text: before ?? "", audits: auditsOf(past) };
  const lines2 = stateLines(report, inventory2, audited.date);
  const point = pointOf(report, inventory2, audited);
  const shown2 = contentOf(text, state);
  if (shown2 !== void 0 && reads(shown2) === reads(lines2) && isSameState(auditsOf(past).at(-1), point))
    return { text, audits: auditsOf(past) };
  const of = live?.environment === void 0 ? "" : `: ${escapeMarkdown(live.environment)}`;
  const next = withAudit(past, point);
  const stated = withContent(text, { name: state, heading: `## Current state${of}`, lines: lines2 });
  return {
    text: withContent(stated, { name: audits, heading: `## Audit history${of}`, lines: next }),
    audits: auditsOf(next)
  };
}
var reads = (lines2) => lines2.join("").replace(/[\s-]+/g, "");
function pointOf({ findings, accepted: accepted2 = [] }, inventory2, { date, commit }) {
  const { live } = covered(inventory2);
  const { git, types } = inventory2.byKind?.tables ?? inventory2.counts;
  return {
    date,
    live,
    git,
    types,
    // Of no tables, none is missing in Git.
    coverage: live === 0 ? 100 : inventory2.coverage ?? 0,
    drift: [...findings, ...accepted2].filter(isDrift).length,
    ...commit !== void 0 && { commit }
  };
}
var isDrift = ({ ruleId }) => ruleId !== "stale-baseline-entry" && ruleId !== "expired-baseline-entry";

// src/files/inventory.ts
async function openInventory(path, write) {
  const files = filesOf(resolve3("."), write);
  const before = files.isThere(path) ? decodeText(await files.readBytes(path), path, "Markdown file") : void 0;
  refuseDamaged(before ?? "");
  if (files.isThere(dirname3(path))) await refuseUnwritable(path);
  return async (report, audited) => {
    if (report.status === "failed") return report;
    const { text, audits } = updateInventory(before, report, audited);
    if (text !== before) await files.replaceText(path, text, { makesFolder: true });
    return { ...report, audits };
  };
}

// src/report/hidden.ts
var NO_PATCH = {
  code: "no-patch",
  message: "There is no patch: it would show a value of `[db.vault]`, which a migration makes a name or a type of. Take it out of the migration."
};
var OURS = /* @__PURE__ */ new Set([
  ...[
    "status",
    "command",
    "ruleId",
    "severity",
    "compatibility",
    "kind",
    "code",
    "part",
    "standing",
    "insert"
  ],
  ...["database", "resetWith", "failOn", "fingerprint", "date", "expires"]
]);
function withoutSecrets({ report, patch }, secrets) {
  const hide = hiding(secrets);
  const json = JSON.stringify(report);
  const hidden = hide(json) === json ? report : JSON.parse(
    json,
    (key, value) => typeof value === "string" && !OURS.has(key) ? hide(value) : value
  );
  if (patch === void 0) return { report: hidden };
  if (hide(patch) === patch) return { report: hidden, patch };
  return { report: { ...hidden, notices: [NO_PATCH, ...hidden.notices] } };
}

// src/run.ts
var COMMANDS = {
  check: (options, ports) => options.confirmWith === "none" ? check(options, ports) : confirmedCheck(options, ports),
  fix,
  accept: async (options, ports) => ({ report: await accept(options, ports) }),
  audit
};
async function run(command, options, listener, { wantsPatch = false, shown: shown2 = options } = {}) {
  const isAudit = command === "audit" || command === "accept" && options.liveUrl !== void 0;
  const sourceOf = sourcesFor(listener);
  const source = await sourceOf(options);
  const writes = writesTogether();
  const failed = (error) => {
    const report = failedReport(command, options, error);
    return { ...report, engine: { ...report.engine, ...source.engine() } };
  };
  let secrets = [];
  const ports = {
    discover: () => {
      const project = discoverProject(options.project, {
        types: options.types,
        baseline: options.baseline,
        mayLackBaseline: command === "accept" && !options.prune,
        mayLackTypes: isAudit
      });
      secrets = project.vault.secrets.map(({ value }) => value);
      return project;
    },
    source,
    localStack: () => sourceOf(onLocalStack(options)),
    failedReport: failed,
    onProgress: listener.onProgress,
    now: () => performance.now(),
    today: () => (/* @__PURE__ */ new Date()).toISOString().slice(0, 10),
    openLive: () => liveOf(options),
    compareStructure: async (...sides) => (await import("./structure-FNZP6GLH.js")).compareStructure(...sides),
    filesOf: ({ directory }) => filesOf(directory, writes.write)
  };
  const repeatOnStack = repeated(onLocalStack(shown2));
  const repeatLive = repeatedLive(shown2);
  const asked = { ...options, repeat: repeated(shown2), repeatOnStack, repeatLive, wantsPatch };
  try {
    for (const { file } of options.output) await refuseUnwritable(file);
    const keep = await keeperOf(options, ports.today(), writes.write);
    const ran = await COMMANDS[command](asked, ports);
    const shownRun = withoutSecrets(ran, secrets);
    const report = withLevel(await keep(shownRun.report), options.failOn);
    for (const output of options.output) await writeOutput(output, report, options, writes.write);
    listener.guard();
    await writes.commit();
    return { ...shownRun, report };
  } catch (error) {
    if (!isKnownError(error)) throw error;
    const { report: shownFailure } = withoutSecrets({ report: failed(error) }, secrets);
    const report = withLevel(shownFailure, options.failOn);
    listener.guard();
    for (const output of options.output) await writeOutput(output, report, options).catch(passOver);
    return { report };
  }
}
async function liveOf({ liveUrl, liveCa, liveTimeout, allowWritableRole }) {
  if (liveUrl === void 0)
    throw new UsageError({ message: "The live database is not named.", remedy: OPTIONS.live.remedy });
  const { openLive } = await import("./live-5H5QFFHD.js");
  return await openLive({ url: liveUrl, ca: liveCa, seconds: liveTimeout, allowWritableRole });
}
var onLocalStack = (options) => ({
  ...options,
  database: "local-stack",
  resetWith: "supabase-cli",
  timeout: options.confirmTimeout
});
function sourcesFor({ onCliLine, guard }) {
  return async ({ resetWith, timeout, supabaseCli, ...options }) => {
    const { database } = options;
    if (resetWith === "built-in") return { open: openShadow, engine: () => ({ database, resetWith }) };
    const [{ cliShadowOf }, { breakOff }] = await Promise.all([
      import("./cli-shadow-KLSRPGJX.js"),
      import("./leftovers-HMZDAAB5.js")
    ]);
    guard(breakOff);
    let cli;
    const onVersion = (version) => {
      cli = version;
    };
    const open = cliShadowOf({
      ...options,
      seconds: timeout,
      program: supabaseCli,
      log: onCliLine,
      onVersion
    });
    return { open, engine: () => ({ database, resetWith, ...cli !== void 0 && { cli } }) };
  };
}
async function keeperOf({ inventory: inventory2, project }, date, write) {
  if (inventory2 === void 0) return async (report) => report;
  const keep = await openInventory(inventory2, write);
  return (report) => {
    const commit = commitOf(projectFolder(project));
    return keep(report, { date, ...commit !== void 0 && { commit } });
  };
}
var writeOutput = ({ format, file }, report, { verbose }, write) => writeReport(file, renderReport(format, report, { colour: false, verbose }), write);
function passOver(error) {
  if (!isKnownError(error)) throw error;
}
function repeated({ project, types, schema, baseline, database, resetWith, supabaseCli }) {
  const words2 = [
    ...project === "." ? [] : ["--project", project],
    ...types.flatMap((file) => ["--types", file]),
    ...schema.flatMap((name) => ["--schema", name]),
    ...baseline === void 0 ? [] : ["--baseline", baseline],
    // A connection string is not repeated.
    ...database === "embedded" ? [] : ["--database", database === "url" ? "URL" : database],
    ...database === "embedded" && resetWith === "supabase-cli" ? ["--reset-with", resetWith] : [],
    ...supabaseCli === void 0 || resetWith === "built-in" ? [] : ["--supabase-cli", supabaseCli]
  ];
  return quoted(words2);
}
var repeatedLive = ({ liveCa, allowWritableRole }) => ` --live "$SUPABASE_DB_URL"${quoted([
  ...liveCa === void 0 ? [] : ["--live-ca", liveCa],
  ...allowWritableRole ? ["--allow-writable-role"] : []
])}`;
var quoted = (words2) => words2.map((word) => ` ${/^[\w./:@=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`}`).join("");

export {
  writesTogether,
  writeReport,
  refuseUnwritable,
  progressOn,
  CANNOT_CHECK,
  exitCodeOf,
  levelOf,
  shownAt,
  counted,
  listed,
  upperFirst,
  gradeOf,
  titleOf,
  remediesOf,
  proseToMarkdown,
  linked,
  shortened,
  withinBudget,
  SUMMARY_BUDGET,
  renderMarkdown,
  failedReport,
  renderHtml,
  renderJson,
  renderSarif,
  renderReport,
  run
};
