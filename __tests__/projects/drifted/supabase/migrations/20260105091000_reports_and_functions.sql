-- What the desk reads and calls.

create table public.daily_totals (
  day date not null,
  parcels bigint not null
);

create table public.legacy_routes (
  id integer primary key,
  label text
);

create view public.parcel_overview as
select
  p.tracking_code,
  p.status,
  p.external_ref,
  p.notes,
  d.name as depot
from public.parcels p
left join public.depots d on d.id = p.depot_id;

create function public.track_parcel(code text)
returns setof public.parcels
language sql stable
as $$
  select * from public.parcels where tracking_code = code;
$$;

create function public.estimate_fee(weight_grams integer)
returns numeric
language sql immutable
as $$
  select 4.5 + weight_grams / 1000.0;
$$;

create function public.estimate_fee(weight_grams integer, express boolean)
returns numeric
language sql immutable
as $$
  select (4.5 + weight_grams / 1000.0) * case when express then 2 else 1 end;
$$;

create function public.driver_stats(since date)
returns table (driver text, stops bigint)
language sql stable
as $$
  select d.full_name, 0::bigint from public.drivers d where d.hired_on >= since;
$$;

create function public.assign_driver(parcel_id bigint, driver_id uuid)
returns boolean
language sql
as $$
  select true;
$$;

create function public.purge_old(before date)
returns integer
language sql
as $$
  select 0;
$$;

-- The previous system's data, read-only.
create schema legacy;
create table legacy.consignments (
  number text primary key,
  imported_at timestamptz not null default now()
);
