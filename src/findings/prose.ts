// Sentences of this program are plain text in which code stands between backticks, as in Markdown: a run of
// backticks opens, a run of the same length closes. Each renderer paints the code parts in its own way.

import { visible } from './visible.ts';

export interface Segment {
  code: boolean;
  /** What stands between the backticks, or between two spans. */
  text: string;
  /** The segment as it stands in the sentence, backticks included. */
  raw: string;
}

const SPAN = /(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/g;

/** The longest run of backticks in a text, of which there may be hundreds of thousands. */
export function longestRun(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}

/** Puts a name between backticks that it cannot close: one more than any run inside. */
export function quoteCode(name: string): string {
  const fence = '`'.repeat(longestRun(name) + 1);
  const padded = /^`|`$|^ .*[^ ].* $/.test(name) || name === '' ? ` ${name} ` : name;
  return `${fence}${padded}${fence}`;
}

/** A name as code. Control characters are shown as escapes. */
export const named = (name: string): string => quoteCode(visible(name));

const unpadded = (text: string): string => (/^ .*[^ ].* $/.test(text) ? text.slice(1, -1) : text);

/** Splits a sentence into prose and code. Backticks that pair with nothing are prose. */
export function parseProse(sentence: string): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  for (const match of sentence.matchAll(SPAN)) {
    const before = sentence.slice(from, match.index);
    if (before) segments.push({ code: false, text: before, raw: before });
    segments.push({ code: true, text: unpadded(match[2] ?? ''), raw: match[0] });
    from = match.index + match[0].length;
  }
  const rest = sentence.slice(from);
  if (rest) segments.push({ code: false, text: rest, raw: rest });
  return segments;
}
