// Two sides beside each other, line by line: what one of them has alone is marked, in words for those who see no colour.

import { diffArrays } from 'diff';
import { visibleLines } from '../../findings/visible.ts';
import { type Html, html } from './template.ts';

export interface Side {
  /** Where it stands, `Migrations`. */
  title: string;
  /** Absent: that side has none. */
  text?: string | undefined;
}

type Mark = 'del' | 'ins';

/** A line of a side; without a mark, both have it; without a text, it stands for a line of the other side. */
interface SideLine {
  text?: string;
  mark?: Mark;
}

export function sideBySide(left: Side, right: Side): Html {
  const [before, after] = pairedLines(left.text, right.text);
  return html`<div class="sides">${pane(left, before)}${pane(right, after)}</div>`;
}

const linesOf = (text: string | undefined): string[] => (text === undefined ? [] : visibleLines(text));

/** Beyond so many changed lines it would take minutes to pair those that stayed, and nobody would look. */
const MOST_EDITS = 1000;

const changesBetween = (before: string[], after: string[]): ReturnType<typeof diffArrays<string>> =>
  diffArrays(before, after, { maxEditLength: MOST_EDITS }) ?? [
    { value: before, added: false, removed: true, count: before.length },
    { value: after, added: true, removed: false, count: after.length },
  ];

function pairedLines(left: string | undefined, right: string | undefined): [SideLine[], SideLine[]] {
  if (left === undefined || right === undefined)
    return [linesOf(left).map((text) => ({ text })), linesOf(right).map((text) => ({ text }))];
  const sides: { del: SideLine[]; ins: SideLine[] } = { del: [], ins: [] };
  const even = (): void => {
    const longest = Math.max(sides.del.length, sides.ins.length);
    for (const side of [sides.del, sides.ins]) while (side.length < longest) side.push({});
  };
  for (const { value, added, removed } of changesBetween(linesOf(left), linesOf(right))) {
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

function pane({ title, text }: Side, lines: readonly SideLine[]): Html {
  return text === undefined
    ? html`<figure><figcaption>${title}</figcaption><p class="none">None.</p></figure>`
    : html`<figure><figcaption>${title}</figcaption><pre tabindex="0" role="group" aria-label="${title}"><code>${lines.map(line)}</code></pre></figure>`;
}

const line = ({ text, mark }: SideLine): Html => {
  if (text === undefined) return html`<i></i>\n`;
  if (mark === 'del') return html`<del>${text}</del>\n`;
  return mark === 'ins' ? html`<ins>${text}</ins>\n` : html`${text}\n`;
};
