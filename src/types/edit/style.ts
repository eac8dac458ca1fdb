// How a types file is written, learnt from the file itself, so that what is inserted looks as if it had always been there.

import { ts } from 'ts-morph';
import { largest } from '../../match.ts';
import { propertyName } from '../type-text.ts';
import type { Holder, Tree } from './tree.ts';
import { elementsOf, indentAt, isHolder, lineStart, membersOf } from './tree.ts';

type Separator = '' | ';' | ',';

/** What stands between the items of a list, and whether after the last one, too. */
export interface Lines {
  separator: Separator;
  last: boolean;
}

type Breaking = 'expanded' | 'fit';

export interface Style {
  /** The generator's own text, which no formatter has touched: what is inserted is copied as generated. */
  raw: boolean;
  eol: string;
  quote: string;
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
  layouts: ReadonlyMap<string, Breaking>;
  /** What stands for an empty section when it is not the generator's mapped type. */
  emptySection: string | undefined;
}

const FIXED =
  /^(Tables|Views|Functions|Enums|CompositeTypes|Row|Insert|Update|Relationships|Args|Returns|SetofOptions)$/;

/** What an object or list is in the file: `Row`, `Args`, or `Tables*` for each member of `Tables`. */
export function roleOf(node: ts.Node): string {
  if (ts.isObjectLiteralExpression(node)) return 'Constants';
  if (ts.isArrayLiteralExpression(node)) return 'Constants[]';
  if (ts.isMappedTypeNode(node)) return 'empty';
  const owner = ownerOf(node);
  if (owner === undefined) return 'Database';
  if (ts.isTupleTypeNode(node.parent)) return `${owner.name}*`;
  if (FIXED.test(owner.name)) return owner.name;
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
  const first = isHolder(node) ? elementsOf(node)[0] : undefined;
  if (first === undefined || !isHolder(node)) return node.getText().includes('\n');
  return node.getSourceFile().text.slice(elementsOf(node).pos, first.getStart()).includes('\n');
};

/** The nodes that tell how a file is written. */
interface Seen {
  text: string;
  nodes: readonly ts.Node[];
  /** Objects that hold something, and those of them that are types. */
  objects: readonly Holder[];
  types: readonly Holder[];
  /** Lists that hold something. */
  lists: readonly (ts.TupleTypeNode | ts.ArrayLiteralExpression)[];
  unions: readonly ts.UnionTypeNode[];
}

export function learnStyle(tree: Tree): Style {
  const seen = survey(tree);
  const { text, nodes, objects, lists, unions } = seen;
  const width = learnWidth(seen);
  const rows = objects.filter((one) => roleOf(one) === 'Row');
  return {
    raw: objects.some(sharesLines) && rows.every((row) => namesOf(row).every(ts.isStringLiteral)),
    eol: most(text.match(/\r?\n/g) ?? [], '\n'),
    quote: most(
      nodes.filter(ts.isStringLiteral).map((node) => node.getText().slice(0, 1)),
      '"',
    ),
    quotedKeys: learnQuotedKeys(objects),
    indent: most(objects.flatMap(indentStep), '  '),
    width,
    ...learnSeparators(seen),
    lastComma: most(
      lists.filter(isBroken).map(({ elements }) => elements.hasTrailingComma === true),
      true,
    ),
    wrapsUnions: unions.some(isWrapped),
    layouts: learnLayouts(seen, width),
    emptySection: learnEmptySection(tree, nodes),
  };
}

function survey({ text, database, constants }: Tree): Seen {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  for (const root of [database, constants]) if (root) visit(root);
  const objects = nodes.filter(isHolder).filter((holder) => elementsOf(holder).length > 0);
  const isList = (node: ts.Node): node is Seen['lists'][number] =>
    ts.isTupleTypeNode(node) || ts.isArrayLiteralExpression(node);
  return {
    text,
    nodes,
    objects,
    types: objects.filter((holder) => !ts.isObjectLiteralExpression(holder)),
    lists: nodes.filter(isList).filter(({ elements }) => elements.length > 0),
    unions: nodes.filter(ts.isUnionTypeNode),
  };
}

/** The value that occurs most; the earlier of two that occur as often. */
function most<T>(values: readonly T[], fallback: T): T {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const best = Math.max(...counts.values());
  return [...counts].find(([, count]) => count === best)?.[0] ?? fallback;
}

const isBroken = (node: ts.Node): boolean => node.getText().includes('\n');

/** Members in one line of an object that spans several: no formatter does that. */
function sharesLines(holder: Holder): boolean {
  const [first, second] = elementsOf(holder);
  if (first === undefined || second === undefined || !isExpanded(holder)) return false;
  return !holder.getSourceFile().text.slice(first.end, second.getStart()).includes('\n');
}

function indentStep(holder: Holder): string[] {
  const { text } = holder.getSourceFile();
  const first = elementsOf(holder)[0];
  if (first === undefined || !isExpanded(holder)) return [];
  const [outer, inner] = [indentAt(text, holder.getStart()), indentAt(text, first.getStart())];
  return inner.startsWith(outer) && inner !== outer ? [inner.slice(outer.length)] : [];
}

