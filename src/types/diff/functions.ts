// The functions of one schema. A function's overloads are a set (A1.5); two sets are paired before they count as drift.

import type { FunctionId } from '../../findings/object-id.ts';
import { byText, matchByKey } from '../../match.ts';
import { type Difference, notices } from '../change.ts';
import { pairsOf } from '../compatibility/calls.ts';
import { type Overload, type Pair, parametersOf, signature } from '../model.ts';
import type { Entries, Schemas } from '../skew/engine.ts';
import { isSameSet, overloadSkew, overloadsSkew } from '../skew/functions.ts';

export function diffFunctions(schemas: Schemas): Difference[] {
  const { added, removed, both } = matchByKey(schemas.committed.functions, schemas.generated.functions);
  return [
    ...added.flatMap(([name, generated]) => diffFunction(name, { committed: [], generated }, schemas)),
    ...removed.flatMap(([name, committed]) => diffFunction(name, { committed, generated: [] }, schemas)),
    ...both.flatMap(([name, committed, generated]) => diffFunction(name, { committed, generated }, schemas)),
  ];
}

type Overloads = readonly Overload[];

function diffFunction(name: string, all: Pair<Overloads>, schemas: Schemas): Difference[] {
  const object: FunctionId = { kind: 'function', schema: schemas.schema, name, args: [] };
  const at = { schemas, name, all };
  const isEqual = (pair: Pair<Overload>): Entries =>
    signature(pair.committed) === signature(pair.generated) && isSameSet(pair, schemas) ? [] : undefined;
  // Exact pairs first, so that an equivalence never takes the place of an equal.
  const unequal = withoutPairs(all, isEqual);
  const { entries, ...differing } = withoutPairs(unequal, (pair) => overloadSkew(pair, at));
  if (differing.committed.length + differing.generated.length === 0) return notices(object, entries);
  const inAll = overloadsSkew(differing, at);
  if (inAll) return notices(object, [...entries, ...inAll]);
  const { committed, generated } = all;
  if (generated.length === 0)
    return [{ kind: 'function-removed', object, signatures: committed.map(signature) }];
  if (committed.length === 0)
    return [{ kind: 'function-added', object, signatures: generated.map(signature) }];
  const isOverloaded = committed.length > 1 || generated.length > 1;
  return pairsOf(differing, all).map((pair) => {
    const one = pair.generated ?? pair.committed;
    return {
      kind: 'function-signature-changed',
      object: isOverloaded && one ? { ...object, parameters: parametersOf(one) } : object,
      ...textsOf({ committed: listOf(pair.committed), generated: listOf(pair.generated) }),
      facts: {
        committed: { own: pair.committed, all: committed },
        generated: { own: pair.generated, all: generated },
      },
      ...(isOverloaded && { former: textsOf(differing) }),
    } as const;
  });
}

const listOf = (overload: Overload | undefined): Overload[] => (overload ? [overload] : []);

/** What is left of both sides when overloads that mean the same are struck off, one for one. */
function withoutPairs(
  { committed, generated }: Pair<Overloads>,
  same: (pair: Pair<Overload>) => Entries,
): Pair<Overload[]> & { entries: NonNullable<Entries> } {
  const left = [...generated];
  const entries: Entries = [];
  const isLeft = (one: Overload): boolean => {
    for (const [index, other] of left.entries()) {
      const found = same({ committed: one, generated: other });
      if (found === undefined) continue;
      entries.push(...found);
      left.splice(index, 1);
      return false;
    }
    return true;
  };
  return { committed: committed.filter(isLeft), generated: left, entries };
}

/** Both sides as text, with the options of sets when nothing else differs. */
function textsOf({ committed, generated }: Pair<Overloads>): Pair<string> {
  const isSetAlone = textOf(committed, false) === textOf(generated, false);
  return { committed: textOf(committed, isSetAlone), generated: textOf(generated, isSetAlone) };
}

const textOf = (overloads: Overloads, withSets: boolean): string =>
  overloads
    .map((one) => `${signature(one)}${withSets ? `, SetofOptions: ${one.setof ?? 'none'}` : ''}`)
    .sort(byText)
    .join(' | ');
