-- comment: Enables scalable inserts and complex queries for time-series data (stand-in: a hypertable is a plain table)
-- version: 2.16.1
-- relocatable: false
-- source: timescale/timescaledb, sql/ddl_api.sql, time_bucket.sql, policy_api.sql, job_api.sql, size_utils.sql, gapfill.sql, bookend.sql and pre_install/*.sql at 2.16.1

-- What only the server's own code can accept stays refused: `with (timescaledb.continuous)`, `set (timescaledb.compress)`.
-- Where the real function takes "any", the one here takes an interval: SQL cannot take "any".
create schema _timescaledb_internal;
create schema _timescaledb_functions;
create schema timescaledb_information;

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

create view timescaledb_information.hypertables as
select null::name as hypertable_schema,
       null::name as hypertable_name,
       null::name as owner,
       null::smallint as num_dimensions,
       null::bigint as num_chunks,
       null::boolean as compression_enabled,
       null::name[] as tablespaces
 where false;

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

create function @extschema@.drop_chunks(
  relation regclass,
  older_than interval default null,
  newer_than interval default null,
  verbose boolean default false,
  created_before interval default null,
  created_after interval default null
) returns setof text
  language plpgsql
  as $$ begin end $$;

create function @extschema@.show_chunks(
  relation regclass,
  older_than interval default null,
  newer_than interval default null,
  created_before interval default null,
  created_after interval default null
) returns setof regclass
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

create procedure @extschema@.refresh_continuous_aggregate(
  continuous_aggregate regclass,
  window_start timestamptz,
  window_end timestamptz
)
  language plpgsql
  as $$ begin end $$;

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

create function @extschema@.add_retention_policy(
  relation regclass,
  drop_after interval default null,
  if_not_exists boolean default false,
  schedule_interval interval default null,
  initial_start timestamptz default null,
  timezone text default null,
  drop_created_before interval default null
) returns integer
  language sql
  as $$ select pg_catalog.nextval('_timescaledb_internal.job_id_seq')::integer $$;

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

create function @extschema@.add_compression_policy(
  hypertable regclass,
  compress_after interval default null,
  if_not_exists boolean default false,
  schedule_interval interval default null,
  initial_start timestamptz default null,
  timezone text default null,
  compress_created_before interval default null
) returns integer
  language sql
  as $$ select pg_catalog.nextval('_timescaledb_internal.job_id_seq')::integer $$;

create function @extschema@.remove_compression_policy(hypertable regclass, if_exists boolean default false)
  returns boolean
  language sql
  as $$ select true $$;

create function @extschema@.add_continuous_aggregate_policy(
  continuous_aggregate regclass,
  start_offset interval,
  end_offset interval,
  schedule_interval interval,
  if_not_exists boolean default false,
  initial_start timestamptz default null,
  timezone text default null
) returns integer
  language sql
  as $$ select pg_catalog.nextval('_timescaledb_internal.job_id_seq')::integer $$;

create function @extschema@.remove_continuous_aggregate_policy(
  continuous_aggregate regclass,
  if_not_exists boolean default false,
  if_exists boolean default null
) returns void
  language plpgsql
  as $$ begin end $$;

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
