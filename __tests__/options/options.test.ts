import { describe, expect, test } from '@jest/globals';
import { isKnownError } from '../../src/errors.ts';
import { parseOptions } from '../../src/options/options.ts';

const URL_OF_DATABASE = 'postgresql://postgres:hunter2@db.example.com/postgres';

/** The message and remedy of the error that options are refused with. */
function refusal(given: object): { message: string; remedy: string } {
  try {
    parseOptions(given);
  } catch (error) {
    if (isKnownError(error)) return { message: error.message, remedy: error.remedy };
    throw error;
  }
  throw new Error('the options were taken');
}

describe('options', () => {
  test('have defaults for all', () => {
    expect(parseOptions({})).toEqual({
      surface: 'command-line',
      project: '.',
      types: [],
      verbose: false,
      schema: [],
      ignore: [],
      narrowed: [],
      settings: [],
      database: 'embedded',
      databaseUrl: undefined,
      resetWith: 'built-in',
      confirmWith: 'none',
      failOn: 'drift',
      timeout: 300,
      confirmTimeout: 600,
      format: 'text',
      output: [],
      quiet: false,
      dryRun: false,
      object: [],
      prune: false,
      liveUrl: undefined,
      liveTimeout: 60,
      allowWritableRole: false,
    });
  });

  test("may name another database of the live one's server to replay in", () => {
    const live = 'postgresql://audit@db.internal/app';
    const database = 'postgresql://postgres@db.internal/scratch';
    expect(parseOptions({ live, database })).toMatchObject({ liveUrl: live, databaseUrl: database });
  });

  test('are read', () => {
    const given = {
      project: 'apps/web',
      types: ['a.ts', 'b.ts'],
      schema: ['public,api', 'api'],
      database: 'embedded',
      resetWith: 'built-in',
      failOn: 'breaking',
      format: 'json',
      output: ['json=report.json', 'markdown=a=b.md'],
      quiet: true,
    };
    expect(parseOptions(given)).toMatchObject({
      ...given,
      schema: ['public', 'api'],
      output: [
        { format: 'json', file: 'report.json' },
        { format: 'markdown', file: 'a=b.md' },
      ],
    });
  });

  test.each([
    [
      { database: 'local-stack', resetWith: 'built-in' },
      '`--reset-with built-in` resets only the embedded database.',
    ],
    [
      { database: 'postgresql://h@/x' },
      '`--database` has a URL that cannot be read: it must be like postgresql://USER:PASSWORD@HOST:PORT/DATABASE, percent-encoded.',
    ],
    [
      { database: 'postgresql://localhost/x?host=db.abc.supabase.co' },
      '`--database` has a URL with the parameter `host`, which is not taken.',
    ],
    ...['127.0.0.1/postgres', 'localhost:5432/postgres', '[::1]?sslmode=disable'].map(
      (place) =>
        [
          { database: 'postgresql://postgres:a@127.0.0.1:5432/postgres', live: `postgres://audit@${place}` },
          '`--database` names the live database, and a reset would erase it.',
        ] as const,
    ),
    [{ timeout: '0', resetWith: 'supabase-cli' }, '`--timeout 0` must be whole seconds from 1 to 86400.'],
    [
      { timeout: '99999', resetWith: 'supabase-cli' },
      '`--timeout 99999` must be whole seconds from 1 to 86400.',
    ],
    [{ timeout: '60' }, '`--timeout` is about the Supabase CLI, which the built-in replay does not run.'],
    [{ confirmWith: 'docker' }, 'Invalid `--confirm-with docker`: use none or local-stack.'],
    [
      { confirmWith: 'local-stack', database: 'local-stack' },
      '`--confirm-with` asks again what the embedded database says, and `--database` names another.',
    ],
    [{ supabaseCli: '' }, '`--supabase-cli` is empty.'],
    [
      { database: 'docker' },
      'Invalid `--database docker`: use embedded, local-stack or a postgresql:// URL.',
    ],
    [{ resetWith: 'psql' }, 'Invalid `--reset-with psql`: use built-in or supabase-cli.'],
    [{ format: 'xml' }, 'Invalid `--format xml`: use text, json, markdown, html, sarif, gitlab or github.'],
    [{ output: ['report.json'] }, '`--output report.json` must be FORMAT=FILE, such as json=report.json.'],
    [{ output: ['json='] }, '`--output` must be FORMAT=FILE, such as json=report.json.'],
    [
      { output: ['xml=a'] },
      '`--output` has the unknown format xml: use text, json, markdown, html, sarif, gitlab or github.',
    ],
    [{ output: ['json=a', 'text=a'] }, '`--output` names the same file twice.'],
    [{ baseline: 'a.json', output: ['json=a.json'] }, '`--output` would overwrite the baseline.'],
    [{ baseline: './a.json', output: ['json=x/../a.json'] }, '`--output` would overwrite the baseline.'],
    [{ inventory: 'a.md', output: ['markdown=./a.md'] }, '`--output` would overwrite the inventory.'],
    [{ types: [''] }, '`--types` is empty.'],
    [{ schema: ['public,'] }, '`--schema` is empty.'],
    [{ project: ' ' }, '`--project` is empty.'],
    [{ project: 3 }, '`--project` has a value of the wrong kind.'],
    [{ quiet: 'yes' }, 'Invalid `--quiet yes`: use true or false.'],
    [{ failOn: 'error' }, 'Invalid `--fail-on error`: use drift, dangerous, breaking or never.'],
    [{ failFast: true }, 'There is no option `failFast`.'],
  ])('are refused in one sentence with a remedy: %j', (given, message) => {
    expect(refusal(given)).toEqual({ message, remedy: expect.stringMatching(/\S.*\.$/) });
  });

  test.each([
    'postgresql://postgres:hunter2@db.example.com/postgres',
    'POSTGRES://postgres:hunter2@db/postgres',
    'postgrse://postgres:hunter2@db/postgres',
    'host=db password=hunter2',
  ])('never repeat a connection string: %s', (database) => {
    expect(JSON.stringify(refusal({ database, resetWith: 'built-in' }))).not.toContain('hunter2');
    expect(JSON.stringify(refusal({ format: database }))).not.toContain('hunter2');
    expect(JSON.stringify(refusal({ output: [database] }))).not.toContain('hunter2');
    expect(JSON.stringify(refusal({ quiet: database }))).not.toContain('hunter2');
  });

  test.each([
    [{ project: URL_OF_DATABASE }, '`--project` must be a path, not a URL.'],
    [{ types: [URL_OF_DATABASE] }, '`--types` must be a path, not a URL.'],
    [{ output: [`json=${URL_OF_DATABASE}`] }, '`--output` must be a path, not a URL.'],
  ])('take no URL for a path, since paths are named in reports: %j', (given, message) => {
    expect(refusal(given).message).toBe(message);
  });

  test.each([
    [{}, { database: 'embedded', resetWith: 'built-in', timeout: 300 }],
    [
      { confirmWith: 'local-stack', supabaseCli: 'bin/supabase' },
      { database: 'embedded', resetWith: 'built-in', timeout: 300, confirmTimeout: 600 },
    ],
    [
      { confirmWith: 'local-stack', timeout: '5' },
      { timeout: 5, confirmTimeout: 5 },
    ],
    [{ resetWith: 'supabase-cli' }, { database: 'embedded', resetWith: 'supabase-cli', timeout: 300 }],
    [{ database: 'local-stack' }, { database: 'local-stack', resetWith: 'supabase-cli', timeout: 600 }],
    [
      { database: 'postgres://a:b@db.internal:5433/x', timeout: '5' },
      {
        database: 'url',
        databaseUrl: 'postgres://a:b@db.internal:5433/x',
        resetWith: 'supabase-cli',
        timeout: 5,
      },
    ],
  ])('%j say where the database is and who resets it', (given, meant) => {
    expect(parseOptions(given)).toMatchObject(meant);
  });

  test.each([
    'db.abcdefghijklmnopqrst.supabase.co',
    'aws-0-eu-central-1.pooler.supabase.com',
    'AWS-1-US-EAST-1.POOLER.SUPABASE.COM',
    'db.abc.supabase.net',
    'db.abc.supabase.in',
    'supabase.co.',
    'db%2Eabc%2Esupabase%2Eco',
  ])('refuse a database that Supabase hosts: %s', (host) => {
    expect(refusal({ database: `postgresql://postgres:hunter2@${host}:6543/postgres` }).message).toBe(
      '`--database` names a database that Supabase hosts, and a reset would erase it.',
    );
  });

  test.each(['supabase.co.example.com', 'mysupabase.co', 'supabase', 'localhost'])(
    'take a host that only looks like it: %s',
    (host) => {
      expect(parseOptions({ database: `postgresql://postgres@${host}/postgres` }).database).toBe('url');
    },
  );
});
