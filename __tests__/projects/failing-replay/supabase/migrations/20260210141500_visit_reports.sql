-- Reports on visits: a helper, its trigger, and what the dashboard shows. 🔧
-- Note for the reviewer; this line ends with a semicolon;

/* The helper's body holds semicolons, quotes and a nested dollar tag:
   none of them ends the statement. /* Nested comments are legal here; */ */
create or replace function public.describe_visit(visit public.visits)
returns text
language plpgsql
stable
as $body$
declare
  sentence text := 'It''s done; really';
begin
  execute format($q$ select %L || ';' $q$, sentence) into sentence;
  -- no such column below, and no matter: the body is not looked into
  -- visit.visted_at
  return sentence || ' — ' || visit.summary;
end;
$body$;

create table public.visit_photos (
  id uuid primary key default gen_random_uuid(),
  visit_id uuid not null references public.visits (id) on delete cascade,
  path text not null default 'photos/;unnamed',
  "caption; if any" text
);

alter table public.visit_photos enable row level security;

create policy "Photos of own visits" on public.visit_photos
  for select to authenticated
  using (
    exists (
      select 1
      from public.visits v
      where v.id = visit_id
        and v.technician_id = (select auth.uid())
    )
  );

create view public.site_report
with (security_invoker = true) as
select
  s.name as site, -- "Müller & Söhne" and the like
  count(v.id) as visits,
  max(v.visted_at) as last_visit
from public.sites s
left join public.visits v on v.site_id = s.id
group by s.id;

-- Never reached.
create table public.visit_ratings (
  visit_id uuid primary key references public.visits (id),
  stars smallint not null
);
