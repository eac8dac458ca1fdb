// Differences between generators that look like drift and are none. One table, the catalogue's entry beside each;
// every entry has a test with its neighbouring real change, which stays drift.

import { matchByKey } from '../match.ts';
import type { EquivalenceEntry } from './change.ts';
import type { MemberFact, Members, TypeFact } from './model.ts';
import { sameType } from './model.ts';

/** What the notice of an entry says. Silent entries (L0) are not here: they are equal before anything is compared. */
export const EQUIVALENCE_WORDS: Record<EquivalenceEntry, string> = {
  'A3.3': 'older generators wrote no Relationships',
  'A3.5': 'generators describe set-returning functions (SetofOptions) differently',
  'A3.7': 'older generators wrote a row-typed argument as unknown',
  'A3.8': 'generators differ in whether computed fields stand in Row',
  'A3.9': 'newer generators write a required JSON column as NonNullable<Json>',
  'A3.10': 'newer generators write never for a generated column on Insert and Update',
  'A3.11': 'generators differ in which columns of a view may be null',
  'A3.12': 'generators differ in which views can be written',
  'A3.13': 'generators of 2025 merged the overloads of a function and lost results',
  'A3.14': 'newer generators mark overloads that PostgREST cannot choose between',
  'A3.16': 'older generators know fewer types and write unknown',
  'A3.17': 'older generators wrote relationships to other schemas',
};

/** Which of two files is by a generator of September 2026 or later. A difference that such a one never makes is drift. */
export interface Current {
  committed: boolean;
  generated: boolean;
}

/** Rewrites under which two texts of different generators become the same. */
const REWRITES: { entry: EquivalenceEntry; rewrite: (text: string) => string }[] = [
  { entry: 'A3.9', rewrite: (text) => text.replaceAll('NonNullable<Json>', 'Json') },
];

/** The entries under which two texts mean the same; undefined when they do not. */
export function sameTextUnder(committed: string, generated: string): EquivalenceEntry[] | undefined {
  if (committed === generated) return [];
  const used: EquivalenceEntry[] = [];
  let [left, right] = [committed, generated];
  for (const { entry, rewrite } of REWRITES) {
    const [nextLeft, nextRight] = [rewrite(left), rewrite(right)];
    if (nextLeft !== left || nextRight !== right) used.push(entry);
    [left, right] = [nextLeft, nextRight];
  }
  return left === right ? used : undefined;
}

/** The entries under which two types mean the same in any place; undefined when they do not. */
export function sameTypeUnder(
  committed: TypeFact,
  generated: TypeFact,
  current: Current,
): EquivalenceEntry[] | undefined {
  if (sameType(committed, generated)) return [];
  if (!current.committed && hasLearnt(committed.text, generated.text)) return ['A3.16'];
  if (!current.generated && hasLearnt(generated.text, committed.text)) return ['A3.16'];
  return committed.nullable === generated.nullable
    ? sameTextUnder(committed.text, generated.text)
    : undefined;
}

/** What generators learnt to write for a type that they had called `unknown` (A3.16), or a row (A3.7). */
const LEARNT = /^(string|undefined|Record<string, unknown>|Database\[.*\["Row"\])$/;

/** Whether a newer generator writes `newer` for what an older one called `older`; both may be lists. */
function hasLearnt(older: string, newer: string): boolean {
  if (older.endsWith('[]') && newer.endsWith('[]')) return hasLearnt(older.slice(0, -2), newer.slice(0, -2));
  if (older === 'Record<string, unknown>') return newer.startsWith('{ ');
  return older === 'unknown' && LEARNT.test(newer);
}

type SameType = (committed: TypeFact, generated: TypeFact) => EquivalenceEntry[] | undefined;

/** The entries under which two objects have the same members; undefined when they do not. */
export function sameMembersUnder(
  committed: Members,
  generated: Members,
  same: SameType,
): EquivalenceEntry[] | undefined {
  const { added, removed, both } = matchByKey(committed, generated);
  if (added.length > 0 || removed.length > 0) return undefined;
  const entries: EquivalenceEntry[] = [];
  for (const [, before, after] of both) {
    const found = before.optional === after.optional ? same(before.type, after.type) : undefined;
    if (found === undefined) return undefined;
    entries.push(...found);
  }
  return entries;
}

/** The same for a column of a view, whose null is a guess of the generator (A3.11). */
export function sameViewColumnUnder(
  committed: TypeFact,
  generated: TypeFact,
  current: Current,
): EquivalenceEntry[] | undefined {
  const same = sameTypeUnder(committed, generated, current);
  if (same !== undefined) return same;
  const entries = sameTextUnder(committed.text, generated.text);
  return entries && ['A3.11', ...entries];
}

/**
 * A column that the database computes may not be written: `never`, where older generators wrote its type (A3.10).
 * The type counts as theirs only in a file that no newer one made.
 */
export function isGeneratedColumn(committed: MemberFact, generated: MemberFact, current: Current): boolean {
  const isNever = ({ type }: MemberFact): boolean => type.text === 'never';
  if (!committed.optional || !generated.optional) return false;
  return (
    (isNever(generated) && !isNever(committed) && !current.committed) ||
    (isNever(committed) && !isNever(generated) && !current.generated)
  );
}
