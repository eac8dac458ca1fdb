-- Notes on orders, and a log of their states.

alter table public.orders
  add column notes text,
  add column confirmed_at timestamptz;

alter type public.order_state add value if not exists 'returned';

create table public.order_state_log (
  id bigint generated always as identity primary key,
  order_id bigint not null references orders (id),
  state order_state not null,
  logged_at timestamptz not null default now()
);

-- The body is only looked into when it runs: stock_ledger is not counted, nor is order_lines.
create function public.log_order_state()
returns trigger
language plpgsql
as $$
begin
  insert into public.order_state_log (order_id, state) values (new.id, new.state);
  insert into public.stock_ledger (product_id, change)
  select l.product_id, -l.quantity from public.order_lines l where l.order_id = new.id;
  return new;
end;
$$;

create trigger log_order_state
  after update of state on public.orders
  for each row execute function public.log_order_state();
