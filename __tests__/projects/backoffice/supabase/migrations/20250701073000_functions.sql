-- Remote procedures of the app.

-- Overloads: by product and quantity, or by SKU.
create or replace function public.price_of(product_id bigint, quantity integer default 1)
returns numeric
language sql
stable
set search_path = ''
as $$
  select min(v.list_price) * quantity from public.product_variants v where v.product_id = price_of.product_id;
$$;

create or replace function public.price_of(variant_sku text)
returns numeric
language sql
stable
set search_path = ''
as $$
  select v.list_price from public.product_variants v where v.sku = variant_sku;
$$;

create or replace function public.search_products(
  query text,
  in_category bigint default null,
  max_results integer default 20
)
returns table (id bigint, name text, category text, rank real, from_price numeric)
language sql
stable
set search_path = ''
as $$
  select
    p.id,
    p.name,
    c.name,
    ts_rank(p.search, websearch_to_tsquery('simple', query)),
    (select min(v.list_price) from public.product_variants v where v.product_id = p.id)
  from public.products p
  left join public.categories c on c.id = p.category_id
  where p.search @@ websearch_to_tsquery('simple', query)
    and (in_category is null or p.category_id = in_category)
  order by 4 desc
  limit max_results;
$$;

create or replace function public.products_of_supplier(supplier uuid)
returns setof public.products
language sql
stable
rows 50
set search_path = ''
as $$
  select distinct p.*
  from public.products p
  join public.product_variants v on v.product_id = p.id
  join public.supplier_products s on s.variant_id = v.id
  where s.supplier_id = supplier;
$$;

-- Computed fields: `select=*,full_name` and `select=*,stock_available`.
create or replace function public.full_name(public.profiles)
returns text
language sql
stable
set search_path = ''
as $$
  select nullif(concat_ws(' ', $1.first_name, $1.last_name), '');
$$;

create or replace function public.stock_available(variant public.product_variants)
returns bigint
language sql
stable
set search_path = ''
as $$
  select coalesce(sum(l.available), 0) from public.stock_levels l where l.variant_id = variant.id;
$$;

create or replace function public.place_order(order_id bigint)
returns public.orders
language plpgsql
security invoker
set search_path = ''
as $$
declare
  placed public.orders;
begin
  update public.orders o
     set status = 'placed', placed_at = now()
   where o.id = place_order.order_id and o.status = 'cart'
  returning * into placed;

  if placed.id is null then
    raise exception 'order % is not a cart', order_id using errcode = 'P0002';
  end if;
  return placed;
end;
$$;

create or replace function public.my_roles()
returns public.member_role[]
language sql
stable
set search_path = ''
as $$
  select array_agg(distinct m.role) from public.memberships m where m.profile_id = (select auth.uid());
$$;

create or replace function public.package_volume(package public.dimensions)
returns numeric
language sql
immutable
set search_path = ''
as $$
  select (package.width_mm / 1000.0) * (package.height_mm / 1000.0) * (package.depth_mm / 1000.0);
$$;

create or replace function public.dashboard(organisation uuid, since date default current_date - 30, out open_orders bigint, out revenue numeric)
language sql
stable
set search_path = ''
as $$
  select
    count(*) filter (where o.status in ('placed', 'paid')),
    sum(o.total) filter (where o.placed_at >= since)
  from public.orders o
  where o.organisation_id = organisation;
$$;

create or replace function public.touch_last_seen()
returns void
language sql
set search_path = ''
as $$
  update public.profiles set last_seen_at = now() where id = (select auth.uid());
$$;
