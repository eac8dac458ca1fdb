-- comment: Foreign data wrappers developed by Supabase (stand-in: foreign tables exist, nothing is fetched)
-- version: 0.5.7
-- files-of: postgres_fdw
-- relocatable: true
-- source: supabase/wrappers, wrappers/Cargo.toml (all_fdws), wrappers/sql/bootstrap.sql, supabase-wrappers-macros/src/lib.rs and wrappers/src/fdw/s3vectors_fdw/s3vec.rs at v0.5.7

create table wrappers_fdw_stats (
  fdw_name text not null primary key,
  create_times bigint,
  rows_in bigint,
  rows_out bigint,
  bytes_in bigint,
  bytes_out bigint,
  metadata jsonb,
  created_at timestamptz not null default pg_catalog.timezone('utc'::text, pg_catalog.now()),
  updated_at timestamptz not null default pg_catalog.timezone('utc'::text, pg_catalog.now())
);

-- Each wrapper is three functions. Migrations create the foreign data wrapper themselves and name the first two.
-- A handler cannot be written in SQL, and generated types ask it whether a foreign table can be updated. The one of
-- postgres_fdw answers as these do, that it can, and connects only when a table is read. Any option is valid.
do $$
declare
  fdw text;
  title text;
begin
  foreach fdw in array array[
    'airtable', 'auth0', 'big_query', 'click_house', 'cognito', 'duckdb', 'firebase', 'iceberg', 'logflare', 'mssql',
    'redis', 's3', 's3_vectors', 'stripe', 'wasm'
  ] loop
    title := pg_catalog.replace(pg_catalog.initcap(fdw), '_', '') || 'Fdw';
    execute pg_catalog.format(
      'create function %I() returns fdw_handler language c strict as ''$libdir/postgres_fdw'', ''postgres_fdw_handler''',
      fdw || '_fdw_handler');
    execute pg_catalog.format(
      'create function %I(options text[], catalog oid) returns void language plpgsql as ''begin end''',
      fdw || '_fdw_validator');
    execute pg_catalog.format(
      'create function %I() returns table (name text, version text, author text, website text) language sql strict as %L',
      fdw || '_fdw_meta',
      pg_catalog.format('select %L::text, null::text, %L::text, null::text', title, 'Supabase'));
  end loop;
end
$$;

-- The vectors of S3, of which the stand-in keeps the text.
create type s3vec;

create function s3vec_in(input cstring) returns s3vec
  language internal immutable strict parallel safe
  as 'textin';

create function s3vec_out(input s3vec) returns cstring
  language internal immutable strict parallel safe
  as 'textout';

create type s3vec (input = s3vec_in, output = s3vec_out, storage = extended);

create function s3vec_distance(s3vec s3vec) returns real
  language sql strict
  as $$ select 0::real $$;

-- The real ones answer true as well: the wrapper filters and orders at the other end.
create function s3vec_knn(_left s3vec, _right s3vec) returns boolean
  language sql immutable strict parallel safe
  as $$ select true $$;

create function metadata_filter(_left jsonb, _right jsonb) returns boolean
  language sql immutable strict parallel safe
  as $$ select true $$;

create operator <==> (leftarg = s3vec, rightarg = s3vec, function = s3vec_knn);
create operator <==> (leftarg = jsonb, rightarg = jsonb, function = metadata_filter);
