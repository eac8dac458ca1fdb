// Migrations, and the words at which blame must point for their objects. Each case is run against PostgreSQL as well.

export interface BlameCase {
  sentence: string;
  /** One or more migrations. */
  sql: string | string[];
  /** An object, and what it is blamed on: the action, and the text from the blamed place on. */
  blames: [object: string, expected: string][];
}

const LONG = 'a_table_with_a_name_that_is_almost_too_long_for_it';
const ACCENTS = 'é'.repeat(30);

export const TABLE_CASES: BlameCase[] = [
  {
    sentence: 'a table and its columns at their definitions',
    sql: 'create table t (\n  id int primary key,\n  "Ünit" text,\n  é text\n);',
    blames: [
      ['table public.t', 'create: create table t'],
      ['column public.t.id', 'create: id int'],
      ['column public.t.Ünit', 'create: "Ünit"'],
      ['column public.t.é', 'create: é text'],
      ['column public.t.ghost', 'nothing'],
      ['table public.ghost', 'nothing'],
    ],
  },
  {
    sentence: 'a table in another schema, also by search_path',
    sql: "create schema a; create schema b; create table a.t (id int); set search_path = b, public; create table u (id int); select set_config('search_path', '', false); create table public.w (id int)",
    blames: [
      ['table a.t', 'create: create table a.t'],
      ['table b.u', 'create: create table u'],
      ['table public.u', 'nothing'],
      ['table public.w', 'create: create table public.w'],
      ['schema b', 'create: create schema b'],
    ],
  },
  {
    sentence: 'the search path of Supabase again in each file',
    sql: ['create schema a; set search_path = a', 'create table t (id int)'],
    blames: [['table public.t', 'create: create table t']],
  },
  {
    sentence: 'a schema with its elements',
    sql: 'create schema a create table t (id int) create view v as select id from t',
    blames: [
      ['table a.t', 'create: create schema a'],
      ['column a.t.id', 'create: id int'],
      ['view a.v', 'create: create schema a'],
    ],
  },
  {
    sentence: 'the first of two creations when the second says `if not exists`',
    sql: ['create table t (id int)', 'create table if not exists t (id int, other int)'],
    blames: [
      ['column public.t.id', 'create: id int)'],
      ['column public.t.other', 'nothing'],
    ],
  },
  {
    sentence: 'what a quoted or commented statement says is nothing',
    sql: '-- create table a (id int)\n/* create table b (id int); */ select \'create table c (id int)\', $$ create table d (id int) $$; create table "create table e" (id int)',
    blames: [
      ['table public.a', 'nothing'],
      ['table public.b', 'nothing'],
      ['table public.c', 'nothing'],
      ['table public.d', 'nothing'],
      ['table public.create table e', 'create: create table "create'],
    ],
  },
  {
    sentence: 'a temporary table is none, and hides the one of its name',
    sql: 'create table t (id int); create temp table t (id int, x int); alter table t add column y int; drop table t; alter table t add column z int',
    blames: [
      ['table public.t', 'create: create table t (id int);'],
      ['column public.t.x', 'nothing'],
      ['column public.t.y', 'nothing'],
      ['column public.t.z', 'create: z int'],
    ],
  },
  {
    sentence: 'each command of an alter table at its own words',
    sql: `create table t (a int, b int, c int, d int, e int, f text, g int, h int);
alter table public.t
  alter column a set not null, -- one, two
  alter b type numeric(10, 2) using round(b, 1),
  alter column c set default coalesce(1, 2),
  drop column d,
  add column x int,
  alter column e drop not null /* , */,
  alter column f drop default,
  alter column g set not null, alter column g add generated always as identity,
  add column if not exists a int`,
    blames: [
      ['column public.t.a', 'alter: alter column a set not null'],
      ['column public.t.b', 'alter: alter b type'],
      ['column public.t.c', 'alter: alter column c'],
      ['column public.t.d', 'drop: drop column d'],
      ['column public.t.x', 'create: x int'],
      ['column public.t.e', 'alter: alter column e'],
      ['column public.t.f', 'alter: alter column f'],
      ['column public.t.g', 'alter: alter column g add'],
      ['column public.t.h', 'create: h int'],
      ['table public.t', 'create: create table t'],
    ],
  },
  {
    sentence: 'a primary key that makes columns required',
    sql: 'create table t (a int, b int, c int); alter table t add primary key (a, b)',
    blames: [
      ['column public.t.a', 'alter: add primary key'],
      ['column public.t.b', 'alter: add primary key'],
      ['column public.t.c', 'create: c int'],
    ],
  },
  {
    sentence: 'a table made anew, and the column that it lost',
    sql: ['create table t (id int, old int)', 'drop table if exists t', 'create table t (id int)'],
    blames: [
      ['table public.t', 'create: create table t (id int)'],
      ['column public.t.id', 'create: id int)'],
      ['column public.t.old', 'create: create table t (id int)'],
    ],
  },
  {
    sentence: 'dropped tables with their columns, each at its own words',
    sql: [
      'create table t (id int); create table u (id int)',
      'drop table t,\n  u cascade; drop table if exists never',
    ],
    blames: [
      ['table public.t', 'drop: drop table t'],
      ['table public.u', 'drop: u cascade'],
      ['column public.u.id', 'drop: u cascade'],
      ['table public.never', 'drop: drop table if exists never'],
    ],
  },
  {
    sentence: 'what dropping a schema takes along',
    sql: "create schema a; create table a.t (id int primary key); create type a.e as enum ('x'); create function a.f() returns int language sql as 'select 1'; create table u (id int references a.t, e a.e); create view v as select id from a.t; drop schema a cascade",
    blames: [
      ['schema a', 'drop: drop schema a'],
      ['table a.t', 'drop: drop schema a'],
      ['column a.t.id', 'drop: drop schema a'],
      ['enum a.e', 'drop: drop schema a'],
      ['function a.f', 'drop: drop schema a'],
      ['relationship public.u.u_id_fkey', 'drop: drop schema a'],
      ['column public.u.e', 'drop: drop schema a'],
      ['view public.v', 'drop: drop schema a'],
      ['column public.u.id', 'create: id int references'],
    ],
  },
  {
    sentence: 'what dropping a table takes along',
    sql: 'create table t (id int primary key); create table u (id int references t); create view v as select id from t; create view w as select id from v; drop table t cascade',
    blames: [
      ['relationship public.u.u_id_fkey', 'drop: drop table t'],
      ['view public.v', 'drop: drop table t'],
      ['view public.w', 'drop: drop table t'],
      ['column public.w.id', 'drop: drop table t'],
      ['table public.u', 'create: create table u'],
    ],
  },
  {
    sentence: 'what dropping a column takes along',
    sql: 'create table t (id int primary key, a int, b int); create table u (t int references t (id)); create view v as select a from t; create view w as select b from t; create view x as select * from u; alter table t drop column a cascade; alter table t drop column id cascade',
    blames: [
      ['view public.v', 'drop: drop column a'],
      ['view public.w', 'create: create view w'],
      ['view public.x', 'create: create view x'],
      ['relationship public.u.u_t_fkey', 'drop: drop column id'],
    ],
  },
  {
    sentence: 'columns that come of `like`, `inherits`, partitions and types',
    sql: `create table t (id int, name text);
create table l (like t including all, more int);
create table c (own int) inherits (t);
create table p (id int, day date) partition by range (day);
create table p1 partition of p for values from ('2026-01-01') to ('2027-01-01');
create type k as (id int);
create table o of k;
alter table t add column later int;
alter table p alter column id set not null;
alter table t rename column name to title;
alter table t drop column id`,
    blames: [
      ['column public.l.id', 'create: t including all'],
      ['column public.l.more', 'create: more int'],
      ['column public.c.own', 'create: own int'],
      ['column public.c.later', 'create: later int'],
      ['column public.c.name', 'rename: rename column name'],
      ['column public.c.title', 'rename: rename column name'],
      ['column public.c.id', 'drop: drop column id'],
      ['column public.l.name', 'create: t including all'],
      ['column public.l.later', 'nothing'],
      ['column public.p1.day', 'create: create table p1'],
      ['column public.p1.id', 'alter: alter column id set not null'],
      ['column public.o.id', 'create: create table o'],
      ['table public.p1', 'create: create table p1'],
    ],
  },
  {
    sentence: 'partitions that are attached, detached and dropped with their table',
    sql: `create table p (id int, day date) partition by range (day);
create table a (id int, day date);
create table b partition of p default;
alter table p attach partition a for values from ('2026-01-01') to ('2027-01-01');
alter table p detach partition b;
drop table p`,
    blames: [
      ['table public.a', 'drop: drop table p'],
      ['table public.b', 'alter: detach partition b'],
    ],
  },
];

