// Differences between generators that look like drift and are none. One table, the catalogue's entry beside each;
// every entry has a test with its neighbouring real change, which stays drift.

import type { EquivalenceEntry } from './change.ts';
import type { MemberFact, TypeFact } from './model.ts';
import { sameType } from './model.ts';

/** What the notice of an entry says. Silent entries (L0) are not here: they are equal before anything is compared. */
export const EQUIVALENCE_WORDS: Record<EquivalenceEntry, string> = {
  'A3.3': 'older generators wrote no Relationships',
  'A3.5': 'generators describe set-returning functions (SetofOptions) differently',
  'A3.7': 'older generators wrote a row-typed argument as unknown',
  'A3.8': 'generators differ in whether computed fields stand in Row',
  'A3.9': 'newer generators write a required JSON column as NonNullable<Json>',
  'A3.10': 'newer generators write never for a generated column on Insert and Update',
  'A3.11': 'generators differ in which view columns may be null',
  'A3.12': 'generators differ in which views can be written',
  'A3.13': 'generators of 2025 merged the overloads of a function and lost results',
  'A3.14': 'newer generators mark overloads that PostgREST cannot choose between',
  'A3.16': 'older generators know fewer types and write unknown',
  'A3.17': 'older generators wrote relationships to other schemas',
};

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
export function sameTypeUnder(committed: TypeFact, generated: TypeFact): EquivalenceEntry[] | undefined {
  if (sameType(committed, generated)) return [];
  // `unknown` holds null already, so its neighbour's null says nothing more.
  if (committed.text === 'unknown' || generated.text === 'unknown') return ['A3.16'];
  return committed.nullable === generated.nullable
    ? sameTextUnder(committed.text, generated.text)
    : undefined;
}

/** A column that the database computes may not be written: `never`, where older generators wrote its type. */
export function isGeneratedColumn(committed: MemberFact, generated: MemberFact): boolean {
  const isNever = ({ type, optional }: MemberFact): boolean => type.text === 'never' && optional;
  return isNever(committed) !== isNever(generated) && committed.optional && generated.optional;
}
