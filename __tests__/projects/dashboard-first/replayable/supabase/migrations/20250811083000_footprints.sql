CREATE TABLE public.co2_footprints (
  product_id uuid primary key,
  kilograms numeric not null
);

/* Not yet:
CREATE TABLE public.product_bundles_v2 (
  id uuid primary key
);
  /* nor this: CREATE TABLE public.product_bundle_items_v2 (id uuid); */
*/
