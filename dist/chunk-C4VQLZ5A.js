import {
  withPlainLineEnds
} from "./chunk-HD46L45G.js";
import {
  declaredIn,
  openShadow,
  replayTraced
} from "./chunk-EB7I24RK.js";
import {
  REPOSITORY,
  RULES_PAGE,
  SETTINGS_FILE,
  VERSION,
  decodeText,
  decodeUtf8,
  defaultSchemas,
  discoverProject,
  enclosingRoot,
  encodeLike,
  fileFailure,
  gitFolders,
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
  repeated,
  repositoryPath,
  repositoryPrefix,
  serialiseBaseline,
  shownFrom,
  stripLogLines,
  summaryOf,
  whichTypes
} from "./chunk-LB2DLRCM.js";
import {
  isOfTheRunner
} from "./chunk-5ZLBS6VB.js";
import {
  hiding
} from "./chunk-CQJQNQWS.js";
import {
  PROGRAM,
  asStarted
} from "./chunk-ECPXYDPS.js";
import {
  fileOf
} from "./chunk-2F5BOPVJ.js";
import {
  isFuncCall
} from "./chunk-RL6JJOTP.js";
import {
  QUALIFIED,
  bodyOf,
  loadParser,
  nameOf,
  offsetInFile,
  offsetOf,
  parseMigration,
  parseStatements,
  strings
} from "./chunk-J47V22OG.js";
import {
  firstWord,
  splitStatements
} from "./chunk-VYQOUJSW.js";
import {
  afterComments,
  afterLiteral,
  isSpace,
  isWordAt
} from "./chunk-PHKX5COY.js";
import {
  PLATFORM_SCHEMAS
} from "./chunk-ZUCB7KWV.js";
import {
  SUPABASE_EXTENSIONS
} from "./chunk-3W2CHIF6.js";
import {
  fingerprintOf,
  makeFinding
} from "./chunk-QPAJDXSV.js";
import {
  typeText
} from "./chunk-2PA7CMTC.js";
import {
  formatObjectId,
  ownerOf,
  owningObject,
  schemaOfText
} from "./chunk-L2727PVB.js";
import {
  RULES,
  isAcceptable,
  isOfAudit,
  repairHistory
} from "./chunk-NRYCARYR.js";
import {
  KINDS,
  isRelation,
  relationOfRelkind
} from "./chunk-XOYFCOSZ.js";
import {
  longestRun,
  named,
  parseProse,
  quoteCode
} from "./chunk-W7C5KHYQ.js";
import {
  OPTIONS,
  REPLAY_ELSEWHERE,
  isDay,
  option,
  visible,
  visibleJson,
  visibleLines
} from "./chunk-WU3HVZMK.js";
import {
  byText,
  groupBy,
  isNear,
  isSameList,
  largest
} from "./chunk-3WGEH7NJ.js";
import {
  locator
} from "./chunk-V526W2HQ.js";
import {
  EnvironmentError,
  UsageError,
  isKnownError,
  perSurface
} from "./chunk-COC3XPBN.js";

// src/progress.ts
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

// src/report/sentences.ts
var counted = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
function listed(items) {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}
var listedUpTo = (limit, items) => items.length <= limit ? listed(items) : `${items.slice(0, limit).join(", ")} and ${items.length - limit} more`;
var upperFirst = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);
var lowerFirst = (text) => text.slice(0, 1).toLowerCase() + text.slice(1);
function shortened(text, most) {
  if (text.length <= most) return text;
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join("")}\u2026`;
}
function signOf(ruleId) {
  if (ruleId === "unmanaged") return "+";
  if (ruleId === "missing") return "-";
  if (ruleId === "altered") return "~";
  if (ruleId.endsWith("-added")) return "+";
  if (ruleId.endsWith("-removed")) return "-";
  return /-(changed|renamed|moved)$/.test(ruleId) ? "~" : "!";
}
var WORST_FIRST = [
  "error",
  "breaking",
  "dangerous",
  "warning",
  "safe",
  "note"
];
var gradeOf = (finding) => finding.compatibility ?? finding.severity;
var countsByGrade = (all) => WORST_FIRST.map((grade) => ({ grade, count: all.filter((one) => one.grade === grade).length })).filter(
  ({ count }) => count > 0
);
function worstOf(findings) {
  const grades = new Set(findings.map(gradeOf));
  return WORST_FIRST.find((grade) => grades.has(grade)) ?? "error";
}
function groupByObject(findings) {
  const groups = groupBy(
    findings,
    ({ subject }) => `${subject.kind === "function"} ${owningObject(subject)}`
  );
  return [...groups.values()].flatMap(
    (own) => own.slice(0, 1).map(({ subject }) => ({
      owner: visible(owningObject(subject)),
      findings: own,
      grade: worstOf(own)
    }))
  );
}
var kindOf = ({ subject }) => subject.kind.replaceAll("-", " ");
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
var placeOf = ({ file, line: line2, column }) => visible(column === void 0 ? `${file}:${line2}` : `${file}:${line2}:${column}`);
var differenceIn = (findings) => findings.some(({ ruleId }) => isOfAudit(ruleId)) ? "difference" : "change";
function unlistedPlaceOf({ location, details = [] }) {
  if (!location) return "";
  const line2 = `${location.file}:${location.line}`;
  return details.some((detail2) => `${detail2}:`.startsWith(`${line2}:`)) ? "" : placeOf(location);
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
function comparison(report) {
  const { status, project, engine, compared, confirmation, live, settings = [] } = report;
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
    ...confirmation ? [CONFIRMATIONS[confirmation.status]] : [],
    ...[...groupBy(settings, ({ from }) => from)].map(
      ([from, own]) => `from ${named(from)}: ${own.map(settingWords).join(", ")}`
    )
  ];
}
var MOST_VALUES = 6;
var settingWords = ({ option: option2, value }) => `${option2} ${listedUpTo(
  MOST_VALUES,
  [value].flat().map((one) => named(String(one)))
)}`;
var noticeWords = ({ message, count }) => count === void 0 || count === 1 || message.includes(`${count} `) ? visible(message) : `${visible(message)} (${count} in all)`;

// src/report/verdicts.ts
var VERDICTS = {
  tracked: "tracked",
  "base-schema-drift": "base-schema drift",
  "not-live": "not live",
  "types-out-of-date": "types out of date",
  external: "external (accepted)"
};
var isTable = ({ kind }) => kind === "table" || kind === "foreign-table";
function covered({ relations }) {
  const live = relations.filter((relation) => relation.live && isTable(relation));
  return { live: live.length, both: live.filter(({ git }) => git).length };
}
function coverageWords(inventory) {
  const { live, both } = covered(inventory);
  if (live === 0) return "The live database has no tables";
  const told2 = inventory.gitFrom === "replay" ? "reproducible from Git" : "created by migrations";
  const percent = inventory.coverage === void 0 ? "" : ` (${inventory.coverage} %)`;
  return `${both} of ${counted(live, "table")} ${both === 1 ? "is" : "are"} ${told2}${percent}`;
}
function historyWords({ isRecorded, applied, pending, unknown, edited: edited2, outOfOrder }) {
  const migrations = `${counted(applied, "migration")} ${applied === 1 ? "is" : "are"} applied`;
  if (!isRecorded) return `The live database has no migration history, so every migration counts as applied`;
  const parts = [
    [pending, "pending"],
    [unknown, "unknown"],
    [edited2, "edited since"],
    [outOfOrder, "out of order"]
  ];
  const told2 = parts.flatMap(
    ([versions, word]) => versions.length > 0 ? [`${versions.length} ${word}`] : []
  );
  return listed([migrations, ...told2]);
}
var byKindRows = (inventory) => {
  const { byKind } = inventory ?? {};
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
var isOfLive = ({ command, live }) => command === "audit" || live !== void 0;
function auditFacts(report) {
  const { inventory, history } = report;
  if (!isOfLive(report)) return [];
  return [
    ...inventory === void 0 ? [] : [coverageWords(inventory)],
    ...history === void 0 ? [] : [historyWords(history)]
  ];
}

// src/report/failing.ts
function isFailing(report) {
  const { status, findings, failOn } = report;
  if (status !== "drifted") return status === "failed";
  if (isAccepted(report)) return false;
  const level = failOn ?? (isOfLive(report) ? "warning" : void 0);
  return level === void 0 || findings.some((finding) => reaches(finding, level));
}
var withLevel = (report, failOn) => failOn === "drift" || failOn === "warning" ? report : { ...report, failOn };
var CANNOT_CHECK = 2;
function exitCodeOf(report) {
  if (report.status === "failed") return CANNOT_CHECK;
  return isFailing(report) ? 1 : 0;
}
function levelOf(finding, { failOn }) {
  if (failOn === void 0 || reaches(finding, failOn)) return finding.severity;
  return finding.compatibility === "safe" || finding.severity === "note" ? "note" : "warning";
}
function reaches({ compatibility = "breaking", severity }, level) {
  switch (level) {
    case "error":
      return severity === "error";
    case "warning":
      return severity !== "note";
    case "note":
      return true;
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
  const words = COUNTED[ruleId];
  if (words !== void 0) return words(findings);
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
  const grades = countsByGrade(changes.map((finding) => ({ grade: gradeOf(finding) })));
  const last = grades.at(-1)?.count === 1 ? "change" : "changes";
  return `${listed(grades.map(({ grade, count }) => `${count} ${grade}`))} ${last}`;
}
function inSync(report) {
  const unlooked = report.notRun.find(({ part }) => part === "replay");
  if (unlooked) return `Nothing to compare: ${unlooked.reason}`;
  const migrations = counted(report.project.migrations, "migration");
  if (report.project.types.length === 0 && report.notRun.some(({ part }) => part === "types"))
    return `${migrations} ${report.project.migrations === 1 ? "replays" : "replay"}; no types to compare`;
  const build = report.project.migrations === 1 ? "builds" : "build";
  const what = report.compared ? `the ${comparedObjects(report.compared)} of` : "what is in";
  return `${migrations} ${build} exactly ${what} ${typesFiles(report)}${unseen(report)}`;
}
function agreeing(report) {
  const { project, live, inventory } = report;
  const environment = live?.environment === void 0 ? "" : ` ${named(live.environment)}`;
  const sides = `the live database${environment}, ${counted(project.migrations, "migration")} and ${typesFiles(report)}`;
  return `${sides} agree${inventory?.byKind ? ` on ${liveObjects(inventory.byKind)}` : ""}${unseen(report)}`;
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
function unseen({ notRun, notices: notices2 }) {
  const ignored = notices2.some(({ code: code3 }) => code3 === "ignored") ? ", apart from what `ignore` leaves out" : "";
  return `${ignored}${notRun.length > 0 ? ", as far as it was checked" : ""}`;
}
var ATTEMPTS = {
  check: "check",
  fix: "check",
  accept: "check",
  audit: "audit",
  init: "check"
};
var DONE = {
  fixed: "Fixed",
  accepted: "Accepted",
  pruned: "Pruned",
  "set-up": "Set up"
};
function verdictOf(report) {
  const { done } = report;
  const { status, because } = standingOf(report);
  if (done === void 0 || report.status === "failed") return { status, because };
  const [first = "", ...rest] = because;
  const remains = isFailing(report) ? [`What remains: ${status === "Drifted" ? "" : `${lowerFirst(status)}: `}${first}.`, ...rest] : report.status === "in-sync" ? [`${first}.`, ...rest] : [];
  return {
    status: isFailing(report) ? `${DONE[done.kind]}, drift remains` : DONE[done.kind],
    because: [lowerFirst([...done.sentences, ...remains].join(" ").replace(/\.$/, ""))]
  };
}
var OF_REPOSITORY = {
  "replay-failed": "Migration failed",
  "duplicate-version": "Duplicate version",
  "open-transaction": "Open transaction",
  "base-schema-drift": "Base-schema drift",
  "stale-baseline-entry": "Stale baseline entry",
  "expired-baseline-entry": "Expired baseline entry"
};
function ofRepository(findings) {
  const [ruleId, ...others] = new Set(findings.map((finding) => finding.ruleId));
  const status = ruleId && others.length === 0 ? OF_REPOSITORY[ruleId] : void 0;
  if (status === void 0) return void 0;
  const names = new Set(findings.map(({ subject }) => named(owningObject(subject))));
  const listed2 = listedUpTo(3, [...names]);
  return { status, because: [names.size < findings.length ? `${findings.length} in ${listed2}` : listed2] };
}
function standingOf(report) {
  switch (report.status) {
    case "in-sync":
      return { status: "In sync", because: [isOfLive(report) ? agreeing(report) : inSync(report)] };
    case "drifted":
      if (isAccepted(report))
        return { status: "Drifted, accepted", because: [found(report.accepted ?? [], objects)] };
      return isTolerated(report) ? {
        status: `Drifted, tolerated by \`--fail-on ${report.failOn ?? "warning"}\``,
        because: [found(report.findings, gradedChanges)]
      } : ofRepository(report.findings) ?? {
        status: "Drifted",
        because: [found(report.findings, objects)]
      };
    case "failed":
      return {
        status: `Could not ${ATTEMPTS[report.command]}`,
        because: visibleLines(report.failure?.message ?? "no reason was given")
      };
    default:
      return report.status;
  }
}

// src/report/places.ts
var prefixOf = ({ project }) => `${project.directory}/`;
var shownAt = ({ location, typesLocation }, { project }) => location ?? typesLocation ?? { file: project.types[0] ?? "supabase/config.toml", line: 1 };
function useOf(detail2) {
  const [, file, line2, statement = ""] = /^(.+?\.sql):(\d+)(?:: (.*))?$/s.exec(detail2) ?? [];
  return file === void 0 ? [void 0, ""] : [{ file, line: Number(line2) }, statement];
}

// src/report/gitlab.ts
var SEVERITIES = { error: "critical", warning: "minor", note: "info" };
function renderGitlab(report, { prefix = prefixOf(report) } = {}) {
  const issues = report.status === "failed" ? [failure(report, prefix)] : report.findings.map((finding) => issueOf(finding, report, prefix));
  return `${visibleJson(JSON.stringify(distinct(issues), null, 2))}
`;
}
function issueOf(finding, report, prefix) {
  const { file, line: line2 } = shownAt(finding, report);
  const why = finding.reason === void 0 ? "" : ` ${upperFirst(gradeOf(finding))}: ${finding.reason}.`;
  return {
    description: visible(`${upperFirst(finding.message)}${why} ${finding.remedy}`.replaceAll("`", "")),
    check_name: finding.ruleId,
    fingerprint: finding.fingerprint,
    severity: SEVERITIES[levelOf(finding, report)],
    location: { path: repositoryPath(prefix, file), lines: { begin: line2 } }
  };
}
function failure(report, prefix) {
  const { message = "No reason was given.", remedy = "", location, rule } = report.failure ?? {};
  const { file, line: line2 } = location ?? { file: "supabase/config.toml", line: 1 };
  return {
    description: visible(`${verdictOf(report).status}: ${message} ${remedy}`.trim().replaceAll("`", "")),
    check_name: rule ?? "could-not-check",
    fingerprint: `could-not-${report.command}`,
    severity: "blocker",
    location: { path: repositoryPath(prefix, file), lines: { begin: line2 } }
  };
}
function distinct(issues) {
  const seen = /* @__PURE__ */ new Map();
  return issues.map((issue) => {
    const count = (seen.get(issue.fingerprint) ?? 0) + 1;
    seen.set(issue.fingerprint, count);
    return count === 1 ? issue : { ...issue, fingerprint: `${issue.fingerprint}-${count}` };
  });
}

// src/report/html.ts
import { createHash as createHash2 } from "node:crypto";

// src/findings/baseline.ts
function applyBaseline(findings, { entries }, { today, isLookedAt: isLookedAt3, holdsFor: holdsFor2 }) {
  const byFinding = new Map(
    entries.map((entry) => [keyOf(entry.fingerprint, entry.rule, entry.object), entry])
  );
  const applied = { active: [], accepted: [], stale: [], expired: [], former: [], unseen: [] };
  const entriesOf = (named3 = []) => named3.flatMap(({ fingerprint, ruleId, id }) => byFinding.get(keyOf(fingerprint, ruleId, id)) ?? []);
  const met = /* @__PURE__ */ new Set();
  for (const finding of findings) {
    const [own, former] = [entriesOf([finding]), entriesOf(finding.former)];
    const [entry] = [...own, ...former];
    for (const one of [...entriesOf(finding.covers), ...own, ...former]) met.add(one);
    applied.former.push(...former.map((one) => ({ entry: one, finding })));
    if (entry === void 0 || hasExpired(entry, today) || !holdsFor2(entry, finding))
      applied.active.push(finding);
    else applied.accepted.push({ ...finding, acceptance: acceptanceOf(entry) });
    if (entry !== void 0 && hasExpired(entry, today)) applied.expired.push({ entry, finding });
  }
  for (const entry of entries)
    if (!met.has(entry)) (isLookedAt3(entry) ? applied.stale : applied.unseen).push(entry);
  return applied;
}
var keyOf = (...identity) => JSON.stringify(identity);
var hasExpired = ({ expires }, today) => expires !== void 0 && expires < today;
function acceptanceOf({ reason: reason2, owner, date, expires }) {
  return { reason: reason2, ...owner !== void 0 && { owner }, date, ...expires !== void 0 && { expires } };
}
var acceptedWords = ({ date, owner, expires }) => [
  `accepted on ${date}`,
  ...owner === void 0 ? [] : [`by ${visible(owner)}`],
  ...expires === void 0 ? [] : [`until ${expires}`]
].join(" ");
var reasonWords = ({ reason: reason2 }) => visible(reason2).replace(/\.?$/, ".");
function baselineFindings({ stale, expired }, baseline) {
  const subject = { kind: "file", name: baseline.path };
  const locationOf3 = ({ fingerprint }) => ({
    file: baseline.path,
    line: baseline.lines.get(fingerprint) ?? 1
  });
  return [
    ...stale.map(
      (entry) => makeFinding({
        ruleId: "stale-baseline-entry",
        subject,
        location: locationOf3(entry),
        remedy: remedyOf("stale-baseline-entry", entry),
        message: `${named(entry.object)} no longer has the drift ${named(entry.rule)} that was ${acceptedWords(entry)}: ${reasonWords(entry)}`,
        salient: [entry.fingerprint]
      })
    ),
    ...[...new Map(expired.map((match) => [match.entry, match])).values()].map(
      ({ entry, finding: { compatibility } }) => makeFinding({
        ruleId: "expired-baseline-entry",
        // It weighs as much as the drift that it let pass.
        ...compatibility !== void 0 && { compatibility },
        subject,
        location: locationOf3(entry),
        remedy: remedyOf("expired-baseline-entry", entry),
        message: `${named(entry.object)} has the drift ${named(entry.rule)} still, which was ${acceptedWords(entry)}: ${reasonWords(entry)}`,
        salient: [entry.fingerprint]
      })
    )
  ];
}
var remedyOf = (ruleId, { rule }) => isOfAudit(rule) ? RULES[ruleId].remedy.replace("drift-gate accept", `drift-gate accept ${AGAIN}`) : RULES[ruleId].remedy;
var AGAIN = '--live "$SUPABASE_DB_URL"';

// src/findings/notice.ts
var NOTICES = {
  "answered-by-local-stack": "warning",
  "baseline-changed": "warning",
  "settings-changed": "warning",
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
  "declared-schemas": "told",
  "extension-differs": "told",
  "history-without-statements": "told",
  ignored: "told",
  "ignored-nothing": "told",
  "log-lines-in-types": "told",
  "migrations-disabled": "told",
  "mixed-prefixes": "told",
  "no-config": "told",
  "no-history": "told",
  "not-utf-8": "told",
  "nothing-touched": "told",
  "other-postgres-version": "told",
  "pending-migrations": "told",
  "project-above": "told",
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
  "types-elsewhere": "quiet",
  "types-narrowed": "quiet"
};

// src/report/document/blocks.ts
var paragraph = (...text) => ({ kind: "paragraph", text });
var list = (items, more = {}) => items.length === 0 ? [] : [{ kind: "list", items, ...more }];
var table = (columns, rows2, more) => rows2.length === 0 ? [] : [{ kind: "table", columns, rows: rows2, ...more }];
var code = (language, text, label2) => text ? [{ kind: "code", language, lines: visibleLines(text), label: label2 }] : [];

// src/report/document/sides.ts
import { structuredPatch } from "./vendor/diff.js";
var CONTEXT = 3;
var sidesOf = ({ committed, generated, expected, actual }) => ({
  before: committed ?? expected,
  after: generated ?? actual
});
function hasSides(finding) {
  const { before, after } = sidesOf(finding);
  return Boolean(before || after);
}
var linesOf2 = (side) => side ? visibleLines(side) : [];
function shortSides(finding) {
  const { before, after } = sidesOf(finding);
  const [[one, ...more], [other, ...others]] = [
    linesOf2(before && unfolded(before)),
    linesOf2(after && unfolded(after))
  ];
  return more.length + others.length === 0 && (one ?? other) !== void 0 ? { before: one, after: other } : void 0;
}
var MOST_EDITS = 1e3;
function hunksOf(finding) {
  const sides = sidesOf(finding);
  const before = linesOf2(sides.before && unfolded(sides.before));
  const after = linesOf2(sides.after && unfolded(sides.after));
  const options = { context: CONTEXT, maxEditLength: MOST_EDITS };
  const patch = structuredPatch("", "", ended(before), ended(after), "", "", options);
  if (patch === void 0)
    return [[...before.map((line2) => `- ${line2}`), ...after.map((line2) => `+ ${line2}`)]];
  return patch.hunks.map(({ lines: lines2 }) => lines2.map((line2) => `${line2.slice(0, 1)} ${line2.slice(1)}`));
}
var ended = (lines2) => lines2.map((line2) => `${line2}
`).join("");
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

// src/report/document/changes.ts
var MOST_LINES = 6;
var MOST_PLACES = 2;
var LONGEST_NAME = 80;
var LONGEST_SIDES = 40;
var isTabled = ({ ruleId }) => signOf(ruleId) !== "!" || ruleId === "types-out-of-date";
function objectsOf(findings) {
  const groups = groupByObject(findings.filter(isTabled));
  return WORST_FIRST.flatMap((grade) => groups.filter((group) => group.grade === grade));
}
function objectTable(groups, report) {
  if (groups.length === 0) return [];
  const isAudit = isOfLive(report);
  const { relations = [], items = [] } = report.inventory ?? {};
  const inventory = new Map([...items, ...relations].map((object) => [visible(object.id), object]));
  const columns = [
    { title: "Object" },
    ...isAudit ? ["Live", "Git", "Types"].map((title) => ({ title })) : [],
    { title: isAudit ? "What differs" : "What changed", isWide: true },
    ...isAudit ? [] : [{ title: "Grade" }],
    { title: "Migration", only: ["markdown"] }
  ];
  const rows2 = groups.map(({ owner, findings, grade }) => {
    const places = findings.flatMap(({ location }) => location ? [location] : []);
    const object = inventory.get(owner);
    const lines2 = changesOf(findings);
    return [
      [{ objects: [owner] }],
      ...isAudit ? [object?.live, object?.git, object?.types].map((has) => [{ has }]) : [],
      { lines: upTo(MOST_LINES, lines2) },
      ...isAudit ? [] : [[{ grade }]],
      [{ places, most: MOST_PLACES }]
    ];
  });
  const signs = new Set(
    groups.flatMap(({ findings }) => findings.map(({ ruleId }) => signOf(ruleId)))
  );
  const ofSigns = Object.entries(isAudit ? SIGNS_OF_AUDIT : SIGNS).filter(
    ([term]) => signs.has(term.slice(0, 1))
  );
  const ofGrades = Object.entries(GRADES).filter(([grade]) => groups.some((group) => group.grade === grade));
  return [
    ...table(columns, rows2, { rowsAre: "object", isOverview: true, fewest: isAudit ? 1 : 2 }),
    ...isAudit ? [{ kind: "legend", meanings: [["\u2713 or \u2013", HAVING], ...ofSigns] }] : [
      { kind: "legend", meanings: ofSigns, only: ["text"] },
      // Their tables say it in words.
      { kind: "legend", meanings: ofSigns.map(inWords), only: ["markdown", "html"] },
      { kind: "legend", meanings: ofGrades, only: ["markdown"] }
    ]
  ];
}
var inWords = ([term, meaning2]) => [term.slice(2), meaning2];
var upTo = (most, lines2) => lines2.length <= most ? [...lines2] : [...lines2.slice(0, most), `and ${lines2.length - most} more`];
var GRADES = {
  breaking: "code that compiles fails at run time, or meets a value that its types rule out",
  dangerous: "whether it breaks depends on how the code is written",
  safe: "code that compiles keeps working"
};
var HAVING = "whether the live database, the migrations and the committed types have it";
var SIGNS = {
  "+ added": "in the migrations, missing in the types",
  "- removed": "in the types, missing in the migrations",
  "~ changed": "types \u2192 migrations"
};
var SIGNS_OF_AUDIT = {
  "+": "only in the live database",
  "-": "only in the migrations",
  "~": "migrations \u2192 live database"
};
var nameOf2 = ({ subject }) => named(shortened(partOf(subject), LONGEST_NAME));
function changesOf(findings) {
  const otherNull = new Set(findings.filter(isOfNull).map(({ id }) => id));
  const told2 = findings.filter(
    ({ ruleId, id }) => ruleId !== "column-optionality-changed" || !otherNull.has(id)
  );
  const alike = groupBy(
    told2,
    ({ ruleId, subject, fingerprint }) => signOf(ruleId) === "~" ? fingerprint : `${ruleId} ${subject.kind}`
  );
  return [...alike.values()].flatMap((own) => own.slice(0, 1).map((finding) => wordsOf(finding, own)));
}
var withoutNull = (type = "") => type.replace(/ \| null$/, "");
var isOfNull = ({ ruleId, committed, generated }) => ruleId === "column-type-changed" && withoutNull(committed) === withoutNull(generated);
function wordsOf(finding, alike) {
  const { ruleId, subject, facet } = finding;
  const isAudit = isOfAudit(ruleId);
  const isPart = ownerOf(subject) !== void 0;
  const names = listedUpTo(MOST_LINES, alike.map(nameOf2));
  const kind = subject.kind === "enum-value" ? "value" : kindOf(finding);
  const what = !isPart ? kind : subject.kind === "column" && !isAudit ? names : `${kind} ${names}`;
  const sides = sidesIn(finding);
  const sign = signOf(ruleId);
  switch (sign) {
    case "+":
      return isAudit ? `${what} only in the live database` : `${isPart ? "added" : "new"} ${what}`;
    case "-":
      return isAudit ? `${what} only in the migrations` : `removed ${what}`;
    case "~":
      if (facet !== void 0) return `${visible(facet)}${isPart ? ` of ${what}` : ""}${sides || " changed"}`;
      if (ruleId === "relation-kind-changed") return `kind${sides}`;
      if (/-(renamed|moved)$/.test(ruleId)) return `${kind} ${ruleId.split("-").at(-1)}${sides}`;
      if (subject.kind === "function") return "changed function signature";
      return `changed ${what}${sides}`;
    case "!":
      return ruleId === "types-out-of-date" ? VERDICTS[ruleId] : titleOf(finding);
    default:
      return sign;
  }
}
function sidesIn(finding) {
  const { before = "", after = "" } = sidesOf(finding);
  if (before + after === "" || before.length + after.length > LONGEST_SIDES) return "";
  return `: ${before === "" ? "none" : named(before)} \u2192 ${after === "" ? "none" : named(after)}`;
}
function changesFold({ owner, grade, findings }) {
  const alike = groupBy(findings, ({ id, ruleId }) => `${ruleId} ${id}`);
  const places = new Map(findings.map((finding) => [unlistedPlaceOf(finding), finding.location]));
  const [[place, shared] = []] = findings.length > 1 && places.size === 1 ? places : [];
  const items = findings.map((finding) => {
    const { location, details = [] } = finding;
    const words = sentenceOf(finding, alike.get(`${finding.ruleId} ${finding.id}`)?.length === 1);
    const at2 = location && !place && unlistedPlaceOf(finding) !== "" ? [" \xB7 ", { places: [location] }] : [];
    return { text: [{ grade: gradeOf(finding) }, ` ${words}`, ...at2], lines: details };
  });
  return {
    kind: "fold",
    summary: [{ objects: [owner] }, `: ${counted(findings.length, differenceIn(findings))}, `, { grade }],
    blocks: [
      { kind: "code", language: "diff", lines: findings.flatMap(diffLines), label: "Changes" },
      ...place && shared ? [paragraph({ places: [shared] })] : [],
      ...list(items, { itemsAre: "finding" })
    ],
    isTold: findings.every(
      ({ ruleId, subject, details = [], location }) => ruleId === "unmanaged" && ownerOf(subject) === void 0 && details.length === 0 && !location
    )
  };
}
function sentenceOf(finding, isAlone) {
  const { subject, committed, generated, message, reason: reason2 } = finding;
  const isSeen = isAlone && isChange(finding) && (committed === void 0 || committed !== generated);
  if (!isSeen) {
    const sentence = upperFirst(visible(message).replace(/\.$/, ""));
    return reason2 === void 0 ? sentence : `${sentence}: ${visible(reason2)}`;
  }
  const isPart = PARTS.has(subject.kind);
  if (reason2 === void 0 && !isPart) return titleOf(finding);
  const part = isPart ? named(partOf(subject)) : upperFirst(partOf(subject));
  return `${part}: ${visible(reason2 ?? titleOf(finding))}`;
}
var PARTS = /* @__PURE__ */ new Set(["column", "relationship", "enum-value"]);
function diffLines(finding) {
  const label2 = labelOf(finding);
  const sign = signOf(finding.ruleId);
  if (!hasSides(finding)) return [`${sign} ${wholeLabel(finding, label2)}`];
  const short = shortSides(finding);
  if (short === void 0) return hunksOf(finding).flatMap((lines2) => [`@@ ${label2} @@`, ...lines2]);
  const lead = sign === "!" ? "" : leadOf(finding, label2);
  return [
    ...short.before === void 0 ? [] : [`- ${lead}${short.before}`],
    ...short.after === void 0 ? [] : [`+ ${lead}${short.after}`]
  ];
}
function leadOf({ ruleId }, label2) {
  if (ruleId === "relation-renamed") return `${label2} `;
  if (ruleId === "extension-moved") return "schema ";
  return ruleId === "column-renamed" || ruleId === "relation-kind-changed" ? "" : `${label2}: `;
}
var wholeLabel = ({ subject }, label2) => subject.kind === "function" || !("name" in subject) || label2.endsWith(visible(subject.name)) ? label2 : `${label2} ${visible(subject.name)}`;

// src/report/document/problems.ts
var MOST_PLACES2 = 3;
var isMissing = ({ ruleId }) => ruleId === "base-schema-drift";
var isFailure = ({ ruleId }) => ruleId === "replay-failed";
function problems(findings) {
  const missing = findings.filter(isMissing);
  const others = findings.filter((finding) => !isMissing(finding) && !isFailure(finding));
  return [
    ...findings.filter(isFailure).flatMap(failedStatement),
    ...missingTable(missing),
    ...list(others.map(itemOf), { itemsAre: "finding", most: 10 })
  ];
}
var sentenceOf2 = (finding) => [
  { grade: gradeOf(finding) },
  ` ${visible(finding.message)}`,
  ...finding.location ? [" \xB7 ", { places: [finding.location] }] : []
];
var itemOf = (finding) => ({ text: sentenceOf2(finding), lines: finding.details ?? [] });
function failedStatement(finding) {
  const { details: [statement, ...hints] = [] } = finding;
  return [
    paragraph(...sentenceOf2(finding)),
    ...code("sql", statement, "Statement"),
    ...hints.map((hint) => paragraph(visible(hint)))
  ];
}
var missingTable = (findings) => table(
  [
    { title: "Object that no migration creates" },
    { title: "Grade" },
    { title: "Used at", only: ["markdown"] }
  ],
  findings.map((finding) => [
    [{ objects: [visible(owningObject(finding.subject))] }],
    [{ grade: gradeOf(finding) }],
    [{ places: placesOf(finding), most: MOST_PLACES2 }]
  ]),
  { rowsAre: "object", isOverview: true, fewest: 2 }
);
function placesOf({ details = [], location }) {
  const places = details.flatMap((line2) => useOf(line2)[0] ?? []);
  return places.length === 0 && location ? [location] : places;
}
var usesOfMissing = (findings) => findings.filter(isMissing).map((finding) => {
  const { details = [], location, subject, message } = finding;
  const place = location && unlistedPlaceOf(finding) !== "" ? [" \xB7 ", { places: [location] }] : [];
  const items = details.map((line2) => {
    const [use, statement] = useOf(line2);
    if (use === void 0) return { text: [named(line2)] };
    return { text: [{ places: [use] }, ...statement === "" ? [] : [`: ${named(statement)}`]] };
  });
  return {
    kind: "fold",
    summary: [
      { objects: [visible(owningObject(subject))] },
      `: ${counted(Math.max(1, details.length), "use")}`
    ],
    blocks: [paragraph(upperFirst(visible(message)), ...place), ...list(items)]
  };
});

// src/report/document/sql.ts
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
var scriptOf = (statements) => statements.map((statement) => `${unfoldedSql(statement).replace(/(?<![\s;])[\s;]*$/, "")};`).join("\n");

