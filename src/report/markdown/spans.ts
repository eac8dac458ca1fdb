// Texts as Markdown: names as code, places as links to the commit that people look at, grades behind a dot.

import type { Location } from '../../findings/finding.ts';
import type { Cell, Span, Text } from '../document/blocks.ts';
import { type Grade, listedUpTo, placeOf, shortened } from '../sentences.ts';
import type { Line } from './budget.ts';
import { codeSpan, escapeHtml, proseToMarkdown } from './escape.ts';
import { plain, row } from './lines.ts';

/** Where a report is shown, and what surrounds it there. */
export interface MarkdownPage {
  /** Most bytes of UTF-8; `MARKDOWN_BUDGET` when not given. */
  budget?: number;
  /** The address of a place, at the commit that people look at. */
  linkTo?: (location: Location) => string;
  /** Where the whole report is when this one is cut: an address, or words. */
  wholeAt?: string;
  /** Words that say where the patch is: `the artifact drift-patch`. */
  patchAt?: string;
  /** The patch itself: shown whole where it fits, else left to `patchAt`. */
  patch?: string;
}

const DOTS = {
  error: '🔴',
  breaking: '🔴',
  dangerous: '🟠',
  warning: '🟠',
  safe: '🟢',
  note: '⚪',
} as const satisfies Record<Grade, string>;

const LONGEST_NAME = 80;
const LONGEST_PLACE = 60;

const nameOf = (name: string): string => codeSpan(shortened(name, LONGEST_NAME));

/** Text in a paragraph or an item. */
export const textToMarkdown = (text: Text, page: MarkdownPage): string =>
  text
    .map((span) =>
      typeof span === 'object' && 'grade' in span
        ? [DOTS[span.grade], ...(span.count === undefined ? [] : [span.count, span.grade])].join(' ')
        : spanToMarkdown(span, page),
    )
    .join('');

/** The rows of a table; in a cell, there is a line break between lines, and none between a grade and its dot. */
export const rowsToMarkdown = (rows: readonly (readonly Cell[])[], page: MarkdownPage): Line[] =>
  rows.map((cells) => plain(row(cells.map((cell) => cellToMarkdown(cell, page)))));

const cellToMarkdown = (cell: Cell, page: MarkdownPage): string =>
  'lines' in cell
    ? cell.lines.map(proseToMarkdown).join('<br>')
    : cell.map((span) => spanToMarkdown(span, page)).join('');

function spanToMarkdown(span: Span, page: MarkdownPage): string {
  if (typeof span === 'string') return proseToMarkdown(span);
  if ('grade' in span) return `${DOTS[span.grade]}&nbsp;${span.grade}`;
  if ('has' in span) return span.has === undefined ? '' : span.has ? '✓' : '–';
  if ('places' in span)
    return span.most === undefined
      ? span.places.map((place) => linkedPlace(place, page)).join(', ')
      : placesInCell(span.places, span.most, page);
  return listedUpTo(span.most ?? span.objects.length, span.objects.map(nameOf));
}

/** Text in the summary of a fold, where Markdown is not read. */
export const textToHtml = (text: Text): string =>
  text
    .map((span) => {
      if (typeof span === 'string') return escapeHtml(span);
      if ('grade' in span) return `${DOTS[span.grade]} ${span.grade}`;
      return 'objects' in span
        ? span.objects.map((name) => `<code>${escapeHtml(name)}</code>`).join(', ')
        : '';
    })
    .join('');

/** Text as a link when it has an address; the address can't end the link, whatever it holds. */
export const linked = (text: string, address: string | undefined): string =>
  address === undefined || !/^https?:\/\//.test(address)
    ? text
    : `[${text}](${address.replace(/[^\w\-.~:/?#@!$&+,;=%]/gu, encodeCharacter)})`;

/** Percent-encodes what a link must not hold. Half a character, which has no encoding, is left out. */
const encodeCharacter = (character: string): string =>
  /\p{Cs}/u.test(character)
    ? ''
    : /[()'*]/.test(character)
      ? `%${character.charCodeAt(0).toString(16).toUpperCase()}`
      : encodeURIComponent(character);

/** A place with its whole path, or, when a link leads there, with the file's name. */
function linkedPlace(location: Location, { linkTo }: MarkdownPage): string {
  if (linkTo === undefined) return codeSpan(placeOf(location));
  return linked(codeSpan(placeOf({ ...location, file: baseName(location.file) })), linkTo(location));
}

const baseName = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

/** A few places for a cell: a linked file goes by its name without the version, a further line of it by its number. */
function placesInCell(locations: readonly Location[], most: number, { linkTo }: MarkdownPage): string {
  const places = new Map(locations.map((location) => [`${location.file}:${location.line}`, location]));
  let previous = '';
  const cells = [...places.values()].map((location) => {
    const { file, line } = location;
    const name = linkTo === undefined ? baseName(file) : baseName(file).replace(/^\d{8,}_(?=.)/, '');
    const text = file === previous ? `:${line}` : `${shortened(name, LONGEST_PLACE)}:${line}`;
    previous = file;
    return linked(codeSpan(text), linkTo?.(location));
  });
  return listedUpTo(most, cells);
}
