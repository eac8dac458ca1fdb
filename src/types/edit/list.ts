// Inserting into and removing from a list in a text: members of an object, elements of an array. Only what lies
// between the items that stay is written anew; the items themselves, with their comments, keep every byte.

import { ts } from 'ts-morph';
import { byText } from '../../match.ts';
import type { Lines } from './style.ts';

export interface Replacement {
  start: number;
  end: number;
  text: string;
}

interface Item {
  /** Comments on the lines right above belong to the item. */
  start: number;
  /** Where the item ends, its separator, and the comments on the same line. */
  end: number;
  separatorEnd: number;
  tailEnd: number;
}

/** A list from after its opening to before its closing bracket. */
export interface List {
  text: string;
  open: number;
  close: number;
  items: readonly Item[];
}

/** What stands before the first item, before every other one, and after one. */
export interface Layout extends Lines {
  first: string;
  inner: string;
}

export interface Insertion {
  /** Index of the item that it follows; -1 before all. */
  after: number;
  text: string;
}

/** The list of an object's members or an array's elements. */
export function listOf(nodes: ts.NodeArray<ts.Node>, parent: ts.Node): List {
  const text = parent.getSourceFile().text;
  const items = nodes.map((node): Item => {
    const start = withCommentsAbove(text, node);
    if (ts.isTypeElement(node)) {
      const end = /[;,]/.test(text[node.end - 1] ?? '') ? node.end - 1 : node.end;
      return { start, end, separatorEnd: node.end, tailEnd: withCommentsBehind(text, node.end) };
    }
    const separatorEnd = commaEnd(text, node.end) ?? node.end;
    return { start, end: node.end, separatorEnd, tailEnd: withCommentsBehind(text, separatorEnd) };
  });
  return { text, open: nodes.pos, close: parent.end - 1, items };
}

/** Behind the comma that follows white space and comments; undefined when something else does. */
function commaEnd(text: string, from: number): number | undefined {
  const behind = (mark: string, at: number): number => {
    const found = text.indexOf(mark, at);
    return found === -1 ? text.length : found + mark.length;
  };
  for (let at = from; at < text.length; ) {
    if (text.startsWith('//', at)) at = behind('\n', at);
    else if (text.startsWith('/*', at)) at = behind('*/', at + 2);
    else if (/\s/.test(text.charAt(at))) at += 1;
    else return text.charAt(at) === ',' ? at + 1 : undefined;
  }
  return undefined;
}

/** The lines of a union with a bar before each member. */
export function barsOf(union: ts.UnionTypeNode): List {
  const text = union.getSourceFile().text;
  const items = union.types.map((node, index): Item => {
    const start = text.lastIndexOf('|', node.getStart());
    const isLast = index === union.types.length - 1;
    return {
      start,
      end: node.end,
      separatorEnd: node.end,
      tailEnd: isLast ? node.end : withCommentsBehind(text, node.end),
    };
  });
  return { text, open: union.pos, close: union.end, items };
}

function withCommentsAbove(text: string, node: ts.Node): number {
  let start = node.getStart();
  for (const comment of (ts.getLeadingCommentRanges(text, node.pos) ?? []).reverse()) {
    if (text.slice(comment.end, start).split('\n').length > 2) break;
    start = comment.pos;
  }
  return start;
}

const withCommentsBehind = (text: string, position: number): number =>
  ts.getTrailingCommentRanges(text, position)?.at(-1)?.end ?? position;

/** White space from the last line break before an item, and what stands before that. */
function leadOf({ text, open, items }: List, index: number): { above: string; lead: string } {
  const whole = text.slice(items[index - 1]?.tailEnd ?? open, items[index]?.start ?? open);
  const cut = Math.max(whole.search(/\r?\n[^\n]*$/), 0);
  return { above: whole.slice(0, cut), lead: whole.slice(cut) };
}

/** How a list separates its items; undefined when it has too few to tell. */
export function layoutOf(list: List): Layout | undefined {
  const [first, ...others] = list.items;
  if (first === undefined || others.length === 0) return undefined;
  const last = list.items.at(-1);
  return {
    first: leadOf(list, 0).lead,
    inner: leadOf(list, 1).lead,
    separator: separatorOf(list, first),
    last: last !== undefined && separatorOf(list, last) !== '',
  };
}

