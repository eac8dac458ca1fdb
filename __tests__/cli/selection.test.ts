// What of a project is checked: its schemas, its types files, its settings; and input that is odd yet sound.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { folderOf } from '../project/disk/folder.ts';
import { runHere, runJsonHere } from './run-here.ts';
import { MIGRATION, SHOP, stateOf, TYPES, typesOf } from './shop.ts';

const TWO_SCHEMAS = {
  ...SHOP,
  'supabase/config.toml': '[api]\nschemas = ["public", "api"]\n',
  'supabase/migrations/20260102000000_api.sql':
    'create schema api; create table api.orders (id int primary key, note text);',
  'types.ts': typesOf({ public: 'invoices', api: 'orders' }),
};

const codes = (notices: readonly { code: string }[]): string[] => notices.map(({ code }) => code);
const ids = (findings: readonly { id: string }[]): string[] => findings.map(({ id }) => id);

describe('schemas', () => {
  test('are those of the API in config.toml, or the one that is named', async () => {
    const cwd = folderOf(TWO_SCHEMAS);
    const all = await runJsonHere(['check'], { cwd });
    expect(all).toMatchObject({ code: 1, stderr: '', report: { project: { schemas: ['api', 'public'] } } });
    expect(ids(all.report.findings).sort()).toEqual(['api.orders.note', 'public.invoices', 'public.orders']);

    const one = await runJsonHere(['check', '--schema', 'api'], { cwd });
    expect(one).toMatchObject({ code: 1, report: { project: { schemas: ['api'] } } });
    expect(ids(one.report.findings)).toEqual(['api.orders.note']);
    expect(codes(one.report.notices)).toEqual(['schemas-left-out']);
    expect(one.report.repair).toBe('drift-gate fix --schema api');
  });

  test('that no migration makes cannot be checked', async () => {
    const { code, report } = await runJsonHere(['check', '--schema', 'nowhere'], { cwd: folderOf(SHOP) });
    expect(code).toBe(2);
    expect(report.failure?.message).toBe(
      'Schema `nowhere`, named with `--schema`, is neither in the committed types nor in the database that the migrations build.',
    );
  });

  test('are public alone without config.toml, and without [api] in it those that the CLI takes', async () => {
    const { 'supabase/config.toml': _, ...withoutConfig } = SHOP;
    const cwd = folderOf({
      ...Object.fromEntries(Object.entries(SHOP).map(([path, text]) => [`with/${path}`, text])),
      ...Object.fromEntries(Object.entries(withoutConfig).map(([path, text]) => [`without/${path}`, text])),
    });
    const bare = await runJsonHere(['check', '--project', 'without'], { cwd });
    expect(bare).toMatchObject({ code: 0, report: { project: { schemas: ['public'] } } });
    expect(codes(bare.report.notices)).toEqual(['no-config']);
    const withoutApi = await runJsonHere(['check', '--project', 'with'], { cwd });
    expect(withoutApi).toMatchObject({ code: 0, report: { notices: [], project: { directory: 'with' } } });
  });
});

const NOWHERE = 'in the committed types, in no migration: made outside Git, or never existed';

