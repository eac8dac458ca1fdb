// The simulated database, and how names are looked up in it. An object that a statement needs and none made is
// assumed to be there, for migrations that are indexed are migrations that replay.

import { isFilledByOthers } from '../../supabase/schemas.ts';
import type { Name } from '../names.ts';
import type { NodeOf } from '../parse.ts';
import {
  type AnyType,
  type Column,
  newColumn,
  newRelation,
  newSchema,
  type Relation,
  type Routine,
  type Schema,
  type Type,
} from './model.ts';
import { type Entity, Names } from './names.ts';

/** Where temporary relations live; it is looked up first. */
export const TEMPORARY = 'pg_temp';

const NOT_CREATED = { created: undefined };

export class SchemaState {
  readonly schemas = new Names<Schema>();
  /** Extensions, publications and what else has no schema, as `extension name`. */
  readonly parts = new Names<Entity>();

  /** The schema of that name; assumed when none was created. */
  schema(name: string): Schema {
    return this.schemas.get(name) ?? this.schemas.add(newSchema(name, NOT_CREATED));
  }

  /** A session's end, as far as can be told: each file counts as one. */
  forgetTemporary(): void {
    const schema = this.schemas.get(TEMPORARY);
    if (schema) schema.relations = new Names();
  }

  /** Every relation of every schema. */
  relations(): Relation[] {
    return this.schemas.values().flatMap(({ relations }) => relations.values());
  }

  /** What inherits from a relation, or is a partition of it, at any depth. */
  children(relation: Relation): Relation[] {
    const found = new Set([relation]);
    // A set grows while it is walked: children of children come in turn.
    for (const parent of found)
      for (const child of relationsOn(parent)) if (child.parents.includes(parent)) found.add(child);
    found.delete(relation);
    return [...found];
  }

  /** Where an object is made: without a schema of its own, in the first one of the path that there is. */
  creationSchema(schema: string | undefined, path: readonly string[]): Schema {
    const isThere = (name: string): boolean => {
      const [holder, before] = this.schemas.holders(name);
      const isAssumed = holder?.ended === undefined && holder?.object.created === undefined;
      const isKnown = holder !== undefined && holder.ended === undefined && !(isAssumed && before);
      return name === 'public' || isFilledByOthers(name) || isKnown;
    };
    return this.schema(schema ?? path.find(isThere) ?? path[0] ?? 'public');
  }

  /** The schemas that a name is looked up in, in order. */
  searched(schema: string | undefined, path: readonly string[]): Schema[] {
    const names = schema === undefined ? [TEMPORARY, ...path] : [schema];
    return names.flatMap((name) => this.schemas.get(name) ?? []);
  }

  relation({ schema, name }: Name, path: readonly string[]): Relation | undefined {
    return this.searched(schema, path).flatMap(({ relations }) => relations.get(name) ?? [])[0];
  }

  type({ schema, name }: Name, path: readonly string[]): Type | undefined {
    return this.searched(schema, path).flatMap(({ types }) => types.get(name) ?? [])[0];
  }

  routine({ schema, name }: Name, path: readonly string[]): Routine | undefined {
    return this.searched(schema, path).flatMap(({ routines }) => routines.get(name) ?? [])[0];
  }

  /** The relation of that name, which is assumed to exist. */
  assumedRelation(name: Name, path: readonly string[]): Relation {
    const known = this.relation(name, path);
    if (known) return known;
    const home = this.creationSchema(name.schema, path);
    return home.relations.add(newRelation('table', home, name.name, NOT_CREATED));
  }
}

/** The relations that there are and that may stand on an object, inherit from it, point at it or have its type. */
export const relationsOn = ({ users }: AnyType | Routine): Relation[] =>
  [...users].flatMap((user) => ('columns' in user && user.home.relations.holds(user) ? [user] : []));

/** The column of that name, which is assumed to exist. */
export function assumedColumn(relation: Relation, name: string): Column {
  return relation.columns.get(name) ?? relation.columns.add(newColumn(name, undefined, NOT_CREATED));
}

export function rangeName({ schemaname, relname, relpersistence }: NodeOf<'RangeVar'>): Name {
  return { schema: relpersistence === 't' ? TEMPORARY : schemaname, name: relname ?? '' };
}
