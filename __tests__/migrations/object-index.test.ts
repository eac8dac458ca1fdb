import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type EmbeddedDatabase, openEmbedded } from '../../src/database/embedded.ts';
import { formatObjectId } from '../../src/findings/object-id.ts';
import { indexMigrations } from '../../src/migrations/object-index.ts';
import type { BlameCase } from './blame-cases.ts';
import { CASES, objectOf, told } from './blamed.ts';
import { type BuiltCatalogue, catalogueOf, namesOf, schemasOf } from './built-catalogue.ts';
import { FACET_CASES } from './part-cases.ts';
import { migrationsOf } from './traced.ts';

describe('blame points at', () => {
  test.each(CASES)('$sentence', async ({ sql, blames }) => {
    const files = migrationsOf(sql);
    const { blame, refused } = await indexMigrations(files);
    expect(refused).toEqual([]);
    const found = blames.map(([object, expected]) => [
      object,
      told(blame(objectOf(object)), files).slice(0, expected.length),
    ]);
    expect(found).toEqual(blames);
  });
});

describe('blame for what of an object was changed points at', () => {
  test.each(FACET_CASES)('$sentence', async ({ sql, blames }) => {
    const files = migrationsOf(sql);
    const { lastSet } = await indexMigrations(files);
    const found = blames.map(([object, facet, expected]) => [
      object,
      facet,
      told(lastSet(objectOf(object), facet), files).slice(0, expected.length),
    ]);
    expect(found).toEqual(blames);
  });
});

describe('PostgreSQL agrees', () => {
  let database: EmbeddedDatabase;
  let platform: string[];
  beforeAll(async () => {
    database = await openEmbedded({ extensions: ['citext'] });
    platform = await schemasOf(database);
  });
  afterAll(() => database.close());

  /** What the catalogue holds after the migrations, none of which stays. */
  async function built(sql: string | string[]): Promise<BuiltCatalogue> {
    await database.exec('begin');
    try {
      for (const each of [sql].flat()) await database.exec(`${each}; reset all`);
      return await catalogueOf(database, platform);
    } finally {
      await database.exec('rollback');
    }
  }

  test.each(CASES)('on what there is after $sentence', async ({ sql, blames }: BlameCase) => {
    const { relations, functions, enums, blame } = await indexMigrations(migrationsOf(sql));
    const catalogue = await built(sql);
    expect(namesOf(relations)).toEqual(catalogue.relations);
    expect(namesOf([...functions, ...enums])).toEqual(catalogue.items);
    const lost = catalogue.objects.filter(
      ({ id }) => id.kind !== 'function' && (blame(id)?.action ?? 'drop') === 'drop',
    );
    expect(lost).toEqual([]);
    const there = new Set(catalogue.objects.map(({ id }) => formatObjectId(id)));
    const gone = blames.filter(
      ([object, expected]) => !object.startsWith('function') && /^(?:drop|nothing)/.test(expected),
    );
    expect(gone.filter(([object]) => there.has(formatObjectId(objectOf(object))))).toEqual([]);
  });
});
