// Writes generated nodes in the style of a file: on one line when they fit, else broken as formatters break them.

import { ts } from 'ts-morph';
import { unionMembers } from '../type-text.ts';
import { columnsOf, isExpanded, isPlainName, type Lines, roleOf, type Style } from './style.ts';
import { asMember, elementsOf, type Holder, isHolder, type Member, membersOf } from './tree.ts';

/** How to write, and what the database type is called on either side. */
export interface Hand {
  style: Style;
  names: { committed: string; generated: string };
}

type List = ts.TupleTypeNode | ts.ArrayLiteralExpression;
export type Bracketed = Holder | List;

const isList = (node: ts.Node): node is List => ts.isTupleTypeNode(node) || ts.isArrayLiteralExpression(node);

export const isBracketed = (node: ts.Node): node is Bracketed => isHolder(node) || isList(node);

export const partsOf = (node: Bracketed): ts.NodeArray<ts.Node> =>
  isHolder(node) ? elementsOf(node) : node.elements;

/** Where a text begins. */
export interface Place {
  /** White space that the lines of a broken object build on. */
  indent: string;
  /** White space before a closing bracket, where it is another. */
  close?: string;
  /** Columns taken before, and needed after, on the same line. */
  column: number;
  after: number;
}

/** A member without its separator: `name?: type`. */
export function printMember(hand: Hand, { node, value }: Member, place: Place): string {
  const name = nameAndColon(hand, node);
  const text = printValue(hand, value, { ...place, column: place.column + name.length + 1 });
  return /^\r?\n/.test(text) ? name + text : `${name} ${text}`;
}

/** A type or value. The text of a union that is broken starts with the end of the line before. */
export function printValue(hand: Hand, node: ts.Node, place: Place): string {
  const flat = flatText(hand, node);
  if (!mustBreak(hand.style, node) && fits(hand, flat, place)) return flat;
  return brokenText(hand, node, place);
}

const fits = ({ style }: Hand, text: string, { column, after }: Place): boolean =>
  column + columnsOf(text) + after <= style.width;

/** A line break that the style wants in a node is one for all that is around it. */
function mustBreak(style: Style, node: ts.Node): boolean {
  if (ts.isMappedTypeNode(node)) return style.layouts.get(roleOf(node)) !== 'fit';
  if (isBracketed(node) && partsOf(node).length > 0 && isExpandedIn(style, node)) return true;
  return ts.forEachChild(node, (child) => mustBreak(style, child) || undefined) ?? false;
}

/** Objects that the style leaves open are as the generator wrote them, as formatters have it. */
function isExpandedIn(style: Style, node: Bracketed): boolean {
  const role = roleOf(node);
  const layout = style.layouts.get(role) ?? style.layouts.get(role.replace(/^(Row|Insert|Update)\*$/, '$1'));
  return layout === undefined ? isHolder(node) && isExpanded(node) : layout === 'expanded';
}

function flatText(hand: Hand, node: ts.Node): string {
  const flat = (one: ts.Node): string => flatText(hand, one);
  const { padding } = hand.style.inline;
  if (isBracketed(node)) return flatSome(hand, node, partsOf(node));
  if (ts.isMappedTypeNode(node)) return `{${padding}${mapText(node)}${padding}}`;
  if (ts.isParenthesizedTypeNode(node)) return flat(node.type);
  if (ts.isUnionTypeNode(node)) return unionMembers(node).map(flat).join(' | ');
  if (ts.isIntersectionTypeNode(node)) return node.types.map((one) => operand(one, flat(one))).join(' & ');
  if (ts.isArrayTypeNode(node)) return `${operand(node.elementType, flat(node.elementType))}[]`;
  if (ts.isIndexedAccessTypeNode(node)) return `${flat(node.objectType)}[${flat(node.indexType)}]`;
  if (ts.isTypeReferenceNode(node)) {
    const args = (node.typeArguments ?? []).map(flat);
    return `${nameText(hand, node)}${args.length === 0 ? '' : `<${args.join(', ')}>`}`;
  }
  if (ts.isLiteralTypeNode(node)) return flat(node.literal);
  if (ts.isStringLiteralLike(node)) return quoted(hand.style, node.text);
  return node.getText().replace(/\s+/g, ' ');
}

