// The built-in replay: what `supabase db reset` does with a project's migrations, without the CLI.
// Its rules were read from the released CLI 3.1.0 and measured with it; a test compares both.

import { EnvironmentError } from '../errors.ts';
import { named } from '../findings/prose.ts';
import { RULES } from '../findings/rules.ts';
import { visible } from '../findings/visible.ts';
import { fileOf } from '../migrations/migration.ts';
import {
  executionSteps,
  firstWord,
  lineAndColumn,
  type Statement,
  splitStatements,
} from '../migrations/split.ts';
import type { ReplayFailure, ReplayOutcome, ReplayPlan } from '../ports.ts';
import { arrayValue, type PipelinedStatement, TEXT, TEXT_ARRAY } from './protocol.ts';
import { DatabaseStopped, type ServerError, type Session } from './session.ts';

/** The history table as the CLI makes it. */
const CREATE_HISTORY = `
set local lock_timeout = '4s';
create schema if not exists supabase_migrations;
create table if not exists supabase_migrations.schema_migrations (version text not null primary key);
alter table supabase_migrations.schema_migrations add column if not exists statements text[];
alter table supabase_migrations.schema_migrations add column if not exists name text;`;

/**
 * What is undone before each file, so that no setting of one leaks into the next. A message of its own, for a setting
 * may hold for the whole of the next transaction. The CLI resets settings only: a role that may write the history
 * leaks there, and does not here.
 */
export const RESET_SESSION = 'reset all; reset session authorization; reset role';

const RECORD =
  'insert into supabase_migrations.schema_migrations(version, name, statements) values($1, $2, $3)';

export interface Script {
  file: string;
  sql: string;
  /** Absent for a file that the history does not record. */
  history?: { version: string; name: string };
}

