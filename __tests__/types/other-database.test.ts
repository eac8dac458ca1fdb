// A file whose `Database` is not the type that is compared: told, unless it wraps that type.

import { expect, test } from '@jest/globals';
import { compareTypes } from '../../src/types/comparison.ts';
import { parseTypes } from '../../src/types/parse.ts';
import { typesOf } from '../project/disk/folder.ts';

const FRESH = typesOf('orders').replace('Database', 'Fresh');
const GENERATED = parseTypes(typesOf('orders'), 'the generated types', true);
const STALE = typesOf('gone').replace('export type Database = ', '');
const CHOICE = { named: [], expected: ['public'], platform: new Set<string>() };

/** What is told of a file that fits in all else. */
function told(text: string): string[] {
  const { changes, notices } = compareTypes(parseTypes(text, 'one.ts'), GENERATED, CHOICE);
  expect(changes).toEqual([]);
  return notices.filter(({ code }) => code === 'other-database').map(({ message }) => message);
}

test.each([
  ['an argument', `export type Database = Omit<${STALE}, 'x'>;`],
  ['an interface that extends another', 'export interface Database extends Q {}'],
  ['a class', 'export declare class Database extends Q {}'],
  ['an imported type', "import type { Q } from './q';\nexport type Database = Q;"],
  ['an import within', "export type Database = import('./q').Fresh;"],
  ['a member of the same name', 'export type Database = { Fresh: Q };'],
  ['an assigned import', 'export import Database = Q.Fresh;'],
  ['another type of the file', `type Old = Omit<${STALE}, 'x'>;\nexport type Database = Old;`],
  ['a circle', 'type A = B[]; type B = A[]; export type Database = A;'],
])('a `Database` that is not the compared type is told: %s', (_, declared) => {
  for (const text of [`${declared}\n${FRESH}`, `${FRESH}\n${declared}`])
    expect(told(text)).toEqual([
      '`one.ts` declares `Database`, which is not what was compared: `Fresh`. Keep the types that code imports in one declaration, or write `Database` in terms of `Fresh`.',
    ]);
});

test.each([
  ['`Old`', `type Old = Omit<${STALE}, 'x'>;\nexport type { Old as Database };`],
  ['`Old`', "export type { Old as Database } from './old';"],
  ['`Database`', "export type { Database } from './old';"],
])('one that is exported under the name is told: %s', (name, exported) => {
  expect(told(`${FRESH}\n${exported}`)).toEqual([
    `\`one.ts\` exports ${name} as \`Database\`, which is not what was compared: \`Fresh\`. Keep the types that code imports in one declaration, or write \`Database\` in terms of \`Fresh\`.`,
  ]);
});

test.each([
  ['none', ''],
  ['a wrapper', 'export type Database = MergeDeep<Fresh, { public: { Views: { a: { Row: {} } } } }>;'],
  ['an alias', 'export type Database = Fresh;'],
  ['an interface', 'export interface Database extends Omit<Fresh, "x"> {}'],
  ['a wrapper in two steps', 'type Fixed = Omit<Fresh, "x">;\nexport type Database = Fixed & { x: 1 };'],
  ['a part of it', "export type Database = { public: Fresh['public'] };"],
  ['the name in an export', 'export type { Fresh as Database };'],
])('nothing is told of %s', (_, declared) => {
  expect(told(`${FRESH}\n${declared}`)).toEqual([]);
});

test('nothing is told of a generated file', () => {
  expect(told(`${typesOf('orders')}\nexport type Tables = Database['public']['Tables'];`)).toEqual([]);
});

test('one that hides the compared `Database` behind an export is told', () => {
  expect(told(`${typesOf('orders').replace('export ', '')}\nexport type { Old as Database };`)).toHaveLength(
    1,
  );
});
