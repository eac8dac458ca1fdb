// `fix`: carries the drift over into the committed types, so that the next check is in sync. Touches nothing else.

import { stripLogLines } from '../config/log-lines.ts';
import type { Project } from '../config/project.ts';
import { linesOf } from '../config/types-file.ts';
import { EnvironmentError, UsageError } from '../errors.ts';
import { named } from '../findings/prose.ts';
import type { Files } from '../ports.ts';
import type { Report } from '../report/report.ts';
import { type CheckOptions, type CheckPorts, readAndCompare, reportOf } from './check.ts';
import type { FileComparison, GeneratedTypes } from './comparison.ts';

export interface FixPorts extends CheckPorts {
  filesOf(project: Project): Files;
}

export interface FixOptions extends CheckOptions {
  dryRun: boolean;
}

export interface Fixed {
  report: Report;
  /** The changes as a patch that `git apply` takes; empty when there are none. */
  patch: string;
}

/** Edits the committed files. With `dryRun` it only says how. Throws as `check` does, and then has written nothing. */
export async function fix(options: FixOptions, ports: FixPorts): Promise<Fixed> {
  const { project, comparison } = await readAndCompare(options, ports);
  const report = reportOf('fix', project, comparison, options.repeat);
  const { generated } = comparison;
  if (generated === undefined) return { report, patch: '' };

  const files = ports.filesOf(project);
  const edits = await editsOf(comparison.files, generated, files);
  const patch = edits.map(({ patch: text }) => text).join('');
  if (options.dryRun) return { report, patch };
  for (const { path, after } of edits) await files.replaceText(path, after);
  return { report: repaired(report, edits), patch };
}

interface Edit {
  path: string;
  /** How many changes the edit carries out. */
  changes: number;
  after: string;
  patch: string;
}

/** How often a file is edited until nothing is left. */
const ROUNDS = 3;

/** Every edit is made, parsed and compared again before the first file is written. */
async function editsOf(
  compared: readonly FileComparison[],
  generated: GeneratedTypes,
  files: Files,
): Promise<Edit[]> {
  const [{ editTypes }, { unifiedDiff }] = await Promise.all([
    import('../types/edit.ts'),
    import('../report/patch.ts'),
  ]);
  const edits: Edit[] = [];
  for (const { file, changes } of compared) {
    if (changes.length === 0) continue;
    for (const path of [file.path, ...file.copies]) {
      // Read again: a copy may have line ends of its own, and an editor may have written meanwhile.
      const before = stripLogLines(await files.readText(path)).text;
      if (linesOf(before) !== linesOf(file.text)) throw changedMeanwhile(path);
      let after = before;
      let left = changes;
      // A file of which much is rewritten looks like one of a newer generator, of which more is expected.
      for (let round = 0; round < ROUNDS && left.length > 0; round++) {
        after = editTypes(after, generated.text, left, path);
        left = generated.changesOf(after, path);
      }
      if (left.length > 0) throw notMended(path);
      edits.push({ path, changes: changes.length, after, patch: unifiedDiff(path, before, after) });
    }
  }
  return edits;
}

const changedMeanwhile = (path: string): UsageError =>
  new UsageError({
    message: `${path} was changed while it was compared, so nothing was written.`,
    remedy: 'Run `drift-gate fix` again.',
  });

const notMended = (path: string): EnvironmentError =>
  new EnvironmentError({
    message: `${path} is not in sync after ${ROUNDS} edits, so nothing was written.`,
    remedy: 'Generate it again with `supabase gen types`, and report the file: this is a fault of `fix`.',
  });

/** What drifted in the types is mended; what is left concerns the migrations. */
function repaired(report: Report, edits: readonly Edit[]): Report {
  const { repair: _, ...rest } = report;
  const findings = report.findings.filter(({ subject }) => subject.kind === 'file');
  const written = edits.map(({ path, changes }) => ({
    code: 'written',
    message: `Wrote ${named(path)}: ${changes} ${changes === 1 ? 'change' : 'changes'}.`,
  }));
  const status = findings.length === 0 ? 'in-sync' : 'drifted';
  return { ...rest, status, findings, notices: [...written, ...report.notices] };
}
