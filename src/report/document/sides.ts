// The two sides of a finding as lines of a diff: the committed types before the generated ones or, of an audit, the
// migrations before the live database. Long types are broken up, so that members are compared.

import { structuredPatch } from 'diff';
import type { Finding } from '../../findings/finding.ts';
import { visibleLines } from '../../findings/visible.ts';

/** How many equal lines stand before and after those that differ. */
const CONTEXT = 3;

interface Sides {
  before?: string | undefined;
  after?: string | undefined;
}

export const sidesOf = ({ committed, generated, expected, actual }: Finding): Sides => ({
  before: committed ?? expected,
  after: generated ?? actual,
});

export function hasSides(finding: Finding): boolean {
  const { before, after } = sidesOf(finding);
  return Boolean(before || after);
}

const linesOf = (side: string | undefined): string[] => (side ? visibleLines(side) : []);

/** Both sides when neither takes more than one line. */
export function shortSides(finding: Finding): Sides | undefined {
  const { before, after } = sidesOf(finding);
  const [[one, ...more], [other, ...others]] = [
    linesOf(before && unfolded(before)),
    linesOf(after && unfolded(after)),
  ];
  return more.length + others.length === 0 && (one ?? other) !== undefined
    ? { before: one, after: other }
    : undefined;
}

/** Beyond so many changed lines it would take minutes to pair those that stayed, and nobody would look. */
export const MOST_EDITS = 1000;

/** The stretches that differ, with some lines around them; each line stands behind `+`, `-` or a space, and another space. */
export function hunksOf(finding: Finding): string[][] {
  const sides = sidesOf(finding);
  const before = linesOf(sides.before && unfolded(sides.before));
  const after = linesOf(sides.after && unfolded(sides.after));
  const options = { context: CONTEXT, maxEditLength: MOST_EDITS };
  const patch = structuredPatch('', '', ended(before), ended(after), '', '', options);
  if (patch === undefined)
    return [[...before.map((line) => `- ${line}`), ...after.map((line) => `+ ${line}`)]];
  return patch.hunks.map(({ lines }) => lines.map((line) => `${line.slice(0, 1)} ${line.slice(1)}`));
}

const ended = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

const LONGEST_LINE = 72;

/** What lies deeper is not indented any more. */
const DEEPEST = 40;

/** Strings, what opens and closes, what separates, and all between. */
const TOKENS = /"(?:[^"\\]|\\.)*"?|[{}();,]|[^"{}();,]+/g;

/** Types on one line that is too long, with members and arguments on lines of their own; others as they are. */
export function unfolded(type: string): string {
  if (type.length <= LONGEST_LINE || type.includes('\n')) return type;
  const lines: string[] = [];
  let line = '';
  let isEmpty = true;
  let depth = 0;
  const end = (): void => {
    if (!isEmpty) lines.push(line.trimEnd());
    line = '  '.repeat(Math.min(depth, DEEPEST));
    isEmpty = true;
  };
  for (const token of type.match(TOKENS) ?? []) {
    const closes = token === '}' || token === ')';
    const opens = token === '{' || token === '(';
    if (closes || opens) depth = Math.max(0, depth + (opens ? 1 : -1));
    if (closes) end();
    line += isEmpty ? token.trimStart() : token;
    isEmpty &&= token.trim() === '';
    if (opens || token === ';' || token === ',') end();
  }
  end();
  return lines.join('\n');
}
