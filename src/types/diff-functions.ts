// The functions of one schema. A function's overloads are a set; two sets are paired before they count as drift.

import type { ObjectId } from '../findings/object-id.ts';
import { byText, matchByKey } from '../match.ts';
import { changes, type EquivalenceEntry, equivalent, merge, type TypesDiff } from './change.ts';
import { type Current, sameMembersUnder, sameTypeUnder, sameViewColumnUnder } from './equivalences.ts';
import type { Overload, SchemaTypes, TypeFact } from './model.ts';
import { isConflict, membersText, typeText } from './model.ts';

interface BothSchemas {
  committed: SchemaTypes;
  generated: SchemaTypes;
}

export function diffFunctions(schema: string, schemas: BothSchemas): TypesDiff {
  const object = (name: string): ObjectId => ({ kind: 'function', schema, name, args: [] });
  const functions = matchByKey(schemas.committed.functions, schemas.generated.functions);
  const whole =
    (kind: 'function-added' | 'function-removed') =>
    ([name, overloads]: [string, readonly Overload[]]) =>
      changes([{ kind, object: object(name), signatures: overloads.map(signature) }]);
  return merge([
    ...functions.added.map(whole('function-added')),
    ...functions.removed.map(whole('function-removed')),
    ...functions.both.map(([name, before, after]) => diffOverloads(object(name), before, after, schemas)),
  ]);
}

function diffOverloads(
  object: ObjectId,
  committed: readonly Overload[],
  generated: readonly Overload[],
  schemas: BothSchemas,
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
    pair((a, b) => (signature(a) === signature(b) ? setofEntries(a, b) : undefined)),
  );
  const left = unequal.filter(pair((a, b) => sameOverloadUnder(a, b, { committed, generated, schemas })));
  if (left.length === 0 && right.length === 0) return equivalent(object, [...new Set(entries)]);
  const sides = { committed: textOf(left), generated: textOf(right) };
  const facts = {
    committed: { differing: left, all: committed },
    generated: { differing: right, all: generated },
  };
  return changes([{ kind: 'function-signature-changed', object, ...sides, facts }]);
}

/** Options that both generators wrote, differently (A3.5). */
const setofEntries = (a: Overload, b: Overload): EquivalenceEntry[] =>
  a.setof !== undefined && b.setof !== undefined && a.setof !== b.setof ? ['A3.5'] : [];

interface Around {
  /** All overloads of the function, on both sides. */
  committed: readonly Overload[];
  generated: readonly Overload[];
  schemas: BothSchemas;
}

function sameOverloadUnder(
  committed: Overload,
  generated: Overload,
  around: Around,
): EquivalenceEntry[] | undefined {
  const current = currentOf(around);
  const args = sameMembersUnder(committed.args, generated.args, (a, b) => sameArgUnder(a, b, current));
  const returns = sameReturnsUnder(committed, generated, around);
  return args && returns && [...args, ...returns, ...setofEntries(committed, generated)];
}

const currentOf = ({ schemas }: Around): Current => ({
  committed: schemas.committed.isCurrent,
  generated: schemas.generated.isCurrent,
});

function sameArgUnder(
  committed: TypeFact,
  generated: TypeFact,
  current: Current,
): EquivalenceEntry[] | undefined {
  const same = sameTypeUnder(committed, generated, current);
  const isRow = [committed, generated].some(({ text }) => /\["Row"\](\[\])?$/.test(text));
  return isRow && same?.includes('A3.16') ? ['A3.7'] : same;
}

function sameReturnsUnder(
  committed: Overload,
  generated: Overload,
  around: Around,
): EquivalenceEntry[] | undefined {
  const current = currentOf(around);
  const same =
    sameTypeUnder(committed.returns, generated.returns, current) ??
    sameRowUnder(committed, generated, around);
  if (same !== undefined) return same;
  // Only a newer generator marks an overload as one that PostgREST can't choose.
  if (isConflict(generated) && !isConflict(committed) && !current.committed) return ['A3.14'];
  if (isConflict(committed) && !isConflict(generated) && !current.generated) return ['A3.14'];
  // A merged entry has the result of its first overload: it must be the result of one of them.
  const oneOf = (merged: Overload, others: readonly Overload[]): boolean =>
    merged.merged === true && others.some(({ returns }) => sameTypeUnder(merged.returns, returns, current));
  return oneOf(committed, around.generated) || oneOf(generated, around.committed) ? ['A3.13'] : undefined;
}

/** Results that are rows, column by column; the columns of a view may be null or not, by generator. */
function sameRowUnder(
  committed: Overload,
  generated: Overload,
  around: Around,
): EquivalenceEntry[] | undefined {
  const isList = ({ returns }: Overload): boolean => returns.text.endsWith('[]');
  if (!committed.row || !generated.row || isList(committed) !== isList(generated)) return undefined;
  const current = currentOf(around);
  const to = /(?:^|\W)to: "((?:[^"\\]|\\.)*)"/.exec(generated.setof ?? committed.setof ?? '')?.[1] ?? '';
  const same =
    around.schemas.generated.relations.get(to)?.kind === 'view' ? sameViewColumnUnder : sameTypeUnder;
  return sameMembersUnder(committed.row, generated.row, (a, b) => same(a, b, current));
}

/** A signature as TypeScript text: `(a: number, b?: string) => string`. */
const signature = ({ args, returns }: Overload): string =>
  `(${membersText(args)
    .replace(/^\{ ?| ?\}$/g, '')
    .replaceAll('; ', ', ')}) => ${typeText(returns)}`;

const textOf = (overloads: readonly Overload[]): string => overloads.map(signature).sort(byText).join(' | ');
