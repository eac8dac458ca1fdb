// Generated text in the place of a committed type or value: restyled, or copied where the file is the generator's own text.

import type { ts } from 'ts-morph';
import { type Hand, type Place, printMember, printValue } from './print.ts';
import type { Replacement } from './splice.ts';
import { columnsOf } from './style.ts';
import { indentAt, lineStart, type Member } from './tree.ts';

/** Puts a generated value in the place of a committed one. */
export function replaceValue(hand: Hand, target: ts.Node, source: ts.Node): Replacement {
  const text = copyValue(hand, source, placeOf(target));
  return hand.style.raw ? { start: target.getStart(), end: target.end, text } : placed(target, text);
}

/** Puts a text behind the colon of a committed value. A broken union starts on the next line, other values do not. */
export function placed(target: ts.Node, text: string): Replacement {
  const before = target.getSourceFile().text.slice(target.pos, target.getStart());
  const startsBelow = /^\r?\n/.test(text);
  if (before.trim() !== '' || (!startsBelow && !before.includes('\n'))) {
    return { start: target.getStart(), end: target.end, text: text.trimStart() };
  }
  return { start: target.pos, end: target.end, text: startsBelow ? text : ` ${text}` };
}

/** Where a value stands: on the line of its name. On a line that holds more than it, it is never broken for its length. */
export function placeOf(target: ts.Node): Place {
  const { text } = target.getSourceFile();
  const before = text.slice(lineStart(text, target.pos), target.pos);
  const isOwnLine = indentAt(text, target.pos).length === startColumn(target.parent);
  const after = /[;,]/.test(text[target.end] ?? '') ? 1 : 0;
  return { indent: indentAt(text, target.pos), column: isOwnLine ? columnsOf(before) + 1 : ANYWHERE, after };
}

/** The column of a text that may go as far as it likes. */
export const ANYWHERE = Number.NEGATIVE_INFINITY;

const startColumn = (node: ts.Node): number => {
  const start = node.getStart();
  return start - lineStart(node.getSourceFile().text, start);
};

export const copyValue = (hand: Hand, source: ts.Node, place: Place): string =>
  hand.style.raw ? verbatim(hand, source.getText()) : printValue(hand, source, place);

/** A member without its separator. */
export const copyMember = (hand: Hand, member: Member, place: Place): string =>
  hand.style.raw
    ? verbatim(hand, member.node.getText().replace(/[;,]$/, ''))
    : printMember(hand, member, place);

function verbatim({ style, names }: Hand, text: string): string {
  const renamed =
    names.generated === names.committed
      ? text
      : text.replaceAll(`${names.generated}[`, `${names.committed}[`);
  return renamed.replace(/\r?\n/g, style.eol);
}
