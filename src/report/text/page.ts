// What the sections of the terminal report share: the page they are written on, and how words are painted.

import picocolors from 'picocolors';
import { parseProse } from '../../findings/prose.ts';
import type { Grade, Sign } from '../sentences.ts';
import { wrapped } from './terminal.ts';

export type Paint = (text: string) => string;
export type Colours = ReturnType<typeof picocolors.createColors>;

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

/** Sentences as a list: each behind the mark (one column), its further lines hanging under it. */
export const bulleted = (page: Page, mark: string, sentences: readonly string[]): string[] =>
  sentences.flatMap((sentence) =>
    wrapped(sentence, page.width - 4).map(
      (line, index) => `${INDENT}${index === 0 ? page.colours.cyan(mark) : ' '} ${prose(page, line)}`,
    ),
  );

export const signPaint = ({ colours }: Page, sign: Sign): Paint =>
  ({ '+': colours.green, '-': colours.red, '~': colours.yellow, '!': colours.red })[sign];

export const gradePaint = ({ colours }: Page, grade: Grade): Paint =>
  ({
    error: colours.red,
    breaking: colours.red,
    dangerous: colours.yellow,
    warning: colours.yellow,
    safe: colours.green,
    note: colours.cyan,
  })[grade];
