import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { KnownObject, MigrationSource } from '../../src/migrations/migration.ts';
import { type MissingObject, missingObjects } from '../../src/migrations/references.ts';
import { HARMLESS } from './harmless-cases.ts';
import { BASE, MAKE_RELATION, MAKE_TYPE, RELATION_CASES, TYPE_CASES } from './reference-cases.ts';

const PLATFORM: KnownObject[] = [{ kind: 'relation', schema: 'auth', name: 'users' }];

const migrations = (texts: string[]): MigrationSource[] =>
  texts.map((sql, index) => ({ file: `${index + 1}_m.sql`, version: `${index + 1}`, name: 'm', sql }));

const missingIn = (...texts: string[]): Promise<MissingObject[]> =>
  missingObjects(migrations(texts), PLATFORM);

const namesIn = async (...texts: string[]): Promise<string[]> =>
  (await missingIn(...texts)).map(({ kind, schema, name }) => `${kind} ${schema}.${name}`);

describe('a relation that nothing creates is missing', () => {
  test.each(RELATION_CASES)('for $sentence', async ({ sql }) => {
    const [only, ...others] = await missingIn(BASE, sql);
    expect(only).toMatchObject({ schema: 'public', name: 'ghost' });
    expect(others).toEqual([]);
  });

  test.each(RELATION_CASES)('and is not once it is created: $sentence', async ({ sql }) => {
    expect(await namesIn(BASE, `${MAKE_RELATION} ${sql}`)).toEqual([]);
  });
});

describe('a type that nothing creates is missing', () => {
  test.each(TYPE_CASES)('for $sentence', async ({ sql }) => {
    expect(await namesIn(BASE, sql)).toEqual(['type public.ghost']);
  });

  test.each(TYPE_CASES)('and is not once it is created: $sentence', async ({ sql }) => {
    expect(await namesIn(BASE, `${MAKE_TYPE} ${sql}`)).toEqual([]);
  });
});

describe('nothing is missing', () => {
  test.each(HARMLESS)('for $sentence', async ({ sql }) => {
    expect(await namesIn(BASE, sql)).toEqual([]);
  });
});

describe('PostgreSQL agrees', () => {
  let database: PGlite;
  beforeAll(async () => {
    database = new PGlite();
    await database.exec(BASE);
  });
  afterAll(() => database.close());

  /** SQLSTATE of what PostgreSQL says; nothing stays. */
  async function answer(sql: string): Promise<string> {
    try {
      await database.exec(`begin; ${sql};`);
      return 'accepted';
    } catch (error) {
      return error instanceof Error && 'code' in error ? `${error.code} ${error.message}` : String(error);
    } finally {
      await database.exec('rollback; reset all');
    }
  }

  test.each([...RELATION_CASES, ...TYPE_CASES])('that $sentence fails', async ({ sql }) => {
    expect(await answer(sql)).toMatch(/^(?:42P01|42704) /);
  });

  test.each(RELATION_CASES)('that $sentence needs no more than the relation', async ({ sql }) => {
    expect(await answer(`${MAKE_RELATION} ${sql}`)).toBe('accepted');
  });

  test.each(TYPE_CASES)('that $sentence needs no more than the type', async ({ sql }) => {
    expect(await answer(`${MAKE_TYPE} ${sql}`)).toBe('accepted');
  });

  test.each(HARMLESS)('that $sentence is harmless', async ({ sql }) => {
    expect(await answer(sql)).toBe('accepted');
  });
});
