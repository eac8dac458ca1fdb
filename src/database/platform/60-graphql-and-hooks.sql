-- The GraphQL entry point that stands in while pg_graphql is off (generated types name it), the audit trail of
-- database webhooks, and the function that lets the connection pooler log in.

set role supabase_admin;

create function graphql_public.graphql(
  "operationName" text default null,
  query text default null,
  variables jsonb default null,
  extensions jsonb default null
) returns jsonb
  language sql
  as $$
  select jsonb_build_object(
    'errors', jsonb_build_array(jsonb_build_object('message', 'The extension pg_graphql is not enabled.'))
  )
$$;

create function pgbouncer.get_auth(p_usename text) returns table (username text, password text)
  language sql security definer
  as $$
  select rolname::text, rolpassword from pg_authid where rolname = p_usename and rolcanlogin
$$;

set role supabase_functions_admin;

create table supabase_functions.migrations (
  version text not null,
  inserted_at timestamptz not null default now(),
  constraint migrations_pkey primary key (version)
);

create table supabase_functions.hooks (
  id bigserial not null,
  hook_table_id integer not null,
  hook_name text not null,
  created_at timestamptz not null default now(),
  request_id bigint,
  constraint hooks_pkey primary key (id)
);
create index supabase_functions_hooks_request_id_idx on supabase_functions.hooks (request_id);
create index supabase_functions_hooks_h_table_id_h_name_idx on supabase_functions.hooks (hook_table_id, hook_name);

insert into supabase_functions.migrations (version) values ('initial'), ('20210809183423_update_grants');

-- Arguments: url, method, headers, params, timeout. The call is noted down; nothing is sent from a shadow database.
create function supabase_functions.http_request() returns trigger
  language plpgsql security definer
  set search_path = supabase_functions
  as $$
begin
  if coalesce(tg_argv[0], 'null') = 'null' then
    raise exception 'supabase_functions.http_request: the first argument, the url, is missing';
  end if;
  if coalesce(tg_argv[1], 'null') not in ('GET', 'POST') then
    raise exception 'supabase_functions.http_request: the second argument, the method, is neither GET nor POST';
  end if;
  insert into supabase_functions.hooks (hook_table_id, hook_name) values (tg_relid::integer, tg_name);
  return new;
end
$$;

reset role;