export const KEY_CASES: BlameCase[] = [
  {
    sentence: 'foreign keys at their own words, named and unnamed',
    sql: `create table t (id int primary key, x int, y int, unique (x, y));
create table u (
  a int
    references t,
  b int constraint named references t (id),
  x int, y int,
  foreign key (x, y) references t (x, y),
  constraint pair foreign key (y, x) references t (y, x)
);
alter table u add column c int references t, add foreign key (a) references t`,
    blames: [
      ['relationship public.u.u_a_fkey', 'create: references t,'],
      ['relationship public.u.named', 'create: constraint named'],
      ['relationship public.u.u_x_y_fkey', 'create: foreign key (x, y)'],
      ['relationship public.u.pair', 'create: constraint pair'],
      ['relationship public.u.u_c_fkey', 'create: references t, add'],
      ['relationship public.u.u_a_fkey1', 'create: foreign key (a)'],
      ['relationship public.u.ghost', 'nothing'],
    ],
  },
  {
    sentence: 'names that PostgreSQL cuts and numbers',
    sql: `create table ${LONG} (id int primary key, a_column_with_a_long_name int references ${LONG}, ${ACCENTS} int);
alter table ${LONG} add foreign key (a_column_with_a_long_name) references ${LONG};
alter table ${LONG} add foreign key (${ACCENTS}) references ${LONG} (id)`,
    blames: [
      [
        'relationship public.a_table_with_a_name_that_is_almost_too_long_for_it.a_table_with_a_name_that_is_alm_a_column_with_a_long_name_fkey1',
        'create: foreign key (a_column',
      ],
    ],
  },
  {
    sentence: 'foreign keys renamed, dropped, dropped with the key that they need',
    sql: `create table t (id int primary key, code int constraint code_key unique);
create table u (a int references t, b int references t (code), c int references t);
alter table u
  rename constraint u_a_fkey to first;
alter table u drop constraint u_c_fkey;
alter table t drop constraint code_key cascade`,
    blames: [
      ['relationship public.u.u_a_fkey', 'rename: rename constraint'],
      ['relationship public.u.first', 'rename: rename constraint'],
      ['relationship public.u.u_c_fkey', 'drop: drop constraint u_c_fkey'],
      ['relationship public.u.u_b_fkey', 'drop: drop constraint code_key'],
    ],
  },
  {
    sentence: 'a relationship that became one-to-one, or points at another name',
    sql: `create table t (id int primary key); create table u (a int references t, b int references t);
alter table u add constraint one unique (a);
alter table t rename to s`,
    blames: [
      ['relationship public.u.u_a_fkey', 'rename: alter table t rename'],
      ['relationship public.u.u_b_fkey', 'rename: alter table t rename'],
    ],
  },
  {
    sentence: 'a relationship that became one-to-one',
    sql: 'create table t (id int primary key); create table u (a int references t, b int references t); alter table u add constraint one unique (a)',
    blames: [
      ['relationship public.u.u_a_fkey', 'alter: constraint one unique'],
      ['relationship public.u.u_b_fkey', 'create: references t);'],
    ],
  },
  {
    sentence: 'a view that shows the relationships of its table',
    sql: [
      'create table t (id int primary key); create table u (a int references t); create view v as select a from u',
      'alter table u drop constraint u_a_fkey',
    ],
    blames: [['relationship public.v.u_a_fkey', 'drop: drop constraint u_a_fkey']],
  },
];