// src/report/document.ts
function documentOf(report, medium) {
  const { directory } = report.project;
  const environment = report.live?.environment;
  const findings = medium === "html" ? [] : report.findings;
  const groups = objectsOf(findings);
  const others = findings.filter((finding) => !isTabled(finding));
  const inFull = [...groups, ...groupByObject(others.filter(hasSides))];
  const sections = [
    { id: "reason", blocks: reason(report) },
    { id: "standing", blocks: standing(report) },
    { id: "problems", blocks: problems(others) },
    { id: "objects", blocks: objectTable(groups, report) },
    { id: "base-schema", title: "What a base-schema migration must hold", blocks: baseSchema(report) },
    { id: "steps", title: "What to do", blocks: steps(report) },
    {
      id: "uses",
      title: "All missing objects with their uses",
      isFolded: true,
      blocks: usesOfMissing(others)
    },
    {
      id: "changes",
      title: `All ${inFull.length} objects with their diffs`,
      isFolded: true,
      blocks: inFull.map(changesFold)
    },
    { id: "suggestion", title: "Suggested SQL", isFolded: true, blocks: suggestion(report) },
    { id: "accepted", title: "Accepted by the baseline", isFolded: true, blocks: accepted(report) },
    { id: "warnings", title: "Warnings", blocks: notices(report.notices.filter(isWarning)) },
    { id: "not-checked", title: "Not checked", blocks: notChecked(report) },
    {
      id: "diagram",
      title: isOfLive(report) ? "Tables that no migration creates" : "Drifted relations",
      blocks: report.diagram?.relations.length ? [{ kind: "diagram", diagram: report.diagram, only: ["markdown", "html"] }] : []
    },
    {
      id: "notices",
      title: "Notices",
      isFolded: true,
      blocks: notices(report.notices.filter((notice) => !isWarning(notice)))
    }
  ];
  return {
    look: lookOf(report),
    where: [...directory === "." ? [] : [directory], ...environment === void 0 ? [] : [environment]],
    ...verdictOf(report),
    sections: sections.map((section2) => ({
      ...section2,
      blocks: section2.blocks.filter(isIn(medium)).map((block) => forMedium(block, medium))
    })).filter(({ blocks }) => blocks.length > 0),
    facts: report.status === "failed" ? [] : comparison(report),
    phases: phases(report),
    ...report.status !== "failed" && { notCompared: isOfLive(report) ? UNSEEN_BY_AUDIT : UNSEEN_BY_CHECK }
  };
}
var isIn = (medium) => ({ only }) => only === void 0 || only.includes(medium);
function forMedium(block, medium) {
  if (block.kind !== "table") return block;
  const shown2 = block.columns.map(isIn(medium));
  return {
    ...block,
    columns: block.columns.filter((_, index) => shown2[index]),
    rows: block.rows.map((cells) => cells.filter((_, index) => shown2[index]))
  };
}
var UNSEEN_BY_CHECK = "Not compared: the live database, and what the types do not show, such as policies, grants, indexes and triggers.";
var UNSEEN_BY_AUDIT = "Not compared: rows, and what is in Supabase's own schemas.";
function lookOf(report) {
  if (isDone(report)) return "clean";
  if (isTolerated(report)) return "passing";
  return report.status === "in-sync" ? "clean" : report.status;
}
function reason(report) {
  const { status, failure: failure3, findings } = report;
  if (status !== "failed") return howBad(report, findings.filter(isChange));
  const verdictOn = isOfLive(report) ? "live database" : "types";
  return [
    ...failure3?.location ? [paragraph({ places: [failure3.location] }, ...failure3.rule ? [` \xB7 ${named(failure3.rule)}`] : [])] : [],
    ...code("sql", failure3?.statement, "Statement"),
    { ...paragraph(`This is no verdict on the ${verdictOn}: nothing was compared.`), only: ["markdown"] }
  ];
}
function howBad(report, changes) {
  const groups = groupByObject(changes);
  if (groups.length === 0) return [];
  const text = [
    `The types in ${typesFiles(report)} are out of step with the migrations: `,
    ...countsByGrade(groups).flatMap((grade, index) => index === 0 ? [grade] : [" \xB7 ", grade]),
    isTolerated(report) ? ". The check passes." : "."
  ];
  return [{ ...paragraph(...text), only: ["markdown", "html"] }];
}
function standing(report) {
  const facts2 = auditFacts(report).map((fact) => `${fact}.`);
  if (facts2.length === 0) return [];
  const rows2 = byKindRows(report.inventory).map((row2) => row2.map((cell) => [String(cell)]));
  const numbers3 = ["Live", "Git", "Types"].map((title) => ({ title, isNumber: true }));
  return [
    paragraph([...facts2, ...isTolerated(report) ? ["The audit passes."] : []].join(" ")),
    ...table([{ title: "" }, ...numbers3], rows2, { rowsAre: "kind" })
  ];
}
function baseSchema({ baseSchema: baseSchema2 }) {
  if (baseSchema2 === void 0) return [];
  const columns = [
    { title: "Object" },
    { title: "Uses", isNumber: true },
    { title: "First used at" }
  ];
  const rows2 = baseSchema2.required.map(({ id, references, location }) => [
    [{ objects: [id] }],
    [String(references)],
    [{ places: [location] }]
  ]);
  return [paragraph(baseSchema2.reason), ...table(columns, rows2, { rowsAre: "object" })];
}
function steps({ findings, repair, failure: failure3 }) {
  if (failure3) return list(visibleLines(failure3.remedy).map((line2) => ({ text: [line2] })));
  const groups = [...groupBy(findings, ({ remedy }) => remedy).values()];
  const items = groups.map((own) => stepOf(own, repair !== void 0));
  if (repair === void 0) return list(items);
  return [...list(items), { kind: "repair", command: repair, ...findings.some(isChange) && REPAIR }];
}
var REPAIR = {
  words: "Run this and commit the types file",
  otherwise: "if the types are right, write the missing migration instead"
};
function stepOf(findings, isRepaired) {
  const [first] = findings;
  const remedy = first?.remedy ?? "";
  const kinds = [...groupBy(findings, titleOf)].map(([title, own]) => ({
    title,
    count: own.length,
    grade: worstOf(own)
  }));
  const objects2 = [...new Set(groupByObject(findings).map(({ owner }) => owner))];
  const lead = first && isOfAudit(first.ruleId) ? { lead: titleOf(first) } : {};
  const isByCommand = withoutCommand(remedy) === withoutCommand(RULES["column-added"].remedy);
  return {
    text: [visible(remedy)],
    ...lead,
    about: { kinds, objects: objects2 },
    ...isRepaired && isByCommand && { isRepaired }
  };
}
var withoutCommand = (remedy) => remedy.replace(/`[^`]*`/, "");
var suggestion = ({ suggestion: suggestion2 = [] }) => suggestion2.length === 0 ? [] : [
  paragraph(
    "It would bring the migrations to the state of the live database. Read it before you use it."
  ),
  ...code("sql", scriptOf(suggestion2), "all suggested SQL")
];
var MOST_OBJECTS = 12;
function accepted({ accepted: accepted2 = [] }) {
  const groups = [...groupBy(accepted2, ({ acceptance }) => JSON.stringify(acceptance)).values()];
  const items = groups.flatMap(
    (own) => own.slice(0, 1).map(({ acceptance }) => {
      const objects2 = groupByObject(own).map(({ owner }) => owner);
      return {
        text: [
          `${counted(own.length, differenceIn(own))} of `,
          { objects: objects2, most: MOST_OBJECTS },
          `, ${acceptedWords(acceptance)}: ${visible(acceptance.reason)}`
        ]
      };
    })
  );
  return list(items, { itemsAre: "notice" });
}
var isWarning = ({ code: code3 }) => NOTICES[code3] === "warning";
var notices = (all) => list(
  all.map((notice) => ({
    text: [noticeWords(notice)],
    ...NOTICES[notice.code] === "quiet" && { isQuiet: true }
  })),
  { itemsAre: "notice" }
);
function notChecked({ status, notRun }) {
  const isSaid = ({ part }) => status === "failed" && part !== "confirmation";
  const itemOf2 = ({ part, reason: reason2 }) => ({ text: [`${part}: ${visible(reason2)}`] });
  return [
    ...list(notRun.filter((one) => !isSaid(one)).map(itemOf2)),
    ...list(notRun.filter(isSaid).map(itemOf2), { only: ["html"] })
  ];
}

// src/report/html/template.ts
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
var ifAny = (list2, piece) => list2 === void 0 || list2.length === 0 ? NOTHING : piece(list2);
var prose = (sentence) => ({
  markup: parseProse(visible(sentence)).map(({ code: code3, text }) => (code3 ? html`<code>${text}</code>` : html`${text}`).markup).join("")
});
var lines = (text) => ({ markup: visibleLines(text).map(escaped).join("\n") });
var copyable = (text, label2) => html`<div class="copyable"><button type="button" class="copy" aria-label="Copy ${label2}" hidden>Copy</button><pre tabindex="0" role="group" aria-label="${label2}"><code>${lines(text)}</code></pre></div>`;
function linked(id, anchors) {
  const anchor = anchors.get(visible(id));
  return anchor === void 0 ? html`<code>${id}</code>` : html`<a href="#${anchor}"><code>${id}</code></a>`;
}
var GRADE_TONES = {
  error: "red",
  breaking: "red",
  dangerous: "amber",
  warning: "amber",
  safe: "green",
  note: "blue"
};

// src/report/html/chart.ts
var WIDTH = 760;
var HEIGHT = 220;
var LEFT = 44;
var RIGHT = 24;
var TOP = 24;
var BOTTOM = 34;
var MOST_DATES = 8;
var MOST_VALUES2 = 16;
function auditsChart({ audits = [] }) {
  if (audits.length === 0) return NOTHING;
  const isDrawn = audits.length > 1;
  return html`${isDrawn ? chart(audits) : NOTHING}
<details${isDrawn ? NOTHING : html` open`}><summary>${counted(audits.length, "audit")} in numbers</summary>${numbers(audits)}</details>`;
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
    const value = audits.length <= MOST_VALUES2 ? html`<text class="value" x="${xOf(index)}" y="${yOf(drift) - 10}" text-anchor="middle">${drift}</text>` : NOTHING;
    return html`<circle cx="${xOf(index)}" cy="${yOf(drift)}" r="4"><title>${date}: ${counted(drift, "finding")}</title></circle>${value}`;
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Drift over time, drawn"><svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${summary(audits)}">
${grid}${dates}<polygon class="area" points="${xOf(0)},${yOf(0)} ${points.join(" ")} ${xOf(audits.length - 1)},${yOf(0)}"/><polyline class="trend" points="${points.join(" ")}"/>${dots}</svg></div>`;
}
function ticksOf(highest) {
  const rough = Math.max(1, highest / 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  return Array.from({ length: Math.ceil(highest / step) + 1 }, (_, index) => index * step);
}
var anchorAt = (index, length) => index === 0 ? "start" : index === length - 1 ? "end" : "middle";
function summary(audits) {
  const [first, last] = [audits[0], audits.at(-1)];
  if (first === void 0 || last === void 0) return "";
  return `${counted(first.drift, "finding")} on ${first.date}, ${last.drift} on ${last.date}; the numbers of all audits are in the table below.`;
}
var numbers = (audits) => html`<div class="scroll" tabindex="0" role="region" aria-label="Audits in numbers"><table class="plain"><caption class="unseen">Tables by source, coverage and findings of each audit</caption>
<thead><tr><th scope="col">Date</th><th scope="col">Findings</th><th scope="col">Live tables</th><th scope="col">In Git</th><th scope="col">In types</th><th scope="col">Coverage</th><th scope="col">Commit</th></tr></thead><tbody>
${[...audits].reverse().map(({ date, drift, live, git, types, coverage, commit }) => html`<tr><th scope="row">${date}</th><td>${drift}</td><td>${live}</td><td>${git}</td><td>${types}</td><td>${coverage} %</td><td><code>${commit ?? ""}</code></td></tr>`)}</tbody></table></div>`;

// src/report/text/terminal.ts
var WIDE = new RegExp("\\p{Emoji_Presentation}|\\ufe0f|[\\u1100-\\u115f\\u2e80-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff00-\\uff60\\uffe0-\\uffe6\\u{20000}-\\u{3fffd}]", "u");
var segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
var graphemes = (text) => Array.from(segmenter.segment(text), ({ segment }) => segment);
var ASCII = /^[ -~]*$/;
var TOO_LONG = 1e4;
var displayWidth = (text) => text.length > TOO_LONG || ASCII.test(text) ? text.length : graphemes(text).reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0);
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
function wrapped(sentence, width) {
  const lines2 = [];
  let line2 = "";
  let gap = "";
  for (const word of sentence.match(WORDS) ?? []) {
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

// src/report/html/layout.ts
var BOX_WIDTH = 256;
var LINE = 18;
var HEAD = 26;
var GAP = 12;
var CHANNEL = 84;
var MARGIN = 12;
var FEWEST_IN_ROW = 4;
var MOST_LINES2 = 8;
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
  const telling = relation.columns.filter(({ isKey: isKey2, change }) => isKey2 || change !== void 0);
  const columns = (telling.length > 0 ? telling : relation.columns.slice(0, FEW_LINES)).slice(0, MOST_LINES2);
  const more = relation.columns.length - columns.length;
  return { relation, x: 0, y: 0, height: HEAD + LINE * columns.length + 4, columns, more };
}
function ranksOf(boxes, targets2) {
  const ranks = /* @__PURE__ */ new Map();
  const rankOf2 = (id, trail) => {
    const known = ranks.get(id);
    if (known !== void 0) return known;
    const others = (targets2.get(id) ?? []).filter(({ to }) => to !== id && !trail.includes(to));
    const rank = Math.max(-1, ...others.map(({ to }) => rankOf2(to, [...trail, id]))) + 1;
    ranks.set(id, rank);
    return rank;
  };
  for (const { relation } of boxes) rankOf2(relation.id, []);
  return ranks;
}
function placeTrees(boxes, links) {
  const targets2 = groupBy(links, ({ from }) => from);
  const ranks = ranksOf(boxes, targets2);
  const parentOf = ({ relation: { id } }) => (targets2.get(id) ?? []).map(({ to }) => to).find((to) => ranks.get(to) === (ranks.get(id) ?? 0) - 1) ?? "";
  const children = groupBy(boxes, parentOf);
  const place = (box, rank, top) => {
    box.x = MARGIN + rank * (BOX_WIDTH + CHANNEL);
    box.y = top;
    const own = children.get(box.relation.id) ?? [];
    const below = own.reduce((next, child) => place(child, rank + 1, next), top);
    return Math.max(below, top + box.height + GAP);
  };
  return (children.get("") ?? []).reduce((next, root) => place(root, 0, next), MARGIN);
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
  const start = source.y + (line2 === 0 ? HEAD / 2 : HEAD + LINE * (line2 - 0.5));
  const end = target.y + HEAD / 2;
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

// src/report/html/diagram.ts
var ROOM = 33;
var TITLE_ROOM = 29;
function drawing(diagram, title, anchors) {
  const layout = layoutOf(diagram);
  const boxes = layout.boxes.map((box, index) => entity(box, index, anchors));
  return html`<p class="lead">${counted(diagram.relations.length, "relation")} and ${counted(diagram.links.length, "foreign key")}. An arrow leads to what is referenced; a dashed box has not drifted; +2 stands for two columns that are not drawn. Below is the same as text.</p>
<div class="scroll drawing" tabindex="0" role="region" aria-label="${title}, drawn"><svg width="${layout.width}" height="${layout.height}" viewBox="0 0 ${layout.width} ${layout.height}" role="group" aria-label="${title}">
<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>
<g aria-hidden="true">${layout.links.map(connection)}</g>
${boxes}</svg></div>
<details><summary>The diagram as text</summary>${asText(diagram, anchors)}</details>`;
}
var connection = ({ link, from, to, path }) => html`<path class="link ${link.change ?? ""}" data-ends="${from} ${to}" d="${path}" marker-end="url(#arrow)"><title>${linkWords(link)}</title></path>`;
var linkWords = ({ from, columns, to, change }) => `${from} (${columns.join(", ")}) references ${to}${change === void 0 ? "" : `, ${change}`}`;
function entity({ relation, x, y, height, columns, more }, index, anchors) {
  const { id, kind, change } = relation;
  const isNeighbour = relation.columns.length === 0 && change === void 0;
  const lines2 = columns.map(
    (column, at2) => html`<text x="10" y="${HEAD + LINE * at2 + 14}">${columnWords(column)}</text>`
  );
  const rest = more === 0 ? NOTHING : html`<text class="more" x="${BOX_WIDTH - 10}" y="18" text-anchor="end">+${more}</text>`;
  const shape = html`<title>${kind} ${id}${change === void 0 ? "" : `, ${change}`}, ${counted(relation.columns.length, "column")}</title><rect width="${BOX_WIDTH}" height="${height}" rx="6"/><text class="title" x="10" y="18">${truncated(visible(id), TITLE_ROOM)}</text>${lines2}${rest}`;
  const box = html`<g class="entity ${change ?? (isNeighbour ? "neighbour" : "")}" data-box="${index}" transform="translate(${x} ${y})">${shape}</g>\n`;
  const anchor = anchors.get(visible(id));
  return anchor === void 0 ? box : html`<a href="#${anchor}">${box}</a>`;
}
var columnWords = ({ name, type, change, was }) => truncated(
  visible(
    [name, type, ...change === void 0 ? [] : [was === void 0 ? change : `was ${was}`]].join("  ")
  ),
  ROOM
);
function asText({ relations, links }, anchors) {
  const rows2 = relations.map(({ id, columns, change }) => {
    const own = links.filter(({ from }) => from === id);
    return html`<tr><th scope="row">${linked(id, anchors)}${change === void 0 ? "" : ` ${change}`}</th><td>${ifAny(columns, columnList)}</td><td>${ifAny(own, linkList)}</td></tr>`;
  });
  return html`<table class="plain"><caption class="unseen">Relations of the diagram</caption><thead><tr><th scope="col">Relation</th><th scope="col">Columns</th><th scope="col">References</th></tr></thead><tbody>
${rows2}</tbody></table>`;
}
var columnList = (columns) => html`<ul>${columns.map(({ name, type, change, was }) => html`<li><code>${name}</code> ${type}${change === void 0 ? "" : `, ${change}`}${was === void 0 ? "" : `, was ${was}`}</li>`)}</ul>`;
var linkList = (links) => html`<ul>${links.map(({ to, columns, change }) => html`<li><code>${to}</code> by ${columns.join(", ")}${change === void 0 ? "" : `, ${change}`}</li>`)}</ul>`;

// src/report/objects.ts
import { createHash } from "node:crypto";
var STANDINGS = {
  "base-schema-drift": {
    words: VERDICTS["base-schema-drift"],
    meaning: "live, and no migration creates it",
    tone: "red"
  },
  "not-live": {
    words: VERDICTS["not-live"],
    meaning: "created in Git, not in the live database",
    tone: "violet"
  },
  altered: { words: "altered", meaning: "live and in Git, and different", tone: "amber" },
  "types-out-of-date": {
    words: VERDICTS["types-out-of-date"],
    meaning: "the committed types fit neither",
    tone: "blue"
  },
  drifted: { words: "drifted", meaning: "the committed types and the migrations differ", tone: "red" },
  external: { words: VERDICTS.external, meaning: "only in the live database", tone: "muted" },
  accepted: { words: "accepted", meaning: "it drifted, and the baseline accepts that", tone: "muted" },
  pending: {
    words: "pending",
    meaning: "created only by migrations that are not applied yet",
    tone: "muted"
  },
  "not-compared": { words: "not compared", meaning: "nothing was compared with it", tone: "muted" },
  tracked: { words: VERDICTS.tracked, meaning: "live and created in Git", tone: "green" },
  "as-committed": { words: "as committed", meaning: "the committed types have it as it is", tone: "green" }
};
var keyOf2 = (kind, id) => `${kind === "function" ? kind : ""} ${id}`;
var subjectKey = ({ subject }) => keyOf2(subject.kind, owningObject(subject));
var definitionKey = ({ id }) => {
  const [, name] = /^((?:"[^"]*"|[^"(])+)\(.*\)$/s.exec(id) ?? [];
  return name === void 0 ? keyOf2("", id) : keyOf2("function", name);
};
var hasSchema = ({ subject }) => "schema" in subject;
function reportObjects(report) {
  const { inventory, findings, accepted: accepted2 = [], definitions = [] } = report;
  const all = [...inventory?.relations ?? [], ...inventory?.items ?? []];
  const listed2 = new Map(all.map((object) => [keyOf2(object.kind, object.id), object]));
  const own = groupBy(findings.filter(hasSchema), subjectKey);
  const ownAccepted = groupBy(accepted2.filter(hasSchema), subjectKey);
  const sources = groupBy(definitions, definitionKey);
  const objects2 = [.../* @__PURE__ */ new Set([...listed2.keys(), ...own.keys(), ...ownAccepted.keys()])].flatMap(
    (key) => objectOf(report, listed2.get(key), {
      findings: own.get(key) ?? [],
      accepted: ownAccepted.get(key) ?? [],
      definitions: sources.get(key) ?? []
    })
  );
  return objects2.sort((a, b) => rankOf(a) - rankOf(b) || byText(a.id, b.id));
}
function objectOf(report, listed2, about) {
  const [first] = [...about.findings, ...about.accepted];
  const named3 = listed2 ?? (first && ownerIn(first));
  if (named3 === void 0) return [];
  const standing2 = standingOf2(report, listed2, about);
  return [
    {
      anchor: anchorOf(named3.kind, named3.id),
      id: named3.id,
      kind: named3.kind.replaceAll("-", " "),
      ...listed2 && { listed: listed2 },
      standing: standing2,
      isDrift: about.findings.length > 0 || about.accepted.length === 0 && FAILING.has(standing2),
      ...about
    }
  ];
}
var ownerIn = ({ subject }) => ({
  kind: (ownerOf(subject) ?? subject).kind,
  id: owningObject(subject)
});
var anchorOf = (kind, id) => `o-${createHash("sha256").update(keyOf2(kind, id)).digest("hex").slice(0, 10)}`;
var FAILING = /* @__PURE__ */ new Set(["base-schema-drift", "not-live", "types-out-of-date"]);
function standingOf2(report, listed2, { findings, accepted: accepted2 }) {
  const verdict2 = listed2?.verdict;
  if (verdict2 !== void 0 && verdict2 !== "tracked") return verdict2;
  if (findings.length > 0) return isOfLive(report) ? onOneSide(findings) : "drifted";
  if (accepted2.length > 0) return "accepted";
  if (listed2?.pending && !listed2.live) return "pending";
  if (verdict2 === "tracked") return verdict2;
  return report.compared !== void 0 && listed2?.types === true ? "as-committed" : "not-compared";
}
function onOneSide(findings) {
  const isWhole = ({ subject }) => ownerOf(subject) === void 0;
  const rule = findings.find(isWhole)?.ruleId;
  return rule === "unmanaged" ? "base-schema-drift" : rule === "missing" ? "not-live" : "altered";
}
var ORDER = Object.keys(STANDINGS);
var rankOf = ({ isDrift: isDrift2, standing: standing2 }) => (isDrift2 ? 0 : ORDER.length) + ORDER.indexOf(standing2);
var anchorsOf = (objects2) => new Map(
  [...objects2].sort((a, b) => Number(b.kind === "function") - Number(a.kind === "function")).map(({ id, anchor }) => [visible(id), anchor])
);
var countsByStanding = (objects2) => [...groupBy(objects2, ({ standing: standing2 }) => standing2).values()].flatMap((own) => own.slice(0, 1).map(({ standing: standing2 }) => [standing2, own.length])).sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b));

// src/report/html/numbers.ts
function numbers2(report, objects2) {
  const { inventory, history } = report;
  const tiles = [
    ...inventory?.coverage === void 0 ? [] : [coverageTile({ ...inventory, coverage: inventory.coverage })],
    ...history ? [historyTile(history)] : [],
    ...inventory ? [countsTile(inventory, report)] : []
  ];
  return ifAny(tiles, (all) => html`<div class="tiles">${all}</div>${standingBar(objects2)}`);
}
var coverageTile = ({ coverage, ...inventory }) => html`<div class="tile"><h3>Coverage</h3><p class="big">${coverage}<small> %</small></p>
<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-label="Coverage: ${coverage} per cent"><rect class="rest" width="100" height="4"/><rect class="part" width="${Math.min(100, Math.max(0, coverage))}" height="4"/></svg>
<p>${coverageWords(inventory)}.</p></div>`;
function historyTile({ isRecorded, applied, pending, unknown, edited: edited2, outOfOrder }) {
  const kinds = [
    ["pending", pending, "muted"],
    ["unknown", unknown, "red"],
    ["edited", edited2, "red"],
    ["out of order", outOfOrder, "red"]
  ];
  const lists = kinds.map(
    ([words, versions, tone]) => ifAny(
      versions,
      (all) => html`<details class="${tone}"><summary>${all.length} ${words}</summary><ul>${all.map((version) => html`<li><code>${version}</code></li>`)}</ul></details>`
    )
  );
  const none = isRecorded ? NOTHING : html`<p>The live database records no history: all files count as applied.</p>`;
  const empty = kinds.filter(([, versions]) => versions.length === 0).map(([words]) => words);
  const rest = ifAny(empty, (all) => html`<p>None ${all.join(", none ")}.</p>`);
  return html`<div class="tile"><h3>Migration history</h3><p class="big">${applied}<small> applied</small></p>${none}${lists}${rest}</div>`;
}
function countsTile(inventory, { findings, accepted: accepted2 = [], ...report }) {
  const isAudit = isOfLive({ ...report, findings });
  const live = isAudit ? html`<th scope="col">Live</th>` : NOTHING;
  const git = inventory.gitFrom === "static" ? "Git, as written" : "Git";
  const { counts, byKind } = inventory;
  const inTypesAlone = [...findings, ...accepted2].filter(
    ({ ruleId }) => ruleId === "relation-removed"
  ).length;
  const relations = [...isAudit ? [counts.live ?? 0] : [], counts.git, counts.types + inTypesAlone];
  const rows2 = byKind ? byKindRows(inventory) : [["Relations", ...relations]];
  return html`<div class="tile"><h3>Objects by source</h3><table class="counts"><thead><tr><td></td>${live}<th scope="col">${git}</th><th scope="col">Types</th></tr></thead><tbody>
${rows2.map(([kind, ...all]) => html`<tr><th scope="row">${kind}</th>${all.map((count) => html`<td>${count}</td>`)}</tr>`)}</tbody></table></div>`;
}
function standingBar(objects2) {
  const standings = countsByStanding(objects2);
  let from = 0;
  const parts = standings.map(([standing2, count]) => {
    const width = count / objects2.length * 1e3;
    from += width;
    return html`<rect class="${STANDINGS[standing2].tone}" x="${(from - width).toFixed(1)}" width="${Math.max(0, width - 2).toFixed(1)}" height="10"/>`;
  });
  const legend = standings.map(([standing2, count]) => {
    const { words, meaning: meaning2, tone } = STANDINGS[standing2];
    return html`<li><a href="#objects" data-standing="${standing2}"><i class="dot ${tone}"></i><b>${count}</b> ${upperFirst(words)} <span>${meaning2}</span></a></li>`;
  });
  return ifAny(
    legend,
    (all) => html`<svg class="stack" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>
<ul class="legend" aria-label="Objects by verdict">${all}</ul>`
  );
}

// src/report/html/sides.ts
import { diffArrays } from "./vendor/diff.js";
function sideBySide(left, right) {
  if (left[1] === void 0 && right[1] === void 0) return NOTHING;
  const [before, after] = pairedLines(left[1], right[1]);
  return html`<div class="sides">${pane(left, before)}${pane(right, after)}</div>`;
}
function pairedLines(left, right) {
  const [before, after] = [left, right].map((text) => text === void 0 ? [] : visibleLines(text));
  const [one = [], other = []] = [before, after];
  if (left === void 0 || right === void 0)
    return [one.map((text) => ({ text })), other.map((text) => ({ text }))];
  const changes = diffArrays(one, other, { maxEditLength: MOST_EDITS }) ?? [
    { value: one, added: false, removed: true },
    { value: other, added: true, removed: false }
  ];
  const sides = { del: [], ins: [] };
  const even = () => {
    const longest = Math.max(sides.del.length, sides.ins.length);
    for (const side of [sides.del, sides.ins]) while (side.length < longest) side.push({});
  };
  for (const { value, added, removed } of changes) {
    if (!removed && !added) even();
    for (const text of value) {
      if (!added) sides.del.push({ text, ...removed && { mark: "del" } });
      if (!removed) sides.ins.push({ text, ...added && { mark: "ins" } });
    }
  }
  even();
  return [sides.del, sides.ins];
}
var pane = ([title, text], lines2) => text === void 0 ? html`<figure><figcaption>${title}</figcaption><p class="none">None.</p></figure>` : html`<figure><figcaption>${title}</figcaption><pre tabindex="0" role="group" aria-label="${title}"><code>${lines2.map(line)}</code></pre></figure>`;
var line = ({ text, mark }) => {
  if (text === void 0) return html`<i></i>\n`;
  if (mark === "del") return html`<del>${text}</del>\n`;
  return mark === "ins" ? html`<ins>${text}</ins>\n` : html`${text}\n`;
};

// src/report/html/objects.ts
var FEW_DRIFTED = 3;
var FEW_DETAILS = 8;
function objectsTable(report, objects2) {
  if (objects2.length === 0) return NOTHING;
  const isAudit = isOfLive(report);
  const drifted = objects2.filter(({ isDrift: isDrift2 }) => isDrift2).length;
  const heads = [
    "Object",
    "Kind",
    ...isAudit ? ["Live"] : [],
    "Git",
    "Types",
    "Created by",
    "Verdict",
    "Findings"
  ];
  const source = report.inventory?.gitFrom === "static" ? " What Git creates is read from the texts of the migrations." : "";
  return html`<p class="lead">${counted(objects2.length, "object")}, ${drifted === 0 ? "none" : drifted} of them with drift.${source}</p>
${filters(objects2)}
<table class="objects${isAudit ? "" : " check"}" role="table"><caption class="unseen">Objects by source. A name opens what is known of it.</caption>
<thead role="rowgroup"><tr role="row">${heads.map((head) => html`<th role="columnheader" scope="col" class="${CLASSES[head] ?? ""}">${head}</th>`)}</tr></thead>
${objects2.map((object) => rows(object, isAudit, object.isDrift && drifted <= FEW_DRIFTED))}
</table>`;
}
var CLASSES = {
  Object: "name",
  Kind: "kind",
  Live: "has",
  Git: "has",
  Types: "has",
  "Created by": "file",
  Verdict: "standing",
  Findings: "number"
};
function filters(objects2) {
  const kinds = [...new Set(objects2.map(({ kind }) => kind))].sort(byText);
  const verdicts = countsByStanding(objects2).map(
    ([standing2, count]) => html`<option value="${standing2}">${upperFirst(STANDINGS[standing2].words)} (${count})</option>`
  );
  return html`<form id="filters" role="search" aria-label="Objects" hidden>
<label class="wide">Filter <kbd aria-hidden="true">/</kbd><input type="search" id="words" autocomplete="off" spellcheck="false" placeholder="name, file, finding" aria-keyshortcuts="/"></label>
<label>Verdict<select id="verdict"><option value="">all</option>${verdicts}</select></label>
<label>Kind<select id="kind"><option value="">all</option>${kinds.map((kind) => html`<option value="${kind}">${kind}</option>`)}</select></label>
<label class="check"><input type="checkbox" id="drift"> Only drift</label>
<button type="button" id="clear">Clear</button>
<p id="shown" role="status" aria-live="polite"></p></form>`;
}
function rows(object, isAudit, isOpen) {
  const { anchor, id, kind, listed: listed2, standing: standing2, isDrift: isDrift2, findings, accepted: accepted2 } = object;
  const { words, tone } = STANDINGS[standing2];
  const schemaEnd = /^(?:"(?:[^"]|"")*"|[^".]+)\./.exec(id)?.[0] ?? "";
  const count = findings.length + accepted2.length;
  const git = isAudit || listed2 === void 0 ? listed2?.git : true;
  const file = listed2?.file ?? "";
  return html`<tbody role="rowgroup" data-kind="${kind}" data-verdict="${standing2}"${isDrift2 ? html` data-drift` : NOTHING}><tr role="row"><th role="rowheader" scope="row" class="name"><details${isOpen ? html` open` : NOTHING}><summary id="${anchor}"><span class="schema">${schemaEnd}</span>${id.slice(schemaEnd.length)}</summary></details></th><td role="cell" class="kind">${kind}</td>${isAudit ? presence(listed2?.live) : NOTHING}${presence(git)}${presence(listed2?.types)}<td role="cell" class="file">${file === "" ? NOTHING : html`<span title="${file}">${file.slice(file.lastIndexOf("/") + 1)}</span>`}</td><td role="cell" class="standing"><span class="badge ${tone}">${upperFirst(words)}</span></td><td role="cell" class="number">${count === 0 ? "" : count}</td></tr>
<tr role="row" class="detail"><td role="cell" colspan="${isAudit ? 8 : 7}">${detail(object)}</td></tr></tbody>
`;
}
function presence(has) {
  if (has === void 0) return html`<td role="cell" class="has"><span class="unseen">not known</span></td>`;
  const [look, sign, word] = has ? ["yes", "\u2713", "yes"] : ["no", "\u2013", "no"];
  return html`<td role="cell" class="has ${look}"><span aria-hidden="true">${sign}</span><span class="unseen">${word}</span></td>`;
}
function detail({ standing: standing2, listed: listed2, findings, accepted: accepted2, definitions }) {
  const { words, meaning: meaning2 } = STANDINGS[standing2];
  const created = listed2?.file ? html` Created by <code>${listed2.file}</code>${listed2.pending ? ", which is not applied yet" : ""}.` : NOTHING;
  const acceptedCards = accepted2.map(
    ({ acceptance, ...finding }) => findingCard(
      finding,
      html`<p class="acceptance"><b>${upperFirst(acceptedWords(acceptance))}</b>: ${acceptance.reason}</p>`
    )
  );
  return html`<p class="meaning"><b>${upperFirst(words)}</b>: ${meaning2}.${created}</p>${findings.map((finding) => findingCard(finding))}${acceptedCards}${definitions.map(definition)}`;
}
function findingCard(finding, foot = NOTHING) {
  const { message, reason: reason2, remedy, location, typesLocation, details, sql = [] } = finding;
  const { committed, generated, expected, actual } = finding;
  const grade = gradeOf(finding);
  const places = [location, typesLocation].flatMap(
    (place) => place ? [html`<code>${placeOf(place)}</code> `] : []
  );
  return html`<article class="finding ${GRADE_TONES[grade]}"><h3>${titleOf(finding)} <span class="grade">${grade}</span></h3>
<p class="message">${prose(upperFirst(message))}</p>${reason2 === void 0 ? NOTHING : html`<p>${upperFirst(reason2)}.</p>`}${ifAny(places, (all) => html`<p class="place">${all}</p>`)}${ifAny(details, detailList)}${sideBySide(["Committed types", committed], ["Generated types", generated])}${sideBySide(["Migrations", expected], ["Live database", actual])}
<p class="remedy">${prose(remedy)}</p>${sql.length === 0 ? NOTHING : copyable(scriptOf(sql), "suggested SQL")}${foot}</article>`;
}
function detailList(details) {
  const list2 = html`<ul class="details">${details.map((one) => html`<li>${prose(one)}</li>`)}</ul>`;
  return details.length <= FEW_DETAILS ? list2 : html`<details><summary>${details.length} parts</summary>${list2}</details>`;
}
var definition = ({ id, expected, actual }) => html`<section class="definition"><h3>Definition of <code>${id}</code></h3>${sideBySide(
  ["Migrations", expected && unfoldedSql(expected)],
  ["Live database", actual && unfoldedSql(actual)]
)}</section>`;
var findingBeside = (finding) => html`<div class="beside"><p class="subject"><b>${finding.subject.kind.replaceAll("-", " ")}</b> <code>${finding.id}</code></p>${findingCard(finding)}</div>`;

