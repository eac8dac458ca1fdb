CREATE TABLE public.b2b_accounts (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid references public.organisations (id),
  credit_limit numeric(12, 2) not null default 0
);

CREATE TABLE public.loyalty_cards (
  id uuid primary key default gen_random_uuid(),
  customer_id uuid references public.customers (id),
  number text not null unique
);

create
  table public.loyalty_points
(
  card_id uuid not null references public.loyalty_cards (id),
  points integer not null,
  earned_at timestamptz not null default now()
);
