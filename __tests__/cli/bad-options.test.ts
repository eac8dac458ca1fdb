// Command lines that ask for what there is not: exit 2, one sentence and its remedy, and no secret repeated.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { folderOf } from '../project/disk/folder.ts';
import type { JsonReport } from './run.ts';
import { runHere, runJsonHere } from './run-here.ts';
import { expectRefusalText, refusalOf, SHOP, stateOf } from './shop.ts';

const HELP = 'Run `drift-gate --help`, or `drift-gate check --help`, to see what there is.';
const URL_OF_DATABASE = 'postgresql://user:canary-secret@db.invalid/db';

test.each([
  [['--nonsense'], "Unknown option '--nonsense'.", HELP],
  [['--formt', 'json'], "Unknown option '--formt', did you mean --format?", HELP],
  [['--quiet=yes'], '`--quiet` takes no value.', 'Give it without a value, or leave it out.'],
  [['--quietly=yes'], "Unknown option '--quietly=yes'.", HELP],
  [['--project', ''], '`--project` is empty.', /^Give the folder that holds `supabase\/`/],
  [['--types', ' '], '`--types` is empty.', /^Give the path of the file/],
  [['--schema', 'public,,api'], '`--schema` is empty.', /^Give the name of a schema/],
  [
    ['--database', 'docker'],
    'Invalid `--database docker`: use embedded, local-stack or a postgresql:// URL.',
    /^Leave it out/,
  ],
  [['--reset-with', 'psql'], 'Invalid `--reset-with psql`: use built-in or supabase-cli.', /^Leave it out/],
  [
    ['--output', 'report.json'],
    '`--output report.json` must be FORMAT=FILE, such as json=report.json.',
    /`--output json=report\.json`/,
  ],
  [['--output', 'xml=report.xml'], /^`--output` has the unknown format xml: use text, json/, /FORMAT=FILE/],
  [['--output', 'json=a', '--output', 'text=a'], '`--output` names the same file twice.', /FORMAT=FILE/],
  [['--output', 'json=a', '--output', 'text=./a'], '`--output` names the same file twice.', /FORMAT=FILE/],
  [['--output', 'json=supabase'], 'supabase is a folder, not a file.', /^Name a file/],
  [
    ['--output', 'json=no/a.json'],
    /^no\/a\.json cannot be written: its folder does not exist\.$/,
    /^Create the folder/,
  ],
  [
    ['--output', 'json=types.ts/a'],
    'types.ts/a leads through a file as if it were a folder.',
    /^Correct the path/,
  ],
  [
    ['--database', URL_OF_DATABASE, '--reset-with', 'built-in'],
    '`--reset-with built-in` resets only the embedded database.',
    /^Leave it out/,
  ],
  [
    ['--database', 'postgresql://u:canary@db.abcdefghijklmnopqrst.supabase.co:5432/postgres'],
    '`--database` names a database that Supabase hosts, and a reset would erase it.',
    /name a disposable database\.$/,
  ],
  [
    ['--supabase-cli', 'supabase'],
    '`--supabase-cli` is about the Supabase CLI, which the built-in replay does not run.',
    /`--reset-with supabase-cli`/,
  ],
])('%j is refused', async (args, message, remedy) => {
  expect(await refusalOf(folderOf(SHOP), args)).toEqual({
    message: typeof message === 'string' ? message : expect.stringMatching(message),
    remedy: typeof remedy === 'string' ? remedy : expect.stringMatching(remedy),
  });
});

test.each(['somewhere', './packages/applications/shop-for-all'])(
  'the folder %s without a flag is refused with the command line that names it',
  async (folder) => {
    const { code, report } = await runJsonHere(['check', folder], { cwd: folderOf(SHOP) });
    expect({ code, failure: report.failure }).toEqual({
      code: 2,
      failure: {
        message: `\`drift-gate check\` takes no arguments, but got \`${folder}\`.`,
        remedy: `If that is the folder of the project, run \`drift-gate check --project ${folder}\`.`,
      },
    });
  },
);

