// `check`: would `supabase db reset` and `supabase gen types` give the file that is committed?

import type { Project } from '../config/project.ts';
import type { Report } from '../report/report.ts';
import { type ComparisonPorts, compareProject, type ProjectComparison } from './comparison.ts';

export interface CheckPorts extends ComparisonPorts {
  discover(): Project;
}

export interface CheckOptions {
  schema: readonly string[];
  /** The options as the user would repeat them, for the repair command. */
  repeat: string;
}

/** Compares and reports. Throws UsageError and EnvironmentError when it could not check. */
export async function check(options: CheckOptions, ports: CheckPorts): Promise<Report> {
  const { project, comparison } = await readAndCompare(options, ports);
  return reportOf('check', project, comparison, options.repeat);
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
