// Report values that the renderers' tests share: each status, with what a real run would put in them.

import {
  type Acceptance,
  type AcceptedFinding,
  type BaselineEntry,
  baselineFindings,
} from '../../src/findings/baseline.ts';
import { type Finding, makeFinding } from '../../src/findings/finding.ts';
import type { ObjectId } from '../../src/findings/object-id.ts';
import type { Report } from '../../src/report/report.ts';

const TYPES = 'src/types/database.ts';
const ORDERS = 'supabase/migrations/20260301120000_orders.sql';
const BUILT = 'in the database that the migrations build';

const inPublic = (relation: string, name: string): ObjectId => ({
  kind: 'column',
  schema: 'public',
  relation,
  name,
});

/** A report over what the reports have in common. */
export const reportOf = (facts: Pick<Report, 'status'> & Partial<Report>): Report => ({
  schemaVersion: 1,
  command: 'check',
  findings: [],
  notices: [],
  notRun: [],
  project: { directory: '.', migrations: 12, types: [TYPES], schemas: ['public', 'billing'] },
  engine: {
    database: 'embedded',
    resetWith: 'built-in',
    postgresVersion: '17.5',
    generator: '@supabase/postgrest-typegen 0.2.2',
  },
  timings: { boot: 641.2, replay: 812.4, generate: 96, parse: 120.7, total: 1702.3 },
  ...facts,
});

export const inSync = reportOf({
  status: 'in-sync',
  compared: { tables: 31, views: 4, enums: 6, compositeTypes: 1, functions: 9 },
});

const retyped = makeFinding({
  ruleId: 'column-type-changed',
  compatibility: 'breaking',
  subject: inPublic('orders', 'total'),
  location: { file: ORDERS, line: 14, column: 3 },
  message: `\`public.orders.total\` is \`number\` in the committed types but \`string | null\` ${BUILT}.`,
  committed: 'number',
  generated: 'string | null',
});

const addedColumn = makeFinding({
  ruleId: 'column-added',
  compatibility: 'safe',
  subject: inPublic('orders', 'notes'),
  location: { file: 'supabase/migrations/20260305090000_notes.sql', line: 2, column: 1 },
  message: `\`public.orders.notes\` is not in the committed types; it is \`string | null\` ${BUILT}.`,
  generated: 'string | null',
});

const removedColumn = makeFinding({
  ruleId: 'column-removed',
  compatibility: 'breaking',
  subject: inPublic('orders', 'legacy_id'),
  location: { file: 'supabase/migrations/20260306101500_drop_legacy_id.sql', line: 1, column: 1 },
  message: `\`public.orders.legacy_id\` is \`number\` in the committed types but does not exist ${BUILT}.`,
  committed: 'number',
});

const addedTable = makeFinding({
  ruleId: 'relation-added',
  compatibility: 'safe',
  subject: { kind: 'table', schema: 'billing', name: 'invoices' },
  location: { file: 'supabase/migrations/20260307080000_billing.sql', line: 5, column: 1 },
  message: 'Table `billing.invoices` is not in the committed types.',
});

const addedValue = makeFinding({
  ruleId: 'enum-value-added',
  compatibility: 'dangerous',
  subject: { kind: 'enum-value', schema: 'public', enum: 'order_status', name: 'refunded' },
  location: { file: 'supabase/migrations/20260308110000_refunds.sql', line: 3, column: 1 },
  message: 'Enum `public.order_status` has the value `refunded`, which the committed types do not have.',
  generated: '"refunded"',
});

const changedFunction = makeFinding({
  ruleId: 'function-signature-changed',
  compatibility: 'breaking',
  subject: {
    kind: 'function',
    schema: 'public',
    name: 'search_orders',
    args: ['query text', 'max_rows integer'],
  },
  location: { file: 'supabase/migrations/20260309150000_search.sql', line: 21, column: 1 },
  message: '`public.search_orders` has other arguments or another result.',
  committed: '{\n  Args: { query: string }\n  Returns: {\n    id: number\n  }[]\n}',
  generated: '{\n  Args: { max_rows?: number; query: string }\n  Returns: {\n    id: number\n  }[]\n}',
});

