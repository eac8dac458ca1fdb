// The steps of action.yml before its run: which Node, and which Supabase CLI is installed. The run itself is a stand-in
// here that says with what it was started; gate.test.ts has the real one.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Job, type JobRun, layOutAction, runAction } from '../tools/composite-action.ts';
import { eventFixture } from '../tools/composite-events.ts';
import { checkout, NODE, programs } from '../tools/composite-folders.ts';

const RUN = `
import { appendFileSync } from 'node:fs';
console.log('Node ' + process.version + ' in ' + process.cwd());
console.log(JSON.parse(process.env.DRIFT_GATE_INPUTS)['project-directory']);
appendFileSync(process.env.GITHUB_OUTPUT, 'status=in-sync\\n');
`;

const LOCK = JSON.stringify({
  lockfileVersion: 3,
  packages: { 'node_modules/supabase': { version: '2.120.0' } },
});

let action: string;
beforeAll(() => {
  action = layOutAction({ 'dist/action.js': RUN });
});

interface Steps {
  ran: JobRun;
  /** What other actions were asked for. */
  installed: Record<string, Record<string, string>>;
}

/** Runs the action on a machine that has nothing but what the path gives. */
async function runSteps(job: Partial<Job> = {}): Promise<Steps> {
  const installed: Steps['installed'] = {};
  const ran = await runAction({
    // Without a lockfile GitHub would be asked for the newest release.
    workspace: checkout({ 'package-lock.json': LOCK }),
    event: eventFixture('push'),
    path: [programs(NODE)],
    action,
    uses: {
      'actions/setup-node': (given) => {
        installed.node = given;
        return { path: [programs(NODE)] };
      },
      'supabase/setup-cli': (given) => {
        installed.cli = given;
        return {};
      },
    },
    ...job,
  });
  return { ran, installed };
}

describe('Node', () => {
  const pretending = (version: string): string => {
    const folder = programs({});
    const preload = join(folder, 'pretend.cjs');
    const versions = `{ ...process.versions, node: '${version}' }`;
    writeFileSync(preload, `Object.defineProperty(process, 'versions', { value: ${versions} });`);
    return programs({ node: `exec '${process.execPath}' -r '${preload}' "$@"` });
  };

  test.each(['18.20.8', '20.18.3', '0.10.48'])('%s is too old, so one is installed', async (version) => {
    const { ran, installed } = await runSteps({ path: [pretending(version)] });
    expect(installed.node).toEqual({ 'node-version': '24', 'package-manager-cache': 'false' });
    expect(ran).toMatchObject({ conclusion: 'success', outputs: { status: 'in-sync' } });
  });

  test.each(['20.19.0', '22.1.0', '24.11.1'])('%s is new enough', async (version) => {
    const { ran, installed } = await runSteps({ path: [pretending(version)] });
    expect(installed.node).toBeUndefined();
    expect(ran.conclusion).toBe('success');
  });

  test('is installed where there is none', async () => {
    const { ran, installed } = await runSteps({ path: [programs({})] });
    expect(installed.node).toBeDefined();
    expect(ran.log).toContain(`Node ${process.version} in `);
    expect(ran.outputs.status).toBe('in-sync');
  });

  test('that cannot be installed ends with the status failed', async () => {
    const { ran } = await runSteps({
      path: [programs({})],
      uses: { 'actions/setup-node': () => ({ isFailing: true }) },
    });
    expect(ran).toMatchObject({ conclusion: 'failure', outputs: { status: 'failed', drifted: '' } });
  });
});

describe('the Supabase CLI', () => {
  test('is installed at the version of the lockfile, in a project whose folder holds a space', async () => {
    const workspace = checkout({ 'package-lock.json': LOCK, 'my apps/a shop/supabase/config.toml': '' });
    const { ran, installed } = await runSteps({
      workspace,
      inputs: { 'project-directory': 'my apps/a shop' },
    });
    expect(installed.cli).toEqual({ version: '2.120.0' });
    expect(ran.log).toContain('Supabase CLI 2.120.0, as package-lock.json says.');
    expect(ran.log).toContain(`in ${workspace}\nmy apps/a shop`);
    expect(ran.conclusion).toBe('success');
  });

  test('is not installed where one is on the path', async () => {
    const path = [programs(NODE), programs({ supabase: 'echo 3.1.0' })];
    const { ran, installed } = await runSteps({ path });
    expect(installed.cli).toBeUndefined();
    expect(ran.log).toContain(`Using the Supabase CLI on the path: ${path[1]}/supabase.`);
  });

  test('is not the one that a checkout brings, though it is on the path', async () => {
    const workspace = checkout({ 'package-lock.json': LOCK });
    const bin = join(workspace, 'node_modules/.bin');
    mkdirSync(bin, { recursive: true });
    writeFileSync(join(bin, 'supabase'), '#!/bin/sh\necho 3.1.0\n', { mode: 0o755 });
    const { installed } = await runSteps({ workspace, path: [programs(NODE), bin] });
    expect(installed.cli).toEqual({ version: '2.120.0' });
  });

  test('is the one that the workflow names, whatever is on the path', async () => {
    const { installed } = await runSteps({
      path: [programs(NODE), programs({ supabase: 'echo 3.1.0' })],
      inputs: { 'supabase-version': 'v2.122.1' },
    });
    expect(installed.cli).toEqual({ version: '2.122.1' });
  });

  test('is not installed for the built-in replay', async () => {
    const { installed } = await runSteps({ inputs: { 'reset-with': 'built-in' } });
    expect(installed).toEqual({});
  });

  test('that cannot be installed ends with the status failed', async () => {
    const { ran } = await runSteps({
      uses: { 'supabase/setup-cli': () => ({ isFailing: true }) },
    });
    expect(ran).toMatchObject({ conclusion: 'failure', outputs: { status: 'failed' } });
    expect(ran.steps.at(-2)).toMatchObject({ id: 'run-posix', outcome: 'skipped' });
  });

  test('is not looked for when an input is wrong: the run says so', async () => {
    const { ran, installed } = await runSteps({ inputs: { comment: 'sometimes' } });
    expect(installed).toEqual({});
    expect(ran.log).toContain('Nothing is installed because of a problem');
    expect(ran.steps.find(({ id }) => id === 'run-posix')?.outcome).toBe('success');
  });
});

test.each([
  ['a database URL', 'database', {}],
  ['a database URL beside an input that is wrong', 'database', { comment: 'sometimes' }],
  ["the live database's URL", 'live-url', { mode: 'audit' }],
  ["the live database's URL in the wrong mode", 'live-url', {}],
])('%s is hidden before the run shows what it is given', async (_, name, others) => {
  const url = 'postgresql://checker:CANARY%20word@db.acme.example:6543/shop';
  const { ran } = await runSteps({ inputs: { [name]: url, 'supabase-version': '3.1.0', ...others } });
  const shown = ran.log.slice(ran.log.lastIndexOf('##[group]Run'));
  expect(ran.unmaskedLog.slice(ran.unmaskedLog.lastIndexOf('##[group]Run'))).toContain('CANARY');
  expect(shown).toContain(`"${name}": "***"`);
  // Once, before any program of ours had run: that the runner hides only if the workflow has it from `secrets`.
  expect(ran.log.match(/CANARY/g)).toHaveLength(1);
});
