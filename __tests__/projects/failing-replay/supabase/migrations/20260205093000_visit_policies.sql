-- Technicians read all sites and write their own visits.

create policy "Sites are readable" on public.sites
  for select to authenticated using (true);

create policy "Own visits" on public.visits
  for all to authenticated
  using ((select auth.uid()) = technician_id)
  with check ((select auth.uid()) = technician_id);

create type public.visit_kind as enum ('inspection', 'repair', 'emergency');
alter table public.visits add column kind public.visit_kind not null default 'inspection';
