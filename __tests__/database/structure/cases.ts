// One project with an object of every kind, and what somebody did in the dashboard to each: created, dropped, altered.

/** What the migrations build. */
export const PROJECT = `
create extension if not exists pg_cron;
create extension if not exists postgres_fdw with schema extensions;
create extension tablefunc with schema extensions;
create extension citext with schema extensions;
create role auditor nologin;
create role reporter nologin;
create schema sales;
create schema archive;
create table archive.old_orders (id integer primary key);

create type public.mood as enum ('sad', 'ok', 'happy');
create type public.size as enum ('s', 'm', 'l');
create type public.colour as enum ('red', 'green', 'blue');
create type public.address as (street text, city text, zip integer);
create type public.span as range (subtype = integer);
create type public.old_span as range (subtype = integer);
create domain public.email as text check (value like '%@%');
create domain public.plate as text;
create collation public.german (provider = icu, locale = 'de');
create collation public.swedish (provider = icu, locale = 'sv');
create sequence public.tickets;
create sequence public.old_numbers;

create table public.customers (
  id bigint generated always as identity primary key,
  name text not null,
  mail public.email,
  mood public.mood default 'ok',
  balance numeric(10, 2) not null default 0,
  born date,
  label text generated always as (lower(name)) stored,
  note text,
  constraint customers_balance check (balance >= 0),
  constraint customers_born check (born > '1900-01-01')
);
create table public.orders (
  id serial primary key,
  customer bigint not null references public.customers (id),
  total numeric not null default 0,
  state text not null default 'new',
  placed_at timestamptz not null default now()
);
create table public.visits (id integer, day date not null) partition by range (day);
create table public.visits_2025 partition of public.visits for values from ('2025-01-01') to ('2026-01-01');
create table public.gone (id integer primary key, customer bigint references public.customers (id));
create table public.parents (id integer);
create table public.children (age integer) inherits (public.parents);
comment on table public.orders is 'What customers buy';
alter table public.customers enable row level security;
alter table public.orders enable row level security;
create index orders_state_idx on public.orders (state);
create index orders_placed_idx on public.orders (placed_at) where state <> 'done';
create index customers_name_idx on public.customers (lower(name));
create policy "own rows" on public.customers for select to authenticated using (id = 1);
create policy "insert own" on public.customers for insert to authenticated with check (id = 1);
create policy "old policy" on public.orders for all to authenticated using (true);
create policy "kept" on public.orders for select to authenticated using (customer in (select id from public.customers));
create policy "read files" on storage.objects for select to anon using (bucket_id = 'public');

create function public.touch() returns trigger language plpgsql as $$ begin return new; end $$;
create function public.total_of(customer bigint) returns numeric language sql stable security definer
  set search_path = '' as $$ select sum(total) from public.orders o where o.customer = total_of.customer $$;
create function public.greet(name text, loud boolean default false) returns text language sql immutable as $$ select name $$;
create function public.counted(a integer) returns integer language sql begin atomic select a + 1; end;
create function public.old_function() returns void language sql as '';
create procedure public.clean_up() language sql as $$ delete from public.gone $$;
create aggregate public.longest(text) (sfunc = textcat, stype = text);
create aggregate public.old_aggregate(text) (sfunc = textcat, stype = text);

create trigger touch_orders before update on public.orders for each row execute function public.touch();
create trigger old_trigger before update on public.customers for each row execute function public.touch();
create trigger watch_users after insert on auth.users for each row execute function public.touch();
create rule no_delete as on delete to public.gone do instead nothing;
create rule old_rule as on update to public.gone do instead nothing;

create view public.customer_totals with (security_invoker = true) as
  select c.id, c.name, sum(o.total) as total from public.customers c left join public.orders o on o.customer = c.id group by c.id;
create view public.old_view as select id from public.customers;
create view public.order_states as select id, state from public.orders;
create materialized view public.busy as select customer, count(*) as n from public.orders group by customer;
create materialized view public.old_busy as select 1 as one;

create publication shop for table public.orders;
create publication old_publication;
alter publication supabase_realtime add table public.orders;
create function public.on_ddl() returns event_trigger language plpgsql as $$ begin end $$;
create foreign data wrapper files;
create server warehouse foreign data wrapper postgres_fdw options (host 'warehouse.internal', dbname 'stock');
create server old_server foreign data wrapper postgres_fdw;
create user mapping for auditor server warehouse options (user 'reader', password 'canary-s3cret');
create foreign table public.stock (item text, amount integer) server warehouse;
create foreign table public.old_stock (item text) server warehouse;
grant reporter to auditor;
alter default privileges in schema public grant select on tables to auditor;
select cron.schedule('nightly', '0 3 * * *', 'delete from public.gone');
select cron.schedule('old job', '0 4 * * *', 'select 1');`;

