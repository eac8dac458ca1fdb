do $$
begin
  if not exists (
    select from information_schema.tables where table_schema = 'public' and table_name = 'audit_log'
  ) then
    create table public.audit_log (
      id bigint generated always as identity primary key,
      actor uuid references auth.users (id),
      what jsonb not null,
      happened_at timestamptz not null default now()
    );
  end if;
end
$$;

do $migration$
begin
  CREATE TABLE public.webhooks (
    id uuid primary key default gen_random_uuid(),
    url text not null
  );
  create table public.chat_messages (
    id bigint generated always as identity primary key,
    body text not null
  );
exception
  when duplicate_table then raise notice 'there already';
end
$migration$;
