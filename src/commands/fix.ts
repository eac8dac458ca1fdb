// `fix`: carries the drift over into the committed types, so that the next check is in sync. Touches nothing else.

import { named } from '../findings/prose.ts';
import type { Report } from '../report/report.ts';
import { judgeOf, withBaseline } from './baseline.ts';
import { type CheckOptions, type CheckPorts, readAndCompare, reportOf } from './check.ts';
import { type Edit, editsOf, patchOf } from './edits.ts';

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
  const { scope, baseline } = await readAndCompare(options, ports);
  const { comparison, files } = scope;
  const report = reportOf('fix', scope, options.repeat);
  const judge = judgeOf(scope, options.repeat);
  const heldAgainst = (one: Report): Report => withBaseline(one, baseline, judge);
  const { generated } = comparison;
  if (generated === undefined) return { report: heldAgainst(report), patch: '' };

  const edits = await editsOf(comparison.files, generated, files);
  if (options.dryRun) return { report: heldAgainst(report), patch: await patchOf(edits) };
  for (const { path, after } of edits) await files.replaceText(path, after);
  // What was accepted is mended too, so its entries are stale now.
  return { report: heldAgainst(repaired(report, edits)) };
}

/** What drifted in the types is mended; what is left concerns the migrations. */
function repaired(report: Report, edits: readonly Edit[]): Report {
  const { repair: _, diagram: __, ...rest } = report;
  const findings = report.findings.filter(({ subject }) => subject.kind === 'file');
  const written = edits.map(({ path, changes }) => ({
    code: 'written',
    message: `Wrote ${named(path)}: ${changes} ${changes === 1 ? 'change' : 'changes'}.`,
  }));
  const status = findings.length === 0 ? 'in-sync' : 'drifted';
  return { ...rest, status, findings, notices: [...written, ...report.notices] };
}
