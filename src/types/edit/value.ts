// Generated text in the place of a committed type or value: restyled, or copied where the file is the generator's own text.

import type { ts } from 'ts-morph';
import type { Place } from './layout.ts';
import { type Hand, printMember, printValue } from './print.ts';
import type { Replacement } from './splice.ts';
import { columnsOf } from './style.ts';
import { asMember, indentAt, lineStart } from './tree.ts';

/** Puts a generated value in the place of a committed one. */
export function replaceValue(hand: Hand, target: ts.Node, source: ts.Node): Replacement {
  if (hand.style.raw)
    return { start: target.getStart(), end: target.end, text: verbatim(hand, source.getText()) };
  return placed(target, printValue(hand, source, placeOf(target)));
}

/** Puts a text behind the colon of a committed value. A broken union starts on the next line, other values do not. */
export function placed(target: ts.Node, text: string): Replacement {
  const before = target.getSourceFile().text.slice(target.pos, target.getStart());
  const startsBelow = /^\r?\n/.test(text);
  const value = text.trimStart();
  if (before.trim() !== '' || (!startsBelow && !before.includes('\n')))
    return { start: target.getStart(), end: target.end, text: value };
  return { start: target.pos, end: target.end, text: startsBelow ? text : ` ${value}` };
}

/** Where a value stands: behind the colon of its name. On a line that holds more than it, it is never broken for its length. */
export function placeOf(target: ts.Node): Place {
  const { text } = target.getSourceFile();
  const indent = indentAt(text, target.pos);
  const start = target.parent.getStart();
  const isOwnLine = indent.length === start - lineStart(text, start);
  const before = text.slice(lineStart(text, target.pos), target.pos);
  const after = /[;,]/.test(text[target.end] ?? '') ? 1 : 0;
  return { indent, column: isOwnLine ? columnsOf(before) : ANYWHERE, after };
}

/** The column of a text that may go as far as it likes. */
export const ANYWHERE = Number.NEGATIVE_INFINITY;

/** An item of a list, without its separator. */
export function copyItem(hand: Hand, node: ts.Node, place: Place): string {
  if (hand.style.raw) return verbatim(hand, node.getText().replace(/[;,]$/, ''));
  const [member] = asMember(node);
  return member ? printMember(hand, member, place) : printValue(hand, node, place, '');
}

export function verbatim({ style, names }: Hand, text: string): string {
  const renamed =
    names.generated === names.committed
      ? text
      : text.replaceAll(`${names.generated}[`, `${names.committed}[`);
  return renamed.replace(/\r?\n/g, style.eol);
}
