CREATE TABLE public.ab_tests (
  id uuid primary key default gen_random_uuid(),
  name text not null unique
);
CREATE TABLE public.ab_test_variants (
  id uuid primary key default gen_random_uuid(),
  ab_test_id uuid not null references public.ab_tests (id),
  weight numeric not null default 1
);
