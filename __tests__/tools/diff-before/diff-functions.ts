// The functions of one schema. A function's overloads are a set; two sets are paired before they count as drift.

import type { ObjectId } from '../../../src/findings/object-id.ts';
import { byText, matchByKey } from '../../../src/match.ts';
import { changes, type EquivalenceEntry, equivalent, merge, type TypesDiff } from './change.ts';
import {
  type Generators,
  hasLearnt,
  isList,
  sameMembersUnder,
  sameRowUnder,
  sameTypeUnder,
  sameUnknownRow,
  sameViewColumnUnder,
} from './equivalences.ts';
import type { KnownObjects } from './known-objects.ts';
import type { Era, Members, Overload, SchemaTypes, TypeFact } from './model.ts';
import { isConflict, membersText, typeText } from './model.ts';
import { givesViewRow, rowOf } from './rows.ts';

interface BothSchemas {
  committed: SchemaTypes;
  generated: SchemaTypes;
}

export function diffFunctions(schema: string, schemas: BothSchemas, known: KnownObjects): TypesDiff {
  const object = (name: string): ObjectId => ({ kind: 'function', schema, name, args: [] });
  const functions = matchByKey(schemas.committed.functions, schemas.generated.functions);
  const pair = (name: string, before: readonly Overload[], after: readonly Overload[]): TypesDiff =>
    diffOverloads(object(name), before, after, {
      returnsOneRow: known.returnsOneRow(schema, name),
      inOutOrVariadic: new Set(known.inOutOrVariadic(schema, name)),
      takesRow: known.takesRow(schema, name),
      isLate: (relation) => known.lateKind(schema, relation) !== undefined,
      unnamedOverloads: known.unnamedOverloads(schema, name),
      usesLearntType: known.usesLearntType(schema, name),
      schemas,
    });
  return merge([
    ...functions.added.map(([name, overloads]) => pair(name, [], overloads)),
    ...functions.removed.map(([name, overloads]) => pair(name, overloads, [])),
    ...functions.both.map(([name, before, after]) => pair(name, before, after)),
  ]);
}

/** What is known of a function beside its types. */
interface Known {
  returnsOneRow: boolean;
  inOutOrVariadic: ReadonlySet<string>;
  takesRow: boolean;
  /** Whether a relation of the schema is of a kind whose rows older generators did not know. */
  isLate(relation: string): boolean;
  unnamedOverloads: number;
  usesLearntType: boolean;
  schemas: BothSchemas;
}

function diffOverloads(
  object: ObjectId,
  committed: readonly Overload[],
  generated: readonly Overload[],
  known: Known,
): TypesDiff {
  const right = [...generated];
  const entries: EquivalenceEntry[] = [];
  const pair =
    (same: (a: Overload, b: Overload) => EquivalenceEntry[] | undefined) =>
    (one: Overload): boolean => {
      const index = right.findIndex((other) => same(one, other) !== undefined);
      const twin = right[index];
      if (twin === undefined) return true;
      entries.push(...(same(one, twin) ?? []));
      right.splice(index, 1);
      return false;
    };
  // Exact pairs first, so that an equivalence never takes the place of an equal.
  const unequal = committed.filter(
    pair((a, b) =>
      signature(a) === signature(b) && givesSameSet(a, b, generatorsOf(known)) ? [] : undefined,
    ),
  );
  const left = unequal.filter(pair((a, b) => sameOverloadUnder(a, b, { committed, generated, ...known })));
  if (left.length === 0 && right.length === 0) return equivalent(object, [...new Set(entries)]);
  if (areLeftOut({ left, right, committed, generated }, known))
    return equivalent(object, [...new Set(entries), 'A3.28']);
  if (generated.length === 0) {
    return changes([{ kind: 'function-removed', object, signatures: committed.map(signature) }]);
  }
  if (committed.length === 0) {
    return changes([{ kind: 'function-added', object, signatures: generated.map(signature) }]);
  }
  const isSetAlone = textOf(left) === textOf(right);
  const sides = { committed: textOf(left, isSetAlone), generated: textOf(right, isSetAlone) };
  const facts = {
    committed: { differing: left, all: committed },
    generated: { differing: right, all: generated },
  };
  return changes([{ kind: 'function-signature-changed', object, ...sides, facts }]);
}

