// The issue of an audit over real HTTP: one for each project and environment, opened, updated, closed and reopened as
// drift comes and goes; never closed by an audit that did not look.

import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { named } from '../../../src/findings/prose.ts';
import { connect } from '../../../src/github/api/client.ts';
import type { WorkflowRun } from '../../../src/github/event.ts';
import { type IssueRequest, LABEL, publishIssue } from '../../../src/github/sticky/issue.ts';
import { issueKey } from '../../../src/github/sticky/marker.ts';
import { MARKDOWN_BUDGET } from '../../../src/report/markdown.ts';
import { type Fault, type GitHubServer, type Received, startGitHub } from '../../tools/github-api.ts';
import { addIssue } from '../../tools/github-api-issues.ts';
import type { Issue } from '../../tools/github-api-objects.ts';
import { openPull, quickTime, runOn, TOKEN } from '../../tools/github-run.ts';

const KEY = issueKey('', 'production');

let github: GitHubServer;

beforeEach(async () => {
  github = await startGitHub();
  openPull(github);
});

afterEach(async () => {
  await github.close();
  expect(github.problems).toEqual([]);
});

type Finding = IssueRequest['findings'][number];

/** A finding about a table, told from others by its number. */
const finding = (number: number, name = `public.t${number}`): Finding => ({
  fingerprint: number.toString(16).padStart(16, '0'),
  label: `unmanaged table ${named(name)}`,
  sentence: `Table ${named(name)} is not in the migrations.`,
});

const audited = (...findings: Finding[]): Partial<IssueRequest> => ({
  findings,
  text: () => `## ${findings.length} findings`,
});
const CLEAN = audited();
const [ONE, TWO, THREE] = [finding(1), finding(2), finding(3)];

/** Publishes as the given run would. The token must be nowhere in what comes of it. */
async function publish(
  request: Partial<IssueRequest> = {},
  changes: Partial<WorkflowRun> = {},
  token = TOKEN,
) {
  const run = runOn(github, { event: 'schedule', isOnDefaultBranch: true, ...changes });
  delete run.pullRequest;
  const outcome = await publishIssue(connect(token, run, quickTime()), {
    run,
    key: KEY,
    title: 'Database drift: production',
    notRun: [],
    isFailed: false,
    policy: 'on-drift',
    findings: [ONE],
    text: () => '## 1 finding',
    ...request,
  });
  expect(inspect([outcome, github.issues], { depth: 10 })).not.toContain(TOKEN);
  return outcome;
}

const later = (runId: number): Partial<WorkflowRun> => ({ runId });
const writes = (): string[] =>
  github.requests().filter((request) => !request.startsWith('GET') && !request.includes('graphql'));
const only = (): Issue => {
  expect(github.issues).toHaveLength(1);
  const [issue] = github.issues;
  if (issue === undefined) throw new Error('There is no issue.');
  return issue;
};
const textOf = ({ body }: Issue): string => body.split('\n').slice(2).join('\n');
/** Without their markers. */
const comments = (issue = only()): string[] =>
  issue.comments.map(({ body }) => body.replace(/^<!--.*-->\n/, ''));

