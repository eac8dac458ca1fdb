// The client over real HTTP: what is sent again and what is not, how long it goes on, and what it says in the end.

import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { PATIENCE, type Patience } from '../../../src/github/api/attempt.ts';
import { type ApiSession, connect } from '../../../src/github/api/client.ts';
import { ApiError, type ApiFailure } from '../../../src/github/api/failure.ts';
import { refusalOf } from '../../../src/github/api/refusal.ts';
import { type Fault, type GitHubServer, startGitHub } from '../../tools/github-api.ts';
import { addComment } from '../../tools/github-api-handlers.ts';
import { openPull, quickTime, runOn, TOKEN } from '../../tools/github-run.ts';

const COMMENTS = '/issues/7/comments';
const one = (id: number): string => `/issues/comments/${id}`;
const Comment = v.object({ id: v.number(), body: v.string() });

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

const sessionWith = (token = TOKEN, patience: Partial<Patience> = {}): ApiSession =>
  connect(token, runOn(github), time).session(patience);

const list = (session: ApiSession) => session.list(COMMENTS, {}, Comment);

const post = (session: ApiSession, findMade: () => Promise<v.InferOutput<typeof Comment> | undefined>) =>
  session.post(COMMENTS, { body: 'Hello' }, Comment, findMade);

/** What the promise failed with. */
async function failureOf(promise: Promise<unknown>): Promise<ApiFailure> {
  const error: unknown = await promise.then(
    (value) => new Error(`It succeeded with ${inspect(value)}`),
    (reason: unknown) => reason,
  );
  expect(inspect(error, { depth: 10 })).not.toContain(TOKEN);
  if (error instanceof ApiError) return error.failure;
  throw error;
}

describe('a request that fails', () => {
  test.each<[string, Fault]>([
    ['500', { status: 500 }],
    ['502 with a page of a proxy', { status: 502, page: '<h1>Bad gateway</h1>' }],
    ['503', { status: 503 }],
    ['a dropped connection', { drop: 'before-answer' }],
    ['an answer broken off in the middle', { drop: 'in-answer', isDone: true }],
    ['200 with a page of a proxy', { page: '<h1>Please log in</h1>' }],
  ])('with %s is sent again, at most three times, with growing waits', async (_, fault) => {
    const pull = openPull(github);
    addComment(github, pull, 'ann', 'A comment');
    github.order('GET', fault, 2);
    expect(await list(sessionWith())).toHaveLength(1);
    expect(time.slept).toEqual([500, 1000]);

    github.order('GET', fault, 3);
    await failureOf(list(sessionWith()));
    expect(github.received).toHaveLength(6);
  });

  test.each([400, 401, 403, 404, 410, 422])('with %i is not sent again', async (status) => {
    openPull(github);
    github.order('GET', { status });
    await failureOf(list(sessionWith()));
    expect(github.received).toHaveLength(1);
    expect(time.slept).toEqual([]);
  });

  test('for want of an answer is given up after its time, and sent again', async () => {
    openPull(github);
    github.order('GET', { delay: 60_000 });
    expect(await list(sessionWith(TOKEN, { tryMs: 1000 }))).toEqual([]);
    expect(github.received).toHaveLength(2);
    github.order('GET', { delay: 60_000 }, 3);
    expect(await failureOf(list(sessionWith(TOKEN, { tryMs: 50 })))).toEqual({
      kind: 'no-answer',
      code: 'timeout',
    });
  });

  test('for want of a server is told by its code', async () => {
    openPull(github);
    await github.close();
    expect(await failureOf(list(sessionWith()))).toEqual({ kind: 'no-answer', code: 'ECONNREFUSED' });
  });

  test('is sent again when it changes a comment, which can be done twice', async () => {
    const { id } = addComment(github, openPull(github), 'ann', 'Before');
    github.order('PATCH', { status: 500, isDone: true });
    const changed = await sessionWith().patch(one(id), { body: 'After' }, Comment);
    expect(changed.body).toBe('After');
    expect(github.received).toHaveLength(2);
  });

  test('is sent again when it deletes a comment, and what is gone counts as deleted', async () => {
    const pull = openPull(github);
    const { id } = addComment(github, pull, 'ann', 'Before');
    github.order('DELETE', { drop: 'before-answer', isDone: true });
    await sessionWith().delete(one(id));
    expect(pull.comments).toEqual([]);
    expect(github.received).toHaveLength(2);
  });
});

