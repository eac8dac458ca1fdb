// How a types file is written, learnt from the file itself, so that what is inserted looks as if it had always been there.

import { ts } from 'ts-morph';
import type { Holder, Tree } from './edit-tree.ts';
import { elementsOf, indentAt, isHolder, lineStart } from './edit-tree.ts';
import { propertyName } from './type-text.ts';

export type Separator = '' | ';' | ',';

export interface Style {
  /** The generator's own text, which no formatter has touched: what is inserted is copied as generated. */
  raw: boolean;
  eol: '\n' | '\r\n';
  quote: '"' | "'";
  /** Whether names that need no quotes have them: never, beside one that needs them, or as generated. */
  quotedKeys: 'as-needed' | 'consistent' | 'as-generated';
  indent: string;
  /** Columns that a line may have before its objects and unions are broken. */
  width: number;
  /** Between members on lines of their own, and on one line; `last`: after the last one, too. */
  lines: { separator: Separator; last: boolean };
  inline: { separator: Separator; last: boolean; padding: '' | ' ' };
  /** Whether a list that is broken into lines ends in a comma. */
  lastComma: boolean;
  /** A union that is too long moves to the next line first, as newer formatters have it. */
  wrapsUnions: boolean;
  /** Objects by role: always on lines of their own, or on one line when they fit. Without an entry: as generated. */
  layouts: ReadonlyMap<string, 'expanded' | 'fit'>;
  /** What stands for an empty section when it is not the generator's mapped type. */
  emptySection: string | undefined;
}

const FIXED = new Set(
  'Tables Views Functions Enums CompositeTypes Row Insert Update Relationships Args Returns SetofOptions'.split(
    ' ',
  ),
);

/** What an object or list is in the file: `Row`, `Args`, or `Tables*` for each member of `Tables`. */
export function roleOf(node: ts.Node): string {
  if (ts.isMappedTypeNode(node)) return 'empty';
  const owner = ownerOf(node);
  if (owner === undefined) return 'Database';
  if (ts.isTupleTypeNode(node.parent)) return `${owner.name}*`;
  if (FIXED.has(owner.name)) return owner.name;
  return `${ownerOf(owner.node.parent)?.name ?? 'Database'}*`;
}

function ownerOf(node: ts.Node): { name: string; node: ts.Node } | undefined {
  for (let at = node.parent; at !== undefined && !ts.isStatement(at); at = at.parent) {
    if (ts.isPropertySignature(at) || ts.isPropertyAssignment(at)) return { name: propertyName(at.name), node: at };
  }
  return undefined;
}

/** Whether an object's first member stands on a line of its own. */
export const isExpanded = (node: ts.Node): boolean => {
  const text = node.getSourceFile().text;
  const first = isHolder(node) ? elementsOf(node)[0] : undefined;
  if (first !== undefined && isHolder(node)) return text.slice(elementsOf(node).pos, first.getStart()).includes('\n');
  return node.getText().includes('\n');
};

export function learnStyle(tree: Tree): Style {
  const seen = survey(tree);
  const objects = seen.objects.filter((holder) => elementsOf(holder).length > 0);
  const eol = most(tree.text.match(/\r?\n/g) ?? [], '\n') === '\r\n' ? '\r\n' : '\n';
  const indent = most(seen.objects.flatMap((holder) => indentStep(tree.text, holder)), '  ');
  const width = learnWidth(tree.text, seen);
  return {
    raw: objects.some(sharesLines) && seen.names.every(({ parent }) => isRawName(parent)),
    eol,
    quote: most(seen.strings.map((node) => node.getText()[0]), '"') === "'" ? "'" : '"',
    quotedKeys: learnQuotedKeys(objects),
    indent,
    width,
    lines: learnLines(objects.filter(isExpanded)),
    inline: learnInline(objects.filter((holder) => !isExpanded(holder))),
    lastComma: most(seen.lists.filter((list) => list.getText().includes('\n')).map(endsInComma), true),
    wrapsUnions: seen.unions.some(isWrapped),
    layouts: learnLayouts(tree.text, [...seen.objects, ...seen.lists, ...seen.maps], width),
    emptySection: learnEmptySection(tree, seen.maps),
  };
}

interface Survey {
  objects: Holder[];
  maps: ts.MappedTypeNode[];
  lists: (ts.TupleTypeNode | ts.ArrayLiteralExpression)[];
  unions: ts.UnionTypeNode[];
  strings: ts.StringLiteral[];
  names: ts.PropertyName[];
}

function survey({ database, constants }: Tree): Survey {
  const seen: Survey = { objects: [], maps: [], lists: [], unions: [], strings: [], names: [] };
  const visit = (node: ts.Node): void => {
    if (isHolder(node)) seen.objects.push(node);
    if (ts.isMappedTypeNode(node)) seen.maps.push(node);
    if (ts.isTupleTypeNode(node) || ts.isArrayLiteralExpression(node)) {
      if (node.elements.length > 0) seen.lists.push(node);
    }
    if (ts.isUnionTypeNode(node)) seen.unions.push(node);
    if (ts.isStringLiteral(node)) seen.strings.push(node);
    if (ts.isPropertySignature(node)) seen.names.push(node.name);
    ts.forEachChild(node, visit);
  };
  visit(database);
  if (constants !== undefined) visit(constants);
  return seen;
}

/** The value that occurs most; the earlier of two that occur as often. */
function most<T, F>(values: readonly T[], fallback: F): T | F {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce<[T | F, number]>((best, one) => (one[1] > best[1] ? one : best), [fallback, 0])[0];
}

/** Members in one line of an object that spans several: no formatter does that. */
function sharesLines(holder: Holder): boolean {
  const text = holder.getSourceFile().text;
  const [first, second] = elementsOf(holder);
  return first !== undefined && second !== undefined && isExpanded(holder) && !text.slice(first.end, second.getStart()).includes('\n');
}

function indentStep(text: string, holder: Holder): string[] {
  const first = elementsOf(holder)[0];
  if (first === undefined || !isExpanded(holder)) return [];
  const [outer, inner] = [indentAt(text, holder.getStart()), indentAt(text, first.getStart())];
  return inner.startsWith(outer) && inner !== outer ? [inner.slice(outer.length)] : [];
}