/**
 * Overloads of one argument without a name, which only older generators wrote all of (A3.28): the database must have
 * as many of them, beside those that the newer file has too.
 */
function areLeftOut(
  {
    left,
    right,
    committed,
    generated,
  }: Record<'left' | 'right' | 'committed' | 'generated', readonly Overload[]>,
  known: Known,
): boolean {
  if (left.length > 0 && right.length > 0) return false;
  const isUnnamed = ({ args }: Overload): boolean => args.size === 1 && args.has('');
  const [extra, newer] = left.length > 0 ? [left, generated] : [right, committed];
  const by = generatorsOf(known);
  const isKnowing =
    left.length > 0
      ? hasLearnt(by.committed, by.generated, SETS_ERA)
      : hasLearnt(by.generated, by.committed, SETS_ERA);
  const room = known.unnamedOverloads - newer.filter(isUnnamed).length;
  return isKnowing && extra.length <= room && extra.every(isUnnamed);
}

/** The same options, or none where the generator may have known none (A3.5), or had to write a mark instead. */
function givesSameSet(a: Overload, b: Overload, { committed, generated }: Generators): boolean {
  if (a.setof === b.setof || isConflict(a) || isConflict(b)) return true;
  if (a.setof === undefined) return committed.from < SETS_ERA;
  return b.setof === undefined && generated.from < SETS_ERA;
}

interface Around extends Known {
  /** All overloads of the function, on both sides. */
  committed: readonly Overload[];
  generated: readonly Overload[];
}

function sameOverloadUnder(
  committed: Overload,
  generated: Overload,
  around: Around,
): EquivalenceEntry[] | undefined {
  if (!givesSameSet(committed, generated, generatorsOf(around))) return undefined;
  const args = sameArgsUnder(committed.args, generated.args, around);
  const returns = sameReturnsUnder(committed, generated, around);
  return args && returns && [...args, ...returns];
}

const generatorsOf = ({ schemas, usesLearntType }: Known): Generators => ({
  committed: schemas.committed.generator,
  generated: schemas.generated.generator,
  mayHaveLearnt: usesLearntType,
});

/** The era in which generators began to tell overloads, sets and INOUT arguments as they are. */
const SETS_ERA: Era = 2;

function sameArgsUnder(
  committed: Members,
  generated: Members,
  around: Around,
): EquivalenceEntry[] | undefined {
  const { committed: left, generated: right } = generatorsOf(around);
  const without = (args: Members, older: Members): Members =>
    new Map([...args].filter(([name]) => older.has(name) || !around.inOutOrVariadic.has(name)));
  // Only of a file that is surely older: in one that may be newer, the argument may be new.
  const before = right.to < SETS_ERA && left.to >= SETS_ERA ? without(committed, generated) : committed;
  const after = left.to < SETS_ERA && right.to >= SETS_ERA ? without(generated, committed) : generated;
  const sameType = (a: TypeFact, b: TypeFact): EquivalenceEntry[] | undefined =>
    sameTypeUnder(a, b, generatorsOf(around)) ??
    (around.takesRow ? sameUnknownRow(a, b, generatorsOf(around)) : undefined);
  const same = sameMembersUnder(before, after, sameType);
  const isShorter = before.size < committed.size || after.size < generated.size;
  return same && (isShorter ? [...same, 'A3.25'] : same);
}

