// Real repositories, asked with the real Git.

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readCheckout } from '../../src/github/checkout.ts';
import { newFolder } from '../tools/folders.ts';

const folder = newFolder('drift gate ');
const repository = join(folder, 'repository');
const project = join(repository, 'apps/my api');
mkdirSync(project, { recursive: true });
const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
    cwd: repository,
    encoding: 'utf8',
  }).trim();
git('init', '-q');
writeFileSync(join(project, 'file'), '');
git('add', '.');
git('commit', '-qm', 'first');
const HEAD = git('rev-parse', 'HEAD');

test('the commit and the folder are told, from the root as from below', async () => {
  expect(await readCheckout(repository, folder)).toEqual({ commit: HEAD, prefix: '' });
  expect(await readCheckout(project, folder)).toEqual({ commit: HEAD, prefix: 'apps/my api/' });
});

test('outside of a repository the workspace is taken for the root, and no commit is made up', async () => {
  const bare = join(folder, 'elsewhere/app');
  mkdirSync(bare, { recursive: true });
  expect(await readCheckout(bare, folder)).toEqual({ prefix: 'elsewhere/app/' });
  expect(await readCheckout(folder, folder)).toEqual({ prefix: '' });
});

test('files that look like a bare repository do not answer for the one they lie in', async () => {
  const forged = join(repository, 'forged');
  for (const name of ['objects', 'refs']) mkdirSync(join(forged, name), { recursive: true });
  writeFileSync(join(forged, 'HEAD'), `${'b'.repeat(40)}\n`);
  writeFileSync(join(forged, 'config'), '[core]\n\tbare = true\n');
  const plain = execFileSync('git', ['-C', forged, 'rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
  expect(plain).toBe('b'.repeat(40));
  expect((await readCheckout(forged, folder)).commit).not.toBe('b'.repeat(40));
});

test.each([
  ['untracked', 'supabase/migrations/1_a.sql', 'select 1;'],
  ['ignored', 'supabase/ignored.sql', 'select 1;'],
  ['changed', 'supabase/config.toml', 'project_id = "b"'],
])(
  'with a file of supabase/ that is %s, the commit does not answer for what is there',
  async (_, name, text) => {
    const other = join(folder, `other ${name.replaceAll('/', ' ')}`);
    const at = (file: string): string => join(other, file);
    mkdirSync(at('supabase/migrations'), { recursive: true });
    writeFileSync(at('.gitignore'), '*ignored*\n');
    writeFileSync(at('supabase/config.toml'), 'project_id = "a"');
    const inOther = (...args: string[]): string =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
        cwd: other,
        encoding: 'utf8',
      });
    inOther('init', '-q');
    inOther('add', '.');
    inOther('commit', '-qm', 'first');
    mkdirSync(at('supabase/.temp'));
    writeFileSync(at('supabase/.temp/cli-latest'), 'v3.1.0');
    writeFileSync(at('notes.md'), 'not of it');
    expect((await readCheckout(other, folder)).commit).toBe(inOther('rev-parse', 'HEAD').trim());
    writeFileSync(at(name), text);
    expect(await readCheckout(other, folder)).toEqual({ prefix: '' });
  },
);
