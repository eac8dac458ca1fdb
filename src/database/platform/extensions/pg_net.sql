-- comment: Async HTTP (stand-in: requests are queued, never sent)
-- version: 0.20.0
-- relocatable: false
-- source: supabase/pg_net, sql/pg_net.sql; grants: supabase/postgres, migrations/db/init-scripts/00000000000003-post-setup.sql

create schema if not exists net;

create domain net.http_method as text
  check (value ilike 'get' or value ilike 'post' or value ilike 'delete');

create type net.request_status as enum ('PENDING', 'SUCCESS', 'ERROR');
create type net.http_response as (status_code integer, headers jsonb, body text);
create type net.http_response_result as (
  status net.request_status,
  message text,
  response net.http_response
);

create unlogged table net.http_request_queue (
  id bigserial,
  method net.http_method not null,
  url text not null,
  headers jsonb,
  body bytea,
  timeout_milliseconds integer not null
);

create unlogged table net._http_response (
  id bigint,
  status_code integer,
  content_type text,
  headers jsonb,
  content text,
  timed_out boolean,
  error_msg text,
  created timestamptz not null default pg_catalog.now()
);
create index on net._http_response (created);

-- The worker that would send the queue does not exist here: these say so by doing nothing.
create function net.check_worker_is_up() returns void
  language plpgsql
  as $$ begin end $$;
comment on function net.check_worker_is_up() is 'Does nothing: a stand-in has no background worker.';

create function net.worker_restart() returns boolean
  language plpgsql
  as $$ begin return true; end $$;

create function net.wait_until_running() returns void
  language plpgsql
  as $$ begin end $$;
comment on function net.wait_until_running() is 'Does nothing: a stand-in has no background worker.';

create function net.wake() returns void
  language plpgsql
  as $$ begin end $$;

create function net._urlencode_string(string varchar) returns text
  language plpgsql immutable
  as $$
begin
  return (
    select pg_catalog.string_agg(
             case
               when part.c ~ '^[A-Za-z0-9_.~-]$' then part.c
               else pg_catalog.upper(pg_catalog.regexp_replace(
                 pg_catalog.encode(pg_catalog.convert_to(part.c, 'UTF8'), 'hex'), '(..)', '%\1', 'g'))
             end, '' order by part.at)
      from pg_catalog.regexp_split_to_table(string, '') with ordinality as part (c, at)
  );
end
$$;

create function net._encode_url_with_params_array(url text, params_array text[]) returns text
  language plpgsql immutable
  as $$
begin
  if pg_catalog.cardinality(params_array) = 0 then
    return url;
  end if;
  return url || case when pg_catalog.strpos(url, '?') > 0 then '&' else '?' end
    || pg_catalog.array_to_string(params_array, '&');
end
$$;

create function net.http_get(
  url text,
  params jsonb default '{}'::jsonb,
  headers jsonb default '{}'::jsonb,
  timeout_milliseconds integer default 5000
) returns bigint
  language plpgsql
  as $$
declare
  request_id bigint;
begin
  insert into net.http_request_queue (method, url, headers, timeout_milliseconds)
  values (
    'GET',
    net._encode_url_with_params_array(http_get.url, array(
      select net._urlencode_string(p.key) || '=' || net._urlencode_string(p.value)
        from pg_catalog.jsonb_each_text(http_get.params) as p
    )),
    http_get.headers,
    http_get.timeout_milliseconds
  )
  returning id into request_id;
  return request_id;
end
$$;

create function net.http_post(
  url text,
  body jsonb default '{}'::jsonb,
  params jsonb default '{}'::jsonb,
  headers jsonb default '{"Content-Type": "application/json"}'::jsonb,
  timeout_milliseconds integer default 5000
) returns bigint
  language plpgsql
  as $$
declare
  request_id bigint;
  content_type text := (
    select h.value
      from pg_catalog.jsonb_each_text(coalesce(http_post.headers, '{}')) as h
     where pg_catalog.lower(h.key) = 'content-type'
     limit 1
  );
begin
  if content_type <> 'application/json' then
    raise exception 'Content-Type header must be "application/json"';
  end if;
  insert into net.http_request_queue (method, url, headers, body, timeout_milliseconds)
  values (
    'POST',
    net._encode_url_with_params_array(http_post.url, array(
      select net._urlencode_string(p.key) || '=' || net._urlencode_string(p.value)
        from pg_catalog.jsonb_each_text(http_post.params) as p
    )),
    case
      when content_type is null then http_post.headers || '{"Content-Type": "application/json"}'
      else http_post.headers
    end,
    pg_catalog.convert_to(http_post.body::text, 'UTF8'),
    http_post.timeout_milliseconds
  )
  returning id into request_id;
  return request_id;
end
$$;

create function net.http_delete(
  url text,
  params jsonb default '{}'::jsonb,
  headers jsonb default '{}'::jsonb,
  timeout_milliseconds integer default 5000,
  body jsonb default null
) returns bigint
  language plpgsql
  as $$
declare
  request_id bigint;
begin
  insert into net.http_request_queue (method, url, headers, body, timeout_milliseconds)
  values (
    'DELETE',
    net._encode_url_with_params_array(http_delete.url, array(
      select net._urlencode_string(p.key) || '=' || net._urlencode_string(p.value)
        from pg_catalog.jsonb_each_text(http_delete.params) as p
    )),
    http_delete.headers,
    pg_catalog.convert_to(http_delete.body::text, 'UTF8'),
    http_delete.timeout_milliseconds
  )
  returning id into request_id;
  return request_id;
end
$$;

-- The real one waits for the worker; here nobody would ever answer, so it does not wait.
create function net._await_response(request_id bigint) returns boolean
  language plpgsql
  as $$
begin
  return exists (select from net._http_response as r where r.id = request_id);
end
$$;

create function net._http_collect_response(request_id bigint, async boolean default true)
  returns net.http_response_result
  language plpgsql
  as $$
declare
  found_response net._http_response;
begin
  select * into found_response from net._http_response as r where r.id = request_id;
  if not found or found_response.error_msg is not null then
    return row(
      'ERROR', coalesce(found_response.error_msg, 'request matching request_id not found'), null
    )::net.http_response_result;
  end if;
  return row(
    'SUCCESS', 'ok',
    row(found_response.status_code, found_response.headers, found_response.content)::net.http_response
  )::net.http_response_result;
end
$$;

create function net.http_collect_response(request_id bigint, async boolean default true)
  returns net.http_response_result
  language plpgsql
  as $$
begin
  return net._http_collect_response(request_id, async);
end
$$;

grant usage on schema net to public;
grant all on all sequences in schema net to public;
grant all on all tables in schema net to public;

do $$
declare
  who name;
begin
  for who in
    select rolname from pg_catalog.pg_roles
     where rolname in ('supabase_functions_admin', 'postgres', 'anon', 'authenticated', 'service_role')
  loop
    execute pg_catalog.format('grant usage on schema net to %I', who);
  end loop;
end
$$;