/** Some of the members of an object, or of the elements of a list, in brackets. */
export function printSome(hand: Hand, like: Bracketed, some: readonly ts.Node[], place: Place): string {
  if (some.length === 0) return isHolder(like) ? '{}' : '[]';
  const flat = flatSome(hand, like, some);
  const breaks = isExpandedIn(hand.style, like) || some.some((one) => mustBreak(hand.style, one));
  return !breaks && fits(hand, flat, place) ? flat : brokenSome(hand, like, some, place);
}

function flatSome(hand: Hand, like: Bracketed, some: readonly ts.Node[]): string {
  if (!isHolder(like)) return `[${some.map((one) => flatText(hand, one)).join(', ')}]`;
  if (some.length === 0) return '{}';
  const { padding, ...style } = hand.style.inline;
  const { separator, last } = ts.isObjectLiteralExpression(like) ? { separator: ',', last: false } : style;
  const parts = some
    .flatMap(asMember)
    .map(({ node, value }) => `${nameAndColon(hand, node)} ${flatText(hand, value)}`);
  return `{${padding}${parts.join(`${separator} `)}${last ? separator : ''}${padding}}`;
}

function brokenSome(hand: Hand, like: Bracketed, some: readonly ts.Node[], place: Place): string {
  if (!isHolder(like)) {
    const elements = some.map((one) => (at: Place) => printValue(hand, one, at));
    return bracketed(hand, ['[', ']'], elements, place, { separator: ',', last: hand.style.lastComma });
  }
  const members = some.flatMap(asMember).map((member) => (at: Place) => printMember(hand, member, at));
  const lines = ts.isObjectLiteralExpression(like)
    ? ({ separator: ',', last: hand.style.lastComma } as const)
    : hand.style.lines;
  return members.length === 0 ? '{}' : bracketed(hand, ['{', '}'], members, place, lines);
}

/** Takes brackets round what would bind otherwise without them. */
const operand = (node: ts.Node, text: string): string => {
  if (ts.isParenthesizedTypeNode(node)) return operand(node.type, text);
  return ts.isUnionTypeNode(node) || ts.isIntersectionTypeNode(node) ? `(${text})` : text;
};

const nameText = ({ names }: Hand, node: ts.TypeReferenceNode): string => {
  const name = node.typeName.getText();
  return name === names.generated ? names.committed : name;
};

const mapText = (node: ts.MappedTypeNode): string =>
  node
    .getText()
    .replace(/^\{\s*|(?:[;,]|(?<!\s))\s*\}$/g, '')
    .replace(/\s+/g, ' ');

function brokenText(hand: Hand, node: ts.Node, place: Place): string {
  if (ts.isParenthesizedTypeNode(node)) return brokenText(hand, node.type, place);
  if (isBracketed(node)) return brokenSome(hand, node, partsOf(node), place);
  if (ts.isMappedTypeNode(node)) return brokenMap(hand, mapText(node), place);
  if (ts.isUnionTypeNode(node)) return brokenUnion(hand, node, place);
  if (ts.isIntersectionTypeNode(node)) {
    return node.types
      .map((one) => operand(one, isHolder(one) ? brokenText(hand, one, place) : flatText(hand, one)))
      .join(' & ');
  }
  if (ts.isArrayTypeNode(node)) return `${operand(node.elementType, arrayElement(hand, node, place))}[]`;
  if (ts.isTypeReferenceNode(node) && node.typeArguments) {
    const args = node.typeArguments.map((one) => (at: Place) => printValue(hand, one, at));
    return nameText(hand, node) + bracketed(hand, ['<', '>'], args, place, { separator: ',', last: false });
  }
  return flatText(hand, node);
}

