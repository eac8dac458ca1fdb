// The edits that carry drift over into the committed types. Each is made, parsed and compared again before the first
// file is written or the patch is shown.

import { EnvironmentError, UsageError } from '../errors.ts';
import { named } from '../findings/prose.ts';
import type { Files } from '../ports.ts';
import { decodeText, decodeUtf8, encodeLike } from '../project/text/decode.ts';
import { stripLogLines } from '../project/types-file/log-lines.ts';
import { linesOf } from '../project/types-file/types-file.ts';
import type { TypeChange } from '../types/change.ts';
import type { FileComparison, GeneratedTypes } from './comparison.ts';

export interface Edit {
  /** Relative to the project. */
  path: string;
  /** How many changes the edit carries out. */
  changes: number;
  /** The file as it is; absent when it is created. */
  original?: Uint8Array;
  after: string;
}

/** How often a file is edited until nothing is left. */
const ROUNDS = 3;

/** The edits of all files that differ. Throws UsageError or EnvironmentError when one of them can't be made. */
export async function editsOf(
  compared: readonly FileComparison[],
  generated: GeneratedTypes,
  files: Pick<Files, 'readBytes'>,
): Promise<Edit[]> {
  const edits: Edit[] = [];
  for (const { file, changes } of compared) {
    if (changes.length === 0) continue;
    for (const path of [file.path, ...file.copies]) {
      // Read again: a copy may have line ends of its own, and an editor may have written meanwhile.
      const original = await files.readBytes(path);
      const before = stripLogLines(decodeText(original, path)).text;
      if (linesOf(before) !== linesOf(file.text)) throw changedMeanwhile(path);
      const after = await edited(before, changes, generated, path);
      edits.push({ path, changes: changes.length, original, after });
    }
  }
  return edits;
}

/** A types file where there is none, as an edit of nothing. */
export async function creationOf(path: string, generated: GeneratedTypes): Promise<Edit> {
  const { emptied } = await import('../types/edit/create.ts');
  const before = emptied(generated.text);
  const changes = generated.changesOf(before, path);
  return { path, changes: changes.length, after: await edited(before, changes, generated, path) };
}

/** The text of a file after its changes, which are compared again. */
async function edited(
  before: string,
  changes: readonly TypeChange[],
  generated: GeneratedTypes,
  path: string,
): Promise<string> {
  const { editTypes } = await import('../types/edit/edit.ts');
  let after = before;
  let left = changes;
  // A file of which much is rewritten looks like one of a newer generator, of which more is expected; and what is not in
  // sync in the file's own notation is written as generated.
  for (let round = 0; round < ROUNDS && left.length > 0; round++) {
    after = editTypes(after, generated.text, left, path, round === 0 ? 'committed' : 'generated');
    left = generated.changesOf(after, path);
  }
  if (left.length > 0) throw stillDifferent(path);
  return after;
}

/**
 * The edits as one patch that `git apply` takes; empty when there are none.
 * @param nameOf what the patch calls a file, by its path in the project
 * @throws UsageError when Git could not apply it
 */
export async function patchOf(
  edits: readonly Edit[],
  nameOf: (path: string) => string = (path) => path,
): Promise<string> {
  const { unifiedDiff } = await import('../report/patch.ts');
  return edits
    .map(({ path, original, after }) =>
      original === undefined
        ? unifiedDiff(nameOf(path), undefined, after)
        : unifiedDiff(nameOf(path), textFor(original, path), textFor(encodeLike(original, after), path)),
    )
    .join('');
}

/** As `patchOf`, with paths from the root of the repository. */
export const patchFromRoot = (edits: readonly Edit[], files: Files): Promise<string> =>
  patchOf(edits, (path) => {
    const name = files.pathFromRoot(path);
    if (!name.startsWith('../')) return name;
    throw new UsageError({
      message: `${named(path)} lies outside of the repository, where no patch reaches.`,
      remedy: 'Run `drift-gate fix`, which writes the file itself.',
    });
  });

/** The text as Git sees it: marks and log lines are part of it, and UTF-16 is none. */
function textFor(bytes: Uint8Array, path: string): string {
  if (bytes.includes(0))
    throw new UsageError({
      message: `${named(path)} is UTF-16, which Git takes for binary, so no patch can change it.`,
      remedy: 'Run `drift-gate fix`, which writes the file itself, or save it as UTF-8.',
    });
  return decodeUtf8(bytes, path, 'types file');
}

const changedMeanwhile = (path: string): UsageError =>
  new UsageError({
    message: `${path} was changed while it was compared, so no edit was made.`,
    remedy: 'Run it again.',
  });

const stillDifferent = (path: string): EnvironmentError =>
  new EnvironmentError({
    message: `${path} is not in sync after ${ROUNDS} edits, so none was made.`,
    remedy: 'Generate it again with `supabase gen types`, and report the file: this is a fault of `fix`.',
  });
