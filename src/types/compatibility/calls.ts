// What a changed set of overloads does to calls that compile. PostgREST chooses an overload by the names of the
// arguments that a call gives, and refuses a call that two of them fit (PGRST203).

import { byText, matchByKey } from '../../match.ts';
import type { OverloadFacts } from '../change.ts';
import {
  isConflict,
  type MemberFact,
  type Members,
  membersText,
  type Overload,
  type Pair,
  signature,
  typeText,
} from '../model.ts';
import { isAssignable, isAssignableButForLabels } from './assignable.ts';
import { CASES, type CaseId } from './cases.ts';
import { worstOf } from './worst.ts';

/** The case of an overload that both sides have, or one of them. */
export function caseOfOverload({ committed, generated }: Pair<OverloadFacts>): CaseId {
  const [before, after] = [committed.own, generated.own];
  if (before && after) return worstOf(casesOfPair(before, after));
  if (before)
    return isTakenBy(generated.all, before) ? 'function-overload-merged' : 'function-overload-removed';
  return after && committed.all.some((other) => mayBothFit(other.args, after.args))
    ? 'function-overload-rival'
    : 'function-overload-added';
}

/** Whether every call of an overload fits another one. */
const isTakenBy = (others: readonly Overload[], overload: Overload): boolean =>
  others.some((other) => isSafe(casesOfPair(overload, other)));

const isSafe = (cases: readonly CaseId[]): boolean => cases.every((id) => CASES[id].compatibility === 'safe');

/**
 * The overloads that differ, in pairs: those with equal arguments, then those that break the fewest calls as a pair.
 * Several overloads are paired only when they share the name of an argument. An overload stands alone when none is left
 * for it, or when one that both sides have takes its calls.
 */
export function pairsOf(
  differing: Pair<readonly Overload[]>,
  all: Pair<readonly Overload[]>,
): Partial<Pair<Overload>>[] {
  const kept = all.generated.filter((overload) => !differing.generated.includes(overload));
  const [before, after] = [inOrder(differing.committed), inOrder(differing.generated)];
  const isOnlyOne = all.committed.length === 1 && all.generated.length === 1;
  const candidates = before
    .flatMap((committed) => {
      const pairs = after
        .filter((generated) => isOnlyOne || sharesName(committed, generated))
        .map((generated) => ({ committed, generated, cost: costOf(committed, generated) }));
      return isTakenBy(kept, committed) ? pairs.filter(({ cost }) => cost < OTHER_ARGUMENTS) : pairs;
    })
    .sort((a, b) => a.cost - b.cost);
  const partners = new Map<Overload, Overload>();
  const met = new Set<Overload>();
  for (const { committed, generated } of candidates) {
    if (partners.has(committed) || met.has(generated)) continue;
    partners.set(committed, generated);
    met.add(generated);
  }
  return [
    ...before.map((committed) => {
      const generated = partners.get(committed);
      return generated ? { committed, generated } : { committed };
    }),
    ...after.filter((generated) => !met.has(generated)).map((generated) => ({ generated })),
  ];
}

const sharesName = (a: Overload, b: Overload): boolean =>
  a.args.size === 0 || b.args.size === 0 || [...a.args.keys()].some((name) => b.args.has(name));

/** The order of overloads in a file says nothing. */
const inOrder = (overloads: readonly Overload[]): Overload[] =>
  overloads.toSorted((a, b) => byText(signature(a), signature(b)));

/** More than any pair with equal arguments costs. */
const OTHER_ARGUMENTS = 1000;

/** How little two overloads belong together. */
function costOf(committed: Overload, generated: Overload): number {
  const cases = casesOfPair(committed, generated);
  const broken = cases.filter((id) => CASES[id].compatibility === 'breaking').length;
  const isSameCall = membersText(committed.args) === membersText(generated.args);
  return (isSameCall ? 0 : OTHER_ARGUMENTS) + broken * 100 + cases.length;
}

function casesOfPair(committed: Overload, generated: Overload): CaseId[] {
  const { added, removed, both } = matchByKey(committed.args, generated.args);
  const cases: CaseId[] = [
    ...added.map(([, { optional }]) =>
      optional ? ('function-argument-added' as const) : ('function-argument-required' as const),
    ),
    ...removed.map(() => 'function-argument-removed' as const),
    ...both.flatMap(([, before, after]) => casesOfArgument(before, after)),
    ...casesOfResult(committed, generated),
  ];
  return cases.length === 0 && committed.setof !== generated.setof ? ['function-set-changed'] : cases;
}

function casesOfArgument(committed: MemberFact, generated: MemberFact): CaseId[] {
  const [before, after] = [typeText(committed.type), typeText(generated.type)];
  const type: CaseId[] =
    before === after
      ? []
      : [isAssignable(before, after) ? 'function-argument-widened' : 'function-argument-retyped'];
  if (committed.optional === generated.optional) return type;
  return [...type, generated.optional ? 'function-argument-optional' : 'function-argument-required'];
}

function casesOfResult(committed: Overload, generated: Overload): CaseId[] {
  const [before, after] = [typeText(committed.returns), typeText(generated.returns)];
  if (before === after) return [];
  if (isConflict(generated)) return ['function-ambiguous'];
  if (isAssignable(after, before)) return ['function-result-narrowed'];
  return [
    isAssignableButForLabels(after, before) ? 'function-result-label-added' : 'function-result-retyped',
  ];
}

/** Whether some call gives all that either overload demands, and nothing that one of them has not. */
const mayBothFit = (one: Members, other: Members): boolean => takes(one, other) && takes(other, one);

const takes = (one: Members, other: Members): boolean =>
  [...other].every(([name, { optional }]) => optional || one.has(name));
