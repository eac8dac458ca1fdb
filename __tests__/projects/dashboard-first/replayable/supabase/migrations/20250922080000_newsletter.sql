CREATE TABLE public.newsletter_subscribers (
  email text primary key,
  since timestamptz not null default now()
);
CREATE TABLE public.gift_cards (
  code text primary key,
  customer_id uuid,
  amount numeric(12, 2) not null
);
CREATE TABLE public.season_2024_offers (id bigint primary key, title text not null);
