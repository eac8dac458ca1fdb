-- What this team did in the dashboard since its first migration. It is in no migration. Made by make-projects.mjs.

create table public.supplier_ratings (
  id uuid primary key default gen_random_uuid(),
  supplier_id uuid references public.suppliers (id),
  stars_count integer not null default 0,
  comment text
);
alter table public.supplier_ratings enable row level security;
create index supplier_ratings_supplier_id_idx on public.supplier_ratings (supplier_id);

create table public.campaigns_2026 (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  budget_eur numeric(12, 2),
  starts_at timestamptz
);
alter table public.campaigns_2026 enable row level security;

create table public."Returns" (
  id uuid primary key default gen_random_uuid(),
  quote_id uuid references public.quotes (id),
  return_reason_id uuid references public.return_reasons (id),
  received_at timestamptz
);
alter table public."Returns" enable row level security;
create index "Returns_quote_id_idx" on public."Returns" (quote_id);

create table public.tmp_export_march (
  id uuid primary key default gen_random_uuid(),
  payload jsonb,
  exported_at timestamptz
);
alter table public.tmp_export_march enable row level security;

alter table public."Showrooms" rename to showrooms;
alter table public.showroom_visits rename to visits;
alter table public.newsletter_subscribers rename to newsletter_contacts;

drop table public.ab_test_variants, public.ab_tests, public.chat_messages, public.feature_requests, public.gift_cards, public.season_2024_offers;
