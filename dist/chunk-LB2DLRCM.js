import {
  environmentFiles,
  isOfTheRunner,
  parseEnvironment,
  textsIn,
  variablesIn,
  vaultOf
} from "./chunk-5ZLBS6VB.js";
import {
  shellWord
} from "./chunk-ECPXYDPS.js";
import {
  PLATFORM_SCHEMAS
} from "./chunk-ZUCB7KWV.js";
import {
  isAcceptable,
  isRuleId
} from "./chunk-NRYCARYR.js";
import {
  named
} from "./chunk-W7C5KHYQ.js";
import {
  DAY,
  FLAGS,
  HARMLESS,
  OPTIONS,
  areSame,
  fileOf,
  isDatabaseUrl,
  keyOf,
  nameOn,
  option,
  rowsOf,
  visibleJson
} from "./chunk-WU3HVZMK.js";
import {
  byText,
  groupBy,
  isNear
} from "./chunk-3WGEH7NJ.js";
import {
  EnvironmentError,
  UsageError,
  isKnownError,
  messageOf,
  perSurface,
  textOn
} from "./chunk-COC3XPBN.js";

// src/version.ts
var VERSION = "0.1.0";
var REPOSITORY = "https://github.com/OWNER/supabase-drift-gate";
var RULES_PAGE = `${REPOSITORY}/blob/main/.github/docs/rules.md`;
var PUBLISHED = false;

// src/options/options.ts
import * as v from "./vendor/valibot.js";
function valuesOf(table, given, surface, command) {
  return Object.fromEntries(
    rowsOf(table).map(([name, common]) => {
      const row = rowFor(command, common);
      const raw = Reflect.get(given, name) ?? fallbackOf(row);
      if (raw === void 0) return [name, void 0];
      const { success, output, issues } = v.safeParse(row.value, raw);
      if (!success)
        throw refused(
          row,
          issues[0],
          (value) => `${surface === "action" ? "input " : ""}${nameOn(surface, row, value)}`
        );
      return [name, output];
    })
  );
}
var rowFor = (command, row) => command === "audit" ? { ...row, ...row.ofAudit } : row;
var fallbackOf = ({ fallback: fallback2, takes }) => fallback2 ?? (takes === void 0 ? void 0 : takes === "switch" ? false : []);
function refused(row, issue, nameWith) {
  const whole = issue.path?.[0] === void 0 ? issue.input : void 0;
  const value = typeof whole === "string" ? whole : elementOf(issue);
  const name = nameWith(
    row.secret !== true && value !== void 0 && HARMLESS.test(value) ? value : void 0
  );
  const reason = issue.message.startsWith("Invalid ") ? "has a value of the wrong kind" : issue.message;
  const message = reason.startsWith("use ") ? `Invalid ${name}: ${reason}.` : `${name.slice(0, 1).toUpperCase()}${name.slice(1)} ${reason}.`;
  return new UsageError({ message, remedy: row.remedy });
}
function elementOf({ path }) {
  const [first] = path ?? [];
  const element = first?.value;
  return typeof element === "string" ? element : void 0;
}
function parseOptions(given, surface = "command-line", { command, settings = [] } = {}) {
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(FLAGS, name));
  if (unknown !== void 0)
    throw new UsageError({
      message: `There is no option \`${unknown}\`.`,
      remedy: "`drift-gate check --help` lists the options."
    });
  return complete(valuesOf(FLAGS, given, surface, command), surface, settings);
}
var SECONDS_BY_DEFAULT = 300;
var STACK_SECONDS = 600;
function complete(given, surface, settings) {
  const { database: place, resetWith: how, confirmWith, live: liveUrl, ...others } = given;
  const database = place === "embedded" || place === "local-stack" ? place : "url";
  const resetWith = how ?? (database === "embedded" ? "built-in" : "supabase-cli");
  const settingOf2 = (name) => settings.find((setting) => setting.option === keyOf(OPTIONS[name]));
  const conflict = (name, reason, value) => {
    const setting = settingOf2(name);
    const called = setting === void 0 ? perSurface`${surface === "action" ? "Input " : ""}${option(name, value)}` : `The setting \`${setting.option}\` in ${setting.from}`;
    const subject = perSurface`${called} ${reason}.`;
    return new UsageError({ message: textOn(surface, subject), remedy: OPTIONS[name].remedy });
  };
  if (database !== "embedded" && resetWith === "built-in")
    throw conflict("resetWith", "resets only the embedded database", "built-in");
  if (database !== "embedded" && confirmWith !== "none")
    throw conflict(
      "confirmWith",
      perSurface`asks again what the embedded database says, and ${option("database")} names another`
    );
  if (database === "url" && liveUrl !== void 0 && areSame(place, liveUrl))
    throw conflict("database", "names the live database, and a reset would erase it");
  for (const name of ["supabaseCli", "timeout"])
    if (given[name] !== void 0 && settingOf2(name) === void 0 && resetWith === "built-in" && confirmWith === "none")
      throw conflict(name, "is about the Supabase CLI, which the built-in replay does not run");
  for (const [name, is] of [
    ["baseline", "the baseline"],
    ["inventory", "the inventory"]
  ])
    if (given.output.some(({ file }) => isSamePath(file, given[name])))
      throw conflict("output", `would overwrite ${is}`);
  const accepted = [given.reason, given.owner, given.expires, given.object[0]];
  if (given.prune && accepted.some((value) => value !== void 0))
    throw conflict("prune", "accepts nothing, so it stands alone");
  return {
    ...others,
    confirmWith,
    surface,
    liveUrl,
    database,
    databaseUrl: database === "url" ? place : void 0,
    resetWith,
    timeout: given.timeout ?? (database === "local-stack" ? STACK_SECONDS : SECONDS_BY_DEFAULT),
    confirmTimeout: given.timeout ?? STACK_SECONDS,
    settings
  };
}
var isSamePath = (one, other) => other !== void 0 && fileOf(one) === fileOf(other);
function repeated(options, which) {
  const { database, resetWith, supabaseCli, settings } = options;
  const values = {
    ...options,
    // A connection string is not repeated.
    database: database === "url" ? "URL" : database,
    resetWith: database === "embedded" && resetWith !== "built-in" ? resetWith : void 0,
    supabaseCli: resetWith === "built-in" ? void 0 : supabaseCli
  };
  return rowsOf(FLAGS).filter(([, row]) => row.repeat === which && !settings.some((setting) => setting.option === keyOf(row))).flatMap(([name, row]) => wordsOf(row, values[name])).map((word) => ` ${shellWord(word)}`).join("");
}
function wordsOf({ flag = "--", fallback: fallback2 }, value) {
  const [word = ""] = flag.split(" ");
  if (Array.isArray(value)) return value.flatMap((one) => [word, String(one)]);
  if (value === void 0 || value === false || value === fallback2) return [];
  return value === true ? [word] : [word, String(value)];
}

// src/project/disk/failure.ts
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
        remedy: "Fix the file system, or name another file.",
        cause
      });
  }
}

// src/project/disk/where.ts
import { realpathSync as realpathSync2 } from "node:fs";
import { homedir as homedir2 } from "node:os";
import { basename, dirname as dirname2, join as join3, resolve as resolve2 } from "node:path";

// src/project/text/decode.ts
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
  refusePlaceholder(bytes, path, noun);
  if (bytes.includes(0)) throw notText(path, noun);
  const { text, brokenLine } = decodeAny(bytes);
  if (brokenLine === void 0) return text;
  throw new UsageError({
    message: `${path}, a ${noun}, is not UTF-8: line ${brokenLine} has bytes that are no character.`,
    remedy: `Save the ${noun} as UTF-8.`
  });
}
function decodeSql(bytes, path, noun) {
  refusePlaceholder(bytes, path, noun);
  return decodeAny(bytes);
}
function decodeAny(bytes) {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    const [before = ""] = text.split("\uFFFD", 1);
    return { text, brokenLine: before.split("\n").length };
  }
}
function refusePlaceholder(bytes, path, noun) {
  const placeholder = PLACEHOLDERS.find(({ start }) => startsWith(bytes, ...Buffer.from(start)));
  if (placeholder === void 0) return;
  throw new UsageError({
    message: `${path}, a ${noun}, ${placeholder.what}.`,
    remedy: placeholder.remedy
  });
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

// src/project/types-file/log-lines.ts
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
    ...leading.length > 0 && { firstLine: leading.length + 1 },
    stripped: [...leading, ...trailing.reverse()].filter(({ line }) => line !== "").map(({ at }) => at)
  };
}
function logRun(numbered) {
  const isLog = ({ line }) => LOG_LINES.some((pattern) => pattern.test(line));
  const end = numbered.findIndex((entry) => entry.line !== "" && !isLog(entry));
  const run = numbered.slice(0, end === -1 ? numbered.length : end);
  return run.slice(0, run.findLastIndex(isLog) + 1);
}

// src/project/types-file/types-file.ts
var GENERATE_TYPES = "`supabase gen types --local > FILE`";
function readTypes(bytes, path) {
  const whole = decodeText(bytes, path);
  const { text, firstLine, stripped } = stripLogLines(whole);
  refuseEmpty(text, whole, path);
  refuseErrorMessage(text, path);
  return { path, text, ...firstLine !== void 0 && { firstLine }, stripped };
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
    ([first, ...others]) => first === void 0 ? [] : [{ ...placed(first), copies: others.map(({ path }) => path) }]
  );
}
var placed = ({ path, text, firstLine }) => ({
  path,
  text,
  ...firstLine !== void 0 && { firstLine }
});
function chooseTypes(candidates, searched, leftOut = "") {
  const groups = groupCopies(candidates);
  if (groups.length === 0) throw noTypesFound(searched, leftOut);
  return groups;
}
var noTypesFound = (searched, leftOut = "") => new UsageError({
  message: `No generated types were found in ${searched}: no TypeScript file, apart from those that .gitignore names, declares a \`Database\` with \`Tables\` and \`Row\`.${leftOut === "" ? "" : ` Left out: ${leftOut}.`}`,
  remedy: perSurface`Name the file with ${option("types", "FILE")}, or create it from the migrations with \`drift-gate fix --types src/database.types.ts\` and commit it${{ "command-line": "", action: "; `types: none` checks only that the migrations replay" }}.`
});
var pathsOf = (files) => files.flatMap(({ path, copies }) => [path, ...copies]);
function whichTypes(files, inSync) {
  const known = inSync.length === 0 ? "" : `; in sync with the migrations: ${namedList(pathsOf(inSync))}`;
  return new UsageError({
    message: `Generated types were found in ${pathsOf(files).length} files that differ: ${namedList(pathsOf(files))}${known}.`,
    remedy: perSurface`Name the one to check with ${option("types", "FILE")}, or delete the others.`
  });
}
var namedList = (names) => names.length <= 10 ? names.join(", ") : `${names.slice(0, 10).join(", ")} and ${names.length - 10} more`;
function jsonMessage(text) {
  const value = parsedJson(text);
  const error = member(value, "error");
  const said = [member(error, "message"), member(value, "message"), member(error, "code"), error];
  return said.find((candidate) => typeof candidate === "string")?.replace(/(?<![\s.])[\s.]+$/, "");
}
function parsedJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
var member = (value, key) => typeof value === "object" && value !== null ? new Map(Object.entries(value)).get(key) : void 0;

