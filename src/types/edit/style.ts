// How a types file is written, learnt from the file itself, so that what is inserted looks as if it had always been there.

import { ts } from 'ts-morph';
import { propertyName } from '../type-text.ts';
import type { Holder, Tree } from './tree.ts';
import { elementsOf, indentAt, isHolder, lineStart, membersOf } from './tree.ts';

export type Separator = '' | ';' | ',';

/** What stands between the items of a list, and whether after the last one, too. */
export interface Lines {
  separator: Separator;
  last: boolean;
}

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
  /** Of members on lines of their own, and on one line. */
  lines: Lines;
  inline: Lines & { padding: '' | ' ' };
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
  if (ts.isObjectLiteralExpression(node)) return 'Constants';
  if (ts.isArrayLiteralExpression(node)) return 'Constants[]';
  if (ts.isMappedTypeNode(node)) return 'empty';
  const owner = ownerOf(node);
  if (owner === undefined) return 'Database';
  if (ts.isTupleTypeNode(node.parent)) return `${owner.name}*`;
  if (FIXED.has(owner.name)) return owner.name;
  return `${ownerOf(owner.node.parent)?.name ?? 'Database'}*`;
}

function ownerOf(node: ts.Node): { name: string; node: ts.Node } | undefined {
  for (let at = node.parent; at !== undefined && !ts.isStatement(at); at = at.parent) {
    if (ts.isPropertySignature(at) || ts.isPropertyAssignment(at))
      return { name: propertyName(at.name), node: at };
  }
  return undefined;
}

/** Whether an object's first member stands on a line of its own. */
export const isExpanded = (node: ts.Node): boolean => {
  const text = node.getSourceFile().text;
  const first = isHolder(node) ? elementsOf(node)[0] : undefined;
  if (first !== undefined && isHolder(node))
    return text.slice(elementsOf(node).pos, first.getStart()).includes('\n');
  return node.getText().includes('\n');
};

export function learnStyle(tree: Tree): Style {
  const seen = survey(tree);
  const objects = seen.objects.filter((holder) => elementsOf(holder).length > 0);
  const eol = most(tree.text.match(/\r?\n/g) ?? [], '\n') === '\r\n' ? '\r\n' : '\n';
  const indent = most(
    seen.objects.flatMap((holder) => indentStep(tree.text, holder)),
    '  ',
  );
  const width = learnWidth(tree.text, seen);
  return {
    raw: objects.some(sharesLines) && objects.filter((one) => roleOf(one) === 'Row').every(hasQuotedNames),
    eol,
    quote:
      most(
        seen.strings.map((node) => node.getText()[0]),
        '"',
      ) === "'"
        ? "'"
        : '"',
    quotedKeys: learnQuotedKeys(objects),
    indent,
    width,
    lines: learnLines(objects.filter(isExpanded)),
    inline: learnInline(objects.filter((holder) => !isExpanded(holder))),
    lastComma: most(seen.lists.filter((list) => list.getText().includes('\n')).map(endsInComma), true),
    wrapsUnions: seen.unions.some(isWrapped),
    layouts: learnLayouts(tree.text, [...objects, ...seen.lists, ...seen.maps], width),
    emptySection: learnEmptySection(tree, seen.maps),
  };
}

interface Survey {
  objects: Holder[];
  maps: ts.MappedTypeNode[];
  lists: (ts.TupleTypeNode | ts.ArrayLiteralExpression)[];
  unions: ts.UnionTypeNode[];
  strings: ts.StringLiteral[];
}

function survey({ database, constants }: Tree): Survey {
  const seen: Survey = { objects: [], maps: [], lists: [], unions: [], strings: [] };
  const visit = (node: ts.Node): void => {
    if (isHolder(node)) seen.objects.push(node);
    if (ts.isMappedTypeNode(node)) seen.maps.push(node);
    if (ts.isTupleTypeNode(node) || ts.isArrayLiteralExpression(node)) {
      if (node.elements.length > 0) seen.lists.push(node);
    }
    if (ts.isUnionTypeNode(node)) seen.unions.push(node);
    if (ts.isStringLiteral(node)) seen.strings.push(node);
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
  return [...counts].reduce<[T | F, number]>(
    (best, one) => (one[1] > best[1] ? one : best),
    [fallback, 0],
  )[0];
}

/** Members in one line of an object that spans several: no formatter does that. */
function sharesLines(holder: Holder): boolean {
  const text = holder.getSourceFile().text;
  const [first, second] = elementsOf(holder);
  return (
    first !== undefined &&
    second !== undefined &&
    isExpanded(holder) &&
    !text.slice(first.end, second.getStart()).includes('\n')
  );
}

function indentStep(text: string, holder: Holder): string[] {
  const first = elementsOf(holder)[0];
  if (first === undefined || !isExpanded(holder)) return [];
  const [outer, inner] = [indentAt(text, holder.getStart()), indentAt(text, first.getStart())];
  return inner.startsWith(outer) && inner !== outer ? [inner.slice(outer.length)] : [];
}

const namesOf = (holder: Holder): ts.PropertyName[] => membersOf(holder).map(({ node }) => node.name);

const hasQuotedNames = (holder: Holder): boolean => namesOf(holder).every(ts.isStringLiteral);

/** A name that may stand without quotes. */
export const isPlainName = (name: string): boolean => /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name);

