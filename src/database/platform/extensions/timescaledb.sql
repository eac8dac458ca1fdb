-- comment: Enables scalable inserts and complex queries for time-series data (stand-in: a hypertable is a plain table)
-- version: 2.16.1
-- relocatable: false
-- source: timescale/timescaledb, sql/*.sql and pre_install/*.sql at 2.16.1

-- What only the server's own code can accept stays refused: `with (timescaledb.continuous)`, `set (timescaledb.compress)`.
-- SQL cannot take "any": where that is asked, functions of the server that read no argument say null, 0 or no rows. The
-- aggregates first and last do compute, and take anycompatible for it. Chunks, jobs and continuous aggregates there are none.
create schema _timescaledb_internal;
create schema _timescaledb_functions;
create schema timescaledb_information;
create schema timescaledb_experimental;

create type _timescaledb_internal.dimension_info as (
  column_name name,
  number_partitions integer,
  partition_interval text
);

create function _timescaledb_functions.calculate_chunk_interval(
  dimension_id integer,
  dimension_coord bigint,
  chunk_target_size bigint
) returns bigint
  language sql
  as $$ select -1::bigint $$;

-- The views of what there is: of what there is none, here.
do $$
declare
  v record;
begin
  for v in
    select *
      from (values
        ('timescaledb_experimental.policies', 'relation_name name, relation_schema name, schedule_interval interval, proc_schema name, proc_name name, config jsonb, hypertable_schema name, hypertable_name name'),
        ('timescaledb_information.chunk_compression_settings', 'hypertable regclass, chunk regclass, segmentby text, orderby text'),
        ('timescaledb_information.chunks', 'hypertable_schema name, hypertable_name name, chunk_schema name, chunk_name name, primary_dimension name, primary_dimension_type regtype, range_start timestamptz, range_end timestamptz, range_start_integer bigint, range_end_integer bigint, is_compressed boolean, chunk_tablespace name, chunk_creation_time timestamptz'),
        ('timescaledb_information.compression_settings', 'hypertable_schema name, hypertable_name name, attname name, segmentby_column_index smallint, orderby_column_index smallint, orderby_asc boolean, orderby_nullsfirst boolean'),
        ('timescaledb_information.continuous_aggregates', 'hypertable_schema name, hypertable_name name, view_schema name, view_name name, view_owner name, materialized_only boolean, compression_enabled boolean, materialization_hypertable_schema name, materialization_hypertable_name name, view_definition text, finalized boolean'),
        ('timescaledb_information.dimensions', 'hypertable_schema name, hypertable_name name, dimension_number bigint, column_name name, column_type regtype, dimension_type text, time_interval interval, integer_interval bigint, integer_now_func name, num_partitions smallint'),
        ('timescaledb_information.hypertable_compression_settings', 'hypertable regclass, segmentby text, orderby text, compress_interval_length text'),
        ('timescaledb_information.hypertables', 'hypertable_schema name, hypertable_name name, owner name, num_dimensions smallint, num_chunks bigint, compression_enabled boolean, tablespaces name[]'),
        ('timescaledb_information.job_errors', 'job_id integer, proc_schema text, proc_name text, pid integer, start_time timestamptz, finish_time timestamptz, sqlerrcode text, err_message text'),
        ('timescaledb_information.job_history', 'id bigint, job_id integer, succeeded boolean, proc_schema text, proc_name text, pid integer, start_time timestamptz, finish_time timestamptz, config jsonb, sqlerrcode text, err_message text'),
        ('timescaledb_information.job_stats', 'hypertable_schema name, hypertable_name name, job_id integer, last_run_started_at timestamptz, last_successful_finish timestamptz, last_run_status text, job_status text, last_run_duration interval, next_start timestamptz, total_runs bigint, total_successes bigint, total_failures bigint'),
        ('timescaledb_information.jobs', 'job_id integer, application_name name, schedule_interval interval, max_runtime interval, max_retries integer, retry_period interval, proc_schema name, proc_name name, owner regrole, scheduled boolean, fixed_schedule boolean, config jsonb, next_start timestamptz, initial_start timestamptz, hypertable_schema name, hypertable_name name, check_schema name, check_name name')
      ) as v (name, columns)
  loop
    execute pg_catalog.format(
      'create view %s as select %s where false',
      v.name,
      (
        select pg_catalog.string_agg(
                 pg_catalog.regexp_replace(definition, '^(\S+) (.+)$', 'null::\2 as \1'), ', ' order by position)
          from pg_catalog.string_to_table(v.columns, ', ') with ordinality as c (definition, position)
      ));
  end loop;
end
$$;

-- Hypertables. What is seen of one is done: the time column is not null, and has an index.

create function _timescaledb_functions.mark_hypertable(relation regclass, time_column_name name, with_index boolean)
  returns void
  language plpgsql
  as $$
begin
  execute pg_catalog.format('alter table %s alter column %I set not null', relation, time_column_name);
  if with_index and not exists (
    select
      from pg_catalog.pg_index as i
      join pg_catalog.pg_attribute as a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
     where i.indrelid = relation and a.attname = time_column_name and i.indnatts = 1
  ) then
    execute pg_catalog.format(
      'create index if not exists %I on %s (%I desc)',
      (select c.relname from pg_catalog.pg_class as c where c.oid = relation) || '_' || time_column_name || '_idx',
      relation,
      time_column_name);
  end if;
end
$$;

create function @extschema@.by_range(
  column_name name,
  partition_interval anyelement default null::bigint,
  partition_func regproc default null
) returns _timescaledb_internal.dimension_info
  language sql
  as $$ select row(column_name, null, partition_interval::text)::_timescaledb_internal.dimension_info $$;

create function @extschema@.by_hash(column_name name, number_partitions integer, partition_func regproc default null)
  returns _timescaledb_internal.dimension_info
  language sql
  as $$ select row(column_name, number_partitions, null)::_timescaledb_internal.dimension_info $$;

create function @extschema@.create_hypertable(
  relation regclass,
  time_column_name name,
  partitioning_column name default null,
  number_partitions integer default null,
  associated_schema_name name default null,
  associated_table_prefix name default null,
  chunk_time_interval anyelement default null::bigint,
  create_default_indexes boolean default true,
  if_not_exists boolean default false,
  partitioning_func regproc default null,
  migrate_data boolean default false,
  chunk_target_size text default null,
  chunk_sizing_func regproc default '_timescaledb_functions.calculate_chunk_interval'::regproc,
  time_partitioning_func regproc default null
) returns table (hypertable_id integer, schema_name name, table_name name, created boolean)
  language plpgsql
  as $$
begin
  perform _timescaledb_functions.mark_hypertable(relation, time_column_name, create_default_indexes);
  return query
    select 1, n.nspname, c.relname, true
      from pg_catalog.pg_class as c
      join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
     where c.oid = relation;
end
$$;

create function @extschema@.create_hypertable(
  relation regclass,
  dimension _timescaledb_internal.dimension_info,
  create_default_indexes boolean default true,
  if_not_exists boolean default false,
  migrate_data boolean default false
) returns table (hypertable_id integer, created boolean)
  language plpgsql
  as $$
begin
  perform _timescaledb_functions.mark_hypertable(relation, (dimension).column_name, create_default_indexes);
  return query select 1, true;
end
$$;

create function @extschema@.add_dimension(
  hypertable regclass,
  column_name name,
  number_partitions integer default null,
  chunk_time_interval anyelement default null::bigint,
  partitioning_func regproc default null,
  if_not_exists boolean default false
) returns table (dimension_id integer, schema_name name, table_name name, column_name name, created boolean)
  language plpgsql
  as $$ begin end $$;

create function @extschema@.add_dimension(
  hypertable regclass,
  dimension _timescaledb_internal.dimension_info,
  if_not_exists boolean default false
) returns table (dimension_id integer, created boolean)
  language plpgsql
  as $$ begin return query select 1, true; end $$;

create function @extschema@.set_chunk_time_interval(
  hypertable regclass,
  chunk_time_interval anyelement,
  dimension_name name default null
) returns void
  language plpgsql
  as $$ begin end $$;

create function @extschema@.set_number_partitions(
  hypertable regclass,
  number_partitions integer,
  dimension_name name default null
) returns void
  language plpgsql
  as $$ begin end $$;

create function @extschema@.compress_chunk(
  uncompressed_chunk regclass,
  if_not_compressed boolean default true,
  recompress boolean default false
) returns regclass
  language sql strict
  as $$ select uncompressed_chunk $$;

create function @extschema@.decompress_chunk(uncompressed_chunk regclass, if_compressed boolean default true)
  returns regclass
  language sql strict
  as $$ select uncompressed_chunk $$;

-- Policies and jobs

create sequence _timescaledb_internal.job_id_seq start 1000;

create function @extschema@.add_job(
  proc regproc,
  schedule_interval interval,
  config jsonb default null,
  initial_start timestamptz default null,
  scheduled boolean default true,
  check_config regproc default null,
  fixed_schedule boolean default true,
  timezone text default null
) returns integer
  language sql
  as $$ select pg_catalog.nextval('_timescaledb_internal.job_id_seq')::integer $$;

create function @extschema@.delete_job(job_id integer) returns void
  language plpgsql strict
  as $$ begin end $$;

create function @extschema@.alter_job(
  job_id integer,
  schedule_interval interval default null,
  max_runtime interval default null,
  max_retries integer default null,
  retry_period interval default null,
  scheduled boolean default null,
  config jsonb default null,
  next_start timestamptz default null,
  if_exists boolean default false,
  check_config regproc default null,
  fixed_schedule boolean default null,
  initial_start timestamptz default null,
  timezone text default null
) returns table (
  job_id integer,
  schedule_interval interval,
  max_runtime interval,
  max_retries integer,
  retry_period interval,
  scheduled boolean,
  config jsonb,
  next_start timestamptz,
  check_config text,
  fixed_schedule boolean,
  initial_start timestamptz,
  timezone text
)
  language plpgsql
  as $$ begin end $$;

create procedure @extschema@.run_job(job_id integer)
  language plpgsql
  as $$ begin end $$;

create function @extschema@.remove_retention_policy(relation regclass, if_exists boolean default false) returns void
  language plpgsql
  as $$ begin end $$;

create function @extschema@.add_reorder_policy(
  hypertable regclass,
  index_name name,
  if_not_exists boolean default false,
  initial_start timestamptz default null,
  timezone text default null
) returns integer
  language sql
  as $$ select pg_catalog.nextval('_timescaledb_internal.job_id_seq')::integer $$;

create function @extschema@.remove_reorder_policy(hypertable regclass, if_exists boolean default false) returns void
  language plpgsql
  as $$ begin end $$;

create function @extschema@.remove_compression_policy(hypertable regclass, if_exists boolean default false)
  returns boolean
  language sql
  as $$ select true $$;

create function @extschema@.remove_continuous_aggregate_policy(
  continuous_aggregate regclass,
  if_not_exists boolean default false,
  if_exists boolean default null
) returns void
  language plpgsql
  as $$ begin end $$;

-- What takes "any". A policy that is added has the job 0.
create function @extschema@.drop_chunks(
  relation regclass,
  older_than "any" default null,
  newer_than "any" default null,
  verbose boolean default false,
  created_before "any" default null,
  created_after "any" default null
) returns setof text
  language internal
  as 'pg_listening_channels';

create function @extschema@.show_chunks(
  relation regclass,
  older_than "any" default null,
  newer_than "any" default null,
  created_before "any" default null,
  created_after "any" default null
) returns setof regclass
  language internal
  as 'pg_listening_channels';

create procedure @extschema@.refresh_continuous_aggregate(
  continuous_aggregate regclass,
  window_start "any",
  window_end "any"
)
  language internal
  as 'pg_last_wal_receive_lsn';

create function @extschema@.add_retention_policy(
  relation regclass,
  drop_after "any" default null,
  if_not_exists boolean default false,
  schedule_interval interval default null,
  initial_start timestamptz default null,
  timezone text default null,
  drop_created_before interval default null
) returns integer
  language internal
  as 'pg_trigger_depth';

create function @extschema@.add_compression_policy(
  hypertable regclass,
  compress_after "any" default null,
  if_not_exists boolean default false,
  schedule_interval interval default null,
  initial_start timestamptz default null,
  timezone text default null,
  compress_created_before interval default null
) returns integer
  language internal
  as 'pg_trigger_depth';

create function @extschema@.add_continuous_aggregate_policy(
  continuous_aggregate regclass,
  start_offset "any",
  end_offset "any",
  schedule_interval interval,
  if_not_exists boolean default false,
  initial_start timestamptz default null,
  timezone text default null
) returns integer
  language internal
  as 'pg_trigger_depth';

create function timescaledb_experimental.add_policies(
  relation regclass,
  if_not_exists boolean default false,
  refresh_start_offset "any" default null,
  refresh_end_offset "any" default null,
  compress_after "any" default null,
  drop_after "any" default null
) returns boolean
  language internal
  as 'pg_is_in_recovery';

create function timescaledb_experimental.alter_policies(
  relation regclass,
  if_exists boolean default false,
  refresh_start_offset "any" default null,
  refresh_end_offset "any" default null,
  compress_after "any" default null,
  drop_after "any" default null
) returns boolean
  language internal
  as 'pg_is_in_recovery';

-- Sizes

create function @extschema@.hypertable_size(hypertable regclass) returns bigint
  language sql strict
  as $$ select pg_catalog.pg_total_relation_size(hypertable) $$;

create function @extschema@.approximate_row_count(relation regclass) returns bigint
  language sql strict
  as $$ select c.reltuples::bigint from pg_catalog.pg_class as c where c.oid = relation $$;

-- Buckets. The real origin is Monday, 3 January 2000, and 1 January 2000 for months.

create function @extschema@.time_bucket(bucket_width interval, ts timestamp, origin timestamp) returns timestamp
  language plpgsql immutable strict parallel safe
  as $$
declare
  months integer := extract(year from bucket_width)::integer * 12 + extract(month from bucket_width)::integer;
  since integer := (extract(year from ts)::integer - extract(year from origin)::integer) * 12
    + extract(month from ts)::integer - extract(month from origin)::integer;
begin
  if months = 0 then
    return pg_catalog.date_bin(bucket_width, ts, origin);
  end if;
  return pg_catalog.date_trunc('month', origin)
    + pg_catalog.make_interval(months => pg_catalog.floor(since::numeric / months)::integer * months);
end
$$;

create function @extschema@.time_bucket(bucket_width interval, ts timestamp) returns timestamp
  language sql immutable strict parallel safe
  as $$ select @extschema@.time_bucket(bucket_width, ts, '2000-01-03'::timestamp) $$;

create function @extschema@.time_bucket(bucket_width interval, ts timestamptz) returns timestamptz
  language sql immutable strict parallel safe
  as $$ select @extschema@.time_bucket(bucket_width, ts at time zone 'UTC') at time zone 'UTC' $$;

create function @extschema@.time_bucket(bucket_width interval, ts date) returns date
  language sql immutable strict parallel safe
  as $$ select @extschema@.time_bucket(bucket_width, ts::timestamp)::date $$;

create function @extschema@.time_bucket(bucket_width interval, ts timestamptz, origin timestamptz) returns timestamptz
  language sql immutable strict parallel safe
  as $$
  select @extschema@.time_bucket(bucket_width, ts at time zone 'UTC', origin at time zone 'UTC') at time zone 'UTC'
$$;

create function @extschema@.time_bucket(bucket_width interval, ts date, origin date) returns date
  language sql immutable strict parallel safe
  as $$ select @extschema@.time_bucket(bucket_width, ts::timestamp, origin::timestamp)::date $$;

create function @extschema@.time_bucket(bucket_width interval, ts timestamp, "offset" interval) returns timestamp
  language sql immutable strict parallel safe
  as $$ select @extschema@.time_bucket(bucket_width, ts - "offset") + "offset" $$;

create function @extschema@.time_bucket(bucket_width interval, ts timestamptz, "offset" interval) returns timestamptz
  language sql immutable strict parallel safe
  as $$ select @extschema@.time_bucket(bucket_width, (ts at time zone 'UTC') - "offset") at time zone 'UTC' + "offset" $$;

create function @extschema@.time_bucket(bucket_width interval, ts date, "offset" interval) returns date
  language sql immutable strict parallel safe
  as $$ select (@extschema@.time_bucket(bucket_width, ts::timestamp - "offset") + "offset")::date $$;

create function @extschema@.time_bucket(
  bucket_width interval,
  ts timestamptz,
  timezone text,
  origin timestamptz default null,
  "offset" interval default null
) returns timestamptz
  language sql immutable parallel safe
  as $$
  select (
    @extschema@.time_bucket(
      bucket_width,
      (ts at time zone timezone) - coalesce("offset", '0'),
      coalesce(origin at time zone timezone, '2000-01-03'::timestamp)
    ) + coalesce("offset", '0')
  ) at time zone timezone
$$;

create function @extschema@.time_bucket(bucket_width smallint, ts smallint) returns smallint
  language sql immutable strict parallel safe
  as $$ select (pg_catalog.floor(ts::numeric / bucket_width) * bucket_width)::smallint $$;

create function @extschema@.time_bucket(bucket_width integer, ts integer) returns integer
  language sql immutable strict parallel safe
  as $$ select (pg_catalog.floor(ts::numeric / bucket_width) * bucket_width)::integer $$;

create function @extschema@.time_bucket(bucket_width bigint, ts bigint) returns bigint
  language sql immutable strict parallel safe
  as $$ select (pg_catalog.floor(ts::numeric / bucket_width) * bucket_width)::bigint $$;

create function @extschema@.time_bucket_gapfill(
  bucket_width interval,
  ts timestamptz,
  start timestamptz default null,
  finish timestamptz default null
) returns timestamptz
  language sql parallel safe
  as $$ select @extschema@.time_bucket(bucket_width, ts) $$;

create function @extschema@.time_bucket_gapfill(
  bucket_width interval,
  ts timestamp,
  start timestamp default null,
  finish timestamp default null
) returns timestamp
  language sql parallel safe
  as $$ select @extschema@.time_bucket(bucket_width, ts) $$;

create function @extschema@.locf(
  value anyelement,
  prev anyelement default null,
  treat_null_as_missing boolean default false
) returns anyelement
  language sql parallel safe
  as $$ select value $$;

-- The first and the last value by another one. The state keeps the pair as text; nulls are passed over, as there.

create function _timescaledb_functions.keep_pair(state jsonb, value anyelement, at anycompatible, direction integer)
  returns jsonb
  language plpgsql immutable
  as $$
declare
  kept at%type := state ->> 'at';
begin
  if at is null or (kept is not null and not case when direction < 0 then at < kept else at > kept end) then
    return state;
  end if;
  return pg_catalog.jsonb_build_object('at', at::text, 'value', value::text);
end
$$;

create function _timescaledb_functions.first_sfunc(state jsonb, value anyelement, at anycompatible) returns jsonb
  language sql immutable parallel safe
  as $$ select _timescaledb_functions.keep_pair(state, value, at, -1) $$;

create function _timescaledb_functions.last_sfunc(state jsonb, value anyelement, at anycompatible) returns jsonb
  language sql immutable parallel safe
  as $$ select _timescaledb_functions.keep_pair(state, value, at, 1) $$;

create function _timescaledb_functions.bookend_finalfunc(state jsonb, value anyelement, at anycompatible)
  returns anyelement
  language plpgsql immutable parallel safe
  as $$
begin
  value := state ->> 'value';
  return value;
end
$$;

create aggregate @extschema@.first(anyelement, anycompatible) (
  sfunc = _timescaledb_functions.first_sfunc,
  stype = jsonb,
  finalfunc = _timescaledb_functions.bookend_finalfunc,
  finalfunc_extra
);

create aggregate @extschema@.last(anyelement, anycompatible) (
  sfunc = _timescaledb_functions.last_sfunc,
  stype = jsonb,
  finalfunc = _timescaledb_functions.bookend_finalfunc,
  finalfunc_extra
);

create function @extschema@.time_bucket(bucket_width smallint, ts smallint, "offset" smallint) returns smallint
  language sql immutable strict parallel safe
  as $$ select (@extschema@.time_bucket(bucket_width, (ts - "offset")::smallint) + "offset")::smallint $$;

create function @extschema@.time_bucket(bucket_width integer, ts integer, "offset" integer) returns integer
  language sql immutable strict parallel safe
  as $$ select @extschema@.time_bucket(bucket_width, ts - "offset") + "offset" $$;

create function @extschema@.time_bucket(bucket_width bigint, ts bigint, "offset" bigint) returns bigint
  language sql immutable strict parallel safe
  as $$ select @extschema@.time_bucket(bucket_width, ts - "offset") + "offset" $$;

create function @extschema@.time_bucket_gapfill(
  bucket_width interval,
  ts timestamptz,
  timezone text,
  start timestamptz default null,
  finish timestamptz default null
) returns timestamptz
  language sql parallel safe
  as $$ select @extschema@.time_bucket(bucket_width, ts, timezone) $$;

-- What gapfill adds is not added; the same functions under the names and types of the others.
do $$
declare
  f record;
begin
  for f in
    select pg_catalog.format(
             '@extschema@.time_bucket_gapfill(bucket_width %s, ts %s, start %2$s default null, finish %2$s default null)',
             width, type) as signature,
           type as result,
           'select @extschema@.time_bucket(bucket_width, ts)' as body
      from (values
        ('smallint', 'smallint'), ('integer', 'integer'), ('bigint', 'bigint'), ('interval', 'date')
      ) as v (width, type)
    union all
    select pg_catalog.format('timescaledb_experimental.time_bucket_ng(bucket_width interval, ts %s)', type),
           type,
           'select @extschema@.time_bucket(bucket_width, ts)'
      from (values ('date'), ('timestamp'), ('timestamptz')) as v (type)
    union all
    select pg_catalog.format('timescaledb_experimental.time_bucket_ng(bucket_width interval, ts %s, origin %1$s)', type),
           type,
           'select @extschema@.time_bucket(bucket_width, ts, origin)'
      from (values ('date'), ('timestamp'), ('timestamptz')) as v (type)
    union all
    select pg_catalog.format(
             'timescaledb_experimental.time_bucket_ng(bucket_width interval, ts timestamptz, %stimezone text)', origin),
           'timestamptz',
           pg_catalog.format('select @extschema@.time_bucket(bucket_width, ts, timezone%s)', given)
      from (values ('', ''), ('origin timestamptz, ', ', origin')) as v (origin, given)
  loop
    execute pg_catalog.format(
      'create function %s returns %s language sql immutable parallel safe as %L', f.signature, f.result, f.body);
  end loop;
end
$$;

-- The numbers of values under, in each of the equal parts of, and above a range.
create function _timescaledb_functions.hist_sfunc(
  state integer[],
  value double precision,
  low double precision,
  high double precision,
  parts integer
) returns integer[]
  language plpgsql immutable parallel safe
  as $$
declare
  part integer := pg_catalog.width_bucket(value, low, high, parts) + 1;
begin
  state := coalesce(state, pg_catalog.array_fill(0, array[parts + 2]));
  if part is not null then
    state[part] := state[part] + 1;
  end if;
  return state;
end
$$;

create aggregate @extschema@.histogram(double precision, double precision, double precision, integer) (
  sfunc = _timescaledb_functions.hist_sfunc,
  stype = integer[]
);

-- What asks about chunks and their places finds none; what changes them has nothing to do.
do $$
declare
  f record;
  sizes text := 'table_bytes bigint, index_bytes bigint, toast_bytes bigint, total_bytes bigint';
  shrunk text := 'before_compression_table_bytes bigint, before_compression_index_bytes bigint,'
    ' before_compression_toast_bytes bigint, before_compression_total_bytes bigint, after_compression_table_bytes bigint,'
    ' after_compression_index_bytes bigint, after_compression_toast_bytes bigint, after_compression_total_bytes bigint,'
    ' node_name name';
begin
  for f in
    select *
      from (values
        ('attach_tablespace(tablespace name, hypertable regclass, if_not_attached boolean default false)', 'void'),
        ('detach_tablespace(tablespace name, hypertable regclass default null, if_attached boolean default false)', 'integer'),
        ('detach_tablespaces(hypertable regclass)', 'integer'),
        ('show_tablespaces(hypertable regclass)', 'setof name'),
        ('chunk_compression_stats(hypertable regclass)', 'table (chunk_schema name, chunk_name name, compression_status text, ' || shrunk || ')'),
        ('hypertable_compression_stats(hypertable regclass)', 'table (total_chunks bigint, number_compressed_chunks bigint, ' || shrunk || ')'),
        ('chunks_detailed_size(hypertable regclass)', 'table (chunk_schema name, chunk_name name, ' || sizes || ', node_name name)'),
        ('hypertable_detailed_size(hypertable regclass)', 'table (' || sizes || ', node_name name)'),
        ('hypertable_approximate_detailed_size(relation regclass)', 'table (' || sizes || ')'),
        ('disable_chunk_skipping(hypertable regclass, column_name name, if_not_exists boolean default false)', 'table (hypertable_id integer, column_name name, disabled boolean)'),
        ('enable_chunk_skipping(hypertable regclass, column_name name, if_not_exists boolean default false)', 'table (column_stats_id integer, enabled boolean)'),
        ('hypertable_approximate_size(hypertable regclass)', 'bigint'),
        ('hypertable_index_size(index_name regclass)', 'bigint'),
        ('get_telemetry_report()', 'jsonb'),
        ('interpolate(value smallint, prev record default null, next record default null)', 'smallint'),
        ('interpolate(value integer, prev record default null, next record default null)', 'integer'),
        ('interpolate(value bigint, prev record default null, next record default null)', 'int8'),
        ('interpolate(value real, prev record default null, next record default null)', 'real'),
        ('interpolate(value double precision, prev record default null, next record default null)', 'double precision'),
        ('move_chunk(chunk regclass, destination_tablespace name, index_destination_tablespace name default null, reorder_index regclass default null, verbose boolean default false)', 'void'),
        ('reorder_chunk(chunk regclass, index regclass default null, verbose boolean default false)', 'void'),
        ('set_adaptive_chunking(hypertable regclass, chunk_target_size text, inout chunk_sizing_func regproc default ''_timescaledb_functions.calculate_chunk_interval''::regproc, out chunk_target_size bigint)', 'record'),
        ('set_integer_now_func(hypertable regclass, integer_now_func regproc, replace_if_exists boolean default false)', 'void'),
        ('set_partitioning_interval(hypertable regclass, partition_interval anyelement, dimension_name name default null)', 'void'),
        ('timescaledb_pre_restore()', 'boolean'),
        ('timescaledb_post_restore()', 'boolean'),
        ('timescaledb_experimental.remove_all_policies(relation regclass, if_exists boolean default false)', 'boolean'),
        ('timescaledb_experimental.remove_policies(relation regclass, if_exists boolean default false, variadic policy_names text[] default null)', 'boolean'),
        ('timescaledb_experimental.show_policies(relation regclass)', 'setof jsonb')
      ) as v (signature, result)
  loop
    execute pg_catalog.format(
      'create function %s%s returns %s language %s as %L',
      case when f.signature ~ '^timescaledb_experimental\.' then '' else '@extschema@.' end,
      f.signature,
      f.result,
      case when f.result = 'record' then 'internal' else 'plpgsql' end,
      case
        when f.result = 'record' then 'pg_last_wal_receive_lsn'
        when f.result = 'boolean' then 'begin return true; end'
        when f.result = 'bigint' then 'begin return pg_catalog.pg_relation_size($1); end'
        when f.result = 'void' or f.result ~ '^(table|setof)' then 'begin end'
        when f.signature ~ '^interpolate' then 'begin return value; end'
        else 'begin return null; end'
      end);
  end loop;
end
$$;

create procedure @extschema@.recompress_chunk(chunk regclass, if_not_compressed boolean default true)
  language plpgsql
  as $$ begin end $$;

create procedure @extschema@.cagg_migrate(cagg regclass, override boolean default false, drop_old boolean default false)
  language plpgsql
  as $$ begin end $$;
