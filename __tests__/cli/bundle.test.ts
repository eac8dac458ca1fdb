import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { PROJECTS, ROOT, run, runJson } from './run.ts';

const elsewhere = mkdtempSync(path.join(tmpdir(), 'drift-gate-bundle-'));
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

test('dist/ runs from a folder with no node_modules anywhere above it, and from any working directory', () => {
  cpSync(`${ROOT}dist`, path.join(elsewhere, 'a b/dist'), { recursive: true });
  const cli = path.join(elsewhere, 'a b/dist/cli.js');
  const { code, report } = runJson(['check', '--project', `${PROJECTS}/backoffice`], { cli, cwd: elsewhere });
  expect({ code, status: report.status }).toEqual({ code: 0, status: 'in-sync' });
});

test('help and version need no project', () => {
  expect(run(['--version'], { cwd: elsewhere })).toMatchObject({ code: 0, stdout: '0.1.0\n' });
  expect(run(['check', '--help'], { cwd: elsewhere }).stdout).toContain('--types <file>');
});
