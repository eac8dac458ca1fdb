// What check and fix answer of types and migrations that were judged wrongly once: each beside its nearest neighbour.

import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { discoverProject } from '../../src/project/disk/discover.ts';
import { verdictOf } from '../../src/report/headline.ts';
import type { Report } from '../../src/report/report.ts';
import { withoutTypes } from '../../src/run.ts';
import { parseTypes } from '../../src/types/parse.ts';
import { MIGRATION, SHOP, shopWithout, stateOf } from '../cli/shop.ts';
import { folderOf } from '../project/disk/folder.ts';
import { startLive } from '../tools/live-database.ts';
import { closeKept, refusalOf, resultOn, runOn } from './kept-shadows.ts';

afterAll(closeKept);

const run = (command: 'check' | 'fix', folder: string): Promise<Report> =>
  runOn('2026-06-15', command, folder);
const told = ({ findings }: Report): string[] => findings.map(({ ruleId, id }) => `${ruleId} ${id}`);
const typesIn = (folder: string): string => readFileSync(join(folder, 'types.ts'), 'utf8');

const typesPathsOf = (folder: string): string[] => discoverProject(folder).typesFiles.map(({ path }) => path);

/** What the shop's migration is followed by. */
const shopWith = (sql: string): Record<string, string> => ({
  ...SHOP,
  [MIGRATION]: `${SHOP[MIGRATION]}${sql}\n`,
});

describe('a type that somebody narrowed by hand', () => {
  const STATE = "alter table orders add column state text not null check (state in ('draft', 'paid'));";
  const typesWith = (type: string): string =>
    SHOP['types.ts'].replace(/(id)(\??): (string|number)/g, `$1$2: $3; state$2: ${type}`);
  const shop = (type: string, sql = ''): string =>
    folderOf({ ...shopWith(`${STATE}\n${sql}`), 'types.ts': typesWith(type) });

  test('to the values of a CHECK constraint is no drift, is told, and stays when another column is fixed', async () => {
    const folder = shop("'draft' | 'paid'");
    const report = await run('check', folder);
    expect([report.status, report.notices.map(({ message }) => message)]).toEqual([
      'in-sync',
      [expect.stringContaining('narrowed by hand')],
    ]);
    const other = shop("'draft' | 'paid'", 'alter table orders add column total numeric not null;');
    expect(told(await run('check', other))).toEqual(['column-added public.orders.total']);
    expect((await run('fix', other)).status).toBe('in-sync');
    expect(typesIn(other)).toContain("'draft' | 'paid'");
    expect(typesIn(other)).toContain('total');
  });

  test('is drift when the constraint allows another value, which the finding names', async () => {
    const more = `alter table orders drop constraint orders_state_check,
      add constraint state check (state in ('draft', 'paid', 'void'));`;
    const [finding] = (await run('check', shop("'draft' | 'paid'", more))).findings;
    expect(finding).toMatchObject({
      ruleId: 'column-type-changed',
      details: [expect.stringContaining('"draft" | "paid" | "void"')],
    });
  });

  test('is no drift where the project names it, be it unproven; wider or other is drift still', async () => {
    const folder = (type: string): string =>
      shop(type, 'alter table orders drop constraint orders_state_check;');
    const named = { narrowed: ['public.orders.state'] };
    const rules = async (type: string, given = named): Promise<string[]> =>
      told(await runOn('2026-06-15', 'check', folder(type), given));
    const drift = ['column-type-changed public.orders.state'];
    expect(await rules("'draft' | 'paid'")).toEqual([]);
    expect(await rules("'draft' | 'paid'", { narrowed: ['public.orders.other'] })).toEqual(drift);
    expect(await rules('string | number')).toEqual(drift);
    expect(await rules('boolean')).toEqual(drift);
    expect(await rules("'draft' | null")).toEqual(drift);
  });

  test('may be a shape of a jsonb column, where the project names it', async () => {
    const types = SHOP['types.ts'].replace(
      /(id)(\??): (string|number)/g,
      '$1$2: $3; meta$2: { tags: string[] }',
    );
    const files = { ...shopWith('alter table orders add column meta jsonb not null;'), 'types.ts': types };
    const options = { narrowed: ['public.orders.*'] };
    expect(told(await runOn('2026-06-15', 'check', folderOf(files), options))).toEqual([]);
    expect(told(await runOn('2026-06-15', 'check', folderOf(files)))).toEqual([
      'column-type-changed public.orders.meta',
    ]);
  });

  test('is drift when nothing proves it, and fixed', async () => {
    const folder = shop("'draft' | 'paid'", 'alter table orders drop constraint orders_state_check;');
    expect(told(await run('check', folder))).toEqual(['column-type-changed public.orders.state']);
    expect((await run('fix', folder)).status).toBe('in-sync');
    expect(typesIn(folder)).not.toContain('draft');
  });
});

