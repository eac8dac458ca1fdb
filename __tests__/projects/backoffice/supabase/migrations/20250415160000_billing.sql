-- Billing lives in a schema of its own, exposed over the API.

create schema billing;
grant usage on schema billing to authenticated, service_role;
alter default privileges in schema billing grant all on tables to service_role;
alter default privileges in schema billing grant select on tables to authenticated;

create type billing.invoice_status as enum ('draft', 'open', 'paid', 'void', 'uncollectible');
create type billing.payment_method as enum ('card', 'sepa', 'transfer');

create type billing.money as (
  amount numeric(14, 2),
  currency char(3)
);

create sequence billing.invoice_number_seq start 2025001;

-- What is owed by whom: one account a client.
create table billing.accounts (
  id uuid primary key default gen_random_uuid(),
  client_id uuid not null unique references public.clients (id) on delete restrict,
  iban text,
  default_method billing.payment_method not null default 'transfer',
  balance billing.money,
  opened_at timestamptz not null default now()
);

create table billing.invoices (
  id uuid primary key default gen_random_uuid(),
  number bigint not null unique default nextval('billing.invoice_number_seq'),
  account_id uuid not null references billing.accounts (id),
  order_id bigint references public.orders (id),
  corrects_id uuid references billing.invoices (id),
  status billing.invoice_status not null default 'draft',
  issued_on date,
  due_on date,
  net numeric(14, 2) not null,
  tax numeric(14, 2) not null default 0,
  gross numeric(14, 2) generated always as (net + tax) stored,
  snapshot jsonb not null,
  pdf_path text,
  created_at timestamptz not null default now()
);

create table billing.invoice_lines (
  invoice_id uuid not null references billing.invoices (id) on delete cascade,
  line_no smallint not null,
  description text not null,
  quantity numeric not null default 1,
  unit_price numeric(14, 4) not null,
  tax_rate numeric(4, 3) not null default 0.2,
  primary key (invoice_id, line_no)
);

create table billing.payments (
  id uuid primary key default gen_random_uuid(),
  invoice_id uuid not null references billing.invoices (id),
  method billing.payment_method not null,
  amount numeric(14, 2) not null check (amount <> 0),
  reference text,
  raw jsonb,
  received_at timestamptz not null default now()
);

alter table billing.accounts enable row level security;
alter table billing.invoices enable row level security;
alter table billing.invoice_lines enable row level security;
alter table billing.payments enable row level security;

create policy "Members read invoices" on billing.invoices
  for select to authenticated
  using (
    exists (
      select 1
      from billing.accounts a
      join public.clients c on c.id = a.client_id
      where a.id = invoices.account_id and public.is_member(c.organisation_id)
    )
  );

create view billing.open_invoices with (security_invoker = true) as
select
  i.id,
  i.number,
  i.account_id,
  c.company,
  c.contact_name,
  i.gross,
  coalesce(p.paid, 0) as paid,
  i.gross - coalesce(p.paid, 0) as outstanding,
  i.due_on,
  current_date - i.due_on as days_overdue
from billing.invoices i
join billing.accounts a on a.id = i.account_id
join public.clients c on c.id = a.client_id
left join lateral (
  select sum(pay.amount) as paid from billing.payments pay where pay.invoice_id = i.id
) p on true
where i.status = 'open';

comment on view billing.open_invoices is 'Open invoices with what is still to be paid.';

-- Issues a draft: sets the dates and opens it.
create or replace function billing.issue_invoice(invoice_id uuid, due_in interval default interval '30 days')
returns billing.invoices
language sql
security definer
set search_path = ''
as $$
  update billing.invoices
     set status = 'open', issued_on = current_date, due_on = (current_date + due_in)::date
   where id = invoice_id and status = 'draft'
  returning *;
$$;
