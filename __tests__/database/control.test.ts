import { describe, expect, test } from '@jest/globals';
import { parseStandIn } from '../../src/database/platform/control.ts';

const HEAD = '-- comment: What it is\n-- version: 1.6.4\n-- relocatable: false\n';

describe('parseStandIn', () => {
  test('writes the control file from the head, and keeps the rest as the script', () => {
    expect(parseStandIn('pg_cron', `${HEAD}\n-- a remark\nselect 1;\n`)).toEqual({
      control: "comment = 'What it is'\ndefault_version = '1.6.4'\nrelocatable = false\n",
      script: '\n-- a remark\nselect 1;\n',
      version: '1.6.4',
      requires: [],
    });
  });

  test('names what it requires in the control file', () => {
    const parsed = parseStandIn('pgjwt', `${HEAD}-- requires: pgcrypto, uuid-ossp\nselect 1;`);
    expect(parsed.control).toContain("requires = 'pgcrypto, uuid-ossp'\n");
    expect(parsed.requires).toEqual(['pgcrypto', 'uuid-ossp']);
  });

  test('wants the files of another extension on hand without requiring that it be created', () => {
    const parsed = parseStandIn('wrappers', `${HEAD}-- files-of: postgres_fdw\nselect 1;`);
    expect(parsed.control).not.toContain('requires');
    expect(parsed.requires).toEqual(['postgres_fdw']);
  });

  test('doubles a quote in the comment', () => {
    const sql = HEAD.replace('What it is', "It's a test");
    expect(parseStandIn('x', `${sql}select 1;`).control).toContain("comment = 'It''s a test'");
  });

  test('takes a file with CRLF line ends', () => {
    expect(parseStandIn('x', `${HEAD.replaceAll('\n', '\r\n')}select 1;`).version).toBe('1.6.4');
  });

  test.each(['comment', 'version', 'relocatable'])('refuses a head without %s', (key) => {
    const sql = HEAD.replace(new RegExp(`^-- ${key}: .*\n`, 'm'), '');
    expect(() => parseStandIn('pg_net', `${sql}select 1;`)).toThrow(
      `pg_net.sql: its head has no line "-- ${key}: …"`,
    );
  });

  test.each([
    ['-- require: pgcrypto', 'unknown line "-- require: …"'],
    ['-- version: 2', 'says "version" twice'],
  ])('refuses the head line %s', (line, message) => {
    expect(() => parseStandIn('x', `${HEAD}${line}\nselect 1;`)).toThrow(message);
  });

  test('refuses a word that is not true or false for relocatable', () => {
    expect(() => parseStandIn('x', `${HEAD.replace('false', 'no')}select 1;`)).toThrow('not "no"');
  });

  test('refuses a version that is no file name', () => {
    expect(() => parseStandIn('x', `${HEAD.replace('1.6.4', '1/6')}select 1;`)).toThrow(
      '"1/6" is no version',
    );
  });

  test('refuses a head with nothing under it', () => {
    expect(() => parseStandIn('x', HEAD)).toThrow('no script');
  });
});
