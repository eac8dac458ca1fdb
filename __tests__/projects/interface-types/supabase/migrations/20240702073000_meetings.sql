-- Meetings, one book each.

create table public.meetings (
  id bigint generated always as identity primary key,
  isbn text references public.books (isbn),
  host_id uuid references public.readers (id) on delete set null,
  held_at timestamptz not null,
  minutes text
);

create view public.book_scores as
select b.isbn, b.title, avg(r.stars) as score, count(r.stars) as votes
from public.books b
left join public.readings r on r.isbn = b.isbn
group by b.isbn;

create function public.readers_of(book text)
returns setof public.readers
language sql
stable
as $$
  select r.* from public.readers r join public.readings x on x.reader_id = r.id where x.isbn = book;
$$;