describe('a file that a search takes for types and that declares no Database', () => {
  const SCRIPT = `const quoted = (name: string) => name.replace(/[\`"]/g, '');
export const header = \`export type Database = {
  public: {
    Tables: { \${quoted('orders')}: { Row: { id: number }; Insert: { id: number }; Update: { id?: number } } }
    Views: { [_ in never]: never }
    Functions: { [_ in never]: never }
  }
}\`;
`;
  const INSIDE = `declare module './db' {\n${SHOP['types.ts'].replace('export type', 'type')}}\n`;

  test.each([
    ['a script that generates them', SCRIPT, ['scripts/generate.ts', 'types.ts']],
    // The search sees that already.
    ['a module that another file declares', INSIDE, ['types.ts']],
  ])('is no candidate: %s', async (_, text, found) => {
    const folder = folderOf({ ...SHOP, 'scripts/generate.ts': text });
    expect(typesPathsOf(folder)).toEqual(found);
    const report = await run('check', folder);
    expect([report.status, report.project.types, report.notices]).toEqual(['in-sync', ['types.ts'], []]);
  });

  test('is none where there is no other file, and still refused when it is named', async () => {
    const folder = folderOf({ ...shopWithout('types.ts'), 'generate.ts': SCRIPT });
    expect((await refusalOf(() => run('check', folder))).message).toMatch(
      /^No generated types were found in the project: /,
    );
    const named = await refusalOf(() => runOn('2026-06-15', 'check', folder, { types: ['generate.ts'] }));
    expect(named.message).toBe('generate.ts declares no generated Database type.');
  });

  test('is told from a types file that broke off, which is refused beside a sound one', async () => {
    const folder = folderOf({ ...SHOP, 'broken.ts': SHOP['types.ts'].slice(0, -20) });
    expect((await refusalOf(() => run('check', folder))).message).toMatch(
      /^broken\.ts is not valid TypeScript/,
    );
  });
});

describe('a file that a search takes for types and that is nested too deep to tell', () => {
  const DEEP = `// \`\n${SHOP['types.ts']}export const deep = ${'('.repeat(20_000)}1${')'.repeat(20_000)};\n`;

  test.each([
    ['beside a sound one', SHOP],
    ['as the only one', shopWithout('types.ts')],
  ])('is refused in a sentence: %s', async (_, files) => {
    const { message } = await refusalOf(() => run('check', folderOf({ ...files, 'deep.ts': DEEP })));
    expect(message).toBe('deep.ts is nested more than 200 levels deep, which no generator writes.');
  });

  test('does not hide that a migration fails', async () => {
    const folder = folderOf({ ...shopWith('select 1/0;'), 'deep.ts': DEEP });
    expect(told(await run('check', folder))).toEqual([`replay-failed ${MIGRATION}`]);
  });
});

