// What the changes ask of the committed file, as operations on members by path. Changes meet here: two of them may
// ask for the same thing, or for two things in the same list.

import { ts } from 'ts-morph';
import { groupBy } from '../../match.ts';
import type { Demand, TypeChange } from '../change.ts';
import { sameTextUnder } from '../equivalences.ts';
import { type MemberFact, SHAPES, typeText } from '../model.ts';
import { memberFacts, plainProperties } from '../type-text.ts';
import { isHolder, memberOf, membersOf, type Tree, valueAt } from './tree.ts';

export type Path = readonly string[];

export type Operation =
  /** A member of an object, or a label of an enum. */
  | { kind: 'insert' | 'remove'; path: Path; name: string }
  /** The type of a member becomes the generated one. */
  | { kind: 'retype'; path: Path; name: string }
  | { kind: 'set-optional'; path: Path; name: string; optional: boolean }
  /** The relationships of one name become the generated ones. */
  | { kind: 'relate'; path: Path; name: string };

/** All that goes into and out of one list. */
export interface ListOperation {
  path: Path;
  insert: string[];
  remove: string[];
}

interface Trees {
  committed: Tree;
  generated: Tree;
}

export function operationsOf(changes: readonly TypeChange[], trees: Trees): Operation[] {
  return distinct(changes.flatMap((change) => operations(change, trees)));
}

const distinct = (all: readonly Operation[]): Operation[] => [
  ...new Map(all.map((one) => [JSON.stringify(one), one])).values(),
];

/** The same operations for a root that lacks some of the lists: those are inserted whole, as generated. */
export function widened(all: readonly Operation[], root: ts.Node): Operation[] {
  const widen = (one: Operation): Operation => {
    const last = one.path.at(-1);
    if (one.kind !== 'insert' || last === undefined || valueAt(root, one.path) !== undefined) return one;
    return widen({ kind: 'insert', path: one.path.slice(0, -1), name: last });
  };
  return distinct(all.map(widen));
}

export function listOperations(all: readonly Operation[]): ListOperation[] {
  const lists = all.filter(({ kind }) => kind === 'insert' || kind === 'remove');
  return [...groupBy(lists, ({ path }) => JSON.stringify(path)).values()].map((group) => {
    const names = (kind: Operation['kind']): string[] =>
      group.filter((one) => one.kind === kind).map(({ name }) => name);
    return { path: group[0]?.path ?? [], insert: names('insert'), remove: names('remove') };
  });
}

function operations(change: TypeChange, trees: Trees): Operation[] {
  const { object } = change;
  const schema = 'schema' in object ? object.schema : '';
  const inSection = (kind: 'insert' | 'remove' | 'retype', section: string): Operation[] => [
    { kind, path: [schema, section], name: object.name },
  ];
  switch (change.kind) {
    case 'schema-added':
    case 'schema-removed':
      return [{ kind: change.kind === 'schema-added' ? 'insert' : 'remove', path: [], name: object.name }];
    case 'relation-added':
    case 'enum-added':
    case 'composite-type-added':
    case 'function-added':
      return inSection('insert', sectionOf(object.kind));
    case 'relation-removed':
    case 'enum-removed':
    case 'composite-type-removed':
    case 'function-removed':
      return inSection('remove', sectionOf(object.kind));
    case 'relation-kind-changed':
      return [
        ...inSection('remove', sectionOf(change.committed)),
        ...inSection('insert', sectionOf(change.generated)),
      ];
    case 'column-added':
      return addColumn(relationPath(change, trees), object.name, trees);
    case 'column-removed':
      return removeColumn(relationPath(change, trees), object.name, trees);
    case 'column-type-changed': {
      const path = relationPath(change, trees);
      return change.shapes.map((shape) => ({ kind: 'retype', path: [...path, shape], name: object.name }));
    }
    case 'column-optionality-changed': {
      const path = relationPath(change, trees);
      return change.shapes.map((shape) => demand([...path, shape], object.name, change));
    }
    case 'enum-value-added':
    case 'enum-value-removed': {
      const kind = change.kind === 'enum-value-added' ? 'insert' : 'remove';
      const name = object.kind === 'enum-value' ? object.enum : '';
      return [{ kind, path: [schema, 'Enums', name], name: object.name }];
    }
    case 'composite-type-changed':
      return changeMembers([schema, 'CompositeTypes', object.name], trees);
    case 'function-signature-changed':
      return inSection('retype', 'Functions');
    case 'relationship-added':
    case 'relationship-removed':
    case 'relationship-changed':
      return [{ kind: 'relate', path: [...relationPath(change, trees), 'Relationships'], name: object.name }];
    default:
      return change satisfies never;
  }
}

