// The relationships of one relation, as a set of facts: their order is chance (A1.6).

import type { ObjectId } from '../../../src/findings/object-id.ts';
import { groupBy } from '../../../src/match.ts';
import { changes, equivalent, merge, type RelationshipFacts, type TypesDiff } from './change.ts';
import type { KnownForeignKey, KnownObjects } from './known-objects.ts';
import type { Relationship, SchemaTypes } from './model.ts';

interface Place {
  schema: string;
  relation: string;
}

interface BothSchemas {
  committed: SchemaTypes;
  generated: SchemaTypes;
  known: KnownObjects;
}

export function diffRelationships(
  at: Place,
  committed: readonly Relationship[] | undefined,
  generated: readonly Relationship[] | undefined,
  schemas: BothSchemas,
): TypesDiff {
  if (committed === generated) return merge([]);
  const table: ObjectId = { kind: 'table', schema: at.schema, name: at.relation };
  const isUnknown =
    (committed === undefined && writesNone(schemas.committed)) ||
    (generated === undefined && writesNone(schemas.generated));
  if (isUnknown) return equivalent(table, ['A3.3']);
  const lost = lostColumns(committed ?? [], generated ?? [], schemas);
  const { left, right } = withoutEqual(committed ?? [], generated ?? []);
  const both = [...(committed ?? []), ...(generated ?? [])];
  const around = {
    committed: { own: committed ?? [], back: backTo(at, both, schemas.committed) },
    generated: { own: generated ?? [], back: backTo(at, both, schemas.generated) },
  };
  const removed = groupBy(left, ({ name }) => name);
  const added = groupBy(right, ({ name }) => name);
  return merge(
    [...new Set([...removed.keys(), ...added.keys()])].map((name) => {
      const object = { kind: 'relationship', ...at, name } as const;
      if (lost.has(name)) return equivalent(object, ['A3.23']);
      return diffNamed(object, removed.get(name) ?? [], added.get(name) ?? [], around, schemas);
    }),
  );
}

/**
 * Names of relationships that differ in nothing but columns that a generator lost (A3.23): those with a dot in their
 * name, and all of a schema whose name SQL writes in quotes. It then also fails to see that the same columns stand in a
 * view, and writes no relationship to it.
 */
function lostColumns(
  committed: readonly Relationship[],
  generated: readonly Relationship[],
  schemas: BothSchemas,
): Set<string> {
  const isToTable = ({ referencedRelation }: Relationship): boolean =>
    [schemas.committed, schemas.generated].every(
      ({ relations }) => relations.get(referencedRelation)?.kind !== 'view',
    );
  const isOfLost = losesAll(schemas.committed) || losesAll(schemas.generated);
  const names = [...committed, ...generated].filter(isWithoutColumns);
  return new Set(
    names
      .map(({ name }) => name)
      .filter((name) => {
        const one = (all: readonly Relationship[]): Relationship[] =>
          all.filter((relationship) => relationship.name === name && isToTable(relationship));
        const [[before, ...more], [after, ...others]] = [one(committed), one(generated)];
        if (!before || !after || more.length + others.length > 0) return false;
        const isLost = [before, after].every(
          (relationship) =>
            isOfLost || isWithoutColumns(relationship) || columnsOf(relationship).some(hasDot),
        );
        return isLost && before.referencedRelation === after.referencedRelation && isSameKind(before, after);
      }),
  );
}

const isWithoutColumns = ({ columns, referencedColumns }: Relationship): boolean =>
  columns.length === 0 || referencedColumns.length === 0;

const columnsOf = ({ columns, referencedColumns }: Relationship): string[] => [
  ...columns,
  ...referencedColumns,
];

const hasDot = (column: string): boolean => column.includes('.');

/** Whether the relationships of a schema's tables to its tables have all lost their columns. */
function losesAll({ relations }: SchemaTypes): boolean {
  const all = [...relations.values()]
    .filter(({ kind }) => kind === 'table')
    .flatMap(({ relationships }) => relationships ?? [])
    .filter(({ referencedRelation }) => relations.get(referencedRelation)?.kind === 'table');
  return all.length > 0 && all.every(isWithoutColumns);
}

/** Whether a schema is by a generator that wrote no relationships at all, not one that lost those of a table. */
const writesNone = ({ generator, relations }: SchemaTypes): boolean =>
  generator.from === 0 && [...relations.values()].every(({ relationships }) => relationships === undefined);

type Around = Omit<RelationshipFacts, 'differing'>;

