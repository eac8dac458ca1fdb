// The configuration file by value: what each key gives, what wins over it, and the sentence for whatever is wrong.

import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse } from 'smol-toml';
import { settingsSchema } from '../../.ci/settings-schema.ts';
import { isKnownError, UsageError } from '../../src/errors.ts';
import { optionsOf, readInputs } from '../../src/github/inputs.ts';
import { FLAGS } from '../../src/options/flags.ts';
import { type Options, parseOptions } from '../../src/options/options.ts';
import type { CommandName } from '../../src/options/row.ts';
import { withSettings } from '../../src/options/settings.ts';
import { keyOf, rowsOf } from '../../src/options/table.ts';
import { readSettings } from '../../src/project/disk/settings.ts';
import { parseSettings } from '../../src/project/settings.ts';
import { ROOT } from '../cli/run.ts';
import { folderOf, PROJECT } from './disk/folder.ts';

const FILE = 'supabase/drift-gate.toml';

const refusal = (act: () => unknown): { message: string; remedy: string } => {
  try {
    act();
  } catch (error) {
    if (isKnownError(error)) return { message: error.message, remedy: error.remedy };
    throw error;
  }
  throw new Error('it was taken');
};

const projectWith = (text: string, more: Record<string, string> = {}): string =>
  folderOf({ ...PROJECT, '.git/': '', [FILE]: text, ...more });

/** The options of a command in a project whose file has this text. */
function optionsWith(text: string, command: CommandName = 'check', given = {}): Options {
  const folder = projectWith(text);
  const all = { project: folder, ...given };
  const { given: merged, settings } = withSettings(all, readSettings(command, all, folder));
  return parseOptions(merged, 'command-line', { command, settings });
}

describe('what is wrong is told with its place', () => {
  test.each([
    ['fail-on = high', 'supabase/drift-gate.toml is not TOML: line 1, column 11: '],
    [
      '\n# x\n  fail-onn = "never"',
      'There is no key `fail-onn`: `supabase/drift-gate.toml` (line 3, column 3), did you mean `fail-on`?',
    ],
    ['schemas = ["public"]', 'did you mean `schema`?'],
    ['resetWith = "built-in"', 'did you mean `reset-with`?'],
    ['colour = 1', 'There is no key `colour`: `supabase/drift-gate.toml` (line 1, column 1).'],
    [
      'ignore = [\n  "a#[",\n]\nfail-on = "high"',
      'Invalid `fail-on high` in `supabase/drift-gate.toml` (line 4, column 1): use drift, dangerous, breaking or never.',
    ],
    [
      '[audit]\nfail-on = "drift"',
      'Invalid `fail-on drift` in `supabase/drift-gate.toml` (line 2, column 1): use error, warning, note or never.',
    ],
    ['fail-on = "error"', 'use drift, dangerous, breaking or never.'],
    ['types = [1]', '`types` in `supabase/drift-gate.toml` (line 1, column 1) must be a list of texts.'],
    ['timeout = "600"', '`timeout` in `supabase/drift-gate.toml` (line 1, column 1) must be a whole number.'],
    ['timeout = 0', 'must be whole seconds from 1 to 86400.'],
    ['baseline = ["a"]', 'must be a text.'],
    ['audit = 1', '`audit` in `supabase/drift-gate.toml` (line 1, column 1) must be a table, `[audit]`.'],
    [
      'environment = "x"',
      '`environment` is only for an audit: `supabase/drift-gate.toml` (line 1, column 1).',
    ],
    [
      '[audit]\nconfirm-with = "none"',
      '`confirm-with` is only for a check: `supabase/drift-gate.toml` (line 2, column 1).',
    ],
    ['audit.confirm-with = "none"', '(line 1, column 1)'],
    ['live = "x"', '`live` is not for a file: `supabase/drift-gate.toml` (line 1, column 1).'],
    ['supabase-cli = "./evil"', '`supabase-cli` is not for a file'],
    ['types = ["none"]', "`types` in `supabase/drift-gate.toml` (line 1, column 1) can't be `none`."],
    [
      'database = "postgresql://a@h/d"',
      '`database` in `supabase/drift-gate.toml` (line 1, column 1) names a database, which a run would erase',
    ],
  ])('%j', (text, words) => {
    const { message, remedy } = refusal(() => parseSettings(text, FILE));
    expect(message).toContain(words);
    expect(message).toMatch(/[.?]$/);
    expect(remedy).toMatch(/\.$/);
  });

  test('a password is never repeated', () => {
    const { message, remedy } = refusal(() => parseSettings('database = "postgresql://a:CANARY@h/d"', FILE));
    expect(message + remedy).not.toContain('CANARY');
  });

  test('a file that is missing, a link or too large, and a path out of the repository', () => {
    const folder = projectWith('');
    const read = (config?: string) =>
      refusal(() => readSettings('check', { project: folder, config }, folder));
    expect(read('nowhere.toml').message).toBe('The configuration file `nowhere.toml` does not exist.');
    symlinkSync('/etc/hostname', join(folder, 'link.toml'));
    expect(read('link.toml').message).toBe('The configuration file `link.toml` is a symbolic link.');
    const large = projectWith(`# ${'x'.repeat(2 ** 20)}`);
    expect(refusal(() => readSettings('check', { project: large }, large)).message).toBe(
      'The configuration file `supabase/drift-gate.toml` is larger than 1 MiB.',
    );
    expect(refusal(() => optionsWith('types = ["../../secret.ts"]')).message).toBe(
      'The setting `types` in `supabase/drift-gate.toml` leads out of the repository.',
    );
  });
});

