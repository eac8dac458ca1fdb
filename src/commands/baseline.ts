// What a command found, held against the project's baseline: what fails, what is accepted, what the baseline itself is
// at fault with. Nothing is called stale where nobody looked.

import { parseBaseline } from '../config/baseline-file.ts';
import { PLATFORM_SCHEMAS, type Project } from '../config/project.ts';
import { pathsOf } from '../config/types-file.ts';
import {
  type Applied,
  acceptedWords,
  applyBaseline,
  type Baseline,
  type BaselineEntry,
  baselineFindings,
} from '../findings/baseline.ts';
import type { Finding } from '../findings/finding.ts';
import type { Notice } from '../findings/notice.ts';
import { schemaOfText } from '../findings/object-id.ts';
import { named } from '../findings/prose.ts';
import type { Files } from '../ports.ts';
import type { Report } from '../report/report.ts';
import type { ProjectComparison } from './comparison.ts';

/** The project's baseline; one without entries when there is no file. Throws UsageError when it can't be read. */
export const baselineOf = ({ baseline: { path, text } }: Project): Baseline =>
  text === undefined ? { path, entries: [], lines: new Map() } : parseBaseline(text, path);

/** How much was looked at, and when. */
export interface Scope {
  project: Project;
  comparison: ProjectComparison;
  /** The schemas that the user named; if any, others were not looked at. */
  schema: readonly string[];
  files: Pick<Files, 'isThere'>;
  /** `YYYY-MM-DD` */
  today: string;
}

/** Holds findings against a baseline. */
export const applyWithin = (scope: Scope, findings: readonly Finding[], baseline: Baseline): Applied =>
  applyBaseline(findings, baseline, {
    today: scope.today,
    isLookedAt: (entry) => isLookedAt(entry, scope),
    holdsFor: (entry, finding) => holdsFor(entry, finding, scope),
  });

/** Files that are gone, or have another name now, bind nobody. */
function holdsFor(
  { types = [] }: BaselineEntry,
  { fingerprint }: Finding,
  { comparison, files }: Scope,
): boolean {
  const own = types.filter((path) => files.isThere(path));
  const found = comparison.foundIn.get(fingerprint) ?? [];
  return own.length === 0 || found.every((path) => own.includes(path));
}

function isLookedAt(
  { object, types = [] }: BaselineEntry,
  { project, comparison, ...scope }: Scope,
): boolean {
  if (comparison.generated === undefined) return false;
  const compared = pathsOf(project.typesFiles);
  if (types.some((path) => !compared.includes(path) && scope.files.isThere(path))) return false;
  const schema = schemaOfText(object);
  if (scope.schema.length > 0) return scope.schema.includes(schema);
  // A schema that is nowhere any more was looked at: there is nothing in it.
  const isElsewhere = PLATFORM_SCHEMAS.has(schema) || comparison.builtSchemas.includes(schema);
  return comparison.schemas.includes(schema) || !isElsewhere;
}

/** The report with what it found parted by the baseline. Without entries it stays as it is. */
export function withBaseline(report: Report, baseline: Baseline, scope: Scope, repeat: string): Report {
  if (baseline.entries.length === 0) return report;
  const applied = applyWithin(scope, report.findings, baseline);
  const { active, accepted, stale, unseen } = applied;
  const findings = [...withExpiry(applied), ...baselineFindings(applied, baseline)];
  const { repair, diagram: all, ...rest } = report;
  const diagram = all && scope.comparison.diagramOf?.(active);
  const prune = stale.length > 0 ? `drift-gate accept --prune${repeat}` : undefined;
  const command = active.length > 0 ? repair : prune;
  const mendsAll = command !== undefined && active.length > 0 && accepted.length + applied.expired.length > 0;
  return {
    ...rest,
    status: findings.length + accepted.length === 0 ? 'in-sync' : 'drifted',
    findings,
    accepted,
    stale,
    notices: [
      ...report.notices,
      ...unseenNotices(unseen, baseline),
      ...(mendsAll ? [mendsAccepted(baseline, repeat)] : []),
    ],
    ...(diagram && { diagram }),
    ...(command !== undefined && { repair: command }),
  };
}

/** The active findings; of one whose acceptance has run out, that and why it was accepted. */
function withExpiry({ active, expired }: Applied): Finding[] {
  const entries = new Map(expired.map(({ finding, entry }) => [finding, entry]));
  return active.map((finding) => {
    const entry = entries.get(finding);
    if (entry === undefined) return finding;
    return {
      ...finding,
      details: [...(finding.details ?? []), `was ${acceptedWords(entry)}: ${entry.reason}`],
    };
  });
}

/** Else whoever does what the report asks for is told only by the next check. */
const mendsAccepted = ({ path }: Baseline, repeat: string): Notice => ({
  code: 'mends-accepted',
  message: `What mends the types mends accepted drift too: run \`drift-gate accept --prune${repeat}\` after it, and commit ${named(path)}.`,
});

function unseenNotices(unseen: readonly BaselineEntry[], { path }: Baseline): Notice[] {
  if (unseen.length === 0) return [];
  const entries = unseen.length === 1 ? '1 entry' : `${unseen.length} entries`;
  const message = `Whether ${entries} of ${named(path)} still hold was not looked at.`;
  return [{ code: 'baseline-not-judged', message, count: unseen.length }];
}
