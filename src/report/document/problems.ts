// What is wrong with the migrations themselves: no change of the types, so each kind is told in its own way.

import type { Finding, Location } from '../../findings/finding.ts';
import { owningObject } from '../../findings/object-id.ts';
import { named } from '../../findings/prose.ts';
import { visible, visibleLines } from '../../findings/visible.ts';
import { useOf } from '../places.ts';
import { counted, gradeOf, unlistedPlaceOf, upperFirst } from '../sentences.ts';
import type { Block, Item, Span } from './blocks.ts';

const MOST_PLACES = 3;

const isMissing = ({ ruleId }: Finding): boolean => ruleId === 'base-schema-drift';
const isFailure = ({ ruleId }: Finding): boolean => ruleId === 'replay-failed';

/** What fails with its statement, what is missing as a table, and all else as a list. */
export function problems(findings: readonly Finding[]): Block[] {
  const missing = findings.filter(isMissing);
  const others = findings.filter((finding) => !isMissing(finding) && !isFailure(finding));
  return [
    ...findings.filter(isFailure).flatMap(failedStatement),
    ...(missing.length > 0 ? [missingTable(missing)] : []),
    ...(others.length > 0
      ? [{ kind: 'list', items: others.map(itemOf), itemsAre: 'finding', most: 10 } as const]
      : []),
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
  const lines = statement === undefined ? [] : visibleLines(statement);
  return [
    { kind: 'paragraph', text: sentenceOf(finding) },
    ...(lines.length > 0 ? [{ kind: 'code', language: 'sql', lines, label: 'Statement' } as const] : []),
    ...hints.map((hint): Block => ({ kind: 'paragraph', text: [visible(hint)] })),
  ];
}

const missingTable = (findings: readonly Finding[]): Block => ({
  kind: 'table',
  columns: [
    { title: 'Object that no migration creates' },
    { title: 'Grade' },
    { title: 'Used at', only: ['markdown'] },
  ],
  rows: findings.map((finding) => [
    [{ objects: [visible(owningObject(finding.subject))] }],
    [{ grade: gradeOf(finding) }],
    [{ places: placesOf(finding), most: MOST_PLACES }],
  ]),
  rowsAre: 'object',
  isOverview: true,
});

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
      blocks: [
        { kind: 'paragraph', text: [upperFirst(visible(message)), ...place] },
        ...(items.length > 0 ? [{ kind: 'list', items } as const] : []),
      ],
    };
  });
