// Audits by the whole Action: the steps of action.yml, the built program, a live database on a loopback port, and
// GitHub's API on this machine. The address of the live database is in no byte that leaves the job or reaches a program.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { LABEL } from '../../src/github/sticky/issue.ts';
import { issueKey, markerLine, markerOf } from '../../src/github/sticky/marker.ts';
import { ROOT } from '../cli/run.ts';
import { MIGRATION, SHOP } from '../cli/shop.ts';
import { type Job, type JobRun, runAction, TOKEN } from '../tools/composite-action.ts';
import { type EventKind, eventFixture } from '../tools/composite-events.ts';
import { checkout, NODE, programs } from '../tools/composite-folders.ts';
import { type GitHubServer, startGitHub } from '../tools/github-api.ts';
import { addIssue } from '../tools/github-api-issues.ts';
import { type LiveDatabaseForTests, startLive } from '../tools/live-database.ts';

const PASSWORD = 'c4nary-p%40ss';
const NUMBER = 7;
const INVENTORY = 'docs/inventory.md';

let github: GitHubServer;
let live: LiveDatabaseForTests;
let url: string;
/** A host that nobody has. */
const HOST = 'db.canaryreference.supabase.co';

beforeAll(async () => {
  github = await startGitHub();
  const sql = SHOP[MIGRATION];
  live = await startLive({
    migrations: [{ file: MIGRATION, version: '20260101000000', name: 'orders', sql }],
  });
  const { port } = new URL(live.url);
  url = `postgresql://postgres:${PASSWORD}@127.0.0.1:${port}/postgres?sslmode=disable`;
});
afterAll(async () => {
  await live.stop();
  await github.close();
});
beforeEach(() => {
  github.tokens.set(TOKEN, { login: 'github-actions[bot]', rights: 'write' });
  github.received.length = 0;
  github.issues.length = 0;
});

function committed(files: Record<string, string> = SHOP): { workspace: string; commit: string } {
  const workspace = checkout(files);
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
      cwd: workspace,
      encoding: 'utf8',
    });
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'All of it');
  return { workspace, commit: git('rev-parse', 'HEAD').trim() };
}

const repository = committed();

const textsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'event.json')
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

interface Given extends Partial<Job> {
  kind?: EventKind;
  runId?: string;
  in?: { workspace: string; commit: string };
}

