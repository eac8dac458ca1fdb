// Canonical text of a type: what two generators or formatters write differently comes out the same.
// Numbers in comments are entries of the catalogue of equivalences (.github/EQUIVALENCES.md).

import { ts } from 'ts-morph';
import { byText } from '../match.ts';
import type { MemberFact, TypeFact } from './model.ts';
import { membersText, typeText } from './model.ts';

/** A type with `null` taken out of its union. */
export function typeFact(node: ts.TypeNode): TypeFact {
  const members = unionMembers(node);
  const rest = members.filter((member) => !isNull(member));
  if (rest.length === 0) return { text: 'null', nullable: false };
  return { text: joined(rest), nullable: rest.length < members.length };
}

/** The members of an object type, in the order of their names, so that order is no fact (A1). */
export function memberFacts(node: ts.TypeLiteralNode | ts.InterfaceDeclaration): Map<string, MemberFact> {
  const facts: [string, MemberFact][] = [];
  for (const member of node.members) {
    if (!ts.isPropertySignature(member) || member.type === undefined) continue;
    const type = typeFact(member.type);
    facts.push([propertyName(member.name), { type, optional: member.questionToken !== undefined }]);
  }
  return new Map(facts.sort(([a], [b]) => byText(a, b)));
}

export function propertyName(name: ts.PropertyName): string {
  if (ts.isComputedPropertyName(name)) return name.expression.getText();
  return name.text;
}

/** `A | (B | C)` as three. A parenthesis says nothing. */
export function unionMembers(node: ts.TypeNode): ts.TypeNode[] {
  if (ts.isParenthesizedTypeNode(node)) return unionMembers(node.type);
  if (ts.isUnionTypeNode(node)) return node.types.flatMap(unionMembers);
  return [node];
}

const isNull = (node: ts.TypeNode): boolean =>
  ts.isLiteralTypeNode(node) && node.literal.kind === ts.SyntaxKind.NullKeyword;

const joined = (members: readonly ts.TypeNode[]): string =>
  [...new Set(members.map(canonical))].sort(byText).join(' | ');

function canonical(node: ts.TypeNode): string {
  if (ts.isParenthesizedTypeNode(node)) return canonical(node.type);
  if (ts.isUnionTypeNode(node)) return joined(unionMembers(node));
  if (ts.isIntersectionTypeNode(node)) return node.types.map(canonical).sort(byText).join(' & ');
  if (ts.isArrayTypeNode(node)) return arrayOf(node.elementType);
  if (ts.isTupleTypeNode(node)) return `[${node.elements.map(canonical).join(', ')}]`;
  if (ts.isTypeLiteralNode(node)) return membersText(memberFacts(node));
  // `{ [_ in never]: never }` is the generator's empty object (A3.21).
  if (ts.isMappedTypeNode(node)) return '{}';
  if (ts.isIndexedAccessTypeNode(node)) return databasePath(node);
  if (ts.isLiteralTypeNode(node)) return literalText(node.literal);
  if (ts.isTypeReferenceNode(node)) return reference(node);
  return node.getText();
}

function arrayOf(element: ts.TypeNode): string {
  const [only, ...others] = unionMembers(element);
  const text = typeText(typeFact(element));
  const compound = others.length > 0 || (only !== undefined && ts.isIntersectionTypeNode(only));
  return compound ? `(${text})[]` : `${text}[]`;
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
  // `Record<string, never>` and `Record<PropertyKey, never>` are empty objects too (A3.4, A3.21).
  if (name === 'Record' && second?.kind === ts.SyntaxKind.NeverKeyword) return '{}';
  // `Omit<Row, ComputedFields>` is the row that older generators wrote plainly (A3.7).
  if (name === 'Omit' && first && second && /\["ComputedFields"\]$/.test(canonical(second)))
    return canonical(first);
  return args.length === 0 ? name : `${name}<${args.map((arg) => typeText(typeFact(arg))).join(', ')}>`;
}
