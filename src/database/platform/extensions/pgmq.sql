-- comment: A lightweight message queue. Like AWS SQS and RSMQ but on Postgres. (stand-in: queues work, partitioned ones are not partitioned)
-- version: 1.5.1
-- relocatable: false
-- home: pgmq
-- source: pgmq/pgmq, pgmq-extension/sql/pgmq.sql at v1.5.1

-- The real control file fixes the schema, and so refuses any other; here any is accepted and the record put right.
do $$
begin
  if pg_catalog.to_regnamespace('pgmq') is null then
    create schema pgmq;
    alter extension pgmq drop schema pgmq;
    if exists (select from pg_catalog.pg_roles where rolname = 'supabase_admin') then
      alter schema pgmq owner to supabase_admin;
    end if;
  end if;
end
$$;

update pg_catalog.pg_depend
   set refobjid = 'pgmq'::pg_catalog.regnamespace
 where classid = 'pg_catalog.pg_extension'::pg_catalog.regclass
   and objid = (select oid from pg_catalog.pg_extension where extname = 'pgmq')
   and refclassid = 'pg_catalog.pg_namespace'::pg_catalog.regclass;

update pg_catalog.pg_extension
   set extnamespace = 'pgmq'::pg_catalog.regnamespace
 where extname = 'pgmq';

create table pgmq.meta (
  queue_name varchar unique not null,
  is_partitioned boolean not null,
  is_unlogged boolean not null,
  created_at timestamptz default pg_catalog.now() not null
);

grant usage on schema pgmq to pg_monitor;
grant select on all tables in schema pgmq to pg_monitor;
alter default privileges in schema pgmq grant select on tables to pg_monitor;
alter default privileges in schema pgmq grant select on sequences to pg_monitor;

create type pgmq.message_record as (
  msg_id bigint,
  read_ct integer,
  enqueued_at timestamptz,
  vt timestamptz,
  message jsonb,
  headers jsonb
);

create type pgmq.queue_record as (
  queue_name varchar,
  is_partitioned boolean,
  is_unlogged boolean,
  created_at timestamptz
);

create type pgmq.metrics_result as (
  queue_name text,
  queue_length bigint,
  newest_msg_age_sec integer,
  oldest_msg_age_sec integer,
  total_messages bigint,
  scrape_time timestamptz,
  queue_visible_length bigint
);

-- Names

create function pgmq.format_table_name(queue_name text, prefix text) returns text
  language plpgsql
  as $$
begin
  if queue_name ~ '\$|;|--|''' then
    raise exception 'queue name contains invalid characters: $, ;, --, or \''';
  end if;
  return pg_catalog.lower(prefix || '_' || queue_name);
end
$$;

create function pgmq.validate_queue_name(queue_name text) returns void
  language plpgsql
  as $$
begin
  if pg_catalog.length(queue_name) >= 48 then
    raise exception 'queue name is too long, maximum length is 48 characters';
  end if;
end
$$;

create function pgmq._extension_exists(extension_name text) returns boolean
  language sql
  as $$ select exists (select from pg_catalog.pg_extension where extname = extension_name) $$;

create function pgmq._belongs_to_pgmq(table_name text) returns boolean
  language plpgsql
  as $$
begin
  return exists (
    select
      from pg_catalog.pg_depend as d
      join pg_catalog.pg_extension as e on e.oid = d.refobjid and e.extname = 'pgmq'
      join pg_catalog.pg_class as c on c.oid = d.objid
     where d.deptype = 'e' and c.relname = table_name
  );
end
$$;

create function pgmq._get_pg_partman_schema() returns text
  language sql
  as $$ select extnamespace::pg_catalog.regnamespace::text from pg_catalog.pg_extension where extname = 'pg_partman' $$;

create function pgmq._get_pg_partman_major_version() returns integer
  language sql
  as $$
  select pg_catalog.split_part(extversion, '.', 1)::integer from pg_catalog.pg_extension where extname = 'pg_partman'
$$;

create function pgmq._ensure_pg_partman_installed() returns void
  language plpgsql
  as $$
begin
  if not pgmq._extension_exists('pg_partman') then
    raise exception 'pg_partman is required for partitioned queues';
  end if;
end
$$;

create function pgmq._get_partition_col(partition_interval text) returns text
  language plpgsql
  as $$
begin
  return case when partition_interval ~ '^\s*[0-9]+\s*$' then 'msg_id' else 'enqueued_at' end;
end
$$;

