// What the embedded database cannot do is told apart from what no Supabase database does, with real statements.

import { readFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { replayFindings } from '../../src/commands/replay-findings.ts';
import { type EmbeddedDatabase, openEmbedded } from '../../src/database/embedded/engine.ts';
import { FILES_LIMIT, HEAP_LIMIT, SERVER_LIMIT } from '../../src/database/embedded/memory-limits.ts';
import { replay } from '../../src/database/embedded/replay.ts';
import { openShadow } from '../../src/database/embedded/shadow.ts';
import { EnvironmentError } from '../../src/errors.ts';
import { RULES } from '../../src/findings/rules.ts';
import type { ReplayPlan } from '../../src/ports.ts';
import { discoverProject } from '../../src/project/disk/discover.ts';
import { PROJECTS, ROOT } from '../cli/run.ts';

const project = discoverProject(`${PROJECTS}/drifted`);
const FILE = 'supabase/migrations/1_x.sql';

const planOf = (sql: string): ReplayPlan => ({
  migrations: [{ file: '1_x.sql', version: '1', name: 'x', sql }],
});

/** What a check makes of a migration: the findings, or the error that ends it. */
async function verdictOn(database: EmbeddedDatabase, sql: string): Promise<unknown> {
  const plan = planOf(sql);
  try {
    const outcome = await replay(database, plan, () => undefined);
    if (outcome.status === 'replayed') return outcome;
    const findings = await replayFindings(
      { project, plan, failure: outcome, database: 'embedded' },
      async () => [],
    );
    return findings.map(({ ruleId, location, details }) => ({ ruleId, location, details }));
  } catch (error) {
    return error;
  }
}

const beyond = (line: number, statement: string): object => ({
  name: 'EnvironmentError',
  message: expect.stringContaining(FILE),
  remedy: RULES['embedded-cannot-replay'].remedy,
  blocker: {
    rule: 'embedded-cannot-replay',
    location: { file: FILE, line, column: expect.any(Number) },
    statement,
  },
});

test('a disk that is full on the local stack is no fault of the migration, and not called the embedded database', async () => {
  const failure = {
    status: 'failed',
    file: '1_x.sql',
    line: 1,
    column: 1,
    statement: 'create table t ();',
    sqlState: '53100',
    message: 'could not extend file',
    applied: 0,
  } as const;
  const stopped = { project, plan: planOf(failure.statement), failure, database: 'local-stack' };
  await expect(replayFindings(stopped, async () => [])).rejects.toMatchObject({
    name: 'EnvironmentError',
    message:
      'The database of the local stack failed in `supabase/migrations/1_x.sql`: could not extend file.',
    blocker: undefined,
  });
});

describe('a statement', () => {
  let database: EmbeddedDatabase;
  beforeAll(async () => {
    database = await openEmbedded({ extensions: ['supabase-dbdev', 'pgroonga'] });
    await database.exec('create extension pgroonga');
  });
  afterAll(() => database.close());

  test.each([
    ['an extension that Supabase has', 'create extension if not exists plv8 with schema extensions;'],
    ['a language of such an extension', 'create language plv8;'],
    ['a collation of the C library', 'create table t (name text collate "de_DE.utf8");'],
    ['a collation of ICU', 'create table t (name text collate "sv-x-icu");'],
    ['a library', "load 'pg_hint_plan';"],
    ['a function of a library', "create function f() returns int language c as 'nowhere', 'f';"],
    [
      'more memory than there is, which is raised here, for to use it up takes a minute',
      "do $$ begin raise sqlstate '53200' using message = 'out of memory'; end $$;",
    ],
    [
      'a dictionary of the system',
      'create text search dictionary d (template = ispell, dictfile = en_us, afffile = en_us);',
    ],
    [
      'a label of an extension',
      "security label for pgsodium on column before.id is 'ENCRYPT WITH KEY ID 00000000-0000-0000-0000-000000000000';",
    ],
    ['a label of the one provider that Supabase loads', "security label on table before is 'x';"],
    ['options of a table that an extension brings', 'alter table before set (timescaledb.compress);'],
    [
      'options of an index that an extension brings',
      "create index on before using pgroonga (id) with (tokenizer = 'TokenMecab');",
    ],
  ])('that wants %s is beyond the embedded database', async (_what, statement) => {
    const verdict = await verdictOn(database, `-- first\ncreate table before (id int);\n${statement}`);
    expect(verdict).toBeInstanceOf(EnvironmentError);
    expect(verdict).toMatchObject(beyond(3, statement));
  });

  test('that creates an extension that the project installs itself is beyond it too', async () => {
    const create = 'create extension "acme-helpers";';
    const sql = `create extension "supabase-dbdev";\nselect dbdev.install('acme-helpers');\n${create}`;
    expect(await verdictOn(database, sql)).toMatchObject(beyond(3, create));
  });

  // The server says of both that the stack depth limit is exceeded (54001), of fewer levels: measured on 15.
  test.each([
    ['sums', `select 1${'+1'.repeat(50_000)};`],
    ['texts', `select 'a'${" || 'a'".repeat(50_000)};`],
  ])('of ever so many %s in one another is beyond it, in a sentence', async (_, statement) => {
    expect(await verdictOn(database, statement)).toMatchObject({
      message: `The embedded database cannot replay \`${FILE}\`: the statement is nested too deep for it.`,
      blocker: { rule: 'embedded-cannot-replay' },
    });
  });

  test.each([
    ['a misspelt extension', 'create extension pg_corn;'],
    ['a label of nobody', "security label for nobody on table pg_class is 'x';"],
    ['an option that no index has', 'create index on pg_class (oid) with (tokenizer = 1);'],
    ['an extension that Supabase refuses', 'create extension plpython3u;'],
    ['a collation that is none', 'create table t (name text collate "alphabetical");'],
    ['a language without its extension', 'create function f() returns int language plv8 as $$ return 1 $$;'],
    ['a division by zero', 'select 1/0;'],
    ['rows that only psql sends', 'copy pg_class from stdin;'],
  ])('that wants %s is wrong on any database', async (_what, statement) => {
    expect(await verdictOn(database, `select 1;\n${statement}`)).toMatchObject([
      {
        ruleId: 'replay-failed',
        location: { file: FILE, line: 2 },
        details: expect.arrayContaining([statement]),
      },
    ]);
  });
});

describe('the death of the server', () => {
  /** PGlite has no processes, and leaves the server when it should start one. */
  const DEADLY = "copy pg_class to program 'true';";
  const RECURSION =
    'create function f(n int) returns int language plpgsql as $$ begin return f(n + 1); end $$;';

  test.each([
    ['alone', `begin;\n${DEADLY}\ncommit;`, 2, DEADLY, 'died of this statement in'],
    ['by a function without end', `${RECURSION}\nselect f(1);`, 1, RECURSION, 'died of'],
    ['in a batch', `select 1;\n${DEADLY}`, 1, 'select 1;', 'or of one of the 1 after it'],
  ])('%s is told with its place, and not as success', async (_how, sql, line, statement, words) => {
    const database = await openEmbedded({ extensions: [] });
    const verdict = await verdictOn(database, sql);
    await database.close().catch(() => undefined);
    expect(verdict).toMatchObject({ ...beyond(line, statement), message: expect.stringContaining(words) });
  });
});

test('memory is limited to the shares of the machine that SECURITY.md names', () => {
  const shares =
    /a quarter of the machine's for answers \(4 GiB at most\), a fifth for the server \(2 GiB\), a tenth for its files \(1 GiB;/;
  const document = readFileSync(`${ROOT}.github/SECURITY.md`, 'utf8').replaceAll(/\s+/g, ' ');
  expect(document).toMatch(shares);
  const machine = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY) / 2 ** 20;
  const shareOf = (part: number, most: number): number => Math.min(most, Math.floor(machine / part));
  expect([HEAP_LIMIT, SERVER_LIMIT, FILES_LIMIT]).toEqual([
    shareOf(4, 4096),
    Math.max(128, shareOf(5, 2048)),
    shareOf(10, 1024),
  ]);
});

