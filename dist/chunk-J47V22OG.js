import {
  firstWord,
  splitStatements
} from "./chunk-VYQOUJSW.js";
import {
  afterLiteral
} from "./chunk-PHKX5COY.js";
import {
  messageOf
} from "./chunk-COC3XPBN.js";

// src/migrations/parse.ts
import { loadModule, parseSync } from "./vendor/pgsql-parser.js";
var loadParser = () => loadModule();
async function parseMigration(sql) {
  await loadParser();
  return parseStatements(sql);
}
function parseStatements(sql) {
  const parsed = { statements: [], refused: [] };
  for (const source of splitStatements(sql)) {
    const run = longRun(source.text);
    if (run !== void 0) {
      parsed.refused.push({ message: LONG_RUN, offset: source.start + run, source });
      continue;
    }
    try {
      for (const raw of parseSync(source.text).stmts ?? []) {
        if (raw.stmt) parsed.statements.push(located(raw, raw.stmt, source));
      }
    } catch (error) {
      const offset = source.start + unitsOfCodePoints(source.text, cursorOf(error));
      parsed.refused.push({ message: messageOf(error), offset, source });
    }
  }
  return parsed;
}
var LONG_RUN = "a run of more than 1,000 characters that operators and comments are made of";
var RUN = /(?<![-+*/<>=~!@#%^&|`?])[-+*/<>=~!@#%^&|`?]{1001}/y;
var ANY_RUN = new RegExp(RUN, "");
function longRun(text) {
  if (!ANY_RUN.test(text)) return void 0;
  for (let at = 0; at < text.length; ) {
    RUN.lastIndex = at;
    const isLineComment = text.startsWith("--", at);
    if (!isLineComment && RUN.test(text)) return at;
    at = Math.max(afterLiteral(text, at), at + 1);
  }
  return void 0;
}
function offsetOf(statement, location) {
  if (location === void 0 || location < 0) return statement.start;
  return statement.source.start + unitsIn(statement.source)(location);
}
function located(raw, node, source) {
  const from = unitsOfBytes(source.text, raw.stmt_location ?? 0);
  const text = raw.stmt_len ? source.text.slice(from, from + unitsOfBytes(source.text.slice(from), raw.stmt_len)) : source.text.slice(from);
  const start = source.start + from;
  return { node, start: start + firstWord(text), end: start + text.trimEnd().length, source };
}
var wideCharacters = /* @__PURE__ */ new WeakMap();
function unitsIn(source) {
  const wide = wideCharacters.get(source) ?? wideIn(source.text);
  wideCharacters.set(source, wide);
  return (bytes) => {
    let low = 0;
    for (let high = wide.length; low < high; ) {
      const middle = low + high >> 1;
      if ((wide[middle]?.bytes ?? 0) <= bytes) low = middle + 1;
      else high = middle;
    }
    const before = wide[low - 1] ?? { bytes: 0, units: 0 };
    return Math.min(before.units + bytes - before.bytes, source.text.length);
  };
}
function wideIn(text) {
  let more = 0;
  return Array.from(text.matchAll(/[^\0-\x7f]/gu), ({ 0: character, index }) => {
    more += Buffer.byteLength(character, "utf8") - character.length;
    const units = index + character.length;
    return { bytes: units + more, units };
  });
}
function unitsOfBytes(text, bytes) {
  let units = 0;
  for (let seen = 0; seen < bytes && units < text.length; ) {
    const point = text.codePointAt(units) ?? 0;
    seen += point < 128 ? 1 : point < 2048 ? 2 : point < 65536 ? 3 : 4;
    units += point < 65536 ? 1 : 2;
  }
  return units;
}
function unitsOfCodePoints(text, points) {
  let units = 0;
  for (let seen = 0; seen < points && units < text.length; seen++) {
    units += (text.codePointAt(units) ?? 0) < 65536 ? 1 : 2;
  }
  return units;
}
function cursorOf(error) {
  if (!(error instanceof Error && "sqlDetails" in error)) return 0;
  const details = error.sqlDetails;
  const cursor = typeof details === "object" && details !== null && "cursorPosition" in details && details.cursorPosition;
  return typeof cursor === "number" ? cursor : 0;
}

// src/migrations/names.ts
var IDENTIFIER = '(?:"(?:[^"]|"")+"|[A-Za-z_\\u0080-\\uffff][\\w$\\u0080-\\uffff]*)';
var QUALIFIED = `${IDENTIFIER}(?:\\s*\\.\\s*${IDENTIFIER})?`;
var WHOLE_NAME = new RegExp(`^\\s*${QUALIFIED}\\s*$`);
var EACH_IDENTIFIER = new RegExp(IDENTIFIER, "g");
var unquoted = (identifier) => identifier.startsWith('"') ? identifier.slice(1, -1).replaceAll('""', '"') : identifier.toLowerCase();
function strings(nodes) {
  return (nodes ?? []).flatMap((node) => "String" in node ? [node.String.sval ?? ""] : []);
}
function nameOf(parts) {
  const name = parts.at(-1);
  return name === void 0 ? void 0 : { schema: parts.at(-2), name };
}
function rangeVarName({ schemaname, relname }) {
  return { schema: schemaname, name: relname ?? "" };
}
function readName(text) {
  if (!WHOLE_NAME.test(text)) return void 0;
  return nameOf((text.match(EACH_IDENTIFIER) ?? []).map(unquoted));
}

// src/migrations/bodies.ts
function bodyOf(node) {
  if ("DoStmt" in node) return readBody(node.DoStmt.args);
  return "CreateFunctionStmt" in node ? readBody(node.CreateFunctionStmt.options) : void 0;
}
function readBody(options) {
  let language = "plpgsql";
  let text;
  for (const option of options ?? []) {
    if (!("DefElem" in option)) continue;
    const { defname, arg } = option.DefElem;
    const [value] = arg && "List" in arg ? strings(arg.List.items) : strings(arg && [arg]);
    if (defname === "language") language = (value ?? "").toLowerCase();
    if (defname === "as") text = value;
  }
  return text === void 0 ? void 0 : { language, text };
}
async function sqlBody(statement, create, body) {
  if (body.language !== "sql" || isPolymorphic(create)) return [];
  const { statements } = await parseMigration(body.text);
  const offset = offsetInFile(statement, body.text);
  return statements.filter(({ node }) => isQuery(node)).map((query) => inFile(query, statement, offset));
}
var isQuery = (node) => "SelectStmt" in node || "InsertStmt" in node || "UpdateStmt" in node || "DeleteStmt" in node || "MergeStmt" in node;
function isPolymorphic({ parameters = [] }) {
  return parameters.some((parameter) => {
    const type = "FunctionParameter" in parameter ? parameter.FunctionParameter.argType : void 0;
    return strings(type?.names).at(-1)?.startsWith("any") ?? false;
  });
}
function offsetInFile(outer, quoted) {
  const verbatim = outer.source.text.indexOf(quoted);
  return verbatim < 0 ? void 0 : outer.source.start + verbatim;
}
function inFile(inner, outer, offset) {
  if (offset === void 0)
    return { ...inner, start: outer.start, end: outer.end, source: { text: "", start: outer.start } };
  const { text, start } = inner.source;
  return {
    ...inner,
    start: inner.start + offset,
    end: inner.end + offset,
    source: { text, start: start + offset }
  };
}
var ROW_TYPE = new RegExp(`(?<![\\w$\\u0080-\\uffff])(${QUALIFIED})\\s*%\\s*rowtype\\b`, "gi");
function rowTypes(body) {
  if (body.language !== "plpgsql") return [];
  return [...withoutLiterals(body.text).matchAll(ROW_TYPE)].flatMap(([, name = ""]) => {
    const read = readName(name);
    return read ? [{ kind: "relation", ...read, location: void 0 }] : [];
  });
}
function withoutLiterals(text) {
  const pieces = [];
  let start = 0;
  let at = 0;
  while (at < text.length) {
    const behind = afterLiteral(text, at);
    if (behind > at && text.charAt(at) !== '"') {
      pieces.push(text.slice(start, at), " ");
      start = behind;
    }
    at = Math.max(behind, at + 1);
  }
  pieces.push(text.slice(start));
  return pieces.join("");
}
var CREATION = /\bcreate\s+(?:or\s+replace\s+)?(?:(?:global|local|temp|temporary|unlogged|foreign|materialized|recursive)\s+)*(?:table|view|type|domain|sequence|schema)\s+(?:if\s+not\s+exists\s+)?([^\s(;]*)/gi;
var RENAMING = /\b(?:rename\s+to|alter\s+(?:table|view|type|sequence)(?:\s+if\s+exists)?(?=\s+\S+\s+set\s+schema\b)|into\s+temp(?:orary)?(?:\s+table)?)\s+([^\s(;']+)/gi;
function textualCreations(text) {
  const found = { created: [], prefixes: [], dynamic: false };
  for (const [, name = ""] of [...text.matchAll(CREATION), ...text.matchAll(RENAMING)]) {
    const read = readName(name.replace(/['|].*$/s, ""));
    const placeholder = name.search(/%|'|\|/);
    if (placeholder < 0 && read) found.created.push(...anywhere(read.name));
    else {
      const prefix = name.slice(0, Math.max(placeholder, 0)).replaceAll('"', "").split(".").at(-1) ?? "";
      if (prefix === "") found.dynamic = true;
      else found.prefixes.push(prefix.toLowerCase());
    }
  }
  return found;
}
var anywhere = (name) => [{ kind: "relation", schema: void 0, name, anywhere: true }];
var quotedWords = (text) => [...text.matchAll(/'([A-Za-z_][\w.]*)'/g)].flatMap(([, word = ""]) => word.split("."));

// src/migrations/settings.ts
var DEFAULT_SETTINGS = { path: ["public", "extensions"], checksBodies: true };
function settingsAfter(node, settings) {
  if ("VariableSetStmt" in node) return afterSet(node.VariableSetStmt, settings);
  if ("SelectStmt" in node) return afterSelect(node.SelectStmt, settings);
  if ("DiscardStmt" in node) return DEFAULT_SETTINGS;
  return settings;
}
function settingsOf({ options = [] }, settings) {
  let current = settings;
  for (const option of options) {
    const arg = "DefElem" in option ? option.DefElem.arg : void 0;
    if (arg && "VariableSetStmt" in arg) current = afterSet(arg.VariableSetStmt, current);
  }
  return current;
}
function afterSet({ kind, name, args }, settings) {
  if (kind === "VAR_RESET_ALL") return DEFAULT_SETTINGS;
  if (kind === "VAR_SET_CURRENT") return settings;
  const texts = kind === "VAR_SET_VALUE" ? (args ?? []).map(constant) : void 0;
  if (name === "search_path") return { ...settings, path: texts ? pathOf(texts) : DEFAULT_SETTINGS.path };
  if (name === "check_function_bodies") return { ...settings, checksBodies: !isOff(texts?.[0]) };
  return settings;
}
function afterSelect({ targetList = [] }, settings) {
  let current = settings;
  for (const target of targetList) {
    const value = "ResTarget" in target ? target.ResTarget.val : void 0;
    if (!(value && "FuncCall" in value) || strings(value.FuncCall.funcname).at(-1) !== "set_config") continue;
    const [name, text] = (value.FuncCall.args ?? []).map(constant);
    if (name === "search_path")
      current = {
        ...current,
        path: text === void 0 ? text : pathOf(text.split(",").map((one) => one.trim()))
      };
    else if (name === "check_function_bodies") current = { ...current, checksBodies: !isOff(text) };
    else if (name === void 0) current = { ...current, path: void 0 };
  }
  return current;
}
function constant(node) {
  return "A_Const" in node ? node.A_Const.sval?.sval : void 0;
}
function pathOf(texts) {
  const path = [];
  for (const text of texts) {
    if (text === void 0 || text.includes(",")) return void 0;
    const schema = text.replaceAll('"', "");
    if (schema !== "" && schema !== "$user") path.push(schema);
  }
  return path;
}
var isOff = (text) => /^(?:off|false|no|0)$/i.test(text ?? "");

export {
  loadParser,
  parseMigration,
  parseStatements,
  offsetOf,
  QUALIFIED,
  strings,
  nameOf,
  rangeVarName,
  readName,
  bodyOf,
  sqlBody,
  offsetInFile,
  inFile,
  rowTypes,
  textualCreations,
  quotedWords,
  DEFAULT_SETTINGS,
  settingsAfter,
  settingsOf
};
