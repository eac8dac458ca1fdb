// All that `fix` writes, and that the patch of a check holds: the edits of the committed types, and the baseline without
// the entries of what they fix.

import type { Baseline } from '../findings/baseline.ts';
import type { Finding } from '../findings/finding.ts';
import type { Files } from '../ports.ts';
import { judgeOf, type Scope } from './baseline.ts';
import { baselineWith, fixedEntries } from './baseline-writing.ts';
import type { GeneratedTypes } from './comparison.ts';
import { creationOf, type Edit, editsOf } from './edits.ts';

export interface Repair {
  /** Of the types, then of the baseline when entries of it go. */
  edits: Edit[];
  /** How many entries go, and the baseline without them. */
  fixed: number;
  baseline: Baseline;
}

/** What drifted in the types is fixed by edits; all else concerns the migrations. */
export const isLeft = ({ subject }: Finding): boolean => subject.kind === 'file';

/** Throws UsageError or EnvironmentError when it can't be made. */
export async function repairOf(
  { scope, baseline }: { scope: Scope & { files: Files }; baseline: Baseline },
  generated: GeneratedTypes,
  repeat: string,
): Promise<Repair> {
  const { project, comparison, files } = scope;
  const edits =
    project.newTypes === undefined
      ? await editsOf(comparison.files, generated, files)
      : [await creationOf(project.newTypes, generated)];
  const { findings } = comparison;
  const fixed = fixedEntries(judgeOf(scope, repeat), baseline, findings, findings.filter(isLeft));
  if (fixed.length === 0) return { edits, fixed: 0, baseline };
  const entries = baseline.entries.filter((entry) => !fixed.includes(entry));
  const next = await baselineWith(entries, project, files);
  const { path } = baseline;
  const edit = { path, changes: fixed.length, original: await files.readBytes(path), after: next.after };
  return { edits: [...edits, edit], fixed: fixed.length, baseline: next.baseline };
}
