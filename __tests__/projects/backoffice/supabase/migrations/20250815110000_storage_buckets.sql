-- Buckets and who may read and write them.

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values
  ('product-images', 'product-images', true, 5242880, array['image/png', 'image/jpeg', 'image/webp']),
  ('invoices', 'invoices', false, 10485760, array['application/pdf'])
on conflict (id) do nothing;

create policy "Product images are public"
  on storage.objects for select
  using (bucket_id = 'product-images');

create policy "Members upload product images"
  on storage.objects for insert to authenticated
  with check (
    bucket_id = 'product-images'
    and public.is_member(((storage.foldername(name))[1])::uuid, '{owner,admin,buyer}')
  );

create policy "Members read invoices of their organisation"
  on storage.objects for select to authenticated
  using (
    bucket_id = 'invoices'
    and public.is_member(((storage.foldername(name))[1])::uuid)
  );

create table public.product_images (
  id uuid primary key default gen_random_uuid(),
  product_id bigint not null references public.products (id) on delete cascade,
  object_id uuid references storage.objects (id) on delete set null,
  alt_text text,
  position smallint not null default 0
);

alter table public.product_images enable row level security;
create policy "Images are readable" on public.product_images for select using (true);
