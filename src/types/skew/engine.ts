// What generators write differently of one schema. Each row of a skew table says how a fact of one file would
// read if the generator of the other file had written it: two facts that differ are no drift when that makes them the
// same. Facts are rewritten here alone, so that messages show them as they stand in the files.

import type { KnownObjects } from '../known-objects.ts';
import type { Era, Generator, Pair, SchemaTypes, Side } from '../model.ts';
import type { EquivalenceEntry } from './words.ts';

/** The entries that explain a difference, none when there is none; undefined when it is a difference of the schemas. */
export type Entries = EquivalenceEntry[] | undefined;

/** One schema of both files, and what the database tells. */
export interface Schemas extends Pair<SchemaTypes> {
  schema: string;
  known: KnownObjects;
}

/** A row of a skew table. */
export interface Skew<Fact, At> {
  /** The entry of the catalogue of equivalences (.github/docs/equivalences.md). */
  entry: EquivalenceEntry;
  /** Whether the two generators may differ so. */
  when(one: Generator, other: Generator): boolean;
  /** `one` as the generator of `other` would have written it, or `one` itself. */
  rewrite(one: Fact, other: Fact, at: At, side: Side): Fact;
}

/** The entry of the first row that makes two facts the same, with those that `compare` gives of them then. */
export function explain<Fact, At extends { schemas: Schemas }>(
  rows: readonly Skew<Fact, At>[],
  pair: Pair<Fact>,
  at: At,
  compare: (pair: Pair<Fact>) => Entries = identical,
): Entries {
  const asTheyAre = compare(pair);
  if (asTheyAre !== undefined) return asTheyAre;
  for (const { entry, when, rewrite } of rows) {
    for (const [one, other] of DIRECTIONS) {
      if (!when(at.schemas[one].generator, at.schemas[other].generator)) continue;
      const rest = compare({ ...pair, [one]: rewrite(pair[one], pair[other], at, one) });
      if (rest !== undefined) return [entry, ...rest];
    }
  }
  return undefined;
}

const DIRECTIONS = [
  ['generated', 'committed'],
  ['committed', 'generated'],
] as const;

const identical = ({ committed, generated }: Pair<unknown>): Entries =>
  committed === generated ? [] : undefined;

export const always = (): boolean => true;

/** `one` may be of an era or later, and `other` of an earlier one: what `one` may know, `other` may not. */
export const since =
  (era: Era) =>
  (one: Generator, other: Generator): boolean =>
    other.from < era && one.to >= era;

/** The eras in which generators began… */
export const ERA = {
  /** … to name composite types and rows, and to write records. */
  rows: 1,
  /** … to tell overloads, sets and INOUT arguments as they are. */
  sets: 2,
  /** … to write `NonNullable<Json>`, and `never` for columns that are computed. */
  exact: 3,
  /** … to infer which columns of a view can't be null. */
  views: 4,
} as const satisfies Record<string, Era>;
