// Reports of audits, as values that the renderers' tests share: every verdict, every rule of an audit, what an audit
// says where the migrations can't be replayed, hostile names, and one as large as a test wants.

import { type AcceptedFinding, type BaselineEntry, baselineFindings } from '../../src/findings/baseline.ts';
import { type Finding, makeFinding } from '../../src/findings/finding.ts';
import type { ObjectId } from '../../src/findings/object-id.ts';
import { byText } from '../../src/match.ts';
import type { DiagramLink, DiagramRelation } from '../../src/report/diagram.ts';
import type {
  AuditPoint,
  Definition,
  Inventory,
  InventoryItem,
  InventoryRelation,
  Report,
} from '../../src/report/report.ts';
import { reportOf } from './reports.ts';

const FOLDER = 'supabase/migrations';
const INIT = `${FOLDER}/20251102090000_init.sql`;
const ORDERS = `${FOLDER}/20251120143000_orders.sql`;
const REFUNDS = `${FOLDER}/20260112101500_refunds.sql`;
const BASELINE = 'supabase/drift-baseline.json';
const LIVE = 'the live database';

const table = (name: string): ObjectId => ({ kind: 'table', schema: 'public', name });
const partOf =
  (kind: 'column' | 'policy' | 'trigger' | 'constraint') =>
  (relation: string, name: string): ObjectId => ({ kind, schema: 'public', relation, name });
const column = partOf('column');
const policy = partOf('policy');
const trigger = partOf('trigger');
const version = (name: string): ObjectId => ({ kind: 'migration', name });

/** A report of an audit, over what they have in common. */
export const auditOf = (facts: Pick<Report, 'status'> & Partial<Report>): Report =>
  reportOf({
    command: 'audit',
    live: { environment: 'production', postgresVersion: '15.8' },
    history: { isRecorded: true, applied: 12, pending: [], unknown: [], edited: [], outOfOrder: [] },
    timings: { boot: 640.2, live: 1210.7, replay: 812.4, structure: 402, generate: 211, total: 3105.3 },
    ...facts,
  });

const inGit = { live: true, git: true, types: true, verdict: 'tracked' } as const;
const onlyLive = { live: true, git: false, types: true, verdict: 'base-schema-drift' } as const;

const RELATIONS: InventoryRelation[] = [
  { id: 'public.audit_log', kind: 'table', ...onlyLive, types: false },
  { id: 'public.carriers', kind: 'table', live: true, git: false, types: true, verdict: 'external' },
  {
    id: 'public.coupons',
    kind: 'table',
    live: false,
    git: true,
    types: true,
    file: REFUNDS,
    verdict: 'not-live',
  },
  { id: 'public.customers', kind: 'table', ...inGit, file: INIT },
  { id: 'public.daily_sales', kind: 'materialized-view', ...onlyLive },
  { id: 'public.loyalty_cards', kind: 'table', ...onlyLive },
  { id: 'public.open_orders', kind: 'view', ...inGit, file: ORDERS },
  { id: 'public.order_items', kind: 'table', ...inGit, file: ORDERS },
  { id: 'public.orders', kind: 'table', ...inGit, file: ORDERS },
  { id: 'public.products', kind: 'table', ...inGit, file: INIT },
  {
    id: 'public.refunds',
    kind: 'table',
    ...inGit,
    types: false,
    file: REFUNDS,
    verdict: 'types-out-of-date',
  },
  { id: 'public.suppliers', kind: 'table', ...onlyLive },
  {
    id: 'public.waitlist',
    kind: 'table',
    live: false,
    git: true,
    types: false,
    file: `${FOLDER}/20260201080000_waitlist.sql`,
    pending: true,
    verdict: 'tracked',
  },
  { id: 'public.warehouse_stock', kind: 'foreign-table', ...onlyLive },
];

const ITEMS: InventoryItem[] = [
  { id: 'public.order_status', kind: 'enum', ...inGit, file: ORDERS },
  { id: 'public.loyalty_tier', kind: 'enum', ...onlyLive },
  { id: 'public.place_order', kind: 'function', ...inGit, file: ORDERS },
  { id: 'public.sync_erp', kind: 'function', ...onlyLive, types: false },
];

