// Relationships that generators write differently, or leave out.

import type { KnownForeignKey } from '../known-objects.ts';
import { isSameKind, otherSide, type Pair, type Relationship, type SchemaTypes } from '../model.ts';
import { always, type Entries, ERA, explain, type Schemas, type Skew } from './engine.ts';

type Relationships = readonly Relationship[];

const LISTS: Skew<Relationships | undefined, { schemas: Schemas }>[] = [
  {
    // By a generator that wrote none at all, not one that lost those of a table.
    entry: 'A3.3',
    when: (_one, other) => other.from === 0,
    rewrite: (one, other, { schemas }, side) =>
      other === undefined && hasNone(schemas[otherSide(side)]) ? other : one,
  },
];

const hasNone = ({ relations }: SchemaTypes): boolean =>
  [...relations.values()].every(({ relationships }) => relationships === undefined);

/** The entries under which one side alone has a list of relationships, none when neither has. */
export const relationshipListSkew = (lists: Pair<Relationships | undefined>, schemas: Schemas): Entries =>
  explain(LISTS, lists, { schemas });

/** The relationships of one name. */
interface RelationshipsAt {
  schemas: Schemas;
  relation: string;
  name: string;
  /** With those that are equal on both sides. */
  all: Pair<Relationships>;
}

/** What differs of the relationships of one name. */
const DIFFERING: Skew<Relationships, RelationshipsAt>[] = [
  { entry: 'A3.23', when: always, rewrite: (one, other, at) => (areLostColumns(at) ? other : one) },
  {
    entry: 'A3.17',
    when: (one) => one.from === 0,
    rewrite: (one, other, at) => (isAlone(one, other) && leadElsewhere(one, at) ? other : one),
  },
  {
    entry: 'A3.26',
    when: (_one, other) => other.from >= ERA.exact,
    rewrite: (one, other, at, side) =>
      side === 'generated' && isAlone(one, other) && isHidden(at) ? other : one,
  },
  {
    // The generator of today is known; a view without the columns has lost them.
    entry: 'A3.26',
    when: always,
    rewrite: (one, other, at, side) =>
      side === 'committed' && isAlone(one, other) && isHidden(at) && isLeftOut(one, at) ? other : one,
  },
];

/** The entries under which relationships of one name that differ are no drift. */
export const relationshipsSkew = (differing: Pair<Relationships>, at: RelationshipsAt): Entries =>
  explain(DIFFERING, differing, at);

const isAlone = (one: Relationships, other: Relationships): boolean => one.length > 0 && other.length === 0;

/**
 * Whether nothing differs but columns that a generator lost: those with a dot in their name, and all of a schema whose
 * name SQL writes in quotes. It then also fails to see that the same columns stand in a view, and writes no
 * relationship to it.
 */
function areLostColumns({ schemas, all }: RelationshipsAt): boolean {
  if (![...all.committed, ...all.generated].some(isWithoutColumns)) return false;
  const toTables = (list: Relationships): Relationship[] =>
    list.filter(({ referencedRelation: to }) =>
      [schemas.committed, schemas.generated].every(({ relations }) => relations.get(to)?.kind !== 'view'),
    );
  const [[before, ...more], [after, ...others]] = [toTables(all.committed), toTables(all.generated)];
  if (!before || !after || more.length + others.length > 0) return false;
  const isOfLost = losesAll(schemas.committed) || losesAll(schemas.generated);
  const mayLose = (one: Relationship): boolean =>
    isOfLost ||
    isWithoutColumns(one) ||
    [...one.columns, ...one.referencedColumns].some((column) => column.includes('.'));
  const isSame = before.referencedRelation === after.referencedRelation && isSameKind(before, after);
  return isSame && mayLose(before) && mayLose(after);
}

const isWithoutColumns = ({ columns, referencedColumns }: Relationship): boolean =>
  columns.length === 0 || referencedColumns.length === 0;

/** Whether the relationships of a schema's tables to its tables have all lost their columns. */
function losesAll({ relations }: SchemaTypes): boolean {
  const all = [...relations.values()]
    .filter(({ kind }) => kind === 'table')
    .flatMap(({ relationships }) => relationships ?? [])
    .filter(({ referencedRelation }) => relations.get(referencedRelation)?.kind === 'table');
  return all.length > 0 && all.every(isWithoutColumns);
}

/** Whether foreign keys lead to another schema. */
function leadElsewhere(list: Relationships, { schemas, relation, name }: RelationshipsAt): boolean {
  const { schema, known, committed, generated } = schemas;
  const isForeign = ({ referencedRelation: to }: Relationship): boolean =>
    !committed.relations.has(to) && !generated.relations.has(to);
  // A relation of the same name may stand in this schema: then only the database tells that the key leads elsewhere.
  const leadsOut = (key: KnownForeignKey): boolean =>
    key.schema === schema && key.relation === relation && key.referencedSchema !== schema;
  const keys = known.foreignKeys(name).filter(leadsOut);
  const isKnown = ({ referencedRelation: to }: Relationship): boolean =>
    keys.some((key) => key.referencedRelation === to);
  return list.every(isForeign) || list.every(isKnown);
}

/** Whether a key is one of tables in other schemas, which only a view can show: a table's own key is in its schema. */
function isHidden({ schemas: { schema, known, generated }, relation, name }: RelationshipsAt): boolean {
  const keys = known.foreignKeys(name);
  const isView = generated.relations.get(relation)?.kind === 'view';
  return isView && keys.length > 0 && keys.every((key) => key.schema !== schema);
}

function isLeftOut(
  list: Relationships,
  { schemas: { known, generated }, relation }: RelationshipsAt,
): boolean {
  const row = generated.relations.get(relation)?.shapes.Row;
  return known.omitsHiddenKeys && list.every(({ columns }) => columns.every((column) => row?.has(column)));
}
