// Items that come into a list and go out of it: schemas, relations, columns, functions, relationships, labels.

import { ts } from 'ts-morph';
import { type Item, placing } from './items.ts';
import { laidOut, type Place } from './layout.ts';
import { bracketsDoc, type Hand, listed, mapDoc, printSome, printValue, quoted, unionDoc } from './print.ts';
import {
  type Insertion,
  type Layout,
  type List,
  layoutOf,
  listOf,
  type Replacement,
  splice,
} from './splice.ts';
import { columnsOf, type Style } from './style.ts';
import { type Bracketed, indentAt, isBracketed, isHolder, lineStart, membersOf, type Path } from './tree.ts';
import { ANYWHERE, copyItem, placed, placeOf, verbatim } from './value.ts';

/** What comes into a list and goes out of it. */
interface Turnover {
  items: readonly Item[];
  wanted: readonly Item[];
  /** Of each item whether it goes. */
  removed: readonly boolean[];
  insert: readonly Item[];
}

export function editList(
  hand: Hand,
  target: ts.Node,
  source: ts.Node,
  turnover: Turnover,
  path: Path,
): Replacement[] {
  const { items, wanted, removed, insert } = turnover;
  if (!removed.includes(true) && insert.length === 0) return [];
  const behind = placing(items, wanted);
  const insertions = (textOf: (item: Item) => string): Insertion[] =>
    insert.map((item) => ({ after: behind(item.key), text: textOf(item) }));
  const isEmptied = !removed.includes(false);
  const isEnum = path.length === 3 && path[1] === 'Enums' && !isHolder(target);
  if (isEnum && (isEmptied || !isLineEach(target))) {
    const labels = insertions(({ name = '' }) => quoted(hand.style, name));
    return [placed(target, labelsText(hand.style, target, turnover, labels))];
  }
  if (isEmptied || !isLined(target)) return [refill(hand, target, source, turnover, path)];
  const list = listOf(target);
  const layout = layoutOf(list) ?? usualLayout(hand.style, list, isLined(source) ? source : target);
  const place = placeIn(list, layout);
  const bar = ts.isUnionTypeNode(target) ? '| ' : '';
  return splice(
    list,
    removed,
    insertions(({ node }) => bar + copyItem(hand, node, place)),
    layout,
  );
}

const isLined = (node: ts.Node): node is Bracketed | ts.UnionTypeNode =>
  isBracketed(node) || ts.isUnionTypeNode(node);

/** How a list of one item would go on. */
function usualLayout(style: Style, list: List, like: Bracketed | ts.UnionTypeNode): Layout {
  const first = list.items[0]?.lead ?? '';
  if (ts.isUnionTypeNode(like)) return { first, inner: first, separator: '', last: false };
  const generated = style.raw ? layoutOf(listOf(like)) : undefined;
  if (generated !== undefined) return { ...generated, first };
  const isType = isHolder(like) && !ts.isObjectLiteralExpression(like);
  const { lines, inline } = isType ? style : listed(style.lastComma);
  const isBroken = first.includes('\n');
  const { separator, last } = isBroken ? lines : inline;
  return { first, inner: isBroken ? first : ' ', separator, last };
}

/** Where the items of a list stand. */
function placeIn({ text, open }: List, { inner, separator }: Layout): Place {
  const after = separator.length;
  if (!inner.includes('\n')) return { indent: indentAt(text, open), column: ANYWHERE, after };
  const indent = inner.replace(/^\r?\n/, '');
  return { indent, column: columnsOf(indent), after };
}

/** A list that was empty, or is about to be. */
function refill(
  hand: Hand,
  target: ts.Node,
  source: ts.Node,
  { wanted, insert }: Turnover,
  path: Path,
): Replacement {
  const { style } = hand;
  const place = placeOf(target);
  const isWhole = insert.length === wanted.length || !isBracketed(source);
  const nodes = insert.map(({ node }) => node);
  const text = (): string => {
    if (insert.length === 0) return emptyText(hand, target, source, path);
    if (isWhole && style.raw) return verbatim(hand, source.getText());
    return isWhole ? printValue(hand, source, place) : printSome(hand, source, nodes, place);
  };
  if (!ts.isInterfaceDeclaration(target)) return placed(target, text());
  return { start: target.members.pos - 1, end: target.end, text: text().trimStart() };
}

/** A section is emptied as the file's other empty sections are. */
function emptyText(hand: Hand, target: ts.Node, source: ts.Node, path: Path): string {
  const { style } = hand;
  if (ts.isTupleTypeNode(target)) return '[]';
  if (style.raw && membersOf(source).length === 0) return verbatim(hand, source.getText());
  const isSection = path.length === 2 && !ts.isObjectLiteralExpression(target);
  if (!isSection) return '{}';
  return style.emptySection ?? laidOut(mapDoc(style), style, placeOf(target));
}

/** Labels with a line each: elements, or union members with a bar before each. */
function isLineEach(target: ts.Node): boolean {
  if (!isLined(target)) return false;
  const list = listOf(target);
  if (!ts.isUnionTypeNode(target)) return list.items[0]?.lead.includes('\n') ?? false;
  const { text, items } = list;
  return (
    text[target.getStart()] === '|' &&
    items.every(({ start }) => text.slice(lineStart(text, start), start).trim() === '')
  );
}

/** All labels on one line, or a line each when that is too long for the file. */
function labelsText(
  style: Style,
  target: ts.Node,
  { items, removed }: Turnover,
  insert: readonly Insertion[],
): string {
  const added = (index: number): string[] =>
    insert.filter(({ after }) => after === index).map(({ text }) => text);
  const kept = items.map(({ node }, index) => (removed[index] ? [] : [node.getText()]));
  const labels = [...added(-1), ...kept.flatMap((label, index) => [...label, ...added(index)])];
  const isArray = ts.isArrayLiteralExpression(target);
  if (labels.length === 0) return isArray ? '[]' : 'never';
  if (style.raw) return isArray ? `[${labels.join(', ')}]` : labels.join('|');
  const doc = isArray
    ? [' ', bracketsDoc(style, '[]', labels, listed(style.lastComma))]
    : unionDoc(style, labels, ' ');
  return laidOut(doc, style, placeOf(target));
}
