drop table public.cart_sessions;
CREATE TABLE public.cart_reminders (id bigint primary key);
DROP TABLE IF EXISTS public.cart_reminders CASCADE;
