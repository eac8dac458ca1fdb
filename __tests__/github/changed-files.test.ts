// The paths that a pull request touches, or the answer that they can't be told: never a part of them.

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { connect } from '../../src/github/api/client.ts';
import { bothNames, changedFiles as filesNow } from '../../src/github/changed-files.ts';
import type { WorkflowRun } from '../../src/github/event.ts';
import { type Fault, type GitHubServer, startGitHub } from '../tools/github-api.ts';
import { openPull, quickTime, runOn, TOKEN } from '../tools/github-run.ts';

let github: GitHubServer;
let time = quickTime();

beforeEach(async () => {
  github = await startGitHub();
  time = quickTime();
});

afterEach(async () => {
  await github.close();
  expect(github.problems).toEqual([]);
});

async function changedFiles(changes: Partial<WorkflowRun> = {}, token = TOKEN) {
  const run = runOn(github, changes);
  const files = await filesNow(connect(token, run, time), run);
  return typeof files === 'object' ? files.flatMap(bothNames) : files;
}

const filesOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ filename: `supabase/migrations/${index}_a b.sql` }));

describe('the paths of a pull request', () => {
  test.each([0, 1, 99, 100, 101, 2999, 3000])('are all told: %i', async (count) => {
    const { files } = openPull(github, { files: filesOf(count) });
    expect(await changedFiles()).toEqual(files.map(({ filename }) => filename));
  });

  test('are both names of a renamed file', async () => {
    openPull(github, {
      files: [{ filename: 'new.ts', previous_filename: 'old.ts' }, { filename: 'other.ts' }],
    });
    expect(await changedFiles()).toEqual(['new.ts', 'old.ts', 'other.ts']);
  });
});

describe('that they can’t be told is said', () => {
  test('for 3,001 of them, one more than GitHub lists, without reading any', async () => {
    openPull(github, { files: filesOf(3001) });
    expect(await changedFiles()).toBe('too-many-files');
    expect(github.received).toHaveLength(1);
  });

  test('when the list is shorter than GitHub counts', async () => {
    const pull = openPull(github, { files: filesOf(5) });
    github.before('GET /repos/acme/shop/pulls/7/files', () => pull.files.pop());
    expect(await changedFiles()).toBeUndefined();
  });

  test('when the head moved on: the list would be of another commit', async () => {
    openPull(github, { headSha: 'd'.repeat(40) });
    expect(await changedFiles()).toBeUndefined();
  });

  test('where there is no pull request, without asking', async () => {
    const run = runOn(github, { event: 'push' });
    delete run.pullRequest;
    expect(await filesNow(connect(TOKEN, run, time), run)).toBeUndefined();
    expect(github.received).toEqual([]);
  });

  const REFUSALS: [string, Fault][] = [
    ['a missing right', { status: 403, message: 'Resource not accessible by integration' }],
    ['a pull request out of sight', { status: 404 }],
    [
      'a diff that is too large',
      { status: 422, message: 'Sorry, this diff is taking too long to generate.' },
    ],
    ['a broken GitHub', { status: 500 }],
    ['a dropped connection', { drop: 'before-answer' }],
    ['a page of a proxy', { page: '<h1>Log in</h1>' }],
  ];

  test.each(REFUSALS)('for %s', async (_, fault) => {
    openPull(github, { files: filesOf(1) });
    github.order('GET /repos/acme/shop/pulls/7', fault, 3);
    expect(await changedFiles()).toBeUndefined();
  });

  test.each(REFUSALS)('for %s, when the list is read', async (_, fault) => {
    openPull(github, { files: filesOf(1) });
    github.order('GET /repos/acme/shop/pulls/7/files', fault, 3);
    expect(await changedFiles()).toBeUndefined();
  });

  test('for a token that is missing or wrong', async () => {
    openPull(github);
    expect(await changedFiles({}, '')).toBeUndefined();
    expect(await changedFiles({}, 'ghs_other')).toBeUndefined();
  });

  test('rather than wait for a limit: the whole check takes less', async () => {
    openPull(github);
    github.order('GET', { status: 429, headers: { 'retry-after': '15' } });
    expect(await changedFiles()).toBeUndefined();
    expect(time.slept).toEqual([]);
  });
});
