// Migrations of what has a name and no columns, and the words at which blame must point. Those of PART_CASES are run
// against PostgreSQL as well.

import type { BlameCase } from './blame-cases.ts';

const TABLE = 'create table t (id int primary key, note text, price int);\n';
const TRIGGER = `create function f() returns trigger language plpgsql as 'begin return new; end';\n`;

export const PART_CASES: BlameCase[] = [
  {
    sentence: 'policies that are made, altered, renamed and dropped',
    sql: `${TABLE}create policy "a b" on t for select using (true); create policy c on public.t using (true);
create policy d on t using (true); create policy e on t using (true);
alter policy c on t using (false); alter policy d on t rename to "D"; drop policy if exists e on t; drop policy if exists ghost on t;`,
    blames: [
      ['policy public.t.a b', 'create: create policy "a b"'],
      ['policy public.t.c', 'alter: alter policy c'],
      ['policy public.t.D', 'rename: alter policy d'],
      ['policy public.t.d', 'rename: alter policy d'],
      ['policy public.t.e', 'drop: drop policy if exists e'],
      ['policy public.t.ghost', 'nothing'],
      ['policy public.ghost.c', 'nothing'],
    ],
  },
  {
    sentence: 'policies of a table that is renamed, moved, dropped and made anew',
    sql: [
      `create schema s; ${TABLE}create policy p on t using (true);`,
      'alter table t rename to u; alter table u set schema s; alter policy p on s.u using (false);',
      `${TABLE}create policy p on t using (true); drop table t;`,
    ],
    blames: [
      ['policy s.u.p', 'alter: alter policy p on s.u'],
      ['policy public.t.p', 'drop: drop table t'],
    ],
  },
  {
    sentence: 'policies that are dropped and made again in one file, and in a block',
    sql: `${TABLE}create policy p on t using (true); create policy q on t using (true);
drop policy if exists p on t; create policy p on t using (false);
do $$ begin create policy q on t using (false); exception when duplicate_object then null; end $$;
do $$ begin if true then create policy r on t using (true); end if; end $$;`,
    blames: [
      ['policy public.t.p', 'create: create policy p on t using (false)'],
      ['policy public.t.q', 'create: create policy q on t using (true);\ndrop'],
      ['policy public.t.r', 'create: create policy r'],
    ],
  },
  {
    sentence: 'triggers and rules',
    sql: `${TABLE}${TRIGGER}create trigger a before insert on t execute function f(); create trigger b before insert on t execute function f();
create trigger c before insert on t execute function f(); create rule r as on delete to t do nothing;
create or replace trigger a before update on t execute function f(); alter table t disable trigger b, add column x int;
alter trigger c on t rename to d; alter table t disable rule r; create rule gone as on update to t do nothing; drop rule gone on t;`,
    blames: [
      ['trigger public.t.a', 'create: create or replace trigger a'],
      ['trigger public.t.b', 'alter: disable trigger b'],
      ['trigger public.t.d', 'rename: alter trigger c'],
      ['rule public.t.r', 'alter: disable rule r'],
      ['rule public.t.gone', 'drop: drop rule gone'],
    ],
  },
  {
    sentence: 'indexes under the names that PostgreSQL gives them',
    sql: `${TABLE}create index on t (note); create index on t (note); create index on t (lower(note), (price + id), price desc);
create index on t using gin (to_tsvector('simple', note)); create unique index if not exists i on t (price);
create index if not exists i on t (id);`,
    blames: [
      ['index public.t_note_idx', 'create: create index on t (note); create index on t (note);'],
      ['index public.t_note_idx1', 'create: create index on t (note); create index on t (lower'],
      ['index public.t_lower_expr_price_idx', 'create: create index on t (lower'],
      ['index public.t_to_tsvector_idx', 'create: create index on t using'],
      ['index public.i', 'create: create unique index'],
    ],
  },
  {
    sentence: 'indexes that are altered, renamed, moved with their table and dropped',
    sql: `create schema s; ${TABLE}create index a on t (note); create index b on t (note); create index c on t (note);
alter index a set (fillfactor = 90); alter index b rename to b2; drop index if exists c, ghost; alter table t set schema s;`,
    blames: [
      ['index s.a', 'alter: alter index a'],
      ['index s.b2', 'rename: alter index b'],
      ['index s.c', 'drop: drop index if exists c'],
      ['index public.a', 'nothing'],
      ['index s.ghost', 'nothing'],
    ],
  },
  {
    sentence: 'constraints under the names that PostgreSQL gives them',
    sql: `create table t (id int primary key, price int check (price > 0), a int, b int, check (a > b), check (b > 0 and b < 9),
  unique (a, b), constraint named check (a > 1), exclude using btree (a with =));
alter table t add check (a < 5), drop constraint named;`,
    blames: [
      ['constraint public.t.t_pkey', 'create: primary key'],
      ['constraint public.t.t_price_check', 'create: check (price > 0)'],
      ['constraint public.t.t_check', 'create: check (a > b)'],
      ['constraint public.t.t_b_check', 'create: check (b > 0'],
      ['constraint public.t.t_a_b_key', 'create: unique (a, b)'],
      ['constraint public.t.t_a_excl', 'create: exclude using'],
      ['constraint public.t.t_a_check', 'create: check (a < 5)'],
      ['constraint public.t.named', 'drop: drop constraint named'],
    ],
  },
  {
    sentence: 'keys that are renamed by their index, and sequences that an identity names',
    sql: `create table t (id int generated always as identity (sequence name numbers) primary key, n int not null);
alter index t_pkey rename to pk; alter table t alter column n add generated always as identity (sequence name public."N");`,
    blames: [
      ['constraint public.t.pk', 'rename: alter index t_pkey'],
      ['sequence public.numbers', 'create: id int'],
      ['sequence public.N', 'create: alter column n'],
      ['sequence public.t_id_seq', 'nothing'],
    ],
  },
  {
    sentence: 'checks that go with one of their columns',
    sql: 'create table t (a int, b int, c int, check (a > b), check (c > 0)); alter table t drop column b;',
    blames: [
      ['constraint public.t.t_check', 'drop: drop column b'],
      ['constraint public.t.t_c_check', 'create: check (c > 0)'],
    ],
  },
  {
    sentence: 'sequences, those of columns too',
    sql: `create schema s; create sequence a; create sequence if not exists a; create sequence s.b; create sequence c; create sequence d;
create table t (id bigserial, n int generated by default as identity, m int not null);
alter table t alter m add generated always as identity; alter sequence s.b increment 2; alter sequence c rename to c2; drop sequence d;
alter table t set schema s;`,
    blames: [
      ['sequence public.a', 'create: create sequence a'],
      ['sequence s.b', 'alter: alter sequence s.b'],
      ['sequence public.c2', 'rename: alter sequence c'],
      ['sequence public.d', 'drop: drop sequence d'],
      ['sequence s.t_id_seq', 'create: id bigserial'],
      ['sequence s.t_n_seq', 'create: n int'],
      ['sequence s.t_m_seq', 'create: alter m add'],
    ],
  },
  {
    sentence: 'what stands in no schema',
    sql: `create extension if not exists citext; create extension if not exists citext with schema extensions; alter extension citext set schema extensions;
create publication p for all tables; alter publication p set (publish = 'insert'); create publication q; drop publication q;
create foreign data wrapper w; create server v foreign data wrapper w; alter server v options (add host 'a');
create role somebody; alter default privileges in schema public grant select on tables to somebody;
create function e() returns event_trigger language plpgsql as 'begin end'; create event trigger g on ddl_command_end execute function e();
alter event trigger g rename to h`,
    blames: [
      ['extension citext', 'alter: alter extension citext'],
      ['publication p', 'alter: alter publication p'],
      ['publication q', 'drop: drop publication q'],
      ['foreign-data-wrapper w', 'create: create foreign data wrapper w'],
      ['foreign-server v', 'alter: alter server v'],
      ['role somebody', 'create: create role'],
      ['default-privileges postgres in public', 'alter: alter default'],
      ['event-trigger h', 'rename: alter event trigger'],
      ['extension pg_trgm', 'nothing'],
    ],
  },
  {
    sentence: 'extensions that move to another schema, the platform’s among them',
    sql: `create schema s; create extension citext; alter extension citext set schema s;
alter extension pgcrypto set schema s;`,
    blames: [
      ['extension citext', 'alter: alter extension citext'],
      ['extension pgcrypto', 'alter: alter extension pgcrypto'],
    ],
  },
  {
    sentence: 'policies, triggers and indexes of the platform',
    sql: `create policy mine on storage.objects using (true); ${TRIGGER}create trigger new_user after insert on auth.users execute function f();`,
    blames: [
      ['policy storage.objects.mine', 'create: create policy mine'],
      ['trigger auth.users.new_user', 'create: create trigger new_user'],
      ['table storage.objects', 'nothing'],
    ],
  },
];

