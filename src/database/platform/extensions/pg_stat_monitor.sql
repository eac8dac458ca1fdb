-- comment: The pg_stat_monitor is a PostgreSQL Query Performance Monitoring tool (stand-in: nothing is monitored)
-- version: 2.1
-- relocatable: true
-- source: percona/pg_stat_monitor, pg_stat_monitor--2.0.sql and --2.0--2.1.sql

create function decode_error_level(elevel integer) returns text
  language plpgsql parallel safe
  as $$ begin return null; end $$;

create function get_cmd_type(cmd_type integer) returns text
  language plpgsql parallel safe
  as $$ begin return null; end $$;

create function get_histogram_timings() returns text
  language plpgsql parallel safe
  as $$ begin return null; end $$;

create function histogram(_bucket integer, _quryid bigint) returns setof record
  language plpgsql
  as $$ begin end $$;

create function pg_stat_monitor_internal(
  showtext boolean,
  out bucket bigint,
  out userid oid,
  out username text,
  out dbid oid,
  out datname text,
  out client_ip bigint,
  out queryid bigint,
  out planid bigint,
  out query text,
  out query_plan text,
  out pgsm_query_id bigint,
  out top_queryid bigint,
  out top_query text,
  out application_name text,
  out relations text,
  out cmd_type integer,
  out elevel integer,
  out sqlcode text,
  out message text,
  out bucket_start_time timestamptz,
  out calls bigint,
  out total_exec_time double precision,
  out min_exec_time double precision,
  out max_exec_time double precision,
  out mean_exec_time double precision,
  out stddev_exec_time double precision,
  out rows bigint,
  out plans bigint,
  out total_plan_time double precision,
  out min_plan_time double precision,
  out max_plan_time double precision,
  out mean_plan_time double precision,
  out stddev_plan_time double precision,
  out shared_blks_hit bigint,
  out shared_blks_read bigint,
  out shared_blks_dirtied bigint,
  out shared_blks_written bigint,
  out local_blks_hit bigint,
  out local_blks_read bigint,
  out local_blks_dirtied bigint,
  out local_blks_written bigint,
  out temp_blks_read bigint,
  out temp_blks_written bigint,
  out shared_blk_read_time double precision,
  out shared_blk_write_time double precision,
  out local_blk_read_time double precision,
  out local_blk_write_time double precision,
  out temp_blk_read_time double precision,
  out temp_blk_write_time double precision,
  out resp_calls text,
  out cpu_user_time double precision,
  out cpu_sys_time double precision,
  out wal_records bigint,
  out wal_fpi bigint,
  out wal_bytes numeric,
  out comments text,
  out jit_functions bigint,
  out jit_generation_time double precision,
  out jit_inlining_count bigint,
  out jit_inlining_time double precision,
  out jit_optimization_count bigint,
  out jit_optimization_time double precision,
  out jit_emission_count bigint,
  out jit_emission_time double precision,
  out jit_deform_count bigint,
  out jit_deform_time double precision,
  out stats_since timestamptz,
  out minmax_stats_since timestamptz,
  out toplevel boolean,
  out bucket_done boolean
) returns setof record
  language plpgsql strict parallel safe
  as $$ begin end $$;

create function pg_stat_monitor_reset() returns void
  language plpgsql parallel safe
  as $$ begin end $$;

create function pg_stat_monitor_version() returns text
  language plpgsql parallel safe
  as $$ begin return '2.1.0'; end $$;

create function pgsm_create_11_view() returns integer
  language plpgsql
  as $$ begin return 0; end $$;

create function pgsm_create_13_view() returns integer
  language plpgsql
  as $$ begin return 0; end $$;

create function pgsm_create_14_view() returns integer
  language plpgsql
  as $$ begin return 0; end $$;

create function pgsm_create_15_view() returns integer
  language plpgsql
  as $$ begin return 0; end $$;

create function pgsm_create_17_view() returns integer
  language plpgsql
  as $$ begin return 0; end $$;

create function pgsm_create_view() returns integer
  language plpgsql
  as $$ begin return 0; end $$;

create function range() returns text[]
  language plpgsql
  as $$ begin return '{}'; end $$;

create view pg_stat_monitor as
select bucket, bucket_start_time, userid, username, dbid, datname, '0.0.0.0'::inet + client_ip as client_ip,
       pgsm_query_id, queryid, toplevel, top_queryid, query, comments, planid, query_plan, top_query,
       application_name, pg_catalog.string_to_array(relations, ',') as relations, cmd_type,
       get_cmd_type(cmd_type) as cmd_type_text, elevel, sqlcode, message, calls, total_exec_time, min_exec_time,
       max_exec_time, mean_exec_time, stddev_exec_time, rows, shared_blks_hit, shared_blks_read,
       shared_blks_dirtied, shared_blks_written, local_blks_hit, local_blks_read, local_blks_dirtied,
       local_blks_written, temp_blks_read, temp_blks_written, shared_blk_read_time, shared_blk_write_time,
       local_blk_read_time, local_blk_write_time, temp_blk_read_time, temp_blk_write_time,
       pg_catalog.string_to_array(resp_calls, ',') as resp_calls, cpu_user_time, cpu_sys_time, wal_records,
       wal_fpi, wal_bytes, bucket_done, plans, total_plan_time, min_plan_time, max_plan_time, mean_plan_time,
       stddev_plan_time, jit_functions, jit_generation_time, jit_inlining_count, jit_inlining_time,
       jit_optimization_count, jit_optimization_time, jit_emission_count, jit_emission_time, jit_deform_count,
       jit_deform_time, stats_since, minmax_stats_since
  from pg_stat_monitor_internal(true);

grant select on pg_stat_monitor to public;
