// Drift of every kind of object, made by hand on a copy of the database that the migrations build: it is found, named
// and graded, nothing else is, and the statements that are suggested bring the shadow database to the same state.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readCatalogue, rehearse } from '../../../src/database/catalogue.ts';
import { type EmbeddedDatabase, openEmbedded } from '../../../src/database/embedded/engine.ts';
import { extensionsNamedIn } from '../../../src/database/platform/bundles.ts';
import { compareStructure } from '../../../src/database/structure/compare.ts';
import { formatObjectId } from '../../../src/findings/object-id.ts';
import type { Catalogue, Structure, StructureChange } from '../../../src/ports.ts';
import { CASES, PROJECT } from './cases.ts';

const ALL = Object.values(CASES).flat();

const told = ({ kind, object, facet, severity }: StructureChange): string =>
  `${kind} ${object.kind} ${formatObjectId(object)}${facet === undefined ? '' : `, ${facet}`}: ${severity}`;

const sameVersion = (): Promise<Catalogue> => Promise.reject(new Error('nothing to rehearse'));

let shadow: EmbeddedDatabase;
let expected: Catalogue;
let actual: Catalogue;
let structure: Structure;

beforeAll(async () => {
  shadow = await openEmbedded({ extensions: extensionsNamedIn([PROJECT, ...ALL.map(({ sql }) => sql)]) });
  await shadow.exec(PROJECT);
  expected = await readCatalogue(shadow);
  actual = await rehearse(
    shadow,
    ALL.map(({ sql }) => sql),
  );
  structure = await compareStructure(expected, actual, sameVersion);
});
afterAll(() => shadow.close());

describe('what was done in the dashboard is told', () => {
  test.each(Object.entries(CASES))('of a %s', (_kind, cases) => {
    const all = structure.changes.map(told);
    expect(all).toEqual(expect.arrayContaining(cases.flatMap((one) => one.told)));
  });

  test('and nothing else is', () => {
    const wanted = ALL.flatMap((one) => one.told);
    expect(structure.changes.map(told).filter((words) => !wanted.includes(words))).toEqual([]);
    expect(structure.notices).toEqual([]);
  });

  test('in order of the objects', () => {
    const objects = structure.changes.map(({ object }) => formatObjectId(object));
    expect(objects).toEqual([...objects].sort());
  });
});

test('an untouched copy has no change', async () => {
  const same = await compareStructure(expected, await readCatalogue(shadow), sameVersion);
  expect(same).toEqual({ changes: [], statements: [], definitions: [], notices: [] });
});

describe('the suggested statements', () => {
  test('bring the database of the migrations to the state of the live one', async () => {
    const after = await rehearse(
      shadow,
      structure.statements.map(({ sql }) => sql),
    );
    const left = await compareStructure(after, actual, sameVersion);
    expect(left.changes.map(told)).toEqual([]);
  });

  test('each belong to a change, and each change has one', () => {
    const settings = structure.statements.filter(({ of }) => of.length === 0);
    expect(settings.map(({ sql }) => sql)).toEqual([
      'set search_path to pg_catalog',
      'set check_function_bodies to off',
    ]);
    const served = new Set(structure.statements.flatMap(({ of }) => of));
    const lacking = structure.changes.filter((_change, index) => !served.has(index));
    expect(lacking.map(told)).toEqual([]);
  });
});

describe('both sides are told', () => {
  const sidesOf = (words: string): (string | undefined)[] => {
    const change = structure.changes.find((one) => told(one) === words);
    return [change?.expected, change?.actual];
  };

  test.each([
    ['altered column public.customers.note, type: error', 'text', 'character varying(20)'],
    ['altered column public.customers.name, nullability: error', 'not null', 'null'],
    ['altered column public.orders.total, default: error', '0', undefined],
    ['altered table public.orders, row-level security: error', 'enabled', 'disabled'],
    ['altered policy public.customers.own rows, roles: error', 'authenticated', 'anon'],
    ['altered function public.total_of(bigint), security: error', 'definer', 'invoker'],
    ['altered function public.total_of(bigint), settings: error', `search_path TO ''`, undefined],
    ['altered schema sales, grants to anon: error', 'none', 'USAGE'],
    ['altered table public.parents, grants to auditor: warning', 'none', 'SELECT with grant option'],
    ['altered table public.visits, owner: error', 'postgres', 'auditor'],
    ['altered role auditor, membership in reporter: error', 'member', undefined],
    ['altered cron-job nightly, schedule: warning', '0 3 * * *', '0 5 * * *'],
    ['altered trigger public.orders.touch_orders, firing: error', 'enabled', 'disabled'],
  ])('%s', (words, before, after) => {
    expect(sidesOf(words)).toEqual([before, after]);
  });
});