/** What stands before the first item of a list. */
export const firstLead = (list: List): string => leadOf(list, 0).lead;

const separatorOf = ({ text }: List, { end, separatorEnd }: Item): Lines['separator'] => {
  const mark = text.slice(end, separatorEnd).at(-1);
  return mark === ';' || mark === ',' ? mark : '';
};

/** Removes items by index and inserts texts. Something must be left in the end. */
export function editList(
  list: List,
  remove: ReadonlySet<number>,
  insert: readonly Insertion[],
  layout: Layout,
): Replacement[] {
  const { text, items } = list;
  const replacements: Replacement[] = [];
  const left = items.length - remove.size + insert.length;
  let placed = 0;
  let from = list.open;
  let pending = leadOf(list, 0).above;
  const add = (one: string): void => {
    const lead = placed++ === 0 ? layout.first : layout.inner;
    pending += afterComment(pending, lead) + one + (placed < left || layout.last ? layout.separator : '');
  };
  const flush = (to: number): void => {
    if (text.slice(from, to) !== pending) replacements.push({ start: from, end: to, text: pending });
  };
  const insertAfter = (index: number): void => {
    for (const { after, text } of insert) if (after === index) add(text);
  };

  insertAfter(-1);
  for (const [index, item] of items.entries()) {
    const { lead, ...rest } = leadOf(list, index);
    const above = index === 0 ? '' : rest.above;
    if (remove.has(index)) {
      if (above.trim() !== '' || index < items.length - 1) pending += above;
    } else {
      pending += above + afterComment(pending, ownLead(lead, index === 0, placed++ === 0, layout));
      flush(item.start);
      from = item.end;
      pending = tailOf(list, item, placed < left, index < items.length - 1, layout);
    }
    insertAfter(index);
  }
  pending += text.slice(items.at(-1)?.tailEnd ?? list.open, list.close);
  flush(list.close);
  return replacements;
}

/** An item keeps its indentation; one that shares a line, or has none, goes by whether it is the first. */
function ownLead(lead: string, wasFirst: boolean, isFirst: boolean, { first, inner }: Layout): string {
  if (wasFirst === isFirst) return lead;
  const wanted = isFirst ? first : inner;
  return /\n[ \t]/.test(lead) && /\n[ \t]/.test(wanted) ? lead : wanted;
}

/** The separator that an item needs in its new place, and the comments behind it. */
function tailOf(
  { text }: List,
  item: Item,
  isFollowed: boolean,
  wasFollowed: boolean,
  layout: Layout,
): string {
  const [own, comments] = [
    text.slice(item.end, item.separatorEnd),
    text.slice(item.separatorEnd, item.tailEnd),
  ];
  if (isFollowed && own === '') return layout.separator + comments;
  if (!isFollowed && wasFollowed && !layout.last) return own.replace(/[;,]$/, '') + comments;
  return own + comments;
}

/** Nothing may follow a line comment on its line. */
const afterComment = (before: string, lead: string): string =>
  before.slice(before.lastIndexOf('\n') + 1).includes('//') && !lead.includes('\n') ? `\n${lead}` : lead;

/**
 * The index of the committed item that a new one belongs behind: by its place in the generated file when both
 * have one order, else where the alphabet wants it when the file is sorted, else behind its generated neighbour.
 */
export function placeFor(
  name: string,
  committed: readonly (string | undefined)[],
  generated: readonly string[],
): number {
  const known = committed.filter((one) => one !== undefined);
  const common = generated.filter((one) => known.includes(one));
  const inOrder = known.filter((one) => common.includes(one)).every((one, index) => one === common[index]);
  const order = inOrder
    ? undefined
    : ORDERS.find((compare) => known.every((one, i) => i === 0 || compare(known[i - 1] ?? '', one) <= 0));
  if (order !== undefined) return committed.findLastIndex((one) => one !== undefined && order(one, name) < 0);
  const at = generated.indexOf(name);
  const before = generated.slice(0, at).findLast((one) => known.includes(one));
  if (before !== undefined) return committed.lastIndexOf(before);
  const after = generated.slice(at + 1).find((one) => known.includes(one));
  return after === undefined ? committed.length - 1 : committed.indexOf(after) - 1;
}

const ORDERS = [byText, new Intl.Collator('en').compare];
