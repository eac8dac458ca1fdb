// The two halves of a comment on a pull request from a fork: the step of pull-request.yml that saves it, run by bash,
// and the script of fork-comment.yml, run as actions/github-script runs it, against GitHub's API on this machine.

import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { getOctokit } from '@actions/github';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { newFolder } from '../tools/folders.ts';
import { type GitHubServer, startGitHub } from '../tools/github-api.ts';
import { addComment } from '../tools/github-api-handlers.ts';
import type { Pull } from '../tools/github-api-objects.ts';
import { HEAD, openPull, TOKEN } from '../tools/github-run.ts';
import { ALL, stepNamed, stepsOf } from './workflow-files.ts';

const MARKER = '<!-- supabase-drift-gate-fork -->';
const NOTE = '<sub>Written by a workflow of the fork, which its author can change.</sub>';

const second = ALL.filter(({ file }) => file === '.github/examples/fork-comment.yml').flatMap(stepsOf);
const script = String(second.find(({ uses }) => uses?.startsWith('actions/github-script@'))?.with?.script);

let github: GitHubServer;
let pull: Pull;
let folder: string;
const home = process.cwd();
beforeEach(async () => {
  github = await startGitHub();
  pull = openPull(github);
  folder = newFolder();
});
afterEach(async () => {
  process.chdir(home);
  await github.close();
  expect(github.problems).toEqual([]);
});

interface Saved {
  NUMBER: string;
  STATUS: string;
  BODY: string;
}

/** The first workflow's step, with what its expressions came to. */
function save(saved: Partial<Saved> = {}): void {
  const { run = '' } = stepNamed('.github/examples/pull-request.yml', 'Save the comment');
  const env = {
    PATH: process.env.PATH,
    RUNNER_TEMP: folder,
    NUMBER: '7',
    STATUS: 'drifted',
    BODY: '## Drifted\n',
    ...saved,
  };
  rmSync(path.join(folder, 'comment'), { recursive: true, force: true });
  const { status, stderr } = spawnSync('bash', ['--norc', '-e', '-c', run], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
}

/** The second workflow's script. Gives what it told the log. */
async function post(headSha = HEAD): Promise<string[]> {
  const notices: string[] = [];
  const octokit = getOctokit(TOKEN, { baseUrl: github.url });
  // Our server wants the API's version named, which github-script leaves to GitHub, and links to pages without a host.
  octokit.hook.before('request', (options) => {
    options.headers['x-github-api-version'] = '2022-11-28';
  });
  octokit.hook.after('request', ({ headers, url }) => {
    if (headers.link) headers.link = headers.link.replace('<?', `<${url.replace(/\?.*/, '')}?`);
  });
  const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor;
  process.chdir(folder);
  await new AsyncFunction('github', 'context', 'core', 'require', script)(
    octokit,
    { repo: { owner: 'acme', repo: 'shop' }, payload: { workflow_run: { head_sha: headSha } } },
    { notice: (text: string) => notices.push(text) },
    createRequire(import.meta.url),
  );
  return notices;
}

const bodies = (): string[] => pull.comments.map(({ body }) => body);
const written = (): string[] => github.requests().filter((request) => !request.startsWith('GET '));

describe('the comment of a fork', () => {
  test('is made, with a note whose words it are', async () => {
    save({ BODY: '## Drifted\n\n| `"$(id)"` | 100 % |' });
    expect(await post()).toEqual([]);
    expect(bodies()).toEqual([`${MARKER}\n## Drifted\n\n| \`"$(id)"\` | 100 % |\n\n${NOTE}`]);
  });

  test('is left alone when nothing changed, updated in place when it did, and turned clean', async () => {
    save();
    await post();
    await post();
    expect(written()).toHaveLength(1);
    save({ BODY: '## Other drift' });
    await post();
    save({ STATUS: 'in-sync', BODY: '' });
    await post();
    expect(bodies()).toEqual([`${MARKER}\nNo drift any more.\n\n${NOTE}`]);
    expect(written()).toHaveLength(3);
  });

  test('is not made when there is no drift', async () => {
    save({ STATUS: 'in-sync', BODY: '' });
    await post();
    expect(written()).toEqual([]);
  });

  test('is made when nothing could be checked', async () => {
    save({ STATUS: 'failed', BODY: '' });
    await post();
    expect(bodies()).toEqual([expect.stringContaining('No answer')]);
  });

  test('is found behind three pages of others, and is not what somebody else made to look like it', async () => {
    for (let count = 0; count < 250; count += 1) addComment(github, pull, 'somebody', `${MARKER}\nmine`);
    save();
    await post();
    save({ BODY: 'newer' });
    await post();
    expect(pull.comments).toHaveLength(251);
    expect(bodies().at(-1)).toContain('newer');
  });

  test('is cut to what GitHub takes', async () => {
    save({ BODY: 'x'.repeat(100_000) });
    await post();
    expect(bodies()[0]?.length).toBeLessThan(65_536);
  });
});

test('the workflow that may write checks nothing out, and runs nothing but its own script', () => {
  expect(second.map(({ uses = 'a shell' }) => uses.replace(/@.*/, ''))).toEqual([
    'actions/download-artifact',
    'actions/github-script',
  ]);
});

describe('what the artifact says is not believed:', () => {
  test.each(['0', '7\n8', '7/../8', '1e1', '-7', '', '1234567890'])(
    '%j is no number, and GitHub is asked nothing',
    async (number) => {
      save();
      writeFileSync(path.join(folder, 'comment/number'), number);
      await expect(post()).rejects.toThrow('This is no number of a pull request.');
      expect(github.requests()).toEqual([]);
    },
  );

  test('a pull request at another commit gets nothing', async () => {
    save();
    expect(await post('f'.repeat(40))).toEqual([
      'Nothing is posted: the pull request is at another commit than the run.',
    ]);
    expect(written()).toEqual([]);
  });

  test.each(['number', 'status', 'body.md'])('%s that is a link is not followed', async (name) => {
    save();
    const secret = path.join(folder, 'secret');
    writeFileSync(secret, name === 'number' ? '7' : 'secret');
    rmSync(path.join(folder, 'comment', name));
    symlinkSync(secret, path.join(folder, 'comment', name));
    await expect(post()).rejects.toThrow(`${name} is no file.`);
    expect(bodies()).toEqual([]);
  });
});

test('what is saved is what the step was given, byte for byte', () => {
  const BODY = '%s \\n $HOME `id` "quoted" \'single\'\r\nüñí 🎉\n\n';
  save({ NUMBER: '12', STATUS: 'drifted', BODY });
  const read = (name: string): string => readFileSync(path.join(folder, 'comment', name), 'utf8');
  expect([read('number'), read('status'), read('body.md')]).toEqual(['12', 'drifted', BODY]);
});
