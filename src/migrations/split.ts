// Cuts a file into statements exactly where the Supabase CLI (3.1) cuts it, so that the replay sends, and
// `schema_migrations.statements` records, the same texts. Its quirks are kept on purpose: see the tests.

import { afterComments, afterLiteral, isSpace, isWordAt } from './lexemes.ts';

export interface Statement {
  /** As written, without the final `;` and without white space around it; leading comments belong to it. */
  text: string;
  /** Where the text begins in the file, in UTF-16 units. */
  start: number;
}

/** A group that protects semicolons: a parenthesis, or `begin atomic … end`. */
type Group =
  | { kind: 'parenthesis' }
  | { kind: 'atomic'; statementStart: number; statementHasContent: boolean };

const ATOMIC = /(?<![\w$\u0080-\uffff])begin[ \t\n\r\f\v]+atomic$/i;

/** Cuts off the `;` and the white space around; undefined when nothing is left. */
function trimmed(sql: string, start: number, end: number): Statement | undefined {
  let last = end;
  while (last > start && sql.charAt(last - 1) === ';') last -= 1;
  const leading = sql.slice(start, last).trimStart();
  const text = leading.trimEnd();
  return text === '' ? undefined : { text, start: last - leading.length };
}

/** One `)` closes every parenthesis that is open, as in the CLI, down to a `begin atomic`. */
function closeParentheses(groups: Group[]): void {
  while (groups.at(-1)?.kind === 'parenthesis') groups.pop();
}

/** Closes `begin atomic` when the word that ends at `at` is the `end` of its body: one that starts a statement. */
function closeAtomic(sql: string, groups: Group[], at: number): void {
  const group = groups.at(-1);
  if (group?.kind !== 'atomic' || group.statementHasContent) return;
  const start = at - 2;
  if (sql.slice(start, at + 1).toUpperCase() !== 'END' || isWordAt(sql, start - 1)) return;
  const before = sql.slice(group.statementStart, start);
  if (afterComments(before) < before.length) group.statementHasContent = true;
  else if (at + 1 < sql.length && !isWordAt(sql, at + 1)) groups.pop();
}

/** Whether the character at `at` ends the words `begin atomic`. White space between them is looked at in steps. */
function endsBeginAtomic(sql: string, at: number, tokenStart: number): boolean {
  if (sql.slice(at - 5, at + 1).toUpperCase() !== 'ATOMIC') return false;
  let begin = at - 6;
  while (begin >= tokenStart && isSpace(sql.charAt(begin))) begin -= 1;
  return ATOMIC.test(sql.slice(Math.max(tokenStart, begin - 5), at + 1));
}

/**
 * The statements of a file, in order, as the CLI splits it: at each `;` outside quotes, dollar quotes, comments,
 * parentheses and `begin atomic … end`. Linear in the length of the file.
 */
export function splitStatements(sql: string): Statement[] {
  const statements: Statement[] = [];
  const groups: Group[] = [];
  let start = 0;
  let at = 0;
  const emit = (end: number): void => {
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
      case '\\':
        at += 1;
        if (sql.charAt(at) === ')') closeParentheses(groups);
        break;
      case '(':
        if (groups.at(-1)?.kind !== 'parenthesis') groups.push({ kind: 'parenthesis' });
        break;
      case ')':
        closeParentheses(groups);
        break;
      case 'c':
      case 'C':
        if (endsBeginAtomic(sql, at, start))
          groups.push({ kind: 'atomic', statementStart: at + 1, statementHasContent: false });
        break;
      case 'd':
      case 'D':
        closeAtomic(sql, groups, at);
        break;
      case ';': {
        const group = groups.at(-1);
        if (group === undefined) emit(at + 1);
        else if (group.kind === 'atomic') {
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

/** Where a statement's first word begins within its text, behind leading comments; 0 when it is comments only. */
export function firstWord(text: string): number {
  const offset = afterComments(text);
  return offset < text.length ? offset : 0;
}

/** One round trip: many statements in one implicit transaction, or one alone, outside of any. */
export interface ExecutionStep {
  statements: Statement[];
  alone: boolean;
}

/** The first line that tells pg-delta, and so the CLI, that the file must not run in a transaction. */
const NO_TRANSACTION = '-- pg-delta: transaction=false';

const TRANSACTION_CONTROL =
  /^(?:BEGIN|START\s+TRANSACTION|COMMIT|END|ABORT|PREPARE\s+TRANSACTION)(?:\s|$)|^ROLLBACK(?!\s+(?:(?:WORK|TRANSACTION)\s+)?TO(?:\s|$))(?:\s|$)/i;

const OUTSIDE_TRANSACTIONS = [
  /^CREATE\s+(?:UNIQUE\s+)?INDEX\s+CONCURRENTLY(?:\s|$)/i,
  /^DROP\s+INDEX\s+CONCURRENTLY(?:\s|$)/i,
  /^REINDEX(?:\s|\().*\sCONCURRENTLY(?:\s|$)/i,
  /^VACUUM(?:\s|\(|$)/i,
  /^ALTER\s+SYSTEM(?:\s|$)/i,
  /^CLUSTER(?:\s|$)/i,
];

const withoutComments = (text: string): string => text.slice(afterComments(text)).trim();

const runsOutsideTransactions = (statement: Statement): boolean => {
  const text = withoutComments(statement.text);
  return OUTSIDE_TRANSACTIONS.some((pattern) => pattern.test(text));
};

function hasNoTransactionDirective(sql: string): boolean {
  const [firstLine = ''] = sql.replace(/^\uFEFF/, '').split('\n', 1);
  return firstLine.replace(/\r$/, '') === NO_TRANSACTION;
}

/** One by one when the file controls transactions itself, or says that it wants none; else as a batch. */
export function executionMode(statements: readonly Statement[], sql: string): 'batch' | 'one-by-one' {
  const controls = statements.some(({ text }) => TRANSACTION_CONTROL.test(withoutComments(text)));
  return controls || hasNoTransactionDirective(sql) ? 'one-by-one' : 'batch';
}

/**
 * What the replay runs, in order. In a batch, a statement that PostgreSQL refuses inside a transaction
 * (`create index concurrently`, `vacuum`, …) ends the transaction before it and runs alone.
 */
export function executionSteps(statements: readonly Statement[], sql: string): ExecutionStep[] {
  if (executionMode(statements, sql) === 'one-by-one')
    return statements.map((statement) => ({ statements: [statement], alone: true }));
  const steps: ExecutionStep[] = [];
  for (const statement of statements) {
    const last = steps.at(-1);
    if (runsOutsideTransactions(statement)) steps.push({ statements: [statement], alone: true });
    else if (last && !last.alone) last.statements.push(statement);
    else steps.push({ statements: [statement], alone: false });
  }
  return steps;
}
