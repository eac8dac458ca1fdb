// What a check tells of a difference: the statement that made it, or that there is none, in words that are true; and
// what follows from another difference is told with that one. The types are made by `fix` of the migrations before.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import type { Finding } from '../../src/findings/finding.ts';
import { folderOf } from '../project/disk/folder.ts';
import { closeKept, runOn } from './kept-shadows.ts';

afterAll(closeKept);

const TODAY = '2026-06-15';
const EMPTY = `export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]
export type Database = { public: {
  Tables: { [_ in never]: never }
  Views: { [_ in never]: never }
  Functions: { [_ in never]: never }
  Enums: { [_ in never]: never }
  CompositeTypes: { [_ in never]: never }
} }
`;

const files = (migrations: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    migrations.map((sql, index) => [`supabase/migrations/2026010${index + 1}000000_m.sql`, sql]),
  );

/** A folder whose types are those of the first migrations, changed by hand. */
async function projectOf(
  before: readonly string[],
  after: readonly string[],
  changed: (types: string) => string = (types) => types,
): Promise<string> {
  const project = { 'supabase/config.toml': 'project_id = "shop"\n', 'types.ts': EMPTY };
  const earlier = folderOf({ ...project, ...files(before) });
  await runOn(TODAY, 'fix', earlier, { types: ['types.ts'] });
  const types = readFileSync(join(earlier, 'types.ts'), 'utf8');
  return folderOf({ ...project, ...files([...before, ...after]), 'types.ts': changed(types) });
}

/** `rule object < text of the blamed line from its column on`. */
function told(folder: string, { ruleId, id, location }: Finding): string {
  if (location === undefined) return `${ruleId} ${id} < nothing`;
  const line = readFileSync(join(folder, location.file), 'utf8').split('\n')[location.line - 1] ?? '';
  return `${ruleId} ${id} < ${line.slice((location.column ?? 1) - 1).slice(0, 40)}`;
}

test('an added, a retyped and a removed column, and one that no migration ever had (B1, B2, B3)', async () => {
  const folder = await projectOf(
    ['create table public.t (id bigint not null, n int, gone int);\n'],
    [
      `alter table public.t alter id type uuid using gen_random_uuid();
alter table public.t alter id set default gen_random_uuid();
alter table public.t add column ends_at timestamptz;
alter table public.t alter ends_at set not null;
alter table public.t drop column gone;`,
      'alter table public.t alter n type bigint;',
    ],
    (types) =>
      types.replaceAll(
        /^( +)gone(\??): .*\n/gm,
        (line, indent, mark) => `${line}${indent}ghost${mark}: string\n`,
      ),
  );
  const { findings } = await runOn(TODAY, 'check', folder);
  expect(findings.map((finding) => told(folder, finding)).sort()).toEqual([
    'column-added public.t.ends_at < ends_at timestamptz;',
    'column-optionality-changed public.t.id < alter id set default gen_random_uuid();',
    'column-removed public.t.ghost < nothing',
    'column-removed public.t.gone < drop column gone;',
    'column-type-changed public.t.id < alter id type uuid using gen_random_uuid',
  ]);
  expect(findings.find(({ id }) => id === 'public.t.ghost')?.details).toEqual([
    'in the committed types, in no migration: made outside Git, or never existed',
  ]);
});

test('each overload that differs is a finding of its own, at its own statement (B7)', async () => {
  const folder = await projectOf(
    [
      `create table t (id int);
create function area(side int) returns int language sql as 'select 1';
create function area(w int, h int) returns int language sql as 'select 1';
create function area(base int, h int, angle int) returns int language sql as 'select 1';
`,
    ],
    [
      `create function area(radius text) returns int language sql as 'select 1';
drop function area(base int, h int, angle int);
drop function area(w int, h int);
create function area(w int, h int) returns text language sql as 'select 1';`,
    ],
    (types) => types.replace('Args: { side: number }', 'Args: { edge: number; side: number }'),
  );
  const { findings } = await runOn(TODAY, 'check', folder);
  expect(findings.map((finding) => told(folder, finding)).sort()).toEqual([
    'function-signature-changed public.area(angle:, base:, h:) < drop function area(base int, h int, angl',
    'function-signature-changed public.area(h:, w:) < create function area(w int, h int) retur',
    'function-signature-changed public.area(radius:) < create function area(radius text) return',
    'function-signature-changed public.area(side:) < create function area(side int) returns i',
  ]);
});

