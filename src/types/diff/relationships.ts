// The relationships of one relation, as a set of facts: their order is chance (A1.6).

import type { ObjectId } from '../../findings/object-id.ts';
import { groupBy } from '../../match.ts';
import { type Difference, notices, type RelationshipFacts, type TypeChange } from '../change.ts';
import { type Pair, type Relation, type Relationship, type SchemaTypes, withoutEqual } from '../model.ts';
import type { RelationAt } from '../skew/relations.ts';
import { relationshipListSkew, relationshipsSkew } from '../skew/relationships.ts';

type Relationships = readonly Relationship[];

export function diffRelationships(
  { schemas, relation }: RelationAt,
  { committed, generated }: Pair<Relation>,
): Difference[] {
  const { schema } = schemas;
  const lists = { committed: committed.relationships, generated: generated.relationships };
  const inLists = relationshipListSkew(lists, schemas);
  if (inLists) return notices({ kind: 'table', schema, name: relation }, inLists);
  const own = { committed: lists.committed ?? [], generated: lists.generated ?? [] };
  const both = [...own.committed, ...own.generated];
  const around = {
    committed: { own: own.committed, back: backTo(relation, both, schemas.committed) },
    generated: { own: own.generated, back: backTo(relation, both, schemas.generated) },
  };
  const { left, right } = withoutEqual(own.committed, own.generated);
  const groups = { committed: groupBy(left, nameOf), generated: groupBy(right, nameOf) };
  return [...new Set([...groups.committed.keys(), ...groups.generated.keys()])].flatMap(
    (name): Difference[] => {
      const object = { kind: 'relationship', schema, relation, name } as const;
      const named = (list: Relationships): Relationships => list.filter((one) => one.name === name);
      const all = { committed: named(own.committed), generated: named(own.generated) };
      const differing = {
        committed: groups.committed.get(name) ?? [],
        generated: groups.generated.get(name) ?? [],
      };
      const entries = relationshipsSkew(differing, { schemas, relation, name, all });
      if (entries) return notices(object, entries);
      const facts = {
        committed: { differing: differing.committed, ...around.committed },
        generated: { differing: differing.generated, ...around.generated },
      };
      return [changeOf(object, facts)];
    },
  );
}

const nameOf = ({ name }: Relationship): string => name;

/** The relationships that lead to a relation from those that it leads to, turned round. */
function backTo(relation: string, own: Relationships, { relations }: SchemaTypes): Relationship[] {
  const others = new Set(own.map(({ referencedRelation }) => referencedRelation));
  others.delete(relation);
  return [...others].flatMap((other) =>
    (relations.get(other)?.relationships ?? [])
      .filter(({ referencedRelation }) => referencedRelation === relation)
      .map((one) => ({ ...one, referencedRelation: other })),
  );
}

function changeOf(object: ObjectId, facts: Pair<RelationshipFacts>): TypeChange {
  const committed = textOf(facts.committed.differing);
  const generated = textOf(facts.generated.differing);
  if (facts.generated.differing.length === 0)
    return { kind: 'relationship-removed', object, relationship: committed, facts };
  if (facts.committed.differing.length === 0)
    return { kind: 'relationship-added', object, relationship: generated, facts };
  return { kind: 'relationship-changed', object, committed, generated, facts };
}

const textOf = (relationships: Relationships): string =>
  relationships
    .map(
      ({ columns, referencedRelation, referencedColumns, isOneToOne }) =>
        `(${columns.join(', ')}) -> ${referencedRelation}(${referencedColumns.join(', ')})${isOneToOne ? ' one-to-one' : ''}`,
    )
    .sort()
    .join(' | ');