describe('an extension of another version (A4.8)', () => {
  const WAL = shopWith('create extension pg_walinspect with schema public; create schema app;');
  const OLD = 'pg_get_wal_stats_till_end_of_wal: { Args: { start_lsn: unknown }; Returns: string[] }';

  /** As a database with an older version of it gives them: one function more, one less. */
  const older = async (): Promise<string> => {
    const folder = folderOf(WAL);
    await run('fix', folder);
    const types = typesIn(folder);
    expect(types).toContain('pg_get_wal_block_info');
    return types
      .replace(/ *pg_get_wal_block_info: \{\n[\s\S]*?\n {6}\}\n/, '')
      .replace('Functions: {', `Functions: {\n      ${OLD}`);
  };

  test('is told in one notice, and fix leaves the file as it is', async () => {
    const types = await older();
    const folder = folderOf({ ...WAL, 'types.ts': types });
    const { status, notices } = await run('check', folder);
    expect([status, notices.map(({ code, count }) => [code, count])]).toEqual([
      'in-sync',
      [['extension-differs', 2]],
    ]);
    await run('fix', folder);
    expect(typesIn(folder)).toBe(types);
  });

  test('has nothing in another schema, nor what a migration names, nor what no version of it has', async () => {
    const types = await older();
    const elsewhere = `app: { Tables: {}; Views: {}; Functions: { ${OLD} } }`;
    const inApp = types.replace('  public: {', `  ${elsewhere}\n  public: {`);
    expect(told(await run('check', folderOf({ ...WAL, 'types.ts': inApp })))).toEqual([
      'function-removed app.pg_get_wal_stats_till_end_of_wal()',
    ]);
    const named = shopWith(`create extension pg_walinspect with schema public; create schema app;
      create function pg_get_wal_stats_till_end_of_wal(int) returns int language sql as 'select 1';
      drop function pg_get_wal_stats_till_end_of_wal;`);
    expect(told(await run('check', folderOf({ ...named, 'types.ts': types })))).toEqual([
      'function-removed public.pg_get_wal_stats_till_end_of_wal()',
    ]);
    const unknown = types.replaceAll('pg_get_wal_stats_till_end_of_wal', 'pg_get_wal_of_my_own');
    expect(told(await run('check', folderOf({ ...WAL, 'types.ts': unknown })))).toEqual([
      'function-removed public.pg_get_wal_of_my_own()',
    ]);
  });

  test('does not excuse an overload of the project, nor another kind of object', async () => {
    const http = shopWith(`create extension fuzzystrmatch with schema public;
      create extension http with schema public;
      create function difference(invoice int) returns int language sql as 'select 1';
      drop function difference(int);`);
    const folder = folderOf(http);
    await run('fix', folder);
    const types = typesIn(folder)
      .replace('Functions: {', 'Functions: { difference: { Args: { invoice: number }; Returns: number };')
      .replace('Enums: { [_ in never]: never }', 'Enums: { content_type: "post" | "page" }');
    expect(types).toContain('"post"');
    expect(told(await run('check', folderOf({ ...http, 'types.ts': types })))).toEqual([
      'enum-removed public.content_type',
      'function-removed public.difference()',
    ]);
  });

  test('is told by an audit too', async () => {
    const folder = folderOf({ ...WAL, 'types.ts': await older() });
    const live = await startLive({ migrations: discoverProject(folder).migrations });
    try {
      const report = await runOn('2026-06-15', 'audit', folder, { live: live.url });
      expect([report.status, told(report)]).toEqual(['in-sync', []]);
      expect(report.notices.map(({ code }) => code)).toContain('extension-differs');
    } finally {
      await live.stop();
    }
  });

  test('is new, and drift, where the committed types hold nothing of it', async () => {
    expect(told(await run('check', folderOf(WAL)))).toContain(
      'function-added public.pg_get_wal_block_info()',
    );
  });
});

