// The comment of a pull request over real HTTP: found among others, made once, updated in place, and never in the way of
// a newer run's.

import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { connect } from '../../../src/github/api/client.ts';
import type { WorkflowRun } from '../../../src/github/event.ts';
import { type CommentRequest, publishComment, SHORTER_BYTES } from '../../../src/github/sticky/comment.ts';
import { commentKey, markerLine, markerOf, readMarker } from '../../../src/github/sticky/marker.ts';
import { type Fault, type GitHubServer, type Received, startGitHub } from '../../tools/github-api.ts';
import { addComment } from '../../tools/github-api-handlers.ts';
import type { Pull } from '../../tools/github-api-objects.ts';
import { openPull, quickTime, runOn, TOKEN } from '../../tools/github-run.ts';

const DRIFT = '## Drift\n\n`orders.total` differs.';
const CLEAN = '## In sync';

let github: GitHubServer;
let pull: Pull;

beforeEach(async () => {
  github = await startGitHub();
  pull = openPull(github);
});

afterEach(async () => {
  await github.close();
  expect(github.problems).toEqual([]);
});

interface Wanted extends Partial<CommentRequest> {
  body?: string;
  /** The text that is tried when the body is too long. */
  shorten?: (bytes: number) => string;
}

/** Publishes as the given run would. The token must be nowhere in what comes of it. */
async function publish(
  { body = DRIFT, shorten = () => body, ...request }: Wanted = {},
  changes: Partial<WorkflowRun> = {},
  token = TOKEN,
) {
  const run = runOn(github, changes);
  const outcome = await publishComment(connect(token, run, quickTime()), {
    run,
    key: commentKey(run, '.'),
    text: (bytes) => (bytes === SHORTER_BYTES ? shorten(bytes) : body),
    isClean: false,
    policy: 'on-drift',
    ...request,
  });
  expect(inspect([outcome, pull.comments], { depth: 10 })).not.toContain(TOKEN);
  return outcome;
}

const methods = (): string[] => github.requests().map((request) => request.split(' ')[0] ?? '');
const writes = (): string[] => methods().filter((method) => method !== 'GET');
/** Of the visible text of each comment. */
const texts = (): string[] => pull.comments.map(({ body }) => body.replace(/^<!--.*-->\n/, ''));

/** A comment as the given run of ours would have left it. */
const leave = (body: string, changes: Partial<WorkflowRun> = {}, author = 'github-actions[bot]') => {
  const run = runOn(github, changes);
  return addComment(github, pull, author, `${markerLine(markerOf(commentKey(run, '.'), run))}\n${body}`);
};

describe('the first run', () => {
  test('makes the comment, with the marker in a hidden first line', async () => {
    const outcome = await publish();
    expect(outcome).toEqual({
      status: 'created',
      url: `https://github.com/acme/shop/pull/7#issuecomment-${pull.comments[0]?.id}`,
    });
    expect(pull.comments[0]?.body).toBe(
      `<!-- supabase-drift-gate key=CI#drift#. head=${'a'.repeat(40)} run=100 attempt=1 -->\n${DRIFT}`,
    );
  });

  test('makes none when clean', async () => {
    expect(await publish({ isClean: true, body: CLEAN })).toEqual({ status: 'not-wanted' });
    expect(methods()).toEqual(['GET']);
  });

  test('makes one when clean, if one is always wanted', async () => {
    expect(await publish({ isClean: true, body: CLEAN, policy: 'always' })).toMatchObject({
      status: 'created',
    });
    expect(texts()).toEqual([CLEAN]);
  });

  test.each(['push', 'schedule', 'workflow_dispatch', 'merge_group'] as const)(
    'asks GitHub nothing where there is no pull request: %s',
    async (event) => {
      const run = runOn(github, { event });
      delete run.pullRequest;
      const github_ = connect(TOKEN, run, quickTime());
      const request = { run, key: 'k', text: () => DRIFT, isClean: false, policy: 'always' } as const;
      expect(await publishComment(github_, request)).toEqual({ status: 'not-wanted' });
      expect(github.received).toEqual([]);
    },
  );

  test('asks GitHub nothing when no comment is wanted, even without a token', async () => {
    expect(await publish({ policy: 'never' }, {}, '')).toEqual({ status: 'not-wanted' });
    expect(github.received).toEqual([]);
  });
});

