-- Streaks, for both apps.

create function public.streak(habit uuid, until date default current_date)
returns integer
language sql
stable
as $$
  with days as (
    select day, day + (row_number() over (order by day desc))::integer as run
    from public.check_ins
    where habit_id = habit and day <= until
  )
  select count(*)::integer from days where run = until + 1;
$$;

create view public.habit_progress with (security_invoker = true) as
select h.id as habit_id, h.title, count(c.day) as check_ins, max(c.day) as last_day
from public.habits h
left join public.check_ins c on c.habit_id = h.id
group by h.id;
