// Decides what to do next about the issue of an audit, from the issues that are there. It is asked again after each
// step, as for a comment: other runs may have written in between.

import { type Found, foundLine, keptOf, newsOf } from './issue-found.ts';
import { byAge, type Marker } from './marker.ts';

/** An issue of ours, with our key. */
export interface OwnIssue {
  number: number;
  url: string;
  isOpen: boolean;
  /** Somebody closed it as not planned: they know of what it lists, and want to hear no more of that. */
  isDeclined: boolean;
  marker: Marker;
  found: Found;
  /** Under the two hidden lines. */
  text: string;
}

export interface WantedIssue {
  marker: Marker;
  title: string;
  text: string;
  found: Found;
  /** A complete audit found nothing that the baseline does not accept. */
  isClean: boolean;
}

/** Nothing is left to do. */
export interface IssueDone {
  kind: 'done';
  status: 'not-wanted' | 'unchanged' | 'left-closed' | 'superseded';
  /** Of the issue that stays. */
  url?: string;
}

export type IssueWrite =
  | { kind: 'open' }
  | { kind: 'update' | 'reopen' | 'close'; issue: OwnIssue }
  | { kind: 'close-duplicate'; issue: OwnIssue; original: OwnIssue };

export type IssueStep = IssueWrite | IssueDone;

/**
 * The next step. The oldest issue stays and shows what the newest run says; the others, left by runs that raced, are
 * closed, each by a run that is not older, once its text is safe.
 */
export function nextStep(own: readonly OwnIssue[], wanted: WantedIssue, hasWritten: boolean): IssueStep {
  const [oldest, ...others] = own.toSorted((a, b) => a.number - b.number);
  if (oldest === undefined)
    return wanted.isClean || hasWritten ? { kind: 'done', status: 'not-wanted' } : { kind: 'open' };
  const { url } = oldest;
  const isSuperseded = own.some(({ marker }) => byAge(marker, wanted.marker) > 0);
  // Two jobs of one run that share a key would overwrite each other for ever: each writes once.
  const isOurs = hasWritten && byAge(oldest.marker, wanted.marker) === 0;
  const step = isSuperseded || isOurs ? undefined : stepOn(oldest, wanted);
  if (step !== undefined && step.kind !== 'done') return step;
  const surplus = others.find(({ isOpen, marker }) => isOpen && byAge(marker, wanted.marker) <= 0);
  if (surplus) return { kind: 'close-duplicate', issue: surplus, original: oldest };
  return step ?? { kind: 'done', status: isSuperseded ? 'superseded' : 'unchanged', url };
}

/** What the issue that stays needs. */
function stepOn(issue: OwnIssue, wanted: WantedIssue): IssueStep {
  const { url, isOpen, isDeclined, found } = issue;
  if (wanted.isClean) return isOpen ? { kind: 'close', issue } : { kind: 'done', status: 'unchanged', url };
  if (isOpen)
    return says(issue, wanted) ? { kind: 'done', status: 'unchanged', url } : { kind: 'update', issue };
  if (isDeclined && newsOf(found, wanted.found).added.length === 0)
    return { kind: 'done', status: 'left-closed', url };
  return { kind: 'reopen', issue };
}

/** Another head is written even under the same text, or a slow run of a commit in between would take itself for newer. */
const says = ({ marker, text, found }: OwnIssue, wanted: WantedIssue): boolean =>
  text === wanted.text &&
  marker.head === wanted.marker.head &&
  foundLine(found) === foundLine(keptOf(found, wanted.found));