test('an overload of the types that no migration ever had is made outside Git (B7)', async () => {
  const folder = await projectOf(
    [
      `create table t (id int);
create function area(side int) returns int language sql as 'select 1';
create function area(w int, h int) returns int language sql as 'select 1';
`,
    ],
    [],
    (types) =>
      types.replace(
        /\| \{ Args: \{ side/,
        '| { Args: { ghost: string }; Returns: boolean }\n        | { Args: { side',
      ),
  );
  const { findings } = await runOn(TODAY, 'check', folder);
  expect(findings.map((finding) => [told(folder, finding), finding.details])).toEqual([
    [
      'function-signature-changed public.area(ghost:) < nothing',
      ['in the committed types, in no migration: made outside Git, or never existed'],
    ],
  ]);
});

test('a grant on the history hides no file of the inventory (B4)', async () => {
  const folder = await projectOf(
    ['create table public.t (id int);', 'grant select on supabase_migrations.schema_migrations to anon;'],
    ['create table public.u (id int);'],
  );
  const { inventory } = await runOn(TODAY, 'check', folder);
  expect(inventory?.relations.map(({ id, file }) => [id, file])).toEqual([
    ['public.t', 'supabase/migrations/20260101000000_m.sql'],
    ['public.u', 'supabase/migrations/20260103000000_m.sql'],
  ]);
});

test('a relationship that is gone because a view is (B5)', async () => {
  const folder = await projectOf(
    [
      `create table public.a (id int primary key);
create table public.b (id int primary key, a int constraint b_a references public.a);
create view public.v as select id from public.a;`,
    ],
    ['drop view public.v;'],
  );
  const { findings, diagram } = await runOn(TODAY, 'check', folder);
  expect(findings.map((finding) => told(folder, finding)).sort()).toEqual([
    'relation-removed public.v < drop view public.v;',
    'relationship-removed public.b.b_a < drop view public.v;',
  ]);
  expect(findings.find(({ id }) => id === 'public.b.b_a')?.message).toBe(
    'relationship `public.b.b_a` leads to `v` too in the committed types; its foreign key is in the database that the migrations build, but those can no longer be embedded through it.',
  );
  expect(diagram?.links.filter(({ change }) => change)).toEqual([]);
});

test('functions that give the rows of a table follow it, and are accepted with it (V10)', async () => {
  const folder = await projectOf(
    [
      `create table public.orders (id int primary key, note text);
create function public.place() returns setof public.orders language sql as 'select * from public.orders';
create function public.first() returns public.orders language sql as 'select * from public.orders limit 1';
create function public.other() returns table (id int, note text) language sql as 'select 1, null::text';`,
    ],
    ['alter table public.orders add column coupon text;'],
  );
  const { findings } = await runOn(TODAY, 'check', folder);
  expect(findings.map((finding) => told(folder, finding))).toEqual([
    'column-added public.orders.coupon < coupon text;',
  ]);
  expect(findings[0]?.details).toEqual([
    'function public.first() returns its rows and changes with it',
    'function public.place() returns its rows and changes with it',
  ]);
  await runOn(TODAY, 'accept', folder, { object: ['public.orders'], reason: 'Ships on Monday' });
  expect((await runOn(TODAY, 'check', folder)).findings).toEqual([]);
});

test('a function that differs by itself does not follow a table', async () => {
  const folder = await projectOf(
    [
      `create table public.orders (id int primary key, note text);
create function public.place() returns setof public.orders language sql as 'select * from public.orders';`,
    ],
    ['alter table public.orders add column coupon text;'],
    (types) =>
      types.replace(/place: \{[\s\S]*?note: string \| null/, (text) =>
        text.replace('string | null', 'number'),
      ),
  );
  const { findings } = await runOn(TODAY, 'check', folder);
  expect(findings.map(({ ruleId, id }) => `${ruleId} ${id}`)).toEqual([
    'column-added public.orders.coupon',
    'function-signature-changed public.place()',
  ]);
});

test('an entry of a baseline for what now follows is not stale', async () => {
  const folder = await projectOf(
    [
      `create table public.orders (id int primary key);
create function public.place() returns setof public.orders language sql as 'select * from public.orders';`,
    ],
    ['alter table public.orders add column coupon text;'],
  );
  const [leader] = (await runOn(TODAY, 'check', folder)).findings;
  const entries = [...(leader?.covers ?? []), ...(leader ? [leader] : [])].map(
    ({ ruleId, id, fingerprint }) => ({
      object: id,
      rule: ruleId,
      fingerprint,
      reason: 'Ships on Monday',
      date: TODAY,
    }),
  );
  expect(entries).toHaveLength(2);
  writeFileSync(
    join(folder, 'supabase/drift-baseline.json'),
    JSON.stringify({ version: 1, accepted: entries }),
  );
  const { findings, stale = [] } = await runOn(TODAY, 'check', folder);
  expect([findings, stale]).toEqual([[], []]);
});

test('a function follows the relation whose rows it gives, and no other of the same columns', async () => {
  const folder = await projectOf(
    [
      `create table public.tags (id int not null);
create function public.all_tags() returns setof public.tags language sql as 'select * from public.tags';
create function public.list_tags() returns table (id int) language sql as 'select 1';`,
    ],
    [
      `alter table public.tags add column name text not null default '';`,
      `drop function public.list_tags();
create function public.list_tags() returns table (id int, name text) language sql as 'select 1, null::text';`,
    ],
  );
  const { findings } = await runOn(TODAY, 'check', folder);
  expect(findings.map((finding) => told(folder, finding))).toEqual([
    "column-added public.tags.name < name text not null default '';",
    'function-signature-changed public.list_tags() < create function public.list_tags() retur',
  ]);
  expect(findings[0]?.details).toEqual(['function public.all_tags() returns its rows and changes with it']);
});

test('types of before SetofOptions: a function follows its relation all the same', async () => {
  const folder = await projectOf(
    [
      `create table public.tags (id int);
create function public.all_tags() returns setof public.tags language sql as 'select * from public.tags';`,
    ],
    ['alter table public.tags add column name text;'],
    (types) => types.replace(/ *SetofOptions: \{[^}]*\}\n/, ''),
  );
  const { findings } = await runOn(TODAY, 'check', folder);
  expect(findings.map(({ ruleId, id, covers }) => [ruleId, id, covers?.map((one) => one.id)])).toEqual([
    ['column-added', 'public.tags.name', ['public.all_tags()']],
  ]);
});

test('a function that came to give the rows of a table differs by itself', async () => {
  const folder = await projectOf(
    [
      `create table public.tags (id int not null);
create function public.list_tags() returns table (id int) language sql as 'select 1';
create function public.all_tags() returns setof public.tags language sql as 'select * from public.tags';`,
    ],
    [
      `alter table public.tags add column name text not null default '';
drop function public.list_tags();
create function public.list_tags() returns setof public.tags language sql as 'select * from public.tags';`,
    ],
  );
  const { findings } = await runOn(TODAY, 'check', folder);
  expect(findings.map(({ ruleId, id }) => `${ruleId} ${id}`)).toEqual([
    'column-added public.tags.name',
    'function-signature-changed public.list_tags()',
  ]);
});

test('a computed field that gives rows of another table follows that one, by its function', async () => {
  const folder = await projectOf(
    [
      `create table public.users (id int primary key);
create table public.posts (id int primary key, user_id int references public.users);
create function public.author(p public.posts) returns setof public.users rows 1 language sql as 'select * from public.users';`,
    ],
    ['alter table public.users add column name text;'],
  );
  const { findings } = await runOn(TODAY, 'check', folder);
  expect(findings.map(({ ruleId, id, covers }) => [ruleId, id, covers?.map((one) => one.id)])).toEqual([
    ['column-added', 'public.users.name', ['public.posts.author', 'public.author()']],
  ]);
  expect(findings[0]?.details).toEqual([
    'public.posts.author is computed by a function that returns its rows and changes with it',
    'function public.author() returns its rows and changes with it',
  ]);
});

test('a column that can be written follows no function of its name', async () => {
  const folder = await projectOf(
    [
      `create table public.people (id int primary key, note text);
create function public.note(p public.people, suffix text) returns text language sql as 'select suffix';`,
    ],
    ['drop function public.note; alter table public.people drop column note;'],
  );
  const { findings } = await runOn(TODAY, 'check', folder);
  expect(findings.map(({ ruleId, id }) => `${ruleId} ${id}`)).toEqual([
    'column-removed public.people.note',
    'function-removed public.note()',
  ]);
});

test('with several types files, what follows in any of them is covered', async () => {
  const folder = await projectOf(
    [
      `create table public.people (id int primary key);
create function public.everybody() returns setof public.people language sql as 'select * from public.people';`,
    ],
    ['alter table public.people add column zip text;'],
  );
  const types = readFileSync(join(folder, 'types.ts'), 'utf8');
  const withoutFunctions = types.replace(
    /Functions: \{[\s\S]*?(?=\s*Enums:)/,
    'Functions: { [_ in never]: never }',
  );
  writeFileSync(join(folder, 'first.ts'), withoutFunctions);
  const { findings } = await runOn(TODAY, 'check', folder, { types: ['first.ts', 'types.ts'] });
  const leader = findings.find(({ ruleId }) => ruleId === 'column-added');
  expect(leader?.covers?.map(({ id }) => id)).toEqual(['public.everybody()']);
  expect(leader?.details).toEqual([
    'in first.ts',
    'function public.everybody() returns its rows and changes with it',
    'in types.ts',
  ]);
});

test('what an extension brings is told at the statement that creates it (B16)', async () => {
  const folder = await projectOf(
    ['create table public.t (id int);'],
    ['select 1;\ncreate extension pg_trgm with schema public;'],
  );
  const { findings } = await runOn(TODAY, 'check', folder);
  expect(findings.length).toBeGreaterThan(0);
  expect(new Set(findings.map((finding) => told(folder, finding).split(' < ')[1]))).toEqual(
    new Set(['create extension pg_trgm with schema pub']),
  );
});

test.each(['alter extension pg_trgm set schema extensions;', 'drop extension pg_trgm;'])(
  'what an extension took along is told there: %s',
  async (sql) => {
    const before = 'create table public.t (id int); create extension pg_trgm with schema public;';
    const folder = await projectOf([before], [`select 1;\n${sql}`]);
    const { findings } = await runOn(TODAY, 'check', folder);
    expect(findings.length).toBeGreaterThan(0);
    expect(new Set(findings.map((finding) => told(folder, finding).split(' < ')[1]))).toEqual(
      new Set([sql.slice(0, 40)]),
    );
    expect(findings.flatMap(({ details = [] }) => details)).toEqual([]);
  },
);

test("a project's own event trigger takes no column its place", async () => {
  const folder = await projectOf(
    [
      `create function public.auto_rls() returns event_trigger language plpgsql as $$
declare one record; begin
  for one in select * from pg_event_trigger_ddl_commands() where command_tag = 'CREATE TABLE' loop
    execute format('alter table %s enable row level security', one.object_identity);
  end loop;
end $$;
create event trigger auto_rls on ddl_command_end execute function public.auto_rls();
create table public.t (
  id int,
  name text
);`,
    ],
    [],
    (types) => types.replace(/ *name\??: string \| null\n/g, ''),
  );
  const { findings } = await runOn(TODAY, 'check', folder);
  expect(findings.map((finding) => told(folder, finding))).toEqual([
    'column-added public.t.name < name text',
  ]);
});

test('what went behind the end of a trace is told by the texts', async () => {
  const folder = await projectOf(
    ['create table public.t (id int, note text);'],
    [
      `do $$ begin if to_regnamespace('drift_gate') is not null then raise 'not here'; end if; end $$;
alter table public.t drop column note;`,
    ],
  );
  const { findings } = await runOn(TODAY, 'check', folder);
  expect(findings.map((finding) => told(folder, finding))).toEqual([
    'column-removed public.t.note < alter table public.t drop column note;',
  ]);
});
