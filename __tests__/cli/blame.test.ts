// Each finding points at the statement behind it. The committed types are made by `fix` at an earlier point of the
// project's life; then migrations are added, and the file is left as it was.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { newFolder } from '../tools/folders.ts';
import type { JsonFinding, JsonReport } from './run.ts';
import { runHere, runJsonHere } from './run-here.ts';

const FOLDER = 'supabase/migrations';
const EMPTY = `export type Database = {
  public: {
    Tables: {}
    Views: {}
    Functions: {}
    Enums: {}
    CompositeTypes: {}
  }
}
`;

const BEFORE = {
  '20260101000000_shop.sql': `-- create table public.never (id int);
create type public.status as enum ('open', 'paid');
create table public.orders (
  id bigint generated always as identity primary key,
  total numeric not null,
  note text
);
create table public.lines (
  id int primary key,
  order_id bigint not null
    references public.orders
);
create table public.legacy (id int primary key);
create table public.clients (id int primary key, full_name text not null);
create table public.swept (id int primary key, gone int);
create function public.sweep() returns void language plpgsql as $$
begin
  execute 'alter table public.' || 'swept drop column gone';
end $$;
create view public.totals as select id, total from public.orders;
create view public.briefs as select id, note, total from public.orders;
create function public.price(id int) returns int language sql as 'select 1';
`,
};

const AFTER = {
  '20260201000000_change.sql': `-- what follows is the drift
alter table public.orders
  add column placed_at timestamptz not null default now(),
  alter column note set not null;
alter type public.status
  add value 'late';
drop table public.legacy;
create or replace view public.totals as
  select id, total, 1 as one from public.orders;
drop view public.briefs;
create view public.briefs as select id from public.orders;
drop function public.price(int);
create function public.price(id int, amount int) returns int language sql as 'select 1';
do $$
begin
  if not exists (select from pg_tables where tablename = 'static') then
    create table public.static (
      id int primary key
    );
  end if;
end $$;
`,
  '20260202000000_rename.sql': `alter table public.clients rename to customers;
alter table public.customers rename column full_name to name;
alter table public.lines drop constraint lines_order_id_fkey;
`,
  '20260203000000_loop.sql': `do $$
declare t text;
begin
  foreach t in array array['north', 'south'] loop
    execute format('create table public.%I (id int primary key)', 'region_' || t);
  end loop;
  execute format('alter table public.%I add column tenant int', 'orders');
end $$;
select public.sweep();
`,
};

const write = (folder: string, files: Record<string, string>): void => {
  mkdirSync(join(folder, FOLDER), { recursive: true });
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(folder, FOLDER, name), sql);
};

let folder: string;
let report: JsonReport & { inventory?: unknown };
beforeAll(async () => {
  folder = newFolder();
  write(folder, BEFORE);
  writeFileSync(join(folder, 'supabase/config.toml'), '[api]\nschemas = ["public"]\n');
  writeFileSync(join(folder, 'types.ts'), EMPTY);
  expect(await runHere(['fix', '--quiet', '--types', 'types.ts'], { cwd: folder })).toMatchObject({
    code: 0,
  });
  // What was made by hand in the dashboard, and its types with it.
  const types = readFileSync(join(folder, 'types.ts'), 'utf8');
  writeFileSync(
    join(folder, 'types.ts'),
    types.replace(
      /\blegacy\b/,
      'ghost: { Row: { id: number }; Insert: { id: number }; Update: { id?: number }; Relationships: [] }; legacy',
    ),
  );
  write(folder, AFTER);
  ({ report } = await runJsonHere(['check'], { cwd: folder }));
});

const finding = (ruleId: string, id: string): JsonFinding | undefined =>
  report.findings.find((one) => one.ruleId === ruleId && one.id === id);

/** The file, and the text of the line that a finding points at. */
function pointed(one: JsonFinding | undefined): string {
  if (one?.location === undefined) return 'nowhere';
  const { file, line } = one.location;
  return `${file.slice(FOLDER.length + 1, FOLDER.length + 9)}: ${readFileSync(join(folder, file), 'utf8').split('\n')[line - 1]?.trim()}`;
}

