// Tables for a terminal: columns as wide as what stands in them, one of which takes the room that the others leave.

import { parseProse } from '../../findings/prose.ts';
import { visible } from '../../findings/visible.ts';
import { largest } from '../../match.ts';
import type { Block, Cell, Span } from '../document/blocks.ts';
import { listedUpTo, placeOf } from '../sentences.ts';
import { gradePaint, INDENT, type Page, type Paint } from './page.ts';
import { displayWidth, truncated } from './terminal.ts';

type Table = Extract<Block, { kind: 'table' }>;

const LONGEST_CELL = 48;
const GAP = '   ';
const MOST_ROWS = 40;

/** The table; one that gives an overview has all its rows, others the first few. */
export function tableLines(page: Page, { columns, rows: all, isOverview }: Table): string[] {
  const rows = isOverview ? all : all.slice(0, MOST_ROWS);
  const { dim } = page.colours;
  const widths = widthsOf(page, columns, rows);
  const line = (texts: readonly string[], paints: readonly Paint[] = []): string => {
    const cells = widths.map((width, at) => {
      const shown = truncated(texts[at] ?? '', width);
      const rest = ' '.repeat(width - displayWidth(shown));
      const painted = shown === '' ? '' : (paints[at] ?? String)(shown);
      return columns[at]?.isNumber ? rest + painted : painted + rest;
    });
    return (INDENT + cells.join(GAP)).trimEnd();
  };
  return [
    dim(line(columns.map(({ title }) => title))),
    dim(line(widths.map((width) => '─'.repeat(width)))),
    ...rows.flatMap((cells) => {
      const paints = cells.map((cell) => paintFor(page, cell));
      const lines = cells.map((cell, at) => linesIn(cell, widths[at] ?? 0));
      const height = Math.max(...lines.map(({ length }) => length));
      return Array.from({ length: height }, (_, index) =>
        line(
          lines.map((own) => own[index] ?? ''),
          paints,
        ),
      );
    }),
    ...(all.length > rows.length
      ? [dim(`${INDENT}… ${all.length - rows.length} more, all in the JSON report`)]
      : []),
  ];
}

/** As wide as what stands in a column, within limits; the wide one has the room that is left, the last one all it needs. */
function widthsOf(page: Page, columns: Table['columns'], rows: Table['rows']): number[] {
  const most = Math.min(LONGEST_CELL, Math.floor(page.width * 0.45));
  const needed = columns.map(({ title }, at) => {
    const texts = rows.map((cells) => linesIn(cells[at], Infinity).join(''));
    return largest(displayWidth(title), texts.map(displayWidth));
  });
  const limited = needed.map((width, at) =>
    at === needed.length - 1 ? width : Math.min(width, Math.max(most, columns[at]?.title.length ?? 0)),
  );
  const taken = limited.reduce(
    (sum, width, at) => sum + (columns[at]?.isWide ? 0 : width + GAP.length),
    INDENT.length,
  );
  return limited.map((width, at) => {
    const { title = '', isWide } = columns[at] ?? {};
    return isWide ? Math.min(needed[at] ?? 0, Math.max(title.length, page.width - taken)) : width;
  });
}

/** A cell in lines: as many of its own on each as there is room for. */
function linesIn(cell: Cell = [], room: number): string[] {
  if (!('lines' in cell)) return [cell.map((span) => spanToText(span, String)).join('')];
  const broken: string[] = [];
  for (const line of cell.lines.map(withoutTicks)) {
    const together = `${broken.at(-1)}; ${line}`;
    if (broken.length > 0 && displayWidth(together) <= room) broken[broken.length - 1] = together;
    else broken.push(line);
  }
  return broken;
}

const withoutTicks = (sentence: string): string =>
  parseProse(visible(sentence))
    .map(({ text }) => text)
    .join('');

/** A value as characters; what names an object is set off as its place asks for. */
export function spanToText(span: Span, nameOf: (name: string) => string): string {
  if (typeof span === 'string') return nameOf === String ? withoutTicks(span) : visible(span);
  if ('grade' in span) return span.grade;
  if ('has' in span) return span.has === undefined ? '' : span.has ? '✓' : '–';
  if ('places' in span) return listedUpTo(span.most ?? 1, span.places.map(placeOf));
  return listedUpTo(
    span.most ?? span.objects.length,
    span.objects.map((name) => nameOf(visible(name))),
  );
}

function paintFor(page: Page, cell: Cell = []): Paint {
  const [span] = 'lines' in cell ? [] : cell;
  if (typeof span !== 'object') return String;
  if ('grade' in span) return gradePaint(page, span.grade);
  if ('places' in span) return page.colours.cyan;
  return 'objects' in span ? page.colours.bold : String;
}
