CREATE TABLE public.price_snapshots as
  select price_list_id, product_id, price, current_date as taken_on from public.price_list_items;

select product_id, sum(quantity) as quantity into public.stock_baseline
  from public.stock_movements group by product_id;
