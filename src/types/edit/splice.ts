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

/** An item, with the comments on the lines right above it. */
interface Slot {
  /** What stands before it: white space from the last line break on, and remarks and lines before that. */
  above: string;
  lead: string;
  start: number;
  end: number;
  /** What stands behind it: its separator, and the comments on the same line. */
  separator: string;
  remarks: string;
  tailEnd: number;
}

/** A list from after its opening to before its closing bracket. */
export interface List {
  text: string;
  open: number;
  close: number;
  items: readonly Slot[];
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
  const [open, close] = isUnion ? [parent.pos, parent.end] : [nodes.pos, parent.end - 1];
  let from = open;
  const items = nodes.map((node, index): Slot => {
    const start = isUnion ? text.lastIndexOf('|', node.getStart()) : withCommentsAbove(text, node);
    const isMember = ts.isTypeElement(node);
    const end = isMember && /[;,]/.test(text[node.end - 1] ?? '') ? node.end - 1 : node.end;
    const separatorEnd = isUnion || isMember ? node.end : (commaEnd(text, node.end) ?? node.end);
    const isLastOfUnion = isUnion && index === nodes.length - 1;
    const tailEnd = isLastOfUnion ? node.end : withCommentsBehind(text, separatorEnd);
    const gap = text.slice(from, start);
    const cut = Math.max(gap.search(/\r?\n[^\n]*$/), 0);
    from = tailEnd;
    return {
      above: gap.slice(0, cut),
      lead: gap.slice(cut),
      start,
      end,
      separator: text.slice(end, separatorEnd),
      remarks: text.slice(separatorEnd, tailEnd),
      tailEnd,
    };
  });
  return { text, open, close, items };
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

/** How a list separates its items; undefined when it has too few to tell. */
export function layoutOf({ items }: List): Layout | undefined {
  const [first, second] = items;
  if (first === undefined || second === undefined) return undefined;
  return {
    first: first.lead,
    inner: second.lead,
    separator: markOf(first),
    last: markOf(items.at(-1)) !== '',
  };
}

const markOf = (item: Slot | undefined): Lines['separator'] => {
  const mark = item?.separator.at(-1);
  return mark === ';' || mark === ',' ? mark : '';
};

/** Removes items and inserts texts. Something must be left in the end. */
export function splice(
  { text, open, close, items }: List,
  removed: readonly boolean[],
  insert: readonly Insertion[],
  layout: Layout,
): Replacement[] {
  const replacements: Replacement[] = [];
  const left = removed.filter((one) => !one).length + insert.length;
  let [placed, from, pending] = [0, open, items[0]?.above ?? ''];
  const flush = (end: number): void => {
    if (text.slice(from, end) !== pending) replacements.push({ start: from, end, text: pending });
  };
  const insertAfter = (index: number): void => {
    for (const one of insert.filter(({ after }) => after === index)) {
      const lead = placed++ === 0 ? layout.first : layout.inner;
      const separator = placed < left || layout.last ? layout.separator : '';
      pending += afterComment(pending, lead) + one.text + separator;
    }
  };

  insertAfter(-1);
  for (const [index, item] of items.entries()) {
    const [isFirst, isLast] = [index === 0, index === items.length - 1];
    const above = isFirst ? '' : item.above;
    if (removed[index]) {
      if (above.trim() !== '' || !isLast) pending += above;
    } else {
      pending += above + afterComment(pending, leadIn(item, isFirst, placed++ === 0, layout));
      flush(item.start);
      from = item.end;
      pending = separatorIn(item, placed < left, !isLast, layout) + item.remarks;
    }
    insertAfter(index);
  }
  pending += text.slice(items.at(-1)?.tailEnd ?? open, close);
  flush(close);
  return replacements;
}

/** An item keeps its indentation; one that shares a line, or has none, goes by whether it is the first. */
function leadIn({ lead }: Slot, wasFirst: boolean, isFirst: boolean, { first, inner }: Layout): string {
  const wanted = isFirst ? first : inner;
  const isKept = wasFirst === isFirst || (/\n[ \t]/.test(lead) && /\n[ \t]/.test(wanted));
  return isKept ? lead : wanted;
}

/** The separator that an item needs in its new place. */
function separatorIn({ separator }: Slot, isFollowed: boolean, wasFollowed: boolean, layout: Layout): string {
  if (isFollowed) return separator || layout.separator;
  return wasFollowed && !layout.last ? separator.replace(/[;,]$/, '') : separator;
}

/** Nothing may follow a line comment on its line. */
const afterComment = (before: string, lead: string): string =>
  before.slice(before.lastIndexOf('\n') + 1).includes('//') && !lead.includes('\n') ? `\n${lead}` : lead;
