-- Settings that the app expects, and what reads them.

insert into public.settings (key, value)
values
  ('shop.currency', '"EUR"'),
  ('shop.tables', '["public.customers", "public.vouchers"]')
on conflict (key) do nothing;

create index if not exists orders_customer_id_idx on public.orders (customer_id);

create function public.orders_of(customer uuid)
returns setof public.orders
language plpgsql
stable
as $$
begin
  return query select * from public.orders where customer_id = customer;
end;
$$;

create function public.next_state(current public.order_state)
returns text
language sql
immutable
as $$
  select case current::text when 'new' then 'confirmed' else 'delivered' end;
$$;

grant select on public.price_history, public.settings to authenticated;