const namesOf = (holder: Holder): ts.PropertyName[] => membersOf(holder).map(({ node }) => node.name);

/** A name that may stand without quotes. */
export const isPlainName = (name: string): boolean => /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name);

/** Judged by the columns, for the names of sections and shapes are never quoted. */
function learnQuotedKeys(objects: readonly Holder[]): Style['quotedKeys'] {
  const isQuoted = (holder: Holder): boolean =>
    namesOf(holder).some((name) => ts.isStringLiteral(name) && isPlainName(name.text));
  const hasOdd = (holder: Holder): boolean => membersOf(holder).some(({ name }) => !isPlainName(name));
  const plain = objects.filter((holder) => /^(Row|Insert|Update)$/.test(roleOf(holder)) && !hasOdd(holder));
  if (most(plain.map(isQuoted), false)) return 'as-generated';
  return most(objects.filter(hasOdd).map(isQuoted), false) ? 'consistent' : 'as-needed';
}

const separatorOf = (element: ts.Node): Separator => {
  const last = element.getText().at(-1);
  return last === ';' || last === ',' ? last : '';
};

function learnSeparators({ types }: Seen): Pick<Style, 'lines' | 'inline'> {
  const marksOf = (holders: readonly Holder[]): Separator[][] =>
    holders.map((one) => elementsOf(one).map(separatorOf));
  const flat = types.filter((one) => !isExpanded(one));
  const [broken, inline] = [marksOf(types.filter(isExpanded)), marksOf(flat)];
  const between = (all: readonly Separator[][]): Separator[] => all.flatMap((marks) => marks.slice(0, -1));
  const endsIn = (all: readonly Separator[][]): boolean[] => all.map((marks) => marks.at(-1) !== '');
  const separator = most(between(broken), broken[0]?.[0] ?? '');
  return {
    lines: { separator, last: most(endsIn(broken), separator !== '') },
    inline: {
      separator: most(
        between(inline).filter((mark) => mark !== ''),
        ';',
      ),
      last: most(endsIn(inline), false),
      padding: most(
        flat.map((one) => (/^\{\S/.test(one.getText()) ? '' : ' ')),
        ' ',
      ),
    },
  };
}

/** A union that starts on a line of its own, without a bar. */
function isWrapped(union: ts.UnionTypeNode): boolean {
  const { text } = union.getSourceFile();
  return text.slice(union.pos, union.getStart()).includes('\n') && text[union.getStart()] !== '|';
}

const WIDTHS = [80, 90, 100, 110, 120, 140, 160, 200];

/** The narrowest usual width that has room for every object, list and union that stands on one line. */
function learnWidth({ text, objects, lists, unions }: Seen): number {
  const lengths = [...objects, ...lists, ...unions]
    .filter((node) => !isBroken(node))
    .map((node) => {
      const start = lineStart(text, node.getStart());
      const end = text.indexOf('\n', start);
      return columnsOf(text.slice(start, end === -1 ? undefined : end).trimEnd());
    });
  const longest = largest(0, lengths);
  return WIDTHS.find((width) => width >= longest) ?? Number.POSITIVE_INFINITY;
}

/** Columns that a text takes; a tab counts for two, as formatters have it by default. */
export const columnsOf = (text: string): number => text.replaceAll('\t', '  ').length;

/** Of each role how all its objects are laid out that had a choice. */
function learnLayouts({ text, nodes, objects, lists }: Seen, width: number): Style['layouts'] {
  const seen = new Map<string, Breaking | undefined>();
  for (const node of [...objects, ...lists, ...nodes.filter(ts.isMappedTypeNode)]) {
    const layout = isBroken(node) ? 'expanded' : 'fit';
    if (layout === 'expanded' && !wouldFit(text, node, width)) continue;
    const role = roleOf(node);
    seen.set(role, !seen.has(role) || seen.get(role) === layout ? layout : undefined);
  }
  return new Map([...seen].flatMap(([role, layout]) => (layout ? [[role, layout] as const] : [])));
}

/** Whether an object that spans lines would go on one, so that its lines are the file's choice. */
function wouldFit(text: string, node: ts.Node, width: number): boolean {
  if (!isExpanded(node) || /[{[][^{[]*[{[]/s.test(node.getText())) return false;
  const before = text.slice(lineStart(text, node.getStart()), node.getStart());
  return columnsOf(before + node.getText().replace(/\s+/g, ' ')) <= width;
}

function learnEmptySection({ database }: Tree, nodes: readonly ts.Node[]): string | undefined {
  if (nodes.some(ts.isMappedTypeNode)) return undefined;
  const sections = membersOf(database).flatMap((schema) => membersOf(schema.value));
  return sections.find(({ value }) => !isHolder(value) || elementsOf(value).length === 0)?.value.getText();
}
