-- Storage, continued: path helpers for policies, the triggers, and the queries behind the API's listings.
-- The listings are plain: they return the objects under a prefix and do not fold them into folders.

set role supabase_storage_admin;

create function storage.foldername(name text) returns text[]
  language sql immutable
  as $$ select parts[:array_length(parts, 1) - 1] from string_to_array(name, '/') parts $$;

create function storage.filename(name text) returns text
  language sql immutable
  as $$ select parts[array_length(parts, 1)] from string_to_array(name, '/') parts $$;

create function storage.extension(name text) returns text
  language sql immutable
  as $$ select split_part(storage.filename(name), '.', -1) $$;

create function storage.operation() returns text
  language sql stable
  as $$ select current_setting('storage.operation', true) $$;

create function storage.allow_any_operation(expected_operations text[]) returns boolean
  language sql stable
  as $$
  select coalesce(
    bool_or(regexp_replace(expected, '^storage\.', '') = regexp_replace(storage.operation(), '^storage\.', '')),
    false
  )
  from unnest(expected_operations) expected
  where expected <> ''
$$;

create function storage.allow_only_operation(expected_operation text) returns boolean
  language sql stable
  as $$ select storage.allow_any_operation(array[expected_operation]) $$;

create function storage.get_common_prefix(p_key text, p_prefix text, p_delimiter text) returns text
  language sql immutable
  as $$
  select left(p_key, length(p_prefix) + position + length(p_delimiter) - 1)
  from strpos(substr(p_key, length(p_prefix) + 1), p_delimiter) position
  where position > 0
$$;

-- Tells whether a policy would let the object in: it inserts it, then undoes that with an error of its own.
create function storage.can_insert_object(bucketid text, name text, owner uuid, metadata jsonb) returns void
  language plpgsql
  as $$
begin
  insert into storage.objects (bucket_id, name, owner, metadata) values (bucketid, name, owner, metadata);
  raise sqlstate 'PT200' using message = 'ROLLBACK', detail = 'the object may be inserted';
end
$$;

create function storage.get_size_by_bucket() returns table (size bigint, bucket_id text)
  language sql stable
  as $$ select sum((o.metadata ->> 'size')::bigint)::bigint, o.bucket_id from storage.objects o group by o.bucket_id $$;

create function storage.search(
  prefix text,
  bucketname text,
  limits integer default 100,
  levels integer default 1,
  offsets integer default 0,
  search text default '',
  sortcolumn text default 'name',
  sortorder text default 'asc'
) returns table (
  name text,
  id uuid,
  updated_at timestamptz,
  created_at timestamptz,
  last_accessed_at timestamptz,
  metadata jsonb
)
  language sql stable
  as $$
  select o.name, o.id, o.updated_at, o.created_at, o.last_accessed_at, o.metadata
  from storage.objects o
  where o.bucket_id = bucketname and starts_with(lower(o.name), lower(prefix || search))
  order by o.name
  limit limits offset offsets
$$;

create function storage.search_v2(
  prefix text,
  bucket_name text,
  limits integer default 100,
  levels integer default 1,
  start_after text default '',
  sort_order text default 'asc',
  sort_column text default 'name',
  sort_column_after text default ''
) returns table (
  key text,
  name text,
  id uuid,
  updated_at timestamptz,
  created_at timestamptz,
  last_accessed_at timestamptz,
  metadata jsonb
)
  language sql stable
  as $$
  select storage.filename(o.name), o.name, o.id, o.updated_at, o.created_at, o.last_accessed_at, o.metadata
  from storage.objects o
  where o.bucket_id = bucket_name and starts_with(o.name, prefix) and o.name > start_after
  order by o.name
  limit limits
$$;

create function storage.search_by_timestamp(
  p_prefix text,
  p_bucket_id text,
  p_limit integer,
  p_level integer,
  p_start_after text,
  p_sort_order text,
  p_sort_column text,
  p_sort_column_after text
) returns table (
  key text,
  name text,
  id uuid,
  updated_at timestamptz,
  created_at timestamptz,
  last_accessed_at timestamptz,
  metadata jsonb
)
  language sql stable
  as $$ select * from storage.search_v2(p_prefix, p_bucket_id, p_limit, p_level, p_start_after) $$;

create function storage.list_objects_with_delimiter(
  _bucket_id text,
  prefix_param text,
  delimiter_param text,
  max_keys integer default 100,
  start_after text default '',
  next_token text default '',
  sort_order text default 'asc'
) returns table (
  name text,
  id uuid,
  metadata jsonb,
  updated_at timestamptz,
  created_at timestamptz,
  last_accessed_at timestamptz
)
  language sql stable
  as $$
  select o.name, o.id, o.metadata, o.updated_at, o.created_at, o.last_accessed_at
  from storage.objects o
  where o.bucket_id = _bucket_id
    and starts_with(o.name, prefix_param)
    and o.name > coalesce(nullif(next_token, ''), start_after)
  order by o.name
  limit max_keys
$$;

create function storage.list_multipart_uploads_with_delimiter(
  bucket_id text,
  prefix_param text,
  delimiter_param text,
  max_keys integer default 100,
  next_key_token text default '',
  next_upload_token text default ''
) returns table (key text, id text, created_at timestamptz)
  language sql
  as $$
  select u.key, u.id, u.created_at
  from storage.s3_multipart_uploads u
  where u.bucket_id = list_multipart_uploads_with_delimiter.bucket_id
    and starts_with(u.key, prefix_param)
    and (u.key, u.id) > (next_key_token, next_upload_token)
  order by u.key, u.id
  limit max_keys
$$;

create function storage.update_updated_at_column() returns trigger
  language plpgsql
  as $$
begin
  new.updated_at := now();
  return new;
end
$$;

create function storage.enforce_bucket_name_length() returns trigger
  language plpgsql
  as $$
begin
  if length(new.name) > 100 then
    raise exception 'The bucket name "%" has % characters; 100 are allowed.', new.name, length(new.name);
  end if;
  return new;
end
$$;

-- The real service refuses too, so a migration that deletes without this setting fails on a new local stack.
create function storage.protect_delete() returns trigger
  language plpgsql
  as $$
begin
  if coalesce(current_setting('storage.allow_delete_query', true), 'false') <> 'true' then
    raise exception 'The tables of storage refuse a direct delete: the files would be left behind. Use the Storage API.'
      using errcode = 'insufficient_privilege';
  end if;
  return null;
end
$$;

create trigger update_objects_updated_at before update on storage.objects
  for each row execute function storage.update_updated_at_column();

create trigger enforce_bucket_name_length_trigger before insert or update of name on storage.buckets
  for each row execute function storage.enforce_bucket_name_length();

create trigger protect_objects_delete before delete on storage.objects
  for each statement execute function storage.protect_delete();

create trigger protect_buckets_delete before delete on storage.buckets
  for each statement execute function storage.protect_delete();

reset role;
