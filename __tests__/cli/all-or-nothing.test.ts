// A run that can not write one of its files has written none of them.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { folderOf } from '../project/disk/folder.ts';
import { runJsonHere } from './run-here.ts';
import { MIGRATION, SHOP } from './shop.ts';

const LONG = `${'x'.repeat(240)}.ts`;
const DRIFTED = { ...SHOP, [MIGRATION]: 'create table orders (id int primary key, note text);\n' };

const BOTH = ['--types', 'types.ts', '--types', LONG];

const contentsOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'utf8')]),
  );

test.each([
  ['fix', 'the second of two types files', ['fix', ...BOTH], 'A path is too long.'],
  [
    'fix',
    'a report',
    ['fix', '--types', 'types.ts', '--output', 'json=/dev/full'],
    'The disk is full: /dev/full could not be written.',
  ],
  [
    'accept',
    'a report',
    ['accept', '--reason', 'known', '--types', 'types.ts', '--output', 'json=/dev/full'],
    'The disk is full: /dev/full could not be written.',
  ],
])('%s that can not write %s writes nothing', async (_, __, args, message) => {
  const cwd = folderOf({ ...DRIFTED, [LONG]: `${SHOP['types.ts']}// another\n` });
  const before = contentsOf(cwd);
  const { code, report } = await runJsonHere(args, { cwd });
  expect({ code, status: report.status, message: report.failure?.message }).toEqual({
    code: 2,
    status: 'failed',
    message,
  });
  expect(contentsOf(cwd)).toEqual(before);
});

test('fix of both, and its reports, is written whole', async () => {
  const cwd = folderOf({ ...DRIFTED, 'other.ts': `${SHOP['types.ts']}// another\n` });
  const args = ['fix', '--types', 'types.ts', '--types', 'other.ts', '--output', 'json=report.json'];
  const { code, report } = await runJsonHere(args, { cwd });
  expect({ code, status: report.status }).toEqual({ code: 0, status: 'in-sync' });
  expect(JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8'))).toEqual(report);
  for (const path of ['types.ts', 'other.ts'])
    expect(readFileSync(join(cwd, path), 'utf8')).toContain('note: string | null');
});
