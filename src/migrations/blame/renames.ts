// Every earlier name of the objects that exist in the end, under which committed types may still know them.

import { relationOfRelkind } from '../../findings/kinds.ts';
import type { ObjectId } from '../../findings/object-id.ts';
import { isGone, lastFacts, type ObjectHistory, type TracedObject, textOf } from './history.ts';

/** An object that has, in the end, another name than it once had. */
export interface Rename {
  from: ObjectId;
  /** The name after the last migration. */
  to: ObjectId;
  /** The event that took the old name away: a place in the trace. */
  event: number;
}

/** A name that an object had, and the event that took it away. */
interface EarlierName {
  schema: string;
  name: string;
  until: number;
}

/** In the order of the events. A name that another object has now is left out. */
export function renamesOf(history: ObjectHistory): Rename[] {
  const objects = history.objects.filter((object) => !isGone(object));
  return objects.flatMap((object) => renamesOfObject(history, object)).sort((a, b) => a.event - b.event);
}

function renamesOfObject(history: ObjectHistory, object: TracedObject): Rename[] {
  const kind = textOf(lastFacts(object), 'kind');
  const relation = relationOfRelkind(kind);
  if (object.catalogue === 'pg_class' && relation)
    return named(history, object, ({ schema, name }) => ({ kind: relation, schema, name }));
  if (object.catalogue === 'pg_proc')
    return named(history, object, ({ schema, name }) => ({ kind: 'function', schema, name, args: [] }));
  if (object.catalogue === 'pg_type' && kind === 'e')
    return named(history, object, ({ schema, name }) => ({ kind: 'enum', schema, name }));
  return object.catalogue === 'pg_attribute' ? ofColumn(history, object) : [];
}

function named(
  history: ObjectHistory,
  object: TracedObject,
  idOf: (name: Pick<EarlierName, 'schema' | 'name'>) => ObjectId,
): Rename[] {
  const { today, past } = history.namesOf(object);
  return past.map(({ until, ...name }) => ({ from: idOf(name), to: idOf(today), event: until }));
}

/** A column under its relation's name of today, and under those of before. */
function ofColumn(history: ObjectHistory, column: TracedObject): Rename[] {
  const relation = history.object('pg_class', column.id);
  if (!relation || isGone(relation) || !relationOfRelkind(textOf(lastFacts(relation), 'kind'))) return [];
  const { today, past } = history.namesOf(relation);
  const own = history.namesOf(column);
  const idOf = (of: Pick<EarlierName, 'schema' | 'name'>, name: string): ObjectId => ({
    kind: 'column',
    schema: of.schema,
    relation: of.name,
    name,
  });
  return own.past.flatMap(({ name, until }) =>
    [today, ...past].map((of) => ({ from: idOf(of, name), to: idOf(today, own.today.name), event: until })),
  );
}
