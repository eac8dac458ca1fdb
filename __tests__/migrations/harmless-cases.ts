// Statements that seem to need `ghost` and do not.

import type { ReferenceCase } from './reference-cases.ts';

/** None of these needs anything that is not there: PostgreSQL accepts each as it stands. */
export const HARMLESS: ReferenceCase[] = [
  {
    sentence: 'drop if exists',
    sql: 'drop table if exists ghost; drop type if exists ghost cascade; drop view if exists a.ghost',
  },
  {
    sentence: 'drop something if exists on',
    sql: 'drop policy if exists p on ghost; drop trigger if exists p on ghost',
  },
  { sentence: 'alter if exists', sql: 'alter table if exists ghost add column id int references ghoul (id)' },
  {
    sentence: 'rename if exists',
    sql: 'alter table if exists ghost rename to a; alter view if exists ghost rename column a to b',
  },
  { sentence: 'set schema if exists', sql: 'alter table if exists ghost set schema public' },
  {
    sentence: 'create if not exists, and it does',
    sql: 'create table if not exists t (g ghost references ghoul)',
  },
  {
    sentence: 'the name of a with query',
    sql: 'with ghost as (select 1), b as (select * from ghost) select * from ghost, b',
  },
  {
    sentence: 'a recursive with query',
    sql: 'with recursive ghost as (select 1 a union all select a + 1 from ghost where a < 3) select * from ghost',
  },
  {
    sentence: 'a with query of an insert',
    sql: 'with ghost as (select 1 as id) insert into t (id) select id from ghost',
  },
  {
    sentence: 'an outer with query',
    sql: 'with ghost as (select 1 as id) select * from t where id in (select id from ghost)',
  },
  { sentence: 'an alias', sql: 'select ghost.id from t as ghost for update of ghost' },
  { sentence: 'a function as a source', sql: 'select * from generate_series(1, 2) ghost' },
  {
    sentence: 'a table that refers to itself',
    sql: 'create table ghost (id int primary key, up int references ghost (id))',
  },
  {
    sentence: 'a temporary table',
    sql: 'create temp table ghost (id int); select * from ghost; create index on ghost (id)',
  },
  { sentence: 'a table from select into', sql: 'select 1 as id into ghost; select * from ghost' },
  {
    sentence: 'a body in PL/pgSQL',
    sql: 'create function f() returns void language plpgsql as $$ begin insert into ghost values (1); end $$',
  },
  {
    sentence: 'a row type in a comment',
    sql: `create function f() returns void language plpgsql as $$ -- ghost%rowtype\nbegin perform 'ghost%rowtype'; end $$`,
  },
  {
    sentence: 'a body in SQL, unchecked',
    sql: 'set check_function_bodies = off; create function f() returns int language sql as $$ select id from ghost $$',
  },
  {
    sentence: 'a guarded block',
    sql: `do $$ begin if to_regclass('ghost') is not null then alter table ghost add column a int; end if; end $$`,
  },
  {
    sentence: 'a table of a block',
    sql: 'do $$ begin create table if not exists public.ghost (id int); end $$; select * from ghost',
  },
  {
    sentence: 'a type of a block',
    sql: `do $$ begin create type ghost as enum ('a'); exception when duplicate_object then null; end $$; create table a (g ghost)`,
  },
  {
    sentence: 'a table of execute',
    sql: `do $$ begin execute 'create table ghost (id int)'; end $$; select * from ghost`,
  },
  {
    sentence: 'a table of format',
    sql: `do $$ begin execute format('create table ghost_%s (id int)', 'a'); end $$; select * from ghost_a`,
  },
  {
    sentence: 'a table that a function makes',
    sql: `create function make(n text) returns void language plpgsql as $$ begin execute format('create table %I (id int)', n); end $$; select make('ghost'); select * from ghost`,
  },
  {
    sentence: 'built-in types',
    sql: 'create table a (b uuid, c timestamptz, d int4range, e "char", f regclass, g _text, h pg_lsn, i double precision[], j int8multirange)',
  },
  {
    sentence: 'pseudo-types',
    sql: 'create function f(a anyelement, b anyarray) returns record language plpgsql as $$ begin end $$',
  },
  {
    sentence: 'the catalogue',
    sql: 'select 1 from pg_class, pg_tables, pg_catalog.pg_type, information_schema.tables limit 1',
  },
  {
    sentence: 'the row type of a table',
    sql: 'create function f(a t, b v) returns setof t language sql as $$ select * from t $$; create table a (b t[])',
  },
  {
    sentence: 'the sequence of a serial column',
    sql: `create table a (id serial); grant all on sequence a_id_seq to public; select nextval('public.a_id_seq'); alter table t add column n serial; comment on sequence t_n_seq is ''`,
  },
  {
    sentence: 'the sequence of an identity column',
    sql: `create table a (id int generated always as identity, b int generated always as identity (sequence name ghost)); select setval('a_id_seq', 5); grant all on sequence ghost to public`,
  },
  {
    sentence: 'indexes',
    sql: 'alter index t_pkey rename to ghost; alter table ghost rename to ghoul; drop index if exists x; comment on index ghoul is null; reindex index ghoul',
  },
  {
    sentence: 'a renamed table, type, view and sequence',
    sql: 'alter table t rename to t2; alter view v rename to v2; alter type mood rename to mood2; alter sequence s rename to s2; create table a (id int references t2, m mood2); select * from v2, s2',
  },
  {
    sentence: 'a moved table and type',
    sql: 'create schema x; alter table t set schema x; alter type mood set schema x; create table a (id int references x.t, m x.mood)',
  },
  {
    sentence: 'a renamed schema',
    sql: 'create schema x; create table x.a (id int); alter schema x rename to y; select * from y.a',
  },
  {
    sentence: 'a schema with elements',
    sql: 'create schema x create table a (id int primary key) create view b as select id from a; select * from x.a, x.b',
  },
  {
    sentence: 'another search path',
    sql: 'create schema x; create table x.a (id int); set search_path to x; select * from a; create table b (); select * from x.b',
  },
  {
    sentence: 'the search path of a function',
    sql: `create schema x; create table x.a (id int); create function f() returns int language sql set search_path = 'x' as $$ select id from a $$`,
  },
  {
    sentence: 'a range and its multirange',
    sql: 'create type price_range as range (subtype = int8); create table a (b price_range, c price_multirange)',
  },
  {
    sentence: 'a partition',
    sql: 'create table a (id int) partition by range (id); create table b partition of a default; select * from b',
  },
  {
    sentence: 'quoted names',
    sql: 'create table "A.b" ("c" int); comment on column "A.b"."c" is null; select * from public."A.b"',
  },
];
