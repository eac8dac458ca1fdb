-- Sales, for the box office's screen.

create view public.show_sales with (security_invoker = true) as
select s.title, s.status, count(t.id) as tickets, sum(t.price_cents) as revenue_cents
from public.shows s
left join public.bookings b on b.show_id = s.id
left join public.tickets t on t.booking_id = b.id
group by s.id;

create function public.free_seats(show bigint)
returns table (row_label text, number smallint)
language sql
stable
as $$
  select st.row_label, st.number
  from public.shows sh
  join public.seats st on st.venue_id = sh.venue_id
  where sh.id = show
    and not exists (
      select 1
      from public.tickets t
      join public.bookings b on b.id = t.booking_id
      where b.show_id = show
        and (t.venue_id, t.row_label, t.number) = (st.venue_id, st.row_label, st.number)
    );
$$;

create function public.server_time()
returns timestamptz
language sql
stable
as $$
  select now();
$$;