describe('a statement that wants all memory', () => {
  const GROWS = 'create table big as select n, repeat(n::text, 100) from generate_series(1, 1000000000) n;';
  const SPILLS = 'with recursive r(n) as (select 1 union all select n + 1 from r) select max(n) from r;';
  const WRITES = "copy (select repeat('x', 1000000) from generate_series(1, 100000)) to '/tmp/out';";

  const SENDS = "copy (select repeat('x', 1000000) from generate_series(1, 12000)) to stdout;";

  test.each([
    ['a table', GROWS],
    ['temporary files', SPILLS],
    ['a file', WRITES],
  ])('for %s finds the disk full, and is told with its place', async (_what, statement) => {
    const database = await openEmbedded({ extensions: [], files: 48 });
    const verdict = await verdictOn(database, `select 1;\n${statement}`);
    await database.close();
    expect(verdict).toMatchObject({
      ...beyond(2, statement),
      message: expect.stringContaining('ran out of it'),
    });
  });

  test('and ends leaves the room of its temporary files to others', async () => {
    const database = await openEmbedded({ extensions: [], files: 48 });
    const spills = 'select count(*) from generate_series(1, 600000)';
    for (let round = 0; round < 4; round++) expect(await database.run(spills)).toEqual({ completed: 1 });
    await database.close();
  });

  test.each([
    ['alone', `begin;\n${SENDS}\ncommit;`, SENDS],
    ['in a batch', `\nselect 1;\n${SENDS}`, 'select 1;'],
  ])('for what it sends is told with its place, %s', async (_, sql, statement) => {
    const database = await openEmbedded({ extensions: [], answers: 16 });
    const verdict = await verdictOn(database, sql);
    await database.close().catch(() => undefined);
    expect(verdict).toMatchObject({
      ...beyond(2, statement),
      message: expect.stringContaining('it sent more than 16 MiB'),
    });
  });

  test('and that sends less, time after time, is replayed', async () => {
    const database = await openEmbedded({ extensions: [], answers: 16 });
    const sql = "copy (select repeat('x', 1000000) from generate_series(1, 10)) to stdout;\n";
    const migrations = [1, 2, 3].flatMap((n) =>
      planOf(sql).migrations.map((one) => ({ ...one, version: `${n}` })),
    );
    expect(await replay(database, { migrations }, () => undefined)).toEqual({
      status: 'replayed',
      applied: 3,
    });
    await database.close();
  });

  test('for its answer ends the process, and the file is named', async () => {
    const first = { file: '0_w.sql', version: '0', name: 'w', sql: 'select 1;' };
    const rows = "select repeat('x', 100000) from generate_series(1, 1000000);";
    const plan = { migrations: [first, ...planOf(rows).migrations] };
    const shadow = openShadow(project, plan, undefined, { heap: 64 });
    await expect(shadow.replay(plan, () => undefined)).rejects.toMatchObject({
      name: 'EnvironmentError',
      message: `The embedded database ran out of memory while it ran \`${FILE}\`.`,
      remedy: RULES['embedded-cannot-replay'].remedy,
      blocker: { rule: 'embedded-cannot-replay', location: { file: FILE } },
    });
    await expect(shadow.objects()).rejects.toMatchObject({
      message: 'The embedded database ran out of memory.',
    });
    await shadow.close();
  });
});

