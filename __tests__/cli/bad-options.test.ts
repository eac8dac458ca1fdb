// Command lines that ask for what there is not: exit 2, one sentence and its remedy, and no secret repeated.

import { describe, expect, test } from '@jest/globals';
import { folderOf } from '../files/folder.ts';
import { run, runJson } from './run.ts';
import { expectRefusalText, refusalOf, SHOP, stateOf } from './shop.ts';

const HELP = 'Run `drift-gate --help`, or `drift-gate check --help`, to see what there is.';
const URL_OF_DATABASE = 'postgresql://user:canary-secret@db.invalid/db';

test.each([
  [['--nonsense'], "Unknown option '--nonsense'.", HELP],
  [['--formt', 'json'], "Unknown option '--formt', did you mean --format?", HELP],
  [['--quiet=yes'], "Unknown option '--quiet=yes'.", HELP],
  [['somewhere'], 'Too many arguments: expected 0 arguments but got 1.', HELP],
  [['--project', ''], '`--project` names nothing.', /^Give the folder that holds `supabase\/`/],
  [['--types', ' '], '`--types` names nothing.', /^Give the path of the file/],
  [['--schema', 'public,,api'], '`--schema` names nothing.', /^Give the name of a schema/],
  [
    ['--database', 'docker'],
    /^`--database` is neither `embedded`, `local-stack` nor /,
    /^Leave `--database` out/,
  ],
  [
    ['--reset-with', 'psql'],
    '`--reset-with` is neither `built-in` nor `supabase-cli`.',
    /^Leave `--reset-with` out/,
  ],
  [['--output', 'report.json'], '`--output` is not of the form FORMAT=FILE.', /`--output json=report\.json`/],
  [['--output', 'xml=report.xml'], /^`--output` has a format that is neither/, /FORMAT=FILE/],
  [['--output', 'json=a', '--output', 'text=a'], '`--output` names the same file twice.', /FORMAT=FILE/],
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
    '`--reset-with` was given `built-in`, which resets the embedded database alone.',
    /^Leave `--reset-with` out/,
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
])('%j is refused', (args, message, remedy) => {
  expect(refusalOf(folderOf(SHOP), args)).toEqual({
    message: typeof message === 'string' ? message : expect.stringMatching(message),
    remedy: typeof remedy === 'string' ? remedy : expect.stringMatching(remedy),
  });
});

describe('without an option that JSON could be read from', () => {
  test.each([
    [
      ['--format', 'xml'],
      '`--format` is neither `text`, `json`, `markdown`, `sarif` nor `html`.',
      'Give `text`, `json`, `markdown`, `sarif` or `html`.',
    ],
    [['--types'], "Option '--types <file>' argument missing.", HELP],
  ])('%j is refused in text', (args, message, remedy) => {
    const folder = folderOf(SHOP);
    const before = stateOf(folder);
    for (const command of ['check', 'fix'])
      expectRefusalText(run([command, ...args], { cwd: folder }), { message, remedy });
    expect(stateOf(folder)).toBe(before);
  });

  test('a dry run is for fix alone', () => {
    const { code, report } = runJson(['check', '--dry-run'], { cwd: folderOf(SHOP) });
    expect({ code, failure: report.failure }).toEqual({
      code: 2,
      failure: { message: "Unknown option '--dry-run'.", remedy: HELP },
    });
  });

  test.each([
    [[], 'No command was given.'],
    [['chekc'], "Unknown command 'chekc', did you mean check?"],
    [['--format', 'json'], "Unknown option '--format'."],
    [['\u001b[31mred'], "Unknown command '\\u001b[31mred'."],
  ])('the command %j is refused', (args, message) => {
    expect(run(args, { cwd: folderOf(SHOP) })).toEqual({
      code: 2,
      stdout: '',
      stderr: `drift-gate: ${message}\n  ${HELP}\n`,
    });
  });
});

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
])('no output repeats a connection string: %j', (args) => {
  const { code, stdout, stderr } = run(args, { cwd: folderOf(SHOP) });
  expect(code).toBe(2);
  expect(stdout + stderr).not.toMatch(/canary/i);
});
