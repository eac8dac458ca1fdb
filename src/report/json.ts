// The report for programs: the value itself, its keys in one order whatever order they were set in.

import type { Blocker } from '../errors.ts';
import type { Acceptance, AcceptedFinding, BaselineEntry } from '../findings/baseline.ts';
import type { Finding, Location } from '../findings/finding.ts';
import type { Notice, ObjectCounts } from '../findings/notice.ts';
import type { ObjectId } from '../findings/object-id.ts';
import { visibleJson } from '../findings/visible.ts';
import type { Diagram, DiagramColumn, DiagramLink, DiagramRelation } from './diagram.ts';
import type {
  AuditPoint,
  BaseSchema,
  Confirmation,
  Definition,
  Differences,
  Engine,
  History,
  Inventory,
  InventoryItem,
  InventoryRelation,
  LiveSummary,
  NotRun,
  ProjectSummary,
  Report,
  SourceCounts,
} from './report.ts';

type KeysOf<T> = T extends unknown ? keyof T : never;
type Parts =
  | Report
  | Finding
  | AcceptedFinding
  | Acceptance
  | BaselineEntry
  | ObjectId
  | Location
  | Notice
  | NotRun
  | ProjectSummary
  | Engine
  | Confirmation
  | Confirmation['first']
  | Differences
  | Inventory
  | NonNullable<Inventory['byKind']>
  | InventoryRelation
  | InventoryItem
  | SourceCounts
  | LiveSummary
  | History
  | BaseSchema
  | BaseSchema['required'][number]
  | Definition
  | AuditPoint
  | Diagram
  | DiagramRelation
  | DiagramColumn
  | DiagramLink
  | Blocker
  | NonNullable<Report['done']>
  | ObjectCounts;

/** Every key of a report and its parts, in the order of the output. A key that is missing here does not compile. */
const ORDER = {
  schemaVersion: 0,
  command: 0,
  status: 0,
  failure: 0,
  done: 0,
  findings: 0,
  accepted: 0,
  stale: 0,
  notRun: 0,
  notices: 0,
  repair: 0,
  project: 0,
  engine: 0,
  confirmation: 0,
  compared: 0,
  by: 0,
  first: 0,
  differences: 0,
  embedded: 0,
  localStack: 0,
  part: 0,
  rule: 0,
  object: 0,
  ruleId: 0,
  severity: 0,
  compatibility: 0,
  reason: 0,
  owner: 0,
  date: 0,
  expires: 0,
  subject: 0,
  id: 0,
  facet: 0,
  kind: 0,
  directory: 0,
  migrations: 0,
  live: 0,
  git: 0,
  types: 0,
  schemas: 0,
  baseline: 0,
  history: 0,
  baseSchema: 0,
  inventory: 0,
  suggestion: 0,
  definitions: 0,
  audits: 0,
  diagram: 0,
  failOn: 0,
  timings: 0,
  location: 0,
  typesLocation: 0,
  file: 0,
  line: 0,
  column: 0,
  schema: 0,
  relation: 0,
  enum: 0,
  name: 0,
  args: 0,
  statement: 0,
  gitFrom: 0,
  environment: 0,
  isRecorded: 0,
  applied: 0,
  pending: 0,
  unknown: 0,
  edited: 0,
  outOfOrder: 0,
  required: 0,
  references: 0,
  counts: 0,
  byKind: 0,
  coverage: 0,
  drift: 0,
  commit: 0,
  relations: 0,
  items: 0,
  verdict: 0,
  links: 0,
  from: 0,
  to: 0,
  type: 0,
  isKey: 0,
  isOneToOne: 0,
  change: 0,
  was: 0,
  columns: 0,
  code: 0,
  message: 0,
  sentences: 0,
  count: 0,
  committed: 0,
  generated: 0,
  expected: 0,
  actual: 0,
  sql: 0,
  details: 0,
  covers: 0,
  remedy: 0,
  fingerprint: 0,
  acceptance: 0,
  database: 0,
  resetWith: 0,
  cli: 0,
  postgresVersion: 0,
  generator: 0,
  tables: 0,
  views: 0,
  enums: 0,
  compositeTypes: 0,
  functions: 0,
} as const satisfies Record<KeysOf<Parts>, 0>;

const RANK = new Map(Object.keys(ORDER).map((key, rank) => [key, rank]));
const rankOf = ([key]: readonly [string, unknown]): number => RANK.get(key) ?? RANK.size;

/** Puts the keys of every object in order. Phases keep theirs, which says in what order they began. */
function inOrder(key: string, value: unknown): unknown {
  const keyed = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!keyed || key === 'timings') return value;
  return Object.fromEntries(Object.entries(value).sort((a, b) => rankOf(a) - rankOf(b)));
}

/** The report as JSON, two spaces deep, a newline at the end. Characters that act on a terminal are `\u` escapes. */
export const renderJson = (report: Report): string => `${visibleJson(JSON.stringify(report, inOrder, 2))}\n`;
