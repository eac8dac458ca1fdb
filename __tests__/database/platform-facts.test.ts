// The stand-in of auth and storage, fact by fact, against what the services' own migrations leave in a catalogue;
// and the platform functions and owners that migrations and `supabase db reset` rely on.

import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { type EmbeddedDatabase, openEmbedded } from '../../src/database/embedded/engine.ts';
import { inSchema, readSurface, Surface } from './surface.ts';

const Texts = v.nullable(v.array(v.string()));
const Facts = v.object({
  enums: v.record(v.string(), v.array(v.string())),
  tables: v.record(
    v.string(),
    v.object({ rls: v.boolean(), columns: v.array(v.string()), constraints: Texts, triggers: Texts }),
  ),
  functions: v.array(v.string()),
});
const factsFile = new URL('./fixtures/auth-storage.json', import.meta.url);
const facts = v.parse(Facts, JSON.parse(await readFile(factsFile, 'utf8')));

const TABLES = `
  select
    format('%s.%s', c.relnamespace::regnamespace, c.relname) as name,
    c.relrowsecurity as rls,
    array(
      select a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
        || case when a.attnotnull then ' not null' else '' end
        || case when a.attgenerated = 's' then ' generated always as ' || pg_get_expr(d.adbin, d.adrelid) || ' stored'
           else coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') end
      from pg_attribute a
      left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      order by a.attnum
    ) as columns,
    array(
      select conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where conrelid = c.oid
    ) as constraints,
    array(select tgname::text from pg_trigger where tgrelid = c.oid and not tgisinternal) as triggers
  from pg_class c
  where c.relkind in ('r', 'p') and c.relnamespace in ('auth'::regnamespace, 'storage'::regnamespace)`;

const ENUMS = `
  select format('%s.%s', typnamespace::regnamespace, typname) as name, array_agg(enumlabel::text order by enumsortorder) as labels
  from pg_type join pg_enum on enumtypid = pg_type.oid
  where typnamespace in ('auth'::regnamespace, 'storage'::regnamespace)
  group by 1`;

const FUNCTIONS = `
  select format(
    '%s.%s(%s) returns %s %s', pronamespace::regnamespace, proname, pg_get_function_arguments(oid),
    pg_get_function_result(oid),
    case provolatile when 's' then 'stable' when 'i' then 'immutable' else 'volatile' end
  ) as signature
  from pg_proc
  where pronamespace in ('auth'::regnamespace, 'storage'::regnamespace)`;

const OWNERS = `
  select nspname::text as name, nspowner::regrole::text as owner from pg_namespace
  where nspname !~ '^pg_' and nspname <> 'information_schema'`;

let db: EmbeddedDatabase;

beforeAll(async () => {
  db = await openEmbedded({ extensions: [] });
});
afterAll(() => db.close());

async function values(sql: string): Promise<unknown> {
  const { rows } = await db.query<Record<string, unknown>>(sql);
  return rows[0];
}

describe('auth and storage are what the services leave behind', () => {
  interface Table {
    name: string;
    rls: boolean;
    columns: string[];
    constraints: string[];
    triggers: string[];
  }
  const tables = new Map<string, Table>();

  beforeAll(async () => {
    const { rows } = await db.query<Table>(TABLES);
    for (const table of rows) tables.set(table.name, table);
  });

  test('no table is missing and none is added', () => {
    expect([...tables.keys()].sort()).toEqual(Object.keys(facts.tables).sort());
  });

  test.each(Object.entries(facts.tables))(
    '%s has its columns in order, its constraints and triggers',
    (name, fact) => {
      const table = tables.get(name);
      expect(table?.columns).toEqual(fact.columns);
      expect(table?.constraints.toSorted()).toEqual((fact.constraints ?? []).toSorted());
      expect(table?.triggers.toSorted()).toEqual((fact.triggers ?? []).toSorted());
      expect(table?.rls).toBe(fact.rls);
    },
  );

  test('the enums have their labels in order', async () => {
    const { rows } = await db.query<{ name: string; labels: string[] }>(ENUMS);
    expect(Object.fromEntries(rows.map((row) => [row.name, row.labels]))).toEqual(facts.enums);
  });

  test('the functions have their signatures', async () => {
    const { rows } = await db.query<{ signature: string }>(FUNCTIONS);
    expect(rows.map((row) => row.signature).sort()).toEqual(facts.functions.toSorted());
  });
});

test('realtime has the functions, types and tables that its own migrations leave', async () => {
  const real = v.parse(
    v.omit(Surface, ['operators']),
    JSON.parse(await readFile(new URL('./fixtures/realtime-surface.json', import.meta.url), 'utf8')),
  );
  const { functions, types, relations } = await readSurface(db, inSchema('realtime'));
  await db.exec('reset search_path');
  expect({ functions, types }).toEqual({ functions: real.functions, types: real.types });
  expect(relations).toMatchObject(real.relations);
  expect(Object.keys(relations).sort()).toEqual(
    [...Object.keys(real.relations), 'table realtime.messages', 'table realtime.schema_migrations'].sort(),
  );
});

describe('the platform functions work', () => {
  test('auth reads the claims of the request', async () => {
    const sub = '7d3c5a52-9c0e-4a8f-8a37-3a3d3a4d0b11';
    const claims = JSON.stringify({ sub, role: 'authenticated', email: 'ada@example.com' });
    await db.query(`select set_config('request.jwt.claims', '${claims}', false)`);
    expect(
      await values(`select auth.uid(), auth.role(), auth.email(), auth.jwt() ->> 'sub' as subject`),
    ).toEqual({
      uid: sub,
      role: 'authenticated',
      email: 'ada@example.com',
      subject: sub,
    });
    await db.query(`select set_config('request.jwt.claims', '', false)`);
    expect(await values('select auth.uid(), auth.jwt()')).toEqual({ uid: null, jwt: null });
  });

  test('storage takes a path apart', async () => {
    const path = `'avatars/ada/me.tar.gz'`;
    expect(
      await values(
        `select storage.foldername(${path}), storage.filename(${path}), storage.extension(${path})`,
      ),
    ).toEqual({ foldername: ['avatars', 'ada'], filename: 'me.tar.gz', extension: 'gz' });
  });

  test('storage refuses a direct delete unless it is asked to allow it', async () => {
    expect((await db.run('delete from storage.objects')).error?.sqlState).toBe('42501');
    expect((await db.run('delete from storage.buckets')).error?.sqlState).toBe('42501');
    const allowed = `select set_config('storage.allow_delete_query', 'true', true); delete from storage.objects`;
    expect(await db.run(allowed)).toEqual({ completed: 2 });
  });
});

test('supabase db reset finds every platform schema with the owner that it spares', async () => {
  const { rows } = await db.query<{ name: string; owner: string }>(OWNERS);
  expect(Object.fromEntries(rows.map((row) => [row.name, row.owner]))).toMatchObject({
    _realtime: 'postgres',
    auth: 'supabase_admin',
    extensions: 'postgres',
    graphql: 'supabase_admin',
    graphql_public: 'supabase_admin',
    pgbouncer: 'supabase_admin',
    public: 'pg_database_owner',
    realtime: 'supabase_admin',
    storage: 'supabase_admin',
    supabase_functions: 'supabase_admin',
    vault: 'supabase_admin',
  });
});
