// Files that are written together, on a real disk that refuses one of them in a real way.

import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { filesOf, writeReport } from '../../../src/project/disk/disk.ts';
import { writesTogether } from '../../../src/project/disk/writes.ts';
import { folderOf } from './folder.ts';

/** Longer than a name beside it may be, with what makes it its own; short enough to be there. */
const LONG = `${'x'.repeat(240)}.ts`;

test('all are written, and nothing is beside them', async () => {
  const folder = folderOf({ 'a.ts': 'old', 'sub/b.ts': 'old' });
  const { write, commit } = writesTogether();
  const files = filesOf(folder, write);
  await files.replaceText('a.ts', 'new a');
  await files.replaceText('sub/b.ts', 'new b');
  await writeReport(join(folder, 'made.json'), '{}', write);
  expect(readFileSync(join(folder, 'a.ts'), 'utf8')).toBe('old');
  await commit();
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['a.ts', 'made.json', 'sub', 'sub/b.ts']);
  expect(['a.ts', 'sub/b.ts', 'made.json'].map((path) => readFileSync(join(folder, path), 'utf8'))).toEqual([
    'new a',
    'new b',
    '{}',
  ]);
});

test('none is written when one of them can not be prepared', async () => {
  const folder = folderOf({ 'a.ts': 'old', [LONG]: 'old' });
  const { write, commit } = writesTogether();
  const files = filesOf(folder, write);
  for (const path of ['a.ts', LONG]) await files.replaceText(path, 'new');
  await files.replaceText('docs/new/inventory.md', 'new', { makesFolder: true });
  await expect(commit()).rejects.toMatchObject({ name: 'UsageError', message: 'A path is too long.' });
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['a.ts', LONG]);
  expect(readFileSync(join(folder, 'a.ts'), 'utf8')).toBe('old');
});

test('what was moved into its place is put back when a later one can not be', async () => {
  const folder = folderOf({ 'real/x': '', 'a.json': 'old' });
  chmodSync(join(folder, 'a.json'), 0o640);
  const { ino } = statSync(join(folder, 'a.json'));
  symlinkSync('real', join(folder, 'reports'));
  const { write, commit } = writesTogether();
  // The third replaces the link that leads to the folder of the fourth.
  for (const path of ['a.json', 'made.json', 'reports', 'reports/b.json'])
    await writeReport(join(folder, path), 'new', write);
  await expect(commit()).rejects.toThrow('reports/b.json');
  expect(readlinkSync(join(folder, 'reports'))).toBe('real');
  expect([readdirSync(folder).sort(), readdirSync(join(folder, 'real'))]).toEqual([
    ['a.json', 'real', 'reports'],
    ['x'],
  ]);
  expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('old');
  expect(statSync(join(folder, 'a.json'))).toMatchObject({ ino, mode: 0o100640 });
});

test('files are put back, and folders gone, when a device takes no more', async () => {
  const folder = folderOf({ 'a.ts': 'old' });
  const { write, commit } = writesTogether();
  const files = filesOf(folder, write);
  await writeReport('/dev/full', 'new', write);
  await files.replaceText('a.ts', 'new');
  await files.replaceText('docs/inventory.md', 'new', { makesFolder: true });
  await expect(commit()).rejects.toThrow('The disk is full: /dev/full could not be written.');
  expect(readdirSync(folder)).toEqual(['a.ts']);
  expect(readFileSync(join(folder, 'a.ts'), 'utf8')).toBe('old');
});

test('a folder in the place of one of them refuses all, and stays', async () => {
  const folder = folderOf({ 'a.json': 'old' });
  mkdirSync(join(folder, 'b.json'));
  const { write, commit } = writesTogether();
  for (const path of ['a.json', 'b.json']) await writeReport(join(folder, path), 'new', write);
  await expect(commit()).rejects.toThrow('b.json is a folder, not a file.');
  expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('old');
  expect(lstatSync(join(folder, 'b.json')).isDirectory()).toBe(true);
  expect(existsSync(join(folder, 'a.json'))).toBe(true);
});
