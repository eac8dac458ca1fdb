// What goes with an object. A drop that succeeds leaves nothing that depends on the object, with `cascade` or without,
// so that nothing is asked of it but for a column, whose views are only guessed at.

import type { Stamp } from '../touch.ts';
import { touchOneToOne } from './constraints.ts';
import type { AnyType, Column, Constraint, Relation, Schema, Type } from './model.ts';
import { relationsOn, type SchemaState } from './state.ts';

export function dropSchema(state: SchemaState, schema: Schema, stamp: Stamp): void {
  for (const relation of schema.relations.values()) dropRelation(state, relation, stamp);
  for (const type of schema.types.values()) dropType(state, type, stamp);
  for (const routine of schema.routines.values()) schema.routines.end(routine, stamp);
  state.schemas.end(schema, stamp);
}

/** With the foreign keys that point at it, the views that stand on it, its partitions and children, and what has its rows. */
export function dropRelation(state: SchemaState, relation: Relation, stamp: Stamp): void {
  if (!relation.home.relations.holds(relation)) return;
  relation.home.relations.end(relation, stamp);
  for (const other of relationsOn(relation)) {
    if (other.sources.has(relation) || other.parents.includes(relation)) dropRelation(state, other, stamp);
    else
      for (const constraint of other.constraints.values())
        if (constraint.target === relation) other.constraints.end(constraint, stamp);
  }
  dropUses(state, relation, stamp);
}

export function dropType(state: SchemaState, type: Type, stamp: Stamp): void {
  type.home.types.end(type, stamp);
  dropUses(state, type, stamp);
}

/** The columns of a type, and the functions that take or give it. */
function dropUses(state: SchemaState, type: AnyType, stamp: Stamp): void {
  for (const relation of relationsOn(type))
    for (const column of relation.columns.values())
      if (column.type === type && !isView(relation)) dropColumn(state, relation, column, stamp, true);
  for (const routine of type.users) {
    if ('columns' in routine) continue;
    for (const [signature, types] of routine.overloads) {
      if (!types.includes(type)) continue;
      routine.overloads.delete(signature);
      routine.touch = stamp;
    }
    if (routine.overloads.size === 0) routine.home.routines.end(routine, stamp);
  }
}

const isView = ({ kind }: Relation): boolean => kind === 'view' || kind === 'materialized-view';

/** With the constraints over it and, by `cascade`, the views that may show it; in all that inherit it, too. */
export function dropColumn(
  state: SchemaState,
  relation: Relation,
  column: Column,
  stamp: Stamp,
  cascades: boolean,
): void {
  relation.columns.end(column, stamp);
  for (const constraint of relation.constraints.values())
    if (constraint.columns.includes(column)) dropConstraint(relation, constraint, stamp);
  for (const other of [relation, ...relationsOn(relation)]) {
    for (const constraint of other.constraints.values())
      if (constraint.targetColumns?.includes(column)) other.constraints.end(constraint, stamp);
    for (const inherited of other.columns.values())
      if (inherited.source === column) dropColumn(state, other, inherited, stamp, cascades);
    const shows = other.mentions === undefined || other.mentions.has(column.name);
    if (cascades && shows && other.sources.has(relation)) dropRelation(state, other, stamp);
  }
}

/** With the foreign keys that point at the columns of a primary or unique key. */
export function dropConstraint(relation: Relation, constraint: Constraint, stamp: Stamp): void {
  relation.constraints.end(constraint, stamp);
  touchOneToOne(relation, constraint, stamp);
  if (constraint.kind !== 'primary' && constraint.kind !== 'unique') return;
  for (const other of relationsOn(relation))
    for (const foreign of other.constraints.values())
      if (foreign.target === relation && isSameKey(foreign, constraint))
        other.constraints.end(foreign, stamp);
}

const isSameKey = ({ targetColumns = [] }: Constraint, { columns }: Constraint): boolean =>
  columns.length > 0 &&
  targetColumns.length === columns.length &&
  columns.every((column) => targetColumns.includes(column));
