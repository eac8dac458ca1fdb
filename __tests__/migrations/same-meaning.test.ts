import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { firstDifference } from '../../src/migrations/same-meaning.ts';
import { splitStatements } from '../../src/migrations/split.ts';
import { discoverProject } from '../../src/project/disk/discover.ts';
import { PROJECTS } from '../cli/run.ts';
import { reformatted, wordPlaces } from './reformatted.ts';

const SEED = Number(process.env.MEANING_SEED ?? 20261123);
const RUNS = Number(process.env.MEANING_RUNS ?? 60);

const FUNCTION = (body: string, rest = 'language plpgsql'): string =>
  `create function f() returns int ${rest} as ${body}`;

const SAME: [sentence: string, file: string, recorded: string[]][] = [
  ['the same statements', 'select 1;\nselect 2;', ['select 1', 'select 2']],
  ['one text for the whole file', '-- a\nselect 1;\nselect 2;\n', ['-- a\nselect 1;\nselect 2;\n']],
  ['comments that were stripped', '-- a\nselect /* b */ 1; -- c', ['select 1']],
  ['a statement that ends in a comment', 'select 1 -- a\n;\nselect 2', ['select 1 -- a', 'select 2']],
  ['comments alone', '-- a\n', []],
  ['a comment that was recorded as a statement', '', ['-- a']],
  ['empty statements', ';;select 1;;', ['select 1']],
  ['white space and line ends', 'select\r\n  1,\t2', ['select 1, 2']],
  ['line ends in strings, which Git may change', "select 'a\r\nb'", ["select 'a\nb'"]],
  ['line ends in strings the other way round', "select 'a\nb'", ["select 'a\r\nb'"]],
  ['a byte order mark', '\uFEFFselect 1', ['select 1']],
  ['the case of keywords and names', 'SELECT Id FROM Orders', ['select id from orders']],
  ['needless quotes', 'select "id" from "orders"', ['select id from orders']],
  ['other quotes of one string', "select $$it's$$, $a$b$a$", ["select 'it''s', 'b'"]],
  ['an escape string of plain letters', "select E'a'", ["select 'a'"]],
  ['a string in two parts', "select 'a'\n'b'", ["select 'ab'"]],
  [
    'words for one type',
    'create table t (a integer, b varchar(3))',
    ['create table t (a int, b character varying(3))'],
  ],
  ['a needless parenthesis', 'select (1)', ['select 1']],
  ['no space where none is needed', 'select a=-1,b::int from t', ['select a = -1 , b :: int from t']],
  ['a body in other quotes', FUNCTION("'begin return 1; end'"), [FUNCTION('$f$begin return 1; end$f$')]],
  [
    'white space and comments in a body',
    FUNCTION('$$ begin\n  x:=-1; -- a\n  RETURN 1;\nend $$'),
    [FUNCTION('$$begin x := -1; return 1; END$$')],
  ],
  [
    'a body in SQL',
    FUNCTION('$$ SELECT 1 $$', 'language sql'),
    [FUNCTION('$$select /* a */ 1$$', 'language sql')],
  ],
  ['a block', 'do $$ begin perform 1; end $$', ['DO $x$\nBEGIN PERFORM 1; END;\n$x$']],
  ['a statement that the parser refuses', 'create  tabel T -- a', ['CREATE TABEL t']],
  [
    'a body of SQL in the open',
    'create function f() returns int begin atomic select 1; select 2; end; select 3',
    ['create function f() returns int begin atomic select 1', 'select 2', 'end', 'select 3'],
  ],
];

