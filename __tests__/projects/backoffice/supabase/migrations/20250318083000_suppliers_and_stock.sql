-- Suppliers, purchase prices, warehouses and what lies in them.

create table public.suppliers (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references public.organisations (id) on delete cascade,
  name text not null,
  contact_email extensions.citext,
  lead_time interval not null default interval '14 days',
  rating real check (rating between 0 and 5),
  payment_terms_days smallint not null default 30,
  is_preferred boolean not null default false
);

create table public.supplier_products (
  supplier_id uuid not null references public.suppliers (id) on delete cascade,
  variant_id bigint not null references public.product_variants (id) on delete cascade,
  supplier_sku text,
  unit_cost public.positive_amount not null,
  minimum_quantity integer not null default 1 check (minimum_quantity > 0),
  valid_during daterange,
  primary key (supplier_id, variant_id)
);

create table public.warehouses (
  id smallint generated always as identity primary key,
  code varchar(8) not null unique,
  name text not null,
  opening_hours jsonb,
  location point
);

create table public.stock_levels (
  warehouse_id smallint not null references public.warehouses (id),
  variant_id bigint not null references public.product_variants (id) on delete cascade,
  on_hand integer not null default 0,
  reserved integer not null default 0,
  available integer generated always as (on_hand - reserved) stored,
  counted_at timestamptz,
  primary key (warehouse_id, variant_id),
  constraint stock_levels_reserved_check check (reserved >= 0)
);

create type public.movement_reason as enum ('purchase', 'sale', 'return', 'transfer', 'count');

create table public.stock_movements (
  id bigserial primary key,
  warehouse_id smallint not null,
  variant_id bigint not null,
  reason public.movement_reason not null,
  quantity integer not null,
  note text,
  made_by uuid references public.profiles (id) on delete set null default auth.uid(),
  made_at timestamptz not null default now(),
  constraint stock_movements_level_fkey
    foreign key (warehouse_id, variant_id)
    references public.stock_levels (warehouse_id, variant_id) on delete cascade
);

create index stock_movements_level_idx on public.stock_movements (warehouse_id, variant_id, made_at desc);

-- Keep the level in step with its movements.
create or replace function private.apply_stock_movement()
returns trigger
language plpgsql
security definer
set search_path = ''
as $function$
begin
  update public.stock_levels
     set on_hand = on_hand + new.quantity,
         counted_at = case when new.reason = 'count' then new.made_at else counted_at end
   where warehouse_id = new.warehouse_id
     and variant_id = new.variant_id;
  return new;
end;
$function$;

create trigger apply_stock_movement
  after insert on public.stock_movements
  for each row execute function private.apply_stock_movement();

alter table public.suppliers enable row level security;
alter table public.supplier_products enable row level security;
alter table public.warehouses enable row level security;
alter table public.stock_levels enable row level security;
alter table public.stock_movements enable row level security;

create policy "Members see suppliers" on public.suppliers
  for select to authenticated using (public.is_member(organisation_id));
create policy "Staff see stock" on public.stock_levels
  for select to authenticated using (true);
create policy "Staff book stock" on public.stock_movements
  for insert to authenticated with check (made_by = (select auth.uid()));
