-- Friends may cheer each other on.

create table public.cheers (
  id bigint generated always as identity primary key,
  habit_id uuid not null,
  day date not null,
  from_user uuid not null default auth.uid() references auth.users (id) on delete cascade,
  emoji text not null default '👏',
  foreign key (habit_id, day) references public.check_ins (habit_id, day) on delete cascade,
  unique (habit_id, day, from_user)
);

alter table public.cheers enable row level security;
