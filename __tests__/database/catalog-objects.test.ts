// What the catalogue tells of the objects that migrations created, and which file created each: ids of objects ascend
// during a replay.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { catalogObjects } from '../../src/database/catalog-objects.ts';
import { type EmbeddedDatabase, openEmbedded } from '../../src/database/embedded/engine.ts';
import { type FirstId, replay } from '../../src/database/embedded/replay.ts';
import type { CatalogObject } from '../../src/ports.ts';

const FILES = {
  '1_plain.sql': "create table plain (id int primary key); create type mood as enum ('sad');",
  '2_loop.sql': `do $$ begin
      for i in 1..2 loop execute format('create table loop_%s (id int references plain)', i); end loop;
    end $$;`,
  '3_caught.sql': `do $$ begin
      begin execute 'create table caught (id int)'; exception when others then null; end;
    end $$;`,
  '3a_next.sql': 'select 1',
  '4_steps.sql': `begin; do $$ begin execute 'create table stepped (id int)'; end $$; commit;
    create index concurrently on plain (id); create table after_steps (id int);`,
  '5_tenants.sql': `do $$ declare t text; begin
      for t in select tablename from pg_tables where schemaname = 'public' loop
        execute format('alter table %I add column tenant int', t);
      end loop;
    end $$;
    alter type mood add value 'glad';
    create function one() returns setof int rows 1 language sql as 'select 1';
    create function unnamed(int) returns int language sql as 'select 1';
    create function of_row(a int, plain) returns int language sql as 'select 1';
    create function mixed(a int, inout b int, variadic c int[]) language sql as 'select 1';
    create table account (id uuid references auth.users, plain_id int references plain);
    create table parts (id int) partition by range (id);
    create table parts_1 partition of parts for values from (0) to (9);`,
  '5a_caught.sql': `do $$ begin
      begin execute 'create table either_way (id int)'; exception when others then null; end;
    end $$;`,
  '5b_steps.sql': 'create index concurrently on plain (id);',
  '6_extension.sql': 'create extension citext with schema public; alter table loop_1 owner to postgres;',
  '6a_history.sql': 'grant select on supabase_migrations.schema_migrations to anon;',
  '7_views.sql':
    'create table spans (span interval, spans interval[], note text, twice int generated always as (1) stored, n int generated always as identity); create domain span_domain as interval; create function lasts(a text) returns span_domain language sql as $$ select null::span_domain $$; create view summed as select sum(id) as id from plain; create function kept_out() returns trigger language plpgsql as $$ begin return new; end $$; create trigger summed instead of insert on summed for each row execute function kept_out(); create view seen as select id from plain; create materialized view kept as select 1 as one;',
};

const migrations = Object.entries(FILES).map(([file, sql]) => ({
  file,
  version: file.split('_')[0] ?? '',
  name: file.replace(/^\w+?_/, ''),
  sql,
}));

describe('what a replay built', () => {
  let database: EmbeddedDatabase;
  let built: CatalogObject[];
  beforeAll(async () => {
    database = await openEmbedded({ extensions: ['citext'] });
    const firstIds: FirstId[] = [];
    const onFile = (first: FirstId): void => void firstIds.push(first);
    expect((await replay(database, { migrations }, () => undefined, onFile)).status).toBe('replayed');
    built = await catalogObjects(database, firstIds);
  });
  afterAll(() => database.close());

  const one = (name: string): CatalogObject | undefined => built.find((object) => object.name === name);

  test.each([
    ['plain', '1_plain.sql'],
    ['mood', '1_plain.sql'],
    ['loop_1', '2_loop.sql'],
    ['loop_2', '2_loop.sql'],
    ['caught', '3_caught.sql'],
    ['stepped', '4_steps.sql'],
    ['after_steps', '4_steps.sql'],
    ['parts_1', '5_tenants.sql'],
    ['either_way', '5a_caught.sql'],
    ['seen', '7_views.sql'],
    ['kept', '7_views.sql'],
  ])('%s came with %s', (name, file) => {
    expect(one(name)).toMatchObject({ schema: 'public', createdIn: file });
  });

  test('kinds, partitions, functions of one row and the extension of its objects are told', () => {
    expect(one('seen')?.kind).toBe('view');
    expect(one('kept')?.kind).toBe('materialized-view');
    expect(one('parts_1')?.kind).toBe('table');
    expect(one('parts')?.kind).toBe('table');
    expect(one('one')).toMatchObject({ kind: 'function', returnsOneRow: true });
    expect(one('unnamed')).toMatchObject({ takesUnnamed: true });
    expect(one('mixed')).toMatchObject({ inOutOrVariadic: ['b', 'c'] });
    expect(one('mixed')?.takesUnnamed).toBeUndefined();
    expect([one('of_row')?.takesRow, one('mixed')?.takesRow]).toEqual([true, undefined]);
    expect(one('account')?.foreignKeys).toEqual([
      { name: 'account_id_fkey', referencedSchema: 'auth', referencedRelation: 'users' },
      { name: 'account_plain_id_fkey', referencedSchema: 'public', referencedRelation: 'plain' },
    ]);
    expect(one('regexp_match')).toMatchObject({ extension: 'citext', createdIn: '6_extension.sql' });
  });

  test('types that generators learnt, computed columns and views that triggers make writable are told', () => {
    expect(one('spans')).toMatchObject({ learntTypes: ['span', 'spans'], computed: ['twice'] });
    expect(one('lasts')?.learntTypes).toEqual(['']);
    expect(one('mixed')?.learntTypes).toBeUndefined();
    expect(one('summed')?.isLateWritable).toBe(true);
    expect(one('seen')?.isLateWritable).toBeUndefined();
  });

  test('nothing of the platform is among them', () => {
    expect(built.filter(({ schema }) => schema !== 'public')).toEqual([]);
    expect(built.filter(({ createdIn }) => createdIn === undefined)).toEqual([]);
  });
});
