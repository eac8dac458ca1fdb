// When a pull request is answered without a look, in real repositories and against GitHub's API on this machine. Every
// project here has drifted: an answer without a look would be a false green.

import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { isUntouched } from '../../src/github/changed-files.ts';
import { readContext } from '../../src/github/context.ts';
import { MIGRATION, SHOP } from '../cli/shop.ts';
import { type Event, eventFixture } from '../tools/composite-events.ts';
import { checkout } from '../tools/composite-folders.ts';
import { type GitHubServer, startGitHub } from '../tools/github-api.ts';
import { openPull, TOKEN } from '../tools/github-run.ts';

let github: GitHubServer;
beforeAll(async () => {
  github = await startGitHub();
});
afterAll(() => github.close());
beforeEach(() => {
  github.problems.length = 0;
});

const git = (folder: string, ...args: string[]): string =>
  execFileSync(
    'git',
    ['-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'protocol.file.allow=always', ...args],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  ).trim();

/** A repository with one commit of these files. */
function committed(files: Record<string, string>, folder = checkout(files)): string {
  git(folder, 'init', '--quiet');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', 'All of it');
  return folder;
}

const within = (folder: string, files: Record<string, string> = SHOP): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));

interface Asked {
  /** The checkout. */
  workspace: string;
  /** Of the project in it. */
  folder?: string;
  touched: string[];
  inputs?: Record<string, string>;
  headSha?: string;
  change?: (event: Event) => void;
}

async function isSkipped({
  workspace,
  folder = '.',
  touched,
  inputs,
  headSha,
  change,
}: Asked): Promise<boolean> {
  const head = headSha ?? git(workspace, 'rev-parse', 'HEAD');
  openPull(github, { headSha: head, files: touched.map((filename) => ({ filename })) });
  const event = eventFixture('pull_request', { headSha: head, repository: 'acme/shop', number: 7 });
  change?.(event);
  const payload = join(checkout({}), 'event.json');
  writeFileSync(payload, JSON.stringify(event.payload));
  const given = { 'project-directory': join(workspace, folder), 'github-token': TOKEN, ...inputs };
  const masked: string[] = [];
  const environment: Record<string, string | undefined> = {
    DRIFT_GATE_INPUTS: JSON.stringify(given),
    SUPABASE_DB_URL: 'postgresql://postgres:canary@127.0.0.1/postgres',
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: payload,
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_API_URL: github.url,
    GITHUB_RUN_ID: '1',
    GITHUB_SHA: event.github.sha,
    GITHUB_WORKSPACE: workspace,
  };
  const context = await readContext(environment, (secret) => masked.push(secret));
  expect(masked).toEqual([TOKEN]);
  expect(environment).not.toHaveProperty('DRIFT_GATE_INPUTS');
  expect(environment).not.toHaveProperty('SUPABASE_DB_URL');
  if ('problem' in context) throw context.problem;
  const answer = await isUntouched(context);
  expect(github.problems).toEqual([]);
  return answer;
}

/** Changes what the payload says of the branch that is merged into. */
const onto =
  (ref: string) =>
  ({ payload }: Event): void => {
    const request = payload.pull_request;
    if (typeof request !== 'object' || request === null || !('base' in request)) throw new Error('No base');
    request.base = Object.assign({}, request.base, { ref });
  };

test('a pull request that touches another file is answered without a look', async () => {
  const workspace = committed(SHOP);
  expect(await isSkipped({ workspace, touched: ['README.md', 'src/index.ts.md'] })).toBe(true);
  expect(await isSkipped({ workspace, touched: [MIGRATION] })).toBe(false);
});

test('a folder that holds the project is looked at when the project in it is touched', async () => {
  const workspace = committed(within('apps/my shop'));
  const folder = 'apps/my shop';
  expect(await isSkipped({ workspace, folder, touched: ['apps/other/types.md'] })).toBe(true);
  expect(await isSkipped({ workspace, folder, touched: [`apps/my shop/${MIGRATION}`] })).toBe(false);
});

test('`supabase/` itself may be named as the folder', async () => {
  const workspace = committed(SHOP);
  expect(await isSkipped({ workspace, folder: 'supabase', touched: ['README.md'] })).toBe(true);
  expect(await isSkipped({ workspace, folder: 'supabase', touched: [MIGRATION] })).toBe(false);
});

test('a project in a submodule is looked at: its own repository knows no path of the pull request', async () => {
  const workspace = checkout({ 'README.md': '' });
  git(workspace, 'init', '--quiet');
  git(workspace, 'submodule', '--quiet', 'add', committed(SHOP), 'libs/db');
  committed({}, workspace);
  expect(await isSkipped({ workspace, folder: 'libs/db', touched: ['libs/db'] })).toBe(false);
});

test('a project in a second repository is looked at', async () => {
  const workspace = committed({ 'src/types.ts': SHOP['types.ts'] });
  mkdirSync(join(workspace, 'db'));
  renameSync(committed(SHOP), join(workspace, 'db'));
  expect(await isSkipped({ workspace, folder: 'db', touched: ['src/types.ts'] })).toBe(false);
});

test('where Git can’t say what is checked out, it is looked at: it may lie below the workspace', async () => {
  const workspace = checkout(within('app'));
  const headSha = '1'.repeat(40);
  expect(await isSkipped({ workspace, folder: 'app', touched: [MIGRATION], headSha })).toBe(false);
});

test('a project behind a link is looked at, for the pull request may have laid the link', async () => {
  const workspace = checkout(within('projects/b'));
  symlinkSync('projects/b', join(workspace, 'current'));
  committed({}, workspace);
  expect(await isSkipped({ workspace, folder: 'current', touched: ['current'] })).toBe(false);
});

test('onto another branch than the default one it is looked at: it may be pointed at that one later', async () => {
  const workspace = committed(SHOP);
  const touched = ['README.md'];
  expect(await isSkipped({ workspace, touched, change: onto('master') })).toBe(true);
  expect(await isSkipped({ workspace, touched, change: onto('feature') })).toBe(false);
});

test.each(['.gitignore', 'src/.gitignore', 'old/gone.ts', 'src/database.types.ts'])(
  'where types are searched for, %s may be why others are found',
  async (path) => {
    const workspace = committed({ ...SHOP, 'src/database.types.ts': 'export {};\n' });
    expect(await isSkipped({ workspace, touched: [path] })).toBe(false);
    expect(await isSkipped({ workspace, touched: [path], inputs: { types: 'types.ts' } })).toBe(true);
  },
);

test('code that is there is not searched types', async () => {
  const workspace = committed({ ...SHOP, 'src/index.ts': 'export {};\n' });
  writeFileSync(join(workspace, 'untracked.ts'), '');
  expect(await isSkipped({ workspace, touched: ['src/index.ts'] })).toBe(true);
});

test('a lockfile is looked at where it chooses the CLI', async () => {
  const workspace = committed(SHOP);
  for (const touched of [['package-lock.json'], ['apps/web/pnpm-lock.yaml']]) {
    expect(await isSkipped({ workspace, touched })).toBe(false);
    expect(await isSkipped({ workspace, touched, inputs: { 'reset-with': 'built-in' } })).toBe(true);
  }
});

test('files of another commit in the checkout are looked at', async () => {
  const workspace = committed(SHOP);
  writeFileSync(join(workspace, 'supabase/migrations/20990101000000_laid.sql'), 'select 1;');
  expect(await isSkipped({ workspace, touched: ['README.md'] })).toBe(false);
});
