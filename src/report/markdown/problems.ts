// What is wrong with the migrations themselves: no change of the types, so each kind is told in its own way.

import type { Finding, Location } from '../../findings/finding.ts';
import { owningObject } from '../../findings/object-id.ts';
import { visible, visibleLines } from '../../findings/visible.ts';
import { useOf } from '../places.ts';
import { counted, gradeOf, unlistedPlaceOf, upperFirst } from '../sentences.ts';
import type { Line } from './budget.ts';
import { codeSpan, escapeHtml, fenceFor, proseToMarkdown } from './escape.ts';
import {
  cuttable,
  DOTS,
  folded,
  gradeCell,
  linked,
  linkedPlace,
  type MarkdownPage,
  paragraph,
  placesCell,
  plain,
  row,
  shortened,
  tableOf,
} from './lines.ts';

const MOST_PLACES = 3;
const LONGEST_NAME = 80;

/** How many missing objects the table shows. */
const MOST_ROWS = 10;

const isMissing = ({ ruleId }: Finding): boolean => ruleId === 'base-schema-drift';

const isFailure = ({ ruleId }: Finding): boolean => ruleId === 'replay-failed';

/** The findings that are no changes of the types: what fails, what is missing as a table, and others as a list. */
export function problems(findings: readonly Finding[], page: MarkdownPage): Line[] {
  return [
    ...findings.filter(isFailure).flatMap((finding) => failedStatement(finding, page)),
    ...missingTable(findings.filter(isMissing), page),
    ...othersOf(findings, page).slice(0, MOST_ROWS + 1),
  ];
}

/** The rest of a long list, folded. */
export function furtherProblems(findings: readonly Finding[], page: MarkdownPage): Line[] {
  const more = othersOf(findings, page).slice(MOST_ROWS + 1);
  return more.length === 0 ? [] : folded(`${more.length} more`, more);
}

/** An empty line and a line each, with the finding's own lines behind it. */
function othersOf(findings: readonly Finding[], page: MarkdownPage): Line[] {
  const lines = findings
    .filter((finding) => !isMissing(finding) && !isFailure(finding))
    .map((finding): Line => {
      const details = (finding.details ?? []).map((line) => `<br>${proseToMarkdown(line)}`).join('');
      const text = `- ${DOTS[gradeOf(finding)]} ${sentenceOf(finding, page)}${details}`;
      return { text, item: 'finding' };
    });
  return lines.length === 0 ? [] : [plain(''), ...lines];
}

/** Every place that uses an object that nothing creates, folded. */
export function usesOfMissing(findings: readonly Finding[], page: MarkdownPage): Line[] {
  const missing = findings.filter(isMissing);
  const all = missing.flatMap((finding) => uses(finding, page));
  return missing.length > MOST_ROWS
    ? folded(`All ${missing.length} objects with their uses`, all.slice(1))
    : all;
}

/** The sentence, its file a link, or the place behind it. */
function sentenceOf({ location, message }: Finding, page: MarkdownPage): string {
  const sentence = proseToMarkdown(message);
  if (location === undefined) return sentence;
  const file = codeSpan(location.file);
  return sentence.includes(file)
    ? sentence.replace(file, () => linked(file, page.linkTo?.(location)))
    : `${sentence} · ${linkedPlace(location, page)}`;
}

/** What fails, the statement under it, and what the database says beside. */
function failedStatement(finding: Finding, page: MarkdownPage): Line[] {
  const { details: [statement, ...hints] = [] } = finding;
  const lines = statement === undefined ? [] : visibleLines(statement);
  return [
    plain(''),
    { text: `${DOTS[gradeOf(finding)]} ${sentenceOf(finding, page)}`, item: 'finding' },
    ...(lines.length > 0 ? cuttable(fenceFor(lines, 'sql'), lines) : []),
    ...hints.flatMap((hint) => paragraph(proseToMarkdown(hint))),
  ];
}

/** Objects that nothing creates, with the places that use each. */
function missingTable(findings: readonly Finding[], page: MarkdownPage): Line[] {
  if (findings.length === 0) return [];
  const rows = findings.slice(0, MOST_ROWS).map((finding) => {
    const object = codeSpan(shortened(visible(owningObject(finding.subject)), LONGEST_NAME));
    const cells = [object, gradeCell(gradeOf(finding)), placesCell(usesOf(finding), MOST_PLACES, page)];
    return plain(row(cells));
  });
  const more = findings.length - rows.length;
  return [
    ...tableOf(['Object that no migration creates', 'Grade', 'Used at'], rows),
    ...(more > 0 ? paragraph(`… and ${counted(more, 'more object')}, folded below.`) : []),
  ];
}

function uses(finding: Finding, page: MarkdownPage): Line[] {
  const { details = [], location, subject, message } = finding;
  const name = escapeHtml(owningObject(subject));
  const place = location && unlistedPlaceOf(finding) !== '' ? ` · ${linkedPlace(location, page)}` : '';
  const lines = details.map((line) => {
    const [use, statement] = useOf(line);
    if (use === undefined) return plain(`- ${codeSpan(line)}`);
    return plain(`- ${linkedPlace(use, page)}${statement === '' ? '' : `: ${codeSpan(statement)}`}`);
  });
  const sentence: Line = { text: upperFirst(proseToMarkdown(message)) + place, item: 'finding' };
  return folded(`<code>${name}</code>: ${counted(Math.max(1, details.length), 'use')}`, [
    sentence,
    plain(''),
    ...lines,
  ]);
}

function usesOf({ details = [], location }: Finding): Location[] {
  const places = details.flatMap((line) => useOf(line)[0] ?? []);
  return places.length === 0 && location ? [location] : places;
}
