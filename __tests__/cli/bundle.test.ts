// The built program, as a user starts it: a case for each way to end. SIGINT, which ends it with 130, is in
// interrupt.test.ts; all else is run in the process, by run-here.ts.

import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { newFolder } from '../tools/folders.ts';
import { PROJECTS, ROOT, run, runJson } from './run.ts';

/** No `node_modules` anywhere above it. */
const elsewhere = newFolder();
const cli = path.join(elsewhere, 'a b/dist/cli.js');
cpSync(`${ROOT}dist`, path.dirname(cli), { recursive: true });

test('dist/ runs from a folder with no node_modules anywhere above it, and from any working directory', () => {
  const { code, report } = runJson(['check', '--project', `${PROJECTS}/backoffice`], { cli, cwd: elsewhere });
  expect({ code, status: report.status }).toEqual({ code: 0, status: 'in-sync' });
});

test('drift ends with 1, and is told on standard output', () => {
  const { code, stdout, stderr } = run(['check', '--project', 'drifted'], { cli });
  expect({ code, stdout: /public\.parcels/.test(stdout) }).toEqual({ code: 1, stdout: true });
  expect(stderr).toMatch(/^Reading the project\n/);
});

test.each(['json', 'text'])(
  'a printed command runs as it is printed, from a folder with a space: %s',
  (format) => {
    const project = path.join(newFolder(), 'a project');
    cpSync(path.join(PROJECTS, 'drifted'), project, { recursive: true });
    const { stdout } = run(['check', '--quiet', '--format', format], { cli, cwd: project });
    const [, printed = ''] =
      (format === 'json' ? /^ {2}"repair": "(.*)",?$/m : /^ {2}\$ (.*)$/m).exec(stdout) ?? [];
    expect(printed).toMatch(/^node '.*a b\/dist\/cli\.js' fix$/);
    // The command stands for what every rule of the types says.
    expect(stdout.replaceAll(/\s+/g, ' ')).not.toContain('write the missing migration. → Run this');
    const { status } = spawnSync('sh', ['-c', printed], { cwd: project });
    expect(status).toBe(0);
    expect(run(['check', '--quiet'], { cli, cwd: project }).code).toBe(0);
  },
);

test('what could not be checked ends with 2, and is told on standard error', () => {
  expect(run(['check', '--quiet', '--project', 'nowhere'], { cli })).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/^! Could not check: Folder nowhere does not exist\./),
  });
  const [, printed = ''] = /Run `(.*?) --help`/.exec(run(['chekc'], { cli, cwd: elsewhere }).stderr) ?? [];
  expect(printed).toBe("node 'a b/dist/cli.js'");
  expect(run(['chekc'], { cli })).toMatchObject({ code: 2, stdout: '' });
});

test('help and version need no project', () => {
  expect(run(['--version'], { cwd: elsewhere })).toMatchObject({ code: 0, stdout: '0.1.0\n' });
  expect(run(['check', '--help'], { cwd: elsewhere }).stdout).toContain('--types <file>');
});