describe('without an option that JSON could be read from', () => {
  test.each([
    [
      ['--format', 'xml'],
      'Invalid `--format xml`: use text, json, markdown, html, sarif, gitlab or github.',
      'Give `text`, `json`, `markdown`, `html`, `sarif`, `gitlab` or `github`.',
    ],
    [
      ['--types'],
      '`--types` is given without a value.',
      'Give the path of the file, or leave it out to have it searched for.',
    ],
  ])('%j is refused in text', async (args, message, remedy) => {
    const folder = folderOf(SHOP);
    const before = stateOf(folder);
    for (const command of ['check', 'fix'])
      expectRefusalText(await runHere([command, ...args], { cwd: folder }), { message, remedy });
    expect(stateOf(folder)).toBe(before);
  });

  test('a dry run is for fix and init alone', async () => {
    const { code, report } = await runJsonHere(['check', '--dry-run'], { cwd: folderOf(SHOP) });
    expect({ code, failure: report.failure }).toEqual({
      code: 2,
      failure: {
        message: '`--dry-run` is only for `drift-gate fix` and `drift-gate init`.',
        remedy: 'Leave it out, or run `drift-gate check --help` to see what there is.',
      },
    });
  });

  test('a switch of the command itself is not told to be of another', async () => {
    const { report } = await runJsonHere(['fix', '--dry-run=yes'], { cwd: folderOf(SHOP) });
    expect(report.failure).toEqual({
      message: '`--dry-run` takes no value.',
      remedy: 'Give it without a value, or leave it out.',
    });
  });

  test.each([
    [[], 'No command was given.'],
    [['chekc'], "Unknown command 'chekc', did you mean check?"],
    [['--format', 'json'], "Unknown option '--format'."],
    [['\u001b[31mred'], "Unknown command '\\u001b[31mred'."],
  ])('the command %j is refused', async (args, message) => {
    expect(await runHere(args, { cwd: folderOf(SHOP) })).toEqual({
      code: 2,
      stdout: '',
      stderr: `drift-gate: ${message}\n  ${HELP}\n`,
    });
  });
});

test.each([
  [['check', '--fail-on', 'high'], 'Invalid `--fail-on high`: use drift, dangerous, breaking or never.'],
  [['check', '--nonsense'], "Unknown option '--nonsense'."],
  [['fix', './apps/shop'], '`drift-gate fix` takes no arguments, but got `./apps/shop`.'],
  [['audit', '--dry-run'], '`--dry-run` is only for `drift-gate fix` and `drift-gate init`.'],
])('%j is told in the files of --output too, with the status failed', async (args, message) => {
  const cwd = folderOf(SHOP);
  const outputs = ['--output', 'json=report.json', '--output', 'markdown=report.md'];
  expect((await runHere([...args, ...outputs], { cwd })).code).toBe(2);
  const report: JsonReport = JSON.parse(readFileSync(`${cwd}/report.json`, 'utf8'));
  expect(report).toMatchObject({ command: args[0], status: 'failed', failure: { message } });
  expect(readFileSync(`${cwd}/report.md`, 'utf8')).toContain('Could not');
});

test.each([
  [['--output', 'json=types.ts']],
  [['--output', 'json=own.json', '--baseline', 'own.json']],
  [['--output', 'json=no/folder.json']],
])('a refused command line writes no file with %j', async (outputs) => {
  const cwd = folderOf({ ...SHOP, 'own.json': '{"version": 1, "accepted": []}' });
  const before = stateOf(cwd);
  expect((await runHere(['check', '--nonsense', ...outputs], { cwd })).code).toBe(2);
  expect(stateOf(cwd)).toBe(before);
});

test.each(['check', 'fix', 'audit', 'accept'])(
  'the help of %s has examples and the exit codes',
  async (command) => {
    const { code, stdout } = await runHere([command, '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`\nExamples:\n  drift-gate ${command}`));
    expect(stdout).toMatch(/\nExit codes:\n {2}0 .*\n {2}1 .*\n {2}2 /);
    expect(stdout).not.toMatch(/`|\*\*/);
  },
);

test.each([
  [['check', '--database', URL_OF_DATABASE]],
  [['check', '--database', URL_OF_DATABASE, '--format', 'json']],
  [['fix', '--database', URL_OF_DATABASE.toUpperCase(), '--format', 'markdown']],
  [['check', `--databse=${URL_OF_DATABASE}`]],
  [['check', `--quiet=${URL_OF_DATABASE}`, '--format', 'json']],
  [['check', '--reset-with', URL_OF_DATABASE]],
  [['check', '--format', URL_OF_DATABASE]],
  [['check', '--output', `json=${URL_OF_DATABASE}`]],
  [['check', '--project', URL_OF_DATABASE, '--format', 'json']],
  [['check', '--types', URL_OF_DATABASE, '--format', 'json']],
  [['check', URL_OF_DATABASE]],
  [[URL_OF_DATABASE]],
  [['help', URL_OF_DATABASE]],
])('no output repeats a connection string: %j', async (args) => {
  const { code, stdout, stderr } = await runHere(args, { cwd: folderOf(SHOP) });
  expect(code).toBe(2);
  expect(stdout + stderr).not.toMatch(/canary/i);
});
