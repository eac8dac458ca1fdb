import { describe, expect, test } from '@jest/globals';
import type { KnownObject, MigrationSource } from '../../src/migrations/migration.ts';
import { type MissingObject, missingObjects } from '../../src/migrations/references.ts';
import { SUPABASE_EXTENSIONS } from '../../src/supabase/extensions.ts';

const migrations = (texts: string[]): MigrationSource[] =>
  texts.map((sql, index) => ({ file: `${index + 1}_m.sql`, version: `${index + 1}`, name: 'm', sql }));

const missingIn = (...texts: string[]): Promise<MissingObject[]> => missingObjects(migrations(texts), []);

const namesIn = async (...texts: string[]): Promise<string[]> =>
  (await missingIn(...texts)).map(({ kind, schema, name }) => `${kind} ${schema}.${name}`);

/** `file:line:column statement` of every reference. */
const placesIn = async (...texts: string[]): Promise<string[]> =>
  (await missingIn(...texts)).flatMap(({ references }) =>
    references.map(({ file, line, column, statement }) => `${file}:${line}:${column} ${statement}`),
  );

describe('every reference of the folder is listed', () => {
  test('in order, one a statement, at the name itself', async () => {
    const first =
      "-- é😀\ncreate table a (\n  id int,\n  note text default '漢', b int references ghost (id), c ghost\n);";
    const second = 'select 1 from ghost g join ghost h using (id);\n\n  delete from public.ghost;';
    expect(await placesIn(first, second)).toEqual([
      '1_m.sql:4:43 create table a (',
      '2_m.sql:1:15 select 1 from ghost g join ghost h using (id)',
      '2_m.sql:3:15 delete from public.ghost',
    ]);
  });

  test('at the first word where the tree has no place for the name', async () => {
    expect(await placesIn("-- x\n  comment on table ghost\n is 'a'")).toEqual([
      '1_m.sql:2:3 comment on table ghost',
    ]);
  });

  test('within the body of a function', async () => {
    const sql =
      'create function f() returns int language sql as $$\n  select 1;\n  select id from ghost\n$$;';
    expect(await placesIn(sql)).toEqual(['1_m.sql:3:18 select id from ghost']);
  });

  test('at the function where quotes in its body are doubled', async () => {
    const sql = "create function f() returns int language sql as '\n select id from ghost where a = ''b'' '";
    expect(await placesIn(sql)).toEqual([`1_m.sql:1:1 create function f() returns int language sql as '`]);
  });

  test('and objects come in the order of their first references', async () => {
    expect(await namesIn('select * from b, a', 'select * from z, a')).toEqual([
      'relation public.b',
      'relation public.a',
      'relation public.z',
    ]);
  });

  test('a relation that is used as a type too is one object', async () => {
    expect(
      await namesIn(
        'create function f(g ghost) returns int as $$ begin end $$ language plpgsql; alter table ghost owner to x',
      ),
    ).toEqual(['relation public.ghost']);
  });
});

describe('order', () => {
  test('what a later migration creates is said to be created later', async () => {
    const [missing, ...others] = await missingIn(
      'alter table a add b int',
      'create table a ()',
      'alter table a add c int',
    );
    expect(others).toEqual([]);
    expect(missing).toMatchObject({
      name: 'a',
      references: [{ file: '1_m.sql' }],
      createdLater: { file: '2_m.sql' },
    });
    expect(missing?.references).toHaveLength(1);
  });

  test('what nothing creates is not', async () => {
    expect(await missingIn('alter table a add b int')).toEqual([
      {
        kind: 'relation',
        schema: 'public',
        name: 'a',
        references: [{ file: '1_m.sql', line: 1, column: 13, statement: 'alter table a add b int' }],
      },
    ]);
  });

  test('what the same file creates further down is created later', async () => {
    expect(await missingIn('create view v as select * from a; create table a ()')).toMatchObject([
      { name: 'a', createdLater: { file: '1_m.sql' } },
    ]);
  });

  test('what was created and dropped was not made outside Git', async () => {
    expect(await namesIn('create table a (); drop table a cascade; select * from a')).toEqual([]);
  });

  test('a rename of a missing table brings no second one', async () => {
    expect(await namesIn('alter table public.a rename to b; select * from public.b')).toEqual([
      'relation public.a',
    ]);
  });

  test('a rename that is skipped creates nothing', async () => {
    expect(await namesIn('alter table if exists a rename to b; select * from b')).toEqual([
      'relation public.b',
    ]);
  });
});