const INVENTORY: Inventory = {
  gitFrom: 'replay',
  counts: { live: 12, git: 8, types: 11 },
  relations: RELATIONS,
  coverage: 50,
  byKind: {
    tables: { live: 10, git: 7, types: 9 },
    views: { live: 2, git: 1, types: 2 },
    functions: { live: 2, git: 1, types: 1 },
    enums: { live: 2, git: 1, types: 2 },
  },
  items: ITEMS,
};

const unmanagedFinding = (subject: ObjectId, name: string, parts: string[], sql: string[]): Finding =>
  makeFinding({
    ruleId: 'unmanaged',
    subject,
    message: `${subject.kind.replaceAll('-', ' ')} \`${name}\` is in ${LIVE}, and no migration creates it.`,
    details: parts,
    sql,
  });

const CARDS_SQL = `create table public.loyalty_cards (
  id uuid primary key default gen_random_uuid(),
  customer_id uuid not null references public.customers (id),
  tier public.loyalty_tier not null default 'bronze',
  points integer not null default 0
);`;
const TIER_SQL = `create type public.loyalty_tier as enum ('bronze', 'silver', 'gold');`;

const altered = (facts: {
  subject: ObjectId;
  facet: string;
  expected?: string;
  actual?: string;
  message: string;
  sql?: string[];
}): Finding => {
  return makeFinding({
    ruleId: 'altered',
    location: { file: ORDERS, line: 14, column: 3 },
    salient: [facts.facet],
    ...facts,
  });
};

const UNMANAGED = [
  unmanagedFinding(
    { kind: 'enum', schema: 'public', name: 'loyalty_tier' },
    'public.loyalty_tier',
    ['bronze, silver, gold'],
    [TIER_SQL],
  ),
  unmanagedFinding(
    table('loyalty_cards'),
    'public.loyalty_cards',
    [
      'column id uuid not null',
      'column customer_id uuid not null',
      'foreign key (customer_id) references public.customers (id)',
      'row-level security off',
    ],
    [CARDS_SQL],
  ),
  unmanagedFinding(
    table('suppliers'),
    'public.suppliers',
    ['column id bigint not null', 'column name text not null'],
    [
      'create table public.suppliers (id bigint generated always as identity primary key, name text not null);',
    ],
  ),
  unmanagedFinding(
    table('audit_log'),
    'public.audit_log',
    ['column at timestamp with time zone not null'],
    ['create table public.audit_log (at timestamptz not null default now(), what text);'],
  ),
  unmanagedFinding(
    { kind: 'materialized-view', schema: 'public', name: 'daily_sales' },
    'public.daily_sales',
    [],
    [],
  ),
  unmanagedFinding(
    { kind: 'foreign-table', schema: 'public', name: 'warehouse_stock' },
    'public.warehouse_stock',
    ['server erp'],
    [],
  ),
  unmanagedFinding(
    { kind: 'function', schema: 'public', name: 'sync_erp', args: ['since timestamp with time zone'] },
    'public.sync_erp(since timestamp with time zone)',
    [],
    [],
  ),
  unmanagedFinding(
    policy('orders', 'support reads all'),
    'public.orders.support reads all',
    ['for select to support using (true)'],
    ['create policy "support reads all" on public.orders for select to support using (true);'],
  ),
  unmanagedFinding(
    { kind: 'extension', name: 'pg_trgm' },
    'pg_trgm',
    ['version 1.6'],
    ['create extension pg_trgm with schema extensions;'],
  ),
] as const;

const MISSING = [
  makeFinding({
    ruleId: 'missing',
    subject: table('coupons'),
    location: { file: REFUNDS, line: 22, column: 1 },
    message: `table \`public.coupons\` is built by the migrations, and ${LIVE} does not have it.`,
    details: ['column code text not null', 'column percent integer not null'],
  }),
  makeFinding({
    ruleId: 'missing',
    subject: trigger('orders', 'orders_touch'),
    location: { file: ORDERS, line: 40, column: 1 },
    message: `trigger \`public.orders.orders_touch\` is built by the migrations, and ${LIVE} does not have it.`,
  }),
] as const;

