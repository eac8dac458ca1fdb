// What the database that the migrations built can tell and the types can't. Pure data: whoever has a database asks it.

import type { ObjectId } from '../findings/object-id.ts';

/** A foreign key: the schema and the table that have it, and those that it leads to. */
export interface KnownForeignKey {
  schema: string;
  relation: string;
  referencedSchema: string;
  referencedRelation: string;
}

export interface KnownObjects {
  /** Whether every function of the name returns a set and says `rows 1` (A3.15). */
  returnsOneRow(schema: string, name: string): boolean;
  /** The extension that every function of the name, or the relation, belongs to (A4.8). */
  extensionOf(schema: string, name: string): string | undefined;
  /**
   * The extension of the object's schema that has it, or has such an object in another version, when no migration names
   * the object (A4.8).
   */
  versionedBy(object: ObjectId): string | undefined;
  /** The kind of relation that older generators left out (A3.22). */
  lateKind(schema: string, name: string): 'foreign table' | 'materialized view' | undefined;
  /** Every foreign key of this name (A3.17, A3.26). */
  foreignKeys(name: string): readonly KnownForeignKey[];
  /** Names of a function's INOUT and VARIADIC arguments, over all its overloads (A3.25). */
  inOutOrVariadic(schema: string, name: string): readonly string[];
  /** How many functions of the name take one argument that has no name (A3.28). */
  unnamedOverloads(schema: string, name: string): number;
  /** Whether a function of the name has an argument of a composite type, as a row is (A3.7). */
  takesRow(schema: string, name: string): boolean;
  /** Whether a column, or any argument or result of a function, is of a type that generators learnt (A3.16). */
  usesLearntType(schema: string, object: string, column?: string): boolean;
  /** Whether the database computes a column: `generated always as (…)` (A3.10). */
  isComputed(schema: string, relation: string, column: string): boolean;
  /**
   * The values, each as a text, that CHECK constraints allow a column, or an argument or, under the empty name, the result
   * of every overload of a function (A6.1).
   */
  allowedValues(schema: string, object: string, part: string): readonly string[] | undefined;
  /** Whether the project lets the types of a column, an argument or, under the empty name, a result be narrower (A6.1). */
  mayBeNarrower(schema: string, object: string, part: string): boolean;
  /** Whether a view can be written by triggers or rules alone, which older generators took for read-only (A3.12). */
  isLateWritable(schema: string, view: string): boolean;
  /** Whether what generated the types leaves out relationships of views over tables of other schemas (A3.26). */
  omitsHiddenKeys: boolean;
}

/** Without a database nothing is known, and what only it can excuse is drift. */
export const NOTHING_KNOWN: KnownObjects = {
  returnsOneRow: () => false,
  extensionOf: () => undefined,
  versionedBy: () => undefined,
  lateKind: () => undefined,
  foreignKeys: () => [],
  inOutOrVariadic: () => [],
  unnamedOverloads: () => 0,
  takesRow: () => false,
  usesLearntType: () => false,
  isComputed: () => false,
  allowedValues: () => undefined,
  mayBeNarrower: () => false,
  isLateWritable: () => false,
  omitsHiddenKeys: false,
};
