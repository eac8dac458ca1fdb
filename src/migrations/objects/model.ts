// The objects of a simulated database, as far as the generated types show them.

import { type Entity, Names } from './names.ts';

export type RelationKind = 'table' | 'view' | 'materialized-view' | 'foreign-table';

/** What others may stand on, inherit from, point at or have the type of. */
interface Used extends Entity {
  /** All that ever did so: looked at when it goes, and not all that there is. */
  readonly users: Set<Relation | Routine>;
}

export interface Schema extends Entity {
  relations: Names<Relation>;
  types: Names<Type>;
  routines: Names<Routine>;
  /** Sequences of their own, as `sequence name`. */
  parts: Names<Entity>;
}

export interface Relation extends Used {
  kind: RelationKind;
  home: Schema;
  columns: Names<Column>;
  constraints: Names<Constraint>;
  /** Policies, triggers, rules, indexes and the sequences of its columns, as `policy name`. */
  parts: Names<Entity>;
  /** Whether it may have columns that no statement spells out. */
  isOpen: boolean;
  /** What it inherits from, or is a partition of. */
  parents: Relation[];
  /** What a view stands on. */
  sources: ReadonlySet<Relation | Routine>;
  /** The words of a view's query that may be columns of its sources; undefined for "all". */
  mentions?: ReadonlySet<string>;
}

/** What a column, an argument or a result may be of, among the migrations' own: a table's rows are a type, too. */
export type AnyType = Type | Relation;

export interface Column extends Entity {
  type: AnyType | undefined;
  /** The column of a parent that this one is inherited from. */
  source?: Column;
}

/** A composite type's attributes and an enum's labels are its parts. */
export interface Type extends Used {
  kind: 'enum' | 'composite' | 'domain' | 'other';
  home: Schema;
  parts: Names<Column>;
}

export interface Constraint extends Entity {
  kind: 'foreign' | 'primary' | 'unique' | 'other';
  columns: readonly Column[];
  target?: Relation;
  targetColumns?: readonly Column[];
}

/** All functions of one name in one schema. */
export interface Routine extends Used {
  home: Schema;
  /** By the types of the arguments: the types of a migration's own that a signature names. */
  overloads: Map<string, readonly AnyType[]>;
}

type Made = Pick<Entity, 'created'>;

export const newSchema = (name: string, { created }: Made): Schema => ({
  name,
  created,
  touch: created,
  facets: new Map(),
  relations: new Names(),
  types: new Names(),
  routines: new Names(),
  parts: new Names(),
});

export const newRelation = (kind: RelationKind, home: Schema, name: string, { created }: Made): Relation => ({
  kind,
  home,
  name,
  created,
  touch: created,
  facets: new Map(),
  columns: new Names(),
  constraints: new Names(),
  parts: new Names(),
  users: new Set(),
  isOpen: created === undefined,
  parents: [],
  sources: new Set(),
});

export const newColumn = (name: string, type: AnyType | undefined, { created }: Made): Column => ({
  name,
  type,
  created,
  touch: created,
  facets: new Map(),
});

export const newType = (kind: Type['kind'], home: Schema, name: string, { created }: Made): Type => ({
  kind,
  home,
  name,
  created,
  touch: created,
  facets: new Map(),
  users: new Set(),
  parts: new Names(),
});
