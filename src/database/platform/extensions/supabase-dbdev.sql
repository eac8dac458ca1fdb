-- comment: PostgreSQL package manager (stand-in: it installs nothing)
-- version: 0.0.5
-- relocatable: false
-- source: supabase/dbdev, supabase/migrations/20231207073048_dbdev_supports_new_package_names.sql (package supabase@dbdev 0.0.5)

create schema dbdev;

create function dbdev.install(
  package_name text,
  base_url text default 'https://api.database.dev/rest/v1/',
  api_key text default null
) returns boolean
  language plpgsql
  as $$ begin return true; end $$;
