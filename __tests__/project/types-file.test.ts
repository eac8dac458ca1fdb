import { describe, expect, test } from '@jest/globals';
import { UsageError } from '../../src/errors.ts';
import { decodeSql, decodeText, decodeUtf8, encodeLike } from '../../src/project/text/decode.ts';
import { stripLogLines } from '../../src/project/types-file/log-lines.ts';
import { chooseTypes, groupCopies, readTypes, whichTypes } from '../../src/project/types-file/types-file.ts';

const bytes = (text: string): Buffer => Buffer.from(text, 'utf8');
const read = (text: string) => readTypes(bytes(text), 'src/types.ts');
const TYPES = 'export type Database = {\n  public: {}\n}\n';

describe('bytes', () => {
  const utf16 = Buffer.from(`\uFEFF${TYPES} é😀`, 'utf16le');
  test.each([
    ['UTF-8', bytes(`${TYPES} é😀`)],
    ['UTF-8 with a mark', bytes(`\uFEFF${TYPES} é😀`)],
    ['UTF-16 as PowerShell writes it', utf16],
    ['big-endian UTF-16', Buffer.from(utf16).swap16()],
  ])('of %s are decoded, and encoded again as they were', (_, original) => {
    const text = decodeText(original, 'src/types.ts');
    expect(text).toBe(`${TYPES} é😀`);
    expect(Buffer.from(encodeLike(original, text)).equals(original)).toBe(true);
  });

  test('that are binary are refused', () => {
    const decoding = () => decodeText(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0]), 'src/types.ts');
    expect(decoding).toThrow(UsageError);
    expect(decoding).toThrow('src/types.ts, a types file, is not text: it holds NUL bytes.');
  });

  const latin1 = Buffer.from("select 1;\ninsert into t values ('café');", 'latin1');

  test('that are not UTF-8 are refused with their line', () => {
    expect(() => decodeUtf8(latin1, 'types.ts', 'types file')).toThrow(
      'types.ts, a types file, is not UTF-8: line 2 has bytes that are no character.',
    );
    expect(() => decodeUtf8(utf16, 'types.ts', 'types file')).toThrow(UsageError);
  });

  test('of SQL are read as the CLI reads them: what is no character as U+FFFD, and NUL bytes as they are', () => {
    const read = (sql: Buffer) => decodeSql(sql, '1_a.sql', 'migration');
    expect(read(bytes('\uFEFFselect 1;'))).toEqual({ text: '\uFEFFselect 1;' });
    expect(read(latin1)).toEqual({ text: "select 1;\ninsert into t values ('caf\uFFFD');", brokenLine: 2 });
    expect(read(Buffer.from('\uFEFFab', 'utf16le'))).toEqual({ text: '\uFFFD\uFFFDa\0b\0', brokenLine: 1 });
  });

  test.each([
    ['\0GITCRYPT\0\u0001x', 'is encrypted with git-crypt'],
    ['version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n', 'is a pointer of Git LFS'],
  ])('that stand for a file which the checkout lacks are refused: %j', (text, said) => {
    expect(() => decodeSql(bytes(text), '1_a.sql', 'migration')).toThrow(`1_a.sql, a migration, ${said}`);
    expect(() => decodeText(bytes(text), 'types.ts')).toThrow(`types.ts, a types file, ${said}`);
  });
});

