// Blocks of PL/pgSQL, and what of them can be told without running them.

import type { BlameCase } from './blame-cases.ts';

export const BLOCK_CASES: BlameCase[] = [
  {
    sentence: 'statements of a block, at their own lines',
    sql: `-- é
do $$
begin
  create table t (id int,
    name text);
  /* ; */ alter table t add column x int; -- create table no (id int);
  if not exists (select from pg_type where typname = 'e') then
    create type e as enum (
      'a', 'b');
  end if;
end
$$;`,
    blames: [
      ['table public.t', 'create: create table t'],
      ['column public.t.name', 'create: name text'],
      ['column public.t.x', 'create: x int'],
      ['table public.no', 'nothing'],
      ['label public.e.b', "create: 'b'"],
    ],
  },
  {
    sentence: 'statements under conditions, in exception blocks, behind labels and declarations',
    sql: `do language plpgsql $body$
<<outer>>
declare
  create_it boolean := true;
  "if" text := 'create table no (id int);';
begin
  if (case when create_it then true else false end) and (select true) then
    create table a (id int);
  elsif false then create table if not exists a (id int, other int);
  else
    raise notice 'no';
  end if;
  begin
    alter table a add column b int;
  exception
    when duplicate_column or sqlstate '42701' then null;
    when others then
      raise notice 'create table no (id int)';
  end;
  case 1 when 1 then create table c (id int); else null; end case;
end outer $body$`,
    blames: [
      ['table public.a', 'create: create table a'],
      ['column public.a.other', 'nothing'],
      ['column public.a.b', 'create: b int'],
      ['table public.c', 'create: create table c'],
      ['table public.no', 'nothing'],
    ],
  },
  {
    sentence: 'what is there already, and a block that would make it',
    sql: [
      "create type e as enum ('a'); create table t (id int, a int, b int); create function f() returns int language sql as 'select 1'; create view v as select 1 as one",
      `do $$ begin create type e as enum ('b'); exception when duplicate_object then null; end $$;
do $$ begin create table t (other int); exception when duplicate_table then null; end $$;
do $$ begin alter table t add column id text; exception when duplicate_column then null; end $$;
do $$ begin alter table t rename column a to b; exception when others then null; end $$;
do $$ begin alter table ghost add column b int; exception when others then null; end $$;
do $$ begin alter table t drop column gone; exception when others then null; end $$;
do $$ begin alter type gone rename to e; exception when others then null; end $$;
do $$ begin create view v as select 2 as two; exception when others then null; end $$;
do $$ begin create function f() returns text language sql as 'select ''x'''; exception when others then null; end $$;
do $$ begin alter table t rename to v; exception when others then null; end $$;
do $$ begin alter type e add value 'a'; exception when others then null; end $$`,
    ],
    blames: [
      ['enum public.e', "create: create type e as enum ('a')"],
      ['label public.e.b', 'nothing'],
      ['column public.t.other', 'nothing'],
      ['column public.t.id', 'create: id int'],
      ['column public.t.a', 'create: a int'],
      ['column public.t.b', 'create: b int'],
      ['table public.ghost', 'nothing'],
      ['table public.t', 'create: create table t'],
      ['view public.v', 'create: create view v as select 1'],
      ['column public.v.two', 'nothing'],
      ['function public.f', 'create: create function f'],
      ['column public.t.gone', 'nothing'],
    ],
  },
  {
    sentence: 'a constant that is executed',
    sql: `do $$
begin
  execute 'create table a (id int)';
  execute $sql$
    create table b (
      id int)
  $sql$;
  execute 'create table c (id text default ''x'')';
  execute 'create table ' || quote_ident('d') || ' (id int)';
  execute format('create table %I (id int)', 'e');
end $$;
drop table d, e`,
    blames: [
      ['table public.a', 'create: create table a'],
      ['column public.b.id', 'create: id int)'],
      ['table public.c', 'create: do $$'],
      ['column public.c.id', 'create: do $$'],
    ],
  },
  {
    sentence: 'a loop, whose objects only the replay tells',
    sql: `do $$
declare r record;
begin
  for r in select 1 as i where false loop
    create table looped (id int);
  end loop;
  while false loop drop table t; end loop;
  create table after_loop (id int);
end $$`,
    blames: [
      ['table public.looped', 'nothing'],
      ['table public.t', 'nothing'],
      ['table public.after_loop', 'create: create table after_loop'],
    ],
  },
  {
    sentence: 'a block in a plain string, whose quotes are doubled',
    sql: "do 'begin create table t (id text default ''x''); end'",
    blames: [
      ['table public.t', 'create: do '],
      ['column public.t.id', 'create: do '],
    ],
  },
];
