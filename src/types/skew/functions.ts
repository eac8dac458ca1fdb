// Functions that generators write differently: their arguments, their results, and whole overloads.

import type { Members, Overload, Pair, SchemaTypes } from '../model.ts';
import { isConflict, isList, pairFrom } from '../model.ts';
import { givesViewRow, rowOf } from '../rows.ts';
import { always, type Entries, ERA, explain, type Schemas, type Skew, since } from './engine.ts';
import { membersSkew, type TypeAt, typeSkew } from './types.ts';

/** A function. */
export interface FunctionAt {
  schemas: Schemas;
  name: string;
  /** All its overloads on both sides. */
  all: Pair<readonly Overload[]>;
}

const ARGUMENTS: Skew<Members, FunctionAt>[] = [
  {
    entry: 'A3.25',
    // Only of a file that is surely older: in one that may be newer, the argument may be new.
    when: (one, other) => one.to >= ERA.sets && other.to < ERA.sets,
    rewrite: (one, other, { schemas: { known, schema }, name }) => {
      const lateArguments = known.inOutOrVariadic(schema, name);
      return new Map([...one].filter(([arg]) => other.has(arg) || !lateArguments.includes(arg)));
    },
  },
];

const RESULTS: Skew<Overload, FunctionAt>[] = [
  {
    // A set that says `rows 1` was always a list before October 2025. Newer options tell so of rows.
    entry: 'A3.15',
    when: since(ERA.sets),
    rewrite: (one, other, at) => (isList(other.returns) && saysOneRow(one, other, at) ? asList(one) : one),
  },
  {
    // Then it was one value, and then one value only when it is a relation's row.
    entry: 'A3.15',
    when: (one) => one.from <= ERA.sets && one.to >= ERA.sets,
    rewrite: (one, other, at) => (isList(other.returns) && givesOneRow(at) ? asList(one) : one),
  },
  {
    entry: 'A3.14',
    when: since(ERA.sets),
    rewrite: (one, other) => (isRowSet(other) ? one : unmarked(one, other)),
  },
  {
    // Sets of a relation's rows, which can be embedded, were marked last.
    entry: 'A3.14',
    when: since(ERA.views),
    rewrite: (one, other) => (isRowSet(other) ? unmarked(one, other) : one),
  },
  {
    // A merged entry has the result of its first overload: it must be the result of one of them.
    entry: 'A3.13',
    when: always,
    rewrite: (one, other, at, side) =>
      other.merged && at.all[side].some((each) => resultSkew(pairFrom(side, each, other), at))
        ? { ...one, returns: other.returns }
        : one,
  },
];

const givesOneRow = ({ schemas: { known, schema }, name }: FunctionAt): boolean =>
  known.returnsOneRow(schema, name);

const saysOneRow = ({ setof = '' }: Overload, other: Overload, at: FunctionAt): boolean =>
  givesOneRow(at) || (/isOneToOne: true; isSetofReturn: true/.test(setof) && other.setof === undefined);

const asList = (one: Overload): Overload =>
  isList(one.returns) ? one : { ...one, returns: { ...one.returns, text: `${one.returns.text}[]` } };

const isRowSet = ({ setof, args }: Overload): boolean => setof !== undefined && args.has('');

/** Only a newer generator marks an overload as one that PostgREST can't choose, or can't call as a function. */
const unmarked = (one: Overload, other: Overload): Overload =>
  isConflict(one) && !isConflict(other) ? { ...one, returns: other.returns } : one;

/** Overloads that only one side has. */
const WHOLE: Skew<readonly Overload[], FunctionAt>[] = [
  {
    // Of overloads of one argument without a name only older generators wrote all: as many as the database has.
    entry: 'A3.28',
    when: since(ERA.sets),
    rewrite: (one, other, { schemas: { known, schema }, name, all }, side) => {
      const left = known.unnamedOverloads(schema, name) - all[side].filter(isUnnamed).length;
      return one.length === 0 && other.length <= left && other.every(isUnnamed) ? other : one;
    },
  },
];

const isUnnamed = ({ args }: Overload): boolean => args.size === 1 && args.has('');

/** The entries under which overloads that differ are no drift. */
export const overloadsSkew = (differing: Pair<readonly Overload[]>, at: FunctionAt): Entries =>
  explain(WHOLE, differing, at);

/** The entries under which two overloads mean the same; undefined when they do not. */
export function overloadSkew(overloads: Pair<Overload>, at: FunctionAt): Entries {
  if (!isSameSet(overloads, at.schemas)) return undefined;
  const { known, schema } = at.schemas;
  const { committed, generated } = overloads;
  const argument: TypeAt = {
    schemas: at.schemas,
    isLearnt: known.usesLearntType(schema, at.name),
    isRow: known.takesRow(schema, at.name),
  };
  const inArguments = explain(
    ARGUMENTS,
    { committed: committed.args, generated: generated.args },
    at,
    (args) =>
      membersSkew(args, (name) => ({
        ...argument,
        allowed: known.allowedValues(schema, at.name, name),
        mayBeNarrower: known.mayBeNarrower(schema, at.name, name),
      })),
  );
  const inResult = inArguments && explain(RESULTS, overloads, at, (pair) => resultSkew(pair, at));
  return inArguments && inResult && [...inArguments, ...inResult];
}

/** The same options, or none where the generator may have known none (A3.5), or had to write a mark instead. */
export function isSameSet(
  { committed: a, generated: b }: Pair<Overload>,
  { committed, generated }: Pair<SchemaTypes>,
): boolean {
  if (a.setof === b.setof || isConflict(a) || isConflict(b)) return true;
  if (a.setof === undefined) return committed.generator.from < ERA.sets;
  return b.setof === undefined && generated.generator.from < ERA.sets;
}

function resultSkew({ committed, generated }: Pair<Overload>, { schemas, name }: FunctionAt): Entries {
  const { known, schema } = schemas;
  const both = [committed, generated];
  return typeSkew(
    { committed: committed.returns, generated: generated.returns },
    {
      schemas,
      isLearnt: known.usesLearntType(schema, name),
      allowed: known.allowedValues(schema, name, ''),
      mayBeNarrower: known.mayBeNarrower(schema, name, ''),
      isRow: both.some((one) => known.lateKind(schema, rowOf(one)) !== undefined),
      isViewRow: givesViewRow(both, schemas.generated),
    },
  );
}
