// The report for programs: the value itself. What is put together in several places gets its keys in one order here;
// the other parts have that of the one place that makes them.

import type { AcceptedFinding } from '../findings/baseline.ts';
import type { Finding } from '../findings/finding.ts';
import type { ObjectId } from '../findings/object-id.ts';
import { visibleJson } from '../findings/visible.ts';
import type { Inventory, InventoryItem, InventoryRelation, Report } from './report.ts';

/** The report as JSON, two spaces deep, a newline at the end. Characters that act on a terminal are `\u` escapes. */
export const renderJson = (report: Report): string =>
  `${visibleJson(JSON.stringify(ordered(report), null, 2))}\n`;

/** Every key of a part: one that is forgotten does not compile. What is undefined is not written. */
type Keyed<T> = Record<T extends unknown ? keyof T : never, unknown>;

const ordered = (report: Report): Keyed<Report> => ({
  schemaVersion: report.schemaVersion,
  command: report.command,
  status: report.status,
  failure: report.failure,
  done: report.done,
  findings: report.findings.map(findingIn),
  accepted: report.accepted?.map(findingIn),
  stale: report.stale,
  notRun: report.notRun,
  notices: report.notices,
  repair: report.repair,
  project: report.project,
  engine: report.engine,
  confirmation: report.confirmation,
  compared: report.compared,
  live: report.live,
  history: report.history,
  baseSchema: report.baseSchema,
  inventory: report.inventory && inventoryIn(report.inventory),
  suggestion: report.suggestion,
  definitions: report.definitions,
  audits: report.audits,
  diagram: report.diagram,
  failOn: report.failOn,
  settings: report.settings,
  timings: report.timings,
});

const findingIn = (finding: Finding | AcceptedFinding): Keyed<AcceptedFinding> => ({
  ruleId: finding.ruleId,
  severity: finding.severity,
  compatibility: finding.compatibility,
  reason: finding.reason,
  subject: subjectIn(finding.subject),
  id: finding.id,
  facet: finding.facet,
  location: finding.location,
  typesLocation: finding.typesLocation,
  message: finding.message,
  committed: finding.committed,
  generated: finding.generated,
  expected: finding.expected,
  actual: finding.actual,
  sql: finding.sql,
  details: finding.details,
  covers: finding.covers,
  former: finding.former,
  remedy: finding.remedy,
  fingerprint: finding.fingerprint,
  acceptance: 'acceptance' in finding ? finding.acceptance : undefined,
});

const subjectIn = (subject: ObjectId): Keyed<ObjectId> => ({
  kind: subject.kind,
  schema: 'schema' in subject ? subject.schema : undefined,
  relation: 'relation' in subject ? subject.relation : undefined,
  enum: 'enum' in subject ? subject.enum : undefined,
  name: subject.name,
  args: 'args' in subject ? subject.args : undefined,
  parameters: 'parameters' in subject ? subject.parameters : undefined,
});

const inventoryIn = (inventory: Inventory): Keyed<Inventory> => ({
  gitFrom: inventory.gitFrom,
  counts: inventory.counts,
  byKind: inventory.byKind,
  coverage: inventory.coverage,
  relations: inventory.relations.map(objectIn),
  items: inventory.items?.map(objectIn),
});

type Listed = InventoryRelation | InventoryItem;

const objectIn = ({ id, kind, live, git, types, file, pending, verdict }: Listed): Keyed<Listed> => ({
  id,
  kind,
  live,
  git,
  types,
  file,
  pending,
  verdict,
});
