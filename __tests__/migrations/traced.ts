// Migrations replayed with a trace, in one database for all cases: each in a transaction that is rolled back.

import { type EmbeddedDatabase, openEmbedded } from '../../src/database/embedded/engine.ts';
import { readTrace, traced } from '../../src/database/embedded/trace.ts';
import { type Blame, blameOf } from '../../src/migrations/blame/blame.ts';
import type { Trace } from '../../src/migrations/blame/trace.ts';
import type { MigrationSource } from '../../src/migrations/migration.ts';
import { splitStatements } from '../../src/migrations/split.ts';

export const migrationsOf = (sql: string | readonly string[]): MigrationSource[] =>
  [sql]
    .flat()
    .map((text, index) => ({ file: `${index + 1}_m.sql`, version: `${index + 1}`, name: 'm', sql: text }));

export const openForTraces = (): Promise<EmbeddedDatabase> => openEmbedded({ extensions: ['citext'] });

export const blameIn = async (
  database: EmbeddedDatabase,
  migrations: readonly MigrationSource[],
): Promise<Blame> => blameOf(await traceOf(database, migrations), migrations);

/** Runs the statements of each file in one transaction, none of which stays. */
export async function traceOf(
  database: EmbeddedDatabase,
  migrations: readonly MigrationSource[],
): Promise<Trace> {
  await database.exec('begin');
  try {
    const session = await traced(database);
    for (const { file, sql } of migrations) {
      for (const { text, start } of splitStatements(sql)) {
        const { error } = await session.run(text, `${file}:${start}`);
        if (error) throw new Error(`${error.message} in: ${text}`);
      }
      await database.exec('reset all');
    }
    return { isWhole: true, ...(await readTrace(database)) };
  } finally {
    await database.exec('rollback');
  }
}
