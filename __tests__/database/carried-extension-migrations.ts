// For each extension that PGlite carries as a real build and that Supabase offers: a migration of the kind found in
// public projects, and what is to be seen after its replay. SCHEMA stands for the schema that is asked for.

export interface CarriedMigration {
  /** Without `create extension`. Runs with the search_path of a Supabase database and SCHEMA behind it. */
  replay: string;
  query: string;
  rows: readonly unknown[];
  undo: string;
}

export const CARRIED: Record<string, CarriedMigration> = {
  btree_gin: {
    replay:
      'create table public.docs (tenant int, text tsvector); create index on public.docs using gin (tenant, text);',
    query: `select count(*)::int as n from pg_indexes where tablename = 'docs'`,
    rows: [{ n: 1 }],
    undo: 'drop table public.docs',
  },
  btree_gist: {
    replay: `
      create table public.bookings (
        room int, during tstzrange,
        constraint no_overlap exclude using gist (room with =, during with &&) where (room > 0)
      );
      insert into public.bookings values (1, '[2026-01-01, 2026-01-02)'), (1, '[2026-01-02, 2026-01-03)');`,
    query: `select count(*)::int as n from public.bookings where room <-> 1 = 0`,
    rows: [{ n: 2 }],
    undo: 'drop table public.bookings',
  },
  citext: {
    replay: `
      create domain public.email as SCHEMA.citext check (value ~ '^[^@]+@[^@]+$');
      create table public.members (email public.email unique, nick citext);
      insert into public.members values ('Ada@Example.com', 'Ada');`,
    query: `select email::text from public.members where email = 'ada@example.COM' and nick = 'ADA'`,
    rows: [{ email: 'Ada@Example.com' }],
    undo: 'drop table public.members; drop domain public.email',
  },
  earthdistance: {
    replay: `
      create table public.places (lat float8, lng float8);
      create index on public.places using gist (ll_to_earth(lat, lng));
      insert into public.places values (52.5, 13.4);`,
    query: `select (earth_distance(ll_to_earth(lat, lng), ll_to_earth(52.5, 13.5)) / 1000)::int as km from public.places`,
    rows: [{ km: 7 }],
    undo: 'drop table public.places',
  },
  fuzzystrmatch: {
    replay: `create table public.words (word text, sound text generated always as (soundex(word)) stored);
      insert into public.words (word) values ('Robert');`,
    query: `select sound, levenshtein(word, 'Rupert') as distance, dmetaphone(word) as other from public.words`,
    rows: [{ sound: 'R163', distance: 2, other: 'RPRT' }],
    undo: 'drop table public.words',
  },
  hstore: {
    replay: `create table public.things (attributes hstore default ''); insert into public.things values ('a=>1, b=>2');
      create index on public.things using gin (attributes);`,
    query: `select attributes -> 'a' as a, hstore_to_jsonb(attributes) as all from public.things where attributes ? 'b'`,
    rows: [{ a: '1', all: { a: '1', b: '2' } }],
    undo: 'drop table public.things',
  },
  intarray: {
    replay:
      'create table public.tagged (tags int[]); create index on public.tagged using gist (tags gist__int_ops);',
    query: `select sort(array[3, 1, 2]) as sorted, array[1, 2] & array[2, 3] as both`,
    rows: [{ sorted: [1, 2, 3], both: [2] }],
    undo: 'drop table public.tagged',
  },
  ltree: {
    replay: `
      create table public.tree (path SCHEMA.ltree primary key, parent ltree generated always as (subpath(path, 0, -1)) stored);
      create index on public.tree using gist (path);
      insert into public.tree values ('top.science'), ('top.science.physics');`,
    query: `select path::text, nlevel(parent) as level from public.tree where path <@ 'top.science' and path ~ '*.physics'`,
    rows: [{ path: 'top.science.physics', level: 2 }],
    undo: 'drop table public.tree',
  },
  pg_hashids: {
    replay: `
      create table public.links (id serial primary key, short text);
      create function public.shorten() returns trigger language plpgsql
        as $$ begin new.short := id_encode(new.id, 'salt', 6); return new; end $$;
      create trigger shorten before insert on public.links for each row execute function public.shorten();
      insert into public.links default values;`,
    query: `select length(short) as length, id_decode(short, 'salt', 6) = array[1]::bigint[] as same from public.links`,
    rows: [{ length: 6, same: true }],
    undo: 'drop table public.links; drop function public.shorten',
  },
  pg_trgm: {
    replay: `
      create table public.shops (name text, city text);
      create index shops_name on public.shops using gin (name SCHEMA.gin_trgm_ops);
      create index shops_both on public.shops using gist ((name || ' ' || city) gist_trgm_ops);
      insert into public.shops values ('bakery', 'Berlin');`,
    query: `select name, round(similarity(name, 'bakry')::numeric, 1)::float as alike from public.shops where name % 'bakry'`,
    rows: [{ name: 'bakery', alike: 0.4 }],
    undo: 'drop table public.shops',
  },
  pg_uuidv7: {
    replay:
      'create table public.events (id uuid primary key default uuid_generate_v7()); insert into public.events default values;',
    query: `select substr(id::text, 15, 1) as version from public.events`,
    rows: [{ version: '7' }],
    undo: 'drop table public.events',
  },
  pgcrypto: {
    replay: `create table public.secrets (id uuid default SCHEMA.gen_random_uuid(), hash text);
      insert into public.secrets (hash) values (crypt('a', gen_salt('bf', 4)));`,
    query: `select hash = crypt('a', hash) as same, encode(hmac('a', 'k', 'sha256'), 'hex') like '78da9151%' as mac,
                   pgp_sym_decrypt(pgp_sym_encrypt('x', 'k'), 'k') as text from public.secrets`,
    rows: [{ same: true, mac: true, text: 'x' }],
    undo: 'drop table public.secrets',
  },
  pgtap: {
    replay: `
      create function public.test_users() returns setof text language plpgsql
        as $$ begin return next has_column('auth', 'users', 'email', 'an address'); end $$;`,
    query: `select array_agg(line) as said from runtests('public'::name, '^test_') as line where line ~ '^ok'`,
    rows: [{ said: ['ok 1 - public.test_users'] }],
    undo: 'drop function public.test_users',
  },
  postgres_fdw: {
    replay: `
      create server elsewhere foreign data wrapper postgres_fdw options (host 'example.com', dbname 'postgres');
      create user mapping for postgres server elsewhere options (user 'postgres', password 'x');
      create foreign table public.remote (id int, name text) server elsewhere options (schema_name 'public');
      grant usage on foreign server elsewhere to authenticated;`,
    query: `select count(*)::int as n from information_schema.foreign_tables`,
    rows: [{ n: 1 }],
    undo: 'drop server elsewhere cascade',
  },
  tablefunc: {
    replay: `create table public.sales (who text, month text, sum int);
      insert into public.sales values ('ada', 'jan', 1), ('ada', 'feb', 2);`,
    query: `select * from crosstab('select who, month, sum from public.sales order by 1', 'values (''jan''), (''feb'')')
              as t (who text, jan int, feb int)`,
    rows: [{ who: 'ada', jan: 1, feb: 2 }],
    undo: 'drop table public.sales',
  },
  unaccent: {
    replay: `
      create function public.plain(text) returns text language sql immutable parallel safe strict
        as $$ select SCHEMA.unaccent('SCHEMA.unaccent', $1) $$;
      create text search configuration public.fr (copy = french);
      alter text search configuration public.fr alter mapping for hword, hword_part, word with unaccent, french_stem;
      create table public.dishes (name text, plain text generated always as (public.plain(name)) stored);
      insert into public.dishes (name) values ('Crème brûlée');`,
    query: `select plain, to_tsvector('public.fr', name) @@ to_tsquery('public.fr', 'brulee') as found from public.dishes`,
    rows: [{ plain: 'Creme brulee', found: true }],
    undo: 'drop table public.dishes; drop function public.plain; drop text search configuration public.fr',
  },
  'uuid-ossp': {
    replay: `create table public.rows (id uuid primary key default SCHEMA.uuid_generate_v4(), other uuid default uuid_generate_v1mc());
      insert into public.rows default values;`,
    query: `select substr(id::text, 15, 1) as version, uuid_generate_v5(uuid_ns_url(), 'x')::text as named from public.rows`,
    rows: [{ version: '4', named: '4cd605e7-afa2-5360-b5b9-c5e9fb5c76f4' }],
    undo: 'drop table public.rows',
  },
  vector: {
    replay: `
      create table public.chunks (id int, embedding SCHEMA.vector(3), small halfvec(3));
      create index on public.chunks using hnsw (embedding vector_cosine_ops) with (m = 16, ef_construction = 64);
      create index on public.chunks using ivfflat (embedding vector_l2_ops) with (lists = 1);
      insert into public.chunks values (1, '[1,0,0]', '[1,0,0]'), (2, '[0,1,0]', '[0,1,0]');
      create function public.match(query SCHEMA.vector(3), threshold float, count int)
        returns table (id int, similarity float) language sql stable as $$
          select id, 1 - (embedding <=> query) from public.chunks
           where 1 - (embedding <=> query) > threshold order by embedding <=> query limit count $$;`,
    query: `select * from public.match('[1,0,0]', 0.5, 5)`,
    rows: [{ id: 1, similarity: 1 }],
    undo: 'drop function public.match; drop table public.chunks',
  },
  postgis: {
    replay: `
      create table public.trees (
        id int, at SCHEMA.geography(point, 4326), area SCHEMA.geometry(multipolygon, 4326), lat float8, lng float8,
        point geometry(point, 4326) generated always as (st_setsrid(st_makepoint(lng, lat), 4326)) stored
      );
      create index trees_at on public.trees using gist (at);
      create index trees_area on public.trees using gist (area);
      insert into public.trees (id, at, lat, lng) values (1, st_point(13.4, 52.5)::geography, 52.5, 13.4);
      create function public.near(lat float8, lng float8) returns setof public.trees language sql stable
        as $$ select * from public.trees where st_dwithin(at, st_point(lng, lat)::geography, 1000) $$;`,
    query: `select st_astext(point) as point, st_srid(point) as srid, (st_asgeojson(at)::jsonb -> 'type') as kind
              from public.near(52.501, 13.4)`,
    rows: [{ point: 'POINT(13.4 52.5)', srid: 4326, kind: 'Point' }],
    undo: 'drop function public.near; drop table public.trees',
  },
};
