// What projects use of the platform replays, and has the effect that it is used for.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type EmbeddedDatabase, openEmbedded } from '../../src/database/embedded.ts';
import { extensionsNamedIn } from '../../src/database/platform/bundles.ts';
import { replay } from '../../src/database/replay.ts';
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
