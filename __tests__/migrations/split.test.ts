import { describe, expect, test } from '@jest/globals';
import { lineAndColumn } from '../../src/locator.ts';
import { firstWord, splitStatements } from '../../src/migrations/split.ts';

const texts = (sql: string): string[] => splitStatements(sql).map(({ text }) => text);

/** Each was compared with what CLI 3.1.0 does; a parity test runs it against the program itself. */
const CASES: [sentence: string, sql: string, statements: string[]][] = [
  ['a semicolon ends a statement', 'select 1; select 2;', ['select 1', 'select 2']],
  ['the last one needs no semicolon', 'select 1;\nselect 2\n', ['select 1', 'select 2']],
  ['empty ones vanish', ';;\n ; select 1;;', ['select 1']],
  ['an empty file has none', ' \r\n\t', []],
  ['white space around goes, line ends within stay', '\r\nselect\r\n1\r\n;\r\n', ['select\r\n1']],
  ['a byte order mark goes', '\uFEFFselect 1;', ['select 1']],
  ['a comment belongs to the statement behind it', '-- a; b\nselect 1;\n-- c', ['-- a; b\nselect 1', '-- c']],
  ['a lone carriage return ends a line comment', '-- a\rselect 1; select 2', ['-- a\rselect 1', 'select 2']],
  ['one minus is no comment', 'select 1 - 2; select 3', ['select 1 - 2', 'select 3']],
  [
    'block comments nest',
    'select /* a; /* b; */ c; */ 1; select 2',
    ['select /* a; /* b; */ c; */ 1', 'select 2'],
  ],
  ['a slash between opens no comment', 'select /*/ ; */ 1', ['select /*/ ; */ 1']],
  [
    'a quoted semicolon does not count',
    "select ';', 'it''s;'; select 2",
    ["select ';', 'it''s;'", 'select 2'],
  ],
  ['a backslash in a plain string is plain', "select '\\'; select 2", ["select '\\'", 'select 2']],
  [
    'a backslash escapes the quote of an E string',
    "select E'\\';'; select 2",
    ["select E'\\';'", 'select 2'],
  ],
  [
    'an e at the end of a word makes no E string',
    "select name'\\'; select 2",
    ["select name'\\'", 'select 2'],
  ],
  [
    'an E string goes on behind a line end',
    "select e'a'\n'\\';'; select 2",
    ["select e'a'\n'\\';'", 'select 2'],
  ],
  ['on the same line it does not', "select e'a' '\\'; select 2", ["select e'a' '\\'", 'select 2']],
  [
    'a quoted identifier hides a semicolon',
    'select "a;""b;" from t; select 2',
    ['select "a;""b;" from t', 'select 2'],
  ],
  [
    'a dollar quote hides everything',
    "do $$ begin; ' end $$; select 2",
    ["do $$ begin; ' end $$", 'select 2'],
  ],
  [
    'only its own tag closes it',
    'do $a$ ; $$ ; $b$ ; $a$; select 2',
    ['do $a$ ; $$ ; $b$ ; $a$', 'select 2'],
  ],
  ['a tag may have other letters', 'do $größe$ ; $größe$; select 2', ['do $größe$ ; $größe$', 'select 2']],
  [
    'a dollar inside a word opens nothing',
    'select a$b$ from t; select $b$ from u',
    ['select a$b$ from t', 'select $b$ from u'],
  ],
  ['a parameter opens nothing', 'select $1; select 2', ['select $1', 'select 2']],
  [
    'a semicolon in parentheses stays',
    'create rule r as do (notify a; select 1); select 2',
    ['create rule r as do (notify a; select 1)', 'select 2'],
  ],
  ['one closing parenthesis closes all', 'select (a (b) ; c)', ['select (a (b)', 'c)']],
  [
    'a quoted parenthesis closes nothing',
    'do (-- )\n\')\' ; ")" /* ) */ ; 1); a',
    ['do (-- )\n\')\' ; ")" /* ) */ ; 1)', 'a'],
  ],
  ['a backslash outside quotes escapes one character', 'a \\; b; c', ['a \\; b', 'c']],
  [
    'begin atomic protects its body',
    'create function f() begin atomic select 1; select 2; end; select 3',
    ['create function f() begin atomic select 1; select 2; end', 'select 3'],
  ],
  [
    'case … end does not close it',
    'BEGIN\nATOMIC select case when a then b end; END; c',
    ['BEGIN\nATOMIC select case when a then b end; END', 'c'],
  ],
  [
    'a comment before its end does no harm',
    'begin atomic select 1; -- end;\n/* x */ end; c',
    ['begin atomic select 1; -- end;\n/* x */ end', 'c'],
  ],
  [
    'a name that ends in atomic is a name',
    'begin; select fn_atomic; end',
    ['begin', 'select fn_atomic', 'end'],
  ],
  [
    'a name that begins with end is a name',
    'begin atomic select 1; ending; end; c',
    ['begin atomic select 1; ending; end', 'c'],
  ],
  ['an unterminated quote takes the rest', "select 1; select 'a; b", ['select 1', "select 'a; b"]],
  ['an unterminated dollar quote too', 'do $x$ a; b $y$', ['do $x$ a; b $y$']],
  ['an unterminated comment too', 'a; /* b; /* */ c;', ['a', '/* b; /* */ c']],
];

describe('a file is cut into statements as the CLI cuts it', () => {
  test.each(CASES)('%s', (_, sql, statements) => {
    expect(texts(sql)).toEqual(statements);
  });

  test.each(CASES)('each statement is found at its start: %s', (_, sql) => {
    for (const { text, start } of splitStatements(sql))
      expect(sql.slice(start, start + text.length)).toBe(text);
  });
});

describe('splitting is linear', () => {
  const MEGABYTES_5 = 5_000_000;
  const fill = (piece: string): string => piece.repeat(MEGABYTES_5 / piece.length);

  test.each<[what: string, sql: string]>([
    ['inserts', fill(`insert into t values (1, 'a;b'); -- c\n`)],
    ['semicolons in an unterminated quote', `'${fill(';')}`],
    ['escapes in an unterminated E string', `e'${fill("\\'")}`],
    ['comments that end in a carriage return', fill('-- a\r')],
    ['dollars', fill('$a')],
    ['tags', fill('$a$ ')],
    ['open begin atomics', fill('begin atomic select end ')],
    ['open parentheses', fill('(')],
    ['nested comments', fill('/*')],
    ['trailing semicolons behind an escape', `\\${fill(';')}`],
  ])('5 MB of %s take under five seconds', (_, sql) => {
    const start = performance.now();
    splitStatements(sql);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('places', () => {
  test.each<[text: string, word: string]>([
    ['select 1', 'select 1'],
    ['-- a\n/* b /* c */ */\r\n create table t ()', 'create table t ()'],
    ['-- only a comment', '-- only a comment'],
  ])('the first word of %j', (text, word) => {
    expect(text.slice(firstWord(text))).toBe(word);
  });

  test.each<[sql: string, at: string, line: number, column: number]>([
    ['select 1', 'select', 1, 1],
    ['a;\nb;\n  c', 'c', 3, 3],
    ['a;\r\nb', 'b', 2, 1],
    ["select '😀é', x", 'x', 1, 14],
    ['-- 😀\nselect 😀, y', 'y', 2, 11],
    ['\uFEFFa b', 'b', 1, 3],
  ])('in %j, %s stands at line %i, column %i', (sql, at, line, column) => {
    expect(lineAndColumn(sql, sql.indexOf(at))).toEqual({ line, column });
  });
});
