// Pieces of a page. Text that is put into one is escaped, always: what is markup says so by its type, and only this
// file makes values of it.

import { parseProse } from '../../findings/prose.ts';
import { visible, visibleLines } from '../../findings/visible.ts';
import type { Tone } from '../objects.ts';
import type { Grade } from '../sentences.ts';

export interface Html {
  readonly markup: string;
}

type Value = string | number | Html | readonly Html[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

function markupOf(value: Value): string {
  if (typeof value === 'string') return escaped(visible(value));
  if (typeof value === 'number') return String(value);
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('');
}

/** A piece of markup. Texts between its literal parts are shown as they are, whatever they hold; attributes stand in double quotes. */
export function html(literals: TemplateStringsArray, ...values: readonly Value[]): Html {
  const parts = literals.map((literal, index) => {
    const value = values[index];
    return value === undefined ? literal : literal + markupOf(value);
  });
  return { markup: parts.join('') };
}

export const NOTHING: Html = html``;

/** Markup that is ours from end to end, such as the style sheet. */
export const ours = (markup: string): Html => ({ markup });

/** A piece for a list that holds something, nothing for an empty one. */
export const ifAny = <T>(list: readonly T[] | undefined, piece: (list: readonly T[]) => Html): Html =>
  list === undefined || list.length === 0 ? NOTHING : piece(list);

/** A sentence with its code parts as code. */
export const prose = (sentence: string): Html => ({
  markup: parseProse(visible(sentence))
    .map(({ code, text }) => (code ? html`<code>${text}</code>` : html`${text}`).markup)
    .join(''),
});

/** Text of several lines, its line ends kept. */
export const lines = (text: string): Html => ({ markup: visibleLines(text).map(escaped).join('\n') });

/** Text of several lines with what copies it; the button comes alive where there is a script. */
export const copyable = (text: string, label: string): Html =>
  html`<div class="copyable"><button type="button" class="copy" aria-label="Copy ${label}" hidden>Copy</button><pre tabindex="0" role="group" aria-label="${label}"><code>${lines(text)}</code></pre></div>`;

/** Where objects stand in the page, by their text. */
export type Anchors = ReadonlyMap<string, string>;

/** The name of an object, as a link where the page has it. */
export function linked(id: string, anchors: Anchors): Html {
  const anchor = anchors.get(visible(id));
  return anchor === undefined ? html`<code>${id}</code>` : html`<a href="#${anchor}"><code>${id}</code></a>`;
}

export const GRADE_TONES = {
  error: 'red',
  breaking: 'red',
  dangerous: 'amber',
  warning: 'amber',
  safe: 'green',
  note: 'blue',
} as const satisfies Record<Grade, Tone>;
