// The built-in replay: what `supabase db reset` does with a project's migrations, without the CLI.
// Its rules were read from the released CLI 3.1.0 and measured with it; a test compares both.

import { afterComments } from '../migrations/lexemes.ts';
import {
  executionSteps,
  firstWord,
  lineAndColumn,
  type Statement,
  splitStatements,
} from '../migrations/split.ts';
import type { ReplayFailure, ReplayOutcome, ReplayPlan } from '../ports.ts';
import type { ServerError, Session } from './session.ts';

/** The history table as the CLI makes it. */
const CREATE_HISTORY = `
set local lock_timeout = '4s';
create schema if not exists supabase_migrations;
create table if not exists supabase_migrations.schema_migrations (version text not null primary key);
alter table supabase_migrations.schema_migrations add column if not exists statements text[];
alter table supabase_migrations.schema_migrations add column if not exists name text;`;

/** What is undone before each file, so that no setting of one leaks into the next. */
const RESET_SESSION = ['reset all', 'reset session authorization', 'reset role'];

interface Script {
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
    const failure = await runScript(session, { file, sql, history: { version, name } });
    if (failure) return { ...failure, applied };
    applied += 1;
    onProgress(applied);
  }
  await must(session, RESET_SESSION.join(';'));
  return { status: 'replayed', applied };
}

type Failure = Omit<ReplayFailure, 'applied'>;

/** Runs one file, step by step; the last step also records it in the history, in the same transaction. */
async function runScript(session: Session, script: Script): Promise<Failure | undefined> {
  const statements = splitStatements(script.sql);
  const steps = executionSteps(statements, script.sql);
  // A step alone must be the only one in its message: what goes before and behind it goes in messages of its own.
  if (steps[0]?.alone !== false) steps.unshift({ statements: [], alone: false });
  if (steps.at(-1)?.alone !== false) steps.push({ statements: [], alone: false });
  const record = script.history && historyRow(script.history, statements);
  for (const [index, step] of steps.entries()) {
    const failure = await runStep(session, script, {
      before: index === 0 ? RESET_SESSION : [],
      statements: step.statements,
      behind: index === steps.length - 1 && record !== undefined ? [record] : [],
    });
    if (failure) return failure;
  }
  return undefined;
}

interface Step {
  before: readonly string[];
  statements: readonly Statement[];
  behind: readonly string[];
}

async function runStep(
  session: Session,
  script: Script,
  { before, statements, behind }: Step,
): Promise<Failure | undefined> {
  const start = statements[0]?.start ?? 0;
  const last = statements.at(-1);
  // The file's own text, so that a position of the server's, less what stands before, is a position in the file.
  const body = last === undefined ? [] : [script.sql.slice(start, last.start + last.text.length)];
  const lead = before.map((statement) => `${statement};\n`).join('');
  const { completed, error } = await session.run(`${lead}${[...body, ...behind].join('\n;\n')}`);
  if (!error) return undefined;
  // A statement of comments only is none to the server.
  const own = statements.filter(({ text }) => afterComments(text) < text.length);
  const failing = own[completed - before.length];
  if (failing === undefined) return refusedRecord(script, error);
  const pointed =
    error.position === undefined ? undefined : { start, position: error.position - lead.length };
  return refusedStatement(script, failing, pointed, error);
}

function refusedStatement(
  { file, sql }: Script,
  failing: Statement,
  pointed: { start: number; position: number } | undefined,
  error: ServerError,
): Failure {
  const word = failing.start + firstWord(failing.text);
  const offset = pointed === undefined ? word : offsetOfCharacter(sql, pointed.start, pointed.position);
  return {
    status: 'failed',
    file,
    ...lineAndColumn(sql, offset),
    statement: (sql.slice(word).split(/\r?\n/, 1)[0] ?? '').trim(),
    ...serverWords(error),
  };
}

/** The file ran, but its row in the history was refused: the version is taken, or the file left another role behind. */
function refusedRecord({ file }: Script, error: ServerError): Failure {
  const hint =
    error.sqlState === '42501'
      ? 'The file ends under another role, which may not record it: end it with `reset role`.'
      : undefined;
  return {
    status: 'failed',
    file,
    line: 1,
    column: 1,
    statement: '',
    ...serverWords({ ...error, hint: hint ?? error.hint }),
  };
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

function historyRow(
  { version, name }: { version: string; name: string },
  statements: readonly Statement[],
): string {
  const texts = statements.map(({ text }) => literal(text)).join(', ');
  return `insert into supabase_migrations.schema_migrations(version, name, statements) values (${literal(version)}, ${literal(name)}, array[${texts}]::pg_catalog.text[])`;
}

/** A dollar-quoted literal: read the same whatever the file did to the settings of the session. */
function literal(text: string): string {
  let tag = 'drift';
  while (text.includes(`$${tag}$`) || text.endsWith(`$${tag}`)) tag += '_';
  return `$${tag}$${text}$${tag}$`;
}

/** For statements of ours: a refusal is a bug or a broken session, not a finding. */
async function must(session: Session, sql: string): Promise<void> {
  const { error } = await session.run(sql);
  if (error) throw new Error(`${error.message} (${error.sqlState}) in: ${sql}`);
}
