// What an inventory says of the present: verdict, counts, the three-way table, what a base-schema migration must hold.

import { byText } from '../../match.ts';
import { verdictOf } from '../headline.ts';
import { codeSpan, proseToMarkdown } from '../markdown/escape.ts';
import { row } from '../markdown/lines.ts';
import { reportObjects, STANDINGS } from '../objects.ts';
import type { BaseSchema, Inventory, Report } from '../report.ts';
import { counted, placeOf } from '../sentences.ts';
import { auditFacts, byKindRows } from '../verdicts.ts';

/** A longer table is folded. */
const MOST_ROWS = 50;

/** The lines of the part, as of a day. */
export function stateLines(report: Report, inventory: Inventory, date: string): string[] {
  const { status, because } = verdictOf(report);
  const [coverage = '', ...facts] = auditFacts(report);
  return [
    `**${proseToMarkdown(coverage)}**, as of ${date}. ${facts.map((fact) => `${proseToMarkdown(fact)}.`).join(' ')}`.trimEnd(),
    '',
    `**${proseToMarkdown(status)}:** ${because.map(proseToMarkdown).join(' ').replace(/\.?$/, '.')}`,
    ...countsTable(inventory),
    ...baseSchemaLines(report.baseSchema),
    ...threeWays(report),
  ];
}

const table = (head: readonly string[], rows: readonly string[][], numbers = 0): string[] => [
  row(head),
  row(head.map((_, index) => (index > 0 && index <= numbers ? '---:' : '---'))),
  ...rows.map(row),
];

function countsTable(inventory: Inventory): string[] {
  const rows = byKindRows(inventory).map((row) => row.map(String));
  if (rows.length === 0) return [];
  const note =
    inventory.gitFrom === 'replay'
      ? []
      : ['', 'Git is counted from the texts of the migrations, which were not replayed.'];
  return ['', ...table(['', 'Live', 'Git', 'Types'], rows, 3), ...note];
}

function baseSchemaLines(baseSchema: BaseSchema | undefined): string[] {
  if (baseSchema === undefined) return [];
  const rows = baseSchema.required.map(({ id, references, location }) => [
    codeSpan(id),
    String(references),
    codeSpan(placeOf(location)),
  ]);
  return [
    '',
    `**What a base-schema migration must hold.** ${proseToMarkdown(baseSchema.reason)}`,
    '',
    ...folded(
      rows.length,
      counted(rows.length, 'object'),
      table(['Object', 'Uses', 'First used at'], rows, 1),
    ),
  ];
}

/** Every object by name, so that two audits differ in the lines of what changed and in no others. */
function threeWays(report: Report): string[] {
  const all = reportObjects(report)
    .flatMap(({ listed, standing, isDrift }) => (listed ? [{ listed, standing, isDrift }] : []))
    .sort((a, b) => byText(a.listed.id, b.listed.id) || byText(a.listed.kind, b.listed.kind));
  if (all.length === 0) return [];
  const rows = all.map(({ listed: { id, kind, live, git, types, file }, standing, isDrift }) => [
    codeSpan(id),
    kind.replaceAll('-', ' '),
    ...[live, git, types].map((has) => (has === undefined ? '?' : has ? '✓' : '–')),
    file === undefined ? '' : codeSpan(file.slice(file.lastIndexOf('/') + 1)),
    isDrift ? `**${STANDINGS[standing].words}**` : STANDINGS[standing].words,
  ]);
  const head = ['Object', 'Kind', 'Live', 'Git', 'Types', 'Created by', 'Verdict'];
  const drifting = all.filter(({ isDrift }) => isDrift).length;
  const summary = `All ${counted(all.length, 'object')}, ${drifting} of them drifted`;
  return ['', ...folded(all.length, summary, table(head, rows))];
}

const folded = (count: number, summary: string, lines: readonly string[]): string[] =>
  count <= MOST_ROWS
    ? [...lines]
    : ['<details>', `<summary>${summary}</summary>`, '', ...lines, '', '</details>'];