const ALTERED = [
  altered({
    subject: column('orders', 'total'),
    facet: 'type',
    expected: 'numeric(10,2)',
    actual: 'numeric(12,2)',
    message: `column \`public.orders.total\` has the type \`numeric(10,2)\` in the migrations and \`numeric(12,2)\` in ${LIVE}.`,
    sql: ['alter table public.orders alter column total type numeric(12,2);'],
  }),
  altered({
    subject: column('orders', 'status'),
    facet: 'default',
    expected: "'draft'::public.order_status",
    actual: "'paid'::public.order_status",
    message: `column \`public.orders.status\` has another default in ${LIVE}.`,
    sql: ["alter table public.orders alter column status set default 'paid'::public.order_status;"],
  }),
  altered({
    subject: table('customers'),
    facet: 'row-level security',
    expected: 'on',
    actual: 'off',
    message: `row-level security of table \`public.customers\` is on in the migrations and off in ${LIVE}.`,
    sql: ['alter table public.customers disable row level security;'],
  }),
  altered({
    subject: table('products'),
    facet: 'grants to anon',
    expected: 'SELECT',
    message: `grants to \`anon\` on table \`public.products\` are \`SELECT\` in the migrations and none in ${LIVE}.`,
    sql: ['revoke select on public.products from anon;'],
  }),
] as const;

const TYPES_OUT_OF_DATE = makeFinding({
  ruleId: 'types-out-of-date',
  compatibility: 'safe',
  subject: table('refunds'),
  location: { file: REFUNDS, line: 3, column: 1 },
  typesLocation: { file: 'src/types/database.ts', line: 88, column: 7 },
  message: `table \`public.refunds\` is in the migrations and in ${LIVE}, and not in the committed types.`,
  generated: '{\n  amount: number\n  id: string\n  order_id: string\n}',
});

const HISTORY = [
  makeFinding({
    ruleId: 'unknown-version',
    subject: version('20251230200000'),
    message: `\`20251230200000\` (\`hotfix_prices\`) is applied in ${LIVE}, and no file has that version.`,
  }),
  makeFinding({
    ruleId: 'edited-version',
    subject: version('20251120143000'),
    location: { file: ORDERS, line: 14, column: 3 },
    message: '`20251120143000_orders.sql` says something else than what was applied.',
    expected: 'alter table orders add column total numeric(10,2);',
    actual: 'alter table orders add column total numeric(12,2);',
  }),
  makeFinding({
    ruleId: 'out-of-order-version',
    subject: version('20251201000000'),
    location: { file: `${FOLDER}/20251201000000_notes.sql`, line: 1, column: 1 },
    message: '`20251201000000_notes.sql` is not applied, and `20260112101500` is.',
  }),
  makeFinding({
    ruleId: 'duplicate-version',
    subject: version('20260112101500'),
    location: { file: `${FOLDER}/20260112101500_refunds_again.sql`, line: 1, column: 1 },
    message: '`20260112101500_refunds_again.sql` has the version of `20260112101500_refunds.sql`.',
  }),
] as const;

const ACCEPTANCE = {
  reason: 'kept by the logistics team, import planned for May',
  owner: 'logistics',
  date: '2026-01-19',
  expires: '2026-06-30',
} as const;

const ACCEPTED: AcceptedFinding[] = [
  {
    ...unmanagedFinding(table('carriers'), 'public.carriers', ['column code text not null'], []),
    acceptance: ACCEPTANCE,
  },
  {
    ...altered({
      subject: table('order_items'),
      facet: 'comment',
      actual: 'one line of an order',
      message: `table \`public.order_items\` has a comment in ${LIVE} alone.`,
    }),
    acceptance: { reason: 'written in the dashboard', date: '2026-01-19' },
  },
];

const GONE: BaselineEntry = {
  object: 'public.old_invoices',
  rule: 'unmanaged',
  reason: 'will be dropped',
  owner: 'billing',
  date: '2025-10-06',
  fingerprint: '00000000000000aa',
};

const [, , SUPPLIERS] = UNMANAGED;
const LATE: BaselineEntry = {
  object: SUPPLIERS.id,
  rule: SUPPLIERS.ruleId,
  reason: 'import comes with the new year',
  owner: 'purchasing',
  date: '2025-10-06',
  expires: '2025-12-31',
  fingerprint: SUPPLIERS.fingerprint,
};

