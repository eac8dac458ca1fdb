// What migrations of public projects use of the platform, item by item of the measured list (54 repositories): a
// migration written for it, and what is to be seen after its replay. Extensions with a file of their own under
// src/database/platform/extensions are in extension-migrations.ts.

export interface Usage {
  migration: string;
  /** One query, whose rows are compared. */
  query: string;
  rows: readonly unknown[];
}

export const USAGE: Record<string, Usage> = {
  'auth: users, with a foreign key, a trigger and auth.uid() in a policy': {
    migration: `
      create table public.profiles (id uuid primary key references auth.users (id) on delete cascade, email text);
      alter table public.profiles enable row level security;
      create policy own on public.profiles for select to authenticated using ((select auth.uid()) = id);
      create function public.handle_new_user() returns trigger language plpgsql security definer set search_path = ''
        as $$ begin insert into public.profiles values (new.id, new.email); return new; end $$;
      create trigger on_auth_user_created after insert on auth.users
        for each row execute function public.handle_new_user();
      insert into auth.users (instance_id, id, aud, role, email, encrypted_password, email_confirmed_at,
          raw_app_meta_data, raw_user_meta_data, created_at, updated_at, confirmation_token, recovery_token)
        values ('00000000-0000-0000-0000-000000000000', '11111111-1111-1111-1111-111111111111', 'authenticated',
          'authenticated', 'ada@example.com', crypt('secret', gen_salt('bf')), now(),
          '{"provider": "email", "providers": ["email"]}', '{}', now(), now(), '', '');
      insert into auth.identities (id, user_id, provider_id, identity_data, provider, last_sign_in_at, created_at, updated_at)
        values (gen_random_uuid(), '11111111-1111-1111-1111-111111111111', '11111111-1111-1111-1111-111111111111',
          '{"email": "ada@example.com"}', 'email', now(), now(), now());`,
    query: `select p.email, i.email as identity from public.profiles p join auth.identities i on i.user_id = p.id`,
    rows: [{ email: 'ada@example.com', identity: 'ada@example.com' }],
  },
  'auth: role(), jwt() and email() in policies and defaults': {
    migration: `
      create table public.posts (id int, author text default auth.email(), tenant text default (auth.jwt() ->> 'tenant'));
      alter table public.posts enable row level security;
      create policy service on public.posts using (auth.role() = 'service_role');
      create policy tenant on public.posts
        using (tenant = (auth.jwt() -> 'app_metadata' ->> 'tenant') and (auth.jwt() ->> 'aal') = 'aal2');
      insert into public.posts (id) values (1);`,
    query: `select count(*)::int as policies, (select author from public.posts) as author
              from pg_policy where polrelid = 'public.posts'::regclass`,
    rows: [{ policies: 2, author: null }],
  },
  'auth: mfa_factors, sessions and audit_log_entries': {
    migration: `
      create view public.verified as
        select user_id from auth.mfa_factors where status = 'verified' and factor_type = 'totp';
      create function public.sign_out(who uuid) returns void language sql security definer
        as $$ delete from auth.sessions where user_id = who; $$;
      create function public.last_actions() returns setof json language sql security definer
        as $$ select payload from auth.audit_log_entries order by created_at desc limit 10; $$;
      select public.sign_out('11111111-1111-1111-1111-111111111111'), public.last_actions();`,
    query: 'select count(*)::int as n from public.verified',
    rows: [{ n: 0 }],
  },
  'auth: own tables and functions there, and uid() redefined': {
    migration: `
      create table auth.api_keys (id uuid primary key default gen_random_uuid(), user_id uuid references auth.users);
      create function auth.tenant() returns text language sql stable
        as $$ select current_setting('request.jwt.claims', true)::json ->> 'tenant' $$;
      create or replace function auth.uid() returns uuid language sql stable
        as $$ select '22222222-2222-2222-2222-222222222222'::uuid $$;
      create or replace function auth.uid() returns uuid language sql stable as $$
        select coalesce(nullif(current_setting('request.jwt.claim.sub', true), ''),
          (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub'))::uuid $$;`,
    query: `select auth.uid() as uid, to_regclass('auth.api_keys') is not null as made`,
    rows: [{ uid: null, made: true }],
  },
  'storage: buckets inserted, policies on objects, and its three functions': {
    migration: `
      insert into storage.buckets (id, name, public, avif_autodetection, file_size_limit, allowed_mime_types)
        values ('avatars', 'avatars', true, false, 5242880, array['image/png', 'image/jpeg'])
        on conflict (id) do update set public = excluded.public;
      insert into storage.buckets (id, name) values ('private', 'private') on conflict do nothing;
      update storage.buckets set public = false where id = 'private';
      create policy "own folder" on storage.objects for insert to authenticated with check (
        bucket_id = 'avatars' and (storage.foldername(name))[1] = (select auth.uid())::text
        and storage.extension(name) = any (array['png', 'jpg']) and length(storage.filename(name)) < 100);
      create policy "read" on storage.objects for select using (bucket_id = 'avatars');
      drop policy "read" on storage.objects;
      alter table storage.objects enable row level security;`,
    query: `select (select array_agg(id order by id) from storage.buckets) as buckets,
                   (select array_agg(polname::text) from pg_policy where polrelid = 'storage.objects'::regclass) as policies`,
    rows: [{ buckets: ['avatars', 'private'], policies: ['own folder'] }],
  },
  'storage: a trigger on objects, and a row': {
    migration: `
      create table public.uploads (path text);
      create function public.note_upload() returns trigger language plpgsql security definer
        as $$ begin insert into public.uploads values (new.bucket_id || '/' || new.name); return new; end $$;
      create trigger note_upload after insert or update on storage.objects
        for each row when (new.bucket_id = 'avatars') execute function public.note_upload();
      insert into storage.objects (bucket_id, name, owner, metadata)
        values ('avatars', 'ada/me.png', '11111111-1111-1111-1111-111111111111', '{"size": 1}');`,
    query: `select u.path, o.path_tokens from public.uploads u, storage.objects o`,
    rows: [{ path: 'avatars/ada/me.png', path_tokens: ['ada', 'me.png'] }],
  },
  'cron: job_run_details': {
    migration: `
      create extension if not exists pg_cron;
      select cron.schedule('clean', '0 4 * * *', $$delete from cron.job_run_details where end_time < now() - interval '7 days'$$);
      delete from cron.job_run_details where start_time < now();
      create view public.failed_jobs as
        select j.jobname, d.return_message from cron.job_run_details d join cron.job j using (jobid) where d.status = 'failed';`,
    query: 'select count(*)::int as n from public.failed_jobs',
    rows: [{ n: 0 }],
  },
  'vault: decrypted_secrets beside net.http_post, in a job': {
    migration: `
      create extension if not exists pg_net with schema extensions;
      select vault.create_secret('https://example.com', 'project_url');
      select vault.create_secret('key', 'anon_key');
      select cron.schedule('call', '* * * * *', $$
        select net.http_post(
          url := (select decrypted_secret from vault.decrypted_secrets where name = 'project_url') || '/functions/v1/x',
          headers := jsonb_build_object('Authorization',
            'Bearer ' || (select decrypted_secret from vault.decrypted_secrets where name = 'anon_key')),
          body := jsonb_build_object('time', now()));
      $$);
      do $$ begin execute (select command from cron.job where jobname = 'call'); end $$;`,
    query: `select url, headers ->> 'Authorization' as authorization from net.http_request_queue`,
    rows: [{ url: 'https://example.com/functions/v1/x', authorization: 'Bearer key' }],
  },
  'realtime: policies on messages with topic(), and broadcasts from a trigger': {
    migration: `
      create policy "members read" on realtime.messages for select to authenticated
        using (realtime.topic() like 'room:%' and extension in ('broadcast', 'presence'));
      create policy "members write" on realtime.messages for insert to authenticated with check (true);
      create table public.rooms (id int, name text);
      create function public.room_changed() returns trigger language plpgsql security definer as $$
      begin
        perform realtime.broadcast_changes('room:' || coalesce(new.id, old.id)::text, tg_op, tg_op, tg_table_name,
          tg_table_schema, new, old);
        return null;
      end $$;
      create trigger room_changed after insert or update or delete on public.rooms
        for each row execute function public.room_changed();
      insert into public.rooms values (1, 'a');
      select realtime.send('{"a": 1}'::jsonb, 'event', 'room:1', false);`,
    query: `select array_agg(polname::text order by 1) as policies, realtime.topic() as topic
              from pg_policy where polrelid = 'realtime.messages'::regclass`,
    rows: [{ policies: ['members read', 'members write'], topic: null }],
  },
  'supabase_functions: a webhook trigger, and hooks': {
    migration: `
      create trigger webhook after insert on public.rooms for each row execute function
        supabase_functions.http_request('https://example.com', 'POST', '{"Content-type":"application/json"}', '{}', '1000');
      insert into public.rooms values (2, 'b');`,
    query: 'select hook_name from supabase_functions.hooks',
    rows: [{ hook_name: 'webhook' }],
  },
  'extensions: their functions, with and without the schema': {
    migration: `
      create extension if not exists "uuid-ossp";
      create extension if not exists moddatetime;
      create table public.tokens (
        id uuid primary key default uuid_generate_v4(),
        other uuid default extensions.uuid_generate_v4(),
        token text default encode(gen_random_bytes(32), 'hex'),
        hash bytea generated always as (digest('x', 'sha256')) stored,
        updated_at timestamptz
      );
      create trigger touch before update on public.tokens for each row execute procedure moddatetime (updated_at);
      insert into public.tokens default values;
      update public.tokens set token = token;`,
    query: `select length(token) as token, encode(hash, 'hex') like '2d711642%' as hash, updated_at is not null as touched,
                   extensions.crypt('a', '$1$xyz') as crypt from public.tokens`,
    rows: [{ token: 64, hash: true, touched: true, crypt: '$1$xyz$r2NBTbk2gPEph8n88/DeR1' }],
  },
  'supabase_realtime: tables added, dropped and set, a replica identity': {
    migration: `
      alter publication supabase_realtime add table public.rooms;
      alter publication supabase_realtime add table public.posts, public.profiles;
      alter publication supabase_realtime drop table public.posts;
      alter table public.rooms replica identity full;
      do $$ begin alter publication supabase_realtime add table public.rooms; exception when duplicate_object then null; end $$;
      begin; drop publication if exists supabase_realtime; create publication supabase_realtime; commit;
      alter publication supabase_realtime add table public.rooms;`,
    query: `select tablename::text from pg_publication_tables where pubname = 'supabase_realtime'`,
    rows: [{ tablename: 'rooms' }],
  },
  'roles: every one that is named, in grants, owners, policies and settings': {
    migration: `
      create table public.everyone (id int);
      grant all on public.everyone to authenticated, service_role, anon, postgres, supabase_auth_admin, authenticator,
        supabase_admin, supabase_storage_admin, dashboard_user;
      grant usage on schema public to supabase_auth_admin, supabase_realtime_admin, supabase_replication_admin,
        supabase_read_only_user, supabase_functions_admin, pgbouncer;
      alter table public.everyone owner to supabase_admin;
      alter table public.everyone owner to "postgres";
      alter default privileges for role "postgres" in schema "public" grant all on tables to "anon", "service_role";
      alter role authenticator set pgrst.db_schemas = 'public, graphql_public';
      alter role authenticator set statement_timeout = '30s';
      alter role anon set search_path = public, extensions;
      alter role authenticated set pgrst.db_aggregates_enabled = 'true';
      notify pgrst, 'reload config';
      set role authenticated;
      reset role;`,
    query: `select array_agg(setting order by setting) as settings
              from pg_db_role_setting, unnest(setconfig) as setting
             where setrole = 'authenticator'::regrole`,
    rows: [
      {
        settings: ['lock_timeout=8s', 'pgrst.db_schemas=public, graphql_public', 'statement_timeout=30s'],
      },
    ],
  },
  'a baseline as pg_dump writes it': {
    migration: `
      SET statement_timeout = 0;
      SET lock_timeout = 0;
      SET idle_in_transaction_session_timeout = 0;
      SET client_encoding = 'UTF8';
      SET standard_conforming_strings = on;
      SELECT pg_catalog.set_config('search_path', '', false);
      SET check_function_bodies = false;
      SET xmloption = content;
      SET client_min_messages = warning;
      SET row_security = off;
      COMMENT ON SCHEMA "public" IS 'standard public schema';
      CREATE EXTENSION IF NOT EXISTS "pg_stat_statements" WITH SCHEMA "extensions";
      CREATE EXTENSION IF NOT EXISTS "pgcrypto" WITH SCHEMA "extensions";
      CREATE EXTENSION IF NOT EXISTS "supabase_vault" WITH SCHEMA "vault";
      CREATE EXTENSION IF NOT EXISTS "uuid-ossp" WITH SCHEMA "extensions";
      CREATE OR REPLACE FUNCTION "public"."of_later"() RETURNS integer LANGUAGE "sql" AS $$ select id from public.later $$;
      ALTER FUNCTION "public"."of_later"() OWNER TO "postgres";
      SET default_tablespace = '';
      SET default_table_access_method = "heap";
      CREATE TABLE IF NOT EXISTS "public"."later" ("id" integer NOT NULL, "uid" "uuid" DEFAULT "extensions"."uuid_generate_v4"());
      ALTER TABLE "public"."later" OWNER TO "postgres";
      ALTER TABLE ONLY "public"."later" ADD CONSTRAINT "later_pkey" PRIMARY KEY ("id");
      ALTER PUBLICATION "supabase_realtime" OWNER TO "postgres";
      GRANT USAGE ON SCHEMA "public" TO "postgres", "anon", "authenticated", "service_role";
      GRANT ALL ON FUNCTION "public"."of_later"() TO "anon";
      RESET ALL;`,
    query: 'select public.of_later() as id',
    rows: [{ id: null }],
  },
  'statements outside of a transaction, and explicit ones': {
    migration: `
      begin;
      create table public.big (id int, name text);
      commit;
      create index concurrently if not exists big_name on public.big (name);
      drop index concurrently if exists public.big_name;
      create unique index concurrently big_id on public.big (id);
      alter table public.big add constraint big_pkey primary key using index big_id;
      vacuum analyze public.big;
      begin transaction;
      savepoint a; insert into public.big values (1, 'a'); rollback to savepoint a;
      end;`,
    query: `select conname::text, (select count(*)::int from public.big) as rows from pg_constraint
             where conrelid = 'public.big'::regclass and contype = 'p'`,
    rows: [{ conname: 'big_pkey', rows: 0 }],
  },
  'a logical replication slot': {
    migration: `select pg_create_logical_replication_slot('warehouse', 'pgoutput');`,
    query: 'select slot_name::text, plugin::text from pg_replication_slots',
    rows: [{ slot_name: 'warehouse', plugin: 'pgoutput' }],
  },
};
