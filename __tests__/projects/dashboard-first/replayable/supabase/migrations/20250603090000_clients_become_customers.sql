-- The dashboard's word was "clients".
alter table if exists public.clients rename to customers;
drop table if exists public.legacy_imports;
alter table if exists public.products add column is_featured boolean not null default false;