// src/project/disk/boundary.ts
import { existsSync, lstatSync, readFileSync, realpathSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, relative, resolve, sep } from "node:path";
function enclosingRoot(directory) {
  const folders = [directory, ...ancestorsOf(directory)].filter((folder) => folder !== homedir());
  const root = folders.find((folder) => isThere(join(folder, ".git"))) ?? folders.find(isWorkspace);
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

// src/project/disk/types/search.ts
import { existsSync as existsSync2, readdirSync, readFileSync as readFileSync2, statSync as statSync2 } from "node:fs";
import { join as join2 } from "node:path";
import ignore from "./vendor/ignore.js";

// src/project/types-file/generated-shape.ts
var WORD = /[\p{ID_Start}_$][\p{ID_Continue}$]*|\S/gu;
var looksGenerated = (text) => generatedShapes(text).length > 0;
var declaredSchemas = (text) => generatedShapes(text).flatMap(
  ({ schemas }) => [...schemas].flatMap(([name, members]) => members.has("Tables") ? [name] : [])
);
var PARTS = ["Tables", "Views", "Functions", "Row", "Insert", "Update"];
var mentionsParts = (text) => PARTS.every((part) => text.includes(part));
function holdsParts(text) {
  if (!mentionsParts(text)) return false;
  const tokens = tokensOf(text);
  const found = /* @__PURE__ */ new Set();
  const writtenOut = /* @__PURE__ */ new Set();
  const path = [];
  let key = "";
  let tablesOpen = 0;
  let hasRowInTables = false;
  for (const [position, token] of tokens.entries()) {
    if (token === "{") {
      path.push(key);
      if (key === "Tables") tablesOpen += 1;
      key = "";
    } else if (token === "}") {
      if (path.pop() === "Tables") tablesOpen -= 1;
    } else {
      const colon = position + (tokens[position + 1] === "?" ? 2 : 1);
      if (tokens[colon] !== ":") continue;
      key = nameOf(token);
      found.add(key);
      if (tokens[colon + 1] === "{") writtenOut.add(key);
      if (key === "Row" && tablesOpen > 0) hasRowInTables = true;
    }
  }
  const isWrittenOut = ["Row", "Insert", "Update"].every((part) => writtenOut.has(part));
  return PARTS.every((part) => found.has(part)) && (hasRowInTables || isWrittenOut);
}
var withoutEscapes = (text) => text.replaceAll(
  /\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2}))/gi,
  (written, braced, four, two) => {
    const code = Number.parseInt(braced ?? four ?? two ?? "", 16);
    return code <= 1114111 ? String.fromCodePoint(code) : written;
  }
);
function exportedFrom(text) {
  const tokens = tokensOf(text);
  let isExport = false;
  return tokens.flatMap((token, position) => {
    const next = tokens[position + 1] ?? "";
    if (token === "export" || token === "import") isExport = token === "export";
    return token === "from" && isExport && /^["']./.test(next) ? [nameOf(next)] : [];
  });
}
var nameOf = (token) => token.replace(/^["'](.*)["']$/, "$1");
function generatedShapes(text) {
  if (!text.includes("Tables") || !text.includes("Row")) return [];
  const tokens = tokensOf(text);
  const shapes = [];
  for (let position = 0; position < tokens.length; position += 1) {
    position = namespaceEnd(tokens, position) ?? position;
    const opening = openingBrace(tokens, position);
    if (opening === void 0) continue;
    const shape = shapeOf(tokens, opening);
    if (isGenerated(shape)) shapes.push(shape);
    position = shape.end;
  }
  return shapes;
}
function tokensOf(text) {
  const tokens = [];
  const openUntil = /* @__PURE__ */ new Map();
  const lastCommentEnd = text.lastIndexOf("*/");
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match !== null; match = WORD.exec(text)) {
    const [word] = match;
    const { index } = match;
    if (text.startsWith("//", index)) WORD.lastIndex = endOf(text, "\n", index);
    else if (text.startsWith("/*", index) && lastCommentEnd >= index + 2)
      WORD.lastIndex = text.indexOf("*/", index + 2) + 2;
    else if (!"\"'`".includes(word) || index < (openUntil.get(word) ?? 0)) tokens.push(word);
    else {
      const { end, isClosed } = stringEnd(text, index);
      if (isClosed) WORD.lastIndex = end;
      else openUntil.set(word, end);
      tokens.push(isClosed ? text.slice(index, end) : word);
    }
  }
  return tokens;
}
var endOf = (text, mark, from) => {
  const at = text.indexOf(mark, from);
  return at === -1 ? text.length : at;
};
function stringEnd(text, start) {
  const quote = text.charAt(start);
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === quote) return { end: at + 1, isClosed: true };
    if (character === "\n" && quote !== "`") return { end: at, isClosed: false };
    if (character === "\\") at += 1;
  }
  return { end: text.length, isClosed: false };
}
function openingBrace(tokens, position) {
  if (tokens[position] === "type" && tokens[position + 2] === "=" && tokens[position + 3] === "{")
    return position + 3;
  if (tokens[position] === "interface" && tokens[position + 2] === "{") return position + 2;
  return void 0;
}
function namespaceEnd(tokens, position) {
  if (tokens[position] !== "namespace" && tokens[position] !== "module") return void 0;
  let opening = position + 1;
  if (!/^[\p{ID_Start}_$"']/u.test(tokens[opening] ?? "")) return void 0;
  while (tokens[opening + 1] === ".") opening += 2;
  opening += 1;
  if (tokens[opening] !== "{") return void 0;
  let depth = 0;
  for (let at = opening; at < tokens.length; at += 1) {
    if (tokens[at] === "{") depth += 1;
    else if (tokens[at] === "}") depth -= 1;
    if (depth === 0) return at;
  }
  return tokens.length;
}
function isGenerated({ schemas, hasRow, hasTable, closed }) {
  const hasSchema = [...schemas.values()].some(
    (members) => members.has("Tables") && (!closed || members.has("Views") && members.has("Functions"))
  );
  return hasSchema && (hasRow || !hasTable);
}
function shapeOf(tokens, opening) {
  const shape = {
    schemas: /* @__PURE__ */ new Map(),
    hasRow: false,
    hasTable: false,
    closed: false,
    end: tokens.length
  };
  const path = [];
  let key = "";
  for (let position = opening + 1; position < tokens.length; position++) {
    const token = tokens[position] ?? "";
    const next = tokens[position + 1];
    if (token === "{") path.push(key);
    else if (token === "}" && path.pop() === void 0) return { ...shape, closed: true, end: position };
    else if (next === ":" || next === "?" && tokens[position + 2] === ":") {
      key = nameOf(token);
      noteMember(shape, path, key, tokens[position + 2] === "{");
    }
  }
  return shape;
}
function noteMember(shape, path, key, opens) {
  const [schema = "", kind, table] = path;
  if (path.length === 1 && (key !== "Tables" || opens))
    shape.schemas.set(schema, (shape.schemas.get(schema) ?? /* @__PURE__ */ new Set()).add(key));
  if (kind !== "Tables") return;
  if (path.length === 2 && key !== "]") shape.hasTable = true;
  if (path.length === 3 && table !== void 0 && key === "Row" && opens) shape.hasRow = true;
}

// src/project/disk/types/ignore-patterns.ts
var LONGEST = 1e3;
var MOST_STARS = 6;
var MOST_DEEP = 2;
var MOST_DEEP_PATTERNS = 50;
function withoutCostly(patterns) {
  let deep = 0;
  const isKept = (pattern) => {
    const [stars, deepStars] = [pattern.split(/\*+/).length - 1, pattern.split("**").length - 1];
    if (pattern.length > LONGEST || stars > MOST_STARS || deepStars > MOST_DEEP) return false;
    if (deepStars > 1) deep += 1;
    return deepStars < 2 || deep <= MOST_DEEP_PATTERNS;
  };
  return patterns.split(/\r?\n/).filter(isKept).join("\n");
}

// src/project/disk/types/search.ts
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
  const found = { types: [], ruined: [], others: /* @__PURE__ */ new Set() };
  for (const file of typeScriptFiles(start, rulesAbove(start, root), isLeftOut)) {
    try {
      const types = generatedTypes(file, shownFrom(directory, file), found);
      if (types) found.types.push(types);
    } catch (error) {
      if (!isKnownError(error)) throw error;
      found.ruined.push(error);
    }
  }
  return found;
}
function generatedTypes(file, path, { others }) {
  const bytes = bytesOf(file, path);
  if (bytes === void 0) return void 0;
  const mayHoldTypes = bytes.length === 0 ? NAMED_LIKE_TYPES.test(path) : isWorthReading(bytes);
  if (!mayHoldTypes && !hasEscapes(bytes) && !NAMED_LIKE_TYPES.test(path)) others.add(file);
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
var isWorthReading = (bytes) => bytes.includes("Tables") && bytes.includes("Row") || bytes[0] === 123 || bytes[0] === 255 && bytes[1] === 254 || bytes[0] === 254 && bytes[1] === 255;
var hasEscapes = (bytes) => bytes.includes("\\u") || bytes.includes("\\x");
function* typeScriptFiles(folder, above, isLeftOut) {
  const rules = [...above, ...rulesOf(folder)];
  for (const entry of entriesOf(folder)) {
    const path = join2(folder, entry.name);
    if (entry.isDirectory()) {
      const skipped = isNoSource(entry.name) || isLeftOut(path);
      if (!skipped && !isIgnored(rules, `${path}/`)) yield* typeScriptFiles(path, rules, isLeftOut);
    } else if (entry.isFile() && TYPESCRIPT.test(entry.name) && !isIgnored(rules, path)) yield path;
  }
}
var isNoSource = (name) => name.startsWith(".") || NOT_SOURCE.has(name);
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
    return [{ folder, matcher: ignore({ ignorecase: false }).add(withoutCostly(patterns)) }];
  } catch (cause) {
    if (codeOf(cause) === void 0) throw cause;
    return [];
  }
}
function isIgnoredFile(file, root) {
  const folders = ancestorsOf(file).filter((folder) => isWithin(folder, root)).reverse();
  const rules = folders.flatMap(rulesOf);
  return [...folders.slice(1).map((folder) => `${folder}/`), file].some(
    (path) => isIgnored(
      rules.filter(({ folder }) => path.startsWith(`${folder}/`) && path !== `${folder}/`),
      path
    )
  );
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

// src/project/disk/where.ts
var CONFIG_FILE = "supabase/config.toml";
var MIGRATIONS_FOLDER = "supabase/migrations";
function placeOf(given, cwd) {
  const path = resolve2(cwd, given);
  const kind = kindOf(path, given);
  if (kind === void 0)
    throw new UsageError({
      message: `Folder ${given} does not exist.`,
      remedy: perSurface`Correct ${option("project")}.`
    });
  if (kind !== "folder") {
    throw new UsageError({
      message: `${given} is a file, not a folder.`,
      remedy: perSurface`Give ${option("project")} the folder that holds \`supabase/\`.`
    });
  }
  const directory = projectAt(path, given);
  if (directory === void 0) throw noSupabaseFolder(given, cwd);
  const real = realpathSync2(directory);
  return { directory: real, root: enclosingRoot(real) };
}
var projectFolder = (given, cwd = process.cwd()) => projectAt(resolve2(cwd, given), given) ?? given;
function repositoryPrefix(given) {
  if (kindOf(resolve2(given), given) !== "folder") return "";
  const real = realpathSync2(projectFolder(given));
  const path = shownFrom(enclosingRoot(real), real);
  return path === "." ? "" : `${path}/`;
}
var projectAt = (path, given) => folderOf(path) ?? (given === "." ? projectAbove(path) : void 0);
function folderOf(path) {
  const folders = [path, ...basename(path) === "supabase" ? [dirname2(path)] : []];
  return folders.find(isProject) ?? [path].find(holdsSupabase);
}
function projectAbove(path) {
  const root = enclosingRoot(path);
  const isInRepository = root !== path || isThere(join3(path, ".git"));
  return ancestorsOf(path).find(
    (folder) => (isInRepository ? isWithin(folder, root) : folder !== homedir2() && dirname2(folder) !== folder) && isProject(folder)
  );
}
var holdsSupabase = (folder) => kindOf(join3(folder, "supabase"), "supabase") === "folder";
var isProject = (folder) => holdsSupabase(folder) && [CONFIG_FILE, MIGRATIONS_FOLDER].some((path) => isThere(join3(folder, path)));
function noSupabaseFolder(given, cwd) {
  const path = resolve2(cwd, given);
  const above = projectAbove(path);
  const below = above === void 0 ? projectsBelow(path).map((folder) => shownFrom(cwd, folder)) : [];
  if (below.length > 0)
    return new UsageError({
      message: `There is no \`supabase/\` folder in \`${given}\`, but there are projects below it: ${namedList(below.map(named))}.`,
      remedy: perSurface`Name the one to look at, for example with ${option("project", shellWord(below[0] ?? ""))}.`
    });
  return new UsageError({
    message: `There is no \`supabase/\` folder in \`${given}\`.`,
    remedy: above === void 0 ? perSurface`Give ${option("project")} the folder that holds \`supabase/\`; \`supabase init\` creates one.` : perSurface`Give ${option("project", shownFrom(cwd, above))}, where there is one.`
  });
}
var DEEPEST = 6;
var MOST_FOLDERS = 5e3;
function projectsBelow(start) {
  const found = [];
  let level = [start];
  let left = MOST_FOLDERS;
  for (let depth = 0; depth < DEEPEST && level.length > 0 && left > 0; depth += 1) {
    const next = level.flatMap(
      (folder) => entriesOf(folder).filter((entry) => entry.isDirectory() && !isNoSource(entry.name)).map(({ name }) => join3(folder, name))
    );
    left -= next.length;
    const projects = next.filter(isProject);
    found.push(...projects);
    level = next.filter((folder) => !projects.includes(folder)).slice(0, Math.max(left, 0));
  }
  return found.sort();
}

// src/project/disk/settings.ts
import { lstatSync as lstatSync2, realpathSync as realpathSync3, statSync as statSync3 } from "node:fs";
import { join as join4, resolve as resolve3 } from "node:path";

// src/project/settings.ts
import * as v2 from "./vendor/valibot.js";

// src/project/text/toml.ts
import { parse, TomlError } from "./vendor/smol-toml.js";
var isTable = (value) => typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
function parseToml(text, path, remedies) {
  try {
    const table = parse(text);
    if (isDeeper(table, DEEPEST2))
      throw new UsageError({
        message: `${path} nests keys more than ${DEEPEST2} deep, which no setting does.`,
        remedy: remedies.tooDeep
      });
    return table;
  } catch (cause) {
    if (!(cause instanceof TomlError)) throw cause;
    const reason = cause.message.split("\n")[0]?.replace("Invalid TOML document: ", "");
    throw new UsageError({
      message: `${path} is not TOML: line ${cause.line}, column ${cause.column}: ${reason}.`,
      remedy: remedies.notToml
    });
  }
}
var DEEPEST2 = 100;
function isDeeper(table, most) {
  let level = [table];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > most) return true;
    level = level.flatMap(
      (one) => Object.values(one).filter((value) => typeof value === "object" && value !== null)
    );
  }
  return false;
}
function endOfToken(text, at) {
  const first = text[at];
  if (first === "#") {
    const end = text.indexOf("\n", at);
    return end === -1 ? text.length : end;
  }
  if (first !== '"' && first !== "'") return at + 1;
  const isLong = text.startsWith(first.repeat(3), at);
  return endOfQuoted(text, at, isLong ? first.repeat(3) : first);
}
function endOfQuoted(text, at, quote) {
  for (let end = at + quote.length; end < text.length; end += 1) {
    if (quote.startsWith('"') && text[end] === "\\") end += 1;
    else if (text.startsWith(quote, end)) {
      const isMore = (more) => quote.length === 3 && text[end + more] === quote[0];
      return end + (isMore(4) && isMore(3) ? 5 : isMore(3) ? 4 : quote.length);
    }
  }
  return text.length;
}
function placeInToml(text, key) {
  let header = [];
  for (const { statement, at } of statementsOf(text)) {
    const given = parse(statement);
    const isHeader = statement.startsWith("[");
    const path = isHeader ? [] : header;
    if (isHeader) header = pathTo(given);
    const inside = key.slice(path.length);
    if (path.every((part, index) => part === key[index]) && has(given, inside)) return placeAt(text, at);
  }
  return { line: 1, column: 1 };
}
function statementsOf(text) {
  const statements = [];
  let depth = 0;
  let from = 0;
  const end = (to) => {
    const line = text.slice(from, to);
    const statement = line.trim();
    const at = from + line.length - line.trimStart().length;
    if (statement !== "" && !statement.startsWith("#")) statements.push({ statement, at });
    from = to;
  };
  for (let index = 0; index < text.length; index = endOfToken(text, index)) {
    const token = text[index];
    if (token === "[" || token === "{") depth += 1;
    else if (token === "]" || token === "}") depth -= 1;
    else if (token === "\n" && depth === 0) end(index + 1);
  }
  end(text.length);
  return statements;
}
function pathTo(table) {
  const [[key, value] = []] = Object.entries(table);
  if (key === void 0) return [];
  const inner = Array.isArray(value) ? value[0] : value;
  return [key, ...isTable(inner) ? pathTo(inner) : []];
}
function has(value, [key, ...rest]) {
  if (key === void 0) return true;
  return isTable(value) && Object.hasOwn(value, key) && has(value[key], rest);
}
function placeAt(text, at) {
  const before = text.slice(0, at).split("\n");
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}

