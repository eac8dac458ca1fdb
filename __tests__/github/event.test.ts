// Real payloads of GitHub, read into a Run.

import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import { isKnownError } from '../../src/errors.ts';
import { readRun, refuseStrangers, urlOfLine, urlOfRun } from '../../src/github/event.ts';

const webhooks: { name: string; examples: unknown[] }[] = createRequire(import.meta.url)(
  '@octokit/webhooks-examples',
);

const MERGE = 'c0ffee0000000000000000000000000000000000';

const environment = (event: string): Record<string, string> => ({
  GITHUB_EVENT_NAME: event,
  GITHUB_REPOSITORY: 'Codertocat/Hello-World',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_API_URL: 'https://api.github.com/',
  GITHUB_WORKFLOW: 'Supabase drift',
  GITHUB_JOB: 'drift',
  GITHUB_RUN_ID: '1658821493',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_SHA: MERGE,
});

const examplesOf = (name: string): unknown[] => {
  const found = webhooks.find((one) => one.name === name)?.examples ?? [];
  expect(found.length).toBeGreaterThan(0);
  return [...found];
};

const firstOf = (name: string): Record<string, unknown> => JSON.parse(JSON.stringify(examplesOf(name)[0]));

test('every example of a pull request gives its number and its head', () => {
  for (const payload of examplesOf('pull_request')) {
    const { pullRequest, headSha } = readRun(environment('pull_request'), payload, MERGE);
    const said = JSON.parse(JSON.stringify(payload)).pull_request;
    expect(pullRequest).toMatchObject({
      number: said.number,
      headSha: said.head.sha,
      isFork: said.head.repo?.full_name !== said.base.repo.full_name,
    });
    expect(headSha).toBe(said.head.sha);
  }
});

test('a fork, and a fork that was deleted, are forks', () => {
  const payload: unknown = firstOf('pull_request');
  const forked = JSON.parse(JSON.stringify(payload));
  forked.pull_request.head.repo.full_name = 'someone/Hello-World';
  const deleted = JSON.parse(JSON.stringify(payload));
  deleted.pull_request.head.repo = null;
  expect(readRun(environment('pull_request'), payload, MERGE).pullRequest?.isFork).toBe(false);
  expect(readRun(environment('pull_request'), forked, MERGE).pullRequest?.isFork).toBe(true);
  expect(readRun(environment('pull_request'), deleted, MERGE).pullRequest?.isFork).toBe(true);
});

test('what a payload does not say of the base is not taken for the default branch', () => {
  const payload = firstOf('pull_request');
  const bare = JSON.parse(JSON.stringify(payload));
  delete bare.pull_request.base.ref;
  delete bare.pull_request.base.repo.default_branch;
  expect(readRun(environment('pull_request'), payload, MERGE).pullRequest?.isForDefaultBranch).toBe(true);
  expect(readRun(environment('pull_request'), bare, MERGE).pullRequest?.isForDefaultBranch).toBe(false);
});

test.each(['merge_group', 'push', 'workflow_dispatch', 'repository_dispatch'])(
  'a payload of %s is judged at its commit, and has no pull request',
  (event) => {
    for (const payload of examplesOf(event)) {
      const run = readRun(environment(event), payload, MERGE);
      expect(run).toMatchObject({ event, headSha: MERGE, runId: 1658821493, runAttempt: 2 });
      expect(run.pullRequest).toBeUndefined();
    }
  },
);

test('schedule has a payload of one line of cron', () => {
  expect(readRun(environment('schedule'), { schedule: '0 6 * * 1' }, MERGE).event).toBe('schedule');
});