describe('a finding points at', () => {
  test.each([
    [
      'column-added',
      'public.orders.placed_at',
      '20260201: add column placed_at timestamptz not null default now(),',
    ],
    ['column-type-changed', 'public.orders.note', '20260201: alter column note set not null;'],
    ['enum-value-added', 'public.status.late', '20260201: alter type public.status'],
    ['relation-removed', 'public.legacy', '20260201: drop table public.legacy;'],
    ['column-added', 'public.totals.one', '20260201: select id, total, 1 as one from public.orders;'],
    ['relation-added', 'public.static', '20260201: create table public.static ('],
    ['relation-renamed', 'public.customers', '20260202: alter table public.clients rename to customers;'],
    [
      'column-renamed',
      'public.customers.name',
      '20260202: alter table public.customers rename column full_name to name;',
    ],
    [
      'relationship-removed',
      'public.lines.lines_order_id_fkey',
      '20260202: alter table public.lines drop constraint lines_order_id_fkey;',
    ],
  ])('the statement behind %s %s', (ruleId, id, line) => {
    expect(pointed(finding(ruleId, id))).toBe(line);
  });

  test('the function that took the place of another', () => {
    expect(pointed(report.findings.find(({ ruleId }) => ruleId.startsWith('function-')))).toMatch(
      /create function public.price\(id int, amount int\)/,
    );
  });

  test.each([
    ['relation-added', 'public.region_north', "execute format('create table public.%I"],
    ['relation-added', 'public.region_south', "execute format('create table public.%I"],
    ['column-added', 'public.orders.tenant', "execute format('alter table public.%I"],
  ])('the line of a block that made it: %s %s', (rule, id, line) => {
    expect(pointed(finding(rule, id))).toContain(`20260203: ${line}`);
  });

  test('the call of the function that removed it', () => {
    const one = finding('column-removed', 'public.swept.gone');
    expect(pointed(one)).toBe('20260203: select public.sweep();');
    expect(one?.details).toBeUndefined();
  });

  test('the statement that made a view anew without a column, and says nothing of code', () => {
    const one = finding('column-removed', 'public.briefs.note');
    expect(pointed(one)).toBe('20260201: create view public.briefs as select id from public.orders;');
    expect(one?.details).toBeUndefined();
  });

  test('nothing, and says so, when no migration ever touched the object', () => {
    const one = finding('relation-removed', 'public.ghost');
    expect(one?.location).toBeUndefined();
    expect(one?.details).toEqual([
      'in the committed types, in no migration: made outside Git, or never existed',
    ]);
  });
});

test('a rename is told as one, and neither as one that went nor as one that came', () => {
  const told = report.findings.filter(({ id }) => /clients|customers/.test(id));
  expect(told.map(({ ruleId, id }) => `${ruleId} ${id}`).sort()).toEqual([
    'column-renamed public.customers.name',
    'relation-renamed public.customers',
  ]);
});

test('the inventory names each relation that Git creates, with its file', () => {
  expect(report.inventory).toMatchObject({ gitFrom: 'replay', counts: { git: 9, types: 5 } });
  expect(JSON.stringify(report.inventory)).not.toContain('never');
  expect(report.inventory).toMatchObject({
    relations: expect.arrayContaining([
      { id: 'public.orders', kind: 'table', types: true, file: `${FOLDER}/20260101000000_shop.sql` },
      { id: 'public.region_north', kind: 'table', types: false, file: `${FOLDER}/20260203000000_loop.sql` },
    ]),
  });
});

test('fix brings the file to what the migrations build, renames included', async () => {
  expect(await runHere(['fix', '--quiet'], { cwd: folder })).toMatchObject({ code: 0 });
  expect(await runJsonHere(['check'], { cwd: folder })).toMatchObject({ code: 0, report: { findings: [] } });
});
