// The relationships of one relation, as a set of facts: their order is chance (A1.6).

import type { ObjectId } from '../findings/object-id.ts';
import { groupBy } from '../match.ts';
import { changes, equivalent, merge, type RelationshipFacts, type TypesDiff } from './change.ts';
import type { Relationship, SchemaTypes } from './model.ts';

interface Place {
  schema: string;
  relation: string;
}

export function diffRelationships(
  at: Place,
  committed: readonly Relationship[] | undefined,
  generated: readonly Relationship[] | undefined,
  schemas: { committed: SchemaTypes; generated: SchemaTypes },
): TypesDiff {
  if (committed === undefined || generated === undefined) {
    const table: ObjectId = { kind: 'table', schema: at.schema, name: at.relation };
    return committed === generated ? merge([]) : equivalent(table, ['A3.3']);
  }
  const { left, right } = withoutEqual(committed, generated);
  const both = [...committed, ...generated];
  const around = {
    committed: { own: committed, back: backTo(at, both, schemas.committed) },
    generated: { own: generated, back: backTo(at, both, schemas.generated) },
  };
  const removed = groupBy(left, ({ name }) => name);
  const added = groupBy(right, ({ name }) => name);
  return merge(
    [...new Set([...removed.keys(), ...added.keys()])].map((name) =>
      diffNamed(
        { kind: 'relationship', ...at, name },
        removed.get(name) ?? [],
        added.get(name) ?? [],
        around,
        schemas,
      ),
    ),
  );
}

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
  object: ObjectId,
  committed: readonly Relationship[],
  generated: readonly Relationship[],
  around: { committed: Around; generated: Around },
  schemas: { committed: SchemaTypes; generated: SchemaTypes },
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
  if (isForeign) return equivalent(object, ['A3.17']);
  return committed.length > 0
    ? changes([{ kind: 'relationship-removed', object, relationship: sides.committed, facts }])
    : changes([{ kind: 'relationship-added', object, relationship: sides.generated, facts }]);
}

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
