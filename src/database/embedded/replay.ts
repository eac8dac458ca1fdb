// The built-in replay: what `supabase db reset` does with a project's migrations, without the CLI.
// Its rules were read from the released CLI 3.1.0 and measured with it; a test compares both.

import { EnvironmentError } from '../../errors.ts';
import { named } from '../../findings/prose.ts';
import { visible } from '../../findings/visible.ts';
import { lineAndColumn } from '../../locator.ts';
import { fileOf, ROLES } from '../../migrations/migration.ts';
import { executionSteps, firstWord, type Statement, splitStatements } from '../../migrations/split.ts';
import { REPLAY_ELSEWHERE } from '../../options/table.ts';
import type { ReplayFailure, ReplayOutcome, ReplayPlan } from '../../ports.ts';
import { recordedVersions } from '../objects.ts';
import { leftOpenBy, undoneReplay } from '../open-transactions.ts';
import {
  type Failure,
  firstLineAt,
  refusedFile,
  refusedStatement,
  type Script,
  withoutCopyFromStdin,
} from '../refusals.ts';
import { DatabaseStopped, type Session } from '../session.ts';
import { arrayValue, type PipelinedStatement, TEXT, TEXT_ARRAY } from './protocol.ts';

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
 * leaks there, and does not here. A server of a single user knows no user to reset to, so the user is named.
 */
const RESET_SESSION = 'reset all; set session authorization postgres; reset role';

const RECORD =
  'insert into supabase_migrations.schema_migrations(version, name, statements) values($1, $2, $3)';

/** Object ids are given out in ascending order, so they tell in which file's run an object was created. */
export interface FirstId {
  /** File name of the migration. */
  file: string;
  /** No object of this file, or of a later one, has a smaller id. */
  id: number;
}

/**
 * Runs roles.sql and the migrations, in the given order, until one fails. Whatever comes of it, the session is then as
 * a new one would be.
 * @param onFile is told of each file before it runs
 */
export async function replay(
  session: Session,
  plan: ReplayPlan,
  onProgress: (done: number) => void,
  onFile?: (first: FirstId) => void,
): Promise<ReplayOutcome> {
  const { outcome, open } = await runAll(session, plan, onProgress, onFile);
  await restoreSession(session);
  if (open.length === 0) return outcome;
  // What a later file committed is there after all.
  const recorded = new Set(await recordedVersions(session).catch(() => []));
  const lost = open.filter(({ history }) => history === undefined || !recorded.has(history.version));
  if (lost.length === 0) return outcome;
  return undoneReplay(leftOpenBy(lost), plan, outcome.status === 'failed' ? outcome : undefined);
}

/** Undoes what files may have left behind in a session, for whoever asks the database next. */
export async function restoreSession(session: Session): Promise<void> {
  for (const statement of ['rollback', RESET_SESSION, 'discard all']) await session.run(statement);
}

/** Takes an object id; 0 where none can be had, which tells nothing: in a transaction that a file left behind failed. */
async function nextId(session: Session): Promise<number> {
  const next = `select pg_catalog.pg_nextoid('pg_class', 'oid', 'pg_class_oid_index')::int8::float8 as id`;
  const { rows } = await session.query<{ id: number }>(next).catch(() => ({ rows: [] }));
  return rows[0]?.id ?? 0;
}

interface Run {
  outcome: { status: 'replayed'; applied: number } | ReplayFailure;
  /** The files at whose end a transaction is open. */
  open: Script[];
}

async function runAll(
  session: Session,
  { secrets = [], roles, migrations }: ReplayPlan,
  onProgress: (done: number) => void,
  onFile?: (first: FirstId) => void,
): Promise<Run> {
  const open: Script[] = [];
  for (const { name, value } of secrets)
    await must(
      session,
      `select vault.create_secret(${literal(value)}, ${literal(name)})`,
      'vault.create_secret',
    );
  if (roles !== undefined) {
    const script = { file: ROLES, sql: roles };
    const { failure, isOpen } = await runScript(session, script);
    if (failure) return { outcome: { ...failure, applied: 0 }, open };
    if (isOpen) return { outcome: { status: 'replayed', applied: 0 }, open: [script] };
  }
  await must(session, CREATE_HISTORY);
  let applied = 0;
  for (const { file, version, name, sql } of migrations) {
    await must(session, RESET_SESSION);
    if (onFile) onFile({ file, id: await nextId(session) });
    const script = { file, sql, history: { version, name } };
    const { failure, isOpen } = await runScript(session, script);
    if (failure) return { outcome: { ...failure, applied }, open };
    if (isOpen) open.push(script);
    applied += 1;
    onProgress(applied);
  }
  return { outcome: { status: 'replayed', applied }, open };
}

/** Runs one file, step by step; the last step also records it in the history, in the same transaction. */
async function runScript(session: Session, script: Script): Promise<{ failure?: Failure; isOpen?: boolean }> {
  const statements = splitStatements(script.sql);
  const steps = executionSteps(statements.map(withoutCopyFromStdin), script.sql);
  if (steps.at(-1)?.alone !== false) steps.push({ statements: [], alone: false });
  let isOpen = false;
  for (const [index, step] of steps.entries()) {
    const isLast = index === steps.length - 1;
    const record = isLast && script.history ? [recordOf(script.history, statements)] : [];
    const [only] = step.statements;
    const at = (one: Statement): string => `${script.file}:${one.start}`;
    const sent =
      step.alone && only
        ? session.run(only.text, at(only))
        : session.runBatch([...step.statements.map((one) => ({ text: one.text, at: at(one) })), ...record]);
    const { completed, error, ...state } = await sent.catch((cause: unknown) => {
      throw cause instanceof DatabaseStopped ? stoppedIn(script, step.statements, cause) : cause;
    });
    isOpen = state.isOpen === true;
    if (!error) continue;
    const failing = step.statements[completed];
    const failure = failing
      ? refusedStatement(script, failing, error)
      : refusedFile(script, statements.at(-1), error);
    return { failure };
  }
  return { isOpen };
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
    remedy: REPLAY_ELSEWHERE,
    cause,
    blocker: { rule: 'embedded-cannot-replay', location, statement: firstLineAt(sql, word) },
  });
}

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

/** For statements of ours: a refusal is a bug or a broken session, not a finding. */
async function must(session: Session, sql: string, shown = sql): Promise<void> {
  const { error } = await session.run(sql);
  if (error) throw new Error(`${error.message} (${error.sqlState}) in: ${shown}`);
}

/** A text as SQL writes it. */
export const literal = (text: string): string => `e'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
