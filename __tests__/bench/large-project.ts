// A project of 1,000 tables and 3,000 policies, of the kind that `audit` must be quick on, and what somebody changed in
// its dashboard. The same counts give the same project.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { MigrationSource } from '../../src/migrations/migration.ts';

export const TABLES = 1000;
export const POLICIES = 3 * TABLES;
const TABLES_PER_MIGRATION = 10;

/** Writes the project into a folder, without types; gives its migrations. */
export function writeLargeProject(directory: string): MigrationSource[] {
  const folder = path.join(directory, 'supabase/migrations');
  mkdirSync(folder, { recursive: true });
  mkdirSync(path.join(directory, 'src'), { recursive: true });
  writeFileSync(
    path.join(directory, 'supabase/config.toml'),
    'project_id = "large"\n[api]\nschemas = ["public"]\n[db]\nport = 54322\nmajor_version = 17\n',
  );
  const migrations = Array.from({ length: TABLES / TABLES_PER_MIGRATION }, (_, group) => {
    const version = String(20250101000000 + group);
    const name = `group_${group}`;
    return { version, name, file: `${version}_${name}.sql`, sql: groupOfTables(group) };
  });
  for (const { file, sql } of migrations) writeFileSync(path.join(folder, file), sql);
  return migrations;
}

/** Ten tables, with an enum, a function, a trigger and a view that they share. */
function groupOfTables(group: number): string {
  const first = group * TABLES_PER_MIGRATION;
  const tables = Array.from({ length: TABLES_PER_MIGRATION }, (_, place) => table(first + place, group));
  return `create type public.state_${group} as enum ('draft', 'open', 'closed');

create function public.touch_${group}() returns trigger language plpgsql set search_path = '' as $$
begin
  new.updated_at = now();
  return new;
end
$$;

${tables.join('\n')}
create trigger touch before update on public.item_${first}
  for each row execute function public.touch_${group}();
create view public.open_${group} with (security_invoker = true) as
  select id, title, amount from public.item_${first} where state = 'open';
`;
}

const table = (index: number, group: number): string => `create table public.item_${index} (
  id uuid primary key default gen_random_uuid(),
  owner_id uuid not null references auth.users (id) on delete cascade,
  parent_id uuid references public.item_${Math.floor(index / 2)} (id),
  title text not null check (char_length(title) > 0),
  state public.state_${group} not null default 'draft',
  amount numeric(12, 2) not null default 0,
  meta jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz
);
create index item_${index}_owner_idx on public.item_${index} (owner_id);
create index item_${index}_open_idx on public.item_${index} (created_at) where state = 'open';
alter table public.item_${index} enable row level security;
create policy "read item_${index}" on public.item_${index} for select to authenticated using (auth.uid() = owner_id);
create policy "add item_${index}" on public.item_${index} for insert to authenticated with check (auth.uid() = owner_id);
create policy "change item_${index}" on public.item_${index} for update to authenticated
  using (auth.uid() = owner_id) with check (auth.uid() = owner_id);
`;

/** What no migration holds, a change of each kind, and the objects that a report must name for it. */
export const HAND_MADE = {
  sql: `create table public.made_by_hand (id bigint primary key, note text);
alter table public.item_1 add column hurried text;
alter table public.item_2 alter column amount set default 1;
drop policy "read item_3" on public.item_3;
alter table public.item_4 disable row level security;
create index made_by_hand_idx on public.item_5 (title);
revoke select on public.item_6 from anon;
drop table public.item_999;`,
  objects: [
    'public.made_by_hand',
    'public.item_1.hurried',
    'public.item_2.amount',
    'public.item_3.read item_3',
    'public.item_4',
    'public.made_by_hand_idx',
    'public.item_6',
    'public.item_999',
  ],
};
