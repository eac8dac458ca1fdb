// What the sections of the terminal report share: the page they are written on, and how words are painted.

import picocolors from 'picocolors';
import { parseProse } from '../../findings/prose.ts';
import type { Grade } from '../sentences.ts';
import { displayWidth, wrapped } from './terminal.ts';

export type Paint = (text: string) => string;
type Colours = ReturnType<typeof picocolors.createColors>;

export interface Page {
  colours: Colours;
  /** Columns of the terminal. */
  width: number;
}

const NARROWEST = 60;

export const pageOf = (colour: boolean, width: number): Page => ({
  colours: picocolors.createColors(colour),
  width: Math.max(width, NARROWEST),
});

/** What every line but a heading begins with. */
export const INDENT = '  ';

/** A sentence with its code parts set off. Backticks stay, so that a copied line reads the same. */
export const prose = ({ colours }: Page, sentence: string): string =>
  parseProse(sentence)
    .map(({ code, raw }) => (code ? colours.bold(raw) : raw))
    .join('');

export const gradePaint = ({ colours }: Page, grade: Grade): Paint =>
  ({
    error: colours.red,
    breaking: colours.red,
    dangerous: colours.yellow,
    warning: colours.yellow,
    safe: colours.green,
    note: colours.cyan,
  })[grade];

/** Words and a place on one line when they fit; the place never breaks, so that it can be clicked. */
export function placed(page: Page, words: string, place: string, indent: number): string[] {
  const { colours, width } = page;
  const margin = ' '.repeat(indent);
  const room = width - indent;
  if (words !== '' && place !== '' && displayWidth(words) + 3 + displayWidth(place) <= room)
    return [`${margin}${prose(page, words)} ${colours.dim('·')} ${colours.cyan(place)}`];
  return [
    ...wrapped(words, room).map((line) => margin + prose(page, line)),
    ...(place === '' ? [] : [margin + colours.cyan(place)]),
  ];
}
