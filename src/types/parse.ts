// A types file, generated or committed, as facts. The file is parsed as TypeScript; nothing in it is run.

import { ts } from 'ts-morph';
import { UsageError } from '../errors.ts';
import { byText } from '../match.ts';
import type {
  DatabaseTypes,
  Members,
  Overload,
  Relation,
  Relationship,
  SchemaTypes,
  Shape,
} from './model.ts';
import { SHAPES } from './model.ts';
import { memberFacts, propertyName, typeFact, unionMembers } from './type-text.ts';

/** An object type, however it is declared. */
export type ObjectNode = ts.TypeLiteralNode | ts.InterfaceDeclaration;

/**
 * Reads the `Database` type of a file.
 * @param path named in errors, never read
 * @throws UsageError when the text is not TypeScript or declares no generated `Database`
 */
export function parseTypes(text: string, path: string): DatabaseTypes {
  return readDatabase(findDatabase(parseSource(text, path), path));
}

/** Parses TypeScript; a file that breaks off or is something else is the user's mistake. */
export function parseSource(text: string, path: string): ts.SourceFile {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const problem = syntaxErrors(source)[0];
  if (problem === undefined) return source;
  const { line } = source.getLineAndCharacterOfPosition(problem.start);
  throw new UsageError({
    message: `${path} is not valid TypeScript: ${problem.message.replace(/\.$/, '')} (line ${line + 1}).`,
    remedy:
      'It may be cut off, or hold the output of a failed command: generate it again with `supabase gen types`.',
  });
}

/** TypeScript keeps the errors of a lone file in a field that its declarations leave out. */
function syntaxErrors(source: ts.SourceFile): { start: number; message: string }[] {
  const found: unknown = Reflect.get(source, 'parseDiagnostics');
  if (!Array.isArray(found)) return [];
  return found.map((diagnostic: ts.DiagnosticWithLocation) => ({
    start: diagnostic.start,
    message: ts.flattenDiagnosticMessageText(diagnostic.messageText, ' '),
  }));
}

/** The declaration that holds schemas: `Database` when there are several, for a wrapper has no body of its own. */
export function findDatabase(source: ts.SourceFile, path: string): ObjectNode {
  const candidates: { name: string; node: ObjectNode }[] = [];
  for (const statement of source.statements) {
    if (ts.isInterfaceDeclaration(statement)) candidates.push({ name: statement.name.text, node: statement });
    if (ts.isTypeAliasDeclaration(statement) && ts.isTypeLiteralNode(statement.type)) {
      candidates.push({ name: statement.name.text, node: statement.type });
    }
  }
  const holdsSchemas = candidates.filter(({ node }) => schemaNodes(node).length > 0);
  const found =
    holdsSchemas.find(({ name }) => name === 'Database') ??
    holdsSchemas[0] ??
    candidates.find(({ name, node }) => name === 'Database' && node.members.length === 0);
  if (found) return found.node;
  throw new UsageError({
    message: `${path} declares no generated Database type.`,
    remedy: 'Name the file that `supabase gen types` wrote with --types FILE, not a wrapper around it.',
  });
}

/** The schemas of a database type: members whose object type has `Tables`. Others, such as `__InternalSupabase`, are none (A3.2). */
export function schemaNodes(database: ObjectNode): { name: string; node: ts.TypeLiteralNode }[] {
  return literalMembers(database).filter(({ node }) =>
    literalMembers(node).some(({ name }) => name === 'Tables'),
  );
}

/** The members of an object type that are objects themselves; an empty map that is written as a mapped type is none. */
export function literalMembers(node: ObjectNode): { name: string; node: ts.TypeLiteralNode }[] {
  return node.members.flatMap((member) => {
    if (!ts.isPropertySignature(member) || !member.type) return [];
    const type = member.type;
    if (ts.isTypeLiteralNode(type)) return [{ name: propertyName(member.name), node: type }];
    // Old generators and hand edits write an empty section as a mapped type or `{}` (A3.21).
    if (ts.isMappedTypeNode(type) || ts.isTypeReferenceNode(type)) {
      return [{ name: propertyName(member.name), node: ts.factory.createTypeLiteralNode([]) }];
    }
    return [];
  });
}

function readDatabase(database: ObjectNode): DatabaseTypes {
  return { schemas: new Map(schemaNodes(database).map(({ name, node }) => [name, readSchema(node)])) };
}