describe('drift', () => {
  test('opens an issue with the label, and two hidden lines above the report', async () => {
    expect(await publish()).toEqual({ status: 'opened', url: 'https://github.com/acme/shop/issues/8' });
    expect(only()).toMatchObject({
      title: 'Database drift: production',
      labels: [LABEL],
      state: 'open',
      author: 'github-actions[bot]',
      comments: [],
    });
    expect(only().body).toBe(
      [
        `<!-- supabase-drift-gate key=audit##production head=${'a'.repeat(40)} run=100 attempt=1 -->`,
        '<!-- found of=1 not-run= 0000000000000001=unmanaged%20table%20%60public.t1%60 -->',
        '## 1 finding',
      ].join('\n'),
    );
    expect(writes()).toEqual(['POST /repos/acme/shop/labels', 'POST /repos/acme/shop/issues']);
  });

  test('opens one where the label is there already', async () => {
    github.labels.add(LABEL);
    expect(await publish()).toMatchObject({ status: 'opened' });
  });

  test('that is the same leaves the issue alone, however GitHub gives its line ends back', async () => {
    await publish();
    only().body = only().body.replaceAll('\n', '\r\n');
    const before = writes().length;
    expect(await publish({}, later(101))).toEqual({
      status: 'unchanged',
      url: 'https://github.com/acme/shop/issues/8',
    });
    expect(writes()).toHaveLength(before);
  });

  test('that is another updates the issue, and a comment says what is new and what went away', async () => {
    await publish(audited(ONE, TWO));
    expect(await publish(audited(TWO, THREE), later(101))).toMatchObject({ status: 'updated' });
    expect(textOf(only())).toBe('## 2 findings');
    expect(comments()).toEqual([
      [
        '**1 new and 1 gone** in [the latest audit](https://github.com/acme/shop/actions/runs/101/attempts/1): 2 findings now.',
        '',
        'New:',
        '',
        '- Table `public.t3` is not in the migrations.',
        '',
        'Gone:',
        '',
        '- unmanaged table `public.t1`',
      ].join('\n'),
    ]);
  });

  test('that is the same at another commit is written anew, without a comment', async () => {
    await publish();
    const headSha = 'c'.repeat(40);
    expect(await publish({ text: () => 'at c' }, { runId: 101, headSha })).toMatchObject({
      status: 'updated',
    });
    expect(textOf(only())).toBe('at c');
    expect(comments()).toEqual([]);
  });

  test('of an older run that came late changes nothing', async () => {
    await publish(audited(TWO), later(105));
    expect(await publish({}, later(104))).toMatchObject({ status: 'superseded' });
    expect(await publish(CLEAN, later(104))).toMatchObject({ status: 'superseded' });
    expect(only()).toMatchObject({ state: 'open' });
    expect(textOf(only())).toBe('## 1 findings');
  });

  test('asks GitHub nothing when no issue is wanted, even without a token', async () => {
    expect(await publish({ policy: 'never' }, {}, '')).toEqual({ status: 'not-wanted' });
    expect(github.received).toEqual([]);
  });
});

describe('a complete audit that finds nothing', () => {
  test('opens no issue', async () => {
    expect(await publish(CLEAN)).toEqual({ status: 'not-wanted' });
    expect(writes()).toEqual([]);
  });

  test('closes the issue with a comment, once', async () => {
    await publish();
    expect(await publish(CLEAN, later(101))).toMatchObject({ status: 'closed' });
    expect(only()).toMatchObject({ state: 'closed', reason: 'completed' });
    expect(textOf(only())).toBe('## 0 findings');
    expect(comments()).toEqual([expect.stringContaining('No drift any more')]);
    const before = writes().length;
    expect(await publish(CLEAN, later(102))).toMatchObject({ status: 'unchanged' });
    expect(writes()).toHaveLength(before);
  });
});

describe('an audit that did not look everywhere', () => {
  test.each([
    ['could not check', { ...CLEAN, isFailed: true }],
    ['found nothing in what it looked at', { ...CLEAN, notRun: ['structure'] }],
  ])('and %s asks GitHub nothing, so nothing is closed', async (_, request) => {
    await publish();
    github.received.length = 0;
    expect(await publish(request, later(101))).toEqual({ status: 'left-alone' });
    expect(github.received).toEqual([]);
    expect(only().state).toBe('open');
  });

  test('adds what is new, and strikes nothing off', async () => {
    await publish(audited(ONE, TWO));
    await publish({ ...audited(TWO, THREE), notRun: ['structure'] }, later(101));
    expect(comments()).toEqual([
      expect.stringMatching(/^\*\*1 new\*\*.*are gone are not listed.*structure\.$/s),
    ]);
    await publish(audited(TWO, THREE), later(102));
    expect(comments()[1]).toMatch(/^\*\*1 gone\*\*[\s\S]*- unmanaged table `public\.t1`$/);
  });

  test('tells what went away since one that left out the same', async () => {
    const notRun = ['structure'];
    await publish({ ...audited(ONE, TWO), notRun });
    await publish({ ...audited(TWO), notRun }, later(101));
    expect(comments()).toEqual([expect.stringMatching(/^\*\*1 gone\*\*/)]);
  });
});

describe('an issue that is closed', () => {
  const close = (reason: Issue['reason']): void => {
    Object.assign(only(), { state: 'closed', reason });
  };

  test('is reopened when drift is there again, with all that is found', async () => {
    await publish(audited(ONE));
    await publish(CLEAN, later(101));
    expect(await publish(audited(ONE, TWO), later(102))).toMatchObject({ status: 'reopened' });
    expect(only()).toMatchObject({ state: 'open', reason: 'reopened' });
    expect(comments()[1]).toMatch(/^\*\*Reopened:\*\*[\s\S]*t1[\s\S]*t2/);
  });

  test.each(['completed', 'duplicate', null] as const)(
    'by somebody as %s, while the drift is there, is reopened',
    async (reason) => {
      await publish();
      close(reason);
      expect(await publish({}, later(101))).toMatchObject({ status: 'reopened' });
    },
  );

  test('as not planned stays closed, until something is found that it did not list', async () => {
    await publish(audited(ONE, TWO));
    close('not_planned');
    const before = writes().length;
    expect(await publish(audited(ONE), later(101))).toMatchObject({ status: 'left-closed' });
    expect(writes()).toHaveLength(before);
    expect(await publish(audited(ONE, THREE), later(102))).toMatchObject({ status: 'reopened' });
    expect(comments()[0]).toMatch(/closed as not planned\.\n\nNew:\n\n- Table `public\.t3`/);
    expect(comments()[0]).not.toContain('t1');
  });
});

