-- comment: Extension to manage partitioned tables by time or ID (stand-in: of the partitions it makes the default one only)
-- version: 5.1.0
-- relocatable: false
-- source: pgpartman/pg_partman, sql/types/types.sql, sql/tables/tables.sql, sql/functions/*.sql and sql/procedures/*.sql at v5.1.0

create type @extschema@.check_default_table as (default_table text, count bigint);

create function @extschema@.check_automatic_maintenance_value(p_automatic_maintenance text) returns boolean
  language plpgsql immutable
  as $$ begin return p_automatic_maintenance in ('on', 'off'); end $$;

create function @extschema@.check_epoch_type(p_type text) returns boolean
  language plpgsql immutable security definer
  as $$ begin return p_type in ('none', 'seconds', 'milliseconds', 'nanoseconds'); end $$;

create function @extschema@.check_partition_type(p_type text) returns boolean
  language plpgsql immutable security definer
  as $$ begin return p_type in ('range', 'list'); end $$;

create table @extschema@.part_config (
  parent_table text not null,
  control text not null,
  partition_interval text not null,
  partition_type text not null,
  premake integer not null default 4,
  automatic_maintenance text not null default 'on',
  template_table text,
  retention text,
  retention_schema text,
  retention_keep_index boolean not null default true,
  retention_keep_table boolean not null default true,
  epoch text not null default 'none',
  constraint_cols text[],
  optimize_constraint integer not null default 30,
  infinite_time_partitions boolean not null default false,
  datetime_string text,
  jobmon boolean not null default true,
  sub_partition_set_full boolean not null default false,
  undo_in_progress boolean not null default false,
  inherit_privileges boolean default false,
  constraint_valid boolean default true not null,
  ignore_default_data boolean not null default true,
  default_table boolean default true,
  date_trunc_interval text,
  maintenance_order integer,
  retention_keep_publication boolean not null default false,
  maintenance_last_run timestamptz,
  constraint part_config_parent_table_pkey primary key (parent_table),
  constraint positive_premake_check check (premake > 0),
  constraint control_constraint_col_chk check ((constraint_cols @> array[control]) <> true),
  constraint retention_schema_not_empty_chk check (retention_schema <> ''),
  constraint part_config_automatic_maintenance_check
    check (@extschema@.check_automatic_maintenance_value(automatic_maintenance)),
  constraint part_config_epoch_check check (@extschema@.check_epoch_type(epoch)),
  constraint part_config_type_check check (@extschema@.check_partition_type(partition_type))
);
create index part_config_type_idx on @extschema@.part_config (partition_type);

create table @extschema@.part_config_sub (
  sub_parent text,
  sub_control text not null,
  sub_partition_interval text not null,
  sub_partition_type text not null,
  sub_premake integer not null default 4,
  sub_automatic_maintenance text not null default 'on',
  sub_template_table text,
  sub_retention text,
  sub_retention_schema text,
  sub_retention_keep_index boolean not null default true,
  sub_retention_keep_table boolean not null default true,
  sub_epoch text not null default 'none',
  sub_constraint_cols text[],
  sub_optimize_constraint integer not null default 30,
  sub_infinite_time_partitions boolean not null default false,
  sub_jobmon boolean not null default true,
  sub_inherit_privileges boolean default false,
  sub_constraint_valid boolean default true not null,
  sub_ignore_default_data boolean not null default true,
  sub_default_table boolean default true,
  sub_date_trunc_interval text,
  sub_maintenance_order integer,
  sub_retention_keep_publication boolean not null default false,
  constraint part_config_sub_pkey primary key (sub_parent),
  constraint part_config_sub_sub_parent_fkey foreign key (sub_parent)
    references @extschema@.part_config (parent_table) on delete cascade on update cascade
    deferrable initially deferred,
  constraint positive_premake_check check (sub_premake > 0),
  constraint control_constraint_col_chk check ((sub_constraint_cols @> array[sub_control]) <> true),
  constraint retention_schema_not_empty_chk check (sub_retention_schema <> ''),
  constraint part_config_sub_automatic_maintenance_check
    check (@extschema@.check_automatic_maintenance_value(sub_automatic_maintenance)),
  constraint part_config_sub_epoch_check check (@extschema@.check_epoch_type(sub_epoch)),
  constraint part_config_sub_type_check check (@extschema@.check_partition_type(sub_partition_type))
);

select pg_catalog.pg_extension_config_dump('@extschema@.part_config'::regclass, '');
select pg_catalog.pg_extension_config_dump('@extschema@.part_config_sub'::regclass, '');

create view @extschema@.table_privs as
select g.grantor::name as grantor,
       g.grantee::name as grantee,
       g.table_schema::name as table_schema,
       g.table_name::name as table_name,
       g.privilege_type::text as privilege_type
  from information_schema.table_privileges as g;

-- The dated partitions of the real one depend on the day: they are left out, and the default partition stays.
create function @extschema@.create_parent(
  p_parent_table text,
  p_control text,
  p_interval text,
  p_type text default 'range',
  p_epoch text default 'none',
  p_premake integer default 4,
  p_start_partition text default null,
  p_default_table boolean default true,
  p_automatic_maintenance text default 'on',
  p_constraint_cols text[] default null,
  p_template_table text default null,
  p_jobmon boolean default true,
  p_date_trunc_interval text default null
) returns boolean
  language plpgsql
 
  as $$
declare
  parent regclass := p_parent_table::regclass;
  default_name text := p_parent_table || '_default';
begin
  if not exists (select from pg_catalog.pg_partitioned_table as t where t.partrelid = parent) then
    raise exception 'Given table (%) is not partitioned', p_parent_table;
  end if;
  insert into @extschema@.part_config (
    parent_table, control, partition_interval, partition_type, premake, automatic_maintenance, template_table, epoch,
    constraint_cols, jobmon, default_table, date_trunc_interval
  )
  values (
    p_parent_table, p_control, p_interval, p_type, p_premake, p_automatic_maintenance, p_template_table, p_epoch,
    p_constraint_cols, p_jobmon, p_default_table, p_date_trunc_interval
  );
  if p_default_table then
    execute pg_catalog.format(
      'create table %I.%I partition of %s default',
      pg_catalog.split_part(default_name, '.', 1), pg_catalog.split_part(default_name, '.', 2), parent);
  end if;
  return true;
end
$$;

create function @extschema@.create_sub_parent(
  p_top_parent text,
  p_control text,
  p_interval text,
  p_type text default 'range',
  p_default_table boolean default true,
  p_declarative_check text default null,
  p_constraint_cols text[] default null,
  p_premake integer default 4,
  p_start_partition text default null,
  p_epoch text default 'none',
  p_jobmon boolean default true,
  p_date_trunc_interval text default null
) returns boolean
  language plpgsql
  as $$ begin return true; end $$;

create function @extschema@.show_partitions(
  p_parent_table text,
  p_order text default 'ASC',
  p_include_default boolean default false
) returns table (partition_schemaname text, partition_tablename text)
  language plpgsql stable
  as $$
begin
  return query
    select n.nspname::text, c.relname::text
      from pg_catalog.pg_inherits as i
      join pg_catalog.pg_class as c on c.oid = i.inhrelid
      join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
     where i.inhparent = p_parent_table::regclass
       and (p_include_default or pg_catalog.pg_get_expr(c.relpartbound, c.oid) <> 'DEFAULT')
     order by 2;
end
$$;

create function @extschema@.apply_cluster(
  p_parent_schema text,
  p_parent_tablename text,
  p_child_schema text,
  p_child_tablename text
) returns void
  language plpgsql
  as $$ begin end $$;

create function @extschema@.apply_constraints(
  p_parent_table text,
  p_child_table text default null,
  p_analyze boolean default false,
  p_job_id bigint default null
) returns void
  language plpgsql
  as $$ begin end $$;

create function @extschema@.apply_privileges(
  p_parent_schema text,
  p_parent_tablename text,
  p_child_schema text,
  p_child_tablename text,
  p_job_id bigint default null
) returns void
  language plpgsql
  as $$ begin end $$;

create function @extschema@.autovacuum_off(
  p_parent_schema text,
  p_parent_tablename text,
  p_source_schema text default null,
  p_source_tablename text default null
) returns boolean
  language plpgsql
  as $$ begin return true; end $$;

create function @extschema@.autovacuum_reset(
  p_parent_schema text,
  p_parent_tablename text,
  p_source_schema text default null,
  p_source_tablename text default null
) returns boolean
  language plpgsql
  as $$ begin return true; end $$;

create function @extschema@.calculate_time_partition_info(
  p_time_interval interval,
  p_start_time timestamptz,
  p_date_trunc_interval text default null,
  out base_timestamp timestamptz,
  out datetime_string text
) returns record
  language plpgsql stable
  as $$ begin end $$;

create function @extschema@.check_control_type(
  p_parent_schema text,
  p_parent_tablename text,
  p_control text
) returns table (general_type text, exact_type text)
  language plpgsql stable
  as $$ begin end $$;

create function @extschema@.check_default(
  p_exact_count boolean default true
) returns setof @extschema@.check_default_table
  language plpgsql stable
  as $$ begin end $$;

create function @extschema@.check_name_length(
  p_object_name text,
  p_suffix text default null,
  p_table_partition boolean default false
) returns text
  language plpgsql immutable security definer
  as $$ begin return null; end $$;

create function @extschema@.check_subpart_sameconfig(p_parent_table text) returns table (
  sub_control text,
  sub_partition_interval text,
  sub_partition_type text,
  sub_premake integer,
  sub_automatic_maintenance text,
  sub_template_table text,
  sub_retention text,
  sub_retention_schema text,
  sub_retention_keep_index boolean,
  sub_retention_keep_table boolean,
  sub_epoch text,
  sub_constraint_cols text[],
  sub_optimize_constraint integer,
  sub_infinite_time_partitions boolean,
  sub_jobmon boolean,
  sub_inherit_privileges boolean,
  sub_constraint_valid boolean,
  sub_date_trunc_interval text,
  sub_ignore_default_data boolean,
  sub_default_table boolean,
  sub_maintenance_order integer,
  sub_retention_keep_publication boolean
)
  language plpgsql stable
  as $$ begin end $$;

create function @extschema@.check_subpartition_limits(
  p_parent_table text,
  p_type text,
  out sub_min text,
  out sub_max text
) returns record
  language plpgsql
  as $$ begin end $$;

create function @extschema@.create_partition_id(
  p_parent_table text,
  p_partition_ids bigint[],
  p_start_partition text default null
) returns boolean
  language plpgsql
  as $$ begin return true; end $$;

create function @extschema@.create_partition_time(
  p_parent_table text,
  p_partition_times timestamptz[],
  p_start_partition text default null
) returns boolean
  language plpgsql
  as $$ begin return true; end $$;

create function @extschema@.drop_constraints(
  p_parent_table text,
  p_child_table text,
  p_debug boolean default false
) returns void
  language plpgsql
  as $$ begin end $$;

create function @extschema@.drop_partition_id(
  p_parent_table text,
  p_retention bigint default null,
  p_keep_table boolean default null,
  p_keep_index boolean default null,
  p_retention_schema text default null
) returns integer
  language plpgsql
  as $$ begin return 0; end $$;

create function @extschema@.drop_partition_time(
  p_parent_table text,
  p_retention interval default null,
  p_keep_table boolean default null,
  p_keep_index boolean default null,
  p_retention_schema text default null,
  p_reference_timestamp timestamptz default current_timestamp
) returns integer
  language plpgsql
  as $$ begin return 0; end $$;

create function @extschema@.dump_partitioned_table_definition(
  p_parent_table text,
  p_ignore_template_table boolean default false
) returns text
  language plpgsql stable
  as $$ begin return null; end $$;

create function @extschema@.inherit_replica_identity(
  p_parent_schemaname text,
  p_parent_tablename text,
  p_child_tablename text
) returns void
  language plpgsql
  as $$ begin end $$;

create function @extschema@.inherit_template_properties(
  p_parent_table text,
  p_child_schema text,
  p_child_tablename text
) returns boolean
  language plpgsql
  as $$ begin return true; end $$;

create function @extschema@.partition_data_id(
  p_parent_table text,
  p_batch_count integer default 1,
  p_batch_interval bigint default null,
  p_lock_wait numeric default 0,
  p_order text default 'ASC',
  p_analyze boolean default true,
  p_source_table text default null,
  p_ignored_columns text[] default null
) returns bigint
  language plpgsql
  as $$ begin return 0; end $$;

create procedure @extschema@.partition_data_proc(
  IN p_parent_table text,
  IN p_loop_count integer default null,
  IN p_interval text default null,
  IN p_lock_wait integer default 0,
  IN p_lock_wait_tries integer default 10,
  IN p_wait integer default 1,
  IN p_order text default 'ASC',
  IN p_source_table text default null,
  IN p_ignored_columns text[] default null,
  IN p_quiet boolean default false
)
  language plpgsql
  as $$ begin end $$;

create function @extschema@.partition_data_time(
  p_parent_table text,
  p_batch_count integer default 1,
  p_batch_interval interval default null,
  p_lock_wait numeric default 0,
  p_order text default 'ASC',
  p_analyze boolean default true,
  p_source_table text default null,
  p_ignored_columns text[] default null
) returns bigint
  language plpgsql
  as $$ begin return 0; end $$;

create function @extschema@.partition_gap_fill(p_parent_table text) returns integer
  language plpgsql
  as $$ begin return 0; end $$;

create procedure @extschema@.reapply_constraints_proc(
  IN p_parent_table text,
  IN p_drop_constraints boolean default false,
  IN p_apply_constraints boolean default false,
  IN p_wait integer default 0,
  IN p_dryrun boolean default false
)
  language plpgsql
  as $$ begin end $$;

create function @extschema@.reapply_privileges(p_parent_table text) returns void
  language plpgsql
  as $$ begin end $$;

create procedure @extschema@.run_analyze(
  IN p_skip_locked boolean default false,
  IN p_quiet boolean default false,
  IN p_parent_table text default null
)
  language plpgsql
  as $$ begin end $$;

create function @extschema@.run_maintenance(
  p_parent_table text default null,
  p_analyze boolean default false,
  p_jobmon boolean default true
) returns void
  language plpgsql
  as $$ begin end $$;

create procedure @extschema@.run_maintenance_proc(
  IN p_wait integer default 0,
  IN p_analyze boolean default false,
  IN p_jobmon boolean default true
)
  language plpgsql
  as $$ begin end $$;

create function @extschema@.show_partition_info(
  p_child_table text,
  p_partition_interval text default null,
  p_parent_table text default null,
  out child_start_time timestamptz,
  out child_end_time timestamptz,
  out child_start_id bigint,
  out child_end_id bigint,
  out suffix text
) returns record
  language plpgsql stable
  as $$ begin end $$;

create function @extschema@.show_partition_name(
  p_parent_table text,
  p_value text,
  out partition_schema text,
  out partition_table text,
  out suffix_timestamp timestamptz,
  out suffix_id bigint,
  out table_exists boolean
) returns record
  language plpgsql stable
  as $$ begin end $$;

create function @extschema@.stop_sub_partition(p_parent_table text, p_jobmon boolean default true) returns boolean
  language plpgsql
  as $$ begin return true; end $$;

create function @extschema@.undo_partition(
  p_parent_table text,
  p_target_table text,
  p_loop_count integer default 1,
  p_batch_interval text default null,
  p_keep_table boolean default true,
  p_lock_wait numeric default 0,
  p_ignored_columns text[] default null,
  p_drop_cascade boolean default false,
  out partitions_undone integer,
  out rows_undone bigint
) returns record
  language plpgsql
  as $$ begin end $$;

create procedure @extschema@.undo_partition_proc(
  IN p_parent_table text,
  IN p_target_table text default null,
  IN p_loop_count integer default null,
  IN p_interval text default null,
  IN p_keep_table boolean default true,
  IN p_lock_wait integer default 0,
  IN p_lock_wait_tries integer default 10,
  IN p_wait integer default 1,
  IN p_ignored_columns text[] default null,
  IN p_drop_cascade boolean default false,
  IN p_quiet boolean default false
)
  language plpgsql
  as $$ begin end $$;