// src/project/settings.ts
var SETTINGS_FILE = "supabase/drift-gate.toml";
var AUDIT = "audit";
var TABLES = [
  { command: "check", prefix: [] },
  { command: "audit", prefix: [AUDIT] }
];
function parseSettings(text, path) {
  const table = parseToml(text, path, {
    notToml: "Correct the line.",
    tooDeep: "Remove those keys."
  });
  const [own, audit] = TABLES.map(({ command, prefix }) => {
    const inner = prefix.length === 0 ? table : table[AUDIT] ?? {};
    const source = { text, path, command, prefix };
    if (!isTable(inner)) throw wrongType(source, [AUDIT], "a table, `[audit]`", "Write `[audit]`.");
    return Object.entries(inner).filter(([key]) => command === "audit" || key !== AUDIT).map(([key, value]) => settingOf(source, key, value));
  });
  return { path, own: own ?? [], audit: audit ?? [] };
}
function settingsFor({ own, audit }, command, isAudit) {
  const chosen = isAudit ? [...own.filter(({ row }) => row.only === void 0), ...audit] : own;
  const has2 = chosen.filter(({ row }) => row.only === void 0 || row.only.includes(command));
  return [...new Map(has2.map((one) => [one.name, one])).values()];
}
var isTaken = (row, command) => row.configurable === true && (row.only === void 0 || row.only.includes(command));
function settingOf(source, key, value) {
  const [name, common] = rowsOf(FLAGS).find(([, one]) => keyOf(one) === key) ?? [];
  if (name === void 0 || common === void 0) throw unknownKey(source, key);
  if (!common.configurable) throw notConfigurable(source, key, common);
  if (!isTaken(common, source.command)) throw ofOtherTable(source, key, common);
  const row = rowFor(source.command, common);
  const at = (shown) => `${named(shown === void 0 ? key : `${key} ${shown}`)} in ${placeOf2(source, [...source.prefix, key])}`;
  const raw = rawOf(row, value);
  if (raw === void 0) throw wrongType(source, [...source.prefix, key], typeWords(row), remedyOf(row));
  const { success, issues } = v2.safeParse(row.value, raw);
  if (!success) throw refused(row, issues[0], at);
  if (name === "database" && isDatabaseUrl(`${raw}`)) throw addressInFile(at(void 0));
  if (name === "types" && [raw].flat().includes("none")) throw noTypesInFile(at(void 0));
  return {
    name,
    row,
    raw,
    setting: { option: key, value: isNumber(value) ? value : raw, from: source.path }
  };
}
var isNumber = (value) => typeof value === "number";
function rawOf({ takes, most }, value) {
  if (most !== void 0) return isNumber(value) ? String(value) : void 0;
  if (typeof value === "string") return takes === void 0 ? value : [value];
  if (takes === void 0 || !Array.isArray(value)) return void 0;
  const texts = value.filter((one) => typeof one === "string");
  return texts.length === value.length ? texts : void 0;
}
var typeWords = ({ takes, most }) => most !== void 0 ? "a whole number" : takes === void 0 ? "a text" : "a list of texts";
var remedyOf = (row) => `Write it as \`${keyOf(row)} = ${row.example}\`.`;
var nameOf2 = (row) => ({
  "command-line": nameOn("command-line", row),
  action: nameOn("action", row)
});
function placeOf2({ text, path }, key) {
  const { line, column } = placeInToml(text, key);
  return `${named(path)} (line ${line}, column ${column})`;
}
var wrongType = (source, key, wanted, remedy) => new UsageError({
  message: `${named(key.at(-1) ?? "")} in ${placeOf2(source, key)} must be ${wanted}.`,
  remedy
});
function unknownKey(source, key) {
  const keys = keysOf(source);
  const near = keys.find((one) => isNear(one, key));
  const table = source.command === "audit" ? " under `[audit]`" : "";
  const end = near === void 0 ? "." : `, did you mean ${named(near)}?`;
  return new UsageError({
    message: `There is no key ${named(key)}${table}: ${placeOf2(source, [...source.prefix, key])}${end}`,
    remedy: `Correct or remove it; the keys${table} are ${keys.join(", ")}.`
  });
}
var notConfigurable = (source, key, row) => new UsageError({
  message: `${named(key)} is not for a file: ${placeOf2(source, [...source.prefix, key])}.`,
  remedy: perSurface`Remove it, and give ${nameOf2(row)} to the run that needs it.`
});
var ofOtherTable = (source, key, row) => new UsageError({
  message: `${named(key)} is only for ${source.command === "audit" ? "a check" : "an audit"}: ${placeOf2(source, [...source.prefix, key])}.`,
  remedy: source.command === "audit" ? `Put ${named(keyOf(row))} before the first table, or remove it.` : `Put ${named(keyOf(row))} under \`[audit]\`, or remove it.`
});
var addressInFile = (name) => new UsageError({
  message: `${name} names a database, which a run would erase, and whose address may hold a password.`,
  remedy: perSurface`Remove it, and give ${option("database", "URL")} to the run that may reset that database.`
});
var noTypesInFile = (name) => new UsageError({
  message: `${name} can't be \`none\`.`,
  remedy: perSurface`Remove it, and give ${option("types", "none")} to the run that compares no types.`
});
var keysOf = ({ command }) => rowsOf(FLAGS).flatMap(([, row]) => isTaken(row, command) ? [keyOf(row)] : []);

