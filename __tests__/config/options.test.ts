import { describe, expect, test } from '@jest/globals';
import { OPTIONS, parseOptions } from '../../src/config/options.ts';
import { isKnownError } from '../../src/errors.ts';

const URL_OF_DATABASE = 'postgresql://postgres:hunter2@db.example.com/postgres';

/** The message and remedy of the error that options are refused with. */
function refusal(given: unknown): { message: string; remedy: string } {
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
      project: '.',
      types: [],
      schema: [],
      database: 'embedded',
      resetWith: 'built-in',
      failOn: 'drift',
      format: 'text',
      output: [],
      quiet: false,
      dryRun: false,
    });
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
    [{ database: 'local-stack' }, '`--database` was given `local-stack`, which is not available yet.'],
    [
      { database: 'postgresql://localhost/x' },
      '`--database` was given a database URL, which is not available yet.',
    ],
    [{ database: 'docker' }, '`--database` is neither `embedded`, `local-stack` nor a postgresql:// URL.'],
    [{ resetWith: 'supabase-cli' }, '`--reset-with` was given `supabase-cli`, which is not available yet.'],
    [{ resetWith: 'psql' }, '`--reset-with` is neither `built-in` nor `supabase-cli`.'],
    [{ format: 'xml' }, '`--format` is neither `text`, `json` nor `markdown`.'],
    [{ output: ['report.json'] }, '`--output` is not of the form FORMAT=FILE.'],
    [{ output: ['json='] }, '`--output` is not of the form FORMAT=FILE.'],
    [{ output: ['xml=a'] }, '`--output` has a format that is neither `text`, `json` nor `markdown`.'],
    [{ output: ['json=a', 'text=a'] }, '`--output` names the same file twice.'],
    [{ types: [''] }, '`--types` names nothing.'],
    [{ schema: ['public,'] }, '`--schema` names nothing.'],
    [{ project: ' ' }, '`--project` names nothing.'],
    [{ project: 3 }, '`--project` has a value of the wrong kind.'],
    [{ quiet: 'yes' }, '`--quiet` has a value of the wrong kind.'],
    [{ failOn: 'error' }, '`--fail-on` is neither `drift`, `dangerous`, `breaking` nor `never`.'],
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
    expect(JSON.stringify(refusal({ database }))).not.toContain('hunter2');
    expect(JSON.stringify(refusal({ format: database }))).not.toContain('hunter2');
    expect(JSON.stringify(refusal({ output: [database] }))).not.toContain('hunter2');
    expect(JSON.stringify(refusal({ quiet: database }))).not.toContain('hunter2');
  });

  test.each([
    [{ project: URL_OF_DATABASE }, '`--project` was given a URL, not a path.'],
    [{ types: [URL_OF_DATABASE] }, '`--types` was given a URL, not a path.'],
    [{ output: [`json=${URL_OF_DATABASE}`] }, '`--output` was given a URL, not a path.'],
  ])('take no URL for a path, since paths are named in reports: %j', (given, message) => {
    expect(refusal(given).message).toBe(message);
  });

  test('say in their words what is not available yet', () => {
    expect(OPTIONS.database.description).toContain('in a later version');
    expect(OPTIONS.resetWith.description).toContain('in a later version');
  });
});
