-- Columns that the desk asked for, and some it no longer wants.

drop view public.parcel_overview;

alter table public.parcels
  add column insured_value numeric(10, 2),
  drop column notes,
  drop column payment,
  alter column external_ref type text using external_ref::text,
  alter column priority set default 0,
  alter column options set default '{}'::jsonb,
  add constraint parcels_sender_depot_id_fkey
    foreign key (sender_depot_id) references public.depots (id);

drop type public.payment_state;

alter table public.drivers rename column full_name to name;
alter table public.drivers
  alter column phone drop not null,
  alter column hired_on set not null;

-- One licence a driver.
alter table public.driver_licences
  add constraint driver_licences_driver_id_key unique (driver_id);

-- Vehicles are shared now.
alter table public.vehicles drop constraint vehicles_driver_id_fkey;

create view public.parcel_overview as
select
  p.tracking_code,
  p.status,
  p.external_ref,
  p.insured_value,
  d.name as depot
from public.parcels p
left join public.depots d on d.id = p.depot_id;

drop table public.daily_totals;
create view public.daily_totals as
select created_at::date as day, count(*) as parcels
from public.parcels
group by 1;

create materialized view public.depot_load as
select d.city, count(p.id) as parcels
from public.depots d
left join public.parcels p on p.depot_id = d.id
group by d.city;
