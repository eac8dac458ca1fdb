// Differences between generators that look like drift and are none. Every rule is told from the generators that the
// two files look like: an older form counts in a file of an older generator alone. Every entry has a test with its
// neighbouring real change, which stays drift.

import { matchByKey } from '../../../src/match.ts';
import type { EquivalenceEntry } from './change.ts';
import type { Era, Generator, MemberFact, Members, TypeFact } from './model.ts';
import { sameType } from './model.ts';

/** What the two files look like. */
export interface Generators {
  committed: Generator;
  generated: Generator;
  /** The database says that a type is one that generators learnt to write (A3.16). */
  mayHaveLearnt?: boolean;
}

/** Whether one file may show the older and the other the newer form of something that generators learnt in an era. */
export const hasLearnt = (older: Generator, newer: Generator, era: Era): boolean =>
  older.from < era && newer.to >= era;

/** The same, whichever file is the older one. */
export const eitherLearnt = ({ committed, generated }: Generators, era: Era): boolean =>
  hasLearnt(committed, generated, era) || hasLearnt(generated, committed, era);

/** The era in which generators began to write `NonNullable<Json>`, and `never` for columns that are computed. */
export const EXACT_ERA: Era = 3;
const VIEW_ERA: Era = 4;

/**
 * The entries under which two texts mean the same; undefined when they do not.
 * @param generators when left out, either text may be by any generator
 */
export function sameTextUnder(
  committed: string,
  generated: string,
  generators?: Generators,
): EquivalenceEntry[] | undefined {
  if (committed === generated) return [];
  const loose = (text: string): string => text.replaceAll('NonNullable<Json>', 'Json');
  const may = (older: Generator | undefined, newer: Generator | undefined): boolean =>
    older === undefined || newer === undefined || hasLearnt(older, newer, EXACT_ERA);
  const isSame =
    (may(generators?.committed, generators?.generated) && committed === loose(generated)) ||
    (may(generators?.generated, generators?.committed) && generated === loose(committed));
  return isSame ? ['A3.9'] : undefined;
}

/** The entries under which two types mean the same in any place; undefined when they do not. */
export function sameTypeUnder(
  committed: TypeFact,
  generated: TypeFact,
  generators: Generators,
): EquivalenceEntry[] | undefined {
  if (sameType(committed, generated)) return [];
  const learnt =
    learntType(committed.text, generated.text, generators.committed, generators.generated) ??
    learntType(generated.text, committed.text, generators.generated, generators.committed);
  const isOther = learnt?.isKnown === true && !generators.mayHaveLearnt;
  if (learnt !== undefined && !isOther) return [learnt.entry];
  if (committed.nullable !== generated.nullable) return undefined;
  return (
    sameTextUnder(committed.text, generated.text, generators) ??
    sameRowUnder(committed, generated, (a, b) => sameTypeUnder(a, b, generators))
  );
}

interface Learnt {
  older: string;
  newer: RegExp;
  until: Era;
  since: Era;
  entry: EquivalenceEntry;
  /** Only where the database says that the type is one of those: many others are `unknown` to this day. */
  isKnown?: true;
}

/**
 * What generators learnt to write for a type that they had called something else: the last era in which some still
 * wrote the older form, and the first in which some wrote the newer one.
 */
const LEARNT: Learnt[] = [
  { older: 'unknown', newer: /^string$/, until: 2, since: 2, entry: 'A3.16', isKnown: true },
  { older: 'unknown', newer: /^Record<string, unknown>$/, until: 0, since: 1, entry: 'A3.16' },
];