describe('a limit of requests', () => {
  const limited = (seconds: number): Fault => ({
    status: 429,
    headers: { 'retry-after': String(seconds) },
  });

  test.each([0, 1, 59, 60])('that asks for %i s is waited for', async (seconds) => {
    openPull(github);
    github.order('GET', limited(seconds));
    expect(await list(sessionWith())).toEqual([]);
    expect(time.slept).toEqual([seconds * 1000 + 250]);
  });

  test('that asks for 61 s is given up at once', async () => {
    openPull(github);
    github.order('GET', limited(61));
    expect(await failureOf(list(sessionWith()))).toEqual({ kind: 'rate-limited', waitMs: 61_000 });
    expect(time.slept).toEqual([]);
  });

  test('that ends in a later minute is given up at once', async () => {
    openPull(github);
    const inTwoMinutes = String(Math.floor(Date.now() / 1000) + 120);
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inTwoMinutes };
    github.order('GET', { status: 403, headers });
    expect(await failureOf(list(sessionWith()))).toMatchObject({ kind: 'rate-limited' });
    expect(time.slept).toEqual([]);
  });

  test('with 403 is told from a missing right by its header or its words', async () => {
    openPull(github);
    const inHalfAMinute = String(Math.floor(Date.now() / 1000) + 30);
    github.order('GET', { status: 403, headers: { 'retry-after': '3' } });
    github.order('GET', {
      status: 403,
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inHalfAMinute },
    });
    expect(await list(sessionWith())).toEqual([]);
    expect(time.slept[0]).toBe(3250);
    expect(time.slept[1]).toBeGreaterThan(20_000);
    expect(time.slept[1]).toBeLessThanOrEqual(30_250);

    github.order('GET', { status: 403, message: 'You have exceeded a secondary rate limit.' });
    expect(await list(sessionWith())).toEqual([]);
    expect(time.slept[2]).toBe(60_250);
  });

  test('is waited for before a POST is sent again, which GitHub surely did not carry out', async () => {
    const pull = openPull(github);
    github.order('POST', limited(2));
    const neverAsked = async () => {
      throw new Error('It was looked for');
    };
    expect(await post(sessionWith(), neverAsked)).toMatchObject({ body: 'Hello' });
    expect(pull.comments).toHaveLength(1);
  });
});

describe('a POST that fails without saying whether it was carried out', () => {
  const LOST: [string, Fault][] = [
    ['500', { status: 500 }],
    ['a dropped connection', { drop: 'before-answer' }],
    ['an answer broken off in the middle', { drop: 'in-answer' }],
  ];

  test.each(LOST)('with %s is looked for, and not sent again when it was', async (_, fault) => {
    const pull = openPull(github);
    const session = sessionWith();
    github.order('POST', { ...fault, isDone: true });
    const made = await post(session, async () => (await list(session)).at(0));
    expect(pull.comments.map(({ id }) => id)).toEqual([made.id]);
    expect(github.requests().map((request) => request.split(' ')[0])).toEqual(['POST', 'GET']);
  });

  test.each(LOST)('with %s is looked for, and sent again when it was not', async (_, fault) => {
    const pull = openPull(github);
    const session = sessionWith();
    github.order('POST', fault);
    await post(session, async () => (await list(session)).at(0));
    expect(pull.comments).toHaveLength(1);
    expect(github.requests().map((request) => request.split(' ')[0])).toEqual(['POST', 'GET', 'POST']);
  });
});

describe('all requests of a session', () => {
  test('end within two minutes, whatever GitHub asks for', async () => {
    openPull(github);
    github.order('GET', { status: 429, headers: { 'retry-after': '60' } }, 2);
    const started = time.now();
    expect(await failureOf(list(sessionWith()))).toMatchObject({ kind: 'rate-limited' });
    expect(time.slept).toEqual([60_250]);
    expect(time.now() - started).toBeLessThan(PATIENCE.totalMs);
  });

  test('are not begun when the time is over', async () => {
    openPull(github);
    const session = sessionWith();
    await time.sleep(PATIENCE.totalMs);
    expect(await failureOf(list(session))).toEqual({ kind: 'out-of-time' });
    expect(github.received).toEqual([]);
  });
});

