// The report for a comment, an issue or a step summary on GitHub: what is needed at first sight, then everything else
// folded. Every name passes through markdown/escape.ts.

import type { Block, Document, Item, Look, Section } from './document/blocks.ts';
import { documentOf } from './document.ts';
import { type Line, withinBudget } from './markdown/budget.ts';
import { diagramLines } from './markdown/diagram.ts';
import { codeSpan, fenceFor, proseToMarkdown } from './markdown/escape.ts';
import { cuttable, folded, headed, paragraph, plain, tableOf } from './markdown/lines.ts';
import { isCopyable, repairing } from './markdown/patch.ts';
import { linked, type MarkdownPage, rowsToMarkdown, textToHtml, textToMarkdown } from './markdown/spans.ts';
import type { Report } from './report.ts';
import { counted, duration, listed, lowerFirst, upperFirst } from './sentences.ts';

export type { MarkdownPage } from './markdown/spans.ts';

/** What GitHub surely takes in a comment, an issue or a pull request's body. */
export const MARKDOWN_BUDGET = 60_000;

/** What a step's summary may hold is 1 MiB, over all that the step writes: some is left for others. */
export const SUMMARY_BUDGET = 1024 * 1024 - 24 * 1024;

/** How many rows, items and folds stand in the open; what is more is folded. */
export const MOST_ROWS = 10;

const MARKS = { clean: '✅', passing: '🟡', drifted: '❌', failed: '⚠️' } as const satisfies Record<
  Look,
  string
>;

/** The report as GitHub's Markdown, in at most so many bytes of UTF-8 as the page takes. */
export function renderMarkdown(report: Report, { patch, ...page }: MarkdownPage = {}): string {
  const budget = page.budget ?? MARKDOWN_BUDGET;
  if (patch !== undefined && isCopyable(patch)) {
    const whole = rendered(report, { ...page, patch }, Number.POSITIVE_INFINITY);
    if (Buffer.byteLength(whole) <= budget) return whole;
  }
  return rendered(report, page, budget);
}

function rendered(report: Report, page: MarkdownPage, budget: number): string {
  const document = documentOf(report, 'markdown');
  const parts = document.sections.map((section) => sectionParts(section, page));
  const body = [
    ...heading(document, report),
    ...parts.flatMap(({ open }) => open),
    ...parts.flatMap(({ folds }) => folds.flat()),
  ];
  return withinBudget(body, footer(document, report), budget, (leftOut) => leftOutNote(leftOut, page));
}

function heading({ look, where, status, because }: Document, report: Report): Line[] {
  const names = where.map((name) => `${codeSpan(name)} · `).join('');
  const lead = `## ${MARKS[look]} ${names}${proseToMarkdown(status)}`;
  const [first = '', ...rest] = because.map(proseToMarkdown);
  return report.status === 'drifted'
    ? [plain(`${lead}: ${first}`)]
    : [plain(lead), ...[look === 'failed' ? first : upperFirst(first), ...rest].flatMap(paragraph)];
}

/** What stands in the open, and what is folded below all that is open. */
interface Parts {
  open: Line[];
  folds: Line[][];
}

function sectionParts({ id, title = '', isFolded, blocks }: Section, page: MarkdownPage): Parts {
  const { open, folds } = partsOf(blocks, page);
  if (!isFolded)
    return { open: title === '' ? open : headed(id === 'warnings' ? `⚠️ ${title}` : title, open), folds };
  const items = blocks.reduce((sum, block) => sum + (block.kind === 'list' ? block.items.length : 0), 0);
  return {
    open: [],
    folds: [
      ...(open.length > 0 ? [folded(items > 0 ? `${title} (${items})` : title, open)] : []),
      ...(folds.length > MOST_ROWS ? [folded(title, folds.flat())] : folds),
    ],
  };
}

function partsOf(blocks: readonly Block[], page: MarkdownPage): Parts {
  const parts = blocks.map((block) => blockParts(block, page));
  return { open: parts.flatMap(({ open }) => open), folds: parts.flatMap(({ folds }) => folds) };
}

const opened = (open: Line[]): Parts => ({ open, folds: [] });
const closed = (...folds: Line[][]): Parts => ({ open: [], folds });

