// What a types file says of a schema, as plain facts. Order, formatting and syntax are gone once a file is here,
// so that two files that mean the same are the same value.

import type { Notice } from '../findings/notice.ts';
import { groupBy } from '../match.ts';

export type Side = 'committed' | 'generated';

/** What the two files say of one thing. */
export type Pair<T> = Record<Side, T>;

export const otherSide = (side: Side): Side => (side === 'committed' ? 'generated' : 'committed');

/** A pair of which one stands on the given side. */
export const pairFrom = <T>(side: Side, one: T, other: T): Pair<T> =>
  side === 'committed' ? { committed: one, generated: other } : { committed: other, generated: one };

/** A type in canonical text, with `null` apart: members of unions sorted, references to the database normalised. */
export interface TypeFact {
  text: string;
  nullable: boolean;
  /** The columns, when it is a row or a list of rows, whether they are written out or named (A3.24). */
  row?: Members;
}

export interface MemberFact {
  type: TypeFact;
  /** Written with `?`: may be left out. */
  optional: boolean;
}

export type Members = ReadonlyMap<string, MemberFact>;

export const SHAPES = ['Row', 'Insert', 'Update'] as const;
export type Shape = (typeof SHAPES)[number];

/** A foreign key as the types show it. A view's relationships repeat a name with other columns. */
export interface Relationship {
  name: string;
  /** None where the generator lost them: it writes null when a column's name has a dot in it (A3.23). */
  columns: readonly string[];
  referencedRelation: string;
  referencedColumns: readonly string[];
  /** Absent in files of generators before November 2023. */
  isOneToOne?: boolean;
}

export interface Relation {
  kind: 'table' | 'view';
  /** A view that can't be written has no Insert and Update. */
  shapes: Partial<Record<Shape, Members>>;
  /** Absent in files of generators before May 2023. */
  relationships?: readonly Relationship[];
  /** Names in `ComputedFields`; absent in files of generators before October 2026. */
  computedFields?: readonly string[];
}

export interface Overload {
  args: Members;
  returns: TypeFact;
  /** `SetofOptions` in canonical text, when the generator wrote them. */
  setof?: string;
  /** The generator wrote several overloads as one, with the result of the first only. */
  merged?: true;
}

/** Generations of generators, oldest first: an index of `ERAS` in generator.ts. */
export type Era = 0 | 1 | 2 | 3 | 4;

/** The eras whose generators may have written a file, first and last. */
export interface Generator {
  from: Era;
  to: Era;
}

export interface SchemaTypes {
  /** What the file looks like: a generator of an era writes neither what only older nor what only newer ones write. */
  generator: Generator;
  relations: ReadonlyMap<string, Relation>;
  functions: ReadonlyMap<string, readonly Overload[]>;
  enums: ReadonlyMap<string, readonly string[]>;
  /** The labels of enums in the order of `Constants`, which code sees when it runs. */
  constants?: ReadonlyMap<string, readonly string[]>;
  compositeTypes: ReadonlyMap<string, Members>;
}

export interface DatabaseTypes {
  schemas: ReadonlyMap<string, SchemaTypes>;
  /** What is worth saying of the file that they were read from. */
  notices?: readonly Notice[];
}

/** Whether a generator found that PostgREST cannot choose this overload (A3.14). */
export const isConflict = ({ returns }: Overload): boolean => returns.text.includes('{ error: true }');

/** A type as TypeScript text. */
export const typeText = ({ text, nullable }: TypeFact): string => (nullable ? `${text} | null` : text);

export const sameType = (a: TypeFact, b: TypeFact): boolean => a.text === b.text && a.nullable === b.nullable;

export const isList = ({ text }: TypeFact): boolean => text.endsWith('[]');

/** Members as the text of an object type: names that are no identifiers are quoted. */
export function membersText(members: Members): string {
  const parts = [...members].map(([name, { type, optional }]) => {
    const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
    return `${key}${optional ? '?' : ''}: ${typeText(type)}`;
  });
  return parts.length === 0 ? '{}' : `{ ${parts.join('; ')} }`;
}

/** A signature as TypeScript text: `(a: number, b?: string) => string`. */
export const signature = ({ args, returns }: Overload): string =>
  `(${membersText(args)
    .replace(/^\{ ?| ?\}$/g, '')
    .replaceAll('; ', ', ')}) => ${typeText(returns)}`;

/** The names of an overload's arguments, in order of the alphabet. */
export const parametersOf = ({ args }: Overload): string[] => [...args.keys()];

/** What is left of both sides when equal relationships are struck off, one for one. */
export function withoutEqual(
  committed: readonly Relationship[],
  generated: readonly Relationship[],
): { left: Relationship[]; right: Relationship[] } {
  const unmatched = groupBy(generated, factsOf);
  const left = committed.filter((relationship) => {
    const alike = unmatched.get(factsOf(relationship)) ?? [];
    const twin = alike.findIndex((other) => isSameKind(relationship, other));
    if (twin !== -1) alike.splice(twin, 1);
    return twin === -1;
  });
  const rest = new Set([...unmatched.values()].flat());
  return { left, right: generated.filter((relationship) => rest.has(relationship)) };
}

const factsOf = ({ name, columns, referencedRelation, referencedColumns }: Relationship): string =>
  JSON.stringify([name, columns, referencedRelation, referencedColumns]);

/** `isOneToOne` counts only where both files have it (A3.3). */
export const isSameKind = (a: Relationship, b: Relationship): boolean =>
  a.isOneToOne === undefined || b.isOneToOne === undefined || a.isOneToOne === b.isOneToOne;
