// Projects of a given number of migrations, of the kind that teams write: tables with keys and policies, columns
// added later, functions, views, enums. The same number gives the same project.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes a project of `count` migrations into a folder. */
export function writeProject(directory: string, count: number): void {
  const folder = path.join(directory, 'supabase/migrations');
  mkdirSync(folder, { recursive: true });
  mkdirSync(path.join(directory, 'src'), { recursive: true });
  writeFileSync(
    path.join(directory, 'supabase/config.toml'),
    `project_id = "bench-${count}"\n[api]\nschemas = ["public"]\n[db]\nport = 54322\nmajor_version = 17\n`,
  );
  for (let index = 0; index < count; index++) {
    const version = 20250101000000 + index;
    writeFileSync(path.join(folder, `${version}_step_${index}.sql`), migration(index));
  }
}

/** Of every ten migrations: four tables, three that alter one, a function, a view, an enum. */
function migration(index: number): string {
  const turn = index % 10;
  const table = `thing_${Math.floor(index / 10) * 4 + Math.min(turn, 3)}`;
  if (turn < 4) return createTable(table, index);
  if (turn < 7) return alterTable(table, index);
  if (turn === 7) return createFunction(table, index);
  if (turn === 8) return createView(table, index);
  return `create type public.kind_${index} as enum ('draft', 'open', 'closed');
alter table public.${table} add column kind_${index} public.kind_${index} not null default 'draft';`;
}

const createTable = (table: string, index: number): string => `
-- A table with an owner, a parent and row-level security.
create table if not exists public.${table} (
  id uuid primary key default gen_random_uuid(),
  owner_id uuid not null references auth.users (id) on delete cascade,
  ${index === 0 ? '' : 'parent_id uuid references public.thing_0 (id),'}
  title text not null check (char_length(title) > 0),
  amount numeric(12, 2) not null default 0,
  meta jsonb not null default '{}',
  tags text[] not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz
);
create index if not exists ${table}_owner_idx on public.${table} (owner_id);
alter table public.${table} enable row level security;
create policy "own rows of ${table}" on public.${table} for all to authenticated
  using (auth.uid() = owner_id) with check (auth.uid() = owner_id);`;

const alterTable = (table: string, index: number): string => `
alter table public.${table} add column note_${index} text;
alter table public.${table} add column rank_${index} integer not null default ${index};
comment on column public.${table}.note_${index} is 'Added by step ${index}.';
create index ${table}_rank_${index}_idx on public.${table} (rank_${index});
update public.${table} set note_${index} = title where note_${index} is null;`;

const createFunction = (table: string, index: number): string => `
create or replace function public.touch_${index}() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.updated_at = now();
  return new;
end
$$;
create trigger touch_${index} before update on public.${table} for each row execute function public.touch_${index}();
create or replace function public.total_of_${index}(owner uuid, minimum numeric default 0)
returns table (id uuid, amount numeric) language sql stable as $$
  select t.id, t.amount from public.${table} t where t.owner_id = owner and t.amount >= minimum
$$;`;

const createView = (table: string, index: number): string => `
create or replace view public.summary_${index} with (security_invoker = true) as
  select owner_id, count(*) as things, sum(amount) as total from public.${table} group by owner_id;
grant select on public.summary_${index} to authenticated;`;