describe('log lines', () => {
  test.each([
    ['npx', 'Need to install the following packages:\n  supabase@1.64.3\nOk to proceed? (y) y\n', [1, 2, 3]],
    ['a connection', 'Connecting to db 5432\n', [1]],
    ['an address', 'Connecting to 127.0.0.1 54322\n', [1]],
    ['a connection without TLS', '│\n▲  Connected to 127.0.0.1 without TLS: use sslmode\n', [1, 2]],
    [
      'Node',
      '(node:1) ExperimentalWarning: Importing JSON modules\n(Use `node --trace-warnings ...`)\n',
      [1, 2],
    ],
    ['npm', '\n> app@1.0.0 db:types\n> supabase gen types --local\n\n', [2, 3]],
    ['yarn', 'yarn run v1.22.19\n$ supabase gen types --local\n', [1, 2]],
    ['colour', '\u001b[33mWARN:\u001b[0m no SMS provider is enabled\r\n', [1]],
  ])('of %s at the start are taken off', (_, log, stripped) => {
    const result = stripLogLines(log + TYPES);
    expect(result.stripped).toEqual(stripped);
    expect(result.text.trimStart()).toBe(TYPES);
  });

  test('at the end are taken off', () => {
    const log =
      'A new version of Supabase CLI is available: v2.39.2 (currently installed v2.30.4)\nWe recommend updating regularly for new features and bug fixes: https://supabase.com/docs\n';
    expect(stripLogLines(TYPES + log)).toEqual({ text: TYPES, stripped: [4, 5] });
  });

  test('in the middle stay', () => {
    const text = `${TYPES}Connecting to db 5432\n${TYPES}`;
    expect(stripLogLines(text)).toEqual({ text, stripped: [] });
  });

  test.each([TYPES, `\n${TYPES}\n`, '// Connecting to db 5432\n', '/* eslint-disable */\n', ''])(
    'are not seen where there are none: %j',
    (text) => expect(stripLogLines(text)).toEqual({ text, stripped: [] }),
  );

  test('and nothing else are no types file', () => {
    expect(() => read('Connecting to db 5432\n\n')).toThrow(
      'Types file src/types.ts holds only log lines of the Supabase CLI.',
    );
  });
});

describe('a file that holds no types', () => {
  test.each(['', ' \n\n'])('is refused as empty: %j', (text) => {
    expect(() => read(text)).toThrow('Types file src/types.ts is empty.');
  });

  test.each([
    [
      '{"_tag":"Error","error":{"code":"ProjectRefNotLinkedError","message":"Cannot find project ref."}}\n',
      'Cannot find project ref',
    ],
    ['{"_tag":"Error","error":{"code":"ProjectRefNotLinkedError"}}', 'ProjectRefNotLinkedError'],
    ['Connecting to db 5432\n{"message":"Unauthorized"}', 'Unauthorized'],
    ['{"_tag":"Error","error":{"co', 'it is cut off'],
  ])('but an error message is refused with it: %s', (text, said) => {
    expect(() => read(text)).toThrow(
      `src/types.ts holds an error message of the Supabase CLI in place of types: ${said}.`,
    );
  });

  test('for another reason is left to the parser', () => {
    expect(read('{ "compilerOptions": {} }').text).toBe('{ "compilerOptions": {} }');
    expect(read('hello').text).toBe('hello');
  });
});

describe('several types files', () => {
  const file = (path: string, text: string) => ({ path, text });

  test('that are the same but for line ends are one', () => {
    expect(groupCopies([file('b.ts', TYPES), file('a.ts', TYPES.replaceAll('\n', '\r\n'))])).toEqual([
      { path: 'a.ts', text: TYPES.replaceAll('\n', '\r\n'), copies: ['b.ts'] },
    ]);
  });

  test('of which one differs are each taken; the question which is meant names them all', () => {
    const [a, b, ...others] = chooseTypes(
      [file('b.ts', TYPES), file('c.ts', TYPES), file('a.ts', 'x')],
      'the project',
    );
    if (a === undefined || b === undefined) throw new Error('there are two');
    expect([a.path, b.path, b.copies, others]).toEqual(['a.ts', 'b.ts', ['c.ts'], []]);
    expect(whichTypes([a, b], []).message).toBe(
      'Generated types were found in 3 files that differ: a.ts, b.ts, c.ts.',
    );
    expect(whichTypes([a, b], [b]).message).toBe(
      'Generated types were found in 3 files that differ: a.ts, b.ts, c.ts; in sync with the migrations: b.ts, c.ts.',
    );
  });

  test('of which there is none say what was looked for, and where', () => {
    expect(() => chooseTypes([], 'the project')).toThrow(/^No generated types were found in the project: /);
  });
});
