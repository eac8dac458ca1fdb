// `audit`: what is in the live database and not in Git, and the other way round, and do the committed types fit them?

import { isLookedAt } from './audit-judge.ts';
import { auditReport, finished } from './audit-report.ts';
import { readSources, type SourcePorts, type Sources } from './audit-sources.ts';
import { compareWithBoth, type TypesAnswer } from './audit-types.ts';
import { type Found, type Judge, withBaseline } from './baseline.ts';
import { type Checked, type CheckOptions, type CheckPorts, readProject } from './check.ts';
import { stopwatch } from './stopwatch.ts';

export interface AuditPorts extends CheckPorts, SourcePorts {}

export interface AuditOptions extends CheckOptions {
  /** What reports call the live database. */
  environment?: string | undefined;
  /** What `accept` must be given beside `repeat` to look at the same live database. */
  repeatLive: string;
}

/** Compares and reports. Throws UsageError and EnvironmentError when it could not look. */
export async function audit(options: AuditOptions, ports: AuditPorts): Promise<Checked> {
  const { reportWith, baseline } = await auditFound(options, ports);
  return { report: reportWith(baseline) };
}

/** The part that `accept` shares: all that was found, whatever the baseline accepts. */
export async function auditFound(options: AuditOptions, ports: AuditPorts): Promise<Found> {
  const started = ports.now();
  const { project, baseline, discover } = readProject(ports);
  const timed = stopwatch(ports.now);
  const sources = await readSources(project, options, ports, timed);
  ports.onProgress('Comparing types');
  const types = await timed('types', async () => typesAnswer(sources));
  const plain = auditReport(sources, types, options, ports);
  const timings = { discover, ...timed.all, total: Math.round(ports.now() - started) };
  const files = ports.filesOf(project);
  const judge: Judge = {
    today: ports.today(),
    isAudit: true,
    isLookedAt: (entry) =>
      isLookedAt(entry, { ...sources, types, files, named: options.schema, ignore: options.ignore ?? [] }),
    foundIn: types.foundIn,
    files,
    // What is accepted is as much a part of the picture of what Git lacks.
    diagramOf: () => plain.diagram,
    repeat: options.repeat + options.repeatLive,
  };
  const reportWith: Found['reportWith'] = (held) =>
    finished(withBaseline({ ...plain, timings }, held, judge), sources);
  return { project: sources.project, files, baseline, judge, findings: plain.findings, reportWith };
}

/** Where the types could not be compared with what all migrations build, they are not compared at all. */
const typesAnswer = (sources: Sources): TypesAnswer =>
  sources.committed.length === 0 || sources.git.stopped?.isPending === true
    ? { findings: [], notices: [], foundIn: new Map(), schemas: [], only: [], have: () => undefined }
    : compareWithBoth(sources);
