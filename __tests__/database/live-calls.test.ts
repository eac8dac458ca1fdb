// An audit calls no function, operator, cast or view of the live database, whatever these are named. What the queries
// name is read from the statements that reach the server, so a query that is new is among them.

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { openLive } from '../../src/database/live/live.ts';
import { readTypes } from '../../src/database/typegen.ts';
import { isKnownError } from '../../src/errors.ts';
import { type LiveDatabaseForTests, startLive } from '../tools/live-database.ts';
import { findNativePostgres, type NativeServer, startNative } from '../tools/native-postgres.ts';
import { type Named, namedIn, plantedIn } from '../tools/planted.ts';
import { recordStatements } from '../tools/recorded-statements.ts';
import { openWire } from '../tools/wire-session.ts';

/** Everything that an audit asks. */
async function readAll(url: string, allowWritableRole = true): Promise<unknown> {
  const live = await openLive({ url, seconds: 60, allowWritableRole });
  try {
    return [
      await live.postgresVersion(),
      await live.history(),
      await live.catalogue(),
      await live.catalogObjects(),
      await live.generateTypes(['public', 'shop']),
    ];
  } finally {
    await live.close();
  }
}

const PROJECT = `
create schema shop;
create type shop.mood as enum ('sad', 'glad');
create domain shop.short as text check (length(value) < 9);
create table public.people (id bigint generated always as identity primary key, name shop.short default 'x', mood shop.mood);
create table shop."Odd Orders" (id int primary key, person_id bigint references public.people, at timestamptz default '2026-01-01 00:00:00+00', check (id > 0));
create view public.orders as select o.id, o.person_id from shop."Odd Orders" o;
create materialized view shop.totals as select count(*) from public.people;
create function public.full_name(public.people) returns text language sql as 'select $1.name';
create function public.full_name(shop."Odd Orders") returns text language sql as 'select ''''';
create function public.people_of(o shop."Odd Orders") returns setof public.people rows 1 language sql as 'select * from public.people';
create function public.twin(public.people) returns setof public.people rows 1 language sql as 'select $1';
create function public.at(time) returns int language sql as 'select 1';
create function public.at(shop.mood, text default 'x') returns int language sql as 'select 1';
create index on public.people (lower(name)) where id > 1;
create policy own on public.people using (name = current_user);
create publication everything for table public.people;
`;

/** The guide's own statements, its role among them. */
const GUIDE = readFileSync(new URL('../../.github/docs/audit.md', import.meta.url), 'utf8');
const [, THE_ROLE = ''] = /^## The role\n([\s\S]*?)^## /m.exec(GUIDE) ?? [];
const AUDIT_ROLE = [...THE_ROLE.matchAll(/^```sql\n([\s\S]*?)^```$/gm)].map(([, sql]) => sql).join('');

const HISTORY = `
create schema if not exists supabase_migrations;
create table if not exists supabase_migrations.schema_migrations (version text primary key, statements text[], name text);
insert into supabase_migrations.schema_migrations values ('1', '{select}', 'first');
`;

/** The statements that reach the server while all is read. */
async function recorded(url: string): Promise<string[]> {
  const recorder = await recordStatements(url);
  try {
    await readAll(recorder.url);
    return recorder.statements;
  } finally {
    await recorder.stop();
  }
}

const refusalOf = async (promise: Promise<unknown>): Promise<string> => {
  const error = await promise.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  return isKnownError(error) ? error.message : `not refused: ${error}`;
};

/** What the same statements say without what an audit sets before them: that the planted objects are traps. */
async function caughtOf(statements: readonly string[], url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const said: string[] = [];
  for (const statement of statements.filter((text) => /^\s*(select|with)\b/i.test(text)))
    await client.query(statement).catch((cause: Error) => said.push(cause.message));
  await client.end();
  return said.filter((message) => message.includes('a planted object was called'));
}

const native = findNativePostgres();
if ('missing' in native)
  describe('a native live database', () => {
    test.skip(`was not asked: ${native.missing}`, () => undefined);
  });
