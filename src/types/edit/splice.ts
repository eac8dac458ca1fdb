// Inserting into and removing from a list in a text: members of an object, elements of an array. Only what lies
// between the items that stay is written anew; the items themselves, with their comments, keep every byte.

import { ts } from 'ts-morph';
import type { Lines } from './style.ts';
import { type Bracketed, partsOf } from './tree.ts';

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

/** The list of an object's members, of an array's or tuple's elements, of a union's members with a bar before each. */
export function listOf(parent: Bracketed | ts.UnionTypeNode): List {
  const { text } = parent.getSourceFile();
  const isUnion = ts.isUnionTypeNode(parent);
  const nodes = isUnion ? parent.types : partsOf(parent);
  const items = nodes.map((node, index): Item => {
    const start = isUnion ? text.lastIndexOf('|', node.getStart()) : withCommentsAbove(text, node);
    const ownMark = ts.isTypeElement(node) && /[;,]/.test(text[node.end - 1] ?? '') ? 1 : 0;
    const separatorEnd =
      isUnion || ts.isTypeElement(node) ? node.end : (commaEnd(text, node.end) ?? node.end);
    const isLastOfUnion = isUnion && index === nodes.length - 1;
    const tailEnd = isLastOfUnion ? node.end : withCommentsBehind(text, separatorEnd);
    return { start, end: node.end - ownMark, separatorEnd, tailEnd };
  });
  return {
    text,
    open: isUnion ? parent.pos : nodes.pos,
    close: isUnion ? parent.end : parent.end - 1,
    items,
  };
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

/** Removes items and inserts texts. Something must be left in the end. */
export function splice(
  list: List,
  removed: readonly boolean[],
  insert: readonly Insertion[],
  layout: Layout,
): Replacement[] {
  const { text, items } = list;
  const replacements: Replacement[] = [];
  const left = removed.filter((one) => !one).length + insert.length;
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
    if (removed[index]) {
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
