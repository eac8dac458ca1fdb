-- A reading club: books, readers, who reads what.

create type public.reading_state as enum ('wanted', 'reading', 'finished', 'abandoned');

create table public.books (
  isbn text primary key,
  title text not null,
  authors text[] not null,
  published_in smallint,
  cover jsonb
);

create table public.readers (
  id uuid primary key references auth.users (id) on delete cascade,
  nickname text not null unique,
  joined_on date not null default current_date
);

create table public.readings (
  reader_id uuid not null references public.readers (id) on delete cascade,
  isbn text not null references public.books (isbn),
  state public.reading_state not null default 'wanted',
  finished_on date,
  stars smallint,
  primary key (reader_id, isbn)
);

alter table public.books enable row level security;
alter table public.readers enable row level security;
alter table public.readings enable row level security;
