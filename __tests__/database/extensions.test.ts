// Every stand-in, in the embedded database: where it can be created, what it holds (the facts of the real one, with
// their source, are in fixtures/extension-surface.json), and a migration of the kind that projects have.

import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { type EmbeddedDatabase, openEmbedded } from '../../src/database/embedded/engine.ts';
import { isBuiltIn } from '../../src/migrations/known-names.ts';
import { bringsObject, isKnownExtension } from '../../src/supabase/brought.ts';
import { isFilledByOthers } from '../../src/supabase/schemas.ts';
import { MIGRATIONS } from './extension-migrations.ts';
import { ExtensionFacts, ofExtension, readSurface, type Surface, within } from './surface.ts';

const here = (path: string): URL => new URL(path, import.meta.url);

const STAND_INS = readdirSync(here('../../src/database/platform/extensions/'))
  .map((file) => file.replace(/\.sql$/, ''))
  .sort();

const FACTS = v.parse(
  v.record(v.string(), ExtensionFacts),
  JSON.parse(readFileSync(here('./fixtures/extension-surface.json'), 'utf8')),
);

/** Where Supabase puts an extension, whatever schema is asked for: where its control file says. */
const fixedSchema = (name: string): string | undefined => FACTS[name]?.control?.schema;

/** What a stand-in cannot have, or has beside the facts, and why. */
const DEVIATIONS: Record<string, { lacks: string[]; adds: string[]; why: string }> = {
  pg_tle: {
    lacks: [],
    adds: ['pgtle._write(file text, content text) returns void'],
    why: 'install_extension writes the files that the real one keeps as functions',
  },
  pgsodium: {
    lacks: [],
    adds: ['view pgsodium.decrypted_key'],
    why: 'the real script ends by making this view in a function',
  },
  timescaledb: {
    lacks: ['first', 'last'].map(
      (name) => `aggregate extensions.${name}(anyelement, "any") returns anyelement`,
    ),
    adds: ['first', 'last'].map(
      (name) => `aggregate extensions.${name}(anyelement, anycompatible) returns anyelement`,
    ),
    why: 'SQL cannot compute with "any", and generated types show no aggregates',
  },
};

let db: EmbeddedDatabase;

beforeAll(async () => {
  db = await openEmbedded({ extensions: STAND_INS });
  await db.exec('create schema "of the project"');
});
afterAll(() => db.close());

test('every stand-in has its facts and its migration, and each of these a stand-in', () => {
  expect(Object.keys(FACTS).sort()).toEqual(STAND_INS);
  expect(Object.keys(MIGRATIONS).sort()).toEqual(STAND_INS);
});

test('what they bring is known, and never taken for something that the project forgot to create', () => {
  const unknown = STAND_INS.flatMap((name) =>
    [...Object.keys(FACTS[name]?.relations ?? {}), ...Object.keys(FACTS[name]?.types ?? {})].filter(
      (fact) => {
        const [schema = '', object = ''] = fact.replace(/^.* /, '').split('.');
        const known = isFilledByOthers(schema) && schema !== 'extensions';
        return !known && !bringsObject(object) && !isBuiltIn(object);
      },
    ),
  );
  expect(unknown).toEqual([]);
  expect(STAND_INS.filter((name) => !isKnownExtension(name))).toEqual([]);
});

describe.each(STAND_INS)('%s', (name) => {
  const drop = `reset role; reset search_path; drop extension if exists "${name}" cascade`;
  beforeEach(() => db.exec(drop));
  afterEach(() => db.exec(drop));

  test('is created where the search_path says when no schema is asked for', async () => {
    await db.exec(`create extension "${name}" cascade`);
    expect(await schemaOf(name)).toBe(fixedSchema(name) ?? 'public');
  });

  test.each(['extensions', 'public', '"of the project"'])(
    'is created in the schema %s with an empty search_path, as pg_dump writes it',
    async (schema) => {
      await db.exec(`
        set search_path = '';
        create extension if not exists "${name}" with schema ${schema} cascade;
        comment on extension "${name}" is 'what it does';
      `);
      expect(await schemaOf(name)).toBe(fixedSchema(name) ?? schema);
    },
  );

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

  test('has the functions, relations, types and operators of the real one, and no others', async () => {
    await db.exec(`create extension "${name}" with schema extensions cascade`);
    const standIn = lines(within(FACTS[name]?.scope?.schemas, await readSurface(db, ofExtension(name))));
    const real = new Set(FACTS[name] && lines(FACTS[name]));
    const beside = (facts: Iterable<string>, others: Set<string>): string[] =>
      [...facts].filter((fact) => !others.has(fact)).map((fact) => fact.replace(/: .*/, ''));
    expect({ lacks: beside(real, new Set(standIn)), adds: beside(standIn, real) }).toEqual({
      lacks: DEVIATIONS[name]?.lacks ?? [],
      adds: DEVIATIONS[name]?.adds ?? [],
    });
  });

  test('moves to another schema and updates, where the real one does', async () => {
    await db.exec(`create extension "${name}" with schema public cascade`);
    await db.exec(`alter extension "${name}" update`);
    const { error } = await db.run(`alter extension "${name}" set schema extensions`);
    expect(error?.sqlState).toBe(FACTS[name]?.control?.relocatable ? undefined : '0A000');
  });

  test('replays a migration that uses it', async () => {
    const migration = MIGRATIONS[name];
    await db.exec(`${migration?.replay};`);
    const { rows } = await db.query(migration?.query ?? '');
    await db.exec(migration?.undo ?? '');
    expect(rows).toEqual(migration?.rows);
  });
});

