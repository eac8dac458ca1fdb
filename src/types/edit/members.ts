// Members that go into and out of an object: schemas, relations, columns, functions, enums.

import { ts } from 'ts-morph';
import {
  editList,
  firstLead,
  type Insertion,
  type Layout,
  type List,
  layoutOf,
  listOf,
  placeFor,
  type Replacement,
} from './list.ts';
import type { ListOperation } from './operations.ts';
import { type Bracketed, brokenMap, type Hand, type Place, printSome } from './print.ts';
import { columnsOf, type Lines, type Style } from './style.ts';
import { asMember, elementsOf, indentAt, isHolder, type Member, membersOf } from './tree.ts';
import { ANYWHERE, copyMember, copyValue, placed, placeOf } from './value.ts';

export function editMembers(
  hand: Hand,
  target: ts.Node,
  source: ts.Node | undefined,
  operation: ListOperation,
): Replacement[] {
  const elements = isHolder(target) ? [...elementsOf(target)] : [];
  const names = elements.map((element) => asMember(element)[0]?.name);
  const remove = new Set(
    elements.flatMap((_, i) =>
      operation.remove.includes(names[i] ?? '') && names[i] !== undefined ? [i] : [],
    ),
  );
  const insert = membersOf(source).filter(
    ({ name }) => operation.insert.includes(name) && !names.includes(name),
  );
  if (remove.size === 0 && insert.length === 0) return [];
  if (!isHolder(target) || elements.length === remove.size)
    return [refill(hand, target, source, insert, operation.path)];
  const list = listOf(elementsOf(target), target);
  const layout = layoutOf(list) ?? usualLayout(hand.style, list, isHolder(source) ? source : target);
  const place = placeIn(list, layout);
  const generated = membersOf(source).map(({ name }) => name);
  const insertions = insert.map(
    (member): Insertion => ({
      after: placeFor(member.name, names, generated),
      text: copyMember(hand, member, place),
    }),
  );
  return editList(list, remove, insertions, layout);
}

/** How a list of one item would go on. */
export function usualLayout(style: Style, list: List, like: Bracketed): Layout {
  const first = firstLead(list);
  const generated = style.raw
    ? layoutOf(listOf(isHolder(like) ? elementsOf(like) : like.elements, like))
    : undefined;
  if (generated !== undefined) return { ...generated, first };
  const isType = isHolder(like) && !ts.isObjectLiteralExpression(like);
  const commas: Lines = { separator: ',', last: style.lastComma };
  if (first.includes('\n')) return { first, inner: first, ...(isType ? style.lines : commas) };
  const { separator, last } = isType ? style.inline : { ...commas, last: false };
  return { first, inner: ' ', separator, last };
}

/** Where the items of a list stand. */
export function placeIn({ text, open }: List, { inner, separator }: Layout): Place {
  const after = separator.length;
  if (!inner.includes('\n')) return { indent: indentAt(text, open), column: ANYWHERE, after };
  const indent = inner.replace(/^\r?\n/, '');
  return { indent, column: columnsOf(indent), after };
}

/** An object that was empty, or is about to be. */
function refill(
  hand: Hand,
  target: ts.Node,
  source: ts.Node | undefined,
  insert: readonly Member[],
  path: readonly string[],
): Replacement {
  const place = placeOf(target);
  const text =
    insert.length === 0
      ? emptyText(hand, target, source, path)
      : insert.length === membersOf(source).length && source !== undefined
        ? copyValue(hand, source, place)
        : isHolder(source)
          ? printSome(
              hand,
              source,
              insert.map(({ node }) => node),
              place,
            )
          : '{}';
  if (!ts.isInterfaceDeclaration(target)) return placed(target, text);
  return { start: target.members.pos - 1, end: target.end, text };
}

const EMPTY_MAP = '[_ in never]: never';

/** A section is emptied as the file's other empty sections are; anything else is `{}`. */
function emptyText(
  hand: Hand,
  target: ts.Node,
  source: ts.Node | undefined,
  path: readonly string[],
): string {
  const { style } = hand;
  if (style.raw && source !== undefined && membersOf(source).length === 0)
    return copyValue(hand, source, placeOf(target));
  const isSection = path.length === 2 && !ts.isObjectLiteralExpression(target);
  if (!isSection) return '{}';
  if (style.emptySection !== undefined) return style.emptySection;
  if (style.layouts.get('empty') === 'fit')
    return `{${style.inline.padding}${EMPTY_MAP}${style.inline.padding}}`;
  return brokenMap(hand, EMPTY_MAP, placeOf(target));
}
