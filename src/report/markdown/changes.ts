// What changed of an object, in the words of a table's cell, and folded below it as a diff.

import type { Finding } from '../../findings/finding.ts';
import { groupBy } from '../../match.ts';
import {
  counted,
  differenceIn,
  gradeOf,
  isChange,
  listedUpTo,
  type ObjectGroup,
  partOf,
  signOf,
  titleOf,
  unlistedPlaceOf,
  upperFirst,
} from '../sentences.ts';
import type { Line } from './budget.ts';
import { diffLines } from './diff.ts';
import { codeSpan, escapeHtml, escapeMarkdown, fenceFor, proseToMarkdown } from './escape.ts';
import {
  cuttable,
  DOTS,
  folded,
  gradeCell,
  linkedPlace,
  type MarkdownPage,
  placesCell,
  plain,
  row,
  shortened,
} from './lines.ts';

const MOST_CHANGES = 6;
const MOST_PLACES = 2;
const LONGEST_NAME = 80;
/** Both sides of a change stand in a cell when they are together no longer. */
const LONGEST_SIDES = 40;

/** A row of the table: the object, what changed, the worst grade, and where the migrations did it. */
export function changeRow({ owner, findings, grade }: ObjectGroup, page: MarkdownPage): Line {
  const places = findings.flatMap(({ location }) => (location ? [location] : []));
  const cells = [
    codeSpan(shortened(owner, LONGEST_NAME)),
    changesCell(findings),
    gradeCell(grade),
    placesCell(places, MOST_PLACES, page),
  ];
  return plain(row(cells));
}

/** What changed in words: parts that came or went by name, what differs with both sides. */
function changesCell(findings: readonly Finding[]): string {
  const otherNull = new Set(findings.filter(isOfNull).map(({ id }) => id));
  // That a column may be left out follows from the null that it may have: said once.
  const told = findings.filter(
    ({ ruleId, id }) => ruleId !== 'column-optionality-changed' || !otherNull.has(id),
  );
  const byDeed = groupBy(told, (finding) => (isPlain(finding) ? finding.ruleId : finding.fingerprint));
  const lines = [...byDeed.values()].map((own) => {
    const names = own.map((finding) => codeSpan(shortened(partOf(finding.subject), LONGEST_NAME)));
    return own.length > 0 && own[0] !== undefined ? words(own[0], listedUpTo(MOST_CHANGES, names)) : '';
  });
  const more = lines.length - MOST_CHANGES;
  return [...lines.slice(0, MOST_CHANGES), ...(more > 0 ? [`and ${more} more`] : [])].join('<br>');
}

const withoutNull = (type = ''): string => type.replace(/ \| null$/, '');

/** A type that differs in nothing but its null. */
const isOfNull = ({ ruleId, committed, generated }: Finding): boolean =>
  ruleId === 'column-type-changed' && withoutNull(committed) === withoutNull(generated);

/** Changes that are told by the name of the part alone, so that several share a line. */
const isPlain = ({ ruleId }: Finding): boolean =>
  /^(?:column|enum-value|relationship)-(?:added|removed)$/.test(ruleId);

const kindOf = ({ subject }: Finding): string => subject.kind.replaceAll('-', ' ');

/** A change in a few words; `names` are the parts that it is about. */
function words(finding: Finding, names: string): string {
  const sides = sidesIn(finding);
  switch (finding.ruleId) {
    case 'column-added':
      return `added ${names}`;
    case 'column-removed':
      return `removed ${names}`;
    case 'enum-value-added':
      return `added value ${names}`;
    case 'enum-value-removed':
      return `removed value ${names}`;
    case 'relationship-added':
      return `added relationship ${names}`;
    case 'relationship-removed':
      return `removed relationship ${names}`;
    case 'relationship-changed':
      return `changed relationship ${names}`;
    case 'relation-renamed':
      return `${kindOf(finding)} renamed: ${sides ?? ''}`;
    case 'extension-moved':
      return `extension moved: ${sides ?? ''}`;
    case 'column-renamed':
      return `renamed ${sides ?? names}`;
    case 'relation-kind-changed':
      return `was a ${escapeMarkdown(finding.committed ?? 'table')}, is a ${escapeMarkdown(finding.generated ?? 'view')}`;
    case 'column-type-changed':
      return sides === undefined ? `changed ${names}` : `changed ${names}: ${sides}`;
    case 'column-optionality-changed':
      return sides === undefined
        ? `changed ${names}`
        : `changed ${names}: ${escapeMarkdown(`${finding.committed?.replace(/ on .*/, '')} → ${finding.generated}`)}`;
    case 'composite-type-changed':
      return 'composite type has other attributes';
    case 'function-signature-changed':
      return 'function has another signature';
    default:
      return objectWords(finding);
  }
}

/** Of a whole object: that it came or went; of what is no change of the types, the rule's title. */
function objectWords(finding: Finding): string {
  const sign = signOf(finding.ruleId);
  if (sign === '+') return `new ${kindOf(finding)}`;
  if (sign === '-') return `removed ${kindOf(finding)}`;
  return escapeMarkdown(titleOf(finding));
}

/** Both sides, when they fit a cell. */
function sidesIn({ committed = '', generated = '' }: Finding): string | undefined {
  const isShort =
    committed.length + generated.length <= LONGEST_SIDES && committed !== '' && generated !== '';
  return isShort ? `${codeSpan(committed)} →&nbsp;${codeSpan(generated)}` : undefined;
}

/** One object, folded: all sides as one diff, then why each change matters and where it was made. */
export function changeSection({ owner, findings, grade }: ObjectGroup, page: MarkdownPage): Line[] {
  const summary = `<code>${escapeHtml(owner)}</code>: ${counted(findings.length, differenceIn(findings))}, ${DOTS[grade]} ${grade}`;
  const sides = findings.flatMap(diffLines);
  const bullets = findings.flatMap((finding) => bullet(finding, page));
  return folded(summary, [...cuttable(fenceFor(sides, 'diff'), sides).slice(1), plain(''), ...bullets]);
}

/** What the change means for code; what changed stands in the diff. */
function bullet(finding: Finding, page: MarkdownPage): Line[] {
  const { subject, reason, location, details = [] } = finding;
  const isPart = ['column', 'relationship', 'enum-value'].includes(subject.kind);
  const part = isPart ? codeSpan(partOf(subject)) : escapeMarkdown(upperFirst(partOf(subject)));
  const place = location && unlistedPlaceOf(finding) !== '' ? ` · ${linkedPlace(location, page)}` : '';
  // Of an audit the sentence names the part, and says more of it than the diff.
  const text = isChange(finding)
    ? `${part}: ${proseToMarkdown(reason ?? titleOf(finding))}`
    : upperFirst(proseToMarkdown(finding.message));
  return [
    { text: `- ${DOTS[gradeOf(finding)]} ${text}${place}`, item: 'finding' },
    ...details.map((line) => plain(`  - ${/^\s|^$/.test(line) ? codeSpan(line) : proseToMarkdown(line)}`)),
  ];
}
