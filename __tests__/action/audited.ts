// Audits by the whole Action: the steps of action.yml, a live database on a loopback port, and GitHub's API on this
// machine. The address of the live database is in no byte that leaves the job or reaches a program.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, expect } from '@jest/globals';
import { ROOT } from '../cli/run.ts';
import { MIGRATION, SHOP } from '../cli/shop.ts';
import { type Job, type JobRun, runAction, TOKEN } from '../tools/composite-action.ts';
import { type EventKind, eventFixture } from '../tools/composite-events.ts';
import { checkout, NODE, programs } from '../tools/composite-folders.ts';
import { startGitHub } from '../tools/github-api.ts';
import { startLive } from '../tools/live-database.ts';

export const PASSWORD = 'c4nary-p%40ss';
const NUMBER = 7;

/** A host that nobody has. */
export const HOST = 'db.canaryreference.supabase.co';

export const github = await startGitHub();
const live = await startLive({
  migrations: [{ file: MIGRATION, version: '20260101000000', name: 'orders', sql: SHOP[MIGRATION] }],
});
const url = `postgresql://postgres:${PASSWORD}@127.0.0.1:${new URL(live.url).port}/postgres?sslmode=disable`;
afterAll(async () => {
  await live.stop();
  await github.close();
});
beforeEach(() => {
  github.tokens.set(TOKEN, { login: 'github-actions[bot]', rights: 'write' });
  github.received.length = 0;
  github.issues.length = 0;
});

export function committed(files: Record<string, string> = SHOP): { workspace: string; commit: string } {
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

export const repository = committed();

const textsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'event.json')
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

export interface Given extends Partial<Job> {
  kind?: EventKind;
  runId?: string;
  in?: { workspace: string; commit: string };
}

/** Audits, and holds all that left the job, and all that its programs were given, against the address. */
export async function audit({
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
    isHere: true,
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

export const exitCodeOf = ({ steps }: JobRun): number | undefined =>
  steps.find(({ id }) => id === 'run-posix')?.exitCode;
export const of = ({ annotations }: JobRun, level: string): string =>
  annotations
    .filter((one) => one.level === level)
    .map(({ message }) => message)
    .join('\n');
export const writes = (): string[] =>
  github.requests().filter((request) => !request.startsWith('GET') && !request.includes('graphql'));
export const drift = (): Promise<unknown> =>
  live.database.exec('create table public.made_by_hand (id int primary key)');
export const mend = (): Promise<unknown> => live.database.exec('drop table if exists public.made_by_hand');

beforeEach(mend);

/** Without the right to write issues there is the verdict, and the lines to add. */
export async function expectPermissionsTold(resetWith: string, job: Given): Promise<void> {
  await drift();
  github.tokens.set(TOKEN, { login: 'github-actions[bot]', rights: 'read-only' });
  const ran = await audit({ kind: 'workflow_dispatch', ...job, inputs: { 'reset-with': resetWith } });
  expect(exitCodeOf(ran)).toBe(1);
  expect(ran.outputs).toMatchObject({
    status: 'drifted',
    'drifted-tables': '["public.made_by_hand"]',
    'issue-url': '',
  });
  expect(JSON.parse(ran.written['report-json'] ?? '').engine).toMatchObject({ resetWith });
  expect(of(ran, 'warning')).toMatch(/permissions:\s+contents: read\s+issues: write/);
  expect(github.issues).toEqual([]);
}