// src/project/disk/settings.ts
var MOST_BYTES = 2 ** 20;
function readSettings(command, options, cwd = process.cwd()) {
  const project = Reflect.get(options, "project") ?? ".";
  const config = Reflect.get(options, "config");
  const given = typeof project === "string" ? project : ".";
  if (kindOf(resolve3(cwd, given), given) !== "folder") return void 0;
  const folder = resolve3(cwd, projectFolder(given, cwd));
  const directory = realpathSync3(folder);
  const path = fileIn(directory, cwd, typeof config === "string" ? config : void 0);
  if (path === void 0) return void 0;
  const root = enclosingRoot(directory);
  const shown = shownFrom(directory, path);
  if (lstatSync2(path).isSymbolicLink())
    throw new UsageError({
      message: `The configuration file ${named(shown)} is a symbolic link.`,
      remedy: perSurface`Put the file itself there, or name it with ${option("config")}.`
    });
  if (statSync3(path).size > MOST_BYTES)
    throw new UsageError({
      message: `The configuration file ${named(shown)} is larger than 1 MiB.`,
      remedy: "Remove what does not belong there."
    });
  const real = shownFrom(directory, realPathWithin(path, root, shown));
  const settings = parseSettings(
    decodeText(readWithin(path, root, shown), shown, "configuration file"),
    real
  );
  const isAudit = command === "audit" || command === "accept" && Reflect.get(options, "live") !== void 0;
  return {
    path: real,
    values: settingsFor(settings, command, isAudit).map((one) => ({
      name: one.name,
      raw: fromHere(one, { directory, root, cwd }),
      setting: one.setting
    }))
  };
}
function fileIn(directory, cwd, config) {
  const places = config === void 0 ? [join4(directory, SETTINGS_FILE)] : [resolve3(cwd, config), resolve3(directory, config)];
  const path = places.find(isThere);
  if (path === void 0 && config !== void 0)
    throw new UsageError({
      message: `The configuration file ${named(config)} does not exist.`,
      remedy: perSurface`Correct ${option("config")}, or leave it out.`
    });
  return path;
}
function fromHere({ row, raw, setting }, { directory, root, cwd }) {
  if (!row.isPath) return raw;
  const moved = [raw].flat().map((path) => {
    const at = resolve3(directory, path);
    if (isWithin(at, root)) return shownFrom(realpathSync3(cwd), at);
    throw new UsageError({
      message: `The setting ${named(setting.option)} in ${named(setting.from)} leads out of the repository.`,
      remedy: "Name a file of the repository, by its path from the folder that holds `supabase/`."
    });
  });
  return typeof raw === "string" ? moved.join("") : moved;
}

// src/options/settings.ts
function withSettings(given, file) {
  const own = Object.fromEntries(Object.entries(given).filter(([, value]) => isGiven(value)));
  const isElsewhere = own.database !== void 0 && own.database !== "embedded";
  const taken = (file?.values ?? []).filter(
    ({ name, raw }) => own[name] === void 0 && // What means only something on the embedded database, when another one is named.
    !(isElsewhere && (name === "confirmWith" || name === "resetWith" && raw === "built-in"))
  );
  return {
    given: { ...Object.fromEntries(taken.map(({ name, raw }) => [name, raw])), ...own },
    settings: taken.map(({ setting }) => setting)
  };
}
var isGiven = (value) => value !== void 0 && !(Array.isArray(value) && value.length === 0);

// src/project/disk/discover.ts
import { lstatSync as lstatSync5, readdirSync as readdirSync2, realpathSync as realpathSync7 } from "node:fs";
import { join as join9, resolve as resolve8 } from "node:path";

// src/project/baseline-file.ts
import * as v3 from "./vendor/valibot.js";

// src/project/text/located-json.ts
var JsonFault = class extends Error {
  line;
  constructor(message, line) {
    super(message);
    this.line = line;
  }
};
var DEEPEST3 = 64;
var LETTERS = String.raw`[^"\\\u0000-\u001f]*`;
var STRING = String.raw`"${LETTERS}(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})${LETTERS})*"`;
var NUMBER = String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.])`;
var TOKEN = new RegExp(
  String.raw`[ \t\n\r]*(?:([{}[\],:]|${STRING}|${NUMBER}|(?:true|false|null)(?!\w)|$)|(\S{1,20}|.))`,
  "sy"
);
function readLocatedJson(text) {
  const reading = { tokens: tokensOf2(text), next: 0, lines: /* @__PURE__ */ new Map() };
  const value = readValue(reading, []);
  const after = take(reading);
  if (after.text !== "") throw unexpected(after);
  const lineOf = (path) => reading.lines.get(JSON.stringify(path)) ?? (path.length === 0 ? 1 : lineOf(path.slice(0, -1)));
  return { value, lineOf };
}
function tokensOf2(text) {
  const tokens = [];
  let line = 1;
  let from = 0;
  while (tokens.at(-1)?.text !== "") {
    TOKEN.lastIndex = from;
    const [whole = "", token, bad = ""] = TOKEN.exec(text) ?? [];
    from += whole.length;
    line += whole.split("\n").length - 1;
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
  if (path.length > DEEPEST3) throw new JsonFault("values are nested too deep", token.line);
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
  const isThere2 = reading.tokens[reading.next]?.text === text;
  if (isThere2) reading.next += 1;
  return isThere2;
}

// src/project/baseline-file.ts
var BASELINE_FILE = "supabase/drift-baseline.json";
var FILLED = v3.pipe(v3.string(), v3.regex(/\S/, "is empty"));
var RULE = v3.pipe(
  v3.string(),
  v3.rawTransform(({ dataset: { value }, addIssue, NEVER }) => {
    if (isRuleId(value) && isAcceptable(value)) return value;
    addIssue({
      message: `is ${named(value)}, which ${isRuleId(value) ? "can not be accepted" : "is no rule"}`
    });
    return NEVER;
  })
);
var FILE = v3.strictObject({
  version: v3.literal(1, "is not 1, the only version that there is"),
  accepted: v3.array(
    v3.strictObject({
      object: FILLED,
      rule: RULE,
      reason: FILLED,
      owner: v3.exactOptional(FILLED),
      date: DAY,
      expires: v3.exactOptional(DAY),
      types: v3.exactOptional(v3.array(FILLED)),
      fingerprint: v3.pipe(v3.string(), v3.regex(/^[\da-f]{16}$/, "is no fingerprint: 16 hexadecimal digits"))
    })
  )
});
function parseBaseline(text, path) {
  const conflict = /^(<{7}|\|{7}|={7}|>{7})( |\r?$)/m.exec(text);
  if (conflict) throw conflictLeft(path, text.slice(0, conflict.index).split("\n").length);
  const json = readJson(text, path);
  const { success, output, issues } = v3.safeParse(FILE, json.value);
  if (!success) throw refused2(path, lineOfIssue(json, issues[0]), faultOf(issues[0]));
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
    throw refused2(path, fault.line, `it is not JSON: ${fault.message}`);
  }
}
var keysOf2 = ({ path }) => path?.map(({ key }) => typeof key === "number" ? key : String(key)) ?? [];
var lineOfIssue = (json, issue) => json.lineOf(keysOf2(issue));
function faultOf(issue) {
  const key = keysOf2(issue).findLast((part) => typeof part === "string");
  if (key === void 0) return "it is no baseline: an object with `version` and `accepted` was expected";
  if (issue.message.startsWith("Invalid key")) {
    return issue.expected === "never" ? `there is no key ${named(key)}` : `${named(key)} is missing`;
  }
  return `${named(key)} ${issue.message.startsWith("Invalid ") ? "is of the wrong kind" : issue.message}`;
}
var refused2 = (path, line, fault) => new UsageError({
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
    const { object: object3, rule, reason, owner, date, expires, types, fingerprint } = entry;
    const members = Object.entries({ object: object3, rule, reason, owner, date, expires, types, fingerprint }).filter(([, value]) => value !== void 0).map(([key, value]) => `"${key}": ${visibleJson(JSON.stringify(value))}`);
    return `
    { ${members.join(", ")} }`;
  });
  const accepted = lines.length === 0 ? "[]" : `[${lines.join(",")}
  ]`;
  return `{
  "version": 1,
  "accepted": ${accepted}
}
`;
}
var byObject = (a, b) => byText(a.object, b.object) || byText(a.rule, b.rule) || byText(a.fingerprint, b.fingerprint);

// src/project/notices.ts
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
function passedOver({ skipped, folders }) {
  const misnamed = skipped.filter(({ isOldInit }) => !isOldInit);
  const [whose, these] = misnamed.length === 1 ? ["whose name does", "this name would"] : ["whose names do", "these names would"];
  const found = skipped.filter(({ isOldInit }) => isOldInit).map((one) => ({
    code: "skipped-migration",
    does: `skips a first file called \`<timestamp>_init.sql\` from before 2021-12-09; this name would run: ${renaming([one])}`,
    count: 1
  }));
  if (misnamed.length > 0)
    found.push({
      code: "skipped-migration",
      does: `skips ${sqlFiles(misnamed.length)} of supabase/migrations ${whose} not match \`<timestamp>_name.sql\`; ${these} run: ${renaming(misnamed)}`,
      count: misnamed.length
    });
  if (folders.length > 0)
    found.push({
      code: "migrations-in-folders",
      does: `does not look into folders of supabase/migrations: ${namedList(folders.map(({ folder, files }) => `${named(folder)} (${sqlFiles(files)})`))}`,
      count: folders.reduce((sum, { files }) => sum + files, 0)
    });
  return found;
}
var sqlFiles = (count) => count === 1 ? "1 SQL file" : `${count} SQL files`;
var renaming = (files) => namedList(
  files.map(
    ({ file, newName }) => newName === void 0 ? `${named(file)} \u2192 no name keeps its place` : `${named(file)} \u2192 ${named(newName)}`
  )
);
function migrationNotices(list) {
  const notices = passedOver(list).map(({ code, does, count }) => ({
    code,
    message: `\`supabase db reset\` ${does}.`,
    count
  }));
  if (list.mixedPrefixes)
    notices.push({
      code: "mixed-prefixes",
      message: "Migration versions are of different lengths: files run in the order of their names, not of their dates."
    });
  return notices;
}
var encodingNotices = (broken) => broken.map(({ path, line }) => ({
  code: "not-utf-8",
  message: `${path} is not UTF-8: line ${line} has bytes that are no character, which \`supabase db reset\` runs as U+FFFD.`
}));
var leftOutWords = (files) => namedList(files.map(({ path, why }) => `${named(path)} (${why})`));
var leftOutNotices = (files, surface) => [
  ...leftOutNotice(
    "types-left-out",
    files.filter(({ path }) => !path.startsWith("../")),
    surface
  ),
  ...leftOutNotice(
    "types-elsewhere",
    files.filter(({ path }) => path.startsWith("../")),
    surface
  )
];
var leftOutNotice = (code, files, surface) => files.length === 0 ? [] : [
  {
    code,
    message: `Git tracks ${files.length === 1 ? "1 file that looks like generated types and was" : `${files.length} files that look like generated types and were`} not compared: ${leftOutWords(files)}. Name the types that count with ${textOn(surface, option("types", "FILE"))}.`,
    count: files.length
  }
];
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
    message: `${namedList(copies)} ${copies.length === 1 ? "is an identical copy" : "are identical copies"} of ${path}; all are checked.`,
    count: copies.length + 1
  }));
  return [...logged, ...copied];
}

