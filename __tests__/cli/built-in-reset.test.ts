// What a check answers with the built-in reset, where that hangs on what a reset does. That the real CLI does the same is
// shown by real-reset.slow.test.ts.

import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseOptions } from '../../src/options/options.ts';
import type { Report } from '../../src/report/report.ts';
import { run } from '../../src/run.ts';
import {
  answer,
  copy,
  FAILING,
  file,
  LEAK,
  NUL,
  OPEN,
  OPENED,
  ORDERS,
  projectOf,
  READABLE,
  REMOVES,
  REMOVING,
  SECRET,
  SECRETS,
  SILENT,
  UNREADABLE,
  utf16,
  VAULT,
  withVariable,
} from './resets.ts';
import { stateOf, TYPES } from './shop.ts';

describe('a transaction that a file leaves open', () => {
  test.each(OPENED)('by %s is told at the statement that opens it', async (_, migrations, __, findings) => {
    const status = findings.length === 0 ? 'in-sync' : 'drifted';
    expect(await answer(projectOf(migrations))).toMatchObject({ status, findings });
  });

  test('is not hidden by a later failure', async () => {
    const folder = projectOf([`begin;\n${ORDERS}`, 'create index concurrently i on public.orders (id);']);
    const { findings } = await answer(folder);
    expect(findings.map(({ rule }) => rule)).toEqual(['open-transaction', 'replay-failed']);
  });

  test('in roles.sql is told there', async () => {
    const folder = projectOf([ORDERS], { 'supabase/roles.sql': '-- roles\nbegin;\ncreate role clerk;' });
    expect((await answer(folder)).findings).toEqual([OPEN('supabase/roles.sql', 2)]);
  });
});

describe('a migration that removes rows of the history', () => {
  test.each(REMOVING)('%s, is in sync', async (_, migrations) => {
    expect(await answer(projectOf(migrations))).toMatchObject({ status: 'in-sync' });
  });

  test('hides no transaction that is left open', async () => {
    const folder = projectOf([ORDERS, REMOVES, 'begin;\ncreate table public.lost ();']);
    expect((await answer(folder)).findings).toEqual([OPEN(file(3), 1)]);
  });
});

describe('a statement that fails inside of begin and commit', () => {
  test('is told by file, line and SQLSTATE, and so is what no migration creates', async () => {
    const found = await answer(projectOf([ORDERS, FAILING]));
    expect(found).toMatchObject({ status: 'drifted', notRun: ['types'] });
    expect(found.findings).toMatchObject([
      { rule: 'replay-failed', file: file(2), line: 2, message: expect.stringContaining('SQLSTATE 42P01') },
      {
        rule: 'base-schema-drift',
        file: file(2),
        line: 2,
        message: expect.stringContaining('public.missing'),
      },
    ]);
  });

  test('stops fix and accept as any failure does, and nothing is written', async () => {
    const folder = projectOf([ORDERS, FAILING]);
    const before = stateOf(folder);
    const options = parseOptions({ project: folder });
    const fixed = await run('fix', options, SILENT);
    expect(fixed.report.findings.map(({ ruleId }) => ruleId)).toEqual(['replay-failed', 'base-schema-drift']);
    const accepted = await run('accept', parseOptions({ project: folder, reason: 'known' }), SILENT);
    expect(accepted.report.failure?.message).toMatch(/^The migrations can ?not be replayed to their end/);
    expect(stateOf(folder)).toBe(before);
  });
});

describe('a statement that sends', () => {
  test('a little is run', async () => {
    expect(await answer(projectOf([copy(3)]))).toMatchObject({ status: 'in-sync' });
  });
});