describe('schemas', () => {
  test.each([
    ['alter table app.a add b int', ['relation app.a']],
    ['create schema app; create table app.a (); alter table a add b int', ['relation public.a']],
    ['create schema app; set search_path to app, public; select * from a', ['relation public.a']],
    ['create schema app; set search_path to app; select * from a', ['relation app.a']],
    ["select pg_catalog.set_config('search_path', '', false); select * from a", []],
    ["select set_config('search_path', 'app, public', false); select * from app.a", ['relation app.a']],
    ["select set_config('search_path', current_user, false); select * from a", []],
    ['set search_path to default; select * from a', ['relation public.a']],
    [
      "select set_config('check_function_bodies', 'off', false); create function f() returns int language sql as 'select 1 from a'",
      [],
    ],
    [
      'create function f() returns int language sql set search_path = app as $$ select 1 from a $$',
      ['relation app.a'],
    ],
    ['create function f(a anyelement) returns int language sql as $$ select 1 from a $$', []],
  ])('%s', async (sql, expected) => {
    expect(await namesIn(sql)).toEqual(expected);
  });

  test('a search path does not outlive its file', async () => {
    expect(await namesIn("set search_path = ''; select 1", 'select * from a')).toEqual(['relation public.a']);
  });

  test.each([
    'auth',
    'storage',
    'realtime',
    'vault',
    'cron',
    'net',
    'pgmq',
    'extensions',
    'pg_catalog',
    'information_schema',
  ])('what lacks in %s is not the base schema of the user', async (schema) => {
    expect(await namesIn(`select 'a'::${schema}.ghost from ${schema}.ghost`)).toEqual([]);
  });

  test('what the platform has is not missing', async () => {
    const platform: KnownObject[] = [
      { kind: 'schema', schema: 'app', name: 'app' },
      { kind: 'relation', schema: 'app', name: 'a' },
      { kind: 'type', schema: 'public', name: 'b' },
    ];
    expect(
      await missingObjects(migrations(["select 'x'::b, 'x'::b[], null::app.a from app.a"]), platform),
    ).toEqual([]);
  });
});

describe('extensions', () => {
  test.each([...SUPABASE_EXTENSIONS])('%s of Supabase hides no type that is missing', async (name) => {
    const sql = `create extension "${name}"; create table a (b missing_type)`;
    expect(await namesIn(sql)).toEqual(['type public.missing_type']);
  });

  test.each([
    ['create table a (b vector(3), c extensions.citext, d public.geometry(Point, 4326), e ltree[])', []],
    ['create extension pg_net with schema extensions; create table a (b ghost)', ['type public.ghost']],
    ['create extension file_fdw; create table a (b missing_type)', ['type public.missing_type']],
    [
      'select * from histogram, spatial_ref_sys',
      ['relation public.histogram', 'relation public.spatial_ref_sys'],
    ],
    ['create extension postgis; select * from spatial_ref_sys, histogram', ['relation public.histogram']],
    ['create extension somebodys; create table a (b ghost); select * from ghoul', ['relation public.ghoul']],
    ['create extension "a-b"; select * from theirs.a', []],
    [
      'create extension postgres_fdw; import foreign schema x from server s into remote; select * from remote.a',
      [],
    ],
    ['create extension hstore schema app; select * from app.a', []],
  ])('%s', async (sql, expected) => {
    expect(await namesIn(sql)).toEqual(expected);
  });
});

describe('code that makes names up', () => {
  test.each([
    ["do $$ begin execute format('create table %I ()', 'ghost'); end $$; select * from ghost", []],
    [
      "do $$ begin execute format('create table %I ()', 'ghost'); end $$; select * from ghoul",
      ['relation public.ghoul'],
    ],
    ["do $$ begin execute 'create table ' || 'ghost' || ' ()'; end $$; select * from ghost", []],
    [
      "do $$ begin execute format('create view stats_%s as select 1', 2026); end $$; select * from stats_2026, stat",
      ['relation public.stat'],
    ],
    ['do $$ begin alter table a rename to ghost; end $$; select * from ghost', []],
    ['do $$ begin alter table a set schema b; end $$; select * from b.a', []],
    ['do $$ begin insert into ghost values (1); end $$', []],
  ])('%s', async (sql, expected) => {
    expect(await namesIn(sql)).toEqual(expected);
  });

  test('a statement that does not parse may create what it names', async () => {
    expect(await namesIn('create table ghost (id int) something new; select * from ghost, ghoul')).toEqual([
      'relation public.ghoul',
    ]);
  });
});

describe('large folders', () => {
  test('thousands of references in one file take under ten seconds', async () => {
    const file = "insert into ghost (a, b) values (1, 'some text');\n".repeat(5_000);
    const start = performance.now();
    const [missing] = await missingIn(file);
    expect(missing?.references).toHaveLength(5_000);
    expect(missing?.references.at(-1)).toMatchObject({ line: 5_000, column: 13 });
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
