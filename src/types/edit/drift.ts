// What the changes ask of the committed file, as a tree of names: schemas, sections, objects, their parts, columns.

import type { TypeChange } from '../change.ts';
import { SHAPES } from '../model.ts';
import { membersOf, type Tree, valueAt } from './tree.ts';

export type Path = readonly string[];

/** What becomes the generated one of a member that both files have. One that a file lacks comes or goes whole. */
interface Leaf {
  type?: 'always' | 'unless-equivalent';
  optional?: true;
}

export interface Drift extends Leaf {
  below: Map<string, Drift>;
}

export interface Trees {
  committed: Tree;
  generated: Tree;
}

export function driftOf(changes: readonly TypeChange[], trees: Trees): Drift {
  const root: Drift = { below: new Map() };
  for (const change of changes) {
    const [leaf, ...paths] = placesOf(change, trees);
    for (const path of paths) {
      let at = root;
      for (const name of path) {
        const next = at.below.get(name) ?? { below: new Map() };
        at.below.set(name, next);
        at = next;
      }
      Object.assign(at, leaf);
    }
  }
  return root;
}

const WHOLE: Leaf = {};
const EITHER: Leaf = { type: 'unless-equivalent', optional: true };

/** The members that a change is about, and what becomes of those that both files have. */
function placesOf(change: TypeChange, trees: Trees): [Leaf, ...Path[]] {
  const { object } = change;
  const schema = 'schema' in object ? object.schema : '';
  const inSections = (...names: string[]): Path[] => names.map((section) => [schema, section, object.name]);
  const inShapes = (shapes: readonly string[]): Path[] =>
    shapes.map((shape) => [...relationPath(change, trees), shape, object.name]);
  switch (change.kind) {
    case 'schema-added':
    case 'schema-removed':
      return [WHOLE, [object.name]];
    case 'relation-added':
    case 'relation-removed':
    case 'relation-kind-changed':
      return [WHOLE, ...inSections('Tables', 'Views')];
    case 'enum-added':
    case 'enum-removed':
      return [WHOLE, ...inSections('Enums')];
    case 'enum-value-added':
    case 'enum-value-removed':
      return [WHOLE, [schema, 'Enums', object.kind === 'enum-value' ? object.enum : '', object.name]];
    case 'composite-type-added':
    case 'composite-type-removed':
      return [WHOLE, ...inSections('CompositeTypes')];
    case 'composite-type-changed': {
      const path = [schema, 'CompositeTypes', object.name];
      const both = [trees.committed, trees.generated].flatMap(({ database }) =>
        membersOf(valueAt(database, path)),
      );
      return [EITHER, ...both.map(({ name }) => [...path, name])];
    }
    case 'function-added':
    case 'function-removed':
    case 'function-signature-changed':
      return [{ type: 'always' }, ...inSections('Functions')];
    case 'column-added':
    case 'column-removed':
      return [EITHER, ...inShapes(SHAPES)];
    case 'column-type-changed':
      return [{ type: 'always' }, ...inShapes(change.shapes)];
    case 'column-optionality-changed':
      return [{ optional: true }, ...inShapes(change.shapes)];
    case 'relationship-added':
    case 'relationship-removed':
    case 'relationship-changed':
      return [WHOLE, ...inShapes(['Relationships'])];
    default:
      return change satisfies never;
  }
}

/** The path of the relation that a column or relationship belongs to. */
function relationPath({ object }: TypeChange, { committed }: Trees): Path {
  if (!('relation' in object)) return [];
  const { schema, relation } = object;
  const isTable = valueAt(committed.database, [schema, 'Tables', relation]) !== undefined;
  return [schema, isTable ? 'Tables' : 'Views', relation];
}

/** `Constants` holds the labels of enums at run time, by schema. */
export const ofConstants = ({ below }: Drift): Drift => ({
  below: new Map(
    [...below].map(([schema, one]) => {
      const enums = one.below.get('Enums');
      return [schema, one.below.size === 0 ? one : { below: new Map(enums ? [['Enums', enums]] : []) }];
    }),
  ),
});
