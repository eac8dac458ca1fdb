// For each stand-in a migration of the kind found in public projects, and what is to be seen after its replay.

export interface ExtensionMigration {
  replay: string;
  /** One query, whose rows are compared. */
  query: string;
  rows: readonly unknown[];
  /** Removes what dropping the extension would leave. */
  undo?: string;
}

export const MIGRATIONS: Record<string, ExtensionMigration> = {
  dblink: {
    replay: `
      create extension if not exists dblink with schema extensions;
      create function public.copy_orders() returns void language plpgsql as $$
      begin
        perform extensions.dblink_connect('shop', 'dbname=shop');
        perform * from extensions.dblink('shop', 'select id from orders') as t (id bigint);
      end $$;
      select public.copy_orders();`,
    query: `select count(*)::int as n from dblink('shop', 'select 1') as t (id int)`,
    rows: [{ n: 0 }],
    undo: 'drop function public.copy_orders',
  },
  http: {
    replay: `
      create extension if not exists http with schema extensions;
      create function public.download(url text) returns jsonb language sql security definer as $$
        select (content::jsonb) from extensions.http((
          'GET', url, array[extensions.http_header('apikey', 'x')], 'application/json', null
        )::extensions.http_request);
      $$;`,
    query: `select download('https://example.com') as body, urlencode('a b&c') as encoded,
                   urlencode('{"q": "é"}'::jsonb) as form, (http_get('https://example.com')).status`,
    rows: [{ body: null, encoded: 'a+b%26c', form: 'q=%C3%A9', status: null }],
    undo: 'drop function public.download',
  },
  hypopg: {
    replay: `
      create extension if not exists hypopg with schema extensions;
      create function public.would_help(statement text) returns bigint language plpgsql set search_path = '' as $$
      declare
        made record;
      begin
        select * into made from extensions.hypopg_create_index(statement);
        perform extensions.hypopg_reset();
        return coalesce(extensions.hypopg_relation_size(made.indexrelid), 0);
      end $$;`,
    query: `select would_help('create index on pg_class (relname)') as size,
                   (select count(*)::int from hypopg_list_indexes) as listed,
                   (select count(*)::int from hypopg_hidden_indexes) as hidden`,
    rows: [{ size: '0', listed: 0, hidden: 0 }],
    undo: 'drop function public.would_help',
  },
  index_advisor: {
    replay: `
      set check_function_bodies = false;
      create extension if not exists hypopg with schema extensions;
      create extension if not exists index_advisor with schema extensions;
      create table public.books (id int primary key, title text);
      create function public.advise(query text) returns jsonb language sql security definer set search_path = '' as $$
        select jsonb_build_object('before', startup_cost_before, 'after', total_cost_after, 'sql', index_statements, 'errors', errors)
          from extensions.index_advisor(query);
      $$;`,
    query: `select advise('select id from public.books where title = $1') ->> 'sql' as sql`,
    rows: [{ sql: '[]' }],
    undo: 'drop function public.advise; drop table public.books',
  },
  moddatetime: {
    replay: `
      create extension if not exists moddatetime schema extensions;
      create table public.notes (id int primary key, body text, updated_at timestamptz, upper text generated always as (upper(body)) stored);
      create trigger handle_updated_at before update on public.notes
        for each row execute procedure moddatetime (updated_at);
      insert into public.notes (id, body) values (1, 'a');
      update public.notes set body = 'b';`,
    query: `select body, upper, updated_at > now() - interval '1 hour' as touched from public.notes`,
    rows: [{ body: 'b', upper: 'B', touched: true }],
    undo: 'drop table public.notes',
  },
  pg_cron: {
    replay: `
      create extension if not exists pg_cron with schema extensions;
      grant usage on schema cron to postgres;
      grant all privileges on all tables in schema cron to postgres;
      select cron.schedule('nightly', '0 3 * * *', $$delete from public.events$$);
      select cron.schedule('nightly', '0 4 * * *', $$delete from public.events$$);
      select cron.schedule('*/5 * * * *', 'select 1');
      select cron.unschedule(jobid) from cron.job where jobname is null;
      do $$ begin perform cron.unschedule('gone'); exception when others then null; end $$;
      select cron.alter_job(job_id := (select jobid from cron.job where jobname = 'nightly'), active := false);`,
    query: 'select jobname, schedule, command, database, username, active from cron.job',
    rows: [
      {
        jobname: 'nightly',
        schedule: '0 4 * * *',
        command: 'delete from public.events',
        database: 'postgres',
        username: 'postgres',
        active: false,
      },
    ],
  },
  pg_graphql: {
    replay: `
      create extension if not exists pg_graphql with schema graphql;
      comment on schema public is e'@graphql({"inflect_names": true})';
      grant usage on schema graphql to anon, authenticated;`,
    query: `select graphql.comment_directive(obj_description('public'::regnamespace)) as directive,
                   graphql.resolve('{ __typename }') ->> 'data' as data`,
    rows: [{ directive: { inflect_names: true }, data: null }],
    undo: 'comment on schema public is null',
  },
  pg_jsonschema: {
    replay: `
      create extension if not exists pg_jsonschema with schema extensions;
      create table public.forms (
        answers jsonb check (extensions.jsonb_matches_schema('{"type": "object"}', answers))
      );
      insert into public.forms values ('{}');`,
    query: `select extensions.json_matches_schema('{}', '1') as ok, count(*)::int as n from public.forms`,
    rows: [{ ok: true, n: 1 }],
    undo: 'drop table public.forms',
  },
  pg_net: {
    replay: `
      create extension if not exists pg_net with schema extensions;
      create table public.orders (id int);
      create function public.notify() returns trigger language plpgsql security definer as $$
      begin
        perform net.http_post(
          url := 'https://example.com/hook',
          headers := jsonb_build_object('Authorization', 'Bearer x'),
          body := to_jsonb(new),
          timeout_milliseconds := 1000
        );
        return new;
      end $$;
      create trigger notify after insert on public.orders for each row execute function public.notify();
      insert into public.orders values (7);
      select net.http_get('https://example.com', params := '{"q": "a b"}');`,
    query: `select method::text as method, url, headers, convert_from(body, 'utf8') as body
              from net.http_request_queue order by id`,
    rows: [
      {
        method: 'POST',
        url: 'https://example.com/hook',
        headers: { Authorization: 'Bearer x', 'Content-Type': 'application/json' },
        body: '{"id": 7}',
      },
      { method: 'GET', url: 'https://example.com?q=a%20b', headers: {}, body: null },
    ],
    undo: 'drop table public.orders; drop function public.notify',
  },
  pg_partman: {
    replay: `
      create schema partman;
      create extension pg_partman with schema partman;
      create table public.events (id bigint, at timestamptz not null) partition by range (at);
      select partman.create_parent(p_parent_table := 'public.events', p_control := 'at', p_interval := '1 day');
      update partman.part_config set retention = '30 days' where parent_table = 'public.events';`,
    query: `select partition_tablename from partman.show_partitions('public.events', p_include_default := true)`,
    rows: [{ partition_tablename: 'events_default' }],
    undo: 'drop schema partman cascade; drop table public.events',
  },
  pg_repack: {
    replay: 'create extension pg_repack with schema extensions',
    query: `select repack.version() as version, (select count(*)::int from repack.tables) as tables`,
    rows: [{ version: 'pg_repack 1.5.2', tables: 0 }],
  },
  pg_stat_monitor: {
    replay: `
      create extension if not exists pg_stat_monitor with schema extensions;
      grant select on extensions.pg_stat_monitor to service_role;
      create view public.slow as
        select query, calls, mean_exec_time, resp_calls, extensions.get_cmd_type(cmd_type) as kind
          from extensions.pg_stat_monitor where total_exec_time > 1000;
      select extensions.pg_stat_monitor_reset();`,
    query: 'select count(*)::int as n from public.slow',
    rows: [{ n: 0 }],
    undo: 'drop view public.slow',
  },
  pg_stat_statements: {
    replay: `
      create extension if not exists pg_stat_statements with schema extensions;
      select extensions.pg_stat_statements_reset();`,
    query: `select count(*)::int as n, (select dealloc::int from pg_stat_statements_info) as dealloc
              from extensions.pg_stat_statements where mean_exec_time > 0`,
    rows: [{ n: 0, dealloc: 0 }],
  },
  pg_tle: {
    replay: `
      create extension if not exists pg_tle;
      select pgtle.install_extension('acme-greet', '1.0', 'it''s ours', $_tle_$
        create function greet() returns text language sql as $$ select e'it\\'s \\\\ me' $$;
      $_tle_$);
      create extension "acme-greet" with schema extensions;`,
    query: 'select extensions.greet()',
    rows: [{ greet: "it's \\ me" }],
    undo: 'drop extension "acme-greet"',
  },
  pgaudit: {
    replay: `
      create extension if not exists pgaudit;
      alter role postgres set pgaudit.log to 'ddl';
      create table public.audited (id int);
      drop table public.audited;`,
    query: `select count(*)::int as n from pg_event_trigger where evtname like 'pgaudit%'`,
    rows: [{ n: 2 }],
    undo: 'alter role postgres reset pgaudit.log',
  },
  pgjwt: {
    replay: 'create extension if not exists "pgjwt" with schema "extensions"',
    query: `select payload, valid from extensions.verify(
              token := extensions.sign('{"sub": "7"}', 'secret', 'HS512'), secret := 'secret', algorithm := 'HS512')
            union all select payload, valid from extensions.verify(extensions.sign('{"exp": 1}', 's'), 's')
            union all select payload, valid from extensions.verify(extensions.sign('{"a": 1}', 's'), 'other')`,
    rows: [
      { payload: { sub: '7' }, valid: true },
      { payload: { exp: 1 }, valid: false },
      { payload: { a: 1 }, valid: false },
    ],
  },
  pgmq: {
    replay: `
      create extension if not exists pgmq;
      select pgmq.create('jobs');
      select pgmq.create('gone');
      alter table pgmq.q_jobs enable row level security;
      grant select on pgmq.q_jobs, pgmq.a_jobs, pgmq.meta to service_role;
      create function public.take() returns setof pgmq.message_record language sql security definer
        set search_path = '' as $$ select * from pgmq.read(queue_name => 'jobs', vt => 0, qty => 5) $$;
      select pgmq.send('jobs', '{"n": 1}');
      select pgmq.send_batch('jobs', array['{"n": 2}', '{"n": 3}', '{"n": 4}']::jsonb[]);
      select pgmq.archive('jobs', 1::bigint), pgmq.delete('jobs', 2::bigint);
      select pgmq.drop_queue('gone');`,
    query: `select (select array_agg(message ->> 'n' order by msg_id) from take()) as taken,
                   (select array_agg(queue_name) from pgmq.list_queues()) as queues,
                   (select count(*)::int from pgmq.a_jobs) as archived, pgmq.purge_queue('jobs')::int as purged`,
    rows: [{ taken: ['3', '4'], queues: ['jobs'], archived: 1, purged: 2 }],
    undo: 'drop function public.take',
  },
  pgroonga: {
    replay: `
      create extension if not exists pgroonga with schema extensions;
      create table public.pages (id int, title text, tags text[], body jsonb, slug varchar(50), at timestamptz);
      create index pages_title on public.pages using pgroonga (title);
      create index if not exists pages_search on public.pages using pgroonga (title, slug, at);
      create index pages_tags on public.pages using pgroonga (tags pgroonga_text_array_term_search_ops_v2, id);
      create index pages_body on public.pages using pgroonga (body);
      create index pages_both on public.pages using pgroonga ((array[title, slug::text]));
      create index pages_slug on public.pages using pgroonga (slug pgroonga.varchar_regexp_ops_v2);
      create function public.search_pages(query text) returns setof public.pages language sql stable
        set search_path = public, extensions as $$
          select * from pages where title &@~ query or tags &@ query order by pgroonga_score(tableoid, ctid) desc
        $$;
      insert into public.pages values (1, 'one', '{a}', '{}');
      select * from public.search_pages('one OR two');`,
    query: `select count(*)::int as n, pgroonga_query_escape('a') as escaped, pgroonga_table_name('pages_title') as "table",
                   pgroonga_snippet_html('one', array['one']) as snippet
              from public.pages where title &@~ 'one'`,
    rows: [{ n: 0, escaped: 'a', table: null, snippet: null }],
    undo: 'drop function public.search_pages; drop table public.pages',
  },
  pgsodium: {
    replay: `
      create extension if not exists pgsodium;
      create table public.keys (
        id uuid primary key default gen_random_uuid(),
        key_id uuid references pgsodium.key (id) default (pgsodium.create_key()).id,
        nonce bytea default pgsodium.crypto_aead_det_noncegen()
      );
      insert into public.keys default values;
      select id from pgsodium.create_key(name := 'mine');`,
    query: `select octet_length(k.nonce) as nonce, v.key_type::text as key_type,
                   (pgsodium.get_key_by_name('mine')).status::text as status,
                   convert_from(pgsodium.crypto_aead_det_decrypt(
                     pgsodium.crypto_aead_det_encrypt('text', '', k.key_id), '', k.key_id), 'utf8') as text
              from public.keys k join pgsodium.valid_key v on v.id = k.key_id`,
    rows: [{ nonce: 16, key_type: 'aead-det', status: 'valid', text: 'text' }],
    undo: 'drop table public.keys',
  },
  plpgsql_check: {
    replay: `
      create extension if not exists "plpgsql_check" with schema "extensions";
      create view public.complaints as
        select p.proname, extensions.plpgsql_check_function(p.oid::regprocedure) as said
          from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prorettype = 'trigger'::regtype;
      do $$
      begin
        if exists (select from extensions.plpgsql_check_function_tb('auth.uid()', fatal_errors := false)) then
          raise exception 'found';
        end if;
      end $$;
      select * from extensions.plpgsql_check_function('auth.uid()', performance_warnings => true);`,
    query: `select count(*)::int as n from complaints`,
    rows: [{ n: 0 }],
    undo: 'drop view public.complaints',
  },
  rum: {
    replay: `
      create extension rum with schema extensions;
      create table public.articles (id int, text tsvector, at timestamptz);
      create index on public.articles using rum (text rum_tsvector_ops);
      create index on public.articles using rum (at);
      insert into public.articles select n, to_tsvector('simple', 'word ' || n), now() from generate_series(1, 500) n;
      analyze public.articles;`,
    query: `select id from public.articles where text @@ 'word'::tsquery and text @@ '77'::tsquery
             order by text <=> 'word'::tsquery`,
    rows: [{ id: 77 }],
    undo: 'drop table public.articles',
  },
  'supabase-dbdev': {
    replay: `
      create extension if not exists http with schema extensions;
      create extension if not exists pg_tle;
      select pgtle.uninstall_extension_if_exists('supabase-dbdev');
      select pgtle.install_extension('supabase-dbdev', r.contents ->> 'version', 'manager', r.contents ->> 'sql')
        from extensions.http(('GET', 'https://api.database.dev', array[extensions.http_header('apiKey', 'x')], null, null)) as x,
             lateral (select ((row_to_json(x) -> 'content') #>> '{}')::json -> 0) as r (contents);
      create extension "supabase-dbdev";
      select dbdev.install('supabase-dbdev');
      drop extension if exists "supabase-dbdev";
      create extension "supabase-dbdev";`,
    query: `select dbdev.install('basejump-supabase_test_helpers') as done`,
    rows: [{ done: true }],
    undo: 'drop extension http; drop extension pg_tle',
  },
  supabase_vault: {
    replay: `
      create extension if not exists supabase_vault with schema vault;
      select vault.create_secret('old', 'service_key', 'for the tests');
      select vault.update_secret((select id from vault.secrets where name = 'service_key'), 'new');
      create function public.secret(secret_name text) returns text language sql security definer as $$
        select decrypted_secret from vault.decrypted_secrets where name = secret_name $$;`,
    query: `select secret('service_key'), description, secret <> 'new' as hidden from vault.secrets`,
    rows: [{ secret: 'new', description: 'for the tests', hidden: true }],
    undo: 'drop function public.secret',
  },
  timescaledb: {
    replay: `
      create extension if not exists timescaledb with schema extensions;
      create schema telemetry;
      create table telemetry.metrics (at timestamptz, device int, value double precision, primary key (device, at));
      select create_hypertable('telemetry.metrics', 'at', chunk_time_interval => interval '1 day', if_not_exists => true);
      select extensions.add_retention_policy('telemetry.metrics', interval '90 days');
      select add_compression_policy('telemetry.metrics', compress_after => interval '7 days', if_not_exists => true);
      create table public.counts (n bigint not null, value int);
      select create_hypertable('public.counts', by_range('n', 1000));
      select add_retention_policy('public.counts', drop_after => bigint '100000');
      select set_chunk_time_interval('public.counts', 500);
      select drop_chunks('telemetry.metrics', older_than => interval '3 months');
      create materialized view public.hourly as
        select time_bucket('1 hour', at) as hour, device, avg(value) as mean from telemetry.metrics group by 1, 2;
      do $$
      begin
        if not exists (select from timescaledb_information.jobs where proc_name = 'policy_retention') then
          perform add_job('telemetry.purge()'::regprocedure, '1 day');
        end if;
      exception when undefined_function or undefined_object then null;
      end $$;
      insert into telemetry.metrics values
        ('2026-05-05 10:17Z', 1, 1), ('2026-05-05 10:40Z', 1, 2), ('2026-05-07 11:00Z', 1, 3);`,
    query: `select (time_bucket('1 hour', at) at time zone 'UTC')::text as hour, first(value, at), last(value, at),
                   min((time_bucket('1 week', at) at time zone 'UTC')::date::text) as week,
                   histogram(value, 0, 4, 2) as spread,
                   (select string_agg(indexname, ' ' order by indexname) from pg_indexes where tablename = 'metrics') as indexes
              from telemetry.metrics group by 1 order by 1`,
    rows: [
      {
        hour: '2026-05-05 10:00:00',
        first: 1,
        last: 2,
        week: '2026-05-04',
        spread: [0, 1, 1, 0],
        indexes: 'metrics_at_idx metrics_pkey',
      },
      {
        hour: '2026-05-07 11:00:00',
        first: 3,
        last: 3,
        week: '2026-05-04',
        spread: [0, 0, 1, 0],
        indexes: 'metrics_at_idx metrics_pkey',
      },
    ],
    undo: 'drop schema telemetry cascade; drop table public.counts',
  },
  wrappers: {
    replay: `
      create extension if not exists wrappers with schema extensions;
      create foreign data wrapper stripe_wrapper handler stripe_fdw_handler validator stripe_fdw_validator;
      create server stripe_server foreign data wrapper stripe_wrapper options (api_key_id 'x', api_url 'https://x');
      create schema stripe;
      create foreign table stripe.customers (id text, email text, attrs jsonb)
        server stripe_server options (object 'customers', rowid_column 'id');
      create view public.customers as select id, email from stripe.customers;`,
    query: `select pg_relation_is_updatable('stripe.customers'::regclass, false) as foreign_table,
                   pg_relation_is_updatable('public.customers'::regclass, true) as view`,
    rows: [{ foreign_table: 28, view: 28 }],
    undo: 'drop schema stripe cascade; drop foreign data wrapper stripe_wrapper cascade',
  },
};
