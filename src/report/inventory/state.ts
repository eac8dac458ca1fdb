// What an inventory says of the present: verdict, counts, what a base-schema migration must hold, the three-way table.

import { byText } from '../../match.ts';
import type { Block, Column, SectionId } from '../document/blocks.ts';
import { documentOf } from '../document.ts';
import type { Line } from '../markdown/budget.ts';
import { codeSpan, proseToMarkdown } from '../markdown/escape.ts';
import { plain, row, tableOf } from '../markdown/lines.ts';
import { rowsToMarkdown, textToMarkdown } from '../markdown/spans.ts';
import { reportObjects, STANDINGS } from '../objects.ts';
import type { Report } from '../report.ts';
import { counted } from '../sentences.ts';
import { auditFacts } from '../verdicts.ts';

/** A longer table is folded. */
const MOST_ROWS = 50;

/** The lines of the part, as of a day. */
export function stateLines(report: Report, date: string): string[] {
  const { status, because, sections } = documentOf(report, 'markdown');
  const blocksOf = (id: SectionId): readonly Block[] =>
    sections.find((section) => section.id === id)?.blocks ?? [];
  const [coverage = '', ...facts] = auditFacts(report);
  const counts = blocksOf('standing').filter(({ kind }) => kind === 'table');
  const isWritten = counts.length > 0 && report.inventory?.gitFrom === 'static';
  const required = blocksOf('base-schema');
  return [
    `**${proseToMarkdown(coverage)}**, as of ${date}. ${facts.map((fact) => `${proseToMarkdown(fact)}.`).join(' ')}`.trimEnd(),
    '',
    `**${proseToMarkdown(status)}:** ${because.map(proseToMarkdown).join(' ').replace(/\.?$/, '.')}`,
    ...counts.flatMap((block) => blockLines(block)),
    ...(isWritten ? ['', 'Git is counted from the texts of the migrations, which were not replayed.'] : []),
    ...(required.length > 0 ? ['', '**What a base-schema migration must hold**'] : []),
    ...required.flatMap((block) => blockLines(block)),
    ...threeWays(report),
  ];
}

function blockLines(block: Block): string[] {
  if (block.kind === 'paragraph') return ['', textToMarkdown(block.text, {})];
  if (block.kind !== 'table') return [];
  const rows = rowsToMarkdown(block.rows, {});
  return tableLines(block.columns, rows, counted(rows.length, block.rowsAre));
}

function tableLines(columns: readonly Column[], rows: readonly Line[], summary: string): string[] {
  const lines = tableOf(columns, rows).map(({ text }) => text);
  return rows.length <= MOST_ROWS
    ? lines
    : ['', '<details>', `<summary>${summary}</summary>`, ...lines, '', '</details>'];
}

/** Every object by name, so that two audits differ in the lines of what changed and in no others. */
function threeWays(report: Report): string[] {
  const all = reportObjects(report)
    .flatMap(({ listed, standing, isDrift }) => (listed ? [{ ...listed, standing, isDrift }] : []))
    .sort((a, b) => byText(a.id, b.id) || byText(a.kind, b.kind));
  if (all.length === 0) return [];
  const rows = all.map(({ id, kind, live, git, types, file, standing, isDrift }) => {
    const { words } = STANDINGS[standing];
    const sources = [live, git, types].map((has) => (has === undefined ? '?' : has ? '✓' : '–'));
    const created = file === undefined ? '' : codeSpan(file.slice(file.lastIndexOf('/') + 1));
    return plain(
      row([codeSpan(id), kind.replaceAll('-', ' '), ...sources, created, isDrift ? `**${words}**` : words]),
    );
  });
  const drifting = all.filter(({ isDrift }) => isDrift).length;
  const titles = ['Object', 'Kind', 'Live', 'Git', 'Types', 'Created by', 'Verdict'];
  return tableLines(
    titles.map((title) => ({ title })),
    rows,
    `All ${counted(all.length, 'object')}, ${drifting} of them drifted`,
  );
}