test('what is ignored hides no migration that fails, nor what it needs', async () => {
  const folder = folderOf({ ...SHOP, [MIGRATION]: 'create table a (x nowhere);\n' });
  const report = await runOn('2026-06-15', 'check', folder, { ignore: ['*'] });
  expect(report.findings.map(({ ruleId }) => ruleId)).toEqual(['replay-failed', 'base-schema-drift']);
});

describe('partitions (A4.9)', () => {
  const EVENTS = `create table events (id int not null, day date not null) partition by range (day);
    create table events_2025 partition of events for values from ('2025-01-01') to ('2026-01-01');`;
  const NEXT =
    "create table events_2026 partition of events for values from ('2026-01-01') to ('2027-01-01');";

  test('are drift with their table, and fix writes them all', async () => {
    const folder = folderOf(shopWith(EVENTS + NEXT));
    const all = ['events', 'events_2025', 'events_2026'];
    expect(told(await run('check', folder))).toEqual(all.map((name) => `relation-added public.${name}`));
    expect((await run('fix', folder)).status).toBe('in-sync');
    for (const name of all) expect(typesIn(folder)).toMatch(new RegExp(`\\b${name}: \\{`));
    const again = await run('check', folder);
    expect([again.status, again.notices]).toEqual(['in-sync', []]);
  });

  test('are drift when the committed types have the table alone', async () => {
    const folder = folderOf(shopWith(`${EVENTS.split(';')[0]};`));
    await run('fix', folder);
    const types = typesIn(folder);
    const grown = folderOf({ ...shopWith(EVENTS), 'types.ts': types });
    expect(told(await run('check', grown))).toEqual(['relation-added public.events_2025']);
  });
});

