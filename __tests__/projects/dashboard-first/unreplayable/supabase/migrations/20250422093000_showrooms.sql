CREATE TABLE public."Showrooms" (
  id uuid primary key default gen_random_uuid(),
  city text not null,
  opened_on date
);

CREATE TABLE public.showroom_visits (
  id uuid primary key default gen_random_uuid(),
  showroom_id uuid not null references public."Showrooms" (id),
  visited_at timestamptz not null default now()
);
alter table public.showroom_visits enable row level security;
