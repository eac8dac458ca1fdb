// What config.toml takes from the environment, held against what the Supabase CLI made of the same files (2.122.1 and
// 3.1.0, measured by creating secrets of the values and reading them back).

import { describe, expect, test } from '@jest/globals';
import { environmentFiles, parseEnvironment, vaultOf } from '../../src/project/environment.ts';
import { parseConfig } from '../../src/project/project.ts';

describe('a .env file', () => {
  test.each([
    ['export A=exported # comment', 'exported'],
    ['A="dq \\n x # no" # c', 'dq \n x # no'],
    ["A='sq \\n $A'", 'sq \\n $A'],
    ['B=b\nA=$B-x', 'b-x'],
    ['A="multi\nline"', 'multi\nline'],
    ['A: colon', 'colon'],
    ['A = spaced value  ', 'spaced value'],
    ['# c\n\nA=a#b', 'a#b'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: that is how a file names a variable
    ['B=a#b\nA="${B}"', 'a#b'],
    ['A=', ''],
    ['A="quo\\"te"', 'quo"te'],
    ['A=`bt`', '`bt`'],
    ['A=x=y', 'x=y'],
    ['A="a"b', 'a'],
    ['A=a\r\nB=b\r\n', 'a'],
  ])('%j', (text, value) => {
    expect(parseEnvironment(text).get('A')).toBe(value);
  });

  test('of a megabyte of open quotes is read in a moment', () => {
    const started = performance.now();
    parseEnvironment('A="\\'.repeat(262_144));
    parseEnvironment('\tA = \'\n"\n'.repeat(131_072));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

test('the files in which a variable is looked up, first answer first', () => {
  expect(environmentFiles()).toEqual([
    '.env.development.local',
    '.env.local',
    '.env.development',
    '.env',
    'supabase/.env.development.local',
    'supabase/.env.local',
    'supabase/.env.development',
    'supabase/.env',
  ]);
  expect(environmentFiles('test')).not.toContain('.env.local');
});

test('the secrets of the vault are those that have a value here', () => {
  const { vault } = parseConfig(
    '[db.vault]\nplain = "a"\nset = "env(SET)"\nunset = "env(UNSET)"\nempty = "env(EMPTY)"\nnothing = ""\nlocked = "encrypted:BA=="\nnumber = 5\n',
    'config.toml',
  );
  const variables = new Map([
    ['SET', 'b'],
    ['EMPTY', ''],
  ]);
  expect(vaultOf(vault, variables)).toEqual({
    secrets: [
      { name: 'plain', value: 'a' },
      { name: 'set', value: 'b' },
    ],
    unset: [{ name: 'unset', variable: 'UNSET' }, { name: 'empty', variable: 'EMPTY' }, { name: 'locked' }],
  });
});