// src/report/html/page.css
var page_default = '/* How the page looks: on wide and narrow screens, by day and by night, and on paper. A test holds its colours to WCAG AA. */\n:root {\n  color-scheme: light dark;\n  --ground: #f5f6f8;\n  --surface: #ffffff;\n  --sunken: #eef0f4;\n  --line: #d3d9e2;\n  --text: #18212f;\n  --muted: #566173;\n  --accent: #0b7650;\n  --red: #b0241b;\n  --red-ground: #fdecea;\n  --amber: #845000;\n  --amber-ground: #fff3d9;\n  --green: #126a3e;\n  --green-ground: #e3f5ea;\n  --blue: #1d5aa8;\n  --blue-ground: #e7effb;\n  --violet: #6a3fae;\n  --violet-ground: #f0eafb;\n}\n@media screen and (prefers-color-scheme: dark) {\n  :root {\n    --ground: #0e1217;\n    --surface: #161b22;\n    --sunken: #1e252e;\n    --line: #313b47;\n    --text: #e7ebf1;\n    --muted: #9dabba;\n    --accent: #4fcf96;\n    --red: #ff938a;\n    --red-ground: #3b1c1a;\n    --amber: #f0bd62;\n    --amber-ground: #362910;\n    --green: #72d99f;\n    --green-ground: #12301f;\n    --blue: #8fbbf6;\n    --blue-ground: #16273e;\n    --violet: #c3a5f5;\n    --violet-ground: #291f3e;\n  }\n}\n\n* {\n  box-sizing: border-box;\n}\nhtml {\n  scroll-padding-top: 5.6rem;\n  -webkit-text-size-adjust: 100%;\n}\nbody {\n  margin: 0;\n  background: var(--ground);\n  color: var(--text);\n  font:\n    15px / 1.5 system-ui,\n    -apple-system,\n    "Segoe UI",\n    "Noto Sans",\n    sans-serif;\n  overflow-wrap: anywhere;\n}\nmain,\nheader,\nfooter {\n  max-width: 78rem;\n  margin: 0 auto;\n  padding: 0 1.25rem;\n}\nmain:focus {\n  outline: none;\n}\nsection {\n  margin: 0 0 2.25rem;\n}\nmain > section > details {\n  margin-top: 0.6rem;\n}\nh1,\nh2,\nh3 {\n  line-height: 1.25;\n  margin: 0;\n}\nh1 {\n  font-size: 1.6rem;\n}\nh2 {\n  font-size: 1.15rem;\n  margin-bottom: 0.75rem;\n}\nh3 {\n  font-size: 0.95rem;\n}\np,\nul,\nol,\ndl {\n  margin: 0.4rem 0;\n}\na {\n  color: var(--accent);\n  text-underline-offset: 2px;\n}\ncode,\npre,\n.schema,\ntbody .name {\n  font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace;\n  font-size: 0.875em;\n}\npre {\n  margin: 0.4rem 0;\n  padding: 0.7rem 0.85rem;\n  background: var(--sunken);\n  border-radius: 6px;\n  overflow: auto;\n  max-height: 32rem;\n  line-height: 1.45;\n}\npre code {\n  font-size: 1em;\n  overflow-wrap: normal;\n}\nsummary {\n  cursor: pointer;\n}\n:focus-visible {\n  outline: 2px solid var(--accent);\n  outline-offset: 2px;\n  border-radius: 3px;\n}\nbutton,\ninput,\nselect {\n  font: inherit;\n  color: inherit;\n  background: var(--surface);\n  border: 1px solid var(--muted);\n  border-radius: 6px;\n  padding: 0.35rem 0.6rem;\n}\nbutton {\n  cursor: pointer;\n}\nbutton:hover {\n  background: var(--sunken);\n}\ntable {\n  border-collapse: collapse;\n  width: 100%;\n}\nth {\n  text-align: left;\n}\n.unseen {\n  position: absolute;\n  width: 1px;\n  height: 1px;\n  overflow: hidden;\n  clip-path: inset(50%);\n  white-space: nowrap;\n}\n.skip {\n  position: absolute;\n  left: -100vw;\n  top: 0;\n  padding: 0.5rem 1rem;\n  background: var(--surface);\n  z-index: 3;\n}\n.skip:focus {\n  left: 0;\n}\n.lead,\n.meaning,\n.place,\n.none {\n  color: var(--muted);\n}\n.scroll {\n  overflow-x: auto;\n}\n.plain th,\n.plain td {\n  padding: 0.4rem 0.9rem 0.4rem 0;\n  border-bottom: 1px solid var(--line);\n  vertical-align: top;\n  text-align: left;\n  font-weight: 400;\n}\n.plain thead th {\n  color: var(--muted);\n  font-size: 0.85rem;\n}\n.plain ul {\n  margin: 0;\n  padding: 0;\n  list-style: none;\n}\n.warned {\n  border-left: 4px solid var(--amber);\n  background: var(--amber-ground);\n  padding: 0.8rem 1rem;\n  border-radius: 6px;\n}\ndt {\n  font-weight: 600;\n}\ndd {\n  margin: 0 0 0.4rem;\n}\nfooter {\n  color: var(--muted);\n  font-size: 0.85rem;\n  padding-bottom: 2rem;\n}\n\nheader {\n  display: flex;\n  flex-wrap: wrap;\n  align-items: baseline;\n  justify-content: space-between;\n  gap: 0.25rem 1.5rem;\n  padding-top: 0.9rem;\n  padding-bottom: 0.9rem;\n}\n.product {\n  margin: 0;\n  color: var(--muted);\n}\n.product b {\n  color: var(--text);\n}\nnav ul {\n  display: flex;\n  flex-wrap: wrap;\n  gap: 0.15rem 1rem;\n  margin: 0;\n  padding: 0;\n  list-style: none;\n  font-size: 0.9rem;\n}\nnav a {\n  color: var(--muted);\n  text-decoration: none;\n}\nnav a:hover {\n  color: var(--accent);\n  text-decoration: underline;\n}\n.verdict {\n  display: flex;\n  gap: 1.1rem;\n  padding: 1.3rem 1.4rem;\n  background: var(--surface);\n  border: 1px solid;\n  border-radius: 12px;\n}\n.verdict > div {\n  min-width: 0;\n}\n.mark {\n  flex: none;\n  display: grid;\n  place-items: center;\n  width: 2.6rem;\n  height: 2.6rem;\n  border-radius: 50%;\n  font-size: 1.35rem;\n  font-weight: 700;\n}\n.against {\n  color: var(--muted);\n  font-size: 0.875rem;\n  margin-bottom: 0;\n}\n.against span + span::before {\n  content: "\xB7 ";\n}\n.tiles {\n  display: grid;\n  grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr));\n  gap: 1rem;\n}\n.tile {\n  background: var(--surface);\n  border: 1px solid var(--line);\n  border-radius: 12px;\n  padding: 1rem 1.2rem;\n}\n.tile h3 {\n  color: var(--muted);\n  font-weight: 600;\n  font-size: 0.85rem;\n}\n.tile p {\n  margin: 0.25rem 0;\n}\n.big {\n  font-size: 2.3rem;\n  font-weight: 650;\n  line-height: 1.15;\n  font-variant-numeric: tabular-nums;\n}\n.big small {\n  font-size: 1rem;\n  font-weight: 400;\n  color: var(--muted);\n}\n.tile summary {\n  font-size: 0.95rem;\n}\n.tile .red > summary {\n  color: var(--red);\n}\n.bar {\n  display: block;\n  width: 100%;\n  height: 8px;\n  border-radius: 4px;\n  margin: 0.5rem 0;\n}\n.bar .rest {\n  fill: var(--line);\n}\n.bar .part {\n  fill: var(--accent);\n}\n.counts {\n  margin-top: 0.4rem;\n  font-variant-numeric: tabular-nums;\n}\n.counts td,\n.counts thead th {\n  text-align: right;\n  padding: 0.12rem 0 0.12rem 0.6rem;\n  font-weight: 400;\n}\n.counts thead th {\n  color: var(--muted);\n  font-size: 0.85rem;\n}\n.counts tbody th {\n  font-weight: 400;\n}\n.stack {\n  display: block;\n  width: 100%;\n  height: 12px;\n  margin: 1.2rem 0 0.5rem;\n  border-radius: 4px;\n  overflow: hidden;\n}\n.legend {\n  display: flex;\n  flex-wrap: wrap;\n  gap: 0.3rem 1.3rem;\n  padding: 0;\n  margin: 0;\n  list-style: none;\n  font-size: 0.9rem;\n}\n.legend a {\n  color: inherit;\n  text-decoration: none;\n}\n.legend a:hover {\n  text-decoration: underline;\n}\n.legend span {\n  color: var(--muted);\n}\n.dot {\n  display: inline-block;\n  width: 0.65rem;\n  height: 0.65rem;\n  border-radius: 50%;\n  margin-right: 0.35rem;\n}\n.steps {\n  list-style: none;\n  padding: 0;\n  background: var(--surface);\n  border: 1px solid var(--line);\n  border-radius: 10px;\n  overflow: hidden;\n}\n.steps > li {\n  padding: 0.6rem 1rem;\n  border-left: 4px solid var(--tone);\n}\n.steps > li + li {\n  border-top: 1px solid var(--line);\n}\n.steps p {\n  margin: 0.1rem 0;\n}\n.steps h3 span {\n  display: block;\n}\n.steps > li > p {\n  color: var(--muted);\n}\n.grade,\n.count,\n.badge {\n  display: inline-block;\n  padding: 0.05rem 0.5rem;\n  border-radius: 1rem;\n  font-size: 0.8rem;\n  font-weight: 600;\n  white-space: nowrap;\n}\n.links {\n  display: flex;\n  flex-wrap: wrap;\n  gap: 0.15rem 1rem;\n  padding: 0;\n  list-style: none;\n}\n.red {\n  --tone: var(--red);\n  --tone-ground: var(--red-ground);\n}\n.amber {\n  --tone: var(--amber);\n  --tone-ground: var(--amber-ground);\n}\n.green {\n  --tone: var(--green);\n  --tone-ground: var(--green-ground);\n}\n.blue {\n  --tone: var(--blue);\n  --tone-ground: var(--blue-ground);\n}\n.violet {\n  --tone: var(--violet);\n  --tone-ground: var(--violet-ground);\n}\n.muted {\n  --tone: var(--muted);\n  --tone-ground: var(--sunken);\n}\n.badge,\n.grade,\n.count {\n  color: var(--tone);\n  background: var(--tone-ground);\n}\n.dot {\n  background: var(--tone);\n}\n.stack rect {\n  fill: var(--tone);\n}\n.verdict {\n  border-color: var(--tone);\n}\n.mark {\n  color: var(--tone);\n  background: var(--tone-ground);\n}\n\n#filters {\n  position: sticky;\n  top: 0;\n  z-index: 2;\n  display: flex;\n  flex-wrap: wrap;\n  gap: 0.5rem 0.8rem;\n  align-items: end;\n  padding: 0.7rem 0;\n  background: var(--ground);\n}\n#filters[hidden] {\n  display: none;\n}\n#filters label {\n  display: grid;\n  font-size: 0.8rem;\n  color: var(--muted);\n}\n#filters input,\n#filters select {\n  color: var(--text);\n  font-size: 0.95rem;\n}\n#filters .wide {\n  flex: 1 1 15rem;\n}\n#filters .check {\n  display: flex;\n  align-items: center;\n  gap: 0.4rem;\n  font-size: 0.95rem;\n  color: var(--text);\n  min-height: 2.2rem;\n}\n#shown {\n  margin: 0;\n  color: var(--muted);\n  min-width: 13rem;\n  align-self: center;\n}\nkbd {\n  border: 1px solid var(--line);\n  border-radius: 4px;\n  padding: 0 0.3rem;\n  font-size: 0.75rem;\n  justify-self: start;\n}\n#filters .wide {\n  grid-template-columns: auto 1fr;\n  gap: 0 0.4rem;\n}\n#filters .wide input {\n  grid-column: 1 / -1;\n}\n.objects {\n  --columns: minmax(12rem, 1fr) 9rem 4.6rem 4.6rem 4.6rem minmax(8rem, 21%) 10.6rem 6.2rem;\n  display: block;\n  background: var(--surface);\n  border: 1px solid var(--line);\n  border-radius: 10px;\n}\n.objects.check {\n  --columns: minmax(12rem, 1fr) 9rem 4.6rem 4.6rem minmax(8rem, 30%) 10.6rem 6.2rem;\n}\n.objects caption,\n.objects thead,\n.objects tbody,\n.objects td > div {\n  display: block;\n}\n.objects tr {\n  display: grid;\n  grid-template-columns: var(--columns);\n}\n.objects tbody {\n  border-top: 1px solid var(--line);\n  content-visibility: auto;\n  contain-intrinsic-size: auto 2.35rem;\n}\n.objects tbody[hidden] {\n  display: none;\n}\n.objects thead th {\n  color: var(--muted);\n  font-size: 0.85rem;\n  font-weight: 600;\n  padding: 0.3rem 0.6rem;\n}\n.objects thead button {\n  white-space: nowrap;\n  border: 0;\n  padding: 0.2rem 0.3rem;\n  margin-left: -0.3rem;\n  background: none;\n  font-weight: 600;\n}\n.objects thead button::after {\n  content: " \u2195";\n  opacity: 0.6;\n}\n.objects [aria-sort="ascending"] button::after {\n  content: " \u2191";\n  opacity: 1;\n}\n.objects [aria-sort="descending"] button::after {\n  content: " \u2193";\n  opacity: 1;\n}\n.objects tbody > tr > * {\n  padding: 0.42rem 0.6rem;\n  font-weight: 400;\n  min-width: 0;\n}\n.objects td.kind,\n.objects td.file {\n  color: var(--muted);\n  font-size: 0.875rem;\n}\n.objects .number {\n  font-variant-numeric: tabular-nums;\n}\n.has.yes {\n  color: var(--green);\n  font-weight: 700;\n}\n.has.no {\n  color: var(--muted);\n}\n.objects summary {\n  list-style-position: outside;\n  margin-left: 1.1rem;\n}\n.objects summary:hover {\n  color: var(--accent);\n}\n.schema {\n  color: var(--muted);\n  font-size: 1em;\n}\n.objects tr:first-child:has(details[open]) {\n  background: var(--sunken);\n}\n.objects tr.detail {\n  display: none;\n}\n.objects tr:has(details[open]) + tr.detail {\n  display: block;\n}\n.objects tr.detail > td {\n  display: block;\n  padding: 0.5rem 1.2rem 1.1rem 1.7rem;\n}\n@supports not selector(:has(a)) {\n  .objects tr.detail {\n    display: block;\n  }\n}\n\n.finding {\n  border: 1px solid var(--line);\n  border-left: 4px solid var(--tone);\n  border-radius: 8px;\n  padding: 0.7rem 1rem;\n  margin: 0.7rem 0;\n  background: var(--surface);\n}\n.remedy::before {\n  content: "\u2192 ";\n  color: var(--accent);\n  font-weight: 700;\n}\n.acceptance {\n  background: var(--sunken);\n  border-radius: 6px;\n  padding: 0.4rem 0.7rem;\n}\n.details {\n  padding-left: 1.2rem;\n  color: var(--muted);\n}\n.beside {\n  margin: 0.8rem 0;\n}\n.subject {\n  margin: 0;\n}\n.beside .finding {\n  margin-top: 0.25rem;\n}\n.definition {\n  margin: 1rem 0 0;\n}\n.sides {\n  display: grid;\n  grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);\n  gap: 0.8rem;\n  margin: 0.5rem 0;\n}\nfigure {\n  margin: 0;\n  min-width: 0;\n}\nfigcaption {\n  font-size: 0.8rem;\n  color: var(--muted);\n  font-weight: 600;\n}\n.sides pre {\n  margin: 0.2rem 0 0;\n  padding: 0.6rem 0;\n}\n.sides code {\n  display: block;\n  width: max-content;\n  min-width: 100%;\n  padding: 0 0.8rem;\n}\ndel,\nins {\n  display: inline-block;\n  min-width: 100%;\n  margin: 0 -0.8rem;\n  padding: 0 0.8rem;\n  text-decoration: none;\n  box-sizing: content-box;\n}\ndel {\n  background: var(--red-ground);\n  color: var(--red);\n}\nins {\n  background: var(--green-ground);\n  color: var(--green);\n}\ndel::before,\nins::before {\n  position: absolute;\n  margin-left: -0.65rem;\n  content: "+";\n}\ndel::before {\n  content: "\u2212";\n}\n.copyable {\n  position: relative;\n}\n.copy {\n  position: absolute;\n  top: 0.45rem;\n  right: 0.45rem;\n  font-size: 0.8rem;\n  padding: 0.15rem 0.55rem;\n}\n\n.drawing {\n  background: var(--surface);\n  border: 1px solid var(--line);\n  border-radius: 10px;\n  max-height: 46rem;\n  overflow: auto;\n}\nsvg text {\n  fill: var(--text);\n  font:\n    12px ui-monospace,\n    SFMono-Regular,\n    Menlo,\n    Consolas,\n    "Liberation Mono",\n    monospace;\n}\n.entity rect {\n  fill: var(--ground);\n  stroke: var(--muted);\n}\n.entity .title {\n  font-weight: 700;\n}\n.entity .more {\n  fill: var(--muted);\n}\n.entity.neighbour rect {\n  stroke-dasharray: 4 3;\n}\n.entity.added rect {\n  stroke: var(--green);\n}\n.entity.removed rect {\n  stroke: var(--red);\n}\n.entity.changed rect,\n.entity.renamed rect {\n  stroke: var(--amber);\n}\n.link {\n  fill: none;\n  stroke: var(--muted);\n  stroke-opacity: 0.65;\n}\n.link.removed {\n  stroke-dasharray: 3 3;\n}\nmarker path {\n  fill: var(--muted);\n}\n.link.lit {\n  stroke: var(--accent);\n  stroke-opacity: 1;\n  stroke-width: 2.5;\n}\n.entity.lit rect,\n.drawing a:hover rect {\n  stroke: var(--accent);\n  stroke-width: 2;\n}\n.drawing a:focus-visible {\n  outline: none;\n}\n.drawing a:focus-visible rect {\n  stroke: var(--accent);\n  stroke-width: 3;\n}\n.chart {\n  display: block;\n  width: 100%;\n  min-width: 34rem;\n  max-width: 60rem;\n  background: var(--surface);\n  border: 1px solid var(--line);\n  border-radius: 10px;\n}\n.chart .tick {\n  fill: var(--muted);\n  font-size: 11px;\n}\n.chart .value {\n  font-weight: 700;\n}\n.grid {\n  stroke: var(--line);\n}\n.area {\n  fill: var(--red);\n  fill-opacity: 0.12;\n}\n.trend {\n  fill: none;\n  stroke: var(--red);\n  stroke-width: 2.5;\n  stroke-linejoin: round;\n}\n.chart circle {\n  fill: var(--red);\n  stroke: var(--surface);\n  stroke-width: 2;\n}\n\n@media (max-width: 64rem) {\n  .objects,\n  .objects.check {\n    --columns: minmax(0, 1fr) 9rem 4.2rem 4.2rem 4.2rem 10.6rem 6.2rem;\n  }\n  .objects.check {\n    --columns: minmax(0, 1fr) 9rem 4.2rem 4.2rem 10.6rem 6.2rem;\n  }\n  .objects .file,\n  .legend span {\n    display: none;\n  }\n}\n@media (max-width: 44rem) {\n  main,\n  header,\n  footer {\n    padding-left: 0.8rem;\n    padding-right: 0.8rem;\n  }\n  .verdict {\n    padding: 1rem;\n    gap: 0.7rem;\n  }\n  .mark {\n    width: 2rem;\n    height: 2rem;\n    font-size: 1.05rem;\n  }\n  h1 {\n    font-size: 1.3rem;\n  }\n  .objects {\n    --columns: 3.4rem 3.4rem 3.8rem 1fr;\n  }\n  .objects.check {\n    --columns: 3.4rem 3.8rem 1fr;\n  }\n  .objects .name,\n  .objects tr.detail > td {\n    grid-column: 1 / -1;\n  }\n  .objects tbody .has,\n  .objects tbody .standing {\n    padding-top: 0;\n  }\n  .objects tbody {\n    contain-intrinsic-size: auto 4rem;\n  }\n  .objects .kind,\n  .objects .number {\n    display: none;\n  }\n  .objects thead th,\n  .objects tbody > tr:first-child > * {\n    padding-left: 0.3rem;\n    padding-right: 0.3rem;\n  }\n  .objects tbody > tr:first-child > .has {\n    padding-left: 0.9rem;\n  }\n  #filters label {\n    flex: 1 1 8rem;\n  }\n  .sides {\n    grid-template-columns: minmax(0, 1fr);\n  }\n  .objects tr.detail > td {\n    padding: 0.3rem 0.6rem 0.8rem;\n  }\n  #filters {\n    position: static;\n  }\n}\n@media (prefers-reduced-motion: no-preference) {\n  html {\n    scroll-behavior: smooth;\n  }\n}\n@media print {\n  html {\n    color-scheme: only light;\n    font-size: 10px;\n  }\n  body {\n    background: #fff;\n    font-size: 1.1rem;\n  }\n  nav,\n  form,\n  .copy,\n  .skip {\n    display: none !important;\n  }\n  main,\n  header,\n  footer {\n    max-width: none;\n    padding: 0;\n  }\n  .verdict,\n  .tile,\n  .finding,\n  tr {\n    break-inside: avoid;\n  }\n  pre,\n  .drawing {\n    max-height: none;\n    overflow: visible;\n    white-space: pre-wrap;\n  }\n  .objects tbody {\n    content-visibility: visible;\n  }\n  .drawing svg {\n    max-width: 100%;\n    height: auto;\n  }\n}\n';

// src/report/html/page.js
var page_default2 = "// What the page does beyond reading: filter, sort, keys, copying, links into folded parts. It gets no data of the\n// report but the document itself, so it is the same text in every page, and the page's policy lets nothing else run.\n\n(() => {\n  const $ = (id) => document.getElementById(id);\n  const all = (selector, within = document) => [...within.querySelectorAll(selector)];\n  const form = $('filters');\n\n  let clear = () => {};\n\n  // Links lead to the name of an object, which the browser focuses; here it is brought out and opened.\n  const open = (hash) => {\n    const name = hash.startsWith('#o-') && $(hash.slice(1));\n    if (!name) return;\n    if (name.closest('tbody').hidden) clear();\n    name.parentElement.open = true;\n  };\n\n  if (form) {\n    const table = document.querySelector('table.objects');\n    const rows = all('tbody', table).map((body) => ({\n      body,\n      summary: body.querySelector('summary'),\n      text: [body.rows[0], ...all('h3, .message', body)]\n        .map((part) => part.textContent)\n        .join(' ')\n        .toLowerCase(),\n    }));\n    const [words, verdict, kind, drift, shown] = ['words', 'verdict', 'kind', 'drift', 'shown'].map($);\n\n    const filter = () => {\n      const parts = words.value.toLowerCase().split(/\\s+/).filter(Boolean);\n      let count = 0;\n      for (const { body, text } of rows) {\n        const { dataset } = body;\n        const fits =\n          (!verdict.value || dataset.verdict === verdict.value) &&\n          (!kind.value || dataset.kind === kind.value) &&\n          (!drift.checked || 'drift' in dataset) &&\n          parts.every((part) => text.includes(part));\n        if (body.hidden === fits) body.hidden = !fits;\n        if (fits) count += 1;\n      }\n      shown.textContent = `Showing ${count} of ${rows.length}${rows.length === 1 ? ' object' : ' objects'}`;\n    };\n    form.hidden = false;\n    form.addEventListener('input', filter);\n    form.addEventListener('submit', (event) => event.preventDefault());\n    clear = () => {\n      form.reset();\n      filter();\n    };\n    $('clear').addEventListener('click', clear);\n    filter();\n\n    const order = new Intl.Collator('en', { numeric: true });\n    all('thead th', table).forEach((head, column) => {\n      const button = document.createElement('button');\n      button.type = 'button';\n      button.textContent = head.textContent;\n      head.replaceChildren(button);\n      button.addEventListener('click', () => {\n        const down = head.getAttribute('aria-sort') === 'ascending';\n        for (const other of all('thead th', table)) other.removeAttribute('aria-sort');\n        head.setAttribute('aria-sort', down ? 'descending' : 'ascending');\n        const keyed = rows.map(({ body }) => ({ body, key: body.rows[0].cells[column].textContent }));\n        keyed.sort((a, b) => (down ? -1 : 1) * order.compare(a.key, b.key));\n        table.append(...keyed.map(({ body }) => body));\n      });\n    });\n\n    for (const link of all('[data-standing]'))\n      link.addEventListener('click', () => {\n        form.reset();\n        verdict.value = link.dataset.standing;\n        filter();\n      });\n\n    document.addEventListener('keydown', (event) => {\n      const { key, target } = event;\n      if (event.ctrlKey || event.metaKey || event.altKey) return;\n      if (key === '/' && !target.closest('input, select, textarea')) {\n        event.preventDefault();\n        words.focus();\n        words.select();\n      } else if (key === 'Escape') {\n        clear();\n      } else if ((key === 'ArrowDown' || key === 'ArrowUp') && target.closest('table.objects summary')) {\n        event.preventDefault();\n        const visible = all('tbody:not([hidden]) > tr > th > details > summary', table);\n        visible[visible.indexOf(target) + (key === 'ArrowDown' ? 1 : -1)]?.focus();\n      }\n    });\n  }\n\n  const copy = async (button) => {\n    const code = button.parentElement.querySelector('code');\n    getSelection().selectAllChildren(code);\n    try {\n      await navigator.clipboard.writeText(code.textContent);\n    } catch {\n      document.execCommand('copy');\n    }\n    button.textContent = 'Copied';\n    $('said').textContent = 'Copied';\n    setTimeout(() => {\n      button.textContent = 'Copy';\n      $('said').textContent = '';\n    }, 2000);\n  };\n  for (const button of all('button.copy')) button.hidden = false;\n  document.addEventListener('click', ({ target }) => {\n    if (target.closest('button.copy')) copy(target);\n    const link = target.closest('a[href^=\"#o-\"]');\n    if (link) open(link.getAttribute('href'));\n  });\n\n  const light = ({ target }) => {\n    const box =\n      target.closest?.('a, [data-box]')?.querySelector('[data-box]') ?? target.closest?.('[data-box]');\n    for (const lit of all('.lit')) lit.classList.remove('lit');\n    if (!box) return;\n    for (const link of all('[data-ends]')) {\n      const ends = link.dataset.ends.split(' ');\n      if (!ends.includes(box.dataset.box)) continue;\n      link.classList.add('lit');\n      for (const end of ends) $('diagram').querySelector(`[data-box=\"${end}\"]`).classList.add('lit');\n    }\n  };\n  for (const type of ['mouseover', 'focusin']) $('diagram')?.addEventListener(type, light);\n\n  addEventListener('hashchange', () => open(location.hash));\n  open(location.hash);\n})();\n";