describe('which issue it is', () => {
  test('is found on whatever page it is, open or closed, among pull requests and others', async () => {
    for (let made = 0; made < 130; made += 1)
      addIssue(github, { author: 'ann', title: `Bug ${made}`, labels: [LABEL] });
    await publish();
    for (let made = 0; made < 130; made += 1)
      addIssue(github, { author: 'ben', title: `Later ${made}`, labels: [LABEL], state: 'closed' });
    expect(await publish(CLEAN, later(101))).toMatchObject({ status: 'closed' });
    expect(await publish(audited(TWO), later(102))).toMatchObject({ status: 'reopened' });
    expect(github.issues).toHaveLength(261);
  });

  test.each(['mallory', 'github-actions', 'other-app[bot]'])(
    'is told by its author: a marker of %s is not ours',
    async (author) => {
      await publish();
      Object.assign(only(), { author });
      expect(await publish({}, later(101))).toMatchObject({ status: 'opened' });
      expect(github.issues).toHaveLength(2);
    },
  );

  test('is told by its key: another project or environment has its own, whatever the workflow', async () => {
    await publish();
    await publish({ key: issueKey('apps/api/', 'production') });
    await publish({ key: issueKey('', 'staging') });
    await publish({ key: issueKey('') });
    expect(github.issues).toHaveLength(4);
    expect(await publish({}, { runId: 101, workflow: 'Renamed', job: 'other' })).toMatchObject({
      status: 'unchanged',
    });
  });

  test('is no pull request that bears the marker', async () => {
    await publish();
    Object.assign(only(), { isPull: true });
    expect(await publish({}, later(101))).toMatchObject({ status: 'opened' });
  });
});

describe('two audits at once', () => {
  const older = () => publish(audited(ONE), later(100));
  const newer = () => publish(audited(TWO), later(101));
  const bodyOf = ({ body }: Received): string => JSON.stringify(body);
  const olderFirst = (a: Received, b: Received): number =>
    bodyOf(a).includes('run=100') ? -1 : Number(bodyOf(b).includes('run=100'));
  const newerFirst = (a: Received, b: Received): number => -olderFirst(a, b);

  test.each([
    ['older', olderFirst],
    ['newer', newerFirst],
  ])('that both open one leave the oldest open, with what the newer says: the %s first', async (_, sort) => {
    github.gather('POST /repos/acme/shop/issues', 2, sort);
    const outcomes = await Promise.all([older(), newer()]);
    const [first, second] = github.issues;
    expect(first).toMatchObject({ state: 'open', body: expect.stringContaining('run=101') });
    expect(second).toMatchObject({ state: 'closed' });
    // Either may close it, and both may say so.
    expect([...new Set(comments(second))]).toEqual([
      `Duplicate of #${first?.number}: two audits ran at the same time.`,
    ]);
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ url: `https://github.com/acme/shop/issues/${first?.number}` });
    expect(await publish(audited(TWO), later(102))).toMatchObject({ status: 'unchanged' });
  });

  test('leave one open, ten times over', async () => {
    for (let time = 0; time < 10; time += 1) {
      github.issues.length = 0;
      github.gather('GET', 2);
      await Promise.all([older(), newer()]);
      const opened = github.issues.filter(({ state }) => state === 'open');
      expect(opened.map(({ body }) => /run=(\d+)/.exec(body)?.[1])).toEqual(['101']);
    }
  });

  test('of which the newer writes while the older was about to: the older looks again', async () => {
    await publish(audited(THREE), later(90));
    github.before('GET /repos/acme/shop/issues/8', () => {
      only().body = only().body.replace('run=90', 'run=101');
    });
    expect(await older()).toMatchObject({ status: 'superseded' });
    expect(writes().filter((one) => one.startsWith('PATCH'))).toEqual([]);
  });

  test('of which somebody closes the issue meanwhile: it is looked at again', async () => {
    await publish();
    github.before('GET /repos/acme/shop/issues/8', () => {
      Object.assign(only(), { state: 'closed', reason: 'completed' });
    });
    expect(await publish(audited(TWO), later(101))).toMatchObject({ status: 'reopened' });
  });

  test('of one run that share a key by mistake come to an end, and it is said', async () => {
    await publish(audited(ONE));
    expect(await publish(audited(TWO))).toMatchObject({ status: 'updated', isTakenOver: true });
    github.gather('GET', 2);
    await Promise.all([publish(audited(ONE), later(101)), publish(audited(THREE), later(101))]);
    expect(github.issues).toHaveLength(1);
    expect(github.received.length).toBeLessThan(40);
  });
});

