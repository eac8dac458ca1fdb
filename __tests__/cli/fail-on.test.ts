// What `--fail-on` lets pass: the exit code alone, for the report stays as it is.

import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { folderOf } from '../project/disk/folder.ts';
import { runHere, runJsonHere } from './run-here.ts';
import { MIGRATION, SHOP, shopWithout } from './shop.ts';

const withStatement = (sql: string): string =>
  folderOf({ ...SHOP, [MIGRATION]: `${SHOP[MIGRATION]}${sql}\n` });

const NULLABLE = 'alter table orders add note text;';
const DEMANDED = 'alter table orders add note text not null;';
const BROKEN = 'select nothing from orders;';

test.each([
  ['safe drift', NULLABLE, 'drift', 1],
  ['breaking drift', DEMANDED, 'breaking', 1],
  ['breaking drift', DEMANDED, 'never', 0],
  ['a migration that fails', BROKEN, 'breaking', 1],
  ['a migration that fails', BROKEN, 'never', 0],
])('%s (%s) with --fail-on %s ends with exit %i', async (_, sql, level, code) => {
  expect((await runHere(['check', '--quiet', '--fail-on', level], { cwd: withStatement(sql) })).code).toBe(
    code,
  );
});

test('what could not be checked is never tolerated', async () => {
  const folder = folderOf(shopWithout('types.ts'));
  const args = ['check', '--quiet', '--fail-on', 'never', '--types', 'types.ts'];
  expect((await runHere(args, { cwd: folder })).code).toBe(2);
});

test('tolerated drift is drift still, in words and in JSON', async () => {
  const folder = withStatement(NULLABLE);
  const args = ['check', '--fail-on', 'dangerous', '--output', 'text=report.txt'];
  const { code, report } = await runJsonHere(args, { cwd: folder });
  expect({ code, report }).toMatchObject({
    code: 0,
    report: { status: 'drifted', failOn: 'dangerous', findings: [{ ruleId: 'column-added' }] },
  });
  expect(readFileSync(`${folder}/report.txt`, 'utf8')).toMatch(
    /^~ Drifted, tolerated by `--fail-on dangerous`: 1 safe change in `public`\n/,
  );
});

test('a level that there is not is refused, and `fix` has none', async () => {
  const folder = folderOf(SHOP);
  const { code, report } = await runJsonHere(['check', '--fail-on', 'error'], { cwd: folder });
  expect({ code, message: report.failure?.message }).toEqual({
    code: 2,
    message: 'Invalid `--fail-on error`: use drift, dangerous, breaking or never.',
  });
  expect(await runHere(['fix', '--fail-on', 'never'], { cwd: folder })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('`--fail-on` is only for `drift-gate check` and `drift-gate audit`.'),
  });
});

test('the configuration file gives the level, is shown by help and report, and a flag wins over it', async () => {
  const folder = folderOf({
    ...SHOP,
    [MIGRATION]: `${SHOP[MIGRATION]}${DEMANDED}\n`,
    'supabase/drift-gate.toml': 'fail-on = "never"\n',
  });
  const { code, report } = await runJsonHere(['check', '--output', 'text=report.txt'], { cwd: folder });
  expect({ code, report }).toMatchObject({
    code: 0,
    report: {
      failOn: 'never',
      settings: [{ option: 'fail-on', value: 'never', from: 'supabase/drift-gate.toml' }],
    },
  });
  expect(readFileSync(`${folder}/report.txt`, 'utf8').replaceAll(/\s+/g, ' ')).toContain(
    'from `supabase/drift-gate.toml`: fail-on `never`',
  );
  expect((await runHere(['check', '--help'], { cwd: folder })).stdout.replaceAll(/\s+/g, ' ')).toContain(
    '(default: never, from supabase/drift-gate.toml)',
  );
  expect((await runHere(['check', '--quiet', '--fail-on', 'drift'], { cwd: folder })).code).toBe(1);
  expect(await runHere(['check', '--quiet', '--config', 'nowhere.toml'], { cwd: folder })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('The configuration file `nowhere.toml` does not exist.'),
  });
});