export const VIEW_CASES: BlameCase[] = [
  {
    sentence: 'the columns of a view at their items, or at the view',
    sql: `create table t (id int, name text);
create view v as
  select id,
         upper(name) as shout,
         name || 'x'
    from t;
create view w (a, b) as select id, name from t`,
    blames: [
      ['view public.v', 'create: create view v'],
      ['column public.v.id', 'create: id,'],
      ['column public.v.shout', 'create: upper(name)'],
      ['column public.v.?column?', 'create: create view v'],
      ['column public.w.a', 'create: id, name'],
      ['column public.w.id', 'nothing'],
    ],
  },
  {
    sentence: 'the columns that `*` brings, of tables, joins and subqueries',
    sql: `create table t (id int, name text); create table u (id int, size int);
create view v as select t.*, size from t join u using (id);
create materialized view m as select * from (select id as key, name from t) s;
create table a as select * from t;
select * into b from v;
create view c as with t as (select 1 as one) select * from t`,
    blames: [
      ['column public.v.name', 'create: create view v'],
      ['column public.v.size', 'create: size from'],
      ['column public.v.ghost', 'nothing'],
      ['column public.m.key', 'create: create materialized view m'],
      ['column public.m.id', 'nothing'],
      ['column public.a.name', 'create: create table a'],
      ['column public.b.size', 'create: select * into b'],
      ['column public.c.one', 'create: create view c'],
      ['column public.c.name', 'nothing'],
    ],
  },
  {
    sentence: 'a replaced view, and the first statement that created it',
    sql: [
      'create table t (id int, a int)',
      'create view v as select id from t',
      'create or replace view v as select id, a from t',
    ],
    blames: [
      ['view public.v', 'create: create or replace view v'],
      ['column public.v.id', 'create: id, a from'],
      ['column public.v.a', 'create: a from t'],
    ],
  },
  {
    sentence: 'a view made anew without a column',
    sql: [
      'create table t (id int, a int); create view v as select id, a from t',
      'drop view v; create view v as select id from t',
    ],
    blames: [['column public.v.a', 'create: create view v as select id from t']],
  },
  {
    sentence: 'a replaced view whose column had got another name',
    sql: [
      'create table t (id int, a int); create view v as select id from t; alter view v rename column id to key',
      'create or replace view v as select id as key, a from t',
    ],
    blames: [
      ['column public.v.id', 'rename: rename column id'],
      ['column public.v.key', 'create: id as key'],
    ],
  },
  {
    sentence: 'a view whose function was dropped',
    sql: "create function f() returns int language sql as 'select 1'; create view v as select f() as one; create view w as select 1 as one; drop function f() cascade",
    blames: [
      ['view public.v', 'drop: drop function f'],
      ['view public.w', 'create: create view w'],
    ],
  },
  {
    sentence: 'a view that a trigger makes writable',
    sql: 'create view v as select 1 as one; create function f() returns trigger language plpgsql as $$ begin return new; end $$; create trigger g instead of insert on v for each row execute function f()',
    blames: [['view public.v', 'alter: create trigger g']],
  },
];

