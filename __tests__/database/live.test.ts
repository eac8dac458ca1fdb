// The live database of a project, as the embedded PostgreSQL serves it: what is read is what the replay made.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { catalogObjects } from '../../src/database/catalog-objects.ts';
import { readCatalogue } from '../../src/database/catalogue.ts';
import { type LiveOptions, openLive } from '../../src/database/live/live.ts';
import { serverVersion } from '../../src/database/objects.ts';
import { GENERATOR, generateTypes } from '../../src/database/typegen.ts';
import { isKnownError, type KnownError } from '../../src/errors.ts';
import type { LiveDatabase, ReplayPlan } from '../../src/ports.ts';
import { type LiveDatabaseForTests, startLive } from '../tools/live-database.ts';

const migration = (version: string, sql: string) => ({ file: `${version}_m.sql`, version, name: 'm', sql });

const PLAN: ReplayPlan = {
  migrations: [
    migration(
      '20260101000000',
      'create table public.a (id bigint primary key);\ncreate view public.v as select id from public.a;',
    ),
    migration('20260102000000', "create type public.mood as enum ('sad');"),
  ],
};
const DASHBOARD =
  'create table public.by_hand (id int primary key, a_id bigint references public.a, tags text[]);';

const refusal = async (promise: Promise<unknown>): Promise<KnownError> => {
  const error = await promise.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  if (!isKnownError(error)) throw new Error(`not refused in words: ${error}`);
  return error;
};

describe('a live database', () => {
  let served: LiveDatabaseForTests;
  beforeAll(async () => {
    served = await startLive(PLAN, DASHBOARD);
  });
  afterAll(() => served.stop());

  const open = (options: Partial<LiveOptions> = {}): Promise<LiveDatabase> =>
    openLive({ url: served.url, seconds: 60, allowWritableRole: true, ...options });
  const using = async <T>(use: (live: LiveDatabase) => Promise<T>): Promise<T> => {
    const live = await open();
    try {
      return await use(live);
    } finally {
      await live.close();
    }
  };

  test('is read as it is, all at once', async () => {
    const read = await using((live) =>
      Promise.all([
        live.postgresVersion(),
        live.history(),
        live.catalogue(),
        live.catalogObjects(),
        live.generateTypes(['public']),
      ]),
    );
    const { database } = served;
    expect(read).toEqual([
      await serverVersion(database),
      [
        {
          version: '20260101000000',
          name: 'm',
          statements: [
            'create table public.a (id bigint primary key)',
            'create view public.v as select id from public.a',
          ],
        },
        { version: '20260102000000', name: 'm', statements: ["create type public.mood as enum ('sad')"] },
      ],
      await readCatalogue(database),
      await catalogObjects(database, []),
      { text: await generateTypes(database, ['public']), generator: GENERATOR },
    ]);
    const [, , , built] = read;
    expect(built.map(({ name, createdIn }) => [name, createdIn])).toEqual([
      ['a', undefined],
      ['by_hand', undefined],
      ['mood', undefined],
      ['v', undefined],
    ]);
  });

  test('has no function of its own called by the reading of its structure, whatever that is named', async () => {
    const { database } = served;
    // Each fits our questions better than the one of PostgreSQL that it is named after.
    await database.exec(`
      create function public.raised(text[], text) returns text[] language plpgsql as 'begin raise exception ''called''; end';
      create aggregate public.array_agg(text) (sfunc = public.raised, stype = text[], initcond = '{}');
      create function public.format_type(oid, integer) returns text language plpgsql as 'begin raise exception ''called''; end';`);
    try {
      const read = using((live) => Promise.all([live.history(), live.catalogue(), live.catalogObjects()]));
      await expect(read).resolves.toHaveLength(3);
      await expect(database.query("select array_agg('a'::text)")).rejects.toThrow('called');
    } finally {
      await database.exec(
        'drop aggregate public.array_agg(text); drop function public.raised, public.format_type',
      );
    }
  });

  test('is left as it was, its session as well', async () => {
    const settings =
      "select name, setting from pg_settings where source not in ('override', 'client') order by name";
    const [before, after] = [
      await served.database.query(settings),
      await using((live) => live.catalogue()).then(() => served.database.query(settings)),
    ];
    expect(after).toEqual(before);
  });

  test('may have a history of an old release, without names and statements', async () => {
    const table = 'supabase_migrations.schema_migrations';
    await served.database.exec(
      `create table kept as table ${table}; alter table ${table} drop name, drop statements`,
    );
    const old = await using((live) => live.history());
    await served.database.exec(`drop table ${table}`);
    const none = await using((live) => live.history());
    const others = await using((live) => live.catalogObjects());
    await served.database.exec('drop schema supabase_migrations');
    expect(await using((live) => live.history())).toBeUndefined();
    await served.database.exec(`create schema supabase_migrations; alter table kept rename to schema_migrations;
      alter table schema_migrations set schema supabase_migrations`);
    expect(old).toEqual([{ version: '20260101000000' }, { version: '20260102000000' }]);
    expect(none).toBeUndefined();
    expect(others.length).toBeGreaterThan(3);
  });

  test('is not opened as a superuser unasked', async () => {
    const error = await refusal(open({ allowWritableRole: false }));
    expect(error.name).toBe('UsageError');
    expect(error.message).toBe("The role of the live database's URL could write: it is a superuser.");
    expect(error.remedy).toMatch(/only read.*--allow-writable-role/);
  });

  test('that goes away while it is read says so, to every question', async () => {
    const other = await startLive({ migrations: [] });
    const live = await openLive({ url: other.url, seconds: 60, allowWritableRole: true });
    await live.history();
    await other.stop();
    for (const question of [
      live.catalogue(),
      live.history(),
      live.catalogObjects(),
      live.generateTypes(['public']),
    ]) {
      const error = await refusal(question);
      expect(error.message).toBe('The live database broke off the connection.');
      expect(error.remedy).toMatch(/^Run again/);
    }
    await live.close();
  });
});
