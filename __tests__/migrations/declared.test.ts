import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type EmbeddedDatabase, openEmbedded } from '../../src/database/embedded/engine.ts';
import { type Declarations, declaredIn } from '../../src/migrations/declared.ts';
import type { MigrationSource } from '../../src/migrations/migration.ts';
import { CASES } from './blamed.ts';
import { type BuiltCatalogue, catalogueOf, namesOf, schemasOf } from './built-catalogue.ts';
import { migrationsOf } from './traced.ts';

const migrations = (files: Record<string, string>): MigrationSource[] =>
  Object.entries(files).map(([file, sql]) => ({ file, version: file.split('_')[0] ?? '', name: file, sql }));

const FOLDER = migrations({
  '1_init.sql': `CREATE TABLE customers (id int primary key);
CREATE TABLE orders (id int primary key);
create table public."CREATE TABLE" (id int);
-- CREATE TABLE drafts (id int);
/* CREATE TABLE notes (id int); */`,
  '2_again.sql': `CREATE TABLE IF NOT EXISTS customers (id int primary key, name text);
CREATE TABLE
  billing_accounts (id int);
CREATE TEMP TABLE staging (id int);
COMMENT ON TABLE orders IS 'CREATE TABLE orders was the first';`,
  '3_billing.sql': `CREATE SCHEMA billing CREATE TABLE invoices (id int);
ALTER TABLE billing_accounts SET SCHEMA billing;
ALTER TABLE billing.billing_accounts RENAME TO accounts;`,
  '4_gone.sql': `DROP TABLE orders;
CREATE FUNCTION make() RETURNS void LANGUAGE plpgsql AS $$ BEGIN CREATE TABLE never (id int); END $$;
DO $$ BEGIN CREATE TABLE IF NOT EXISTS settings (id int); END $$;`,
  '5_views.sql': `CREATE VIEW names AS SELECT id FROM customers;
SELECT id INTO archive FROM customers;`,
});

describe('which tables Git creates', () => {
  test('is told by the statements, and not by counting the words', async () => {
    const { objects } = await declaredIn(FOLDER);
    const relations = objects.filter(({ kind }) => kind !== 'function');
    const found = relations.map(({ kind, schema, name, created }) => [
      `${kind} ${schema}.${name}`,
      created.location.file,
    ]);
    expect(found.sort()).toEqual([
      ['table billing.accounts', '2_again.sql'],
      ['table billing.invoices', '3_billing.sql'],
      ['table public.CREATE TABLE', '1_init.sql'],
      ['table public.archive', '5_views.sql'],
      ['table public.customers', '1_init.sql'],
      ['table public.settings', '4_gone.sql'],
      ['view public.names', '5_views.sql'],
    ]);
    const lines = FOLDER.flatMap(({ sql }) => sql.split('\n'));
    const grepped = lines.filter((line) => line.includes('CREATE TABLE')).length;
    expect(grepped).not.toBe(relations.filter(({ kind }) => kind === 'table').length);
  });

  test('knows foreign tables and materialized views from tables', async () => {
    const { objects } = await declaredIn(
      migrations({
        '1_m.sql': `create materialized view m as select 1 as one; create foreign table f (id int) server s; drop foreign table f;
create foreign table g (id int) server s; create unlogged table t (id int)`,
      }),
    );
    expect(objects.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'materialized-view m',
      'foreign-table g',
      'table t',
    ]);
  });
});

describe('what the parser refuses', () => {
  test('is told with its place, and hides no other statement', async () => {
    const declared = await declaredIn(
      migrations({
        '1_m.sql': 'create table a (id int);\ncreate tabel b (id int);\ncreate table c (id int);',
      }),
    );
    expect(declared.refused).toEqual([
      { location: { file: '1_m.sql', line: 2, column: 8 }, message: 'syntax error at or near "tabel"' },
    ]);
    expect(declared.objects.map(({ name }) => name)).toEqual(['a', 'c']);
  });
});

describe('migrations that no database accepts', () => {
  test.each([
    {
      sentence: 'objects made of themselves',
      sql: 'create table a () inherits (a); alter table a inherit a; alter table a rename to a; drop table a, a; create view v as select * from v; create or replace view v as select * from v; drop view v',
    },
    {
      sentence: 'circles',
      sql: 'create table a (id a); create table b () inherits (a); alter table a inherit b; alter table a add column x int; drop table a',
    },
    {
      sentence: 'objects that nothing made',
      sql: 'alter schema ghost rename to ghost; drop schema ghost cascade; alter type ghost rename to ghost; drop type ghost; alter table ghost rename ghost to ghost, add column x int; alter table ghost add foreign key (x) references ghost; drop function f; alter function f rename to g; alter type t add value',
    },
    {
      sentence: 'blocks without an end',
      sql: "do 'x'; do $$ if $$; do $$ begin execute ' $$; do $$ end loop; create table t (id int) $$; do language sql ''",
    },
    {
      sentence: 'a query of thousands of queries',
      sql: `create view v as ${Array.from({ length: 2000 }, () => 'select 1 as one').join(' union all ')}`,
    },
  ])('are read to their end: $sentence', async ({ sql }) => {
    const { objects } = await declaredIn(migrations({ '1_m.sql': `${sql};\ncreate table last (id int)` }));
    expect(objects.map(({ name }) => name)).toContain('last');
  });
});

