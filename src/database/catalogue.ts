// Reads the structure of a database, whichever it is, as pg-delta models it.

import type { Catalogue } from '../ports.ts';
import { collectGarbage } from './embedded/memory.ts';
import { type Diagnostic, extractOver, serializeSnapshot } from './pg-delta.ts';
import type { Session } from './session.ts';

/** The reader's own transaction: we are in one already, of which it must end nothing. */
const ITS_TRANSACTION = /^(begin|commit|rollback)\b/i;

/**
 * Reads the catalogue in the transaction that is open, or else in one of its own; nothing that it sets stays.
 * Throws when the server refuses a question.
 */
export async function readCatalogue(session: Pick<Session, 'run' | 'query'>): Promise<Catalogue> {
  const undo = await beginReading(session);
  try {
    const { factBase, pgVersion, diagnostics } = await extractOver({
      query: async (sql) =>
        ITS_TRANSACTION.test(sql) ? { rows: [] } : await session.query(withoutTemp(sql)),
    });
    return {
      postgresVersion: pgVersion.split(' ')[0] ?? pgVersion,
      facts: serializeSnapshot(factBase, { pgVersion }),
      unread: diagnostics.flatMap(unreadOf),
    };
  } finally {
    collectGarbage();
    await session.run(undo);
  }
}

/** Where it is not named, the schema of temporary tables comes before PostgreSQL's own. */
const withoutTemp = (sql: string): string =>
  sql.replace(/^SET LOCAL search_path TO 'pg_catalog'$/, "SET LOCAL search_path TO 'pg_catalog', 'pg_temp'");

/** Nothing has counted the catalogue since the replay, and the questions over a large one are planned badly then. */
export async function helpPlanner(session: Pick<Session, 'run'>): Promise<void> {
  const tables = [
    'class',
    'attribute',
    'attrdef',
    'depend',
    'constraint',
    'policy',
    'index',
    'rewrite',
    'type',
    'proc',
  ];
  await session.run(`analyze ${tables.map((name) => `pg_catalog.pg_${name}`).join(', ')}`);
}

/**
 * Reads the catalogue as it would be after statements, each on its own; one that is refused is passed over.
 * All of it happens in a transaction that is rolled back.
 */
export async function rehearse(
  session: Pick<Session, 'run' | 'query'>,
  statements: readonly string[],
): Promise<Catalogue> {
  await session.run('begin');
  try {
    for (const statement of statements) {
      await session.run('savepoint drift_gate_statement');
      const { error } = await session.run(statement);
      await session.run(`${error ? 'rollback to' : 'release'} savepoint drift_gate_statement`);
    }
    return await readCatalogue(session);
  } finally {
    await session.run('rollback');
  }
}

/** What a diagnostic says was seen and is not in the facts; the others are of the reader's own making. */
function unreadOf({ code, message, context }: Diagnostic): string[] {
  if (code === 'unmodeled_kind' && context !== undefined) {
    const samples = Array.isArray(context.samples) ? context.samples.map(String).join(', ') : '';
    return [`${context.kind}, ${context.count} of them (${samples})`];
  }
  return code === 'intent-unkeyed' || code === 'user-mapping-unreadable' ? [message] : [];
}

/** A savepoint is refused outside of a transaction, which is how to tell. Gives what undoes it. */
async function beginReading(session: Pick<Session, 'run'>): Promise<string> {
  const { error } = await session.run('savepoint drift_gate_catalogue');
  if (error === undefined) return 'rollback to savepoint drift_gate_catalogue';
  await session.run('begin isolation level repeatable read read only');
  return 'rollback';
}
