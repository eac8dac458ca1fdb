-- Activity, by month; and the audit log, which is private.

create table public.activity_events (
  id uuid not null default gen_random_uuid(),
  organisation_id uuid not null references public.organisations (id) on delete cascade,
  actor_id uuid references public.profiles (id) on delete set null,
  kind text not null,
  subject_table text,
  subject_id text,
  payload jsonb not null default '{}'::jsonb,
  ip inet,
  occurred_at timestamptz not null default now(),
  primary key (id, occurred_at)
) partition by range (occurred_at);

create table public.activity_events_2025_h2 partition of public.activity_events
  for values from ('2025-07-01') to ('2026-01-01');
create table public.activity_events_2026_h1 partition of public.activity_events
  for values from ('2026-01-01') to ('2026-07-01');
create table public.activity_events_default partition of public.activity_events default;

create index activity_events_subject_idx on public.activity_events (subject_table, subject_id);

alter table public.activity_events enable row level security;
alter table public.activity_events_2025_h2 enable row level security;
alter table public.activity_events_2026_h1 enable row level security;
alter table public.activity_events_default enable row level security;

create policy "Members see activity" on public.activity_events
  for select to authenticated using (public.is_member(organisation_id));

create table private.audit_log (
  id bigint generated always as identity primary key,
  table_name text not null,
  operation text not null,
  row_before jsonb,
  row_after jsonb,
  changed_by uuid,
  changed_at timestamptz not null default now()
);

create or replace function private.write_audit_log()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  insert into private.audit_log (table_name, operation, row_before, row_after, changed_by)
  values (
    tg_table_schema || '.' || tg_table_name,
    tg_op,
    case when tg_op <> 'INSERT' then to_jsonb(old) end,
    case when tg_op <> 'DELETE' then to_jsonb(new) end,
    auth.uid()
  );
  return coalesce(new, old);
end;
$$;

create trigger audit after insert or update or delete on public.orders
  for each row execute function private.write_audit_log();
create trigger audit after insert or update or delete on billing.invoices
  for each row execute function private.write_audit_log();
