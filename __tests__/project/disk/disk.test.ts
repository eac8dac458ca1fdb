import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { EnvironmentError, UsageError } from '../../../src/errors.ts';
import { filesOf, refuseUnwritable, writeReport } from '../../../src/project/disk/disk.ts';
import { folderOf } from './folder.ts';

describe('a file of the project', () => {
  test('is replaced with its mode, and leaves nothing beside it', async () => {
    const folder = folderOf({ 'src/types.ts': 'old' });
    chmodSync(join(folder, 'src/types.ts'), 0o640);
    await filesOf(folder).replaceText('src/types.ts', 'new');
    expect(readdirSync(join(folder, 'src'))).toEqual(['types.ts']);
    expect(readFileSync(join(folder, 'src/types.ts'), 'utf8')).toBe('new');
    expect(statSync(join(folder, 'src/types.ts')).mode & 0o777).toBe(0o640);
  });

  test('is made where there is none, and leaves nothing beside it', async () => {
    const folder = folderOf({ 'supabase/': '' });
    await filesOf(folder).replaceText('supabase/new.json', '{}\n');
    expect(readdirSync(join(folder, 'supabase'))).toEqual(['new.json']);
    expect(readFileSync(join(folder, 'supabase/new.json'), 'utf8')).toBe('{}\n');
    await expect(filesOf(folder).replaceText('nowhere/new.json', '')).rejects.toMatchObject({
      message: 'nowhere/new.json cannot be written: its folder does not exist.',
    });
  });

  test('is replaced in its encoding, with its mark', async () => {
    const folder = folderOf({ 'a.ts': Buffer.from('\uFEFFold', 'utf16le'), 'b.ts': '\uFEFFold' });
    const files = filesOf(folder);
    for (const path of ['a.ts', 'b.ts']) await files.replaceText(path, 'né\r\n');
    expect(await files.readBytes('a.ts')).toEqual(Buffer.from('\uFEFFné\r\n', 'utf16le'));
    expect(readFileSync(join(folder, 'a.ts'))).toEqual(Buffer.from('\uFEFFné\r\n', 'utf16le'));
    expect(readFileSync(join(folder, 'b.ts'), 'utf8')).toBe('\uFEFFné\r\n');
  });

  test('is replaced where a link inside of the project leads, and the link stays', async () => {
    const folder = folderOf({ 'gen/types.ts': 'old' });
    symlinkSync('gen/types.ts', join(folder, 'types.ts'));
    await filesOf(folder).replaceText('types.ts', 'new');
    expect(readlinkSync(join(folder, 'types.ts'))).toBe('gen/types.ts');
    expect(readFileSync(join(folder, 'gen/types.ts'), 'utf8')).toBe('new');
  });

  test('may lie elsewhere in the repository', async () => {
    const folder = folderOf({ '.git/HEAD': '', 'db/types.ts': 'old', 'web/supabase/': '' });
    const files = filesOf(join(folder, 'web'));
    await files.replaceText('../db/types.ts', 'new');
    expect(files.pathFromRoot('../db/types.ts')).toBe('db/types.ts');
    expect(readFileSync(join(folder, 'db/types.ts'), 'utf8')).toBe('new');
  });

  test('is not reached through a link that leads out, and nothing is written', async () => {
    const folder = folderOf({});
    const outside = folderOf({ 'types.ts': 'old' });
    symlinkSync(join(outside, 'types.ts'), join(folder, 'types.ts'));
    symlinkSync(outside, join(folder, 'out'));
    for (const path of ['types.ts', 'out/types.ts']) {
      await expect(filesOf(folder).replaceText(path, 'new')).rejects.toMatchObject({
        name: 'UsageError',
        message: `${path} is a symbolic link that leads out of the project.`,
      });
      await expect(filesOf(folder).readBytes(path)).rejects.toThrow(UsageError);
    }
    expect(readFileSync(join(outside, 'types.ts'), 'utf8')).toBe('old');
    expect(readdirSync(outside)).toEqual(['types.ts']);
  });

  test.each([
    ['that is missing', 'gone.ts', 'gone.ts does not exist.'],
    ['that is a folder', 'src', 'src is a folder, not a file.'],
  ])('%s is refused', async (_, path, message) => {
    const files = filesOf(folderOf({ 'src/': '' }));
    await expect(files.readBytes(path)).rejects.toMatchObject({ name: 'UsageError', message });
  });
});

describe('writing a report', () => {
  test('creates the file, or replaces what is there', async () => {
    const folder = folderOf({ 'old.json': 'a longer old text' });
    for (const name of ['new.json', 'old.json']) {
      await writeReport(join(folder, name), '{}\n');
      expect(readFileSync(join(folder, name), 'utf8')).toBe('{}\n');
    }
    expect(readdirSync(folder).sort()).toEqual(['new.json', 'old.json']);
  });

  test('replaces a link, and leaves alone what it leads to', async () => {
    const outside = folderOf({ secret: 'kept' });
    const folder = folderOf({});
    symlinkSync(join(outside, 'secret'), join(folder, 'report.json'));
    await writeReport(join(folder, 'report.json'), '{}');
    expect(lstatSync(join(folder, 'report.json')).isSymbolicLink()).toBe(false);
    expect(readFileSync(join(outside, 'secret'), 'utf8')).toBe('kept');
  });

  test('replaces a link to a device too: a pull request may have laid it', async () => {
    const folder = folderOf({});
    symlinkSync('/dev/null', join(folder, 'report.json'));
    await refuseUnwritable(join(folder, 'report.json'));
    await writeReport(join(folder, 'report.json'), '{}\n');
    expect(readFileSync(join(folder, 'report.json'), 'utf8')).toBe('{}\n');
  });

  test('writes to a device as it is', async () => {
    await writeReport('/dev/null', '{}');
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  test.each([
    ['in a folder that is missing', 'gone/report.json', /cannot be written: its folder does not exist\.$/],
    ['that is a folder', 'reports', / is a folder, not a file\.$/],
    ['below a file', 'a.txt/report.json', / leads through a file as if it were a folder\.$/],
  ])('%s is the user’s mistake, and leaves nothing', async (_, path, message) => {
    const folder = folderOf({ 'a.txt': '' });
    mkdirSync(join(folder, 'reports'));
    await expect(writeReport(join(folder, path), '{}')).rejects.toThrow(message);
    await expect(writeReport(join(folder, path), '{}')).rejects.toBeInstanceOf(UsageError);
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['a.txt', 'reports']);
  });

  test('on a full disk is the environment’s fault', async () => {
    const writing = writeReport('/dev/full', '{}');
    await expect(writing).rejects.toBeInstanceOf(EnvironmentError);
    await expect(writing).rejects.toThrow('The disk is full: /dev/full could not be written.');
  });

  const asRoot = process.getuid?.() === 0;
  (asRoot ? test.skip : test)('without permission is the environment’s fault', async () => {
    const folder = folderOf({});
    chmodSync(folder, 0o500);
    const writing = writeReport(join(folder, 'report.json'), '{}');
    await expect(writing).rejects.toBeInstanceOf(EnvironmentError);
    await expect(writing).rejects.toThrow(/^No permission to write /);
    chmodSync(folder, 0o700);
  });
});
