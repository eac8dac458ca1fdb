-- comment: pg_graphql: GraphQL support (stand-in: a query answers with no data)
-- version: 1.5.11
-- relocatable: false
-- home: graphql
-- source: supabase/pg_graphql, sql/*.sql and src/lib.rs at v1.5.11

-- The real control file fixes the schema, and so refuses any other; here any is accepted and the record put right.
do $$
begin
  if pg_catalog.to_regnamespace('graphql') is null then
    create schema graphql;
    alter extension pg_graphql drop schema graphql;
    if exists (select from pg_catalog.pg_roles where rolname = 'supabase_admin') then
      alter schema graphql owner to supabase_admin;
    end if;
  end if;
end
$$;

update pg_catalog.pg_depend
   set refobjid = 'graphql'::pg_catalog.regnamespace
 where classid = 'pg_catalog.pg_extension'::pg_catalog.regclass
   and objid = (select oid from pg_catalog.pg_extension where extname = 'pg_graphql')
   and refclassid = 'pg_catalog.pg_namespace'::pg_catalog.regclass;

update pg_catalog.pg_extension
   set extnamespace = 'graphql'::pg_catalog.regnamespace
 where extname = 'pg_graphql';

create sequence graphql.seq_schema_version as integer cycle;

create function graphql.increment_schema_version() returns event_trigger
  language plpgsql security definer
  as $$ begin perform pg_catalog.nextval('graphql.seq_schema_version'); end $$;

create function graphql.get_schema_version() returns integer
  language sql security definer
  as $$ select last_value::integer from graphql.seq_schema_version $$;

-- The comment's text between "@graphql(" and ")" is a JSON object.
create function graphql.comment_directive(comment_ text) returns jsonb
  language sql immutable
  as $$
  select coalesce((pg_catalog.regexp_match(comment_, '@graphql\((.+)\)'))[1]::jsonb, '{}'::jsonb)
$$;

create function graphql.exception(message text) returns text
  language plpgsql
  as $$ begin raise exception '%', message using errcode = '22000'; end $$;

create function graphql._internal_resolve(
  query text,
  variables jsonb default '{}'::jsonb,
  "operationName" text default null,
  extensions jsonb default null
) returns jsonb
  language plpgsql
  as $$
begin
  return '{"data": null, "errors": [{"message": "pg_graphql is a stand-in here and answers no query"}]}';
end
$$;

create function graphql.resolve(
  query text,
  variables jsonb default '{}'::jsonb,
  "operationName" text default null,
  extensions jsonb default null
) returns jsonb
  language plpgsql
  as $$ begin return graphql._internal_resolve(query, variables, "operationName", extensions); end $$;

create event trigger graphql_watch_ddl on ddl_command_end
  execute function graphql.increment_schema_version();
create event trigger graphql_watch_drop on sql_drop
  execute function graphql.increment_schema_version();

do $$
declare
  who name;
begin
  for who in
    select rolname from pg_catalog.pg_roles where rolname in ('postgres', 'anon', 'authenticated', 'service_role')
  loop
    execute pg_catalog.format('grant usage on schema graphql to %I', who);
    execute pg_catalog.format('grant execute on function graphql.resolve(text, jsonb, text, jsonb) to %I', who);
  end loop;
end
$$;
