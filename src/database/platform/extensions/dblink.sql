-- comment: connect to other PostgreSQL databases from within a database (stand-in: it connects to nothing, and every result is empty)
-- version: 1.2
-- relocatable: true
-- source: postgres/postgres, contrib/dblink/dblink--1.2.sql; grants: supabase/postgres, ansible/files/postgresql_extension_custom_scripts/dblink/after-create.sql

create type dblink_pkey_results as (position integer, colname text);

create function dblink(text) returns setof record
  language plpgsql strict parallel restricted
  as $$ begin end $$;

create function dblink(text, boolean) returns setof record
  language plpgsql strict parallel restricted
  as $$ begin end $$;

create function dblink(text, text) returns setof record
  language plpgsql strict parallel restricted
  as $$ begin end $$;

create function dblink(text, text, boolean) returns setof record
  language plpgsql strict parallel restricted
  as $$ begin end $$;

create function dblink_build_sql_delete(text, int2vector, integer, text[]) returns text
  language plpgsql strict parallel restricted
  as $$ begin return null; end $$;

create function dblink_build_sql_insert(text, int2vector, integer, text[], text[]) returns text
  language plpgsql strict parallel restricted
  as $$ begin return null; end $$;

create function dblink_build_sql_update(text, int2vector, integer, text[], text[]) returns text
  language plpgsql strict parallel restricted
  as $$ begin return null; end $$;

create function dblink_cancel_query(text) returns text
  language plpgsql strict parallel restricted
  as $$ begin return 'OK'; end $$;

create function dblink_close(text) returns text
  language plpgsql strict parallel restricted
  as $$ begin return 'OK'; end $$;

create function dblink_close(text, boolean) returns text
  language plpgsql strict parallel restricted
  as $$ begin return 'OK'; end $$;

create function dblink_close(text, text) returns text
  language plpgsql strict parallel restricted
  as $$ begin return 'OK'; end $$;

create function dblink_close(text, text, boolean) returns text
  language plpgsql strict parallel restricted
  as $$ begin return 'OK'; end $$;

create function dblink_connect(text) returns text
  language plpgsql strict parallel restricted
  as $$ begin return 'OK'; end $$;

create function dblink_connect(text, text) returns text
  language plpgsql strict parallel restricted
  as $$ begin return 'OK'; end $$;

create function dblink_connect_u(text) returns text
  language plpgsql strict security definer parallel restricted
  as $$ begin return 'OK'; end $$;

create function dblink_connect_u(text, text) returns text
  language plpgsql strict security definer parallel restricted
  as $$ begin return 'OK'; end $$;

create function dblink_current_query() returns text
  language plpgsql parallel restricted
  as $$ begin return pg_catalog.current_query(); end $$;

create function dblink_disconnect() returns text
  language plpgsql strict parallel restricted
  as $$ begin return 'OK'; end $$;

create function dblink_disconnect(text) returns text
  language plpgsql strict parallel restricted
  as $$ begin return 'OK'; end $$;

create function dblink_error_message(text) returns text
  language plpgsql strict parallel restricted
  as $$ begin return 'OK'; end $$;

create function dblink_exec(text) returns text
  language plpgsql strict parallel restricted
  as $$ begin return 'OK'; end $$;

create function dblink_exec(text, boolean) returns text
  language plpgsql strict parallel restricted
  as $$ begin return 'OK'; end $$;

create function dblink_exec(text, text) returns text
  language plpgsql strict parallel restricted
  as $$ begin return 'OK'; end $$;

create function dblink_exec(text, text, boolean) returns text
  language plpgsql strict parallel restricted
  as $$ begin return 'OK'; end $$;

create function dblink_fdw_validator(options text[], catalog oid) returns void
  language plpgsql strict parallel safe
  as $$ begin end $$;

create function dblink_fetch(text, integer) returns setof record
  language plpgsql strict parallel restricted
  as $$ begin end $$;

create function dblink_fetch(text, integer, boolean) returns setof record
  language plpgsql strict parallel restricted
  as $$ begin end $$;

create function dblink_fetch(text, text, integer) returns setof record
  language plpgsql strict parallel restricted
  as $$ begin end $$;

create function dblink_fetch(text, text, integer, boolean) returns setof record
  language plpgsql strict parallel restricted
  as $$ begin end $$;

create function dblink_get_connections() returns text[]
  language plpgsql parallel restricted
  as $$ begin return null; end $$;

create function dblink_get_notify(out notify_name text, out be_pid integer, out extra text) returns setof record
  language plpgsql strict parallel restricted
  as $$ begin end $$;

create function dblink_get_notify(
  conname text,
  out notify_name text,
  out be_pid integer,
  out extra text
) returns setof record
  language plpgsql strict parallel restricted
  as $$ begin end $$;

create function dblink_get_pkey(text) returns setof dblink_pkey_results
  language plpgsql strict parallel restricted
  as $$ begin end $$;

create function dblink_get_result(text) returns setof record
  language plpgsql strict parallel restricted
  as $$ begin end $$;

create function dblink_get_result(text, boolean) returns setof record
  language plpgsql strict parallel restricted
  as $$ begin end $$;

create function dblink_is_busy(text) returns integer
  language plpgsql strict parallel restricted
  as $$ begin return 0; end $$;

create function dblink_open(text, text) returns text
  language plpgsql strict parallel restricted
  as $$ begin return 'OK'; end $$;

create function dblink_open(text, text, boolean) returns text
  language plpgsql strict parallel restricted
  as $$ begin return 'OK'; end $$;

create function dblink_open(text, text, text) returns text
  language plpgsql strict parallel restricted
  as $$ begin return 'OK'; end $$;

create function dblink_open(text, text, text, boolean) returns text
  language plpgsql strict parallel restricted
  as $$ begin return 'OK'; end $$;

create function dblink_send_query(text, text) returns integer
  language plpgsql strict parallel restricted
  as $$ begin return 1; end $$;

create foreign data wrapper dblink_fdw validator dblink_fdw_validator;

revoke all on function dblink_connect_u(text), dblink_connect_u(text, text) from public;