describe('a list', () => {
  test.each([0, 1, 99, 100, 101, 200, 250])('of %i things is read to its end', async (count) => {
    const pull = openPull(github);
    for (let made = 0; made < count; made += 1) addComment(github, pull, 'ann', `Comment ${made}`);
    const all = await list(sessionWith());
    expect(all.map(({ id }) => id)).toEqual(pull.comments.map(({ id }) => id));
  });
});

describe('whoever the token writes as', () => {
  test('is told by GraphQL, asked once', async () => {
    github.tokens.set(TOKEN, { login: 'drift-bot[bot]', rights: 'write' });
    const session = sessionWith();
    expect([await session.viewer(), await session.viewer()]).toEqual(['drift-bot[bot]', 'drift-bot[bot]']);
    expect(github.requests()).toEqual(['POST /graphql']);
  });

  test('is the workflow when GitHub refuses to tell', async () => {
    openPull(github);
    github.order('POST /graphql', { status: 403, message: 'Resource not accessible by integration' });
    expect(await sessionWith().viewer()).toBe('github-actions[bot]');
  });

  test('stays open when GitHub fails: a wrong guess would leave a comment more at each run', async () => {
    openPull(github);
    github.order('POST /graphql', { status: 500 }, 3);
    expect(await failureOf(sessionWith().viewer())).toEqual({ kind: 'server-error', status: 500 });
  });

  test('is waited for when GraphQL has reached a limit, which it says with 200', async () => {
    openPull(github);
    github.order('POST /graphql', {
      status: 200,
      json: { data: null, errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }] },
    });
    expect(await sessionWith().viewer()).toBe('github-actions[bot]');
    expect(time.slept).toEqual([60_250]);
    expect(github.received).toHaveLength(2);
  });

  test('is the workflow when GraphQL has an error, which it says with 200', async () => {
    openPull(github);
    github.order('POST /graphql', {
      status: 200,
      json: { data: null, errors: [{ message: 'Not for you' }] },
    });
    expect(await sessionWith().viewer()).toBe('github-actions[bot]');
    expect(github.received).toHaveLength(1);
  });

  test('is asked where GitHub Enterprise Server has its GraphQL', async () => {
    openPull(github);
    const run = runOn(github, { apiUrl: `${github.url}/api/v3` });
    const session = connect(TOKEN, run, time).session();
    expect(await session.viewer()).toBe('github-actions[bot]');
    expect(await list(session)).toEqual([]);
  });
});

