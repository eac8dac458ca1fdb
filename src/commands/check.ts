// `check`: would `supabase db reset` and `supabase gen types` give the file that is committed?

import type { Project } from '../config/project.ts';
import { isKnownError } from '../errors.ts';
import type { Files } from '../ports.ts';
import type { Report } from '../report/report.ts';
import { type ComparisonPorts, compareProject, type ProjectComparison } from './comparison.ts';
import { editsOf, patchFromRoot } from './edits.ts';

export interface CheckPorts extends ComparisonPorts {
  discover(): Project;
  filesOf(project: Project): Files;
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
  const { project, comparison } = await readAndCompare(options, ports);
  const report = reportOf('check', project, comparison, options.repeat);
  return options.wantsPatch ? await withPatch(report, comparison, ports.filesOf(project)) : { report };
}

/** The verdict stands whether or not there is a patch; why there is none is said. */
async function withPatch(
  report: Report,
  { files: compared, generated }: ProjectComparison,
  files: Files,
): Promise<Checked> {
  if (generated === undefined || report.repair === undefined) return { report };
  try {
    return { report, patch: await patchFromRoot(await editsOf(compared, generated, files), files) };
  } catch (error) {
    if (!isKnownError(error)) throw error;
    const notice = { code: 'no-patch', message: `There is no patch: ${error.message} ${error.remedy}` };
    return { report: { ...report, notices: [...report.notices, notice] } };
  }
}

/** The first half of check and of fix. */
export async function readAndCompare(
  { schema }: CheckOptions,
  ports: CheckPorts,
): Promise<{ project: Project; comparison: ProjectComparison }> {
  const started = ports.now();
  ports.onProgress('Reading the project');
  const project = ports.discover();
  const discover = Math.round(ports.now() - started);
  const comparison = await compareProject(project, schema, ports);
  const timings = { discover, ...comparison.timings, total: Math.round(ports.now() - started) };
  return { project, comparison: { ...comparison, timings } };
}

export function reportOf(
  command: Report['command'],
  project: Project,
  comparison: ProjectComparison,
  repeat: string,
): Report {
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
