// Every earlier name of the objects that exist in the end, under which committed types may still know them.

import type { ObjectId } from '../../findings/object-id.ts';
import type { Stamp } from '../touch.ts';
import type { Column, Relation, Routine, Schema, Type } from './model.ts';
import type { Entity, Former, Names } from './names.ts';
import type { SchemaState } from './state.ts';

export interface Renaming {
  from: ObjectId;
  to: ObjectId;
  stamp: Stamp;
}

/** A name that an object had, and what took it away. */
interface PastName extends Place {
  stamp: Stamp;
}

interface Place {
  schema: string;
  name: string;
}

type Member = Relation | Type | Routine;
type Shelf = { get(name: string): unknown; former(): readonly Former<Entity>[] };
/** Which of a schema's objects an object is among. */
type ShelfOf = (schema: Schema) => Shelf;

/** In the order of the statements. A name that another object has now is left out. */
export function renamings(state: SchemaState): Renaming[] {
  const found: Renaming[] = [];
  for (const schema of state.schemas.values()) {
    for (const relation of schema.relations.values()) found.push(...ofRelation(state, relation));
    for (const type of schema.types.values()) if (type.kind === 'enum') found.push(...ofEnum(state, type));
    for (const routine of schema.routines.values()) found.push(...ofRoutine(state, routine));
  }
  return found.sort((a, b) => a.stamp.order - b.stamp.order);
}

/** With its columns: each under its relation's name of today, and those of before. */
function ofRelation(state: SchemaState, relation: Relation): Renaming[] {
  const kind = relation.kind === 'foreign-table' ? 'table' : relation.kind;
  const past = pastNames(state, relation, ({ relations }) => relations);
  const today = { schema: relation.home.name, name: relation.name };
  return [
    ...past.map(({ stamp, ...from }) => ({ from: { kind, ...from }, to: { kind, ...today }, stamp })),
    ...ofColumns(relation.columns, today, [today, ...past]),
  ];
}

function ofColumns(columns: Names<Column>, today: Place, relations: readonly Place[]): Renaming[] {
  const column = ({ schema, name: relation }: Place, name: string): ObjectId => ({
    kind: 'column',
    schema,
    relation,
    name,
  });
  return columns.former().flatMap(({ name, object, ended: stamp }) => {
    if (stamp.action !== 'rename' || !columns.holds(object) || columns.get(name)) return [];
    const to = column(today, object.name);
    return relations.map((relation) => ({ from: column(relation, name), to, stamp }));
  });
}

function ofEnum(state: SchemaState, type: Type): Renaming[] {
  const to: ObjectId = { kind: 'enum', schema: type.home.name, name: type.name };
  return pastNames(state, type, ({ types }) => types).map(({ schema, name, stamp }) => ({
    from: { kind: 'enum', schema, name },
    to,
    stamp,
  }));
}

function ofRoutine(state: SchemaState, routine: Routine): Renaming[] {
  const to: ObjectId = { kind: 'function', schema: routine.home.name, name: routine.name, args: [] };
  return pastNames(state, routine, ({ routines }) => routines).map(({ schema, name, stamp }) => ({
    from: { kind: 'function', schema, name, args: [] },
    to,
    stamp,
  }));
}

/** Its earlier names that are free. A name is given by the object's own name and that of its schema, and ends with either. */
function pastNames(state: SchemaState, object: Member, members: ShelfOf): PastName[] {
  const stays = state.schemas
    .values()
    .flatMap((schema) => formerNames(members(schema), object).map((each) => ({ ...each, schema })))
    .sort((a, b) => a.ended.order - b.ended.order);
  const found: PastName[] = [];
  let since = object.created?.order ?? 0;
  for (const stay of [...stays, { name: object.name, schema: object.home, ended: undefined }]) {
    for (const named of namesOf(state, stay.schema)) {
      const stamp = earlier(stay.ended, named.ended);
      const isOver = stamp !== undefined && stamp.order > Math.max(since, named.since);
      const holder = state.schemas.get(named.name);
      if (isOver && !(holder && members(holder).get(stay.name)))
        found.push({ schema: named.name, name: stay.name, stamp });
    }
    since = stay.ended?.order ?? since;
  }
  return found;
}

/** The names of a schema, and since and until when it had them. */
function namesOf(state: SchemaState, schema: Schema): { name: string; since: number; ended?: Stamp }[] {
  const former = formerNames(state.schemas, schema).sort((a, b) => a.ended.order - b.ended.order);
  const starts = [0, ...former.map(({ ended }) => ended.order)];
  return [...former, { name: schema.name }].map((each, index) => ({ ...each, since: starts[index] ?? 0 }));
}

const earlier = (a: Stamp | undefined, b: Stamp | undefined): Stamp | undefined =>
  a && b ? (a.order < b.order ? a : b) : (a ?? b);

function formerNames(names: Shelf, object: Entity): { name: string; ended: Stamp }[] {
  return names
    .former()
    .filter((each) => each.object === object && each.ended.action === 'rename')
    .map(({ name, ended }) => ({ name, ended }));
}
