// What projects use of the platform replays, and has the effect that it is used for.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type EmbeddedDatabase, openEmbedded } from '../../src/database/embedded/engine.ts';
import { replay } from '../../src/database/embedded/replay.ts';
import { extensionsNamedIn } from '../../src/database/platform/bundles.ts';
import { CARRIED } from './carried-extension-migrations.ts';
import { MIGRATIONS } from './extension-migrations.ts';
import { USAGE } from './platform-usage.ts';

let database: EmbeddedDatabase;

beforeAll(async () => {
  const texts = Object.values(USAGE).map(({ migration }) => migration);
  database = await openEmbedded({ extensions: extensionsNamedIn(texts) });
});
afterAll(() => database.close());

test.each(Object.entries(USAGE).map(([item, usage], index) => ({ item, index, ...usage })))(
  '$item',
  async ({ index, migration, query, rows }) => {
    const version = String(20260101000000 + index);
    const file = `${version}_usage.sql`;
    const outcome = await replay(
      database,
      { migrations: [{ file, version, name: 'usage', sql: migration }] },
      () => undefined,
    );
    expect(outcome).toEqual({ status: 'replayed', applied: 1 });
    expect((await database.query(query)).rows).toEqual(rows);
  },
);

/** Extensions of the same measurement; each has a migration of its kind in one of the three tables. */
const MEASURED = `btree_gist citext dblink http hypopg index_advisor ltree moddatetime pg_cron pg_graphql pg_hashids
  pg_jsonschema pg_net pg_stat_monitor pg_stat_statements pg_tle pg_trgm pgaudit pgcrypto pgjwt pgmq pgroonga pgsodium
  pgtap plpgsql_check postgis supabase-dbdev supabase_vault timescaledb unaccent uuid-ossp vector wrappers`;

test('every extension that projects use has a migration that is replayed', () => {
  const proved = new Set([...Object.keys(MIGRATIONS), ...Object.keys(CARRIED)]);
  expect(MEASURED.split(/\s+/).filter((name) => !proved.has(name))).toEqual([]);
});
