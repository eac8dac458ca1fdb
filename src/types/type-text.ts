// Canonical text of a type: what two generators or formatters write differently comes out the same. What is not
// understood keeps its own text, so that it never equals something else.
// Numbers in comments are entries of the catalogue of equivalences (.github/docs/equivalences.md).

import { ts } from 'ts-morph';
import { byText } from '../match.ts';
import type { MemberFact, Members, TypeFact } from './model.ts';
import { membersText, typeText } from './model.ts';

export interface Property {
  name: string;
  type: ts.TypeNode;
  optional: boolean;
}

/** A type with `null` taken out of its union. `unknown` holds null already. */
export function typeFact(node: ts.TypeNode): TypeFact {
  const [only, ...others] = unionMembers(node).filter((member) => !isNull(member));
  const row = only && others.length === 0 ? rowOf(only) : undefined;
  return { ...textFact(node), ...(row && { row }) };
}

/** The same without the row, for a type inside of another one: each level would else be read twice as often as the one around it. */
function textFact(node: ts.TypeNode): TypeFact {
  const members = unionMembers(node);
  const rest = members.filter((member) => !isNull(member));
  if (rest.length === 0) return { text: 'null', nullable: false };
  const text = joined(rest);
  const nullable = rest.length < members.length && text !== 'unknown' && text !== 'any';
  return { text, nullable };
}

/** The columns of a type that is a row, or a list of rows. */
function rowOf(node: ts.TypeNode): Members | undefined {
  const row = ts.isArrayTypeNode(node) ? node.elementType : node;
  const properties = ts.isTypeLiteralNode(row) ? plainProperties(row) : undefined;
  return properties && memberFacts(properties);
}

/** The properties of an object type, in the order of their names, so that order is no fact (A1). */
export function memberFacts(
  properties: readonly Property[],
  factOf: (type: ts.TypeNode) => TypeFact = typeFact,
): Map<string, MemberFact> {
  const facts = properties.map(({ name, type, optional }): [string, MemberFact] => [
    name,
    { type: factOf(type), optional },
  ]);
  return new Map(facts.sort(([a], [b]) => byText(a, b)));
}

/** The plain properties of an object type; undefined when it has a member of another kind, or one twice. */
export function plainProperties(node: ts.TypeLiteralNode | ts.InterfaceDeclaration): Property[] | undefined {
  const properties = node.members.flatMap((member) =>
    ts.isPropertySignature(member) && member.type
      ? [{ name: propertyName(member.name), type: member.type, optional: member.questionToken !== undefined }]
      : [],
  );
  const names = new Set(properties.map(({ name }) => name));
  return names.size === node.members.length ? properties : undefined;
}

/** The properties of an object type, or of the object under a property of it; none when it is something else. */
export function propertiesAt(
  node: ts.TypeNode | ts.InterfaceDeclaration | undefined,
  name?: string,
): Property[] {
  if (node === undefined) return [];
  const isObject = ts.isTypeLiteralNode(node) || ts.isInterfaceDeclaration(node);
  const properties = isObject ? (plainProperties(node) ?? []) : [];
  if (name === undefined) return properties;
  return propertiesAt(properties.find((property) => property.name === name)?.type);
}

export function propertyName(name: ts.PropertyName): string {
  if (!ts.isComputedPropertyName(name)) return name.text;
  return ts.isStringLiteralLike(name.expression) ? name.expression.text : name.getText();
}

/** `A | (B | C)` as three. A parenthesis says nothing. */
export function unionMembers(node: ts.TypeNode): ts.TypeNode[] {
  if (ts.isParenthesizedTypeNode(node)) return unionMembers(node.type);
  if (ts.isUnionTypeNode(node)) return node.types.flatMap(unionMembers);
  return [node];
}

/** `{ [_ in never]: never }`, `Record<string, never>`, `Record<PropertyKey, never>`: an object without members (A3.4, A3.21). */
export function isEmptyMap(node: ts.TypeNode): boolean {
  if (ts.isMappedTypeNode(node)) {
    return node.typeParameter.constraint?.kind === ts.SyntaxKind.NeverKeyword;
  }
  if (!ts.isTypeReferenceNode(node) || node.typeName.getText() !== 'Record') return false;
  const [key, value] = node.typeArguments ?? [];
  return (
    /^(string|PropertyKey|never)$/.test(key?.getText() ?? '') && value?.kind === ts.SyntaxKind.NeverKeyword
  );
}

