-- Schemas of the platform and the publication that projects extend. `supabase db reset` drops every schema that
-- supabase_admin does not own, but for a few that it spares by name (extensions, _realtime, vault, pgbouncer).
-- The event triggers of a real project are left out: they grant access and notify PostgREST, and add nothing to types.

create schema extensions;
create schema _realtime;
create schema auth authorization supabase_admin;
create schema storage authorization supabase_admin;
create schema realtime authorization supabase_admin;
create schema graphql authorization supabase_admin;
create schema graphql_public authorization supabase_admin;
create schema supabase_functions authorization supabase_admin;
create schema vault authorization supabase_admin;
create schema pgbouncer authorization supabase_admin;
-- Where baselines of older projects install their extension; new ones do not have it, and no types show it.
create schema pgsodium authorization supabase_admin;

-- Each service creates its own objects, so that they belong to its role.
grant all on schema auth to supabase_auth_admin;
grant all on schema storage to supabase_storage_admin;
grant all on schema realtime to supabase_realtime_admin with grant option;
grant all on schema supabase_functions to supabase_functions_admin;

create publication supabase_realtime;
