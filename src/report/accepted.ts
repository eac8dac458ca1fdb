// What the baseline lets pass, for people: a sentence for each reason, with the objects that it holds for.

import { type AcceptedFinding, acceptedWords } from '../findings/baseline.ts';
import { named } from '../findings/prose.ts';
import { visible } from '../findings/visible.ts';
import { groupBy } from '../match.ts';
import type { Report } from './report.ts';
import { counted, differenceIn, groupByObject, listedUpTo, upperFirst } from './sentences.ts';

/** How many objects a sentence names; the JSON report has them all. */
const MOST_OBJECTS = 12;

/** `2 changes of `public.orders`, accepted on 2026-01-31 by the platform team: REASON`, one for each acceptance. */
export const acceptedSentences = ({ accepted = [] }: Report): string[] =>
  [...groupBy(accepted, ({ acceptance }) => JSON.stringify(acceptance)).values()].flatMap(sentence);

function sentence(findings: readonly AcceptedFinding[]): string[] {
  const [first] = findings;
  if (first === undefined) return [];
  const owners = groupByObject(findings).map(({ owner }) => named(owner));
  const what = `${counted(findings.length, differenceIn(findings))} of ${listedUpTo(MOST_OBJECTS, owners)}`;
  return [`${upperFirst(what)}, ${acceptedWords(first.acceptance)}: ${visible(first.acceptance.reason)}`];
}
