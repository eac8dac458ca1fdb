-- Was made in the dashboard at first; here it is for new databases.
create table if not exists public.tags (
  id uuid primary key default gen_random_uuid(),
  label text not null,
  slug text not null
);

create table public.product_tags (
  product_id uuid not null references public.products (id),
  tag_id uuid not null references public.tags (id) on delete cascade,
  primary key (product_id, tag_id)
);
