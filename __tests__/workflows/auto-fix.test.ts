// The step of auto-fix.yml that commits the patch, run by bash in real repositories with a real origin.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from '@jest/globals';
import { checkout } from '../tools/composite-folders.ts';
import { ALL, stepNamed, stepsOf } from './workflow-files.ts';

const EXAMPLE = '.github/examples/auto-fix.yml';
const { run = '', env = {} } = stepNamed(EXAMPLE, 'Commit the patch');
const TYPES = 'src/database.types.ts';
const BRANCH = 'add-orders';

let server: string;
let origin: string;
let branch: string;

const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });

beforeEach(() => {
  server = checkout({});
  origin = path.join(server, 'acme', 'shop');
  mkdirSync(origin, { recursive: true });
  git(origin, 'init', '--quiet', '--bare', '--initial-branch=main');
  git(origin, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  branch = checkout({ [TYPES]: 'old\n', 'src/index.ts': 'code\n' });
  git(branch, 'init', '--quiet', `--initial-branch=${BRANCH}`);
  commit('Add orders');
});

function commit(message: string, author = 'somebody'): void {
  git(branch, 'add', '--all');
  git(branch, '-c', `user.name=${author}`, 'commit', '--quiet', '--message', message);
  git(branch, 'push', '--quiet', origin, BRANCH);
}

/** The patch that makes the files so. */
function patchTo(files: Record<string, string>): string {
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(branch, file), text);
  const patch = git(branch, 'diff');
  git(branch, 'checkout', '--quiet', '.');
  return patch;
}

function runStep(
  patch: string,
  commitId = git(branch, 'rev-parse', 'HEAD').trim(),
): { code: number | null; said: string } {
  const folder = checkout({ 'patch/drift.patch': patch });
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run],
    {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        HOME: folder,
        GITHUB_SERVER_URL: `file://${server}`,
        GITHUB_REPOSITORY: 'acme/shop',
        TOKEN: 'ghs_x',
        BRANCH,
        COMMIT: commitId,
        AUTHOR: String(env.AUTHOR),
        ALLOWED: String(env.ALLOWED),
      },
      encoding: 'utf8',
    },
  );
  return { code: status, said: stdout + stderr };
}

const shown = (file: string): string => git(origin, 'show', `${BRANCH}:${file}`);

test('the patch is committed to the branch, by the bot', () => {
  expect(runStep(patchTo({ [TYPES]: 'new\n' }))).toMatchObject({ code: 0 });
  expect(shown(TYPES)).toBe('new\n');
  expect(git(origin, 'log', '-1', '--format=%an %s', BRANCH).trim()).toBe(
    'supabase-drift-bot Update the generated types',
  );
});

test('the token is masked before anything else is said', () => {
  const encoded = Buffer.from('x-access-token:ghs_x').toString('base64');
  expect(runStep(patchTo({ [TYPES]: 'new\n' })).said).toMatch(new RegExp(`^::add-mask::${encoded}\n`));
});

test.each([
  ['another file', { 'src/index.ts': 'evil\n', [TYPES]: 'new\n' }],
  ['another file alone', { 'src/index.ts': 'evil\n' }],
])('a patch of %s is refused', (_, files) => {
  const before = git(origin, 'rev-parse', BRANCH);
  const { code, said } = runStep(patchTo(files));
  expect(code).toBe(1);
  expect(said).toContain('src/index.ts');
  expect(git(origin, 'rev-parse', BRANCH)).toBe(before);
});

test('a patch that renames the types away is refused', () => {
  git(branch, 'mv', TYPES, 'src/moved.ts');
  const patch = git(branch, 'diff', '--cached', '--find-renames');
  git(branch, 'reset', '--quiet', '--hard');
  expect(runStep(patch)).toMatchObject({ code: 1, said: expect.stringContaining('src/moved.ts') });
});

test('a commit of the bot itself that drifts again is left to people', () => {
  writeFileSync(path.join(branch, TYPES), 'half\n');
  commit('Update the generated types', String(env.AUTHOR));
  expect(runStep(patchTo({ [TYPES]: 'new\n' }))).toMatchObject({
    code: 1,
    said: expect.stringContaining('somebody has to look'),
  });
});

test('what somebody pushed meanwhile is not overwritten', () => {
  const patch = patchTo({ [TYPES]: 'new\n' });
  const older = git(branch, 'rev-parse', 'HEAD').trim();
  writeFileSync(path.join(branch, 'src/index.ts'), 'more\n');
  commit('Meanwhile');
  expect(runStep(patch, older).code).not.toBe(0);
  expect([shown('src/index.ts'), shown(TYPES)]).toEqual(['more\n', 'old\n']);
});

test('it follows the workflow whose artifact it takes', () => {
  const [first, second] = ['.github/examples/pull-request.yml', EXAMPLE].map((name) =>
    ALL.find(({ file }) => file === name),
  );
  expect(second?.workflow.on.workflow_run).toMatchObject({ workflows: [first?.workflow.name] });
  const upload = (first ? stepsOf(first) : []).find(({ name }) => name?.startsWith('Keep the patch'));
  const download = (second ? stepsOf(second) : []).find(({ uses }) => uses?.includes('download-artifact'));
  expect(download?.with?.pattern).toBe(upload?.with?.name);
});
