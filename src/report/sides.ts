// The two sides of a finding as lines of a diff: committed out, generated in, what both begin and end with around them.
// Of an audit the migrations are out, the live database in.

import type { Finding } from '../findings/finding.ts';
import { visibleLines } from '../findings/visible.ts';

export interface DiffLine {
  sign: '+' | '-' | ' ';
  text: string;
}

/** How many equal lines stand before and after those that differ. */
const CONTEXT = 3;

/** A side's lines; none when there is no such side, or nothing stands on it. */
export const linesOf = (side: string | undefined): string[] => (side ? visibleLines(side) : []);

function equalFromStart(a: readonly string[], b: readonly string[]): number {
  const limit = Math.min(a.length, b.length);
  let equal = 0;
  while (equal < limit && a[equal] === b[equal]) equal++;
  return equal;
}

const signed = (sign: DiffLine['sign'], lines: readonly string[]): DiffLine[] =>
  lines.map((text) => ({ sign, text }));

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

/** The lines before a difference, the first ones left out when they are many. */
const opening = (lines: readonly string[]): string[] =>
  lines.length > CONTEXT ? ['…', ...lines.slice(-CONTEXT)] : [...lines];

const closing = (lines: readonly string[]): string[] =>
  lines.length > CONTEXT ? [...lines.slice(0, CONTEXT), '…'] : [...lines];

/** The sides of a finding, line by line. Empty when it has none. */
export function sideLines(finding: Finding): DiffLine[] {
  const sides = sidesOf(finding);
  const before = linesOf(sides.before);
  const after = linesOf(sides.after);
  const start = equalFromStart(before, after);
  const end = equalFromStart(before.slice(start).reverse(), after.slice(start).reverse());
  return [
    ...signed(' ', opening(before.slice(0, start))),
    ...signed('-', before.slice(start, before.length - end)),
    ...signed('+', after.slice(start, after.length - end)),
    ...signed(' ', closing(before.slice(before.length - end))),
  ];
}