export const drifted = reportOf({
  status: 'drifted',
  findings: [retyped, addedColumn, removedColumn, addedTable, addedValue, changedFunction],
  notices: [
    {
      code: 'mixed-prefixes',
      message: 'A file in `supabase/migrations` has no version and is skipped: `readme.sql`.',
    },
    {
      code: 'generator-versions-differ',
      message: 'The committed types come from another generator version.',
      count: 2,
    },
  ],
  compared: { tables: 32, views: 4, enums: 6, compositeTypes: 1, functions: 9 },
  repair: 'npx drift-gate fix --project .',
});

const RENAMES = 'supabase/migrations/20260310090000_purchases_become_orders.sql';

/** Drift of every kind of place: shared by several changes, of one change, and of none. */
export const blamed = reportOf({
  status: 'drifted',
  findings: [
    makeFinding({
      ruleId: 'relation-renamed',
      compatibility: 'breaking',
      reason: 'code that uses the old name still compiles, then fails at run time',
      subject: { kind: 'table', schema: 'public', name: 'orders' },
      location: { file: RENAMES, line: 1 },
      message: 'table `public.orders` is still `public.purchases` in the committed types.',
      committed: 'purchases',
      generated: 'orders',
    }),
    makeFinding({
      ruleId: 'column-renamed',
      compatibility: 'breaking',
      reason: 'code that uses the old name still compiles, then fails at run time',
      subject: inPublic('orders', 'name'),
      location: { file: RENAMES, line: 2 },
      message: 'column `public.orders.name` is still `full_name` in the committed types.',
      committed: 'full_name',
      generated: 'name',
    }),
    makeFinding({
      ruleId: 'relationship-added',
      compatibility: 'safe',
      reason: 'no code uses it yet, since its types lack it',
      subject: { kind: 'relationship', schema: 'public', relation: 'orders', name: 'orders_payer_id_fkey' },
      location: { file: RENAMES, line: 3 },
      message: `relationship \`public.orders.orders_payer_id_fkey\` is ${BUILT} but not in the committed types.`,
      generated: '(payer_id) -> users(id)',
    }),
    ...['street', 'city'].map((name) =>
      makeFinding({
        ruleId: 'column-added',
        compatibility: 'safe',
        reason: 'inserts may leave it out, and reads ignore it',
        subject: inPublic('customers', name),
        location: { file: 'supabase/migrations/20260311080000_addresses.sql', line: 4 },
        message: `column \`public.customers.${name}\` is ${BUILT} but not in the committed types.`,
        generated: 'string | null',
      }),
    ),
    makeFinding({
      ruleId: 'relation-removed',
      compatibility: 'breaking',
      reason: 'code that uses it still compiles, then fails at run time',
      subject: { kind: 'table', schema: 'public', name: 'tickets' },
      message: `table \`public.tickets\` is in the committed types but not ${BUILT}.`,
      details: ['in the committed types, in no migration: made outside Git, or never existed'],
    }),
    makeFinding({
      ruleId: 'function-removed',
      compatibility: 'breaking',
      reason: 'code that uses it still compiles, then fails at run time',
      subject: { kind: 'function', schema: 'public', name: 'tickets', args: [] },
      location: { file: 'supabase/migrations/20260312070000_drop_tickets.sql', line: 9 },
      message: `function \`public.tickets()\` is in the committed types but not ${BUILT}.`,
      committed: '() => number',
    }),
  ],
  inventory: {
    gitFrom: 'replay',
    counts: { git: 2, types: 3 },
    relations: [
      { id: 'public.customers', kind: 'table', types: true, file: ORDERS },
      { id: 'public.orders', kind: 'table', types: true, file: ORDERS },
    ],
  },
  repair: 'drift-gate fix',
});

/** Drift that the level lets pass. */
export const tolerated = reportOf({
  status: 'drifted',
  findings: blamed.findings.filter(({ compatibility }) => compatibility === 'safe').concat(addedValue),
  failOn: 'breaking',
  repair: 'drift-gate fix',
});

