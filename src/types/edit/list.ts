// Items that come into a list and go out of it: schemas, relations, columns, functions, relationships, labels.

import { ts } from 'ts-morph';
import type { Path } from './drift.ts';
import { type Item, itemsOf, placing } from './items.ts';
import {
  type Bracketed,
  bracketed,
  brokenMap,
  brokenParts,
  type Hand,
  isBracketed,
  type Place,
  printSome,
  quoted,
} from './print.ts';
import {
  firstLead,
  type Insertion,
  type Layout,
  type List,
  layoutOf,
  listOf,
  type Replacement,
  splice,
} from './splice.ts';
import { columnsOf, type Lines, type Style } from './style.ts';
import { asMember, indentAt, isHolder, lineStart, membersOf } from './tree.ts';
import { ANYWHERE, copyMember, copyValue, placed, placeOf } from './value.ts';

const isLined = (node: ts.Node): node is Bracketed | ts.UnionTypeNode =>
  isBracketed(node) || ts.isUnionTypeNode(node);

interface Turnover {
  remove: readonly Item[];
  insert: readonly Item[];
}

export function editList(
  hand: Hand,
  target: ts.Node,
  source: ts.Node,
  { remove, insert }: Turnover,
  path: Path,
): Replacement[] {
  if (remove.length === 0 && insert.length === 0) return [];
  const items = itemsOf(target);
  const behind = placing(items, itemsOf(source));
  const removed = new Set(remove.map(({ node }) => items.findIndex((item) => item.node === node)));
  const insertions = (textOf: (item: Item) => string): Insertion[] =>
    insert.map((item) => ({ after: behind(item.key), text: textOf(item) }));
  const isEnum = path.length === 3 && path[1] === 'Enums' && !isHolder(target);
  const isEmptied = items.length === removed.size;
  if (isEnum && !(isLineEach(target) && !isEmptied)) {
    const labels = insertions(({ name = '' }) => quoted(hand.style, name));
    return [placed(target, joinedLabels(hand, target, items, removed, labels))];
  }
  if (isEmptied || !isLined(target)) return [refill(hand, target, source, insert, path)];
  const list = listOf(target);
  const layout = layoutOf(list) ?? usualLayout(hand.style, list, isLined(source) ? source : target);
  const place = placeIn(list, layout);
  return splice(
    list,
    removed,
    insertions(({ node }) => copyItem(hand, node, place)),
    layout,
  );
}

function copyItem(hand: Hand, node: ts.Node, place: Place): string {
  if (ts.isUnionTypeNode(node.parent)) return `| ${copyValue(hand, node, place)}`;
  const [member] = asMember(node);
  return member ? copyMember(hand, member, place) : copyValue(hand, node, place);
}

/** How a list of one item would go on. */
function usualLayout(style: Style, list: List, like: Bracketed | ts.UnionTypeNode): Layout {
  const first = firstLead(list);
  if (ts.isUnionTypeNode(like)) return { first, inner: first, separator: '', last: false };
  const generated = style.raw ? layoutOf(listOf(like)) : undefined;
  if (generated !== undefined) return { ...generated, first };
  const isType = isHolder(like) && !ts.isObjectLiteralExpression(like);
  const commas: Lines = { separator: ',', last: style.lastComma };
  if (first.includes('\n')) return { first, inner: first, ...(isType ? style.lines : commas) };
  const { separator, last } = isType ? style.inline : { ...commas, last: false };
  return { first, inner: ' ', separator, last };
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
  insert: readonly Item[],
  path: Path,
): Replacement {
  const place = placeOf(target);
  const nodes = insert.map(({ node }) => node);
  const text =
    insert.length === 0
      ? emptyText(hand, target, source, path)
      : insert.length === itemsOf(source).length || !isBracketed(source)
        ? copyValue(hand, source, place)
        : printSome(hand, source, nodes, place);
  if (!ts.isInterfaceDeclaration(target)) return placed(target, text);
  return { start: target.members.pos - 1, end: target.end, text };
}

const EMPTY_MAP = '[_ in never]: never';

/** A section is emptied as the file's other empty sections are. */
function emptyText(hand: Hand, target: ts.Node, source: ts.Node, path: Path): string {
  const { style } = hand;
  if (ts.isTupleTypeNode(target)) return '[]';
  if (style.raw && membersOf(source).length === 0) return copyValue(hand, source, placeOf(target));
  const isSection = path.length === 2 && !ts.isObjectLiteralExpression(target);
  if (!isSection) return '{}';
  if (style.emptySection !== undefined) return style.emptySection;
  if (style.layouts.get('empty') === 'fit')
    return `{${style.inline.padding}${EMPTY_MAP}${style.inline.padding}}`;
  return brokenMap(hand, EMPTY_MAP, placeOf(target));
}

/** Labels with a line each: elements, or union members with a bar before each. */
function isLineEach(target: ts.Node): boolean {
  if (!isLined(target)) return false;
  const list = listOf(target);
  if (!ts.isUnionTypeNode(target)) return firstLead(list).includes('\n');
  const { text, items } = list;
  return (
    text[target.getStart()] === '|' &&
    items.every(({ start }) => text.slice(lineStart(text, start), start).trim() === '')
  );
}

/** All labels on one line, as they stood, or a line each when that is too long for the file. */
function joinedLabels(
  hand: Hand,
  target: ts.Node,
  items: readonly Item[],
  removed: ReadonlySet<number>,
  insert: readonly Insertion[],
): string {
  const isArray = ts.isArrayLiteralExpression(target);
  const added = (index: number): string[] =>
    insert.filter(({ after }) => after === index).map(({ text }) => text);
  const parts = [
    ...added(-1),
    ...items.flatMap(({ node }, index) => [...(removed.has(index) ? [] : [node.getText()]), ...added(index)]),
  ];
  const joined = parts.join(joiner(hand, target, items));
  const flat = isArray ? `[${joined}]` : joined || 'never';
  const place = placeOf(target);
  if (hand.style.raw || place.column + columnsOf(flat) + place.after <= hand.style.width) return flat;
  const printers = parts.map((part) => () => part);
  if (!isArray) return brokenParts(hand, printers, place);
  return bracketed(hand, ['[', ']'], printers, place, { separator: ',', last: hand.style.lastComma });
}

/** What stands between the labels now. */
function joiner({ style }: Hand, target: ts.Node, [first, second]: readonly Item[]): string {
  const usual = ts.isArrayLiteralExpression(target) ? ', ' : style.raw ? '|' : ' | ';
  const between =
    first && second ? target.getSourceFile().text.slice(first.node.end, second.node.getStart()) : usual;
  return between.includes('\n') ? usual : between;
}
