// src/migrations/lexemes.ts
var LINE_END = /[\n\r]/g;
var SPACES = " 	\n\r\f\v";
var isSpace = (character) => character !== "" && SPACES.includes(character);
var isLineEnd = (character) => character === "\n" || character === "\r";
var isWordUnit = (unit) => unit >= 128 || unit >= 97 && unit <= 122 || unit >= 65 && unit <= 90 || unit >= 48 && unit <= 57 || unit === 95 || unit === 36;
var isWordAt = (sql, at) => at >= 0 && at < sql.length && isWordUnit(sql.charCodeAt(at));
function afterLineComment(sql, start) {
  LINE_END.lastIndex = start;
  const end = LINE_END.exec(sql);
  return end === null ? sql.length : end.index + 1;
}
function afterBlockComment(sql, start) {
  let depth = 1;
  let at = start + 2;
  while (at < sql.length && depth > 0) {
    const step = sql.startsWith("/*", at) ? 1 : sql.startsWith("*/", at) ? -1 : 0;
    depth += step;
    at += step === 0 ? 1 : 2;
  }
  return at;
}
function afterQuote(sql, start) {
  const delimiter = sql.charAt(start);
  let at = start + 1;
  for (; ; ) {
    const end = sql.indexOf(delimiter, at);
    if (end < 0) return sql.length;
    if (sql.charAt(end + 1) !== delimiter) return end + 1;
    at = end + 2;
  }
}
function afterEscapeString(sql, start) {
  let at = start + 1;
  while (at < sql.length) {
    const character = sql.charAt(at);
    if (character === "\\") at += 2;
    else if (character !== "'") at += 1;
    else if (sql.charAt(at + 1) === "'") at += 2;
    else {
      const next = continuation(sql, at + 1);
      if (next === void 0) return at + 1;
      at = next + 1;
    }
  }
  return sql.length;
}
function continuation(sql, start) {
  let newline = false;
  let at = start;
  while (at < sql.length) {
    const character = sql.charAt(at);
    if (sql.startsWith("--", at)) {
      at = afterLineComment(sql, at);
      newline = true;
    } else if (isSpace(character)) {
      newline = newline || isLineEnd(character);
      at += 1;
    } else return newline && character === "'" ? at : void 0;
  }
  return void 0;
}
function afterDollar(sql, start) {
  if (isWordAt(sql, start - 1)) return start + 1;
  let end = start + 1;
  while (isWordAt(sql, end) && sql.charAt(end) !== "$") end += 1;
  if (sql.charAt(end) !== "$") return end;
  const tag = sql.slice(start, end + 1);
  const close = sql.indexOf(tag, start + 1);
  return close < 0 ? sql.length : close + tag.length;
}
function afterComments(text) {
  let at = 0;
  while (at < text.length) {
    if (isSpace(text.charAt(at)) || text.charAt(at) === "\uFEFF") at += 1;
    else if (text.startsWith("--", at)) at = afterLineComment(text, at);
    else if (text.startsWith("/*", at)) at = afterBlockComment(text, at);
    else return at;
  }
  return at;
}
function afterLiteral(sql, at) {
  switch (sql.charAt(at)) {
    case "'":
      return /e/i.test(sql.charAt(at - 1)) && !isWordAt(sql, at - 2) ? afterEscapeString(sql, at) : afterQuote(sql, at);
    case '"':
      return afterQuote(sql, at);
    case "$":
      return afterDollar(sql, at);
    case "-":
      return sql.charAt(at + 1) === "-" ? afterLineComment(sql, at) : at;
    case "/":
      return sql.charAt(at + 1) === "*" ? afterBlockComment(sql, at) : at;
    default:
      return at;
  }
}

export {
  isSpace,
  isWordAt,
  afterComments,
  afterLiteral
};
