// The case that decides when a change is several at once.

import { CASES, type CaseId } from './cases.ts';

const WORST_FIRST = ['breaking', 'dangerous', 'safe'] as const;

/** The worst of some cases, the first among equals. */
export function worstOf(cases: readonly CaseId[]): CaseId {
  const worst = WORST_FIRST.flatMap((grade) => cases.filter((id) => CASES[id].compatibility === grade))[0];
  if (worst === undefined) throw new Error('a change is at least one case');
  return worst;
}
