// Where a run writes: the report on standard output or in files, progress on standard error, colour on a terminal.

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { folderOf } from '../project/disk/folder.ts';
import { ROOT, run } from './run.ts';
import { runHere } from './run-here.ts';
import { SHOP } from './shop.ts';

const CLI = `${ROOT}dist/cli.js`;
const ESCAPE = '\u001b[';

test('quiet success says nothing on standard error and writes each report to its file, without colour', () => {
  const cwd = folderOf({ ...SHOP, 'reports/report.json': 'an old report' });
  const outputs = ['json=reports/report.json', 'markdown=reports/report.md', 'text=reports/a=b.txt'];
  const { code, stdout, stderr } = run(
    ['check', '--quiet', ...outputs.flatMap((output) => ['--output', output])],
    { cwd, env: { TERM: 'xterm-256color', FORCE_COLOR: '1', CI: 'true' } },
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^✓ In sync: /);
  expect(stdout).not.toContain(ESCAPE);
  const written = (name: string): string => readFileSync(join(cwd, 'reports', name), 'utf8');
  expect(readdirSync(join(cwd, 'reports')).sort()).toEqual(['a=b.txt', 'report.json', 'report.md']);
  expect(written('a=b.txt')).toBe(stdout);
  expect(JSON.parse(written('report.json'))).toMatchObject({ status: 'in-sync' });
  expect(written('report.md')).toContain('## ✅ In sync');
});

test('a file that cannot be written fails the run before it starts, and the other files say so', async () => {
  const cwd = folderOf({ ...SHOP, 'reports/': '' });
  const outputs = ['--output', 'json=reports/report.json', '--output', 'markdown=missing/report.md'];
  const { code, stdout, stderr } = await runHere(['check', ...outputs], { cwd });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^! Could not check: missing\/report\.md cannot be written/);
  expect(JSON.parse(readFileSync(join(cwd, 'reports/report.json'), 'utf8'))).toMatchObject({
    status: 'failed',
    failure: { message: 'missing/report.md cannot be written: its folder does not exist.' },
  });
  expect(readdirSync(cwd).sort()).toEqual(['reports', 'supabase', 'types.ts']);
});

/** A shell sees what a pipe or a device does to the program; nothing here needs the database. */
const shell = (script: string): { stdout: string; stderr: string } =>
  spawnSync('sh', ['-c', script, process.execPath, CLI], { cwd: folderOf({ 'x/': '' }), encoding: 'utf8' });

describe('standard output', () => {
  test('may be closed by a reader that has seen enough', () => {
    const { stderr } = shell('{ "$0" "$1" check --quiet --format json; echo "exit $?" >&2; } | true');
    expect(stderr).toBe('exit 2\n');
  });

  test('on a full disk is told in a sentence', () => {
    const { stdout, stderr } = shell('"$0" "$1" check --quiet --format json > /dev/full; echo "exit $?"');
    expect(stdout).toBe('exit 2\n');
    expect(stderr).toMatch(/^drift-gate: The disk is full: [^\n]+\.\n {2}Free some space and run again\.\n$/);
  });
});

const hasScript = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux');

/** The characters that a terminal gets from a run, both streams together. */
const onTerminal = (cwd: string, options: string, env: Record<string, string> = {}): string => {
  const line = `'${process.execPath}' '${CLI}' check ${options}`;
  const { stdout } = spawnSync('script', ['-qec', line, '/dev/null'], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, TERM: 'xterm-256color', ...env },
  });
  return stdout;
};

(hasScript ? describe : describe.skip)(
  'on a terminal (made by `script` of util-linux; skipped without it)',
  () => {
    test('a run counts the migrations on one line, then paints the verdict', () => {
      const shown = onTerminal(
        folderOf({ ...SHOP, 'supabase/migrations/20260102000000_x.sql': 'select 1;' }),
        '',
      );
      expect(shown).toContain(`\r${ESCAPE}2KReplaying migrations 0/2`);
      expect(shown).toContain(`\r${ESCAPE}2KReplaying migrations 2/2`);
      const [progress = '', report = ''] = shown.split(`\r${ESCAPE}2K${ESCAPE}`);
      expect(progress).not.toContain('\n');
      expect(stripVTControlCharacters(`${ESCAPE}${report}`)).toMatch(/^✓ In sync: 2 migrations build/);
      expect(report).toMatch(/^32m✓/);
    });

    test('colour follows NO_COLOR and the stream that is written to', () => {
      const cwd = folderOf({ 'x/': '' });
      expect(onTerminal(cwd, '--quiet').startsWith(`${ESCAPE}33m!`)).toBe(true);
      expect(onTerminal(cwd, '--quiet', { NO_COLOR: '1' })).toMatch(/^! Could not check/);
      expect(onTerminal(cwd, '--quiet --format json')).not.toContain(ESCAPE);
      onTerminal(cwd, '--quiet 2> errors.txt');
      expect(readFileSync(join(cwd, 'errors.txt'), 'utf8')).toMatch(/^! Could not check/);
    });
  },
);
