-- The ORM of the old shop wants these names.
CREATE TABLE public."OrderNotes" (
  "noteId" bigint generated always as identity primary key,
  "orderId" uuid,
  "text" text not null
);

create table "mood boards" (
  id uuid primary key default gen_random_uuid(),
  "made for" text not null,
  pictures text[] not null default '{}'
);

Create Table Public."order" (
  position integer primary key,
  label text not null
);
comment on table public."order" is 'How lists are sorted. Replaces CREATE TABLE public.sort_orders (position int)';
