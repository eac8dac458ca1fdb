-- comment: Postgres extension for libsodium functions (stand-in: nothing is encrypted, hashes are not libsodium's)
-- version: 3.1.8
-- relocatable: false
-- home: pgsodium
-- source: michelp/pgsodium, sql/*.sql at v3.1.8; grants: supabase/postgres, ansible/files/postgresql_extension_custom_scripts/pgsodium/after-create.sql

-- What encrypts or decrypts gives back its message, so that what was written is read again; a hash is PostgreSQL's own
-- SHA-2 without the key, and what verifies compares with that; keys and nonces are random and of the right length.
-- `security label for pgsodium` needs a label provider, which SQL cannot be.

-- The real control file fixes the schema, and so refuses any other; here any is accepted and the record put right.
do $$
declare
  role_name text;
begin
  if pg_catalog.to_regnamespace('pgsodium') is null then
    create schema pgsodium;
    alter extension pgsodium drop schema pgsodium;
    if exists (select from pg_catalog.pg_roles where rolname = 'supabase_admin') then
      alter schema pgsodium owner to supabase_admin;
    end if;
  end if;
  foreach role_name in array array['pgsodium_keyiduser', 'pgsodium_keyholder', 'pgsodium_keymaker'] loop
    if not exists (select from pg_catalog.pg_roles where rolname = role_name) then
      execute pg_catalog.format('create role %I nologin', role_name);
    end if;
  end loop;
end
$$;

update pg_catalog.pg_depend
   set refobjid = 'pgsodium'::pg_catalog.regnamespace
 where classid = 'pg_catalog.pg_extension'::pg_catalog.regclass
   and objid = (select oid from pg_catalog.pg_extension where extname = 'pgsodium')
   and refclassid = 'pg_catalog.pg_namespace'::pg_catalog.regclass;

update pg_catalog.pg_extension
   set extnamespace = 'pgsodium'::pg_catalog.regnamespace
 where extname = 'pgsodium';

create schema pgsodium_masks;

create type pgsodium.key_status as enum ('default', 'valid', 'invalid', 'expired');
create type pgsodium.key_type as enum (
  'aead-ietf', 'aead-det', 'hmacsha512', 'hmacsha256', 'auth', 'shorthash', 'generichash', 'kdf', 'secretbox',
  'secretstream', 'stream_xchacha20'
);
create type pgsodium._key_id_context as (key_id bigint, key_context bytea);
create type pgsodium.crypto_box_keypair as (public bytea, secret bytea);
create type pgsodium.crypto_kx_keypair as (public bytea, secret bytea);
create type pgsodium.crypto_kx_session as (rx bytea, tx bytea);
create type pgsodium.crypto_sign_keypair as (public bytea, secret bytea);
create type pgsodium.crypto_signcrypt_keypair as (public bytea, secret bytea);
create type pgsodium.crypto_signcrypt_state_key as (state bytea, shared_key bytea);

create sequence pgsodium.key_key_id_seq;

create table pgsodium.key (
  id uuid primary key default pg_catalog.gen_random_uuid(),
  status pgsodium.key_status default 'valid',
  created timestamptz not null default current_timestamp,
  expires timestamptz,
  key_type pgsodium.key_type,
  key_id bigint default pg_catalog.nextval('pgsodium.key_key_id_seq'),
  key_context bytea default 'pgsodium' check (pg_catalog.length(key_context) = 8),
  name text constraint pgsodium_key_unique_name unique,
  associated_data text default 'associated',
  raw_key bytea,
  raw_key_nonce bytea,
  parent_key uuid references pgsodium.key (id),
  comment text,
  user_data text,
  constraint pgsodium_raw check (
    case
      when raw_key is not null then key_id is null and key_context is null and parent_key is not null
      else key_id is not null and key_context is not null and parent_key is null
    end
  )
);
alter sequence pgsodium.key_key_id_seq owned by pgsodium.key.key_id;
create index key_status_idx on pgsodium.key (status) where status in ('valid', 'default');
create unique index key_status_idx1 on pgsodium.key (status) where status = 'default';
create unique index key_key_id_key_context_key_type_idx on pgsodium.key (key_id, key_context, key_type);

create view pgsodium.valid_key as
select id, name, status, key_type, key_id, key_context, created, expires, associated_data
  from pgsodium.key
 where status in ('valid', 'default') and (expires is null or expires > pg_catalog.now());

create view pgsodium.decrypted_key as
select id, status, created, expires, key_type, key_id, key_context, name, associated_data, raw_key,
       raw_key as decrypted_raw_key, raw_key_nonce, parent_key, comment
  from pgsodium.key;

-- Columns are masked by security labels, which cannot exist here: both views are empty of rules.
create view pgsodium.masking_rule as
select null::oid as attrelid,
       null::integer as attnum,
       null::pg_catalog.regnamespace as relnamespace,
       null::name as relname,
       null::name as attname,
       null::text as format_type,
       null::text as col_description,
       null::text as key_id_column,
       null::text as key_id,
       null::text as associated_columns,
       null::text as nonce_column,
       null::text as view_name,
       null::integer as priority,
       null::boolean as security_invoker
 where false;

create view pgsodium.mask_columns as
select a.attname, a.attrelid, m.key_id, m.key_id_column, m.associated_columns, m.nonce_column, m.format_type
  from pg_catalog.pg_attribute as a
  left join pgsodium.masking_rule as m on m.attrelid = a.attrelid and m.attname = a.attname
 where a.attnum > 0 and not a.attisdropped
 order by a.attnum;

-- Keys

create function pgsodium.create_key(
  key_type pgsodium.key_type default 'aead-det',
  name text default null,
  raw_key bytea default null,
  raw_key_nonce bytea default null,
  parent_key uuid default null,
  key_context bytea default 'pgsodium'::bytea,
  expires timestamptz default null,
  associated_data text default ''
) returns pgsodium.valid_key
  language plpgsql security definer
  set search_path = ''
  as $$
#variable_conflict use_column
declare
  new_key pgsodium.key;
  valid_key pgsodium.valid_key;
begin
  insert into pgsodium.key as k
    (key_id, key_context, key_type, raw_key, raw_key_nonce, parent_key, expires, name, associated_data)
  values (
    case when create_key.raw_key is null then pg_catalog.nextval('pgsodium.key_key_id_seq') end,
    case when create_key.raw_key is null then create_key.key_context end,
    create_key.key_type,
    create_key.raw_key,
    create_key.raw_key_nonce,
    create_key.parent_key,
    create_key.expires,
    create_key.name,
    create_key.associated_data
  )
  returning * into new_key;
  select * into valid_key from pgsodium.valid_key as v where v.id = new_key.id;
  return valid_key;
end
$$;

create function pgsodium.get_key_by_id(uuid) returns pgsodium.valid_key
  language sql security definer
  set search_path = ''
  as $$ select * from pgsodium.valid_key where id = $1 $$;

create function pgsodium.get_key_by_name(text) returns pgsodium.valid_key
  language sql security definer
  set search_path = ''
  as $$ select * from pgsodium.valid_key where name = $1 $$;

create function pgsodium.get_named_keys(filter text default '%') returns setof pgsodium.valid_key
  language sql security definer
  set search_path = ''
  as $$ select * from pgsodium.valid_key as v where v.name is not null and v.name ilike filter $$;

create function pgsodium.derive_key(key_id bigint, key_len integer default 32, context bytea default 'pgsodium'::bytea)
  returns bytea
  language sql
  as $$ select pg_catalog.substr(pg_catalog.sha512(context || pg_catalog.int8send(key_id)), 1, key_len) $$;

create function pgsodium.pgsodium_derive(
  key_id bigint,
  key_len integer default 32,
  context bytea default pg_catalog.decode('pgsodium', 'escape')
) returns bytea
  language sql
  as $$ select pgsodium.derive_key(key_id, key_len, context) $$;

create function pgsodium.crypto_kdf_derive_from_key(
  subkey_size bigint,
  subkey_id bigint,
  context bytea,
  primary_key bytea
) returns bytea
  language sql immutable
  as $$ select pgsodium.derive_key(subkey_id, subkey_size::integer, context || primary_key) $$;

create function pgsodium.crypto_kdf_derive_from_key(
  subkey_size integer,
  subkey_id bigint,
  context bytea,
  primary_key uuid
) returns bytea
  language sql stable strict security definer
  as $$
  select pgsodium.derive_key(subkey_id, subkey_size, context || pg_catalog.uuid_send(primary_key))
$$;

create function pgsodium.version() returns text
  language sql
  as $$ select 'stand-in' $$;

-- Masks, which do nothing

create function pgsodium.quote_assoc(text, boolean default false) returns text
  language sql
  as $$ select null::text $$;

create function pgsodium.encrypted_column(relid oid, m record) returns text
  language plpgsql
  as $$ begin return ''; end $$;

create function pgsodium.encrypted_columns(relid oid) returns text
  language sql
  as $$ select '' $$;

create function pgsodium.decrypted_columns(relid oid) returns text
  language sql
  as $$ select '' $$;

create function pgsodium.has_mask(role regrole, source_name text) returns boolean
  language sql
  as $$ select false $$;

create function pgsodium.mask_columns(source_relid oid)
  returns table (
    attname name,
    key_id text,
    key_id_column text,
    associated_column text,
    nonce_column text,
    format_type text
  )
  language sql
  as $$
  select m.attname, m.key_id, m.key_id_column, m.associated_columns, m.nonce_column, m.format_type
    from pgsodium.mask_columns as m
   where m.attrelid = source_relid
$$;

create function pgsodium.mask_role(masked_role regrole, source_name text, view_name text) returns void
  language plpgsql security definer
  as $$ begin end $$;

create function pgsodium.create_mask_view(relid oid, debug boolean default false) returns void
  language plpgsql
  as $$ begin end $$;

create function pgsodium.create_mask_view(relid oid, subid integer, debug boolean default false) returns void
  language plpgsql
  as $$ begin end $$;

create function pgsodium.update_mask(target oid, debug boolean default false) returns void
  language plpgsql security definer
  as $$ begin end $$;

create function pgsodium.update_masks(debug boolean default false) returns void
  language plpgsql
  as $$ begin end $$;

create function pgsodium.disable_security_label_trigger() returns void
  language plpgsql security definer
  as $$ begin alter event trigger pgsodium_trg_mask_update disable; end $$;

create function pgsodium.enable_security_label_trigger() returns void
  language plpgsql security definer
  as $$ begin alter event trigger pgsodium_trg_mask_update enable; end $$;

create function pgsodium.trg_mask_update() returns event_trigger
  language plpgsql
  as $$ begin end $$;

create event trigger pgsodium_trg_mask_update on ddl_command_end
  when tag in ('SECURITY LABEL', 'ALTER TABLE')
  execute function pgsodium.trg_mask_update();

-- Cryptography

create function pgsodium.crypto_cmp(text, text) returns boolean
  language sql immutable strict
  as $$ select $1 = $2 $$;

create function pgsodium.crypto_aead_det_decrypt(
  ciphertext bytea,
  additional bytea,
  key bytea,
  nonce bytea default null::bytea
) returns bytea
  language sql immutable
  as $$ select ciphertext $$;

create function pgsodium.crypto_aead_det_decrypt(
  message bytea,
  additional bytea,
  key_id bigint,
  context bytea default 'pgsodium'::bytea,
  nonce bytea default null::bytea
) returns bytea
  language sql immutable
  as $$ select message $$;

create function pgsodium.crypto_aead_det_decrypt(message bytea, additional bytea, key_uuid uuid) returns bytea
  language sql stable security definer
  as $$ select message $$;

create function pgsodium.crypto_aead_det_decrypt(
  message bytea,
  additional bytea,
  key_uuid uuid,
  nonce bytea
) returns bytea
  language sql stable security definer
  as $$ select message $$;

create function pgsodium.crypto_aead_det_encrypt(
  message bytea,
  additional bytea,
  key bytea,
  nonce bytea default null::bytea
) returns bytea
  language sql immutable
  as $$ select message $$;

create function pgsodium.crypto_aead_det_encrypt(
  message bytea,
  additional bytea,
  key_id bigint,
  context bytea default 'pgsodium'::bytea,
  nonce bytea default null::bytea
) returns bytea
  language sql immutable
  as $$ select message $$;

create function pgsodium.crypto_aead_det_encrypt(message bytea, additional bytea, key_uuid uuid) returns bytea
  language sql stable security definer
  as $$ select message $$;

create function pgsodium.crypto_aead_det_encrypt(
  message bytea,
  additional bytea,
  key_uuid uuid,
  nonce bytea
) returns bytea
  language sql stable security definer
  as $$ select message $$;

create function pgsodium.crypto_aead_det_keygen() returns bytea
  language sql
  as $$
  select pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) || pg_catalog.uuid_send(pg_catalog.gen_random_uuid())
$$;

create function pgsodium.crypto_aead_det_noncegen() returns bytea
  language sql
  as $$ select pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) $$;

create function pgsodium.crypto_aead_ietf_decrypt(
  message bytea,
  additional bytea,
  nonce bytea,
  key bytea
) returns bytea
  language sql immutable
  as $$ select message $$;

create function pgsodium.crypto_aead_ietf_decrypt(
  message bytea,
  additional bytea,
  nonce bytea,
  key_id bigint,
  context bytea default 'pgsodium'::bytea
) returns bytea
  language sql immutable
  as $$ select message $$;

create function pgsodium.crypto_aead_ietf_decrypt(
  message bytea,
  additional bytea,
  nonce bytea,
  key_uuid uuid
) returns bytea
  language sql stable security definer
  as $$ select message $$;

create function pgsodium.crypto_aead_ietf_encrypt(
  message bytea,
  additional bytea,
  nonce bytea,
  key bytea
) returns bytea
  language sql immutable
  as $$ select message $$;

create function pgsodium.crypto_aead_ietf_encrypt(
  message bytea,
  additional bytea,
  nonce bytea,
  key_id bigint,
  context bytea default 'pgsodium'::bytea
) returns bytea
  language sql immutable
  as $$ select message $$;

create function pgsodium.crypto_aead_ietf_encrypt(
  message bytea,
  additional bytea,
  nonce bytea,
  key_uuid uuid
) returns bytea
  language sql stable security definer
  as $$ select message $$;

create function pgsodium.crypto_aead_ietf_keygen() returns bytea
  language sql
  as $$
  select pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) || pg_catalog.uuid_send(pg_catalog.gen_random_uuid())
$$;

create function pgsodium.crypto_aead_ietf_noncegen() returns bytea
  language sql
  as $$ select pg_catalog.substr(pg_catalog.uuid_send(pg_catalog.gen_random_uuid()), 1, 12) $$;

create function pgsodium.crypto_auth(message bytea, key bytea) returns bytea
  language sql immutable
  as $$ select pg_catalog.sha256(message) $$;

create function pgsodium.crypto_auth(
  message bytea,
  key_id bigint,
  context bytea default 'pgsodium'::bytea
) returns bytea
  language sql immutable
  as $$ select pg_catalog.sha256(message) $$;

create function pgsodium.crypto_auth(message bytea, key_uuid uuid) returns bytea
  language sql stable security definer
  as $$ select pg_catalog.sha256(message) $$;

create function pgsodium.crypto_auth_hmacsha256(
  message bytea,
  key_id bigint,
  context bytea default 'pgsodium'::bytea
) returns bytea
  language sql immutable
  as $$ select pg_catalog.sha256(message) $$;

create function pgsodium.crypto_auth_hmacsha256(message bytea, key_uuid uuid) returns bytea
  language sql stable security definer
  as $$ select pg_catalog.sha256(message) $$;

create function pgsodium.crypto_auth_hmacsha256(message bytea, secret bytea) returns bytea
  language sql immutable
  as $$ select pg_catalog.sha256(message) $$;

create function pgsodium.crypto_auth_hmacsha256_keygen() returns bytea
  language sql
  as $$
  select pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) || pg_catalog.uuid_send(pg_catalog.gen_random_uuid())
$$;

create function pgsodium.crypto_auth_hmacsha256_verify(
  hash bytea,
  message bytea,
  key_id bigint,
  context bytea default 'pgsodium'::bytea
) returns boolean
  language sql immutable
  as $$ select hash = pg_catalog.sha256(message) $$;

create function pgsodium.crypto_auth_hmacsha256_verify(hash bytea, message bytea, secret bytea) returns boolean
  language sql immutable
  as $$ select hash = pg_catalog.sha256(message) $$;

create function pgsodium.crypto_auth_hmacsha256_verify(signature bytea, message bytea, key_uuid uuid) returns boolean
  language sql stable security definer
  as $$ select signature = pg_catalog.sha256(message) $$;

create function pgsodium.crypto_auth_hmacsha512(
  message bytea,
  key_id bigint,
  context bytea default 'pgsodium'::bytea
) returns bytea
  language sql immutable
  as $$ select pg_catalog.sha512(message) $$;

create function pgsodium.crypto_auth_hmacsha512(message bytea, key_uuid uuid) returns bytea
  language sql stable security definer
  as $$ select pg_catalog.sha512(message) $$;

create function pgsodium.crypto_auth_hmacsha512(message bytea, secret bytea) returns bytea
  language sql immutable
  as $$ select pg_catalog.sha512(message) $$;

create function pgsodium.crypto_auth_hmacsha512_keygen() returns bytea
  language sql
  as $$
  select pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) || pg_catalog.uuid_send(pg_catalog.gen_random_uuid())
$$;

create function pgsodium.crypto_auth_hmacsha512_verify(
  hash bytea,
  message bytea,
  key_id bigint,
  context bytea default 'pgsodium'::bytea
) returns boolean
  language sql immutable
  as $$ select hash = pg_catalog.sha512(message) $$;

create function pgsodium.crypto_auth_hmacsha512_verify(hash bytea, message bytea, secret bytea) returns boolean
  language sql immutable
  as $$ select hash = pg_catalog.sha512(message) $$;

create function pgsodium.crypto_auth_hmacsha512_verify(signature bytea, message bytea, key_uuid uuid) returns boolean
  language sql stable security definer
  as $$ select signature = pg_catalog.sha512(message) $$;

create function pgsodium.crypto_auth_keygen() returns bytea
  language sql
  as $$
  select pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) || pg_catalog.uuid_send(pg_catalog.gen_random_uuid())
$$;

create function pgsodium.crypto_auth_verify(mac bytea, message bytea, key bytea) returns boolean
  language sql immutable
  as $$ select mac = pg_catalog.sha256(message) $$;

create function pgsodium.crypto_auth_verify(
  mac bytea,
  message bytea,
  key_id bigint,
  context bytea default 'pgsodium'::bytea
) returns boolean
  language sql immutable
  as $$ select mac = pg_catalog.sha256(message) $$;

create function pgsodium.crypto_auth_verify(mac bytea, message bytea, key_uuid uuid) returns boolean
  language sql stable security definer
  as $$ select mac = pg_catalog.sha256(message) $$;

create function pgsodium.crypto_box(message bytea, nonce bytea, public bytea, secret bytea) returns bytea
  language sql immutable
  as $$ select message $$;

create function pgsodium.crypto_box_new_keypair() returns pgsodium.crypto_box_keypair
  language sql
  as $$
  select row(pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) || pg_catalog.uuid_send(pg_catalog.gen_random_uuid()), pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) || pg_catalog.uuid_send(pg_catalog.gen_random_uuid()))::pgsodium.crypto_box_keypair
$$;

create function pgsodium.crypto_box_new_seed() returns bytea
  language sql
  as $$
  select pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) || pg_catalog.uuid_send(pg_catalog.gen_random_uuid())
$$;

create function pgsodium.crypto_box_noncegen() returns bytea
  language sql
  as $$
  select pg_catalog.substr(pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) || pg_catalog.uuid_send(pg_catalog.gen_random_uuid()), 1, 24)
$$;

create function pgsodium.crypto_box_open(ciphertext bytea, nonce bytea, public bytea, secret bytea) returns bytea
  language sql immutable
  as $$ select ciphertext $$;

create function pgsodium.crypto_box_seal(message bytea, public_key bytea) returns bytea
  language sql immutable
  as $$ select message $$;

create function pgsodium.crypto_box_seal_open(ciphertext bytea, public_key bytea, secret_key bytea) returns bytea
  language sql immutable
  as $$ select ciphertext $$;

create function pgsodium.crypto_box_seed_new_keypair(seed bytea) returns pgsodium.crypto_box_keypair
  language sql immutable
  as $$
  select row(pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) || pg_catalog.uuid_send(pg_catalog.gen_random_uuid()), pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) || pg_catalog.uuid_send(pg_catalog.gen_random_uuid()))::pgsodium.crypto_box_keypair
$$;

create function pgsodium.crypto_generichash(
  message bytea,
  key bigint,
  context bytea default 'pgsodium'::bytea
) returns bytea
  language sql immutable
  as $$ select pg_catalog.sha256(message) $$;

create function pgsodium.crypto_generichash(message bytea, key bytea default null::bytea) returns bytea
  language sql immutable
  as $$ select pg_catalog.sha256(message) $$;

create function pgsodium.crypto_generichash(message bytea, key_uuid uuid) returns bytea
  language sql stable security definer
  as $$ select pg_catalog.sha256(message) $$;

create function pgsodium.crypto_generichash_keygen() returns bytea
  language sql
  as $$
  select pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) || pg_catalog.uuid_send(pg_catalog.gen_random_uuid())
$$;

create function pgsodium.crypto_hash_sha256(message bytea) returns bytea
  language sql immutable
  as $$ select pg_catalog.sha256(message) $$;

create function pgsodium.crypto_hash_sha512(message bytea) returns bytea
  language sql immutable
  as $$ select pg_catalog.sha512(message) $$;

create function pgsodium.crypto_kdf_keygen() returns bytea
  language sql
  as $$
  select pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) || pg_catalog.uuid_send(pg_catalog.gen_random_uuid())
$$;

create function pgsodium.crypto_kx_client_session_keys(
  client_pk bytea,
  client_sk bytea,
  server_pk bytea
) returns pgsodium.crypto_kx_session
  language sql
  as $$ select row(pg_catalog.sha256(client_pk), pg_catalog.sha256(server_pk))::pgsodium.crypto_kx_session $$;

create function pgsodium.crypto_kx_new_keypair() returns pgsodium.crypto_kx_keypair
  language sql
  as $$
  select row(pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) || pg_catalog.uuid_send(pg_catalog.gen_random_uuid()), pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) || pg_catalog.uuid_send(pg_catalog.gen_random_uuid()))::pgsodium.crypto_kx_keypair
$$;

create function pgsodium.crypto_kx_new_seed() returns bytea
  language sql
  as $$
  select pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) || pg_catalog.uuid_send(pg_catalog.gen_random_uuid())
$$;

create function pgsodium.crypto_kx_seed_new_keypair(seed bytea) returns pgsodium.crypto_kx_keypair
  language sql immutable strict
  as $$
  select row(pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) || pg_catalog.uuid_send(pg_catalog.gen_random_uuid()), pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) || pg_catalog.uuid_send(pg_catalog.gen_random_uuid()))::pgsodium.crypto_kx_keypair
$$;

create function pgsodium.crypto_kx_server_session_keys(
  server_pk bytea,
  server_sk bytea,
  client_pk bytea
) returns pgsodium.crypto_kx_session
  language sql
  as $$ select row(pg_catalog.sha256(server_pk), pg_catalog.sha256(client_pk))::pgsodium.crypto_kx_session $$;

create function pgsodium.crypto_pwhash(password bytea, salt bytea) returns bytea
  language sql immutable
  as $$ select pg_catalog.sha256(salt || password) $$;

create function pgsodium.crypto_pwhash_saltgen() returns bytea
  language sql
  as $$ select pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) $$;

create function pgsodium.crypto_pwhash_str(password bytea) returns bytea
  language sql
  as $$ select pg_catalog.sha512(password) $$;

create function pgsodium.crypto_pwhash_str_verify(hashed_password bytea, password bytea) returns boolean
  language sql immutable
  as $$ select hashed_password = pg_catalog.sha512(password) $$;

create function pgsodium.crypto_secretbox(message bytea, nonce bytea, key bytea) returns bytea
  language sql immutable
  as $$ select message $$;

create function pgsodium.crypto_secretbox(
  message bytea,
  nonce bytea,
  key_id bigint,
  context bytea default 'pgsodium'::bytea
) returns bytea
  language sql immutable
  as $$ select message $$;

create function pgsodium.crypto_secretbox(message bytea, nonce bytea, key_uuid uuid) returns bytea
  language sql stable security definer
  as $$ select message $$;

create function pgsodium.crypto_secretbox_keygen() returns bytea
  language sql
  as $$
  select pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) || pg_catalog.uuid_send(pg_catalog.gen_random_uuid())
$$;

create function pgsodium.crypto_secretbox_noncegen() returns bytea
  language sql
  as $$
  select pg_catalog.substr(pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) || pg_catalog.uuid_send(pg_catalog.gen_random_uuid()), 1, 24)
$$;

create function pgsodium.crypto_secretbox_open(ciphertext bytea, nonce bytea, key bytea) returns bytea
  language sql immutable
  as $$ select ciphertext $$;

create function pgsodium.crypto_secretbox_open(
  message bytea,
  nonce bytea,
  key_id bigint,
  context bytea default 'pgsodium'::bytea
) returns bytea
  language sql immutable
  as $$ select message $$;

create function pgsodium.crypto_secretbox_open(message bytea, nonce bytea, key_uuid uuid) returns bytea
  language sql stable security definer
  as $$ select message $$;

create function pgsodium.crypto_secretstream_keygen() returns bytea
  language sql
  as $$
  select pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) || pg_catalog.uuid_send(pg_catalog.gen_random_uuid())
$$;

create function pgsodium.crypto_shorthash(
  message bytea,
  key bigint,
  context bytea default 'pgsodium'::bytea
) returns bytea
  language sql immutable
  as $$ select pg_catalog.substr(pg_catalog.sha256(message), 1, 8) $$;

create function pgsodium.crypto_shorthash(message bytea, key bytea) returns bytea
  language sql immutable
  as $$ select pg_catalog.substr(pg_catalog.sha256(message), 1, 8) $$;

create function pgsodium.crypto_shorthash(message bytea, key_uuid uuid) returns bytea
  language sql stable security definer
  as $$ select pg_catalog.substr(pg_catalog.sha256(message), 1, 8) $$;

create function pgsodium.crypto_shorthash_keygen() returns bytea
  language sql
  as $$ select pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) $$;

create function pgsodium.crypto_sign(message bytea, key bytea) returns bytea
  language sql immutable
  as $$ select message $$;

create function pgsodium.crypto_sign_detached(message bytea, key bytea) returns bytea
  language sql immutable
  as $$ select pg_catalog.sha512(message) $$;

create function pgsodium.crypto_sign_final_create(state bytea, key bytea) returns bytea
  language sql immutable
  as $$ select pg_catalog.sha512(state) $$;

create function pgsodium.crypto_sign_final_verify(state bytea, signature bytea, key bytea) returns boolean
  language sql immutable
  as $$ select signature = pg_catalog.sha512(state) $$;

create function pgsodium.crypto_sign_init() returns bytea
  language sql immutable strict
  as $$ select ''::bytea $$;

create function pgsodium.crypto_sign_new_keypair() returns pgsodium.crypto_sign_keypair
  language sql
  as $$
  select row(pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) || pg_catalog.uuid_send(pg_catalog.gen_random_uuid()), pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) || pg_catalog.uuid_send(pg_catalog.gen_random_uuid()))::pgsodium.crypto_sign_keypair
$$;

create function pgsodium.crypto_sign_new_seed() returns bytea
  language sql
  as $$
  select pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) || pg_catalog.uuid_send(pg_catalog.gen_random_uuid())
$$;

create function pgsodium.crypto_sign_open(signed_message bytea, key bytea) returns bytea
  language sql immutable
  as $$ select signed_message $$;

create function pgsodium.crypto_sign_seed_new_keypair(seed bytea) returns pgsodium.crypto_sign_keypair
  language sql immutable
  as $$
  select row(pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) || pg_catalog.uuid_send(pg_catalog.gen_random_uuid()), pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) || pg_catalog.uuid_send(pg_catalog.gen_random_uuid()))::pgsodium.crypto_sign_keypair
$$;

create function pgsodium.crypto_sign_update(state bytea, message bytea) returns bytea
  language sql immutable
  as $$ select pg_catalog.sha512(state || message) $$;

create function pgsodium.crypto_sign_update_agg1(state bytea, message bytea) returns bytea
  language sql immutable
  as $$ select pg_catalog.sha512(coalesce(state, '') || message) $$;

create function pgsodium.crypto_sign_update_agg2(cur_state bytea, initial_state bytea, message bytea) returns bytea
  language sql immutable
  as $$ select pg_catalog.sha512(coalesce(cur_state, initial_state) || message) $$;

create function pgsodium.crypto_sign_verify_detached(sig bytea, message bytea, key bytea) returns boolean
  language sql immutable
  as $$ select sig = pg_catalog.sha512(message) $$;

create function pgsodium.crypto_signcrypt_new_keypair() returns pgsodium.crypto_signcrypt_keypair
  language sql
  as $$
  select row(pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) || pg_catalog.uuid_send(pg_catalog.gen_random_uuid()), pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) || pg_catalog.uuid_send(pg_catalog.gen_random_uuid()))::pgsodium.crypto_signcrypt_keypair
$$;

create function pgsodium.crypto_signcrypt_sign_after(state bytea, sender_sk bytea, ciphertext bytea) returns bytea
  language sql
  as $$ select pg_catalog.sha512(ciphertext) $$;

create function pgsodium.crypto_signcrypt_sign_before(
  sender bytea,
  recipient bytea,
  sender_sk bytea,
  recipient_pk bytea,
  additional bytea
) returns pgsodium.crypto_signcrypt_state_key
  language sql
  as $$
  select row(pg_catalog.sha512(sender || recipient || additional), pg_catalog.sha256(sender || recipient || additional))::pgsodium.crypto_signcrypt_state_key
$$;

create function pgsodium.crypto_signcrypt_verify_after(
  state bytea,
  signature bytea,
  sender_pk bytea,
  ciphertext bytea
) returns boolean
  language sql
  as $$ select signature = pg_catalog.sha512(ciphertext) $$;

create function pgsodium.crypto_signcrypt_verify_before(
  signature bytea,
  sender bytea,
  recipient bytea,
  additional bytea,
  sender_pk bytea,
  recipient_sk bytea
) returns pgsodium.crypto_signcrypt_state_key
  language sql
  as $$
  select row(pg_catalog.sha512(sender || recipient || additional), pg_catalog.sha256(sender || recipient || additional))::pgsodium.crypto_signcrypt_state_key
$$;

create function pgsodium.crypto_signcrypt_verify_public(
  signature bytea,
  sender bytea,
  recipient bytea,
  additional bytea,
  sender_pk bytea,
  ciphertext bytea
) returns boolean
  language sql
  as $$ select signature = pg_catalog.sha512(ciphertext) $$;

create function pgsodium.crypto_stream_xchacha20(
  bigint,
  bytea,
  bigint,
  context bytea default 'pgsodium'::bytea
) returns bytea
  language sql immutable
  as $$ select pg_catalog.decode(pg_catalog.repeat('00', $1::integer), 'hex') $$;

create function pgsodium.crypto_stream_xchacha20(bigint, bytea, bytea) returns bytea
  language sql immutable
  as $$ select pg_catalog.decode(pg_catalog.repeat('00', $1::integer), 'hex') $$;

create function pgsodium.crypto_stream_xchacha20_keygen() returns bytea
  language sql
  as $$
  select pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) || pg_catalog.uuid_send(pg_catalog.gen_random_uuid())
$$;

create function pgsodium.crypto_stream_xchacha20_noncegen() returns bytea
  language sql
  as $$
  select pg_catalog.substr(pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) || pg_catalog.uuid_send(pg_catalog.gen_random_uuid()), 1, 24)
$$;

create function pgsodium.crypto_stream_xchacha20_xor(
  bytea,
  bytea,
  bigint,
  context bytea default '\x70676f736469756d'::bytea
) returns bytea
  language sql immutable
  as $$ select $1 $$;

create function pgsodium.crypto_stream_xchacha20_xor(bytea, bytea, bytea) returns bytea
  language sql immutable
  as $$ select $1 $$;

create function pgsodium.crypto_stream_xchacha20_xor_ic(
  bytea,
  bytea,
  bigint,
  bigint,
  context bytea default 'pgsodium'::bytea
) returns bytea
  language sql immutable
  as $$ select $1 $$;

create function pgsodium.crypto_stream_xchacha20_xor_ic(bytea, bytea, bigint, bytea) returns bytea
  language sql immutable
  as $$ select $1 $$;

create function pgsodium.randombytes_buf(size integer) returns bytea
  language sql
  as $$
  select coalesce(pg_catalog.decode(pg_catalog.string_agg(pg_catalog.lpad(pg_catalog.to_hex((pg_catalog.random() * 255)::integer), 2, '0'), ''), 'hex'), '')
    from pg_catalog.generate_series(1, size)
$$;

create function pgsodium.randombytes_buf_deterministic(size integer, seed bytea) returns bytea
  language sql immutable
  as $$
  select pg_catalog.substr(pg_catalog.decode(pg_catalog.repeat(pg_catalog.encode(pg_catalog.sha256(seed), 'hex'), size / 32 + 1), 'hex'), 1, size)
$$;

create function pgsodium.randombytes_new_seed() returns bytea
  language sql
  as $$
  select pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) || pg_catalog.uuid_send(pg_catalog.gen_random_uuid())
$$;

create function pgsodium.randombytes_random() returns integer
  language sql
  as $$ select ((pg_catalog.random() - 0.5) * 4294967295)::bigint::integer $$;

create function pgsodium.randombytes_uniform(upper_bound integer) returns integer
  language sql
  as $$ select pg_catalog.floor(pg_catalog.random() * upper_bound)::integer $$;

create function pgsodium.sodium_base642bin(base64 text) returns bytea
  language sql immutable
  as $$ select pg_catalog.decode(base64, 'base64') $$;

create function pgsodium.sodium_bin2base64(bin bytea) returns text
  language sql immutable
  as $$ select pg_catalog.encode(bin, 'base64') $$;

create aggregate pgsodium.crypto_sign_update_agg(message bytea) (
  sfunc = pgsodium.crypto_sign_update_agg1,
  stype = bytea
);

create aggregate pgsodium.crypto_sign_update_agg(state bytea, message bytea) (
  sfunc = pgsodium.crypto_sign_update_agg2,
  stype = bytea
);

grant usage on schema pgsodium to pgsodium_keyiduser;
grant usage on schema pgsodium_masks to pgsodium_keyiduser;
grant select on pgsodium.valid_key to pgsodium_keyiduser;
grant all on pgsodium.valid_key, pgsodium.masking_rule, pgsodium.mask_columns to pgsodium_keyholder;
grant all on pgsodium.key to pgsodium_keymaker;
grant all on sequence pgsodium.key_key_id_seq to pgsodium_keymaker;

select pg_catalog.pg_extension_config_dump('pgsodium.key', '');
select pg_catalog.pg_extension_config_dump('pgsodium.key_key_id_seq', '');

do $$
begin
  if exists (select from pg_catalog.pg_roles where rolname = 'service_role') then
    grant execute on function pgsodium.crypto_aead_det_decrypt(bytea, bytea, uuid, bytea) to service_role;
    grant execute on function pgsodium.crypto_aead_det_encrypt(bytea, bytea, uuid, bytea) to service_role;
    grant execute on function pgsodium.crypto_aead_det_keygen() to service_role;
  end if;
end
$$;
