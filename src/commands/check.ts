// `check`: would `supabase db reset` and `supabase gen types` give the file that is committed?

import { isKnownError } from '../errors.ts';
import type { Baseline } from '../findings/baseline.ts';
import type { Notice } from '../findings/notice.ts';
import { isOfAudit } from '../findings/rules.ts';
import type { Files } from '../ports.ts';
import type { Project } from '../project/project.ts';
import { noTypesFound } from '../project/types-file/types-file.ts';
import type { Engine, Report } from '../report/report.ts';
import { baselineOf, judgeOf, type Scope, withBaseline } from './baseline.ts';
import { type ComparisonOptions, type ComparisonPorts, compareProject } from './comparison.ts';
import { patchFromRoot } from './edits.ts';
import { repairOf } from './repair.ts';
import { summaryOf } from './summary.ts';

export interface CheckPorts extends ComparisonPorts {
  discover(): Project;
  filesOf(project: Project): Files;
  /** The day, UTC, `YYYY-MM-DD`. */
  today(): string;
}

export interface CheckOptions extends ComparisonOptions {
  /** The options as the user would repeat them, for the repair command. */
  repeat: string;
  /** Whether the patch is wanted that `fix` would make. */
  wantsPatch?: boolean;
}

export interface Checked {
  report: Report;
  /** For `git apply`, with paths from the root of the repository. Absent when nothing is to be repaired, or it can't be. */
  patch?: string;
}

/** Compares and reports. Throws UsageError and EnvironmentError when it could not check. */
export async function check(options: CheckOptions, ports: CheckPorts): Promise<Checked> {
  const compared = await readAndCompare(options, ports);
  return withPatch(verdictOf(compared, options.repeat), compared, options);
}

/** The verdict stands whether or not there is a patch; why there is none is said. */
export async function withPatch(
  report: Report,
  compared: Compared,
  { wantsPatch, repeat, surface = 'command-line' }: CheckOptions,
): Promise<Checked> {
  const { comparison, files } = compared.scope;
  const isMendable = report.findings.some(({ subject }) => subject.kind !== 'file');
  if (!wantsPatch || comparison.generated === undefined || !isMendable) return { report };
  try {
    const { edits } = await repairOf(compared, comparison.generated, repeat);
    return { report, patch: await patchFromRoot(edits, files) };
  } catch (error) {
    if (!isKnownError(error)) throw error;
    const { message, remedy } = error.on(surface);
    const notice: Notice = { code: 'no-patch', message: `There is no patch: ${message} ${remedy}` };
    return { report: { ...report, notices: [...report.notices, notice] } };
  }
}

/** What was found, and what of it the project accepts. */
export interface Compared {
  scope: Scope & { files: Files };
  baseline: Baseline;
}

/** The first half of check, of fix and of accept. */
export const readAndCompare = async (options: CheckOptions, ports: CheckPorts): Promise<Compared> =>
  await compareRead(readProject(ports), options, ports);

/** A project as it was read, once. */
export interface ReadProject {
  project: Project;
  baseline: Baseline;
  /** Milliseconds that it took. */
  discover: number;
}

export function readProject({ onProgress, discover, now }: CheckPorts): ReadProject {
  const started = now();
  onProgress('Reading the project');
  const project = discover();
  const baseline = baselineOf(project);
  // Whoever accepted drift of the types had some.
  if (
    project.hasNoTypes &&
    project.typesSearched !== undefined &&
    baseline.entries.some(({ rule }) => !isOfAudit(rule))
  )
    throw noTypesFound(project.typesSearched);
  return { project, baseline, discover: Math.round(now() - started) };
}

export async function compareRead(
  { project, baseline, discover }: ReadProject,
  options: CheckOptions,
  ports: CheckPorts,
): Promise<Compared> {
  const started = ports.now();
  const found = await compareProject(project, options, ports);
  const total = discover + Math.round(ports.now() - started);
  const comparison = { ...found, timings: { discover, ...found.timings, total } };
  const files = ports.filesOf(project);
  const { schema, ignore = [] } = options;
  return {
    scope: { project: found.project, comparison, schema, ignore, files, today: ports.today() },
    baseline,
  };
}

/** The report of a check, without what the baseline accepts. */
export const verdictOf = ({ scope, baseline }: Compared, repeat: string): Report =>
  withBaseline(reportOf('check', scope, repeat), baseline, judgeOf(scope, repeat));

export function reportOf(command: Report['command'], { project, comparison }: Scope, repeat: string): Report {
  const { findings, notices, notRun, schemas, engine, timings, files, compared, inventory } = comparison;
  const diagram = comparison.diagramOf?.(findings);
  const isRepairable = files.some(({ changes }) => changes.length > 0);
  return {
    schemaVersion: 1,
    command,
    status: findings.length === 0 ? 'in-sync' : 'drifted',
    findings,
    notices: [...project.notices.filter((notice) => concerns(notice, engine)), ...notices],
    notRun,
    project: summaryOf(project, schemas),
    engine,
    ...(compared && { compared }),
    inventory,
    ...(diagram && { diagram }),
    timings,
    ...(isRepairable && { repair: `drift-gate fix${repeat}` }),
  };
}

/** Other databases have a release of their own. */
export const concerns = ({ code }: Notice, { database }: Engine): boolean =>
  database === 'embedded' || code !== 'other-postgres-version';
