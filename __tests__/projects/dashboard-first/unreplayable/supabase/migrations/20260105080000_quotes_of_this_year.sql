-- Last year's quotes stay as they are, this year's begin anew.
alter table public.quotes rename to quotes_2025;
create table public.quotes (
  id uuid default gen_random_uuid() not null,
  state public.quote_state not null default 'draft',
  valid_until date,
  constraint quotes_of_this_year_pkey primary key (id)
);
alter table public.quotes enable row level security;