export const TYPE_CASES: BlameCase[] = [
  {
    sentence: 'an enum and its labels',
    sql: `create type "e('x'" as enum (
  'it''s', -- 'no'
  'b'
);
alter type "e('x'" add value 'c' before 'b';
alter type "e('x'" add value if not exists 'b';
alter type "e('x'" rename value 'it''s' to 'its'`,
    blames: [
      ["enum public.e('x'", 'create: create type'],
      ["label public.e('x'.b", "create: 'b'"],
      ["label public.e('x'.c", "create: alter type \"e('x'\" add value 'c'"],
      ["label public.e('x'.it's", 'rename: alter type'],
      ["label public.e('x'.its", 'rename: alter type'],
      ["label public.e('x'.ghost", 'nothing'],
    ],
  },
  {
    sentence: 'an enum made anew without a label',
    sql: [
      "create type e as enum ('a', 'b'); create table t (e e)",
      "alter type e rename to old; create type e as enum ('a'); alter table t alter column e type e using e::text::e; drop type old",
    ],
    blames: [
      ['label public.e.b', "create: create type e as enum ('a');"],
      ['enum public.old', 'drop: drop type old'],
      ['column public.t.e', 'alter: alter column e type'],
    ],
  },
  {
    sentence: 'columns and functions whose type gets another name',
    sql: [
      "create type e as enum ('a'); create table t (a e, b e[], c int); create view v as select a, c from t; create function f(x e) returns int language sql as 'select 1'",
      'alter type e rename to kind',
    ],
    blames: [
      ['column public.t.a', 'rename: alter type e'],
      ['column public.t.b', 'rename: alter type e'],
      ['column public.t.c', 'create: c int'],
      ['column public.v.a', 'rename: alter type e'],
      ['column public.v.c', 'create: c from'],
      ['function public.f', 'rename: alter type e'],
      ['enum public.kind', 'rename: alter type e'],
    ],
  },
  {
    sentence: 'what dropping a type takes along',
    sql: "create type e as enum ('a'); create table t (a e, b int); create function f(x e) returns int language sql as 'select 1'; create function f(x int) returns int language sql as 'select 1'; create function g() returns setof e language sql as 'select ''a''::e'; drop type e cascade",
    blames: [
      ['enum public.e', 'drop: drop type e'],
      ['label public.e.a', 'drop: drop type e'],
      ['column public.t.a', 'drop: drop type e'],
      ['column public.t.b', 'create: b int'],
      ['function public.g', 'drop: drop type e'],
      ['function public.f', 'drop: drop type e'],
    ],
  },
  {
    sentence: 'a composite type with its attributes, and a domain with its columns',
    sql: `create type c as (a int, b text); create domain d as text; create table t (x d, y c);
alter type c add attribute e int cascade;
alter domain d set not null`,
    blames: [
      ['composite-type public.c', 'create: add attribute'],
      ['domain public.d', 'alter: alter domain'],
      ['column public.t.x', 'alter: alter domain'],
      ['column public.t.y', 'create: y c'],
    ],
  },
];