/** The relationships that lead to a relation from those that it leads to, turned round. */
function backTo(
  { relation }: Place,
  own: readonly Relationship[],
  { relations }: SchemaTypes,
): Relationship[] {
  const others = new Set(own.map(({ referencedRelation }) => referencedRelation));
  others.delete(relation);
  return [...others].flatMap((other) =>
    (relations.get(other)?.relationships ?? [])
      .filter(({ referencedRelation }) => referencedRelation === relation)
      .map((one) => ({ ...one, referencedRelation: other })),
  );
}

function diffNamed(
  object: Place & { kind: 'relationship'; name: string },
  committed: readonly Relationship[],
  generated: readonly Relationship[],
  around: { committed: Around; generated: Around },
  schemas: BothSchemas,
): TypesDiff {
  const sides = { committed: textOf(committed), generated: textOf(generated) };
  const facts = {
    committed: { differing: committed, ...around.committed },
    generated: { differing: generated, ...around.generated },
  };
  if (committed.length > 0 && generated.length > 0) {
    return changes([{ kind: 'relationship-changed', object, ...sides, facts }]);
  }
  const isForeign = [...committed, ...generated].every(
    ({ referencedRelation }) =>
      !schemas.committed.relations.has(referencedRelation) &&
      !schemas.generated.relations.has(referencedRelation),
  );
  const keys = schemas.known.foreignKeys(object.name);
  const extra = committed.length > 0 ? schemas.committed : schemas.generated;
  // A relation of the same name may stand in this schema: then only the database tells that the key leads elsewhere.
  const leads = [...committed, ...generated].every(({ referencedRelation }) =>
    keys.some((key) => leadsElsewhere(key, object) && key.referencedRelation === referencedRelation),
  );
  if ((isForeign || leads) && extra.generator.from === 0) return equivalent(object, ['A3.17']);
  // A table's own key is in its own schema.
  const isHidden = keys.length > 0 && keys.every(({ schema }) => schema !== object.schema);
  const lacking = committed.length === 0 ? schemas.committed : schemas.generated;
  if (isHidden && leavesOut(lacking, object, committed, schemas)) return equivalent(object, ['A3.26']);
  return committed.length > 0
    ? changes([{ kind: 'relationship-removed', object, relationship: sides.committed, facts }])
    : changes([{ kind: 'relationship-added', object, relationship: sides.generated, facts }]);
}

/** Whether the side that lacks a view's relationship is by a generator that leaves such out, and has its columns. */
function leavesOut(
  lacking: SchemaTypes,
  { relation }: Place,
  committed: readonly Relationship[],
  { generated, known }: BothSchemas,
): boolean {
  const view = generated.relations.get(relation);
  if (view?.kind !== 'view') return false;
  if (lacking !== generated) return lacking.generator.from >= 3;
  const columns = committed.flatMap((one) => one.columns);
  return known.omitsHiddenKeys && columns.every((column) => view.shapes.Row?.has(column));
}

const leadsElsewhere = ({ schema, relation, referencedSchema }: KnownForeignKey, at: Place): boolean =>
  schema === at.schema && relation === at.relation && referencedSchema !== schema;

/** What is left of both sides when equal relationships are struck off, one for one. */
export function withoutEqual(
  committed: readonly Relationship[],
  generated: readonly Relationship[],
): { left: Relationship[]; right: Relationship[] } {
  const unmatched = groupBy(generated, factsOf);
  const left = committed.filter((relationship) => {
    const alike = unmatched.get(factsOf(relationship)) ?? [];
    const twin = alike.findIndex((other) => isSameKind(relationship, other));
    if (twin !== -1) alike.splice(twin, 1);
    return twin === -1;
  });
  const rest = new Set([...unmatched.values()].flat());
  return { left, right: generated.filter((relationship) => rest.has(relationship)) };
}

const factsOf = ({ name, columns, referencedRelation, referencedColumns }: Relationship): string =>
  JSON.stringify([name, columns, referencedRelation, referencedColumns]);

/** `isOneToOne` counts only where both files have it (A3.3). */
const isSameKind = (a: Relationship, b: Relationship): boolean =>
  a.isOneToOne === undefined || b.isOneToOne === undefined || a.isOneToOne === b.isOneToOne;

const textOf = (relationships: readonly Relationship[]): string =>
  relationships
    .map(
      ({ columns, referencedRelation, referencedColumns, isOneToOne }) =>
        `(${columns.join(', ')}) -> ${referencedRelation}(${referencedColumns.join(', ')})${isOneToOne ? ' one-to-one' : ''}`,
    )
    .sort()
    .join(' | ');
