// Finds the facts of a types file in TypeScript's nodes, and makes edits of their ranges. Of the code under test it
// uses nothing: what a mutation is and what it must be called are known from the text alone.

import { ts } from 'ts-morph';

export interface Edit {
  start: number;
  end: number;
  text: string;
}

export interface Property {
  name: string;
  node: ts.PropertySignature;
  type: ts.TypeNode;
}

type Holder = ts.TypeNode | ts.InterfaceDeclaration;

/** The members of an object type; none when it is something else, such as an empty map. */
export function propertiesOf(holder: Holder | undefined): Property[] {
  if (holder === undefined || !(ts.isTypeLiteralNode(holder) || ts.isInterfaceDeclaration(holder))) return [];
  return holder.members.flatMap((node) =>
    ts.isPropertySignature(node) && node.type ? [{ name: nameIn(node.name), node, type: node.type }] : [],
  );
}

export const propertyOf = (holder: Holder | undefined, name: string): Property | undefined =>
  propertiesOf(holder).find((property) => property.name === name);

const nameIn = (name: ts.PropertyName): string => (ts.isComputedPropertyName(name) ? '' : name.text);

/** The members of a union, without parentheses. */
export function alternativesOf(type: ts.TypeNode): ts.TypeNode[] {
  if (ts.isParenthesizedTypeNode(type)) return alternativesOf(type.type);
  return ts.isUnionTypeNode(type) ? type.types.flatMap(alternativesOf) : [type];
}

const isNull = (type: ts.TypeNode): boolean =>
  ts.isLiteralTypeNode(type) && type.literal.kind === ts.SyntaxKind.NullKeyword;

export const isNullable = (type: ts.TypeNode): boolean => alternativesOf(type).some(isNull);

/** The text of a type without its null. */
export const withoutNull = (type: ts.TypeNode): string =>
  alternativesOf(type)
    .filter((one) => !isNull(one))
    .map((one) => one.getText())
    .join(' | ');

export const isList = (type: ts.TypeNode): boolean => ts.isArrayTypeNode(plain(type));

/** What a list is a list of; the type itself when it is none. */
export function elementOf(type: ts.TypeNode): ts.TypeNode {
  const list = plain(type);
  return plain(ts.isArrayTypeNode(list) ? list.elementType : list);
}

const plain = (type: ts.TypeNode): ts.TypeNode =>
  ts.isParenthesizedTypeNode(type) ? plain(type.type) : type;

/** The text of a string literal type. */
export const literalIn = (type: ts.TypeNode | undefined): string | undefined =>
  type && ts.isLiteralTypeNode(type) && ts.isStringLiteralLike(type.literal) ? type.literal.text : undefined;

/** The declaration whose members hold tables: the generated `Database`, whatever it is called. */
export function databaseIn(text: string): Property[] {
  const source = ts.createSourceFile('types.ts', text, ts.ScriptTarget.Latest, true);
  const declared = source.statements.flatMap((statement) => {
    if (ts.isInterfaceDeclaration(statement)) return [propertiesOf(statement)];
    return ts.isTypeAliasDeclaration(statement) ? [propertiesOf(statement.type)] : [];
  });
  const isSchema = ({ type }: Property): boolean => propertyOf(type, 'Tables') !== undefined;
  return declared.find((properties) => properties.some(isSchema))?.filter(isSchema) ?? [];
}

export const cut = ({ node }: Property): Edit => ({ start: node.getFullStart(), end: node.end, text: '' });

export const replace = (node: ts.Node, text: string): Edit => ({
  start: node.getStart(),
  end: node.end,
  text,
});

export const rename = ({ node }: Property, name: string): Edit => replace(node.name, JSON.stringify(name));

/** Takes the `?` away, or sets it. */
export const toggleOptional = ({ node: { name, questionToken } }: Property): Edit => ({
  start: name.end,
  end: questionToken?.end ?? name.end,
  text: questionToken ? '' : '?',
});

/** Adds a member at the end of an object type, which may be an empty map. */
export function addMember(type: ts.TypeNode, member: string): Edit {
  const last = propertiesOf(type).at(-1);
  return last ? addAfter(last, member) : replace(type, `{ ${member} }`);
}

export function addAfter({ node }: Property, member: string): Edit {
  const separator = /[;,]$/.test(node.getText()) ? '' : ';';
  return { start: node.end, end: node.end, text: `${separator} ${member};` };
}

/** Adds an alternative to a union. */
export const append = (node: ts.Node, text: string): Edit => ({ start: node.end, end: node.end, text });

export function applied(text: string, edits: readonly Edit[]): string {
  const fromTheEnd = [...edits].sort((a, b) => b.start - a.start);
  return fromTheEnd.reduce(
    (result, { start, end, text: inserted }) => result.slice(0, start) + inserted + result.slice(end),
    text,
  );
}
