// What an audit found, kept in the hidden second line of its issue, at a bounded length, so that the next audit can say
// what is new and what is gone.

import { byText } from '../../match.ts';
import { decodeWord, encodeWord } from './marker.ts';

/** A finding as a list keeps it. */
export interface Entry {
  fingerprint: string;
  /** What people call it, code between backticks; empty where there was no room for it. */
  label: string;
}

/** What an audit found, and the sentence that tells of it. */
export type AuditedFinding = Entry & { sentence: string };

export interface FoundList {
  /** In order of their fingerprints. A list that was read may lack the last ones. */
  entries: readonly Entry[];
  /** All that was found. */
  count: number;
  /** The parts that did not run, so that what they would find is not known. */
  notRun: readonly string[];
}

/** What two audits that follow each other tell. */
export interface News {
  added: readonly string[];
  gone: readonly Entry[];
  /** How many findings may or may not be new: the list before had no room for all. */
  unsure: number;
  /** Parts that ran before and not now, so that what is not found may still be there. */
  unlooked: readonly string[];
}

export const NOTHING: FoundList = { entries: [], count: 0, notRun: [] };

/** Of a whole body of 60,000 bytes. Names go first: a fingerprint alone still tells what is new. */
export const LIST_BYTES = 30_000;
const NAMED_BYTES = 10_000;

const byFingerprint = (a: Entry, b: Entry): number => byText(a.fingerprint, b.fingerprint);

/** @param entries in any order, each fingerprint once or more often */
export function foundOf(entries: readonly Entry[], notRun: readonly string[]): FoundList {
  const unique = [...new Map(entries.map((entry) => [entry.fingerprint, entry])).values()];
  return { entries: unique.sort(byFingerprint), count: unique.length, notRun: [...new Set(notRun)].sort() };
}

/** `<!-- found of=2 not-run= 0123456789abcdef=unmanaged%20table… … -->` */
export function foundLine({ entries, count, notRun }: FoundList): string {
  const words: string[] = [];
  let bytes = 0;
  for (const { fingerprint, label } of entries) {
    const whole = `${fingerprint}=${encodeWord(label)}`;
    const word = bytes + whole.length <= NAMED_BYTES ? whole : `${fingerprint}=`;
    bytes += word.length + 1;
    if (bytes > LIST_BYTES) break;
    words.push(word);
  }
  const head = `found of=${count} not-run=${notRun.map(encodeWord).join(',')}`;
  return `<!-- ${[head, ...words].join(' ')} -->`;
}

/** The list in a line. One that somebody damaged counts as empty. */
export function readFound(line: string): FoundList {
  const [, count = '', notRun = '', words = ''] =
    /^<!-- found of=(\d{1,9}) not-run=(\S*)((?: [0-9a-f]{16}=\S*)*) -->$/.exec(line) ?? [];
  if (count === '') return NOTHING;
  const entries = [...words.matchAll(/ ([0-9a-f]{16})=(\S*)/g)].map(([, fingerprint = '', label]) => ({
    fingerprint,
    label: decodeWord(label) ?? '',
  }));
  return {
    entries,
    count: Math.max(Number(count), entries.length),
    notRun: notRun.split(',').filter((part) => part !== ''),
  };
}

const isCut = ({ entries, count }: FoundList): boolean => entries.length < count;

const unlookedSince = (before: FoundList, now: FoundList): string[] =>
  before.count === 0 ? [] : now.notRun.filter((part) => !before.notRun.includes(part));

export function newsOf(before: FoundList, now: FoundList): News {
  const old = new Set(before.entries.map(({ fingerprint }) => fingerprint));
  const current = new Set(now.entries.map(({ fingerprint }) => fingerprint));
  const last = before.entries.at(-1)?.fingerprint ?? '';
  const unknown = now.entries.map(({ fingerprint }) => fingerprint).filter((one) => !old.has(one));
  const added = unknown.filter((one) => !isCut(before) || one < last);
  const unlooked = unlookedSince(before, now);
  return {
    added,
    gone: unlooked.length > 0 ? [] : before.entries.filter(({ fingerprint }) => !current.has(fingerprint)),
    unsure: unknown.length - added.length,
    unlooked,
  };
}

/** The list to keep: an audit that looked at less than the one before removes nothing from it. */
export function keptOf(before: FoundList, now: FoundList): FoundList {
  if (unlookedSince(before, now).length === 0) return now;
  const { entries } = foundOf([...before.entries, ...now.entries], []);
  const unlisted = before.count - before.entries.length;
  return {
    entries,
    count: entries.length + unlisted,
    notRun: before.notRun.filter((part) => now.notRun.includes(part)),
  };
}