export const FUNCTION_CASES: BlameCase[] = [
  {
    sentence: 'what takes or gives the rows of a table',
    sql: [
      "create table t (id int); create table u (id int); create function f() returns setof t language sql as 'select * from t'; create table w (row u, \"text\" text); create function g(x u) returns int language sql as 'select 1'; create table text (id int)",
      'alter table t rename to s; drop table u cascade; drop table text',
    ],
    blames: [
      ['function public.f', 'rename: alter table t'],
      ['column public.w.row', 'drop: drop table u'],
      ['column public.w.text', 'create: "text" text'],
      ['function public.g', 'drop: drop table u'],
    ],
  },
  {
    sentence: 'the first schema of the path that there is',
    sql: "create schema a; set search_path = ghost, a, public; create table t (id int); create type e as enum ('x'); alter type e set schema public",
    blames: [
      ['table a.t', 'create: create table t'],
      ['enum a.e', 'rename: alter type e'],
      ['enum public.e', 'rename: alter type e'],
    ],
  },
  {
    sentence: 'a function replaced, and one of two dropped',
    sql: `create function f(a int) returns int language sql as 'select 1';
create function f(a text) returns int language sql as 'select 1';
create or replace function f(a int) returns int language sql as 'select 2';
drop function f(text)`,
    blames: [['function public.f', 'drop: drop function f(text)']],
  },
  {
    sentence: 'functions and procedures dropped, renamed, moved',
    sql: `create schema s; create function f() returns int language sql as 'select 1';
create function g(x varchar(3), out y int) returns int language sql as 'select 1';
create procedure p() language sql as 'select 1'; create function h() returns int language sql as 'select 1';
drop function if exists f, ghost(int); alter function g(character varying) rename to k; alter procedure p set schema s;
drop function if exists h(int)`,
    blames: [
      ['function public.f', 'drop: drop function if exists f'],
      ['function public.g', 'rename: alter function g'],
      ['function public.k', 'rename: alter function g'],
      ['function s.p', 'rename: alter procedure p'],
      ['function public.h', 'create: create function h'],
      ['function public.ghost', 'nothing'],
    ],
  },
  {
    sentence: 'one of two functions renamed',
    sql: "create function f(a int) returns int language sql as 'select 1'; create function f(a text) returns int language sql as 'select 1'; alter function f(text) rename to g",
    blames: [
      ['function public.f', 'rename: alter function f(text)'],
      ['function public.g', 'rename: alter function f(text)'],
    ],
  },
  {
    sentence: 'what a function would do is not done',
    sql: "create function f() returns void language plpgsql as $$ begin create table t (id int); end $$; create function g() returns void language sql as 'create table u (id int)'",
    blames: [
      ['table public.t', 'nothing'],
      ['table public.u', 'nothing'],
    ],
  },
];
