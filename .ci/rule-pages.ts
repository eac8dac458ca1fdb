// What the page of rules says beside a rule's own words: when it is found, with an example. A rule without an entry does
// not compile.

import type { RuleId } from '../src/findings/rules.ts';

const TYPES = 'src/database.types.ts';

/** In which case it is found; an example of a few lines, the migration first. */
export const RULE_PAGES = {
  'schema-added': {
    when: 'A schema that the types should hold is not in them: `public`, one of `api.schemas` in config.toml, or one named by `--schema`. Leave one out with `--schema` or `ignore`.',
    example: 'create schema billing;',
  },
  'schema-removed': {
    when: 'The types hold a schema that no migration creates.',
    example: 'drop schema billing cascade;',
  },
  'relation-added': {
    when: 'A migration creates a table, view, materialized view or foreign table that the types lack.',
    example: 'create table public.coupons (id bigint primary key);',
  },
  'relation-removed': {
    when: 'The types hold a table or view that a migration dropped, or that none ever created.',
    example: 'drop table public.coupons;',
  },
  'relation-renamed': {
    when: 'The same table has another name in the types. It is one finding, not one removed and one added.',
    example: 'alter table public.purchases rename to orders;',
  },
  'relation-kind-changed': {
    when: 'A table of the types is a view in the database, or the other way round: what can be written changes.',
    example: 'create view public.stock as select * from private.stock;',
  },
  'column-added': {
    when: 'A table has a column that the types lack. Breaking when inserts must give it.',
    example: 'alter table public.orders add column total numeric not null;',
  },
  'column-removed': {
    when: 'The types hold a column that the table no longer has.',
    example: 'alter table public.orders drop column note;',
  },
  'column-renamed': {
    when: 'The same column has another name in the types.',
    example: 'alter table public.orders rename column full_name to name;',
  },
  'column-type-changed': {
    when: 'A column is of another TypeScript type, null included. A type that you narrowed by hand to what a CHECK constraint allows is no drift ([A6.1](equivalences.md)).',
    example: 'alter table public.orders alter column total type text;',
  },
  'column-optionality-changed': {
    when: 'Inserts or updates must give a column that they could leave out, or the other way round.',
    example: 'alter table public.orders alter column total drop default;',
  },
  'enum-added': {
    when: 'The types lack an enum.',
    example: "create type public.mood as enum ('sad', 'ok');",
  },
  'enum-removed': { when: 'The types hold an enum that is gone.', example: 'drop type public.mood;' },
  'enum-value-added': {
    when: 'An enum has a value that the types lack. Code that handles all values meets one more.',
    example: "alter type public.mood add value 'happy';",
  },
  'enum-value-removed': {
    when: 'The types hold a value that the enum does not have.',
    example: "alter type public.mood rename value 'sad' to 'unhappy';",
  },
  'composite-type-added': {
    when: 'The types lack a composite type.',
    example: 'create type public.address as (street text, city text);',
  },
  'composite-type-removed': {
    when: 'The types hold a composite type that is gone.',
    example: 'drop type public.address;',
  },
  'composite-type-changed': {
    when: 'A composite type has other attributes.',
    example: 'alter type public.address add attribute country text;',
  },
  'function-added': {
    when: 'The types lack a function.',
    example: "create function public.area(side int) returns int language sql as 'select side * side';",
  },
  'function-removed': {
    when: 'The types hold a function that is gone.',
    example: 'drop function public.area(int);',
  },
  'function-signature-changed': {
    when: 'A function takes other arguments or returns something else, or has another overload. Of several overloads each is a finding of its own, told by the names of its arguments: `public.area(height:, width:)`.',
    example: "create function public.area(width int, height int) returns int language sql as 'select 1';",
  },
  'relationship-added': {
    when: 'A foreign key is not in the types, so queries over it are not typed.',
    example: 'alter table public.orders add foreign key (payer_id) references public.users;',
  },
  'relationship-removed': {
    when: 'The types hold a foreign key that is gone: queries that embed over it fail.',
    example: 'alter table public.orders drop constraint orders_payer_id_fkey;',
  },
  'relationship-changed': {
    when: 'A foreign key has other columns, leads elsewhere, or became one-to-one.',
    example: 'alter table public.orders add unique (payer_id);',
  },
  'extension-moved': {
    when: 'An extension is in another schema than in the types. One finding stands for all its functions.',
    example: 'create extension pg_trgm with schema extensions;',
  },
  'replay-failed': {
    when: 'A statement fails when all migrations run on an empty database, which is what `supabase db reset` does. Nothing behind it was compared, so it can not be accepted.',
    example: 'alter table public.ordes add column total numeric; -- there is no such table',
  },
  'base-schema-drift': {
    when: 'Migrations use a table, type or function that none of them creates: it was made in the dashboard or by another tool. Each such object is a finding, with every place that uses it.',
    example: 'create table public.prices (product_id bigint references public.products); -- created nowhere',
  },
  'open-transaction': {
    when: 'A file has `begin` and no `commit`. The reset ends with 0, and the server rolls back what that file and later ones did.',
    example: 'begin;\ncreate table public.orders (id bigint primary key);',
  },
  'embedded-cannot-replay': {
    when: 'The embedded PostgreSQL lacks something that the statement needs, such as an extension in C. It is exit 2, and no verdict.',
    example: "security label for pgsodium on column public.cards.number is 'ENCRYPT WITH KEY ID …';",
  },
  'duplicate-version': {
    when: 'Two files begin with the same digits. The Supabase CLI records one of them and refuses the other.',
    example: '-- 20260203090000_orders.sql and 20260203090000_users.sql',
  },
  unmanaged: {
    when: 'The live database has it, and no applied migration creates it. A table is one finding with all that is in it.',
    example: 'create table public.made_in_the_dashboard (id bigint);',
  },
  missing: {
    when: 'An applied migration creates it, and the live database does not have it.',
    example: 'drop policy "own orders" on public.orders; -- in the SQL editor',
  },
  altered: {
    when: 'Both have it, and it differs: a column, default, policy, grant, function body and so on.',
    example: 'alter table public.orders disable row level security; -- in the SQL editor',
  },
  'types-out-of-date': {
    when: 'The committed types fit neither the live database nor the migrations.',
    example: `-- ${TYPES} was generated before the last two migrations`,
  },
  'unknown-version': {
    when: 'The history of the live database has a version of which Git has no file.',
    example: '-- supabase_migrations.schema_migrations has 20260203090000',
  },
  'edited-version': {
    when: 'A file differs in meaning from what was applied under its version. Comments and spaces do not count.',
    example: '-- a column was added to 20260203090000_orders.sql after it was applied',
  },
  'out-of-order-version': {
    when: 'A file that is not applied yet is older than one that is, so `supabase db push` refuses it.',
    example: '-- 20260101000000_late.sql, while 20260203090000 is applied',
  },
  'stale-baseline-entry': {
    when: 'The baseline accepts drift that is gone.',
    example: '-- the types were regenerated',
  },
  'expired-baseline-entry': {
    when: 'The baseline accepts drift until a day that has passed.',
    example: '-- "expires": "2026-06-30"',
  },
} as const satisfies Record<RuleId, { when: string; example: string }>;
