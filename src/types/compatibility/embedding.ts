// What a changed relationship does to queries that embed one relation in another. PostgREST refuses to embed when
// two relationships fit what a query says (PGRST201).

import type { RelationshipFacts, ToldChange } from '../change.ts';
import type { Relationship } from '../model.ts';
import type { CaseId } from './cases.ts';

type RelationshipChange = Extract<ToldChange, { facts: { committed: RelationshipFacts } }>;

export function caseOfRelationship({ kind, facts: { committed, generated } }: RelationshipChange): CaseId {
  switch (kind) {
    case 'relationship-added':
      return generated.differing.some((added) => hasRival(added, committed, generated))
        ? 'relationship-rival'
        : 'relationship-added';
    case 'relationship-removed':
      return committed.differing.every((removed) => generated.own.some((one) => isSameKey(one, removed)))
        ? 'relationship-name-gone'
        : 'relationship-removed';
    case 'relationship-changed':
      return caseOfChanged(committed.differing, generated.differing);
    default:
      return kind satisfies never;
  }
}

/** Whether code could embed the same relation before, over a relationship that is still there. */
function hasRival(added: Relationship, committed: RelationshipFacts, generated: RelationshipFacts): boolean {
  const after = [...generated.own, ...generated.back].map(textOf);
  return [...committed.own, ...committed.back].some(
    (one) => one.referencedRelation === added.referencedRelation && after.includes(textOf(one)),
  );
}

const keyOf = ({ columns, referencedRelation, referencedColumns }: Relationship): string =>
  JSON.stringify([columns, referencedRelation, referencedColumns]);

const textOf = (one: Relationship): string => `${one.name} ${keyOf(one)}`;

const isSameKey = (a: Relationship, b: Relationship): boolean =>
  keyOf(a) === keyOf(b) && (a.isOneToOne ?? b.isOneToOne) === (b.isOneToOne ?? a.isOneToOne);

function caseOfChanged(committed: readonly Relationship[], generated: readonly Relationship[]): CaseId {
  const isStill = (fact: (one: Relationship) => unknown): boolean =>
    committed.every((one) => generated.some((other) => fact(one) === fact(other)));
  if (!isStill(({ referencedRelation }) => referencedRelation)) return 'relationship-redirected';
  return isStill(keyOf) ? 'relationship-cardinality' : 'relationship-columns';
}
