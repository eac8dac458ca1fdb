import {
  openShadow
} from "./chunk-HNZYEIWZ.js";
import {
  VERSION,
  acceptedWords,
  applyBaseline,
  baselineFindings,
  codeOf,
  decodeText,
  decodeUtf8,
  discoverProject,
  enclosingRoot,
  encodeLike,
  fileFailure,
  isDay,
  isThere,
  linesOf,
  pathsOf,
  readWithin,
  realPathWithin,
  repositoryPath,
  shownFrom,
  stripLogLines,
  summaryOf,
  whichTypes
} from "./chunk-SCVCXEOJ.js";
import {
  fileOf
} from "./chunk-DRCJF5BI.js";
import {
  PLATFORM_SCHEMAS,
  defaultSchemas
} from "./chunk-BIJNOB37.js";
import {
  typeText
} from "./chunk-X244LZW4.js";
import {
  formatObjectId,
  makeFinding,
  ownerOf,
  owningObject,
  schemaOfText
} from "./chunk-U2TDT6AJ.js";
import {
  RULES,
  isAcceptable,
  isRuleId,
  longestRun,
  named,
  parseProse,
  quoteCode,
  visible,
  visibleJson,
  visibleLines
} from "./chunk-MVX4LEFJ.js";
import {
  byText,
  groupBy
} from "./chunk-CC5WXE67.js";
import {
  EnvironmentError,
  UsageError,
  isKnownError
} from "./chunk-HIMI4JHW.js";

