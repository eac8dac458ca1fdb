// Labels that go into and out of an enum: a union of literals in the types, an array of them in Constants.

import { ts } from 'ts-morph';
import { unionMembers } from '../type-text.ts';
import {
  barsOf,
  editList,
  firstLead,
  type Insertion,
  layoutOf,
  listOf,
  placeFor,
  type Replacement,
} from './list.ts';
import { usualLayout } from './members.ts';
import type { ListOperation } from './operations.ts';
import { bracketed, brokenParts, type Hand, quoted } from './print.ts';
import { columnsOf } from './style.ts';
import { isHolder, lineStart } from './tree.ts';
import { placed, placeOf } from './value.ts';

/** Whether a list holds labels, not members: it stands below an enum. */
export const isLabels = (target: ts.Node, { path }: ListOperation): boolean =>
  path.length === 3 && path[1] === 'Enums' && !isHolder(target);

export function editLabels(
  hand: Hand,
  target: ts.Node,
  source: ts.Node | undefined,
  operation: ListOperation,
): Replacement[] {
  const nodes = labelNodes(target);
  const [labels, generated] = [nodes.map(labelOf), labelNodes(source).flatMap((node) => labelOf(node) ?? [])];
  const remove = new Set(
    labels.flatMap((label, i) => (label !== undefined && operation.remove.includes(label) ? [i] : [])),
  );
  const insert = generated
    .filter((label) => operation.insert.includes(label) && !labels.includes(label))
    .map(
      (label): Insertion => ({ after: placeFor(label, labels, generated), text: quoted(hand.style, label) }),
    );
  if (remove.size === 0 && insert.length === 0) return [];
  if (nodes.length - remove.size + insert.length > 0 && isLineEach(target))
    return editLines(hand, target, remove, insert);
  const kept = (index: number, node: ts.Node): string[] => (remove.has(index) ? [] : [node.getText()]);
  const inserted = (index: number): string[] =>
    insert.filter(({ after }) => after === index).map(({ text }) => text);
  const parts = [
    ...inserted(-1),
    ...nodes.flatMap((node, index) => [...kept(index, node), ...inserted(index)]),
  ];
  return [placed(target, rewritten(hand, target, parts))];
}

function labelNodes(node: ts.Node | undefined): readonly ts.Node[] {
  if (node === undefined) return [];
  if (ts.isArrayLiteralExpression(node)) return node.elements;
  return ts.isTypeNode(node)
    ? unionMembers(node).filter((one) => one.kind !== ts.SyntaxKind.NeverKeyword)
    : [];
}

function labelOf(node: ts.Node): string | undefined {
  const literal = ts.isLiteralTypeNode(node) ? node.literal : node;
  return ts.isStringLiteralLike(literal) ? literal.text : undefined;
}

/** Labels with a line each: elements, or union members with a bar before each. */
function isLineEach(target: ts.Node): target is ts.UnionTypeNode | ts.ArrayLiteralExpression {
  const text = target.getSourceFile().text;
  if (ts.isArrayLiteralExpression(target))
    return target.elements.length > 0 && firstLead(listOf(target.elements, target)).includes('\n');
  if (!ts.isUnionTypeNode(target) || text[target.getStart()] !== '|') return false;
  return barsOf(target).items.every(({ start }) => text.slice(lineStart(text, start), start).trim() === '');
}

function editLines(
  hand: Hand,
  target: ts.UnionTypeNode | ts.ArrayLiteralExpression,
  remove: ReadonlySet<number>,
  insert: readonly Insertion[],
): Replacement[] {
  if (ts.isArrayLiteralExpression(target)) {
    const list = listOf(target.elements, target);
    return editList(list, remove, insert, layoutOf(list) ?? usualLayout(hand.style, list, target));
  }
  const list = barsOf(target);
  const first = firstLead(list);
  const bars = insert.map(({ after, text }) => ({ after, text: `| ${text}` }));
  return editList(list, remove, bars, { first, inner: first, separator: '', last: false });
}

/** All labels on one line, as they stood, or a line each when that is too long for the file. */
function rewritten(hand: Hand, target: ts.Node, parts: readonly string[]): string {
  const isArray = ts.isArrayLiteralExpression(target);
  const joined = parts.join(joiner(hand, target));
  const flat = isArray ? `[${joined}]` : joined || 'never';
  const place = placeOf(target);
  if (hand.style.raw || place.column + columnsOf(flat) + place.after <= hand.style.width) return flat;
  const printers = parts.map((part) => () => part);
  if (!isArray) return brokenParts(hand, printers, place);
  return bracketed(hand, ['[', ']'], printers, place, { separator: ',', last: hand.style.lastComma });
}

/** What stands between the labels now. */
function joiner({ style }: Hand, target: ts.Node): string {
  const usual = ts.isArrayLiteralExpression(target) ? ', ' : style.raw ? '|' : ' | ';
  const [first, second] = labelNodes(target);
  const between = first && second ? target.getSourceFile().text.slice(first.end, second.getStart()) : usual;
  return between.includes('\n') ? usual : between;
}
