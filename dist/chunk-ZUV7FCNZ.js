import {
  firstWord,
  splitStatements
} from "./chunk-VYQOUJSW.js";
import {
  afterComments
} from "./chunk-PHKX5COY.js";
import {
  lineAndColumn
} from "./chunk-V526W2HQ.js";

// src/migrations/transactions.ts
var BEGINS = /^(?:begin|start transaction)\b/;
var ENDS = /^(?:commit|end|abort|rollback|prepare transaction)\b/;
var ENDS_NONE = /^rollback (?:(?:work|transaction) )?to\b|^(?:commit|rollback) prepared\b/;
var BEGINS_NEXT = /\band chain$/;
function unclosedBegin(statements) {
  let open;
  for (const statement of statements) {
    const words = wordsOf(statement.text);
    if (BEGINS.test(words)) open ??= statement;
    else if (ENDS.test(words) && !ENDS_NONE.test(words))
      open = BEGINS_NEXT.test(words) ? statement : void 0;
  }
  return open;
}
var MOST_WORDS = 5;
function wordsOf(text) {
  const words = [];
  for (let at = afterComments(text); words.length < MOST_WORDS; ) {
    const [word] = /^\w+/.exec(text.slice(at, at + 64)) ?? [];
    if (word === void 0) break;
    words.push(word.toLowerCase());
    at += word.length;
    at += afterComments(text.slice(at));
  }
  return words.join(" ");
}

// src/database/refusals.ts
var NUL_HINT = "The file holds NUL bytes, as one in UTF-16 does: save it as UTF-8.";
function refusedStatement({ file, sql }, failing, error) {
  const word = failing.start + firstWord(failing.text);
  const offset = error.position === void 0 ? word : offsetOfCharacter(sql, failing.start, error.position);
  return {
    status: "failed",
    file,
    ...lineAndColumn(sql, offset),
    statement: firstLineAt(sql, word),
    ...serverWords(failing.text.includes("\0") ? { ...error, hint: NUL_HINT } : error)
  };
}
function refusedFile({ file, sql }, last, error) {
  const roleHint = error.sqlState === "42501" ? "The file ends under another role, which may not record it: end it with `reset role`." : "The database refuses the end of the file, where its transaction is committed and recorded.";
  const offset = last === void 0 ? 0 : last.start + firstWord(last.text);
  const words = serverWords({ ...error, hint: roleHint });
  return { status: "failed", file, ...lineAndColumn(sql, offset), statement: "", ...words };
}
function serverWords({
  sqlState,
  message,
  detail,
  hint
}) {
  return { sqlState, message, ...detail && { detail }, ...hint && { hint } };
}
function offsetOfCharacter(text, start, position) {
  let offset = start;
  for (let character = 1; character < position && offset < text.length; character++) {
    offset += (text.codePointAt(offset) ?? 0) > 65535 ? 2 : 1;
  }
  return offset;
}
var firstLineAt = (sql, offset) => (sql.slice(offset).split(/\r?\n/, 1)[0] ?? "").trim();
var COPY_FROM_STDIN = /^copy\s[^;]*\sfrom\s+stdin\b/i;
var COPY_REFUSAL = {
  sqlState: "08P01",
  message: "unexpected message type 0x50 during COPY from stdin",
  hint: "Only psql sends the rows of COPY \u2026 FROM STDIN: write them as INSERT statements, or move them to supabase/seed.sql."
};
var REFUSE_COPY = `do $refused$ begin raise sqlstate '${COPY_REFUSAL.sqlState}' using
  message = '${COPY_REFUSAL.message}', hint = '${COPY_REFUSAL.hint}'; end $refused$`;
function withoutCopyFromStdin(statement) {
  const word = firstWord(statement.text);
  if (!COPY_FROM_STDIN.test(statement.text.slice(word))) return statement;
  return { ...statement, text: statement.text.slice(0, word) + REFUSE_COPY };
}
function refusedCopy(migrations) {
  for (const [applied, { file, sql }] of migrations.entries()) {
    const copy = splitStatements(sql).find((statement) => withoutCopyFromStdin(statement) !== statement);
    if (copy) return { ...refusedStatement({ file, sql }, copy, COPY_REFUSAL), applied };
  }
  return void 0;
}

// src/database/open-transactions.ts
var openedBy = (files) => files.flatMap(({ file, sql }) => {
  const begin = unclosedBegin(splitStatements(sql));
  return begin === void 0 ? [] : [placeOf({ file, sql }, begin.start + firstWord(begin.text))];
});
function leftOpenBy(files) {
  const opened = openedBy(files);
  return opened.length > 0 ? opened : files.slice(0, 1).map((script) => placeOf(script, 0));
}
var placeOf = ({ file, sql }, offset) => ({
  file,
  ...lineAndColumn(sql, offset),
  statement: firstLineAt(sql, offset)
});
function undoneReplay(leftOpen, { migrations }, failure) {
  if (failure !== void 0) return { ...failure, leftOpen };
  const first = migrations.findIndex(({ file }) => file === leftOpen[0]?.file);
  return { status: "left-open", leftOpen, applied: Math.max(0, first) };
}

export {
  refusedStatement,
  refusedFile,
  firstLineAt,
  withoutCopyFromStdin,
  refusedCopy,
  openedBy,
  leftOpenBy,
  undoneReplay
};
