// Every kind of object, a row each. What a kind is called in words is its name without the dashes.

/** The sections of a schema in generated types. */
export const SECTIONS = ['Tables', 'Views', 'Functions', 'Enums', 'CompositeTypes'] as const;

export type Section = (typeof SECTIONS)[number];

export interface KindRow {
  /** What its objects are named in: a schema, an owner in one, or the database as a whole. */
  in: 'database' | 'schema' | 'relation' | 'enum';
  /** The section of generated types that holds it. */
  section?: Section;
  /** The system catalogue that has a row for each; absent where the replay records none. */
  catalogue?: string;
  /** The letters that `pg_class.relkind` has for a relation of this kind. */
  relkinds?: readonly string[];
}

export const KINDS = {
  table: { in: 'schema', section: 'Tables', catalogue: 'pg_class', relkinds: ['r', 'p'] },
  view: { in: 'schema', section: 'Views', catalogue: 'pg_class', relkinds: ['v'] },
  'materialized-view': { in: 'schema', section: 'Views', catalogue: 'pg_class', relkinds: ['m'] },
  'foreign-table': { in: 'schema', section: 'Tables', catalogue: 'pg_class', relkinds: ['f'] },
  sequence: { in: 'schema', catalogue: 'pg_class' },
  index: { in: 'schema', catalogue: 'pg_class' },
  'composite-type': { in: 'schema', section: 'CompositeTypes', catalogue: 'pg_type' },
  enum: { in: 'schema', section: 'Enums', catalogue: 'pg_type' },
  domain: { in: 'schema', catalogue: 'pg_type' },
  'range-type': { in: 'schema', catalogue: 'pg_type' },
  function: { in: 'schema', section: 'Functions', catalogue: 'pg_proc' },
  collation: { in: 'schema' },
  column: { in: 'relation', catalogue: 'pg_attribute' },
  constraint: { in: 'relation', catalogue: 'pg_constraint' },
  relationship: { in: 'relation', catalogue: 'pg_constraint' },
  policy: { in: 'relation', catalogue: 'pg_policy' },
  trigger: { in: 'relation', catalogue: 'pg_trigger' },
  rule: { in: 'relation', catalogue: 'pg_rewrite' },
  'enum-value': { in: 'enum', catalogue: 'pg_enum' },
  schema: { in: 'database', catalogue: 'pg_namespace' },
  extension: { in: 'database', catalogue: 'pg_extension' },
  publication: { in: 'database', catalogue: 'pg_publication' },
  subscription: { in: 'database' },
  role: { in: 'database' },
  'event-trigger': { in: 'database' },
  'foreign-data-wrapper': { in: 'database', catalogue: 'pg_foreign_data_wrapper' },
  'foreign-server': { in: 'database', catalogue: 'pg_foreign_server' },
  'default-privileges': { in: 'database', catalogue: 'pg_default_acl' },
  'cron-job': { in: 'database' },
  migration: { in: 'database' },
  file: { in: 'database' },
} as const satisfies Record<string, KindRow>;

export type Kind = keyof typeof KINDS;

type KindsWith<Row> = { [K in Kind]: (typeof KINDS)[K] extends Row ? K : never }[Kind];

export type KindIn<Place extends KindRow['in']> = KindsWith<{ in: Place }>;

/** What generated types show as a table or a view. */
export type RelationKind = KindsWith<{ section: 'Tables' | 'Views' }>;

const ROWS = Object.entries<KindRow>(KINDS).map(([kind, row]) => ({ kind, ...row }));
const RELATIONS = new Set(
  ROWS.filter(({ section }) => section === 'Tables' || section === 'Views').map(({ kind }) => kind),
);

/** Whether it is a table, a view, a materialized view or a foreign table. */
export const isRelation = <T extends { kind: string }>(object: T): object is T & { kind: RelationKind } =>
  RELATIONS.has(object.kind);

const RELKINDS = new Map(
  ROWS.filter(isRelation).flatMap(({ kind, relkinds = [] }) =>
    relkinds.map((letter) => [letter, kind] as const),
  ),
);

/** The kind of relation that `pg_class.relkind` says; undefined for indexes, sequences and row types. */
export const relationOfRelkind = (letter: string): RelationKind | undefined => RELKINDS.get(letter);

/** The letters of all relations, as SQL: `relkind in (…)`. */
export const RELATION_RELKINDS = [...RELKINDS.keys()].map((letter) => `'${letter}'`).join(', ');

/** `materialized view` */
export const kindInWords = (kind: Kind): string => kind.replaceAll('-', ' ');
