// Writes generated nodes in the style of a file: on one line when they fit, else broken as formatters break them.

import { ts } from 'ts-morph';
import { unionMembers } from '../type-text.ts';
import { choice, type Doc, group, laidOut, type Place } from './layout.ts';
import { isExpanded, isPlainName, type Lines, roleOf, type Style } from './style.ts';
import { asMember, type Bracketed, isBracketed, isHolder, type Member, membersOf, partsOf } from './tree.ts';

/** How to write, and what the database type is called on either side. */
export interface Hand {
  style: Style;
  names: { committed: string; generated: string };
}

/** A member without its separator: `name?: type`. */
export const printMember = (hand: Hand, member: Member, place: Place): string =>
  laidOut(memberDoc(hand, member), hand.style, place);

/** A type or value with the white space before it: one blank unless it is said otherwise, or the line breaks there. */
export const printValue = (hand: Hand, node: ts.Node, place: Place, lead = ' '): string =>
  laidOut(valueDoc(hand, node, lead), hand.style, place);

/** Some of the members of an object, or of the elements of a list, in brackets. */
export const printSome = (hand: Hand, like: Bracketed, some: readonly ts.Node[], place: Place): string =>
  laidOut([' ', someDoc(hand, like, some)], hand.style, place);

function memberDoc(hand: Hand, { node, value }: Member): Doc {
  const optional = ts.isPropertySignature(node) && node.questionToken !== undefined ? '?' : '';
  return [`${keyText(hand.style, node)}${optional}:`, valueDoc(hand, value, ' ')];
}

function valueDoc(hand: Hand, node: ts.Node, lead: string): Doc {
  const members = ts.isTypeNode(node) ? unionMembers(node) : [];
  const others = members.filter((one) => !/^(null|undefined)$/.test(one.getText()));
  // An object beside `null` keeps its place.
  const isHugged = others.length === 1 && others.every((one) => isHolder(one));
  if (members.length < 2 || isHugged) return [lead, nodeDoc(hand, node)];
  return unionDoc(
    hand.style,
    members.map((one) => nodeDoc(hand, one)),
    lead,
  );
}

/** A union that does not fit: one line further down when the file has it so, else a line for each member, with bars. */
export function unionDoc(style: Style, members: readonly Doc[], lead: string): Doc {
  const rest = members.flatMap((one, index): Doc[] => [
    index === 0 ? '' : choice(' | ', '\n| '),
    { indented: one, by: '  ' },
  ]);
  const union = style.wrapsUnions
    ? [choice(lead, '\n'), group([choice('', '| '), ...rest])]
    : [choice(lead, '\n| '), ...rest];
  return group({ indented: union, by: style.indent });
}

function nodeDoc(hand: Hand, node: ts.Node): Doc {
  const doc = (one: ts.Node): Doc => nodeDoc(hand, one);
  if (isBracketed(node)) return someDoc(hand, node, partsOf(node));
  if (ts.isMappedTypeNode(node)) return mapDoc(hand.style, mapText(node));
  if (ts.isParenthesizedTypeNode(node)) return doc(node.type);
  if (ts.isUnionTypeNode(node)) return joined(unionMembers(node).map(doc), ' | ');
  if (ts.isIntersectionTypeNode(node))
    return joined(
      node.types.map((one) => operand(one, doc(one))),
      ' & ',
    );
  if (ts.isArrayTypeNode(node)) return [operand(node.elementType, doc(node.elementType)), '[]'];
  if (ts.isIndexedAccessTypeNode(node)) return [doc(node.objectType), '[', doc(node.indexType), ']'];
  if (ts.isTypeReferenceNode(node)) {
    const own = node.typeName.getText();
    const name = own === hand.names.generated ? hand.names.committed : own;
    const args = node.typeArguments?.map((one) => valueDoc(hand, one, ''));
    return args ? [name, bracketsDoc(hand.style, '<>', args, listed(false))] : name;
  }
  if (ts.isLiteralTypeNode(node)) return doc(node.literal);
  if (ts.isStringLiteralLike(node)) return quoted(hand.style, node.text);
  return node.getText().replace(/\s+/g, ' ');
}

const joined = (docs: readonly Doc[], mark: string): Doc =>
  docs.flatMap((one, index) => (index === 0 ? [one] : [mark, one]));

/** Takes brackets round what would bind otherwise without them. */
function operand(node: ts.Node, doc: Doc): Doc {
  if (ts.isParenthesizedTypeNode(node)) return operand(node.type, doc);
  return ts.isUnionTypeNode(node) || ts.isIntersectionTypeNode(node) ? ['(', doc, ')'] : doc;
}

/** How parts in brackets are separated, on lines of their own and on one. */
interface Marks {
  lines: Lines;
  inline: Lines & { padding: string };
}

/** Commas, after the last line too if the file has it so. */
export const listed = (last: boolean, padding = ''): Marks => ({
  lines: { separator: ',', last },
  inline: { separator: ',', last: false, padding },
});

function someDoc(hand: Hand, like: Bracketed, some: readonly ts.Node[]): Doc {
  const { style } = hand;
  const breaks = isExpandedIn(style, like);
  const commas = listed(style.lastComma, isHolder(like) ? style.inline.padding : '');
  if (!isHolder(like))
    return bracketsDoc(
      style,
      '[]',
      some.map((one) => valueDoc(hand, one, '')),
      commas,
      breaks,
    );
  const members = some.flatMap(asMember).map((member) => memberDoc(hand, member));
  return bracketsDoc(style, '{}', members, ts.isObjectLiteralExpression(like) ? commas : style, breaks);
}

/** Objects that the style leaves open are as the generator wrote them, as formatters have it. */
function isExpandedIn(style: Style, node: Bracketed): boolean {
  const role = roleOf(node);
  const layout = style.layouts.get(role) ?? style.layouts.get(role.replace(/^(Row|Insert|Update)\*$/, '$1'));
  return layout === undefined ? isHolder(node) && isExpanded(node) : layout === 'expanded';
}

/** Parts in a pair of brackets. */
export function bracketsDoc(
  style: Style,
  [open = '', close = '']: string,
  parts: readonly Doc[],
  { lines, inline }: Marks,
  breaks = false,
): Doc {
  if (parts.length === 0) return open + close;
  const mark = choice(`${inline.separator} `, `${lines.separator}\n`);
  const inner = parts.flatMap((part, index) => (index === 0 ? [part] : [mark, part]));
  const end = choice(
    (inline.last ? inline.separator : '') + inline.padding,
    `${lines.last ? lines.separator : ''}\n`,
  );
  return group(
    [open, { indented: [choice(inline.padding, '\n'), ...inner], by: style.indent }, end, close],
    breaks,
  );
}

/** A mapped type may end in a semicolon, never in a comma. */
export function mapDoc(style: Style, inner = '[_ in never]: never'): Doc {
  const separator = style.lines.separator === ';' ? ';' : '';
  const marks: Marks = {
    lines: { separator, last: style.lines.last },
    inline: { ...style.inline, last: false },
  };
  return bracketsDoc(style, '{}', [inner], marks, style.layouts.get('empty') !== 'fit');
}

const mapText = (node: ts.MappedTypeNode): string =>
  node
    .getText()
    .replace(/^\{\s*|(?:[;,]|(?<!\s))\s*\}$/g, '')
    .replace(/\s+/g, ' ');

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
