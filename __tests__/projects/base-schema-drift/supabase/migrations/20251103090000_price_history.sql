-- First migration of the repository: everything else was there already.
-- It says nothing about public.customers, though it names it here.

create table public.price_history (
  id bigint generated always as identity primary key,
  product_id bigint not null references public.products (id) on delete cascade,
  old_price numeric(10, 2),
  new_price numeric(10, 2) not null,
  changed_at timestamptz not null default now()
);

create table public.shipments (
  id uuid primary key default gen_random_uuid(),
  order_id bigint not null,
  last_state public.order_state,
  constraint shipments_order_id_fkey
    foreign key (order_id) references public.orders (id)
);

-- Not a use: gone already where it was never made.
drop table if exists public.old_imports;
