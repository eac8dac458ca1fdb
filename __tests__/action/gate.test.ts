// The whole Action as a workflow uses it: the steps of action.yml, the built program, the real Supabase CLI, and
// GitHub's API on this machine. What happens when something fails is in faults.test.ts.

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ROOT, run } from '../cli/run.ts';
import { MIGRATION, SHOP } from '../cli/shop.ts';
import { type Job, type JobRun, runAction, TOKEN } from '../tools/composite-action.ts';
import { type EventKind, eventFixture } from '../tools/composite-events.ts';
import { checkout, NODE, programs } from '../tools/composite-folders.ts';
import { type GitHubServer, startGitHub } from '../tools/github-api.ts';
import type { ChangedFile } from '../tools/github-api-objects.ts';

const NUMBER = 7;
const REAL_CLI = { supabase: { link: `${ROOT}node_modules/supabase/dist/supabase.js` } };
const BUILT_IN = { 'reset-with': 'built-in' };

/** A column that the types do not have. */
const DRIFTED_SHOP = {
  ...SHOP,
  [MIGRATION]: `${SHOP[MIGRATION]}alter table orders\n  add column total numeric;\n`,
};

let github: GitHubServer;
beforeAll(async () => {
  github = await startGitHub();
});
afterAll(() => github.close());
beforeEach(() => {
  github.tokens.set(TOKEN, { login: 'github-actions[bot]', rights: 'write' });
  github.received.length = 0;
});

interface Gate extends Partial<Job> {
  /** Paths that the pull request touches. */
  touched?: (string | ChangedFile)[];
}

const gitIn = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@acme.example', ...args], {
    cwd: folder,
    encoding: 'utf8',
  }).trim();

/** A repository with one commit. */
function committed(workspace: string): { workspace: string; commit: string } {
  gitIn(workspace, 'init', '--quiet');
  gitIn(workspace, 'add', '--all');
  gitIn(workspace, 'commit', '--quiet', '--message', 'All of it');
  return { workspace, commit: gitIn(workspace, 'rev-parse', 'HEAD') };
}

/** Runs the Action in a repository of these files, by an event of the repository that the server has. */
async function gate(
  kind: EventKind,
  { workspace, commit }: { workspace: string; commit: string },
  { touched = [MIGRATION], ...job }: Gate = {},
): Promise<JobRun> {
  const files = touched.map((file) => (typeof file === 'string' ? { filename: file } : file));
  github.pulls.set(NUMBER, { number: NUMBER, headSha: commit, files, comments: [], isLocked: false });
  const ran = await runAction({
    workspace,
    event: eventFixture(kind, { headSha: commit, repository: 'acme/shop', number: NUMBER }),
    github: { api_url: github.url },
    path: [programs(NODE), '/usr/bin', '/bin'],
    ...job,
  });
  expect(github.problems).toEqual([]);
  expect(ran.log).not.toContain(TOKEN);
  return ran;
}

const comments = (): string[] => github.pulls.get(NUMBER)?.comments.map(({ body }) => body) ?? [];
const of = (ran: JobRun, level: string): JobRun['annotations'] =>
  ran.annotations.filter((one) => one.level === level);

