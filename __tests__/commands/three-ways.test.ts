// The table of all objects, three ways, over plain values: who has what, the verdicts, the counts.

import { describe, expect, test } from '@jest/globals';
import {
  type InventoriedObject,
  keyOf,
  objectsIn,
  type Sources,
  threeWays,
  withVerdicts,
} from '../../src/commands/three-ways.ts';
import type { AcceptedFinding } from '../../src/findings/baseline.ts';
import { type Finding, makeFinding } from '../../src/findings/finding.ts';
import type { ObjectId } from '../../src/findings/object-id.ts';
import type { Inventory } from '../../src/report/report.ts';

const table = (name: string, file?: string): InventoriedObject => ({
  kind: 'table',
  schema: 'public',
  name,
  ...(file !== undefined && { createdIn: file }),
});

const NOTHING: Sources = {
  gitFrom: 'replay',
  live: [],
  applied: [],
  all: [],
  typesOnly: [],
  typesHave: () => undefined,
};

const inventoryOf = (sources: Partial<Sources>): Inventory => threeWays({ ...NOTHING, ...sources });

const verdictsOf = (
  inventory: Inventory,
  findings: Finding[] = [],
  accepted: AcceptedFinding[] = [],
): Record<string, string | undefined> => {
  const { relations, items = [] } = withVerdicts(inventory, { findings, accepted });
  return Object.fromEntries(
    [...relations, ...items].map(({ kind, id, verdict }) => [`${kind} ${id}`, verdict]),
  );
};

const finding = (ruleId: Finding['ruleId'], subject: ObjectId): Finding =>
  makeFinding({ ruleId, subject, message: 'x' });

const accepted = (one: Finding): AcceptedFinding => ({
  ...one,
  acceptance: { reason: 'known', date: '2026-01-19' },
});

const orders: ObjectId = { kind: 'table', schema: 'public', name: 'orders' };

describe('a verdict', () => {
  const both = inventoryOf({ live: [table('orders')], applied: [table('orders')], all: [table('orders')] });
  const onlyLive = inventoryOf({ live: [table('orders')] });

  test('is that an object is tracked when both databases have it', () => {
    expect(verdictsOf(both)).toEqual({ 'table public.orders': 'tracked' });
  });

  test('is that its types are out of date, accepted or not, when they fit neither', () => {
    const one = finding('types-out-of-date', orders);
    expect(verdictsOf(both, [one])).toEqual({ 'table public.orders': 'types-out-of-date' });
    expect(verdictsOf(both, [], [accepted(one)])).toEqual({ 'table public.orders': 'types-out-of-date' });
    const only = inventoryOf({ typesOnly: [table('orders')], typesHave: () => true });
    expect(verdictsOf(only)).toEqual({ 'table public.orders': 'types-out-of-date' });
  });

  test('is base-schema drift when only the live database has it, and external once that is accepted', () => {
    const one = finding('unmanaged', orders);
    expect(verdictsOf(onlyLive, [one])).toEqual({ 'table public.orders': 'base-schema-drift' });
    expect(verdictsOf(onlyLive, [], [accepted(one)])).toEqual({ 'table public.orders': 'external' });
    const schema = accepted(finding('unmanaged', { kind: 'schema', name: 'public' }));
    expect(verdictsOf(onlyLive, [], [schema])).toEqual({ 'table public.orders': 'external' });
    expect(verdictsOf(onlyLive, [one], [schema])).toEqual({ 'table public.orders': 'base-schema-drift' });
  });

  test('of a function is not that of the table of the same name, and not that of a part of the table', () => {
    const inventory = inventoryOf({
      live: [table('orders'), { kind: 'function', schema: 'public', name: 'orders' }],
    });
    const call = finding('unmanaged', {
      kind: 'function',
      schema: 'public',
      name: 'orders',
      args: ['integer'],
    });
    const column = finding('unmanaged', {
      kind: 'column',
      schema: 'public',
      relation: 'orders',
      name: 'total',
    });
    expect(verdictsOf(inventory, [], [accepted(call), accepted(column)])).toEqual({
      'table public.orders': 'base-schema-drift',
      'function public.orders': 'external',
    });
    const other = finding('unmanaged', {
      kind: 'function',
      schema: 'public',
      name: 'orders',
      args: ['text'],
    });
    expect(verdictsOf(inventory, [other], [accepted(call)])['function public.orders']).toBe(
      'base-schema-drift',
    );
  });
});