describe('a secret of the vault', () => {
  test.each(SECRETS)('%s is there before the first migration', async (_, files) => {
    expect(await answer(projectOf([SECRET], files))).toMatchObject({ status: 'in-sync', findings: [] });
  });

  test('from the environment is there, and its value is shown nowhere', async () => {
    await withVariable('MY_SECRET', "canary_s3cret*'x", async () => {
      expect(await answer(projectOf([SECRET], VAULT('env(MY_SECRET)')))).toMatchObject({ status: 'in-sync' });
      const { findings } = await answer(projectOf([LEAK], VAULT('env(MY_SECRET)')));
      expect(findings).toMatchObject([
        { rule: 'replay-failed', message: expect.stringContaining('It is ***') },
      ]);
    });
  });

  test('of the runner is not there: a migration could tell it', async () => {
    const folder = projectOf([SECRET], VAULT('env(GITHUB_CANARY)'));
    await withVariable('GITHUB_CANARY', 'canary_s3cret', async () => {
      const found = await answer(folder);
      expect(found.failure).toContain('no migration is given the value of `GITHUB_CANARY`');
      expect(found.failure).not.toMatch(/not set|Set /);
    });
  });

  test('whose variable is not set: a migration that fails is no answer, and the variable is named', async () => {
    const folder = projectOf([ORDERS, SECRET], VAULT('env(MY_SECRET)'));
    const found = await answer(folder);
    expect(found).toMatchObject({ status: 'failed', findings: [] });
    expect(found.failure).toBe(
      `\`${file(2)}\` fails (no secret), and the variable \`MY_SECRET\`, from which supabase/config.toml takes the secret \`my_secret\` of \`[db.vault]\`, is not set. Set \`MY_SECRET\` in the environment, to any value that the migrations take, and run again.`,
    );
  });

  test('that is not set and that no migration asks for changes nothing', async () => {
    const set = VAULT('env(MY_SECRET)');
    expect(await answer(projectOf([ORDERS], set))).toMatchObject({ status: 'in-sync' });
    expect(await answer(projectOf(['select nope;'], set))).toMatchObject({
      status: 'drifted',
      findings: [{ rule: 'replay-failed' }],
    });
  });

  test('that is encrypted is for the CLI to read', async () => {
    const { status, failure } = await answer(projectOf([SECRET], VAULT('encrypted:BAAA')));
    expect({ status, failure }).toEqual({
      status: 'failed',
      failure: expect.stringContaining('is encrypted. Use `--reset-with supabase-cli`'),
    });
  });
});

describe('a migration', () => {
  test.each(UNREADABLE)('%s fails there', async (_, sql, line) => {
    const folder = projectOf(['create table public.first ();', sql, 'create table public.last ();']);
    const found = await answer(folder);
    expect(found).toMatchObject({
      status: 'drifted',
      findings: [{ rule: 'replay-failed', file: file(2), line, message: expect.stringMatching(NUL) }],
    });
    expect(found.findings[0]?.message).toContain('SQLSTATE 08P01');
  });

  test('in UTF-16 does not hide that one before it fails', async () => {
    const { findings } = await answer(projectOf(['select nope;', utf16]));
    expect(findings).toMatchObject([{ rule: 'replay-failed', file: file(1) }]);
  });

  test.each(READABLE)('%s replays', async (_, sql) => {
    expect(await answer(projectOf([sql]))).toMatchObject({ status: 'in-sync' });
  });
});

describe('a types file that can not be read', () => {
  test.each([
    ['a member by hand', TYPES.replace('public:', '[x: string]: unknown; public:')],
    ['merge-conflict markers', `<<<<<<< ours\n${TYPES}=======\n${TYPES}>>>>>>> theirs\n`],
    ['an end in the middle', TYPES.slice(0, TYPES.length / 2)],
    ['nothing', '\n'],
  ])('for %s does not hide a migration that fails, and is told beside it', async (_, types) => {
    const reportOf = async (migration: string): Promise<Report> => {
      const folder = projectOf([migration], { 'types.ts': types });
      const options = parseOptions({ project: folder, types: [join(folder, 'types.ts')] });
      return (await run('check', options, SILENT)).report;
    };
    const report = await reportOf('select nope;');
    expect(report).toMatchObject({ status: 'drifted', notRun: [{ part: 'types' }] });
    expect(report.findings.map(({ ruleId }) => ruleId)).toEqual(['replay-failed']);
    expect(report.notices).toMatchObject([
      { code: 'unreadable-types', message: expect.stringMatching(/^(Types file )?\S*types\.ts .*\./) },
    ]);
    const { status, failure } = await reportOf(ORDERS);
    expect({ status, said: `${failure?.message} ${failure?.remedy}` }).toEqual({
      status: 'failed',
      said: report.notices[0]?.message,
    });
  });
});

test('a label of pgsodium is beyond the embedded database', async () => {
  const folder = projectOf([ORDERS, "security label for pgsodium on column public.orders.id is 'x';"]);
  const found = await answer(folder);
  expect(found).toMatchObject({ status: 'failed', findings: [] });
  expect(found.failure).toContain('The embedded database cannot replay');
});
