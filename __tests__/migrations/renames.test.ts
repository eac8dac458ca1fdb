import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EmbeddedDatabase } from '../../src/database/embedded/engine.ts';
import { formatObjectId, type ObjectId } from '../../src/findings/object-id.ts';
import { locator } from '../../src/locator.ts';
import { blameOf } from '../../src/migrations/blame/blame.ts';
import { afterComments } from '../../src/migrations/lexemes.ts';
import { migrationsOf, openForTraces, traceOf } from './traced.ts';

const TYPES =
  "create type e as enum ('a', 'b'); create function f(x int) returns int language sql as 'select 1';";

interface RenameCase {
  sentence: string;
  sql: string[];
  /** `kind old > new (file:line of the statement that took the old name away)`. */
  renames: string[];
}

const CASES: RenameCase[] = [
  {
    sentence: 'a chain of names leads to the last one, each by the statement that ended it',
    sql: ['create table a (id int)', 'alter table a rename to b', '\nalter table b rename to c'],
    renames: ['table public.a > public.c (2_m.sql:1)', 'table public.b > public.c (3_m.sql:2)'],
  },
  {
    sentence: 'a column is known under its relation of today, and of before',
    sql: [
      'create table a (x int)',
      'alter table a rename column x to y',
      'alter table a rename to b',
      'alter table b rename y to z',
    ],
    renames: [
      'column public.b.x > public.b.z (2_m.sql:1)',
      'column public.a.x > public.b.z (2_m.sql:1)',
      'table public.a > public.b (3_m.sql:1)',
      'column public.b.y > public.b.z (4_m.sql:1)',
      'column public.a.y > public.b.z (4_m.sql:1)',
    ],
  },
  {
    sentence: 'a name that another object took is none of the old one',
    sql: [
      'create table t (id int, a int, b int)',
      'alter table t rename to t_old; create table t_new (id int); alter table t_new rename to t',
      'alter table t_old rename a to c; alter table t_old rename b to a; alter table t_old rename c to b',
    ],
    renames: [
      'table public.t_new > public.t (2_m.sql:1)',
      'column public.t_old.c > public.t_old.b (3_m.sql:1)',
    ],
  },
  {
    sentence: 'what was dropped in the end has no name',
    sql: ['create table a (x int)', 'alter table a rename to b; alter table b rename x to y', 'drop table b'],
    renames: [],
  },
  {
    sentence: 'a name given back is no other name',
    sql: ['create table a (id int)', 'alter table a rename to b', 'alter table b rename to a'],
    renames: ['table public.b > public.a (3_m.sql:1)'],
  },
  {
    sentence: 'another schema is another name',
    sql: [
      `create schema s; create table t (x int); ${TYPES} create view v as select 1 as one;`,
      'alter table t set schema s; alter type e set schema s; alter function f(int) set schema s; alter view v set schema s',
      'alter table s.t rename x to y',
    ],
    renames: [
      'table public.t > s.t (2_m.sql:1)',
      'enum public.e > s.e (2_m.sql:1)',
      'function public.f() > s.f() (2_m.sql:1)',
      'view public.v > s.v (2_m.sql:1)',
      'column s.t.x > s.t.y (3_m.sql:1)',
      'column public.t.x > s.t.y (3_m.sql:1)',
    ],
  },
  {
    sentence: 'a renamed schema renames what was in it, and not what came later',
    sql: [
      `create schema s; create table s.t (id int); set search_path = s; ${TYPES}`,
      'alter schema s rename to z; create table z.later (id int)',
      'alter table z.t rename to u',
    ],
    renames: [
      'enum s.e > z.e (2_m.sql:1)',
      'function s.f() > z.f() (2_m.sql:1)',
      'table z.t > z.u (3_m.sql:1)',
      'table s.t > z.u (2_m.sql:1)',
    ],
  },
  {
    sentence: 'views, functions and enums are renamed like tables',
    sql: [
      `create view v as select 1 as one; create materialized view m as select 1 as one; ${TYPES}`,
      'alter view v rename to w; alter materialized view m rename to n; alter type e rename to g; alter function f(int) rename to h; alter view w rename column one to two',
    ],
    renames: [
      'view public.v > public.w (2_m.sql:1)',
      'materialized-view public.m > public.n (2_m.sql:1)',
      'enum public.e > public.g (2_m.sql:1)',
      'function public.f() > public.h() (2_m.sql:1)',
      'column public.w.one > public.w.two (2_m.sql:1)',
      'column public.v.one > public.w.two (2_m.sql:1)',
    ],
  },
  {
    sentence: 'a column that children inherit is renamed in them',
    sql: ['create table p (a int); create table c () inherits (p)', 'alter table p rename a to b'],
    renames: ['column public.p.a > public.p.b (2_m.sql:1)', 'column public.c.a > public.c.b (2_m.sql:1)'],
  },
  {
    sentence: 'a column that was renamed and then dropped has no name',
    sql: ['create table a (x int, k int)', 'alter table a rename x to y', 'alter table a drop column y'],
    renames: [],
  },
];

const written = (from: ObjectId, to: ObjectId): string =>
  `${from.kind} ${formatObjectId(from)} > ${formatObjectId(to)}`;

describe('renames', () => {
  let database: EmbeddedDatabase;
  beforeAll(async () => {
    database = await openForTraces();
  });
  afterAll(() => database.close());

  test.each(CASES)('$sentence', async ({ sql, renames }) => {
    const migrations = migrationsOf(sql);
    const trace = await traceOf(database, migrations);
    const blame = await blameOf(trace, migrations);
    const placeOf = (event: number): string => {
      const { file = '', offset = 0 } = trace.events[event] ?? {};
      const text = migrations.find((one) => one.file === file)?.sql ?? '';
      return `${file}:${locator(text)(offset + afterComments(text.slice(offset))).line}`;
    };
    const found = blame.renames.map(({ from, to, event }) => `${written(from, to)} (${placeOf(event)})`);
    expect(found.sort()).toEqual([...renames].sort());
    for (const { to } of blame.renames) expect(blame.touch(to)).toBeDefined();
  });
});