// src/report/html.ts
var hashOf = (text) => `'sha256-${createHash2("sha256").update(text).digest("base64")}'`;
function renderHtml(report) {
  const document = documentOf(report, "html");
  const policy = [
    "default-src 'none'",
    "img-src data:",
    `style-src ${hashOf(page_default)}`,
    `script-src ${hashOf(page_default2)}`,
    "base-uri 'none'",
    "form-action 'none'"
  ].join("; ");
  const title = [document.status, ...document.where, "Supabase Drift Gate"].join(" \xB7 ");
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer"><meta name="robots" content="noindex"><link rel="icon" href="data:,">
<style>${ours(page_default)}</style></head>
<body>${body(report, document)}
<script>${ours(page_default2)}</script></body></html>
`.markup;
}
function body(report, document) {
  const objects2 = reportObjects(report);
  const anchors = anchorsOf(objects2);
  const shown2 = new Set(objects2.flatMap(({ definitions }) => definitions));
  const others = (report.definitions ?? []).filter((one) => !shown2.has(one));
  const beside = report.findings.filter((finding) => !hasSchema(finding));
  const told2 = (...ids) => ids.flatMap(
    (id) => document.sections.filter((section2) => section2.id === id).map((section2) => partOf2(section2, anchors))
  );
  const parts = [
    { id: "numbers", title: "At a glance", content: numbers2(report, objects2) },
    ...told2("not-checked", "warnings", "base-schema", "steps"),
    { id: "objects", title: "Objects", content: objectsTable(report, objects2) },
    {
      id: "others",
      title: "Other findings",
      content: ifAny(beside, (all) => html`${all.map(findingBeside)}`)
    },
    {
      id: "definitions",
      title: "Further definitions",
      content: ifAny(others, (all) => html`${all.map(definition)}`)
    },
    ...told2("diagram"),
    { id: "audits", title: "Drift over time", content: auditsChart(report) },
    ...told2("suggestion", "accepted", "notices")
  ].filter(({ content }) => content !== NOTHING);
  return html`<a class="skip" href="#main">Skip to the report</a>
<header><p class="product"><b>Supabase Drift Gate</b> ${report.command}</p>${contents(parts)}</header>
<main id="main" tabindex="-1">${verdict(document, report.project.directory, anchors)}
${parts.map(section)}</main>
<footer><p>${["Supabase Drift Gate ", VERSION, ...document.phases.map((phase) => ` \xB7 ${phase}`)].join("")}</p><p id="said" class="unseen" role="status"></p></footer>`;
}
var WARNED = /* @__PURE__ */ new Set(["not-checked", "warnings"]);
var section = ({ id, title, content }) => html`<section id="${id}"${WARNED.has(id) ? html` class="warned"` : NOTHING} aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${content}</section>\n`;
var contents = (parts) => parts.length < 2 ? NOTHING : html`<nav aria-label="Sections"><ul>${parts.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>`;
var LOOKS = {
  clean: { mark: "\u2713", tone: "green" },
  passing: { mark: "~", tone: "amber" },
  drifted: { mark: "\u2717", tone: "red" },
  failed: { mark: "!", tone: "amber" }
};
function verdict({ look, status, because, sections, facts: facts2, notCompared }, directory, anchors) {
  const { mark, tone } = LOOKS[look];
  const reason2 = sections.filter(({ id }) => id === "reason").flatMap(({ blocks }) => blocks);
  return html`<section class="verdict ${tone}" aria-labelledby="verdict-title"><span class="mark" aria-hidden="true">${mark}</span><div>
<h1 id="verdict-title">${prose(status)}</h1>${because.map((sentence) => html`<p>${prose(look === "failed" ? sentence : upperFirst(sentence))}</p>`)}${reason2.map((block) => blockHtml(block, "", anchors))}
<p class="against">${[...directory === "." ? [] : [named(directory)], ...facts2].map((fact) => html`<span>${prose(fact)}</span> `)}</p>${notCompared === void 0 ? NOTHING : html`<p class="against">${notCompared}</p>`}</div></section>`;
}
function partOf2({ id, title = "", isFolded, blocks }, anchors) {
  const all = html`${blocks.map((block) => blockHtml(block, title, anchors))}`;
  const isLong = isFolded && blocks.some(({ kind }) => kind === "code");
  return {
    id,
    title,
    content: isLong ? html`<details><summary>Show the SQL</summary>${all}</details>` : all
  };
}
function blockHtml(block, title, anchors) {
  switch (block.kind) {
    case "paragraph":
      return html`<p>${textHtml(block.text, anchors)}</p>`;
    case "legend":
      return html`<p class="lead">${block.meanings.map(([term, meaning2]) => `${term}: ${meaning2}`).join(" \xB7 ")}</p>`;
    case "table":
      return tableHtml(block, title, anchors);
    case "list":
      return block.items.some(({ about }) => about) ? html`<ol class="steps">${block.items.map((item) => stepHtml(item, anchors))}</ol>` : html`<ul>${block.items.map((item) => html`<li>${itemHtml(item, anchors)}</li>`)}</ul>`;
    case "code":
      return copyable(block.lines.join("\n"), block.label);
    case "repair": {
      const { command, words, otherwise } = block;
      return html`${words === void 0 ? NOTHING : html`<p>${`${words}; ${otherwise}:`}</p>`}${copyable(command, "command")}`;
    }
    case "fold":
      return html`<details><summary>${textHtml(block.summary, anchors)}</summary>${block.blocks.map((one) => blockHtml(one, title, anchors))}</details>`;
    case "diagram":
      return drawing(block.diagram, title, anchors);
    default:
      return block;
  }
}
var itemHtml = ({ text, lines: lines2 }, anchors) => html`${textHtml(text, anchors)}${ifAny(lines2, (all) => html`<ul>${all.map((line2) => html`<li>${prose(line2)}</li>`)}</ul>`)}`;
var FEW = 6;
function stepHtml(item, anchors) {
  const { kinds, objects: objects2 } = item.about ?? { kinds: [], objects: [] };
  const links = html`<ul class="links">${objects2.map((id) => html`<li>${linked(id, anchors)}</li>`)}</ul>`;
  const list2 = objects2.length <= FEW ? links : html`<details><summary>${counted(objects2.length, "object")}</summary>${links}</details>`;
  const heads = kinds.map(
    ({ title, count, grade }) => html`<span class="${GRADE_TONES[grade]}">${title} <b class="count">${count}</b></span>`
  );
  return html`<li class="${GRADE_TONES[kinds[0]?.grade ?? "error"]}"><h3>${heads}</h3>${item.isRepaired ? NOTHING : html`<p>${itemHtml(item, anchors)}</p>`}${list2}</li>`;
}
var tableHtml = ({ columns, rows: rows2 }, title, anchors) => html`<div class="scroll" tabindex="0" role="region" aria-label="${title}"><table class="plain"><caption class="unseen">${title}</caption><thead><tr>${columns.map((column) => html`<th scope="col">${column.title}</th>`)}</tr></thead><tbody>
${rows2.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cellHtml(cell, anchors)}</td>`)}</tr>`)}</tbody></table></div>`;
var cellHtml = (cell, anchors) => "lines" in cell ? html`${cell.lines.map((line2) => html`${prose(line2)}<br>`)}` : textHtml(cell, anchors);
var textHtml = (text, anchors) => html`${text.map((span) => spanHtml(span, anchors))}`;
function spanHtml(span, anchors) {
  if (typeof span === "string") return prose(span);
  if ("grade" in span)
    return html`<span class="grade ${GRADE_TONES[span.grade]}">${span.count === void 0 ? "" : `${span.count} `}${span.grade}</span>`;
  if ("has" in span) return html`${span.has === void 0 ? "" : span.has ? "\u2713" : "\u2013"}`;
  if ("places" in span) return html`${span.places.map((place) => html`<code>${placeOf(place)}</code> `)}`;
  return html`${span.objects.map((id, index) => html`${index === 0 ? "" : ", "}${linked(id, anchors)}`)}`;
}

// src/report/json.ts
var renderJson = (report) => `${visibleJson(JSON.stringify(ordered(report), null, 2))}
`;
var ordered = (report) => ({
  schemaVersion: report.schemaVersion,
  command: report.command,
  status: report.status,
  failure: report.failure,
  done: report.done,
  findings: report.findings.map(findingIn),
  accepted: report.accepted?.map(findingIn),
  stale: report.stale,
  notRun: report.notRun,
  notices: report.notices,
  repair: report.repair,
  project: report.project,
  engine: report.engine,
  confirmation: report.confirmation,
  compared: report.compared,
  live: report.live,
  history: report.history,
  baseSchema: report.baseSchema,
  inventory: report.inventory && inventoryIn(report.inventory),
  suggestion: report.suggestion,
  definitions: report.definitions,
  audits: report.audits,
  diagram: report.diagram,
  failOn: report.failOn,
  settings: report.settings,
  timings: report.timings
});
var findingIn = (finding) => ({
  ruleId: finding.ruleId,
  severity: finding.severity,
  compatibility: finding.compatibility,
  reason: finding.reason,
  subject: subjectIn(finding.subject),
  id: finding.id,
  facet: finding.facet,
  location: finding.location,
  typesLocation: finding.typesLocation,
  message: finding.message,
  committed: finding.committed,
  generated: finding.generated,
  expected: finding.expected,
  actual: finding.actual,
  sql: finding.sql,
  details: finding.details,
  covers: finding.covers,
  former: finding.former,
  remedy: finding.remedy,
  fingerprint: finding.fingerprint,
  acceptance: "acceptance" in finding ? finding.acceptance : void 0
});
var subjectIn = (subject) => ({
  kind: subject.kind,
  schema: "schema" in subject ? subject.schema : void 0,
  relation: "relation" in subject ? subject.relation : void 0,
  enum: "enum" in subject ? subject.enum : void 0,
  name: subject.name,
  args: "args" in subject ? subject.args : void 0,
  parameters: "parameters" in subject ? subject.parameters : void 0
});
var inventoryIn = (inventory) => ({
  gitFrom: inventory.gitFrom,
  counts: inventory.counts,
  byKind: inventory.byKind,
  coverage: inventory.coverage,
  relations: inventory.relations.map(objectIn),
  items: inventory.items?.map(objectIn)
});
var objectIn = ({ id, kind, live, git, types, file, pending, verdict: verdict2 }) => ({
  id,
  kind,
  live,
  git,
  types,
  file,
  pending,
  verdict: verdict2
});

// src/report/markdown/budget.ts
var bytesOf = (text) => Buffer.byteLength(text, "utf8");
var written = (lines2) => lines2.map((line2) => `${line2}
`).join("");
function withinBudget(body2, tail, budget, note) {
  const whole = written([...body2.map(({ text }) => text), ...tail]);
  if (bytesOf(whole) <= budget) return whole;
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
    ...relations.flatMap((relation) => entity2(aliases.get(relation.id) ?? "", relation)),
    ...links.map((link) => connection2(aliases.get(link.from) ?? "", aliases.get(link.to) ?? "", link))
  ];
}
function drawable(relations, links) {
  const joined2 = new Set(links.flatMap(({ from, to }) => [from, to]));
  return relations.filter(({ id }) => relations.length <= MOST_LOOSE || joined2.has(id));
}
function entity2(alias, { id, kind, columns, change, was }) {
  const marks = [...kind === "view" ? ["view"] : [], ...change ? [deed(change, was)] : []];
  const label2 = shown(marks.length === 0 ? id : `${id} (${marks.join(", ")})`);
  const head = `  ${alias}["${label2}"]`;
  if (columns.length === 0) return [head];
  const more = columns.length - MOST_COLUMNS;
  return [
    `${head} {`,
    ...columns.slice(0, MOST_COLUMNS).map(attribute),
    ...more > 0 ? [`    more columns "${more} of them"`] : [],
    "  }"
  ];
}
function attribute({ name, type, isKey: isKey2, change, was }) {
  const word = attributeWord(name, LONGEST_NAME2);
  const comments = [
    ...change ? [deed(change, was)] : [],
    ...word === name ? [] : [`named ${name.slice(0, LONGEST_NAME2)}`]
  ];
  const key = isKey2 ? " FK" : "";
  const comment = comments.length > 0 ? ` "${shown(comments.join(", "))}"` : "";
  return `    ${attributeWord(typeName(type), LONGEST_TYPE)} ${word}${key}${comment}`;
}
var deed = (change, was) => was === void 0 ? change : `was ${was.replaceAll(" | ", " or ")}`;
function connection2(from, to, { columns, name, isOneToOne, change }) {
  const line2 = change === "removed" ? ".." : "--";
  const label2 = (columns.join(", ") || name) + (change ? ` (${change})` : "");
  return `  ${from} ${isOneToOne ? "|o" : "}o"}${line2}|| ${to} : "${shown(label2)}"`;
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

// src/report/markdown/escape.ts
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
var proseToMarkdown = (sentence) => parseProse(visible(sentence)).map(({ code: code3, text }) => code3 ? codeSpan(text) : escapeInline(text)).join("");
function fenceFor(lines2, language) {
  const close = "`".repeat(Math.max(3, longestRun(lines2.join("\n")) + 1));
  return { open: close + language, close };
}
function fenced(lines2, language) {
  const { open, close } = fenceFor(lines2, language);
  return [open, ...lines2, close];
}

