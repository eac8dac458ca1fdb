import {
  afterComments,
  afterLiteral,
  isSpace,
  isWordAt
} from "./chunk-PHKX5COY.js";

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
  splitStatements,
  firstWord,
  executionSteps
};
