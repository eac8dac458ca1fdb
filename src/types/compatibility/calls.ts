// What a changed set of overloads does to calls that compile. PostgREST chooses an overload by the names of the
// arguments that a call gives, and refuses a call that two of them fit (PGRST203).

import { byText, matchByKey } from '../../match.ts';
import type { OverloadFacts } from '../change.ts';
import { isConflict, type MemberFact, type Members, type Overload, type Pair, typeText } from '../model.ts';
import { isAssignable, isAssignableButForLabels } from './assignable.ts';
import { CASES, type CaseId } from './cases.ts';
import { worstOf } from './worst.ts';

/** The worst case among all overloads that differ. */
export function caseOfOverloads({ committed, generated }: Pair<OverloadFacts>): CaseId {
  const kept = generated.all.filter((overload) => !generated.differing.includes(overload));
  const unmet = new Set(generated.differing);
  const cases = committed.differing.flatMap((overload): CaseId[] => {
    if (kept.some((other) => isSafe(casesOfPair(overload, other)))) return ['function-overload-merged'];
    const partner = closestTo(overload, [...unmet]);
    if (partner === undefined) return ['function-overload-removed'];
    unmet.delete(partner);
    return casesOfPair(overload, partner);
  });
  const added = [...unmet].map(
    (overload): CaseId =>
      committed.all.some((other) => mayBothFit(other.args, overload.args))
        ? 'function-overload-rival'
        : 'function-overload-added',
  );
  return worstOf([...cases, ...added]);
}

const isSafe = (cases: readonly CaseId[]): boolean => cases.every((id) => CASES[id].compatibility === 'safe');

/** The overload that breaks the fewest things, and among those the one whose arguments come closest. */
function closestTo(overload: Overload, others: readonly Overload[]): Overload | undefined {
  const costs = others.map((other) => {
    const cases = casesOfPair(overload, other);
    const broken = cases.filter((id) => CASES[id].compatibility === 'breaking').length;
    return { other, cost: broken * 100 + cases.length };
  });
  return costs.sort((a, b) => a.cost - b.cost || byText(namesOf(a.other), namesOf(b.other)))[0]?.other;
}

const namesOf = ({ args }: Overload): string => [...args.keys()].join();

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