/** Judged by the columns, for the names of sections and shapes are never quoted. */
function learnQuotedKeys(objects: readonly Holder[]): Style['quotedKeys'] {
  const shapes = objects.filter((holder) => /^(Row|Insert|Update)$/.test(roleOf(holder)));
  const isQuoted = (holder: Holder): boolean =>
    namesOf(holder).some((name) => ts.isStringLiteral(name) && isPlainName(name.text));
  const hasOdd = (holder: Holder): boolean => membersOf(holder).some(({ name }) => !isPlainName(name));
  const plain = shapes.filter((holder) => !hasOdd(holder));
  if (most(plain.map(isQuoted), false)) return 'as-generated';
  return most(objects.filter(hasOdd).map(isQuoted), false) ? 'consistent' : 'as-needed';
}

const separatorOf = (element: ts.Node): Separator => {
  const last = element.getText().at(-1);
  return last === ';' || last === ',' ? last : '';
};

const isType = (holder: Holder): boolean => !ts.isObjectLiteralExpression(holder);

function learnLines(expanded: readonly Holder[]): Style['lines'] {
  const types = expanded.filter(isType).map((holder) => elementsOf(holder).map(separatorOf));
  const separator = most(
    types.flatMap((separators) => separators.slice(0, -1)),
    types[0]?.[0] ?? '',
  );
  const last = types.map((separators) => separators.at(-1) !== '');
  return { separator, last: most(last, separator !== '') };
}

function learnInline(flat: readonly Holder[]): Style['inline'] {
  const types = flat.filter(isType);
  const separators = types.map((holder) => elementsOf(holder).map(separatorOf));
  const padded = types.map((holder): '' | ' ' => (/^\{\S/.test(holder.getText()) ? '' : ' '));
  return {
    separator: most(
      separators.flatMap((all) => all.slice(0, -1)).filter((mark) => mark !== ''),
      ';',
    ),
    last: most(
      separators.map((all) => all.at(-1) !== ''),
      false,
    ),
    padding: most(padded, ' '),
  };
}

const endsInComma = (list: ts.TupleTypeNode | ts.ArrayLiteralExpression): boolean =>
  list.elements.hasTrailingComma === true;

/** A union that starts on a line of its own, without a bar. */
function isWrapped(union: ts.UnionTypeNode): boolean {
  const text = union.getSourceFile().text;
  return text.slice(union.pos, union.getStart()).includes('\n') && text[union.getStart()] !== '|';
}

const WIDTHS = [80, 90, 100, 110, 120, 140, 160, 200];

/** The narrowest usual width that has room for every object, list and union that stands on one line. */
function learnWidth(text: string, { objects, lists, unions }: Survey): number {
  const longest = [...objects, ...lists, ...unions]
    .filter((node) => !node.getText().includes('\n'))
    .map((node) => columnsOf(text.slice(lineStart(text, node.getStart())).split(/\r?\n/, 1)[0] ?? ''))
    .reduce((a, b) => Math.max(a, b), 0);
  return WIDTHS.find((width) => width >= longest) ?? Number.POSITIVE_INFINITY;
}

/** Columns that a text takes; a tab counts for two, as formatters have it by default. */
export const columnsOf = (text: string): number => text.replaceAll('\t', '  ').length;

function learnLayouts(text: string, nodes: readonly ts.Node[], width: number): Style['layouts'] {
  const seen = new Map<string, Set<'expanded' | 'fit'>>();
  for (const node of nodes) {
    const source = node.getText();
    const layout = source.includes('\n') ? 'expanded' : 'fit';
    if (layout === 'expanded' && !wouldFit(text, node, width)) continue;
    seen.set(roleOf(node), (seen.get(roleOf(node)) ?? new Set()).add(layout));
  }
  return new Map(
    [...seen].flatMap(([role, layouts]) =>
      layouts.size === 1 ? [...layouts].map((one) => [role, one] as const) : [],
    ),
  );
}

/** Whether an object that spans lines would go on one, so that its lines are the file's choice. */
function wouldFit(text: string, node: ts.Node, width: number): boolean {
  if (!isExpanded(node) || /[{[][^{[]*[{[]/s.test(node.getText())) return false;
  const before = text.slice(lineStart(text, node.getStart()), node.getStart());
  return columnsOf(before + node.getText().replace(/\s+/g, ' ')) <= width;
}

function learnEmptySection({ database }: Tree, maps: readonly ts.MappedTypeNode[]): string | undefined {
  if (maps.length > 0) return undefined;
  const sections = membersOf(database).flatMap((schema) => membersOf(schema.value));
  const empty = sections
    .map(({ value }) => value)
    .find((value) => !isHolder(value) || elementsOf(value).length === 0);
  return empty?.getText();
}
