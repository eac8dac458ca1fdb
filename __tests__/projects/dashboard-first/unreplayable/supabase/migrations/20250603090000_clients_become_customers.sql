-- The dashboard's word was "clients".
alter table public.clients rename to customers;
drop table if exists public.legacy_imports;
alter table public.products add column is_featured boolean not null default false;
