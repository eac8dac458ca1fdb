// `check`: would `supabase db reset` and `supabase gen types` give the file that is committed?

import type { Project } from '../config/project.ts';
import { isKnownError } from '../errors.ts';
import type { Notice } from '../findings/notice.ts';
import type { Files } from '../ports.ts';
import type { Engine, Report } from '../report/report.ts';
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
  const answer = await readAndCompare(options, ports);
  return withPatch(reportOf('check', answer, options.repeat), answer, options, ports);
}

/** The verdict stands whether or not there is a patch; why there is none is said. */
export async function withPatch(
  report: Report,
  { project, comparison: { files: compared, generated } }: Answer,
  { wantsPatch }: CheckOptions,
  { filesOf }: CheckPorts,
): Promise<Checked> {
  if (!wantsPatch || generated === undefined || report.repair === undefined) return { report };
  try {
    const files = filesOf(project);
    return { report, patch: await patchFromRoot(await editsOf(compared, generated, files), files) };
  } catch (error) {
    if (!isKnownError(error)) throw error;
    const notice = { code: 'no-patch', message: `There is no patch: ${error.message} ${error.remedy}` };
    return { report: { ...report, notices: [...report.notices, notice] } };
  }
}

/** A project as it was read, once. */
export interface ReadProject {
  project: Project;
  /** Milliseconds that it took. */
  discover: number;
}

/** What one database makes of a project. */
export interface Answer {
  project: Project;
  comparison: ProjectComparison;
}

/** The first half of check and of fix. */
export const readAndCompare = async (options: CheckOptions, ports: CheckPorts): Promise<Answer> =>
  await answerOf(readProject(ports), options, ports);

export function readProject({ onProgress, discover, now }: CheckPorts): ReadProject {
  const started = now();
  onProgress('Reading the project');
  const project = discover();
  return { project, discover: Math.round(now() - started) };
}

export async function answerOf(
  { project, discover }: ReadProject,
  { schema }: CheckOptions,
  ports: ComparisonPorts,
): Promise<Answer> {
  const started = ports.now();
  const comparison = await compareProject(project, schema, ports);
  const total = discover + Math.round(ports.now() - started);
  return { project, comparison: { ...comparison, timings: { discover, ...comparison.timings, total } } };
}

export function reportOf(
  command: Report['command'],
  { project, comparison }: Answer,
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
    notices: [...project.notices.filter((notice) => concerns(notice, engine)), ...notices],
    notRun,
    project: {
      directory: project.shownDirectory,
      migrations: project.migrations.length,
      types: project.typesFiles.flatMap(({ path, copies }) => [path, ...copies]),
      schemas,
    },
    engine,
    ...(compared && { compared }),
    inventory,
    ...(diagram && { diagram }),
    timings,
    ...(isRepairable && { repair: `drift-gate fix${repeat}` }),
  };
}

/** Other databases have a release of their own. */
const concerns = ({ code }: Notice, { database }: Engine): boolean =>
  database === 'embedded' || code !== 'other-postgres-version';
