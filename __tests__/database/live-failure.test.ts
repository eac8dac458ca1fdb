// What is said of a live database that can't be reached or read: real failures where a machine alone can make them, and
// the words of poolers and servers that can't be had here, as their sources have them.

import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { wordsFor } from '../../src/database/live/failure.ts';
import { openLive } from '../../src/database/live/live.ts';
import { isKnownError, type KnownError } from '../../src/errors.ts';
import { readLiveUrl } from '../../src/options/live-url.ts';
import { textOn } from '../../src/surface.ts';

const DIRECT = 'db.abcdefghijklmnopqrst.supabase.co';
const POOLER = 'aws-0-eu-central-1.pooler.supabase.com';
const AUTHORITY = 'canary.ref:canary-s3cret';
const PARTS = /canary|abcdefghij|eu-central|192\.0\.2/;

async function refusalToOpen(url: string, ca?: string): Promise<KnownError> {
  const error = await openLive({ url, ca, seconds: 1, allowWritableRole: true }).then(
    () => undefined,
    (cause: unknown) => cause,
  );
  if (!isKnownError(error)) throw new Error(`not refused in words: ${error}`);
  return error;
}

/** Listens on a free port for as long as it is used. */
async function withListener<T>(
  onSocket: (socket: Socket) => void,
  use: (port: number) => Promise<T>,
): Promise<T> {
  const server = createServer(onSocket).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address: AddressInfo | string | null = server.address();
  try {
    return await use(typeof address === 'object' && address ? address.port : 0);
  } finally {
    server.close();
  }
}

describe('what really happens', () => {
  test('a name that DNS does not know', async () => {
    const error = await refusalToOpen(`postgresql://${AUTHORITY}@canary.invalid/canary`);
    expect(error.message).toBe(
      'The live database cannot be reached: the host of its URL is not known to DNS.',
    );
    expect(error.remedy).toMatch(/^Correct the host/);
    expect(`${error.message} ${error.remedy}`).not.toMatch(PARTS);
  });

  test('a direct connection that this machine cannot make', async () => {
    const error = await refusalToOpen(`postgresql://${AUTHORITY}@${DIRECT}/canary`);
    expect(error.message).toMatch(/needs IPv6/);
    expect(error.remedy).toMatch(/session pooler/);
    expect(`${error.message} ${error.remedy}`).not.toMatch(PARTS);
  });

  test('a port that nobody listens at', async () => {
    const port = await withListener(
      () => undefined,
      async (used) => used,
    );
    const error = await refusalToOpen(`postgresql://${AUTHORITY}@127.0.0.1:${port}/canary`);
    expect(error.message).toMatch(/nothing listens/);
    expect(`${error.message} ${error.remedy}`).not.toMatch(new RegExp(`${PARTS.source}|${port}|127\\.0`));
  });

  test('something else that listens there', async () => {
    const error = await withListener(
      (socket) =>
        socket.on('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')).on('error', () => undefined),
      (port) => refusalToOpen(`postgresql://${AUTHORITY}@127.0.0.1:${port}/canary?sslmode=require`),
    );
    expect(error.message).toMatch(/answers the request for TLS as no PostgreSQL does/);
  });

  test('somebody who hangs up at once', async () => {
    const error = await withListener(
      (socket) => socket.destroy(),
      (port) => refusalToOpen(`postgresql://${AUTHORITY}@127.0.0.1:${port}/canary`),
    );
    expect(error.message).toMatch(/broke off the connection/);
  });

  // What an impostor hears of MD5 and of SCRAM is no password: it can guess, and ask what it heard whether it guessed.
  test.each([
    ['the password itself', [0, 0, 0, 3], /^$/],
    ['a hash of it', [0, 0, 0, 5, 1, 2, 3, 4], /^md5[0-9a-f]{32}\0$/],
  ])('an impostor that asks for %s hears no password', async (_, request, heard) => {
    let answer = '';
    const error = await withListener(
      (socket) => {
        socket
          .on('error', () => undefined)
          .once('data', () => {
            socket.on('data', (bytes) => {
              // A letter, a length of four bytes, the text.
              answer += bytes.toString('latin1', 5);
              socket.destroy();
            });
            socket.write(Buffer.from(['R'.charCodeAt(0), 0, 0, 0, 4 + request.length, ...request]));
          });
      },
      (port) => refusalToOpen(`postgresql://${AUTHORITY}@0.0.0.0:${port}/canary?sslmode=disable`),
    );
    expect(answer).toMatch(heard);
    expect(answer).not.toMatch(/s3cret/);
    expect(error.message).toMatch(answer === '' ? /in clear text/ : /broke off/);
  });

  test.each([
    ['is not there', 'canary.crt', /is not there/],
    ['is a folder', '.', /cannot be read \(EISDIR\)/],
    ['is no certificate', 'text', /is no certificate/],
    ['is a broken one', 'broken', /is no certificate/],
  ])('a certificate that %s', async (_, name, message) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'drift-gate-ca-'));
    writeFileSync(path.join(folder, 'text'), 'BEGIN CERTIFICATE');
    writeFileSync(
      path.join(folder, 'broken'),
      '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n',
    );
    const file = path.join(folder, name);
    const error = await refusalToOpen(`postgresql://${AUTHORITY}@${POOLER}/canary`, file);
    const named = await refusalToOpen(`postgresql://${AUTHORITY}@${POOLER}/canary?sslrootcert=${file}`);
    rmSync(folder, { recursive: true });
    expect([error.name, error.message]).toEqual(['UsageError', expect.stringMatching(message)]);
    expect(error.message).toMatch(/`--live-ca`/);
    expect(named.message).toMatch(/`sslrootcert`/);
    expect(`${named.message} ${named.remedy}`).not.toMatch(PARTS);
  });
});