export interface Case {
  /** What is done in the dashboard. */
  sql: string;
  /** What it is told as: kind, object, facet, severity. */
  told: string[];
}

/** By kind of object. They do not touch each other, so that all can be done to one database. */
export const CASES: Record<string, Case[]> = {
  schema: [
    {
      sql: 'create schema extra; create table extra.things (id integer); create view extra.seen as select 1 as one',
      told: ['unmanaged schema extra: error'],
    },
    { sql: 'drop schema archive cascade', told: ['missing schema archive: error'] },
  ],
  table: [
    {
      sql: 'create table public.leads (id serial primary key, customer bigint references public.customers (id), mail text unique)',
      told: ['unmanaged table public.leads: error'],
    },
    {
      sql: 'alter table public.children add constraint children_lead foreign key (age) references public.leads',
      told: ['unmanaged constraint public.children.children_lead: error'],
    },
    {
      sql: 'alter table public.children add column lead integer references public.leads',
      told: ['unmanaged column public.children.lead: error'],
    },
    { sql: 'drop table public.gone cascade', told: ['missing table public.gone: error'] },
    {
      sql: 'alter table public.orders disable row level security',
      told: ['altered table public.orders, row-level security: error'],
    },
    {
      sql: 'alter table public.customers force row level security',
      told: ['altered table public.customers, row-level security of the owner: error'],
    },
    {
      sql: 'alter table public.parents set (fillfactor = 50)',
      told: ['altered table public.parents, storage options: warning'],
    },
    {
      sql: 'alter table public.children no inherit public.parents',
      told: [
        'altered table public.children, parent table: error',
        'unmanaged column public.children.id: error',
      ],
    },
    {
      sql: 'alter table public.visits owner to auditor',
      told: ['altered table public.visits, owner: error'],
    },
  ],
  partition: [
    {
      sql: `create table public.visits_2026 partition of public.visits for values from ('2026-01-01') to ('2027-01-01')`,
      told: ['unmanaged table public.visits_2026: error'],
    },
  ],
  column: [
    {
      sql: 'alter table public.orders add column coupon text not null default $$none$$',
      told: ['unmanaged column public.orders.coupon: error'],
    },
    {
      sql: 'alter table public.customers drop column born',
      told: ['missing column public.customers.born: error'],
    },
    {
      sql: 'alter table public.customers alter column note type varchar(20)',
      told: ['altered column public.customers.note, type: error'],
    },
    {
      sql: 'alter table public.customers alter column name drop not null',
      told: ['altered column public.customers.name, nullability: error'],
    },
    {
      sql: `alter table public.orders alter column state set default 'draft'`,
      told: ['altered column public.orders.state, default: error'],
    },
    {
      sql: 'alter table public.orders alter column total drop default',
      told: ['altered column public.orders.total, default: error'],
    },
    {
      sql: 'alter table public.customers alter column id set generated by default',
      told: ['altered column public.customers.id, identity: error'],
    },
    {
      sql: `comment on column public.orders.state is 'Where it stands'`,
      told: ['altered column public.orders.state, comment: note'],
    },
    {
      sql: 'grant select (name) on public.customers to reporter',
      told: ['altered column public.customers.name, grants to reporter: warning'],
    },
  ],
  constraint: [
    {
      sql: 'alter table public.orders add constraint positive check (total >= 0) not valid',
      told: ['unmanaged constraint public.orders.positive: error'],
    },
    {
      sql: 'alter table public.orders drop constraint orders_customer_fkey',
      told: ['missing constraint public.orders.orders_customer_fkey: error'],
    },
    {
      sql: 'alter table public.customers drop constraint customers_balance, add constraint customers_balance check (balance >= 1)',
      told: ['altered constraint public.customers.customers_balance, definition: error'],
    },
  ],
  index: [
    {
      sql: 'create index customers_mail_idx on public.customers (mail)',
      told: ['unmanaged index public.customers_mail_idx: warning'],
    },
    {
      sql: 'create unique index orders_once on public.orders (customer, placed_at)',
      told: ['unmanaged index public.orders_once: error'],
    },
    { sql: 'drop index public.orders_state_idx', told: ['missing index public.orders_state_idx: warning'] },
    {
      sql: `drop index public.orders_placed_idx; create index orders_placed_idx on public.orders (placed_at) where state = 'new'`,
      told: ['altered index public.orders_placed_idx, definition: warning'],
    },
  ],
  policy: [
    {
      sql: 'create policy "everybody" on public.customers for select to anon using (true)',
      told: ['unmanaged policy public.customers.everybody: error'],
    },
    {
      sql: 'drop policy "old policy" on public.orders',
      told: ['missing policy public.orders.old policy: error'],
    },
    {
      sql: 'alter policy "own rows" on public.customers to anon using (id = 2)',
      told: [
        'altered policy public.customers.own rows, roles: error',
        'altered policy public.customers.own rows, using: error',
      ],
    },
    {
      sql: 'alter policy "insert own" on public.customers with check (true)',
      told: ['altered policy public.customers.insert own, check: error'],
    },
    {
      sql: 'drop policy "kept" on public.orders; create policy "kept" on public.orders as restrictive for update to authenticated using (customer in (select id from public.customers))',
      told: [
        'altered policy public.orders.kept, command: error',
        'altered policy public.orders.kept, mode: error',
      ],
    },
    {
      sql: `alter policy "read files" on storage.objects using (true)`,
      told: ['altered policy storage.objects.read files, using: error'],
    },
    {
      sql: 'create policy "write files" on storage.objects for insert to anon with check (true)',
      told: ['unmanaged policy storage.objects.write files: error'],
    },
    {
      sql: 'alter table storage.objects disable row level security',
      told: ['altered table storage.objects, row-level security: error'],
    },
  ],
  function: [
    {
      sql: 'create function public.leak(key text) returns text language sql as $$ select key $$',
      told: ['unmanaged function public.leak(text): error'],
    },
    { sql: 'drop function public.old_function()', told: ['missing function public.old_function(): error'] },
    {
      sql: `create or replace function public.total_of(customer bigint) returns numeric language sql volatile as $$ select 0.0 $$`,
      told: [
        'altered function public.total_of(bigint), body: error',
        'altered function public.total_of(bigint), security: error',
        'altered function public.total_of(bigint), settings: error',
        'altered function public.total_of(bigint), volatility: error',
      ],
    },
    {
      sql: 'drop function public.greet(text, boolean); create function public.greet(name text, loud boolean default true) returns varchar language sql immutable as $$ select name $$',
      told: [
        'altered function public.greet(text, boolean), arguments: error',
        'altered function public.greet(text, boolean), return type: error',
      ],
    },
    {
      sql: 'create or replace function public.counted(a integer) returns integer language sql begin atomic select a + 2; end',
      told: ['altered function public.counted(integer), body: error'],
    },
    {
      sql: 'create or replace procedure public.clean_up() language sql as $$ delete from public.orders $$',
      told: ['altered function public.clean_up(), body: error'],
    },
    {
      sql: 'revoke execute on function public.touch() from anon',
      told: ['altered function public.touch(), grants to anon: error'],
    },
  ],
  aggregate: [
    {
      sql: 'create aggregate public.joined(text) (sfunc = textcat, stype = text)',
      told: ['unmanaged function public.joined(text): error'],
    },
    {
      sql: 'drop aggregate public.old_aggregate(text)',
      told: ['missing function public.old_aggregate(text): error'],
    },
    {
      sql: `drop aggregate public.longest(text); create aggregate public.longest(text) (sfunc = textcat, stype = text, initcond = '-')`,
      told: ['altered function public.longest(text), initcond: error'],
    },
  ],
  trigger: [
    {
      sql: 'create trigger new_trigger after delete on public.customers for each row execute function public.touch()',
      told: ['unmanaged trigger public.customers.new_trigger: error'],
    },
    {
      sql: 'drop trigger old_trigger on public.customers',
      told: ['missing trigger public.customers.old_trigger: error'],
    },
    {
      sql: 'drop trigger touch_orders on public.orders; create trigger touch_orders after update on public.orders for each row execute function public.touch(); alter table public.orders disable trigger touch_orders',
      told: [
        'altered trigger public.orders.touch_orders, definition: error',
        'altered trigger public.orders.touch_orders, firing: error',
      ],
    },
    {
      sql: 'drop trigger watch_users on auth.users',
      told: ['missing trigger auth.users.watch_users: error'],
    },
  ],
  rule: [
    {
      sql: 'create rule shout as on insert to public.parents do also notify shout',
      told: ['unmanaged rule public.parents.shout: error'],
    },
  ],
  view: [
    {
      sql: 'create view public.names as select name from public.customers',
      told: ['unmanaged view public.names: error'],
    },
    { sql: 'drop view public.old_view', told: ['missing view public.old_view: error'] },
    {
      sql: 'alter view public.customer_totals reset (security_invoker)',
      told: ['altered view public.customer_totals, options: error'],
    },
    {
      sql: `create or replace view public.order_states as select id, state from public.orders where state <> 'done'`,
      told: ['altered view public.order_states, definition: error'],
    },
    {
      sql: 'grant all on public.order_states to reporter',
      told: ['altered view public.order_states, grants to reporter: warning'],
    },
  ],
  'materialized view': [
    {
      sql: 'create materialized view public.idle as select 2 as two',
      told: ['unmanaged materialized-view public.idle: error'],
    },
    {
      sql: 'drop materialized view public.old_busy',
      told: ['missing materialized-view public.old_busy: error'],
    },
    {
      sql: 'create index busy_idx on public.busy (customer)',
      told: ['unmanaged index public.busy_idx: warning'],
    },
  ],
  grant: [
    {
      sql: 'revoke select on public.parents from anon',
      told: ['altered table public.parents, grants to anon: error'],
    },
    { sql: 'grant usage on schema sales to anon', told: ['altered schema sales, grants to anon: error'] },
    {
      sql: 'grant select on public.parents to auditor with grant option',
      told: ['altered table public.parents, grants to auditor: warning'],
    },
  ],
  'default privileges': [
    {
      sql: 'alter default privileges in schema public revoke select on tables from auditor',
      told: ['altered default-privileges postgres in public, grants on tables to auditor: warning'],
    },
  ],
  enum: [
    {
      sql: `create type public.weather as enum ('sun', 'rain')`,
      told: ['unmanaged enum public.weather: error'],
    },
    { sql: 'drop type public.size', told: ['missing enum public.size: error'] },
    {
      sql: `alter type public.mood add value 'furious' before 'happy'`,
      told: ['unmanaged enum-value public.mood.furious: error'],
    },
    {
      sql: `drop type public.colour; create type public.colour as enum ('green', 'red')`,
      told: [
        'altered enum public.colour, order of values: error',
        'missing enum-value public.colour.blue: error',
      ],
    },
  ],
  'other types': [
    {
      sql: 'alter type public.address add attribute country text, drop attribute zip, alter attribute city type varchar',
      told: [
        'altered composite-type public.address, attribute city: error',
        'altered composite-type public.address, attribute country: error',
        'altered composite-type public.address, attribute zip: error',
      ],
    },
    {
      sql: 'create domain public.score as integer check (value > 0)',
      told: ['unmanaged domain public.score: error'],
    },
    {
      sql: 'alter domain public.plate set not null; alter domain public.plate add constraint short check (length(value) < 9)',
      told: [
        'altered domain public.plate, nullability: error',
        'unmanaged constraint public.plate.short: error',
      ],
    },
    { sql: `drop type public.old_span`, told: ['missing range-type public.old_span: error'] },
    {
      sql: `drop type public.span; create type public.span as range (subtype = bigint)`,
      told: ['altered range-type public.span, subtype: error'],
    },
    {
      sql: `create collation public.french (provider = icu, locale = 'fr')`,
      told: ['unmanaged collation public.french: warning'],
    },
    { sql: 'drop collation public.swedish', told: ['missing collation public.swedish: warning'] },
  ],
  sequence: [
    { sql: 'create sequence public.numbers', told: ['unmanaged sequence public.numbers: warning'] },
    { sql: 'drop sequence public.old_numbers', told: ['missing sequence public.old_numbers: warning'] },
    {
      sql: 'alter sequence public.tickets increment by 5 cycle',
      told: [
        'altered sequence public.tickets, at its end: warning',
        'altered sequence public.tickets, increment: warning',
      ],
    },
  ],
  extension: [
    {
      sql: 'create extension moddatetime with schema extensions',
      told: ['unmanaged extension moddatetime: warning'],
    },
    { sql: 'drop extension tablefunc', told: ['missing extension tablefunc: warning'] },
    { sql: 'alter extension citext set schema public', told: ['altered extension citext, schema: warning'] },
  ],
  publication: [
    {
      sql: 'create publication everything for all tables',
      told: ['unmanaged publication everything: warning'],
    },
    { sql: 'drop publication old_publication', told: ['missing publication old_publication: warning'] },
    {
      sql: `alter publication shop set (publish = 'insert')`,
      told: ['altered publication shop, operations: warning'],
    },
    {
      sql: 'alter publication supabase_realtime add table public.customers; alter publication supabase_realtime drop table public.orders',
      told: [
        'altered publication supabase_realtime, table public.customers: warning',
        'altered publication supabase_realtime, table public.orders: warning',
      ],
    },
  ],
  role: [
    { sql: 'create role intern', told: ['unmanaged role intern: error'] },
    { sql: 'alter role reporter createdb', told: ['altered role reporter, may create databases: error'] },
    {
      sql: 'grant reporter to authenticator',
      told: ['altered role authenticator, membership in reporter: error'],
    },
    { sql: 'revoke reporter from auditor', told: ['altered role auditor, membership in reporter: error'] },
  ],
  'event trigger': [
    {
      sql: 'create event trigger watch on ddl_command_end execute function public.on_ddl()',
      told: ['unmanaged event-trigger watch: warning'],
    },
  ],
  'foreign data': [
    { sql: 'create foreign data wrapper letters', told: ['unmanaged foreign-data-wrapper letters: warning'] },
    { sql: 'drop foreign data wrapper files', told: ['missing foreign-data-wrapper files: warning'] },
    {
      sql: `alter server warehouse options (set dbname 'other')`,
      told: ['altered foreign-server warehouse, options: warning'],
    },
    { sql: 'drop server old_server', told: ['missing foreign-server old_server: warning'] },
    {
      sql: `create user mapping for reporter server warehouse options (user 'x', password 'canary-s3cret')`,
      told: ['altered foreign-server warehouse, user mapping for reporter: warning'],
    },
    {
      sql: `alter foreign table public.stock add column place text`,
      told: ['unmanaged column public.stock.place: error'],
    },
    { sql: 'drop foreign table public.old_stock', told: ['missing foreign-table public.old_stock: error'] },
  ],
  'cron job': [
    {
      sql: `select cron.schedule('hourly', '0 * * * *', 'select 2')`,
      told: ['unmanaged cron-job hourly: warning'],
    },
    { sql: `select cron.unschedule('old job')`, told: ['missing cron-job old job: warning'] },
    {
      sql: `select cron.schedule('nightly', '0 5 * * *', 'delete from public.gone')`,
      told: ['altered cron-job nightly, schedule: warning'],
    },
  ],
};