// src/report/markdown/lines.ts
var plain = (text) => ({ text });
var paragraph2 = (text) => [plain(""), plain(text)];
var headed = (title, lines2) => lines2.length === 0 ? [] : [plain(""), { text: `### ${title}`, joined: true }, { text: "", joined: true }, ...lines2.slice(1)];
function folded(summary2, content) {
  const close = ["", "</details>"];
  return [
    plain(""),
    { text: "<details>", joined: true },
    { text: `<summary>${summary2}</summary>`, joined: true },
    { text: "", joined: true },
    ...content.slice(1).map((line2) => ({ ...line2, close: [...line2.close ?? [], ...close] })),
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
function code2(lines2, language) {
  const block = fenced(lines2, language).map((text) => ({ text, joined: true }));
  return [plain(""), ...block.slice(0, -1), ...block.slice(-1).map(({ text }) => plain(text))];
}
var row = (cells) => `| ${cells.join(" | ")} |`;
var tableOf = (columns, rows2) => [
  plain(""),
  { text: row(columns.map(({ title }) => title)), joined: true },
  { text: row(columns.map(({ isNumber }) => isNumber ? "---:" : "---")), joined: true },
  ...rows2
];

// src/report/markdown/diagram.ts
var MOST_DIAGRAM_BYTES = 15e3;
function diagramLines(diagram) {
  const shown2 = fitting(diagram);
  const drawn2 = renderDiagram(shown2);
  if (drawn2.length === 0) return [];
  const left = diagram.relations.length - shown2.relations.length;
  const notes = [
    ...shown2.links.some(({ change }) => change === "removed") ? ["a dotted line is a foreign key that is gone"] : [],
    ...left > 0 ? [`${counted(left, "more relation")} left out to fit`] : []
  ];
  return [
    ...code2(drawn2, "mermaid"),
    ...notes.length > 0 ? paragraph2(`<sub>${notes.join("; ")}.</sub>`) : []
  ];
}
function fitting(diagram) {
  if (fits(diagram)) return diagram;
  const ends = diagram.links.flatMap(({ from, to }) => [from, to]);
  const joins = /* @__PURE__ */ new Map();
  for (const id of ends) joins.set(id, (joins.get(id) ?? 0) + 1);
  const byJoins = diagram.relations.map((relation) => ({ ...relation, columns: relation.columns.filter(({ isKey: isKey2 }) => isKey2) })).sort((a, b) => (joins.get(b.id) ?? 0) - (joins.get(a.id) ?? 0));
  for (let count = byJoins.length; count > 0; count = Math.floor(count * 0.9)) {
    const kept = new Set(byJoins.slice(0, count).map(({ id }) => id));
    const cut3 = {
      relations: byJoins.slice(0, count),
      links: diagram.links.filter(({ from, to }) => kept.has(from) && kept.has(to))
    };
    if (fits(cut3)) return cut3;
  }
  return { relations: [], links: [] };
}
var fits = (diagram) => Buffer.byteLength(renderDiagram(diagram).join("\n")) <= MOST_DIAGRAM_BYTES;

// src/report/markdown/patch.ts
var isRunnable = (command) => !command.startsWith(`${PROGRAM} `);
var isCopyable = (patch) => patch.split(/[\n\t]/).every((part) => part === visible(part));
function repairing({ command, words, otherwise }, page) {
  const shown2 = visible(command);
  if (words === void 0 || otherwise === void 0) return code2([shown2], "sh");
  const patched = patching(page);
  const ways = patched.length === 0 ? [...paragraph2(`${words}:`), ...code2([shown2], "sh")] : [
    ...patched,
    ...isRunnable(command) ? paragraph2(`Or let Drift Gate write it: ${codeSpan(shown2)}`) : []
  ];
  return [...ways, ...paragraph2(`${upperFirst(otherwise)}.`)];
}
function patching({ patch, patchAt }) {
  if (patch !== void 0)
    return [
      ...paragraph2("Run this in a shell, at the root of the repository, and commit the types file:"),
      ...folded("<code>git apply</code> with the patch", code2(asCommand(patch), "sh"))
    ];
  if (patchAt === void 0) return [];
  return [
    ...paragraph2(`Apply the patch, ${proseToMarkdown(patchAt)}, and commit the types file:`),
    ...code2(["git apply drift.patch"], "sh")
  ];
}
var asCommand = (patch) => [
  "git apply <<'END_OF_PATCH'",
  ...patch.replace(/\n$/, "").split("\n"),
  "END_OF_PATCH"
];

// src/report/markdown/spans.ts
var DOTS = {
  error: "\u{1F534}",
  breaking: "\u{1F534}",
  dangerous: "\u{1F7E0}",
  warning: "\u{1F7E0}",
  safe: "\u{1F7E2}",
  note: "\u26AA"
};
var LONGEST_NAME3 = 80;
var LONGEST_PLACE = 60;
var nameOf3 = (name) => codeSpan(shortened(name, LONGEST_NAME3));
var textToMarkdown = (text, page) => text.map(
  (span) => typeof span === "object" && "grade" in span ? [DOTS[span.grade], ...span.count === void 0 ? [] : [span.count, span.grade]].join(" ") : spanToMarkdown(span, page)
).join("");
var rowsToMarkdown = (rows2, page) => rows2.map((cells) => plain(row(cells.map((cell) => cellToMarkdown(cell, page)))));
var cellToMarkdown = (cell, page) => "lines" in cell ? cell.lines.map(proseToMarkdown).join("<br>") : cell.map((span) => spanToMarkdown(span, page)).join("");
function spanToMarkdown(span, page) {
  if (typeof span === "string") return proseToMarkdown(span);
  if ("grade" in span) return `${DOTS[span.grade]}&nbsp;${span.grade}`;
  if ("has" in span) return span.has === void 0 ? "" : span.has ? "\u2713" : "\u2013";
  if ("places" in span)
    return span.most === void 0 ? span.places.map((place) => linkedPlace(place, page)).join(", ") : placesInCell(span.places, span.most, page);
  return listedUpTo(span.most ?? span.objects.length, span.objects.map(nameOf3));
}
var textToHtml = (text) => text.map((span) => {
  if (typeof span === "string") return escapeHtml(span);
  if ("grade" in span) return `${DOTS[span.grade]} ${span.grade}`;
  return "objects" in span ? span.objects.map((name) => `<code>${escapeHtml(name)}</code>`).join(", ") : "";
}).join("");
var linked2 = (text, address) => address === void 0 || !/^https?:\/\//.test(address) ? text : `[${text}](${address.replace(/[^\w\-.~:/?#@!$&+,;=%]/gu, encodeCharacter)})`;
var encodeCharacter = (character) => new RegExp("\\p{Cs}", "u").test(character) ? "" : /[()'*]/.test(character) ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : encodeURIComponent(character);
function linkedPlace(location, { linkTo }) {
  if (linkTo === void 0) return codeSpan(placeOf(location));
  return linked2(codeSpan(placeOf({ ...location, file: baseName(location.file) })), linkTo(location));
}
var baseName = (file) => file.slice(file.lastIndexOf("/") + 1);
function placesInCell(locations, most, { linkTo }) {
  const places = new Map(locations.map((location) => [`${location.file}:${location.line}`, location]));
  let previous = "";
  const cells = [...places.values()].map((location) => {
    const { file, line: line2 } = location;
    const name = linkTo === void 0 ? baseName(file) : baseName(file).replace(/^\d{8,}_(?=.)/, "");
    const text = file === previous ? `:${line2}` : `${shortened(name, LONGEST_PLACE)}:${line2}`;
    previous = file;
    return linked2(codeSpan(text), linkTo?.(location));
  });
  return listedUpTo(most, cells);
}

// src/report/markdown.ts
var MARKDOWN_BUDGET = 6e4;
var SUMMARY_BUDGET = 1024 * 1024 - 24 * 1024;
var MOST_ROWS = 10;
var MARKS = { clean: "\u2705", passing: "\u{1F7E1}", drifted: "\u274C", failed: "\u26A0\uFE0F" };
function renderMarkdown(report, { patch, ...page } = {}) {
  const budget = page.budget ?? MARKDOWN_BUDGET;
  if (patch !== void 0 && isCopyable(patch)) {
    const whole = rendered(report, { ...page, patch }, Number.POSITIVE_INFINITY);
    if (Buffer.byteLength(whole) <= budget) return whole;
  }
  return rendered(report, page, budget);
}
function rendered(report, page, budget) {
  const document = documentOf(report, "markdown");
  const parts = document.sections.map((section2) => sectionParts(section2, page));
  const body2 = [
    ...heading(document, report),
    ...parts.flatMap(({ open }) => open),
    ...parts.flatMap(({ folds }) => folds.flat())
  ];
  return withinBudget(body2, footer(document, report), budget, (leftOut) => leftOutNote(leftOut, page));
}
function heading({ look, where, status, because }, report) {
  const names = where.map((name) => `${codeSpan(name)} \xB7 `).join("");
  const lead = `## ${MARKS[look]} ${names}${proseToMarkdown(status)}`;
  const [first = "", ...rest] = because.map(proseToMarkdown);
  return report.status === "drifted" ? [plain(`${lead}: ${first}`)] : [plain(lead), ...[look === "failed" ? first : upperFirst(first), ...rest].flatMap(paragraph2)];
}
function sectionParts({ id, title = "", isFolded, blocks }, page) {
  const { open, folds } = partsOf(blocks, page);
  if (!isFolded)
    return { open: title === "" ? open : headed(id === "warnings" ? `\u26A0\uFE0F ${title}` : title, open), folds };
  const items = blocks.reduce((sum, block) => sum + (block.kind === "list" ? block.items.length : 0), 0);
  return {
    open: [],
    folds: [
      ...open.length > 0 ? [folded(items > 0 ? `${title} (${items})` : title, open)] : [],
      ...folds.length > MOST_ROWS ? [folded(title, folds.flat())] : folds
    ]
  };
}
function partsOf(blocks, page) {
  const parts = blocks.map((block) => blockParts(block, page));
  return { open: parts.flatMap(({ open }) => open), folds: parts.flatMap(({ folds }) => folds) };
}
var opened = (open) => ({ open, folds: [] });
var closed = (...folds) => ({ open: [], folds });
function blockParts(block, page) {
  switch (block.kind) {
    case "paragraph":
      return opened(paragraph2(textToMarkdown(block.text, page)));
    case "legend": {
      const meanings = block.meanings.map(
        ([term, meaning2]) => `${proseToMarkdown(term)}: ${proseToMarkdown(meaning2)}`
      );
      return opened(paragraph2(`<sub>${meanings.join(" \xB7 ")}</sub>`));
    }
    case "table":
      return tableParts(block, page);
    case "list":
      return listParts(block, page);
    case "code":
      return opened(cuttable(fenceFor(block.lines, block.language), block.lines));
    case "repair":
      return opened(repairing(block, page));
    case "fold":
      return closed(folded(textToHtml(block.summary), partsOf(block.blocks, page).open));
    case "diagram":
      return opened(diagramLines(block.diagram));
    default:
      return block;
  }
}
function tableParts({ columns, rows: rows2, rowsAre }, page) {
  const lines2 = rowsToMarkdown(rows2, page);
  const more = lines2.slice(MOST_ROWS).map((line2) => ({ ...line2, item: "object" }));
  if (more.length === 0) return opened(tableOf(columns, lines2));
  const what = counted(more.length, `more ${rowsAre}`);
  return {
    open: [...tableOf(columns, lines2.slice(0, MOST_ROWS)), ...paragraph2(`\u2026 and ${what}, folded below.`)],
    folds: [folded(what, tableOf(columns, more))]
  };
}
function listParts({ items, itemsAre, most = items.length }, page) {
  const lines2 = items.filter(({ isRepaired }) => !isRepaired).map((item) => itemLines(item, itemsAre, page));
  const more = lines2.slice(most);
  return {
    open: lines2.length === 0 ? [] : [plain(""), ...lines2.slice(0, most).flat()],
    folds: more.length === 0 ? [] : [folded(`${more.length} more`, [plain(""), ...more.flat()])]
  };
}
function itemLines({ text, lead, lines: lines2 = [] }, item, page) {
  const sentence = textToMarkdown(text, page);
  return [
    {
      text: `- ${lead === void 0 ? sentence : `${proseToMarkdown(lead)}: ${lowerFirst(sentence)}`}`,
      ...item && { item }
    },
    ...lines2.map(subLine)
  ];
}
var subLine = (line2) => plain(`  - ${/^\s|^$/.test(line2) ? codeSpan(line2) : proseToMarkdown(line2)}`);
function footer({ facts: facts2, phases: phases2, notCompared }, { timings: { total } }) {
  const seconds = total === void 0 ? phases2 : [duration(total)];
  const all = ["Supabase Drift Gate", ...notCompared === void 0 ? [] : [...facts2, ...seconds]];
  return [
    "",
    `<sub>${all.map(proseToMarkdown).join(" \xB7 ")}</sub>`,
    ...notCompared === void 0 ? [] : ["", `<sub>${notCompared}</sub>`]
  ];
}
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
  return /^https?:\/\//.test(wholeAt) ? `${linked2("The summary of the run", wholeAt)} has more, the JSON report everything.` : `The whole report: ${proseToMarkdown(wholeAt)}.`;
}

// src/report/sarif/message.ts
function messageOf(sentences, links = []) {
  const shown2 = sentences.filter((sentence) => sentence !== "");
  return {
    text: [...shown2.map(plainText), ...seeAlso(links, escapeLink)].join(" "),
    markdown: [...shown2.map(markdownText), ...seeAlso(links, escapeWords)].join(" ")
  };
}
var withoutPlaceholders = (text) => text.replace(/[{}]/g, "$&$&");
var plainText = (sentence) => withoutPlaceholders(visible(sentence).replace(/(?<!\\)(\\*)\](?=\()/g, "$1$1\\]"));
var escapeLink = (words) => withoutPlaceholders(visible(words).replace(/[\\[\]]/g, "\\$&"));
var markdownText = (sentence) => withoutPlaceholders(
  parseProse(visible(sentence)).map(({ code: code3, text }) => code3 ? quoteCode(text) : text.split(/( +)/).map(escapeWord2).join("")).join("").trim().replace(/^[-+=]/, "\\$&").replace(/^(\d+)([.)])(?= |$)/, "$1\\$2")
);
var escapeWord2 = (word) => /@|:\/\/|\bwww\./i.test(word) ? quoteCode(word) : word.replace(/[\\`*_[\]~#<>&|!$]/g, "\\$&");
var escapeWords = (words) => withoutPlaceholders(visible(words).replace(/[\\`*_[\]~#<>&|!$@]/g, "\\$&"));
function seeAlso(links, escaped3) {
  if (links.length === 0) return [];
  return [`See ${links.map(({ words, id }) => `[${escaped3(words)}](${id})`).join(", ")}.`];
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
  helpUri: `${RULES_PAGE}#${id}`,
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
  const { message, reason: reason2, details = [], ruleId, compatibility } = finding;
  const lines2 = ruleId === "base-schema-drift" ? [] : details.filter((line2) => line2.trim() !== "");
  return [
    upperFirst(message),
    ...reason2 === void 0 ? [] : [`${upperFirst(gradeOf(finding))}: ${reason2}.`],
    // Of a failed replay they are statements, of a change sentences.
    ...lines2.map((line2) => compatibility === void 0 ? named(line2.trim()) : `${upperFirst(line2)}.`)
  ];
}
function relatedPlaces(finding, { report }) {
  const primary = shownAt(finding, report);
  const { typesLocation, details = [], ruleId } = finding;
  const places = [
    ...typesLocation ? [typesLocation] : [],
    ...ruleId === "base-schema-drift" ? details.flatMap((detail2) => useOf(detail2)[0] ?? []) : []
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
  const note = (level, sentence) => ({ level, message: messageOf([sentence]) });
  const notifications = [
    ...failure2(context),
    ...notRun.map(({ part, reason: reason2 }) => note("error", `Not checked: ${part}: ${reason2}`)),
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
function failure2(context) {
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

// src/report/text/page.ts
import picocolors from "./vendor/picocolors.js";
var NARROWEST = 60;
var pageOf = (colour, width) => ({
  colours: picocolors.createColors(colour),
  width: Math.max(width, NARROWEST)
});
var INDENT = "  ";
var prose2 = ({ colours }, sentence) => parseProse(sentence).map(({ code: code3, raw }) => code3 ? colours.bold(raw) : raw).join("");
var gradePaint = ({ colours }, grade) => ({
  error: colours.red,
  breaking: colours.red,
  dangerous: colours.yellow,
  warning: colours.yellow,
  safe: colours.green,
  note: colours.cyan
})[grade];
function placed(page, words, place, indent) {
  const { colours, width } = page;
  const margin = " ".repeat(indent);
  const room = width - indent;
  if (words !== "" && place !== "" && displayWidth(words) + 3 + displayWidth(place) <= room)
    return [`${margin}${prose2(page, words)} ${colours.dim("\xB7")} ${colours.cyan(place)}`];
  return [
    ...wrapped(words, room).map((line2) => margin + prose2(page, line2)),
    ...place === "" ? [] : [margin + colours.cyan(place)]
  ];
}

// src/report/text/table.ts
var LONGEST_CELL = 48;
var GAP2 = "   ";
var MOST_ROWS2 = 40;
function tableLines(page, { columns, rows: all, isOverview }) {
  const rows2 = isOverview ? all : all.slice(0, MOST_ROWS2);
  const { dim } = page.colours;
  const widths = widthsOf(page, columns, rows2);
  const line2 = (texts, paints = []) => {
    const cells = widths.map((width, at2) => {
      const shown2 = truncated(texts[at2] ?? "", width);
      const rest = " ".repeat(width - displayWidth(shown2));
      const painted = shown2 === "" ? "" : (paints[at2] ?? String)(shown2);
      return columns[at2]?.isNumber ? rest + painted : painted + rest;
    });
    return (INDENT + cells.join(GAP2)).trimEnd();
  };
  return [
    dim(line2(columns.map(({ title }) => title))),
    dim(line2(widths.map((width) => "\u2500".repeat(width)))),
    ...rows2.flatMap((cells) => {
      const paints = cells.map((cell) => paintFor(page, cell));
      const lines2 = cells.map((cell, at2) => linesIn(cell, widths[at2] ?? 0));
      const height = Math.max(...lines2.map(({ length }) => length));
      return Array.from(
        { length: height },
        (_, index) => line2(
          lines2.map((own) => own[index] ?? ""),
          paints
        )
      );
    }),
    ...all.length > rows2.length ? [dim(`${INDENT}\u2026 ${all.length - rows2.length} more, all in the JSON report`)] : []
  ];
}
function widthsOf(page, columns, rows2) {
  const most = Math.min(LONGEST_CELL, Math.floor(page.width * 0.45));
  const needed = columns.map(({ title }, at2) => {
    const texts = rows2.map((cells) => linesIn(cells[at2], Infinity).join(""));
    return largest(displayWidth(title), texts.map(displayWidth));
  });
  const limited = needed.map(
    (width, at2) => at2 === needed.length - 1 ? width : Math.min(width, Math.max(most, columns[at2]?.title.length ?? 0))
  );
  const taken = limited.reduce(
    (sum, width, at2) => sum + (columns[at2]?.isWide ? 0 : width + GAP2.length),
    INDENT.length
  );
  return limited.map((width, at2) => {
    const { title = "", isWide } = columns[at2] ?? {};
    return isWide ? Math.min(needed[at2] ?? 0, Math.max(title.length, page.width - taken)) : width;
  });
}
function linesIn(cell = [], room) {
  if (!("lines" in cell)) return [cell.map((span) => spanToText(span, String)).join("")];
  const broken = [];
  for (const line2 of cell.lines.map(withoutTicks)) {
    const together = `${broken.at(-1)}; ${line2}`;
    if (broken.length > 0 && displayWidth(together) <= room) broken[broken.length - 1] = together;
    else broken.push(line2);
  }
  return broken;
}
var withoutTicks = (sentence) => parseProse(visible(sentence)).map(({ text }) => text).join("");
function spanToText(span, nameOf5) {
  if (typeof span === "string") return nameOf5 === String ? withoutTicks(span) : visible(span);
  if ("grade" in span) return span.grade;
  if ("has" in span) return span.has === void 0 ? "" : span.has ? "\u2713" : "\u2013";
  if ("places" in span) return listedUpTo(span.most ?? 1, span.places.map(placeOf));
  return listedUpTo(
    span.most ?? span.objects.length,
    span.objects.map((name) => nameOf5(visible(name)))
  );
}
function paintFor(page, cell = []) {
  const [span] = "lines" in cell ? [] : cell;
  if (typeof span !== "object") return String;
  if ("grade" in span) return gradePaint(page, span.grade);
  if ("places" in span) return page.colours.cyan;
  return "objects" in span ? page.colours.bold : String;
}

// src/report/text.ts
var MOST_CODE_LINES = 40;
var MOST_SUB_LINES = 6;
function renderText(report, { colour, width = 100, verbose = false }) {
  const page = pageOf(colour, width);
  const document = documentOf(report, "text");
  const paragraphs = [
    headline(page, document),
    ...document.sections.filter(({ id }) => id !== "steps").flatMap((section2) => sectionLines(page, section2, verbose)),
    foundation(page, document, report.findings.length > 0),
    ...stepLines(page, document.sections.find(({ id }) => id === "steps")?.blocks ?? [])
  ];
  return `${paragraphs.flatMap((lines2) => lines2.length > 0 ? [lines2.join("\n")] : []).join("\n\n")}
`;
}
function headline(page, { look, status, because }) {
  const { bold, green, yellow, red } = page.colours;
  const { mark, paint } = {
    clean: { mark: "\u2713", paint: green },
    passing: { mark: "~", paint: yellow },
    drifted: { mark: "\u2717", paint: red },
    failed: { mark: "!", paint: yellow }
  }[look];
  const hanging = " ".repeat(status.length + 4);
  const [first = "", ...rest] = because.flatMap((line2) => wrapped(line2, page.width - hanging.length));
  return [
    `${paint(mark)} ${bold(paint(status))}: ${prose2(page, first)}`,
    ...rest.map((line2) => hanging + prose2(page, line2))
  ];
}
function sectionLines(page, { title, blocks }, verbose) {
  const groups = blocks.flatMap((block) => blockLines(page, block, verbose));
  const isTitled = title !== void 0 && blocks.some(({ kind }) => kind !== "fold");
  const [first = [], ...rest] = groups;
  if (!isTitled || first.length === 0) return groups;
  return [[page.colours.bold(title), ...first], ...rest];
}
function blockLines(page, block, verbose) {
  const { bold } = page.colours;
  switch (block.kind) {
    case "paragraph":
      return [textLines(page, block.text, 2)];
    case "legend":
      return [block.meanings.flatMap(([term, meaning2]) => dimmed(page, `${term}: ${meaning2}`))];
    case "table":
      return block.rows.length < (block.fewest ?? 1) ? [] : [tableLines(page, block)];
    case "list":
      return listLines(page, block.items, verbose);
    case "code":
      return [codeLines(page, block.lines, block.language === "diff")];
    case "fold": {
      if (block.isTold) return [];
      const inner = block.blocks.flatMap((one) => blockLines(page, one, verbose)).flat();
      return [[bold(block.summary.map((span) => spanToText(span, String)).join("")), ...inner]];
    }
    case "repair":
    case "diagram":
      return [];
    default:
      return block;
  }
}
function stepLines(page, blocks) {
  const { cyan, dim, bold } = page.colours;
  const sentences = blocks.flatMap((block) => {
    if (block.kind === "repair")
      return block.words === void 0 ? [] : [`${block.words}; ${block.otherwise}:`];
    return block.kind === "list" ? block.items.filter(({ isRepaired }) => !isRepaired).map(stepWords) : [];
  });
  const commands = blocks.flatMap((block) => block.kind === "repair" ? [block.command] : []);
  return [
    sentences.flatMap(
      (sentence) => wrapped(sentence, page.width - 4).map(
        (line2, index) => `${INDENT}${index === 0 ? cyan("\u2192") : " "} ${prose2(page, line2)}`
      )
    ),
    commands.map((command) => `${INDENT}${dim("$")} ${bold(visible(command))}`)
  ];
}
var stepWords = ({ lead, text }) => lead === void 0 ? plainText2(text) : `${lead}: ${lowerFirst(plainText2(text))}`;
function listLines(page, items, verbose) {
  const { dim } = page.colours;
  const shown2 = items.filter(({ isQuiet }) => verbose || !isQuiet);
  const quiet = items.length - shown2.length;
  const counting = `${counted(quiet, "notice")} that ${quiet === 1 ? "changes" : "change"} nothing: \`--verbose\` lists ${quiet === 1 ? "it" : "them"}.`;
  return [
    shown2.flatMap(({ text, lines: lines2 = [] }) => {
      const [first = "", ...rest] = textLines(page, text, 4);
      return [`${INDENT}${dim("-")} ${first.slice(4)}`, ...rest, ...subLines(page, lines2)];
    }),
    quiet === 0 ? [] : [INDENT + dim(counting)]
  ];
}
function textLines(page, text, indent) {
  const [first] = text;
  const places = text.flatMap((span) => typeof span === "object" && "places" in span ? span.places : []);
  const place = places.map(placeOf).join(", ");
  const words = plainText2(text.filter((span) => typeof span !== "object" || !("places" in span)));
  if (typeof first === "object" && "places" in first)
    return [" ".repeat(indent) + page.colours.cyan(place) + prose2(page, clipped(words))];
  const lines2 = placed(page, words.replace(/ · $/, ""), place, indent);
  if (typeof first !== "object" || !("grade" in first)) return lines2;
  return lines2.map(
    (line2, index) => index === 0 ? line2.replace(first.grade, gradePaint(page, first.grade)) : line2
  );
}
var plainText2 = (text) => text.map((span) => spanToText(span, named)).join("");
function codeLines({ colours }, lines2, isDiff) {
  const { green, red, dim } = colours;
  const paintOf = (line2) => !isDiff ? String : line2.startsWith("+") ? green : line2.startsWith("-") ? red : /^[!~]/.test(line2) ? String : dim;
  const more = lines2.length - MOST_CODE_LINES;
  return [
    ...lines2.slice(0, MOST_CODE_LINES).map((line2) => `${INDENT}${INDENT}${paintOf(line2)(clipped(line2))}`.trimEnd()),
    ...more > 0 ? [dim(`${INDENT}${INDENT}\u2026 ${more} more lines, all in the JSON report`)] : []
  ];
}
function subLines({ colours }, lines2) {
  const more = lines2.length - MOST_SUB_LINES;
  return [
    ...lines2.slice(0, MOST_SUB_LINES).map(visible),
    ...more > 0 ? [`\u2026 ${more} more, all in the JSON report`] : []
  ].map((line2) => `${INDENT}${INDENT}${colours.dim("\u2502")} ${clipped(line2)}`);
}
function foundation(page, { facts: facts2, phases: phases2 }, hasFindings) {
  const meaning2 = hasFindings ? [`What the findings mean: ${RULES_PAGE}`] : [];
  return [...facts2.length > 0 ? [facts2.join(" \xB7 ")] : [], phases2.join(" \xB7 "), ...meaning2].flatMap(
    (line2) => dimmed(page, line2)
  );
}
var dimmed = ({ colours, width }, sentence) => wrapped(sentence, width - INDENT.length).map((line2) => colours.dim(INDENT + line2));

// src/report/annotations.ts
var SHOWN_OF_A_LEVEL = 10;
var MOST_OF_A_LEVEL = SHOWN_OF_A_LEVEL - 1;
var MOST_CHARACTERS = 4096;
var MOST_SENTENCES = 10;
var LEVELS = { error: "error", warning: "warning", note: "notice" };
function annotationsOf(report, prefix) {
  if (report.status === "failed") return [annotationOfFailure(report, prefix)];
  const lines2 = annotatedLines(report);
  return ["error", "warning", "note"].flatMap((level) => {
    const own = lines2.filter((line2) => line2.level === level);
    const shown2 = own.slice(0, MOST_OF_A_LEVEL);
    const hidden = countHidden(shown2, own.slice(MOST_OF_A_LEVEL));
    return shown2.map(
      (line2, index) => annotationOf(line2, prefix, index === shown2.length - 1 && hidden > 0 ? moreWords(hidden) : "")
    );
  });
}
function annotatedLines(report) {
  const { findings } = report;
  const spots = [
    ...findings.map((finding) => ({ finding, place: shownAt(finding, report) })),
    ...findings.flatMap(
      (finding) => finding.location && finding.typesLocation ? [{ finding, place: finding.typesLocation }] : []
    )
  ];
  return [...groupBy(spots, ({ place }) => `${place.line} ${place.file}`).values()].flatMap((own) => {
    const levels = own.map(({ finding }) => levelOf(finding, report));
    const level = levels.includes("error") ? "error" : levels.includes("warning") ? "warning" : "note";
    const places = own.map(({ place }) => place);
    return places.slice(0, 1).map(({ file, line: line2, column }) => ({
      place: {
        file,
        line: line2,
        ...column !== void 0 && places.every((one) => one.column === column) && { column }
      },
      findings: own.map(({ finding }) => finding),
      level
    }));
  });
}
function countHidden(shown2, left) {
  const told2 = new Set(shown2.flatMap(({ findings }) => findings));
  return new Set(left.flatMap(({ findings }) => findings).filter((finding) => !told2.has(finding))).size;
}
var moreWords = (hidden) => `

${counted(hidden, "more finding")} like this ${hidden === 1 ? "has" : "have"} no annotation, because GitHub shows only a few: the summary of this run lists them all.`;
function annotationOf({ place, findings, level }, prefix, more) {
  return {
    level: LEVELS[level],
    title: titleFor(findings),
    message: cut2(messageFor(findings), MOST_CHARACTERS - more.length) + more,
    ...inRepository(place, prefix)
  };
}
function titleFor(findings) {
  const [first = "", ...others] = new Set(findings.map(titleOf));
  return others.length === 0 ? first : `${first}, and ${others.length} more`;
}
function messageFor(findings) {
  const told2 = findings.slice(0, MOST_SENTENCES).map(sentenceFor);
  const left = findings.length - told2.length;
  const telling = findings.filter(
    ({ compatibility }) => compatibility === void 0 || findings.length === 1
  );
  return [
    ...told2,
    ...left > 0 ? [`And ${left} more.`] : [],
    ...remediesOf(findings),
    ...telling.flatMap(({ details = [] }) => details).map(visible)
  ].join("\n");
}
function sentenceFor(finding) {
  const why = finding.reason === void 0 ? "" : ` ${upperFirst(gradeOf(finding))}: ${finding.reason}.`;
  return visible(upperFirst(finding.message) + why);
}
function annotationOfFailure(report, prefix) {
  const { message = "No reason was given.", remedy = "", location } = report.failure ?? {};
  return {
    level: "error",
    title: verdictOf(report).status,
    message: cut2([...visibleLines(message), ...visibleLines(remedy)].join("\n").trim(), MOST_CHARACTERS),
    ...location && inRepository(location, prefix)
  };
}
function inRepository({ file, line: line2, column }, prefix) {
  const path = repositoryPath(prefix, file);
  return path.startsWith("../") ? {} : { file: visible(path), line: line2, ...column !== void 0 && { column } };
}
var cut2 = (text, most) => text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}\u2026`;

// src/report/workflow-commands.ts
function renderWorkflowCommands(report, { prefix = prefixOf(report) } = {}) {
  const { status, because } = verdictOf(report);
  const verdict2 = `${status}: ${because.join(" ")}`.replaceAll("##[", "# #[");
  return [verdict2, ...annotationsOf(report, prefix).map(commandOf)].map((line2) => `${line2}
`).join("");
}
function commandOf({ level, message, title, file, line: line2, column }) {
  const properties = Object.entries({ title, file, line: line2, col: column }).flatMap(
    ([name, value]) => value === void 0 ? [] : [`${name}=${escaped2(`${value}`, /[%\r\n:,]/g)}`]
  );
  return `::${level} ${properties.join(",")}::${escaped2(message, /[%\r\n]/g)}`;
}
var escaped2 = (text, special) => text.replace(
  special,
  (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`
);

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
    case "gitlab":
      return renderGitlab(report, options);
    case "github":
      return renderWorkflowCommands(report, options);
    default:
      return format;
  }
}

// src/report/failed.ts
function failedReport(command, { surface, project, types, schema, database, resetWith }, error) {
  const reason2 = "the run stopped before it";
  return {
    schemaVersion: 1,
    command,
    status: "failed",
    failure: { ...error.blocker, ...error.on(surface) },
    findings: [],
    notices: [],
    notRun: [
      { part: "replay", reason: reason2 },
      { part: "types", reason: reason2 }
    ],
    project: { directory: project, migrations: 0, types, schemas: schema },
    engine: { database, resetWith },
    timings: {}
  };
}

// src/report/texts.ts
var OURS = new Set(
  "status command ruleId severity compatibility kind code part standing insert database resetWith failOn fingerprint date expires".split(
    " "
  )
);
function withTexts(report, change) {
  const json = JSON.stringify(report);
  if (change(json) === json) return report;
  return JSON.parse(
    json,
    (key, value) => typeof value === "string" && !OURS.has(key) ? change(value) : value
  );
}
var withCommands = (report, program) => withTexts(report, (text) => asStarted(text, program));

// src/findings/pattern.ts
function fits2({ id, subject }, pattern) {
  const schema = "schema" in subject ? [schemaText(subject.schema)] : [];
  return [id, owningObject(subject), ...schema].some((text) => isLike(text, pattern));
}
var fitsText = (object, pattern) => [pattern, `${pattern}.*`, `${pattern}(*`].some((one) => isLike(object, one)) || object.includes(".") && isLike(schemaText(schemaOfText(object)), pattern);
var schemaText = (name) => formatObjectId({ kind: "schema", name });
var isLike = (text, pattern) => [text, visible(text)].some((one) => matches(one, pattern));
function matches(text, pattern) {
  const [first = "", ...others] = pattern.split("*");
  const last = others.pop();
  if (last === void 0) return text === pattern;
  if (!text.startsWith(first)) return false;
  let from = first.length;
  for (const part of others) {
    const at2 = text.indexOf(part, from);
    if (at2 === -1) return false;
    from = at2 + part.length;
  }
  return text.length - last.length >= from && text.endsWith(last);
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
function isLookedAt({ object, types }, { project, comparison: comparison2, schema, ignore, files }) {
  if (comparison2.generated === void 0 || isBoundElsewhere(types, project, files)) return false;
  if (ignore.some((pattern) => fitsText(object, pattern))) return false;
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
  const { repair, diagram: all, ...rest } = report;
  const diagram = all && judge.diagramOf?.(active);
  const prune = `drift-gate accept --prune${judge.repeat}`;
  const command = active.length > 0 ? repair : stale.length > 0 ? prune : void 0;
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
      ...formerNotices(applied, baseline, prune),
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
  message: `\`drift-gate fix\`, or its patch, fixes accepted drift too and removes those entries from ${named(path)}; after another repair run \`${prune}\`. Commit both files.`
});
function formerNotices({ former }, { path }, prune) {
  const entries = new Set(former.map(({ entry }) => entry));
  if (entries.size === 0) return [];
  const objects2 = [...new Set([...entries].map(({ object }) => named(object)))].sort().join(", ");
  const subject = entries.size === 1 ? `1 entry of ${named(path)} accepts` : `${entries.size} entries of ${named(path)} accept`;
  return [
    {
      code: "baseline",
      message: `${subject} ${objects2} as a whole, and each overload now has an id of its own: run \`${prune}\` to renew, and commit the file.`,
      count: entries.size
    }
  ];
}
function unseenNotices(unseen2, { path }) {
  if (unseen2.length === 0) return [];
  const entries = unseen2.length === 1 ? "1 entry" : `${unseen2.length} entries`;
  const message = `Whether ${entries} of ${named(path)} still hold was not looked at.`;
  return [{ code: "baseline-not-judged", message, count: unseen2.length }];
}

// src/commands/audit-judge.ts
function isLookedAt2(entry, looked) {
  if (looked.ignore.some((pattern) => fitsText(entry.object, pattern))) return false;
  const schema = schemaOfText(entry.object);
  const isNamed2 = looked.named.length === 0 || looked.named.includes(schema);
  switch (entry.rule) {
    case "unknown-version":
    case "edited-version":
    case "out-of-order-version":
      return looked.history.history.isRecorded;
    case "types-out-of-date":
      return isNamed2 && areTypesLookedAt(entry, schema, looked);
    default:
      return isNamed2 && (looked.git.structure !== void 0 || isOfExistence(entry));
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
var objectsIn = (catalogue) => catalogue.flatMap(
  ({ kind, schema, name, createdIn, extension }) => kind === "composite-type" || extension !== void 0 ? [] : [{ kind, schema, name, ...createdIn !== void 0 && { createdIn } }]
);
var objectsDeclaredIn = ({ objects: objects2 }) => objects2.flatMap(
  ({ kind, schema, name, created }) => kind === "composite-type" || kind === "domain" || kind === "range-type" || PLATFORM_SCHEMAS.has(schema) ? [] : [{ kind, schema, name, createdIn: created.location.file }]
);
var keyOf3 = ({ kind, schema, name }) => JSON.stringify([kind === "function" || kind === "enum" ? kind : "relation", schema, name]);
var keysOf = (held) => new Set(held.map(keyOf3));
var subjectOf = ({ kind, schema, name }) => kind === "function" ? { kind, schema, name, args: [] } : { kind, schema, name };
function threeWays({ gitFrom, live, applied, all, typesOnly, typesHave }) {
  const [isLive, isApplied, isInAll] = [keysOf(live), keysOf(applied), keysOf(all)];
  const files = new Map([...applied, ...all].map((one) => [keyOf3(one), one.createdIn]));
  const objects2 = new Map(
    [...typesOnly, ...applied, ...all, ...live].map((one) => [keyOf3(one), one])
  );
  const rows2 = [...objects2].map(([key, object]) => {
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
  rows2.sort((a, b) => byText(a.id, b.id) || byText(a.kind, b.kind));
  const relations = rows2.flatMap(
    ({ kind, ...row2 }) => kind === "function" || kind === "enum" ? [] : [{ ...row2, kind }]
  );
  const items = rows2.flatMap(
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
var countsOf = (rows2) => ({
  live: rows2.filter(({ live }) => live).length,
  git: rows2.filter(({ git }) => git).length,
  types: rows2.filter(({ types }) => types).length
});
function coverageOf(relations) {
  const { live, both } = covered({ relations });
  return live === 0 ? 100 : Math.floor(both * 1e3 / live) / 10;
}
function withVerdicts(inventory, { findings, accepted: accepted2 = [] }) {
  const external = idsOf(accepted2, "unmanaged");
  const failing = idsOf(findings, "unmanaged");
  const outOfDate = idsOf([...findings, ...accepted2], "types-out-of-date");
  const judged2 = (row2) => ({
    ...row2,
    verdict: verdictOf2(row2, {
      isExternal: !failing.has(labelOf2(row2)) && [labelOf2(row2), schemaLabel(row2)].some((id) => external.has(id)),
      isOutOfDate: outOfDate.has(labelOf2(row2))
    })
  });
  const { relations, items, ...rest } = inventory;
  return { ...rest, relations: relations.map(judged2), ...items && { items: items.map(judged2) } };
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
  const unmanaged = new Set(held.live.filter((one) => !inGit.has(keyOf3(one)) && isRelation(one)).map(idOf));
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
  const isView2 = (to) => shapes.schemas.get(to.schema)?.relations.get(to.name)?.kind === "view";
  if (one.relation.kind === "view") return [];
  return (one.relation.relationships ?? []).flatMap((key) => {
    const to = targetOf(one, key.name);
    if (to === void 0 || to.name !== key.referencedRelation || isView2(to)) return [];
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

// src/migrations/blame/history.ts
var NAMES = {
  pg_class: { name: "name", home: "schema" },
  pg_attribute: { name: "name" },
  pg_type: { name: "name", home: "schema" },
  pg_proc: { name: "name", home: "schema" },
  pg_constraint: { name: "name", home: "table" },
  pg_enum: { name: "name", home: "type" },
  pg_policy: { name: "name", home: "table" },
  pg_trigger: { name: "name", home: "table" },
  pg_rewrite: { name: "name", home: "table" },
  pg_namespace: { name: "nspname" },
  pg_extension: { name: "extname" },
  pg_publication: { name: "pubname" },
  pg_foreign_server: { name: "srvname" },
  pg_foreign_data_wrapper: { name: "fdwname" }
};
var numberOf = (facts2, key) => Number(facts2?.[key] ?? 0);
var textOf = (facts2, key) => String(facts2?.[key] ?? "");
var numbersOf = (facts2, key) => {
  const list2 = facts2?.[key];
  return Array.isArray(list2) ? list2.map(Number) : [];
};
var ObjectHistory = class {
  #objects = /* @__PURE__ */ new Map();
  /** By catalogue and name, and by the id of what they are in as well. */
  #stays;
  #staysAt;
  /** By catalogue and the id of what they are in. */
  #members;
  /** Types by the id of their list type, and relations by that of their rows' type. */
  #elements = /* @__PURE__ */ new Map();
  #events;
  constructor({ events, states }) {
    this.#events = events;
    const all = groupBy(states, (state) => keyOf4(catalogueOf(state), state.id, state.part));
    for (const [key, own] of all) {
      const [first] = own;
      if (first === void 0) continue;
      const { id, part } = first;
      const catalogue = catalogueOf(first);
      const object = { catalogue, id, part, states: own };
      const array = numberOf(lastFacts(object), "array");
      if (array !== 0) this.#elements.set(array, object);
      const rows2 = numberOf(lastFacts(object), "rows");
      if (catalogue === "pg_class" && rows2 !== 0) this.#elements.set(rows2, object);
      this.#objects.set(key, object);
    }
    const objects2 = this.objects;
    const stays = objects2.flatMap(ownStays);
    this.#stays = groupBy(stays, ({ object, name }) => `${object.catalogue} ${name}`);
    this.#staysAt = groupBy(stays, ({ object, home, name }) => `${object.catalogue} ${home} ${name}`);
    this.#members = groupBy(
      objects2.filter((object) => homeOf(object) !== 0),
      (object) => `${object.catalogue} ${homeOf(object)}`
    );
  }
  object(catalogue, id, part = 0) {
    return this.#objects.get(keyOf4(catalogue, id, part));
  }
  /** Whether it was a `create`, which may replace. */
  isCreation(event) {
    return this.#events[event]?.tag.startsWith("CREATE") ?? false;
  }
  /** What a type id means, of what the migrations made: a type, alone or as a list, or a relation's rows. */
  typed(id) {
    return this.object("pg_type", id) ?? this.#elements.get(id);
  }
  /** The objects of a catalogue that are, or were, in another object: columns of a relation, labels of an enum. */
  members(catalogue, home) {
    return this.#members.get(`${catalogue} ${home}`) ?? [];
  }
  /** The events that gave an object, or its schema, another name. */
  renamings(object) {
    const home = this.object("pg_namespace", homeOf(object));
    return [object, ...home ? [home] : []].flatMap((one) => ownStays(one).filter(({ isRenamed }) => isRenamed)).map(({ from }) => from);
  }
  /** The times in which an object had this name in a schema of that name, oldest first. */
  inSchema(catalogue, schema, name) {
    return this.named("pg_namespace", schema).flatMap((home) => this.#at(catalogue, home, name).flatMap((stay) => overlap(stay, home) ?? [])).sort(inOrder);
  }
  /** The times in which a part had this name while its owner had the one of `owners`. */
  inOwner(catalogue, owners, name) {
    return owners.flatMap((owner) => this.#at(catalogue, owner, name).flatMap((stay) => within(stay, owner) ?? [])).sort(inOrder);
  }
  /** The times in which an object of a catalogue had this name, wherever it was. */
  named(catalogue, name) {
    return [...this.#stays.get(`${catalogue} ${name}`) ?? []].sort(inOrder);
  }
  /** The relation that holds the attributes of a composite type. */
  relationOf(type) {
    const found2 = this.#elements.get(type);
    return found2?.catalogue === "pg_class" ? found2 : void 0;
  }
  get objects() {
    return [...this.#objects.values()];
  }
  /** The name of an object and its schema in the end, and those of before that no object has now, oldest first. */
  namesOf(object) {
    const all = ownStays(object).flatMap((stay) => {
      const schema = object.part > 0 ? void 0 : this.object("pg_namespace", stay.home);
      const homes = schema ? ownStays(schema) : [];
      if (homes.length === 0) return [{ schema: "", name: stay.name, until: stay.until }];
      return homes.flatMap((home) => {
        const both = within(stay, home);
        return both ? [{ schema: home.name, name: stay.name, until: both.until }] : [];
      });
    });
    const today = all.at(-1) ?? { schema: "", name: "" };
    const past = all.flatMap(
      ({ schema, name, until }) => until === void 0 || this.#isTaken(object, schema, name) ? [] : [{ schema, name, until }]
    );
    return { today: { schema: today.schema, name: today.name }, past };
  }
  #isTaken({ catalogue, id, part }, schema, name) {
    const stays = part > 0 ? this.#staysAt.get(`${catalogue} ${id} ${name}`) ?? [] : this.inSchema(catalogue, schema, name);
    return stays.some(({ until }) => until === void 0);
  }
  #at(catalogue, { object }, name) {
    return this.#staysAt.get(`${catalogue} ${object.id} ${name}`) ?? [];
  }
};
var keyOf4 = (catalogue, id, part) => `${catalogue} ${id} ${part}`;
var catalogueOf = ({ catalogue, part }) => catalogue === "pg_class" && part > 0 ? "pg_attribute" : catalogue;
var inOrder = (a, b) => (a.until ?? Number.POSITIVE_INFINITY) - (b.until ?? Number.POSITIVE_INFINITY) || a.from - b.from;
function nameIn({ catalogue, id, part }, facts2) {
  const { name, home } = NAMES[catalogue] ?? { name: "name" };
  return { name: textOf(facts2, name), home: part > 0 ? id : home ? numberOf(facts2, home) : 0 };
}
var homeOf = (object) => {
  const facts2 = object.states.find((state) => state.facts)?.facts;
  return facts2 ? nameIn(object, facts2).home : 0;
};
function nameAt(object, event = Number.POSITIVE_INFINITY) {
  if (!object) return "";
  const known = object.states.filter(({ facts: facts2 }) => facts2);
  const state = known.findLast((one) => one.event <= event) ?? known[0];
  return state?.facts ? nameIn(object, state.facts).name : "";
}
var lastFacts = (object) => object?.states.findLast(({ facts: facts2 }) => facts2)?.facts;
var isGone = ({ states }) => states.some(({ dropped: dropped2 }) => dropped2);
function ownStays(object) {
  const stays = [];
  for (const { event, facts: facts2, dropped: dropped2 } of object.states) {
    const last = stays.at(-1);
    if (facts2) {
      const named3 = nameIn(object, facts2);
      if (last?.name === named3.name && last.home === named3.home) continue;
      if (last) last.until = event;
      stays.push({ object, ...named3, from: event, isRenamed: last !== void 0 });
    } else if (dropped2) {
      const stay = last ?? { object, name: dropped2.at(-1) ?? "", home: 0, from: -1, isRenamed: false };
      if (!last) stays.push(stay);
      Object.assign(stay, { until: event, isDropped: true });
    }
  }
  return stays;
}
function overlap(own, home) {
  const both = within(own, home);
  if (!both || home.from <= own.from) return both;
  return { ...both, from: home.from, isRenamed: true };
}
function within(own, owner) {
  const [ownEnd, ownerEnd] = [own, owner].map(({ until }) => until ?? Number.POSITIVE_INFINITY);
  const [end, endOfOwner] = [ownEnd ?? 0, ownerEnd ?? 0];
  if (own.from >= endOfOwner || owner.from >= end) return void 0;
  const { object, from, isRenamed } = own;
  const first = end <= endOfOwner ? own : owner;
  return {
    object,
    from,
    isRenamed,
    ...first.until !== void 0 && { until: first.until, ...first.isDropped && { isDropped: true } }
  };
}
function staysOf(history, id) {
  const { catalogue } = KINDS[id.kind];
  if (catalogue === void 0) return [];
  if (!("schema" in id)) return history.named(catalogue, id.name);
  const owner = ownerOf(id);
  return owner ? history.inOwner(catalogue, staysOf(history, owner), id.name) : history.inSchema(catalogue, id.schema, id.name);
}

// src/migrations/blame/causes.ts
var isFacet = (aspect) => typeof aspect === "object" && "facet" in aspect;
function factsBehind(aspect) {
  if (aspect === "existence") return /* @__PURE__ */ new Set();
  if (aspect === "type") return TYPE;
  if (aspect === "optionality") return OPTIONALITY;
  return isFacet(aspect) ? FACETS[aspect.facet] ?? /* @__PURE__ */ new Set() : void 0;
}
var TYPE = /* @__PURE__ */ new Set(["type", "modifier", "collation"]);
var OPTIONALITY = /* @__PURE__ */ new Set(["not null", "default", "identity", "generated"]);
var FACETS = {
  comment: /* @__PURE__ */ new Set(["comment"]),
  type: TYPE,
  nullability: /* @__PURE__ */ new Set(["not null"]),
  default: /* @__PURE__ */ new Set(["default"]),
  identity: /* @__PURE__ */ new Set(["identity"]),
  "generated expression": /* @__PURE__ */ new Set(["generated", "default"]),
  owner: /* @__PURE__ */ new Set(["owner", "nspowner"]),
  "row-level security": /* @__PURE__ */ new Set(["row-level security"]),
  "row-level security of the owner": /* @__PURE__ */ new Set(["forced"]),
  "replica identity": /* @__PURE__ */ new Set(["replica identity"]),
  persistence: /* @__PURE__ */ new Set(["persistence"]),
  "partition bound": /* @__PURE__ */ new Set(["partition"]),
  "parent table": /* @__PURE__ */ new Set(["partition"]),
  validation: /* @__PURE__ */ new Set(["valid"]),
  "storage options": /* @__PURE__ */ new Set(["options"]),
  definition: /* @__PURE__ */ new Set(["definition", "function", "events", "when"]),
  body: /* @__PURE__ */ new Set(["body"]),
  arguments: /* @__PURE__ */ new Set(["types", "names", "modes", "defaults"]),
  "return type": /* @__PURE__ */ new Set(["returns", "set"]),
  settings: /* @__PURE__ */ new Set(["settings"]),
  language: /* @__PURE__ */ new Set(["language"]),
  volatility: /* @__PURE__ */ new Set(["volatility"]),
  security: /* @__PURE__ */ new Set(["definer"]),
  rows: /* @__PURE__ */ new Set(["rows"]),
  using: /* @__PURE__ */ new Set(["using"]),
  check: /* @__PURE__ */ new Set(["check"]),
  command: /* @__PURE__ */ new Set(["command"]),
  mode: /* @__PURE__ */ new Set(["mode"]),
  roles: /* @__PURE__ */ new Set(["roles"]),
  firing: /* @__PURE__ */ new Set(["firing"])
};
function causeOf(history, id, aspect = "anything") {
  if (typeof aspect === "object" && "through" in aspect) return causeOfEmbedding(history, id, aspect.through);
  const stays = staysOf(history, id);
  if (id.kind === "function") {
    const own = stays.length > 0 ? stays : withExtension(history, id);
    return causeOfFunction(history, ofOverload(own, id), aspect);
  }
  const stay = stays.findLast(({ until }) => until === void 0) ?? stays.at(-1);
  if (!stay) return causeOfUnnamed(history, id, aspect);
  if (stay.until !== void 0)
    return isFacet(aspect) ? void 0 : madeWithout(history, id, stay) ?? endOf(stay);
  const changes = [...changesOf2(history, stay.object, aspect), ...followed(history, id, stay, aspect)];
  if (aspect === "anything") changes.push(...beginOf(stay));
  const cause = latest(changes) ?? (aspect === "type" ? latest(labelsOf(history, stay.object)) : void 0);
  return cause ?? (isFacet(aspect) ? void 0 : latest(beginOf(stay)));
}
var latest = (causes) => causes.reduce((last, one) => one && (!last || one.event >= last.event) ? one : last, void 0);
function beginOf({ object, from, isRenamed }) {
  if (from < 0) return [];
  const state = object.states.find(({ event }) => event === from);
  return [{ event: from, action: isRenamed ? "rename" : state?.changed ? "alter" : "create", object }];
}
var endOf = ({ object, until = -1, isDropped }) => ({
  event: until,
  action: isDropped ? "drop" : "rename",
  object
});
function madeWithout(history, id, { until = -1 }) {
  const owners = ownerStays(history, id);
  const owner = owners.at(-1);
  if (!owner || owner.until !== void 0 || owner.from < until) return void 0;
  return latest(beginOf(owner));
}
function ownerStays(history, id) {
  const owner = ownerOf(id);
  return owner ? staysOf(history, owner) : [];
}
function changesOf2(history, object, aspect) {
  const facts2 = factsBehind(aspect);
  const own = object.states.filter(({ event, changed }) => event >= 0 && changed && isAmong(changed, facts2));
  const causes = own.map(
    ({ event }) => ({ event, action: history.isCreation(event) ? "create" : "alter", object })
  );
  return object.catalogue === "pg_attribute" && (aspect === "type" || aspect === "anything") ? [...causes, ...typeNames(history, numberOf(lastFacts(object), "type"), object)] : causes;
}
var isAmong = (changed, facts2) => facts2 === void 0 ? changed.some((key) => key !== "comment" && !NAMES2.has(key)) : changed.some((key) => facts2.has(key));
var NAMES2 = /* @__PURE__ */ new Set(["name", "schema", "table"]);
function typeNames(history, type, object) {
  const typed = history.typed(type);
  return typed ? history.renamings(typed).map((event) => ({ event, action: "rename", object: typed ?? object })) : [];
}
function followed(history, id, { object, from }, aspect) {
  const isAny = aspect === "anything";
  switch (id.kind) {
    case "column":
      return isAny || aspect === "optionality" ? domainOf(history, object) : [];
    case "relationship":
    case "constraint":
      return isAny ? namesOfKey(history, object, from) : [];
    case "composite-type":
      return aspect === "existence" ? [] : attributesOf(history, object.id);
    case "view":
    case "materialized-view":
      return [...queryOf(history, object, aspect), ...isAny ? writersOf(history, object) : []];
    default:
      return [];
  }
}
var queryOf = (history, { id }, aspect) => history.members("pg_rewrite", id).flatMap((rule) => changesOf2(history, rule, aspect));
var writersOf = (history, { id }) => history.members("pg_trigger", id).flatMap(comingAndGoing).map(altered);
var altered = (cause) => ({ ...cause, action: "alter" });
function domainOf(history, column) {
  const typed = history.typed(numberOf(lastFacts(column), "type"));
  if (!typed || textOf(lastFacts(typed), "kind") !== "d") return [];
  return changesOf2(history, typed, "optionality");
}
function labelsOf(history, column) {
  if (column.catalogue !== "pg_attribute") return [];
  const typed = history.typed(numberOf(lastFacts(column), "type"));
  return (typed ? history.members("pg_enum", typed.id) : []).flatMap((label2) => [...comingAndGoing(label2), ...changesOf2(history, label2, "anything")]).filter(({ event }) => !history.isCreation(event)).map(altered);
}
function namesOfKey(history, key, from) {
  const facts2 = lastFacts(key);
  const [table2, target] = [numberOf(facts2, "table"), numberOf(facts2, "target")];
  const columns = numbersOf(facts2, "columns");
  const named3 = [
    ...columns.map((part) => history.object("pg_attribute", table2, part)),
    ...numbersOf(facts2, "target columns").map((part) => history.object("pg_attribute", target, part)),
    history.object("pg_class", target)
  ].flatMap((object) => object ?? []);
  const renamed2 = named3.flatMap(
    (object) => history.renamings(object).map((event) => ({ event, action: "rename", object }))
  );
  const unique = history.members("pg_constraint", table2).filter((other) => {
    const own = lastFacts(other);
    const isUnique = ["u", "p"].includes(textOf(own, "kind"));
    return isUnique && [...numbersOf(own, "columns")].sort().join() === [...columns].sort().join();
  });
  return [...renamed2, ...unique.flatMap(comingAndGoing).map(altered)].filter(({ event }) => event > from);
}
function attributesOf(history, type) {
  const relation = history.relationOf(type);
  if (!relation) return [];
  return history.members("pg_attribute", relation.id).flatMap((column) => [
    ...comingAndGoing(column).map(altered),
    ...changesOf2(history, column, "type"),
    ...changesOf2(history, column, "optionality"),
    ...history.renamings(column).map((event) => ({ event, action: "rename", object: column }))
  ]);
}
function comingAndGoing(object) {
  const [first] = object.states;
  const gone = object.states.find(({ dropped: dropped2 }) => dropped2);
  const cause = (state, action) => state && state.event >= 0 ? [{ event: state.event, action, object }] : [];
  return [...first === gone ? [] : cause(first, "create"), ...cause(gone, "drop")];
}
var ofOverload = (stays, { parameters }) => parameters ? stays.filter(({ object }) => isSameList(inputNames(object), parameters)) : stays;
function inputNames(object) {
  const { types, names, modes } = lastFacts(object) ?? {};
  if (!Array.isArray(types)) return [];
  const [named3, moded] = [names, modes].map((list2) => Array.isArray(list2) ? list2 : []);
  const inputs = types.flatMap(
    (_, index) => /^[ibv]$/.test(String(moded?.[index] ?? "i")) ? [String(named3?.[index] ?? "")] : []
  );
  return [...new Set(inputs)].sort(byText);
}
function causeOfFunction(history, stays, aspect) {
  const present = stays.filter(({ until }) => until === void 0);
  if (isFacet(aspect)) return latest(present.flatMap(({ object }) => changesOf2(history, object, aspect)));
  return latest(
    stays.flatMap(
      (stay) => stay.until === void 0 ? [
        ...beginOf(stay),
        ...changesOf2(history, stay.object, aspect),
        ...aspect === "existence" ? [] : signature(history, stay)
      ] : [endOf(stay)]
    )
  );
}
var withExtension = (history, { schema, name }) => history.named("pg_proc", name).filter(({ object }) => object.states.every(({ facts: facts2, dropped: dropped2 }) => !facts2 && dropped2?.[0] === schema));
function signature(history, { object }) {
  const facts2 = lastFacts(object);
  const types = [...numbersOf(facts2, "types"), numberOf(facts2, "returns")];
  return types.flatMap((type) => [...typeNames(history, type, object), ...attributesOf(history, type)]);
}
function causeOfUnnamed(history, id, aspect) {
  if (id.kind === "relationship") return throughView(history, id);
  if (id.kind !== "column") return void 0;
  const owners = history.inSchema("pg_class", id.schema, id.relation);
  const rows2 = new Set(owners.map(({ object }) => numberOf(lastFacts(object), "rows")));
  const computed = history.named("pg_proc", id.name).filter(({ object }) => rows2.has(numbersOf(lastFacts(object), "types")[0] ?? -1));
  return causeOfFunction(history, computed, aspect);
}
function throughView(history, { schema, relation, name }) {
  const owner = history.inSchema("pg_class", schema, relation).at(-1);
  if (!owner || !isView(owner.object)) return void 0;
  if (owner.until !== void 0) return endOf(owner);
  const keys = history.named("pg_constraint", name);
  return keys.length === 0 ? void 0 : latest([
    ...beginOf(owner),
    ...keys.flatMap((key) => key.until === void 0 ? beginOf(key) : [endOf(key)])
  ]);
}
function causeOfEmbedding(history, id, through) {
  const key = causeOf(history, id, "existence");
  if (id.kind !== "relationship") return key;
  const seen = through.map((name) => history.inSchema("pg_class", id.schema, name).at(-1));
  const views = seen.flatMap((stay) => stay && isView(stay.object) ? [stay] : []);
  if (views.length === 0 || views.length < seen.length) return key;
  const gone = views.flatMap((stay) => stay.until === void 0 ? [] : [endOf(stay)]);
  return gone.length > 0 ? latest(gone) : latest([key, ...views.flatMap(beginOf)]);
}
var isView = (object) => /^[vm]$/.test(textOf(lastFacts(object), "kind"));
var isThere2 = (history, id) => staysOf(history, id).some(({ until }) => until === void 0);

// src/migrations/cron-jobs.ts
function cronCalls({
  targetList = []
}) {
  return targetList.flatMap((target) => {
    const value = "ResTarget" in target ? target.ResTarget.val : void 0;
    const call = value && "FuncCall" in value ? value.FuncCall : void 0;
    if (!isFuncCall(call)) return [];
    const [first] = call.args ?? [];
    const name = first && "A_Const" in first ? first.A_Const.sval?.sval : void 0;
    const [schema, verb] = strings(call.funcname);
    if (schema !== "cron" || name === void 0) return [];
    return verb === "schedule" || verb === "unschedule" ? [{ verb, name }] : [];
  });
}

// src/migrations/blame/named-in-text.ts
var GRANTS = /^grants to (.*)$/s;
function grantsOf({ events }, history, behind2) {
  let known;
  const all = () => events.flatMap(({ tag }, event) => {
    if (tag !== "GRANT" && tag !== "REVOKE") return [];
    const found2 = behind2(event);
    const node = found2?.statement?.node;
    return found2 && node && "GrantStmt" in node ? [{ event, behind: found2, node: node.GrantStmt }] : [];
  });
  return (id, facet) => {
    const role = GRANTS.exec(facet)?.[1];
    if (role === void 0) return void 0;
    known ??= groupedByKeys(all());
    const stays = staysOf(history, id);
    const names = /* @__PURE__ */ new Set([
      id.name,
      ...stays.flatMap(({ object }) => history.namesOf(object).past.map(({ name }) => name))
    ]);
    const candidates = [keyOf5(role), ...[...names].map((name) => keyOf5(role, name))].flatMap(
      (key) => known?.get(key) ?? []
    );
    return candidates.filter(({ node, event }) => covers(node, id, stays, event)).reduce((last, one) => last && last.event > one.event ? last : one, void 0)?.behind;
  };
}
var keyOf5 = (...parts) => JSON.stringify(parts);
function groupedByKeys(grants) {
  const groups = /* @__PURE__ */ new Map();
  for (const grant of grants) {
    const { objects: objects2 = [], targtype, objtype } = grant.node;
    const isWide = targtype === "ACL_TARGET_ALL_IN_SCHEMA" || objtype === "OBJECT_SCHEMA";
    const names = objects2.flatMap(namesIn).map(({ name }) => name);
    for (const role of rolesOf(grant.node))
      for (const key of isWide ? [keyOf5(role)] : names.map((name) => keyOf5(role, name))) {
        const group = groups.get(key);
        if (group) group.push(grant);
        else groups.set(key, [grant]);
      }
  }
  return groups;
}
var rolesOf = ({ grantees = [] }) => grantees.flatMap((one) => {
  if (!("RoleSpec" in one)) return [];
  const { roletype, rolename = "" } = one.RoleSpec;
  return [roletype === "ROLESPEC_PUBLIC" ? "PUBLIC" : rolename];
});
function covers({ targtype, objtype, objects: objects2 = [] }, id, stays, event) {
  if (!isGrantOn(objtype, id) || targtype === "ACL_TARGET_DEFAULTS") return false;
  const isLater = stays.every(({ object }) => (object.states[0]?.event ?? 0) > event);
  if (stays.length > 0 && isLater) return false;
  const schema = "schema" in id ? id.schema : id.name;
  if (targtype === "ACL_TARGET_ALL_IN_SCHEMA" || id.kind === "schema")
    return strings(objects2).includes(schema);
  const own = new Set(stays.map(({ object }) => nameAt(object, event)));
  return objects2.flatMap(namesIn).some((one) => own.has(one.name) && (one.schema ?? schema) === schema);
}
function isGrantOn(type, id) {
  switch (type) {
    case "OBJECT_TABLE":
      return isRelation(id) || id.kind === "sequence";
    case "OBJECT_SEQUENCE":
      return id.kind === "sequence";
    case "OBJECT_FUNCTION":
    case "OBJECT_PROCEDURE":
    case "OBJECT_ROUTINE":
      return id.kind === "function";
    case "OBJECT_SCHEMA":
      return id.kind === "schema";
    default:
      return false;
  }
}
function namesIn(node) {
  if ("RangeVar" in node) return [{ schema: node.RangeVar.schemaname, name: node.RangeVar.relname ?? "" }];
  const name = "ObjectWithArgs" in node ? nameOf(strings(node.ObjectWithArgs.objname)) : void 0;
  return name ? [name] : [];
}
var WORDS2 = {
  role: /\brole\b|\buser\b/i,
  "event-trigger": /\bevent\s+trigger\b/i,
  "cron-job": /\bcron\b/i
};
var isUnrecorded = (kind) => kind in WORDS2;
function mentionOf(files, id) {
  if (!isUnrecorded(id.kind)) return void 0;
  let last;
  for (const { file, sql } of files) {
    if (!WORDS2[id.kind].test(sql)) continue;
    for (const statement of parseStatements(sql).statements) {
      const { start, end } = statement;
      const found2 = mentionIn(statement.node, id.kind, last?.action === "drop");
      if (found2?.names.includes(id.name))
        last = { file, locate: locator(sql), start, end, statement, base: 0, action: found2.action };
    }
  }
  return last;
}
function mentionIn(node, kind, isDropped) {
  if (kind === "cron-job") return "SelectStmt" in node ? jobIn(node.SelectStmt, isDropped) : void 0;
  if ("RenameStmt" in node) {
    const { renameType, subname, newname } = node.RenameStmt;
    const isOfKind = renameType === (kind === "role" ? "OBJECT_ROLE" : "OBJECT_EVENT_TRIGGER");
    return isOfKind ? { action: "rename", names: [subname, newname] } : void 0;
  }
  if (kind === "role") {
    if ("CreateRoleStmt" in node) return { action: "create", names: [node.CreateRoleStmt.role] };
    if ("AlterRoleStmt" in node) return { action: "alter", names: [node.AlterRoleStmt.role?.rolename] };
    if ("AlterRoleSetStmt" in node) return { action: "alter", names: [node.AlterRoleSetStmt.role?.rolename] };
    return void 0;
  }
  if ("CreateEventTrigStmt" in node) return { action: "create", names: [node.CreateEventTrigStmt.trigname] };
  return "AlterEventTrigStmt" in node ? { action: "alter", names: [node.AlterEventTrigStmt.trigname] } : void 0;
}
function jobIn(select, isDropped) {
  const [call] = cronCalls(select).filter(({ verb }) => verb === "schedule" || !isDropped);
  return call && { action: call.verb === "schedule" ? "create" : "drop", names: [call.name] };
}

// src/migrations/pieces.ts
function scan(text, from, visit) {
  for (let at2 = from; at2 < text.length; ) {
    const behind2 = afterLiteral(text, at2);
    if (behind2 === at2) {
      visit(text.charAt(at2), at2);
      at2 += 1;
    } else at2 = behind2;
  }
}
function elements(text, from) {
  const starts = [from];
  let depth = 0;
  scan(text, from, (character, at2) => {
    if (character === "(" || character === "[") depth += 1;
    else if (character === ")" || character === "]") depth -= 1;
    else if (character === "," && depth === 0) starts.push(at2 + 1);
  });
  return starts;
}
function stringLiterals(text) {
  const starts = [];
  for (let at2 = 0; at2 < text.length; ) {
    if (text.charAt(at2) === "'") starts.push(at2);
    at2 = Math.max(afterLiteral(text, at2), at2 + 1);
  }
  return starts;
}

// src/migrations/blame/place.ts
function placeIn(statement, sought) {
  const { node } = statement;
  const at2 = (location) => location === void 0 ? void 0 : offsetOf(statement, location);
  if ("CreateStmt" in node) return at2(inTable(node.CreateStmt, sought));
  if ("CreateForeignTableStmt" in node)
    return at2(inElements(node.CreateForeignTableStmt.base?.tableElts, sought));
  if ("CreateSchemaStmt" in node) {
    const elements2 = node.CreateSchemaStmt.schemaElts ?? [];
    const found2 = elements2.find(
      (one) => "CreateStmt" in one && one.CreateStmt.relation?.relname === sought.owner
    );
    return found2 && "CreateStmt" in found2 ? at2(inTable(found2.CreateStmt, sought)) : void 0;
  }
  if ("CompositeTypeStmt" in node) return at2(inElements(node.CompositeTypeStmt.coldeflist, sought));
  if ("ViewStmt" in node) return at2(inQuery(node.ViewStmt.query, strings(node.ViewStmt.aliases), sought));
  if ("CreateTableAsStmt" in node) {
    const { query, into } = node.CreateTableAsStmt;
    return at2(inQuery(query, strings(into?.colNames), sought));
  }
  if ("CreateEnumStmt" in node) return label(statement, node.CreateEnumStmt, sought);
  if ("AlterTableStmt" in node) return inCommands(statement, node.AlterTableStmt, sought);
  if ("DropStmt" in node) return dropped(statement, node.DropStmt, sought);
  if ("RenameStmt" in node) return renamed(statement, node.RenameStmt);
  return void 0;
}
var isColumn = ({ catalogue }) => catalogue === "pg_attribute";
var isKey = ({ catalogue }) => catalogue === "pg_constraint";
function inTable({ tableElts, relation }, sought) {
  const found2 = inElements(tableElts, sought);
  if (found2 !== void 0 || !isColumn(sought)) return found2;
  const like = (tableElts ?? []).find((one) => "TableLikeClause" in one);
  return relation && like && "TableLikeClause" in like ? like.TableLikeClause.relation?.location : void 0;
}
function inElements(elements2, sought) {
  return isKey(sought) ? inEach(elements2, { ...sought, kind: "" }) ?? inEach(elements2, { ...sought, name: "" }) : inEach(elements2, sought);
}
function inEach(elements2, sought) {
  for (const element of elements2 ?? []) {
    if ("Constraint" in element && isKey(sought) && isThatKey(element.Constraint, sought))
      return element.Constraint.location;
    if (!("ColumnDef" in element)) continue;
    const found2 = inColumn(element.ColumnDef, sought);
    if (found2 !== void 0) return found2;
  }
  return void 0;
}
function inColumn({ colname = "", location, constraints }, sought) {
  if (isColumn(sought)) return colname === sought.name ? location : void 0;
  const own = (constraints ?? []).flatMap((one) => "Constraint" in one ? [one.Constraint] : []);
  if (isKey(sought)) return own.find((one) => isThatKey(one, sought, colname))?.location;
  const isOwnSequence = sought.catalogue === "pg_class" && sought.name.endsWith(`_${colname}_seq`);
  const isNamed2 = own.some(
    (one) => (one.options ?? []).some(
      (option2) => "DefElem" in option2 && option2.DefElem.defname === "sequence_name" && option2.DefElem.arg !== void 0 && "List" in option2.DefElem.arg && strings(option2.DefElem.arg.List.items).at(-1) === sought.name
    )
  );
  return isOwnSequence || isNamed2 ? location : void 0;
}
var KINDS2 = {
  p: "CONSTR_PRIMARY",
  u: "CONSTR_UNIQUE",
  f: "CONSTR_FOREIGN",
  c: "CONSTR_CHECK",
  x: "CONSTR_EXCLUSION"
};
function isThatKey(key, { name, kind = "", columns = [] }, column) {
  if (key.conname !== void 0) return key.conname === name;
  if (key.contype !== KINDS2[kind]) return false;
  const own = column === void 0 ? columnsOf(key) : [column];
  return own.length === 0 || [...own].sort().join() === [...columns].sort().join();
}
function columnsOf({ keys, fk_attrs, raw_expr, exclusions }) {
  const listed2 = [...strings(keys), ...strings(fk_attrs)];
  return listed2.length > 0 ? listed2 : [...new Set(columnRefs([raw_expr, exclusions]))];
}
function columnRefs(root) {
  const names = [];
  const open = [root];
  for (let value = open.pop(); value !== void 0 || open.length > 0; value = open.pop()) {
    if (typeof value !== "object" || value === null) continue;
    if ("ColumnRef" in value && isFields(value.ColumnRef)) names.push(...lastName(value.ColumnRef));
    if ("IndexElem" in value && isFields(value.IndexElem) && typeof value.IndexElem.name === "string")
      names.push(value.IndexElem.name);
    open.push(...Object.values(value));
  }
  return names;
}
var isFields = (value) => typeof value === "object" && value !== null;
function lastName({ fields }) {
  const last = Array.isArray(fields) ? fields.at(-1) : void 0;
  const text = isFields(last) && isFields(last.String) ? last.String.sval : void 0;
  return typeof text === "string" ? [text] : [];
}
function inQuery(query, aliases, sought) {
  if (!isColumn(sought) || !query || !("SelectStmt" in query)) return void 0;
  const items = (query.SelectStmt.targetList ?? []).flatMap(
    (one) => "ResTarget" in one ? [one.ResTarget] : []
  );
  const found2 = items.find((item, index) => (aliases[index] ?? nameOfItem(item)) === sought.name);
  return found2?.location;
}
function nameOfItem({ name, val }) {
  if (name !== void 0) return name;
  return val && "ColumnRef" in val ? strings(val.ColumnRef.fields?.slice(-1))[0] : void 0;
}
var labelPlaces = /* @__PURE__ */ new WeakMap();
function label(statement, { vals }, { catalogue, name }) {
  if (catalogue !== "pg_enum") return void 0;
  const places = labelPlaces.get(statement) ?? placesOfLabels(statement, strings(vals));
  labelPlaces.set(statement, places);
  return places.get(name);
}
function placesOfLabels({ source, end }, labels) {
  const literals = stringLiterals(source.text.slice(0, end - source.start)).slice(-labels.length);
  return new Map(
    labels.flatMap((one, index) => {
      const at2 = literals[index];
      return at2 === void 0 ? [] : [[one, source.start + at2]];
    })
  );
}
function inCommands(statement, { cmds, relation }, sought) {
  const commands = (cmds ?? []).flatMap((one) => "AlterTableCmd" in one ? [one.AlterTableCmd] : []);
  const index = commands.length === 1 ? 0 : commandOf2(commands, sought);
  const command = commands[index];
  if (!command || !relation) return void 0;
  const { def } = command;
  const elements2 = def && ("ColumnDef" in def || "Constraint" in def) ? [def] : [];
  const inside = command.subtype === "AT_AlterColumnType" ? void 0 : inElements(elements2, sought);
  if (inside !== void 0) return offsetOf(statement, inside);
  return commandStarts(statement, relation, commands.length)?.[index];
}
function commandOf2(commands, sought) {
  const named3 = isKey(sought) ? commands.findIndex(
    ({ name, def }) => (def && "Constraint" in def ? def.Constraint.conname : name) === sought.name
  ) : -1;
  return named3 === -1 ? commands.findIndex((command) => speaksOf(command, sought)) : named3;
}
function speaksOf(command, sought) {
  const { name, def, subtype = "" } = command;
  const { catalogue, facet } = sought;
  if (facet !== void 0 && COMMANDS[facet]) return COMMANDS[facet]?.test(subtype) ?? false;
  if (def && "ColumnDef" in def && subtype !== "AT_AlterColumnType")
    return inColumn(def.ColumnDef, sought) !== void 0;
  if (def && "Constraint" in def && subtype !== "AT_AddIdentity")
    return isKey(sought) ? isThatKey(def.Constraint, sought) : columnsOf(def.Constraint).includes(sought.name);
  if (def && "RangeVar" in def && catalogue === "pg_class") return def.RangeVar.relname === sought.name;
  return name === sought.name || catalogue === "pg_class" && sought.name.endsWith(`_${name}_seq`);
}
var COMMANDS = {
  "row-level security": /^AT_(?:En|Dis)ableRowSecurity$/,
  "row-level security of the owner": /^AT_(?:No)?ForceRowSecurity$/,
  owner: /^AT_ChangeOwner$/
};
function commandStarts(statement, { location }, count) {
  const { text, start } = statement.source;
  const at2 = offsetOf(statement, location) - start;
  const [name = ""] = new RegExp(`^${QUALIFIED}(?:\\s*\\*)?`).exec(text.slice(at2)) ?? [];
  if (name === "") return void 0;
  return elementStarts(statement, at2 + name.length, count);
}
function elementStarts({ source, end }, from, count) {
  const text = source.text.slice(0, end - source.start);
  const starts = elements(text, from);
  if (starts.length !== count) return void 0;
  return starts.map((at2) => source.start + at2 + afterComments(text.slice(at2)));
}
function dropped(statement, { objects: objects2 = [] }, { name, owner }) {
  const names = objects2.map((one) => "List" in one ? strings(one.List.items).at(-1) : void 0);
  const index = names.findIndex((one) => one === name || one === owner);
  return index < 1 ? void 0 : elementStarts(statement, 0, objects2.length)?.[index];
}
function renamed(statement, { renameType, relation }) {
  const isPart = ["OBJECT_COLUMN", "OBJECT_ATTRIBUTE", "OBJECT_TABCONSTRAINT"].includes(renameType ?? "");
  return isPart && relation ? commandStarts(statement, relation, 1)?.[0] : void 0;
}

// src/migrations/blame/renames.ts
function renamesOf(history) {
  const objects2 = history.objects.filter((object) => !isGone(object));
  return objects2.flatMap((object) => renamesOfObject(history, object)).sort((a, b) => a.event - b.event);
}
function renamesOfObject(history, object) {
  const kind = textOf(lastFacts(object), "kind");
  const relation = relationOfRelkind(kind);
  if (object.catalogue === "pg_class" && relation)
    return named2(history, object, ({ schema, name }) => ({ kind: relation, schema, name }));
  if (object.catalogue === "pg_proc")
    return named2(history, object, ({ schema, name }) => ({ kind: "function", schema, name, args: [] }));
  if (object.catalogue === "pg_type" && kind === "e")
    return named2(history, object, ({ schema, name }) => ({ kind: "enum", schema, name }));
  return object.catalogue === "pg_attribute" ? ofColumn(history, object) : [];
}
function named2(history, object, idOf4) {
  const { today, past } = history.namesOf(object);
  return past.map(({ until, ...name }) => ({ from: idOf4(name), to: idOf4(today), event: until }));
}
function ofColumn(history, column) {
  const relation = history.object("pg_class", column.id);
  if (!relation || isGone(relation) || !relationOfRelkind(textOf(lastFacts(relation), "kind"))) return [];
  const { today, past } = history.namesOf(relation);
  const own = history.namesOf(column);
  const idOf4 = (of, name) => ({
    kind: "column",
    schema: of.schema,
    relation: of.name,
    name
  });
  return own.past.flatMap(
    ({ name, until }) => [today, ...past].map((of) => ({ from: idOf4(of, name), to: idOf4(today, own.today.name), event: until }))
  );
}

// src/migrations/blame/statement.ts
function statementsOf({ events }, migrations) {
  const files = new Map(migrations.map((one) => [one.file, one]));
  const read = /* @__PURE__ */ new Map();
  const readOf = ({ file, sql }) => {
    const known = read.get(file) ?? {
      texts: new Map(splitStatements(sql).map(({ start, text }) => [start, text])),
      locate: locator(sql)
    };
    read.set(file, known);
    return known;
  };
  const found2 = /* @__PURE__ */ new Map();
  return (at2) => {
    const event = events[at2];
    const file = event && files.get(event.file);
    if (!event || !file) return void 0;
    const one = found2.get(at2) ?? behind(event, readOf(file));
    found2.set(at2, one);
    return one;
  };
}
function behind({ file, offset, context }, { texts, locate }) {
  const text = texts.get(offset) ?? "";
  const whole = { file, locate, start: offset + afterComments(text), end: offset + text.length };
  const [statement] = parseStatements(text).statements;
  if (!statement) return whole;
  return {
    ...whole,
    ...context === "" ? { statement, base: offset, start: offset + statement.start } : ranInside(statement, offset, context),
    end: offset + statement.end
  };
}
var FRAME = /(?:^|\n)PL\/pgSQL function inline_code_block line (\d+) at [^\n]*$/;
var INNER = /^SQL statement "([\s\S]*?)"(?:\nSQL statement "|\nPL\/pgSQL function |\nSQL function |$)/;
function ranInside(outer, offset, context) {
  const [, inner = ""] = INNER.exec(context) ?? [];
  const [ran] = inner === "" ? [] : parseStatements(inner).statements;
  const body2 = bodyOf(outer.node);
  const frame = FRAME.exec(context);
  const start = body2 && offsetInFile(outer, body2.text);
  const known = ran && { statement: ran };
  if (!body2 || !frame || start === void 0) return { ...known, start: offset + outer.start };
  const line2 = lineStart(body2.text, Number(frame[1]));
  const written2 = inner === "" ? -1 : body2.text.indexOf(inner, line2);
  if (written2 === -1)
    return { ...known, start: offset + start + line2 + afterComments(body2.text.slice(line2)) };
  const base = offset + start + written2;
  return { ...known, base, start: base + (ran?.start ?? 0) };
}
function lineStart(text, line2) {
  let at2 = 0;
  for (let number = 1; number < line2; number++) at2 = text.indexOf("\n", at2) + 1;
  return at2;
}
function locationOf2({ file, locate, end }, start) {
  return { location: { file, ...locate(start) }, endLine: locate(Math.max(end - 1, start)).line };
}

// src/migrations/blame/blame.ts
async function blameOf(trace, migrations) {
  await loadParser();
  const history = new ObjectHistory(trace);
  const behind2 = statementsOf(trace, migrations);
  const grantOn = grantsOf(trace, history, behind2);
  const touchOf2 = ({ event, action, object }, aspect) => {
    const found2 = behind2(event);
    if (!found2) return void 0;
    const { statement, base, start } = found2;
    const facet = isFacet(aspect) ? aspect : {};
    const place = statement && placeIn(statement, { ...soughtIn(history, object, event), ...facet });
    return { action, ...locationOf2(found2, base === void 0 || place === void 0 ? start : base + place) };
  };
  return {
    touch: (object, aspect = "anything") => {
      const cause = causeOf(history, object, aspect);
      if (cause) return touchOf2(cause, aspect);
      const grant = isFacet(aspect) ? grantOn(object, aspect.facet) : void 0;
      if (grant) return { action: "alter", ...locationOf2(grant, grant.start) };
      const mention = mentionOf(migrations, object);
      return mention && { action: mention.action, ...locationOf2(mention, mention.start) };
    },
    isThere: (object) => isThere2(history, object),
    renames: renamesOf(history)
  };
}
function soughtIn(history, object, event) {
  const { catalogue, id, part } = object;
  const facts2 = lastFacts(object);
  const owner = (other) => other ? { owner: nameAt(other, event) } : {};
  const column = (table3, number) => {
    const found2 = history.object("pg_attribute", table3, number);
    return found2 ? [nameAt(found2, event)] : [];
  };
  const sought = { catalogue, name: nameAt(object, event) };
  if (part > 0) return { ...sought, ...owner(history.object("pg_class", id)) };
  if (catalogue === "pg_enum")
    return { ...sought, ...owner(history.object("pg_type", numberOf(facts2, "type"))) };
  if (catalogue !== "pg_constraint") return sought;
  const table2 = numberOf(facts2, "table");
  return {
    ...sought,
    ...owner(history.object("pg_class", table2)),
    kind: textOf(facts2, "kind"),
    columns: numbersOf(facts2, "columns").flatMap((number) => column(table2, number))
  };
}

// src/commands/blame.ts
async function evidenceOf(plan, built, replayTraced2) {
  const trace = await replayTraced2(plan);
  const blame = await blameOf(trace, plan.migrations);
  return trace.isWhole ? { blame, built } : { blame, built, declared: await declaredIn(plan.migrations) };
}
var evidenceOfTexts = async (declared) => ({
  blame: await blameOf({ isWhole: false, events: [], states: [] }, []),
  declared,
  built: []
});
function withBlame(finding, aspect, evidence) {
  const { blame, declared } = evidence;
  const isGone2 = finding.ruleId.endsWith("-removed") || finding.generated === "";
  const touch = (
    // What a trace that ends early still has went by a later statement.
    (isGone2 && blame.isThere(finding.subject) ? declared?.touch(finding.subject) : void 0) ?? touchOf(finding.subject, aspect, evidence) ?? // What was set by no statement of its own came with the object.
    (isFacet(aspect) ? touchOf(finding.subject, "existence", evidence) : void 0)
  );
  if (touch) return at(finding, touch);
  return isGone2 && declared === void 0 ? saying(finding, "in the committed types, in no migration: made outside Git, or never existed") : finding;
}
var at = (finding, { location }) => ({
  ...finding,
  location: { ...location, file: fileOf(location.file) }
});
var saying = (finding, words) => ({
  ...finding,
  details: [...finding.details ?? [], words]
});
function aspectOf(change, { blame }) {
  switch (change.kind) {
    case "relationship-added":
    case "relationship-removed": {
      const { committed, generated } = change.facts;
      const differing = [...committed.differing, ...generated.differing];
      return { through: differing.map(({ referencedRelation }) => referencedRelation) };
    }
    case "column-type-changed":
      return withoutNull2(change.committed) === withoutNull2(change.generated) ? "optionality" : "type";
    case "column-optionality-changed":
      return "optionality";
    default:
      if (change.kind.endsWith("-added")) return "existence";
      return change.kind.endsWith("-removed") && !blame.isThere(change.object) ? "existence" : "anything";
  }
}
var withoutNull2 = (type) => type.replace(/ \| null$/, "");
function touchOf(subject, aspect, { blame, declared, built, extensions = [] }) {
  const touch = blame.touch(subject, aspect);
  if (touch) return touch;
  const extension = extensionOf(subject, built);
  if (extension) return blame.touch({ kind: "extension", name: extension }, "existence");
  const elsewhere = extensions.find(({ brings }) => brings(subject));
  const moved = elsewhere && blame.touch({ kind: "extension", name: elsewhere.name }, "anything");
  if (moved) return moved;
  const owner = ownerOf(subject);
  return declared?.touch(subject) ?? (owner && declared?.touch(owner));
}
function extensionOf(subject, built) {
  const whole = ownerOf(subject) ?? subject;
  if (!("schema" in whole) || !("name" in whole)) return void 0;
  return built.find(({ schema, name }) => schema === whole.schema && name === whole.name)?.extension;
}

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
function refuseOwnLimits(failure3, plan) {
  if (!isOwnLimit(failure3, plan)) return;
  const { file, line: line2, column, statement, sqlState } = failure3;
  const message = failure3.message === STACK_ENDED ? "the statement is nested too deep for it" : failure3.message;
  const location = { file: fileOf(file), line: line2, column };
  const database = NO_ROOM.test(sqlState) ? "The embedded database, which keeps its files in memory, ran out of it in" : "The embedded database cannot replay";
  throw new EnvironmentError({
    message: `${database} ${named(location.file)}: ${visible(message)}.`,
    remedy: REPLAY_ELSEWHERE,
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
var saidBeside = ({ detail: detail2, hint }) => [detail2, hint].flatMap((text) => text ? [text] : []);
var detailsOf = (failure3) => NO_EXTENSION.test(failure3.message) ? ["No Supabase database has an extension of that name."] : saidBeside(failure3);

// src/commands/unset-secrets.ts
var USES_VAULT = /\bvault"?\.|\bdecrypted_secrets\b/i;
function refuseUnset(unset, { roles = "", migrations }, { file, applied, message }) {
  const [secret] = unset;
  const texts = [roles, ...migrations.slice(0, applied + 1).map(({ sql }) => sql)];
  if (secret === void 0 || !texts.some((sql) => USES_VAULT.test(sql))) return;
  const { why, remedy } = wordsOf2(secret);
  throw new EnvironmentError({
    message: `${named(fileOf(file))} fails (${visible(message)}), and ${why}.`,
    remedy
  });
}
function wordsOf2({ name, variable }) {
  const secret = `the secret ${named(name)} of \`[db.vault]\``;
  if (variable === void 0)
    return {
      why: `${secret} in supabase/config.toml is encrypted`,
      remedy: perSurface`Use ${option("resetWith", "supabase-cli")} where \`DOTENV_PRIVATE_KEY\` is set, which decrypts it.`
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
async function whyStopped({ project, plan, failure: failure3, database }, knownObjects) {
  const leftOpen = (failure3.leftOpen ?? []).map(openFinding);
  const duplicates = duplicateFindings(project.duplicates);
  if (failure3.status === "left-open") return { duplicates, leftOpen, missing: [] };
  const isReference = database === "local-stack";
  if (isReference) refuseServerFailure(failure3);
  else refuseOwnLimits(failure3, plan);
  refuseUnset(project.vault.unset, plan, failure3);
  if (failure3.sqlState === "23505" && failure3.statement === "" && duplicates.length > 0)
    return { duplicates, leftOpen, missing: [] };
  if (!MISSING_OBJECT.has(failure3.sqlState))
    return { duplicates, leftOpen, failed: failedStatement2(failure3, isReference), missing: [] };
  const known = await knownObjects();
  const all = await missingIn(plan, known);
  const misspelt = all.filter(isNamedBy(failure3)).flatMap((missing2) => misspeltOf(missing2, known));
  const missing = all.filter((one) => !misspelt.some((other) => other.missing === one));
  return { duplicates, leftOpen, failed: failedStatement2(failure3, isReference, misspelt[0]), missing };
}
var isNamedBy = ({ message }) => ({ schema, name }) => [name, `${schema}.${name}`].some((one) => message === `relation "${one}" does not exist`);
function misspeltOf(missing, known) {
  const { kind, schema, name, references, createdLater } = missing;
  if (kind !== "relation" || references.length > 1 || createdLater !== void 0) return [];
  const meant = known.find(
    (one) => one.kind === "relation" && one.schema === schema && isNear(one.name, name)
  );
  return meant === void 0 ? [] : [{ missing, meant: formatObjectId({ kind: "table", schema, name: meant.name }) }];
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
      message: `Version ${version} is used by two files: ${named(first)} and ${named(second)}.`,
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
function failedStatement2(failure3, isReference, misspelt) {
  const { file, statement, sqlState, message } = failure3;
  const [use] = misspelt?.missing.references ?? [];
  const { line: line2, column } = use?.file === file ? use : failure3;
  const remedy = remedyOf2(failure3, misspelt);
  return makeFinding({
    ruleId: "replay-failed",
    subject: { kind: "file", name: fileOf(file) },
    location: { file: fileOf(file), line: line2, column },
    ...remedy !== void 0 && { remedy },
    message: `${named(fileOf(file))} fails at line ${line2}, column ${column}: ${message} (SQLSTATE ${sqlState}).`,
    details: [...statement ? [statement] : [], ...isReference ? saidBeside(failure3) : detailsOf(failure3)],
    salient: [sqlState, message]
  });
}
function remedyOf2({ statement }, misspelt) {
  if (misspelt !== void 0)
    return `Did you mean ${named(misspelt.meant)}? If not, add a migration before it that creates what it needs.`;
  if (/^\\\w/.test(statement))
    return "Remove the lines that begin with a backslash: they are commands of psql, which `pg_dump` writes, and no SQL.";
  return void 0;
}
async function missingIn({ migrations }, known) {
  const { missingObjects } = await import("./references-B4BLSBR4.js");
  return await missingObjects(migrations, known);
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
function auditFindings({ history, git, held }, types, named3) {
  const { evidence } = git;
  const isLookedAt3 = ({ subject }) => named3.length === 0 || "schema" in subject && named3.includes(subject.schema) || subject.kind === "schema" && named3.includes(subject.name);
  const applied = keysOf(held.applied);
  const pending = new Map(held.all.filter((one) => !applied.has(keyOf3(one))).map((one) => [keyOf3(one), one]));
  const all = git.structure ? structureFindings(git.structure) : existenceFindings(held);
  const found2 = all.filter(isLookedAt3);
  return [
    ...history.findings,
    ...git.stopped && !git.stopped.standing ? stopFindings(git.stopped) : [],
    ...found2.map((finding) => evidence ? blamed(finding, evidence) : finding).map((finding) => withPendingFile(finding, pending)),
    ...types.findings
  ];
}
var structureFindings = ({ changes, statements }) => changes.map((change, place) => {
  const sql = statements.filter(({ of }) => of.includes(place)).map((statement) => statement.sql);
  return { ...findingOf(change), ...sql.length > 0 && { sql } };
});
function blamed(finding, evidence) {
  const { subject, ruleId, facet } = finding;
  if (facet !== void 0) return withBlame(finding, { facet }, evidence);
  if (ruleId !== "unmanaged") return withBlame(finding, "existence", evidence);
  const touch = touchOf(subject, "anything", evidence);
  if (touch === void 0) return finding;
  const located = at(finding, touch);
  return touch.action === "drop" ? saying(located, "a migration dropped it, yet it is live") : located;
}
function withPendingFile(finding, pending) {
  const { subject, ruleId } = finding;
  const waiting = ruleId === "unmanaged" && "schema" in subject ? pending.get(keyOfSubject(subject)) : void 0;
  if (waiting?.createdIn === void 0) return finding;
  const file = fileOf(waiting.createdIn);
  const [version = "VERSION"] = /^\d+/.exec(waiting.createdIn) ?? [];
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
      return keyOf3({ kind: subject.kind, schema: subject.schema, name: subject.name });
    default:
      return "";
  }
}
function findingOf(change) {
  const { kind, object, facet, expected, actual, parts, severity } = change;
  return makeFinding({
    ruleId: kind,
    subject: object,
    severity,
    message: `${sentenceOf3(change)}.`,
    ...facet !== void 0 && { facet },
    ...expected !== void 0 && { expected },
    ...actual !== void 0 && { actual },
    ...parts.length > 0 && { details: parts },
    // One that a side lacks is accepted with all that is in it; an alteration only with what it caused until then.
    salient: kind === "altered" ? [facet ?? "", expected ?? "", actual ?? "", ...parts] : []
  });
}
function sentenceOf3({ kind, object, facet, expected, actual }) {
  const name = nameOf4(object);
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
var nameOf4 = (object) => `${object.kind.replaceAll("-", " ")} ${named(formatObjectId(object))}`;
var LONGEST_SIDE = 80;
var isShort = (side = "") => side.length <= LONGEST_SIDE && !side.includes("\n");
var sideOf = (side) => side === void 0 || side === "" ? "absent" : named(side);
function existenceFindings({ live, applied }) {
  const [inLive, inGit] = [byKindAndName(live), byKindAndName(applied)];
  const found2 = (ruleId, held, other) => [...held].flatMap(([key, one]) => {
    if (other.has(key)) return [];
    const object = subjectOf(one);
    const message = `${sentenceOf3({ kind: ruleId, object, parts: [], severity: "error" })}.`;
    return [makeFinding({ ruleId, subject: object, message })];
  });
  return [...found2("unmanaged", inLive, inGit), ...found2("missing", inGit, inLive)];
}
var byKindAndName = (held) => new Map(held.map((one) => [JSON.stringify([one.kind, one.schema, one.name]), one]));

// src/commands/diagram.ts
var MOST_RELATIONS = 12;
function diagramOf(findings, committed, generated) {
  const groups = groupBy(findings.filter(isOfRelation), ({ subject }) => JSON.stringify(relationOf(subject)));
  if (groups.size === 0 || groups.size > MOST_RELATIONS) return void 0;
  const drifted = [...groups.values()].flatMap((own) => driftedOf(own, committed, generated));
  const links = drifted.flatMap((one) => linksOf2(one, drifted));
  const relations = drifted.map((one) => relationIn2(one, links));
  return { relations: [...relations, ...neighbours(relations, links)], links };
}
function relationOf(subject) {
  const object = ownerOf(subject) ?? subject;
  return isRelation(object) ? { schema: object.schema, name: object.name } : void 0;
}
var isOfRelation = ({ ruleId, subject }) => /^(?:relation|column|relationship)-/.test(ruleId) && relationOf(subject) !== void 0;
function driftedOf(findings, committed, generated) {
  const at2 = findings[0] && relationOf(findings[0].subject);
  if (at2 === void 0) return [];
  const old = { ...at2, name: ofRule(findings, "relation-renamed")?.committed ?? at2.name };
  const home = committed.find((types) => find(types, old) !== void 0);
  const [before, after] = [home && find(home, old), find(generated, at2)];
  const keys = { committed: foreignKeys(before, home, at2), generated: foreignKeys(after, generated, at2) };
  return [{ ...at2, committed: before, generated: after, keys, old: old.name, findings }];
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
function columnIn({ committed, generated, findings }, name, isKey2) {
  const [finding] = findings.filter(({ subject }) => subject.kind === "column" && subject.name === name);
  const member = generated?.shapes.Row?.get(name) ?? committed?.shapes.Row?.get(name);
  return {
    name,
    type: member ? typeText(member.type) : "unknown",
    ...isKey2 && { isKey: true },
    ...finding && changeOf(finding)
  };
}
function linksOf2(one, all) {
  const drifting = new Map(
    one.findings.flatMap(
      ({ subject, ruleId }) => subject.kind === "relationship" ? [[subject.name, linkChange(ruleId)]] : []
    )
  );
  const { committed, generated } = one.keys;
  const gone = committed.filter(
    (key) => (one.generated === void 0 || drifting.get(key.name) === "removed") && !generated.some(isSame(key))
  );
  return [...gone, ...generated].flatMap((key) => {
    const isOnBothSides = committed.some(isSame(key)) && generated.some(isSame(key));
    const drift = drifting.get(key.name);
    const change = drift !== "changed" && isOnBothSides ? void 0 : drift;
    const name = key.referencedRelation;
    const isOther = (other) => [other.name, other.old].includes(name);
    const target = all.find((other) => other.schema === one.schema && isOther(other));
    const isWhole = one.committed === void 0 || one.generated === void 0;
    if (target === void 0 && change === void 0 && !isWhole) return [];
    return [linkOf(one, target ?? { schema: one.schema, name }, key, change)];
  });
}
var isSame = ({ name, referencedRelation }) => (other) => other.name === name && other.referencedRelation === referencedRelation;
var linkChange = (ruleId) => ruleId.endsWith("-added") ? "added" : ruleId.endsWith("-removed") ? "removed" : "changed";
var linkOf = (from, to, { name, columns, isOneToOne }, change) => ({
  from: idOf2(from),
  to: idOf2(to),
  name,
  columns: [...columns],
  ...isOneToOne && { isOneToOne: true },
  ...change && { change }
});
function neighbours(relations, links) {
  const known = new Set(relations.map(({ id }) => id));
  const others = new Set(links.map(({ to }) => to).filter((id) => !known.has(id)));
  return [...others].map((id) => ({ id, kind: "table", columns: [] }));
}

// src/commands/extension-versions.ts
async function withVersions(known, built, compared, readTexts2) {
  const schemas = schemasWithExtensions(built);
  if (!compared.some((schema) => schemas.has(schema))) return known;
  const declared = await readTexts2();
  const brings = await bringer(declared);
  const there = new Set(built.map(({ kind, schema, name }) => keyOf6(kind, schema, name)));
  return {
    ...known,
    versionedBy: (object) => {
      if (!("schema" in object) || isNamed(declared, object)) return void 0;
      const { kind, name } = ownerOf(object) ?? object;
      const own = there.has(keyOf6(kind, object.schema, name)) ? known.extensionOf(object.schema, name) : void 0;
      return own ?? [...schemas.get(object.schema) ?? []].find((extension) => brings(extension, object));
    }
  };
}
var keyOf6 = (kind, schema, name) => JSON.stringify([isRelation({ kind }) ? "relation" : kind, schema, name]);
var NO_ACCIDENT = 3;
var SHARE = 1 / 5;
async function extensionsIn(declared, installed) {
  const brings = await bringer(declared);
  const { countBrought } = await import("./brought-SZ7XZ7XL.js");
  return installed.map(({ schema, name }) => {
    const isNamed2 = declared.touch({ kind: "extension", name }) !== void 0;
    return {
      schema,
      name,
      brings: (object) => brings(name, object),
      atLeast: Math.max(isNamed2 ? 1 : NO_ACCIDENT, Math.ceil(countBrought(name) * SHARE))
    };
  });
}
async function bringer(declared) {
  const { bringsFunction, bringsObject } = await import("./brought-SZ7XZ7XL.js");
  return (extension, object) => {
    if (isNamed(declared, object)) return false;
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
function isNamed(declared, object) {
  const owner = ownerOf(object);
  return declared.touch(object) !== void 0 || owner !== void 0 && declared.touch(owner) !== void 0;
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
  const isAnyGone = compared.some(({ changes }) => changes.some(({ kind }) => kind.endsWith("-removed")));
  const extensions = isAnyGone ? await extensionsIn(await declaredIn(plan.migrations), await shadow.extensions()) : [];
  const evidence = { ...work.evidence, extensions };
  const told2 = compared.map((one) => ({
    file: one.file,
    findings: types.withPlaces(one.file, toldChanges(work, one, evidence.blame.renames, extensions)).map(({ change, place }) => {
      const finding = withKey(types.findingOf(change), change, built);
      return { ...withBlame(finding, aspectOf(change, evidence), evidence), typesLocation: place };
    })
  }));
  return {
    findings: withFiles(told2),
    notices: evidence.declared ? unreadNotices(evidence.declared, plan.migrations) : [],
    foundIn: filesByFinding(told2)
  };
}
function withKey(finding, change, built) {
  if (change.kind !== "relationship-removed" || change.object.kind !== "relationship") return finding;
  const { schema, relation, name } = change.object;
  const key = built.find((one) => one.schema === schema && one.name === relation)?.foreignKeys?.find((one) => one.name === name);
  if (!key) return finding;
  const gone = change.facts.committed.differing.map(({ referencedRelation }) => referencedRelation);
  const others = [...new Set(gone)].filter((one) => one !== key.referencedRelation);
  const id = quoteCode(finding.id);
  const message = others.length > 0 ? `relationship ${id} leads to ${others.map(quoteCode).join(", ")} too in the committed types; its foreign key is in the database that the migrations build, but those can no longer be embedded through it.` : `relationship ${id} is in the committed types; its foreign key is in the database that the migrations build and leads to ${quoteCode(`${key.referencedSchema}.${key.referencedRelation}`)}, which generated types leave out.`;
  return { ...finding, message };
}
function toldChanges({ types, generated, compare }, { types: committed, changes }, renames, extensions) {
  const renamed2 = types.withRenames(committed, generated, renames);
  const others = renamed2.changes.length === 0 ? changes : compare(renamed2.committed).changes;
  const moved = types.withMoves(others, extensions, committed);
  return types.withFollowers([...renamed2.changes, ...moved], { committed: renamed2.committed, generated });
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
function identities(key, ...findings) {
  const all = findings.flatMap((finding) => finding?.[key] ?? []);
  return all.length === 0 ? {} : { [key]: [...new Map(all.map((one) => [one.fingerprint, one])).values()] };
}
function withFiles(files) {
  if (files.length < 2) return files.flatMap(({ findings }) => findings);
  const merged = /* @__PURE__ */ new Map();
  for (const { file, findings } of files)
    for (const finding of findings) {
      const known = merged.get(finding.fingerprint);
      merged.set(finding.fingerprint, {
        ...known ?? finding,
        // Not the same in every file.
        ...identities("covers", known, finding),
        ...identities("former", known, finding),
        details: [.../* @__PURE__ */ new Set([...known?.details ?? [], ...finding.details ?? [], `in ${file.path}`])]
      });
    }
  return [...merged.values()];
}

// src/commands/ignored.ts
var isIgnored = (finding, patterns) => isAcceptable(finding.ruleId) && finding.subject.kind !== "file" && finding.subject.kind !== "migration" && patterns.some((pattern) => fits2(finding, pattern));
function ignoredNotices(ignored, patterns, known) {
  const own = new Map(ignored.map((finding) => [finding.fingerprint, finding]));
  const findings = [...own.values()];
  const used = patterns.filter((pattern) => findings.some((finding) => fits2(finding, pattern)));
  const isKnown = (pattern) => known.some(({ schema, name }) => fitsText(formatObjectId({ kind: "table", schema, name }), pattern));
  const idle = patterns.filter((pattern) => !used.includes(pattern) && !isKnown(pattern));
  const are2 = findings.length === 1 ? "is" : "are";
  const listed2 = (some) => namedList(some.map(named));
  return [
    ...findings.length === 0 ? [] : [
      {
        code: "ignored",
        message: `${counted(findings.length, "finding")} ${are2} left out, as \`ignore\` says: ${listed2(used)}.`
      }
    ],
    ...idle.length === 0 ? [] : [
      {
        code: "ignored-nothing",
        message: `\`ignore\` has ${idle.length === 1 ? "a pattern that matches" : "patterns that match"} nothing: ${listed2(idle)}.`
      }
    ]
  ];
}

// src/commands/inventory.ts
function inventoryOf(gitFrom, objects2, committed, compared) {
  const isInTypes = ({ schema, name }) => committed.some(({ types }) => types.schemas.get(schema)?.relations.has(name));
  const relations = objects2.filter(isRelation).map((one) => {
    const { kind, schema, name, createdIn } = one;
    return {
      id: formatObjectId({ kind: kind === "foreign-table" ? "table" : kind, schema, name }),
      kind,
      ...(compared === void 0 || compared.includes(schema)) && { types: isInTypes(one) },
      ...createdIn !== void 0 && { file: fileOf(createdIn) }
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
  const named3 = (schema, name) => byName.get(JSON.stringify([schema, name])) ?? [];
  const functions = (schema, name) => named3(schema, name).filter(({ kind }) => kind === "function");
  return {
    returnsOneRow: (schema, name) => isEvery(functions(schema, name), ({ returnsOneRow }) => returnsOneRow),
    extensionOf: (schema, name) => {
      const [first, ...others] = named3(schema, name).map(({ extension }) => extension);
      return others.every((other) => other === first) ? first : void 0;
    },
    versionedBy: () => void 0,
    lateKind: (schema, name) => {
      const kinds = named3(schema, name).map(({ kind }) => kind);
      if (kinds.includes("foreign-table")) return "foreign table";
      return kinds.includes("materialized-view") ? "materialized view" : void 0;
    },
    foreignKeys: (name) => keys.get(name) ?? [],
    inOutOrVariadic: (schema, name) => functions(schema, name).flatMap(({ inOutOrVariadic }) => inOutOrVariadic ?? []),
    unnamedOverloads: (schema, name) => functions(schema, name).filter(({ takesUnnamed }) => takesUnnamed).length,
    takesRow: (schema, name) => functions(schema, name).some(({ takesRow }) => takesRow),
    usesLearntType: (schema, name, column = "") => named3(schema, name).some(({ learntTypes }) => learntTypes?.includes(column)),
    isComputed: (schema, relation, column) => named3(schema, relation).some(({ computed }) => computed?.includes(column)),
    allowedValues: (schema, name, part) => {
      const [first, ...others] = named3(schema, name).filter(({ kind }) => kind !== "composite-type" && kind !== "enum").map(({ allowedValues }) => allowedValues?.[part]?.toSorted());
      return others.every((other) => isSame2(first, other)) ? first : void 0;
    },
    mayBeNarrower: () => false,
    isLateWritable: (schema, view) => named3(schema, view).some(({ isLateWritable }) => isLateWritable),
    omitsHiddenKeys: omitsHiddenKeys(generator)
  };
}
var withNarrowed = (known, patterns = []) => ({
  ...known,
  mayBeNarrower: (schema, object, part) => {
    const id = part === "" ? formatObjectId({ kind: "table", schema, name: object }) : formatObjectId({ kind: "column", schema, relation: object, name: part });
    return patterns.some((pattern) => fitsText(id, pattern));
  }
});
function omitsHiddenKeys(generator) {
  const [, major, minor] = /^supabase (\d+)\.(\d+)\./.exec(generator)?.map(Number) ?? [];
  return major === 2 && (minor ?? 0) >= 118 || major === 3 && minor === 0;
}
var isSame2 = (a, b) => JSON.stringify(a) === JSON.stringify(b);
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
async function compareProject(project, options, { now, ...ports }) {
  const plan = planOf(project, project.migrations);
  const shadow = ports.source.open(project, plan);
  try {
    return await compareWith({ ...ports, project, plan, options, shadow, timed: stopwatch(now) });
  } finally {
    await shadow.close();
  }
}
var planOf = ({ roles, vault }, migrations) => ({
  migrations,
  ...vault.secrets.length > 0 && { secrets: vault.secrets },
  ...roles !== void 0 && { roles }
});
var choiceOf = ({ config, pinnedCli }, { schema, surface }) => ({
  named: schema,
  ...surface !== void 0 && { surface },
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
  const types = await timed("load", () => import("./comparison-YVHGUHHR.js"));
  const project = withoutOthers(given, types);
  const read = readCommitted(project, types);
  const postgresVersion = await starting;
  const outcome = await replaying;
  const found2 = { ...work, project };
  if (outcome.status !== "replayed") return await stoppedReplay(found2, read, outcome, postgresVersion);
  if (read.unreadable) throw read.unreadable;
  if (project.hasNoTypes) return await replayedOnly(found2, postgresVersion);
  return await compareFiles(found2, types, read.committed, postgresVersion);
}
function readCommitted(project, types) {
  const { typesFiles: typesFiles2, typesSearched, hasNoTypes } = project;
  try {
    if (typesFiles2.length === 0 && typesSearched !== void 0 && !hasNoTypes)
      throw noTypesFound(typesSearched);
    return { committed: committedIn(project, types) };
  } catch (error) {
    if (!isKnownError(error)) throw error;
    return { committed: [], unreadable: error };
  }
}
async function stoppedReplay({ project, plan, options, source, shadow, timed }, { committed, unreadable }, failure3, postgresVersion) {
  const { database } = source.engine();
  const findings = await replayFindings({ project, plan, failure: failure3, database }, () => shadow.objects());
  const declared = await timed("texts", () => declaredIn(plan.migrations));
  return {
    project,
    findings,
    foundIn: /* @__PURE__ */ new Map(),
    notices: [
      ...unreadable ? [unreadableNotice(unreadable, options)] : [],
      ...unreadNotices(declared, plan.migrations.slice(0, failure3.applied))
    ],
    notRun: [{ part: "types", reason: "the migrations could not be replayed to the end" }],
    schemas: [],
    engine: { ...source.engine(), postgresVersion },
    timings: timed.all,
    inventory: inventoryOf("static", objectsDeclaredIn(declared), committed),
    builtSchemas: [],
    files: []
  };
}
var NO_TYPES_YET = "the project has no generated types; `drift-gate fix --types src/database.types.ts` creates them";
async function replayedOnly({ project, source, shadow, timed }, postgresVersion) {
  const built = await shadow.catalogObjects();
  return {
    project,
    findings: [],
    foundIn: /* @__PURE__ */ new Map(),
    notices: [],
    notRun: [{ part: "types", reason: NO_TYPES_YET }],
    schemas: [],
    engine: { ...source.engine(), postgresVersion },
    timings: timed.all,
    inventory: inventoryOf("replay", objectsIn(built), [], []),
    builtSchemas: [...new Set(built.map(({ schema }) => schema))],
    files: []
  };
}
function unreadableNotice(error, { surface = "command-line" }) {
  const { message, remedy } = error.on(surface);
  return { code: "unreadable-types", message: `${message} ${remedy}` };
}
async function compareFiles(work, types, committed, postgresVersion) {
  const { project, options, source, shadow, onProgress, timed } = work;
  onProgress("Generating types");
  const choice = choiceOf(project, options);
  const wanted = schemasWanted(committed, types, choice);
  const built = await shadow.catalogObjects();
  const generating = timed("generate", () => shadow.generateTypes(wanted));
  generating.catch(() => void 0);
  const versions = await withVersions(
    knownOf(built, ""),
    built,
    wanted,
    () => declaredIn(work.plan.migrations)
  );
  const { text, generator } = await generating;
  const generated = types.parseTypes(text, "the generated types", true);
  refuseNothing(generated, wanted);
  const facts2 = { ...knownOf(built, generator), versionedBy: versions.versionedBy };
  const known = withNarrowed(facts2, options.narrowed);
  const compare = (one) => types.compareTypes(one, generated, choice, known);
  const all = await timed("compare", async () => committed.map((one) => ({ ...one, ...compare(one.types) })));
  const { kept, ignored } = ignoring(types, options);
  const compared = all.map((one) => ({ ...one, changes: kept(one.changes) }));
  refuseChoosing(project, compared);
  const schemas = committed.length > 0 ? [...new Set(compared.flatMap((one) => one.schemas))].sort() : wanted;
  const told2 = compared.some(({ changes }) => changes.length > 0) ? await explained({ ...work, types, compared, generated, compare, built }) : { findings: [], notices: [], foundIn: /* @__PURE__ */ new Map() };
  return {
    ...told2,
    project,
    notices: distinct2([
      ...compared.flatMap(({ notices: notices2 }) => notices2),
      ...ignored(
        all.flatMap(({ changes }) => changes),
        objectsIn(built)
      ),
      ...told2.notices
    ]),
    notRun: [],
    schemas,
    engine: { ...source.engine(), postgresVersion, generator },
    timings: timed.all,
    compared: types.countObjects(generated, schemas),
    inventory: inventoryOf("replay", objectsIn(built), committed, schemas),
    diagramOf: (findings) => diagramOf(
      findings,
      committed.map((one) => one.types),
      generated
    ),
    builtSchemas: [...new Set(built.map(({ schema }) => schema))],
    files: compared,
    generated: { text, changesOf: (one, path) => kept(compare(types.parseTypes(one, path)).changes) }
  };
}
function schemasWanted(committed, { schemasToGenerate }, choice) {
  const held = committed.length > 0 ? committed.map(({ types }) => types) : [{ schemas: /* @__PURE__ */ new Map() }];
  return [...new Set(held.flatMap((one) => schemasToGenerate(one, choice)))].sort();
}
function ignoring({ findingOf: findingOf2 }, { ignore = [] }) {
  const isLeftOut = (change) => isIgnored(findingOf2(change), ignore);
  return {
    kept: (changes) => changes.filter((change) => ignore.length === 0 || !isLeftOut(change)),
    ignored: (changes, built) => ignore.length === 0 ? [] : ignoredNotices(changes.filter(isLeftOut).map(findingOf2), ignore, built)
  };
}
async function explained(work) {
  const { timed, plan, built, onProgress } = work;
  onProgress("Finding the statements behind the drift");
  const evidence = await timed("trace", () => evidenceOf(plan, built, work.replayTraced));
  return await timed("blame", () => explain({ ...work, evidence }));
}
function refuseNothing({ schemas: found2 }, schemas) {
  if (found2.size > 0) return;
  throw new EnvironmentError({
    message: `None of the schemas ${schemas.join(", ")} exists in the database that the migrations build.`,
    remedy: perSurface`Name schemas that the migrations create with ${option("schema")}, or correct api.schemas in supabase/config.toml.`
  });
}
function refuseChoosing(project, compared) {
  const { typesFiles: typesFiles2 } = project;
  const inSync2 = compared.filter(({ changes }) => changes.length === 0).map(({ file }) => file);
  if (mustChoose(project) && inSync2.length < compared.length) throw whichTypes(typesFiles2, inSync2);
}
var distinct2 = (notices2) => [
  ...new Map(notices2.map((notice) => [notice.message, notice])).values()
];

// src/commands/edits.ts
var ROUNDS = 3;
async function editsOf(compared, generated, files) {
  const edits = [];
  for (const { file, changes } of compared) {
    if (changes.length === 0) continue;
    for (const path of [file.path, ...file.copies]) {
      const original = await files.readBytes(path);
      const before = stripLogLines(decodeText(original, path)).text;
      if (linesOf(before) !== linesOf(file.text)) throw changedMeanwhile(path);
      const after = await edited(before, changes, generated, path);
      edits.push({ path, changes: changes.length, original, after });
    }
  }
  return edits;
}
async function creationOf(path, generated) {
  const { emptied: emptied2 } = await import("./create-XZBMLK43.js");
  const before = emptied2(generated.text);
  const changes = generated.changesOf(before, path);
  return { path, changes: changes.length, after: await edited(before, changes, generated, path) };
}
async function edited(before, changes, generated, path) {
  const { editTypes } = await import("./edit-GJNI5UHJ.js");
  let after = before;
  let left = changes;
  for (let round = 0; round < ROUNDS && left.length > 0; round++) {
    after = editTypes(after, generated.text, left, path, round === 0 ? "committed" : "generated");
    left = generated.changesOf(after, path);
  }
  if (left.length > 0) throw stillDifferent(path);
  return after;
}
async function patchOf(edits, nameOf5 = (path) => path) {
  const { unifiedDiff } = await import("./patch-A3FHZS2C.js");
  return edits.map(
    ({ path, original, after }) => original === void 0 ? unifiedDiff(nameOf5(path), void 0, after) : unifiedDiff(nameOf5(path), textFor(original, path), textFor(encodeLike(original, after), path))
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
  const edits = project.newTypes === void 0 ? await editsOf(comparison2.files, generated, files) : [await creationOf(project.newTypes, generated)];
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
async function withPatch(report, compared, { wantsPatch, repeat, surface = "command-line" }) {
  const { comparison: comparison2, files } = compared.scope;
  const isMendable = report.findings.some(({ subject }) => subject.kind !== "file");
  if (!wantsPatch || comparison2.generated === void 0 || !isMendable) return { report };
  try {
    const { edits } = await repairOf(compared, comparison2.generated, repeat);
    return { report, patch: await patchFromRoot(edits, files) };
  } catch (error) {
    if (!isKnownError(error)) throw error;
    const { message, remedy } = error.on(surface);
    const notice = { code: "no-patch", message: `There is no patch: ${message} ${remedy}` };
    return { report: { ...report, notices: [...report.notices, notice] } };
  }
}
var readAndCompare = async (options, ports) => await compareRead(readProject(ports), options, ports);
function readProject({ onProgress, discover, now }) {
  const started = now();
  onProgress("Reading the project");
  const project = discover();
  const baseline = baselineOf(project);
  if (project.hasNoTypes && project.typesSearched !== void 0 && baseline.entries.some(({ rule }) => !isOfAudit(rule)))
    throw noTypesFound(project.typesSearched);
  return { project, baseline, discover: Math.round(now() - started) };
}
async function compareRead({ project, baseline, discover }, options, ports) {
  const started = ports.now();
  const found2 = await compareProject(project, options, ports);
  const total = discover + Math.round(ports.now() - started);
  const comparison2 = { ...found2, timings: { discover, ...found2.timings, total } };
  const files = ports.filesOf(project);
  const { schema, ignore = [] } = options;
  return {
    scope: { project: found2.project, comparison: comparison2, schema, ignore, files, today: ports.today() },
    baseline
  };
}
var verdictOf3 = ({ scope, baseline }, repeat) => withBaseline(reportOf("check", scope, repeat), baseline, judgeOf(scope, repeat));
function reportOf(command, { project, comparison: comparison2 }, repeat) {
  const { findings, notices: notices2, notRun, schemas, engine, timings, files, compared, inventory } = comparison2;
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
    inventory,
    ...diagram && { diagram },
    timings,
    ...isRepairable && { repair: `drift-gate fix${repeat}` }
  };
}
var concerns = ({ code: code3 }, { database }) => database === "embedded" || code3 !== "other-postgres-version";

// src/commands/audit-report.ts
function auditReport(sources, types, { environment, schema, ignore = [], repeat }, { source }) {
  const { project, history, git, live } = sources;
  const all = auditFindings(sources, types, schema);
  const findings = all.filter((finding) => !isIgnored(finding, ignore));
  const ignored = all.filter((finding) => isIgnored(finding, ignore));
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
    notices: [
      ...project.notices.filter((one) => concerns(one, engine)),
      ...noticesOf(sources, types),
      ...ignoredNotices(ignored, ignore, [...sources.held.live, ...sources.held.all])
    ],
    notRun: notRunOf(sources),
    project: summaryOf(project, schemasOf(sources, types)),
    engine,
    ...types.schemas.length > 0 && {
      compared: sources.types.countObjects((git.generated ?? live.generated).types, types.schemas)
    },
    inventory: inventoryOf2(sources, types),
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
  const { inventory, ...rest } = report;
  const failing = new Set(report.findings.flatMap(({ sql = [] }) => sql));
  const suggestion2 = (git.structure?.statements ?? []).map(({ sql }) => sql).filter((sql) => failing.has(sql));
  return {
    ...rest,
    ...inventory && { inventory: withVerdicts(inventory, report) },
    ...suggestion2.length > 0 && { suggestion: suggestion2 }
  };
}
var inventoryOf2 = ({ held, git }, { only, have }) => threeWays({ ...held, gitFrom: git.from, typesOnly: only, typesHave: have });
var schemasOf = ({ held }, { schemas }) => [.../* @__PURE__ */ new Set([...schemas, ...[held.live, held.applied, held.all].flat().map(({ schema }) => schema)])].sort(
  byText
);
function noticesOf({ history, git, live }, types) {
  return distinct2([
    ...live.notices,
    ...history.notices,
    ...git.evidence?.declared ? unreadNotices(git.evidence.declared, history.applied) : [],
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
async function readLive(live, types, compared, readTexts2) {
  const postgresVersion = await live.postgresVersion();
  const catalogue = await live.catalogue();
  const built = await live.catalogObjects();
  const generated = await generatedBy(live, types, compared, built, readTexts2);
  const own = [...new Set(built.map(({ schema }) => schema))].filter((name) => !PLATFORM_SCHEMAS.has(name));
  const shapes = own.every((schema) => compared.includes(schema)) ? generated.types : (await typesIn(live, types, own.sort())).types;
  return { notices: live.notices, postgresVersion, catalogue, built, generated, shapes };
}
async function generatedBy(database, module, schemas, built, readTexts2) {
  if (schemas.length === 0)
    return { types: { schemas: /* @__PURE__ */ new Map() }, generator: "", known: knownOf(built, ""), extensions: [] };
  const { types, generator } = await typesIn(database, module, schemas);
  return {
    types,
    generator,
    known: await withVersions(knownOf(built, generator), built, schemas, readTexts2),
    extensions: await extensionsIn(await readTexts2(), await database.extensions())
  };
}
async function typesIn(database, { parseTypes }, schemas) {
  const { text, generator } = await database.generateTypes(schemas);
  return { types: parseTypes(text, "the generated types", true), generator };
}

// src/commands/base-schema.ts
function standingOf3({ failed, missing }, failure3, built, declared) {
  if (failure3.status === "left-open") return void 0;
  const needed = missing.filter(({ createdLater }) => createdLater === void 0);
  const required = needed.length > 0 ? needed.map(requiredOf) : onlyLive(failure3, objectsIn(built), objectsDeclaredIn(declared));
  const live = /* @__PURE__ */ new Set([
    ...built.map(({ schema, name }) => formatObjectId({ kind: "table", schema, name })),
    ...objectsIn(built).map(idOf3),
    ...built.map(({ schema }) => formatObjectId({ kind: "schema", name: schema })),
    // One that a migration renamed is live under its later name.
    ...declared.earlierNames.map(formatObjectId)
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
    (one) => (one.name === name || `${one.schema}.${one.name}` === name) && !inGit.has(keyOf3(one))
  );
  const isSchema = message.startsWith("schema ") && live.some(({ schema }) => schema === name);
  const id = isSchema && name !== void 0 ? formatObjectId({ kind: "schema", name }) : found2 && idOf3(found2);
  return id === void 0 ? [] : [{ id, references: 1, location: { file: fileOf(file), line: line2, column } }];
}
var idOf3 = (one) => formatObjectId(subjectOf(one));
function nowhereNotice(lacking) {
  if (lacking.length === 0) return [];
  const list2 = listedUpTo(
    10,
    lacking.map(({ id }) => named(id))
  );
  const [uses, lacks] = lacking.length === 1 ? ["is", "lacks it"] : ["are", "lacks them"];
  const message = `${list2} ${uses} used by migrations that create nothing of the name, and the live database ${lacks} too.`;
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
      const declared = await readTexts(work, applied);
      const stopped = await stopOf(work, { shadow, plan, ...rebuilt, declared }, there);
      return { postgresVersion, declared, stopped };
    }
    work.onProgress("Comparing structure");
    const structure2 = await timed(
      "structure",
      () => work.compareStructure(rebuilt.expected, there.catalogue, shadow.rehearse)
    );
    return { postgresVersion, structure: structure2, ...await builtIn(work, shadow) };
  });
  if (first.stopped !== void 0) return await byTexts(work, first);
  const { built, structure, generated, ...rest } = first;
  const evidence = structure.changes.length > 0 ? await timed("trace", () => evidenceOf(planOf(work.project, applied), built, work.replayTraced)) : void 0;
  const source = {
    ...rest,
    from: "replay",
    applied: objectsIn(built),
    built,
    structure,
    ...evidence && { evidence }
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
async function builtIn({ types, compared, texts, timed }, shadow) {
  const built = await shadow.catalogObjects();
  return {
    built,
    generated: await timed("generate", () => generatedBy(shadow, types, compared, built, texts))
  };
}
async function withPending(work, live) {
  return await onShadow(work, planOf(work.project, everyFile(work)), async (shadow, plan) => {
    const outcome = await replayed(work, shadow, plan, "replay-pending");
    if (outcome.status === "replayed") {
      const { built, generated } = await builtIn(work, shadow);
      return { all: objectsIn(built), generated };
    }
    const declared = await readTexts(work, plan.migrations);
    const stopped = await stopOf(work, { shadow, plan, failure: outcome, declared }, await live);
    return { all: objectsDeclaredIn(declared), stopped: { ...stopped, isPending: true } };
  });
}
async function stopOf(work, {
  shadow,
  plan,
  failure: failure3,
  declared
}, live) {
  const { database } = work.source.engine();
  const stop = await whyStopped({ project: work.project, plan, failure: failure3, database }, () => shadow.objects());
  const standing2 = standingOf3(stop, failure3, live.built, declared);
  return { ...stop, isPending: false, ...standing2 && { standing: standing2 } };
}
async function byTexts(work, { declared, ...rest }) {
  const held = objectsDeclaredIn(declared);
  const all = work.pending.length === 0 ? held : objectsDeclaredIn(await readTexts(work, everyFile(work)));
  return {
    ...rest,
    from: "static",
    applied: held,
    all,
    built: [],
    evidence: await evidenceOfTexts(declared)
  };
}
var readTexts = ({ timed }, migrations) => timed("texts", () => declaredIn(migrations));

// src/migrations/words.ts
var OPERATOR = /::|:=|\.\.|[-+*/<>=~!@#%^&|`?]{1,64}/y;
var MAY_END_IN_SIGN = /[~!@#%^&|`?]/;
var SIGNS_AT_END = /(?<=^.|[^-+])[-+]+$/s;
var isComment = (text, at2) => text.startsWith("--", at2) || text.startsWith("/*", at2);
var inSmallLetters = (word) => word.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
function wordsOf3(text) {
  const words = [];
  for (let at2 = 0; at2 < text.length; ) {
    const behind2 = afterLiteral(text, at2);
    if (behind2 > at2) {
      if (!isComment(text, at2)) words.push(text.slice(at2, behind2));
      at2 = behind2;
    } else if (isWordAt(text, at2) && text.charAt(at2) !== "\uFEFF") {
      const end = wordEnd(text, at2);
      words.push(inSmallLetters(text.slice(at2, end)));
      at2 = end;
    } else if (isSpace(text.charAt(at2)) || text.charAt(at2) === "\uFEFF") at2 += 1;
    else {
      const operator = operatorAt(text, at2);
      words.push(operator);
      at2 += operator.length;
    }
  }
  return words;
}
function wordEnd(text, start) {
  let end = start;
  while (isWordAt(text, end)) end += 1;
  return end;
}
function operatorAt(text, at2) {
  OPERATOR.lastIndex = at2;
  let [operator = text.charAt(at2)] = OPERATOR.exec(text) ?? [];
  const comment = /--|\/\*/.exec(operator);
  if (comment) operator = operator.slice(0, comment.index);
  return MAY_END_IN_SIGN.test(operator) ? operator : operator.replace(SIGNS_AT_END, "");
}

// src/migrations/same-meaning.ts
async function firstDifference(file, recorded) {
  const sql = withPlainLineEnds(file);
  const whole = splitStatements(sql);
  if (whole.length === recorded.length && whole.every(({ text }, index) => text === recorded[index]))
    return void 0;
  const expected = pieces(sql);
  const actual = pieces(withPlainLineEnds(joined(recorded)));
  for (let index = 0; index < Math.max(expected.length, actual.length); index++) {
    const [ours2, theirs] = [expected[index], actual[index]];
    if (ours2 && theirs && (ours2.words === theirs.words || await isSame3(ours2, theirs))) continue;
    return {
      ...ours2 && { expected: { text: ours2.text, ...locator(sql)(ours2.start) } },
      ...theirs && { actual: theirs.text }
    };
  }
  return void 0;
}
var joined = (statements) => statements.join("\n;\n");
var statementWords = (sql) => pieces(withPlainLineEnds(sql)).map(({ words }) => words).join("\0;\0");
var pieces = (sql) => splitStatements(sql).flatMap(({ text, start }) => {
  const words = wordsOf3(text);
  const at2 = firstWord(text);
  return words.length === 0 ? [] : [{ text: text.slice(at2), start: start + at2, words: words.join("\0") }];
});
var isSame3 = async (a, b) => await meaning(a) === await meaning(b);
async function meaning({ text, words }) {
  const { statements, refused } = await parseMigration(text);
  return refused.length > 0 ? words : statements.map(({ node }) => treeOf(node)).join("\0");
}
var FREE_LANGUAGES = /* @__PURE__ */ new Set(["sql", "plpgsql"]);
function treeOf(node) {
  const body2 = bodyOf(node);
  if (!body2 || !FREE_LANGUAGES.has(body2.language)) return JSON.stringify(node, withoutPlaces);
  const all = wordsOf3(body2.text);
  const words = all.slice(0, all.findLastIndex((word) => word !== ";") + 1).join("\0");
  return JSON.stringify(node, (key, value) => value === body2.text ? words : withoutPlaces(key, value));
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
  const rows2 = recorded ?? files.map(({ version }) => ({ version }));
  const { matches: matches2, unknown, absent } = paired(rows2, files);
  const twins = twinsOf(unknown, absent);
  const edited2 = await editedFiles(matches2);
  const newest = matches2.at(-1)?.file;
  const moved = new Set(twins.values());
  const pending = absent.filter((file) => !moved.has(file));
  const squashed = squashedInto(files[0], unknown, edited2);
  const late = pending.filter(({ version }) => newest !== void 0 && byText(version, newest.version) < 0);
  const history = {
    isRecorded: recorded !== void 0,
    applied: files.length - pending.length,
    pending: versionsOf(pending),
    unknown: versionsOf(unknown),
    edited: versionsOf(edited2.map(({ file }) => file)),
    outOfOrder: versionsOf(late)
  };
  const unjudged = recorded ? matches2.filter(({ row: row2 }) => row2.statements === void 0).length : 0;
  return {
    history,
    applied: files.filter((file) => !pending.includes(file)),
    pending,
    findings: [
      ...duplicateFindings(duplicates),
      ...unknown.map((row2) => unknownFinding(row2, { twin: twins.get(row2), squashed })),
      ...edited2.map(({ file, difference }) => editedFinding(file, difference, file === squashed)),
      ...late.flatMap((file) => newest ? [outOfOrderFinding(file, newest)] : [])
    ],
    notices: historyNotices(history, unjudged)
  };
}
var versionsOf = (all) => all.map(({ version }) => version);
function paired(rows2, files) {
  const byVersion = new Map(files.map((file) => [file.version, file]));
  const recorded = new Set(versionsOf(rows2));
  const inOrder2 = [...rows2].sort((a, b) => byText(a.version, b.version));
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
    const words = statementWords(joined(row2.statements ?? []));
    const file = byWords.get(words);
    if (file) twins.set(row2, file);
    byWords.delete(words);
  }
  return twins;
}
async function editedFiles(matches2) {
  const edited2 = [];
  for (const match of matches2) {
    const { statements } = match.row;
    const difference = statements && await firstDifference(match.file.sql, statements);
    if (difference) edited2.push({ ...match, difference });
  }
  return edited2;
}
function squashedInto(oldest, unknown, edited2) {
  const isEdited = edited2.some(({ file }) => file === oldest);
  const hasOlder = unknown.some(({ version }) => oldest !== void 0 && version < oldest.version);
  return isEdited && hasOlder ? oldest : void 0;
}

// src/commands/audit-sources.ts
async function readSources(given, options, ports, timed) {
  const { onProgress } = ports;
  const { schema: named3 } = options;
  onProgress("Connecting to the live database");
  const live = await timed("connect", ports.openLive);
  const close = once(() => live.close());
  try {
    const recorded = await live.history();
    const history = await historyOf(recorded, given.migrations, given.duplicates);
    const types = await timed("load", () => import("./comparison-YVHGUHHR.js"));
    const project = withoutOthers(given, types);
    const committed = committedIn(project, types);
    const choice = choiceOf(project, options);
    const compared = schemasOf2(committed, choice, types);
    onProgress("Reading the live database");
    const texts = once(() => declaredIn(project.migrations));
    const reading = timed("live", () => readLive(live, types, compared, texts)).finally(close);
    const work = { ...ports, ...history, project, types, compared, texts, timed };
    const [there, git] = await Promise.all([reading, readGit2(work, reading)]);
    refuseUnknown(named3, committed, there, git);
    const { narrowed = [] } = options;
    const held = heldIn(there, git, named3);
    return { project, types, committed, choice, narrowed, history, live: there, git, held };
  } finally {
    await close();
  }
}
function once(act) {
  let acting;
  return () => {
    acting ??= act();
    return acting;
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
    message: perSurface`${unknown.length === 1 ? "Schema" : "Schemas"} ${unknown.map(named).join(", ")}, named with ${option("schema")}, ${unknown.length === 1 ? "is" : "are"} neither in the live database nor in the migrations nor in the committed types.`,
    remedy: perSurface`Correct ${option("schema")}, or leave it out.`
  });
}
function heldIn(live, git, named3) {
  const looked = (held) => held.filter(({ schema }) => named3.length === 0 || named3.includes(schema));
  return { live: looked(objectsIn(live.built)), applied: looked(git.applied), all: looked(git.all) };
}

// src/commands/audit-types-words.ts
var IN_LIVE2 = "in the live database";
var IN_BOTH = "in the live database and in the one that the migrations build";
var GENERATE_OF_LIVE = "Generate the types again of the live database with `supabase gen types`, and commit them.";
function misfitFinding(misfit, changes, types) {
  const { subject, isInGit, isReplayed } = misfit;
  const print = (change) => types.findingOf(change).fingerprint;
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
    ...moved ? { subject: moved.object, message: first, details: types.wordsOfMove(moved) } : { subject, message: `${sentenceOf4(misfit)}.`, details: sentences },
    ...isMendedByFix ? {} : { remedy: GENERATE_OF_LIVE },
    salient: [...[...inLive].sort(), "|", ...[...inGit].sort()]
  });
}
function sentenceOf4({ subject, isInTypes, isInLive, isInGit, isReplayed }) {
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
    const { changes, ...told2 } = types.compareTypes(
      own,
      there,
      choice,
      withNarrowed(side.known, work.narrowed)
    );
    return { ...told2, changes: types.withMoves(changes, side.extensions, own) };
  };
  const toLive = compare(live.generated, git.generated);
  const toGit = git.generated && compare(git.generated, live.generated);
  const [fromLive, fromGit] = [differences(toLive.changes), toGit && differences(toGit.changes)];
  const places = new Map(
    types.withPlaces(file, [...fromLive.changes, ...fromGit?.changes ?? []]).map(({ change, place }) => [change, place])
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
var differences = (changes) => ({
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
      return keyOf3({ kind: object.kind, schema, name: object.name });
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
  const isView2 = sides.some(
    ({ schemas }) => schemas.get(object.schema)?.relations.get(object.name)?.kind === "view"
  );
  return {
    subject: subjectOf2(object, isView2),
    isInTypes: sideHas(own, object),
    isInLive: sideHas(live.generated.types, object),
    isInGit: git.generated ? sideHas(git.generated.types, object) : inTexts,
    isReplayed: git.generated !== void 0
  };
}
function subjectOf2({ kind, schema, name }, isView2) {
  switch (kind) {
    case "schema":
      return { kind, name };
    case "function":
      return { kind, schema, name, args: [] };
    case "enum":
    case "composite-type":
      return { kind, schema, name };
    default:
      return { kind: isView2 ? "view" : "table", schema, name };
  }
}
function onlyInTypes({ committed, live, git }, schemas) {
  const known = keysOf([...objectsIn(live.built), ...git.applied, ...git.all]);
  const isShown = (one) => sideHas(live.generated.types, one) || git.generated !== void 0 && sideHas(git.generated.types, one);
  return committed.flatMap(({ types }) => [...types.schemas]).filter(([schema]) => schemas.includes(schema)).flatMap(([schema, { relations, functions, enums }]) => [
    ...[...relations].map(([name, { kind }]) => ({ kind, schema, name })),
    ...[...functions.keys()].map((name) => ({ kind: "function", schema, name })),
    ...[...enums.keys()].map((name) => ({ kind: "enum", schema, name }))
  ]).filter((one) => !known.has(keyOf3(one)) && !isShown(one));
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
  const sources = await readSources(project, options, ports, timed);
  ports.onProgress("Comparing types");
  const types = await timed("types", async () => typesAnswer(sources));
  const plain2 = auditReport(sources, types, options, ports);
  const timings = { discover, ...timed.all, total: Math.round(ports.now() - started) };
  const files = ports.filesOf(project);
  const judge = {
    today: ports.today(),
    isAudit: true,
    isLookedAt: (entry) => isLookedAt2(entry, { ...sources, types, files, named: options.schema, ignore: options.ignore ?? [] }),
    foundIn: types.foundIn,
    files,
    // What is accepted is as much a part of the picture of what Git lacks.
    diagramOf: () => plain2.diagram,
    repeat: options.repeat + options.repeatLive
  };
  const reportWith = (held) => finished(withBaseline({ ...plain2, timings }, held, judge), sources);
  return { project: sources.project, files, baseline, judge, findings: plain2.findings, reportWith };
}
var typesAnswer = (sources) => sources.committed.length === 0 || sources.git.stopped?.isPending === true ? { findings: [], notices: [], foundIn: /* @__PURE__ */ new Map(), schemas: [], only: [], have: () => void 0 } : compareWithBoth(sources);

// src/commands/accept.ts
async function accept(options, ports) {
  const acceptance = options.prune ? void 0 : acceptanceOf2(options, ports.today());
  const isAudit = options.liveUrl !== void 0;
  const found2 = isAudit ? await auditFound(options, ports) : await checkFound(options, ports);
  const { baseline, judge, project, files } = found2;
  const applied = applyBy(judge, found2.findings, baseline);
  const next = acceptance === void 0 ? pruned(baseline, applied) : withAccepted(baseline, chosenOf(applied, options.object), (finding) => ({
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
  return { ...reportWith(written2.baseline), done: deed2(options, next.count, applied, baseline) };
}
async function checkFound(options, ports) {
  const { scope, baseline } = await readAndCompare(options, ports);
  const { project, comparison: comparison2, files } = scope;
  if (comparison2.generated === void 0) throw nothingCompared();
  const judge = judgeOf(scope, options.repeat);
  const reportWith = (held) => withBaseline(reportOf("accept", scope, options.repeat), held, judge);
  return { project, files, baseline, judge, findings: comparison2.findings, reportWith };
}
function acceptanceOf2({ reason: reason2, owner, expires }, today) {
  if (reason2 === void 0) {
    throw new UsageError({
      message: "`--reason` is missing.",
      remedy: "Say in a sentence why the findings are accepted, or give `--prune` to remove stale entries."
    });
  }
  if (expires !== void 0 && expires < today) {
    throw new UsageError({
      message: `\`--expires ${expires}\` has passed: today is ${today} (UTC).`,
      remedy: "Give today or a later day, or leave `--expires` out."
    });
  }
  return {
    reason: reason2,
    ...owner !== void 0 && { owner },
    date: today,
    ...expires !== void 0 && { expires }
  };
}
var nothingCompared = () => new UsageError({
  message: "The migrations can not be replayed to their end, so nothing was compared, and the baseline was not written.",
  remedy: "Fix first what `drift-gate check` names: a baseline that accepted it would hide all that lies behind it."
});
function pruned({ entries }, { stale, former }) {
  const gone = /* @__PURE__ */ new Set([...stale, ...former.map(({ entry }) => entry)]);
  const kept = entries.filter((entry) => !gone.has(entry));
  const known = new Set(kept.map(({ fingerprint }) => fingerprint));
  const renewed = former.filter(({ finding }) => !known.has(finding.fingerprint)).map(({ entry, finding: { id, ruleId, fingerprint } }) => ({
    ...entry,
    object: id,
    rule: ruleId,
    fingerprint
  }));
  return { entries: [...kept, ...renewed], count: gone.size };
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
var fitsNothing = (pattern) => new UsageError({
  message: `${named(`--object ${pattern}`)} matches no finding.`,
  remedy: "Write objects as the report of `drift-gate check` or `drift-gate audit` does, `*` for any characters."
});
function nothingWritten({ prune }, { path }) {
  const why = prune ? `No entry of ${named(path)} is stale` : "There is nothing new to accept";
  return {
    code: "baseline",
    message: `${why}, so ${prune ? "nothing" : named(path)} was ${prune ? "" : "not "}written.`
  };
}
function deed2({ prune }, count, { stale }, { path }) {
  if (!prune)
    return {
      kind: "accepted",
      sentences: [`${count === 1 ? "1 change" : `${count} changes`} in ${named(path)}; commit the file.`]
    };
  const renewed = count - stale.length;
  return {
    kind: "pruned",
    sentences: [
      ...stale.length > 0 ? [removedFrom(path, stale.length, "stale ")] : [],
      ...renewed > 0 ? [`Renewed ${renewed === 1 ? "1 entry" : `${renewed} entries`} in ${named(path)}; commit the file.`] : []
    ]
  };
}

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
  const reason2 = visible(error.message.replace(/\.$/, ""));
  const confirmation = { ...confirmationOf(report), status: "could-not-confirm", reason: reason2 };
  const notRun = [...report.notRun, { part: "confirmation", reason: reason2 }];
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
  const differences2 = differencesOf(first.scope.comparison.findings, second.scope.comparison.findings);
  if (isNone(differences2)) {
    const { repair } = before;
    const confirmation2 = { ...confirmationOf(before), status: "agreed" };
    return await withPatch({ ...after, ...repair && { repair }, confirmation: confirmation2 }, second, options);
  }
  const confirmation = { ...confirmationOf(before), status: "disagreed", differences: differences2 };
  const notices2 = [disagreement(before.engine, after.engine, differences2), ...after.notices];
  return await withPatch({ ...after, confirmation, notices: notices2 }, second, options);
}
var confirmationOf = ({
  status,
  engine,
  findings,
  failure: failure3
}) => ({
  by: "local-stack",
  first: { status, engine, findings: findings.length, ...failure3 && { failure: failure3 } }
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
  const repair = await repairOf(compared, generated, options.repeat);
  if (options.dryRun)
    return { report: withBaseline(report, baseline, judge), patch: await patchOf(repair.edits) };
  for (const { path, after } of repair.edits) await files.replaceText(path, after);
  return { report: withBaseline(repaired(report, repair), repair.baseline, judge) };
}
function repaired(report, { edits, fixed, baseline }) {
  const { repair: _, diagram: __, ...rest } = report;
  const findings = report.findings.filter(isLeft);
  const status = findings.length === 0 ? "in-sync" : "drifted";
  const sentences = edits.map(({ path, changes, original }) => {
    if (path === baseline.path) return removedFrom(path, fixed);
    if (original === void 0) return `Created ${named(path)} from the migrations; commit it.`;
    return `Wrote ${named(path)}: ${changes} ${changes === 1 ? "change" : "changes"}.`;
  });
  const created = edits.flatMap(({ path, original }) => original === void 0 ? [path] : []);
  return {
    ...rest,
    status,
    findings,
    project: { ...rest.project, types: [...rest.project.types, ...created] },
    ...edits.length > 0 && { done: { kind: "fixed", sentences } }
  };
}

// src/commands/init-files.ts
var quoted = (text) => JSON.stringify(text);
var settingsText = (types) => `# Options of Supabase Drift Gate, for the command line and the Action. All keys:
# ${REPOSITORY}/blob/main/.github/docs/configuration.md
${types.length === 0 ? "" : `types = [${types.map(quoted).join(", ")}]
`}`;
function workflowText(folder, types) {
  const inputs = [
    ...folder === "." ? [] : [`project-directory: ${quoted(folder)}`],
    ...types.length === 0 ? [] : ["types: |", ...types.map((path) => `  ${path}`)]
  ];
  return `${WORKFLOW}${inputs.length === 0 ? "" : `        with:
${inputs.map((line2) => `          ${line2}
`).join("")}`}`;
}
var WORKFLOW = `name: Supabase drift
on: [pull_request, merge_group]
permissions: {}
concurrency:
  group: supabase-drift-\${{ github.event.pull_request.number || github.sha }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}
jobs:
  drift:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      contents: read
      pull-requests: write # the comment
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with: { persist-credentials: false }
      # Pin it by the commit of the release that you looked at.
      - uses: ${REPOSITORY.replace("https://github.com/", "")}@v1
`;

// src/commands/init.ts
var WORKFLOW2 = ".github/workflows/supabase-drift.yml";
var NEW_TYPES = "database.types.ts";
async function init(options, ports) {
  const read = readProject(ports);
  const files = ports.filesOf(read.project);
  const project = withNewTypes(read.project, files);
  const compared = await compareRead({ ...read, project }, options, ports);
  const { generated } = compared.scope.comparison;
  const types = project.newTypes !== void 0 && generated !== void 0 ? [await creationOf(project.newTypes, generated)] : [];
  const paths = [...pathsOf(project.typesFiles), ...types.map(({ path }) => path)];
  const wanted = [...types, ...configured(paths, files)];
  const missing = wanted.filter(({ path }) => !files.isThere(path));
  const kept = wanted.filter(({ path }) => files.isThere(path));
  const report = verdictOf3(compared, options.repeat);
  const prefix = `${files.pathFromRoot(".")}/`;
  if (options.dryRun)
    return { report, patch: await patchOf(missing, (path) => repositoryPath(prefix, path)) };
  for (const { path, after } of missing) await files.replaceText(path, after, { makesFolder: true });
  return { report: withDone(report, missing, kept, paths) };
}
function withNewTypes(project, files) {
  const { hasNoTypes, typesSearched, ...rest } = project;
  if (!hasNoTypes || typesSearched === void 0) return project;
  return { ...rest, newTypes: files.isThere("src") ? `src/${NEW_TYPES}` : NEW_TYPES };
}
function configured(types, files) {
  const folder = files.pathFromRoot(".");
  const above = folder === "." ? "" : "../".repeat(folder.split("/").length);
  const inRepository2 = types.map((path) => repositoryPath(`${folder}/`, path));
  return [
    { path: SETTINGS_FILE, changes: 1, after: settingsText(types) },
    { path: `${above}${WORKFLOW2}`, changes: 1, after: workflowText(folder, inRepository2) }
  ];
}
function withDone(report, created, kept, types) {
  const list2 = (edits) => edits.map(({ path }) => named(path)).join(", ");
  const sentences = [
    ...created.length > 0 ? [`Created ${list2(created)}; commit what was created.`] : [],
    ...kept.length > 0 ? [`Left ${list2(kept)} as it was.`] : []
  ];
  return {
    ...report,
    command: "init",
    project: { ...report.project, types: [...types] },
    done: { kind: "set-up", sentences }
  };
}

// src/project/disk/disk.ts
import { realpathSync } from "node:fs";
import { access, constants, lstat, stat } from "node:fs/promises";
import { dirname as dirname2, resolve } from "node:path";

// src/project/disk/writes.ts
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
    for (const step of trail.undo.toReversed()) quietly(step);
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

// src/project/disk/disk.ts
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

// src/project/disk/git/commit.ts
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

// src/project/disk/inventory.ts
import { dirname as dirname3, resolve as resolve3 } from "node:path";

// src/report/inventory/markers.ts
var partName = (part, environment = "") => `drift-gate:${part} ${environment.replace(new RegExp("([^\\p{L}\\p{N} ._/-]|\\p{Default_Ignorable_Code_Point})+", "gu"), "_")}`.trim();
var MARKER_LINE = /^[ \t\ufeff]*<!--[ \t]*(?:\/[ \t]*)?drift-gate:.*$/gm;
var MARKER = /^\s*<!--\s*(?:(\/)\s*)?(drift-gate:(?:inventory|audits)(?:[ \t][\p{L}\p{N} \t._/-]*)?)-->\s*$/u;
function markersOf(text) {
  let line2 = 1;
  let from = 0;
  return Array.from(text.matchAll(MARKER_LINE), ({ 0: whole, index }) => {
    line2 += text.slice(from, index).split("\n").length - 1;
    from = index;
    const [, slash, name] = MARKER.exec(whole) ?? [];
    if (name === void 0) throw damaged(`line ${line2} is no marker that this version knows`);
    return { name: name.trim(), isEnd: slash === "/", line: line2, from: index, to: index + whole.length };
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
  remedy: "Fix each pair, `<!-- drift-gate:NAME -->` above and `<!-- /drift-gate:NAME -->` below, or delete both with what is between them."
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
function withContent(text, { name, heading: heading2, lines: lines2 }) {
  const eol = endOfLine(text);
  const content = ["", "", ...lines2, "", ""].join(eol);
  const place = placesOf2(text).get(name);
  if (place !== void 0) return text.slice(0, place.from) + content + text.slice(place.to);
  const gap = text === "" ? "" : text.endsWith("\n") ? eol : eol + eol;
  return `${text}${gap}${heading2}${eol}${eol}<!-- ${name} -->${content}<!-- /${name} -->${eol}`;
}

// src/report/inventory/history.ts
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
  const { date = "", verdict: verdict2, commit, ...numbers3 } = LINE2.exec(line2)?.groups ?? {};
  const { drift, live, git, types, coverage } = Object.fromEntries(
    Object.entries(numbers3).map(([name, digits]) => [name, Number(digits)])
  );
  if (!isDay(date) || live === void 0 || git === void 0 || types === void 0) return void 0;
  if (coverage === void 0 || coverage > 100 || drift === void 0) return void 0;
  if (drift === 0 !== (verdict2 === "No drift")) return void 0;
  return { date, live, git, types, coverage, drift, ...commit !== void 0 && { commit } };
}
var auditsOf = (lines2) => lines2.flatMap((line2) => readLine(line2.trimEnd()) ?? []).sort((a, b) => Date.parse(a.date) - Date.parse(b.date));
var COUNTED2 = ["drift", "live", "git", "types", "coverage"];
var isSameState = (one, other) => one?.date === other.date && hasSameCounts(one, other);
var hasSameCounts = (one, other) => COUNTED2.every((key) => one[key] === other[key]);
function lineOf(point, before) {
  const change = (key) => {
    const by = before === void 0 ? 0 : Math.round((point[key] - before[key]) * 10) / 10;
    return by === 0 ? "" : by > 0 ? `+${by}` : `${by}`;
  };
  const changed = (key) => change(key) && ` (${change(key)})`;
  const { date, drift, live, git, types, coverage, commit } = point;
  const findings = [counted(drift, "finding"), ...change("drift") ? [change("drift")] : []].join(", ");
  const counts = [
    `${counted(live, "table")} live${changed("live")}`,
    `${git} in Git${changed("git")}`,
    `${types} in the types${changed("types")}`,
    `${coverage} % covered${changed("coverage")}`
  ];
  const since = before === void 0 ? " First audit." : hasSameCounts(before, point) ? " Same counts as before." : "";
  const at2 = commit === void 0 ? "" : ` Commit ${commit}.`;
  return `- ${date}: ${drift === 0 ? "No drift" : "Drift detected"} (${findings}): ${counts.join(", ")}.${since}${at2}`;
}
function withAudit(lines2, point) {
  const kept = withoutDrawing(lines2);
  const next = [...kept, lineOf(point, auditsOf(kept).at(-1))];
  const drawn2 = drawing2(auditsOf(next));
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
function drawing2(audits) {
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

// src/report/inventory/state.ts
var MOST_ROWS3 = 50;
function stateLines(report, date) {
  const { status, because, sections } = documentOf(report, "markdown");
  const blocksOf = (id) => sections.find((section2) => section2.id === id)?.blocks ?? [];
  const [coverage = "", ...facts2] = auditFacts(report);
  const counts = blocksOf("standing").filter(({ kind }) => kind === "table");
  const isWritten = counts.length > 0 && report.inventory?.gitFrom === "static";
  const required = blocksOf("base-schema");
  return [
    `**${proseToMarkdown(coverage)}**, as of ${date}. ${facts2.map((fact) => `${proseToMarkdown(fact)}.`).join(" ")}`.trimEnd(),
    "",
    `**${proseToMarkdown(status)}:** ${because.map(proseToMarkdown).join(" ").replace(/\.?$/, ".")}`,
    ...counts.flatMap((block) => blockLines2(block)),
    ...isWritten ? ["", "Git is counted from the texts of the migrations, which were not replayed."] : [],
    ...required.length > 0 ? ["", "**What a base-schema migration must hold**"] : [],
    ...required.flatMap((block) => blockLines2(block)),
    ...threeWays2(report)
  ];
}
function blockLines2(block) {
  if (block.kind === "paragraph") return ["", textToMarkdown(block.text, {})];
  if (block.kind !== "table") return [];
  const rows2 = rowsToMarkdown(block.rows, {});
  return tableLines2(block.columns, rows2, counted(rows2.length, block.rowsAre));
}
function tableLines2(columns, rows2, summary2) {
  const lines2 = tableOf(columns, rows2).map(({ text }) => text);
  return rows2.length <= MOST_ROWS3 ? lines2 : ["", "<details>", `<summary>${summary2}</summary>`, ...lines2, "", "</details>"];
}
function threeWays2(report) {
  const all = reportObjects(report).flatMap(({ listed: listed2, standing: standing2, isDrift: isDrift2 }) => listed2 ? [{ ...listed2, standing: standing2, isDrift: isDrift2 }] : []).sort((a, b) => byText(a.id, b.id) || byText(a.kind, b.kind));
  if (all.length === 0) return [];
  const rows2 = all.map(({ id, kind, live, git, types, file, standing: standing2, isDrift: isDrift2 }) => {
    const { words } = STANDINGS[standing2];
    const sources = [live, git, types].map((has) => has === void 0 ? "?" : has ? "\u2713" : "\u2013");
    const created = file === void 0 ? "" : codeSpan(file.slice(file.lastIndexOf("/") + 1));
    return plain(
      row([codeSpan(id), kind.replaceAll("-", " "), ...sources, created, isDrift2 ? `**${words}**` : words])
    );
  });
  const drifting = all.filter(({ isDrift: isDrift2 }) => isDrift2).length;
  const titles = ["Object", "Kind", "Live", "Git", "Types", "Created by", "Verdict"];
  return tableLines2(
    titles.map((title) => ({ title })),
    rows2,
    `All ${counted(all.length, "object")}, ${drifting} of them drifted`
  );
}

// src/report/inventory.ts
var NEW_DOCUMENT = `# Database inventory

\`drift-gate audit --inventory\` keeps this file: each audit rewrites what is between its markers. The rest is yours.
`;
function updateInventory(before, report, audited) {
  const { status, inventory, live } = report;
  const text = before ?? NEW_DOCUMENT;
  const [state, audits] = [partName("inventory", live?.environment), partName("audits", live?.environment)];
  const past = contentOf(text, audits) ?? [];
  if (status === "failed" || inventory === void 0) return { text: before ?? "", audits: auditsOf(past) };
  const lines2 = stateLines(report, audited.date);
  const point = pointOf(report, inventory, audited);
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
function pointOf({ findings, accepted: accepted2 = [] }, inventory, { date, commit }) {
  const { live } = covered(inventory);
  const { git, types } = inventory.byKind?.tables ?? inventory.counts;
  return {
    date,
    live,
    git,
    types,
    // Of no tables, none is missing in Git.
    coverage: live === 0 ? 100 : inventory.coverage ?? 0,
    drift: [...findings, ...accepted2].filter(isDrift).length,
    ...commit !== void 0 && { commit }
  };
}
var isDrift = ({ ruleId }) => ruleId !== "stale-baseline-entry" && ruleId !== "expired-baseline-entry";

// src/project/disk/inventory.ts
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
  message: "There is no patch, because it would show a value of `[db.vault]` that a migration uses in a name or a type. Remove it from the migration."
};
function withoutSecrets({ report, patch }, secrets) {
  const hide = hiding(secrets);
  const hidden = withTexts(report, hide);
  if (patch === void 0) return { report: hidden };
  if (hide(patch) === patch) return { report: hidden, patch };
  return { report: { ...hidden, notices: [NO_PATCH, ...hidden.notices] } };
}

// src/run.ts
var COMMANDS2 = {
  check: (options, ports) => options.confirmWith === "none" ? check(options, ports) : confirmedCheck(options, ports),
  fix,
  accept: async (options, ports) => ({ report: await accept(options, ports) }),
  audit,
  init
};
var EMBEDDED = { open: openShadow, replayTraced };
async function run(command, options, listener, { wantsPatch = false, shown: shown2 = options } = {}) {
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
      const project = discovered(command, options);
      secrets = project.vault.secrets.map(({ value }) => value);
      return project;
    },
    source,
    replayTraced: (listener.embedded ?? EMBEDDED).replayTraced,
    localStack: () => sourceOf(onLocalStack(options)),
    failedReport: failed,
    onProgress: listener.onProgress,
    ...CLOCK,
    openLive: () => liveOf(options),
    compareStructure: async (...sides) => (await import("./compare-FLGJVYXZ.js")).compareStructure(...sides),
    filesOf: ({ directory }) => filesOf(directory, writes.write)
  };
  const shownAs = (report) => withCommands(judged(report, options), listener.program ?? PROGRAM);
  try {
    for (const { file } of options.output) await refuseUnwritable(file);
    const keep = await keeperOf(options, ports.today(), writes.write);
    const ran = await COMMANDS2[command]({ ...options, ...repeatsOf(shown2), wantsPatch }, ports);
    const shownRun = withoutSecrets(ran, secrets);
    const report = shownAs(await keep(shownRun.report));
    for (const output of options.output) await writeOutput(output, report, options, writes.write);
    listener.guard();
    await writes.commit();
    return { ...shownRun, report };
  } catch (error) {
    if (!isKnownError(error)) throw error;
    const { report: shownFailure } = withoutSecrets({ report: failed(error) }, secrets);
    const report = shownAs(shownFailure);
    listener.guard();
    for (const output of options.output) await writeFailure(report, output, options);
    return { report };
  }
}
var discovered = (command, options) => discoverProject(options.project, {
  types: options.types,
  baseline: options.baseline,
  mayLackBaseline: command === "accept" && !options.prune,
  withoutTypes: withoutTypes(command, options),
  surface: options.surface
});
function withoutTypes(command, { liveUrl, surface }) {
  switch (command) {
    case "audit":
      return "allowed";
    case "accept":
      return liveUrl === void 0 ? "refused" : "allowed";
    case "fix":
      return "created";
    case "init":
      return "checked";
    case "check":
      return surface === "action" ? "refused" : "checked";
    default:
      return command;
  }
}
var judged = (report, { failOn, settings }) => ({
  ...withLevel(report, failOn),
  ...settings.length > 0 && { settings: [...settings] }
});
var CLOCK = {
  now: () => performance.now(),
  today: () => (/* @__PURE__ */ new Date()).toISOString().slice(0, 10)
};
var repeatsOf = (shown2) => ({
  repeat: repeated(shown2, "always"),
  repeatOnStack: repeated(onLocalStack(shown2), "always"),
  // The address is a secret, which the shell puts in.
  repeatLive: ` --live "$SUPABASE_DB_URL"${repeated(shown2, "live")}`
});
async function liveOf({ liveUrl, liveCa, liveTimeout, allowWritableRole }) {
  if (liveUrl === void 0)
    throw new UsageError({ message: "The live database is not named.", remedy: OPTIONS.live.remedy });
  const { openLive } = await import("./live-R66WSZ5S.js");
  return await openLive({ url: liveUrl, ca: liveCa, seconds: liveTimeout, allowWritableRole });
}
var onLocalStack = (options) => ({
  ...options,
  database: "local-stack",
  resetWith: "supabase-cli",
  timeout: options.confirmTimeout
});
function sourcesFor({
  onCliLine,
  guard,
  embedded = EMBEDDED
}) {
  return async ({ resetWith, timeout, supabaseCli, ...options }) => {
    const { database } = options;
    if (resetWith === "built-in") return { open: embedded.open, engine: () => ({ database, resetWith }) };
    const [{ cliShadowOf }, { breakOff }] = await Promise.all([
      import("./shadow-APASRL3A.js"),
      import("./leftovers-VP6LFIP3.js")
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
async function keeperOf({ inventory, project }, date, write) {
  if (inventory === void 0) return async (report) => report;
  const keep = await openInventory(inventory, write);
  return (report) => {
    const commit = commitOf(projectFolder(project));
    return keep(report, { date, ...commit !== void 0 && { commit } });
  };
}
var writeOutput = ({ format, file }, report, { verbose, project }, write) => {
  const page = { colour: false, verbose, prefix: repositoryPrefix(project) };
  return writeReport(file, renderReport(format, report, page), write);
};
async function writeFailure(report, output, page = { verbose: false, project: "." }) {
  try {
    await writeOutput(output, report, page);
  } catch (error) {
    if (!isKnownError(error)) throw error;
  }
}

export {
  progressOn,
  counted,
  listed,
  upperFirst,
  shortened,
  CANNOT_CHECK,
  exitCodeOf,
  renderHtml,
  renderJson,
  withinBudget,
  proseToMarkdown,
  linked2 as linked,
  MARKDOWN_BUDGET,
  SUMMARY_BUDGET,
  renderMarkdown,
  renderSarif,
  annotationsOf,
  renderReport,
  writesTogether,
  writeReport,
  refuseUnwritable,
  failedReport,
  withCommands,
  run,
  judged,
  writeFailure
};
