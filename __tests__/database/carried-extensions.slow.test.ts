// Extensions that PGlite carries as real builds, asked for in the ways of Supabase's projects: with and without a
// schema, in one of their own, with an empty search_path, moved, dropped and created again; and used.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type EmbeddedDatabase, openEmbedded } from '../../src/database/embedded/engine.ts';
import { CARRIED } from './carried-extension-migrations.ts';

/** PostGIS takes seconds to create, and remembers where it was for as long as a session lives. */
const ALONE = 'postgis';
const SHARED = Object.entries(CARRIED).filter(([name]) => name !== ALONE);

let db: EmbeddedDatabase;

beforeAll(async () => {
  db = await openEmbedded({ extensions: SHARED.map(([name]) => name) });
  await db.exec('create schema gis');
});
afterAll(() => db.close());

/** Runs the migration of an extension that is there, and takes away what it made. */
async function use(on: EmbeddedDatabase, name: string, schema: string): Promise<unknown[]> {
  const { replay = '', query = '', undo = '' } = CARRIED[name] ?? {};
  await on.exec(
    `set search_path = "$user", public, extensions, ${schema}; ${replay.replaceAll('SCHEMA', schema)}`,
  );
  const { rows } = await on.query(query);
  await on.exec(`${undo}; reset search_path`);
  return rows;
}

const createdIn = (name: string, schema: string): string => `
  set search_path = '';
  create extension if not exists "${name}" with schema ${schema} cascade;
  comment on extension "${name}" is 'what it does';`;

describe.each(SHARED)('%s', (name, { rows }) => {
  const drop = `reset search_path; drop extension if exists "${name}" cascade`;

  test.each(['public', 'gis'])('is created in %s with an empty search_path, and used', async (schema) => {
    await db.exec(`${drop}; ${createdIn(name, schema)}`);
    expect(await schemaOf(name)).toBe(schema);
    expect(await use(db, name, schema)).toEqual(rows);
    await db.exec(drop);
  });

  test('is created where the search_path says, moved where it can be, dropped and created again', async () => {
    await db.exec(`${drop}; create extension "${name}" cascade`);
    expect(await schemaOf(name)).toBe('public');
    const { rows: found } = await db.query<{ relocatable: boolean }>(
      `select extrelocatable as relocatable from pg_extension where extname = '${name}'`,
    );
    const { error } = await db.run(`alter extension "${name}" set schema extensions`);
    expect(error?.sqlState).toBe(found[0]?.relocatable ? undefined : '0A000');
    await db.exec(`drop extension "${name}"; create extension if not exists "${name}" schema extensions`);
    expect(await use(db, name, 'extensions')).toEqual(rows);
    await db.exec(drop);
  });
});

// Two, so that a schema that stood in its script in place of the one asked for would be found out.
test.each(['extensions', 'gis'])(
  'postgis is created in %s with an empty search_path, and used',
  async (schema) => {
    const own = await openEmbedded({ extensions: [ALONE] });
    try {
      await own.exec(`create schema gis; ${createdIn(ALONE, schema)}`);
      expect(await use(own, ALONE, schema)).toEqual(CARRIED[ALONE]?.rows);
    } finally {
      await own.close();
    }
  },
);

async function schemaOf(name: string): Promise<string | undefined> {
  const { rows } = await db.query<{ schema: string }>(
    `select extnamespace::regnamespace::text as schema from pg_catalog.pg_extension where extname = '${name}'`,
  );
  return rows[0]?.schema;
}