/** A mapped type on lines of its own. It may end in a semicolon, never in a comma. */
export function brokenMap(hand: Hand, inner: string, place: Place): string {
  const { separator, last } = hand.style.lines;
  const lines: Lines = { separator: separator === ';' ? ';' : '', last };
  return bracketed(hand, ['{', '}'], [() => inner], place, lines);
}

const arrayElement = (hand: Hand, { elementType }: ts.ArrayTypeNode, place: Place): string =>
  isHolder(elementType) ? brokenText(hand, elementType, place) : flatText(hand, elementType);

/** Brackets with each part on a line of its own. */
export function bracketed(
  { style }: Hand,
  [open, close]: readonly [string, string],
  parts: readonly ((place: Place) => string)[],
  place: Place,
  { separator, last }: Lines,
): string {
  const indent = place.indent + style.indent;
  const lines = parts.map((part, index) => {
    const end = index < parts.length - 1 || last ? separator : '';
    return `${indent}${part({ indent, column: columnsOf(indent), after: end.length })}${end}`;
  });
  return [open, ...lines, `${place.close ?? place.indent}${close}`].join(style.eol);
}

/** An object beside `null` keeps its place; other unions have a line for each member, with bars. */
function brokenUnion(hand: Hand, node: ts.UnionTypeNode, place: Place): string {
  const members = unionMembers(node);
  const [object, ...others] = members.filter((one) => isHolder(one));
  const rest = members.filter((one) => one !== object);
  if (
    object !== undefined &&
    others.length === 0 &&
    rest.every((one) => /^(null|undefined)$/.test(one.getText()))
  ) {
    return members
      .map((one) => (one === object ? brokenText(hand, one, place) : flatText(hand, one)))
      .join(' | ');
  }
  return brokenParts(
    hand,
    members.map((one) => (at: Place) => printValue(hand, one, at)),
    place,
  );
}

/** Parts of a union that does not fit: one line further down when the file has it so, else a line each. */
export function brokenParts(
  { style }: Hand,
  parts: readonly ((place: Place) => string)[],
  place: Place,
): string {
  const indent = place.indent + style.indent;
  const inner = style.indent.includes('\t')
    ? { indent: `${indent}\t`, close: `${indent}  ` }
    : { indent: `${indent}  ` };
  const texts = parts.map((part) => part({ ...inner, column: columnsOf(indent) + 2, after: 0 }));
  const wrapped = indent + texts.join(' | ');
  const isShort = !wrapped.includes('\n') && columnsOf(wrapped) + place.after <= style.width;
  if (style.wrapsUnions && isShort) return style.eol + wrapped;
  return texts.map((text) => `${style.eol}${indent}| ${text}`).join('');
}

function nameAndColon({ style }: Hand, node: Member['node']): string {
  const optional = ts.isPropertySignature(node) && node.questionToken !== undefined ? '?' : '';
  return `${keyText(style, node)}${optional}:`;
}

function keyText(style: Style, { name, parent }: Member['node']): string {
  if (ts.isComputedPropertyName(name)) return name.getText();
  const isBare = style.quotedKeys === 'as-generated' ? !ts.isStringLiteral(name) : isPlainName(name.text);
  const siblings = style.quotedKeys === 'consistent' ? membersOf(parent) : [];
  if (isBare && siblings.every((member) => isPlainName(member.name))) return name.text;
  return quoted(style, name.text);
}

/** A string in the file's quotes, or in the others when it then needs fewer escapes. */
export function quoted({ quote }: Style, value: string): string {
  const count = (mark: string): number => value.split(mark).length;
  const other = quote === '"' ? "'" : '"';
  const mark = count(quote) > count(other) ? other : quote;
  const inner = JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll(mark, `\\${mark}`);
  return mark + inner + mark;
}
