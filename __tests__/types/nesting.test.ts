// Types that call themselves for ever end in a sentence, and those that a generator could write are read.

import { describe, expect, test } from '@jest/globals';
import { UsageError } from '../../src/errors.ts';
import { parseTypes } from '../../src/types/parse.ts';
import { typesOf } from '../project/disk/folder.ts';

const columnOf = (type: string): string => typesOf('orders').replace('{ id: number }', `{ id: ${type} }`);

/** A type in itself, so many times. */
const NESTED: [string, (levels: number) => string][] = [
  ['parentheses', (n) => `${'('.repeat(n)}number${')'.repeat(n)}`],
  ['objects', (n) => `${'{ a: '.repeat(n)}number${' }'.repeat(n)}`],
  ['lists', (n) => `number${'[]'.repeat(n)}`],
  ['generic lists', (n) => `${'Array<'.repeat(n)}number${'>'.repeat(n)}`],
  ['tuples', (n) => `${'['.repeat(n)}number${']'.repeat(n)}`],
  ['members', (n) => `A${"['a']".repeat(n)}`],
  ['operators', (n) => `${'keyof '.repeat(n)}A`],
  ['conditions', (n) => `${'A extends B ? C : '.repeat(n)}number`],
  ['templates', (n) => `${'`${'.repeat(n)}A${'}`'.repeat(n)}`],
];

describe.each(NESTED)('%s in one another', (_, nested) => {
  test.each([250, 1000, 3000, 20_000])('are refused when there are %d', (levels) => {
    const parsing = () => parseTypes(columnOf(nested(levels)), 'types.ts');
    expect(parsing).toThrow(UsageError);
    expect(parsing).toThrow(
      /^types\.ts is nested more than 200 levels deep( \(line \d+\))?, which no generator writes\.$/,
    );
  });

  test('are read when there are a few', () => {
    expect(parseTypes(columnOf(nested(40)), 'types.ts').schemas.has('public')).toBe(true);
  });
});

test('a union may be as long as it likes, and other code of the file as deep as the parser takes', () => {
  const long = columnOf(`number${' | string'.repeat(20_000)}`);
  expect(parseTypes(`${long}\nconst sum = 1${' + 1'.repeat(5000)};`, 'types.ts').schemas.size).toBe(1);
});
