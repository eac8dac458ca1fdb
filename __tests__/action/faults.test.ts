// What a run of the Action says when what it stands on fails: GitHub, the Supabase CLI, the disk, the runner. Each way that
// GitHub and the CLI can fail has its case in github/api, github/sticky and cli/reset-with; here it is what becomes of it. The
// verdict is right or `failed`, the log says what to do, and no secret is in any byte that leaves the job.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { processesIn } from '../tools/cli-runs.ts';
import { type Job, type JobRun, runAction } from '../tools/composite-action.ts';
import { eventFixture, HEAD } from '../tools/composite-events.ts';
import { checkout, programs } from '../tools/composite-folders.ts';
import { type GitHubServer, startGitHub } from '../tools/github-api.ts';

const TOKEN = 'ghs_Canary1234567890Canary1234567890Ca';
const PASSWORD = 'c4nary-p%40ss';
const SECRETS = [TOKEN, PASSWORD, decodeURIComponent(PASSWORD)];
const NUMBER = 2;
const PULL = { number: NUMBER, headSha: HEAD, files: [], comments: [], isLocked: false };

let github: GitHubServer;

beforeAll(async () => {
  github = await startGitHub();
});
afterAll(() => github.close());
beforeEach(() => {
  github.pulls.set(NUMBER, { ...PULL, comments: [] });
  github.tokens.clear();
  github.tokens.set(TOKEN, { login: 'github-actions[bot]', rights: 'write' });
  github.received.length = 0;
  github.bodyLimit = 262_144;
});

interface Given extends Partial<Omit<Job, 'inputs'>> {
  inputs?: Record<string, string>;
  project?: string;
  apiUrl?: string;
  runId?: string;
}

/** Runs the Action on a pull request, and holds everything that it left against the secrets. */
async function gate({
  inputs = {},
  project = 'drifted',
  apiUrl = github.url,
  runId = '7000000001',
  ...job
}: Given = {}): Promise<JobRun> {
  let files = '';
  const ran = await runAction({
    isHere: true,
    workspace: checkout({}, project),
    event: eventFixture('pull_request', { repository: 'acme/shop' }),
    inputs: { 'reset-with': 'built-in', 'skip-unchanged': 'false', ...inputs },
    github: { api_url: apiUrl, token: TOKEN, run_id: runId },
    // As a job has them whose steps get the address of a database and its password.
    env: { SUPABASE_DB_PASSWORD: decodeURIComponent(PASSWORD) },
    secrets: SECRETS,
    onEnd: (temp) => {
      files = textsIn(temp);
    },
    ...job,
  });
  // What the program itself printed: the runner's header shows the inputs before they can be masked.
  const printed = ran.unmaskedLog
    .replace(/^##\[group\]Run[\s\S]*?^##\[endgroup\]$/gm, '')
    .replace(/^::add-mask::.*$/gm, '');
  const { log, summary, outputs, annotations } = ran;
  const bodies = github.received.map(({ body, path, query }) => [body, path, query]);
  const left = { log, summary, files, outputs, annotations, printed, bodies };
  const leaks = Object.entries(left).filter(([, text]) =>
    SECRETS.some((one) => JSON.stringify(text).includes(one)),
  );
  expect(leaks.map(([name]) => name)).toEqual([]);
  expect(github.problems).toEqual([]);
  return ran;
}

/** All that steps left in the runner's folder, but for the payload that the runner itself put there. */
const textsIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'event.json')
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');

const exitCodeOf = ({ steps }: JobRun): number | undefined =>
  steps.find(({ id }) => id === 'run-posix')?.exitCode;

const comments = (): string[] => github.pulls.get(NUMBER)?.comments.map(({ body }) => body) ?? [];
const warnings = ({ annotations }: JobRun): string =>
  annotations
    .filter(({ level }) => level === 'warning')
    .map(({ message }) => message)
    .join('\n');
const errors = ({ annotations }: JobRun): string =>
  annotations
    .filter(({ level }) => level === 'error')
    .map(({ message }) => message)
    .join('\n');

const drifted = { status: 'drifted', drifted: 'true' };
const failed = { status: 'failed', drifted: '', 'drifted-tables': '', 'findings-count': '', patch: '' };