describe('a later run', () => {
  test('updates the comment in place, on whatever page it is', async () => {
    for (let made = 0; made < 250; made += 1) addComment(github, pull, 'ann', `Remark ${made}`);
    const { id } = leave(CLEAN);
    for (let made = 0; made < 60; made += 1) addComment(github, pull, 'ben', `Reply ${made}`);
    expect(await publish({}, { runId: 101 })).toMatchObject({ status: 'updated' });
    expect(pull.comments).toHaveLength(311);
    expect(pull.comments.find((comment) => comment.id === id)?.body).toContain(
      `run=101 attempt=1 -->\n${DRIFT}`,
    );
  });

  test('turns it to clean, and back', async () => {
    await publish();
    expect(await publish({ isClean: true, body: CLEAN }, { runId: 101 })).toMatchObject({
      status: 'updated',
    });
    expect(texts()).toEqual([CLEAN]);
    expect(await publish({}, { runId: 102 })).toMatchObject({ status: 'updated' });
    expect(texts()).toEqual([DRIFT]);
  });

  test('leaves it alone when nothing changed, however GitHub gives its line ends back', async () => {
    const comment = leave(`${DRIFT}\n`);
    comment.body = comment.body.replaceAll('\n', '\r\n');
    expect(await publish({}, { runId: 101 })).toMatchObject({ status: 'unchanged' });
    expect(writes()).toEqual(['POST']);
    expect(github.requests().at(1)).toBe('POST /graphql');
  });

  test('marks it anew for another commit, though the text is the same', async () => {
    leave(DRIFT);
    const headSha = 'c'.repeat(40);
    expect(await publish({}, { runId: 101, headSha })).toMatchObject({ status: 'updated' });
    expect(readMarker(pull.comments[0]?.body ?? '')).toMatchObject({ run: 101, head: headSha });
  });

  test.each(['PATCH', 'GET /repos/acme/shop/issues/comments/'])(
    'makes another one when somebody deletes it before the %s',
    async (moment) => {
      leave(CLEAN);
      github.before(moment, () => {
        pull.comments = [];
      });
      expect(await publish({}, { runId: 101 })).toMatchObject({ status: 'created' });
      expect(texts()).toEqual([DRIFT]);
    },
  );

  test.each([
    ['run', { runId: 99, runAttempt: 9 }],
    ['attempt of the same run', { runAttempt: 2 }],
  ])('does nothing when it is an older %s that came late', async (_, older) => {
    leave(DRIFT, { runAttempt: 3 });
    const outcome = await publish({ body: CLEAN, isClean: true }, older);
    expect(outcome).toMatchObject({ status: 'superseded', url: expect.stringContaining('#issuecomment-') });
    expect(texts()).toEqual([DRIFT]);
    expect(methods()).not.toContain('PATCH');
  });

  test('is newer when it is a rerun', async () => {
    leave(DRIFT);
    expect(await publish({ body: CLEAN }, { runAttempt: 2 })).toMatchObject({ status: 'updated' });
  });

  test('removes what a killed run left twice', async () => {
    leave(DRIFT, { runId: 98 });
    leave(DRIFT, { runId: 99 });
    leave(DRIFT, { runId: 97 });
    expect(await publish({ body: CLEAN })).toMatchObject({ status: 'updated' });
    expect(texts()).toEqual([CLEAN]);
  });
});

