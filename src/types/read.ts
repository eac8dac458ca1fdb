// The Database type and `Constants` of a parsed file as facts. Total: every member is read, or refused with its line. A member that
// was passed over would be a table that nobody looks at.

import { ts } from 'ts-morph';
import { UsageError } from '../errors.ts';
import { SECTIONS, type Section } from '../findings/kinds.ts';
import { byText } from '../match.ts';
import type { Generator, Members, Overload, Relation, Relationship, SchemaTypes, Shape } from './model.ts';
import { SHAPES } from './model.ts';
import {
  isEmptyMap,
  memberFacts,
  type Property,
  plainProperties,
  propertyName,
  typeFact,
  unionMembers,
} from './type-text.ts';

/** An object type, however it is declared. */
export type ObjectNode = ts.TypeLiteralNode | ts.InterfaceDeclaration;

/** What generators write beside the schemas (A3.2). */
const INTERNAL = /^__internal_?supabase$/i;

/** Whether a member of a type is a schema: an object with at least one of the sections. */
export function isSchema(member: ts.TypeElement): boolean {
  if (!ts.isPropertySignature(member) || !member.type || INTERNAL.test(propertyName(member.name)))
    return false;
  const names = ts.isTypeLiteralNode(member.type) ? (plainProperties(member.type) ?? []) : [];
  return names.some(({ name }) => SECTIONS.some((section) => section === name));
}

/** Labels of enums by schema and enum. */
export type Constants = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

export function readDatabase(
  database: ObjectNode,
  generator: Generator,
  constants: Constants,
): Map<string, SchemaTypes> {
  const schemas = propertiesOf(database).filter(({ name }) => !INTERNAL.test(name));
  return new Map(
    schemas.map(({ name, type }) => {
      const labels = constants.get(name);
      return [name, { generator, ...(labels && { constants: labels }), ...readSchema(type) }];
    }),
  );
}

function readSchema(schema: ts.TypeNode): Omit<SchemaTypes, 'generator'> {
  const sections = named(schema, SECTIONS);
  const entries = <T>(section: Section, read: (type: ts.TypeNode) => T): [string, T][] =>
    objectOf(sections.get(section)).map(({ name, type }) => [name, read(type)]);
  return {
    relations: new Map([
      ...entries('Tables', (type) => readRelation('table', type)),
      ...entries('Views', (type) => readRelation('view', type)),
    ]),
    functions: new Map(entries('Functions', readOverloads)),
    enums: new Map(entries('Enums', readLabels)),
    compositeTypes: new Map(entries('CompositeTypes', (type) => memberFacts(objectOf(type)))),
  };
}

const PARTS = [...SHAPES, 'Relationships', 'ComputedFields'] as const;

function readRelation(kind: Relation['kind'], relation: ts.TypeNode): Relation {
  const parts = named(relation, PARTS);
  const shapes: Partial<Record<Shape, Members>> = {};
  for (const shape of SHAPES) {
    const type = parts.get(shape);
    if (type) shapes[shape] = memberFacts(objectOf(type));
  }
  const relationships = parts.get('Relationships');
  const computed = parts.get('ComputedFields');
  return {
    kind,
    shapes,
    ...(relationships && { relationships: readRelationships(relationships) }),
    ...(computed && { computedFields: readLabels(computed) }),
  };
}

const RELATIONSHIP = [
  'foreignKeyName',
  'columns',
  'isOneToOne',
  'referencedRelation',
  'referencedColumns',
] as const;

export function readRelationships(list: ts.TypeNode): Relationship[] {
  if (!ts.isTupleTypeNode(list)) throw notUnderstood(list);
  return list.elements.map((element) => {
    const facts = named(element, RELATIONSHIP);
    const text = (name: (typeof RELATIONSHIP)[number]): string[] => stringsIn(facts.get(name));
    const lost = (name: (typeof RELATIONSHIP)[number]): boolean => facts.get(name)?.getText() === 'null';
    const oneToOne = facts.get('isOneToOne');
    if (oneToOne && !/^(true|false)$/.test(oneToOne.getText())) throw notUnderstood(oneToOne);
    return {
      name: text('foreignKeyName')[0] ?? '',
      columns: lost('columns') ? [] : text('columns'),
      referencedRelation: text('referencedRelation')[0] ?? '',
      referencedColumns: lost('referencedColumns') ? [] : text('referencedColumns'),
      ...(oneToOne && { isOneToOne: oneToOne.getText() === 'true' }),
    };
  });
}

function stringsIn(node: ts.TypeNode | undefined): string[] {
  if (node === undefined) return [];
  if (ts.isTupleTypeNode(node)) return node.elements.flatMap(stringsIn);
  if (ts.isLiteralTypeNode(node) && ts.isStringLiteralLike(node.literal)) return [node.literal.text];
  throw notUnderstood(node);
}