describe('the last statement that creates, renames or drops', () => {
  test('an object of the platform is none, and for its column the one that a migration adds', async () => {
    const { objects, touch } = await read(
      'create table t (id uuid references auth.users (id)); alter table storage.objects add column note text',
    );
    const column = (name: string) =>
      ({ kind: 'column', schema: 'storage', relation: 'objects', name }) as const;
    expect(objects.map(({ name }) => name)).toEqual(['t']);
    expect(touch({ kind: 'table', schema: 'auth', name: 'users' })).toBeUndefined();
    expect(touch(column('id'))).toBeUndefined();
    expect(touch(column('note'))?.action).toBe('alter');
  });

  test('an object is told with the lines that it takes', async () => {
    const { touch } = await read('-- a\ncreate table t (\n  id int\n);\n\ndrop table t;');
    expect(touch({ kind: 'table', schema: 'public', name: 't' })).toEqual({
      action: 'drop',
      location: { file: '1_m.sql', line: 6, column: 1 },
      endLine: 6,
    });
  });

  test('an extension, a function or a type is told, and nothing for what no migration names', async () => {
    const { touch } = await read(
      "create extension citext; create function f() returns int language sql as 'select 1'; create type e as enum ('a'); alter type e rename to g;",
    );
    expect(touch({ kind: 'extension', name: 'citext' })?.action).toBe('create');
    expect(touch({ kind: 'function', schema: 'public', name: 'f', args: [] })?.action).toBe('create');
    expect(touch({ kind: 'enum', schema: 'public', name: 'e' })?.action).toBe('rename');
    expect(touch({ kind: 'enum', schema: 'public', name: 'g' })?.action).toBe('rename');
    expect(touch({ kind: 'extension', name: 'pg_trgm' })).toBeUndefined();
    expect(touch({ kind: 'policy', schema: 'public', relation: 't', name: 'p' })).toBeUndefined();
  });

  test('an object that was renamed is there under its new name, with the file that created it', async () => {
    const { created, earlierNames } = await read('create table a (id int)', 'alter table a rename to b');
    expect(created({ kind: 'table', schema: 'public', name: 'b' })?.location.file).toBe('1_m.sql');
    expect(created({ kind: 'table', schema: 'public', name: 'a' })).toBeUndefined();
    expect(earlierNames).toEqual([{ kind: 'table', schema: 'public', name: 'a' }]);
  });
});

const read = async (...texts: string[]) => {
  const declared = await declaredIn(migrationsOf(texts));
  return {
    ...declared,
    objects: declared.objects,
    touch: declared.touch.bind(declared),
    created: declared.created.bind(declared),
    earlierNames: declared.earlierNames,
  };
};

describe('PostgreSQL agrees', () => {
  let database: EmbeddedDatabase;
  let platform: string[];
  beforeAll(async () => {
    database = await openEmbedded({ extensions: ['citext'] });
    platform = await schemasOf(database);
  });
  afterAll(() => database.close());

  /** What the catalogue holds after the migrations, none of which stays. */
  async function built(sql: string | readonly string[]): Promise<BuiltCatalogue> {
    await database.exec('begin');
    try {
      for (const each of [sql].flat()) await database.exec(`${each}; reset all`);
      return await catalogueOf(database, platform);
    } finally {
      await database.exec('rollback');
    }
  }

  test.each(CASES)('on what there is after $sentence', async ({ sentence, sql }) => {
    const declared = await declaredIn(migrationsOf(sql));
    const { relations, items } = await built(sql);
    expect(declared.refused).toEqual([]);
    const told = [...namesIn(declared, isRelation), ...namesIn(declared, isItem)];
    const there = [...relations, ...items];
    const { more = [], fewer = [] } = BEYOND_TEXTS[sentence] ?? {};
    expect(told.filter((name) => !there.includes(name))).toEqual(more);
    expect(there.filter((name) => !told.includes(name))).toEqual(fewer);
  });
});

/** What goes with what is dropped, and what a temporary table hides, is not followed. */
const BEYOND_TEXTS: Record<string, { more?: string[]; fewer?: string[] }> = {
  'a temporary table is none, and hides the one of its name': { fewer: ['table public.t'] },
  'what dropping a schema takes along': { more: ['view public.v'] },
  'what dropping a table takes along': { more: ['view public.v', 'view public.w'] },
  'what dropping a column takes along': { more: ['view public.v'] },
  'partitions that are attached, detached and dropped with their table': { more: ['table public.a'] },
  'a view whose function was dropped': { more: ['view public.v'] },
  'what dropping a type takes along': { more: ['function public.g'] },
  'what takes or gives the rows of a table': { more: ['function public.g'] },
};

const isRelation = (kind: string): boolean => /table$|view$/.test(kind);
const isItem = (kind: string): boolean => kind === 'function' || kind === 'enum';
const namesIn = ({ objects }: Declarations, is: (kind: string) => boolean): string[] =>
  namesOf(objects.filter(({ kind }) => is(kind)).map((one) => ({ ...one, kind: String(one.kind) })));
