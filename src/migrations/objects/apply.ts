// What a statement does to the simulated database: which function for which node.

import { nameOf, strings } from '../names.ts';
import type { Node, NodeOf } from '../parse.ts';
import type { Stamp } from '../touch.ts';
import { alterTable } from './alter-table.ts';
import { dropRelation, dropSchema, dropType } from './drops.ts';
import { touchFacets } from './facets.ts';
import { newSchema } from './model.ts';
import { touchDatabase } from './of-database.ts';
import { dropPart, makePart } from './parts.ts';
import { rename, setSchema } from './renames.ts';
import { createRoutine, dropRoutine } from './routines.ts';
import { elementOffsets, type Scene } from './scene.ts';
import { createTable } from './tables.ts';
import {
  alterDomain,
  alterEnum,
  createComposite,
  createDomain,
  createEnum,
  createOther,
  namedType,
} from './types.ts';
import { createAs, createView, selectInto } from './views.ts';

/** Carries a statement out, as far as it is about objects that have names. */
export function applyStatement(scene: Scene, node: Node): void {
  makePart(scene, node);
  touchFacets(scene, node);
  touchDatabase(scene, node);
  if ('CreateStmt' in node) createTable(scene, node.CreateStmt);
  else if ('CreateForeignTableStmt' in node) {
    const { base } = node.CreateForeignTableStmt;
    if (base) createTable(scene, base, 'foreign-table');
  } else if ('AlterTableStmt' in node) alterTable(scene, node.AlterTableStmt);
  else if ('ViewStmt' in node) createView(scene, node.ViewStmt);
  else if ('CreateTableAsStmt' in node) createAs(scene, node.CreateTableAsStmt);
  else if ('SelectStmt' in node) selectInto(scene, node.SelectStmt);
  else if ('CreateEnumStmt' in node) createEnum(scene, node.CreateEnumStmt);
  else if ('AlterEnumStmt' in node) alterEnum(scene, node.AlterEnumStmt);
  else if ('CompositeTypeStmt' in node) createComposite(scene, node.CompositeTypeStmt);
  else if ('CreateDomainStmt' in node) createDomain(scene, node.CreateDomainStmt);
  else if ('AlterDomainStmt' in node) alterDomain(scene, node.AlterDomainStmt);
  else if ('CreateRangeStmt' in node) createOther(scene, node.CreateRangeStmt.typeName);
  else if ('DefineStmt' in node) {
    if (node.DefineStmt.kind === 'OBJECT_TYPE') createOther(scene, node.DefineStmt.defnames);
  } else if ('CreateFunctionStmt' in node) createRoutine(scene, node.CreateFunctionStmt);
  else if ('CreateSchemaStmt' in node) createSchema(scene, node.CreateSchemaStmt);
  else if ('RenameStmt' in node) rename(scene, node.RenameStmt);
  else if ('AlterObjectSchemaStmt' in node) setSchema(scene, node.AlterObjectSchemaStmt);
  else if ('DropStmt' in node) drop(scene, node.DropStmt);
  else if ('CreateTrigStmt' in node) touchView(scene, node.CreateTrigStmt.relation);
  else if ('RuleStmt' in node) touchView(scene, node.RuleStmt.relation);
}

/** With its elements, whose unqualified names are of that schema. */
function createSchema(scene: Scene, statement: NodeOf<'CreateSchemaStmt'>): void {
  const { schemaname, authrole, schemaElts = [] } = statement;
  const name = schemaname ?? authrole?.rolename ?? '';
  const known = scene.state.schemas.get(name);
  if (known?.created && scene.isGuarded) return;
  const created = scene.stamp('create');
  if (!known) scene.state.schemas.add(newSchema(name, { created }));
  else if (!known.created) Object.assign(known, { created, touch: created });
  for (const element of schemaElts) applyStatement({ ...scene, path: [name, ...scene.path] }, element);
}

/** An `instead of` trigger or a rule makes a view writable, which its types show. */
function touchView({ state, path, stamp }: Scene, rangeVar: NodeOf<'RangeVar'> | undefined): void {
  const view =
    rangeVar && state.relation({ schema: rangeVar.schemaname, name: rangeVar.relname ?? '' }, path);
  if (view?.kind === 'view') view.touch = stamp('alter');
}

function drop(scene: Scene, { removeType, objects = [] }: NodeOf<'DropStmt'>): void {
  // The first object stands behind the words of the statement, which its element of the list begins with.
  const offsets = elementOffsets(scene, scene.statement.start, objects.length);
  objects.forEach((object, index) => {
    dropObject(scene, removeType, object, scene.stamp('drop', offsets?.[index]));
  });
}

function dropObject(scene: Scene, kind: NodeOf<'DropStmt'>['removeType'], object: Node, stamp: Stamp): void {
  const { state, path } = scene;
  switch (kind) {
    case 'OBJECT_TABLE':
    case 'OBJECT_VIEW':
    case 'OBJECT_MATVIEW':
    case 'OBJECT_FOREIGN_TABLE': {
      const name = 'List' in object ? nameOf(strings(object.List.items)) : undefined;
      if (name) dropRelation(state, state.assumedRelation(name, path), stamp);
      break;
    }
    case 'OBJECT_TYPE':
    case 'OBJECT_DOMAIN': {
      const type = 'TypeName' in object ? namedType(scene, object.TypeName.names) : undefined;
      if (type) dropType(state, type, stamp);
      break;
    }
    case 'OBJECT_FUNCTION':
    case 'OBJECT_PROCEDURE':
    case 'OBJECT_ROUTINE':
      dropRoutine(scene, object, stamp);
      break;
    case 'OBJECT_SCHEMA':
      if ('String' in object) dropSchema(state, state.schema(object.String.sval ?? ''), stamp);
      break;
    default:
      dropPart(scene, kind, object, stamp);
  }
}
