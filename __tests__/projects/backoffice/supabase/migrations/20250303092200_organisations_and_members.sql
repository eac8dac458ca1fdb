-- Who works here: profiles (one per auth user), organisations, memberships.

create type public.member_role as enum ('owner', 'admin', 'buyer', 'warehouse', 'viewer');

create table public.profiles (
  id uuid primary key references auth.users (id) on delete cascade,
  email extensions.citext not null unique,
  first_name text,
  last_name text,
  avatar_path text,
  locale text not null default 'en',
  last_seen_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table public.organisations (
  id uuid primary key default extensions.uuid_generate_v4(),
  name text not null,
  slug extensions.citext not null unique,
  vat_number text,
  settings jsonb not null default '{}'::jsonb,
  created_by uuid references public.profiles (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint organisations_slug_format check (slug ~ '^[a-z0-9-]{3,40}$')
);

create table public.memberships (
  organisation_id uuid not null references public.organisations (id) on delete cascade,
  profile_id uuid not null references public.profiles (id) on delete cascade,
  role public.member_role not null default 'viewer',
  invited_by uuid references public.profiles (id),
  joined_at timestamptz not null default now(),
  primary key (organisation_id, profile_id)
);

create index memberships_profile_id_idx on public.memberships (profile_id);

create table private.invitations (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references public.organisations (id) on delete cascade,
  email extensions.citext not null,
  role public.member_role not null default 'viewer',
  code text not null default private.random_code(),
  expires_at timestamptz not null default now() + interval '7 days',
  accepted_at timestamptz
);

create trigger set_updated_at before update on public.profiles
  for each row execute function public.update_updated_at_column();
create trigger set_updated_at before update on public.organisations
  for each row execute function public.update_updated_at_column();

-- A profile for every new auth user.
create or replace function private.handle_new_user()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  insert into public.profiles (id, email, first_name, last_name)
  values (
    new.id,
    new.email,
    new.raw_user_meta_data ->> 'first_name',
    new.raw_user_meta_data ->> 'last_name'
  )
  on conflict (id) do nothing;
  return new;
end;
$$;

create trigger on_auth_user_created
  after insert on auth.users
  for each row execute function private.handle_new_user();

-- Row-level security
create or replace function public.is_member(organisation uuid, at_least public.member_role[] default null)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select exists (
    select 1
    from public.memberships m
    where m.organisation_id = organisation
      and m.profile_id = (select auth.uid())
      and (at_least is null or m.role = any (at_least))
  );
$$;

alter table public.profiles enable row level security;
alter table public.organisations enable row level security;
alter table public.memberships enable row level security;
alter table private.invitations enable row level security;

create policy "Profiles are visible to signed-in users"
  on public.profiles for select to authenticated using (true);
create policy "People edit their own profile"
  on public.profiles for update to authenticated
  using ((select auth.uid()) = id) with check ((select auth.uid()) = id);
create policy "Members see their organisation"
  on public.organisations for select to authenticated using (public.is_member(id));
create policy "Owners edit their organisation"
  on public.organisations for update to authenticated
  using (public.is_member(id, array['owner', 'admin']::public.member_role[]));
create policy "Members see memberships"
  on public.memberships for select to authenticated using (public.is_member(organisation_id));