describe('with the real Supabase CLI, on a pull request', () => {
  const path = [programs({ ...NODE, ...REAL_CLI }), '/usr/bin', '/bin'];

  test('a project in sync is green: no comment, no error, and outputs that say so', async () => {
    const asked: unknown[] = [];
    const ran = await gate('pull_request', committed(checkout(SHOP)), {
      inputs: { 'supabase-version': '3.1.0' },
      uses: {
        'supabase/setup-cli': (given) => {
          asked.push(given);
          return { path: [programs(REAL_CLI)] };
        },
      },
    });
    expect(asked).toEqual([{ version: '3.1.0' }]);
    expect(ran.conclusion).toBe('success');
    expect(ran.outputs).toMatchObject({
      status: 'in-sync',
      drifted: 'false',
      'drifted-tables': '[]',
      'findings-count': '0',
      'comment-body': '',
      patch: '',
    });
    expect(of(ran, 'error')).toEqual([]);
    expect(comments()).toEqual([]);
    expect(ran.summary).toContain('In sync');
    expect(ran.summary).toContain('CLI 3.1.0');
  });

  test('drift is red, on its line, in the summary and in a comment, and the patch mends it', async () => {
    const repository = committed(checkout(DRIFTED_SHOP));
    const ran = await gate('pull_request', repository, { path });
    expect(ran.conclusion).toBe('failure');
    expect(ran.outputs).toMatchObject({
      status: 'drifted',
      drifted: 'true',
      'drifted-tables': '["public.orders"]',
      'findings-count': '1',
    });
    expect(of(ran, 'error')).toContainEqual(
      expect.objectContaining({ file: MIGRATION, line: 3, message: expect.stringContaining('total') }),
    );
    expect(comments()).toEqual([ran.outputs['comment-body']?.trim()]);
    expect(comments()[0]).toContain(`/acme/shop/blob/${repository.commit}/${MIGRATION}#L3`);
    expect(ran.summary).toContain('`public.orders`');
    const report = JSON.parse(ran.written['report-json'] ?? '');
    expect(report).toMatchObject({ status: 'drifted', engine: { resetWith: 'supabase-cli', cli: '3.1.0' } });

    execFileSync('git', ['apply', '-'], { cwd: repository.workspace, input: ran.written.patch ?? '' });
    expect(run(['check', '--quiet'], { cwd: repository.workspace }).code).toBe(0);
    expect(gitIn(repository.workspace, 'status', '--porcelain')).toBe('M types.ts');
  });

  test('nothing that the checkout brings is run by the CLI or in its place', async () => {
    const evil = 'node_modules/.bin/supabase';
    const repository = checkout({
      ...SHOP,
      [evil]: '#!/bin/sh\ntouch was-here\necho 3.1.0\n',
      'bunfig.toml': 'preload = ["./first.js"]\n',
    });
    const mark = JSON.stringify(join(repository, 'was-here'));
    writeFileSync(join(repository, 'first.js'), `require('fs').writeFileSync(${mark}, '');\n`);
    execFileSync('chmod', ['+x', evil], { cwd: repository });
    const ran = await gate('pull_request', committed(repository), { path });
    expect(ran.outputs.status).toBe('in-sync');
    expect(ran.log).toContain('supabase │');
    expect(existsSync(join(repository, 'was-here'))).toBe(false);
  });
});

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
    const ran = await gate('pull_request from a fork', drifted, { inputs: BUILT_IN });
    expect(ran).toMatchObject({ conclusion: 'failure', outputs: { status: 'drifted' } });
    expect(of(ran, 'error')[0]?.file).toBe(MIGRATION);
    expect(ran.summary).toContain('`public.orders`');
    expect(comments()).toEqual([]);
    expect(ran.outputs['comment-body']).toMatch(/^<!-- supabase-drift-gate .*-->\n## /);
  });

  test('pull_request_target that checked out the head is refused', async () => {
    const ran = await gate('pull_request_target', drifted, { inputs: BUILT_IN });
    expect(ran).toMatchObject({ conclusion: 'failure', outputs: { status: 'failed', drifted: '' } });
    expect(of(ran, 'error')[0]?.message).toContain('pull_request_target');
    expect(ran.log).not.toContain('Replaying');
    expect(comments()).toEqual([]);
  });
});

describe('a pull request that is green because it accepts its own drift', () => {
  const BASELINE = 'supabase/drift-baseline.json';
  const accepting = (): string => {
    const workspace = checkout(DRIFTED_SHOP);
    run(['accept', '--quiet', '--reason', 'known'], { cwd: workspace });
    return workspace;
  };

  test('has a comment that says so', async () => {
    const repository = committed(accepting());
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
    const ran = await gate('pull_request', committed(accepting()), { inputs: BUILT_IN });
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
  expect(ran.annotations.filter(({ message }) => message === 'injected')).toEqual([]);
  expect(ran.log).toContain('::add-mask::total');
});
