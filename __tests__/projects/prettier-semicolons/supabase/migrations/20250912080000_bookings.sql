-- Bookings and tickets; a ticket is a seat in a show.

create table public.bookings (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users (id) on delete cascade,
  show_id bigint not null references public.shows (id),
  paid_at timestamptz,
  created_at timestamptz not null default now()
);

create table public.tickets (
  id uuid primary key default gen_random_uuid(),
  booking_id uuid not null references public.bookings (id) on delete cascade,
  venue_id uuid not null,
  row_label text not null,
  number smallint not null,
  price_cents integer not null,
  foreign key (venue_id, row_label, number) references public.seats (venue_id, row_label, number)
);

alter table public.bookings enable row level security;
alter table public.tickets enable row level security;

create policy "Own bookings" on public.bookings
  for select to authenticated using ((select auth.uid()) = user_id);
