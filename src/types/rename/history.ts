// The names that each relation and column has had, from the renames of the migrations in their order.

import { isRelation } from '../../findings/kinds.ts';
import type { ObjectId } from '../../findings/object-id.ts';

export interface KnownRename {
  from: ObjectId;
  to: ObjectId;
}

/** Names in the order in which an object had them; the last is today's. */
type Names = string[];

/** A relation that was renamed, or that has columns that were. */
export interface History {
  schema: string;
  names: Names;
  columns: { names: Names }[];
}

/** The history of every relation that the renames touch. A move to another schema ends one. */
export function historiesOf(renames: readonly KnownRename[]): History[] {
  const histories: History[] = [];
  for (const { from, to } of renames) {
    if (from.kind === 'column' && to.kind === 'column' && from.schema === to.schema) {
      const history = ownerOf(histories, from, to);
      follow(history.columns, from.name, to.name, (names) => ({ names }));
    } else if (isRelation(from) && isRelation(to) && from.schema === to.schema) {
      const { schema } = from;
      const own = histories.filter((one) => one.schema === schema);
      const others = histories.filter((one) => one.schema !== schema);
      follow(own, from.name, to.name, (names) => ({ schema, names, columns: [] }));
      histories.splice(0, histories.length, ...others, ...own);
    }
  }
  return histories;
}

/** Adds a name to the object that had the old one till now. What had the new one is gone, or it could not be taken. */
function follow<T extends { names: Names }>(
  all: T[],
  from: string,
  to: string,
  made: (names: Names) => T,
): void {
  const known = all.find(({ names }) => names.at(-1) === from);
  const displaced = all.findIndex(({ names }) => names.at(-1) === to);
  if (displaced !== -1) all.splice(displaced, 1);
  if (known) known.names.push(to);
  else all.push(made([from, to]));
}

type ColumnId = Extract<ObjectId, { relation: string }>;

/** The history of a column's relation, which may go by its name of then or, in `to`, by that of today. */
function ownerOf(histories: History[], from: ColumnId, to: ColumnId): History {
  const own = histories.filter(({ schema }) => schema === from.schema);
  const known =
    own.find(({ names }) => names.at(-1) === from.relation) ??
    own.find(({ names }) => names.at(-1) === to.relation);
  if (known) return known;
  const history = { schema: from.schema, names: [from.relation], columns: [] };
  histories.push(history);
  return history;
}
