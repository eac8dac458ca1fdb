// `create table` in all its forms: what columns and constraints it brings, its own, inherited, and copied ones.

import { isBuiltIn } from '../known-names.ts';
import { nameOf, strings } from '../names.ts';
import type { Node, NodeOf } from '../parse.ts';
import type { Stamp } from '../touch.ts';
import { addConstraint, objectName } from './constraints.ts';
import {
  type AnyType,
  type Column,
  newColumn,
  newRelation,
  type Relation,
  type RelationKind,
} from './model.ts';
import { partKey } from './names.ts';
import { type Scene, stampAt } from './scene.ts';
import { rangeName } from './state.ts';

/**
 * A relation that is not there yet, for what it is made of is looked up without it; undefined when its name is taken
 * and the statement then does nothing.
 */
export function relationToBe(
  scene: Scene,
  kind: RelationKind,
  rangeVar: NodeOf<'RangeVar'> | undefined,
  ifNotExists: boolean | undefined,
): Relation | undefined {
  if (!rangeVar) return undefined;
  const { schema, name } = rangeName(rangeVar);
  const home = scene.state.creationSchema(schema, scene.path);
  if (home.relations.get(name) && (ifNotExists || scene.isGuarded)) return undefined;
  return newRelation(kind, home, name, { created: scene.stamp('create') });
}

/** The relation that a statement names, and so needs. */
export const assumed = ({ state, path }: Scene, rangeVar: NodeOf<'RangeVar'>): Relation =>
  state.assumedRelation(rangeName(rangeVar), path);

export function createTable(scene: Scene, create: NodeOf<'CreateStmt'>, kind: RelationKind = 'table'): void {
  const table = relationToBe(scene, kind, create.relation, create.if_not_exists);
  if (!table) return;
  const created = scene.stamp('create');
  for (const parent of create.inhRelations ?? [])
    if ('RangeVar' in parent) inherit(table, assumed(scene, parent.RangeVar), created);
  if (create.ofTypename) copyColumns(table, typeOf(scene, create.ofTypename), created);
  const constraints = addColumns(scene, table, create.tableElts ?? []);
  table.home.relations.add(table);
  for (const [constraint, own] of constraints) addConstraint(scene, table, constraint, own);
}

type OwnedConstraint = [node: NodeOf<'Constraint'>, own?: Column];

/** The columns; gives the constraints, keys first: a foreign key may need the primary key. */
function addColumns(scene: Scene, table: Relation, elements: readonly Node[]): OwnedConstraint[] {
  const constraints: OwnedConstraint[] = [];
  for (const element of elements) {
    if ('TableLikeClause' in element) copyLike(scene, table, element.TableLikeClause);
    else if ('Constraint' in element) constraints.push([element.Constraint]);
    else if ('ColumnDef' in element) {
      const column = addColumn(scene, table, element.ColumnDef);
      for (const constraint of constraintsOf(element.ColumnDef)) constraints.push([constraint, column]);
    }
  }
  const isForeign = ([{ contype }]: OwnedConstraint): boolean => contype === 'CONSTR_FOREIGN';
  return [...constraints.filter((each) => !isForeign(each)), ...constraints.filter(isForeign)];
}

/** A column of its own; one that it inherits as well is one column, told at its definition. */
export function addColumn(scene: Scene, table: Relation, definition: NodeOf<'ColumnDef'>): Column {
  const { colname = '', typeName, location } = definition;
  const created = stampAt(scene, 'create', location);
  const inherited = table.columns.get(colname)?.source;
  const type = typeName && typeOf(scene, typeName);
  type?.users.add(table);
  const column = newColumn(colname, type, { created });
  const identity = identityOf(definition);
  if (identity || SERIAL.test(strings(typeName?.names).join('.')))
    addSequence(table, colname, identity, created);
  return table.columns.add(inherited ? { ...column, source: inherited } : column);
}

const SERIAL = /^(?:(?:small|big)?serial|serial[248])$/;

const identityOf = (definition: NodeOf<'ColumnDef'>): NodeOf<'Constraint'> | undefined =>
  constraintsOf(definition).find(({ contype }) => contype === 'CONSTR_IDENTITY');

/** Adds the sequence that numbers a column, under the name that the identity or PostgreSQL gives it. */
export function addSequence(
  table: Relation,
  column: string,
  identity: NodeOf<'Constraint'> | undefined,
  created: Stamp,
): void {
  const given = (identity?.options ?? []).flatMap((option) =>
    'DefElem' in option && option.DefElem.defname === 'sequence_name' ? [option.DefElem.arg] : [],
  )[0];
  const named = given && 'List' in given ? strings(given.List.items).at(-1) : undefined;
  const name = partKey('sequence', named ?? objectName(table.name, column, 'seq'));
  table.parts.add({ name, created, touch: created, facets: new Map() });
}

export const constraintsOf = ({ constraints = [] }: NodeOf<'ColumnDef'>): NodeOf<'Constraint'>[] =>
  constraints.flatMap((node) => ('Constraint' in node ? [node.Constraint] : []));

/** The migrations' own type of a column or an argument, arrays of it included. */
export function typeOf({ state, path }: Scene, { names }: NodeOf<'TypeName'>): AnyType | undefined {
  const name = nameOf(strings(names));
  if (!name || (name.schema === undefined && isBuiltIn(name.name))) return undefined;
  return state.type(name, path) ?? state.relation(name, path);
}

/** `inherits`, `partition of`, `attach partition`: the parent's columns, kept up with. */
export function inherit(table: Relation, parent: Relation, created: Stamp): void {
  if (isUnder(parent, table)) return;
  if (!table.parents.includes(parent)) table.parents.push(parent);
  parent.users.add(table);
  table.isOpen ||= parent.isOpen;
  for (const source of parent.columns.values()) {
    const own = table.columns.get(source.name);
    if (own) own.source = source;
    else inheritColumn(table, source, created);
  }
}

/** PostgreSQL refuses circles. */
function isUnder(relation: Relation, other: Relation): boolean {
  const above = new Set([relation]);
  for (const each of above) for (const parent of each.parents) above.add(parent);
  return above.has(other);
}

export function inheritColumn(table: Relation, source: Column, created: Stamp): void {
  source.type?.users.add(table);
  table.columns.add({ ...newColumn(source.name, source.type, { created }), source });
}

/** `like other (including …)`: the columns as they are now. Foreign keys are not copied. */
function copyLike(scene: Scene, table: Relation, { relation }: NodeOf<'TableLikeClause'>): void {
  if (!relation) return;
  const name = rangeName(relation);
  const source = scene.state.relation(name, scene.path) ?? scene.state.type(name, scene.path);
  copyColumns(table, source, stampAt(scene, 'create', relation.location));
}

function copyColumns(table: Relation, source: AnyType | undefined, created: Stamp): void {
  if (source === undefined || ('isOpen' in source && source.isOpen)) table.isOpen = true;
  if (source === undefined) return;
  const columns = 'columns' in source ? source.columns : source.parts;
  for (const { name, type } of columns.values()) {
    type?.users.add(table);
    table.columns.add(newColumn(name, type, { created }));
  }
}
