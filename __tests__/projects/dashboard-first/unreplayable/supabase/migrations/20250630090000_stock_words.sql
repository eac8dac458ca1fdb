alter table public.stock_moves rename to stock_movements;
alter table public.deliveries rename to consignments;
alter table only public.consignments rename to shipments;

CREATE TABLE public.shipment_events (
  id bigint generated always as identity primary key,
  shipment_id uuid not null references public.shipments (id),
  event text not null
);
