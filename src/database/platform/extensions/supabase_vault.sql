-- comment: Supabase Vault Extension (stand-in: secrets are stored, not encrypted)
-- version: 0.3.1
-- relocatable: false
-- home: vault
-- source: supabase/vault, sql/supabase_vault--0.3.0.sql; grants: supabase/postgres, ansible/files/postgresql_extension_custom_scripts/supabase_vault/after-create.sql

-- The real control file fixes the schema, and so refuses any other; here any is accepted and the record put right.
do $$
begin
  if pg_catalog.to_regnamespace('vault') is null then
    create schema vault;
    alter extension supabase_vault drop schema vault;
    if exists (select from pg_catalog.pg_roles where rolname = 'supabase_admin') then
      alter schema vault owner to supabase_admin;
    end if;
  end if;
end
$$;

update pg_catalog.pg_depend
   set refobjid = 'vault'::pg_catalog.regnamespace
 where classid = 'pg_catalog.pg_extension'::pg_catalog.regclass
   and objid = (select oid from pg_catalog.pg_extension where extname = 'supabase_vault')
   and refclassid = 'pg_catalog.pg_namespace'::pg_catalog.regclass;

update pg_catalog.pg_extension
   set extnamespace = 'vault'::pg_catalog.regnamespace
 where extname = 'supabase_vault';

-- Encryption gives back what it is given: a secret in a shadow database is nobody's secret.
create function vault._crypto_aead_det_encrypt(
  message bytea,
  additional bytea,
  key_id bigint,
  context bytea default 'pgsodium'::bytea,
  nonce bytea default null
) returns bytea
  language sql immutable
  as $$ select message $$;

create function vault._crypto_aead_det_decrypt(
  message bytea,
  additional bytea,
  key_id bigint,
  context bytea default 'pgsodium'::bytea,
  nonce bytea default null
) returns bytea
  language sql immutable
  as $$ select message $$;

create function vault._crypto_aead_det_noncegen() returns bytea
  language sql immutable
  as $$ select '\x00000000000000000000000000000000'::bytea $$;

create table vault.secrets (
  id uuid primary key default pg_catalog.gen_random_uuid(),
  name text,
  description text not null default '',
  secret text not null,
  key_id uuid,
  nonce bytea default vault._crypto_aead_det_noncegen(),
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);
comment on table vault.secrets is 'Secrets of the shadow database, as plain text.';
create unique index secrets_name_idx on vault.secrets using btree (name) where name is not null;

create view vault.decrypted_secrets as
select s.id,
       s.name,
       s.description,
       s.secret,
       pg_catalog.convert_from(
         vault._crypto_aead_det_decrypt(
           message => pg_catalog.decode(s.secret, 'base64'),
           additional => pg_catalog.convert_to(s.id::text, 'utf8'),
           key_id => 0,
           context => 'pgsodium'::bytea,
           nonce => s.nonce
         ), 'utf8') as decrypted_secret,
       s.key_id,
       s.nonce,
       s.created_at,
       s.updated_at
  from vault.secrets as s;

create function vault.create_secret(
  new_secret text,
  new_name text default null,
  new_description text default '',
  new_key_id uuid default null
) returns uuid
  language plpgsql security definer
  set search_path = ''
  as $$
declare
  new_id uuid;
begin
  insert into vault.secrets as s (secret, name, description)
  values (
    pg_catalog.encode(pg_catalog.convert_to(new_secret, 'utf8'), 'base64'),
    new_name,
    new_description
  )
  returning s.id into new_id;
  return new_id;
end
$$;

create function vault.update_secret(
  secret_id uuid,
  new_secret text default null,
  new_name text default null,
  new_description text default null,
  new_key_id uuid default null
) returns void
  language plpgsql security definer
  set search_path = ''
  as $$
begin
  update vault.secrets as s
     set secret = coalesce(pg_catalog.encode(pg_catalog.convert_to(new_secret, 'utf8'), 'base64'), s.secret),
         name = coalesce(new_name, s.name),
         description = coalesce(new_description, s.description),
         updated_at = pg_catalog.now()
   where s.id = secret_id;
end
$$;

revoke all on function
  vault._crypto_aead_det_encrypt,
  vault._crypto_aead_det_decrypt,
  vault._crypto_aead_det_noncegen,
  vault.create_secret,
  vault.update_secret
from public;

select pg_catalog.pg_extension_config_dump('vault.secrets', '');

do $$
declare
  who record;
begin
  for who in
    select r.rolname, case r.rolname when 'postgres' then ' with grant option' else '' end as option
      from pg_catalog.pg_roles as r
     where r.rolname in ('postgres', 'service_role')
  loop
    execute pg_catalog.format('grant usage on schema vault to %I', who.rolname) || who.option;
    execute pg_catalog.format('grant select, delete on vault.secrets, vault.decrypted_secrets to %I', who.rolname)
      || who.option;
    execute pg_catalog.format(
      'grant execute on function vault.create_secret, vault.update_secret, vault._crypto_aead_det_decrypt to %I',
      who.rolname) || who.option;
  end loop;
end
$$;
