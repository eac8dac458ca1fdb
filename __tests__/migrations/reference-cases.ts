// Statements that need `ghost`, by kind of reference. Each is run against PostgreSQL too: it must fail without the
// object, and succeed once `make` was run.

export interface ReferenceCase {
  sentence: string;
  sql: string;
}

/** What exists before each of the cases. */
export const BASE = `
create table t (id int primary key, body text, ghost_id int);
create view v as select id from t;
create type mood as enum ('sad');
create sequence s;
create publication pub;
create function act() returns trigger language plpgsql as $$ begin return new; end $$;
`;

export const MAKE_RELATION = 'create table ghost (id int primary key, body text, t_id int);';

/** Each needs the table `ghost`. */
export const RELATION_CASES: ReferenceCase[] = [
  { sentence: 'a foreign key of a column', sql: 'create table a (id int references ghost (id))' },
  { sentence: 'a foreign key of a table', sql: 'create table a (id int, foreign key (id) references ghost)' },
  {
    sentence: 'a foreign key added later',
    sql: 'alter table t add constraint c foreign key (ghost_id) references ghost (id)',
  },
  { sentence: 'alter table', sql: 'alter table ghost add column c int' },
  { sentence: 'alter table only', sql: 'alter table only public.ghost enable row level security' },
  { sentence: 'a renamed table', sql: 'alter table ghost rename to a' },
  { sentence: 'a renamed column', sql: 'alter table ghost rename column body to a' },
  { sentence: 'a moved table', sql: 'create schema x; alter table ghost set schema x' },
  { sentence: 'a new parent', sql: 'create table a () inherits (ghost)' },
  { sentence: 'a template', sql: 'create table a (like ghost including all)' },
  { sentence: 'a view', sql: 'create view a as select * from ghost' },
  {
    sentence: 'a materialized view',
    sql: 'create materialized view a as select g.id from t join ghost g using (id)',
  },
  { sentence: 'create table as', sql: 'create table a as table ghost' },
  { sentence: 'select into', sql: 'select id into a from ghost' },
  { sentence: 'the table of a policy', sql: 'create policy p on ghost using (true)' },
  {
    sentence: 'the condition of a policy',
    sql: 'create policy p on t using (exists (select 1 from ghost where t_id = t.id))',
  },
  {
    sentence: 'the check of a policy',
    sql: 'create policy p on t for insert with check (id in (select id from ghost))',
  },
  {
    sentence: 'a trigger',
    sql: 'create trigger a before insert on ghost for each row execute function act()',
  },
  { sentence: 'an index', sql: 'create index a on ghost (body)' },
  { sentence: 'the table of a rule', sql: 'create rule a as on insert to ghost do instead nothing' },
  {
    sentence: 'the action of a rule',
    sql: 'create rule a as on insert to t do also insert into ghost (id) values (new.id)',
  },
  { sentence: 'a publication', sql: 'create publication a for table t, ghost' },
  { sentence: 'a table added to a publication', sql: 'alter publication pub add table ghost' },
  { sentence: 'a comment on a table', sql: `comment on table ghost is 'x'` },
  { sentence: 'a comment on a column', sql: `comment on column public.ghost.body is 'x'` },
  { sentence: 'a grant', sql: 'grant select on ghost to public' },
  { sentence: 'a grant on several', sql: 'revoke all on table t, ghost from public' },
  { sentence: 'an insert', sql: 'insert into ghost (id) values (1)' },
  { sentence: 'the source of an insert', sql: 'insert into t select id from ghost' },
  { sentence: 'an update', sql: `update ghost set body = ''` },
  { sentence: 'the source of an update', sql: 'update t set body = g.body from ghost g where g.id = t.id' },
  { sentence: 'a delete', sql: 'delete from ghost' },
  { sentence: 'the source of a delete', sql: 'delete from t using ghost where ghost.id = t.id' },
  { sentence: 'a merge', sql: 'merge into t using ghost g on g.id = t.id when matched then delete' },
  { sentence: 'a truncate', sql: 'truncate t, ghost' },
  { sentence: 'a select', sql: 'select * from ghost' },
  { sentence: 'a subquery', sql: 'select (select max(id) from ghost)' },
  { sentence: 'a query behind with', sql: 'with a as (select 1) select * from a, ghost' },
  { sentence: 'a query within with', sql: 'with ghost as (select * from ghost) select * from ghost' },
  {
    sentence: 'a with that is not open any more',
    sql: 'select * from (with ghost as (select 1) select * from ghost) a, ghost',
  },
  { sentence: 'a copy out', sql: 'copy (select * from ghost) to $$/dev/null$$' },
  { sentence: 'a lock', sql: 'lock table ghost' },
  { sentence: 'a drop', sql: 'drop table ghost' },
  {
    sentence: 'a dropped trigger',
    sql: 'drop policy if exists p on t; alter table ghost disable trigger all',
  },
  { sentence: 'the owner of a sequence', sql: 'alter sequence s owned by ghost.id' },
  { sentence: 'the owner of a new sequence', sql: 'create sequence a owned by ghost.id' },
  { sentence: 'a regclass constant', sql: `select 'ghost'::regclass` },
  {
    sentence: 'a function that returns rows of it',
    sql: `create function f() returns setof ghost language plpgsql as $$ begin end $$`,
  },
  {
    sentence: 'a function that takes a row of it',
    sql: `create function f(g ghost) returns int language plpgsql as $$ begin return 1; end $$`,
  },
  {
    sentence: 'a column type of it',
    sql: `create function f() returns ghost.body%type language plpgsql as $$ begin return 1; end $$`,
  },
  {
    sentence: 'the body of a function in SQL',
    sql: `create function f() returns bigint language sql as $$ select 1; select count(*) from ghost $$`,
  },
  {
    sentence: 'a body in quotes',
    sql: `create function f() returns text language sql as 'select body || ''x'' from ghost'`,
  },
  {
    sentence: 'a body as begin atomic',
    sql: 'create function f() returns int begin atomic select id from ghost; end',
  },
  {
    sentence: 'a row type in PL/pgSQL',
    sql: `create function f() returns void language plpgsql as $$ declare g public.ghost%rowtype; begin end $$`,
  },
  { sentence: 'statistics', sql: 'create statistics a on id, body from ghost' },
];

