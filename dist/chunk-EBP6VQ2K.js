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

// src/migrations/split.ts
var ATOMIC = /(?<![\w$\u0080-\uffff])begin[ \t\n\r\f\v]+atomic$/i;
function trimmed(sql, start, end) {
  let last = end;
  while (last > start && sql.charAt(last - 1) === ";") last -= 1;
  const leading = sql.slice(start, last).trimStart();
  const text = leading.trimEnd();
  return text === "" ? void 0 : { text, start: last - leading.length };
}
function closeParentheses(groups) {
  while (groups.at(-1)?.kind === "parenthesis") groups.pop();
}
function closeAtomic(sql, groups, at) {
  const group = groups.at(-1);
  if (group?.kind !== "atomic" || group.statementHasContent) return;
  const start = at - 2;
  if (sql.slice(start, at + 1).toUpperCase() !== "END" || isWordAt(sql, start - 1)) return;
  const before = sql.slice(group.statementStart, start);
  if (afterComments(before) < before.length) group.statementHasContent = true;
  else if (at + 1 < sql.length && !isWordAt(sql, at + 1)) groups.pop();
}
function endsBeginAtomic(sql, at, tokenStart) {
  if (sql.slice(at - 5, at + 1).toUpperCase() !== "ATOMIC") return false;
  let begin = at - 6;
  while (begin >= tokenStart && isSpace(sql.charAt(begin))) begin -= 1;
  return ATOMIC.test(sql.slice(Math.max(tokenStart, begin - 5), at + 1));
}
function splitStatements(sql) {
  const statements = [];
  const groups = [];
  let start = 0;
  let at = 0;
  const emit = (end) => {
    const statement = trimmed(sql, start, end);
    if (statement) statements.push(statement);
    start = end;
  };
  while (at < sql.length) {
    const behind = afterLiteral(sql, at);
    if (behind > at) {
      at = behind;
      continue;
    }
    switch (sql.charAt(at)) {
      case "\\":
        at += 1;
        if (sql.charAt(at) === ")") closeParentheses(groups);
        break;
      case "(":
        if (groups.at(-1)?.kind !== "parenthesis") groups.push({ kind: "parenthesis" });
        break;
      case ")":
        closeParentheses(groups);
        break;
      case "c":
      case "C":
        if (endsBeginAtomic(sql, at, start))
          groups.push({ kind: "atomic", statementStart: at + 1, statementHasContent: false });
        break;
      case "d":
      case "D":
        closeAtomic(sql, groups, at);
        break;
      case ";": {
        const group = groups.at(-1);
        if (group === void 0) emit(at + 1);
        else if (group.kind === "atomic") {
          group.statementStart = at + 1;
          group.statementHasContent = false;
        }
      }
    }
    at += 1;
  }
  emit(sql.length);
  return statements;
}
function firstWord(text) {
  const offset = afterComments(text);
  return offset < text.length ? offset : 0;
}
var lineAndColumn = (sql, offset) => locator(sql)(offset);
function locator(sql) {
  const starts = [sql.startsWith("\uFEFF") ? 1 : 0];
  for (let at = sql.indexOf("\n"); at >= 0; at = sql.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    let line = 0;
    for (let high = starts.length; line + 1 < high; ) {
      const middle = line + high >> 1;
      if ((starts[middle] ?? 0) <= offset) line = middle;
      else high = middle;
    }
    return { line: line + 1, column: [...sql.slice(starts[line], offset)].length + 1 };
  };
}
var NO_TRANSACTION = "-- pg-delta: transaction=false";
var TRANSACTION_CONTROL = /^(?:BEGIN|START\s+TRANSACTION|COMMIT|END|ABORT|PREPARE\s+TRANSACTION)(?:\s|$)|^ROLLBACK(?!\s+(?:(?:WORK|TRANSACTION)\s+)?TO(?:\s|$))(?:\s|$)/i;
var OUTSIDE_TRANSACTIONS = [
  /^CREATE\s+(?:UNIQUE\s+)?INDEX\s+CONCURRENTLY(?:\s|$)/i,
  /^DROP\s+INDEX\s+CONCURRENTLY(?:\s|$)/i,
  /^REINDEX(?:\s|\().*\sCONCURRENTLY(?:\s|$)/i,
  /^VACUUM(?:\s|\(|$)/i,
  /^ALTER\s+SYSTEM(?:\s|$)/i,
  /^CLUSTER(?:\s|$)/i
];
var withoutComments = (text) => text.slice(afterComments(text)).trim();
var runsOutsideTransactions = (statement) => {
  const text = withoutComments(statement.text);
  return OUTSIDE_TRANSACTIONS.some((pattern) => pattern.test(text));
};
function hasNoTransactionDirective(sql) {
  const [firstLine = ""] = sql.replace(/^\uFEFF/, "").split("\n", 1);
  return firstLine.replace(/\r$/, "") === NO_TRANSACTION;
}
function executionMode(statements, sql) {
  const controls = statements.some(({ text }) => TRANSACTION_CONTROL.test(withoutComments(text)));
  return controls || hasNoTransactionDirective(sql) ? "one-by-one" : "batch";
}
function executionSteps(statements, sql) {
  if (executionMode(statements, sql) === "one-by-one")
    return statements.map((statement) => ({ statements: [statement], alone: true }));
  const steps = [];
  for (const statement of statements) {
    const last = steps.at(-1);
    if (runsOutsideTransactions(statement)) steps.push({ statements: [statement], alone: true });
    else if (last && !last.alone) last.statements.push(statement);
    else steps.push({ statements: [statement], alone: false });
  }
  return steps;
}

export {
  isSpace,
  isWordAt,
  afterComments,
  afterLiteral,
  splitStatements,
  firstWord,
  lineAndColumn,
  locator,
  executionSteps
};
