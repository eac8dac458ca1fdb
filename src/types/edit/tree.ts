// The parts of a types file that edits touch: the Database type, the Constants object, and the members of either by path.

import { ts } from 'ts-morph';
import { declarationOf, parseSource } from '../parse.ts';
import type { ObjectNode } from '../read.ts';
import { constantsIn } from '../read.ts';
import { propertyName } from '../type-text.ts';

/** An object, as a type or as a value. */
export type Holder = ObjectNode | ts.ObjectLiteralExpression;

/** The names that lead from a root to a member. */
export type Path = readonly string[];

export interface Member {
  name: string;
  node: ts.PropertySignature | ts.PropertyAssignment;
  value: ts.Node;
}

export interface Tree {
  text: string;
  source: ts.SourceFile;
  database: ObjectNode;
  /** The name that the file gives its database type. */
  databaseName: string;
  /** The value of `export const Constants`, which generators write since March 2025. */
  constants: ts.ObjectLiteralExpression | undefined;
}

export function readTree(text: string, path: string): Tree {
  const source = parseSource(text, path);
  const { name: databaseName, node: database } = declarationOf(source, path);
  const value = constantsIn(source);
  const constants = value && ts.isObjectLiteralExpression(value) ? value : undefined;
  return { text, source, database, databaseName, constants };
}

export const isHolder = (node: ts.Node | undefined): node is Holder =>
  node !== undefined &&
  (ts.isTypeLiteralNode(node) || ts.isInterfaceDeclaration(node) || ts.isObjectLiteralExpression(node));

/** What stands in an object, be it a property or not. */
export const elementsOf = (holder: Holder): ts.NodeArray<ts.Node> =>
  ts.isObjectLiteralExpression(holder) ? holder.properties : holder.members;

/** What has its parts in brackets, one behind the other. */
export type Bracketed = Holder | ts.TupleTypeNode | ts.ArrayLiteralExpression;

export const isBracketed = (node: ts.Node): node is Bracketed =>
  isHolder(node) || ts.isTupleTypeNode(node) || ts.isArrayLiteralExpression(node);

export const partsOf = (node: Bracketed): ts.NodeArray<ts.Node> =>
  isHolder(node) ? elementsOf(node) : node.elements;

export function asMember(node: ts.Node): Member[] {
  const isMember = ts.isPropertySignature(node) || ts.isPropertyAssignment(node);
  const value = isMember ? (ts.isPropertySignature(node) ? node.type : node.initializer) : undefined;
  return isMember && value ? [{ name: propertyName(node.name), node, value }] : [];
}

export const membersOf = (node: ts.Node | undefined): Member[] =>
  isHolder(node) ? [...elementsOf(node)].flatMap(asMember) : [];

/** The members of each object that was asked for, by name: a section of a large file is asked for thousands. */
const INDEX = new WeakMap<ts.Node, ReadonlyMap<string, Member>>();

export function memberOf(node: ts.Node | undefined, name: string): Member | undefined {
  if (node === undefined) return undefined;
  // Of two members of one name the first counts.
  const entries = (): [string, Member][] => membersOf(node).map((one) => [one.name, one]);
  const members = INDEX.get(node) ?? new Map(entries().reverse());
  INDEX.set(node, members);
  return members.get(name);
}

/** The value at a path of property names below a root. */
export const valueAt = (root: ts.Node | undefined, path: Path): ts.Node | undefined =>
  path.reduce<ts.Node | undefined>((node, name) => memberOf(node, name)?.value, root);

/** The start of the line that a position lies on. */
export const lineStart = (text: string, position: number): number => text.lastIndexOf('\n', position - 1) + 1;

/** The white space that a position's line starts with. */
export const indentAt = (text: string, position: number): string =>
  /^[ \t]*/.exec(text.slice(lineStart(text, position)))?.[0] ?? '';
