// `check`: would `supabase db reset` and `supabase gen types` give the file that is committed?

import type { Project } from '../config/project.ts';
import { isKnownError } from '../errors.ts';
import type { Baseline } from '../findings/baseline.ts';
import type { Files } from '../ports.ts';
import type { Report } from '../report/report.ts';
import { baselineOf, type Scope, withBaseline } from './baseline.ts';
import { type ComparisonPorts, compareProject } from './comparison.ts';
import { editsOf, patchFromRoot } from './edits.ts';

export interface CheckPorts extends ComparisonPorts {
  discover(): Project;
  filesOf(project: Project): Files;
  /** The day, UTC, `YYYY-MM-DD`. */
  today(): string;
}

export interface CheckOptions {
  schema: readonly string[];
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
  const { scope, baseline } = await readAndCompare(options, ports);
  const report = withBaseline(reportOf('check', scope, options.repeat), baseline, scope, options.repeat);
  return options.wantsPatch ? await withPatch(report, scope) : { report };
}

/** The verdict stands whether or not there is a patch; why there is none is said. */
async function withPatch(
  report: Report,
  { comparison: { files: compared, generated }, files }: Compared['scope'],
): Promise<Checked> {
  const isMendable = report.findings.some(({ subject }) => subject.kind !== 'file');
  if (generated === undefined || !isMendable) return { report };
  try {
    return { report, patch: await patchFromRoot(await editsOf(compared, generated, files), files) };
  } catch (error) {
    if (!isKnownError(error)) throw error;
    const notice = { code: 'no-patch', message: `There is no patch: ${error.message} ${error.remedy}` };
    return { report: { ...report, notices: [...report.notices, notice] } };
  }
}

/** What was found, and what of it the project accepts. */
export interface Compared {
  scope: Scope & { files: Files };
  baseline: Baseline;
}

/** The first half of check, of fix and of accept. */
export async function readAndCompare({ schema }: CheckOptions, ports: CheckPorts): Promise<Compared> {
  const started = ports.now();
  ports.onProgress('Reading the project');
  const project = ports.discover();
  const baseline = baselineOf(project);
  const discover = Math.round(ports.now() - started);
  const found = await compareProject(project, schema, ports);
  const timings = { discover, ...found.timings, total: Math.round(ports.now() - started) };
  const comparison = { ...found, timings };
  const files = ports.filesOf(project);
  return { scope: { project, comparison, schema, files, today: ports.today() }, baseline };
}

export function reportOf(command: Report['command'], { project, comparison }: Scope, repeat: string): Report {
  const { findings, notices, notRun, schemas, engine, timings, files, compared, inventory } = comparison;
  const diagram = comparison.diagramOf?.(findings);
  const isRepairable = files.some(({ changes }) => changes.length > 0);
  return {
    schemaVersion: 1,
    command,
    status: findings.length === 0 ? 'in-sync' : 'drifted',
    findings,
    notices: [...project.notices, ...notices],
    notRun,
    project: {
      directory: project.shownDirectory,
      migrations: project.migrations.length,
      types: project.typesFiles.flatMap(({ path, copies }) => [path, ...copies]),
      schemas,
    },
    engine: { database: 'embedded', resetWith: 'built-in', ...engine },
    ...(compared && { compared }),
    inventory,
    ...(diagram && { diagram }),
    timings,
    ...(isRepairable && { repair: `drift-gate fix${repeat}` }),
  };
}
