-- Not named as the CLI wants it, so it is in no database.
CREATE TABLE public.wishlists (id uuid primary key);
