import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type EmbeddedDatabase, openEmbedded } from '../../src/database/embedded/engine.ts';
import { replay } from '../../src/database/embedded/replay.ts';
import type { MigrationSource } from '../../src/migrations/migration.ts';
import type { ReplayOutcome } from '../../src/ports.ts';

let database: EmbeddedDatabase;
beforeAll(async () => {
  database = await openEmbedded({ extensions: [] });
});
afterAll(() => database.close());

let lastVersion = 0;

/** Replays texts as files of rising versions, on whatever earlier tests left behind. */
async function run(...texts: string[]): Promise<ReplayOutcome> {
  const migrations = texts.map((sql): MigrationSource => {
    const version = String(20260101000000 + ++lastVersion);
    return { file: `${version}_test.sql`, version, name: 'test', sql };
  });
  return replay(database, { migrations }, () => undefined);
}

const rows = async (sql: string): Promise<unknown[]> => (await database.query(sql)).rows;

describe('statement semantics', () => {
  test('a file is one transaction: what stood before the failing statement is gone', async () => {
    expect(await run('create table a1 (id int); select 1/0;')).toMatchObject({
      status: 'failed',
      sqlState: '22012',
    });
    expect(await rows("select to_regclass('public.a1') as found")).toEqual([{ found: null }]);
  });

  test('indexes are made and dropped concurrently, and a table is vacuumed, in one file', async () => {
    const sql = `create table c1 (id int);
      create index concurrently c1_idx on c1 (id);
      drop index concurrently c1_idx;
      vacuum c1;
      create table c2 (id int);`;
    expect(await run(sql)).toEqual({ status: 'replayed', applied: 1 });
    expect(await rows("select to_regclass('public.c2') is not null as found")).toEqual([{ found: true }]);
  });

  test('begin and commit in a file work, and what was committed stays', async () => {
    expect(await run('begin; create table b1 (id int); commit; create table b2 (id int);')).toMatchObject({
      status: 'replayed',
    });
    expect(await run('begin; create table b3 (id int); commit; select 1/0;')).toMatchObject({
      status: 'failed',
    });
    expect(await rows("select to_regclass('public.b3') is not null as found")).toEqual([{ found: true }]);
  });

  test('settings and roles of one file do not leak into the next', async () => {
    const leaky = `select set_config('search_path', '', false); set statement_timeout = '1s'; set role supabase_admin;`;
    const look = `create table leak as select current_user::text as who,
      current_setting('search_path') as path, current_setting('statement_timeout') as timeout;`;
    expect(await run(leaky, look)).toMatchObject({ status: 'replayed' });
    expect(await rows('select * from public.leak')).toEqual([
      { who: 'postgres', path: '"$user",public,extensions', timeout: '0' },
    ]);
  });

  test('the history holds version, name and the statements as the CLI cuts them', async () => {
    await run('create table h1 (id int);\n-- a note\ninsert into h1 values (1);');
    expect(
      await rows('select * from supabase_migrations.schema_migrations order by version desc limit 1'),
    ).toEqual([
      {
        version: String(20260101000000 + lastVersion),
        statements: ['create table h1 (id int)', '-- a note\ninsert into h1 values (1)'],
        name: 'test',
      },
    ]);
  });
});

/** A transaction that is left open, and what of the files is there afterwards. Verified with the CLI in reset-with-sql.test.ts. */
describe('a transaction left open', () => {
  const tables = async (): Promise<unknown[]> =>
    await rows("select relname from pg_class where relname like 'o\\_%' and relkind = 'r' order by 1");
  const openAt = (line: number, column: number, statement: string): object => ({
    status: 'left-open',
    leftOpen: [{ file: expect.any(String), line, column, statement }],
  });

  test.each([
    ['begin', '-- one\nbegin;\ncreate table o_1 ();', openAt(2, 1, 'begin;'), []],
    [
      'start transaction',
      'start transaction;create table o_2 ();',
      openAt(1, 1, 'start transaction;create table o_2 ();'),
      [],
    ],
    [
      'commit; begin',
      'create table o_3 ();\ncommit;\n begin;\ncreate table o_4 ();',
      openAt(3, 2, 'begin;'),
      ['o_3'],
    ],
    [
      'and chain',
      'begin;create table o_5 ();\ncommit and chain;\ncreate table o_6 ();',
      openAt(2, 1, 'commit and chain;'),
      ['o_5'],
    ],
    ['a comment', 'begin/**/;\ncreate table o_7 ();', openAt(1, 1, 'begin/**/;'), []],
  ])(
    'by %s is found at the statement that began it, and nothing behind it is there',
    async (_, sql, outcome, left) => {
      expect(await run(sql, 'create table o_later ();')).toMatchObject(outcome);
      expect(await tables()).toEqual(left.map((relname) => ({ relname })));
      await database.exec(left.map((name) => `drop table ${name};`).join(''));
    },
  );

  test.each([
    ['closed in its file', ['begin; create table o_1 (); end;']],
    ['of a block', ['do $$ begin perform 1; end $$; create table o_1 ();']],
    ['closed by rollback to nothing', ['rollback; create table o_1 ();']],
    ['that a later file commits', ['begin; create table o_1 ();', 'commit;']],
  ])('is none when it is %s', async (_, files) => {
    expect(await run(...files)).toEqual({ status: 'replayed', applied: files.length });
    expect(await tables()).toEqual([{ relname: 'o_1' }]);
    await database.exec('drop table o_1');
  });

  test('and rolled back by a later file is told of the first, which alone is not recorded', async () => {
    expect(await run('begin; create table o_1 ();', 'rollback; create table o_2 ();')).toMatchObject(
      openAt(1, 1, 'begin; create table o_1 ();'),
    );
    expect(await tables()).toEqual([{ relname: 'o_2' }]);
    await database.exec('drop table o_2');
  });

  test('is told beside the failure of a later file', async () => {
    expect(await run('begin;', 'create index concurrently i on pg_class (oid);')).toMatchObject({
      ...openAt(1, 1, 'begin;'),
      status: 'failed',
      sqlState: '25001',
      applied: 1,
    });
  });

  test('by roles.sql stops the replay there', async () => {
    const migrations = [{ file: '1_a.sql', version: '1', name: 'a', sql: 'create table o_1 ()' }];
    const outcome = await replay(
      database,
      { roles: 'begin; create role clerk;', migrations },
      () => undefined,
    );
    expect(outcome).toMatchObject({ ...openAt(1, 1, 'begin; create role clerk;'), applied: 0 });
    expect(await tables()).toEqual([]);
  });
});