describe('types files', () => {
  test('may be several: each is checked, and a finding names those that it is in', async () => {
    const cwd = folderOf({
      ...SHOP,
      'a.ts': typesOf({ public: 'invoices' }),
      'b.ts': typesOf({ public: 'receipts' }),
      'copy.ts': TYPES,
    });
    const given = ['types.ts', 'a.ts', 'b.ts', 'copy.ts'].flatMap((file) => ['--types', file]);
    const { code, report } = await runJsonHere(['check', ...given], { cwd });
    expect({ code, types: [...report.project.types].sort(), notices: codes(report.notices) }).toEqual({
      code: 1,
      types: ['a.ts', 'b.ts', 'copy.ts', 'types.ts'],
      notices: ['identical-copies'],
    });
    expect(report.findings.map(({ id, details }) => [id, details]).sort()).toEqual([
      ['public.invoices', [NOWHERE, 'in a.ts']],
      ['public.orders', ['in a.ts', 'in b.ts']],
      ['public.receipts', [NOWHERE, 'in b.ts']],
    ]);
    expect(report.repair).toContain('--types types.ts --types a.ts');
  });

  test('found by the search may differ in their text when all are in sync', async () => {
    const cwd = folderOf({ ...SHOP, 'src/formatted.ts': TYPES.replaceAll('\n', '\n\n') });
    const { code, report } = await runJsonHere(['check'], { cwd });
    expect({ code, types: report.project.types }).toEqual({
      code: 0,
      types: ['src/formatted.ts', 'types.ts'],
    });
  });

  test('with an empty Database lack everything', async () => {
    const cwd = folderOf({ ...SHOP, 'types.ts': 'export type Database = {}\n' });
    const { code, report } = await runJsonHere(['check', '--types', 'types.ts'], { cwd });
    expect({ code, found: ids(report.findings), failure: report.failure }).toEqual({
      code: 1,
      found: ['public'],
      failure: undefined,
    });
  });

  test('under a log line are checked without it, beside a migration of 5 MB', async () => {
    const rows = Array.from(
      { length: 50 },
      (_, id) => `insert into notes values (${id}, '${'é'.repeat(50_000)}');\n`,
    );
    const cwd = folderOf({
      ...SHOP,
      'supabase/migrations/20260102000000_notes.sql': `create temp table notes (id int, note text);\n${rows.join('')}`,
      'types.ts': `Connecting to db 5432\n${TYPES}`,
    });
    const before = stateOf(cwd);
    const { code, report } = await runJsonHere(['check'], { cwd });
    expect({ code, findings: report.findings }).toEqual({ code: 0, findings: [] });
    expect(report.notices).toMatchObject(
      [{ code: 'log-lines-in-types', message: /line 1\.$/ }].map(matching),
    );
    expect(stateOf(cwd)).toBe(before);
  });
});

const matching = ({ code, message }: { code: string; message: RegExp }): unknown => ({
  code,
  message: expect.stringMatching(message),
});

test('a version that two migrations share is a finding, not a failure', async () => {
  const cwd = folderOf({ ...SHOP, 'supabase/migrations/20260101000000_again.sql': 'select 1;' });
  const before = stateOf(cwd);
  const { code, report } = await runJsonHere(['fix'], { cwd });
  expect({ code, status: report.status }).toEqual({ code: 1, status: 'drifted' });
  expect(report.findings).toMatchObject([{ ruleId: 'duplicate-version', location: { file: MIGRATION } }]);
  expect(report.notRun).toMatchObject([{ part: 'types' }]);
  expect(stateOf(cwd)).toBe(before);
});

test('a dry run of fix prints a patch alone, and what no patch mends beside it', async () => {
  const cwd = folderOf({ ...SHOP, 'types.ts': typesOf({ public: 'invoices' }), 'reports/': '' });
  const before = readFileSync(join(cwd, 'types.ts'), 'utf8');
  const drifted = await runHere(['fix', '--dry-run', '--quiet', '--output', 'json=reports/fix.json'], {
    cwd,
  });
  expect(drifted).toMatchObject({
    code: 1,
    stderr: '',
    stdout: expect.stringMatching(/^--- a\/types\.ts\n/),
  });
  expect(readFileSync(join(cwd, 'types.ts'), 'utf8')).toBe(before);
  expect(JSON.parse(readFileSync(join(cwd, 'reports/fix.json'), 'utf8'))).toMatchObject({
    status: 'drifted',
  });

  writeFileSync(join(cwd, MIGRATION), 'select * from nowhere;');
  const stopped = await runHere(['fix', '--dry-run', '--quiet'], { cwd });
  expect(stopped).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('nowhere') });
});