/** The section that holds a kind of object. */
function sectionOf(kind: string): string {
  switch (kind) {
    case 'table':
      return 'Tables';
    case 'enum':
      return 'Enums';
    case 'composite-type':
      return 'CompositeTypes';
    case 'function':
      return 'Functions';
    default:
      return 'Views';
  }
}

/** The path of the relation that a column or relationship belongs to. */
function relationPath({ object }: TypeChange, { committed }: Trees): Path {
  if (!('relation' in object)) return [];
  const { schema, relation } = object;
  const isTable = valueAt(committed.database, [schema, 'Tables', relation]) !== undefined;
  return [schema, isTable ? 'Tables' : 'Views', relation];
}

/** A new column goes into the shapes that have it, but not into shapes that one file's view lacks (A3.12). */
function addColumn(relation: Path, name: string, { committed, generated }: Trees): Operation[] {
  const isView = relation[1] === 'Views';
  return SHAPES.flatMap((shape): Operation[] => {
    const path = [...relation, shape];
    const [before, after] = [valueAt(committed.database, path), valueAt(generated.database, path)];
    if (isView && (before === undefined || after === undefined)) return [];
    const [has, wants] = [memberOf(before, name), memberOf(after, name)];
    if (has && wants) return become(path, name, { committed, generated });
    if (wants) return [{ kind: 'insert', path, name }];
    return has ? [{ kind: 'remove', path, name }] : [];
  });
}

const removeColumn = (relation: Path, name: string, { committed }: Trees): Operation[] =>
  SHAPES.map((shape) => [...relation, shape])
    .filter((path) => memberOf(valueAt(committed.database, path), name))
    .map((path) => ({ kind: 'remove', path, name }));

function demand(
  path: Path,
  name: string,
  { committed, generated }: { committed: Demand; generated: Demand },
): Operation {
  if (generated === 'absent') return { kind: 'remove', path, name };
  if (committed === 'absent') return { kind: 'insert', path, name };
  return { kind: 'set-optional', path, name, optional: generated === 'optional' };
}

/** Attributes of a composite type, one by one. */
function changeMembers(path: Path, trees: Trees): Operation[] {
  const names = (tree: Tree): string[] => membersOf(valueAt(tree.database, path)).map(({ name }) => name);
  const [before, after] = [names(trees.committed), names(trees.generated)];
  return [
    ...before
      .filter((name) => !after.includes(name))
      .map((name): Operation => ({ kind: 'remove', path, name })),
    ...after
      .filter((name) => !before.includes(name))
      .map((name): Operation => ({ kind: 'insert', path, name })),
    ...before.filter((name) => after.includes(name)).flatMap((name) => become(path, name, trees)),
  ];
}

/** Gives a member that both files have what it lacks to mean the same. */
function become(path: Path, name: string, { committed, generated }: Trees): Operation[] {
  const [before, after] = [factAt(committed, path, name), factAt(generated, path, name)];
  if (before === undefined || after === undefined) return [];
  const sameType = sameTextUnder(typeText(before.type), typeText(after.type)) !== undefined;
  return [
    ...(sameType ? [] : [{ kind: 'retype', path, name } as const]),
    ...(before.optional === after.optional
      ? []
      : [{ kind: 'set-optional', path, name, optional: after.optional } as const]),
  ];
}

function factAt(tree: Tree, path: Path, name: string): MemberFact | undefined {
  const node = valueAt(tree.database, path);
  return isHolder(node) && !ts.isObjectLiteralExpression(node)
    ? memberFacts(plainProperties(node) ?? []).get(name)
    : undefined;
}
