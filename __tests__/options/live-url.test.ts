// What is read of the URL of a live database, and what is refused without asking it; nothing of it is repeated.

import { describe, expect, test } from '@jest/globals';
import { isTransactionPooler, type LiveUrl, readLiveUrl } from '../../src/options/live-url.ts';
import { textOn } from '../../src/surface.ts';

const POOLER = 'aws-0-eu-central-1.pooler.supabase.com';
const DIRECT = 'db.abcdefghijklmnopqrst.supabase.co';

function read(text: string, ca?: string): LiveUrl {
  const url = readLiveUrl(text, ca);
  if ('fault' in url) throw new Error(textOn('command-line', url.fault));
  return url;
}

/** What is wrong with a URL, as the command line says it. */
function wordsOf(url: ReturnType<typeof readLiveUrl>): { fault: string; remedy: string } {
  if (!('fault' in url)) throw new Error('the URL was taken');
  return { fault: textOn('command-line', url.fault), remedy: textOn('command-line', url.remedy) };
}

test('the parts are meant as they were encoded', () => {
  expect(
    read(`postgresql://postgres.ref:p%40ss%23@${POOLER}:5432/post%20gres?options=reference%3Dref`),
  ).toEqual({
    host: POOLER,
    port: 5432,
    user: 'postgres.ref',
    password: 'p@ss#',
    database: 'post gres',
    options: 'reference=ref',
    sslMode: 'require',
    ca: undefined,
  });
});

test('what is left out is left to the defaults', () => {
  expect(read('postgres://[2001:db8::1]')).toMatchObject({
    host: '2001:db8::1',
    port: 5432,
    user: undefined,
  });
});

describe('encryption', () => {
  const CA = { file: 'ca.crt', namedBy: '--live-ca' };
  const ROOT = { file: 'root.crt', namedBy: 'sslrootcert' };
  test.each([
    [DIRECT, '', undefined, 'require', undefined],
    ['localhost', '', undefined, 'disable', undefined],
    ['127.0.0.1', '', undefined, 'disable', undefined],
    ['[::1]', '', undefined, 'disable', undefined],
    ['%2Ftmp', '', undefined, 'disable', undefined],
    ['localhost.example.com', '', undefined, 'require', undefined],
    ['localhost', '?sslmode=require', undefined, 'require', undefined],
    [DIRECT, '?sslmode=disable', undefined, 'disable', undefined],
    [DIRECT, '?sslmode=prefer', undefined, 'prefer', undefined],
    [DIRECT, '?sslmode=verify-full', undefined, 'verify-full', undefined],
    [DIRECT, '?sslrootcert=system', undefined, 'verify-full', undefined],
    [DIRECT, '?sslmode=require&sslrootcert=root.crt', undefined, 'verify-ca', ROOT],
    [DIRECT, '?sslmode=verify-full&sslrootcert=root.crt', undefined, 'verify-full', ROOT],
    [DIRECT, '', 'ca.crt', 'verify-full', CA],
    ['localhost', '', 'ca.crt', 'verify-full', CA],
    [DIRECT, '?sslmode=require&sslrootcert=root.crt', 'ca.crt', 'verify-full', CA],
    [DIRECT, '?sslmode=verify-ca', 'ca.crt', 'verify-ca', CA],
  ])('of %s%s with the certificate %s is %s', (host, query, given, sslMode, ca) => {
    expect(read(`postgresql://u:p@${host}/postgres${query}`, given)).toMatchObject({ sslMode, ca });
  });
});

describe('refused is', () => {
  const refused: [string, string, RegExp, RegExp][] = [
    ['no URL', 'canary', /cannot be read/, /%23/],
    ['the URL of something else', 'https://canary.example', /cannot be read/, /%23/],
    ['a password with a bare #', `postgresql://canary:12#x@${DIRECT}/db`, /cannot be read/, /%23/],
    ['a password with a bare /', `postgresql://canary:pa/ss@${DIRECT}/db`, /cannot be read/, /%23/],
    ['a password with a bare ?', `postgresql://canary:12?x@${DIRECT}/db`, /cannot be read/, /%23/],
    [
      'the placeholder of the dashboard',
      `postgresql://canary:[YOUR-PASSWORD]@${DIRECT}/db`,
      /\[YOUR-PASSWORD\] in place/,
      /percent-encoded/,
    ],
    ['another host', `postgresql://u:p@${DIRECT}/db?host=canary`, /parameter `host`/, /Take it out/],
    ['a password elsewhere', `postgresql://u@${DIRECT}/db?password=canary`, /`password`/, /Take it out/],
    ['an unknown sslmode', `postgresql://u:p@${DIRECT}/db?sslmode=canary`, /`sslmode`/, /`verify-full`/],
    ['verify-ca by nobody', `postgresql://u:p@${DIRECT}/db?sslmode=verify-ca`, /no certificate/, /--live-ca/],
  ];
  test.each(refused)('%s', (_, text, fault, remedy) => {
    const judged = wordsOf(readLiveUrl(text));
    expect(judged).toEqual({
      fault: expect.stringMatching(fault),
      remedy: expect.stringMatching(remedy),
    });
    expect(JSON.stringify(judged)).not.toMatch(/canary|abcdefghij|eu-central/);
  });
});

test('a certificate is refused where the URL forbids encryption', () => {
  expect(wordsOf(readLiveUrl(`postgresql://u:p@${DIRECT}/db?sslmode=disable`, 'ca.crt'))).toEqual({
    fault: 'has a URL with `sslmode=disable`, and `--live-ca` was given',
    remedy: 'Take one of the two out.',
  });
});

test.each([
  [POOLER, 6543, true],
  [DIRECT, 6543, true],
  [POOLER, 5432, false],
  ['db.example.com', 6543, false],
])('%s, port %d: that it is Supabase’s pooler in transaction mode is %s', (host, port, is) => {
  expect(isTransactionPooler(read(`postgresql://u:p@${host}:${port}/postgres`))).toBe(is);
});
