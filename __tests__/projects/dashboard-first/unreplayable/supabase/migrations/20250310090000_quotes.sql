-- Migration: quotes, the first one that this team keeps in Git
create type public.quote_state as enum ('draft', 'sent', 'accepted', 'lost');

CREATE TABLE public.quotes (
  id uuid primary key default gen_random_uuid(),
  customer_id uuid references public.clients (id),
  state public.quote_state not null default 'draft',
  created_at timestamptz not null default now(),
  updated_at timestamptz
);

CREATE TABLE public.quote_lines (
  id bigint generated always as identity primary key,
  quote_id uuid not null references public.quotes (id) on delete cascade,
  product_id uuid references public.products (id),
  quantity integer not null check (quantity > 0)
);

create index quote_lines_quote_id_idx on public.quote_lines (quote_id);
alter table public.quotes enable row level security;
create policy "staff work on quotes" on public.quotes for all to authenticated using (true) with check (true);

-- Rollback:
-- DROP TABLE IF EXISTS public.quote_lines;
-- DROP TABLE IF EXISTS public.quotes;