// src/project/project.ts
import * as v4 from "./vendor/valibot.js";

// src/project/migration-names.ts
var MS_OF_STEPS = [864e5, 36e5, 6e4, 1e3];
function newNames(skipped, migrations, today) {
  const kept = keptVersions(skipped, migrations);
  const others = skipped.filter((file) => !kept.has(file));
  return new Map([...kept, ...between(others, [...migrations, ...kept.values()], today)]);
}
var keyOf2 = (name) => Buffer.from(name).toString("latin1");
var sortedByBytes = (items, nameOf3) => items.map((item) => ({ item, key: keyOf2(nameOf3(item)) })).sort((a, b) => byText(a.key, b.key)).map(({ item }) => item);
function countBefore(key, keys) {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = low + high >> 1;
    if ((keys[middle] ?? "") < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
var LEADING = /^[^\p{L}\p{N}]+/u;
var VERSION2 = /^(?:([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9])|([0-9]+)(?![-.]?[0-9]))/;
var saying = (file) => file.replace(/\.sql$/i, "").replace(VERSION2, "").replace(LEADING, "").replace(/[\p{C}\p{Z}]+/gu, "_") || "migration";
var named2 = (version, file) => {
  const name = saying(file);
  return `${version}_${name === "init" ? "initial" : name}.sql`;
};
function ownVersion(file) {
  const [version, ...parts] = VERSION2.exec(file) ?? [];
  return version === void 0 ? void 0 : named2(parts.join(""), file);
}
var versionOf = (name) => name.split("_", 1)[0] ?? "";
function keptVersions(skipped, migrations) {
  const kept = /* @__PURE__ */ new Map();
  const versions = new Set(migrations.map(versionOf));
  const run = migrations.map(keyOf2).sort(byText);
  const added = [];
  for (const file of skipped) {
    const own = ownVersion(file);
    if (own === void 0 || versions.has(versionOf(own))) continue;
    const [key, old] = [keyOf2(own), keyOf2(file.replace(VERSION2, versionOf(own)))];
    if ([run, added].some((keys) => isAnyBetween(key, old, keys))) continue;
    kept.set(file, own);
    versions.add(versionOf(own));
    added.splice(countBefore(key, added), 0, key);
  }
  return kept;
}
function isAnyBetween(a, b, keys) {
  const [first, last] = a < b ? [a, b] : [b, a];
  const next = keys[countBefore(first, keys)];
  return next !== void 0 && next <= last;
}
function between(files, others, today) {
  const names = sortedByBytes(others, (name) => name);
  const keys = names.map(keyOf2);
  const placed2 = files.map((file) => ({ file, place: countBefore(keyOf2(file), keys) }));
  return [...groupBy(placed2, ({ place }) => String(place)).values()].flatMap((group) => {
    const place = group[0]?.place ?? 0;
    const versions = spread(group.length, names[place - 1], names[place], today);
    return group.flatMap(({ file }, index) => {
      const version = versions[index];
      return version === void 0 ? [] : [[file, named2(version, file)]];
    });
  });
}
function spread(count, after, before, today) {
  const from = after === void 0 ? void 0 : timeOf(versionOf(after));
  if (after !== void 0 && from === void 0)
    return before === void 0 ? counting(versionOf(after), count) : [];
  const end = before === void 0 ? void 0 : timeOf(versionOf(before));
  if (before !== void 0 && end === void 0) return [];
  const limit = end ?? (today === void 0 ? Number.POSITIVE_INFINITY : Date.parse(`${today}T23:59:59Z`));
  const fits = (step2) => from === void 0 || from + step2 * count < limit;
  const step = MS_OF_STEPS.find(fits) ?? (end === void 0 ? 1e3 : void 0);
  if (step === void 0 || from === void 0 && limit === Number.POSITIVE_INFINITY) return [];
  const first = from ?? startOfDay(limit) - step * (count + 1);
  return Array.from({ length: count }, (_, index) => stampOf(first + step * (index + 1)));
}
var startOfDay = (time) => time - time % 864e5;
function counting(version, count) {
  const numbers = Array.from({ length: count }, (_, index) => String(BigInt(version) + BigInt(index + 1)));
  return numbers.map((number2) => number2.padStart(version.length, "0")).filter(({ length }) => length === version.length);
}
function timeOf(version) {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(version) ?? [];
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? void 0 : time;
}
var stampOf = (time) => new Date(time).toISOString().slice(0, 19).replace(/\D/g, "");

// src/project/project.ts
var mustChoose = ({ typesFiles, typesSearched }) => typesSearched !== void 0 && typesFiles.length > 1;
var INTEGER = v4.pipe(
  v4.union([v4.number(), v4.pipe(v4.string(), v4.digits(), v4.transform(Number))]),
  v4.integer()
);
var FLAG = v4.union([
  v4.boolean(),
  v4.pipe(
    v4.picklist(["true", "false"]),
    v4.transform((text) => text === "true")
  )
]);
var NAMES = v4.union([v4.array(v4.string()), v4.pipe(v4.string(), v4.transform(splitAtCommas))]);
var CONFIG = v4.object({
  api: v4.optional(v4.object({ schemas: v4.optional(NAMES, ["public", "graphql_public"]) }), {}),
  db: v4.optional(
    v4.object({
      major_version: v4.optional(INTEGER, 17),
      // The Supabase CLI alone needs it, and says itself what is wrong with it.
      port: v4.optional(v4.fallback(INTEGER, 54322), 54322),
      migrations: v4.optional(v4.object({ enabled: v4.optional(FLAG, true) }), {})
    }),
    {}
  )
});
var SETTINGS_READ = /^(api\.schemas|db\.(major_version|port|migrations\.enabled))$/;
function parseConfig(text, path) {
  const parsed2 = parseToml(text, path, {
    notToml: "Correct the line; `supabase` itself refuses the file too.",
    tooDeep: "Remove those keys."
  });
  const { table, fromEnvironment } = withoutEnvironment(parsed2);
  const { output, success, issues } = v4.safeParse(CONFIG, table);
  if (!success) {
    throw new UsageError({
      message: `\`${v4.getDotPath(issues[0])}\` in ${path} is of the wrong kind: ${issues[0].message.replace(/^Invalid type: E/, "e")}.`,
      remedy: "Correct the value: https://supabase.com/docs/guides/local-development/cli/config lists them all."
    });
  }
  return {
    present: true,
    majorVersion: output.db.major_version,
    port: output.db.port,
    apiSchemas: output.api.schemas,
    migrationsEnabled: output.db.migrations.enabled,
    fromEnvironment: fromEnvironment.filter((key) => SETTINGS_READ.test(key)),
    texts: textsIn(parsed2),
    vault: vaultIn(parsed2)
  };
}
function vaultIn({ db }) {
  const vault = isTable(db) ? db.vault : void 0;
  const entries = isTable(vault) ? Object.entries(vault) : [];
  return Object.fromEntries(
    entries.flatMap(([name, value]) => typeof value === "string" ? [[name, value]] : [])
  );
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
var SQL = /\.sql$/i;
function listMigrations(names, today) {
  const migrations = [];
  const skipped = [];
  const isInside = (name) => /\/./s.test(name);
  const entries = sortedByBytes(
    names.filter((name) => !isInside(name)),
    (name) => name
  );
  for (const [position, file] of entries.entries()) {
    if (file.endsWith("/")) continue;
    const [, version, name] = MIGRATION_NAME.exec(file) ?? [];
    if (position === 0 && Number(OLD_INIT.exec(file)?.[1] ?? FIRST_KEPT_INIT) < FIRST_KEPT_INIT)
      skipped.push({ file, isOldInit: true });
    else if (version !== void 0 && name !== void 0) migrations.push({ file, version, name });
    else if (SQL.test(file)) skipped.push({ file });
  }
  const nameOf3 = ({ file }) => file;
  const renamed = newNames(skipped.map(nameOf3), migrations.map(nameOf3), today);
  const inside = names.filter((name) => isInside(name) && SQL.test(name));
  const byVersion = groupBy(migrations, ({ version }) => version);
  return {
    migrations,
    skipped: skipped.map((one) => {
      const newName = renamed.get(one.file);
      return { ...one, ...newName !== void 0 && { newName } };
    }),
    folders: sortedByBytes(
      [...groupBy(inside, (name) => name.slice(0, name.lastIndexOf("/") + 1))],
      ([folder]) => folder
    ).map(([folder, { length: files }]) => ({ folder, files })),
    duplicates: [...byVersion].filter(([, sharing]) => sharing.length > 1).map(([version, sharing]) => ({ version, files: sharing.map(({ file }) => file) })),
    mixedPrefixes: new Set(migrations.map(({ version }) => version.length)).size > 1
  };
}
function splitAtCommas(text) {
  return text.split(",").map((part) => part.trim()).filter((part) => part !== "");
}
function withoutEnvironment(table, prefix = "") {
  const kept = [];
  const fromEnvironment = [];
  for (const [key, value] of Object.entries(table)) {
    if ([value].flat().some(isFromEnvironment)) fromEnvironment.push(prefix + key);
    else if (isTable(value)) {
      const inner = withoutEnvironment(value, `${prefix}${key}.`);
      kept.push([key, inner.table]);
      fromEnvironment.push(...inner.fromEnvironment);
    } else kept.push([key, value]);
  }
  return { table: Object.fromEntries(kept), fromEnvironment };
}
var isFromEnvironment = (value) => typeof value === "string" && /^env\(.*\)$/.test(value);

// src/project/disk/environment.ts
import { join as join5 } from "node:path";
function variablesOf(names, { directory, root }, environment) {
  const isNamed = new Set(names);
  const found = /* @__PURE__ */ new Map();
  if (names.length === 0) return found;
  const texts = environmentFiles(environment.SUPABASE_ENV || void 0).map(
    (path) => textOf(join5(directory, path), root)
  );
  for (const text of texts.reverse())
    for (const [name, value] of parseEnvironment(text)) if (isNamed.has(name)) found.set(name, value);
  for (const name of names) {
    const value = environment[name];
    if (value !== void 0 && !isOfTheRunner(name)) found.set(name, value);
  }
  return found;
}
function textOf(path, root) {
  try {
    return kindOf(path, path) === "file" ? readWithin(path, root, path).toString("utf8") : "";
  } catch (error) {
    if (!isKnownError(error)) throw error;
    return "";
  }
}

// src/project/disk/pinned-cli.ts
import { readFileSync as readFileSync3 } from "node:fs";
import { join as join6, relative as relative2, resolve as resolve4, sep as sep2 } from "node:path";

// src/project/cli-version.ts
import * as v5 from "./vendor/valibot.js";
var LOCKFILES = [
  "package-lock.json",
  "npm-shrinkwrap.json",
  "pnpm-lock.yaml",
  "bun.lock",
  "yarn.lock"
];
function cliVersionOf(name, text, place) {
  const folders = foldersUp(place.folder);
  switch (name) {
    case "package-lock.json":
    case "npm-shrinkwrap.json":
      return exact(ofNpm(text, folders));
    case "pnpm-lock.yaml":
      return exact(ofPnpm(text, folders));
    case "bun.lock":
      return exact(ofBun(text, folders));
    case "yarn.lock":
      return exact(ofYarn(text, place.asked));
    default:
      return name;
  }
}
var RELEASE = /^(\d+\.\d+\.\d+(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?)(?:$|[(_+])/;
var exact = (text) => RELEASE.exec(text ?? "")?.[1];
function foldersUp(folder) {
  const parts = folder.split("/").filter((part) => part !== "");
  return [...parts.keys(), parts.length].reverse().map((length) => parts.slice(0, length).join("/"));
}
var firstOf = (keys, find) => {
  for (const key of keys) {
    const found = find(key);
    if (found !== void 0) return found;
  }
  return void 0;
};
var ENTRIES = v5.record(v5.string(), v5.object({ version: v5.optional(v5.string()) }));
var NPM = v5.object({ packages: v5.optional(ENTRIES), dependencies: v5.optional(ENTRIES) });
function ofNpm(text, folders) {
  const lock = parsed(NPM, text);
  const inFolder = (folder) => lock?.packages?.[`${folder}${folder === "" ? "" : "/"}node_modules/supabase`]?.version;
  return firstOf(folders, inFolder) ?? lock?.dependencies?.supabase?.version;
}
var BUN = v5.object({
  workspaces: v5.record(v5.string(), v5.object({ name: v5.optional(v5.string()) })),
  packages: v5.record(v5.string(), v5.looseTuple([v5.string()]))
});
function ofBun(text, folders) {
  const strict = text.replace(/("(?:[^"\\]|\\.)*"?)|,(?=\s*[}\]])/g, (_, literal2 = "") => literal2);
  const lock = parsed(BUN, strict);
  const names = folders.flatMap((folder) => lock?.workspaces[folder]?.name ?? []);
  const keys = [...names.map((name) => `${name}/supabase`), "supabase"];
  return firstOf(keys, (key) => lock?.packages[key]?.[0])?.replace(/^supabase@/, "");
}
var YAML_LINE = /^( *)(?:'([^']+)'|"([^"]+)"|([^\s'"#:][^:]*)):(?: +([^ ].*)?)?$/;
function ofPnpm(text, folders) {
  const versions = /* @__PURE__ */ new Map();
  const trail = [];
  for (const line of text.split(/\r?\n/)) {
    const [, space = "", ...rest] = YAML_LINE.exec(line) ?? [];
    const key = rest.slice(0, 3).find((one) => one !== void 0);
    if (key === void 0) continue;
    while ((trail.at(-1)?.indent ?? -1) >= space.length) trail.pop();
    trail.push({ indent: space.length, key });
    const folder = workspaceOf(trail.map((one) => one.key));
    const value = rest[3]?.replace(/^(['"])(.*)\1$/, "$2");
    if (folder !== void 0 && value !== void 0 && !versions.has(folder)) versions.set(folder, value);
  }
  return firstOf(folders, (folder) => versions.get(folder));
}
function workspaceOf(path) {
  const [first, folder = "", ...below] = path;
  const [kind, ...rest] = first === "importers" ? below : path;
  const isVersion = /^(dev|optional)?dependencies$/i.test(kind ?? "") && /^supabase(,version)?$/.test(`${rest}`);
  if (!isVersion) return void 0;
  return first === "importers" && folder !== "." ? folder : "";
}
var YARN_ENTRY = /^(?!#)(\S.*):\r?\n(?: .*\r?\n)*? {2}version:? "?([^"\s]+)"?/gm;
function ofYarn(text, asked) {
  const byRange = /* @__PURE__ */ new Map();
  for (const [, head = "", version = ""] of text.matchAll(YARN_ENTRY))
    for (const one of head.replaceAll('"', "").split(/, */)) {
      const range = /^supabase@(?:npm:)?(.*)$/.exec(one)?.[1];
      if (range !== void 0) byRange.set(range, version);
    }
  const [only, ...others] = new Set(byRange.values());
  if (others.length === 0) return only;
  return firstOf(asked, (range) => byRange.get(range.replace(/^npm:/, "")));
}
function parsed(schema, text) {
  try {
    const { success, output } = v5.safeParse(schema, JSON.parse(text));
    return success ? output : void 0;
  } catch {
    return void 0;
  }
}

// src/project/disk/pinned-cli.ts
function pinnedCli(directory, root) {
  const [asked] = foldersUpTo(root, directory).flatMap(askedIn);
  return exact(asked) === asked ? asked : void 0;
}
function lockedCli(directory, root) {
  const asked = [];
  for (const folder of foldersUpTo(root, directory)) {
    asked.push(...askedIn(folder));
    for (const name of LOCKFILES) {
      const file = join6(folder, name);
      const place = { folder: relative2(folder, directory).split(sep2).join("/"), asked };
      const version = cliVersionOf(name, textOf2(file) ?? "", place);
      if (version !== void 0) return { version, file: shownFrom(root, file) };
    }
  }
  return void 0;
}
var isWrittenFor2 = (directory) => /^[ \t]*\[[ \t]*inbucket[ \t]*\]/m.test(textOf2(resolve4(directory, "supabase/config.toml")) ?? "");
var foldersUpTo = (root, directory) => [
  directory,
  ...ancestorsOf(directory).filter((folder) => isWithin(folder, root))
];
var askedIn = (folder) => [...(textOf2(join6(folder, "package.json")) ?? "").matchAll(/"supabase"\s*:\s*"([^"]+)"/g)].map(
  ([, range = ""]) => range
);
function textOf2(path) {
  try {
    return readFileSync3(path, "utf8");
  } catch {
    return void 0;
  }
}

// src/project/disk/types/committed-types.ts
import { realpathSync as realpathSync6 } from "node:fs";
import { dirname as dirname5, resolve as resolve7 } from "node:path";

// src/project/disk/types/left-out.ts
import { lstatSync as lstatSync4, readFileSync as readFileSync5, realpathSync as realpathSync5, statSync as statSync4 } from "node:fs";
import { basename as basename2, dirname as dirname4, extname, join as join8, resolve as resolve6 } from "node:path";

// src/project/disk/git/folders.ts
import { lstatSync as lstatSync3, readFileSync as readFileSync4, realpathSync as realpathSync4 } from "node:fs";
import { dirname as dirname3, join as join7, resolve as resolve5 } from "node:path";
var LARGEST_FILE2 = 64 * 1024 * 1024;
function gitFolders(root) {
  const own = join7(root, ".git");
  const entry = lstatSync3(own, { throwIfNoEntry: false });
  if (entry?.isDirectory()) return { git: own, common: own };
  const named3 = /^gitdir: (.+)$/m.exec(readGit(root, ".git").toString())?.[1]?.trim();
  const git = named3 === void 0 ? void 0 : realOf(resolve5(root, named3));
  if (git === void 0) return void 0;
  const around = ancestorsOf(root).map((folder) => join7(folder, ".git", "modules"));
  if (around.some((modules) => isWithin(git, modules))) return { git, common: git };
  const common = realOf(resolve5(git, readGit(git, "commondir").toString().trim() || "."));
  const isKnown = realOf(readGit(git, "gitdir").toString().trim()) === realOf(own);
  return common !== void 0 && dirname3(git) === join7(common, "worktrees") && isKnown ? { git, common } : void 0;
}
function readGit(folder, name) {
  const path = join7(folder, name);
  try {
    const isOwn = isWithin(realpathSync4(path), realpathSync4(folder));
    const found = lstatSync3(path);
    return isOwn && found.isFile() && found.size <= LARGEST_FILE2 ? readFileSync4(path) : Buffer.alloc(0);
  } catch {
    return Buffer.alloc(0);
  }
}
function realOf(path) {
  try {
    return realpathSync4(path);
  } catch {
    return void 0;
  }
}

// src/project/disk/git/tracked.ts
var FACTS = 40;
var MODE_AT = 24;
var FILES = [32768, 40960];
var ENDS_EARLY = ["ERR_OUT_OF_RANGE", "ERR_BUFFER_OUT_OF_BOUNDS"];
function trackedFiles(root) {
  const folders = gitFolders(root);
  if (folders === void 0) return void 0;
  const isSha256 = /^[ \t]*objectformat[ \t]*=[ \t]*sha256[ \t]*\r?$/im.test(
    readGit(folders.common, "config").toString()
  );
  try {
    return entriesOf2(readGit(folders.git, "index"), isSha256 ? 32 : 20);
  } catch (error) {
    if (ENDS_EARLY.includes(codeOf(error) ?? "")) return void 0;
    throw error;
  }
}
function entriesOf2(index, idLength) {
  const version = index.length < 12 || index.toString("latin1", 0, 4) !== "DIRC" ? 0 : index.readUInt32BE(4);
  if (version < 2 || version > 4) return void 0;
  const paths = [];
  let name = Buffer.alloc(0);
  let at = 12;
  for (let left = index.readUInt32BE(8); left > 0; left -= 1) {
    const mode = index.readUInt32BE(at + MODE_AT);
    const flags = index.readUInt16BE(at + FACTS + idLength);
    const isExtended = version > 2 && (flags & 16384) !== 0;
    const start = at + FACTS + idLength + (isExtended ? 4 : 2);
    const { value: dropped, next } = version === 4 ? offsetAt(index, start) : { value: name.length, next: start };
    const end = index.indexOf(0, next);
    if (end === -1) return void 0;
    name = Buffer.concat([name.subarray(0, name.length - dropped), index.subarray(next, end)]);
    at = version === 4 ? end + 1 : at + Math.ceil((end - at + 1) / 8) * 8;
    if (FILES.includes(mode & 61440)) paths.push(name.toString());
  }
  return hasOtherPart(index, at, idLength) ? void 0 : paths;
}
function offsetAt(index, at) {
  let byte = index.readUInt8(at);
  let value = byte & 127;
  let next = at + 1;
  while ((byte & 128) !== 0) {
    byte = index.readUInt8(next);
    value = (value + 1) * 128 + (byte & 127);
    next += 1;
  }
  return { value, next };
}
function hasOtherPart(index, from, idLength) {
  for (let at = from; at + 8 <= index.length - idLength; at += 8 + index.readUInt32BE(at + 4))
    if (index.toString("latin1", at, at + 4) === "link") return true;
  return false;
}

// src/project/disk/types/left-out.ts
var LARGEST_READ = 64 * 1024 * 1024;
var ANY_TYPESCRIPT = /\.[mc]?tsx?$/i;
function leftOutTypes(searched) {
  const { directory, root, taken, others } = searched;
  const files = [...new Set(trackedFiles(root))].filter((path) => ANY_TYPESCRIPT.test(path)).map((path) => join8(root, path));
  const known = new Set(files);
  const modules = new Set([...files, ...[...taken].map((path) => join8(directory, path))].map(moduleOf));
  return files.filter((file) => !others.has(file)).flatMap((file) => {
    const path = shownFrom(directory, file);
    const why = taken.has(path) ? void 0 : whyLeftOut(file, searched, { tracked: known, modules });
    return why === void 0 ? [] : [{ path, why }];
  }).sort((a, b) => byText(a.path, b.path));
}
var moduleOf = (file) => file.replace(/(\.d)?\.[mc]?[jt]sx?$/i, "").replace(/\/index$/, "");
function whyLeftOut(file, searched, { tracked, modules }) {
  const target = targetOf(file);
  if (target !== void 0 && !isWithin(target, searched.root))
    return NAMED_LIKE_TYPES.test(basename2(file)) ? "it is a symbolic link that leads out of the repository" : void 0;
  if (target !== void 0 && (tracked.has(target) || searched.taken.has(shownFrom(searched.directory, target))))
    return void 0;
  const entry = statSync4(file, { throwIfNoEntry: false });
  if (entry !== void 0 && !entry.isFile()) return void 0;
  const size = entry?.size ?? 0;
  if (size > LARGEST_FILE) return looksLarge(file, size) ? "it is larger than 8 MiB" : void 0;
  const shape = shapeOf2(file);
  if (shape === "other") return whySourceIsUnknown(file, modules);
  if (target !== void 0) return "it is a symbolic link, which is not searched";
  return whyUnsearched(file, searched) ?? WHY[shape];
}
function whySourceIsUnknown(file, modules) {
  if (!NAMED_LIKE_TYPES.test(basename2(file))) return void 0;
  const source = exportedFrom(bytesOf2(file).toString()).find(
    (path) => path.startsWith(".") && !modules.has(moduleOf(resolve6(dirname4(file), path)))
  );
  return source === void 0 ? void 0 : `it takes its types from ${source}, which Git does not track`;
}
function targetOf(file) {
  if (!lstatSync4(file, { throwIfNoEntry: false })?.isSymbolicLink()) return void 0;
  try {
    return realpathSync5(file);
  } catch {
    return void 0;
  }
}
var WHY = {
  generated: "it holds schemas of Supabase's own alone",
  escaped: "it writes names with escapes such as \\u0041",
  composed: "its schemas are not written in one object type at the top level",
  ruined: "it holds no types any more"
};
function whyUnsearched(file, { directory, root, isInsideAlone }) {
  const folders = ancestorsOf(file).filter((folder) => isWithin(folder, root) && folder !== root);
  const noSource = folders.findLast((folder) => isNoSource(basename2(folder)) && !isWithin(directory, folder));
  if (noSource !== void 0) return `it lies in ${shownFrom(root, noSource)}/, which is not searched`;
  const other = folders.find((folder) => isOtherProject(folder, directory));
  if (other !== void 0)
    return `it lies in ${shownFrom(root, other)}/, which is another project: it has supabase/migrations`;
  if (isIgnoredFile(file, root)) return "a .gitignore names it";
  if (!TYPESCRIPT.test(file)) return `a search does not read files that end in ${extname(file)}`;
  return isInsideAlone && !isWithin(file, directory) ? "it lies outside of the project, which has types of its own" : void 0;
}
function looksLarge(file, size) {
  if (size > LARGEST_READ) return NAMED_LIKE_TYPES.test(basename2(file));
  const bytes = bytesOf2(file);
  if (!isWorthReading(bytes)) return false;
  try {
    return mentionsParts(decodeText(bytes, file));
  } catch (error) {
    if (!isKnownError(error)) throw error;
    return NAMED_LIKE_TYPES.test(basename2(file));
  }
}
function shapeOf2(file) {
  const bytes = bytesOf2(file);
  const path = shownFrom(dirname4(file), file);
  if (bytes.length === 0) return NAMED_LIKE_TYPES.test(path) ? "ruined" : "other";
  if (!isWorthReading(bytes)) return hasEscapes(bytes) && isHidden(bytes.toString()) ? "escaped" : "other";
  try {
    const { text } = readTypes(bytes, path);
    if (looksGenerated(text)) return "generated";
    return holdsParts(text) ? "composed" : isHidden(text) ? "escaped" : "other";
  } catch (error) {
    if (!isKnownError(error)) throw error;
    return "ruined";
  }
}
function isHidden(text) {
  const plain = withoutEscapes(text);
  return plain !== text && (looksGenerated(plain) || holdsParts(plain));
}
function bytesOf2(file) {
  try {
    return readFileSync5(file);
  } catch {
    return Buffer.alloc(0);
  }
}

// src/project/disk/types/committed-types.ts
var isNone = (types, cwd) => types.length === 1 && types[0] === "none" && !isThere(resolve7(cwd, "none"));
var NO_TYPES = { read: [], chosen: [], leftOut: [], isNone: true };
function namedTypes(paths, { directory, root }, cwd, without) {
  const read = /* @__PURE__ */ new Map();
  let unreadable;
  for (const given of paths) {
    const path = [resolve7(cwd, given), resolve7(directory, given)].find(isThere);
    if (path === void 0) {
      const created = newTypes(given, { directory, root }, cwd);
      if (without !== "created" || paths.length > 1) throw missing(given);
      return { read: [], chosen: [], leftOut: [], creates: created };
    }
    const bytes = readWithin(path, root, `Types file ${given}`);
    const place = realPathWithin(path, root, given);
    try {
      read.set(place, readTypes(bytes, shownFrom(directory, path)));
    } catch (error) {
      if (!isKnownError(error)) throw error;
      unreadable ??= error;
    }
  }
  const all = [...read.values()];
  return { read: all, chosen: groupCopies(all), leftOut: [], ...unreadable && { unreadable } };
}
var missing = (given) => new UsageError({
  message: `Types file ${given} does not exist.`,
  remedy: perSurface`Correct ${option("types")}, or create the file from the migrations with \`drift-gate fix --types ${shellWord(given)}\`.`
});
function newTypes(given, { directory, root }, cwd) {
  const bases = [resolve7(cwd, given), resolve7(directory, given)];
  const path = bases.find((one) => kindOf(dirname5(one), given) === "folder") ?? resolve7(cwd, given);
  const refuse = (message, remedy) => new UsageError({
    message: `Types file ${given} does not exist, and ${message}.`,
    remedy: perSurface`Correct ${option("types")}: ${remedy}.`
  });
  const folder = dirname5(path);
  if (!/\.[cm]?ts$/.test(path))
    throw refuse("is no TypeScript file by its name", "name a file that ends in `.ts`");
  if (kindOf(folder, given) !== "folder")
    throw refuse("its folder does not exist either", "name a file in a folder that is there");
  if (!isWithin(realPathWithin(folder, root, given), realpathSync6(root)))
    throw refuse("lies outside of the repository", "name a file in the repository of the project");
  const { read } = searchedTypes({ directory, root }, "allowed");
  if (read.length > 0)
    throw refuse(
      `the project has generated types in ${namedList(read.map((one) => one.path))}`,
      "name that file, or delete it first to have another one created"
    );
  return shownFrom(directory, path);
}
function ofProject(found) {
  const own = found.filter(({ text }) => declaredSchemas(text).some((name) => !PLATFORM_SCHEMAS.has(name)));
  return own.length > 0 ? own : found;
}
function searchedTypes({ directory, root }, without) {
  const inside = searchTypes(directory, { root, directory });
  const isAlone = inside.types.length > 0 || root === directory;
  const around = isAlone ? { types: [], ruined: [], others: /* @__PURE__ */ new Set() } : searchTypes(root, { root, directory });
  const read = ofProject([...inside.types, ...around.types]);
  const leftOut = leftOutTypes({
    directory,
    root,
    isInsideAlone: isAlone && root !== directory,
    taken: new Set(read.map(({ path }) => path)),
    others: /* @__PURE__ */ new Set([...inside.others, ...around.others])
  });
  const [ruined] = [...inside.ruined, ...around.ruined];
  if (read.length === 0 && ruined) {
    if (!isKnownError(ruined)) throw ruined;
    return { read, chosen: [], leftOut, unreadable: ruined };
  }
  const searched = root === directory ? "the project" : "the project and the repository around it";
  if (read.length === 0 && without === "allowed") return { read, chosen: [], leftOut, searched };
  if (read.length === 0 && without === "checked" && leftOut.length === 0) return { ...NO_TYPES, searched };
  return { read, chosen: chooseTypes(read, searched, leftOutWords(leftOut)), leftOut, searched };
}

// src/project/disk/discover.ts
var ROLES_FILE = "supabase/roles.sql";
var SCHEMAS_FOLDER = "supabase/schemas";
var DEEPEST_SCHEMAS = 5;
function discoverProject(directory, {
  types = [],
  cwd = process.cwd(),
  baseline,
  mayLackBaseline = false,
  withoutTypes = "refused",
  environment = process.env,
  surface = "command-line",
  today = (/* @__PURE__ */ new Date()).toISOString().slice(0, 10)
} = {}) {
  const place = placeOf(directory, cwd);
  const config = readConfig(place);
  const shownDirectory = shownFrom(realpathSync7(cwd), place.directory);
  const variables = variablesOf(variablesIn(config.texts), place, environment);
  const list = readMigrationList(place, today);
  const sql = sqlReader(place);
  const migrations = list.migrations.map((migration) => ({
    ...migration,
    sql: sql.read(`${MIGRATIONS_FOLDER}/${migration.file}`, "migration")
  }));
  const roles = isThere(join9(place.directory, ROLES_FILE)) ? { roles: sql.read(ROLES_FILE, "file of roles") } : {};
  const pinned = pinnedCli(place.directory, place.root);
  const read = typesOf(types, place, cwd, withoutTypes);
  return {
    directory: place.directory,
    shownDirectory,
    config,
    migrations,
    duplicates: list.duplicates,
    ...roles,
    variables,
    vault: vaultOf(config.vault, variables),
    typesFiles: read.chosen,
    ...read.creates !== void 0 && { newTypes: read.creates },
    ...read.isNone && { hasNoTypes: true },
    ...read.unreadable && { unreadableTypes: read.unreadable },
    baseline: readBaseline(place, cwd, { named: baseline, mayLack: mayLackBaseline }),
    ...pinned !== void 0 && { pinnedCli: pinned },
    ...read.searched !== void 0 && { typesSearched: read.searched },
    notices: [
      ...placeNotices(shownDirectory, directory),
      ...configNotices(config),
      ...migrationNotices(list),
      ...declaredNotices(place),
      ...encodingNotices(sql.broken),
      ...leftOutNotices(read.leftOut, surface),
      ...typesNotices(read)
    ]
  };
}
function declaredNotices({ directory }) {
  const files = sqlFilesBelow(join9(directory, SCHEMAS_FOLDER), DEEPEST_SCHEMAS);
  if (files === 0) return [];
  const message = `${SCHEMAS_FOLDER} has ${files} SQL ${files === 1 ? "file" : "files"}, which ${files === 1 ? "is" : "are"} not compared: \`supabase db reset\` runs the migrations alone. Make a migration of what changed there with \`supabase db diff -f NAME\`.`;
  return [{ code: "declared-schemas", message, count: files }];
}
function sqlFilesBelow(folder, deepest) {
  if (deepest === 0) return 0;
  return entriesOf(folder).reduce((sum, entry) => {
    if (entry.isDirectory()) return sum + sqlFilesBelow(join9(folder, entry.name), deepest - 1);
    return sum + (entry.isFile() && entry.name.endsWith(".sql") ? 1 : 0);
  }, 0);
}
var placeNotices = (shown, given) => given === "." && shown.startsWith("..") ? [
  {
    code: "project-above",
    message: `The project is in \`${shown}\`: there is no \`supabase/\` folder here.`
  }
] : [];
function typesOf(types, place, cwd, without) {
  if (types.length === 0) return searchedTypes(place, without);
  return isNone(types, cwd) ? NO_TYPES : namedTypes(types, place, cwd, without);
}
function readConfig({ directory, root }) {
  const path = join9(directory, CONFIG_FILE);
  if (!isThere(path)) return configWhenAbsent();
  return parseConfig(
    decodeText(readWithin(path, root, CONFIG_FILE), CONFIG_FILE, "configuration"),
    CONFIG_FILE
  );
}
function readMigrationList(place, today) {
  const list = listMigrations(migrationNames(place), today);
  if (list.migrations.length > 0) return list;
  const reasons = passedOver(list).map(({ does }) => does);
  const none = `There are no migrations in ${MIGRATIONS_FOLDER}`;
  if (reasons.length === 0)
    throw new UsageError({
      message: `${none}.`,
      remedy: perSurface`Add one with \`supabase migration new NAME\`, or give ${option("project")} another folder.`
    });
  throw new UsageError({
    message: `${none} that \`supabase db reset\` runs: it ${reasons.join("; it ")}.`,
    remedy: perSurface`Give each a name like \`<timestamp>_name.sql\` in ${MIGRATIONS_FOLDER} itself, or give ${option("project")} another folder.`
  });
}
function migrationNames({ directory, root }) {
  const folder = join9(directory, MIGRATIONS_FOLDER);
  if (!isThere(folder)) return [];
  const real = realPathWithin(folder, root, MIGRATIONS_FOLDER);
  try {
    return readdirSync2(real, { withFileTypes: true }).flatMap(
      (entry) => entry.isDirectory() ? [`${entry.name}/`, ...namesBelow(join9(real, entry.name), `${entry.name}/`)] : [entry.name]
    );
  } catch (cause) {
    throw fileFailure("read", MIGRATIONS_FOLDER, cause);
  }
}
var namesBelow = (folder, shown) => entriesOf(folder).flatMap((entry) => {
  const path = `${shown}${entry.name}`;
  return entry.isDirectory() ? [`${path}/`, ...namesBelow(join9(folder, entry.name), `${path}/`)] : [path];
});
function sqlReader({ directory, root }) {
  const broken = [];
  const read = (path, noun) => {
    const { text, brokenLine } = decodeSql(
      readWithin(join9(directory, path), root, path),
      path,
      noun
    );
    if (brokenLine !== void 0 && !text.includes("\0")) broken.push({ path, line: brokenLine });
    return text;
  };
  return { read, broken };
}
function readBaseline({ directory, root }, cwd, { named: named3, mayLack }) {
  const places = named3 === void 0 ? [] : [resolve8(cwd, named3)];
  const path = [...places, resolve8(directory, named3 ?? BASELINE_FILE)].find(isThere);
  if (path !== void 0) {
    if (lstatSync5(path).isSymbolicLink())
      throw new UsageError({
        message: `The baseline ${shownFrom(directory, path)} is a symbolic link.`,
        remedy: perSurface`Put the file itself there, or name it with ${option("baseline")}.`
      });
    const shown = shownFrom(directory, realPathWithin(path, root, shownFrom(directory, path)));
    return { path: shown, text: decodeText(readWithin(path, root, shown), shown, "baseline") };
  }
  if (named3 !== void 0 && !mayLack) {
    throw new UsageError({
      message: `The baseline ${named3} does not exist.`,
      remedy: perSurface`Correct ${option("baseline")}, or leave it out; \`drift-gate accept\` makes one.`
    });
  }
  return { path: named3 === void 0 ? BASELINE_FILE : shownFrom(directory, resolve8(cwd, named3)) };
}

// src/findings/repository-path.ts
function repositoryPath(prefix, file) {
  const parts = [];
  for (const part of (prefix + file).split("/"))
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  return parts.join("/");
}

// src/commands/summary.ts
var summaryOf = (project, schemas) => ({
  directory: project.shownDirectory,
  migrations: project.migrations.length,
  types: pathsOf(project.typesFiles),
  schemas: [...schemas],
  ...project.baseline.text !== void 0 && { baseline: project.baseline.path }
});

export {
  repositoryPath,
  VERSION,
  REPOSITORY,
  RULES_PAGE,
  PUBLISHED,
  valuesOf,
  parseOptions,
  repeated,
  SETTINGS_FILE,
  decodeText,
  decodeUtf8,
  encodeLike,
  codeOf,
  fileFailure,
  enclosingRoot,
  shownFrom,
  isThere,
  realPathWithin,
  readWithin,
  stripLogLines,
  linesOf,
  noTypesFound,
  pathsOf,
  whichTypes,
  namedList,
  projectFolder,
  repositoryPrefix,
  readSettings,
  withSettings,
  BASELINE_FILE,
  parseBaseline,
  serialiseBaseline,
  summaryOf,
  LOCKFILES,
  mustChoose,
  defaultSchemas,
  lockedCli,
  isWrittenFor2,
  gitFolders,
  readGit,
  discoverProject
};