test('what came or went with an object is told with it, and nowhere else', () => {
  const leads = structure.changes.find(({ object }) => formatObjectId(object) === 'public.leads');
  expect(leads?.parts).toEqual(
    expect.arrayContaining([
      'row-level security disabled',
      `column id integer not null default nextval('public.leads_id_seq'::regclass)`,
      'constraint leads_customer_fkey FOREIGN KEY (customer) REFERENCES public.customers(id)',
      'grants to auditor SELECT',
      'grants to anon of sequence leads_id_seq SELECT, UPDATE, USAGE',
    ]),
  );
  const visits = structure.changes.find(({ object }) => formatObjectId(object) === 'public.visits');
  expect(visits?.parts).toEqual([
    'grants to auditor of table public.visits',
    'grants to postgres of table public.visits',
  ]);
});

test('each relation, function and type concerned is defined on the sides that have it', () => {
  const of = (id: string) => structure.definitions.find((one) => one.id === id);
  expect(of('public.leads')).toEqual({
    id: 'public.leads',
    actual: expect.stringContaining('CREATE TABLE "public"."leads"'),
  });
  expect(of('public.gone')).toEqual({
    id: 'public.gone',
    expected: expect.stringContaining('CREATE TABLE "public"."gone"'),
  });
  const orders = of('public.orders');
  expect(orders?.expected).toContain('ENABLE ROW LEVEL SECURITY');
  expect(orders?.actual).not.toContain('ENABLE ROW LEVEL SECURITY');
  expect(orders?.actual).toContain('"coupon" text');
  expect(of('public.mood')?.actual).toContain('furious');
  expect(of('public.counted(integer)')?.actual).toContain('a + 2');
  expect(of('public.order_states')?.actual).toContain(`'done'`);
  expect(of('public.children')?.expected).toContain('INHERITS');
});

/** A database whose drift is one statement, held against what the migrations build. */
const driftOf = async (...statements: string[]): Promise<string[]> =>
  (await compareStructure(expected, await rehearse(shadow, statements), sameVersion)).changes.map(told);

test('what `supabase db diff` missed in escentohq/escento#76 is told', async () => {
  expect(
    await driftOf(
      'create table public.forgotten (id integer)',
      `alter table public.orders alter column state set default 'other'`,
      'revoke insert on public.parents from authenticated',
    ),
  ).toEqual([
    'unmanaged table public.forgotten: error',
    'altered column public.orders.state, default: error',
    'altered table public.parents, grants to authenticated: error',
  ]);
});

describe('a cause is told once', () => {
  test('default privileges, with the grants that they gave', async () => {
    const drift = [
      'alter default privileges in schema public revoke select on tables from auditor',
      'alter default privileges in schema public grant insert on tables to reporter',
      'grant insert on public.orders, public.parents to reporter',
    ];
    expect(await driftOf(...drift)).toEqual([
      'altered default-privileges postgres in public, grants on tables to auditor: warning',
      'altered default-privileges postgres in public, grants on tables to reporter: warning',
    ]);
  });

  test('the type of a column, with the texts that it rewrites', async () => {
    expect(
      await driftOf(
        'alter table public.orders drop constraint orders_customer_fkey',
        'alter table public.customers alter column balance type double precision',
      ),
    ).toEqual([
      'altered column public.customers.balance, type: error',
      'missing constraint public.orders.orders_customer_fkey: error',
    ]);
  });
});

test('no secret is told', () => {
  expect(expected.facts + actual.facts + JSON.stringify(structure)).not.toContain('canary-s3cret');
});