describe('an extension with a schema of its own', () => {
  const owners = STAND_INS.filter((name) => fixedSchema(name) !== undefined);

  test('there are six of them', () => expect(owners).toHaveLength(6));

  test.each(owners)(
    '%s is created where a dump names that schema, which stays when it is dropped',
    async (name) => {
      const schema = fixedSchema(name) ?? '';
      const made = schema === 'pg_catalog' ? '' : `create schema if not exists ${schema};`;
      for (const clause of [`with schema ${schema}`, `with schema "${schema}" cascade`]) {
        await db.exec(`reset search_path; drop extension if exists ${name} cascade; ${made} set search_path = '';
        create extension if not exists "${name}" ${clause}`);
        expect(await schemaOf(name)).toBe(schema);
        await db.exec(`drop extension ${name}`);
        const { rows } = await db.query(`select from pg_namespace where nspname = '${schema}'`);
        expect(rows).toHaveLength(1);
      }
      await db.exec('reset search_path');
    },
  );

  test('goes there by itself when no migration names a schema', async () => {
    const home = await openEmbedded({ extensions: owners.map((name) => `${name}@home`) });
    try {
      for (const name of owners) {
        await home.exec(`reset search_path; drop extension if exists ${name}; create extension ${name}`);
        const { rows } = await home.query<{ schema: string }>(
          `select extnamespace::regnamespace::text as schema from pg_extension where extname = '${name}'`,
        );
        expect(rows).toEqual([{ schema: fixedSchema(name) }]);
      }
    } finally {
      await home.close();
    }
  });
});

/** Options that the real library alone reads. PostgreSQL refuses them by themselves, whatever a stand-in does. */
test.each([
  [
    'timescaledb',
    'create materialized view hours with (timescaledb.continuous) as select 1',
    'namespace "timescaledb"',
  ],
  ['timescaledb', 'alter table measured set (timescaledb.compress)', 'namespace "timescaledb"'],
  [
    'pgroonga',
    `create index on measured using pgroonga (what) with (tokenizer = 'TokenBigram')`,
    '"tokenizer"',
  ],
  ['rum', `create index on measured using rum (what) with (attach = 'at')`, '"attach"'],
])('%s: “%s” is refused and not taken for something else', async (name, statement, parameter) => {
  await db.exec(
    `reset search_path; create extension ${name}; create table measured (at timestamptz, what text)`,
  );
  const { error } = await db.run(statement);
  expect([error?.sqlState, error?.message]).toEqual(['22023', `unrecognized parameter ${parameter}`]);
  await db.exec(`drop table measured; drop extension ${name}`);
});

test.each(['pg_cron', 'pg_net', 'pgroonga', 'pg_repack'])(
  '%s refuses to take over a schema of its name that the project made, as the real one does',
  async (name) => {
    const schema = name.replace(/^pg_(cron|net|repack)$/, '$1');
    await db.exec(`reset search_path; create schema ${schema}`);
    const { error } = await db.run(`create extension ${name} with schema ${schema}`);
    expect(error?.sqlState).toBe(name === 'pg_net' ? '55000' : '42P06');
    await db.exec(`drop schema ${schema}`);
  },
);

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

const lines = ({ functions, relations, types, operators }: Surface): string[] => [
  ...functions,
  ...[...Object.entries(relations), ...Object.entries(types)].map(
    ([name, facts]) => `${name}: ${facts.join(', ')}`,
  ),
  ...operators,
];

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