// src/files/disk.ts
import { randomUUID } from "node:crypto";
import { realpathSync } from "node:fs";
import { access, constants, lstat, open, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
function filesOf(directory) {
  const root = enclosingRoot(directory);
  return {
    pathFromRoot: (path) => shownFrom(realpathSync(root), realPathWithin(resolve(directory, path), root, path)),
    isThere: (path) => isThere(resolve(directory, path)),
    async readBytes(path) {
      return readWithin(resolve(directory, path), root, path);
    },
    async replaceText(path, text) {
      const target = resolve(directory, path);
      if (!isThere(target)) return await writeNew(target, root, { text, shown: path });
      const real = realPathWithin(target, root, path);
      const original = readWithin(real, root, path);
      const { mode } = await stat(real);
      await writeWhole(real, encodeLike(original, text), { mode: mode & 4095, shown: path });
    }
  };
}
async function writeNew(target, root, { text, shown: shown2 }) {
  const folder = dirname(target);
  if (isThere(folder)) realPathWithin(folder, root, shown2);
  await writeWhole(target, Buffer.from(text, "utf8"), { shown: shown2 });
}
async function writeReport(path, text) {
  const target = resolve(path);
  if (!await isStream(target)) return writeWhole(target, Buffer.from(text, "utf8"), { shown: path });
  try {
    await writeFile(target, text);
  } catch (cause) {
    throw fileFailure("write", path, cause);
  }
}
async function refuseUnwritable(path) {
  const target = resolve(path);
  if (await isStream(target)) return;
  await refuseFolder(target, path);
  try {
    await access(dirname(target), constants.W_OK);
  } catch (cause) {
    throw fileFailure("write", path, cause);
  }
}
async function isStream(path) {
  if (/^\/(dev|proc)\//.test(path)) return true;
  const found2 = await lstat(path).catch(() => void 0);
  return found2 !== void 0 && !found2.isFile() && !found2.isDirectory() && !found2.isSymbolicLink();
}
async function writeWhole(path, bytes, { mode, shown: shown2 }) {
  await refuseFolder(path, shown2);
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    await writeFlushed(temporary, bytes, mode);
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => void 0);
    throw fileFailure("write", shown2, cause);
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
async function refuseFolder(path, shown2) {
  const found2 = await lstat(path).catch((error) => {
    if (codeOf(error) === "ENOENT") return void 0;
    throw fileFailure("write", shown2, error);
  });
  if (found2?.isDirectory())
    throw new UsageError({ message: `${shown2} is a folder, not a file.`, remedy: "Name a file." });
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
var isTolerated = (report) => report.status === "drifted" && !isFailing(report);

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
var glanceOf = (finding) => finding.ruleId.endsWith("-renamed") ? visible(`${finding.committed} \u2192 ${finding.generated}`) : labelOf(finding);
var placeOf = ({ file, line, column }) => visible(column === void 0 ? `${file}:${line}` : `${file}:${line}:${column}`);
function unlistedPlaceOf({ location, details = [] }) {
  if (!location) return "";
  const line = `${location.file}:${location.line}`;
  return details.some((detail) => `${detail}:`.startsWith(`${line}:`)) ? "" : placeOf(location);
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
  const unlooked = report.notRun.find(({ part }) => part === "replay");
  if (unlooked) return `Nothing to compare: ${unlooked.reason}`;
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
      if (isAccepted(report))
        return { status: "Drifted, accepted", because: [found(report.accepted ?? [], objects)] };
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
var CONFIRMATIONS = {
  agreed: "the embedded database agrees",
  disagreed: "the embedded database disagrees",
  answered: "the embedded database could not check",
  "could-not-confirm": "not confirmed on the local stack"
};
function comparison({ status, project, engine, compared, confirmation }) {
  const schemas = project.schemas.map(named);
  const server = engine.postgresVersion ? `, PostgreSQL ${visible(engine.postgresVersion)}` : "";
  return [
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
  const what = `${counted(findings.length, "change")} of ${listedUpTo(MOST_OBJECTS, owners)}`;
  return [`${upperFirst(what)}, ${acceptedWords(first.acceptance)}: ${visible(first.acceptance.reason)}`];
}

// src/report/diagram.ts
var MOST_COLUMNS = 12;
var MOST_LOOSE = 3;
var LONGEST_NAME = 60;
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
  const joined = new Set(links.flatMap(({ from, to }) => [from, to]));
  return relations.filter(({ id }) => relations.length <= MOST_LOOSE || joined.has(id));
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
  const word = attributeWord(name, LONGEST_NAME);
  const comments = [
    ...change2 ? [deed(change2, was)] : [],
    ...word === name ? [] : [`named ${name.slice(0, LONGEST_NAME)}`]
  ];
  const key = isKey ? " FK" : "";
  const comment = comments.length > 0 ? ` "${shown(comments.join(", "))}"` : "";
  return `    ${attributeWord(typeName(type), LONGEST_TYPE)} ${word}${key}${comment}`;
}
var deed = (change2, was) => was === void 0 ? change2 : `was ${was.replaceAll(" | ", " or ")}`;
function connection(from, to, { columns, name, isOneToOne, change: change2 }) {
  const line = change2 === "removed" ? ".." : "--";
  const label = (columns.join(", ") || name) + (change2 ? ` (${change2})` : "");
  return `  ${from} ${isOneToOne ? "|o" : "}o"}${line}|| ${to} : "${shown(label)}"`;
}
var typeName = (type) => type.replace(/Database(?:\["[^"]*"\])+\["([^"]*)"\]/g, "$1").replace(/\s*\|\s*/g, "_or_");
function attributeWord(text, longest) {
  const word = text.replace(/[^A-Za-z0-9_[\]]+/g, "_").replace(/\[(?!\])|(?<!\[)\]/g, "_").slice(0, longest).replace(/^[^A-Za-z]+|_+$/g, "");
  return word === "" || /^(?:pk|fk|uk)(?!\w)/i.test(word) ? `_${word}`.replace(/^_$/, "unnamed") : word;
}
var shown = (text) => shortened(visible(text)).replace(/[!"#$%&'*;<=>?@[\\\]^`{|}~]|(?<!\w)_+|_+(?!\w)|:(?=\/\/)|(?<=\bwww)\./gi, wide).replace(/(direction)\s+(?=(?:TB|BT|RL|LR))/gi, "$1_");
var shortened = (text) => {
  const characters = [...text];
  return characters.length <= LONGEST_NAME * 2 ? text : `${characters.slice(0, LONGEST_NAME * 2).join("")}\u2026`;
};
var wide = (characters) => characters.replace(/./g, (character) => String.fromCharCode(character.charCodeAt(0) + 65248));

// src/report/markdown-budget.ts
var bytesOf = (text) => Buffer.byteLength(text, "utf8");
var written = (lines) => lines.map((line) => `${line}
`).join("");
function withinBudget(body, tail, budget, note) {
  const whole2 = written([...body.map(({ text }) => text), ...tail]);
  if (bytesOf(whole2) <= budget) return whole2;
  return cut(body, budget, (leftOut) => [...note(leftOut), ...tail]) ?? cut(body, budget, note) ?? cut(body, budget, () => []) ?? "";
}
function cut(lines, budget, after) {
  const sizes = lines.map(({ text }) => bytesOf(text) + 1);
  let size = sizes.reduce((sum, bytes) => sum + bytes, 0);
  for (let kept = lines.length - 1; kept > 0; kept--) {
    size -= sizes[kept] ?? 0;
    const last = lines[kept - 1];
    if (size > budget || last === void 0 || last.joined) continue;
    const ending = written([...last.close ?? [], ...after(lines.slice(kept))]);
    if (size + bytesOf(ending) <= budget)
      return written(lines.slice(0, kept).map(({ text }) => text)) + ending;
  }
  return void 0;
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

// src/report/unfolded.ts
var LONGEST_LINE = 72;
var TOKENS = /"(?:[^"\\]|\\.)*"|[{}();,]|[^"{}();,]+|"/g;
function unfolded(type) {
  if (type.length <= LONGEST_LINE || type.includes("\n")) return type;
  const lines = [];
  let line = "";
  let depth = 0;
  const end = () => {
    if (line.trim() !== "") lines.push(line.trimEnd());
    line = "  ".repeat(depth);
  };
  for (const token of type.match(TOKENS) ?? []) {
    const closes = token === "}" || token === ")";
    const opens = token === "{" || token === "(";
    if (closes || opens) depth = Math.max(0, depth + (opens ? 1 : -1));
    if (closes) end();
    line += line.trim() === "" ? token.trimStart() : token;
    if (opens || token === ";" || token === ",") end();
  }
  end();
  return lines.join("\n");
}

// src/report/markdown-diff.ts
var CONTEXT2 = 3;
function diffLines(finding) {
  const label = labelOf(finding);
  if (!hasSides(finding)) return [`${signOf(finding.ruleId)} ${nameOf(finding, label)}`];
  const before = linesOf2(finding.committed && unfolded(finding.committed));
  const after = linesOf2(finding.generated && unfolded(finding.generated));
  const lead = leadOf(finding, label);
  if (before.length < 2 && after.length < 2) {
    return [...before.map((line) => `- ${lead}${line}`), ...after.map((line) => `+ ${lead}${line}`)];
  }
  const { hunks } = structuredPatch("", "", whole(before), whole(after), "", "", { context: CONTEXT2 });
  return hunks.flatMap(({ lines }) => [
    `@@ ${label} @@`,
    ...lines.map((line) => `${line.slice(0, 1)} ${line.slice(1)}`)
  ]);
}
function leadOf({ ruleId }, label) {
  if (ruleId === "relation-renamed") return `${label} `;
  return ruleId === "column-renamed" || ruleId === "relation-kind-changed" ? "" : `${label}: `;
}
var whole = (lines) => lines.map((line) => `${line}
`).join("");
var nameOf = ({ subject }, label) => subject.kind === "function" || !("name" in subject) || visible(subject.name) === label ? label : `${label} ${visible(subject.name)}`;

// src/report/markdown-escape.ts
var REWRITTEN = /[@$]|#\d|\bGH-\d|:\/\/|\bwww\.|:[\w+-]+:/i;
var entities = (text) => text.replace(/[!-/:-@[-`{-~]/g, (character) => `&#${character.charCodeAt(0)};`).replaceAll("&#64;", "&#64;<!-- -->");
var escapeHtml = (text) => visible(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
var escapeWord = (word) => REWRITTEN.test(word) ? `<code>${entities(word)}</code>` : word.replace(/[\\`*_[\]~#]/g, "\\$&").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("|", "&#124;");
var escapeInline = (text) => text.split(/( +)/).map(escapeWord).join("").replace(/^[-+=]/, "\\$&").replace(/^(\d+)([.)])(?= |$)/, "$1\\$2");
var escapeMarkdown = (text) => escapeInline(visible(text)).replace(/^ +| +$/g, (spaces) => "&#32;".repeat(spaces.length));
function codeSpan(text) {
  const shown2 = visible(text);
  return shown2.includes("|") || shown2 === "" ? `<code>${entities(shown2)}</code>` : quoteCode(shown2);
}
var proseToMarkdown = (sentence2) => parseProse(visible(sentence2)).map(({ code: code2, text }) => code2 ? codeSpan(text) : escapeInline(text)).join("");
function fenceFor(lines, language) {
  const close = "`".repeat(Math.max(3, longestRun(lines.join("\n")) + 1));
  return { open: close + language, close };
}
function fenced(lines, language) {
  const { open: open2, close } = fenceFor(lines, language);
  return [open2, ...lines, close];
}

// src/report/markdown-lines.ts
var plain = (text) => ({ text });
var paragraph = (text) => [plain(""), plain(text)];
var headed = (title, lines) => lines.length === 0 ? [] : [plain(""), { text: `### ${title}`, joined: true }, { text: "", joined: true }, ...lines];
function folded(summary2, content) {
  const close = ["", "</details>"];
  return [
    plain(""),
    { text: "<details>", joined: true },
    { text: `<summary>${summary2}</summary>`, joined: true },
    { text: "", joined: true },
    ...content.map((line) => ({ ...line, close: [...line.close ?? [], ...close] })),
    { text: "", close: ["</details>"] },
    plain("</details>")
  ];
}
var cuttable = ({ open: open2, close }, lines) => [
  plain(""),
  { text: open2, close: [close], joined: true },
  ...lines.map((text) => ({ text, close: [close] })),
  plain(close)
];
function code(lines, language) {
  const block = fenced(lines, language).map((text) => ({ text, joined: true }));
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
    const text = location.file === previous ? `:${location.line}` : `${shortened2(short, LONGEST_PLACE)}:${location.line}`;
    previous = location.file;
    return linked(codeSpan(text), linkTo?.(location));
  });
  return listedUpTo(limit, cells);
}
function shortened2(text, most) {
  if (text.length <= most) return text;
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join("")}\u2026`;
}

// src/report/markdown-changes.ts
var MOST_CHANGES = 6;
var MOST_PLACES = 2;
var LONGEST_NAME2 = 80;
var LONGEST_SIDES = 40;
function changeRow({ owner, findings, grade }, page) {
  const places = findings.flatMap(({ location }) => location ? [location] : []);
  const cells = [
    codeSpan(shortened2(owner, LONGEST_NAME2)),
    changesCell(findings),
    gradeCell(grade),
    placesCell(places, MOST_PLACES, page)
  ];
  return plain(row(cells));
}
function changesCell(findings) {
  const otherNull = new Set(findings.filter(isOfNull).map(({ id }) => id));
  const told = findings.filter(
    ({ ruleId, id }) => ruleId !== "column-optionality-changed" || !otherNull.has(id)
  );
  const byDeed = groupBy(told, (finding) => isPlain(finding) ? finding.ruleId : finding.fingerprint);
  const lines = [...byDeed.values()].map((own) => {
    const names = own.map((finding) => codeSpan(shortened2(partOf(finding.subject), LONGEST_NAME2)));
    return own.length > 0 && own[0] !== void 0 ? words(own[0], listedUpTo(MOST_CHANGES, names)) : "";
  });
  const more = lines.length - MOST_CHANGES;
  return [...lines.slice(0, MOST_CHANGES), ...more > 0 ? [`and ${more} more`] : []].join("<br>");
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
  const isShort = committed.length + generated.length <= LONGEST_SIDES && committed !== "" && generated !== "";
  return isShort ? `${codeSpan(committed)} \u2192&nbsp;${codeSpan(generated)}` : void 0;
}
function changeSection({ owner, findings, grade }, page) {
  const summary2 = `<code>${escapeHtml(owner)}</code>: ${counted(findings.length, "change")}, ${DOTS[grade]} ${grade}`;
  const sides = findings.flatMap(diffLines);
  const bullets = findings.flatMap((finding) => bullet(finding, page));
  return folded(summary2, [...cuttable(fenceFor(sides, "diff"), sides).slice(1), plain(""), ...bullets]);
}
function bullet(finding, page) {
  const { subject, reason, location, details = [] } = finding;
  const isPart = ["column", "relationship", "enum-value"].includes(subject.kind);
  const part = isPart ? codeSpan(partOf(subject)) : escapeMarkdown(upperFirst(partOf(subject)));
  const place = location && unlistedPlaceOf(finding) !== "" ? ` \xB7 ${linkedPlace(location, page)}` : "";
  const text = `${part}: ${proseToMarkdown(reason ?? titleOf(finding))}${place}`;
  return [
    { text: `- ${DOTS[gradeOf(finding)]} ${text}`, item: "finding" },
    ...details.map((line) => plain(`  - ${/^\s|^$/.test(line) ? codeSpan(line) : proseToMarkdown(line)}`))
  ];
}

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
  const [, file, line, statement = ""] = /^(.+?\.sql):(\d+)(?:: (.*))?$/s.exec(detail) ?? [];
  return file === void 0 ? [void 0, ""] : [{ file, line: Number(line) }, statement];
}

// src/report/markdown-problems.ts
var MOST_PLACES2 = 3;
var LONGEST_NAME3 = 80;
var MOST_ROWS = 10;
var isMissing = ({ ruleId }) => ruleId === "base-schema-drift";
var isFailure = ({ ruleId }) => ruleId === "replay-failed";
function problems(findings, page) {
  return [
    ...findings.filter(isFailure).flatMap((finding) => failedStatement(finding, page)),
    ...missingTable(findings.filter(isMissing), page),
    ...othersOf(findings, page).slice(0, MOST_ROWS + 1)
  ];
}
function furtherProblems(findings, page) {
  const more = othersOf(findings, page).slice(MOST_ROWS + 1);
  return more.length === 0 ? [] : folded(`${more.length} more`, more);
}
function othersOf(findings, page) {
  const lines = findings.filter((finding) => !isMissing(finding) && !isFailure(finding)).map((finding) => {
    const details = (finding.details ?? []).map((line) => `<br>${proseToMarkdown(line)}`).join("");
    const text = `- ${DOTS[gradeOf(finding)]} ${sentenceOf(finding, page)}${details}`;
    return { text, item: "finding" };
  });
  return lines.length === 0 ? [] : [plain(""), ...lines];
}
function usesOfMissing(findings, page) {
  const missing = findings.filter(isMissing);
  const all = missing.flatMap((finding) => uses(finding, page));
  return missing.length > MOST_ROWS ? folded(`All ${missing.length} objects with their uses`, all.slice(1)) : all;
}
function sentenceOf({ location, message }, page) {
  const sentence2 = proseToMarkdown(message);
  if (location === void 0) return sentence2;
  const file = codeSpan(location.file);
  return sentence2.includes(file) ? sentence2.replace(file, () => linked(file, page.linkTo?.(location))) : `${sentence2} \xB7 ${linkedPlace(location, page)}`;
}
function failedStatement(finding, page) {
  const { details: [statement, ...hints] = [] } = finding;
  const lines = statement === void 0 ? [] : visibleLines(statement);
  return [
    plain(""),
    { text: `${DOTS[gradeOf(finding)]} ${sentenceOf(finding, page)}`, item: "finding" },
    ...lines.length > 0 ? cuttable(fenceFor(lines, "sql"), lines) : [],
    ...hints.flatMap((hint) => paragraph(proseToMarkdown(hint)))
  ];
}
function missingTable(findings, page) {
  if (findings.length === 0) return [];
  const rows = findings.slice(0, MOST_ROWS).map((finding) => {
    const object = codeSpan(shortened2(visible(owningObject(finding.subject)), LONGEST_NAME3));
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
  const lines = details.map((line) => {
    const [use, statement] = useOf(line);
    if (use === void 0) return plain(`- ${codeSpan(line)}`);
    return plain(`- ${linkedPlace(use, page)}${statement === "" ? "" : `: ${codeSpan(statement)}`}`);
  });
  const sentence2 = { text: upperFirst(proseToMarkdown(message)) + place, item: "finding" };
  return folded(`<code>${name}</code>: ${counted(Math.max(1, details.length), "use")}`, [
    sentence2,
    plain(""),
    ...lines
  ]);
}
function usesOf({ details = [], location }) {
  const places = details.flatMap((line) => useOf(line)[0] ?? []);
  return places.length === 0 && location ? [location] : places;
}

// src/report/markdown.ts
var MARKDOWN_BUDGET = 6e4;
var SUMMARY_BUDGET = 1024 * 1024 - 24 * 1024;
var MOST_ROWS2 = 10;
var MARKS = { "in-sync": "\u2705", drifted: "\u274C", failed: "\u26A0\uFE0F" };
var TOLERATED = "\u{1F7E1}";
var MEANINGS = {
  breaking: "code that compiles fails when it runs, or meets a value that its types rule out",
  dangerous: "it depends on how the code is written",
  safe: "all code that compiles works on"
};
function renderMarkdown(report, { patch, ...page } = {}) {
  const budget = page.budget ?? MARKDOWN_BUDGET;
  if (patch !== void 0 && isCopyable(patch)) {
    const whole2 = rendered(report, { ...page, patch }, Number.POSITIVE_INFINITY);
    if (Buffer.byteLength(whole2) <= budget) return whole2;
  }
  return rendered(report, page, budget);
}
function rendered(report, page, budget) {
  const groups = worstFirst(groupByObject(report.findings.filter(isChange)));
  const others = report.findings.filter((finding) => !isChange(finding));
  const body = [
    ...heading(report, page),
    ...problems(others, page),
    ...table(groups, page),
    ...nextSteps(report, page),
    ...warnings(report),
    ...notChecked(report),
    ...diagram(report),
    ...usesOfMissing(others, page),
    ...furtherProblems(others, page),
    ...furtherRows(groups, page),
    ...sections(groups, page),
    ...accepted(report),
    ...notices(report)
  ];
  return withinBudget(body, footer(report), budget, (leftOut) => leftOutNote(leftOut, page));
}
var worstFirst = (groups) => WORST_FIRST.flatMap((grade) => groups.filter((group) => group.grade === grade));
function heading(report, page) {
  const { status, because } = verdictOf(report);
  const mark = isTolerated(report) ? TOLERATED : MARKS[report.status];
  const { directory } = report.project;
  const where = directory === "." ? "" : `${codeSpan(directory)} \xB7 `;
  const [first = "", ...rest] = because.map(proseToMarkdown);
  if (report.status === "drifted") {
    return [plain(`## ${mark} ${where}${proseToMarkdown(status)}: ${first}`), ...summary(report)];
  }
  return [
    plain(`## ${mark} ${where}${status}`),
    ...[first, ...rest].flatMap(paragraph),
    ...blocker(report, page),
    ...report.status === "failed" ? paragraph(NO_VERDICT) : []
  ];
}
var NO_VERDICT = "This is no verdict on the types: nothing was compared.";
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
  const lines = statement ? visibleLines(statement) : [];
  return [...paragraph(place), ...lines.length > 0 ? cuttable(fenceFor(lines, "sql"), lines) : []];
}
var HEAD = ["Object", "What changed", "Grade", "Migration"];
function table(groups, page) {
  if (groups.length === 0) return [];
  const rows = groups.slice(0, MOST_ROWS2).map((group) => changeRow(group, page));
  const more = groups.length - rows.length;
  return [
    ...tableOf(HEAD, rows),
    ...more > 0 ? paragraph(`\u2026 and ${counted(more, "more object")}, folded below.`) : [],
    ...paragraph(`<sub>${meanings(groups).join(" \xB7 ")}</sub>`)
  ];
}
function furtherRows(groups, page) {
  const more = groups.slice(MOST_ROWS2);
  if (more.length === 0) return [];
  const rows = more.map((group) => ({ ...changeRow(group, page), item: "object" }));
  return folded(counted(more.length, "more object"), tableOf(HEAD, rows).slice(1));
}
function meanings(groups) {
  const grades = Object.entries(MEANINGS).filter(([grade]) => groups.some((group) => group.grade === grade));
  return [
    "added: in the migrations, missing in the types",
    "removed: in the types, missing in the migrations",
    ...grades.map(([grade, meaning]) => `${grade}: ${meaning}`)
  ];
}
function nextSteps(report, page) {
  const { findings, repair: repair2, failure: failure2 } = report;
  if (failure2) return headed("What to do", visibleLines(failure2.remedy).map(proseToMarkdown).map(plain));
  const told = RULES["column-added"].remedy;
  const remedies = remediesOf(findings).filter((remedy) => repair2 === void 0 || remedy !== told);
  const steps = (command) => findings.some(isChange) ? repairing(command, page) : code([visible(runnable(command))], "sh");
  const lines = [
    ...remedies.map((remedy) => plain(`- ${proseToMarkdown(remedy)}`)),
    ...repair2 === void 0 ? [] : steps(repair2).slice(remedies.length === 0 ? 1 : 0)
  ];
  return headed("What to do", lines);
}
function notChecked({ status, notRun }) {
  const parts = notRun.filter(({ part }) => status !== "failed" || part === "confirmation");
  return headed(
    "Not checked",
    parts.map(({ part, reason }) => plain(`- ${part}: ${proseToMarkdown(reason)}`))
  );
}
function diagram({ diagram: diagram2 }) {
  const drawn = diagram2 ? renderDiagram(diagram2) : [];
  if (drawn.length === 0) return [];
  const isGone = diagram2?.links.some(({ change: change2 }) => change2 === "removed");
  const caption = isGone ? `${CAPTION}; a dotted line is a foreign key that is gone` : CAPTION;
  return [...code(drawn, "mermaid"), ...paragraph(`<sub>${caption}.</sub>`)];
}
var CAPTION = "Drifted relations and the foreign keys that join them";
function sections(groups, page) {
  const all = groups.flatMap((group) => changeSection(group, page));
  return groups.length > MOST_ROWS2 ? folded(`All ${groups.length} objects with their diffs`, all.slice(1)) : all;
}
var NOT_FOLDED = /* @__PURE__ */ new Set([
  "databases-disagree",
  "answered-by-local-stack",
  "mends-accepted",
  "no-patch"
]);
var warnings = (report) => report.notices.filter(({ code: code2 }) => NOT_FOLDED.has(code2)).flatMap((notice) => paragraph(`\u26A0\uFE0F ${proseToMarkdown(noticeWords(notice))}`));
function notices(report) {
  const all = report.notices.filter(({ code: code2 }) => !NOT_FOLDED.has(code2));
  return foldedSentences(counted(all.length, "notice"), all.map(noticeWords));
}
var accepted = (report) => foldedSentences("Accepted by the baseline", acceptedSentences(report));
function foldedSentences(title, sentences) {
  if (sentences.length === 0) return [];
  const lines = sentences.map(
    (sentence2) => ({ text: `- ${proseToMarkdown(sentence2)}`, item: "notice" })
  );
  return folded(title, lines);
}
function footer(report) {
  const total = report.timings.total;
  const seconds = total === void 0 ? phases(report) : [duration(total)];
  const facts = report.status === "failed" ? [] : [...comparison(report), ...seconds];
  return [
    "",
    `<sub>${["Supabase Drift Gate", ...facts].map(proseToMarkdown).join(" \xB7 ")}</sub>`,
    ...report.status === "failed" ? [] : ["", `<sub>${NOT_COMPARED}</sub>`]
  ];
}
var NOT_COMPARED = "Not compared: the live database, and what the types do not show, such as policies, grants, indexes and triggers.";
function leftOutNote(leftOut, { wholeAt }) {
  const of = (kind) => leftOut.filter(({ item }) => item === kind).length;
  const [objects2, findings, told] = [of("object"), of("finding"), of("notice")];
  const counts = [
    ...objects2 > 0 ? [`the rows of ${counted(objects2, "object")}`] : [],
    ...findings > 0 ? [`the text of ${counted(findings, "finding")}`] : [],
    ...told > 0 ? [counted(told, "notice")] : []
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
  inventory: 0,
  diagram: 0,
  failOn: 0,
  timings: 0,
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
  kind: 0,
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
  counts: 0,
  relations: 0,
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
  count: 0,
  committed: 0,
  generated: 0,
  details: 0,
  remedy: 0,
  fingerprint: 0,
  acceptance: 0,
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

// src/report/sarif-message.ts
function messageOf(sentences, links = []) {
  const shown2 = sentences.filter((sentence2) => sentence2 !== "");
  return {
    text: [...shown2.map(plainText), ...seeAlso(links, escapeLink)].join(" "),
    markdown: [...shown2.map(markdownText), ...seeAlso(links, escapeWords)].join(" ")
  };
}
var withoutPlaceholders = (text) => text.replace(/[{}]/g, "$&$&");
var plainText = (sentence2) => withoutPlaceholders(visible(sentence2).replace(/(\\*)\](?=\()/g, "$1$1\\]"));
var escapeLink = (words2) => withoutPlaceholders(visible(words2).replace(/[\\[\]]/g, "\\$&"));
var markdownText = (sentence2) => withoutPlaceholders(
  parseProse(visible(sentence2)).map(({ code: code2, text }) => code2 ? quoteCode(text) : text.split(/( +)/).map(escapeWord2).join("")).join("").trim().replace(/^[-+=]/, "\\$&").replace(/^(\d+)([.)])(?= |$)/, "$1\\$2")
);
var escapeWord2 = (word) => /@|:\/\/|\bwww\./i.test(word) ? quoteCode(word) : word.replace(/[\\`*_[\]~#<>&|!$]/g, "\\$&");
var escapeWords = (words2) => withoutPlaceholders(visible(words2).replace(/[\\`*_[\]~#<>&|!$@]/g, "\\$&"));
function seeAlso(links, escaped) {
  if (links.length === 0) return [];
  return [`See ${links.map(({ words: words2, id }) => `[${escaped(words2)}](${id})`).join(", ")}.`];
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
        automationDetails: { id: categoryOf(prefix) },
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
var categoryOf = (prefix) => ["supabase-drift-gate", ...repositoryPath(prefix, "").split("/").filter(Boolean), ""].map(visible).join("/");
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
  const links = related.slice(0, MOST_LINKS).map(({ file, line }, index) => ({
    words: `${repositoryPath(context.prefix, file)}:${line}`,
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
  const lines = ruleId === "base-schema-drift" ? [] : details.filter((line) => line.trim() !== "");
  return [
    upperFirst(message),
    ...reason === void 0 ? [] : [`${upperFirst(gradeOf(finding))}: ${reason}.`],
    // Of a failed replay they are statements, of a change sentences.
    ...lines.map((line) => compatibility === void 0 ? named(line.trim()) : `${upperFirst(line)}.`)
  ];
}
function relatedPlaces(finding, { report }) {
  const primary = shownAt(finding, report);
  const { typesLocation, details = [], ruleId } = finding;
  const places = [
    ...typesLocation ? [typesLocation] : [],
    ...ruleId === "base-schema-drift" ? details.flatMap((detail) => useOf(detail)[0] ?? []) : []
  ];
  return places.filter(({ file, line }) => file !== primary.file || line !== primary.line).slice(0, MOST_RELATED);
}
var locationOf = ({ file, line, column }, { prefix }) => ({
  physicalLocation: {
    artifactLocation: { uri: uriOf(repositoryPath(prefix, file)), uriBaseId: ROOT },
    region: { startLine: line, ...column !== void 0 && { startColumn: column }, endLine: line }
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
function wrapped(sentence2, width) {
  const lines = [];
  let line = "";
  let gap = "";
  for (const word of sentence2.match(WORDS) ?? []) {
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
var pageOf = (colour, width) => ({
  colours: picocolors.createColors(colour),
  width: Math.max(width, NARROWEST)
});
var INDENT = "  ";
var prose = ({ colours }, sentence2) => parseProse(sentence2).map(({ code: code2, raw }) => code2 ? colours.bold(raw) : raw).join("");
var bulleted = (page, mark, sentences) => sentences.flatMap(
  (sentence2) => wrapped(sentence2, page.width - 4).map(
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
    const words2 = told ? titleOf(finding) + reason : visible(finding.message);
    return change(page, finding, column, words2, shared === "" ? unlistedPlaceOf(finding) : "");
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
function change(page, finding, column, words2, place) {
  const { colours, width } = page;
  const sign = signOf(finding.ruleId);
  const label = labelOf(finding);
  const grade = gradeOf(finding);
  const lead = `${INDENT}${signPaint(page, sign)(sign)} ${colours.bold(label)}`;
  const inline = inlineSides(finding);
  const gap = " ".repeat(Math.max(0, column - displayWidth(label)) + 2);
  const length = 4 + displayWidth(label) + gap.length + displayWidth(inline.join(" \u2192 ")) + 2 + grade.length;
  const fits2 = inline.length > 0 && length <= width;
  const sides = fits2 ? `${gap}${paintedSides(page, finding, inline)}` : "";
  return [
    `${lead}${sides}  ${gradePaint(page, grade)(grade)}`,
    ...fits2 ? [] : diff(page, finding),
    ...explanation(page, words2, place),
    ...(finding.details ?? []).map((line) => `    ${colours.dim("\u2502")} ${visible(line)}`)
  ];
}
function explanation(page, words2, place) {
  const { colours, width } = page;
  const room = width - 4;
  if (place === "") return wrapped(words2, room).map((line) => `    ${prose(page, line)}`);
  const together = displayWidth(words2) + 3 + displayWidth(place) <= room;
  if (together) return [`    ${prose(page, words2)} ${colours.dim("\xB7")} ${colours.cyan(place)}`];
  return [...wrapped(words2, room).map((line) => `    ${prose(page, line)}`), `    ${colours.cyan(place)}`];
}
function inlineSides({ committed, generated }) {
  const sides = [linesOf2(committed), linesOf2(generated)];
  return sides.every((lines) => lines.length < 2) ? sides.flat() : [];
}
function paintedSides({ colours }, { committed }, [first = "", second]) {
  const painted = committed ? colours.red(first) : colours.green(first);
  return second === void 0 ? painted : `${painted} ${colours.dim("\u2192")} ${colours.green(second)}`;
}
function diff({ colours }, finding) {
  const lines = sideLines(finding);
  const paints = { "+": colours.green, "-": colours.red, " ": colours.dim };
  const shown2 = lines.slice(0, MOST_SIDE_LINES).map(({ sign, text }) => `    ${paints[sign](`${sign} ${text}`)}`);
  const more = lines.length - shown2.length;
  return more > 0 ? [...shown2, colours.dim(`    \u2026 ${more} more lines, all in the JSON report`)] : shown2;
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
var legend = ({ colours }, groups) => legendOf(groups).map(([sign, meaning]) => colours.dim(`${INDENT}${sign} ${meaning}`));

// src/report/text.ts
function renderText(report, { colour, width = 100 }) {
  const page = pageOf(colour, width);
  const groups = groupByObject(report.findings);
  const sections2 = [
    headline(page, report),
    blocker2(page, report),
    bulleted(page, "\u2192", report.failure ? visibleLines(report.failure.remedy) : []),
    overview(page, groups),
    legend(page, groups),
    ...groups.map((group) => changesOf(page, group)),
    titled(page, "Accepted", acceptedSentences(report)),
    titled(page, "Not checked", notChecked2(report)),
    titled(page, "Notices", report.notices.map(noticeWords)),
    foundation(page, report),
    bulleted(page, "\u2192", remediesOf(report.findings)),
    repair(page, report)
  ];
  return `${sections2.flatMap((lines) => lines.length > 0 ? [lines.join("\n")] : []).join("\n\n")}
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
function blocker2({ colours }, { failure: failure2 }) {
  if (!failure2?.location) return [];
  const { location, rule, statement = "" } = failure2;
  const lines = [
    `${placeOf(location)}  ${colours.dim(rule ?? "")}`,
    ...statement && [`  ${visible(statement)}`]
  ];
  return lines.map((line) => INDENT + line.trimEnd());
}
var titled = (page, title, sentences) => sentences.length === 0 ? [] : [page.colours.bold(title), ...bulleted(page, "-", sentences)];
var notChecked2 = ({ status, notRun }) => notRun.filter(({ part }) => status !== "failed" || part === "confirmation").map(({ part, reason }) => `${part}: ${visible(reason)}`);
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
    case "sarif":
      return renderSarif(report, options);
    default:
      return format;
  }
}

// src/config/baseline-file.ts
import * as v from "./vendor/valibot.js";

// src/config/located-json.ts
var JsonFault = class extends Error {
  line;
  constructor(message, line) {
    super(message);
    this.line = line;
  }
};
var DEEPEST = 64;
var LETTERS = String.raw`[^"\\\u0000-\u001f]*`;
var STRING = String.raw`"${LETTERS}(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})${LETTERS})*"`;
var NUMBER = String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.])`;
var TOKEN = new RegExp(
  String.raw`[ \t\n\r]*(?:([{}[\],:]|${STRING}|${NUMBER}|(?:true|false|null)(?!\w)|$)|(\S{1,20}|.))`,
  "sy"
);
function readLocatedJson(text) {
  const reading = { tokens: tokensOf(text), next: 0, lines: /* @__PURE__ */ new Map() };
  const value = readValue(reading, []);
  const after = take(reading);
  if (after.text !== "") throw unexpected(after);
  const lineOf = (path) => reading.lines.get(JSON.stringify(path)) ?? (path.length === 0 ? 1 : lineOf(path.slice(0, -1)));
  return { value, lineOf };
}
function tokensOf(text) {
  const tokens = [];
  let line = 1;
  let from = 0;
  while (tokens.at(-1)?.text !== "") {
    TOKEN.lastIndex = from;
    const [whole2 = "", token, bad = ""] = TOKEN.exec(text) ?? [];
    from += whole2.length;
    line += whole2.split("\n").length - 1;
    if (token === void 0) throw unexpected({ text: bad, line });
    tokens.push({ text: token, line });
  }
  return tokens;
}
var unexpected = ({ text, line }) => new JsonFault(text === "" ? "the text ends too early" : `unexpected ${named(text)}`, line);
function take(reading) {
  const token = reading.tokens[reading.next] ?? { text: "", line: 1 };
  reading.next += 1;
  return token;
}
function expect(reading, ...texts) {
  const token = take(reading);
  if (!texts.includes(token.text)) throw unexpected(token);
  return token.text;
}
function readValue(reading, path) {
  const token = take(reading);
  reading.lines.set(JSON.stringify(path), token.line);
  if (path.length > DEEPEST) throw new JsonFault("values are nested too deep", token.line);
  if (token.text === "{") return readObject(reading, path);
  if (token.text === "[") return readArray(reading, path);
  if (/^[}\],:]?$/.test(token.text)) throw unexpected(token);
  return JSON.parse(token.text);
}
function readObject(reading, path) {
  const members = /* @__PURE__ */ new Map();
  if (isNext(reading, "}")) return {};
  do {
    const token = take(reading);
    if (!token.text.startsWith('"')) throw unexpected(token);
    const key = JSON.parse(token.text);
    if (members.has(key)) throw new JsonFault(`${named(key)} stands twice in one object`, token.line);
    expect(reading, ":");
    members.set(key, readValue(reading, [...path, key]));
  } while (expect(reading, ",", "}") === ",");
  return Object.fromEntries(members);
}
function readArray(reading, path) {
  const items = [];
  if (isNext(reading, "]")) return items;
  do
    items.push(readValue(reading, [...path, items.length]));
  while (expect(reading, ",", "]") === ",");
  return items;
}
function isNext(reading, text) {
  const isThere3 = reading.tokens[reading.next]?.text === text;
  if (isThere3) reading.next += 1;
  return isThere3;
}

// src/config/baseline-file.ts
var FILLED = v.pipe(v.string(), v.regex(/\S/, "is empty"));
var DAY = v.pipe(v.string(), v.check(isDay, "is no day like 2027-01-31"));
var RULE = v.pipe(
  v.string(),
  v.rawTransform(({ dataset: { value }, addIssue, NEVER }) => {
    if (isRuleId(value) && isAcceptable(value)) return value;
    addIssue({
      message: `is ${named(value)}, which ${isRuleId(value) ? "can not be accepted" : "is no rule"}`
    });
    return NEVER;
  })
);
var FILE = v.strictObject({
  version: v.literal(1, "is not 1, the only version that there is"),
  accepted: v.array(
    v.strictObject({
      object: FILLED,
      rule: RULE,
      reason: FILLED,
      owner: v.exactOptional(FILLED),
      date: DAY,
      expires: v.exactOptional(DAY),
      types: v.exactOptional(v.array(FILLED)),
      fingerprint: v.pipe(v.string(), v.regex(/^[\da-f]{16}$/, "is no fingerprint: 16 hexadecimal digits"))
    })
  )
});
function parseBaseline(text, path) {
  const conflict = /^(<{7}|\|{7}|={7}|>{7})( |\r?$)/m.exec(text);
  if (conflict) throw conflictLeft(path, text.slice(0, conflict.index).split("\n").length);
  const json = readJson(text, path);
  const { success, output, issues } = v.safeParse(FILE, json.value);
  if (!success) throw refused(path, lineOfIssue(json, issues[0]), faultOf(issues[0]));
  const places = output.accepted.map(({ fingerprint }, index) => ({
    fingerprint,
    line: json.lineOf(["accepted", index])
  }));
  for (const [, [first, second]] of groupBy(places, ({ fingerprint }) => fingerprint))
    if (first && second) throw acceptedTwice(path, first.line, second.line);
  return {
    path,
    entries: output.accepted,
    lines: new Map(places.map(({ fingerprint, line }) => [fingerprint, line]))
  };
}
function readJson(text, path) {
  try {
    return readLocatedJson(text);
  } catch (fault) {
    if (!(fault instanceof JsonFault)) throw fault;
    throw refused(path, fault.line, `it is not JSON: ${fault.message}`);
  }
}
var keysOf = ({ path }) => path?.map(({ key }) => typeof key === "number" ? key : String(key)) ?? [];
var lineOfIssue = (json, issue) => json.lineOf(keysOf(issue));
function faultOf(issue) {
  const key = keysOf(issue).findLast((part) => typeof part === "string");
  if (key === void 0) return "it is no baseline: an object with `version` and `accepted` was expected";
  if (issue.message.startsWith("Invalid key")) {
    return issue.expected === "never" ? `there is no key ${named(key)}` : `${named(key)} is missing`;
  }
  return `${named(key)} ${issue.message.startsWith("Invalid ") ? "is of the wrong kind" : issue.message}`;
}
var refused = (path, line, fault) => new UsageError({
  message: `The baseline ${named(path)} can not be read, line ${line}: ${fault}.`,
  remedy: "Correct the line, or restore the file from Git."
});
var conflictLeft = (path, line) => new UsageError({
  message: `The baseline ${named(path)} holds a conflict of a merge, line ${line}.`,
  remedy: "Keep the entries of both sides, remove the marks of Git, and see that a comma parts each two entries."
});
var acceptedTwice = (path, first, second) => new UsageError({
  message: `The baseline ${named(path)} accepts the same finding twice, on lines ${first} and ${second}.`,
  remedy: "Remove one of the two lines."
});
function serialiseBaseline(entries) {
  const lines = entries.toSorted(byObject).map((entry) => {
    const { object, rule, reason, owner, date, expires, types, fingerprint } = entry;
    const members = Object.entries({ object, rule, reason, owner, date, expires, types, fingerprint }).filter(([, value]) => value !== void 0).map(([key, value]) => `"${key}": ${visibleJson(JSON.stringify(value))}`);
    return `
    { ${members.join(", ")} }`;
  });
  const accepted2 = lines.length === 0 ? "[]" : `[${lines.join(",")}
  ]`;
  return `{
  "version": 1,
  "accepted": ${accepted2}
}
`;
}
var byObject = (a, b) => byText(a.object, b.object) || byText(a.rule, b.rule) || byText(a.fingerprint, b.fingerprint);

// src/commands/baseline.ts
var baselineOf = ({ baseline: { path, text } }) => text === void 0 ? { path, entries: [], lines: /* @__PURE__ */ new Map() } : parseBaseline(text, path);
var applyWithin = (scope, findings, baseline) => applyBaseline(findings, baseline, {
  today: scope.today,
  isLookedAt: (entry) => isLookedAt(entry, scope),
  holdsFor: (entry, finding) => holdsFor(entry, finding, scope)
});
function holdsFor({ types = [] }, { fingerprint }, { comparison: comparison2, files }) {
  const own = types.filter((path) => files.isThere(path));
  const found2 = comparison2.foundIn.get(fingerprint) ?? [];
  return own.length === 0 || found2.every((path) => own.includes(path));
}
function isLookedAt({ object, types = [] }, { project, comparison: comparison2, ...scope }) {
  if (comparison2.generated === void 0) return false;
  const compared = pathsOf(project.typesFiles);
  if (types.some((path) => !compared.includes(path) && scope.files.isThere(path))) return false;
  const schema = schemaOfText(object);
  if (scope.schema.length > 0) return scope.schema.includes(schema);
  const isElsewhere = PLATFORM_SCHEMAS.has(schema) || comparison2.builtSchemas.includes(schema);
  return comparison2.schemas.includes(schema) || !isElsewhere;
}
function withBaseline(report, baseline, scope, repeat) {
  if (baseline.entries.length === 0) return report;
  const applied = applyWithin(scope, report.findings, baseline);
  const { active, accepted: accepted2, stale, unseen } = applied;
  const findings = [...withExpiry(applied), ...baselineFindings(applied, baseline)];
  const { repair: repair2, diagram: all, ...rest } = report;
  const diagram2 = all && scope.comparison.diagramOf?.(active);
  const prune = stale.length > 0 ? `drift-gate accept --prune${repeat}` : void 0;
  const command = active.length > 0 ? repair2 : prune;
  const mendsAll = command !== void 0 && active.length > 0 && accepted2.length + applied.expired.length > 0;
  return {
    ...rest,
    status: findings.length + accepted2.length === 0 ? "in-sync" : "drifted",
    findings,
    accepted: accepted2,
    stale,
    notices: [
      ...report.notices,
      ...unseenNotices(unseen, baseline),
      ...mendsAll ? [mendsAccepted(baseline, repeat)] : []
    ],
    ...diagram2 && { diagram: diagram2 },
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
var mendsAccepted = ({ path }, repeat) => ({
  code: "mends-accepted",
  message: `What mends the types mends accepted drift too: run \`drift-gate accept --prune${repeat}\` after it, and commit ${named(path)}.`
});
function unseenNotices(unseen, { path }) {
  if (unseen.length === 0) return [];
  const entries = unseen.length === 1 ? "1 entry" : `${unseen.length} entries`;
  const message = `Whether ${entries} of ${named(path)} still hold was not looked at.`;
  return [{ code: "baseline-not-judged", message, count: unseen.length }];
}

// src/commands/diagram.ts
var MOST_RELATIONS = 12;
function diagramOf(findings, committed, generated) {
  const groups = groupBy(findings.filter(isOfRelation), ({ subject }) => JSON.stringify(relationOf(subject)));
  if (groups.size === 0 || groups.size > MOST_RELATIONS) return void 0;
  const drifted = [...groups.values()].flatMap((own) => driftedOf(own, committed, generated));
  const links = drifted.flatMap((one) => linksOf(one, drifted));
  const relations = drifted.map((one) => relationIn(one, links));
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
var idOf = ({ schema, name }) => formatObjectId({ kind: "table", schema, name });
function changeOf({ ruleId, committed }) {
  if (ruleId.endsWith("-added")) return { change: "added" };
  if (ruleId.endsWith("-removed")) return { change: "removed" };
  return {
    change: ruleId.endsWith("-renamed") ? "renamed" : "changed",
    ...committed !== void 0 && { was: committed }
  };
}
function relationIn(drifted, links) {
  const { committed, generated, findings } = drifted;
  const own = findings.find(({ ruleId }) => ruleId.startsWith("relation-"));
  const isWhole = own !== void 0 && /-(?:added|removed)$/.test(own.ruleId);
  const keys = new Set(links.filter(({ from }) => from === idOf(drifted)).flatMap(({ columns }) => columns));
  const names = isWhole ? [...(generated ?? committed)?.shapes.Row?.keys() ?? []] : [.../* @__PURE__ */ new Set([...findings.flatMap(columnName), ...keys])];
  return {
    id: idOf(drifted),
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
function linksOf(one, all) {
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
  from: idOf(from),
  to: idOf(to),
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

// src/commands/explanation.ts
async function explain(work) {
  const { plan, shadow, types, compared, built } = work;
  const index = await indexOf(plan);
  const evidence = { migrations: plan.migrations, index, built, parts: await shadow.builtParts() };
  const told = compared.map((one) => ({
    file: one.file,
    findings: types.withPlaces(one.file, toldChanges(work, one, index)).map(({ change: change2, place }) => ({
      ...withBlame(types.findingOf(change2), evidence),
      typesLocation: place
    }))
  }));
  return {
    findings: withFiles(told),
    notices: unreadNotices(index, plan.migrations),
    foundIn: filesByFinding(told)
  };
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
var unreadNotices = ({ refused: refused2 }, applied) => refused2.filter(({ location }) => applied.some(({ file }) => file === location.file)).map(({ location, message }) => ({
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
    ({ kind, extension, ...object }) => isRelation(kind) && extension === void 0 ? [{ kind, ...object }] : []
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
function knownOf(built, generator) {
  const byName = groupBy(built, ({ schema, name }) => JSON.stringify([schema, name]));
  const parents = groupBy(
    built.filter(({ partitionOf }) => partitionOf !== void 0),
    ({ partitionOf = "" }) => partitionOf
  );
  const keys = groupBy(built.flatMap(keysOf2), (key) => key.name);
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
var SERVER_FAILURE = /^(53|57P0|58030)/;
var NO_EXTENSION = /^extension "(?<extension>[^"]+)" is not available$/;
var NO_COLLATION = /^collation "(?<collation>[^"]+)" .*does not exist$/;
var SYSTEM_COLLATION = /^[a-z]{2,3}([-_].*)?(-x-icu|[-_][A-Z]{2}(\..+|@.+)?)$/;
var BRINGS_EXTENSIONS = /\b(pgtle|dbdev)\s*\.\s*install/i;
function refuseOwnLimits(failure2, plan) {
  if (!isOwnLimit(failure2, plan)) return;
  const { file, line, column, statement, message } = failure2;
  const location = { file: fileOf(file), line, column };
  throw new EnvironmentError({
    message: `The embedded database cannot replay ${named(location.file)}: ${visible(message)}.`,
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
function isOwnLimit({ sqlState, message }, plan) {
  const extension = NO_EXTENSION.exec(message)?.groups?.extension;
  if (extension !== void 0) return SUPABASE_EXTENSIONS.has(extension) || bringsExtensions(plan);
  const collation = NO_COLLATION.exec(message)?.groups?.collation;
  if (collation !== void 0) return SYSTEM_COLLATION.test(collation);
  return OWN_FAILURE.test(sqlState);
}
var bringsExtensions = ({ migrations }) => migrations.some(({ sql }) => BRINGS_EXTENSIONS.test(sql));
var saidBeside = ({ detail, hint }) => [detail, hint].flatMap((text) => text ? [text] : []);
var detailsOf = (failure2) => NO_EXTENSION.test(failure2.message) ? ["No Supabase database has an extension of that name."] : saidBeside(failure2);

// src/commands/replay-findings.ts
var MISSING_OBJECT = /* @__PURE__ */ new Set(["42P01", "42704", "3F000", "42883"]);
async function replayFindings({ project, plan, failure: failure2, database }, knownObjects) {
  const isReference = database === "local-stack";
  if (isReference) refuseServerFailure(failure2);
  else refuseOwnLimits(failure2, plan);
  const duplicates = duplicateFindings(project);
  if (failure2.sqlState === "23505" && failure2.statement === "" && duplicates.length > 0) return duplicates;
  const missing = MISSING_OBJECT.has(failure2.sqlState) ? await missingObjectFindings(plan, knownObjects) : [];
  return [...duplicates, failedStatement2(failure2, isReference), ...missing];
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
function failedStatement2(failure2, isReference) {
  const { file, line, column, statement, sqlState, message } = failure2;
  return makeFinding({
    ruleId: "replay-failed",
    subject: { kind: "file", name: fileOf(file) },
    location: { file: fileOf(file), line, column },
    message: `${named(fileOf(file))} fails at line ${line}, column ${column}: ${message} (SQLSTATE ${sqlState}).`,
    details: [...statement ? [statement] : [], ...isReference ? saidBeside(failure2) : detailsOf(failure2)],
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
  const plan = {
    migrations: project.migrations,
    ...project.roles !== void 0 && { roles: project.roles }
  };
  const shadow = source.open(project, plan);
  try {
    return await compareWith({ project, plan, named: named2, source, shadow, onProgress, timed: stopwatch(now) });
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
  const types = await timed("load", () => import("./comparison-ITRN5CZA.js"));
  const committed = project.typesFiles.map((file) => ({
    file,
    types: types.parseTypes(file.text, file.path)
  }));
  const postgresVersion = await starting;
  const outcome2 = await replaying;
  if (outcome2.status === "failed") return await stoppedReplay(work, committed, outcome2, postgresVersion);
  return await compareFiles(work, types, committed, postgresVersion);
}
async function stoppedReplay({ project, plan, source, shadow, timed }, committed, failure2, postgresVersion) {
  const { database } = source.engine();
  const findings = await replayFindings({ project, plan, failure: failure2, database }, () => shadow.objects());
  const index = await timed("index", () => indexOf(plan));
  return {
    findings,
    foundIn: /* @__PURE__ */ new Map(),
    notices: unreadNotices(index, plan.migrations.slice(0, failure2.applied)),
    notRun: [{ part: "types", reason: "the migrations could not be replayed to the end" }],
    schemas: [],
    engine: { ...source.engine(), postgresVersion },
    timings: timed.all,
    inventory: staticInventory(index, committed),
    builtSchemas: [],
    files: []
  };
}
async function compareFiles(work, types, committed, postgresVersion) {
  const { project, named: named2, source, shadow, onProgress, timed } = work;
  onProgress("Generating types");
  const choice = { named: named2, expected: defaultSchemas(project.config), platform: PLATFORM_SCHEMAS };
  const wanted = [...new Set(committed.flatMap((one) => types.schemasToGenerate(one.types, choice)))].sort();
  const { text, generator } = await timed("generate", () => shadow.generateTypes(wanted));
  const generated = types.parseTypes(text, "the generated types", true);
  refuseNothing(generated, wanted);
  const built = await shadow.builtObjects();
  const known = knownOf(built, generator);
  const compare = (one) => types.compareTypes(one, generated, choice, known);
  const compared = await timed(
    "compare",
    async () => committed.map((one) => ({ ...one, ...compare(one.types) }))
  );
  refuseChoosing(project, compared);
  const schemas = [...new Set(compared.flatMap((one) => one.schemas))].sort();
  const told = compared.some(({ changes }) => changes.length > 0) ? await timed("blame", () => explain({ ...work, types, compared, generated, compare, built })) : { findings: [], notices: [], foundIn: /* @__PURE__ */ new Map() };
  return {
    ...told,
    notices: distinct([...compared.flatMap(({ notices: notices2 }) => notices2), ...told.notices]),
    notRun: [],
    schemas,
    engine: { ...source.engine(), postgresVersion, generator },
    timings: timed.all,
    compared: types.countObjects(generated, schemas),
    inventory: builtInventory(built, committed, schemas),
    diagramOf: (findings) => diagramOf(
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
function refuseChoosing({ mustChoose, typesFiles: typesFiles2 }, compared) {
  const inSync2 = compared.filter(({ changes }) => changes.length === 0).map(({ file }) => file);
  if (mustChoose && inSync2.length < compared.length) throw whichTypes(typesFiles2, inSync2);
}
var distinct = (notices2) => [
  ...new Map(notices2.map((notice) => [notice.message, notice])).values()
];

// src/commands/edits.ts
var ROUNDS = 3;
async function editsOf(compared, generated, files) {
  const { editTypes } = await import("./edit-CW42EZVK.js");
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
        after = editTypes(after, generated.text, left, path);
        left = generated.changesOf(after, path);
      }
      if (left.length > 0) throw notMended(path);
      edits.push({ path, changes: changes.length, original, after });
    }
  }
  return edits;
}
async function patchOf(edits, nameOf2 = (path) => path) {
  const { unifiedDiff } = await import("./patch-WXYNUAKC.js");
  return edits.map(
    ({ path, original, after }) => unifiedDiff(nameOf2(path), textFor(original, path), textFor(encodeLike(original, after), path))
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
var notMended = (path) => new EnvironmentError({
  message: `${path} is not in sync after ${ROUNDS} edits, so none was made.`,
  remedy: "Generate it again with `supabase gen types`, and report the file: this is a fault of `fix`."
});

// src/commands/check.ts
async function check2(options, ports) {
  const compared = await readAndCompare(options, ports);
  return withPatch(verdictOf2(compared, options.repeat), compared, options);
}
async function withPatch(report, { scope: { comparison: comparison2, files } }, { wantsPatch }) {
  const isMendable = report.findings.some(({ subject }) => subject.kind !== "file");
  if (!wantsPatch || comparison2.generated === void 0 || !isMendable) return { report };
  try {
    const edits = await editsOf(comparison2.files, comparison2.generated, files);
    return { report, patch: await patchFromRoot(edits, files) };
  } catch (error) {
    if (!isKnownError(error)) throw error;
    const notice = { code: "no-patch", message: `There is no patch: ${error.message} ${error.remedy}` };
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
  return { scope: { project, comparison: comparison2, schema, files, today: ports.today() }, baseline };
}
var verdictOf2 = ({ scope, baseline }, repeat) => withBaseline(reportOf("check", scope, repeat), baseline, scope, repeat);
function reportOf(command, { project, comparison: comparison2 }, repeat) {
  const { findings, notices: notices2, notRun, schemas, engine, timings, files, compared, inventory: inventory2 } = comparison2;
  const diagram2 = comparison2.diagramOf?.(findings);
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
    ...diagram2 && { diagram: diagram2 },
    timings,
    ...isRepairable && { repair: `drift-gate fix${repeat}` }
  };
}
var concerns = ({ code: code2 }, { database }) => database === "embedded" || code2 !== "other-postgres-version";

// src/commands/accept.ts
async function accept(options, ports) {
  const acceptance = options.prune ? void 0 : acceptanceOf(options, ports.today());
  const { scope, baseline } = await readAndCompare(options, ports);
  const { project, comparison: comparison2, files } = scope;
  if (comparison2.generated === void 0) throw nothingCompared();
  const applied = applyWithin(scope, comparison2.findings, baseline);
  const next = acceptance === void 0 ? withoutStale(baseline, applied) : withAccepted(baseline, chosenOf(applied, options.object), {
    ...acceptance,
    ...options.types.length > 0 && {
      types: pathsOf(project.typesFiles)
    }
  });
  const written2 = next.count === 0 ? baseline : await writeBaseline(next.entries, project, files);
  const report = withBaseline(reportOf("accept", scope, options.repeat), written2, scope, options.repeat);
  const notice = { code: "baseline", message: outcome(options, next.count, baseline) };
  return { ...report, notices: [notice, ...report.notices] };
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
function withAccepted({ entries }, findings, acceptance) {
  const known = new Map(entries.map((entry) => [entry.fingerprint, entry.types]));
  const added = new Map(
    findings.map(({ id, ruleId, fingerprint }) => {
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
    if (![...active, ...accepted2].some((finding) => fits(finding, pattern))) throw fitsNothing(pattern);
  return active.filter(
    (finding) => isAcceptable(finding.ruleId) && (patterns.length === 0 || patterns.some((pattern) => fits(finding, pattern)))
  );
}
function fits({ id, subject }, pattern) {
  const parts = pattern.split("*").map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  const whole2 = new RegExp(`^${parts.join(".*")}$`, "s");
  return [id, owningObject(subject)].some((text) => whole2.test(text) || whole2.test(visible(text)));
}
var fitsNothing = (pattern) => new UsageError({
  message: `\`--object\` ${named(pattern)} fits nothing that was found.`,
  remedy: "Write objects as the report of `drift-gate check` does, `*` for any characters."
});
async function writeBaseline(entries, { baseline: { path, text } }, files) {
  if (files.isThere(path) ? decodeText(await files.readBytes(path), path) !== text : text !== void 0)
    throw new UsageError({
      message: `${path} was changed meanwhile, so nothing was written.`,
      remedy: "Run it again."
    });
  const next = serialiseBaseline(entries);
  await files.replaceText(path, next);
  return parseBaseline(next, path);
}
function outcome({ prune }, count, { path }) {
  const file = named(path);
  if (prune) {
    if (count === 0) return `No entry of ${file} is stale, so nothing was written.`;
    return `Removed ${count === 1 ? "1 stale entry" : `${count} stale entries`} from ${file}.`;
  }
  if (count === 0) return `There is nothing new to accept, so ${file} was not written.`;
  return `Accepted ${count === 1 ? "1 change" : `${count} changes`} in ${file}: commit it.`;
}

// src/commands/disagreement.ts
function differencesOf(embedded, localStack) {
  const missingIn = (others) => {
    const known = new Set(others.map(identityOf));
    return (finding) => !known.has(identityOf(finding));
  };
  return {
    embedded: embedded.filter(missingIn(localStack)),
    localStack: localStack.filter(missingIn(embedded))
  };
}
var isNone = ({ embedded, localStack }) => embedded.length + localStack.length === 0;
var identityOf = ({ ruleId, id, location, fingerprint }) => ruleId === "replay-failed" ? `${ruleId} ${id} ${location?.line}` : fingerprint;
var MOST_OBJECTS2 = 5;
function disagreement(first, second, { embedded, localStack }) {
  const sides = [
    ...embedded.length > 0 ? [`only the embedded one${serverOf(first)} reports ${objectsOf(embedded)}`] : [],
    ...localStack.length > 0 ? [`only the local stack${serverOf(second)} reports ${objectsOf(localStack)}`] : []
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
var objectsOf = (findings) => listedUpTo(MOST_OBJECTS2, [...new Set(findings.map(({ id }) => named(id)))]);

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
  return isFailing(withLevel(verdictOf2(first, options.repeat), options.failOn));
}
async function reported(first, options, ports) {
  if (first.error !== void 0) return { report: ports.failedReport(first.error) };
  return await withPatch(verdictOf2(first, options.repeat), first, options);
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
  const after = withFirstTiming(verdictOf2(second, options.repeatOnStack), first);
  if (first.error !== void 0) {
    const confirmation2 = { ...confirmationOf(before), status: "answered" };
    const notices3 = [answeredInstead(first.error), ...after.notices];
    return await withPatch({ ...after, confirmation: confirmation2, notices: notices3 }, second, options);
  }
  const differences = differencesOf(first.scope.comparison.findings, second.scope.comparison.findings);
  if (isNone(differences)) {
    const { repair: repair2 } = before;
    const confirmation2 = { ...confirmationOf(before), status: "agreed" };
    return await withPatch({ ...after, ...repair2 && { repair: repair2 }, confirmation: confirmation2 }, second, options);
  }
  const confirmation = { ...confirmationOf(before), status: "disagreed", differences };
  const notices2 = [disagreement(before.engine, after.engine, differences), ...after.notices];
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
  const { scope, baseline } = await readAndCompare(options, ports);
  const { comparison: comparison2, files } = scope;
  const report = reportOf("fix", scope, options.repeat);
  const heldAgainst = (one) => withBaseline(one, baseline, scope, options.repeat);
  const { generated } = comparison2;
  if (generated === void 0) return { report: heldAgainst(report), patch: "" };
  const edits = await editsOf(comparison2.files, generated, files);
  if (options.dryRun) return { report: heldAgainst(report), patch: await patchOf(edits) };
  for (const { path, after } of edits) await files.replaceText(path, after);
  return { report: heldAgainst(repaired(report, edits)) };
}
function repaired(report, edits) {
  const { repair: _, diagram: __, ...rest } = report;
  const findings = report.findings.filter(({ subject }) => subject.kind === "file");
  const written2 = edits.map(({ path, changes }) => ({
    code: "written",
    message: `Wrote ${named(path)}: ${changes} ${changes === 1 ? "change" : "changes"}.`
  }));
  const status = findings.length === 0 ? "in-sync" : "drifted";
  return { ...rest, status, findings, notices: [...written2, ...report.notices] };
}

// src/run.ts
var COMMANDS = {
  check: (options, ports) => options.confirmWith === "none" ? check2(options, ports) : confirmedCheck(options, ports),
  fix,
  accept: async (options, ports) => ({ report: await accept(options, ports) })
};
async function run(command, options, listener, { wantsPatch = false, shown: shown2 = options } = {}) {
  const sourceOf = sourcesFor(listener);
  const source = await sourceOf(options);
  const failed = (error) => {
    const report2 = failedReport(command, options, error);
    return { ...report2, engine: { ...report2.engine, ...source.engine() } };
  };
  const ports = {
    discover: () => discoverProject(options.project, {
      types: options.types,
      baseline: options.baseline,
      mayLackBaseline: command === "accept" && !options.prune
    }),
    source,
    localStack: () => sourceOf(onLocalStack(options)),
    failedReport: failed,
    onProgress: listener.onProgress,
    now: () => performance.now(),
    today: () => (/* @__PURE__ */ new Date()).toISOString().slice(0, 10),
    filesOf: ({ directory }) => filesOf(directory)
  };
  const repeatOnStack = repeated(onLocalStack(shown2));
  const asked = { ...options, repeat: repeated(shown2), repeatOnStack, wantsPatch };
  let ran;
  try {
    for (const { file } of options.output) await refuseUnwritable(file);
    ran = await COMMANDS[command](asked, ports);
  } catch (error) {
    if (!isKnownError(error)) throw error;
    ran = { report: failed(error) };
  }
  const report = await inFiles(withLevel(ran.report, options.failOn), options);
  return { ...ran, report };
}
var onLocalStack = (options) => ({
  ...options,
  database: "local-stack",
  resetWith: "supabase-cli",
  timeout: options.confirmTimeout
});
function sourcesFor({ onCliLine, guard }) {
  let isGuarded = false;
  return async ({ resetWith, timeout, supabaseCli, ...options }) => {
    const { database } = options;
    if (resetWith === "built-in") return { open: openShadow, engine: () => ({ database, resetWith }) };
    const [{ cliShadowOf }, { breakOff }] = await Promise.all([
      import("./cli-shadow-3CHOHNJU.js"),
      import("./leftovers-HMZDAAB5.js")
    ]);
    if (!isGuarded) guard(breakOff);
    isGuarded = true;
    let cli;
    const onVersion = (version) => {
      cli = version;
    };
    const open2 = cliShadowOf({
      ...options,
      seconds: timeout,
      program: supabaseCli,
      log: onCliLine,
      onVersion
    });
    return { open: open2, engine: () => ({ database, resetWith, ...cli !== void 0 && { cli } }) };
  };
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
  return words2.map((word) => ` ${/^[\w./:@=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`}`).join("");
}

export {
  writeReport,
  refuseUnwritable,
  progressOn,
  CANNOT_CHECK,
  exitCodeOf,
  levelOf,
  shownAt,
  counted,
  upperFirst,
  gradeOf,
  titleOf,
  remediesOf,
  SUMMARY_BUDGET,
  renderMarkdown,
  failedReport,
  renderJson,
  renderSarif,
  renderReport,
  run
};