function sameReturnsUnder(
  committed: Overload,
  generated: Overload,
  around: Around,
): EquivalenceEntry[] | undefined {
  const generators = generatorsOf(around);
  const same = sameResultUnder(committed, generated, around) ?? sameOneRowUnder(committed, generated, around);
  if (same !== undefined) return same;
  if (isMarkedLater(committed, generated, generators)) return ['A3.14'];
  if (
    isMarkedLater(generated, committed, { committed: generators.generated, generated: generators.committed })
  ) {
    return ['A3.14'];
  }
  // A merged entry has the result of its first overload: it must be the result of one of them.
  const isOneOf =
    (committed.merged && around.generated.some((one) => sameResultUnder(committed, one, around))) ||
    (generated.merged && around.committed.some((one) => sameResultUnder(one, generated, around)));
  return isOneOf ? ['A3.13'] : undefined;
}

/** Results of one type; the columns of a view's row may be null or not, by generator. */
function sameResultUnder(
  committed: Overload,
  generated: Overload,
  around: Around,
): EquivalenceEntry[] | undefined {
  const generators = generatorsOf(around);
  const isView = givesViewRow([committed, generated], around.schemas.generated);
  const isLate = [committed, generated].some((one) => around.isLate(rowOf(one)));
  return (
    sameTypeUnder(committed.returns, generated.returns, generators) ??
    (isLate ? sameUnknownRow(committed.returns, generated.returns, generators) : undefined) ??
    (isView
      ? sameRowUnder(committed.returns, generated.returns, (a, b) => sameViewColumnUnder(a, b, generators))
      : undefined)
  );
}

/**
 * A set that says `rows 1` (A3.15): always a list before October 2025, then one value, then one value only when it is
 * a relation's row. The options of the newer ones tell so of rows, of other results only the database.
 */
function sameOneRowUnder(
  committed: Overload,
  generated: Overload,
  around: Around,
): EquivalenceEntry[] | undefined {
  const generators = generatorsOf(around);
  if (isList(committed.returns) === isList(generated.returns)) return undefined;
  const [one, list] = isList(committed.returns) ? [generated, committed] : [committed, generated];
  const [oneBy, listBy] = isList(committed.returns)
    ? [generators.generated, generators.committed]
    : [generators.committed, generators.generated];
  const isToldSo = /isOneToOne: true; isSetofReturn: true/.test(one.setof ?? '') && list.setof === undefined;
  const isScalarEra = around.returnsOneRow && oneBy.from <= SETS_ERA && oneBy.to >= SETS_ERA;
  const isOlderList = (around.returnsOneRow || isToldSo) && hasLearnt(listBy, oneBy, SETS_ERA);
  if (!isScalarEra && !isOlderList) return undefined;
  const asList = (overload: Overload): Overload => {
    const { returns } = overload;
    return isList(returns) ? overload : { ...overload, returns: { ...returns, text: `${returns.text}[]` } };
  };
  const same = sameResultUnder(asList(committed), asList(generated), around);
  return same && ['A3.15', ...same];
}

/** Only a newer generator marks an overload as one that PostgREST can't choose, or can't call as a function. */
function isMarkedLater(older: Overload, newer: Overload, { committed, generated }: Generators): boolean {
  if (!isConflict(newer) || isConflict(older)) return false;
  // Sets of a relation's rows, which can be embedded, were marked last.
  return hasLearnt(committed, generated, older.setof !== undefined && older.args.has('') ? 4 : SETS_ERA);
}

/** A signature as TypeScript text: `(a: number, b?: string) => string`. */
const signature = ({ args, returns }: Overload): string =>
  `(${membersText(args)
    .replace(/^\{ ?| ?\}$/g, '')
    .replaceAll('; ', ', ')}) => ${typeText(returns)}`;

/** @param withSets whether to say of which relation's rows a set is, and of how many */
const textOf = (overloads: readonly Overload[], withSets = false): string =>
  overloads
    .map((one) => `${signature(one)}${withSets ? `, SetofOptions: ${one.setof ?? 'none'}` : ''}`)
    .sort(byText)
    .join(' | ');