describe('pending files', () => {
  test('make an object that is not live, which is no drift, and mark it as pending', () => {
    const inventory = inventoryOf({ all: [table('orders', '2_orders.sql')], typesHave: () => false });
    expect(withVerdicts(inventory, { findings: [] }).relations).toEqual([
      {
        id: 'public.orders',
        kind: 'table',
        live: false,
        git: true,
        types: false,
        file: 'supabase/migrations/2_orders.sql',
        pending: true,
        verdict: 'tracked',
      },
    ]);
  });

  test('that drop an object leave it tracked for as long as it is live', () => {
    const inventory = inventoryOf({ live: [table('orders')], applied: [table('orders', '1_orders.sql')] });
    expect(verdictsOf(inventory)).toEqual({ 'table public.orders': 'tracked' });
    expect(inventory.relations[0]).not.toHaveProperty('pending');
  });
});

describe('the counts', () => {
  test('are of relations, and by kind; a foreign table is a table, a materialized view a view', () => {
    const live: InventoriedObject[] = [
      table('orders'),
      { kind: 'foreign-table', schema: 'public', name: 'remote' },
      { kind: 'view', schema: 'public', name: 'v' },
      { kind: 'materialized-view', schema: 'public', name: 'm' },
      { kind: 'function', schema: 'public', name: 'f' },
      { kind: 'function', schema: 'public', name: 'f' },
      { kind: 'enum', schema: 'public', name: 'state' },
    ];
    const { counts, byKind, items } = inventoryOf({
      live,
      applied: live.slice(0, 3),
      all: live.slice(0, 3),
      typesHave: ({ kind }) => (kind === 'function' ? undefined : kind !== 'enum'),
    });
    expect(counts).toEqual({ live: 4, git: 3, types: 4 });
    expect(byKind).toEqual({
      tables: { live: 2, git: 2, types: 2 },
      views: { live: 2, git: 1, types: 2 },
      functions: { live: 1, git: 0, types: 0 },
      enums: { live: 1, git: 0, types: 0 },
    });
    expect(items?.map(({ id, types }) => [id, types])).toEqual([
      ['public.f', undefined],
      ['public.state', false],
    ]);
  });

  test.each([
    [0, 0, 100],
    [0, 3, 0],
    [1, 3, 33.3],
    [2, 3, 66.6],
    [37, 101, 36.6],
    [1999, 2000, 99.9],
    [9999, 10_000, 99.9],
    [7, 7, 100],
  ])('%d of %d live tables in Git are %d per cent', (inGit, all, coverage) => {
    const live = Array.from({ length: all }, (_, index) => table(`t${index}`));
    const other = table('only in Git');
    expect(inventoryOf({ live, applied: [...live.slice(0, inGit), other] }).coverage).toBe(coverage);
  });

  test('leave out what an extension brought, and composite types', () => {
    expect(
      objectsIn([
        { kind: 'table', schema: 'public', name: 'spatial_ref_sys', extension: 'postgis' },
        { kind: 'composite-type', schema: 'public', name: 'pair' },
        { kind: 'view', schema: 'public', name: 'v', createdIn: '1_v.sql' },
      ]),
    ).toEqual([{ kind: 'view', schema: 'public', name: 'v', createdIn: '1_v.sql' }]);
  });
});

test('a table that is a view in the other database is one object, and names never run together', () => {
  const inventory = inventoryOf({
    live: [{ kind: 'view', schema: 'public', name: 'orders' }],
    applied: [table('orders', '1_orders.sql')],
  });
  expect(inventory.relations).toMatchObject([{ kind: 'view', live: true, git: true }]);
  expect(keyOf({ kind: 'table', schema: 'a.b', name: 'c' })).not.toBe(
    keyOf({ kind: 'table', schema: 'a', name: 'b.c' }),
  );
});
