// `alter … rename` and `alter … set schema`.

import { strings } from '../names.ts';
import type { Node, NodeOf } from '../parse.ts';
import type { Stamp } from '../touch.ts';
import type { Column, Relation } from './model.ts';
import type { Entity, Names } from './names.ts';
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
      scene.state.schemas.rename(scene.state.schema(subname), newname, stamp);
      break;
    case 'OBJECT_TABLE':
    case 'OBJECT_VIEW':
    case 'OBJECT_MATVIEW':
    case 'OBJECT_FOREIGN_TABLE': {
      const relation = relationOf(scene, statement);
      if (!relation || (scene.isGuarded && relation.home.relations.get(newname))) break;
      relation.home.relations.rename(relation, newname, stamp);
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
      if (type) type.home.types.rename(type, newname, stamp);
      break;
    }
    case 'OBJECT_FUNCTION':
    case 'OBJECT_PROCEDURE':
    case 'OBJECT_ROUTINE':
      renameRoutine(scene, object, { name: newname });
  }
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
  const stamp = scene.stamp('rename');
  switch (objectType) {
    case 'OBJECT_TABLE':
    case 'OBJECT_VIEW':
    case 'OBJECT_MATVIEW':
    case 'OBJECT_FOREIGN_TABLE': {
      const relation = relationOf(scene, statement);
      if (!relation) break;
      relation.home.relations.rename(relation, relation.name, stamp, home.relations);
      relation.home = home;
      break;
    }
    case 'OBJECT_TYPE':
    case 'OBJECT_DOMAIN': {
      const type = typeOfObject(scene, object);
      if (!type) break;
      type.home.types.rename(type, type.name, stamp, home.types);
      type.home = home;
      break;
    }
    case 'OBJECT_FUNCTION':
    case 'OBJECT_PROCEDURE':
    case 'OBJECT_ROUTINE':
      renameRoutine(scene, object, { home });
  }
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

const typeOfObject = (scene: Scene, object: Node | undefined): ReturnType<typeof namedType> =>
  object && 'List' in object && strings(object.List.items).length > 0
    ? namedType(scene, object.List.items)
    : undefined;

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
