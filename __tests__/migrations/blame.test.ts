import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EmbeddedDatabase } from '../../src/database/embedded/engine.ts';
import { CASES, objectOf, told } from './blamed.ts';
import { CAUSE_CASES } from './cause-cases.ts';
import { FACET_CASES } from './part-cases.ts';
import { blameIn, migrationsOf, openForTraces } from './traced.ts';

/**
 * Where the trace tells the cause, and the reader of texts the last statement that names the object: what changed
 * nothing is no cause, and what moves with its table is moved by that statement.
 */
const CAUSES: Record<string, string> = {
  'column public.t.e, alter: alter column e': 'create: e int',
  'column public.t.f, alter: alter column f': 'create: f text',
  'column public.t.g, alter: alter column g add': 'alter: alter column g set not null',
  'table public.never, drop: drop table if exists never': 'nothing',
  'column public.v.id, create: id, a from': 'create: id from t',
  'column public.v.key, create: id as key': 'rename: rename column id',
  'composite-type public.c, create: add attribute': 'alter: e int cascade',
  'table public.c, create: do $$': "create: execute 'create table c",
  'column public.c.id, create: do $$': "create: execute 'create table c",
  'function public.f, nothing': 'create: create or replace function f',
  'index s.a, alter: alter index a': 'rename: alter table t set schema',
  'index s.b2, rename: alter index b': 'rename: alter table t set schema',
  'index s.c, drop: drop index if exists c': 'nothing',
  'index public.a, nothing': 'rename: alter table t set schema',
  'sequence s.t_id_seq, create: id bigserial': 'rename: alter table t set schema',
  'sequence s.t_n_seq, create: n int': 'rename: alter table t set schema',
  'sequence s.t_m_seq, create: alter m add': 'rename: alter table t set schema',
};

const causeIn = (object: string, expected: string): string => CAUSES[`${object}, ${expected}`] ?? expected;

describe('blame points at', () => {
  let database: EmbeddedDatabase;
  beforeAll(async () => {
    database = await openForTraces();
  });
  afterAll(() => database.close());

  test.each(CASES)('$sentence', async ({ sql, blames }) => {
    const files = migrationsOf(sql);
    const blame = await blameIn(database, files);
    const found = blames.map(([object, expected]) => [
      object,
      told(blame.touch(objectOf(object)), files).slice(0, causeIn(object, expected).length),
    ]);
    expect(found).toEqual(blames.map(([object, expected]) => [object, causeIn(object, expected)]));
  });

  test.each(FACET_CASES)('$sentence', async ({ sql, blames }) => {
    const files = migrationsOf(sql);
    const blame = await blameIn(database, files);
    const found = blames.map(([object, facet, expected]) => [
      object,
      facet,
      told(blame.touch(objectOf(object), { facet }), files).slice(0, causeIn(object, expected).length),
    ]);
    expect(found).toEqual(
      blames.map(([object, facet, expected]) => [object, facet, causeIn(object, expected)]),
    );
  });

  test.each(CAUSE_CASES)('$sentence', async ({ sql, causes }) => {
    const files = migrationsOf(sql);
    const blame = await blameIn(database, files);
    const found = causes.map(([object, aspect, expected]) => [
      object,
      aspect,
      told(blame.touch(objectOf(object), aspect), files).slice(0, expected.length),
    ]);
    expect(found).toEqual(causes);
  });
});
