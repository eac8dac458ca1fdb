// Makes the two projects here, which differ in one thing: in `unreplayable` the migrations stand on the tables of the
// dashboard, in `replayable` they do not. Run: node __tests__/projects/dashboard-first/make-projects.mjs
// then: node __tests__/projects/generate-types.mjs dashboard-first
//
// expected.json is written from the lists here, and the tests ask PostgreSQL whether they are true.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrationsOn } from './migrations.mjs';
import { BASE, LATER } from './tables-of-the-dashboard.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));

/** Live and in Git. `tags` was in the dashboard first; a migration says the same with `if not exists`. */
const TRACKED = [
  ...['OrderNotes', 'audit_log', 'b2b_accounts', 'cart_items', 'carts', 'co2_footprints', 'import_rows'],
  ...['loyalty_cards', 'loyalty_points', 'mood boards', 'order', 'page_views', 'page_views_2025'],
  ...['page_views_default', 'price_list_items', 'price_lists', 'price_snapshots', 'product_tags', 'quote_lines'],
  ...['quotes', 'quotes_2025', 'review_photos', 'reviews', 'shipment_events', 'shipments', 'staff_shifts'],
  ...['stock_baseline', 'stock_movements', 'tags', 'webhooks'],
];

/** In Git, and renamed in the dashboard. */
const RENAMED = {
  Showrooms: 'showrooms',
  showroom_visits: 'visits',
  newsletter_subscribers: 'newsletter_contacts',
};

/** In Git, and dropped in the dashboard. */
const DROPPED = ['ab_test_variants', 'ab_tests', 'chat_messages', 'feature_requests', 'gift_cards', 'season_2024_offers'];

/** What the migrations made of tables of the dashboard. */
const RENAMED_BY_GIT = { clients: 'customers' };
const DROPPED_BY_GIT = ['legacy_imports'];

const parse = (list) =>
  list
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .map(([name, ...columns]) => ({ name, columns }));

const quoted = (name) => (/^[a-z_][a-z0-9_]*$/.test(name) && name !== 'order' ? name : `"${name}"`);

const TYPES = [
  [/_at$/, 'timestamptz'],
  [/_on$/, 'date'],
  [/_eur$/, 'numeric(12, 2)'],
  [/_count$/, 'integer not null default 0'],
  [/^is_/, 'boolean not null default false'],
  [/_id$/, 'uuid'],
  [/^(content|payload|value)$/, 'jsonb'],
  [/./, 'text'],
];

/** `name!` must be given, `brand_id>brands` leads to brands. */
function column(text) {
  const [name, target] = text.replace('!', '').split('>');
  const [, type] = TYPES.find(([pattern]) => pattern.test(name));
  return `  ${name} ${type}${text.endsWith('!') ? ' not null' : ''}${target ? ` references public.${target} (id)` : ''}`;
}

/** As the dashboard makes one: an id, the columns, row-level security; what has links gets an index for the first. */
function table({ name, columns }) {
  const link = columns.map((text) => text.split('>')).find(([, target]) => target !== undefined)?.[0];
  return [
    `create table public.${quoted(name)} (\n  id uuid primary key default gen_random_uuid(),\n${columns.map(column).join(',\n')}\n);`,
    ...(name === 'tags' ? [] : [`alter table public.${quoted(name)} enable row level security;`]),
    ...(link ? [`create index ${quoted(`${name}_${link}_idx`)} on public.${quoted(name)} (${link});`] : []),
  ].join('\n');
}

const base = parse(BASE);
const later = parse(LATER);

const baseSchema = `-- What this team made in the dashboard before its first migration. It is in no migration. Made by make-projects.mjs.

${base.map(table).join('\n\n')}
`;

const dashboardChanges = `-- What this team did in the dashboard since its first migration. It is in no migration. Made by make-projects.mjs.

${later.map(table).join('\n\n')}

${Object.entries(RENAMED)
  .map(([from, to]) => `alter table public.${quoted(from)} rename to ${quoted(to)};`)
  .join('\n')}

drop table ${DROPPED.map((name) => `public.${quoted(name)}`).join(', ')};
`;

const unmanaged = [
  ...base
    .map(({ name }) => RENAMED_BY_GIT[name] ?? name)
    .filter((name) => !DROPPED_BY_GIT.includes(name) && !TRACKED.includes(name)),
  ...later.map(({ name }) => name),
  ...Object.values(RENAMED),
].sort();
const missing = [...Object.keys(RENAMED), ...DROPPED].sort();

const config = (name) => `#:schema https://supabase.com/schemas/config/v1.json
project_id = "dashboard-first-${name}"

[api]
enabled = true
port = 54321
schemas = ["public", "graphql_public"]
extra_search_path = ["public", "extensions"]
max_rows = 1000

[db]
port = 54322
shadow_port = 54320
major_version = 17
`;

/** @returns how often the migrations use each table of the dashboard */
function writeProject(name) {
  const folder = path.join(HERE, name, 'supabase/migrations');
  rmSync(path.join(HERE, name, 'supabase'), { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { files, uses } = migrationsOn(name === 'unreplayable' ? 'the base schema' : 'themselves');
  writeFileSync(path.join(HERE, name, 'supabase/config.toml'), config(name));
  for (const [file, sql] of Object.entries(files)) writeFileSync(path.join(folder, file), sql);
  return uses;
}

writeProject('replayable');
const required = writeProject('unreplayable');
writeFileSync(path.join(HERE, 'base-schema.sql'), baseSchema);
writeFileSync(path.join(HERE, 'changed-in-the-dashboard.sql'), dashboardChanges);
const expected = { tracked: TRACKED, unmanaged, missing, required };
writeFileSync(path.join(HERE, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`);
console.log(Object.entries(expected).map(([what, names]) => `${what} ${Object.keys(names).length}`).join(', '));
