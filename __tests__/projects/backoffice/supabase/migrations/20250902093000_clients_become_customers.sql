-- Sales calls them customers; so do we now. Plus the refund flow.

alter table public.clients rename to customers;
alter table public.client_addresses rename to customer_addresses;
alter table public.customer_addresses rename column client_id to customer_id;
alter table public.orders rename column client_id to customer_id;
alter table billing.accounts rename column client_id to customer_id;

alter table public.customer_addresses
  rename constraint client_addresses_client_id_fkey to customer_addresses_customer_id_fkey;
alter table public.orders
  rename constraint orders_client_id_fkey to orders_customer_id_fkey;
alter index public.orders_client_id_idx rename to orders_customer_id_idx;

alter type public.order_status add value if not exists 'refunded' after 'shipped';
alter type public.movement_reason rename value 'count' to 'stocktake';

alter table public.orders
  alter column notes set default '',
  add column reference text,
  drop column metadata;

alter table public.customers
  add column is_business boolean generated always as (company is not null) stored,
  alter column phone type varchar(32);

-- The stock trigger names the enum value.
create or replace function private.apply_stock_movement()
returns trigger
language plpgsql
security definer
set search_path = ''
as $function$
begin
  update public.stock_levels
     set on_hand = on_hand + new.quantity,
         counted_at = case when new.reason = 'stocktake' then new.made_at else counted_at end
   where warehouse_id = new.warehouse_id
     and variant_id = new.variant_id;
  return new;
end;
$function$;