describe('whose comment it is', () => {
  test.each(['mallory', 'github-actions', 'other-app[bot]', 'Github-Actions[Bot]x'])(
    'is told by its author: a marker of %s is not ours',
    async (author) => {
      const { body } = leave('Approved!', { runId: 999_999 }, author);
      expect(await publish()).toMatchObject({ status: 'created' });
      expect(pull.comments[0]?.body).toBe(body);
      expect(texts()).toEqual(['Approved!', DRIFT]);
    },
  );

  test('is told by its author when the account was deleted, too', async () => {
    const ghost = leave('Approved!');
    ghost.author = null;
    expect(await publish()).toMatchObject({ status: 'created' });
  });

  test('is told by the first line: a report that quotes a marker is no comment of its key', async () => {
    const marker = markerLine(markerOf('CI#drift#.', runOn(github)));
    addComment(github, pull, 'github-actions[bot]', `Lint says:\n${marker}\nno`);
    expect(await publish()).toMatchObject({ status: 'created' });
  });

  test('is told by its key: another workflow, job, project or input has its own', async () => {
    await publish();
    await publish({}, { workflow: 'Nightly' });
    await publish({}, { job: 'types' });
    const run = runOn(github);
    await publish({ key: commentKey(run, 'apps/api') });
    await publish({ key: commentKey(run, '.', 'mine --> <b>') });
    expect(pull.comments).toHaveLength(5);
    await publish({ key: commentKey(run, '.', 'mine --> <b>'), body: CLEAN }, { runId: 101 });
    expect(texts()).toEqual([DRIFT, DRIFT, DRIFT, DRIFT, CLEAN]);
  });

  test('is that of the token’s own app, where the workflow brings one', async () => {
    github.tokens.set('ghs_app', { login: 'acme-bot[bot]', rights: 'write' });
    leave('By the workflow');
    expect(await publish({}, {}, 'ghs_app')).toMatchObject({ status: 'created' });
    expect(await publish({ body: CLEAN }, { runId: 101 }, 'ghs_app')).toMatchObject({ status: 'updated' });
    expect(texts()).toEqual(['By the workflow', CLEAN]);
  });
});

describe('two runs at once', () => {
  const older = () => publish({ body: 'older' }, { runId: 100 });
  const newer = () => publish({ body: 'newer' }, { runId: 101 });

  const bodyOf = ({ body }: Received): string => JSON.stringify(body);
  const olderFirst = (a: Received, b: Received): number => (bodyOf(a) < bodyOf(b) ? 1 : -1);
  const newerFirst = (a: Received, b: Received): number => -olderFirst(a, b);

  test.each([
    ['older', olderFirst],
    ['newer', newerFirst],
  ])('that both make a comment leave one, with what the newer says: the %s first', async (_, sort) => {
    github.gather('POST /repos', 2, sort);
    const outcomes = await Promise.all([older(), newer()]);
    expect(texts()).toEqual(['newer']);
    expect(github.requests().filter((request) => request.startsWith('POST /repos'))).toHaveLength(2);
    const [{ id } = { id: 0 }] = pull.comments;
    for (const outcome of outcomes) expect(outcome).toMatchObject({ url: expect.stringContaining(`-${id}`) });
    expect(outcomes[0].status).toBe('superseded');
  });

  test.each([
    ['older', olderFirst],
    ['newer', newerFirst],
  ])('that both update a comment leave what the newer says: the %s first', async (_, sort) => {
    leave('oldest', { runId: 99 });
    github.gather('PATCH', 2, sort);
    await Promise.all([older(), newer()]);
    expect(texts()).toEqual(['newer']);
  });

  test('of which the newer writes while the older was about to: the older looks again', async () => {
    const comment = leave('oldest', { runId: 99 });
    github.before('GET /repos/acme/shop/issues/comments/', () => {
      comment.body = `${markerLine(markerOf('CI#drift#.', runOn(github, { runId: 101 })))}\nnewer`;
    });
    expect(await older()).toMatchObject({ status: 'superseded' });
    expect(texts()).toEqual(['newer']);
    expect(methods()).not.toContain('PATCH');
  });

  test('leave one comment, ten times over', async () => {
    for (let time = 0; time < 10; time += 1) {
      pull.comments = [];
      github.gather('GET', 2);
      await Promise.all([older(), newer()]);
      expect(texts()).toEqual(['newer']);
    }
  });

  test('of one workflow run that share a key by mistake come to an end', async () => {
    github.gather('POST /repos', 2);
    const outcomes = await Promise.all([publish({ body: 'linux' }), publish({ body: 'macos' })]);
    expect(pull.comments).toHaveLength(1);
    const url = expect.stringContaining(`-${pull.comments[0]?.id}`);
    for (const outcome of outcomes) expect(outcome).toMatchObject({ status: 'created', url });
    expect(github.received.length).toBeLessThan(20);
  });
});

