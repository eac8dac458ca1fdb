// What the changes ask of the committed file, as a tree of names: schemas, sections, objects, their parts, columns.

import { KINDS } from '../../findings/kinds.ts';
import type { TypeChange } from '../change.ts';
import { SHAPES } from '../model.ts';
import { membersOf, type Path, type Tree, valueAt } from './tree.ts';

/** Of a member that both files have, what becomes the generated one. One that a file lacks comes or goes whole. */
interface Leaf {
  type?: 'always' | 'unless-equivalent';
  optional?: true;
}

export interface Drift extends Leaf {
  below: Map<string, Drift>;
}

interface Trees {
  committed: Tree;
  generated: Tree;
}

export function driftOf(changes: readonly TypeChange[], trees: Trees): Drift {
  const root: Drift = { below: new Map() };
  for (const change of changes)
    for (const path of pathsTo(change, trees)) {
      let at = root;
      for (const name of path) {
        const next = at.below.get(name) ?? { below: new Map() };
        at.below.set(name, next);
        at = next;
      }
      Object.assign(at, leafOf(change));
    }
  return root;
}

function leafOf({ kind }: TypeChange): Leaf {
  if (kind === 'column-type-changed' || kind === 'function-signature-changed') return { type: 'always' };
  if (kind === 'column-optionality-changed') return { optional: true };
  return { type: 'unless-equivalent', optional: true };
}

/** Where a change may be seen. */
function pathsTo(change: TypeChange, { committed, generated }: Trees): Path[] {
  const { object } = change;
  switch (object.kind) {
    case 'schema':
      return [[object.name]];
    case 'enum-value':
      return [[object.schema, 'Enums', object.enum, object.name]];
    case 'enum':
    case 'function':
      return [[object.schema, KINDS[object.kind].section, object.name]];
    case 'composite-type': {
      const path = [object.schema, 'CompositeTypes', object.name];
      if (change.kind !== 'composite-type-changed') return [path];
      const both = [committed, generated].flatMap(({ database }) => membersOf(valueAt(database, path)));
      return both.map(({ name }) => [...path, name]);
    }
    case 'column':
    case 'relationship': {
      const { schema, relation, name } = object;
      const isTable = valueAt(committed.database, [schema, 'Tables', relation]) !== undefined;
      const shapes = 'shapes' in change ? change.shapes : SHAPES;
      const parts = object.kind === 'column' ? shapes : ['Relationships'];
      return parts.map((part) => [schema, isTable ? 'Tables' : 'Views', relation, part, name]);
    }
    default:
      return 'schema' in object
        ? ['Tables', 'Views'].map((section) => [object.schema, section, object.name])
        : [];
  }
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
