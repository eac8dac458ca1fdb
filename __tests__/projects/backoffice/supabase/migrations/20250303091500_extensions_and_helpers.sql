-- Extensions, schemas and the helpers that later migrations build on.

create extension if not exists pgcrypto with schema extensions;
create extension if not exists "uuid-ossp" with schema extensions;
create extension if not exists pg_trgm with schema extensions;
create extension if not exists citext with schema extensions;
create extension if not exists pg_cron;

-- Not exposed over the API (see api.schemas in config.toml).
create schema if not exists private;
comment on schema private is 'Internals: nothing here is reachable over the API.';

revoke all on schema private from public;
grant usage on schema private to service_role;

create or replace function public.update_updated_at_column()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.updated_at = now();
  return new;
end;
$$;

comment on function public.update_updated_at_column() is 'Trigger: sets updated_at on every update.';

-- Short, unguessable codes for links in e-mails.
create or replace function private.random_code(length int default 12)
returns text
language sql
volatile
set search_path = ''
as $$
  select substr(translate(encode(extensions.gen_random_bytes(length), 'base64'), '+/=', 'xyz'), 1, length);
$$;
