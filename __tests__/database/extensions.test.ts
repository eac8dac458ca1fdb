// Every stand-in, in the embedded database: where it can be created, what it holds (the facts of the real one, with
// their source, are in fixtures/extension-signatures.json), and a migration of the kind that projects have.

import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { type EmbeddedDatabase, openEmbedded } from '../../src/database/embedded.ts';
import { MIGRATIONS } from './extension-migrations.ts';

const here = (path: string): URL => new URL(path, import.meta.url);

const STAND_INS = readdirSync(here('../../src/database/platform/extensions/'))
  .map((file) => file.replace(/\.sql$/, ''))
  .sort();

const FACTS = v.parse(
  v.record(v.string(), v.object({ source: v.string(), signatures: v.array(v.string()) })),
  JSON.parse(readFileSync(here('./fixtures/extension-signatures.json'), 'utf8')),
);

/** Where Supabase puts an extension, whatever schema is asked for. */
const FIXED_SCHEMA = new Map([
  ['pg_cron', 'pg_catalog'],
  ['pg_graphql', 'graphql'],
  ['pg_tle', 'pgtle'],
  ['pgmq', 'pgmq'],
  ['pgsodium', 'pgsodium'],
  ['supabase_vault', 'vault'],
]);

const SIGNATURES = `
  select p.oid::regproc || '(' || pg_get_function_arguments(p.oid) || ')'
         || coalesce(' returns ' || pg_get_function_result(p.oid), '') as signature
    from pg_extension e
    join pg_depend d on d.refclassid = 'pg_extension'::regclass and d.refobjid = e.oid and d.deptype = 'e'
    join pg_proc p on d.classid = 'pg_proc'::regclass and p.oid = d.objid
   where e.extname = `;

let db: EmbeddedDatabase;

beforeAll(async () => {
  db = await openEmbedded({ extensions: STAND_INS });
});
afterAll(() => db.close());

test('every stand-in has its facts and its migration, and each of these a stand-in', () => {
  expect(Object.keys(FACTS).sort()).toEqual(STAND_INS);
  expect(Object.keys(MIGRATIONS).sort()).toEqual(STAND_INS);
});

describe.each(STAND_INS)('%s', (name) => {
  const drop = `reset role; reset search_path; drop extension if exists "${name}" cascade`;
  beforeEach(() => db.exec(drop));
  afterEach(() => db.exec(drop));

  test.each([
    ['no schema', '', 'public'],
    ['extensions', 'with schema extensions', 'extensions'],
    ['public', 'schema public', 'public'],
  ])('is created in %s', async (_, clause, schema) => {
    await db.exec(`create extension "${name}" ${clause} cascade`);
    expect(await schemaOf(name)).toBe(FIXED_SCHEMA.get(name) ?? schema);
  });

  test('is created with an empty search_path', async () => {
    await db.exec(`
      set search_path = '';
      create extension if not exists "${name}" with schema extensions cascade;
      comment on extension "${name}" is 'as pg_dump writes it';
    `);
    expect(await schemaOf(name)).toBe(FIXED_SCHEMA.get(name) ?? 'extensions');
  });

  test('is dropped with all that it holds, and created again', async () => {
    await db.exec(`create extension "${name}" with schema extensions cascade; drop extension "${name}"`);
    const without = await countObjects();
    await db.exec(`create extension if not exists "${name}" with schema extensions`);
    await db.exec(`create extension if not exists "${name}" with schema public`);
    expect(await countObjects()).toBeGreaterThan(without);
    await db.exec(`drop extension "${name}"`);
    expect(await countObjects()).toBe(without);
    expect(await schemaOf(name)).toBeUndefined();
  });

  test('has the functions of the real one', async () => {
    await db.exec(`create extension "${name}" with schema extensions cascade; set search_path = ''`);
    const { rows } = await db.query<{ signature: string }>(`${SIGNATURES}'${name}'`);
    const signatures = new Set(rows.map((row) => row.signature));
    expect(FACTS[name]?.signatures.filter((signature) => !signatures.has(signature))).toEqual([]);
  });

  test('replays a migration that uses it', async () => {
    const migration = MIGRATIONS[name];
    await db.exec(`${migration?.replay};`);
    const { rows } = await db.query(migration?.query ?? '');
    await db.exec(migration?.undo ?? '');
    expect(rows).toEqual(migration?.rows);
  });
});

test('pg_cron is created in pg_catalog, as dumps have it', async () => {
  await db.exec('create extension pg_cron with schema pg_catalog');
  expect(await schemaOf('pg_cron')).toBe('pg_catalog');
  await db.exec('drop extension pg_cron');
});

test('pg_cron refuses a schedule that is none, and to remove a job that is none', async () => {
  await db.exec('create extension pg_cron');
  await expect(db.exec(`select cron.schedule('x', 'every day', 'select 1')`)).rejects.toThrow(
    'invalid schedule',
  );
  await expect(db.exec(`select cron.unschedule('none')`)).rejects.toThrow('could not find valid entry');
  await db.exec('drop extension pg_cron');
});

test('pgjwt signs as the standard says', async () => {
  await db.exec('create extension if not exists pgjwt with schema extensions');
  const { rows } = await db.query<{ token: string }>(
    `select sign('{"sub":"1234567890","name":"John Doe","admin":true}', 'secret') as token`,
  );
  expect(rows[0]?.token.split('.')[2]).toBe('TJVA95OrM7E2cBab30RMHrHDcEfxjoYZgeFONFh7HgQ');
  await db.exec('drop extension pgjwt');
});

async function schemaOf(name: string): Promise<string | undefined> {
  const { rows } = await db.query<{ schema: string }>(
    `select extnamespace::regnamespace::text as schema from pg_catalog.pg_extension where extname = '${name}'`,
  );
  return rows[0]?.schema;
}

/** All functions, relations, types and operators there are. */
async function countObjects(): Promise<number> {
  const { rows } = await db.query<{ count: number }>(`
    select (select count(*) from pg_proc) + (select count(*) from pg_class where relkind <> 'i')
         + (select count(*) from pg_type) + (select count(*) from pg_operator) + (select count(*) from pg_event_trigger)
         + (select count(*) from pg_opclass) + (select count(*) from pg_am) as count`);
  return Number(rows[0]?.count);
}
