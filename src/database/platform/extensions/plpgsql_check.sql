-- comment: extended check for plpgsql functions (stand-in: it finds nothing)
-- version: 2.7
-- relocatable: false
-- source: okbob/plpgsql_check, plpgsql_check--2.7.sql at v2.7.15

create function @extschema@.__plpgsql_show_dependency_tb(
  funcoid regprocedure,
  relid regclass default 0,
  anyelememttype regtype default 'integer',
  anyenumtype regtype default '-',
  anyrangetype regtype default 'int4range',
  anycompatibletype regtype default 'integer',
  anycompatiblerangetype regtype default 'int4range'
) returns table (type text, oid oid, schema text, name text, params text)
  language plpgsql
  as $$ begin end $$;

create function @extschema@.__plpgsql_show_dependency_tb(
  name text,
  relid regclass default 0,
  anyelememttype regtype default 'integer',
  anyenumtype regtype default '-',
  anyrangetype regtype default 'int4range',
  anycompatibletype regtype default 'integer',
  anycompatiblerangetype regtype default 'int4range'
) returns table (type text, oid oid, schema text, name text, params text)
  language plpgsql
  as $$ begin end $$;

create function @extschema@.plpgsql_check_function(
  funcoid regprocedure,
  relid regclass default 0,
  format text default 'text',
  fatal_errors boolean default true,
  other_warnings boolean default true,
  performance_warnings boolean default false,
  extra_warnings boolean default true,
  security_warnings boolean default false,
  compatibility_warnings boolean default false,
  oldtable name default null,
  newtable name default null,
  anyelememttype regtype default 'integer',
  anyenumtype regtype default '-',
  anyrangetype regtype default 'int4range',
  anycompatibletype regtype default 'integer',
  anycompatiblerangetype regtype default 'int4range',
  without_warnings boolean default false,
  all_warnings boolean default false,
  use_incomment_options boolean default true,
  incomment_options_usage_warning boolean default false,
  constant_tracing boolean default true
) returns setof text
  language plpgsql
  as $$ begin end $$;

create function @extschema@.plpgsql_check_function(
  name text,
  relid regclass default 0,
  format text default 'text',
  fatal_errors boolean default true,
  other_warnings boolean default true,
  performance_warnings boolean default false,
  extra_warnings boolean default true,
  security_warnings boolean default false,
  compatibility_warnings boolean default false,
  oldtable name default null,
  newtable name default null,
  anyelememttype regtype default 'integer',
  anyenumtype regtype default '-',
  anyrangetype regtype default 'int4range',
  anycompatibletype regtype default 'integer',
  anycompatiblerangetype regtype default 'int4range',
  without_warnings boolean default false,
  all_warnings boolean default false,
  use_incomment_options boolean default true,
  incomment_options_usage_warning boolean default false,
  constant_tracing boolean default true
) returns setof text
  language plpgsql
  as $$ begin end $$;

create function @extschema@.plpgsql_check_function_tb(
  funcoid regprocedure,
  relid regclass default 0,
  fatal_errors boolean default true,
  other_warnings boolean default true,
  performance_warnings boolean default false,
  extra_warnings boolean default true,
  security_warnings boolean default false,
  compatibility_warnings boolean default false,
  oldtable name default null,
  newtable name default null,
  anyelememttype regtype default 'integer',
  anyenumtype regtype default '-',
  anyrangetype regtype default 'int4range',
  anycompatibletype regtype default 'integer',
  anycompatiblerangetype regtype default 'int4range',
  without_warnings boolean default false,
  all_warnings boolean default false,
  use_incomment_options boolean default true,
  incomment_options_usage_warning boolean default false,
  constant_tracing boolean default true
) returns table (
  functionid regproc,
  lineno integer,
  statement text,
  sqlstate text,
  message text,
  detail text,
  hint text,
  level text,
  "position" integer,
  query text,
  context text
)
  language plpgsql
  as $$ begin end $$;

create function @extschema@.plpgsql_check_function_tb(
  name text,
  relid regclass default 0,
  fatal_errors boolean default true,
  other_warnings boolean default true,
  performance_warnings boolean default false,
  extra_warnings boolean default true,
  security_warnings boolean default false,
  compatibility_warnings boolean default false,
  oldtable name default null,
  newtable name default null,
  anyelememttype regtype default 'integer',
  anyenumtype regtype default '-',
  anyrangetype regtype default 'int4range',
  anycompatibletype regtype default 'integer',
  anycompatiblerangetype regtype default 'int4range',
  without_warnings boolean default false,
  all_warnings boolean default false,
  use_incomment_options boolean default true,
  incomment_options_usage_warning boolean default false,
  constant_tracing boolean default true
) returns table (
  functionid regproc,
  lineno integer,
  statement text,
  sqlstate text,
  message text,
  detail text,
  hint text,
  level text,
  "position" integer,
  query text,
  context text
)
  language plpgsql
  as $$ begin end $$;