/** Runs roles.sql and the migrations, in the given order, until one fails. */
export async function replay(
  session: Session,
  plan: ReplayPlan,
  onProgress: (done: number) => void,
): Promise<ReplayOutcome> {
  if (plan.roles !== undefined) {
    const failure = await runScript(session, { file: 'roles.sql', sql: plan.roles });
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
  return { status: 'replayed', applied };
}

export type Failure = Omit<ReplayFailure, 'applied'>;

/** Runs one file, step by step; the last step also records it in the history, in the same transaction. */
async function runScript(session: Session, script: Script): Promise<Failure | undefined> {
  const statements = splitStatements(script.sql);
  const steps = executionSteps(statements.map(withoutCopyFromStdin), script.sql);
  if (steps.at(-1)?.alone !== false) steps.push({ statements: [], alone: false });
  for (const [index, step] of steps.entries()) {
    const isLast = index === steps.length - 1;
    const record = isLast && script.history ? [recordOf(script.history, statements)] : [];
    const [only] = step.statements;
    const sent =
      step.alone && only ? session.run(only.text) : session.runBatch([...step.statements, ...record]);
    const { completed, error } = await sent.catch((cause: unknown) => {
      throw cause instanceof DatabaseStopped ? stoppedIn(script, step.statements, cause) : cause;
    });
    if (!error) continue;
    const failing = step.statements[completed];
    return failing ? refusedStatement(script, failing, error) : refusedFile(script, statements.at(-1), error);
  }
  return undefined;
}

const COPY_FROM_STDIN = /^copy\s[^;]*\sfrom\s+stdin\b/i;

/**
 * `supabase db reset` has no rows to send, and is refused with these words (measured with 2.122.1 and 3.1.0 on
 * PostgreSQL 15). The embedded server would wait for them for ever, so it is told to refuse.
 */
const COPY_REFUSAL = {
  sqlState: '08P01',
  message: 'unexpected message type 0x50 during COPY from stdin',
  hint: 'Only psql sends the rows of COPY … FROM STDIN: write them as INSERT statements, or move them to supabase/seed.sql.',
};

const REFUSE_COPY = `do $refused$ begin raise sqlstate '${COPY_REFUSAL.sqlState}' using
  message = '${COPY_REFUSAL.message}', hint = '${COPY_REFUSAL.hint}'; end $refused$`;

function withoutCopyFromStdin(statement: Statement): Statement {
  const word = firstWord(statement.text);
  if (!COPY_FROM_STDIN.test(statement.text.slice(word))) return statement;
  return { ...statement, text: statement.text.slice(0, word) + REFUSE_COPY };
}

/** The first of such statements in files that somebody else sends to the embedded server, which would wait for ever. */
export function refusedCopy(migrations: ReplayPlan['migrations']): ReplayFailure | undefined {
  for (const [applied, { file, sql }] of migrations.entries()) {
    const copy = splitStatements(sql).find((statement) => withoutCopyFromStdin(statement) !== statement);
    if (copy) return { ...refusedStatement({ file, sql }, copy, COPY_REFUSAL), applied };
  }
  return undefined;
}

/** Which statement of a batch it was, nobody can say: its first stands for all. */
function stoppedIn(
  { file, sql }: Script,
  statements: readonly Statement[],
  { message, cause }: DatabaseStopped,
): EnvironmentError {
  const [first] = statements;
  const word = first === undefined ? 0 : first.start + firstWord(first.text);
  const location = { file: fileOf(file), ...lineAndColumn(sql, word) };
  const others = statements.length - 1;
  const which = others > 0 ? `this statement, or of one of the ${others} after it,` : 'this statement';
  return new EnvironmentError({
    message: `The embedded database died of ${which} in ${named(location.file)}: ${visible(message)}.`,
    remedy: RULES['embedded-cannot-replay'].remedy,
    cause,
    blocker: { rule: 'embedded-cannot-replay', location, statement: firstLineAt(sql, word) },
  });
}

const firstLineAt = (sql: string, offset: number): string =>
  (sql.slice(offset).split(/\r?\n/, 1)[0] ?? '').trim();

const recordOf = (
  { version, name }: { version: string; name: string },
  statements: readonly Statement[],
): PipelinedStatement => ({
  text: RECORD,
  parameters: [
    { type: TEXT, value: version },
    { type: TEXT, value: name },
    { type: TEXT_ARRAY, value: arrayValue(statements.map(({ text }) => text)) },
  ],
});

export function refusedStatement({ file, sql }: Script, failing: Statement, error: ServerError): Failure {
  const word = failing.start + firstWord(failing.text);
  const offset = error.position === undefined ? word : offsetOfCharacter(sql, failing.start, error.position);
  return {
    status: 'failed',
    file,
    ...lineAndColumn(sql, offset),
    statement: firstLineAt(sql, word),
    ...serverWords(error),
  };
}

/**
 * Every statement ran, and the end of the file was refused: its version is taken, it left another role behind, or a
 * deferred constraint does not hold. It is told at the last statement.
 */
export function refusedFile({ file, sql }: Script, last: Statement | undefined, error: ServerError): Failure {
  const roleHint =
    error.sqlState === '42501'
      ? 'The file ends under another role, which may not record it: end it with `reset role`.'
      : 'The database refuses the end of the file, where its transaction is committed and recorded.';
  const offset = last === undefined ? 0 : last.start + firstWord(last.text);
  const words = serverWords({ ...error, hint: roleHint });
  return { status: 'failed', file, ...lineAndColumn(sql, offset), statement: '', ...words };
}

function serverWords({
  sqlState,
  message,
  detail,
  hint,
}: ServerError): Pick<ReplayFailure, 'sqlState' | 'message' | 'detail' | 'hint'> {
  return { sqlState, message, ...(detail && { detail }), ...(hint && { hint }) };
}

/** PostgreSQL counts characters from 1; JavaScript counts UTF-16 units from 0. */
function offsetOfCharacter(text: string, start: number, position: number): number {
  let offset = start;
  for (let character = 1; character < position && offset < text.length; character++) {
    offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
  }
  return offset;
}

/** For statements of ours: a refusal is a bug or a broken session, not a finding. */
async function must(session: Session, sql: string): Promise<void> {
  const { error } = await session.run(sql);
  if (error) throw new Error(`${error.message} (${error.sqlState}) in: ${sql}`);
}