-- Queues. A queue is two tables, of the messages and of the archive, that belong to the extension.

create function pgmq.create_non_partitioned(queue_name text) returns void
  language plpgsql
  as $$
#variable_conflict use_variable
declare
  qtable text := pgmq.format_table_name(queue_name, 'q');
  atable text := pgmq.format_table_name(queue_name, 'a');
begin
  perform pgmq.validate_queue_name(queue_name);
  execute pg_catalog.format(
    'create table if not exists pgmq.%I (
       msg_id bigint primary key generated always as identity,
       read_ct integer default 0 not null,
       enqueued_at timestamptz default now() not null,
       vt timestamptz not null,
       message jsonb,
       headers jsonb
     )', qtable);
  execute pg_catalog.format(
    'create table if not exists pgmq.%I (
       msg_id bigint primary key,
       read_ct integer default 0 not null,
       enqueued_at timestamptz default now() not null,
       archived_at timestamptz default now() not null,
       vt timestamptz not null,
       message jsonb,
       headers jsonb
     )', atable);
  if pgmq._extension_exists('pgmq') and not pgmq._belongs_to_pgmq(qtable) then
    execute pg_catalog.format('alter extension pgmq add table pgmq.%I', qtable);
    execute pg_catalog.format('alter extension pgmq add sequence pgmq.%I', qtable || '_msg_id_seq');
  end if;
  if pgmq._extension_exists('pgmq') and not pgmq._belongs_to_pgmq(atable) then
    execute pg_catalog.format('alter extension pgmq add table pgmq.%I', atable);
  end if;
  execute pg_catalog.format('create index if not exists %I on pgmq.%I (vt asc)', qtable || '_vt_idx', qtable);
  execute pg_catalog.format(
    'create index if not exists %I on pgmq.%I (archived_at)', 'archived_at_idx_' || queue_name, atable);
  insert into pgmq.meta (queue_name, is_partitioned, is_unlogged)
  values (queue_name, false, false)
  on conflict do nothing;
end
$$;

create function pgmq.create_unlogged(queue_name text) returns void
  language plpgsql
  as $$
begin
  perform pgmq.create_non_partitioned(queue_name);
  execute pg_catalog.format('alter table pgmq.%I set unlogged', pgmq.format_table_name(queue_name, 'q'));
  update pgmq.meta as m set is_unlogged = true where m.queue_name = create_unlogged.queue_name;
end
$$;

-- The tables have the columns of the real ones, without partitions: generated types see the same.
create function pgmq.create_partitioned(
  queue_name text,
  partition_interval text default '10000',
  retention_interval text default '100000'
) returns void
  language plpgsql
  as $$
begin
  perform pgmq._ensure_pg_partman_installed();
  perform pgmq.create_non_partitioned(queue_name);
  update pgmq.meta as m set is_partitioned = true where m.queue_name = create_partitioned.queue_name;
end
$$;

create function pgmq.create(queue_name text) returns void
  language plpgsql
  as $$ begin perform pgmq.create_non_partitioned(queue_name); end $$;

create function pgmq.convert_archive_partitioned(
  table_name text,
  partition_interval text default '10000',
  retention_interval text default '100000',
  leading_partition integer default 10
) returns void
  language plpgsql
  as $$ begin end $$;

create function pgmq.drop_queue(queue_name text) returns boolean
  language plpgsql
  as $$
declare
  qtable text := pgmq.format_table_name(queue_name, 'q');
  atable text := pgmq.format_table_name(queue_name, 'a');
begin
  if pgmq._belongs_to_pgmq(qtable) then
    execute pg_catalog.format('alter extension pgmq drop table pgmq.%I', qtable);
  end if;
  if pgmq._belongs_to_pgmq(qtable || '_msg_id_seq') then
    execute pg_catalog.format('alter extension pgmq drop sequence pgmq.%I', qtable || '_msg_id_seq');
  end if;
  if pgmq._belongs_to_pgmq(atable) then
    execute pg_catalog.format('alter extension pgmq drop table pgmq.%I', atable);
  end if;
  execute pg_catalog.format('drop table if exists pgmq.%I', qtable);
  execute pg_catalog.format('drop table if exists pgmq.%I', atable);
  delete from pgmq.meta as m where m.queue_name = drop_queue.queue_name;
  return true;
end
$$;

create function pgmq.drop_queue(queue_name text, partitioned boolean) returns boolean
  language plpgsql
  as $$ begin return pgmq.drop_queue(queue_name); end $$;

