// Decides what to do next about the comment, from the comments that are there. It is asked again after each step: other
// runs may have written in between, and GitHub can't be asked to write only if nothing changed.

import { byAge, type Marker } from './marker.ts';

export type CommentPolicy = 'on-drift' | 'always' | 'never';

/** A comment of ours, with our key. */
export interface OwnComment {
  id: number;
  url: string;
  marker: Marker;
  /** Under the marker. */
  text: string;
}

export interface Wanted {
  marker: Marker;
  text: string;
  isClean: boolean;
  policy: Exclude<CommentPolicy, 'never'>;
}

/** Nothing is left to do. */
export interface Done {
  kind: 'done';
  status: 'not-wanted' | 'unchanged' | 'superseded';
  /** Of the comment that stays. */
  url?: string;
}

export type CommentStep =
  | { kind: 'create' }
  | { kind: 'update'; comment: OwnComment }
  | { kind: 'delete'; id: number }
  | Done;

/**
 * The next step. The oldest comment stays and shows what the newest run says; the others, left by runs that raced, go.
 * Whoever wrote the newest one moves it: so none is deleted before its text is safe.
 */
export function nextStep(own: readonly OwnComment[], wanted: Wanted, hasWritten: boolean): CommentStep {
  const [oldest, ...others] = own.toSorted((a, b) => a.id - b.id);
  if (oldest === undefined) {
    const isWanted = !(wanted.isClean && wanted.policy === 'on-drift') && !hasWritten;
    return isWanted ? { kind: 'create' } : { kind: 'done', status: 'not-wanted' };
  }
  const isSuperseded = own.some(({ marker }) => byAge(marker, wanted.marker) > 0);
  if (!isSuperseded && !says(oldest, wanted, hasWritten)) return { kind: 'update', comment: oldest };
  const surplus = others.find(({ marker }) => byAge(marker, wanted.marker) <= 0);
  if (surplus) return { kind: 'delete', id: surplus.id };
  return { kind: 'done', status: isSuperseded ? 'superseded' : 'unchanged', url: oldest.url };
}

/**
 * The comment says what we want. Another head must be written even under the same text, or a slow run of a commit in
 * between would take itself for newer. Two jobs of one run that share a key would overwrite each other for ever: each
 * writes once.
 */
function says({ marker, text }: OwnComment, wanted: Wanted, hasWritten: boolean): boolean {
  if (hasWritten && byAge(marker, wanted.marker) === 0) return true;
  return text === wanted.text && marker.head === wanted.marker.head;
}