else
  describe(`a live database that is a native PostgreSQL ${native.major}`, () => {
    let server: NativeServer;
    let url: string;
    let admin: pg.Client;
    const asReader = (): string => url.replace('//postgres:postgres@', '//drift_audit:x@');

    beforeAll(async () => {
      server = await startNative(native);
      url = server.createDatabase('canary');
      admin = new pg.Client({ connectionString: url });
      await admin.connect();
      await admin.query(`create extension pg_cron; ${HISTORY} ${AUDIT_ROLE} ${PROJECT}`);
      await admin.query("alter system set track_functions = 'all'");
      await admin.query('select pg_reload_conf()');
    });
    afterAll(async () => {
      await admin.end();
      await server.stop();
    });

    test('has types that are named as the CLI names them, for a reader without rights on its schemas', async () => {
      const wire = await openWire(url);
      const asTheCli = await readTypes(wire, ['public', 'shop']);
      wire.close();
      const live = await openLive({ url: asReader(), seconds: 60, allowWritableRole: false });
      const { text } = await live.generateTypes(['public', 'shop']);
      await live.close();
      expect(text).toBe(asTheCli);
      // Both hang on the path.
      expect(text).toContain('from: "people"');
      expect(text).toContain('from: "shop.\\"Odd Orders\\""');
    });

    test('is read alike whatever settings its reader has', async () => {
      const settings = {
        search_path: 'public,shop,pg_catalog',
        quote_all_identifiers: 'on',
        timezone: 'Asia/Tokyo',
        datestyle: 'SQL,DMY',
        intervalstyle: 'iso_8601',
        default_transaction_isolation: 'serializable',
      };
      const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
      const withOptions = `${asReader()}&options=${encodeURIComponent(options.join(' '))}`;
      expect(await readAll(withOptions)).toEqual(await readAll(asReader()));
    });

    const TRAP = `create or replace function shop.trap(text) returns text language plpgsql immutable as
      'begin raise exception ''the trap was called''; end'; `;
    const traps: [string, string, string, RegExp][] = [
      [
        'a view',
        `alter table supabase_migrations.schema_migrations rename to kept;
         create view supabase_migrations.schema_migrations as select '1'::text as version, shop.trap('') as name;`,
        'drop view supabase_migrations.schema_migrations; alter table supabase_migrations.kept rename to schema_migrations;',
        /is no plain table/,
      ],
      [
        'a table with an index that the planner evaluates',
        "create index trap on supabase_migrations.schema_migrations ((version || shop.trap('')));",
        'drop index supabase_migrations.trap;',
        /an index on an expression/,
      ],
      [
        'a table with an index on a condition that the planner evaluates',
        "create index trap on supabase_migrations.schema_migrations (version) where version <> shop.trap('');",
        'drop index supabase_migrations.trap;',
        /or with a condition/,
      ],
      [
        'a table with statistics that the planner evaluates',
        "create statistics supabase_migrations.trap on (version || shop.trap('')), version from supabase_migrations.schema_migrations;",
        'drop statistics supabase_migrations.trap;',
        /statistics on an expression/,
      ],
      [
        'a table with another one below it',
        'create table shop.below () inherits (supabase_migrations.schema_migrations);',
        'drop table shop.below;',
        /inherit from it/,
      ],
      [
        'a table of jobs that is a view',
        `alter extension pg_cron drop table cron.job; alter table cron.job rename to kept;
         create view cron.job as select shop.trap('') as jobname;`,
        'drop view cron.job; alter table cron.kept rename to job; alter extension pg_cron add table cron.job;',
        /`cron\.job`.*is no plain table/,
      ],
    ];
    test.each(traps)(
      'is refused where its history, or what else is read, is %s',
      async (_, set, unset, words) => {
        // It begins to raise once it is in place: making it calls it.
        await admin.query(TRAP.replace(/begin.*end/, 'begin return $1; end'));
        await admin.query(set);
        await admin.query(TRAP);
        const said = await refusalOf(readAll(asReader()));
        await admin.query(`${unset} drop function shop.trap(text)`);
        expect(said).toMatch(/could call functions of the live database, and an audit calls none/);
        expect(said).toMatch(words);
      },
    );

    test('calls nothing that is planted in its own schemas', async () => {
      const statements = await recorded(asReader());
      const named: Named = await namedIn(statements);
      expect(named.functions.size).toBeGreaterThan(50);
      // The reader's own settings may say that they come first.
      await admin.query("alter role drift_audit set search_path = 'public', 'drift_audit', 'pg_catalog'");
      const { relations, ...others } = named;
      for (const schema of ['public', 'drift_audit']) await admin.query(plantedIn(schema, others));
      await admin.query('grant usage on schema drift_audit to drift_audit');
      await admin.query('select pg_stat_reset()');
      await readAll(asReader(), false);
      const { rows } = await admin.query(
        "select schemaname, funcname from pg_stat_user_functions where schemaname <> 'pg_catalog'",
      );
      expect(rows).toEqual([]);
      expect((await caughtOf(statements, asReader())).length).toBeGreaterThan(15);
      for (const schema of ['public', 'drift_audit']) await admin.query(plantedIn(schema, { relations }));
      await readAll(asReader(), false);
    });
  });

describe('a live database that is a PGlite', () => {
  let served: LiveDatabaseForTests;
  beforeAll(async () => {
    served = await startLive({ migrations: [] }, `create extension pg_cron; ${HISTORY} ${PROJECT}`);
  });
  afterAll(() => served.stop());

  test('is asked nothing with bare names from a path that has its own schemas', async () => {
    const statements = await recorded(served.url);
    const from = statements.findIndex((text) => /set local search_path = "\$user"/.test(text));
    const rest = statements.slice(from + 1);
    const until = rest.findIndex((text) => /^rollback to savepoint/.test(text));
    const asked = rest.slice(0, until);
    expect(asked.length).toBeGreaterThan(0);
    expect(await namedIn(asked)).toEqual(await namedIn([]));
    const paths = statements.flatMap((text) => [...text.matchAll(/search_path\b.*/g)].map(([path]) => path));
    expect(new Set(paths)).toEqual(
      new Set([
        'search_path = pg_catalog, pg_temp;',
        "search_path TO 'pg_catalog', 'pg_temp'",
        'search_path = "$user", public, extensions',
      ]),
    );
  });

  test('calls nothing that is planted in its own schemas', async () => {
    const statements = await recorded(served.url);
    const named = await namedIn(statements);
    const { database } = served;
    const { relations, ...others } = named;
    for (const schema of ['public', 'postgres']) await database.exec(plantedIn(schema, others));
    await database.exec("set search_path = 'public', 'postgres', 'pg_catalog'");
    await readAll(served.url);
    expect((await caughtOf(statements, served.url)).length).toBeGreaterThan(15);
    for (const schema of ['public', 'postgres']) await database.exec(plantedIn(schema, { relations }));
    await database.exec("set search_path = 'public', 'postgres', 'pg_catalog'");
    await readAll(served.url);
  });
});
