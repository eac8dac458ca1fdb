// Two sides beside each other, line by line: what one of them has alone is marked, in words for those who see no colour.

import { diffArrays } from 'diff';
import { visibleLines } from '../../findings/visible.ts';
import { MOST_EDITS } from '../document/sides.ts';
import { type Html, html, NOTHING } from './template.ts';

/** Where a side stands, `Migrations`, and its text; absent: that side has none. */
type Side = [title: string, text: string | undefined];

/** A line of a side; without a mark, both have it; without a text, it stands for a line of the other side. */
interface SideLine {
  text?: string;
  mark?: 'del' | 'ins';
}

/** Nothing, where neither side has a text. */
export function sideBySide(left: Side, right: Side): Html {
  if (left[1] === undefined && right[1] === undefined) return NOTHING;
  const [before, after] = pairedLines(left[1], right[1]);
  return html`<div class="sides">${pane(left, before)}${pane(right, after)}</div>`;
}

function pairedLines(left: string | undefined, right: string | undefined): [SideLine[], SideLine[]] {
  const [before, after] = [left, right].map((text) => (text === undefined ? [] : visibleLines(text)));
  const [one = [], other = []] = [before, after];
  if (left === undefined || right === undefined)
    return [one.map((text) => ({ text })), other.map((text) => ({ text }))];
  const changes = diffArrays(one, other, { maxEditLength: MOST_EDITS }) ?? [
    { value: one, added: false, removed: true },
    { value: other, added: true, removed: false },
  ];
  const sides: { del: SideLine[]; ins: SideLine[] } = { del: [], ins: [] };
  const even = (): void => {
    const longest = Math.max(sides.del.length, sides.ins.length);
    for (const side of [sides.del, sides.ins]) while (side.length < longest) side.push({});
  };
  for (const { value, added, removed } of changes) {
    if (!removed && !added) even();
    // One by one: as arguments of one call, the lines of a huge function would end the program.
    for (const text of value) {
      if (!added) sides.del.push({ text, ...(removed && { mark: 'del' }) });
      if (!removed) sides.ins.push({ text, ...(added && { mark: 'ins' }) });
    }
  }
  even();
  return [sides.del, sides.ins];
}

const pane = ([title, text]: Side, lines: readonly SideLine[]): Html =>
  text === undefined
    ? html`<figure><figcaption>${title}</figcaption><p class="none">None.</p></figure>`
    : html`<figure><figcaption>${title}</figcaption><pre tabindex="0" role="group" aria-label="${title}"><code>${lines.map(line)}</code></pre></figure>`;

const line = ({ text, mark }: SideLine): Html => {
  if (text === undefined) return html`<i></i>\n`;
  if (mark === 'del') return html`<del>${text}</del>\n`;
  return mark === 'ins' ? html`<ins>${text}</ins>\n` : html`${text}\n`;
};