export interface FacetCase {
  sentence: string;
  sql: string | string[];
  blames: [object: string, facet: string, expected: string][];
}

export const FACET_CASES: FacetCase[] = [
  {
    sentence: 'row-level security, owner and validation, at the command',
    sql: `${TABLE}alter table t add constraint c check (id > 0) not valid, enable row level security; alter table t force row level security;
alter table t validate constraint c; alter table t owner to authenticated; alter table t rename to u;`,
    blames: [
      ['table public.u', 'row-level security', 'alter: enable row'],
      ['table public.u', 'row-level security of the owner', 'alter: force row'],
      ['table public.u', 'owner', 'alter: owner to'],
      ['table public.u', 'partition key', 'nothing'],
      ['constraint public.u.c', 'validation', 'alter: validate'],
      ['constraint public.u.c', 'definition', 'nothing'],
      ['table public.t', 'row-level security', 'nothing'],
    ],
  },
  {
    sentence: 'comments on objects of every kind',
    sql: `${TABLE}create policy p on t using (true); create index i on t (note); create sequence s; create type e as enum ('a'); create schema z;
create function f(int) returns int language sql as 'select 1';
comment on table t is 'T'; comment on column public.t.note is 'N'; comment on policy p on t is 'P'; comment on index i is 'I';
comment on sequence s is 'S'; comment on type e is 'E'; comment on schema z is 'Z'; comment on function f(int) is 'F';
comment on constraint t_pkey on t is 'K'; create or replace function f(int) returns int language sql as 'select 2'`,
    blames: [
      ['table public.t', 'comment', "alter: comment on table t is 'T'"],
      ['column public.t.note', 'comment', 'alter: comment on column'],
      ['policy public.t.p', 'comment', 'alter: comment on policy'],
      ['index public.i', 'comment', 'alter: comment on index'],
      ['sequence public.s', 'comment', 'alter: comment on sequence'],
      ['enum public.e', 'comment', 'alter: comment on type'],
      ['schema z', 'comment', 'alter: comment on schema'],
      ['function public.f', 'comment', 'alter: comment on function'],
      ['function public.f', 'body', 'nothing'],
      ['constraint public.t.t_pkey', 'comment', 'alter: comment on constraint'],
      ['column public.t.id', 'comment', 'nothing'],
    ],
  },
  {
    sentence: 'grants, by role, the last one that names or covers the object',
    sql: [
      `${TABLE}create sequence s; create function f() returns int language sql as 'select 1'; grant select on t to anon, authenticated;`,
      `grant all on all tables in schema public to authenticated; revoke all on t from public; create table later (id int);`,
      `grant usage on all sequences in schema public to anon; revoke execute on all functions in schema public from anon; grant usage on schema public to anon;`,
    ],
    blames: [
      ['table public.t', 'grants to anon', 'alter: grant select'],
      ['table public.t', 'grants to authenticated', 'alter: grant all'],
      ['table public.t', 'grants to PUBLIC', 'alter: revoke all on t'],
      ['table public.later', 'grants to authenticated', 'nothing'],
      ['sequence public.s', 'grants to anon', 'alter: grant usage on all'],
      ['function public.f', 'grants to anon', 'alter: revoke execute'],
    ],
  },
];
