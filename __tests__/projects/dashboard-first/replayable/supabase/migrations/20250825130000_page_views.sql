CREATE TABLE public.page_views (
  id uuid not null default gen_random_uuid(),
  path text not null,
  viewed_at timestamptz not null,
  primary key (id, viewed_at)
) PARTITION BY RANGE (viewed_at);

CREATE TABLE public.page_views_2025 PARTITION OF public.page_views
  FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE public.page_views_default PARTITION OF public.page_views DEFAULT;
