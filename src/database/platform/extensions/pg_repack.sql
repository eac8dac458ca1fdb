-- comment: Reorganize tables in PostgreSQL databases with minimal locks (stand-in: nothing is reorganized)
-- version: 1.5.2
-- relocatable: false
-- source: reorg/pg_repack, lib/pg_repack.sql.in at ver_1.5.2

create schema repack;

create function repack.conflicted_triggers(oid) returns setof name
  language plpgsql stable strict
  as $$ begin end $$;

create function repack.create_index_type(oid, oid) returns void
  language plpgsql
  as $$ begin end $$;

create function repack.create_log_table(oid) returns void
  language plpgsql
  as $$ begin end $$;

create function repack.create_table(oid, name) returns void
  language plpgsql
  as $$ begin end $$;

create function repack.disable_autovacuum(regclass) returns void
  language plpgsql strict
  as $$ begin end $$;

create function repack.get_alter_col_storage(oid) returns text
  language plpgsql stable strict
  as $$ begin return null; end $$;

create function repack.get_assign(oid, text) returns text
  language plpgsql stable strict
  as $$ begin return null; end $$;

create function repack.get_columns_for_create_as(oid) returns text
  language plpgsql stable strict
  as $$ begin return null; end $$;

create function repack.get_compare_pkey(oid, text) returns text
  language plpgsql stable strict
  as $$ begin return null; end $$;

create function repack.get_create_index_type(oid, name) returns text
  language plpgsql stable strict
  as $$ begin return null; end $$;

create function repack.get_create_trigger(relid oid, pkid oid) returns text
  language plpgsql stable strict
  as $$ begin return null; end $$;

create function repack.get_drop_columns(oid, text) returns text
  language plpgsql stable strict
  as $$ begin return null; end $$;

create function repack.get_enable_trigger(relid oid) returns text
  language plpgsql stable strict
  as $$ begin return null; end $$;

create function repack.get_index_columns(oid) returns text
  language plpgsql stable strict
  as $$ begin return null; end $$;

create function repack.get_order_by(oid, oid) returns text
  language plpgsql stable strict
  as $$ begin return null; end $$;

create function repack.get_storage_param(oid) returns text
  language plpgsql stable strict
  as $$ begin return null; end $$;

create function repack.get_table_and_inheritors(regclass) returns regclass[]
  language plpgsql stable strict
  as $$ begin return array[$1]; end $$;

create function repack.oid2text(oid) returns text
  language plpgsql stable strict
  as $$ begin return null; end $$;

-- SQL cannot take a cstring: a function of the server that reads no argument and gives null stands in.
create function repack.repack_apply(
  sql_peek cstring,
  sql_insert cstring,
  sql_delete cstring,
  sql_update cstring,
  sql_pop cstring,
  count integer
) returns integer
  language internal
  as 'pg_last_wal_receive_lsn';

create function repack.repack_drop(oid, integer) returns void
  language plpgsql strict
  as $$ begin end $$;

create function repack.repack_index_swap(oid) returns void
  language plpgsql stable strict
  as $$ begin end $$;

create function repack.repack_indexdef(oid, oid, name, boolean) returns text
  language plpgsql stable
  as $$ begin return null; end $$;

create function repack.repack_swap(oid) returns void
  language plpgsql strict
  as $$ begin end $$;

create function repack.repack_trigger() returns trigger
  language plpgsql strict security definer
  as $$ begin return null; end $$;

create function repack.version() returns text
  language plpgsql immutable strict
  as $$ begin return 'pg_repack 1.5.2'; end $$;

create function repack.version_sql() returns text
  language plpgsql immutable strict
  as $$ begin return 'pg_repack 1.5.2'; end $$;

create view repack.primary_keys as
select indrelid, pg_catalog.min(indexrelid) as indexrelid
  from pg_catalog.pg_index
 where indisunique and indisvalid and indpred is null and 0 <> all (indkey)
 group by indrelid;

create view repack.tables as
select null::text as relname,
       null::oid as relid,
       null::oid as reltoastrelid,
       null::oid as reltoastidxid,
       null::name as schemaname,
       null::oid as pkid,
       null::oid as ckid,
       null::text as create_pktype,
       null::text as create_log,
       null::text as create_trigger,
       null::text as enable_trigger,
       null::text as create_table,
       null::name as tablespace_orig,
       null::text as copy_data,
       null::text as alter_col_storage,
       null::text as drop_columns,
       null::text as delete_log,
       null::text as lock_table,
       null::text as ckey,
       null::text as sql_peek,
       null::text as sql_insert,
       null::text as sql_delete,
       null::text as sql_update,
       null::text as sql_pop
 where false;

grant usage on schema repack to public;
grant select on repack.primary_keys, repack.tables to public;
