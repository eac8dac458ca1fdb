// A catalogue is the same value whatever server and driver it is read over, and reading leaves nothing behind.

import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readCatalogue, rehearse } from '../../src/database/catalogue.ts';
import { openShadow } from '../../src/database/embedded/shadow.ts';
import { withConnection } from '../../src/database/live/connection.ts';
import type { Session } from '../../src/database/session.ts';
import { discoverProject } from '../../src/project/disk/discover.ts';
import { PROJECTS } from '../cli/run.ts';
import { type LiveDatabaseForTests, startLive } from '../tools/live-database.ts';
import { findNativePostgres, type NativeServer, startNative } from '../tools/native-postgres.ts';

const DASHBOARD = `
create table public.things (
  id bigint generated always as identity (start 9007199254740993) primary key,
  tags text[] not null default '{}', facts jsonb default '{"a": [1, null]}', since date default '2026-01-01');
create index on public.things using gin (tags);
grant select (id, tags) on public.things to anon;
create sequence public.tickets maxvalue 9007199254740995 cache 3;
create function public.sum_of(variadic numbers integer[]) returns bigint language sql set search_path = '' as 'select 1';
create type public.mood as enum ('sad', 'it is "fine"', 'Ärger');`;

/** Values of each type that drivers are known to read differently. */
const VALUES = `select 9007199254740993::int8 as int8, 7::int4 as int4, 3::oid as oid, 1.5::numeric as numeric,
  array['a,b', null, '"']::text[] as texts, array['a']::name[] as names, array[1, 2]::int8[] as int8s,
  '{"a": 1}'::json as json, array['{"a": 1}']::jsonb[] as jsons, '2026-01-01'::date as date,
  '2026-01-01 10:00Z'::timestamptz as time, '1 day'::interval as interval, '\\x01'::bytea as bytea,
  'r'::"char" as letter, true as yes, '(1,2)'::point as point, null::int8 as nothing`;

/** An interval has methods, which are never equal; dates and bytes stay told apart from their texts. */
const plain = (value: unknown): string => inspect(value, { depth: null });

let live: LiveDatabaseForTests;
beforeAll(async () => {
  live = await startLive({ migrations: [] }, DASHBOARD);
});
afterAll(() => live.stop());

const overWire = <T>(use: (session: Session) => Promise<T>): Promise<T> => withConnection(live.url, use);

test('the embedded database gives the values that pg reads', async () => {
  const { rows } = await live.database.query(VALUES);
  expect(plain(rows)).toEqual(plain((await overWire((session) => session.query(VALUES))).rows));
});

test('the catalogue is the same within the process and over a connection', async () => {
  const within = await readCatalogue(live.database);
  const over = await overWire(readCatalogue);
  expect(over).toEqual(within);
  expect(within.facts).toContain('"table:public.things"');
  expect(within.facts).toContain('9007199254740993');
  expect(within.unread).toEqual([]);
});

test('kinds of objects that are not modelled are told', async () => {
  const { unread } = await rehearse(live.database, [
    'create text search configuration public.words (copy = english)',
    'create statistics public.some on id, tags from public.things',
  ]);
  expect(unread).toEqual([
    'text search configuration, 1 of them (words)',
    'statistics object, 1 of them (some)',
  ]);
});

describe('reading', () => {
  test('works in a transaction that is open, and leaves it and its settings as they are', async () => {
    await overWire(async (session) => {
      await session.run('begin isolation level repeatable read read only');
      await session.run(`set local search_path to 'storage'`);
      const { facts } = await readCatalogue(session);
      expect(facts).toContain('public.things');
      expect((await session.query('show search_path')).rows).toEqual([{ search_path: 'storage' }]);
      expect((await session.query('show transaction_isolation')).rows).toEqual([
        { transaction_isolation: 'repeatable read' },
      ]);
      expect((await session.run('savepoint still_open')).error).toBeUndefined();
      await session.run('rollback');
    });
  });

  test('ends the transaction that it begins', async () => {
    await readCatalogue(live.database);
    expect((await live.database.run('savepoint none')).error?.sqlState).toBe('25P01');
  });
});

test('a rehearsal shows what statements would do, passes refused ones over, and undoes all', async () => {
  const before = await readCatalogue(live.database);
  const { facts } = await rehearse(live.database, [
    'create table public.first ()',
    'create table public.things ()',
    'this is no SQL',
    'create table public.last ()',
  ]);
  expect(facts).toContain('"table:public.first"');
  expect(facts).toContain('"table:public.last"');
  expect(await readCatalogue(live.database)).toEqual(before);
});

test('the thread of the shadow database answers both', async () => {
  const project = discoverProject(`${PROJECTS}/interface-types`);
  const shadow = openShadow(project, { migrations: project.migrations });
  try {
    await shadow.replay({ migrations: project.migrations }, () => undefined);
    const { facts, postgresVersion } = await shadow.catalogue();
    expect(facts).toContain('"table:public.');
    expect(postgresVersion).toMatch(/^17\./);
    expect((await shadow.rehearse(['create schema rehearsed'])).facts).toContain('"schema:rehearsed"');
    expect((await shadow.catalogue()).facts).toBe(facts);
  } finally {
    await shadow.close();
  }
});

const native = findNativePostgres();
const words = 'missing' in native ? `skipped: ${native.missing}` : `PostgreSQL ${native.major}`;
('missing' in native ? describe.skip : describe)(`a native server (${words})`, () => {
  let server: NativeServer;
  beforeAll(async () => {
    if (!('missing' in native)) server = await startNative(native);
  });
  afterAll(() => server.stop());

  test('gives the same values', async () => {
    const { rows } = await withConnection(server.createDatabase('values_of'), (session) =>
      session.query(VALUES),
    );
    expect(plain(rows)).toEqual(plain((await live.database.query(VALUES)).rows));
  });
});
