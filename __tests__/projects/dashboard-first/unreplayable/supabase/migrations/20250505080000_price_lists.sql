CREATE TABLE IF NOT EXISTS price_lists (
  id uuid primary key default gen_random_uuid(),
  name text not null
);
CREATE TABLE IF NOT EXISTS public.price_list_items (
  price_list_id uuid not null references price_lists (id),
  product_id uuid not null references public.products (id),
  price numeric(12, 2) not null,
  primary key (price_list_id, product_id)
);
-- once more, for the colleague whose database lacks it
CREATE TABLE IF NOT EXISTS public.price_lists (
  id uuid primary key default gen_random_uuid(),
  name text not null
);
