// The inventory document on a real disk: made, kept in its encoding, or left as it was; and the commit it is told of.

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { UsageError } from '../../../src/errors.ts';
import { commitOf } from '../../../src/project/disk/git/commit.ts';
import { openInventory } from '../../../src/project/disk/inventory.ts';
import { updateInventory } from '../../../src/report/inventory.ts';
import { failedAudit, richAudit } from '../../report/audit-reports.ts';
import { folderOf } from './folder.ts';

const AUDITED = { date: '2026-01-19', commit: 'a624fc8' };

describe('the inventory document', () => {
  test('is made with its folder, and the report tells of its audits', async () => {
    const path = join(folderOf({}), 'docs/database/inventory.md');
    const report = await (await openInventory(path))(richAudit, AUDITED);
    const { text, audits } = updateInventory(undefined, richAudit, AUDITED);
    expect(readFileSync(path, 'utf8')).toBe(text);
    expect(report).toEqual({ ...richAudit, audits });
    expect(readdirSync(join(path, '..'))).toEqual(['inventory.md']);
  });

  test.each([
    ['UTF-16', Buffer.from('\ufeff# Ours\r\n', 'utf16le'), 'utf16le'],
    ['a byte order mark', Buffer.from('\ufeff# Ours\r\n'), 'utf8'],
    ['no mark', Buffer.from('# Ours\n'), 'utf8'],
  ] as const)('with %s keeps it', async (_, bytes, encoding) => {
    const folder = folderOf({ 'inventory.md': bytes });
    const path = join(folder, 'inventory.md');
    await (await openInventory(path))(richAudit, AUDITED);
    const own = bytes.toString(encoding);
    expect(readFileSync(path).toString(encoding)).toBe(updateInventory(own, richAudit, AUDITED).text);
    expect(readFileSync(path).subarray(0, bytes.length)).toEqual(bytes);
  });

  test('that is damaged is refused before the audit', async () => {
    const path = join(folderOf({ 'inventory.md': '<!-- drift-gate:inventory -->\n' }), 'inventory.md');
    await expect(openInventory(path)).rejects.toThrow(UsageError);
    await expect(openInventory(path)).rejects.toThrow('does not end');
  });

  test('stays as it is, or is not made, where an audit could not look', async () => {
    const folder = folderOf({ 'inventory.md': '# Ours\n' });
    for (const name of ['inventory.md', 'docs/new.md'])
      expect(await (await openInventory(join(folder, name)))(failedAudit, AUDITED)).toBe(failedAudit);
    expect(readFileSync(join(folder, 'inventory.md'), 'utf8')).toBe('# Ours\n');
    expect(existsSync(join(folder, 'docs'))).toBe(false);
  });

  test('that is a folder, or no text, is refused', async () => {
    const folder = folderOf({ 'a.md/x': '', 'b.md': Buffer.from([0, 1, 2]) });
    await expect(openInventory(join(folder, 'a.md'))).rejects.toThrow(UsageError);
    await expect(openInventory(join(folder, 'b.md'))).rejects.toThrow(UsageError);
  });
});

describe('the commit of a checkout', () => {
  test('is that of its branch, packed or not, of a folder below it, of a linked work tree, and of no branch', () => {
    const folder = folderOf({ 'apps/web/x': '' });
    const git = (...args: string[]): string =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], {
        cwd: folder,
        encoding: 'utf8',
      }).trim();
    git('init', '--quiet');
    expect(commitOf(folder)).toBeUndefined();
    git('add', '.');
    git('commit', '--quiet', '--message', 'first');
    const first = git('rev-parse', '--short=7', 'HEAD');
    expect(commitOf(join(folder, 'apps/web'))).toBe(first);
    git('worktree', 'add', '--quiet', '-b', 'other/branch', 'linked');
    expect(commitOf(join(folder, 'linked'))).toBe(first);
    git('pack-refs', '--all');
    expect(commitOf(folder)).toBe(first);
    expect(commitOf(join(folder, 'linked'))).toBe(first);
    git('commit', '--quiet', '--allow-empty', '--message', 'second');
    expect(commitOf(folder)).not.toBe(first);
    git('checkout', '--quiet', '--detach', first);
    expect(commitOf(folder)).toBe(first);
  });

  test('of a submodule is its own', () => {
    const id = 'a1'.repeat(20);
    const folder = folderOf({
      '.git/HEAD': 'b2'.repeat(20),
      '.git/modules/lib/HEAD': id,
      'lib/.git': 'gitdir: ../.git/modules/lib\n',
    });
    expect(commitOf(join(folder, 'lib'))).toBe(id.slice(0, 7));
  });

  test('is none where links, or names in its files, lead out of the repository', () => {
    const id = 'a1'.repeat(20);
    const outside = folderOf({
      'repo/HEAD': id,
      'repo/commondir': '../..',
      id,
      'repo/refs/heads/main': id,
    });
    const linkedTo = (path: string, target: string, files: Record<string, string>): string => {
      const folder = folderOf(files);
      symlinkSync(join(outside, target), join(folder, path));
      return folder;
    };
    const main = { '.git/HEAD': 'ref: refs/heads/main\n' };
    const leading = [
      linkedTo('.git', 'repo', {}),
      linkedTo('.git/HEAD', 'id', { '.git/config': '' }),
      linkedTo('.git/refs', 'repo/refs', main),
      linkedTo('.git/refs/heads/main', 'id', { ...main, '.git/refs/heads/x': '' }),
      linkedTo('.git/packed-refs', 'id', main),
      folderOf({ '.git': `gitdir: ${outside}/repo\n` }),
      folderOf({ '.git/HEAD': 'ref: refs/../../id\n', id }),
    ];
    expect(leading.map(commitOf)).toEqual(leading.map(() => undefined));
  });

  test('is not waited for where a pipe stands in its place', () => {
    const folder = folderOf({ '.git/config': '' });
    execFileSync('mkfifo', [join(folder, '.git/HEAD')]);
    expect(commitOf(folder)).toBeUndefined();
  });

  test('is none outside of a repository', () => {
    expect(commitOf(folderOf({}))).toBeUndefined();
  });
});
