import { describe, expect, test } from '@jest/globals';
import { executionMode, executionSteps, splitStatements } from '../../src/migrations/split.ts';

/** The steps of a file; one that runs alone is marked. */
function steps(sql: string): string[] {
  return executionSteps(splitStatements(sql), sql).map(
    ({ statements, alone }) => (alone ? 'alone: ' : '') + statements.map(({ text }) => text).join(' | '),
  );
}

describe('a file without transaction control is one batch', () => {
  test('of all its statements', () => {
    expect(steps('select 1; select 2; savepoint s')).toEqual(['select 1 | select 2 | savepoint s']);
  });

  test('and an empty file is none', () => {
    expect(steps('\n')).toEqual([]);
  });

  test.each([
    'create index concurrently i on t (a)',
    'CREATE UNIQUE INDEX CONCURRENTLY i on t (a)',
    'drop index concurrently if exists i',
    'reindex table concurrently t',
    'reindex (verbose) table concurrently t',
    'vacuum',
    'vacuum(full) t',
    "alter system set a = 'b'",
    'cluster t using i',
    '-- why\n/* and /* how */ */ vacuum analyze t',
  ])('but %s runs alone', (sql) => {
    expect(steps(`select 1; select 2; ${sql}; select 3`)).toEqual([
      'select 1 | select 2',
      `alone: ${sql}`,
      'select 3',
    ]);
  });

  test.each([
    'create index i on concurrently (a)',
    'drop index i',
    'reindex table t',
    'vacuumed',
    "select 'vacuum'",
    '-- vacuum\nselect 2',
    'alter systems',
  ])('and %s does not', (sql) => {
    expect(steps(`select 1; ${sql}`)).toEqual([`select 1 | ${sql}`]);
  });
});

describe('a file with transaction control runs one by one', () => {
  test.each([
    'begin',
    'BEGIN isolation level serializable',
    'start  transaction',
    'commit',
    'end',
    'abort',
    "prepare transaction 'a'",
    'rollback',
    'rollback work',
    'rollback and chain',
    '-- now\nrollback transaction',
  ])('%s', (sql) => {
    expect(steps(`select 1; ${sql}; select 2`)).toEqual([
      'alone: select 1',
      `alone: ${sql}`,
      'alone: select 2',
    ]);
  });

  test.each([
    'rollback to s',
    'ROLLBACK TO savepoint s',
    'rollback transaction to s',
    'beginning',
    'do $$ begin; end $$',
    '-- begin\nselect 2',
  ])('but %s is no transaction control', (sql) => {
    expect(executionMode(splitStatements(sql), sql)).toBe('batch');
  });
});

describe('the first line may ask for no transaction', () => {
  const DIRECTIVE = '-- pg-delta: transaction=false';

  test.each([
    `${DIRECTIVE}\nselect 1; select 2`,
    `${DIRECTIVE}\r\nselect 1; select 2`,
    `\uFEFF${DIRECTIVE}\nselect 1; select 2`,
  ])('in %j it does', (sql) => {
    expect(executionMode(splitStatements(sql), sql)).toBe('one-by-one');
  });

  test.each([`\n${DIRECTIVE}\nselect 1`, ` ${DIRECTIVE}\nselect 1`, `${DIRECTIVE} \nselect 1`])(
    'in %j it does not',
    (sql) => {
      expect(executionMode(splitStatements(sql), sql)).toBe('batch');
    },
  );
});