describe('what wins', () => {
  test('a flag, then the file, then the default', () => {
    expect(optionsWith('fail-on = "never"')).toMatchObject({
      failOn: 'never',
      settings: [{ option: 'fail-on', value: 'never', from: FILE }],
    });
    expect(optionsWith('fail-on = "never"', 'check', { failOn: 'breaking' })).toMatchObject({
      failOn: 'breaking',
      settings: [],
    });
    expect(optionsWith('')).toMatchObject({ failOn: 'drift', settings: [] });
  });

  test("an audit's own keys are under [audit], and a check's level is not its", () => {
    const text = 'fail-on = "never"\nschema = "a"\n[audit]\nschema = ["b"]\nenvironment = "production"';
    expect(optionsWith(text)).toMatchObject({ failOn: 'never', schema: ['a'], environment: undefined });
    expect(optionsWith(text, 'audit')).toMatchObject({
      failOn: 'warning',
      schema: ['b'],
      environment: 'production',
    });
    expect(optionsWith(text, 'fix')).toMatchObject({ failOn: 'drift', schema: ['a'] });
    const accepting = optionsWith(text, 'accept', { live: 'postgresql://a@h/d', reason: 'x' });
    expect(accepting).toMatchObject({ schema: ['b'], environment: 'production' });
  });

  test('what needs the embedded database gives way to a database that is named', () => {
    const text = 'reset-with = "built-in"\nconfirm-with = "local-stack"\ntimeout = 700';
    const options = optionsWith(text, 'check', { database: 'local-stack' });
    expect(options).toMatchObject({ resetWith: 'supabase-cli', confirmWith: 'none', timeout: 700 });
    expect(options.settings.map(({ option }) => option)).toEqual(['timeout']);
    expect(optionsWith('timeout = 700')).toMatchObject({ resetWith: 'built-in', timeout: 700 });
  });

  test('two settings that contradict each other are told as the file has them', () => {
    const text = 'database = "local-stack"\nreset-with = "built-in"';
    expect(refusal(() => optionsWith(text)).message).toBe(
      'The setting `reset-with` in supabase/drift-gate.toml resets only the embedded database.',
    );
  });

  test('paths of the file are from the project, wherever the command runs', () => {
    const folder = projectWith('types = ["types.ts", "../shared.ts"]', { 'app/x': '' });
    const root = folderOf({ '.git/': '', 'app/supabase/drift-gate.toml': 'types = ["a.ts", "../b.ts"]' });
    expect(readSettings('check', { project: 'app' }, root)?.values[0]?.raw).toEqual(['app/a.ts', 'b.ts']);
    expect(() => readSettings('check', { project: folder }, folder)).toThrow(UsageError);
  });

  test('an input of a workflow wins, and an empty one is not given', () => {
    const folder = projectWith('fail-on = "never"\nreset-with = "built-in"');
    const read = (inputs: Record<string, string>) => {
      const json = JSON.stringify({ 'project-directory': folder, ...inputs });
      return optionsOf(readInputs(json, readSettings('check', { project: folder }, folder)));
    };
    expect(read({ 'fail-on': '' })).toMatchObject({ failOn: 'never', resetWith: 'built-in' });
    expect(read({ 'fail-on': 'drift' })).toMatchObject({
      failOn: 'drift',
      settings: [{ option: 'reset-with' }],
    });
  });
});

describe('editors and the guide', () => {
  const isValid = new Ajv({ allErrors: true, strict: false }).compile(settingsSchema());
  const rows = rowsOf(FLAGS).filter(([, { configurable }]) => configurable);
  const line = ([, row]: (typeof rows)[number]): string => `${keyOf(row)} = ${row.example}`;
  const FULL = [
    ...rows.filter(([, { only }]) => only === undefined || only.some((one) => one === 'check')).map(line),
    '[audit]',
    ...rows.filter(([, { only }]) => !only?.every((one) => one === 'check')).map(line),
  ]
    .join('\n')
    .replace(/(\[audit\][\s\S]*)fail-on = .*/, '$1fail-on = "note"');

  test('the schema takes every example, and what the reader takes', () => {
    expect(parseSettings(FULL, FILE).own.length).toBeGreaterThan(7);
    expect([isValid(parse(FULL)), isValid.errors]).toEqual([true, null]);
    const [, shown = ''] =
      /```toml\n([\s\S]*?)```/.exec(readFileSync(`${ROOT}.github/docs/configuration.md`, 'utf8')) ?? [];
    expect(isValid(parse(shown))).toBe(true);
    expect(parseSettings(shown, FILE).audit).toHaveLength(2);
  });

  test.each([
    'colour = 1',
    '[audit]\ncolour = 1',
    'fail-on = "error"',
    'timeout = "600"',
    'database = "postgresql://h/d"',
  ])('the schema refuses %j as the reader does', (text) => {
    expect(isValid(parse(text))).toBe(false);
    expect(() => parseSettings(text, FILE)).toThrow(UsageError);
  });
});