create function @extschema@.plpgsql_check_pragma(variadic name text[]) returns integer
  language plpgsql
  as $$ begin return 1; end $$;

create function @extschema@.plpgsql_check_profiler(enable boolean default null) returns boolean
  language plpgsql
  as $$ begin return false; end $$;

create function @extschema@.plpgsql_check_tracer(
  enable boolean default null,
  verbosity text default null
) returns boolean
  language plpgsql
  as $$ begin return false; end $$;

create function @extschema@.plpgsql_coverage_branches(funcoid regprocedure) returns double precision
  language plpgsql
  as $$ begin return 1; end $$;

create function @extschema@.plpgsql_coverage_branches(name text) returns double precision
  language plpgsql
  as $$ begin return 1; end $$;

create function @extschema@.plpgsql_coverage_statements(funcoid regprocedure) returns double precision
  language plpgsql
  as $$ begin return 1; end $$;

create function @extschema@.plpgsql_coverage_statements(name text) returns double precision
  language plpgsql
  as $$ begin return 1; end $$;

create function @extschema@.plpgsql_profiler_function_statements_tb(funcoid regprocedure) returns table (
  stmtid integer,
  parent_stmtid integer,
  parent_note text,
  block_num integer,
  lineno integer,
  queryid bigint,
  exec_stmts bigint,
  exec_stmts_err bigint,
  total_time double precision,
  avg_time double precision,
  max_time double precision,
  processed_rows bigint,
  stmtname text
)
  language plpgsql strict
  as $$ begin end $$;

create function @extschema@.plpgsql_profiler_function_statements_tb(name text) returns table (
  stmtid integer,
  parent_stmtid integer,
  parent_note text,
  block_num integer,
  lineno integer,
  queryid bigint,
  exec_stmts bigint,
  exec_stmts_err bigint,
  total_time double precision,
  avg_time double precision,
  max_time double precision,
  processed_rows bigint,
  stmtname text
)
  language plpgsql strict
  as $$ begin end $$;

create function @extschema@.plpgsql_profiler_function_tb(funcoid regprocedure) returns table (
  lineno integer,
  stmt_lineno integer,
  queryids bigint[],
  cmds_on_row integer,
  exec_stmts bigint,
  exec_stmts_err bigint,
  total_time double precision,
  avg_time double precision,
  max_time double precision[],
  processed_rows bigint[],
  source text
)
  language plpgsql strict
  as $$ begin end $$;

create function @extschema@.plpgsql_profiler_function_tb(name text) returns table (
  lineno integer,
  stmt_lineno integer,
  queryids bigint[],
  cmds_on_row integer,
  exec_stmts bigint,
  exec_stmts_err bigint,
  total_time double precision,
  avg_time double precision,
  max_time double precision[],
  processed_rows bigint[],
  source text
)
  language plpgsql strict
  as $$ begin end $$;

create function @extschema@.plpgsql_profiler_functions_all() returns table (
  funcoid regprocedure,
  exec_count bigint,
  exec_stmts_err bigint,
  total_time double precision,
  avg_time double precision,
  stddev_time double precision,
  min_time double precision,
  max_time double precision
)
  language plpgsql strict
  as $$ begin end $$;

create function @extschema@.plpgsql_profiler_install_fake_queryid_hook() returns void
  language plpgsql strict
  as $$ begin end $$;

create function @extschema@.plpgsql_profiler_remove_fake_queryid_hook() returns void
  language plpgsql strict
  as $$ begin end $$;

create function @extschema@.plpgsql_profiler_reset(funcoid regprocedure) returns void
  language plpgsql strict
  as $$ begin end $$;

create function @extschema@.plpgsql_profiler_reset_all() returns void
  language plpgsql strict
  as $$ begin end $$;

create function @extschema@.plpgsql_show_dependency_tb(
  fnname text,
  relid regclass default 0,
  anyelememttype regtype default 'integer',
  anyenumtype regtype default '-',
  anyrangetype regtype default 'int4range',
  anycompatibletype regtype default 'integer',
  anycompatiblerangetype regtype default 'int4range'
) returns table (type text, oid oid, schema text, name text, params text)
  language plpgsql
  as $$ begin end $$;

create function @extschema@.plpgsql_show_dependency_tb(
  funcoid regprocedure,
  relid regclass default 0,
  anyelememttype regtype default 'integer',
  anyenumtype regtype default '-',
  anyrangetype regtype default 'int4range',
  anycompatibletype regtype default 'integer',
  anycompatiblerangetype regtype default 'int4range'
) returns table (type text, oid oid, schema text, name text, params text)
  language plpgsql
  as $$ begin end $$;