/** The same for rows: what calls for a row, or gives one, only the database tells. */
const LEARNT_ROWS: typeof LEARNT = [
  { older: 'unknown', newer: /^Database\[.*\["Row"\]$/, until: 2, since: 1, entry: 'A3.7' },
  { older: 'unknown', newer: /^\{ .*\}$/, until: 1, since: 2, entry: 'A3.16' },
  { older: 'Record<string, unknown>', newer: /^\{ .*\}$/, until: 1, since: 2, entry: 'A3.16' },
];

/** The entries for two types of which one is `unknown`, in a place that the database has a row in. */
export function sameUnknownRow(
  committed: TypeFact,
  generated: TypeFact,
  generators: Generators,
): EquivalenceEntry[] | undefined {
  const learnt =
    learntType(committed.text, generated.text, generators.committed, generators.generated, LEARNT_ROWS) ??
    learntType(generated.text, committed.text, generators.generated, generators.committed, LEARNT_ROWS);
  return learnt && [learnt.entry];
}

/** What a newer generator learnt that writes `newer` for what an older one called `older`; both may be lists. */
function learntType(
  older: string,
  newer: string,
  olderBy: Generator,
  newerBy: Generator,
  rules = LEARNT,
): Learnt | undefined {
  if (older.endsWith('[]') && newer.endsWith('[]')) {
    return learntType(older.slice(0, -2), newer.slice(0, -2), olderBy, newerBy, rules);
  }
  return rules.find(
    (one) =>
      one.older === older && one.newer.test(newer) && olderBy.from <= one.until && newerBy.to >= one.since,
  );
}

type SameType = (committed: TypeFact, generated: TypeFact, name: string) => EquivalenceEntry[] | undefined;

/** Rows, or lists of rows, column by column, whether their columns are written out or named (A3.24). */
export function sameRowUnder(
  committed: TypeFact,
  generated: TypeFact,
  same: SameType,
): EquivalenceEntry[] | undefined {
  const isOther = committed.nullable !== generated.nullable || isList(committed) !== isList(generated);
  if (!committed.row || !generated.row || isOther) return undefined;
  return sameMembersUnder(committed.row, generated.row, same);
}

export const isList = ({ text }: TypeFact): boolean => text.endsWith('[]');

/** The entries under which two objects have the same members; undefined when they do not. */
export function sameMembersUnder(
  committed: Members,
  generated: Members,
  same: SameType,
): EquivalenceEntry[] | undefined {
  const { added, removed, both } = matchByKey(committed, generated);
  if (added.length > 0 || removed.length > 0) return undefined;
  const entries: EquivalenceEntry[] = [];
  for (const [name, before, after] of both) {
    const found = before.optional === after.optional ? same(before.type, after.type, name) : undefined;
    if (found === undefined) return undefined;
    entries.push(...found);
  }
  return entries;
}

/**
 * The same for a column of a view: only newer generators know which can't be null (A3.11). That required JSON is then
 * written as NonNullable<Json> is no cause of its own.
 */
export function sameViewColumnUnder(
  committed: TypeFact,
  generated: TypeFact,
  generators: Generators,
): EquivalenceEntry[] | undefined {
  const same = sameTypeUnder(committed, generated, generators);
  if (same !== undefined || committed.nullable === generated.nullable) return same;
  const [older, newer] = committed.nullable
    ? [generators.committed, generators.generated]
    : [generators.generated, generators.committed];
  if (!hasLearnt(older, newer, VIEW_ERA)) return undefined;
  return sameTextUnder(committed.text, generated.text) && ['A3.11'];
}

/**
 * A column that the database computes may not be written: `never`, where older generators wrote its type (A3.10).
 * The type counts as theirs only in a file that no newer one made.
 */
export function isGeneratedColumn(
  committed: MemberFact,
  generated: MemberFact,
  generators: Generators,
): boolean {
  const isNever = ({ type }: MemberFact): boolean => type.text === 'never';
  if (!committed.optional || !generated.optional || isNever(committed) === isNever(generated)) return false;
  const [older, newer] = isNever(generated)
    ? [generators.committed, generators.generated]
    : [generators.generated, generators.committed];
  return hasLearnt(older, newer, EXACT_ERA);
}
