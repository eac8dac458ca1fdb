import {
  fileOf
} from "./chunk-DRCJF5BI.js";
import {
  executionSteps,
  firstWord,
  lineAndColumn,
  splitStatements
} from "./chunk-EBP6VQ2K.js";
import {
  RULES,
  named
} from "./chunk-A6TUPFTR.js";
import {
  visible
} from "./chunk-GC345QKC.js";
import {
  EnvironmentError
} from "./chunk-HIMI4JHW.js";

// src/database/protocol.ts
var TEXT = 25;
var TEXT_ARRAY = 1009;
var utf8 = new TextEncoder();
var int32 = (value) => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setInt32(0, value);
  return bytes;
};
var int16 = (value) => int32(value).subarray(2);
var cString = (text) => utf8.encode(`${text}\0`);
function joined(parts) {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
function message(letter, ...body) {
  const content = joined(body);
  return joined([utf8.encode(letter), int32(content.length + 4), content]);
}
var simpleQuery = (sql) => message("Q", cString(sql));
var pipeline = (statements) => joined([...statements.flatMap(parseBindExecute), message("S")]);
function parseBindExecute({ text, parameters = [] }) {
  const types = parameters.map(({ type }) => int32(type));
  const values = parameters.flatMap(({ value }) => {
    const bytes = utf8.encode(value);
    return [int32(bytes.length), bytes];
  });
  const unnamed = cString("");
  return [
    message("P", unnamed, cString(text), int16(types.length), ...types),
    message("B", unnamed, unnamed, int16(0), int16(parameters.length), ...values, int16(0)),
    message("E", unnamed, int32(0))
  ];
}
var arrayValue = (texts) => `{${texts.map((text) => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`).join(",")}}`;

// src/database/session.ts
var DatabaseStopped = class extends Error {
  name = "DatabaseStopped";
};

// src/database/replay.ts
var CREATE_HISTORY = `
set local lock_timeout = '4s';
create schema if not exists supabase_migrations;
create table if not exists supabase_migrations.schema_migrations (version text not null primary key);
alter table supabase_migrations.schema_migrations add column if not exists statements text[];
alter table supabase_migrations.schema_migrations add column if not exists name text;`;
var RESET_SESSION = "reset all; reset session authorization; reset role";
var RECORD = "insert into supabase_migrations.schema_migrations(version, name, statements) values($1, $2, $3)";
async function replay(session, plan, onProgress) {
  if (plan.roles !== void 0) {
    const failure = await runScript(session, { file: "roles.sql", sql: plan.roles });
    if (failure) return { ...failure, applied: 0 };
  }
  await must(session, CREATE_HISTORY);
  let applied = 0;
  for (const { file, version, name, sql } of plan.migrations) {
    await must(session, RESET_SESSION);
    const failure = await runScript(session, { file, sql, history: { version, name } });
    if (failure) return { ...failure, applied };
    applied += 1;
    onProgress(applied);
  }
  await must(session, RESET_SESSION);
  return { status: "replayed", applied };
}
async function runScript(session, script) {
  const statements = splitStatements(script.sql);
  const steps = executionSteps(statements.map(withoutCopyFromStdin), script.sql);
  if (steps.at(-1)?.alone !== false) steps.push({ statements: [], alone: false });
  for (const [index, step] of steps.entries()) {
    const isLast = index === steps.length - 1;
    const record = isLast && script.history ? [recordOf(script.history, statements)] : [];
    const [only] = step.statements;
    const sent = step.alone && only ? session.run(only.text) : session.runBatch([...step.statements, ...record]);
    const { completed, error } = await sent.catch((cause) => {
      throw cause instanceof DatabaseStopped ? stoppedIn(script, step.statements, cause) : cause;
    });
    if (!error) continue;
    const failing = step.statements[completed];
    return failing ? refusedStatement(script, failing, error) : refusedFile(script, statements.at(-1), error);
  }
  return void 0;
}
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
function stoppedIn({ file, sql }, statements, { message: message2, cause }) {
  const [first] = statements;
  const word = first === void 0 ? 0 : first.start + firstWord(first.text);
  const location = { file: fileOf(file), ...lineAndColumn(sql, word) };
  const others = statements.length - 1;
  const which = others > 0 ? `this statement, or of one of the ${others} after it,` : "this statement";
  return new EnvironmentError({
    message: `The embedded database died of ${which} in ${named(location.file)}: ${visible(message2)}.`,
    remedy: RULES["embedded-cannot-replay"].remedy,
    cause,
    blocker: { rule: "embedded-cannot-replay", location, statement: firstLineAt(sql, word) }
  });
}
var firstLineAt = (sql, offset) => (sql.slice(offset).split(/\r?\n/, 1)[0] ?? "").trim();
var recordOf = ({ version, name }, statements) => ({
  text: RECORD,
  parameters: [
    { type: TEXT, value: version },
    { type: TEXT, value: name },
    { type: TEXT_ARRAY, value: arrayValue(statements.map(({ text }) => text)) }
  ]
});
function refusedStatement({ file, sql }, failing, error) {
  const word = failing.start + firstWord(failing.text);
  const offset = error.position === void 0 ? word : offsetOfCharacter(sql, failing.start, error.position);
  return {
    status: "failed",
    file,
    ...lineAndColumn(sql, offset),
    statement: firstLineAt(sql, word),
    ...serverWords(error)
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
  message: message2,
  detail,
  hint
}) {
  return { sqlState, message: message2, ...detail && { detail }, ...hint && { hint } };
}
function offsetOfCharacter(text, start, position) {
  let offset = start;
  for (let character = 1; character < position && offset < text.length; character++) {
    offset += (text.codePointAt(offset) ?? 0) > 65535 ? 2 : 1;
  }
  return offset;
}
async function must(session, sql) {
  const { error } = await session.run(sql);
  if (error) throw new Error(`${error.message} (${error.sqlState}) in: ${sql}`);
}

export {
  simpleQuery,
  pipeline,
  DatabaseStopped,
  RESET_SESSION,
  replay,
  refusedCopy,
  refusedStatement,
  refusedFile
};