const acceptedBy = (findings: readonly Finding[], acceptance: Acceptance): AcceptedFinding[] =>
  findings.map((finding) => ({ ...finding, acceptance }));

/** Drift that is all in the baseline. */
export const accepted = reportOf({
  status: 'drifted',
  findings: [],
  accepted: [
    ...acceptedBy([retyped, addedColumn], {
      reason: 'made in the dashboard; `import` comes in May',
      owner: 'the data team',
      date: '2026-03-01',
      expires: '2026-06-30',
    }),
    ...acceptedBy([addedTable], { reason: 'billing has types of its own', date: '2026-03-02' }),
  ],
  stale: [],
});

const BASELINE = 'supabase/drift-baseline.json';
const gone = {
  object: 'public.invoices',
  rule: 'relation-removed',
  reason: 'dropped by hand',
  date: '2026-03-01',
  fingerprint: '00000000000000aa',
} as const satisfies BaselineEntry;
const late = {
  object: removedColumn.id,
  rule: removedColumn.ruleId,
  reason: 'goes with the next release',
  owner: 'ada',
  date: '2026-03-01',
  expires: '2026-04-01',
  fingerprint: removedColumn.fingerprint,
} as const satisfies BaselineEntry;

/** A baseline that no longer fits: one finding is gone, one was accepted until a day that has passed. */
export const outlived = reportOf({
  status: 'drifted',
  findings: [
    {
      ...removedColumn,
      details: ['was accepted on 2026-03-01 by ada until 2026-04-01: goes with the next release'],
    },
    ...baselineFindings(
      { stale: [gone], expired: [{ entry: late, finding: removedColumn }] },
      {
        path: BASELINE,
        entries: [],
        lines: new Map([
          [gone.fingerprint, 4],
          [late.fingerprint, 5],
        ]),
      },
    ),
  ],
  accepted: acceptedBy([addedTable], { reason: 'billing has types of its own', date: '2026-03-02' }),
  stale: [gone],
  repair: 'drift-gate fix',
});

/** All drift is mended, and the baseline does not know it yet. */
export const stale = reportOf({
  status: 'drifted',
  findings: outlived.findings.filter(({ ruleId }) => ruleId === 'stale-baseline-entry'),
  accepted: [],
  stale: [gone],
  repair: 'drift-gate accept --prune --project apps/web',
});

export const failedReplay = reportOf({
  status: 'drifted',
  findings: [
    makeFinding({
      ruleId: 'replay-failed',
      subject: { kind: 'file', name: '20260301120000_orders.sql' },
      location: { file: ORDERS, line: 14, column: 13 },
      message:
        '`20260301120000_orders.sql` fails: column "totl" of relation "orders" does not exist (SQLSTATE 42703).',
      details: ['alter table orders alter column totl type numeric(12, 2);'],
    }),
  ],
  notRun: [
    { part: 'types', reason: 'the migrations could not be replayed, so there is nothing to compare with.' },
  ],
  timings: { boot: 641, replay: 203 },
});

const missing = (name: string, details: string[]): Finding =>
  makeFinding({
    ruleId: 'base-schema-drift',
    subject: { kind: 'table', schema: 'public', name },
    location: { file: ORDERS, line: 3, column: 18 },
    message: `Table \`public.${name}\` is used and no migration creates it.`,
    details,
  });

export const baseSchemaDrift = reportOf({
  status: 'drifted',
  findings: [
    missing('customers', [`${ORDERS}:3`, `${ORDERS}:17`, 'supabase/migrations/20260305090000_notes.sql:8']),
    missing('profiles', [`${ORDERS}:22`]),
  ],
  notRun: [{ part: 'types', reason: 'the migrations could not be replayed.' }],
});

export const failed = reportOf({
  status: 'failed',
  project: { directory: '.', migrations: 12, types: [], schemas: ['public'] },
  failure: {
    message: 'Two generated types files differ:\n`src/types/database.ts`\n`packages/api/database.types.ts`',
    remedy: 'Name the one to check with `--types FILE`.',
  },
  notRun: [{ part: 'types', reason: 'no types file was chosen.' }],
  timings: { boot: 12 },
});