create function pgmq.detach_archive(queue_name text) returns void
  language plpgsql
  as $$
begin
  if pgmq._extension_exists('pgmq') then
    execute pg_catalog.format('alter extension pgmq drop table pgmq.%I', pgmq.format_table_name(queue_name, 'a'));
  end if;
end
$$;

create function pgmq.list_queues() returns setof pgmq.queue_record
  language plpgsql
  as $$
begin
  return query select m.queue_name, m.is_partitioned, m.is_unlogged, m.created_at from pgmq.meta as m;
end
$$;

create function pgmq.purge_queue(queue_name text) returns bigint
  language plpgsql
  as $$
declare
  qtable text := pgmq.format_table_name(queue_name, 'q');
  purged bigint;
begin
  execute pg_catalog.format('select count(*) from pgmq.%I', qtable) into purged;
  execute pg_catalog.format('truncate table pgmq.%I', qtable);
  return purged;
end
$$;

create function pgmq.metrics(queue_name text) returns pgmq.metrics_result
  language plpgsql
  as $$
declare
  qtable text := pgmq.format_table_name(queue_name, 'q');
  result pgmq.metrics_result;
begin
  execute pg_catalog.format(
    'select %L::text,
            count(*),
            extract(epoch from now() - max(q.enqueued_at))::integer,
            extract(epoch from now() - min(q.enqueued_at))::integer,
            (select case when s.is_called then s.last_value else 0 end from pgmq.%I as s),
            now(),
            count(*) filter (where q.vt <= now())
       from pgmq.%I as q', queue_name, qtable || '_msg_id_seq', qtable) into result;
  return result;
end
$$;

create function pgmq.metrics_all() returns setof pgmq.metrics_result
  language plpgsql
  as $$
declare
  queue varchar;
begin
  for queue in select m.queue_name from pgmq.meta as m loop
    return next pgmq.metrics(queue);
  end loop;
end
$$;

-- Messages

create function pgmq.send(queue_name text, msg jsonb, headers jsonb, delay timestamptz) returns setof bigint
  language plpgsql
  as $$
begin
  return query execute pg_catalog.format(
    'insert into pgmq.%I (vt, message, headers) values ($1, $2, $3) returning msg_id',
    pgmq.format_table_name(queue_name, 'q')) using delay, msg, headers;
end
$$;

create function pgmq.send(queue_name text, msg jsonb) returns setof bigint
  language sql
  as $$ select * from pgmq.send(queue_name, msg, null, pg_catalog.clock_timestamp()) $$;

create function pgmq.send(queue_name text, msg jsonb, headers jsonb) returns setof bigint
  language sql
  as $$ select * from pgmq.send(queue_name, msg, headers, pg_catalog.clock_timestamp()) $$;

create function pgmq.send(queue_name text, msg jsonb, delay integer) returns setof bigint
  language sql
  as $$
  select * from pgmq.send(
    queue_name, msg, null, pg_catalog.clock_timestamp() + pg_catalog.make_interval(secs => delay))
$$;

create function pgmq.send(queue_name text, msg jsonb, delay timestamptz) returns setof bigint
  language sql
  as $$ select * from pgmq.send(queue_name, msg, null, delay) $$;

create function pgmq.send(queue_name text, msg jsonb, headers jsonb, delay integer) returns setof bigint
  language sql
  as $$
  select * from pgmq.send(
    queue_name, msg, headers, pg_catalog.clock_timestamp() + pg_catalog.make_interval(secs => delay))
$$;

create function pgmq.send_batch(queue_name text, msgs jsonb[], headers jsonb[], delay timestamptz)
  returns setof bigint
  language plpgsql
  as $$
begin
  return query execute pg_catalog.format(
    'insert into pgmq.%I (vt, message, headers)
     select $1, m.message, m.headers from unnest($2, $3) as m (message, headers)
     returning msg_id',
    pgmq.format_table_name(queue_name, 'q')) using delay, msgs, coalesce(headers, '{}'::jsonb[]);
end
$$;

create function pgmq.send_batch(queue_name text, msgs jsonb[]) returns setof bigint
  language sql
  as $$ select * from pgmq.send_batch(queue_name, msgs, null, pg_catalog.clock_timestamp()) $$;

create function pgmq.send_batch(queue_name text, msgs jsonb[], headers jsonb[]) returns setof bigint
  language sql
  as $$ select * from pgmq.send_batch(queue_name, msgs, headers, pg_catalog.clock_timestamp()) $$;

create function pgmq.send_batch(queue_name text, msgs jsonb[], delay integer) returns setof bigint
  language sql
  as $$
  select * from pgmq.send_batch(
    queue_name, msgs, null, pg_catalog.clock_timestamp() + pg_catalog.make_interval(secs => delay))
$$;

create function pgmq.send_batch(queue_name text, msgs jsonb[], delay timestamptz) returns setof bigint
  language sql
  as $$ select * from pgmq.send_batch(queue_name, msgs, null, delay) $$;

create function pgmq.send_batch(queue_name text, msgs jsonb[], headers jsonb[], delay integer) returns setof bigint
  language sql
  as $$
  select * from pgmq.send_batch(
    queue_name, msgs, headers, pg_catalog.clock_timestamp() + pg_catalog.make_interval(secs => delay))
$$;

create function pgmq.read(queue_name text, vt integer, qty integer, conditional jsonb default '{}'::jsonb)
  returns setof pgmq.message_record
  language plpgsql
  as $$
begin
  return query execute pg_catalog.format(
    'update pgmq.%1$I as m
        set vt = clock_timestamp() + make_interval(secs => $1), read_ct = m.read_ct + 1
       from (
         select q.msg_id from pgmq.%1$I as q
          where q.vt <= clock_timestamp() and ($3 = ''{}''::jsonb or q.message @> $3)
          order by q.msg_id limit $2 for update skip locked
       ) as next
      where m.msg_id = next.msg_id
  returning m.msg_id, m.read_ct, m.enqueued_at, m.vt, m.message, m.headers',
    pgmq.format_table_name(queue_name, 'q')) using vt, qty, conditional;
end
$$;

-- It reads once: during a replay nobody would send while it waits.
create function pgmq.read_with_poll(
  queue_name text,
  vt integer,
  qty integer,
  max_poll_seconds integer default 5,
  poll_interval_ms integer default 100,
  conditional jsonb default '{}'::jsonb
) returns setof pgmq.message_record
  language plpgsql
  as $$ begin return query select * from pgmq.read(queue_name, vt, qty, conditional); end $$;

create function pgmq.pop(queue_name text) returns setof pgmq.message_record
  language plpgsql
  as $$
begin
  return query execute pg_catalog.format(
    'delete from pgmq.%1$I as m
      where m.msg_id = (
        select q.msg_id from pgmq.%1$I as q
         where q.vt <= clock_timestamp()
         order by q.msg_id limit 1 for update skip locked
      )
  returning m.msg_id, m.read_ct, m.enqueued_at, m.vt, m.message, m.headers',
    pgmq.format_table_name(queue_name, 'q'));
end
$$;

create function pgmq.set_vt(queue_name text, msg_id bigint, vt integer) returns setof pgmq.message_record
  language plpgsql
  as $$
begin
  return query execute pg_catalog.format(
    'update pgmq.%I as m set vt = clock_timestamp() + make_interval(secs => $2)
      where m.msg_id = $1
  returning m.msg_id, m.read_ct, m.enqueued_at, m.vt, m.message, m.headers',
    pgmq.format_table_name(queue_name, 'q')) using msg_id, vt;
end
$$;

create function pgmq.delete(queue_name text, msg_ids bigint[]) returns setof bigint
  language plpgsql
  as $$
begin
  return query execute pg_catalog.format(
    'delete from pgmq.%I where msg_id = any ($1) returning msg_id',
    pgmq.format_table_name(queue_name, 'q')) using msg_ids;
end
$$;

create function pgmq.delete(queue_name text, msg_id bigint) returns boolean
  language plpgsql
  as $$ begin return exists (select from pgmq.delete(queue_name, array[msg_id])); end $$;

create function pgmq.archive(queue_name text, msg_ids bigint[]) returns setof bigint
  language plpgsql
  as $$
begin
  return query execute pg_catalog.format(
    'with gone as (
       delete from pgmq.%I where msg_id = any ($1)
       returning msg_id, vt, read_ct, enqueued_at, message, headers
     )
     insert into pgmq.%I (msg_id, vt, read_ct, enqueued_at, message, headers)
     select msg_id, vt, read_ct, enqueued_at, message, headers from gone
     returning msg_id',
    pgmq.format_table_name(queue_name, 'q'), pgmq.format_table_name(queue_name, 'a')) using msg_ids;
end
$$;

create function pgmq.archive(queue_name text, msg_id bigint) returns boolean
  language plpgsql
  as $$ begin return exists (select from pgmq.archive(queue_name, array[msg_id])); end $$;
