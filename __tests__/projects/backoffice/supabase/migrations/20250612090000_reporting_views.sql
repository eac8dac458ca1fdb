-- What the dashboard reads.

create view public.order_overview with (security_invoker = true) as
select
  o.id,
  o.organisation_id,
  o.status,
  o.placed_at,
  c.company,
  c.contact_name,
  count(i.*) as lines,
  coalesce(sum(i.quantity), 0) as pieces,
  o.total,
  o.currency
from public.orders o
join public.clients c on c.id = o.client_id
left join public.order_items i on i.order_id = o.id
group by o.id, c.company, c.contact_name;

-- Simple enough to be updatable.
create view public.active_products with (security_invoker = true) as
select id, organisation_id, category_id, name, description, attributes
from public.products
where status = 'active';

create view public.category_tree as
with recursive tree as (
  select id, parent_id, name, array[name] as path, 1 as depth
  from public.categories
  where parent_id is null
  union all
  select c.id, c.parent_id, c.name, tree.path || c.name, tree.depth + 1
  from public.categories c
  join tree on tree.id = c.parent_id
)
select id, parent_id, name, path, depth, array_to_string(path, ' / ') as label
from tree;

create materialized view public.sales_by_month as
select
  o.organisation_id,
  date_trunc('month', o.placed_at)::date as month,
  count(distinct o.id) as orders,
  sum(i.line_total) as revenue
from public.orders o
join public.order_items i on i.order_id = o.id
where o.status in ('paid', 'shipped')
group by 1, 2
with no data;

create unique index sales_by_month_key on public.sales_by_month (organisation_id, month);

create materialized view billing.ageing as
select
  a.id as account_id,
  count(*) filter (where i.due_on >= current_date) as not_due,
  count(*) filter (where i.due_on < current_date) as overdue
from billing.accounts a
left join billing.invoices i on i.account_id = a.id and i.status = 'open'
group by a.id;

revoke all on public.sales_by_month from anon;
