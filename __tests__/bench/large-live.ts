// The live database of the large project: a native PostgreSQL where one is installed, else a served PGlite.

import { replay } from '../../src/database/embedded/replay.ts';
import type { MigrationSource } from '../../src/migrations/migration.ts';
import { startLive } from '../tools/live-database.ts';
import { findNativePostgres, startNative } from '../tools/native-postgres.ts';
import { openWire } from '../tools/wire-session.ts';

export interface LargeLive {
  /** `PostgreSQL 15`, or `PGlite 17`. */
  words: string;
  /** What the migrations and the hand made, and what the migrations alone did. */
  live: string;
  built: string;
  stop(): Promise<void>;
}

/** Starts both databases. The caller stops them. */
export async function startLargeLive(
  migrations: readonly MigrationSource[],
  dashboard: string,
): Promise<LargeLive> {
  const native = findNativePostgres();
  if ('missing' in native) return await embedded(migrations, dashboard);
  const server = await startNative(native);
  const [built, live] = [server.createDatabase('built'), server.createDatabase('live')];
  for (const [url, sql] of [
    [built, ''],
    [live, dashboard],
  ] as const) {
    const session = await openWire(url);
    const outcome = await replay(session, { migrations }, () => undefined);
    if (outcome.status === 'failed') throw new Error(`${outcome.file}:${outcome.line}: ${outcome.message}`);
    const { error } = await session.run(sql);
    if (error) throw new Error(error.message);
    session.close();
  }
  return { words: `PostgreSQL ${native.major}`, live, built, stop: server.stop };
}

async function embedded(migrations: readonly MigrationSource[], dashboard: string): Promise<LargeLive> {
  const [live, built] = [await startLive({ migrations }, dashboard), await startLive({ migrations })];
  const stop = async (): Promise<void> => {
    await live.stop();
    await built.stop();
  };
  return { words: 'PGlite 17', live: live.url, built: built.url, stop };
}
