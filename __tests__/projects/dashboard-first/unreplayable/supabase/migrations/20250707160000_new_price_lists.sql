-- A new table takes the place and the name of the old one.
CREATE TABLE public.price_lists_new (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  valid_from date
);
ALTER TABLE public.price_list_items DROP CONSTRAINT price_list_items_price_list_id_fkey;
ALTER TABLE public.price_lists RENAME TO price_lists_old;
ALTER TABLE public.price_lists_new RENAME TO price_lists;
DROP TABLE price_lists_old;
ALTER TABLE public.price_list_items ADD FOREIGN KEY (price_list_id) REFERENCES public.price_lists (id);