const DIFFERENT: [
  sentence: string,
  file: string,
  recorded: string[],
  line: number | undefined,
  actual: string | undefined,
][] = [
  ['another statement', 'select 1;\nselect 2;', ['select 1', 'select 3'], 2, 'select 3'],
  ['one more', 'select 1;\n\n-- a\nselect 2;', ['select 1'], 4, undefined],
  ['one less', 'select 1;', ['select 1', 'select 2'], undefined, 'select 2'],
  ['another order', 'select 1;\nselect 2;', ['select 2', 'select 1'], 1, 'select 2'],
  ['the case of a quoted name', 'select "Id"', ['select "id"'], 1, 'select "id"'],
  ['quotes around a keyword', 'select "user"', ['select user'], 1, 'select user'],
  ['the case of a string', "select 'A'", ["select 'a'"], 1, "select 'a'"],
  ['white space in a string', "select 'a  b'", ["select 'a b'"], 1, "select 'a b'"],
  ['white space in a dollar quote', 'select $$a  b$$', ['select $$a b$$'], 1, 'select $$a b$$'],
  [
    'a comment that is one no more',
    'select 1; -- select 2;',
    ['select 1', 'select 2'],
    undefined,
    'select 2',
  ],
  [
    'a schema with an element, and a table beside it',
    'create schema a create table t (id int)',
    ['create schema a', 'create table t (id int)'],
    1,
    'create schema a',
  ],
  [
    'a number in a body',
    FUNCTION('$$ begin return 1; end $$'),
    [FUNCTION('$$ begin return 2; end $$')],
    1,
    FUNCTION('$$ begin return 2; end $$'),
  ],
  [
    'a string in a body',
    FUNCTION("$$ begin return 'A b'; end $$"),
    [FUNCTION("$$ begin return 'A  b'; end $$")],
    1,
    FUNCTION("$$ begin return 'A  b'; end $$"),
  ],
  [
    'white space in a body of another language',
    FUNCTION('$$ return 1 $$', 'language plv8'),
    [FUNCTION('$$  return 1 $$', 'language plv8')],
    1,
    FUNCTION('$$  return 1 $$', 'language plv8'),
  ],
  [
    'the language of a body',
    FUNCTION('$$ select 1 $$', 'language sql'),
    [FUNCTION('$$ select 1 $$')],
    1,
    FUNCTION('$$ select 1 $$'),
  ],
  ['a statement that the parser refuses', 'create tabel t', ['create tabel u'], 1, 'create tabel u'],
  [
    'a folder that is called a location',
    "create tablespace t location '/a'",
    ["create tablespace t location '/b'"],
    1,
    "create tablespace t location '/b'",
  ],
];

describe('a file means what was recorded, whatever they have of', () => {
  test.each(SAME)('%s', async (_, file, recorded) => {
    expect(await firstDifference(file, recorded)).toBeUndefined();
  });
});

describe('a file does not mean what was recorded, with', () => {
  test.each(DIFFERENT)('%s', async (_, file, recorded, line, actual) => {
    const found = await firstDifference(file, recorded);
    expect([found?.expected?.line, found?.actual]).toEqual([line, actual]);
    expect(found).toBeDefined();
  });
});

/** Real migrations, one of each kind that a project has. */
const FILES = discoverProject(`${PROJECTS}/backoffice`).migrations.map(({ sql }) => sql);
const statements = (sql: string): string[] => splitStatements(sql).map(({ text }) => text);
const property = { seed: SEED, numRuns: RUNS };
const someFile = fc.constantFrom(...FILES);
const choices = fc.array(fc.nat(99), { minLength: 40, maxLength: 80 });

describe('of the migrations of a project', () => {
  test('none differs from itself in other looks, cut in other places', async () => {
    await fc.assert(
      fc.asyncProperty(someFile, choices, fc.nat(3), async (sql, numbers, cut) => {
        const other = reformatted(sql, numbers);
        const recorded = cut === 0 ? [other] : statements(other);
        expect(await firstDifference(sql, recorded)).toBeUndefined();
        expect(await firstDifference(other, statements(sql))).toBeUndefined();
      }),
      property,
    );
  });

  test('each differs when one word of it does, at the statement that has the word', async () => {
    const places = FILES.flatMap((sql) => wordPlaces(sql).map((at) => ({ sql, at })));
    expect(places.length).toBeGreaterThan(1000);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), choices, async ({ sql, at }, numbers) => {
        const isQuoted = /['"]/.test(sql.charAt(at));
        const edited = `${sql.slice(0, at + (isQuoted ? 1 : 0))}x${sql.slice(at + (isQuoted ? 1 : 0))}`;
        const found = await firstDifference(edited, statements(reformatted(sql, numbers)));
        const statement = splitStatements(edited).findLast(({ start }) => start <= at);
        expect(found?.expected?.text).toBe(statement?.text.slice(-(found?.expected?.text.length ?? 0)));
      }),
      { ...property, numRuns: RUNS * 5 },
    );
  });
});

test('700 files that were not edited take less than half a second', async () => {
  const sql = FILES.join('\n');
  const recorded = statements(sql);
  const started = performance.now();
  for (let file = 0; file < 700 / FILES.length; file++) await firstDifference(sql, recorded);
  expect(performance.now() - started).toBeLessThan(500);
});