/** Audits, and holds all that left the job, and all that its programs were given, against the address. */
async function audit({
  kind = 'schedule',
  runId = '61',
  in: place = repository,
  ...job
}: Given = {}): Promise<JobRun> {
  const seen = checkout({});
  const spy = (program: string): string =>
    `{ env; echo "$@"; } > "${seen}/$$-$(date +%N)"\nexec ${program} "$@"`;
  const path = programs({
    ...NODE,
    git: spy('/usr/bin/git'),
    supabase: spy(`${process.execPath} '${ROOT}node_modules/supabase/dist/supabase.js'`),
  });
  let files: string[] = [];
  const ran = await runAction({
    workspace: place.workspace,
    event: eventFixture(kind, { headSha: place.commit, repository: 'acme/shop', number: NUMBER }),
    github: { api_url: github.url, run_id: runId },
    path: [path, '/usr/bin', '/bin'],
    // As a job has it that gives the address to all of its steps.
    env: { SUPABASE_DB_URL: url },
    onEnd: (temp) => {
      files = textsIn(temp);
    },
    ...job,
    inputs: {
      mode: 'audit',
      'live-url': url,
      'reset-with': 'built-in',
      'allow-writable-role': 'true',
      environment: 'production',
      ...job.inputs,
    },
  });
  const secrets = [
    ...new Set([url, job.inputs?.['live-url'] ?? url, PASSWORD, decodeURIComponent(PASSWORD), HOST]),
  ];
  const printed = ran.unmaskedLog
    .replace(/^##\[group\]Run[\s\S]*?^##\[endgroup\]$/gm, '')
    .replace(/^::add-mask::.*$/gm, '');
  const { unmaskedSummary, outputs, annotations } = ran;
  const requests = github.received.map(({ body, path: to, query }) => [body, to, query]);
  const left = { printed, unmaskedSummary, outputs, annotations, files, requests, programs: textsIn(seen) };
  const leaks = Object.entries(left).filter(([, text]) =>
    secrets.some((one) => one !== '' && JSON.stringify(text).includes(JSON.stringify(one).slice(1, -1))),
  );
  expect(leaks.map(([name]) => name)).toEqual([]);
  expect(left.programs.length).toBeGreaterThan(0);
  expect(github.problems).toEqual([]);
  return ran;
}

const exitCodeOf = ({ steps }: JobRun): number | undefined =>
  steps.find(({ id }) => id === 'run-posix')?.exitCode;
const of = ({ annotations }: JobRun, level: string): string =>
  annotations
    .filter((one) => one.level === level)
    .map(({ message }) => message)
    .join('\n');
const writes = (): string[] =>
  github.requests().filter((request) => !request.startsWith('GET') && !request.includes('graphql'));
const drift = (): Promise<unknown> =>
  live.database.exec('create table public.made_by_hand (id int primary key)');
const mend = (): Promise<unknown> => live.database.exec('drop table if exists public.made_by_hand');

beforeEach(mend);

test('an issue is opened by drift, left alone while it stays, and closed when it is gone', async () => {
  const place = committed();
  const inputs = { inventory: INVENTORY, 'report-html': 'drift.html' };
  const read = (file: string): string => readFileSync(join(place.workspace, file), 'utf8');
  await drift();
  const first = await audit({ in: place, inputs });
  expect(exitCodeOf(first)).toBe(1);
  expect(first.outputs).toMatchObject({
    status: 'drifted',
    drifted: 'true',
    'drifted-tables': '["public.made_by_hand"]',
    'findings-count': '1',
    coverage: '50',
    'inventory-changed': 'true',
    'report-html': 'drift.html',
    'comment-body': '',
    patch: '',
    'issue-url': 'https://github.com/acme/shop/issues/1',
  });
  expect(of(first, 'error')).toContain('made_by_hand');
  expect(of(first, 'warning')).toBe('');
  expect(first.summary).toContain('`public.made_by_hand`');
  expect(read(INVENTORY)).toContain('made_by_hand');
  expect(read('drift.html')).toMatch(/^<!doctype html>/i);
  expect(github.issues).toMatchObject([
    {
      title: 'Database drift · production',
      labels: [LABEL],
      state: 'open',
      body: expect.stringContaining('`public.made_by_hand`'),
    },
  ]);

  github.received.length = 0;
  const second = await audit({ in: place, inputs, runId: '62' });
  expect(second.outputs).toMatchObject({
    status: 'drifted',
    'inventory-changed': 'false',
    'issue-url': first.outputs['issue-url'],
  });
  expect(writes()).toEqual([]);

  await mend();
  const third = await audit({ in: place, inputs, runId: '63' });
  expect(third).toMatchObject({
    conclusion: 'success',
    outputs: { status: 'in-sync', coverage: '100', 'issue-url': first.outputs['issue-url'] },
  });
  expect(github.issues).toMatchObject([{ state: 'closed', reason: 'completed', comments: [{}] }]);
}, 300_000);

test('with the real Supabase CLI, and without the right to write issues: the verdict, and the lines to add', async () => {
  await drift();
  github.tokens.set(TOKEN, { login: 'github-actions[bot]', rights: 'read-only' });
  const ran = await audit({ kind: 'workflow_dispatch', inputs: { 'reset-with': 'supabase-cli' } });
  expect(exitCodeOf(ran)).toBe(1);
  expect(ran.outputs).toMatchObject({
    status: 'drifted',
    'drifted-tables': '["public.made_by_hand"]',
    'issue-url': '',
  });
  expect(JSON.parse(ran.written['report-json'] ?? '').engine).toMatchObject({ resetWith: 'supabase-cli' });
  expect(of(ran, 'warning')).toMatch(/permissions:\s+contents: read\s+issues: write/);
  expect(github.issues).toEqual([]);
});

test('a pull request of our own has the verdict and the summary, and no issue', async () => {
  await drift();
  const ran = await audit({ kind: 'pull_request' });
  expect(exitCodeOf(ran)).toBe(1);
  expect(ran.log).toContain('No issue is opened or updated, because this is not the default branch.');
  expect(ran.summary).toContain('`public.made_by_hand`');
  expect(github.issues).toEqual([]);
  expect(writes()).toEqual([]);
});

describe('what could not be checked is red, and the issue is left alone', () => {
  const cases: [string, Given, RegExp][] = [
    [
      'a database that does not answer',
      { inputs: { 'live-url': `postgresql://postgres:${PASSWORD}@127.0.0.1:9/shop?sslmode=disable` } },
      /live database/,
    ],
    [
      'a host that is nowhere',
      { inputs: { 'live-url': `postgresql://postgres:${PASSWORD}@${HOST}:5432/postgres` } },
      /live database|pooler/,
    ],
    [
      'an address that is none',
      { inputs: { 'live-url': `my ${PASSWORD}` } },
      /The live database has a URL that cannot be read/,
    ],
    ['a role that could write', { inputs: { 'allow-writable-role': 'false' } }, /allow-writable-role/],
    [
      'no address, though a variable has one',
      { inputs: { 'live-url': '' } },
      /Input `live-url` is empty.*secrets\.SUPABASE_DB_URL/s,
    ],
    ['a pull request from a fork', { kind: 'pull_request from a fork' }, /a pull request from a fork/],
    ['pull_request_target', { kind: 'pull_request_target' }, /`pull_request_target`/],
  ];
  test.each(cases)('%s', async (_, given, words) => {
    const run = { runId: 60, runAttempt: 1, headSha: repository.commit };
    const body = `${markerLine(markerOf(issueKey('', 'production'), run))}\n## Drift`;
    addIssue(github, { author: 'github-actions[bot]', labels: [LABEL], body });
    const ran = await audit(given);
    expect(exitCodeOf(ran)).toBe(2);
    expect(ran.outputs).toMatchObject({ status: 'failed', drifted: '', coverage: '', 'issue-url': '' });
    expect(of(ran, 'error')).toMatch(words);
    expect(of(ran, 'error')).not.toMatch(/`--/);
    if (given.kind === undefined) expect(of(ran, 'warning')).toContain('this audit could not check');
    expect(writes()).toEqual([]);
    expect(github.issues).toMatchObject([{ state: 'open', body, comments: [] }]);
  });
});
