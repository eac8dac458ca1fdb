import { describe, expect, test } from '@jest/globals';
import { offsetOf, parseMigration } from '../../src/migrations/parse.ts';

async function pieces(sql: string): Promise<string[]> {
  const { statements } = await parseMigration(sql);
  return statements.map(({ start, end }) => sql.slice(start, end));
}

describe('statements know their place in the file', () => {
  test.each<[sentence: string, sql: string, expected: string[]]>([
    ['behind their comments', '-- a\nselect 1; /* b */ select 2;', ['select 1', 'select 2']],
    [
      'behind text of several bytes',
      "select 'é😀'; -- ü\nselect '漢';select 3",
      ["select 'é😀'", "select '漢'", 'select 3'],
    ],
    [
      'behind a byte order mark, with CRLF',
      '\uFEFFselect 1;\r\n-- é\r\nselect 2;\r\n',
      ['select 1', 'select 2'],
    ],
    [
      'several in one piece of the CLI',
      "select 'é' as -- begin\natomic; select 2",
      ["select 'é' as -- begin\natomic", 'select 2'],
    ],
    ['none in a file of comments', '-- nothing', []],
    ['none in an empty file', '', []],
  ])('%s', async (_, sql, expected) => {
    expect(await pieces(sql)).toEqual(expected);
  });

  test('locations of the tree are bytes, offsets of the file are UTF-16 units', async () => {
    const sql = "select 1;\ncomment on column a.b is 'x';\nselect 'é😀漢' from ghost";
    const { statements } = await parseMigration(sql);
    const node = statements[2]?.node;
    const from = node && 'SelectStmt' in node ? node.SelectStmt.fromClause?.[0] : undefined;
    const location = from && 'RangeVar' in from ? from.RangeVar.location : undefined;
    const [, , third] = statements;
    expect(third && offsetOf(third, location)).toBe(sql.indexOf('ghost'));
    expect(third && offsetOf(third, undefined)).toBe(sql.lastIndexOf('select'));
  });
});

describe('what the parser refuses', () => {
  test('is located, and does not hide the rest', async () => {
    const sql = "select 'é😀'; -- é\ncreate 'é😀' tabel x; select 2";
    const { statements, refused } = await parseMigration(sql);
    expect(statements).toHaveLength(2);
    expect(refused).toEqual([
      {
        message: `syntax error at or near "'é😀'"`,
        offset: sql.lastIndexOf("'é"),
        source: { text: "-- é\ncreate 'é😀' tabel x", start: sql.indexOf('-- é') },
      },
    ]);
  });

  test('may be deeper than the stack', async () => {
    const deep = `select ${Array.from({ length: 30_000 }, () => 'a').join('||')}`;
    const { statements, refused } = await parseMigration(`${deep}; select 1`);
    expect(statements.length + refused.length).toBe(2);
    expect(await pieces('select 1')).toEqual(['select 1']);
  });
});
