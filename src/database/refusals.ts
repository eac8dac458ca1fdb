// What a database refused of a project's files, told by file, line and column.

import { lineAndColumn } from '../locator.ts';
import { firstWord, type Statement, splitStatements } from '../migrations/split.ts';
import type { ReplayFailure, ReplayPlan } from '../ports.ts';
import type { ServerError } from './session.ts';

/** A file as it is run. */
export interface Script {
  file: string;
  sql: string;
  /** Absent for a file that the history does not record. */
  history?: { version: string; name: string };
}

export type Failure = Omit<ReplayFailure, 'applied'>;

/** No text of PostgreSQL holds one; every other byte of UTF-16 is one. */
const NUL_HINT = 'The file holds NUL bytes, as one in UTF-16 does: save it as UTF-8.';

export function refusedStatement({ file, sql }: Script, failing: Statement, error: ServerError): Failure {
  const word = failing.start + firstWord(failing.text);
  const offset = error.position === undefined ? word : offsetOfCharacter(sql, failing.start, error.position);
  return {
    status: 'failed',
    file,
    ...lineAndColumn(sql, offset),
    statement: firstLineAt(sql, word),
    ...serverWords(failing.text.includes('\0') ? { ...error, hint: NUL_HINT } : error),
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

export const firstLineAt = (sql: string, offset: number): string =>
  (sql.slice(offset).split(/\r?\n/, 1)[0] ?? '').trim();

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

export function withoutCopyFromStdin(statement: Statement): Statement {
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