const OF_BASELINE = baselineFindings(
  { stale: [GONE], expired: [{ entry: LATE, finding: SUPPLIERS }] },
  {
    path: BASELINE,
    entries: [],
    lines: new Map([
      [GONE.fingerprint, 11],
      [LATE.fingerprint, 20],
    ]),
  },
);

const ORDERS_SQL = (total: string, status: string, tail: readonly string[]): string =>
  [
    'create table public.orders (',
    '  id uuid not null default gen_random_uuid(),',
    '  customer_id uuid not null,',
    `  status public.order_status not null default '${status}',`,
    `  total ${total} not null,`,
    '  created_at timestamp with time zone not null default now(),',
    '  constraint orders_pkey primary key (id),',
    '  constraint orders_customer_id_fkey foreign key (customer_id) references public.customers (id)',
    ');',
    'alter table public.orders enable row level security;',
    ...tail,
  ].join('\n');

const DEFINITIONS: Definition[] = [
  {
    id: 'public.orders',
    expected: ORDERS_SQL('numeric(10,2)', 'draft', [
      'create trigger orders_touch before update on public.orders for each row execute function public.touch();',
    ]),
    actual: ORDERS_SQL('numeric(12,2)', 'paid', [
      'create policy "support reads all" on public.orders for select to support using (true);',
    ]),
  },
  { id: 'public.loyalty_cards', actual: CARDS_SQL },
  { id: 'public.loyalty_tier', actual: TIER_SQL },
  {
    id: 'public.coupons',
    expected: 'create table public.coupons (\n  code text primary key,\n  percent integer not null\n);',
  },
  {
    id: 'public.sync_erp(since timestamp with time zone)',
    actual:
      'create or replace function public.sync_erp(since timestamp with time zone)\n returns void\n language sql\nas $$ select 1 $$;',
  },
];

const AUDITS: AuditPoint[] = [
  { date: '2025-04-07', live: 8, git: 4, types: 8, coverage: 50, drift: 9, commit: '1c0ffee' },
  { date: '2025-07-07', live: 9, git: 4, types: 8, coverage: 44.4, drift: 14, commit: '2b1d5aa' },
  { date: '2025-10-06', live: 10, git: 5, types: 9, coverage: 50, drift: 12 },
  { date: '2026-01-19', live: 10, git: 7, types: 9, coverage: 50, drift: 24, commit: '77de21b' },
];

const UNMANAGED_DIAGRAM = {
  relations: [
    {
      id: 'public.loyalty_cards',
      kind: 'table',
      columns: [
        { name: 'id', type: 'uuid' },
        { name: 'customer_id', type: 'uuid', isKey: true },
        { name: 'supplier_id', type: 'bigint', isKey: true },
        { name: 'points', type: 'integer' },
      ],
    },
    {
      id: 'public.suppliers',
      kind: 'table',
      columns: [
        { name: 'id', type: 'bigint' },
        { name: 'name', type: 'text' },
      ],
    },
    { id: 'public.audit_log', kind: 'table', columns: [{ name: 'at', type: 'timestamp with time zone' }] },
    { id: 'public.customers', kind: 'table', columns: [] },
  ],
  links: [
    {
      from: 'public.loyalty_cards',
      to: 'public.customers',
      name: 'loyalty_cards_customer_id_fkey',
      columns: ['customer_id'],
    },
    {
      from: 'public.loyalty_cards',
      to: 'public.suppliers',
      name: 'loyalty_cards_supplier_id_fkey',
      columns: ['supplier_id'],
    },
  ],
} satisfies { relations: DiagramRelation[]; links: DiagramLink[] };

/** Every verdict, every rule that an audit finds, accepted, stale and expired drift, history, definitions, audits. */
export const richAudit = auditOf({
  status: 'drifted',
  findings: [...UNMANAGED, ...MISSING, ...ALTERED, TYPES_OUT_OF_DATE, ...HISTORY, ...OF_BASELINE],
  accepted: ACCEPTED,
  stale: [GONE],
  notices: [
    { code: 'pending-migrations', message: 'Two migrations are not applied yet: that is no drift.' },
    { code: 'structure', message: 'Text search configurations are not compared.', count: 1 },
  ],
  compared: { tables: 10, views: 2, enums: 2, compositeTypes: 0, functions: 2 },
  history: {
    isRecorded: true,
    applied: 12,
    pending: ['20251201000000', '20260201080000'],
    unknown: ['20251230200000'],
    edited: ['20251120143000'],
    outOfOrder: ['20251201000000'],
  },
  inventory: INVENTORY,
  suggestion: [...UNMANAGED, ...ALTERED].flatMap(({ sql = [] }) => sql),
  definitions: DEFINITIONS,
  audits: AUDITS,
  diagram: UNMANAGED_DIAGRAM,
});

