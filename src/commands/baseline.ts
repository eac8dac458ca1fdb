// What a command found, held against the project's baseline: what fails, what is accepted, what the baseline itself is
// at fault with. Nothing is called stale where nobody looked.

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
import { fitsText } from '../findings/pattern.ts';
import { named } from '../findings/prose.ts';
import { isOfAudit } from '../findings/rules.ts';
import type { Files } from '../ports.ts';
import { parseBaseline } from '../project/baseline-file.ts';
import type { Project } from '../project/project.ts';
import { pathsOf } from '../project/types-file/types-file.ts';
import type { Diagram } from '../report/diagram.ts';
import type { Report } from '../report/report.ts';
import { PLATFORM_SCHEMAS } from '../supabase/schemas.ts';
import type { ProjectComparison } from './comparison.ts';

/** The project's baseline; one without entries when there is no file. Throws UsageError when it can't be read. */
export const baselineOf = ({ baseline: { path, text } }: Project): Baseline =>
  text === undefined ? { path, entries: [], lines: new Map() } : parseBaseline(text, path);

/** How a command holds what it found against the baseline. */
export interface Judge {
  /** `YYYY-MM-DD` */
  today: string;
  /** Audits judge the entries of their own rules, other commands all other entries. */
  isAudit: boolean;
  /** Whether the drift of an entry would have been found, were it still there. */
  isLookedAt(entry: BaselineEntry): boolean;
  /** The types files that have a finding, by its fingerprint. */
  foundIn: ReadonlyMap<string, readonly string[]>;
  files: Pick<Files, 'isThere'>;
  /** A picture of some of the findings. */
  diagramOf?(findings: readonly Finding[]): Diagram | undefined;
  /** The options that `accept` would be given again. */
  repeat: string;
}

/** Holds findings against a baseline. */
export const applyBy = (judge: Judge, findings: readonly Finding[], baseline: Baseline): Applied =>
  applyBaseline(
    findings,
    { entries: baseline.entries.filter(({ rule }) => isOfAudit(rule) === judge.isAudit) },
    { ...judge, holdsFor: (entry, finding) => holdsFor(entry, finding, judge) },
  );

/** Files that are gone, or have another name now, bind nobody. */
function holdsFor(
  { types = [] }: BaselineEntry,
  { fingerprint }: Finding,
  { foundIn, files }: Judge,
): boolean {
  const own = types.filter((path) => files.isThere(path));
  return own.length === 0 || (foundIn.get(fingerprint) ?? []).every((path) => own.includes(path));
}

/** What a command found, before the baseline parts it. */
export interface Found {
  project: Project;
  files: Files;
  baseline: Baseline;
  judge: Judge;
  findings: readonly Finding[];
  /** The report when this is the baseline. */
  reportWith(baseline: Baseline): Report;
}

/** How much a comparison with the committed types looked at, and when. */
export interface Scope {
  project: Project;
  comparison: ProjectComparison;
  /** The schemas that the user named; if any, others were not looked at. */
  schema: readonly string[];
  /** Patterns of what was left out. */
  ignore: readonly string[];
  files: Pick<Files, 'isThere'>;
  /** `YYYY-MM-DD` */
  today: string;
}

/** How such a comparison is judged. */
export const judgeOf = (scope: Scope, repeat: string): Judge => ({
  today: scope.today,
  isAudit: false,
  isLookedAt: (entry) => isLookedAt(entry, scope),
  foundIn: scope.comparison.foundIn,
  files: scope.files,
  ...(scope.comparison.diagramOf && { diagramOf: scope.comparison.diagramOf }),
  repeat,
});

function isLookedAt(
  { object, types }: BaselineEntry,
  { project, comparison, schema, ignore, files }: Scope,
): boolean {
  if (comparison.generated === undefined || isBoundElsewhere(types, project, files)) return false;
  if (ignore.some((pattern) => fitsText(object, pattern))) return false;
  const own = schemaOfText(object);
  if (schema.length > 0) return schema.includes(own);
  // A schema that is nowhere any more was looked at: there is nothing in it.
  const isElsewhere = PLATFORM_SCHEMAS.has(own) || comparison.builtSchemas.includes(own);
  return comparison.schemas.includes(own) || !isElsewhere;
}

/** Whether an entry is bound to types files, one of which is there and is not among those that are compared. */
export function isBoundElsewhere(
  types: readonly string[] = [],
  { typesFiles }: Project,
  files: Pick<Files, 'isThere'>,
): boolean {
  const compared = pathsOf(typesFiles);
  return types.some((path) => !compared.includes(path) && files.isThere(path));
}

/** The report with what it found parted by the baseline. Without entries for its rules it stays as it is. */
export function withBaseline(report: Report, baseline: Baseline, judge: Judge): Report {
  if (!baseline.entries.some(({ rule }) => isOfAudit(rule) === judge.isAudit)) return report;
  const applied = applyBy(judge, report.findings, baseline);
  const { active, accepted, stale, unseen } = applied;
  const findings = [...withExpiry(applied), ...baselineFindings(applied, baseline)];
  const { repair, diagram: all, ...rest } = report;
  const diagram = all && judge.diagramOf?.(active);
  const prune = `drift-gate accept --prune${judge.repeat}`;
  const command = active.length > 0 ? repair : stale.length > 0 ? prune : undefined;
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
      ...formerNotices(applied, baseline, prune),
      ...(mendsAll ? [mendsAccepted(baseline, prune)] : []),
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

/** Else whoever repairs the types in another way is told only by the next check. */
const mendsAccepted = ({ path }: Baseline, prune: string): Notice => ({
  code: 'mends-accepted',
  message: `\`drift-gate fix\`, or its patch, fixes accepted drift too and removes those entries from ${named(path)}; after another repair run \`${prune}\`. Commit both files.`,
});

/** Entries that earlier versions wrote still accept all that they stood for. */
function formerNotices({ former }: Applied, { path }: Baseline, prune: string): Notice[] {
  const entries = new Set(former.map(({ entry }) => entry));
  if (entries.size === 0) return [];
  const objects = [...new Set([...entries].map(({ object }) => named(object)))].sort().join(', ');
  const subject =
    entries.size === 1
      ? `1 entry of ${named(path)} accepts`
      : `${entries.size} entries of ${named(path)} accept`;
  return [
    {
      code: 'baseline',
      message: `${subject} ${objects} as a whole, and each overload now has an id of its own: run \`${prune}\` to renew, and commit the file.`,
      count: entries.size,
    },
  ];
}

function unseenNotices(unseen: readonly BaselineEntry[], { path }: Baseline): Notice[] {
  if (unseen.length === 0) return [];
  const entries = unseen.length === 1 ? '1 entry' : `${unseen.length} entries`;
  const message = `Whether ${entries} of ${named(path)} still hold was not looked at.`;
  return [{ code: 'baseline-not-judged', message, count: unseen.length }];
}