describe('names that want to be more than names', () => {
  const HOSTILE = [
    '--> <img src=x onerror=alert(1)> <!--',
    '@everyone closes #1 https://evil.example',
    'a`b``c|d\n\n## Approved\u202e\u001b[31m',
    '</details>**bold** [x](javascript:alert(1))',
    'lone \ud800 surrogate',
  ];

  test('stay in the hidden list until they are told again, and are code when they are', async () => {
    const named = HOSTILE.map((name, index) => finding(index + 1, name));
    await publish(audited(...named));
    const [, list = ''] = only().body.split('\n');
    expect(list.slice(4, -3)).not.toMatch(/--|>|[\n\r]/);
    expect(list.match(/ [0-9a-f]{16}=/g)).toHaveLength(HOSTILE.length);
    await publish(audited(finding(99, HOSTILE.join(' '))), later(101));
    const [comment = ''] = comments();
    const prose = comment.replaceAll(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|<code>.*?<\/code>/g, '');
    expect(comment).toContain('@everyone closes #1');
    expect(prose).not.toMatch(/<|@|#|\*\*bold|javascript|evil/);
    expect(prose.split('\n').filter((line) => /^[^-*]/.test(line))).toEqual(['New:', 'Gone:']);
    const before = github.received.length;
    await publish(audited(finding(99, HOSTILE.join(' '))), later(102));
    expect(github.received.slice(before).filter(({ method }) => method === 'PATCH')).toEqual([]);
  });
});

describe('more than fits', () => {
  const many = (count: number, from = 0): Finding[] =>
    Array.from({ length: count }, (_, index) =>
      finding(from + index, `public.${'long_name_'.repeat(8)}${index}`),
    );
  const filled = (bytes: number): string => 'x'.repeat(bytes);

  test('a body stays within its budget, and a thousand findings are followed', async () => {
    const all = many(1000);
    await publish({ findings: all, text: filled });
    expect(Buffer.byteLength(only().body)).toBeLessThanOrEqual(MARKDOWN_BUDGET);
    expect(await publish({ findings: all, text: filled }, later(101))).toMatchObject({ status: 'unchanged' });
    await publish({ findings: [...all.slice(0, -1), finding(5000)], text: filled }, later(102));
    const [comment = ''] = comments();
    expect(comment).toMatch(/^\*\*1 new and 1 gone\*\*/);
    // Its name had no room.
    expect(comment).toContain(`- finding ${finding(999).fingerprint}`);
  });

  test('what the list has no room for is not called new, and it is said', async () => {
    await publish({ findings: many(3000), text: filled });
    await publish({ findings: [finding(4000), ...many(3000).slice(1)], text: filled }, later(101));
    const [comment = ''] = comments();
    expect(comment).toMatch(/^\*\*1 gone\*\*/);
    expect(comment).toMatch(/Another \d+ findings may or may not be new/);
    expect(comment).not.toContain('New:');
  });

  test('a comment is cut with what was left out', async () => {
    await publish();
    await publish({ findings: many(2000), text: filled }, later(101));
    expect(Buffer.byteLength(only().comments[0]?.body ?? '')).toBeLessThan(31_000);
    expect(comments()[0]).toMatch(/… and \d+ more lines\.$/);
  });

  test('a body is shortened once where GitHub takes less than it says', async () => {
    github.bodyLimit = 45_000;
    expect(await publish({ text: filled })).toMatchObject({ status: 'opened' });
    expect(Buffer.byteLength(only().body)).toBeLessThanOrEqual(45_000);
    github.bodyLimit = 100;
    expect(await publish({ ...audited(TWO), text: filled }, later(101))).toMatchObject({
      status: 'refused',
      message: expect.stringMatching(/422.*too long/),
    });
  });
});

describe('what GitHub refuses comes back in words', () => {
  test('for a token that lacks the right', async () => {
    github.tokens.set(TOKEN, { login: 'github-actions[bot]', rights: 'read-only' });
    expect(await publish()).toEqual({
      status: 'refused',
      message:
        'GitHub refused the issue: the token lacks the permission `issues: write` (403 Resource not accessible by integration).',
      remedy: expect.stringMatching(/permissions:\n {2}contents: read\n {2}issues: write$/),
    });
    expect(github.issues).toEqual([]);
  });

  test('for a token that is wrong, or missing', async () => {
    expect(await publish({}, {}, 'ghs_other')).toMatchObject({
      status: 'refused',
      message: expect.stringMatching(/401/),
    });
    expect(await publish({}, {}, '')).toMatchObject({ message: expect.stringMatching(/no token/) });
  });

  test('for issues that are off', async () => {
    github.areIssuesOff = true;
    expect(await publish()).toMatchObject({
      status: 'refused',
      message: expect.stringMatching(/410 Issues has been disabled/),
      remedy: expect.stringContaining('`issue: never`'),
    });
  });

  test('for a locked issue, whose body is written all the same', async () => {
    await publish();
    only().isLocked = true;
    expect(await publish(audited(TWO), later(101))).toMatchObject({
      status: 'updated',
      untold: { message: expect.stringMatching(/the comment under the issue: the conversation is locked/) },
    });
    expect(textOf(only())).toBe('## 1 findings');
    expect(comments()).toEqual([]);
  });

  test.each<[string, string, Fault]>([
    ['the list', 'GET', { status: 500 }],
    ['the list', 'GET', { drop: 'before-answer' }],
    ['the list', 'GET', { page: `<p>${TOKEN}</p>` }],
    ['the label', 'POST /repos/acme/shop/labels', { status: 403, message: `No ${TOKEN}` }],
    ['the issue', 'POST /repos/acme/shop/issues', { status: 502, page: `<p>${TOKEN}</p>` }],
    ['the issue', 'POST /repos/acme/shop/issues', { drop: 'in-answer' }],
    ['the issue', 'POST /repos/acme/shop/issues', { status: 422, message: `No ${TOKEN}` }],
    ['the issue', 'POST /repos/acme/shop/issues', { status: 429, headers: { 'retry-after': '600' } }],
  ])('for %s by %s with %j, and never with the token', async (_, request, fault) => {
    github.order(request, fault, 3);
    const outcome = await publish();
    expect(outcome).toEqual({ status: 'refused', message: expect.any(String), remedy: expect.any(String) });
    expect(github.issues).toEqual([]);
  });

  test('for an update, and the issue stays as it was', async () => {
    await publish();
    const { body } = only();
    github.order('PATCH', { status: 500 }, 3);
    expect(await publish(audited(TWO), later(101))).toMatchObject({ status: 'refused' });
    expect(only().body).toBe(body);
  });
});

describe('what nobody heard of', () => {
  test.each<[string, Fault]>([
    ['500', { status: 500 }],
    ['a dropped connection', { drop: 'before-answer' }],
    ['a broken answer', { drop: 'in-answer' }],
  ])('an issue is not opened again: %s', async (_, fault) => {
    github.order('POST /repos/acme/shop/issues', { ...fault, isDone: true });
    expect(await publish()).toMatchObject({ status: 'opened' });
    only();
  });

  test('a comment is not made again', async () => {
    await publish();
    github.order('POST /repos/acme/shop/issues/8/comments', { status: 500, isDone: true });
    expect(await publish(audited(TWO), later(101))).toMatchObject({ status: 'updated' });
    expect(comments()).toHaveLength(1);
  });

  test('an issue that was written counts, though GitHub fails when it is looked at once more', async () => {
    github.before('POST /repos/acme/shop/issues', () => github.order('GET', { status: 500 }, 3));
    expect(await publish()).toMatchObject({ status: 'opened' });
  });

  test('an issue that is deleted meanwhile is opened anew', async () => {
    await publish();
    github.before('GET /repos/acme/shop/issues/8', () => {
      github.issues.length = 0;
    });
    expect(await publish(audited(TWO), later(101))).toMatchObject({ status: 'opened' });
  });
});

test('a list that somebody damaged counts as empty: all is new', async () => {
  await publish(audited(ONE));
  only().body = only().body.replace('<!-- found', '<!-- lost');
  expect(await publish(audited(ONE, TWO), later(101))).toMatchObject({ status: 'updated' });
  expect(comments()[0]).toMatch(/^\*\*2 new\*\*/);
});