const CLEAN: Inventory = {
  gitFrom: 'replay',
  counts: { live: 4, git: 4, types: 4 },
  coverage: 100,
  relations: RELATIONS.filter(
    ({ verdict, pending, kind }) => verdict === 'tracked' && !pending && kind === 'table',
  ),
  byKind: {
    tables: { live: 4, git: 4, types: 4 },
    views: { live: 0, git: 0, types: 0 },
    functions: { live: 1, git: 1, types: 1 },
    enums: { live: 1, git: 1, types: 1 },
  },
  items: ITEMS.filter(({ verdict }) => verdict === 'tracked'),
};

/** All three sources agree; one migration is still to be applied. */
export const cleanAudit = auditOf({
  status: 'in-sync',
  compared: { tables: 4, views: 0, enums: 1, compositeTypes: 0, functions: 1 },
  history: {
    isRecorded: true,
    applied: 12,
    pending: ['20260201080000'],
    unknown: [],
    edited: [],
    outOfOrder: [],
  },
  notices: [{ code: 'pending-migrations', message: 'One migration is not applied yet: that is no drift.' }],
  inventory: CLEAN,
  audits: [
    ...AUDITS.slice(0, 3),
    { date: '2026-01-19', live: 4, git: 4, types: 4, coverage: 100, drift: 0, commit: '77de21b' },
  ],
});

/** All drift is accepted by the baseline. */
export const acceptedAudit = auditOf({
  status: 'drifted',
  accepted: ACCEPTED,
  stale: [],
  inventory: INVENTORY,
});

/** The migrations stand on a schema that is not in Git: the texts of the migrations answer in place of a replay. */
export const baseSchemaAudit = auditOf({
  status: 'drifted',
  findings: [UNMANAGED[1], UNMANAGED[2], UNMANAGED[3], MISSING[0]],
  live: { postgresVersion: '15.8' },
  history: { isRecorded: false, applied: 12, pending: [], unknown: [], edited: [], outOfOrder: [] },
  notices: [
    {
      code: 'no-history',
      message: 'The live database has no migration history: every migration counts as applied.',
    },
    {
      code: 'unreadable-statement',
      message: 'What Git creates was read from the texts of the migrations, which could not be replayed.',
    },
  ],
  notRun: [
    {
      part: 'structure',
      reason:
        'the migrations stand on tables that none of them creates, so there is no database to compare with.',
    },
  ],
  baseSchema: {
    reason: '`20251102090000_init.sql` needs `public.suppliers`, which no migration creates.',
    required: [
      { id: 'public.suppliers', references: 7, location: { file: INIT, line: 9, column: 34 } },
      { id: 'public.loyalty_cards', references: 2, location: { file: ORDERS, line: 31, column: 5 } },
      { id: 'public.audit_log', references: 1, location: { file: REFUNDS, line: 8, column: 13 } },
    ],
  },
  inventory: { ...INVENTORY, gitFrom: 'static' },
});

/** A migration fails for another reason: the same finding as in a check, and the static inventory. */
export const failedReplayAudit = auditOf({
  status: 'drifted',
  findings: [
    makeFinding({
      ruleId: 'replay-failed',
      subject: { kind: 'file', name: '20251120143000_orders.sql' },
      location: { file: ORDERS, line: 14, column: 13 },
      message:
        '`20251120143000_orders.sql` fails: column "totl" of relation "orders" does not exist (SQLSTATE 42703).',
      details: ['alter table orders alter column totl type numeric(12, 2);'],
    }),
  ],
  notRun: [
    { part: 'structure', reason: 'the migrations could not be replayed.' },
    { part: 'types', reason: 'the migrations could not be replayed, so there is nothing to compare with.' },
  ],
  inventory: { ...INVENTORY, gitFrom: 'static' },
});

