-- comment: Trusted Language Extensions for PostgreSQL (stand-in: an installed extension is written where `create extension` finds it)
-- version: 1.4.0
-- relocatable: false
-- home: pgtle
-- source: aws/pg_tle, pg_tle--1.1.1.sql and its update scripts to 1.4.0; grants: supabase/postgres, ansible/files/postgresql_extension_custom_scripts/pg_tle/after-create.sql

-- The real control file fixes the schema, and so refuses any other; here any is accepted and the record put right.
do $$
begin
  if pg_catalog.to_regnamespace('pgtle') is null then
    create schema pgtle;
    alter extension pg_tle drop schema pgtle;
    if exists (select from pg_catalog.pg_roles where rolname = 'supabase_admin') then
      alter schema pgtle owner to supabase_admin;
    end if;
  end if;
  if not exists (select from pg_catalog.pg_roles where rolname = 'pgtle_admin') then
    create role pgtle_admin nologin;
  end if;
  if exists (select from pg_catalog.pg_roles where rolname = 'postgres') then
    grant pgtle_admin to postgres;
  end if;
end
$$;

update pg_catalog.pg_depend
   set refobjid = 'pgtle'::pg_catalog.regnamespace
 where classid = 'pg_catalog.pg_extension'::pg_catalog.regclass
   and objid = (select oid from pg_catalog.pg_extension where extname = 'pg_tle')
   and refclassid = 'pg_catalog.pg_namespace'::pg_catalog.regclass;

update pg_catalog.pg_extension
   set extnamespace = 'pgtle'::pg_catalog.regnamespace
 where extname = 'pg_tle';

create type pgtle.password_types as enum (
  'PASSWORD_TYPE_PLAINTEXT', 'PASSWORD_TYPE_MD5', 'PASSWORD_TYPE_SCRAM_SHA_256'
);
create type pgtle.pg_tle_features as enum ('passcheck', 'clientauth');
create type pgtle.clientauth_port_subset as (
  noblock boolean,
  remote_host text,
  remote_hostname text,
  remote_hostname_resolv integer,
  remote_hostname_errcode integer,
  database_name text,
  user_name text
);

create table pgtle.feature_info (
  feature pgtle.pg_tle_features,
  schema_name text,
  proname text,
  obj_identity text not null,
  primary key (feature, schema_name, proname)
);

-- Extensions. The server of a shadow database is a process without a disk: its folder of extensions is memory, and a
-- control file and script written there make a real extension. Without a text (a script that was to come over the
-- network) nothing is written, so that a stand-in of the same name stays.

create function pgtle._write(file text, content text) returns void
  language plpgsql
  as $$
declare
  large_object oid;
begin
  if file !~ '^[\w.@ -]+$' then
    raise exception 'invalid extension name or version: "%"', file using errcode = 'invalid_parameter_value';
  end if;
  large_object := pg_catalog.lo_from_bytea(0, pg_catalog.convert_to(content, 'utf8'));
  perform pg_catalog.lo_export(
    large_object, (select c.setting from pg_catalog.pg_config() as c where c.name = 'SHAREDIR') || '/extension/' || file);
  perform pg_catalog.lo_unlink(large_object);
end
$$;

create function pgtle.install_extension(
  name text,
  version text,
  description text,
  ext text,
  requires text[] default null
) returns boolean
  language plpgsql
  as $$
begin
  if ext is null or version is null then
    return true;
  end if;
  perform pgtle._write(name || '--' || version || '.sql', ext);
  perform pgtle._write(name || '.control', pg_catalog.format(
    e'comment = %s\ndefault_version = %s\nrelocatable = false\nsuperuser = false\n%s',
    pg_catalog.quote_literal(coalesce(description, '')),
    pg_catalog.quote_literal(version),
    coalesce('requires = ' || pg_catalog.quote_literal(nullif(pg_catalog.array_to_string(requires, ','), '')), '')
  ));
  return true;
end
$$;

create function pgtle.install_extension_version_sql(name text, version text, ext text) returns boolean
  language plpgsql
  as $$
begin
  if ext is not null and version is not null then
    perform pgtle._write(name || '--' || version || '.sql', ext);
  end if;
  return true;
end
$$;

create function pgtle.install_update_path(name text, fromvers text, tovers text, ext text) returns boolean
  language plpgsql
  as $$
begin
  if ext is not null then
    perform pgtle._write(name || '--' || fromvers || '--' || tovers || '.sql', ext);
  end if;
  return true;
end
$$;

create function pgtle.set_default_version(name text, version text) returns boolean
  language plpgsql
  as $$
begin
  perform pgtle._write(name || '.control', pg_catalog.format(
    e'comment = %s\ndefault_version = %s\nrelocatable = false\nsuperuser = false\n',
    pg_catalog.quote_literal(coalesce(
      (select a.comment from pg_catalog.pg_available_extensions() as a where a.name = set_default_version.name), '')),
    pg_catalog.quote_literal(version)
  ));
  return true;
end
$$;

-- A file that was written stays: what was uninstalled can be created again, which nobody does.
create function pgtle.uninstall_extension(extname text) returns boolean
  language plpgsql strict
  as $$ begin return true; end $$;

create function pgtle.uninstall_extension(extname text, version text) returns boolean
  language plpgsql strict
  as $$ begin return true; end $$;

