// Every earlier name of the objects that exist in the end, under which committed types may still know them.

import type { ObjectId } from '../../findings/object-id.ts';
import type { Stamp } from '../touch.ts';
import type { Relation, Routine, Schema, Type } from './model.ts';
import type { Names } from './names.ts';
import type { SchemaState } from './state.ts';

export interface Renaming {
  from: ObjectId;
  to: ObjectId;
  stamp: Stamp;
}

/** A name that an object had, and what took it away; nothing took the one of today. */
interface PastName {
  schema: string;
  name: string;
  stamp?: Stamp | undefined;
}

type Member = Relation | Type | Routine;
type Pick = (schema: Schema) => Names<Relation> | Names<Type> | Names<Routine>;

/** In the order of the statements. A name that another object has now is left out. */
export function renamings(state: SchemaState): Renaming[] {
  const schemas = state.schemas.values();
  const found: Renaming[] = [];
  for (const schema of schemas) {
    for (const relation of schema.relations.values()) found.push(...ofRelation(state, relation));
    for (const type of schema.types.values()) found.push(...ofType(state, type));
    for (const routine of schema.routines.values()) found.push(...ofRoutine(state, routine));
  }
  return found.sort((a, b) => a.stamp.order - b.stamp.order);
}

function ofRelation(state: SchemaState, relation: Relation): Renaming[] {
  const { kind, home, name } = relation;
  if (kind === 'foreign-table') return [];
  const relationId = (schema: string, named: string): ObjectId => ({ kind, schema, name: named });
  const past = pastNames(state, relation, ({ relations }) => relations);
  const free = past.filter((each) => !state.schemas.get(each.schema)?.relations.get(each.name));
  const own = free.flatMap((each) =>
    renaming(relationId(each.schema, each.name), relationId(home.name, name), each.stamp),
  );
  return [...own, ...ofColumns(relation, [{ schema: home.name, name }, ...free])];
}

/** A column's old names, in the relation as it is called now and as it was called. */
function ofColumns(relation: Relation, relationNames: readonly PastName[]): Renaming[] {
  const { columns, home } = relation;
  return columns.former().flatMap(({ name, object, ended }) => {
    if (ended.action !== 'rename' || !columns.holds(object) || columns.get(name)) return [];
    const to: ObjectId = { kind: 'column', schema: home.name, relation: relation.name, name: object.name };
    return relationNames.flatMap((each) =>
      renaming({ kind: 'column', schema: each.schema, relation: each.name, name }, to, ended),
    );
  });
}

function ofType(state: SchemaState, type: Type): Renaming[] {
  if (type.kind !== 'enum') return [];
  const enumId = (schema: string, name: string): ObjectId => ({ kind: 'enum', schema, name });
  return pastNames(state, type, ({ types }) => types)
    .filter(({ schema, name }) => !state.schemas.get(schema)?.types.get(name))
    .flatMap(({ schema, name, stamp }) =>
      renaming(enumId(schema, name), enumId(type.home.name, type.name), stamp),
    );
}

function ofRoutine(state: SchemaState, routine: Routine): Renaming[] {
  const functionId = (schema: string, name: string): ObjectId => ({
    kind: 'function',
    schema,
    name,
    args: [],
  });
  return pastNames(state, routine, ({ routines }) => routines)
    .filter(({ schema, name }) => !state.schemas.get(schema)?.routines.get(name))
    .flatMap(({ schema, name, stamp }) =>
      renaming(functionId(schema, name), functionId(routine.home.name, routine.name), stamp),
    );
}

const renaming = (from: ObjectId, to: ObjectId, stamp: Stamp | undefined): Renaming[] =>
  stamp ? [{ from, to, stamp }] : [];

/** Its old names in each schema that it was in, under each name of that schema. */
function pastNames(state: SchemaState, object: Member, members: Pick): PastName[] {
  const { home, name, created } = object;
  const found: PastName[] = [];
  for (const schema of state.schemas.values()) {
    const earlier = formerNames(state.schemas, schema);
    const own = formerNames(members(schema), object);
    for (const each of own) {
      found.push({ schema: schema.name, name: each.name, stamp: each.ended });
      for (const past of earlier) found.push({ schema: past.name, name: each.name, stamp: each.ended });
    }
    if (schema !== home) continue;
    for (const past of earlier)
      if ((created?.order ?? -1) < past.ended.order)
        found.push({ schema: past.name, name, stamp: past.ended });
  }
  return found;
}

function formerNames<T>(
  names: { former(): readonly { name: string; object: unknown; ended: Stamp }[] },
  object: T,
): { name: string; ended: Stamp }[] {
  return names.former().filter((each) => each.object === object && each.ended.action === 'rename');
}