export const MAKE_TYPE = `create type ghost as enum ('boo');`;

/** Each needs the type `ghost`. */
export const TYPE_CASES: ReferenceCase[] = [
  { sentence: 'a column', sql: 'create table a (g ghost)' },
  { sentence: 'a column of an array', sql: 'create table a (g public.ghost[])' },
  { sentence: 'an added column', sql: 'alter table t add column g ghost' },
  {
    sentence: 'a column of another type',
    sql: 'alter table t alter column body type ghost using body::text::ghost',
  },
  { sentence: 'a cast', sql: `select 'boo'::ghost` },
  { sentence: 'a default', sql: `create table a (g text default ('boo'::ghost)::text)` },
  { sentence: 'a domain', sql: 'create domain a as ghost' },
  { sentence: 'an attribute', sql: 'create type a as (g ghost)' },
  { sentence: 'a range', sql: 'create type a as range (subtype = ghost)' },
  {
    sentence: 'an argument',
    sql: 'create function f(g ghost) returns int language plpgsql as $$ begin return 1; end $$',
  },
  {
    sentence: 'a result',
    sql: 'create function f() returns ghost language plpgsql as $$ begin return null; end $$',
  },
  {
    sentence: 'a column of a result',
    sql: 'create function f() returns table (g ghost) language plpgsql as $$ begin end $$',
  },
  {
    sentence: 'a cast in a body in SQL',
    sql: `create function f() returns text language sql as $$ select 'boo'::ghost::text $$`,
  },
  { sentence: 'a new value', sql: `alter type ghost add value 'c'` },
  { sentence: 'a renamed value', sql: `alter type ghost rename value 'boo' to 'c'` },
  { sentence: 'a renamed type', sql: 'alter type ghost rename to a' },
  { sentence: 'its owner', sql: 'alter type ghost owner to current_user' },
  { sentence: 'a comment', sql: `comment on type ghost is 'x'` },
  { sentence: 'a grant', sql: 'grant usage on type ghost to public' },
  { sentence: 'a drop', sql: 'drop type ghost' },
];
