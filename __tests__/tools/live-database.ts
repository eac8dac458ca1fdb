// A live database for tests: the platform, migrations applied as `supabase db push` leaves them, and what somebody did
// in the dashboard before and after them, served on a loopback port. It is PGlite 17; for other versions see native-postgres.ts.

import { type EmbeddedDatabase, openEmbedded } from '../../src/database/embedded/engine.ts';
import { replay } from '../../src/database/embedded/replay.ts';
import { extensionsNamedIn } from '../../src/database/platform/bundles.ts';
import type { ReplayPlan } from '../../src/ports.ts';
import { serve } from './real-cli.ts';

export interface LiveDatabaseForTests {
  /** Of `postgres`, who may write. */
  url: string;
  /** The database behind it, to look at or to change; not while a client is connected in a transaction. */
  database: EmbeddedDatabase;
  stop(): Promise<void>;
}

/**
 * Starts one. The caller stops it.
 * @param dashboard SQL that no migration holds, run after them
 * @param before such SQL that is run before them
 */
export async function startLive(
  plan: ReplayPlan,
  dashboard = '',
  before = '',
): Promise<LiveDatabaseForTests> {
  const texts = [plan.roles ?? '', before, dashboard, ...plan.migrations.map(({ sql }) => sql)];
  const database = await openEmbedded({ extensions: extensionsNamedIn(texts) });
  await database.exec(before);
  const outcome = await replay(database, plan, () => undefined);
  if (outcome.status === 'failed') throw new Error(`${outcome.file}:${outcome.line}: ${outcome.message}`);
  await database.exec(dashboard);
  const { url, stop } = await serve(database);
  return {
    url,
    database,
    stop: async () => {
      await stop();
      await database.close();
    },
  };
}