test('an error of ever so many characters is told as want of memory, with its file', async () => {
  const plan = planOf("do $$ begin raise exception '%', repeat('y', 200000000); end $$;");
  const shadow = openShadow(project, plan, undefined, { heap: 64 });
  await expect(shadow.replay(plan, () => undefined)).rejects.toMatchObject({
    message: `The embedded database ran out of memory while it ran \`${FILE}\`.`,
    blocker: { rule: 'embedded-cannot-replay', location: { file: FILE } },
  });
  await shadow.close();
});

describe('a replay in its process', () => {
  const HALF_A_SECOND = 0.5 / 60;

  test('that never ends is ended, and the file that ran is named', async () => {
    const endless = {
      file: '2_y.sql',
      version: '2',
      name: 'y',
      sql: 'do $$ begin loop null; end loop; end $$;',
    };
    const plan = { migrations: [...planOf('create table t (id int);').migrations, endless] };
    const shadow = openShadow(project, plan, HALF_A_SECOND);
    await shadow.postgresVersion();
    await expect(shadow.replay(plan, () => undefined)).rejects.toMatchObject({
      name: 'EnvironmentError',
      message: expect.stringContaining('2_y.sql'),
      blocker: { rule: 'embedded-cannot-replay', location: { file: 'supabase/migrations/2_y.sql' } },
    });
    await expect(shadow.objects()).rejects.toMatchObject({ message: expect.stringContaining('2_y.sql') });
    await shadow.close();
  });

  test('has the stack for a function that calls itself some hundred times', async () => {
    const plan = planOf(`
      create function f(n int) returns int language plpgsql as $$
      begin
        if n = 0 then return 0; end if;
        return f(n - 1) + 1;
      end $$;
      select f(600);`);
    const shadow = openShadow(project, plan);
    expect(await shadow.replay(plan, () => undefined)).toEqual({ status: 'replayed', applied: 1 });
    await shadow.close();
  });

  test('is not ended while files come to their end, however long all take', async () => {
    const migrations = Array.from({ length: 4 }, (_, index) => ({
      file: `${index}_z.sql`,
      version: `${index}`,
      name: 'z',
      sql: 'select pg_sleep(0.4);',
    }));
    const shadow = openShadow(project, { migrations }, 4 * HALF_A_SECOND);
    await shadow.postgresVersion();
    const seen: number[] = [];
    expect(await shadow.replay({ migrations }, (done) => seen.push(done))).toEqual({
      status: 'replayed',
      applied: 4,
    });
    expect(seen.at(-1)).toBe(4);
    await shadow.close();
  });
});
