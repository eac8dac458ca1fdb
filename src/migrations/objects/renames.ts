// `alter … rename` and `alter … set schema`.

import { type Name, nameOf, strings } from '../names.ts';
import type { Node, NodeOf } from '../parse.ts';
import type { Stamp } from '../touch.ts';
import type { Column, Relation, Schema, Type } from './model.ts';
import type { Entity, Names } from './names.ts';
import { alterNamedPart, renamePart as renameNamed } from './parts.ts';
import { renameRoutine } from './routines.ts';
import { commandOffsets, type Scene } from './scene.ts';
import { assumedColumn, rangeName } from './state.ts';
import { namedType } from './types.ts';

export function rename(scene: Scene, statement: NodeOf<'RenameStmt'>): void {
  const { renameType, relation: rangeVar, object, subname = '', newname = '' } = statement;
  const [command] = (rangeVar && commandOffsets(scene, rangeVar, 1)) ?? [];
  const stamp = scene.stamp('rename', isOfPart(renameType) ? command : undefined);
  switch (renameType) {
    case 'OBJECT_SCHEMA':
      if (!(scene.isGuarded && scene.state.schemas.get(newname)))
        scene.state.schemas.rename(scene.state.schema(subname), newname, stamp);
      break;
    case 'OBJECT_TABLE':
    case 'OBJECT_VIEW':
    case 'OBJECT_MATVIEW':
    case 'OBJECT_FOREIGN_TABLE': {
      const relation = relationOf(scene, statement);
      if (relation) move(scene, relation, ({ relations }) => relations, { name: newname });
      break;
    }
    case 'OBJECT_COLUMN': {
      const relation = relationOf(scene, statement);
      if (relation) renameColumn(scene, relation, subname, newname, stamp);
      break;
    }
    case 'OBJECT_ATTRIBUTE': {
      const type = rangeVar && scene.state.type(rangeName(rangeVar), scene.path);
      if (type) renamePart(type.parts, subname, newname, stamp);
      break;
    }
    case 'OBJECT_TABCONSTRAINT': {
      const relation = relationOf(scene, statement);
      if (relation) renamePart(relation.constraints, subname, newname, stamp);
      break;
    }
    case 'OBJECT_TYPE':
    case 'OBJECT_DOMAIN': {
      const type = typeOfObject(scene, object);
      if (type) move(scene, type, ({ types }) => types, { name: newname });
      break;
    }
    case 'OBJECT_FUNCTION':
    case 'OBJECT_PROCEDURE':
    case 'OBJECT_ROUTINE':
      renameRoutine(scene, object, { name: newname });
      break;
    default:
      renameNamed(scene, statement, stamp);
      if (renameType === 'OBJECT_INDEX' && rangeVar) renameKey(scene, rangeName(rangeVar), newname, stamp);
  }
}

/** The index of a key has the key's name. */
function renameKey({ state, path }: Scene, { schema, name }: Name, newname: string, stamp: Stamp): void {
  const relations = state.searched(schema, path).flatMap((each) => each.relations.values());
  const keyed = relations.find(({ constraints }) => constraints.get(name));
  if (keyed) renamePart(keyed.constraints, name, newname, stamp);
}

/** Whether it renames a part of a relation, so that the part's own text begins behind the relation's name. */
const isOfPart = (kind: NodeOf<'RenameStmt'>['renameType']): boolean =>
  kind === 'OBJECT_COLUMN' || kind === 'OBJECT_ATTRIBUTE' || kind === 'OBJECT_TABCONSTRAINT';

function renamePart<T extends Entity>(parts: Names<T>, from: string, to: string, stamp: Stamp): void {
  const part = parts.get(from);
  if (part) parts.rename(part, to, stamp);
}

export function setSchema(scene: Scene, statement: NodeOf<'AlterObjectSchemaStmt'>): void {
  const { objectType, object, newschema = '' } = statement;
  const home = scene.state.schema(newschema);
  switch (objectType) {
    case 'OBJECT_TABLE':
    case 'OBJECT_VIEW':
    case 'OBJECT_MATVIEW':
    case 'OBJECT_FOREIGN_TABLE': {
      const relation = relationOf(scene, statement);
      if (relation) move(scene, relation, ({ relations }) => relations, { home });
      break;
    }
    case 'OBJECT_TYPE':
    case 'OBJECT_DOMAIN': {
      const type = typeOfObject(scene, object);
      if (type) move(scene, type, ({ types }) => types, { home });
      break;
    }
    case 'OBJECT_FUNCTION':
    case 'OBJECT_PROCEDURE':
    case 'OBJECT_ROUTINE':
      renameRoutine(scene, object, { home });
      break;
    case 'OBJECT_EXTENSION':
      if (object) alterNamedPart(scene, objectType, object, scene.stamp('alter'));
  }
}

/** Gives a relation or a type another name or schema. In a block, one that is taken makes the statement fail. */
function move<T extends Relation | Type>(
  scene: Scene,
  object: T,
  shelf: (schema: Schema) => Names<T>,
  to: { name?: string; home?: Schema },
): void {
  const { name = object.name, home = object.home } = to;
  if (scene.isGuarded && shelf(home).get(name)) return;
  shelf(object.home).rename(object, name, scene.stamp('rename'), shelf(home));
  object.home = home;
}

/** The relation that a statement wants; none when it may be missing and is, or is no relation of ours but an index. */
function relationOf(
  scene: Scene,
  { relation, missing_ok }: { relation?: NodeOf<'RangeVar'>; missing_ok?: boolean },
): Relation | undefined {
  if (!relation) return undefined;
  const name = rangeName(relation);
  const known = scene.state.relation(name, scene.path);
  return known ?? (missing_ok || scene.isGuarded ? undefined : scene.state.assumedRelation(name, scene.path));
}

function typeOfObject(scene: Scene, object: Node | undefined): Type | undefined {
  const names = object && 'List' in object ? object.List.items : undefined;
  const name = nameOf(strings(names));
  if (!name || (scene.isGuarded && !scene.state.type(name, scene.path))) return undefined;
  return namedType(scene, names);
}

/** In the relation, and in all that inherit the column. */
function renameColumn(scene: Scene, relation: Relation, from: string, to: string, stamp: Stamp): void {
  if (scene.isGuarded && (!relation.columns.get(from) || relation.columns.get(to))) return;
  const column = assumedColumn(relation, from);
  relation.columns.rename(column, to, stamp);
  for (const child of scene.state.children(relation)) {
    const inherited = child.columns.values().find((each) => isFrom(each, column));
    if (inherited) child.columns.rename(inherited, to, stamp);
  }
}

const isFrom = ({ source }: Column, column: Column): boolean =>
  source !== undefined && (source === column || isFrom(source, column));