export const cannotReplay = reportOf({
  status: 'failed',
  project: { directory: '.', migrations: 12, types: [], schemas: ['public'] },
  failure: {
    message: `The embedded database cannot replay \`${ORDERS}\`: extension "plv8" is not available.`,
    remedy: 'Check this project with `--database local-stack`.',
    rule: 'embedded-cannot-replay',
    location: { file: ORDERS, line: 3, column: 1 },
    statement: 'create extension plv8;',
  },
  notRun: [{ part: 'types', reason: 'the run stopped before it' }],
  timings: {},
});

/** Names that mean something to a terminal, to Markdown, to HTML or to GitHub. */
export const HOSTILE_NAMES = [
  'say "hi"',
  "o'brien",
  'a.b',
  '`',
  'a`b``c',
  '`tick`',
  'a|b',
  '\\|',
  'ends with \\',
  '||`|`||',
  'two\nlines',
  'carriage\r\nreturn\ttab',
  '\n\n## heading\n\n',
  '🧾 emoji 👩‍👩‍👧 🏳️‍🌈',
  '日本語の表',
  'naïve e\u0301',
  'tag \u{e0041} filler \u3164\u115f join \u034f\u200d vary \ufe0f\u{e0100} blank \u2800\u00a0',
  '</details>',
  '</code></summary></details>',
  '<script>alert(1)</script>',
  '<!-- comment',
  '&lt;&#64;&amp;',
  '@everyone',
  'mail@example.com',
  '#123',
  'GH-7',
  'owner/repo#1',
  'https://evil.example/x',
  'www.evil.example',
  '[link](https://evil.example)',
  '![image](x)',
  '[^1]',
  ':tada:',
  '$x$',
  '**bold** _em_ ~~strike~~',
  '# heading',
  '- item',
  '1. item',
  '=====',
  '> quote',
  '```',
  '~~~',
  '    indented',
  ' padded ',
  '  ',
  '\u001b[31mred\u001b[0m',
  '\u009b2J',
  '\u001b]8;;https://evil.example\u0007click\u001b]8;;\u0007',
  'right\u202eleft',
  'zero\u200bwidth',
  'nul\u0000',
  'line\u2028separator',
  'lone \ud800 surrogate',
] as const;

/** A report in which a name stands wherever a name can stand. */
export const hostileReport = (name: string): Report =>
  reportOf({
    status: 'drifted',
    findings: [
      makeFinding({
        ruleId: 'column-type-changed',
        compatibility: 'breaking',
        subject: { kind: 'column', schema: name, relation: name, name },
        location: { file: `supabase/migrations/${name}.sql`, line: 1, column: 1 },
        message: `\`${name}\` is ${name} in the committed types.`,
        remedy: `Mend ${name}.`,
        committed: name,
        generated: `{\n  "${name}": string\n}`,
        details: [name],
      }),
      makeFinding({
        ruleId: 'replay-failed',
        subject: { kind: 'file', name },
        message: name,
      }),
    ],
    notices: [{ code: 'structure', message: name }],
    notRun: [{ part: 'types', reason: name }],
    project: { directory: name, migrations: 1, types: [name], schemas: [name] },
    engine: { database: name, resetWith: 'built-in', postgresVersion: name, generator: name },
    timings: { [name]: 1 },
    repair: name,
  });

/** A report with so many findings that a limit cuts it. */
export const largeReport = (objects: number): Report =>
  reportOf({
    ...drifted,
    findings: Array.from({ length: objects }, (_, index) =>
      makeFinding({
        ruleId: 'column-type-changed',
        compatibility: 'breaking',
        subject: inPublic(`tischläufer_🧾_${index}`, 'größe'),
        message: `\`public.tischläufer_🧾_${index}.größe\` is \`number\` in the committed types.`,
        committed: 'number',
        generated: '{\n  "```": string\n}',
      }),
    ),
  });
