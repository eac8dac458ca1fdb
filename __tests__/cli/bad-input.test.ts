// Projects that cannot be checked: exit 2, one sentence and its remedy, in text and in JSON, and nothing written.

import { cpSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { RULES } from '../../src/findings/rules.ts';
import { folderOf } from '../project/disk/folder.ts';
import { PROJECTS, ROOT, run, runJson } from './run.ts';
import { runHere, runJsonHere } from './run-here.ts';
import {
  expectRefusalText,
  MIGRATION,
  refusalOf,
  SHOP,
  shopWithout,
  stateOf,
  TYPES,
  typesOf,
} from './shop.ts';

type Files = Record<string, string | Uint8Array>;
type Case = [what: string, files: Files, args: string[], message: string | RegExp, remedy: RegExp];

const NAMED = ['--types', 'types.ts'];

describe('a project', () => {
  test.each<Case>([
    [
      'that is not there',
      SHOP,
      ['--project', 'nowhere'],
      'Folder nowhere does not exist.',
      /^Correct `--project`/,
    ],
    ['that is a file', SHOP, ['--project', 'types.ts'], 'types.ts is a file, not a folder.', /`--project`/],
    [
      'without supabase/',
      { 'types.ts': TYPES },
      [],
      'There is no `supabase/` folder in `.`.',
      /`supabase init`/,
    ],
    [
      'without migrations',
      shopWithout(MIGRATION),
      [],
      'There are no migrations in supabase/migrations.',
      /`supabase migration new NAME`/,
    ],
    [
      'whose migrations the CLI would all skip',
      { ...shopWithout(MIGRATION), 'supabase/migrations/orders.sql': 'select 1;' },
      [],
      /^There are no migrations in .* that `supabase db reset` runs: it skips 1 SQL file .*: `orders\.sql` → `\d{14}_orders\.sql`\.$/,
      /`<timestamp>_name\.sql` in supabase\/migrations itself/,
    ],
    [
      'whose config.toml is not TOML',
      { ...SHOP, 'supabase/config.toml': 'project_id = "shop"\n[api\n' },
      [],
      /^supabase\/config\.toml is not TOML: line 2, column \d+: /,
      /^Correct the line/,
    ],
    [
      'with a setting of the wrong kind',
      { ...SHOP, 'supabase/config.toml': '[api]\nschemas = 1\n' },
      [],
      /^`api\.schemas` in supabase\/config\.toml is of the wrong kind: expected/,
      /^Correct the value/,
    ],
    [
      'whose config.toml is a folder',
      { ...shopWithout('supabase/config.toml'), 'supabase/config.toml/': '' },
      [],
      'supabase/config.toml is a folder, not a file.',
      /^Name a file/,
    ],
  ])('%s', async (_, files, args, message, remedy) => {
    const refusal = await refusalOf(folderOf(files), args);
    expect(refusal).toEqual({
      message: typeof message === 'string' ? message : expect.stringMatching(message),
      remedy: expect.stringMatching(remedy),
    });
  });

  test.each([
    ['supabase/migrations/20260102000000_more.sql', 'secret.sql'],
    ['supabase/roles.sql', 'secret.sql'],
    ['linked.ts', 'types.ts'],
  ])('with a symbolic link out of it: %s', async (link, target) => {
    const outside = folderOf({ 'secret.sql': 'select 1;', 'types.ts': TYPES });
    const folder = folderOf(SHOP);
    symlinkSync(join(outside, target), join(folder, link));
    const before = stateOf(outside);
    const { message, remedy } = await refusalOf(folder, link.endsWith('.ts') ? ['--types', link] : NAMED);
    expect(message).toContain(`${link} is a symbolic link that leads out of the project.`);
    expect(remedy).toBe('Replace the link by the file itself.');
    expect(stateOf(outside)).toBe(before);
  });
});

describe('a types file', () => {
  const given = (types: string | Uint8Array): Files => ({ ...SHOP, 'types.ts': types });

  test.each<Case>([
    [
      'that is missing',
      SHOP,
      ['--types', 'no.ts'],
      'Types file no.ts does not exist, and the project has generated types in types.ts.',
      /^Correct `--types`: name that file/,
    ],
    [
      'that is a folder',
      SHOP,
      ['--types', 'supabase'],
      /supabase is a folder, not a file\.$/,
      /^Name a file/,
    ],
    ['that is empty', given('\n'), NAMED, 'Types file types.ts is empty.', /^Restore the file from Git/],
    [
      'that is binary',
      given(Buffer.from([1, 0, 2])),
      NAMED,
      'types.ts, a types file, is not text: it holds NUL bytes.',
      /UTF-8/,
    ],
    [
      'that is an error message in JSON',
      given('{"_tag":"Error","error":{"message":"Access token not provided."}}\n'),
      NAMED,
      'types.ts holds an error message of the Supabase CLI in place of types: Access token not provided.',
      /`supabase gen types --local > FILE`/,
    ],
    [
      'that holds only log lines',
      given('Connecting to db 5432\n'),
      NAMED,
      'Types file types.ts holds only log lines of the Supabase CLI.',
      /^Restore/,
    ],
    [
      'that is not TypeScript',
      given('Cannot connect to the Docker daemon: is it running?\n'),
      NAMED,
      /^types\.ts is not valid TypeScript: .*[^.] \(line 1\)\.$/,
      /`supabase gen types`/,
    ],
    [
      'that is cut off in the middle, found by the search',
      given(TYPES.slice(0, TYPES.length / 2)),
      [],
      /^types\.ts is not valid TypeScript: .* \(line \d+\)\.$/,
      /^It may be cut off/,
    ],
    [
      'with three thousand parentheses in one another',
      given(TYPES.replace(/: number\b/, `: ${'('.repeat(3000)}number${')'.repeat(3000)}`)),
      NAMED,
      'types.ts is nested more than 200 levels deep, which no generator writes.',
      /`supabase gen types`/,
    ],
    [
      'without a Database',
      given("export type Database = MergeDeep<import('./generated').Database, {}>\n"),
      NAMED,
      'types.ts declares no generated Database type.',
      /not a wrapper around it/,
    ],
    [
      'that is one of two that differ',
      { ...SHOP, 'src/other.ts': typesOf({ public: 'invoices' }) },
      [],
      'Generated types were found in 2 files that differ: src/other.ts, types.ts; in sync with the migrations: types.ts.',
      /`--types FILE`/,
    ],
  ])('%s', async (_, files, args, message, remedy) => {
    expect(await refusalOf(folderOf(files), args)).toEqual({
      message: typeof message === 'string' ? message : expect.stringMatching(message),
      remedy: expect.stringMatching(remedy),
    });
  });
});

test('what a program must know of a refusal is in each format, and files get it too', async () => {
  const folder = folderOf({ 'reports/': '' });
  const ran = await runJsonHere(
    ['check', '--output', 'markdown=reports/a.md', '--output', 'text=reports/a.txt'],
    {
      cwd: folder,
    },
  );
  expect(ran).toMatchObject({ code: 2, report: { command: 'check', status: 'failed' } });
  expect(ran.report.notRun.map(({ part }) => part)).toEqual(['replay', 'types']);
  const markdown = await runHere(['check', '--quiet', '--format', 'markdown'], { cwd: folder });
  expect(markdown).toMatchObject({ code: 2, stderr: '' });
  expect(markdown.stdout).toContain('Could not check\n\nThere is no `supabase/` folder in `.`.\n\n');
  expect(markdown.stdout).toContain('### What to do\n\n- Give');
  expect((await runHere(['check', '--format', 'text'], { cwd: folder })).stderr).toMatch(
    /^Reading the project\n! Could not check: /,
  );
});

describe('an embedded database', () => {
  test('that lacks an extension cannot replay, which is never called drift', async () => {
    const folder = folderOf({ ...SHOP, [MIGRATION]: 'select 1;\n create extension plv8;\n' });
    const { code, report } = await runJsonHere(['check'], { cwd: folder });
    expect({ code, status: report.status, findings: report.findings }).toEqual({
      code: 2,
      status: 'failed',
      findings: [],
    });
    expect(report.failure).toEqual({
      rule: 'embedded-cannot-replay',
      location: { file: MIGRATION, line: 2, column: 2 },
      statement: 'create extension plv8;',
      message: `The embedded database cannot replay \`${MIGRATION}\`: extension "plv8" is not available.`,
      remedy: RULES['embedded-cannot-replay'].remedy,
    });
    const text = await runHere(['check', '--quiet'], { cwd: folder });
    expect(text.stderr).toContain(
      `${MIGRATION}:2:2 · \`embedded-cannot-replay\`\n\n    create extension plv8;\n`,
    );
  });

  test('is not blamed for an extension that no Supabase database has', async () => {
    const folder = folderOf({ ...SHOP, [MIGRATION]: 'select 1;\ncreate extension nonsense;\n' });
    const { code, report } = await runJsonHere(['check'], { cwd: folder });
    expect(code).toBe(1);
    expect(report.findings).toMatchObject([
      { ruleId: 'replay-failed', location: { file: MIGRATION, line: 2, column: 1 } },
    ]);
    expect(report.findings[0]?.details).toContain('No Supabase database has an extension of that name.');
  });

  test('whose files are missing or cut off says so, without a stack and without hanging', () => {
    const broken = join(folderOf({ 'x/': '' }), 'dist');
    cpSync(`${ROOT}dist`, broken, { recursive: true });
    const snapshot = join(broken, 'platform/snapshot.tar');
    const check = ['check', '--quiet', '--project', 'prettier-semicolons'];
    const options = { cwd: PROJECTS, cli: join(broken, 'cli.js') };
    const remedy = 'Check that dist/ is whole (npm run build) and that 1 GiB of memory is free.';

    truncateSync(snapshot, 1_000_000);
    const cut = runJson(check, options);
    expect(cut.report.failure?.message).toMatch(/^The embedded database did not start: [^\n]+\.$/);
    expect(cut).toMatchObject({ code: 2, stderr: '', report: { failure: { remedy } } });
    rmSync(snapshot);
    expectRefusalText(run(check, options), {
      message: `The embedded database did not start: ENOENT: no such file or directory, open '${snapshot}'.`,
      remedy,
    });
  });
});