function blockParts(block: Block, page: MarkdownPage): Parts {
  switch (block.kind) {
    case 'paragraph':
      return opened(paragraph(textToMarkdown(block.text, page)));
    case 'legend': {
      const meanings = block.meanings.map(
        ([term, meaning]) => `${proseToMarkdown(term)}: ${proseToMarkdown(meaning)}`,
      );
      return opened(paragraph(`<sub>${meanings.join(' · ')}</sub>`));
    }
    case 'table':
      return tableParts(block, page);
    case 'list':
      return listParts(block, page);
    case 'code':
      return opened(cuttable(fenceFor(block.lines, block.language), block.lines));
    case 'repair':
      return opened(repairing(block, page));
    case 'fold':
      return closed(folded(textToHtml(block.summary), partsOf(block.blocks, page).open));
    case 'diagram':
      return opened(diagramLines(block.diagram));
    default:
      return block satisfies never;
  }
}

function tableParts(
  { columns, rows, rowsAre }: Extract<Block, { kind: 'table' }>,
  page: MarkdownPage,
): Parts {
  const lines = rowsToMarkdown(rows, page);
  const more = lines.slice(MOST_ROWS).map((line): Line => ({ ...line, item: 'object' }));
  if (more.length === 0) return opened(tableOf(columns, lines));
  const what = counted(more.length, `more ${rowsAre}`);
  return {
    open: [...tableOf(columns, lines.slice(0, MOST_ROWS)), ...paragraph(`… and ${what}, folded below.`)],
    folds: [folded(what, tableOf(columns, more))],
  };
}

function listParts(
  { items, itemsAre, most = items.length }: Extract<Block, { kind: 'list' }>,
  page: MarkdownPage,
): Parts {
  const lines = items.filter(({ isRepaired }) => !isRepaired).map((item) => itemLines(item, itemsAre, page));
  const more = lines.slice(most);
  return {
    open: lines.length === 0 ? [] : [plain(''), ...lines.slice(0, most).flat()],
    folds: more.length === 0 ? [] : [folded(`${more.length} more`, [plain(''), ...more.flat()])],
  };
}

function itemLines({ text, lead, lines = [] }: Item, item: Line['item'], page: MarkdownPage): Line[] {
  const sentence = textToMarkdown(text, page);
  return [
    {
      text: `- ${lead === undefined ? sentence : `${proseToMarkdown(lead)}: ${lowerFirst(sentence)}`}`,
      ...(item && { item }),
    },
    ...lines.map(subLine),
  ];
}

const subLine = (line: string): Line =>
  plain(`  - ${/^\s|^$/.test(line) ? codeSpan(line) : proseToMarkdown(line)}`);

/** What was compared, with what and in how long; and what no run compares. */
function footer({ facts, phases, notCompared }: Document, { timings: { total } }: Report): string[] {
  const seconds = total === undefined ? phases : [duration(total)];
  const all = ['Supabase Drift Gate', ...(notCompared === undefined ? [] : [...facts, ...seconds])];
  return [
    '',
    `<sub>${all.map(proseToMarkdown).join(' · ')}</sub>`,
    ...(notCompared === undefined ? [] : ['', `<sub>${notCompared}</sub>`]),
  ];
}

function leftOutNote(leftOut: readonly Line[], { wholeAt }: MarkdownPage): string[] {
  const of = (kind: Line['item']): number => leftOut.filter(({ item }) => item === kind).length;
  const [objects, findings, told] = [of('object'), of('finding'), of('notice')];
  const counts = [
    ...(objects > 0 ? [`the rows of ${counted(objects, 'object')}`] : []),
    ...(findings > 0 ? [`the text of ${counted(findings, 'finding')}`] : []),
    ...(told > 0 ? [counted(told, 'notice')] : []),
  ];
  const what = counts.length > 0 ? listed(counts) : counted(leftOut.length, 'line');
  return ['', `**Cut to fit:** ${what} left out here. ${wholeReport(wholeAt)}`];
}

function wholeReport(wholeAt: string | undefined): string {
  if (wholeAt === undefined) return 'The JSON report has everything.';
  return /^https?:\/\//.test(wholeAt)
    ? `${linked('The summary of the run', wholeAt)} has more, the JSON report everything.`
    : `The whole report: ${proseToMarkdown(wholeAt)}.`;
}
