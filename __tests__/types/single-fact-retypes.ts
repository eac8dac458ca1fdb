// Mutations of a type: another one, a list of it, `unknown`, with null or without.

import type { ts } from 'ts-morph';
import { type Entry, entryIn, type Generation, type TypeDeed } from './single-fact-deeds.ts';
import { type Edit, elementOf, isList, isNullable, replace, withoutNull } from './single-fact-nodes.ts';

export interface Retype {
  deed: TypeDeed;
  edit: Edit;
  entry?: Entry | undefined;
}

/** The mutations of one type; none of `never`, which says that there is nothing to type. */
export function retypes(type: ts.TypeNode, generation: Generation): Retype[] {
  const text = withoutNull(type);
  if (text === 'never') return [];
  const withNull = (base: string): string => (isNullable(type) ? `${base} | null` : base);
  const list = isList(type) ? elementOf(type).getText() : `(${text})[]`;
  const retyped: Retype[] = [
    { deed: 'retype', edit: replace(type, withNull(another(text))) },
    { deed: 'toggle list', edit: replace(type, withNull(list)) },
  ];
  // `unknown` holds null, and everything else.
  if (text === 'unknown') return retyped;
  return [
    ...retyped,
    { deed: 'make unknown', edit: replace(type, 'unknown'), entry: unknownEntry(text, generation) },
    { deed: 'toggle null', edit: replace(type, isNullable(type) ? text : `(${text}) | null`) },
  ];
}

/** A type that no generator writes for the same thing. */
function another(text: string): string {
  if (text === 'string' || text === 'unknown') return 'number';
  // A function that gave a record and now gives a table.
  return text === 'Record<string, unknown>' ? '{ zz: string }[]' : 'string';
}

/** What older generators wrote as `unknown`: the types of A3.16. */
const LEARNT = /^(string|undefined|Record<string, unknown>)$/;
const ROW = /^Database\[.*\["Row"\]$/;

function unknownEntry(text: string, generation: Generation): Entry | undefined {
  const isLearnt = LEARNT.test(text) || ROW.test(text.replaceAll("'", '"'));
  return isLearnt ? entryIn(generation, 'A3.16') : undefined;
}

/** Whether a type is a row of a relation, as an argument may be (A3.7). */
export const isRow = (type: ts.TypeNode): boolean => ROW.test(type.getText().replaceAll("'", '"'));
