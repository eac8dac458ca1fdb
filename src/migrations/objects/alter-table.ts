// `alter table`, and what else is written like it: views, foreign tables, the attributes of a composite type.

import type { Node, NodeOf } from '../parse.ts';
import type { Action, Stamp } from '../touch.ts';
import { addConstraint } from './constraints.ts';
import { dropColumn, dropConstraint } from './drops.ts';
import { alterFacet } from './facets.ts';
import { newColumn, type Relation } from './model.ts';
import { alterPart, namedPart, touchPart } from './parts.ts';
import { commandOffsets, type Scene } from './scene.ts';
import { assumedColumn, rangeName } from './state.ts';
import { addColumn, addSequence, assumed, constraintsOf, inherit, inheritColumn, typeOf } from './tables.ts';

type Command = NodeOf<'AlterTableCmd'>;

export function alterTable(scene: Scene, statement: NodeOf<'AlterTableStmt'>): void {
  const { relation: rangeVar, missing_ok, objtype } = statement;
  if (!rangeVar) return;
  if (objtype === 'OBJECT_INDEX' || objtype === 'OBJECT_SEQUENCE') {
    const { schema, name } = rangeName(rangeVar);
    const part = namedPart(scene, objtype, schema === undefined ? [name] : [schema, name]);
    if (part) touchPart(part, scene.stamp('alter'));
    return;
  }
  const commands = (statement.cmds ?? []).flatMap((cmd) =>
    'AlterTableCmd' in cmd ? [cmd.AlterTableCmd] : [],
  );
  const starts = commandOffsets(scene, rangeVar, commands.length);
  const apply = (visit: (command: Command, stamp: (action: Action) => Stamp) => void): void =>
    commands.forEach((command, index) => {
      visit(command, (action) => scene.stamp(action, starts?.[index]));
    });
  if (objtype === 'OBJECT_TYPE') {
    apply((command, stamp) => alterAttribute(scene, rangeVar, command, stamp));
    return;
  }
  const name = rangeName(rangeVar);
  const known = scene.state.relation(name, scene.path);
  if (!known && (missing_ok || scene.isGuarded)) return;
  const relation = known ?? scene.state.assumedRelation(name, scene.path);
  apply((command, stamp) => alterRelation(scene, relation, command, stamp));
}

function alterRelation(
  scene: Scene,
  relation: Relation,
  command: Command,
  stamp: (action: Action) => Stamp,
): void {
  const { subtype, name = '', def, behavior, missing_ok } = command;
  switch (subtype) {
    case 'AT_AddColumn':
      if (def && 'ColumnDef' in def) addColumnWithRest(scene, relation, def.ColumnDef, missing_ok);
      break;
    case 'AT_DropColumn': {
      const isOptional = missing_ok || scene.isGuarded;
      const column = isOptional ? relation.columns.get(name) : assumedColumn(relation, name);
      if (column) dropColumn(scene.state, relation, column, stamp('drop'), behavior === 'DROP_CASCADE');
      break;
    }
    case 'AT_AlterColumnType':
      alterColumnType(scene, relation, command, stamp('alter'));
      break;
    case 'AT_ColumnDefault':
    case 'AT_DropNotNull':
    case 'AT_SetNotNull':
    case 'AT_SetExpression':
    case 'AT_DropExpression':
    case 'AT_SetIdentity':
    case 'AT_DropIdentity':
      assumedColumn(relation, name).touch = stamp('alter');
      break;
    case 'AT_AddIdentity':
      assumedColumn(relation, name).touch = stamp('alter');
      addSequence(relation, name, def && 'Constraint' in def ? def.Constraint : undefined, stamp('create'));
      break;
    case 'AT_AddConstraint':
      if (def && 'Constraint' in def) addTableConstraint(scene, relation, def.Constraint, stamp('alter'));
      break;
    case 'AT_DropConstraint': {
      const constraint = relation.constraints.get(name);
      if (constraint) dropConstraint(relation, constraint, stamp('drop'));
      break;
    }
    case 'AT_AttachPartition':
    case 'AT_DetachPartition':
    case 'AT_AddInherit':
    case 'AT_DropInherit':
      if (def) alterParents(scene, relation, subtype, def, stamp('alter'));
      break;
    default:
      alterPart(relation, command, stamp('alter'));
      alterFacet(relation, command, stamp('alter'));
  }
}

function alterColumnType(scene: Scene, relation: Relation, { name = '', def }: Command, stamp: Stamp): void {
  const column = assumedColumn(relation, name);
  column.touch = stamp;
  if (!(def && 'ColumnDef' in def && def.ColumnDef.typeName)) return;
  column.type = typeOf(scene, def.ColumnDef.typeName);
  column.type?.users.add(relation);
}

/** `add column`, in the table and in all that inherit from it. */
function addColumnWithRest(
  scene: Scene,
  relation: Relation,
  definition: NodeOf<'ColumnDef'>,
  ifNotExists: boolean | undefined,
): void {
  if (relation.columns.get(definition.colname ?? '')?.created && (ifNotExists || scene.isGuarded)) return;
  const column = addColumn(scene, relation, definition);
  for (const constraint of constraintsOf(definition)) addConstraint(scene, relation, constraint, column);
  for (const child of scene.state.children(relation)) {
    relation.users.add(child);
    if (column.created) inheritColumn(child, column, column.created);
  }
}

/** A primary key makes its columns required. */
function addTableConstraint(
  scene: Scene,
  relation: Relation,
  node: NodeOf<'Constraint'>,
  stamp: Stamp,
): void {
  if (node.conname !== undefined && relation.constraints.get(node.conname) && scene.isGuarded) return;
  const constraint = addConstraint(scene, relation, node);
  if (constraint?.kind === 'primary') for (const column of constraint.columns) column.touch = stamp;
}

/** A table becomes, or is no more, a partition or a child of another. */
function alterParents(
  scene: Scene,
  relation: Relation,
  subtype: 'AT_AttachPartition' | 'AT_DetachPartition' | 'AT_AddInherit' | 'AT_DropInherit',
  other: Node,
  stamp: Stamp,
): void {
  if ('PartitionCmd' in other && other.PartitionCmd.name) {
    const child = assumed(scene, other.PartitionCmd.name);
    child.touch = stamp;
    if (subtype === 'AT_AttachPartition') inherit(child, relation, stamp);
    else disinherit(child, relation);
  } else if ('RangeVar' in other) {
    const parent = assumed(scene, other.RangeVar);
    if (subtype === 'AT_AddInherit') inherit(relation, parent, stamp);
    else disinherit(relation, parent);
  }
}

function disinherit(child: Relation, parent: Relation): void {
  child.parents = child.parents.filter((each) => each !== parent);
  for (const column of child.columns.values())
    if (column.source && parent.columns.holds(column.source)) delete column.source;
}

function alterAttribute(
  scene: Scene,
  rangeVar: NodeOf<'RangeVar'>,
  { subtype, name = '', def, missing_ok }: Command,
  stamp: (action: Action) => Stamp,
): void {
  const parts = scene.state.type(rangeName(rangeVar), scene.path)?.parts;
  if (!parts) return;
  const part = parts.get(name);
  if (subtype === 'AT_AddColumn' && def && 'ColumnDef' in def)
    parts.add(newColumn(def.ColumnDef.colname ?? '', undefined, { created: stamp('create') }));
  else if (part && subtype === 'AT_DropColumn') parts.end(part, stamp('drop'));
  else if (part) part.touch = stamp('alter');
  else if (!missing_ok && name !== '') parts.add(newColumn(name, undefined, { created: stamp('alter') }));
}
