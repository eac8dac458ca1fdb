// `fix`: carries the drift over into the committed types, so that the next check is in sync, and takes the entries of what
// it fixed out of the baseline. Touches nothing else.

import { named } from '../findings/prose.ts';
import type { Report } from '../report/report.ts';
import { judgeOf, withBaseline } from './baseline.ts';
import { removedFrom } from './baseline-writing.ts';
import { type CheckOptions, type CheckPorts, readAndCompare, reportOf } from './check.ts';
import { patchOf } from './edits.ts';
import { isLeft, type Repair, repairOf } from './repair.ts';

export interface FixOptions extends CheckOptions {
  dryRun: boolean;
}

export interface Fixed {
  report: Report;
  /** With `dryRun`, the changes as a patch that `git apply` takes; empty when there are none. */
  patch?: string;
}

/** Edits the committed files. With `dryRun` it only says how. Throws as `check` does, and then has written nothing. */
export async function fix(options: FixOptions, ports: CheckPorts): Promise<Fixed> {
  const compared = await readAndCompare(options, ports);
  const { scope, baseline } = compared;
  const { comparison, files } = scope;
  const report = reportOf('fix', scope, options.repeat);
  const judge = judgeOf(scope, options.repeat);
  const { generated } = comparison;
  if (generated === undefined) return { report: withBaseline(report, baseline, judge), patch: '' };

  const repair = await repairOf(compared, generated, options.repeat);
  if (options.dryRun)
    return { report: withBaseline(report, baseline, judge), patch: await patchOf(repair.edits) };
  for (const { path, after } of repair.edits) await files.replaceText(path, after);
  return { report: withBaseline(repaired(report, repair), repair.baseline, judge) };
}

/** The report after the edits. */
function repaired(report: Report, { edits, fixed, baseline }: Repair): Report {
  const { repair: _, diagram: __, ...rest } = report;
  const findings = report.findings.filter(isLeft);
  const status = findings.length === 0 ? 'in-sync' : 'drifted';
  const sentences = edits.map(({ path, changes, original }) => {
    if (path === baseline.path) return removedFrom(path, fixed);
    if (original === undefined) return `Created ${named(path)} from the migrations; commit it.`;
    return `Wrote ${named(path)}: ${changes} ${changes === 1 ? 'change' : 'changes'}.`;
  });
  const created = edits.flatMap(({ path, original }) => (original === undefined ? [path] : []));
  return {
    ...rest,
    status,
    findings,
    project: { ...rest.project, types: [...rest.project.types, ...created] },
    ...(edits.length > 0 && { done: { kind: 'fixed', sentences } }),
  };
}
