// What a run is given is read as far as it goes, and nothing secret stays in the environment, whatever is wrong.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readContext } from '../../src/github/context.ts';
import { checkout } from '../tools/composite-folders.ts';

const TOKEN = 'ghs_canary0123456789abcdefghijklmnopqrstuv';
const WORKSPACE = checkout({});

/** Reads a run of these inputs, and holds what every run promises. */
async function read(inputs: string, changes: Record<string, string> = {}) {
  const environment: Record<string, string | undefined> = {
    DRIFT_GATE_INPUTS: inputs,
    SUPABASE_DB_URL: 'postgresql://postgres:canary@127.0.0.1/postgres',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: join(WORKSPACE, 'event.json'),
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_RUN_ID: '1',
    GITHUB_SHA: 'a'.repeat(40),
    GITHUB_WORKSPACE: WORKSPACE,
    ...changes,
  };
  const masked: string[] = [];
  const context = await readContext(environment, (secret) => masked.push(secret));
  expect(environment).not.toHaveProperty('DRIFT_GATE_INPUTS');
  expect(environment).not.toHaveProperty('SUPABASE_DB_URL');
  return { context, masked };
}

const given = (inputs: Record<string, string> = {}): string =>
  JSON.stringify({ 'github-token': TOKEN, 'project-directory': WORKSPACE, ...inputs });

writeFileSync(join(WORKSPACE, 'event.json'), '{}');

test('a run that is in order is read whole', async () => {
  const { context, masked } = await read(given({ mode: 'audit' }), { DRIFT_GATE_UNTOUCHED: 'true' });
  expect(masked).toEqual([TOKEN]);
  expect(context).not.toHaveProperty('problem');
  expect(context).toMatchObject({
    inputs: { mode: 'audit' },
    run: { event: 'push', repository: 'acme/shop' },
    prefix: '',
    workspace: WORKSPACE,
    isUntouched: true,
  });
});

test.each([
  ['inputs that are not JSON', 'no JSON', {}, 'were not handed over', []],
  ['an input that there is not', given({ mode: 'chekc' }), {}, 'Invalid input `mode: chekc`', [TOKEN]],
  [
    'an option that there is not',
    given({ 'fail-on': 'sometimes' }),
    {},
    'Invalid input `fail-on: sometimes`',
    [TOKEN],
  ],
  ['no event', given(), { GITHUB_EVENT_PATH: '/nowhere' }, 'event is not JSON', [TOKEN]],
  ['no run', given(), { GITHUB_RUN_ID: 'one' }, 'GITHUB_RUN_ID is missing or malformed', [TOKEN]],
])('%s: the problem, and what was read before it', async (_, inputs, changes, words, secrets) => {
  const { context, masked } = await read(inputs, changes);
  expect(masked).toEqual(secrets);
  expect(context).toHaveProperty('problem.message', expect.stringContaining(words));
  expect(context).toHaveProperty('options.project');
  expect(context).not.toHaveProperty('run');
});

test('a level that there is not still leaves the inputs, which say how to report it', async () => {
  const { context } = await read(given({ 'fail-on': 'sometimes', annotations: 'false' }));
  expect(context.inputs?.annotations).toBe(false);
});