create function pgtle.uninstall_extension_if_exists(extname text) returns boolean
  language plpgsql strict
  as $$
begin
  return exists (select from pg_catalog.pg_available_extensions() as a where a.name::text = extname);
end
$$;

create function pgtle.uninstall_update_path(extname text, fromvers text, tovers text) returns boolean
  language plpgsql strict
  as $$ begin return true; end $$;

create function pgtle.uninstall_update_path_if_exists(extname text, fromvers text, tovers text) returns boolean
  language plpgsql strict
  as $$ begin return false; end $$;

create function pgtle.available_extensions(out name name, out default_version text, out comment text)
  returns setof record
  language sql stable strict
  as $$ select a.name, a.default_version, a.comment from pg_catalog.pg_available_extensions() as a where false $$;

create function pgtle.available_extension_versions(
  out name name,
  out version text,
  out superuser boolean,
  out trusted boolean,
  out relocatable boolean,
  out schema name,
  out requires name[],
  out comment text
) returns setof record
  language sql stable strict
  as $$
  select a.name, a.version, a.superuser, a.trusted, a.relocatable, a.schema, a.requires, a.comment
    from pg_catalog.pg_available_extension_versions() as a
   where false
$$;

create function pgtle.extension_update_paths(name name, out source text, out target text, out path text)
  returns setof record
  language sql stable strict
  as $$ select u.source, u.target, u.path from pg_catalog.pg_extension_update_paths(name) as u $$;

-- Hooks, which are recorded and never run, and base types

create function pgtle.register_feature(proc regproc, feature pgtle.pg_tle_features) returns void
  language plpgsql
  as $$
begin
  insert into pgtle.feature_info (feature, schema_name, proname, obj_identity)
  select register_feature.feature, n.nspname, p.proname, proc::text
    from pg_catalog.pg_proc as p
    join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
   where p.oid = proc;
end
$$;

create function pgtle.register_feature_if_not_exists(proc regproc, feature pgtle.pg_tle_features) returns boolean
  language plpgsql
  as $$
begin
  perform pgtle.register_feature(proc, feature);
  return true;
exception
  when unique_violation then return false;
end
$$;

create function pgtle.unregister_feature_if_exists(proc regproc, feature pgtle.pg_tle_features) returns boolean
  language plpgsql
  as $$
begin
  delete from pgtle.feature_info as f
   where f.feature = unregister_feature_if_exists.feature and f.obj_identity = proc::text;
  return found;
end
$$;

create function pgtle.unregister_feature(proc regproc, feature pgtle.pg_tle_features) returns void
  language plpgsql
  as $$
begin
  if not pgtle.unregister_feature_if_exists(proc, feature) then
    raise exception 'Could not unregister "%": does not exist.', feature using errcode = 'no_data_found';
  end if;
end
$$;

create function pgtle.pg_tle_feature_info_sql_drop() returns event_trigger
  language plpgsql
  as $$
begin
  delete from pgtle.feature_info as f
   using pg_catalog.pg_event_trigger_dropped_objects() as d
   where d.object_type = 'function' and d.schema_name = f.schema_name and d.object_name = f.proname;
end
$$;

create event trigger pg_tle_event_trigger_for_drop_function on sql_drop
  when tag in ('DROP FUNCTION')
  execute function pgtle.pg_tle_feature_info_sql_drop();

create function pgtle.create_shell_type(typenamespace regnamespace, typename name) returns void
  language plpgsql strict
  as $$ begin execute pg_catalog.format('create type %s.%I', typenamespace, typename); end $$;

create function pgtle.create_shell_type_if_not_exists(typenamespace regnamespace, typename name) returns boolean
  language plpgsql strict
  as $$
begin
  perform pgtle.create_shell_type(typenamespace, typename);
  return true;
exception
  when duplicate_object then return false;
end
$$;

create function pgtle.create_base_type(
  typenamespace regnamespace,
  typename name,
  infunc regprocedure,
  outfunc regprocedure,
  internallength integer,
  alignment text default 'int4',
  storage text default 'plain'
) returns void
  language plpgsql strict
  as $$
begin
  raise exception 'pgtle.create_base_type: a stand-in cannot make base types' using errcode = 'feature_not_supported';
end
$$;

create function pgtle.create_base_type_if_not_exists(
  typenamespace regnamespace,
  typename name,
  infunc regprocedure,
  outfunc regprocedure,
  internallength integer,
  alignment text default 'int4',
  storage text default 'plain'
) returns boolean
  language plpgsql strict
  as $$
begin
  perform pgtle.create_base_type(typenamespace, typename, infunc, outfunc, internallength, alignment, storage);
  return true;
end
$$;

create function pgtle.create_operator_func(typenamespace regnamespace, typename name, opfunc regprocedure)
  returns void
  language plpgsql strict
  as $$
begin
  raise exception 'pgtle.create_operator_func: a stand-in cannot make base types' using errcode = 'feature_not_supported';
end
$$;

create function pgtle.create_operator_func_if_not_exists(typenamespace regnamespace, typename name, opfunc regprocedure)
  returns boolean
  language plpgsql strict
  as $$
begin
  perform pgtle.create_operator_func(typenamespace, typename, opfunc);
  return true;
end
$$;

grant usage on schema pgtle to public;
grant select on pgtle.feature_info to public;