test('that a comment stood for another job of the same run is said, and of an earlier attempt is not', async () => {
  await publish();
  const ofOther = await publish({ isClean: true, body: CLEAN });
  expect(ofOther).toMatchObject({ status: 'updated', isTakenOver: true });
  expect(await publish({}, { runAttempt: 2 })).not.toHaveProperty('isTakenOver');
  expect(await publish({ body: CLEAN }, { runId: 101 })).not.toHaveProperty('isTakenOver');
  expect(await publish({ body: CLEAN }, { runId: 101 })).toMatchObject({ status: 'unchanged' });
});

describe('a comment that is too long', () => {
  const tooLong = 'x'.repeat(262_144);

  /** So that body and marker together have so many bytes. */
  const ofBytes = (bytes: number): string => {
    const marker = markerLine(markerOf('CI#drift#.', runOn(github)));
    return `é${'x'.repeat(bytes - Buffer.byteLength(marker) - 3)}`;
  };

  test.each([-1, 0])('is not one at GitHub’s limit and %i', async (more) => {
    const shorten = () => 'shorter';
    expect(await publish({ body: ofBytes(262_144 + more), shorten })).toMatchObject({ status: 'created' });
    expect(Buffer.byteLength(pull.comments[0]?.body ?? '')).toBe(262_144 + more);
  });

  test('is shortened once, a byte above the limit', async () => {
    const asked: number[] = [];
    const shorten = (bytes: number): string => {
      asked.push(bytes);
      return 'shorter';
    };
    expect(await publish({ body: ofBytes(262_145), shorten })).toMatchObject({ status: 'created' });
    expect(texts()).toEqual(['shorter']);
    expect(asked).toEqual([SHORTER_BYTES]);
  });

  test('is shortened when it updates one, too', async () => {
    leave(DRIFT);
    const outcome = await publish({ body: tooLong, shorten: () => 'shorter' }, { runId: 101 });
    expect(outcome).toMatchObject({ status: 'updated' });
    expect(texts()).toEqual(['shorter']);
  });

  test('is given up when the shorter one is refused as well', async () => {
    github.bodyLimit = 50;
    const outcome = await publish({ body: tooLong, shorten: () => tooLong });
    expect(outcome).toMatchObject({ status: 'refused', message: expect.stringMatching(/422.*too long/) });
    expect(writes()).toEqual(['POST', 'POST']);
  });
});