/** As pg throws it. */
const cause = (code: string | undefined, message: string): Error =>
  Object.assign(new Error(message), { code });

const wordsOf = (host: string, thrown: unknown): KnownError => {
  const text = `postgresql://${AUTHORITY}@${host}:5432/canary_base`;
  const url = readLiveUrl(text);
  if ('fault' in url) throw new Error(textOn('command-line', url.fault));
  return wordsFor(text, url)(thrown);
};

describe('what others would say', () => {
  const said: [string, string | undefined, string, RegExp, RegExp][] = [
    [DIRECT, 'ENETUNREACH', 'connect ENETUNREACH 2001:db8::1:5432', /needs IPv6/, /Session pooler/],
    [DIRECT, 'EHOSTUNREACH', 'connect EHOSTUNREACH', /needs IPv6/, /Session pooler/],
    [DIRECT, undefined, 'timeout expired', /needs IPv6/, /Session pooler/],
    ['[2001:db8::1]', 'EADDRNOTAVAIL', 'connect EADDRNOTAVAIL', /needs IPv6/, /Session pooler/],
    [POOLER, 'ENETUNREACH', 'connect ENETUNREACH 192.0.2.1:5432', /no route/, /network/],
    [POOLER, undefined, 'timeout expired', /within 15 seconds/, /paused/],
    [POOLER, 'XX000', 'Tenant or user not found', /does not know the user/, /postgres\.<ref>/],
    [POOLER, 'XX000', '(ENOTFOUND) tenant/user canary.ref not found', /does not know the user/, /region/],
    [
      POOLER,
      'XX000',
      '(ENOIDENTIFIER) no tenant identifier provided (external_id or sni_hostname required)',
      /does not know the user/,
      /ROLE\.PROJECT/,
    ],
    [
      POOLER,
      '28P01',
      'password authentication failed for user "canary"',
      /does not accept the user/,
      /percent-encode/,
    ],
    [POOLER, '28000', 'no PostgreSQL user name specified in startup packet', /accept the user/, /Correct/],
    [POOLER, '08P01', 'password authentication failed', /does not accept the user/, /percent-encode/],
    [
      POOLER,
      'XX000',
      '(ECIRCUITBREAKER) circuit breaker open for operation: auth, blocked until: 1',
      /some minutes/,
      /wait/,
    ],
    [
      POOLER,
      'XX000',
      '(EADDRNOTALLOWED) address not in tenant allow_list: {192, 0, 2, 1}',
      /from the address/,
      /Network restrictions/,
    ],
    [
      POOLER,
      'XX000',
      '(ESSLREQUIRED) SSL connection is required for user: canary',
      /encrypted connections alone/,
      /sslmode/,
    ],
    [
      POOLER,
      'XX000',
      '(EMAXCONNSESSION) max clients reached in session mode - max clients are limited to pool_size: 15',
      /no connection left/,
      /pool/,
    ],
    [
      POOLER,
      'XX000',
      'MaxClientsInSessionMode: max clients reached - in Session mode max clients are limited to pool_size',
      /no connection left/,
      /pool/,
    ],
    [
      POOLER,
      '53300',
      'remaining connection slots are reserved for roles with the SUPERUSER attribute',
      /no connection left/,
      /less busy/,
    ],
    [
      POOLER,
      'XX000',
      '(EDBHANDLEREXITED) connection to database closed. Check logs for more information',
      /broke off/,
      /Run again/,
    ],
    [POOLER, '57P03', 'the database system is starting up', /starting or stopping/, /run again/],
    [POOLER, '57014', 'canceling statement due to user request', /broke off a statement/, /Run again/],
    [
      POOLER,
      '40001',
      'canceling statement due to conflict with recovery',
      /broke off a statement/,
      /Run again/,
    ],
    [
      POOLER,
      'XX000',
      'cache lookup failed for relation 16404',
      /was changed while it was read: cache lookup/,
      /Run again/,
    ],
    [POOLER, 'XX000', 'could not open relation with OID 16404', /was changed while it was read/, /Run again/],
    [POOLER, '42P01', 'relation "public.gone" does not exist', /was changed.*"public\.gone"/, /Run again/],
    [POOLER, '25P03', 'terminating connection due to idle-in-transaction timeout', /broke off/, /Run again/],
    [POOLER, 'EPIPE', 'write EPIPE', /broke off/, /Run again/],
    [POOLER, undefined, 'Query read timeout', /fell silent/, /--live-timeout/],
    [
      POOLER,
      'XX001',
      'invalid page in block 7 of relation base/1/2',
      /refused a question: invalid page.*XX001/,
      /log/,
    ],
    [POOLER, 'EWEIRD', 'weird 192.0.2.1', /does not answer \(EWEIRD\)/, /Run again/],
    [
      POOLER,
      '42501',
      'permission denied for table Odd"\u001b[31m\u202e',
      /Odd"\\u001b\[31m\\u202e/,
      /grant select on "Odd""\\u001b\[31m\\u202e" to ROLE/,
    ],
    [POOLER, '42501', 'permission denied for schema canary_base', /schema \*\*\*/, /\*\*\*/],
  ];
  test.each(said)('%s, %s: %s', (host, code, message, words, remedy) => {
    const error = wordsOf(host, cause(code, message));
    expect(error.message).toMatch(words);
    expect(error.remedy).toMatch(remedy);
    expect(`${error.message} ${error.remedy}`).not.toMatch(PARTS);
  });

  test('a host with several addresses fails for all of them at once', () => {
    const all = new AggregateError([
      cause('ENETUNREACH', 'v6'),
      cause('ECONNREFUSED', 'connect ECONNREFUSED 192.0.2.1'),
    ]);
    expect(wordsOf(POOLER, all).message).toMatch(/nothing listens/);
    expect(wordsOf(DIRECT, all).message).toMatch(/needs IPv6/);
  });

  test('what a server says at length is cut', () => {
    const { message } = wordsOf(POOLER, cause('XX000', 'A'.repeat(100_000)));
    expect(message).toMatch(/^The live database refused a question: A{500}… \(SQLSTATE XX000\)\.$/);
  });

  test('what is thrown and is no error is told as well', () => {
    expect(wordsOf(POOLER, 'canary-s3cret').message).toBe('The live database does not answer.');
  });
});
