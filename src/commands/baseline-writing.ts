// What changes the baseline's file, and the entries that go with the drift that was fixed.

import { UsageError } from '../errors.ts';
import type { Baseline, BaselineEntry } from '../findings/baseline.ts';
import type { Finding } from '../findings/finding.ts';
import { named } from '../findings/prose.ts';
import type { Files } from '../ports.ts';
import { parseBaseline, serialiseBaseline } from '../project/baseline-file.ts';
import type { Project } from '../project/project.ts';
import { decodeText } from '../project/text/decode.ts';
import { applyBy, type Judge } from './baseline.ts';

/**
 * The baseline with other entries, and the text of its file, which nobody has written yet. Throws UsageError when the file
 * is not what it was when the project was read.
 */
export async function baselineWith(
  entries: readonly BaselineEntry[],
  { baseline: { path, text } }: Project,
  files: Files,
): Promise<{ baseline: Baseline; after: string }> {
  const now = files.isThere(path) ? decodeText(await files.readBytes(path), path) : undefined;
  if (now !== text)
    throw new UsageError({
      message: `${path} was changed meanwhile, so nothing was written.`,
      remedy: 'Run it again.',
    });
  const after = serialiseBaseline(entries);
  return { baseline: parseBaseline(after, path), after };
}

/**
 * The entries of drift that is fixed, which would be stale in the next run. Those that were stale before, and those of
 * rules and files that this run did not compare, are not among them.
 * @param found all that was found
 * @param left what of it is still there
 */
export function fixedEntries(
  judge: Judge,
  baseline: Baseline,
  found: readonly Finding[],
  left: readonly Finding[],
): BaselineEntry[] {
  const before = new Set(applyBy(judge, found, baseline).stale);
  return applyBy(judge, left, baseline).stale.filter((entry) => !before.has(entry));
}

/** `Removed 2 stale entries from `supabase/drift-baseline.json`: commit it.` */
export const removedFrom = (path: string, count: number, kind = ''): string =>
  `Removed ${count} ${kind}${count === 1 ? 'entry' : 'entries'} from ${named(path)}; commit the file.`;