/** The live database did not answer. */
export const failedAudit: Report = (() => {
  const { live, history, ...rest } = auditOf({
    status: 'failed',
    failure: {
      message: 'The live database has an IPv6 address only, and this machine has no route to it.',
      remedy: 'Give the connection string of the session pooler, which has IPv4 addresses.',
    },
    notRun: [
      { part: 'replay', reason: 'the run stopped before it' },
      { part: 'types', reason: 'the run stopped before it' },
    ],
    timings: { boot: 12 },
  });
  return rest;
})();

/** A report in which a name stands wherever an audit can put a name. */
export const hostileAudit = (name: string): Report => {
  const id = makeFinding({
    ruleId: 'unmanaged',
    subject: { kind: 'table', schema: name, name },
    message: '',
  }).id;
  const place = { file: `${FOLDER}/${name}.sql`, line: 1, column: 1 };
  const finding = makeFinding({
    ruleId: 'altered',
    subject: { kind: 'column', schema: name, relation: name, name },
    location: place,
    message: `\`${name}\` is ${name}.`,
    remedy: `Mend ${name}.`,
    expected: name,
    actual: `${name}\n${name}`,
    sql: [name],
    details: [name],
  });
  const entry: BaselineEntry = {
    object: name,
    rule: 'unmanaged',
    reason: name,
    owner: name,
    date: '2026-01-19',
    expires: '2026-06-30',
    fingerprint: '00000000000000aa',
  };
  return auditOf({
    status: 'drifted',
    findings: [
      finding,
      makeFinding({ ruleId: 'unmanaged', subject: { kind: 'extension', name }, message: name }),
      makeFinding({ ruleId: 'unknown-version', subject: version(name), message: name }),
    ],
    accepted: [
      { ...finding, acceptance: { reason: name, owner: name, date: '2026-01-19', expires: '2026-06-30' } },
    ],
    stale: [entry],
    notices: [{ code: 'structure', message: name }],
    notRun: [{ part: 'structure', reason: name }],
    project: { directory: name, migrations: 1, types: [name], schemas: [name] },
    engine: { database: name, resetWith: 'built-in', postgresVersion: name, generator: name },
    live: { environment: name, postgresVersion: name },
    history: {
      isRecorded: true,
      applied: 1,
      pending: [name],
      unknown: [name],
      edited: [name],
      outOfOrder: [name],
    },
    inventory: {
      gitFrom: 'static',
      counts: { live: 1, git: 1, types: 1 },
      coverage: 100,
      relations: [
        { id, kind: 'table', live: true, git: true, types: true, file: place.file, verdict: 'tracked' },
      ],
      items: [{ id, kind: 'function', live: true, git: false, types: false, verdict: 'external' }],
    },
    baseSchema: { reason: name, required: [{ id: name, references: 2, location: place }] },
    suggestion: [name],
    definitions: [{ id, expected: name, actual: `${name}\n${name}` }],
    audits: [{ date: '2026-01-19', live: 1, git: 1, types: 1, coverage: 100, drift: 3, commit: name }],
    diagram: {
      relations: [
        { id, kind: 'table', columns: [{ name, type: name, isKey: true, change: 'changed', was: name }] },
      ],
      links: [{ from: id, to: id, name, columns: [name] }],
    },
    timings: { [name]: 1 },
    repair: name,
  });
};