describe('the drift is told whatever becomes of the comment', () => {
  const cases: { when: string; given?: Given; order?: () => void; words: RegExp }[] = [
    {
      when: 'there is no token',
      given: { inputs: { 'github-token': '' } },
      words: /no token.*github-token/s,
    },
    {
      when: 'the token is read-only',
      order: () => github.tokens.set(TOKEN, { login: 'x', rights: 'read-only' }),
      words: /permissions:\s+contents: read\s+pull-requests: write/,
    },
    {
      when: 'GitHub is down',
      // The list of the files is asked for first, then the comment, each three times.
      order: () => github.order('GET /repos', { status: 500 }, 6),
      words: /githubstatus/,
    },
  ];
  test.each(cases)('when $when', async ({ given, order, words }) => {
    order?.();
    const ran = await gate(given);
    expect(ran.conclusion).toBe('failure');
    expect(ran.outputs).toMatchObject(drifted);
    expect(exitCodeOf(ran)).toBe(1);
    expect(warnings(ran)).toMatch(words);
    expect(ran.summary).toContain('public.parcels');
    expect(comments()).toEqual([]);
  });

  test('when GitHub takes less than it says, the comment is shortened', async () => {
    github.bodyLimit = 32_000;
    const ran = await gate({ project: 'drifted' });
    expect(ran.outputs).toMatchObject(drifted);
    expect(comments()).toHaveLength(1);
    expect(Buffer.byteLength(comments()[0] ?? '')).toBeLessThanOrEqual(32_000);
  });

  test('when the report can’t be left for later steps', async () => {
    const ran = await gate({ env: { RUNNER_TEMP: '/nowhere' } });
    expect(ran.outputs).toMatchObject({ ...drifted, 'findings-count': '35', 'report-json': '', patch: '' });
    expect(warnings(ran)).toContain('The files for later steps could not be written');
    expect(comments()).toHaveLength(1);
  });

  test('a later run with the same result leaves the comment alone, for it shows no duration', async () => {
    await gate({ runId: '81' });
    const ran = await gate({ runId: '82' });
    expect(github.requests().filter((request) => request.startsWith('PATCH'))).toEqual([]);
    expect(comments()).toEqual([expect.stringContaining('run=81')]);
    expect(comments()[0]).not.toMatch(/\d m?s\b/);
    expect(ran.summary).toMatch(/\d m?s\b/);
  });
});

describe('what could not be checked is never green, and never called drift', () => {
  const cli = (script: string): Given => ({
    inputs: { 'reset-with': 'supabase-cli', timeout: '2' },
    path: [programs({ supabase: script }), ...(process.env.PATH ?? '').split(':')],
  });
  const version = 'case "$1" in --version) echo 3.1.0; exit 0;; esac';
  const cases: [string, Given, RegExp][] = [
    ['a CLI that hangs', cli(`${version}\nsleep 60`), /after 2 seconds/],
    ['a full disk under the report', { inputs: { 'report-json': '/dev/full' } }, /full|space|ENOSPC/i],
    ['a folder that is not there', { inputs: { 'project-directory': 'nowhere' } }, /nowhere/],
    [
      'a report where none can be',
      { inputs: { 'report-sarif': 'no/such/folder/x.sarif' } },
      /no\/such\/folder/,
    ],
    ['a mode that there is not', { inputs: { mode: 'chekc' } }, /Invalid input `mode: chekc`/],
    [
      'a level that there is not',
      { inputs: { 'fail-on': 'sometimes' } },
      /Invalid input `fail-on: sometimes`/,
    ],
    [
      'a database that does not answer',
      {
        inputs: { 'reset-with': 'supabase-cli', database: `postgresql://owner:${PASSWORD}@127.0.0.1:9/shop` },
      },
      /database|connect/i,
    ],
  ];
  test.each(cases)('%s', async (_, given, words) => {
    const ran = await gate(given);
    expect(ran.conclusion).toBe('failure');
    expect(ran.outputs).toMatchObject(failed);
    expect(exitCodeOf(ran)).toBe(2);
    expect(errors(ran)).toMatch(words);
    expect(ran.summary).toContain('Could not check');
  });

  test('a fault of our own, of which the runner still makes an annotation', async () => {
    const folder = programs({});
    const preload = join(folder, 'fail.cjs');
    // Once what is printed is no command any more.
    writeFileSync(
      preload,
      `if (process.argv[1]?.endsWith('action.js')) {
        const { stdout } = process;
        const write = stdout.write.bind(stdout);
        stdout.write = (text, ...more) => {
          if (text.includes('::stop-commands::')) setTimeout(() => { throw new Error('a fault') });
          return write(text, ...more);
        };
      }`,
    );
    const ran = await gate({ isHere: false, env: { NODE_OPTIONS: `--require "${preload}"` } });
    expect(ran.outputs).toMatchObject({ status: 'failed', drifted: '' });
    expect(exitCodeOf(ran)).toBe(2);
    expect(errors(ran)).toContain('because of a bug in Drift Gate: Error: a fault');
  });

  test('a CLI that is nowhere, where none could be installed', async () => {
    const ran = await gate({
      inputs: { 'reset-with': 'supabase-cli' },
      path: (process.env.PATH ?? '').split(':').filter((folder) => !folder.includes('node_modules')),
    });
    expect(ran.outputs).toMatchObject(failed);
    expect(errors(ran)).toContain('reset-with: built-in');
  });

  test('a run that is cancelled: no answer, and nothing of it goes on', async () => {
    const workspace = checkout({}, 'drifted');
    const slow = programs({ supabase: `${version}\nexec sleep 300` });
    const ran = await gate({
      isHere: false,
      workspace,
      inputs: { 'reset-with': 'supabase-cli' },
      path: [slow, ...(process.env.PATH ?? '').split(':')],
      onStart: (pid, step) => {
        // As the runner does, which signals the step's own process alone.
        if (step === 'run-posix') setTimeout(() => process.kill(pid, 'SIGINT'), 3000);
      },
    });
    expect(ran.conclusion).toBe('failure');
    expect(ran.outputs).toMatchObject({ status: 'failed', drifted: '' });
    expect(processesIn(workspace)).toEqual([]);
  });
});