describe('a project without types', () => {
  const NEW = 'src/database.types.ts';
  const bare = (files: Record<string, string> = {}): string =>
    folderOf({ ...shopWithout('types.ts'), 'src/index.ts': 'export {};\n', ...files });
  const on = (command: 'check' | 'fix' | 'accept', folder: string, given = {}): Promise<Report> =>
    runOn('2026-06-15', command, folder, given);

  test('is checked as far as its migrations replay, and told that nothing was compared', async () => {
    const report = await run('check', bare());
    expect([report.status, report.notRun, verdictOf(report).because]).toEqual([
      'in-sync',
      [{ part: 'types', reason: expect.stringContaining('`drift-gate fix --types src/database.types.ts`') }],
      ['1 migration replays; no types to compare'],
    ]);
    const failing = bare({ [MIGRATION]: 'create table a (x nowhere);\n' });
    expect((await run('check', failing)).findings.map(({ ruleId }) => ruleId)).toContain('replay-failed');
  });

  test.each([
    ['types are named', {}, { types: [NEW] }, /^Types file src\/database.types.ts does not exist\.$/],
    [
      'the baseline accepts drift of types',
      {
        'supabase/drift-baseline.json': `{ "version": 1, "accepted": [
  { "object": "public.a", "rule": "relation-added", "reason": "r", "date": "2026-01-31", "fingerprint": "0123456789abcdef" }
] }`,
      },
      {},
      /^No generated types were found/,
    ],
  ])('is refused where %s', async (_, files, given, message) => {
    expect((await refusalOf(() => on('check', bare(files), given))).message).toMatch(message);
  });

  test('is refused where Git tracks types that are gone', async () => {
    const folder = bare({ [NEW]: SHOP['types.ts'] });
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    execFileSync('git', ['add', '--all'], { cwd: folder });
    rmSync(join(folder, NEW));
    expect((await refusalOf(() => run('check', folder))).message).toMatch(
      /^No generated types were found .* Left out: `src\/database\.types\.ts`/,
    );
  });

  test('is refused in the Action, unless the workflow says that there are none', async () => {
    const folder = bare();
    const discover = (types: string[]) =>
      discoverProject(folder, {
        types,
        surface: 'action',
        withoutTypes: withoutTypes('check', { surface: 'action', liveUrl: undefined }),
      });
    expect(() => discover([])).toThrow(/^No generated types were found/);
    expect(discover(['none'])).toMatchObject({ typesFiles: [], hasNoTypes: true });
  });

  test('has none by its own word, though there are some', async () => {
    const report = await on('check', folderOf(SHOP), { types: ['none'] });
    expect([report.status, report.project.types]).toEqual(['in-sync', []]);
    const called = folderOf({ ...shopWithout('types.ts'), none: 'export {}' });
    expect((await refusalOf(() => on('check', called, { types: ['none'] }))).message).toContain('none');
  });

  test('gets them from fix, laid out as the Supabase CLI lays them out, and is in sync then', async () => {
    const sql = `create type mood as enum ('sad', 'ok');
create table notes (id uuid primary key, orders_id int references orders, mood mood not null, body jsonb);
create function newest(most int, since text default 'x') returns setof notes language sql as 'select * from notes';
create view happy as select id, body from notes;`;
    const folder = bare({ [MIGRATION]: `${SHOP[MIGRATION]}${sql}\n` });
    const fixed = await on('fix', folder, { types: [NEW] });
    expect([fixed.status, fixed.project.types, fixed.done?.sentences]).toEqual([
      'in-sync',
      [NEW],
      [`Created \`${NEW}\` from the migrations; commit it.`],
    ]);
    const text = readFileSync(join(folder, NEW), 'utf8');
    expect(text).toContain(`
      notes: {
        Row: {
          body: Json | null
          id: string
          mood: Database["public"]["Enums"]["mood"]
          orders_id: number | null
        }
`);
    for (const part of ['export type Json =', 'export type Tables<', 'mood: ["sad", "ok"],'])
      expect(text).toContain(part);
    const checked = await run('check', folder);
    expect([checked.status, checked.project.types, checked.notRun]).toEqual(['in-sync', [NEW], []]);
  });

  test('of several schemas gets those that config.toml exposes', async () => {
    const folder = bare({
      'supabase/config.toml': 'project_id = "shop"\n[api]\nschemas = ["public", "my shop"]\n',
      [MIGRATION]: `${SHOP[MIGRATION]}create schema "my shop"; create table "my shop".items (id int);\n`,
    });
    await on('fix', folder, { types: [NEW] });
    expect([...parseTypes(readFileSync(join(folder, NEW), 'utf8'), NEW).schemas.keys()].sort()).toEqual([
      'my shop',
      'public',
    ]);
  });

  test.each([
    ['in a folder that is not there', 'gen/database.types.ts', /its folder does not exist/],
    ['that is no TypeScript', 'src/database.json', /no TypeScript file/],
    ['outside of the repository', '../database.types.ts', /outside of the repository/],
  ])('gets no file %s', async (_, path, message) => {
    const folder = bare();
    const before = stateOf(folder);
    expect((await refusalOf(() => on('fix', folder, { types: [path] }))).message).toMatch(message);
    expect(stateOf(folder)).toBe(before);
  });

  test('that has other types is not given a second file by a wrong name', async () => {
    const folder = folderOf({ ...SHOP, 'src/index.ts': '' });
    expect((await refusalOf(() => on('fix', folder, { types: [NEW] }))).message).toBe(
      `Types file ${NEW} does not exist, and the project has generated types in types.ts.`,
    );
  });

  test('shows the new file as a patch that Git takes', async () => {
    const folder = bare();
    const { patch = '' } = await resultOn('2026-06-15', 'fix', folder, { types: [NEW], dryRun: true });
    expect(patch).toMatch(/^--- \/dev\/null\n\+\+\+ b\/src\/database\.types\.ts\n/);
    writeFileSync(join(folder, 'a.patch'), patch);
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    execFileSync('git', ['apply', 'a.patch'], { cwd: folder });
    expect((await run('check', folder)).project.types).toEqual([NEW]);
  });
});