function readSchema(schema: ts.TypeLiteralNode): SchemaTypes {
  const section = (name: string): ObjectNode | undefined =>
    literalMembers(schema).find((member) => member.name === name)?.node;
  const relations = new Map<string, Relation>();
  for (const { name, node } of sectionMembers(section('Tables')))
    relations.set(name, readRelation('table', node));
  for (const { name, node } of sectionMembers(section('Views')))
    relations.set(name, readRelation('view', node));
  return {
    relations,
    functions: new Map(
      propertiesOf(section('Functions')).map(({ name, type }) => [name, readOverloads(type)]),
    ),
    enums: new Map(propertiesOf(section('Enums')).map(({ name, type }) => [name, readLabels(type)])),
    compositeTypes: new Map(
      sectionMembers(section('CompositeTypes')).map(({ name, node }) => [name, memberFacts(node)]),
    ),
  };
}

const sectionMembers = (section: ObjectNode | undefined): { name: string; node: ts.TypeLiteralNode }[] =>
  section === undefined ? [] : literalMembers(section);

export function propertiesOf(node: ObjectNode | undefined): { name: string; type: ts.TypeNode }[] {
  return (node?.members ?? []).flatMap((member) =>
    ts.isPropertySignature(member) && member.type
      ? [{ name: propertyName(member.name), type: member.type }]
      : [],
  );
}

function readRelation(kind: Relation['kind'], node: ts.TypeLiteralNode): Relation {
  const shapes: Partial<Record<Shape, Members>> = {};
  for (const member of literalMembers(node)) {
    const shape = SHAPES.find((name) => name === member.name);
    if (shape) shapes[shape] = memberFacts(member.node);
  }
  const property = (name: string): ts.TypeNode | undefined =>
    propertiesOf(node).find((one) => one.name === name)?.type;
  const relationships = property('Relationships');
  const computed = property('ComputedFields');
  return {
    kind,
    shapes,
    ...(relationships &&
      ts.isTupleTypeNode(relationships) && { relationships: readRelationships(relationships) }),
    ...(computed && { computedFields: readLabels(computed) }),
  };
}

export function readRelationships(list: ts.TupleTypeNode): Relationship[] {
  return list.elements.filter(ts.isTypeLiteralNode).map((element) => {
    const facts = new Map(propertiesOf(element).map(({ name, type }) => [name, type]));
    const strings = (name: string): string[] => stringsIn(facts.get(name));
    const oneToOne = facts.get('isOneToOne')?.getText();
    return {
      name: strings('foreignKeyName')[0] ?? '',
      columns: strings('columns'),
      referencedRelation: strings('referencedRelation')[0] ?? '',
      referencedColumns: strings('referencedColumns'),
      ...(oneToOne !== undefined && { isOneToOne: oneToOne === 'true' }),
    };
  });
}

function stringsIn(node: ts.TypeNode | undefined): string[] {
  if (node === undefined) return [];
  if (ts.isTupleTypeNode(node)) return node.elements.flatMap(stringsIn);
  return ts.isLiteralTypeNode(node) && ts.isStringLiteralLike(node.literal) ? [node.literal.text] : [];
}

/** Enum labels in the file's order; `never` has none. */
const readLabels = (type: ts.TypeNode): string[] => unionMembers(type).flatMap(stringsIn);

const MERGED = { merged: true } as const;

/** A function's overloads as a set (A1.5). Generators of 2025 merged overloads into `Args: A | B` (A3.13): taken apart again. */
function readOverloads(type: ts.TypeNode): Overload[] {
  return unionMembers(type)
    .filter(ts.isTypeLiteralNode)
    .flatMap((node) => {
      const facts = new Map(propertiesOf(node).map((property) => [property.name, property.type]));
      const args = facts.get('Args');
      const returns = facts.get('Returns');
      const setof = facts.get('SetofOptions');
      const alternatives = args === undefined ? [] : unionMembers(args);
      return (alternatives.length === 0 ? [undefined] : alternatives).map((alternative) => ({
        // No arguments: `never`, `Record<PropertyKey, never>` or `{}`, by generator (A3.4).
        args: alternative && ts.isTypeLiteralNode(alternative) ? memberFacts(alternative) : new Map(),
        returns: returns ? typeFact(returns) : { text: 'unknown', nullable: false },
        ...(setof && { setof: typeFact(setof).text }),
        ...(alternatives.length > 1 && MERGED),
      }));
    })
    .sort((a, b) => byText(a.returns.text, b.returns.text));
}