/** Enum labels in the file's order; `never` has none. */
const readLabels = (type: ts.TypeNode): string[] =>
  type.kind === ts.SyntaxKind.NeverKeyword ? [] : unionMembers(type).flatMap(stringsIn);

const OVERLOAD = ['Args', 'Returns', 'SetofOptions'] as const;
const MERGED = { merged: true } as const;

/** A function's overloads as a set (A1.5). Generators of 2025 merged overloads into `Args: A | B` (A3.13): taken apart again. */
function readOverloads(type: ts.TypeNode): Overload[] {
  return unionMembers(type)
    .flatMap((overload): Overload[] => {
      const facts = named(overload, OVERLOAD);
      const returns = facts.get('Returns');
      if (returns === undefined) throw notUnderstood(overload);
      const setof = facts.get('SetofOptions');
      const args = facts.get('Args');
      const alternatives = args === undefined ? [[]] : unionMembers(args).map(argumentsOf);
      return alternatives.map((alternative) => ({
        args: memberFacts(alternative),
        returns: typeFact(returns),
        ...(setof && { setof: typeFact(setof).text }),
        ...(alternatives.length > 1 && MERGED),
      }));
    })
    .sort((a, b) => byText(a.returns.text, b.returns.text));
}

/** No arguments: `never`, `Record<PropertyKey, never>` or `{}`, by generator (A3.4). */
const argumentsOf = (type: ts.TypeNode): Property[] =>
  type.kind === ts.SyntaxKind.NeverKeyword ? [] : objectOf(type);

/** The members of an object that may have these and no others. */
function named<Name extends string>(type: ts.TypeNode, names: readonly Name[]): Map<Name, ts.TypeNode> {
  return new Map(
    objectOf(type).map((property): [Name, ts.TypeNode] => {
      const name = names.find((one) => one === property.name);
      if (name === undefined) throw notUnderstood(property.type.parent);
      return [name, property.type];
    }),
  );
}

/** The members of an object type, none for an empty map or for a section that is not there. */
function objectOf(type: ts.TypeNode | undefined): Property[] {
  if (type === undefined || isEmptyMap(type)) return [];
  if (ts.isParenthesizedTypeNode(type)) return objectOf(type.type);
  if (ts.isTypeLiteralNode(type)) return propertiesOf(type);
  throw notUnderstood(type);
}

function propertiesOf(node: ObjectNode): Property[] {
  const properties = plainProperties(node);
  if (properties) return properties;
  const seen = new Set<string>();
  const odd = node.members.find((member) => {
    if (!ts.isPropertySignature(member) || !member.type) return true;
    const name = propertyName(member.name);
    return seen.has(name) || !seen.add(name);
  });
  throw notUnderstood(odd ?? node);
}

function notUnderstood(node: ts.Node): UsageError {
  const source = node.getSourceFile();
  const { line } = source.getLineAndCharacterOfPosition(node.getStart());
  const text = node.getText().replace(/\s+/g, ' ');
  return new UsageError({
    message: `${source.fileName} holds something in its Database type that no generator writes, so it cannot be compared: \`${text.slice(0, 80)}${text.length > 80 ? '…' : ''}\` (line ${line + 1}).`,
    remedy: 'Generate the file again with `supabase gen types`, and keep your own types outside of Database.',
  });
}

/** The value of `export const Constants`, the one place where code can see the order of labels. */
export function constantsIn(source: ts.SourceFile): ts.Expression | undefined {
  const declarations = source.statements.flatMap((statement) =>
    ts.isVariableStatement(statement) ? statement.declarationList.declarations : [],
  );
  return unwrapped(declarations.find(({ name }) => name.getText() === 'Constants')?.initializer);
}

/** The labels of each schema's enums in the file's order; what is written otherwise is left out. */
export function readConstants(source: ts.SourceFile): Constants {
  return new Map(
    valuesIn(constantsIn(source)).map(([schema, sections]) => {
      const enums = valuesIn(sections).find(([section]) => section === 'Enums')?.[1];
      return [schema, new Map(valuesIn(enums).map(([name, labels]) => [name, labelsIn(labels)]))];
    }),
  );
}

function unwrapped(node: ts.Expression | undefined): ts.Expression | undefined {
  const isWrapped =
    node && (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node));
  return isWrapped ? unwrapped(node.expression) : node;
}

function valuesIn(node: ts.Expression | undefined): [name: string, value: ts.Expression][] {
  const object = unwrapped(node);
  if (!object || !ts.isObjectLiteralExpression(object)) return [];
  return object.properties.flatMap((property): [string, ts.Expression][] =>
    ts.isPropertyAssignment(property) ? [[propertyName(property.name), property.initializer]] : [],
  );
}

function labelsIn(node: ts.Expression): string[] {
  const list = unwrapped(node);
  if (!list || !ts.isArrayLiteralExpression(list)) return [];
  return list.elements.flatMap((label) => (ts.isStringLiteralLike(label) ? [label.text] : []));
}