describe('the session behind a replay', () => {
  test.each([
    ['a transaction that failed', 'begin; select 1; select 1/0; commit;'],
    ['another role', 'begin; commit; set role anon; select 1/0;'],
    ['a user without rights', 'begin; commit; set session authorization anon; select 1/0;'],
    ['a path', "begin; commit; set search_path to ''; select 1/0;"],
    ['transactions that only read', 'begin; commit; set default_transaction_read_only to on; select 1/0;'],
    ['row-level security off', 'begin; commit; set row_security to off; select 1/0;'],
    ['a lock', 'begin; commit; select pg_advisory_lock(1); select 1/0;'],
    ['a temporary table in place of a catalogue', 'create temp table pg_class (relname text);'],
  ])('keeps nothing of %s', async (_, sql) => {
    await run(sql);
    expect(
      await rows(`select current_user::text as who, session_user::text as whose, current_setting('search_path') as path,
        current_setting('row_security') as security, current_setting('transaction_read_only') as reads,
        (select count(*)::int from pg_locks where locktype = 'advisory') as locks,
        (select count(*)::int > 100 from pg_class) as is_real`),
    ).toEqual([
      {
        who: 'postgres',
        whose: 'postgres',
        path: '"$user",public,extensions',
        security: 'on',
        reads: 'off',
        locks: 0,
        is_real: true,
      },
    ]);
  });
});

describe('a failure', () => {
  test('names line and column of what the server points at', async () => {
    const sql = `-- 😀 first line\ncreate table f1 (id int);\n\ncreate view f2 as\n  select id, '😀', nope from f1;`;
    expect(await run(sql)).toMatchObject({
      status: 'failed',
      line: 5,
      column: 19,
      sqlState: '42703',
      statement: 'create view f2 as',
      message: 'column "nope" does not exist',
    });
  });

  test('names the first word of the statement when the server points at nothing', async () => {
    const sql = `create table g1 (id int);\n\n/* a comment */ -- and another\ncreate table g1 (id int);`;
    expect(await run(sql)).toMatchObject({
      line: 4,
      column: 1,
      sqlState: '42P07',
      statement: 'create table g1 (id int);',
    });
  });

  test('counts past statements that are comments only', async () => {
    expect(await run('select 1; -- nothing\n; -- more\n;\nselect 1/0;')).toMatchObject({
      line: 4,
      column: 1,
    });
  });

  test('is a syntax error only when those before it have run, and is pointed at', async () => {
    expect(await run('create table s1 (id int);\nselect 1;\ncreat table s2 (id int);')).toMatchObject({
      line: 3,
      column: 1,
      sqlState: '42601',
      statement: 'creat table s2 (id int);',
    });
    expect(await run('select 1/0;\ncreat table s2 (id int);')).toMatchObject({ line: 1, sqlState: '22012' });
  });

  test('within the body of a function is pointed at in the file', async () => {
    const sql = 'create function body() returns int language sql as $$\n  select nope\n$$;';
    expect(await run(sql)).toMatchObject({ line: 2, column: 10, sqlState: '42703' });
  });

  test('of a deferred constraint is told at the end of the file', async () => {
    const sql = `create table d1 (id int primary key);
      create table d2 (id int references d1 deferrable initially deferred);
      insert into d2 values (1);`;
    expect(await run(sql)).toMatchObject({
      line: 3,
      sqlState: '23503',
      hint: expect.stringContaining('end of the file'),
    });
  });

  test('of data that psql would send is told as `supabase db reset` tells it', async () => {
    const sql = 'create table e1 (id int);\n-- rows\ncopy e1 from stdin;\n1\n\\.\n';
    expect(await run(sql)).toMatchObject({
      line: 3,
      column: 1,
      sqlState: '08P01',
      statement: 'copy e1 from stdin;',
      hint: expect.stringContaining('INSERT'),
    });
    expect(await rows("select to_regclass('public.e1') as found")).toEqual([{ found: null }]);
  });

  test('says which file left a role that may not write the history', async () => {
    expect(await run('set role anon;')).toMatchObject({
      sqlState: '42501',
      hint: expect.stringContaining('reset role'),
    });
  });

  test('is told for a version that stands twice', async () => {
    const twin: MigrationSource = { file: '7_a.sql', version: '7', name: 'a', sql: 'select 1' };
    const outcome = await replay(
      database,
      { migrations: [twin, { ...twin, file: '7_b.sql' }] },
      () => undefined,
    );
    expect(outcome).toMatchObject({ status: 'failed', file: '7_b.sql', sqlState: '23505', applied: 1 });
  });
});

test('roles.sql runs before the migrations', async () => {
  const outcome = await replay(
    database,
    {
      roles: 'create role app_reader nologin;',
      migrations: [{ file: '8_r.sql', version: '8', name: 'r', sql: 'grant app_reader to postgres' }],
    },
    () => undefined,
  );
  expect(outcome).toEqual({ status: 'replayed', applied: 1 });
});
