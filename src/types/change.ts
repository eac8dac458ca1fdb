// What differs between the committed and the generated types: plain values, not yet graded or worded.

import type { FunctionId, ObjectId } from '../findings/object-id.ts';
import type { Overload, Pair, Relation, Relationship, Shape } from './model.ts';
import type { EquivalenceEntry } from './skew/words.ts';

/** The two sides of a change, as TypeScript text. */
type Sides = Pair<string>;

/** The facts behind the two sides, which tell how much a change breaks. */
interface Facts<T> {
  facts: Pair<T>;
}

/** What of a relationship differs, and what else a query could embed over. */
export interface RelationshipFacts {
  differing: readonly Relationship[];
  /** All relationships of the relation. */
  own: readonly Relationship[];
  /** Those that lead to it from a relation that one of its own leads to, turned round. */
  back: readonly Relationship[];
}

export interface OverloadFacts {
  /** The overload that the change is about; absent where only the other side has it. */
  own?: Overload | undefined;
  /** All overloads of the function. */
  all: readonly Overload[];
}

/** How a shape wants a member: given, given or left out, or not there at all. */
export type Demand = 'required' | 'optional' | 'absent';

export type TypeChange =
  | { kind: 'schema-added' | 'schema-removed'; object: ObjectId }
  | { kind: 'relation-added'; object: ObjectId; hint?: string }
  | { kind: 'relation-removed'; object: ObjectId }
  | ({ kind: 'relation-kind-changed'; object: ObjectId } & Sides & Facts<Relation>)
  | { kind: 'column-added' | 'column-removed'; object: ObjectId; type: string; insert: Demand }
  | ({ kind: 'column-type-changed'; object: ObjectId; shapes: Shape[]; hint?: string } & Sides)
  | ({ kind: 'column-optionality-changed'; object: ObjectId; shapes: Shape[] } & Pair<Demand>)
  | { kind: 'enum-added' | 'enum-removed'; object: ObjectId; labels: readonly string[] }
  | { kind: 'enum-value-added' | 'enum-value-removed'; object: ObjectId }
  | { kind: 'composite-type-added' | 'composite-type-removed'; object: ObjectId }
  | ({ kind: 'composite-type-changed'; object: ObjectId } & Sides)
  | { kind: 'function-added' | 'function-removed'; object: ObjectId; signatures: readonly string[] }
  | ({
      kind: 'function-signature-changed';
      object: FunctionId;
      /** All overloads that differ, of a change of one of several: earlier versions told them as one change. */
      former?: Pair<string>;
    } & Sides &
      Facts<OverloadFacts>)
  | ({ kind: 'relationship-changed'; object: ObjectId } & Sides & Facts<RelationshipFacts>)
  | ({
      kind: 'relationship-added' | 'relationship-removed';
      object: ObjectId;
      relationship: string;
    } & Facts<RelationshipFacts>);

/** One object under two names, as the migrations tell. `object` has the new one; the sides are the names. */
export type Renaming = { kind: 'relation-renamed' | 'column-renamed'; object: ObjectId } & Sides;

/** An extension that the committed types have in another schema. The sides are the schemas. */
export type Move = {
  kind: 'extension-moved';
  object: ObjectId;
  /** What it stands for: objects that went from one schema and, where the other is exposed too, came there. */
  folded: readonly TypeChange[];
} & Sides;

/** A change that may follow from another one. */
export type Follower = Extract<
  TypeChange,
  { kind: 'function-signature-changed' | 'column-added' | 'column-removed' | 'column-type-changed' }
>;

/** What users are told: `fix` carries a renaming and a move out as the changes that they stand for. */
export type ToldChange = (TypeChange | Renaming | Move) & {
  /** Changes that follow from this one. */
  followers?: readonly Follower[];
};

/** A difference that says nothing of the schema, by its entry in the catalogue of equivalences. */
export interface Equivalence {
  entry: EquivalenceEntry;
  object: ObjectId;
  /** What it is about when that is not the generator: an extension. */
  about?: string;
}

/** What two facts that differ come to. */
export type Difference = TypeChange | Equivalence;

/** A notice for each of the entries. */
export const notices = (object: ObjectId, entries: readonly EquivalenceEntry[]): Equivalence[] =>
  [...new Set(entries)].map((entry) => ({ entry, object }));

export interface TypesDiff {
  changes: TypeChange[];
  /** Differences of generators, not of schemas. Each deserves a notice, none a finding. */
  equivalences: Equivalence[];
}
