// The step of quarterly-audit.yml that proposes the inventory, run by bash in a real repository with a real origin. Only
// GitHub's own program is a stand-in: it keeps the pull requests in a file.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from '@jest/globals';
import { checkout, programs } from '../tools/composite-folders.ts';
import { stepNamed } from './workflow-files.ts';

const { run = '', env = {} } = stepNamed('.github/examples/quarterly-audit.yml', 'Propose the inventory');
const INVENTORY = 'docs/database/inventory.md';

let origin: string;
let asked: string;

const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
    cwd: folder,
    encoding: 'utf8',
  }).trim();

beforeEach(() => {
  origin = checkout({});
  git(origin, 'init', '--quiet', '--bare', '--initial-branch=main');
  const first = checkout({ 'README.md': 'One\n' });
  git(first, 'init', '--quiet', '--initial-branch=main');
  git(first, 'add', '--all');
  git(first, 'commit', '--quiet', '--message', 'All of it');
  git(first, 'push', '--quiet', origin, 'main');
  asked = path.join(checkout({}), 'asked');
});

/** A fresh checkout with what the artifact holds, and the step. Gives what the program of GitHub was asked. */
function propose(inventory: string): string[] {
  const folder = checkout({});
  git(folder, 'clone', '--quiet', origin, '.');
  mkdirSync(path.join(folder, 'docs/database'), { recursive: true });
  writeFileSync(path.join(folder, INVENTORY), inventory);
  const gh = `case "$1 $2" in
'pr list') [ -e '${asked}.open' ] && echo 1 || echo 0 ;;
'pr create') touch '${asked}.open' ;;
esac
echo "$1 $2" >> '${asked}'`;
  writeFileSync(asked, '');
  const { status, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
    cwd: folder,
    env: {
      PATH: `${programs({ gh })}:${process.env.PATH}`,
      HOME: checkout({}),
      GH_TOKEN: 'ghs_x',
      BRANCH: String(env.BRANCH),
    },
    encoding: 'utf8',
  });
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  return readFileSync(asked, 'utf8').trim().split('\n');
}

test('the inventory is proposed once, and the next audit renews the proposal', () => {
  expect(propose('36.6 %\n')).toEqual(['auth setup-git', 'pr list', 'pr create']);
  expect(existsSync(`${asked}.open`)).toBe(true);
  expect(propose('40 %\n')).toEqual(['auth setup-git', 'pr list']);
  const branch = String(env.BRANCH);
  expect(git(origin, 'show', `${branch}:${INVENTORY}`)).toBe('40 %');
  expect(git(origin, 'diff', '--name-only', 'main', branch)).toBe(INVENTORY);
  expect(git(origin, 'rev-list', '--count', `main..${branch}`)).toBe('1');
});
