// Where a change stands in the committed types file: at the column, label or function that it is about or, of what
// the file does not have, at what it would stand in. Asked only when there is drift, for it parses the file again.

import { ts } from 'ts-morph';
import type { Location } from '../findings/finding.ts';
import { KINDS, type Section } from '../findings/kinds.ts';
import type { ObjectId } from '../findings/object-id.ts';
import { locator } from '../locator.ts';
import { byText, isSameList } from '../match.ts';
import type { ToldChange } from './change.ts';
import { memberOf, membersOf, type Path, readTree, type Tree, valueAt } from './edit/tree.ts';
import { parametersOf, SHAPES, type Shape } from './model.ts';
import { isMove } from './moved.ts';
import { unionMembers } from './type-text.ts';

/** A committed file as it was read. */
interface Committed {
  path: string;
  text: string;
  /** The line of the file that the text begins at, from 1, when log lines were taken off before it. */
  firstLine?: number;
}

/**
 * The changes of a file with their places in it. Columns count code points, as those of migrations do.
 * @param changes all changes of the file: renamings among them tell its own names
 */
export function withPlaces(
  { path, text, firstLine = 1 }: Committed,
  changes: readonly ToldChange[],
): { change: ToldChange; place: Location }[] {
  if (changes.length === 0) return [];
  const tree = readTree(text, path);
  const own = ownNames(changes);
  // TypeScript's own ends a line at U+2028 too, where no editor does.
  const locate = locator(text);
  return changes.map((change) => {
    const [first] = isMove(change) ? change.folded : [change];
    const start = nodeOf(tree, own(objectOf(first ?? change)), shapesOf(change)).getStart();
    const { line, column } = locate(start);
    return { change, place: { file: path, line: line - 1 + firstLine, column } };
  });
}

/** What a change is about; an overload by the names that its arguments have in the file, if it is there. */
function objectOf(change: ToldChange): ObjectId {
  if (change.kind !== 'function-signature-changed' || !change.object.parameters) return change.object;
  const { own } = change.facts.committed;
  return { ...change.object, parameters: own && parametersOf(own) };
}

const shapesOf = (change: ToldChange): readonly Shape[] => ('shapes' in change ? change.shapes : SHAPES);

/** The names that the file has for what the migrations have renamed. */
function ownNames(changes: readonly ToldChange[]): (object: ObjectId) => ObjectId {
  const key = (...names: string[]): string => JSON.stringify(names);
  const relations = new Map<string, string>();
  const columns = new Map<string, string>();
  for (const { kind, object, ...sides } of changes) {
    if (!('committed' in sides) || !('schema' in object)) continue;
    const { committed } = sides;
    if (kind === 'relation-renamed') relations.set(key(object.schema, object.name), committed);
    if (kind === 'column-renamed' && 'relation' in object)
      columns.set(key(object.schema, object.relation, object.name), committed);
  }
  return (object) => {
    if (object.kind === 'table' || object.kind === 'view')
      return { ...object, name: relations.get(key(object.schema, object.name)) ?? object.name };
    if (object.kind !== 'column' && object.kind !== 'relationship') return object;
    const { schema, relation, name } = object;
    const column = object.kind === 'column' ? columns.get(key(schema, relation, name)) : undefined;
    return { ...object, relation: relations.get(key(schema, relation)) ?? relation, name: column ?? name };
  };
}

/** The first that the file has of the object, what it would stand in, and the database type itself. */
function nodeOf(tree: Tree, object: ObjectId, shapes: readonly Shape[]): ts.Node {
  const { database } = tree;
  const part = partOf(tree, object);
  if (part !== undefined) return part;
  for (const path of pathsTo(object, shapes)) {
    const member = memberOf(valueAt(database, path.slice(0, -1)), path.at(-1) ?? '');
    if (member !== undefined) return member.node;
  }
  return ts.isInterfaceDeclaration(database) ? database : database.parent;
}

/** Where an object may stand, most exact first. */
function pathsTo(object: ObjectId, shapes: readonly Shape[]): Path[] {
  switch (object.kind) {
    case 'schema':
      return [[object.name]];
    case 'table':
    case 'view':
    case 'materialized-view':
      return relationPaths(object, KINDS[object.kind].section);
    case 'column': {
      const relations = relationPaths({ schema: object.schema, name: object.relation });
      const columns = shapes.flatMap((shape) =>
        relations.slice(0, 2).map((path): Path => [...path, shape, object.name]),
      );
      return [...columns, ...relations];
    }
    case 'relationship': {
      const relations = relationPaths({ schema: object.schema, name: object.relation });
      return [...relations.slice(0, 2).map((path): Path => [...path, 'Relationships']), ...relations];
    }
    case 'enum-value':
      return memberPaths(object.schema, 'Enums', object.enum);
    case 'enum':
    case 'composite-type':
    case 'function':
      return memberPaths(object.schema, KINDS[object.kind].section, object.name);
    default:
      return 'schema' in object ? [[object.schema]] : [];
  }
}

const memberPaths = (schema: string, section: Section, name: string): Path[] => [
  [schema, section, name],
  [schema, section],
  [schema],
];

/** In its section or, when it was another kind, in the other one. */
function relationPaths(
  { schema, name }: { schema: string; name: string },
  section: 'Tables' | 'Views' = 'Tables',
): Path[] {
  const other = section === 'Tables' ? 'Views' : 'Tables';
  return [[schema, section, name], [schema, other, name], [schema, section], [schema]];
}

/** What is no member: a label of an enum, a relationship in its list, one of several overloads. */
function partOf({ database }: Tree, object: ObjectId): ts.Node | undefined {
  if (object.kind === 'function') {
    const { parameters } = object;
    const overloads = valueAt(database, [object.schema, 'Functions', object.name]);
    return parameters && alternativesIn(overloads).find((overload) => hasOverload(overload, parameters));
  }
  if (object.kind === 'enum-value') {
    const labels = valueAt(database, [object.schema, 'Enums', object.enum]);
    return labels && ts.isTypeNode(labels)
      ? unionMembers(labels).find((label) => isText(label, object.name))
      : undefined;
  }
  if (object.kind !== 'relationship') return undefined;
  const lists = ['Tables', 'Views'].map((section) =>
    valueAt(database, [object.schema, section, object.relation, 'Relationships']),
  );
  return lists
    .flatMap((list) => (list && ts.isTupleTypeNode(list) ? [...list.elements] : []))
    .flatMap((element) => memberOf(element, 'foreignKeyName') ?? [])
    .find(({ value }) => isText(value, object.name))?.node;
}

const alternativesIn = (node: ts.Node | undefined): ts.TypeNode[] =>
  node && ts.isTypeNode(node) ? unionMembers(node) : [];

/** Generators of 2025 wrote overloads as one, with `Args: A | B`. */
function hasOverload(overload: ts.TypeNode, parameters: readonly string[]): boolean {
  const args = alternativesIn(memberOf(overload, 'Args')?.value);
  const lists =
    args.length === 0
      ? [[]]
      : args.map((one) =>
          membersOf(one)
            .map(({ name }) => name)
            .sort(byText),
        );
  return lists.some((names) => isSameList(names, parameters));
}

const isText = (node: ts.Node, text: string): boolean =>
  ts.isLiteralTypeNode(node) && ts.isStringLiteralLike(node.literal) && node.literal.text === text;