describe('words', () => {
  const TASK = { noun: 'the comment', permission: 'pull-requests: write', off: 'comment: never' };

  const wordsFor = async (fault: Fault, changes = {}): Promise<string> => {
    openPull(github);
    github.order('GET', fault, 3);
    const failure = await failureOf(list(sessionWith()));
    const { message, remedy } = refusalOf(failure, TASK, runOn(github, changes));
    return `${message}\n${remedy}`;
  };

  test.each<[string, Fault, RegExp]>([
    [
      'an expired token',
      { status: 401 },
      /wrong or has expired \(401\).*Leave the input `github-token` out/s,
    ],
    [
      'a missing right',
      { status: 403, message: 'Resource not accessible by integration' },
      /lacks the permission `pull-requests: write` \(403 Resource not.*\npermissions:\n {2}contents: read\n {2}pull-requests: write$/s,
    ],
    [
      'a list of addresses',
      { status: 403, message: 'The organization has an IP allow list' },
      /^GitHub refused the comment \(403 The organization has an IP allow list\)\.\nIf the job lacks a permission/,
    ],
    [
      'a locked conversation',
      { status: 403, message: 'Unable to create comment because issue is locked.' },
      /conversation is locked.*Unlock/s,
    ],
    ['a pull request out of sight', { status: 404 }, /\(404\).*pull-requests: write/s],
    [
      'comments that are off',
      { status: 410, message: 'Issues are disabled' },
      /410 Issues are disabled.*settings/s,
    ],
    ['a refused text', { status: 422, message: 'Validation Failed' }, /422 Validation Failed.*summary/s],
    [
      'a limit',
      { status: 429, headers: { 'retry-after': '3600' } },
      /no more requests with this token for 3600 s/,
    ],
    ['a broken GitHub', { status: 502 }, /failed while publishing the comment \(502\).*githubstatus/s],
    ['a proxy in between', { page: '<h1>Log in</h1>' }, /did not come from the GitHub API.*proxy/s],
    [
      'a broken connection',
      { drop: 'before-answer' },
      /No answer from GitHub while publishing the comment \(UND_ERR_SOCKET\).*can reach http/s,
    ],
  ])('for %s name the reason and the next step', async (_, fault, words) => {
    expect(await wordsFor(fault)).toMatch(words);
  });

  test('for a pull request from a fork name the second workflow, and no right to give', async () => {
    const words = await wordsFor(
      { status: 403, message: 'Resource not accessible by integration' },
      {
        pullRequest: { number: 7, headSha: 'a', isFork: true },
      },
    );
    expect(words).toMatch(/from a fork.*read-only.*`comment-body`.*\.github\/examples\/fork-comment\.yml/s);
    expect(words).not.toContain('permissions:');
  });

  test('for no token at all, or one with a line break inside, are said without a request', async () => {
    openPull(github);
    const broken = `${TOKEN}\n${TOKEN}`;
    for (const [token, kind] of [
      ['', 'no-token'],
      [' \n', 'no-token'],
      [broken, 'malformed-token'],
    ] as const) {
      const failure = await failureOf(list(sessionWith(token)));
      expect(failure).toEqual({ kind });
      expect(Object.values(refusalOf(failure, TASK, runOn(github))).join('\n')).toMatch(/`github-token`/);
    }
    expect(github.received).toEqual([]);
    expect(await list(sessionWith(` ${TOKEN}\n`))).toEqual([]);
  });

  test('never repeat the token, though the answer does, and never span lines of the log', async () => {
    const message = `No access for\n::error::token ${TOKEN} ${'x'.repeat(500)} ${TOKEN}`;
    const words = await wordsFor({ status: 403, message });
    expect(words).toContain('No access for ::error::token ***');
    expect(words).not.toContain(TOKEN.slice(0, 12));
    expect(words.length).toBeLessThan(600);
  });

  test('show no part of a token that a cut would leave', async () => {
    for (let before = 180; before < 200; before += 1) {
      const words = await wordsFor({ status: 403, message: `${'x'.repeat(before)}${TOKEN}` });
      expect(words).not.toContain(TOKEN.slice(0, 4));
    }
  });
});

describe('the server of these tests', () => {
  const send = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${github.url}${path}`, {
      ...init,
      headers: {
        authorization: `token ${TOKEN}`,
        'content-type': 'application/json',
        'x-github-api-version': '2022-11-28',
        ...init.headers,
      },
    });

  test.each<[string, string, RequestInit, RegExp]>([
    [
      'a body without its text',
      '/issues/7/comments',
      { method: 'POST', body: '{}' },
      /required property 'body'/,
    ],
    ['a text that is none', '/issues/7/comments', { method: 'POST', body: '{"body":5}' }, /must be string/],
    [
      'a field too many',
      '/issues/7/comments',
      { method: 'POST', body: '{"body":"a","text":"b"}' },
      /has text/,
    ],
    ['a number that is none', '/issues/seven/comments', {}, /issue_number must be integer/],
    ['a page that is none', '/issues/7/comments?page=one', {}, /page must be integer/],
    ['an unknown parameter', '/issues/7/comments?size=5', {}, /query has size/],
    ['an unknown operation', '/issues/7/remarks', {}, /no such operation/],
  ])('refuses %s', async (_, path, init, problem) => {
    openPull(github);
    const answer = await send(`/repos/acme/shop${path}`, {
      headers: { accept: 'application/json' },
      ...init,
    });
    expect(answer.status).toBe(400);
    expect(github.problems.join('\n')).toMatch(problem);
    github.problems.length = 0;
  });

  test('says when an answer of its own is not as described', async () => {
    const pull = openPull(github);
    addComment(github, pull, 'ann', 'A comment').createdAt = 'yesterday';
    await send('/repos/acme/shop/issues/7/comments', { headers: { accept: 'application/json' } });
    expect(github.problems.join('\n')).toMatch(/\/0\/created_at must match format "date-time"/);
    github.problems.length = 0;
  });
});