describe('the default branch', () => {
  const on = (event: string, ref: string, payload: unknown): boolean =>
    readRun({ ...environment(event), GITHUB_REF: ref }, payload, MERGE).isOnDefaultBranch;

  test.each(['push', 'workflow_dispatch', 'repository_dispatch'])('is told of %s by its name', (event) => {
    const payload = firstOf(event);
    const { default_branch: name } = JSON.parse(JSON.stringify(payload.repository));
    expect(on(event, `refs/heads/${name}`, payload)).toBe(true);
    expect(on(event, 'refs/heads/feature', payload)).toBe(false);
    expect(on(event, `refs/tags/${name}`, payload)).toBe(false);
    expect(on(event, `refs/heads/${name}`, {})).toBe(false);
  });

  test('is the only one that a schedule runs on', () => {
    expect(on('schedule', '', { schedule: '0 6 * * 1' })).toBe(true);
  });

  test('is not what a pull request or a merge queue proposes for it', () => {
    expect(on('pull_request', 'refs/pull/2/merge', firstOf('pull_request'))).toBe(false);
    expect(on('merge_group', 'refs/heads/gh-readonly-queue/main/pr-1', firstOf('merge_group'))).toBe(false);
  });
});

describe('an audit', () => {
  test.each(['push', 'schedule', 'workflow_dispatch', 'pull_request'])('may run in %s', (event) => {
    const payload = event === 'pull_request' ? firstOf(event) : {};
    expect(() => refuseStrangers(readRun(environment(event), payload, MERGE))).not.toThrow();
  });

  test('is refused in a pull request from a fork, which may have been given secrets', () => {
    const payload = JSON.parse(JSON.stringify(firstOf('pull_request')));
    payload.pull_request.head.repo.full_name = 'someone/Hello-World';
    const run = readRun(environment('pull_request'), payload, MERGE);
    expect(() => refuseStrangers(run)).toThrow(/a pull request from a fork: a stranger's files/);
  });

  test.each(['pull_request_target', 'workflow_run', 'issue_comment'])(
    'is refused in %s, whatever is checked out',
    (event) => {
      const run = readRun(environment(event), {}, MERGE);
      expect(() => refuseStrangers(run)).toThrow(
        expect.objectContaining({
          message: expect.stringContaining(`\`${event}\``),
          remedy: expect.stringContaining('quarterly-audit.yml'),
        }),
      );
    },
  );
});

describe.each(['pull_request_target', 'workflow_run', 'issue_comment', 'issues', 'check_run'])(
  '%s',
  (event) => {
    const payload = firstOf(event === 'pull_request_target' ? 'pull_request' : event);

    test('is judged with the base branch checked out, and not called the pull request’s', () => {
      expect(readRun(environment(event), payload, MERGE).pullRequest).toBeUndefined();
    });

    test.each([
      ['another commit', '0123456789012345678901234567890123456789'],
      ['what Git can’t tell', undefined],
    ])('is refused with %s checked out, with the reason and the way', (_, commit) => {
      expect(() => readRun(environment(event), payload, commit)).toThrow(/migrations are code/);
      expect(() => readRun(environment(event), payload, commit)).toThrow(
        expect.objectContaining({ remedy: expect.stringContaining('on: pull_request') }),
      );
    });
  },
);

test.each([
  ['GITHUB_REPOSITORY', 'no slash'],
  ['GITHUB_RUN_ID', 'seven'],
  ['GITHUB_SHA', 'main'],
  ['GITHUB_API_URL', 'api'],
])('a run whose %s is malformed is no run', (name, value) => {
  try {
    readRun({ ...environment('push'), [name]: value }, {}, MERGE);
    throw new Error('it was read');
  } catch (error) {
    expect(isKnownError(error)).toBe(true);
    expect(String(error)).toContain(name);
  }
});

test('links name the head commit, and paths are encoded', () => {
  const run = readRun(environment('push'), {}, MERGE);
  expect(urlOfRun(run)).toBe('https://github.com/Codertocat/Hello-World/actions/runs/1658821493/attempts/2');
  expect(urlOfLine(run, 'my app/supabase/migrations/1_a#b?.sql', 3)).toBe(
    `https://github.com/Codertocat/Hello-World/blob/${MERGE}/my%20app/supabase/migrations/1_a%23b%3F.sql#L3`,
  );
});
