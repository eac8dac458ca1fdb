// The Action as a workflow uses it. One run for each class of event is by the built program, in processes; the others
// run the same entry points here. With the real Supabase CLI it is in gate.slow.test.ts, and what happens when something
// fails in faults.test.ts.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runHere } from '../cli/run-here.ts';
import { MIGRATION, SHOP } from '../cli/shop.ts';
import { TOKEN } from '../tools/composite-action.ts';
import type { EventKind } from '../tools/composite-events.ts';
import { checkout, NODE, programs } from '../tools/composite-folders.ts';
import {
  BUILT_IN,
  comments,
  committed,
  DRIFTED_SHOP,
  expectRedDrift,
  gate,
  github,
  gitIn,
  of,
} from './gate.ts';

const PROCESSES = { isHere: false };

test('drift of a pull request is red, on its line, in the summary and in a comment, and the patch fixes it', () =>
  expectRedDrift({ ...PROCESSES, inputs: BUILT_IN }, { resetWith: 'built-in' }));

describe('events', () => {
  const drifted = committed(checkout(DRIFTED_SHOP));

  const others: EventKind[] = ['push', 'schedule', 'workflow_dispatch', 'merge_group'];
  test.each(others)('%s has a verdict, and asks nothing of GitHub', async (kind) => {
    const bad = await gate(kind, drifted, { inputs: BUILT_IN });
    expect(bad).toMatchObject({ conclusion: 'failure', outputs: { status: 'drifted', drifted: 'true' } });
    expect(of(bad, 'error')[0]?.file).toBe(MIGRATION);
    expect(of(bad, 'warning')).toEqual([]);
    expect(bad.summary).toContain(`/blob/${drifted.commit}/`);
    expect(github.requests()).toEqual([]);
  });

  test('a pull request from a fork has all but the comment, which another workflow may post', async () => {
    github.tokens.set(TOKEN, { login: 'github-actions[bot]', rights: 'read-only' });
    const ran = await gate('pull_request from a fork', drifted, { ...PROCESSES, inputs: BUILT_IN });
    expect(ran).toMatchObject({ conclusion: 'failure', outputs: { status: 'drifted' } });
    expect(of(ran, 'error')[0]?.file).toBe(MIGRATION);
    expect(ran.summary).toContain('`public.orders`');
    expect(comments()).toEqual([]);
    expect(ran.outputs['comment-body']).toMatch(/^<!-- supabase-drift-gate .*-->\n## /);
  });

  test('pull_request_target that checked out the head is refused', async () => {
    const ran = await gate('pull_request_target', drifted, { ...PROCESSES, inputs: BUILT_IN });
    expect(ran).toMatchObject({ conclusion: 'failure', outputs: { status: 'failed', drifted: '' } });
    expect(of(ran, 'error')[0]?.message).toContain('pull_request_target');
    expect(ran.log).not.toContain('Replaying');
    expect(comments()).toEqual([]);
  });
});

describe('a pull request that is green because it accepts its own drift', () => {
  const BASELINE = 'supabase/drift-baseline.json';
  const accepting = async (): Promise<string> => {
    const workspace = checkout(DRIFTED_SHOP);
    await runHere(['accept', '--quiet', '--reason', 'known'], { cwd: workspace });
    return workspace;
  };

  test('has a comment that says so', async () => {
    const repository = committed(await accepting());
    const lines = readFileSync(join(repository.workspace, BASELINE), 'utf8').trimEnd().split('\n');
    const patch = ['@@ -0,0 +1,5 @@', ...lines.map((line) => `+${line}`)].join('\n');
    const touched = [MIGRATION, { filename: BASELINE, patch }];
    const ran = await gate('pull_request', repository, { inputs: BUILT_IN, touched });
    expect(ran).toMatchObject({
      conclusion: 'success',
      outputs: { status: 'drifted', 'findings-count': '0' },
    });
    expect(comments()).toEqual([ran.outputs['comment-body']?.trim()]);
    expect(comments()[0]).toContain(
      '### ⚠️ Warnings\n\n- This pull request changes the accepted drift in `supabase/drift-baseline.json`: it adds 1 entry: `public.orders.total` (`column-added`).',
    );
  });

  test('has none when it does not change the baseline', async () => {
    const ran = await gate('pull_request', committed(await accepting()), { inputs: BUILT_IN });
    expect(ran).toMatchObject({ conclusion: 'success', outputs: { status: 'drifted', 'comment-body': '' } });
    expect(comments()).toEqual([]);
  });
});

describe('a pull request that touches nothing of it', () => {
  const drifted = committed(checkout({ ...DRIFTED_SHOP, 'src/index.ts': 'export {};\n' }));
  const touched = ['README.md', 'src/index.ts'];

  test('is answered at once, with what was not done: no Supabase CLI is even installed', async () => {
    const ran = await gate('pull_request', drifted, { touched });
    expect(ran.steps.find(({ uses }) => uses?.action.startsWith('supabase/'))?.uses).toBeUndefined();
    expect(ran).toMatchObject({ conclusion: 'success', outputs: { status: 'in-sync', drifted: 'false' } });
    expect(ran.summary).toContain('touches neither migrations');
    expect(ran.log).not.toContain('Replaying');
  });
});

test('Git is asked without the token', async () => {
  const seen = checkout({});
  const spy = programs({ ...NODE, git: `env > "${seen}/$$"; exec /usr/bin/git "$@"` });
  const ran = await gate('pull_request', committed(checkout(SHOP)), {
    ...PROCESSES,
    inputs: BUILT_IN,
    path: [spy, '/usr/bin', '/bin'],
  });
  expect(ran.outputs.status).toBe('in-sync');
  const environments = readdirSync(seen).map((file) => readFileSync(join(seen, file), 'utf8'));
  // Three questions in each of two steps.
  expect(environments).toHaveLength(6);
  expect(environments.filter((text) => text.includes(TOKEN) || !text.includes('PATH='))).toEqual([]);
});

describe('inputs', () => {
  test('a project in a folder of the repository: paths are from its root, reports are where they are wanted', async () => {
    const files = Object.entries(DRIFTED_SHOP).map(([file, text]) => [`my apps/a shop/${file}`, text]);
    const repository = committed(checkout(Object.fromEntries(files)));
    const ran = await gate('push', repository, {
      ...PROCESSES,
      inputs: {
        ...BUILT_IN,
        'project-directory': 'my apps/a shop',
        'report-json': 'drift.json',
        'report-markdown': 'my apps/drift report.md',
        'report-sarif': 'drift.sarif',
      },
    });
    expect(of(ran, 'error')[0]?.file).toBe(`my apps/a shop/${MIGRATION}`);
    const read = (path: string): string => readFileSync(join(repository.workspace, path), 'utf8');
    expect(JSON.parse(read('drift.json')).status).toBe('drifted');
    expect(read('my apps/drift report.md')).toContain('`public.orders`');
    expect(read('drift.sarif')).toContain(`my%20apps/a%20shop/${MIGRATION}`);
    expect(ran.outputs).toMatchObject({
      'report-json': 'drift.json',
      'report-markdown': 'my apps/drift report.md',
      'report-sarif': 'drift.sarif',
    });
    execFileSync('git', ['apply', '-'], { cwd: repository.workspace, input: ran.written.patch ?? '' });
    expect(gitIn(repository.workspace, 'diff', '--name-only')).toBe('my apps/a shop/types.ts');
  });

  test('drift that is tolerated is green, and still called drift', async () => {
    const ran = await gate('push', committed(checkout(DRIFTED_SHOP)), {
      inputs: { ...BUILT_IN, 'fail-on': 'breaking' },
    });
    expect(ran).toMatchObject({ conclusion: 'success', outputs: { status: 'drifted', drifted: 'true' } });
    expect(of(ran, 'error')).toEqual([]);
  });

  test('the configuration file decides what no input does, and a pull request that changes it is told of', async () => {
    const settings = 'supabase/drift-gate.toml';
    const repository = committed(
      checkout({ ...DRIFTED_SHOP, [settings]: 'reset-with = "built-in"\nignore = ["public.orders"]\n' }),
    );
    const touched = [MIGRATION, { filename: settings, patch: '@@ -0,0 +1 @@\n+ignore = ["public.orders"]' }];
    const ran = await gate('pull_request', repository, { touched });
    expect(ran).toMatchObject({ conclusion: 'success', outputs: { status: 'in-sync' } });
    expect(comments()).toEqual([expect.stringContaining('it adds `ignore = ["public.orders"]`')]);
    expect(comments()[0]).toContain(
      'from `supabase/drift-gate.toml`: reset-with `built-in`, ignore `public.orders`',
    );
  });

  test('neither annotations nor a comment where none are wanted', async () => {
    const ran = await gate('pull_request', committed(checkout(DRIFTED_SHOP)), {
      inputs: { ...BUILT_IN, annotations: 'false', comment: 'never' },
    });
    expect(ran.conclusion).toBe('failure');
    expect(ran.annotations).toEqual([]);
    expect(comments()).toEqual([]);
  });

  test('that are wrong are told in one sentence, with the status failed', async () => {
    const ran = await gate('pull_request', committed(checkout(SHOP)), { inputs: { comment: 'sometimes' } });
    expect(ran).toMatchObject({ conclusion: 'failure', outputs: { status: 'failed', drifted: '' } });
    expect(ran.annotations).toEqual([
      expect.objectContaining({
        level: 'error',
        message: expect.stringContaining(
          'Invalid input `comment: sometimes`: use on-drift, always or never.',
        ),
      }),
    ]);
  });
});

test('what migrations name is never taken for a command of the runner', async () => {
  const names = ['::error::injected', '##[error]injected', '::add-mask::total', '::stop-commands::x'];
  const tables = names.map(
    (name) => `create table "${name}" (id int);\ncomment on table "${name}" is '${name}';\n`,
  );
  const files = { ...SHOP, [MIGRATION]: `${SHOP[MIGRATION]}${tables.join('')}` };
  const ran = await gate('push', committed(checkout(files)), { inputs: BUILT_IN });
  expect(ran.outputs.status).toBe('drifted');
  expect(of(ran, 'error').length).toBeGreaterThan(0);
  expect(ran.annotations.filter(({ message }) => message.startsWith('injected'))).toEqual([]);
  expect(ran.log).toContain('::add-mask::total');
});
