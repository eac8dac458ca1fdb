// What CHECK constraints prove, read from the expressions that a real database prints.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { allowedValues } from '../../src/database/allowed-values.ts';
import { catalogObjects } from '../../src/database/catalog-objects.ts';
import { type EmbeddedDatabase, openEmbedded } from '../../src/database/embedded/engine.ts';

const DRAFT_OR_PAID = ['draft', 'paid'];

/** A column of a type with a constraint, and what it may hold. */
const COLUMNS: [definition: string, allowed: string[] | undefined][] = [
  ["a text check (a in ('draft', 'paid'))", DRAFT_OR_PAID],
  ["a text check (a = any (array['draft', 'paid']))", DRAFT_OR_PAID],
  ["a text check (a = any ('{draft,paid}'))", undefined],
  ["a varchar(20) check (a in ('draft', 'paid'))", DRAFT_OR_PAID],
  ["a char(5) check (a in ('draft'))", ['draft']],
  ["a text check (a = 'draft' or a = 'paid')", DRAFT_OR_PAID],
  ["a text check (a is null or a in ('draft', 'paid'))", DRAFT_OR_PAID],
  ["a text check ('draft' = a)", undefined],
  [
    "a text check (a in ('it''s', '(a)', 'x::text', '', 'ARRAY[1]'))",
    ["it's", '(a)', 'x::text', '', 'ARRAY[1]'],
  ],
  ["a text check (a in (E'a\\nb', 'c'))", ['a\nb', 'c']],
  ['a int check (a in (1, 2, -3))', ['1', '2', '-3']],
  ['a bigint check (a in (1, 2))', ['1', '2']],
  ['a numeric check (a in (1.5, 2))', ['1.5', '2']],
  ["a text check (a in ('draft', 'paid')) check (a in ('paid', 'void'))", ['paid']],
  ["a text check (a in ('draft', 'paid')) check (length(a) > 2)", DRAFT_OR_PAID],
  ["a text check (a in ('draft', 'paid') and length(a) > 2)", undefined],
  ["a text check (a in ('draft', 'paid') or current_user = 'void')", undefined],
  ["a text check (a not in ('draft', 'paid'))", undefined],
  ["a text check (a like 'draft')", undefined],
  ["a text check (lower(a) in ('draft', 'paid'))", undefined],
  ["a text check (a in ('draft', lower('PAID')))", undefined],
  ['a int check (a > 0)', undefined],
  ["a text, b text, check (a in ('draft') or b in ('x'))", undefined],
  ['a text, "B" text, check ("B" in (\'draft\', \'paid\'))', undefined],
  ['a by_domain', DRAFT_OR_PAID],
  ['a by_nested_domain', ['paid']],
];

let database: EmbeddedDatabase;
const allowedOf = new Map<string, Readonly<Record<string, readonly string[]>> | undefined>();
beforeAll(async () => {
  database = await openEmbedded({ extensions: [] });
  await database.exec(`
    create domain by_domain as text check (value in ('draft', 'paid'));
    create domain by_nested_domain as by_domain check (value in ('paid', 'void'));
    create function f(state by_domain, n int) returns by_nested_domain language sql as $$ select 'paid'::by_nested_domain $$;
    create table late (a text);
    alter table late add constraint one check (a in ('draft')) not valid;
    create table parent (a text check (a in ('draft'))) partition by list (a);
    create table child partition of parent for values in ('draft');
    ${COLUMNS.map(([definition], index) => `create table t${index} (${definition});`).join('\n')}`);
  for (const { name, allowedValues: allowed } of await catalogObjects(database)) allowedOf.set(name, allowed);
});
afterAll(() => database.close());

test.each(COLUMNS.map(([definition, allowed], index) => [definition, allowed, index] as const))(
  '%s',
  (_, allowed, index) => {
    expect(allowedOf.get(`t${index}`)?.a).toEqual(allowed);
  },
);

test('a quoted name, a function of domains, a partition', () => {
  const quoted = COLUMNS.findIndex(([definition]) => definition.includes('"B"'));
  expect(allowedOf.get(`t${quoted}`)).toEqual({ B: DRAFT_OR_PAID });
  expect(allowedOf.get('f')).toEqual({ state: DRAFT_OR_PAID, '': ['paid'] });
  expect(allowedOf.get('child')).toEqual({ a: ['draft'] });
});

test('a constraint that old rows may break proves nothing', () => {
  expect(allowedOf.get('late')).toBeUndefined();
});

describe('an expression that no list is', () => {
  test.each([
    ['deep', `${'('.repeat(10_000)}a = 'x'${')'.repeat(10_000)}`],
    ['long', `(a = ANY (ARRAY[${"'x', ".repeat(5_000)}'x']))`],
    ['cut off', "(a = ANY (ARRAY['x'"],
    ['empty', ''],
  ])('%s', (_, expression) => {
    expect(allowedValues([{ of: 'a', expression }])).toBeUndefined();
  });
});
