// Each change of an object in a line or two: its sides, what happened, and the place to click.

import type { Finding } from '../../findings/finding.ts';
import { isOfAudit } from '../../findings/rules.ts';
import { visible } from '../../findings/visible.ts';
import { groupBy, largest } from '../../match.ts';
import {
  gradeOf,
  isChange,
  labelOf,
  type ObjectGroup,
  signOf,
  titleOf,
  unlistedPlaceOf,
} from '../sentences.ts';
import { type DiffLine, hasSides, linesOf, sideLines, sidesOf } from '../sides.ts';
import { gradePaint, INDENT, type Page, type Paint, prose, signPaint } from './page.ts';
import { clipped, displayWidth, wrapped } from './terminal.ts';

const LONGEST_LABEL = 24;
const MOST_SIDE_LINES = 24;
const MOST_PARTS = 6;

/**
 * One object: its name, then each change with its sides, its place, and the lines that belong to it. A place that all
 * changes share stands once, behind the name.
 */
export function changesOf(page: Page, { owner, findings }: ObjectGroup): string[] {
  const shared = sharedPlace(findings);
  const names = findings.filter(hasSides).map((finding) => displayWidth(labelOf(finding)));
  const column = Math.min(LONGEST_LABEL, largest(0, names));
  const alike = groupBy(findings, likeness);
  const lines = findings.flatMap((finding) => {
    if (signTellsAll(finding)) return change(page, finding, column, '', unlistedPlaceOf(finding));
    const told = sidesTellAll(finding) && alike.get(likeness(finding))?.length === 1;
    const reason = finding.reason === undefined ? '' : `: ${visible(finding.reason)}`;
    const words = told ? titleOf(finding) + reason : visible(finding.message);
    return change(page, finding, column, words, shared === '' ? unlistedPlaceOf(finding) : '');
  });
  return [...heading(page, owner, shared), ...lines];
}

/** The place of all changes, when they are several and have the same. */
function sharedPlace(findings: readonly Finding[]): string {
  const places = new Set(findings.map(unlistedPlaceOf));
  const [place = ''] = places;
  return findings.length > 1 && places.size === 1 ? place : '';
}

/** The object, and the place behind it when it fits. */
function heading({ colours, width }: Page, owner: string, place: string): string[] {
  const name = colours.bold(owner);
  if (place === '') return [name];
  return displayWidth(owner) + 3 + displayWidth(place) <= width
    ? [`${name} ${colours.dim('·')} ${colours.cyan(place)}`]
    : [name, `${INDENT}${colours.cyan(place)}`];
}

/** Whether a reader needs no sentence beside the object's name and the sides. */
const sidesTellAll = (finding: Finding): boolean =>
  isChange(finding) && (finding.committed === undefined || finding.committed !== finding.generated);

/** Whether an audit's sentence would only say again what sign, label and sides do. */
const signTellsAll = ({ ruleId, facet, expected, actual }: Finding): boolean =>
  ruleId === 'unmanaged' || ruleId === 'missing' || Boolean(facet && expected && actual);

const likeness = ({ id, ruleId }: Finding): string => `${ruleId} ${id}`;

/** `words` say what happened: the rule's title where the sides tell the rest, else the finding's sentence. */
function change(page: Page, finding: Finding, column: number, words: string, place: string): string[] {
  const { colours, width } = page;
  const sign = signOf(finding.ruleId);
  const label = labelOf(finding);
  const grade = gradeOf(finding);
  const lead = `${INDENT}${signPaint(page, sign)(sign)} ${colours.bold(label)}`;
  const inline = inlineSides(finding);
  const gap = ' '.repeat(Math.max(0, column - displayWidth(label)) + 2);
  const length = 4 + displayWidth(label) + gap.length + displayWidth(inline.join(' → ')) + 2 + grade.length;
  const fits = inline.length > 0 && length <= width;
  const sides = fits ? `${gap}${paintedSides(page, finding, inline)}` : '';
  return [
    `${lead}${sides}  ${gradePaint(page, grade)(grade)}`,
    ...(fits ? [] : diff(page, finding)),
    ...explanation(page, words, place),
    ...detailLines(page, finding),
  ];
}

/** Places that use a missing object all matter; of what a table has, the first few tell which it is. */
function detailLines({ colours }: Page, { ruleId, details = [] }: Finding): string[] {
  const shown = isOfAudit(ruleId) ? details.slice(0, MOST_PARTS) : details;
  const more = details.length - shown.length;
  const lines = [...shown.map(visible), ...(more > 0 ? [`… ${more} more, all in the JSON report`] : [])];
  return lines.map((line) => `    ${colours.dim('│')} ${clipped(line)}`);
}

/** Words and place on one line when they fit; the place never breaks, so that it can be clicked. */
function explanation(page: Page, words: string, place: string): string[] {
  const { colours, width } = page;
  const room = width - 4;
  if (place === '') return wrapped(words, room).map((line) => `    ${prose(page, line)}`);
  if (words === '') return [`    ${colours.cyan(place)}`];
  const together = displayWidth(words) + 3 + displayWidth(place) <= room;
  if (together) return [`    ${prose(page, words)} ${colours.dim('·')} ${colours.cyan(place)}`];
  return [...wrapped(words, room).map((line) => `    ${prose(page, line)}`), `    ${colours.cyan(place)}`];
}

/** The sides that take one line each, committed before generated; none when one of them takes more. */
function inlineSides(finding: Finding): string[] {
  const { before, after } = sidesOf(finding);
  const sides = [linesOf(before), linesOf(after)];
  return sides.every((lines) => lines.length < 2) ? sides.flat() : [];
}

function paintedSides({ colours }: Page, finding: Finding, [first = '', second]: readonly string[]): string {
  const painted = sidesOf(finding).before ? colours.red(first) : colours.green(first);
  return second === undefined ? painted : `${painted} ${colours.dim('→')} ${colours.green(second)}`;
}

function diff({ colours }: Page, finding: Finding): string[] {
  const lines = sideLines(finding);
  const paints = { '+': colours.green, '-': colours.red, ' ': colours.dim } satisfies Record<
    DiffLine['sign'],
    Paint
  >;
  const shown = lines
    .slice(0, MOST_SIDE_LINES)
    .map(({ sign, text }) => `    ${paints[sign](`${sign} ${clipped(text)}`)}`);
  const more = lines.length - shown.length;
  return more > 0 ? [...shown, colours.dim(`    … ${more} more lines, all in the JSON report`)] : shown;
}