const isNull = (node: ts.TypeNode): boolean =>
  ts.isLiteralTypeNode(node) && node.literal.kind === ts.SyntaxKind.NullKeyword;

function joined(members: readonly ts.TypeNode[]): string {
  const texts = [...new Set(members.map(canonical))].sort(byText);
  // A list of labels without its parentheses: `"a" | "b"[]` for `("a" | "b")[]` (A3.29).
  const lists = texts.filter((text) => LABELS.test(text));
  const [list] = lists;
  const isLabels = lists.length === 1 && texts.every((text) => text === list || LABEL.test(text));
  if (list === undefined || !isLabels || texts.length < 2) return texts.join(' | ');
  const labels = texts.map((text) => (text === list ? text.slice(0, -2) : text)).sort(byText);
  return `(${labels.join(' | ')})[]`;
}

const LABEL = /^"(?:[^"\\]|\\.)*"$/;
const LABELS = /^"(?:[^"\\]|\\.)*"\[\]$/;

function canonical(node: ts.TypeNode): string {
  if (ts.isParenthesizedTypeNode(node)) return canonical(node.type);
  if (ts.isUnionTypeNode(node)) return joined(unionMembers(node));
  if (ts.isIntersectionTypeNode(node)) return intersection(node.types.map(canonical));
  if (ts.isArrayTypeNode(node)) return arrayOf(node.elementType);
  if (ts.isTupleTypeNode(node)) return `[${node.elements.map(canonical).join(', ')}]`;
  if (isEmptyMap(node)) return '{}';
  if (ts.isTypeLiteralNode(node)) {
    const properties = plainProperties(node);
    return properties ? membersText(memberFacts(properties, textFact)) : ownText(node);
  }
  if (ts.isIndexedAccessTypeNode(node)) return databasePath(node);
  if (ts.isLiteralTypeNode(node)) return literalText(node.literal);
  if (ts.isTypeReferenceNode(node)) return reference(node);
  return ownText(node);
}

const MARK = '{ error: true }';

/** A mark on an overload says the same where the generator made it a list, as the result would be (A3.14). */
function intersection(members: readonly string[]): string {
  const texts = members.includes(MARK) ? members.map((text) => text.replace(/\[\]$/, '')) : members;
  return [...texts].sort(byText).join(' & ');
}

/** The text as written, on one line. */
const ownText = (node: ts.Node): string => node.getText().replace(/\s+/g, ' ');

function arrayOf(element: ts.TypeNode): string {
  const [only, ...others] = unionMembers(element);
  const text = typeText(textFact(element));
  const compound = others.length > 0 || (only !== undefined && ts.isIntersectionTypeNode(only));
  if (text.includes(MARK)) return text;
  return compound && text !== 'unknown' ? `(${text})[]` : `${text}[]`;
}

const CONFLICT = 'Could not choose the best candidate function between: ';

function literalText(literal: ts.LiteralTypeNode['literal']): string {
  if (!ts.isStringLiteralLike(literal)) return literal.getText();
  // The candidates are listed by type oid, which is chance (A1.7).
  const [, candidates, rest] = new RegExp(`^${CONFLICT}(.*?)(\\. Try .*)$`, 's').exec(literal.text) ?? [];
  if (candidates === undefined) return JSON.stringify(literal.text);
  const sorted = candidates.split(/, (?=[^,()]*\()/).sort(byText);
  return JSON.stringify(`${CONFLICT}${sorted.join(', ')}${rest}`);
}

/** `Database["public"]["Enums"]["x"]`, whatever the database is called in the file. */
function databasePath({ objectType, indexType }: ts.IndexedAccessTypeNode): string {
  const object = ts.isIndexedAccessTypeNode(objectType) ? databasePath(objectType) : 'Database';
  return `${object}[${canonical(indexType)}]`;
}

function reference(node: ts.TypeReferenceNode): string {
  const name = node.typeName.getText();
  const args = node.typeArguments ?? ts.factory.createNodeArray<ts.TypeNode>();
  const [first, second] = args;
  if (name === 'Array' && first) return arrayOf(first);
  // `Omit<Row, ComputedFields>` is the row that older generators wrote plainly (A3.7).
  if (name === 'Omit' && first && second && /\["ComputedFields"\]$/.test(canonical(second)))
    return canonical(first);
  return args.length === 0 ? name : `${name}<${args.map((arg) => typeText(textFact(arg))).join(', ')}>`;
}
