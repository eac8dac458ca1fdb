// What is wrong with the migrations themselves: no change of the types, so each kind is told in its own way.

import type { Finding, Location } from '../../findings/finding.ts';
import { owningObject } from '../../findings/object-id.ts';
import { named } from '../../findings/prose.ts';
import { visible } from '../../findings/visible.ts';
import { useOf } from '../places.ts';
import { counted, gradeOf, unlistedPlaceOf, upperFirst } from '../sentences.ts';
import { type Block, code, type Item, list, paragraph, type Span, table } from './blocks.ts';

const MOST_PLACES = 3;

const isMissing = ({ ruleId }: Finding): boolean => ruleId === 'base-schema-drift';
const isFailure = ({ ruleId }: Finding): boolean => ruleId === 'replay-failed';

/** What fails with its statement, what is missing as a table, and all else as a list. */
export function problems(findings: readonly Finding[]): Block[] {
  const missing = findings.filter(isMissing);
  const others = findings.filter((finding) => !isMissing(finding) && !isFailure(finding));
  return [
    ...findings.filter(isFailure).flatMap(failedStatement),
    ...missingTable(missing),
    ...list(others.map(itemOf), { itemsAre: 'finding', most: 10 }),
  ];
}

const sentenceOf = (finding: Finding): Span[] => [
  { grade: gradeOf(finding) },
  ` ${visible(finding.message)}`,
  ...(finding.location ? [' · ', { places: [finding.location] }] : []),
];

const itemOf = (finding: Finding): Item => ({ text: sentenceOf(finding), lines: finding.details ?? [] });

/** What fails, the statement, and what the database says beside. */
function failedStatement(finding: Finding): Block[] {
  const { details: [statement, ...hints] = [] } = finding;
  return [
    paragraph(...sentenceOf(finding)),
    ...code('sql', statement, 'Statement'),
    ...hints.map((hint) => paragraph(visible(hint))),
  ];
}

const missingTable = (findings: readonly Finding[]): Block[] =>
  table(
    [
      { title: 'Object that no migration creates' },
      { title: 'Grade' },
      { title: 'Used at', only: ['markdown'] },
    ],
    findings.map((finding) => [
      [{ objects: [visible(owningObject(finding.subject))] }],
      [{ grade: gradeOf(finding) }],
      [{ places: placesOf(finding), most: MOST_PLACES }],
    ]),
    { rowsAre: 'object', isOverview: true, fewest: 2 },
  );

function placesOf({ details = [], location }: Finding): Location[] {
  const places = details.flatMap((line) => useOf(line)[0] ?? []);
  return places.length === 0 && location ? [location] : places;
}

/** Every place that uses an object that nothing creates. */
export const usesOfMissing = (findings: readonly Finding[]): Block[] =>
  findings.filter(isMissing).map((finding) => {
    const { details = [], location, subject, message } = finding;
    const place = location && unlistedPlaceOf(finding) !== '' ? [' · ', { places: [location] }] : [];
    const items = details.map((line): Item => {
      const [use, statement] = useOf(line);
      if (use === undefined) return { text: [named(line)] };
      return { text: [{ places: [use] }, ...(statement === '' ? [] : [`: ${named(statement)}`])] };
    });
    return {
      kind: 'fold',
      summary: [
        { objects: [visible(owningObject(subject))] },
        `: ${counted(Math.max(1, details.length), 'use')}`,
      ],
      blocks: [paragraph(upperFirst(visible(message)), ...place), ...list(items)],
    };
  });
