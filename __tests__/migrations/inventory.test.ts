import { describe, expect, test } from '@jest/globals';
import type { MigrationSource } from '../../src/migrations/migration.ts';
import { indexMigrations } from '../../src/migrations/object-index.ts';

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
  test('is told by the index, and not by counting the words', async () => {
    const { relations } = await indexMigrations(FOLDER);
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
    const { relations } = await indexMigrations(
      migrations({
        '1_m.sql': `create materialized view m as select 1 as one; create foreign table f (id int) server s; drop foreign table f;
create foreign table g (id int) server s; create unlogged table t (id int)`,
      }),
    );
    expect(relations.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'materialized-view m',
      'foreign-table g',
      'table t',
    ]);
  });
});

describe('what the parser refuses', () => {
  test('is told with its place, and hides no other statement', async () => {
    const index = await indexMigrations(
      migrations({
        '1_m.sql': 'create table a (id int);\ncreate tabel b (id int);\ncreate table c (id int);',
      }),
    );
    expect(index.refused).toEqual([
      { location: { file: '1_m.sql', line: 2, column: 8 }, message: 'syntax error at or near "tabel"' },
    ]);
    expect(index.relations.map(({ name }) => name)).toEqual(['a', 'c']);
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
    const index = await indexMigrations(migrations({ '1_m.sql': `${sql};\ncreate table last (id int)` }));
    expect(index.relations.map(({ name }) => name)).toContain('last');
    expect(index.blame({ kind: 'column', schema: 'public', relation: 'last', name: 'id' })?.action).toBe(
      'create',
    );
  });
});

describe('what other objects are blamed on', () => {
  test('is nothing, for what no migration names', async () => {
    const { blame } = await indexMigrations(
      migrations({ '1_m.sql': 'create sequence s; create table t (id serial)' }),
    );
    expect(blame({ kind: 'sequence', schema: 'other', name: 's' })).toBeUndefined();
    expect(blame({ kind: 'policy', schema: 'public', relation: 't', name: 'p' })).toBeUndefined();
    expect(blame({ kind: 'extension', name: 'citext' })).toBeUndefined();
    expect(blame({ kind: 'file', name: 'types.ts' })).toBeUndefined();
  });

  test('is nothing, for the platform, and what a migration did to it otherwise', async () => {
    const { blame, relations } = await indexMigrations(
      migrations({
        '1_m.sql':
          'create table t (id uuid references auth.users (id)); alter table storage.objects add column note text',
      }),
    );
    expect(relations.map(({ name }) => name)).toEqual(['t']);
    expect(blame({ kind: 'table', schema: 'auth', name: 'users' })).toBeUndefined();
    expect(blame({ kind: 'column', schema: 'storage', relation: 'objects', name: 'id' })).toBeUndefined();
    expect(blame({ kind: 'column', schema: 'storage', relation: 'objects', name: 'note' })?.action).toBe(
      'create',
    );
  });

  test('tells the lines that a statement takes, and no internals', async () => {
    const { blame } = await indexMigrations(
      migrations({ '1_m.sql': '-- a\ncreate table t (\n  id int\n);\n' }),
    );
    expect(blame({ kind: 'column', schema: 'public', relation: 't', name: 'id' })).toEqual({
      action: 'create',
      location: { file: '1_m.sql', line: 3, column: 3 },
      endLine: 4,
    });
  });
});
