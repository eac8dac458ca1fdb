// Every kind of object under the names that a plain JavaScript object has from the start: a map that is one answers for
// them too. All of the way: replay, types, blame, edits, reports, and an audit.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { FORMATS } from '../../src/options/values.ts';
import { discoverProject } from '../../src/project/disk/discover.ts';
import { renderReport } from '../../src/report/render.ts';
import type { Report } from '../../src/report/report.ts';
import { folderOf, typesOf } from '../project/disk/folder.ts';
import { CLI_2, CLI_3, gate } from '../tools/cli-runs.ts';
import { type LiveDatabaseForTests, startLive } from '../tools/live-database.ts';
import { closeKept, runOn } from './kept-shadows.ts';

const NAMES = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__'];
const quoted = (name: string): string => `"${name}"`;
const columns = NAMES.map((name) => `${quoted(name)} int`).join(', ');
const labels = NAMES.map((name) => `'${name}'`).join(', ');

/** A schema whose every object has such names. */
const objectsIn = (schema: string): string =>
  NAMES.map((name) => {
    const [table, view, mood] = [name, `v_${name}`, `e_${name}`].map((one) => `${schema}.${quoted(one)}`);
    return `create type ${mood} as enum (${labels});
create table ${table} (id int primary key, ${columns}, mood ${mood}, constraint ${quoted(name)} foreign key (${quoted(name)}) references ${table} (id));
create view ${view} as select * from ${table};
create function ${table}(${columns}) returns int language sql as 'select 1';
create function ${table}(${quoted(name)} text) returns ${mood} language sql as 'select null::${mood}';
create function ${schema}.${quoted(`s_${name}`)}() returns setof ${table} language sql as 'select * from ${table}';
create index ${quoted(`i_${name}`)} on ${table} (${quoted(name)});
create policy ${quoted(name)} on ${table} using (true);
create trigger ${quoted(name)} before update on ${table} for each row execute function suppress_redundant_updates_trigger();
`;
  }).join('');

/** Enums and composite types in turn: a table has a type of its name already. */
const types = NAMES.map((name, index) =>
  index % 2 === 0
    ? `create type types.${quoted(name)} as enum (${labels});`
    : `create type types.${quoted(name)} as (${columns});`,
).join('\n');

const FIRST = `create table orders (id int);
${objectsIn('public')}
create schema types;
${types}
${NAMES.map((name) => `create schema ${quoted(name)}; ${objectsIn(quoted(name))}`).join('\n')}`;

const SECOND = `alter table public.constructor drop column "hasOwnProperty" cascade;
alter table public."valueOf" rename to "isPrototypeOf";
drop function public."__proto__"("__proto__" text);
alter type types.constructor add value 'propertyIsEnumerable';
drop type types."toString";
drop schema "valueOf" cascade;
alter table "__proto__"."__proto__" add column "toLocaleString" int;`;

const CONFIG = `project_id = "shop"
[api]
schemas = [${['public', 'types', ...NAMES].map(quoted).join(', ')}]
`;
const MIGRATION = 'supabase/migrations/20260101000000_first.sql';
const LATER = 'supabase/migrations/20260201000000_second.sql';
const FILES = { 'supabase/config.toml': CONFIG, [MIGRATION]: FIRST, 'types.ts': typesOf('orders') };

let live: LiveDatabaseForTests;
let written = '';

const run = (command: 'check' | 'fix' | 'audit', folder: string, given = {}): Promise<Report> =>
  runOn('2026-06-15', command, folder, given);
const told = ({ findings }: Report): string[] => findings.map(({ ruleId, id }) => `${ruleId} ${id}`);

beforeAll(async () => {
  const folder = folderOf(FILES);
  await run('fix', folder);
  written = readFileSync(join(folder, 'types.ts'), 'utf8');
  live = await startLive({ migrations: discoverProject(folder).migrations });
}, 60_000);

afterAll(async () => {
  await closeKept();
  await live.stop();
});

test('fix writes all of them, and check is in sync then', async () => {
  const { status, compared } = await run('check', folderOf({ ...FILES, 'types.ts': written }));
  expect({ status, compared }).toEqual({
    status: 'in-sync',
    compared: { tables: 31, views: 30, enums: 33, compositeTypes: 2, functions: 60 },
  });
});

test('what a later migration does to them is told with its statement', async () => {
  const report = await run('check', folderOf({ ...FILES, 'types.ts': written, [LATER]: SECOND }));
  const lines = new Map(report.findings.map(({ ruleId, id, location }) => [`${ruleId} ${id}`, location]));
  const expected = [
    'column-removed public.constructor.hasOwnProperty',
    'relation-renamed public.isPrototypeOf',
    'function-signature-changed public.__proto__(__proto__:)',
    'enum-value-added types.constructor.propertyIsEnumerable',
    'composite-type-removed types.toString',
    'schema-removed valueOf',
    'column-added __proto__.__proto__.toLocaleString',
  ];
  expect(expected.map((one) => [one, lines.get(one)?.file, lines.get(one)?.line])).toEqual(
    expected.map((one, index) => [one, LATER, index + 1]),
  );
  for (const format of FORMATS)
    expect(renderReport(format, report, { colour: false })).toContain('toLocaleString');
});

test('an audit finds them the same, and each that somebody changes', async () => {
  const folder = folderOf({ ...FILES, 'types.ts': written });
  const given = { live: live.url };
  const inSync = await run('audit', folder, given);
  expect([inSync.status, told(inSync)]).toEqual(['in-sync', []]);
  await live.database.exec(`alter table "toString"."valueOf" add column "__proto__2" int;
    create function constructor."isPrototypeOf"() returns int language sql as 'select 1';
    drop policy "valueOf" on "hasOwnProperty"."valueOf";`);
  expect(told(await run('audit', folder, given))).toEqual(
    expect.arrayContaining([
      'missing hasOwnProperty.valueOf.valueOf',
      'unmanaged constructor.isPrototypeOf()',
      'unmanaged toString.valueOf.__proto__2',
    ]),
  );
});

test.each([
  ['3.1.0', CLI_3],
  ['2.122.1', CLI_2],
])('the Supabase CLI %s says the same', async (_, cli) => {
  const folder = folderOf({ ...FILES, 'types.ts': written });
  const by = ['--reset-with', 'supabase-cli', '--supabase-cli', cli];
  const { code, stdout } = await gate(['check', ...by, '--format', 'json', '--quiet'], { cwd: folder });
  const report: Report = JSON.parse(stdout);
  expect([code, report.status, told(report)]).toEqual([0, 'in-sync', []]);
});
