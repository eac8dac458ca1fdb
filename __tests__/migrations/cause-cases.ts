// Differences and the statement that made each: not the one that touched the object last.

import type { Aspect } from '../../src/migrations/blame/blame.ts';

export interface CauseCase {
  sentence: string;
  sql: string | string[];
  /** An object as `objectOf` reads it, what of it differs, and the action with the text at the place. */
  causes: [object: string, aspect: Aspect, expected: string][];
}

const facet = (name: string): Aspect => ({ facet: name });

export const CAUSE_CASES: CauseCase[] = [
  {
    sentence: 'a type and an added column, not the default and the null that were set later (B2)',
    sql: `create table t (id bigint not null, n int);
alter table t alter id type uuid using gen_random_uuid();
alter table t alter id set default gen_random_uuid();
alter table t add column ends_at timestamptz;
alter table t alter ends_at set not null;`,
    causes: [
      ['column public.t.id', 'type', 'alter: alter id type uuid'],
      ['column public.t.id', 'optionality', 'alter: alter id set default'],
      ['column public.t.ends_at', 'existence', 'create: ends_at timestamptz'],
      ['column public.t.ends_at', 'optionality', 'alter: alter ends_at set not null'],
      ['column public.t.n', 'type', 'create: n int'],
    ],
  },
  {
    sentence: 'an added column whose table a later file changes (B3)',
    sql: [
      'create table profiles (id uuid primary key, dob date);\nalter table profiles add column b integer not null default 0;',
      'alter table profiles alter column dob type text;',
    ],
    causes: [['column public.profiles.b', 'existence', 'create: b integer']],
  },
  {
    sentence: 'what no migration ever had (B1)',
    sql: "create table t (id int); create type mood as enum ('sad');",
    causes: [
      ['column public.t.ghost', 'existence', 'nothing'],
      ['label public.mood.ghost', 'existence', 'nothing'],
      ['table public.ghost', 'existence', 'nothing'],
      ['relationship public.t.ghost', 'existence', 'nothing'],
    ],
  },
  {
    sentence: 'a key that is seen through views (B5)',
    sql: [
      'create table a (id int primary key); create table b (id int primary key, a int constraint b_a references a);',
      'create view v as select id from a;',
      'create view w as select id from a;',
      'drop view v;',
    ],
    causes: [
      ['relationship public.b.b_a', { through: ['v'] }, 'drop: drop view v'],
      ['relationship public.b.b_a', { through: ['w'] }, 'create: create view w'],
      ['relationship public.b.b_a', { through: ['a', 'w'] }, 'create: constraint b_a'],
      ['relationship public.b.b_a', { through: ['a'] }, 'create: constraint b_a'],
    ],
  },
  {
    sentence: 'what a function takes and gives (B6)',
    sql: [
      'create table t (id int);\ncreate function f() returns setof t language sql as $$ select * from t $$;\ncreate function plain() returns setof int language sql as $$ select 1 $$;\ncreate function named(t) returns text language sql as $$ select null::text $$;',
      'alter table t add column note text;',
      'alter function plain() rows 1;',
      'create or replace function named(t) returns text language sql as $$ select null $$;',
    ],
    causes: [
      ['function public.f', 'anything', 'alter: note text'],
      ['function public.plain', 'anything', 'alter: alter function plain() rows 1'],
      ['column public.t.named', 'existence', 'create: create function named(t)'],
    ],
  },
  {
    sentence: 'a view that goes with a constraint (B6, B16)',
    sql: [
      'create table p (id int primary key, n int);\ncreate view v as select id, n from p group by id;',
      'alter table p drop constraint p_pkey cascade;',
    ],
    causes: [
      ['view public.v', 'existence', 'drop: drop constraint p_pkey cascade'],
      ['column public.v.n', 'existence', 'drop: drop constraint p_pkey cascade'],
    ],
  },
  {
    sentence: 'labels that are blank, and of an enum that types write out (B16)',
    sql: [
      "create schema inner_s; create type inner_s.e as enum ('', 'a'); create table t (e inner_s.e);",
      "alter type inner_s.e rename value '' to ' ';",
      "alter type inner_s.e add value 'b';",
    ],
    causes: [
      ['label inner_s.e. ', 'existence', "rename: alter type inner_s.e rename value '' to ' '"],
      ['label inner_s.e.', 'existence', "rename: alter type inner_s.e rename value '' to ' '"],
      ['column public.t.e', 'type', "alter: alter type inner_s.e add value 'b'"],
    ],
  },
  {
    sentence: 'an extension with all that it brings (B16)',
    sql: 'select 1;\ncreate extension citext with schema public;',
    causes: [['extension citext', 'existence', 'create: create extension citext']],
  },
  {
    sentence: 'columns that come with a parent, a copy, a partition, a query',
    sql: [
      'create table parent (id int, note text);\ncreate table child (id int, note text);\ncreate table later (id int);',
      'alter table child inherit parent;',
      'alter table parent add column extra int;',
      'create table copy (like parent);',
      'create table parts (id int, at date) partition by range (at);\ncreate table parts_1 partition of parts for values from (minvalue) to (maxvalue);',
      'alter table parts add column total numeric;',
      'create table made as select id, note as remark from parent;',
    ],
    causes: [
      ['column public.child.extra', 'existence', 'create: extra int'],
      ['column public.copy.note', 'existence', 'create: parent)'],
      ['column public.parts_1.at', 'existence', 'create: create table parts_1'],
      ['column public.parts_1.total', 'existence', 'create: total numeric'],
      ['column public.made.remark', 'existence', 'create: note as remark'],
      ['column public.made.id', 'type', 'create: id, note'],
    ],
  },
  {
    sentence: 'a type that was renamed',
    sql: [
      "create type mood as enum ('sad');\ncreate table t (id int, mood mood);",
      'alter table t alter mood set not null;',
      'alter type mood rename to feeling;',
    ],
    causes: [
      ['column public.t.mood', 'type', 'rename: alter type mood rename to feeling'],
      ['column public.t.mood', 'optionality', 'alter: alter mood set not null'],
    ],
  },
  {
    sentence: 'a function that another file replaces',
    sql: [
      "create function f(a int) returns int language sql as 'select 1';",
      "create or replace function f(a int default 1) returns int language sql as 'select 2';",
      'comment on function f(int) is $$ F $$;',
    ],
    causes: [
      ['function public.f', 'anything', 'create: create or replace function f(a int default 1)'],
      ['function public.f', facet('body'), 'create: create or replace function f(a int default 1)'],
      ['function public.f', facet('comment'), 'alter: comment on function f'],
    ],
  },
  {
    sentence: 'a policy, a trigger, a grant, a comment and row-level security that are set twice',
    sql: [
      `create table t (id int);
create function f() returns trigger language plpgsql as 'begin return new; end';
alter table t enable row level security;
create policy p on t using (true);
create trigger g before insert on t for each row execute function f();
grant select on t to anon;
comment on table t is 'one';`,
      `alter policy p on t using (id > 1);
alter table t disable row level security;
alter table t disable trigger g;
revoke select on t from anon;
comment on table t is 'two';`,
      'alter table t add column n int;',
    ],
    causes: [
      ['policy public.t.p', facet('using'), 'alter: alter policy p'],
      ['table public.t', facet('row-level security'), 'alter: disable row level security'],
      ['trigger public.t.g', facet('firing'), 'alter: disable trigger g'],
      ['table public.t', facet('grants to anon'), 'alter: revoke select'],
      ['table public.t', facet('comment'), "alter: comment on table t is 'two'"],
    ],
  },
  {
    sentence: 'a loop over tables, by the line that runs it',
    sql: `create table a (id int); create table b (id int);
do $$ declare one text; begin
  for one in select unnest(array['a', 'b']) loop
    execute format('alter table %I add column tenant int', one);
    execute format('create policy own on %I using (true)', one);
  end loop;
end $$;`,
    causes: [
      ['column public.a.tenant', 'existence', "create: execute format('alter table"],
      ['column public.b.tenant', 'existence', "create: execute format('alter table"],
      ['policy public.b.own', 'existence', "create: execute format('create policy"],
    ],
  },
  {
    sentence: 'a function that makes tables, at its call',
    sql: `create function make(name text) returns void language plpgsql as $$ begin
  execute format('create table %I (id int)', name);
end $$;
select make('x');
select make('y');`,
    causes: [
      ['table public.x', 'existence', "create: select make('x')"],
      ['column public.y.id', 'existence', "create: select make('y')"],
    ],
  },
  {
    sentence: 'the same statement in two files',
    sql: [
      'create table t (id int);\nalter table t add column n int;',
      'alter table t drop column n;',
      '\n\nalter table t add column n int;',
    ],
    causes: [['column public.t.n', 'existence', 'create: n int']],
  },
];
