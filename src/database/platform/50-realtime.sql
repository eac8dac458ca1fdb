-- Realtime: broadcast messages, subscriptions to changes, and the functions that policies and triggers call.
-- The two that read the replication stream (apply_rls, list_changes) find nothing: no stream is read here.

set role supabase_realtime_admin;

create type realtime.action as enum ('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'ERROR');

create type realtime.equality_op as enum (
  'eq', 'neq', 'lt', 'lte', 'gt', 'gte', 'in', 'like', 'ilike', 'is', 'match', 'imatch', 'isdistinct'
);

create type realtime.user_defined_filter as (
  column_name text,
  op realtime.equality_op,
  value text,
  negate boolean
);

create type realtime.wal_column as (
  name text,
  type_name text,
  type_oid oid,
  value jsonb,
  is_pkey boolean,
  is_selectable boolean
);

create type realtime.wal_rls as (
  wal jsonb,
  is_rls_enabled boolean,
  subscription_ids uuid[],
  errors text[]
);

create function realtime.to_regrole(role_name text) returns regrole
  language sql immutable
  as $$ select role_name::regrole $$;

-- The service adds a partition a day while it runs; a new database has none.
create table realtime.messages (
  topic text not null,
  extension text not null,
  payload jsonb,
  event text,
  private boolean default false,
  updated_at timestamp not null default now(),
  inserted_at timestamp not null default now(),
  id uuid not null default gen_random_uuid(),
  binary_payload bytea,
  constraint messages_pkey primary key (id, inserted_at)
) partition by range (inserted_at);
alter table realtime.messages add constraint messages_payload_exclusive
  check (payload is null or binary_payload is null) not valid;
alter table realtime.messages enable row level security;
create index messages_inserted_at_topic_index on only realtime.messages (inserted_at desc, topic)
  where extension = 'broadcast' and private is true;

create table realtime.subscription (
  id bigint not null generated always as identity,
  subscription_id uuid not null,
  entity regclass not null,
  filters realtime.user_defined_filter[] not null default '{}',
  claims jsonb not null,
  claims_role regrole not null generated always as (realtime.to_regrole(claims ->> 'role')) stored,
  created_at timestamp not null default timezone('utc', now()),
  action_filter text default '*',
  selected_columns text[],
  constraint pk_subscription primary key (id),
  constraint subscription_action_filter_check check (action_filter in ('*', 'INSERT', 'UPDATE', 'DELETE'))
);
create index ix_realtime_subscription_entity on realtime.subscription (entity);
-- The service asks for a longer name, which PostgreSQL cuts at 63 bytes.
create unique index subscription_subscription_id_entity_filters_action_filter_selec
  on realtime.subscription (subscription_id, entity, filters, action_filter, coalesce(selected_columns, '{}'));

create table realtime.schema_migrations (
  version bigint not null,
  inserted_at timestamp(0),
  constraint schema_migrations_pkey primary key (version)
);

create function realtime.topic() returns text
  language sql stable
  as $$ select nullif(current_setting('realtime.topic', true), '') $$;

create function realtime.send(payload jsonb, event text, topic text, private boolean default true) returns void
  language plpgsql
  as $$
declare
  message_id uuid := gen_random_uuid();
begin
  perform set_config('realtime.topic', topic, true);
  insert into realtime.messages (id, payload, event, topic, private, extension)
    values (message_id, jsonb_build_object('id', message_id) || payload, event, topic, private, 'broadcast');
exception when others then
  raise warning 'realtime.send stored no message: %', sqlerrm;
end
$$;

create function realtime.send_binary(payload bytea, event text, topic text, private boolean default true) returns void
  language plpgsql
  as $$
begin
  perform set_config('realtime.topic', topic, true);
  insert into realtime.messages (binary_payload, event, topic, private, extension)
    values (payload, event, topic, private, 'broadcast');
exception when others then
  raise warning 'realtime.send_binary stored no message: %', sqlerrm;
end
$$;

create function realtime.broadcast_changes(
  topic_name text,
  event_name text,
  operation text,
  table_name text,
  table_schema text,
  new record,
  old record,
  level text default 'ROW'
) returns void
  language plpgsql
  as $$
begin
  if level = 'STATEMENT' then
    raise exception 'realtime.broadcast_changes works in triggers for each row only';
  end if;
  if operation not in ('INSERT', 'UPDATE', 'DELETE') then
    raise exception 'realtime.broadcast_changes does not know the operation %', operation;
  end if;
  perform realtime.send(
    jsonb_build_object(
      'schema', table_schema, 'table', table_name, 'operation', operation, 'record', new, 'old_record', old
    ),
    event_name,
    topic_name
  );
end
$$;

create function realtime."cast"(val text, type_ regtype) returns jsonb
  language plpgsql immutable
  as $$
declare
  result jsonb;
begin
  if type_ = 'bytea'::regtype then
    return to_jsonb(val);
  end if;
  execute format('select to_jsonb(%L::%s)', val, type_) into result;
  return result;
end
$$;

create function realtime.check_equality_op(
  op realtime.equality_op,
  type_ regtype,
  val_1 text,
  val_2 text,
  negate boolean
) returns boolean
  language plpgsql stable
  as $$
declare
  comparison text := case op
    when 'in' then '%1$L::%3$s = any (%2$L::%3$s[])'
    when 'is' then '%1$L::%3$s is not distinct from nullif(%2$L, ''null'')::%3$s'
    when 'isdistinct' then '%1$L::%3$s is distinct from %2$L::%3$s'
    when 'like' then '%1$L like %2$L'
    when 'ilike' then '%1$L ilike %2$L'
    when 'match' then '%1$L ~ %2$L'
    when 'imatch' then '%1$L ~* %2$L'
    else '%1$L::%3$s '
      || (array['=', '<>', '<', '<=', '>', '>='])[array_position(enum_range(null::realtime.equality_op), op)]
      || ' %2$L::%3$s'
  end;
  result boolean;
begin
  execute 'select ' || format(comparison, val_1, val_2, type_) into result;
  return result <> coalesce(negate, false);
end
$$;

create function realtime.check_equality_op(op realtime.equality_op, type_ regtype, val_1 text, val_2 text)
  returns boolean
  language plpgsql immutable
  as $$
begin
  return realtime.check_equality_op(op, type_, val_1, val_2, false);
end
$$;

create function realtime.is_visible_through_filters(
  columns realtime.wal_column[],
  filters realtime.user_defined_filter[]
) returns boolean
  language sql stable
  as $$
  select coalesce(
    bool_and(
      realtime.check_equality_op(
        f.op, coalesce(c.type_oid, c.type_name::regtype)::regtype, c.value #>> '{}', f.value, f.negate
      )
    ),
    true
  )
  from unnest(filters) f
  join unnest(columns) c on c.name = f.column_name
$$;

create function realtime.build_prepared_statement_sql(
  prepared_statement_name text,
  entity regclass,
  columns realtime.wal_column[]
) returns text
  language sql
  as $$
  select format('prepare %s as select exists (select from %s where ', prepared_statement_name, entity)
    || string_agg(format('%I = %L', c.name, c.value #>> '{}'), ' and ')
    || ')'
  from unnest(columns) c
  where c.is_pkey
$$;

create function realtime.wal2json_escape_identifier(name text) returns text
  language sql immutable strict
  as $$ select regexp_replace(name, '[\s\\,.]', '\\\&', 'g') $$;

create function realtime.quote_wal2json(entity regclass) returns text
  language sql immutable strict
  as $$
  select realtime.wal2json_escape_identifier(relnamespace::regnamespace::text)
    || '.'
    || realtime.wal2json_escape_identifier(relname)
  from pg_class
  where oid = entity
$$;

create function realtime.apply_rls(wal jsonb, max_record_bytes integer default 1024 * 1024)
  returns setof realtime.wal_rls
  language plpgsql
  as $$
begin
  return;
end
$$;

create function realtime.list_changes(
  publication name,
  slot_name name,
  max_changes integer,
  max_record_bytes integer
) returns table (wal jsonb, is_rls_enabled boolean, subscription_ids uuid[], errors text[], slot_changes_count bigint)
  language plpgsql
  as $$
begin
  return;
end
$$;

create function realtime.subscription_check_filters() returns trigger
  language plpgsql
  as $$
begin
  return new;
end
$$;

create trigger tr_check_filters before insert or update on realtime.subscription
  for each row execute function realtime.subscription_check_filters();

reset role;

alter function realtime.list_changes(name, name, integer, integer) set log_min_messages = 'fatal';
alter table realtime.schema_migrations owner to supabase_admin;
