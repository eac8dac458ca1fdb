// The functions of one schema. A function's overloads are a set; two sets are paired before they count as drift.

import type { ObjectId } from '../findings/object-id.ts';
import { byText, matchByKey } from '../match.ts';
import { changes, type EquivalenceEntry, equivalent, merge, type TypesDiff } from './change.ts';
import { sameTypeUnder } from './equivalences.ts';
import type { Members, Overload, TypeFact } from './model.ts';
import { membersText, typeText } from './model.ts';

type Functions = ReadonlyMap<string, readonly Overload[]>;

export function diffFunctions(schema: string, committed: Functions, generated: Functions): TypesDiff {
  const object = (name: string): ObjectId => ({ kind: 'function', schema, name, args: [] });
  const functions = matchByKey(committed, generated);
  return merge([
    changes(
      functions.added.map(([name, overloads]) => ({
        kind: 'function-added',
        object: object(name),
        signatures: overloads.map(signature),
      })),
    ),
    changes(
      functions.removed.map(([name, overloads]) => ({
        kind: 'function-removed',
        object: object(name),
        signatures: overloads.map(signature),
      })),
    ),
    ...functions.both.map(([name, before, after]) => diffOverloads(object(name), before, after)),
  ]);
}

function diffOverloads(
  object: ObjectId,
  committed: readonly Overload[],
  generated: readonly Overload[],
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
  const left = unequal.filter(pair(sameOverloadUnder));
  if (left.length === 0 && right.length === 0) return equivalent(object, [...new Set(entries)]);
  return changes([
    { kind: 'function-signature-changed', object, committed: textOf(left), generated: textOf(right) },
  ]);
}

/** Options that both generators wrote, differently (A3.5). */
const setofEntries = (a: Overload, b: Overload): EquivalenceEntry[] =>
  a.setof !== undefined && b.setof !== undefined && a.setof !== b.setof ? ['A3.5'] : [];

function sameOverloadUnder(committed: Overload, generated: Overload): EquivalenceEntry[] | undefined {
  const args = sameArgsUnder(committed.args, generated.args);
  const returns = sameReturnsUnder(committed, generated);
  return args && returns && [...args, ...returns, ...setofEntries(committed, generated)];
}

function sameArgsUnder(committed: Members, generated: Members): EquivalenceEntry[] | undefined {
  const { added, removed, both } = matchByKey(committed, generated);
  if (added.length > 0 || removed.length > 0) return undefined;
  const entries: EquivalenceEntry[] = [];
  for (const [, before, after] of both) {
    const same = before.optional === after.optional ? sameArgUnder(before.type, after.type) : undefined;
    if (same === undefined) return undefined;
    entries.push(...same);
  }
  return entries;
}

function sameArgUnder(committed: TypeFact, generated: TypeFact): EquivalenceEntry[] | undefined {
  const same = sameTypeUnder(committed, generated);
  const isRow = [committed, generated].some(({ text }) => text.endsWith('["Row"]'));
  return isRow && same?.includes('A3.16') ? ['A3.7'] : same;
}

function sameReturnsUnder(committed: Overload, generated: Overload): EquivalenceEntry[] | undefined {
  const same = sameTypeUnder(committed.returns, generated.returns);
  if (same !== undefined) return same;
  if (committed.merged || generated.merged) return ['A3.13'];
  // Exactly one side marks the overload as one that PostgREST can't choose.
  if (isConflict(committed.returns) !== isConflict(generated.returns)) return ['A3.14'];
  return undefined;
}

const isConflict = ({ text }: TypeFact): boolean => text.includes('{ error: true }');

/** A signature as TypeScript text: `(a: number, b?: string) => string`. */
const signature = ({ args, returns }: Overload): string =>
  `(${membersText(args)
    .replace(/^\{ ?| ?\}$/g, '')
    .replaceAll('; ', ', ')}) => ${typeText(returns)}`;

const textOf = (overloads: readonly Overload[]): string => overloads.map(signature).sort(byText).join(' | ');
