-- comment: Job scheduler for PostgreSQL (stand-in: jobs are recorded, never run)
-- version: 1.6.4
-- relocatable: false
-- home: pg_catalog
-- source: citusdata/pg_cron, pg_cron.sql and its update scripts to 1.6, src/job_metadata.c; grants: supabase/postgres, ansible/files/postgresql_extension_custom_scripts/pg_cron/after-create.sql

-- Supabase puts it into pg_catalog whatever schema is asked for (supautils.extensions_parameter_overrides).
update pg_catalog.pg_extension
   set extnamespace = 'pg_catalog'::pg_catalog.regnamespace
 where extname = 'pg_cron';

delete from pg_catalog.pg_depend
 where classid = 'pg_catalog.pg_extension'::pg_catalog.regclass
   and objid = (select oid from pg_catalog.pg_extension where extname = 'pg_cron')
   and refclassid = 'pg_catalog.pg_namespace'::pg_catalog.regclass;

create schema cron;

create sequence cron.jobid_seq;
create sequence cron.runid_seq;

create table cron.job (
  jobid bigint primary key default pg_catalog.nextval('cron.jobid_seq'),
  schedule text not null,
  command text not null,
  nodename text not null default 'localhost',
  nodeport integer not null default pg_catalog.inet_server_port(),
  database text not null default pg_catalog.current_database(),
  username text not null default current_user,
  active boolean not null default true,
  jobname text,
  constraint jobname_username_uniq unique (jobname, username)
);

create table cron.job_run_details (
  jobid bigint,
  runid bigint primary key default pg_catalog.nextval('cron.runid_seq'),
  job_pid integer,
  database text,
  username text,
  command text,
  status text,
  return_message text,
  start_time timestamptz,
  end_time timestamptz
);

alter table cron.job enable row level security;
alter table cron.job_run_details enable row level security;
create policy cron_job_policy on cron.job using (username operator(pg_catalog.=) current_user);
create policy cron_job_run_details_policy on cron.job_run_details
  using (username operator(pg_catalog.=) current_user);

create function cron.job_cache_invalidate() returns trigger
  language plpgsql
  as $$ begin return null; end $$;

create trigger cron_job_cache_invalidate
  after insert or update or delete or truncate on cron.job
  for each statement execute function cron.job_cache_invalidate();

create function cron.schedule(schedule text, command text) returns bigint
  language plpgsql strict
  as $$
begin
  return cron.schedule_in_database(null, schedule, command, pg_catalog.current_database()::text);
end
$$;

create function cron.schedule(job_name text, schedule text, command text) returns bigint
  language plpgsql
  as $$
begin
  if job_name is null then
    raise exception 'job_name can not be NULL';
  end if;
  return cron.schedule_in_database(job_name, schedule, command, pg_catalog.current_database()::text);
end
$$;

create function cron.schedule_in_database(
  job_name text,
  schedule text,
  command text,
  database text,
  username text default null,
  active boolean default true
) returns bigint
  language plpgsql
  as $$
#variable_conflict use_column
declare
  id bigint;
begin
  if schedule_in_database.schedule is null or schedule_in_database.command is null then
    raise exception 'schedule and command can not be NULL';
  end if;
  -- Five fields, a word such as @daily, or an interval; what the fields hold is not looked at.
  if schedule_in_database.schedule !~* '^\s*(@[a-z]+|[0-9]+\s+seconds?|\S+(\s+\S+){4,})\s*$' then
    raise exception 'invalid schedule: %', schedule_in_database.schedule
      using errcode = 'invalid_parameter_value',
            hint = 'Use cron format (e.g. 5 4 * * *), or interval format ''[1-59] seconds''';
  end if;
  insert into cron.job as j (schedule, command, nodename, nodeport, database, username, active, jobname)
  values (
    schedule_in_database.schedule,
    schedule_in_database.command,
    'localhost',
    pg_catalog.current_setting('port')::integer,
    coalesce(schedule_in_database.database, pg_catalog.current_database()::text),
    coalesce(schedule_in_database.username, current_user::text),
    coalesce(schedule_in_database.active, true),
    schedule_in_database.job_name
  )
  on conflict on constraint jobname_username_uniq do update
    set schedule = excluded.schedule, command = excluded.command, database = excluded.database
  returning j.jobid into id;
  return id;
end
$$;

create function cron.alter_job(
  job_id bigint,
  schedule text default null,
  command text default null,
  database text default null,
  username text default null,
  active boolean default null
) returns void
  language plpgsql
  as $$
#variable_conflict use_column
begin
  update cron.job as j
     set schedule = coalesce(alter_job.schedule, j.schedule),
         command = coalesce(alter_job.command, j.command),
         database = coalesce(alter_job.database, j.database),
         username = coalesce(alter_job.username, j.username),
         active = coalesce(alter_job.active, j.active)
   where j.jobid = alter_job.job_id;
  if not found then
    raise exception 'Job % does not exist or you don''t own it', alter_job.job_id;
  end if;
end
$$;

create function cron.unschedule(job_id bigint) returns boolean
  language plpgsql strict
  as $$
begin
  delete from cron.job where jobid = job_id;
  if not found then
    raise exception 'could not find valid entry for job %', job_id;
  end if;
  return true;
end
$$;

create function cron.unschedule(job_name text) returns boolean
  language plpgsql strict
  as $$
begin
  delete from cron.job where jobname = job_name and username = current_user::text;
  if not found then
    raise exception 'could not find valid entry for job ''%''', job_name;
  end if;
  return true;
end
$$;

grant select on cron.job to public;
grant select, delete on cron.job_run_details to public;
grant select on sequence cron.jobid_seq, cron.runid_seq to public;
revoke all on function cron.alter_job(bigint, text, text, text, text, boolean) from public;
revoke all on function cron.schedule_in_database(text, text, text, text, text, boolean) from public;

select pg_catalog.pg_extension_config_dump('cron.job', '');
select pg_catalog.pg_extension_config_dump('cron.jobid_seq', '');
select pg_catalog.pg_extension_config_dump('cron.job_run_details', '');
select pg_catalog.pg_extension_config_dump('cron.runid_seq', '');

do $$
begin
  if exists (select from pg_catalog.pg_roles where rolname = 'postgres') then
    grant usage on schema cron to postgres with grant option;
    grant all on all functions in schema cron to postgres with grant option;
  end if;
end
$$;
