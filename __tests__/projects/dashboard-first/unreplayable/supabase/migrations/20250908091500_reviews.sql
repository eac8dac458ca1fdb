CREATE TABLE
  public.reviews
(
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  product_id UUID references public.products (id),
  stars SMALLINT NOT NULL CHECK (stars BETWEEN 1 AND 5),
  created_at TIMESTAMPTZ NOT NULL DEFAULT NOW()
);
CREATE TABLE public.review_photos (
  id uuid primary key default gen_random_uuid(),
  review_id uuid not null references public.reviews (id),
  path text not null
);
CREATE TABLE public.feature_requests (id uuid primary key default gen_random_uuid(), wish text not null);
alter table public.reviews enable row level security;
create policy "everybody reads reviews" on public.reviews for select using (true);
