-- A little data to click through after `supabase db reset`. No schema here.

insert into public.organisations (id, name, slug)
values ('6f0c9f0e-3c0a-4a3b-9a51-0d6b6f0f5c11', 'Northlight Lamps', 'northlight');

insert into public.brands (name, website, country) values
  ('Fjell', 'https://fjell.example', 'NO'),
  ('Casa Luz', null, 'PT');

insert into public.warehouses (code, name) values ('MAIN', 'Main warehouse'), ('RET', 'Returns');

insert into public.categories (name, slug) values ('Lamps', 'lamps');
insert into public.categories (parent_id, name, slug)
select id, 'Table lamps', 'table-lamps' from public.categories where slug = 'lamps';

with product as (
  insert into public.products (organisation_id, category_id, brand_id, name, status, attributes)
  select '6f0c9f0e-3c0a-4a3b-9a51-0d6b6f0f5c11', c.id, b.id, 'Oak table lamp', 'active', '{"bulb": "E27"}'
  from public.categories c, public.brands b
  where c.slug = 'table-lamps' and b.name = 'Fjell'
  returning id
)
insert into public.product_variants (product_id, sku, colour, list_price, cost_price, is_default)
select id, 'LMP-OAK-40', 'oak', 129.00, 61.50, true from product;
