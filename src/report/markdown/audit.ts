// What only an audit has to say on GitHub: counts and coverage, where objects stand, what a base schema must hold, the
// SQL that it suggests.

import type { Finding } from '../../findings/finding.ts';
import { groupBy } from '../../match.ts';
import { isTolerated } from '../failing.ts';
import type { Inventory, Report } from '../report.ts';
import { counted, type ObjectGroup, partOf } from '../sentences.ts';
import { auditFacts, byKindRows, suggestedLines } from '../verdicts.ts';
import type { Line } from './budget.ts';
import { codeSpan, fenceFor, proseToMarkdown } from './escape.ts';
import {
  cuttable,
  folded,
  headed,
  linkedPlace,
  type MarkdownPage,
  paragraph,
  placesCell,
  plain,
  row,
  shortened,
  tableOf,
} from './lines.ts';

const MOST_ROWS = 10;
const MOST_PLACES = 2;
const MOST_DIFFERENCES = 6;
const LONGEST_NAME = 80;

/** Coverage and history in a paragraph, and how many objects each source has. */
export function standing(report: Report): Line[] {
  const facts = auditFacts(report).map((fact) => `${proseToMarkdown(fact)}.`);
  if (facts.length === 0) return [];
  const passes = isTolerated(report) ? ['The audit passes.'] : [];
  const rows = byKindRows(report.inventory).map((counts) => plain(row(counts.map(String))));
  return [
    ...paragraph([...facts, ...passes].join(' ')),
    ...(rows.length > 0 ? tableOf(['', 'Live', 'Git', 'Types'], rows) : []),
  ];
}

export const AUDIT_HEAD = ['Object', 'Live', 'Git', 'Types', 'What differs', 'Migration'];

export const AUDIT_MEANING = '✓ – whether the live database, the migrations and the committed types have it';

/** A row of the three-way table: the object, which sources have it, what differs, and where the migrations made it. */
export function standingRow(
  { owner, findings }: ObjectGroup,
  inventory: Inventory | undefined,
  page: MarkdownPage,
): Line {
  const { relations = [], items = [] } = inventory ?? {};
  const object = [...relations, ...items].find(({ id }) => id === owner);
  const places = findings.flatMap(({ location }) => (location ? [location] : []));
  const cells = [
    codeSpan(shortened(owner, LONGEST_NAME)),
    ...[object?.live, object?.git, object?.types].map(mark),
    differences(findings),
    placesCell(places, MOST_PLACES, page),
  ];
  return plain(row(cells));
}

const mark = (has: boolean | undefined): string => (has === undefined ? '' : has ? '✓' : '–');

const ONLY = { unmanaged: 'only in the live database', missing: 'only in the migrations' } as const;

/** What came or went by name, what differs in its sentence. */
function differences(findings: readonly Finding[]): string {
  const alike = groupBy(findings, ({ ruleId, subject, fingerprint }) =>
    ruleId === 'unmanaged' || ruleId === 'missing' ? `${ruleId} ${subject.kind}` : fingerprint,
  );
  const lines = [...alike.values()].flatMap((own) =>
    own.slice(0, 1).map(({ ruleId, subject, message }) => {
      if (ruleId !== 'unmanaged' && ruleId !== 'missing')
        return proseToMarkdown(shortened(message, LONGEST_SENTENCE).replace(/\.$/, ''));
      const kind = subject.kind.replaceAll('-', ' ');
      const names =
        'relation' in subject ? ` ${own.map(nameSpan).slice(0, MOST_DIFFERENCES).join(', ')}` : '';
      const more =
        names !== '' && own.length > MOST_DIFFERENCES ? ` and ${own.length - MOST_DIFFERENCES} more` : '';
      return `${kind}${names}${more} ${ONLY[ruleId]}`;
    }),
  );
  const more = lines.length - MOST_DIFFERENCES;
  return [...lines.slice(0, MOST_DIFFERENCES), ...(more > 0 ? [`and ${more} more`] : [])].join('<br>');
}

const LONGEST_SENTENCE = 200;

const nameSpan = ({ subject }: Finding): string => codeSpan(shortened(partOf(subject), LONGEST_NAME));

/** What migrations use and none creates: a few objects, and all of many folded. */
export function baseSchemaOf({ baseSchema }: Report, page: MarkdownPage): Line[] {
  if (baseSchema === undefined) return [];
  const rows = baseSchema.required.map(({ id, references, location }) =>
    plain(row([codeSpan(shortened(id, LONGEST_NAME)), String(references), linkedPlace(location, page)])),
  );
  const head = ['Object', 'Uses', 'First used at'];
  const more = rows.slice(MOST_ROWS).map((line): Line => ({ ...line, item: 'object' }));
  return headed('What a base-schema migration must hold', [
    plain(proseToMarkdown(baseSchema.reason)),
    ...(rows.length > 0 ? tableOf(head, rows.slice(0, MOST_ROWS)) : []),
    ...(more.length > 0 ? folded(counted(more.length, 'more object'), tableOf(head, more).slice(1)) : []),
  ]);
}

/** The statements that would bring the migrations to the live state, folded. */
export function suggestionOf(report: Report): Line[] {
  const lines = suggestedLines(report);
  if (lines.length === 0) return [];
  return folded('SQL that would bring the migrations to the live state, to be read before it is used', [
    ...cuttable(fenceFor(lines, 'sql'), lines).slice(1),
  ]);
}
