// Pieces that the sections of the Markdown report share: links to places, folded blocks, dots for grades.

import type { Location } from '../../findings/finding.ts';
import { type Grade, listedUpTo, placeOf } from '../sentences.ts';
import type { Line } from './budget.ts';
import { codeSpan, fenced } from './escape.ts';

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

export const plain = (text: string): Line => ({ text });

/** A paragraph behind an empty line. */
export const paragraph = (text: string): Line[] => [plain(''), plain(text)];

/** A heading with what follows it, which it is not to be cut from. */
export const headed = (title: string, lines: readonly Line[]): Line[] =>
  lines.length === 0
    ? []
    : [plain(''), { text: `### ${title}`, joined: true }, { text: '', joined: true }, ...lines];

/** A folded block: what a reader sees of it is HTML, what lies in it Markdown. */
export function folded(summary: string, content: readonly Line[]): Line[] {
  const close = ['', '</details>'];
  return [
    plain(''),
    { text: '<details>', joined: true },
    { text: `<summary>${summary}</summary>`, joined: true },
    { text: '', joined: true },
    ...content.map((line) => ({ ...line, close: [...(line.close ?? []), ...close] })),
    { text: '', close: ['</details>'] },
    plain('</details>'),
  ];
}

/** A code block that a cut leaves closed. */
export const cuttable = (
  { open, close }: { open: string; close: string },
  lines: readonly string[],
): Line[] => [
  plain(''),
  { text: open, close: [close], joined: true },
  ...lines.map((text) => ({ text, close: [close] })),
  plain(close),
];

/** Cut as a whole or not at all. */
export function code(lines: readonly string[], language: string): Line[] {
  const block = fenced(lines, language).map((text): Line => ({ text, joined: true }));
  return [plain(''), ...block.slice(0, -1), ...block.slice(-1).map(({ text }) => plain(text))];
}

export const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

export const tableOf = (head: readonly string[], rows: readonly Line[]): Line[] => [
  plain(''),
  { text: row(head), joined: true },
  { text: row(head.map(() => '---')), joined: true },
  ...rows,
];

export const DOTS = {
  error: '🔴',
  breaking: '🔴',
  dangerous: '🟠',
  warning: '🟠',
  safe: '🟢',
  note: '⚪',
} as const satisfies Record<Grade, string>;

/** A grade that no line break parts from its dot. */
export const gradeCell = (grade: Grade): string => `${DOTS[grade]}&nbsp;${grade}`;

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
export function linkedPlace(location: Location, { linkTo }: MarkdownPage): string {
  const { file } = location;
  if (linkTo === undefined) return codeSpan(placeOf(location));
  const name = file.slice(file.lastIndexOf('/') + 1);
  return linked(codeSpan(placeOf({ ...location, file: name })), linkTo(location));
}

const LONGEST_PLACE = 60;

/** A few places for a cell: a linked file goes by its name without the version, a further line of it by its number. */
export function placesCell(locations: readonly Location[], limit: number, { linkTo }: MarkdownPage): string {
  const places = new Map(locations.map((location) => [`${location.file}:${location.line}`, location]));
  let previous = '';
  const cells = [...places.values()].map((location) => {
    const name = location.file.slice(location.file.lastIndexOf('/') + 1);
    const short = linkTo === undefined ? name : name.replace(/^\d{8,}_(?=.)/, '');
    const text =
      location.file === previous
        ? `:${location.line}`
        : `${shortened(short, LONGEST_PLACE)}:${location.line}`;
    previous = location.file;
    return linked(codeSpan(text), linkTo?.(location));
  });
  return listedUpTo(limit, cells);
}

/** At most so many characters, with an ellipsis where something was cut. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
