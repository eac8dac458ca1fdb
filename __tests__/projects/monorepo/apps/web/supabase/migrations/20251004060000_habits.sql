-- Habits and the days on which they were kept.

create type public.cadence as enum ('daily', 'weekly', 'monthly');

create table public.habits (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null default auth.uid() references auth.users (id) on delete cascade,
  title text not null,
  cadence public.cadence not null default 'daily',
  reminder jsonb not null default '{}'::jsonb,
  archived_at timestamptz,
  created_at timestamptz not null default now()
);

create table public.check_ins (
  habit_id uuid not null references public.habits (id) on delete cascade,
  day date not null default current_date,
  amount numeric not null default 1,
  note text,
  primary key (habit_id, day)
);

alter table public.habits enable row level security;
alter table public.check_ins enable row level security;

create policy "Own habits" on public.habits
  for all to authenticated using ((select auth.uid()) = user_id) with check ((select auth.uid()) = user_id);
create policy "Own check-ins" on public.check_ins
  for all to authenticated
  using (exists (select 1 from public.habits h where h.id = habit_id and h.user_id = (select auth.uid())));