describe('what GitHub refuses comes back in words', () => {
  test('for a token that may only read', async () => {
    github.tokens.set(TOKEN, { login: 'github-actions[bot]', rights: 'read-only' });
    expect(await publish()).toEqual({
      status: 'refused',
      message:
        'GitHub refused the comment: the token lacks the permission `pull-requests: write` (403 Resource not accessible by integration).',
      remedy: expect.stringMatching(/permissions:\n {2}contents: read\n {2}pull-requests: write$/),
    });
    const pullRequest = {
      number: 7,
      headSha: 'a',
      isFork: true,
      isCheckedOut: true,
      isForDefaultBranch: true,
    };
    expect(await publish({}, { pullRequest })).toMatchObject({
      status: 'refused',
      remedy: expect.stringContaining('.github/examples/fork-comment.yml'),
    });
    expect(pull.comments).toEqual([]);
  });

  test('for a token that is wrong, or missing', async () => {
    expect(await publish({}, {}, 'ghs_other')).toMatchObject({
      status: 'refused',
      message: expect.stringMatching(/401/),
    });
    expect(await publish({}, {}, '')).toMatchObject({
      status: 'refused',
      message: expect.stringMatching(/no token/),
    });
  });

  test('for a locked conversation, and for comments that are off', async () => {
    pull.isLocked = true;
    expect(await publish()).toMatchObject({ status: 'refused', message: expect.stringMatching(/locked/) });
    github.areIssuesOff = true;
    expect(await publish()).toMatchObject({
      status: 'refused',
      message: expect.stringMatching(/410 Issues are disabled/),
    });
  });

  test('for a pull request that is not there', async () => {
    github.pulls.clear();
    expect(await publish()).toMatchObject({ status: 'refused', message: expect.stringMatching(/404/) });
  });

  test.each<[string, string, Fault]>([
    ['the list', 'GET', { status: 500 }],
    ['the list', 'GET', { drop: 'before-answer' }],
    ['the list', 'GET', { page: `<p>${TOKEN}</p>` }],
    ['the write', 'POST /repos', { status: 502, page: `<p>${TOKEN}</p>` }],
    ['the write', 'POST /repos', { drop: 'in-answer' }],
    ['the write', 'POST /repos', { status: 422, message: `No ${TOKEN}` }],
    ['the write', 'POST /repos', { status: 429, message: TOKEN, headers: { 'retry-after': '600' } }],
    ['the write', 'POST /repos', { status: 400, message: `Problems parsing ${TOKEN}` }],
  ])('for %s by %s with %j, and never with the token', async (_, request, fault) => {
    github.order(request, fault, 3);
    const outcome = await publish();
    expect(outcome).toEqual({ status: 'refused', message: expect.any(String), remedy: expect.any(String) });
    expect(pull.comments).toEqual([]);
  });
});

test('a comment that was written counts, though GitHub fails when it is looked at once more', async () => {
  github.before('POST /repos', () => github.order('GET', { status: 500 }, 3));
  expect(await publish()).toMatchObject({ status: 'created' });
  leave(DRIFT);
  github.before('PATCH', () => github.order('GET', { status: 500 }, 3));
  expect(await publish({ body: CLEAN }, { runId: 101 })).toMatchObject({ status: 'updated' });
});

describe('a comment whose making nobody heard of', () => {
  test.each<[string, Fault]>([
    ['500', { status: 500 }],
    ['a dropped connection', { drop: 'before-answer' }],
    ['a broken answer', { drop: 'in-answer' }],
  ])('is not made again: %s', async (_, fault) => {
    github.order('POST /repos', { ...fault, isDone: true });
    expect(await publish()).toMatchObject({ status: 'created' });
    expect(pull.comments).toHaveLength(1);
  });

  test('is made again when it was not made', async () => {
    github.order('POST /repos', { status: 503 }, 2);
    expect(await publish()).toMatchObject({ status: 'created' });
    expect(pull.comments).toHaveLength(1);
    expect(writes()).toEqual(['POST', 'POST', 'POST', 'POST']);
  });

  test('is not confused with what another author wrote meanwhile', async () => {
    github.order('POST /repos', { status: 500 });
    github.before('POST /repos', () => leave(DRIFT, {}, 'mallory'));
    expect(await publish()).toMatchObject({ status: 'created' });
    expect(texts()).toEqual([DRIFT, DRIFT]);
  });
});

test('a text that GitHub would not give back as it was is written so that it does', async () => {
  const body = '# a\uD800b\0c\r\nd\n\n';
  await publish({ body });
  expect(texts()).toEqual(['# a\uFFFDb\uFFFDc\nd']);
  expect(await publish({ body })).toMatchObject({ status: 'unchanged' });
});
