// Text that is laid out once its place is known: on one line when it fits, else broken where it may be.

import { columnsOf } from './style.ts';

/** A group breaks as a whole or not at all; the lines of an indented part start further in. */
export type Doc =
  | string
  | readonly Doc[]
  | { group: Doc; breaks: boolean }
  | { indented: Doc; by: string }
  | Choice;

/** A text for groups that stay on one line, and one for those that break, whose line breaks are indented. */
interface Choice {
  unbroken: string;
  broken: string;
}

export const choice = (unbroken: string, broken: string): Choice => ({ unbroken, broken });

/** A group, broken for sure when that is wanted, or when a group in it is. */
export const group = (doc: Doc, breaks = false): Doc => ({ group: doc, breaks: breaks || isBroken(doc) });

function isBroken(doc: Doc): boolean {
  if (typeof doc === 'string' || 'broken' in doc) return false;
  if ('group' in doc) return doc.breaks;
  return 'indented' in doc ? isBroken(doc.indented) : doc.some(isBroken);
}

/** Where a text begins. */
export interface Place {
  /** White space that the lines of what is broken build on. */
  indent: string;
  /** Columns taken before, and needed after, on the same line. */
  column: number;
  after: number;
}

interface Page {
  width: number;
  eol: string;
}

/** Spaces that align a part make room for a tab when it goes further in. */
function alignedByTab(indent: string): string {
  let end = indent.length;
  while (indent.charAt(end - 1) === ' ') end -= 1;
  return end === indent.length ? indent : `${indent.slice(0, end)}\t`;
}

export function laidOut(doc: Doc, page: Page, place: Place, isFlat = false): string {
  if (typeof doc === 'string') return doc;
  if ('broken' in doc) return isFlat ? doc.unbroken : doc.broken.replace('\n', page.eol + place.indent);
  if ('indented' in doc) {
    const indent = doc.by === '\t' ? alignedByTab(place.indent) : place.indent;
    return laidOut(doc.indented, page, { ...place, indent: indent + doc.by }, isFlat);
  }
  if ('group' in doc) {
    const fits = (): boolean => place.column + columnsOf(flatText(doc.group)) + place.after <= page.width;
    return laidOut(doc.group, page, place, isFlat || (!doc.breaks && fits()));
  }
  let { column } = place;
  const texts = doc.map((part, index) => {
    const after = behind(doc, index, place.after);
    const text = laidOut(part, page, { ...place, column, after }, isFlat);
    const start = text.lastIndexOf('\n') + 1;
    column = (start === 0 ? column : 0) + columnsOf(text.slice(start));
    return text;
  });
  return texts.join('');
}

/** Columns that the parts behind one need on its line. */
function behind(parts: readonly Doc[], index: number, after: number): number {
  let columns = 0;
  for (let at = index + 1; at < parts.length; at += 1) {
    const part = parts[at] ?? '';
    const [text = '', ...rest] = (
      typeof part !== 'string' && 'broken' in part ? part.broken : flatText(part)
    ).split('\n');
    columns += columnsOf(text);
    if (rest.length > 0) return columns;
  }
  return columns + after;
}

function flatText(doc: Doc): string {
  if (typeof doc === 'string') return doc;
  if ('broken' in doc) return doc.unbroken;
  if ('group' in doc) return flatText(doc.group);
  return 'indented' in doc ? flatText(doc.indented) : doc.map(flatText).join('');
}
