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
  const more = all.length - rows.length;
  const { dim } = page.colours;
  const widths = widthsOf(page, columns, rows);
  const line = (texts: readonly string[], paintOf: (at: number) => Paint): string => {
    const last = texts.findLastIndex((text) => text !== '');
    const parts = texts.slice(0, last + 1).map((text, at) => {
      const width = at === columns.length - 1 && !columns[at]?.isWide ? Infinity : (widths[at] ?? 0);
      const shown = truncated(text, width);
      const rest = at === last ? 0 : Math.max(0, width - displayWidth(shown));
      const isRight = columns[at]?.isNumber === true;
      const painted = paintOf(at)(shown);
      return isRight
        ? ' '.repeat(Math.max(0, (widths[at] ?? 0) - displayWidth(shown))) + painted
        : painted + ' '.repeat(rest);
    });
    return INDENT + parts.join(GAP);
  };
  const plainLine = (texts: readonly string[]): string => dim(line(texts, () => String));
  return [
    plainLine(columns.map(({ title }) => title)),
    plainLine(widths.map((width) => '─'.repeat(width))),
    ...rows.flatMap((cells) => {
      const broken = cells.map((cell, at) => linesIn(cell, widths[at] ?? 0));
      return Array.from(
        {
          length: largest(
            1,
            broken.map(({ length }) => length),
          ),
        },
        (_, index) =>
          line(
            broken.map((lines) => lines[index] ?? ''),
            (at) => paintFor(page, cells[at]),
          ),
      );
    }),
    ...(more > 0 ? [dim(`${INDENT}… ${more} more, all in the JSON report`)] : []),
  ];
}

/** As wide as what stands in a column, within limits; the wide one has the room that is left. */
function widthsOf(page: Page, columns: Table['columns'], rows: Table['rows']): number[] {
  const most = Math.min(LONGEST_CELL, Math.floor(page.width * 0.45));
  const needed = columns.map(({ title }, at) =>
    largest(
      displayWidth(title),
      rows.map((cells) => displayWidth(linesIn(cells[at], Infinity).join(''))),
    ),
  );
  const limited = needed.map((width, at) =>
    Math.min(width, Math.max(most, displayWidth(columns[at]?.title ?? ''))),
  );
  const taken = limited.reduce(
    (sum, width, at) => sum + GAP.length + (columns[at]?.isWide ? 0 : width),
    INDENT.length,
  );
  return limited.map((width, at) => {
    const { title = '', isWide } = columns[at] ?? {};
    return isWide
      ? Math.min(needed[at] ?? 0, Math.max(displayWidth(title), page.width - taken + GAP.length))
      : width;
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
