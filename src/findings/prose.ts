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

/** The longest run of backticks in a text, of which there may be hundreds of thousands. */
export function longestRun(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}

/** Puts a name between backticks that it cannot close: one more than any run inside. */
export function quoteCode(name: string): string {
  const fence = '`'.repeat(longestRun(name) + 1);
  const padded = /^`|`$/.test(name) || isPadded(name) || name === '' ? ` ${name} ` : name;
  return `${fence}${padded}${fence}`;
}

/** A name as code. Control characters are shown as escapes. */
export const named = (name: string): string => quoteCode(visible(name));

/** Markdown takes one space away on either side. */
const isPadded = (text: string): boolean =>
  text.startsWith(' ') && text.endsWith(' ') && /[^ ]/.test(text) && !LINE_END.test(text);

const LINE_END = /[\n\r\u2028\u2029]/;

const unpadded = (text: string): string => (isPadded(text) ? text.slice(1, -1) : text);

/** Splits a sentence into prose and code. Backticks that pair with nothing are prose. */
export function parseProse(sentence: string): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  for (const [start, end, length] of spansOf(sentence)) {
    const before = sentence.slice(from, start);
    if (before) segments.push({ code: false, text: before, raw: before });
    const text = unpadded(sentence.slice(start + length, end - length));
    segments.push({ code: true, text, raw: sentence.slice(start, end) });
    from = end;
  }
  const rest = sentence.slice(from);
  if (rest) segments.push({ code: false, text: rest, raw: rest });
  return segments;
}

/** Where code begins and ends, backticks included, and how many these are. A span does not go beyond its line. */
function* spansOf(sentence: string): Generator<[start: number, end: number, length: number]> {
  const runs = Array.from(sentence.matchAll(/`+/g), ({ 0: run, index }) => ({
    at: index,
    length: run.length,
  }));
  const closing = nextOfLength(runs);
  let lineEnd = -1;
  for (let index = 0; index < runs.length; ) {
    const run = runs[index];
    const closer = closing[index];
    const end = closer === undefined ? undefined : runs[closer];
    index += 1;
    if (run === undefined || end === undefined || closer === undefined) continue;
    if (lineEnd < run.at) lineEnd = nextLineEnd(sentence, run.at);
    if (lineEnd < end.at) continue;
    yield [run.at, end.at + end.length, run.length];
    index = closer + 1;
  }
}

/** Of each run the index of the next one that is as long. */
function nextOfLength(runs: readonly { length: number }[]): (number | undefined)[] {
  const next = new Map<number, number>();
  const found: (number | undefined)[] = [];
  for (let index = runs.length - 1; index >= 0; index -= 1) {
    const length = runs[index]?.length ?? 0;
    found[index] = next.get(length);
    next.set(length, index);
  }
  return found;
}

function nextLineEnd(text: string, from: number): number {
  const at = text.slice(from).search(LINE_END);
  return at === -1 ? text.length : from + at;
}