/** So many tables, each with a finding and both definitions: every fourth unmanaged, every fourth altered twice. */
export function largeAudit(objects: number): Report {
  const names = Array.from({ length: objects }, (_, index) => `table_${String(index).padStart(4, '0')}`);
  const isUnmanaged = (index: number): boolean => index % 4 === 3;
  const definition = (name: string, type: string): string =>
    [
      `create table public.${name} (`,
      '  id uuid not null default gen_random_uuid(),',
      ...Array.from(
        { length: 10 },
        (_, index) => `  column_${index} ${index === 4 ? type : 'text'} not null,`,
      ),
      `  constraint ${name}_pkey primary key (id)`,
      ');',
      `alter table public.${name} enable row level security;`,
    ].join('\n');
  const findings = names.flatMap((name, index) => [
    isUnmanaged(index)
      ? unmanagedFinding(
          table(name),
          `public.${name}`,
          ['column id uuid not null'],
          [definition(name, 'text')],
        )
      : altered({
          subject: column(name, 'column_4'),
          facet: 'type',
          expected: 'integer',
          actual: 'bigint',
          message: `column \`public.${name}.column_4\` is \`integer\` in the migrations and \`bigint\` in ${LIVE}.`,
          sql: [`alter table public.${name} alter column column_4 type bigint;`],
        }),
  ]);
  const unmanaged = names.filter((_, index) => isUnmanaged(index)).length;
  const git = objects - unmanaged;
  return auditOf({
    status: 'drifted',
    findings,
    inventory: {
      gitFrom: 'replay',
      counts: { live: objects, git, types: objects },
      coverage: Math.floor((git / Math.max(1, objects)) * 1000) / 10,
      relations: names.map(
        (name, index): InventoryRelation =>
          isUnmanaged(index)
            ? { id: `public.${name}`, kind: 'table', ...onlyLive }
            : { id: `public.${name}`, kind: 'table', ...inGit, file: INIT },
      ),
    },
    definitions: names.map((name, index) => ({
      id: `public.${name}`,
      ...(!isUnmanaged(index) && { expected: definition(name, 'integer') }),
      actual: definition(name, isUnmanaged(index) ? 'text' : 'bigint'),
    })),
  });
}

/** What 71 tables of a shop are about, and what belongs to each. */
const SUBJECTS: Record<string, readonly string[]> = {
  organisations: ['members', 'addresses', 'settings', 'invitations', 'documents'],
  contacts: ['emails', 'phones', 'notes', 'tags', 'consents'],
  suppliers: ['contracts', 'prices', 'ratings', 'deliveries'],
  catalogues: ['pages', 'versions', 'shares'],
  brands: ['images', 'guides'],
  collections: ['images', 'items', 'shares'],
  consultations: ['images', 'products', 'answers'],
  samples: ['orders', 'returns', 'photos'],
  warehouses: ['zones', 'counts', 'movements', 'transfers'],
  invoices: ['lines', 'payments', 'reminders', 'taxes'],
  quotes: ['lines', 'versions', 'comments'],
  shipments: ['parcels', 'events', 'labels'],
  campaigns: ['audiences', 'mails', 'clicks'],
  affiliates: ['links', 'commissions', 'payouts'],
  feeds: ['mappings', 'runs', 'errors'],
  bugs: [],
  sequences_of_numbers: [],
  app_settings: [],
  error_reports: ['screenshots'],
};

/** Where the subjects lead to, beside what belongs to them. */
const REFERENCES: readonly (readonly [from: string, to: string])[] = [
  ['contacts', 'organisations'],
  ['suppliers', 'organisations'],
  ['brands', 'suppliers'],
  ['collections', 'brands'],
  ['catalogues', 'organisations'],
  ['consultations', 'contacts'],
  ['samples', 'suppliers'],
  ['invoices', 'organisations'],
  ['quotes', 'contacts'],
  ['quote_lines', 'products'],
  ['invoice_lines', 'products'],
  ['shipments', 'warehouses'],
  ['shipment_parcels', 'orders'],
  ['affiliates', 'contacts'],
  ['campaigns', 'brands'],
  ['feeds', 'catalogues'],
];

const singular = (name: string): string => name.replace(/ies$/, 'y').replace(/s$/, '');

/** The seeds' case as a report: 101 live tables, 30 of them from Git, 71 that no migration creates, 9 of Git gone. */
export function shopAudit(): Report {
  const parts = Object.entries(SUBJECTS).flatMap(([name, own]) =>
    own.map((part) => ({ name: `${singular(name)}_${part}`, of: name })),
  );
  const unmanaged = [...Object.keys(SUBJECTS), ...parts.map(({ name }) => name)].slice(0, 71);
  const all = new Set(unmanaged);
  const keys = [...parts.map(({ name, of }) => [name, of] as const), ...REFERENCES].filter(([from]) =>
    all.has(from),
  );
  const git = [
    'orders',
    'products',
    ...Array.from({ length: 28 }, (_, index) => `feature_${String(index + 1).padStart(2, '0')}`),
  ];
  const gone = Array.from({ length: 9 }, (_, index) => `draft_${index + 1}`);
  const fileOf = (index: number): string =>
    `${FOLDER}/2025${String((index % 12) + 1).padStart(2, '0')}15090000_step_${index + 1}.sql`;
  const linksOf = (table: string): DiagramLink[] =>
    keys
      .filter(([from]) => from === table)
      .map(([from, to]) => ({
        from: `public.${from}`,
        to: `public.${to}`,
        name: `${from}_${singular(to)}_id_fkey`,
        columns: [`${singular(to)}_id`],
      }));
  const sqlOf = (name: string): string =>
    [
      `create table public.${name} (`,
      '  id uuid not null default gen_random_uuid(),',
      ...linksOf(name).map(({ to, columns }) => `  ${columns[0]} uuid not null references ${to} (id),`),
      '  created_at timestamp with time zone not null default now(),',
      `  constraint ${name}_pkey primary key (id)`,
      ');',
    ].join('\n');
  const relationOf = (name: string): DiagramRelation => ({
    id: `public.${name}`,
    kind: 'table',
    columns: all.has(name)
      ? [
          { name: 'id', type: 'uuid' },
          ...linksOf(name).map(({ columns: [key = ''] }) => ({
            name: key,
            type: 'uuid',
            isKey: true as const,
          })),
          { name: 'created_at', type: 'timestamp with time zone' },
        ]
      : [],
  });
  const neighbours = [...new Set(keys.map(([, to]) => to))].filter((name) => !all.has(name));
  return auditOf({
    status: 'drifted',
    project: { directory: '.', migrations: 39, types: ['src/types/database.ts'], schemas: ['public'] },
    history: { isRecorded: true, applied: 39, pending: [], unknown: [], edited: [], outOfOrder: [] },
    compared: { tables: 39, views: 0, enums: 0, compositeTypes: 0, functions: 0 },
    findings: [
      ...unmanaged.map((name) =>
        unmanagedFinding(table(name), `public.${name}`, ['column id uuid not null'], [sqlOf(name)]),
      ),
      ...gone.map((name, index) =>
        makeFinding({
          ruleId: 'missing',
          subject: table(name),
          location: { file: fileOf(index), line: 3, column: 1 },
          message: `table \`public.${name}\` is built by the migrations, and ${LIVE} does not have it.`,
        }),
      ),
    ],
    inventory: {
      gitFrom: 'replay',
      counts: { live: 101, git: 39, types: 110 },
      coverage: 29.7,
      relations: [
        ...unmanaged.map((name): InventoryRelation => ({ id: `public.${name}`, kind: 'table', ...onlyLive })),
        ...git.map(
          (name, index): InventoryRelation => ({
            id: `public.${name}`,
            kind: 'table',
            ...inGit,
            file: fileOf(index),
          }),
        ),
        ...gone.map(
          (name, index): InventoryRelation => ({
            id: `public.${name}`,
            kind: 'table',
            live: false,
            git: true,
            types: true,
            file: fileOf(index),
            verdict: 'not-live',
          }),
        ),
      ].sort((a, b) => byText(a.id, b.id)),
      byKind: {
        tables: { live: 101, git: 39, types: 110 },
        views: { live: 0, git: 0, types: 0 },
        functions: { live: 0, git: 0, types: 0 },
        enums: { live: 0, git: 0, types: 0 },
      },
    },
    suggestion: unmanaged.map(sqlOf),
    definitions: unmanaged.map((name) => ({ id: `public.${name}`, actual: sqlOf(name) })),
    audits: [
      { date: '2025-04-14', live: 88, git: 22, types: 90, coverage: 22.7, drift: 70, commit: '4b825dc' },
      { date: '2025-07-14', live: 93, git: 26, types: 96, coverage: 24.7, drift: 73, commit: '6f1ce01' },
      { date: '2025-10-13', live: 99, git: 33, types: 104, coverage: 25.2, drift: 83, commit: 'a94a8fe' },
      { date: '2026-01-19', live: 101, git: 39, types: 110, coverage: 29.7, drift: 80, commit: '77de21b' },
    ],
    diagram: {
      relations: [...unmanaged, ...neighbours].map(relationOf),
      links: unmanaged.flatMap(linksOf),
    },
  });
}
