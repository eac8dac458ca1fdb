// The difference of two types files, committed first. Reads like a table of contents; each entity has one function.
// What generators write differently of one schema is no difference: skew/ tells of two facts whether that explains them.

import type { ObjectId } from '../findings/object-id.ts';
import { matchByKey } from '../match.ts';
import { type Difference, notices, type TypeChange, type TypesDiff } from './change.ts';
import { diffColumns } from './diff/columns.ts';
import { diffFunctions } from './diff/functions.ts';
import { diffRelationships } from './diff/relationships.ts';
import { type KnownObjects, NOTHING_KNOWN } from './known-objects.ts';
import { type DatabaseTypes, membersText, type Pair, type Relation } from './model.ts';
import type { Schemas } from './skew/engine.ts';
import { withoutVersions } from './skew/extensions.ts';
import { membersSkew } from './skew/types.ts';

/**
 * Compares the facts of two files, schema by schema.
 * @param known what the database tells that the generated types are of
 */
export function diffTypes(
  committed: DatabaseTypes,
  generated: DatabaseTypes,
  known: KnownObjects = NOTHING_KNOWN,
): TypesDiff {
  const { added, removed, both } = matchByKey(committed.schemas, generated.schemas);
  const object = (name: string): ObjectId => ({ kind: 'schema', name });
  const all: Difference[] = [
    ...added.map(([name]) => ({ kind: 'schema-added', object: object(name) }) as const),
    ...removed.map(([name]) => ({ kind: 'schema-removed', object: object(name) }) as const),
    ...both.flatMap(([schema, before, after]) =>
      diffSchema({ schema, committed: before, generated: after, known }),
    ),
  ];
  return {
    changes: all.flatMap((one) => ('entry' in one ? [] : [one])),
    equivalences: all.flatMap((one) => ('entry' in one ? [one] : [])),
  };
}

function diffSchema(schemas: Schemas): Difference[] {
  const all = [
    ...diffRelations(schemas),
    ...diffEnums(schemas),
    ...diffCompositeTypes(schemas),
    ...diffFunctions(schemas),
  ];
  return withoutVersions(all, schemas);
}

function diffRelations(schemas: Schemas): Difference[] {
  const { schema, committed, generated, known } = schemas;
  const object = (name: string, { kind }: Relation): ObjectId => ({ kind, schema, name });
  const { added, removed, both } = matchByKey(committed.relations, generated.relations);
  return [
    ...added.map(([name, one]) => addedRelation(object(name, one), known.lateKind(schema, name))),
    ...removed.map(([name, one]) => ({ kind: 'relation-removed', object: object(name, one) }) as const),
    ...both.flatMap(([name, before, after]): Difference[] => {
      const facts = { committed: before, generated: after };
      if (before.kind === after.kind) return diffRelation(name, facts, schemas);
      const kinds = { committed: before.kind, generated: after.kind };
      return [{ kind: 'relation-kind-changed', object: object(name, after), ...kinds, facts }];
    }),
  ];
}

function addedRelation(object: ObjectId, kind: ReturnType<KnownObjects['lateKind']>): TypeChange {
  const since = kind === 'foreign table' ? 'March 2024' : 'March 2023';
  const hint = kind && `generators before ${since} left ${kind}s out: those types may only be older`;
  return { kind: 'relation-added', object, ...(hint !== undefined && { hint }) };
}

function diffRelation(relation: string, sides: Pair<Relation>, schemas: Schemas): Difference[] {
  const at = { schemas, relation };
  return [...diffColumns(at, sides), ...diffRelationships(at, sides)];
}

function diffEnums({ schema, committed, generated }: Schemas): Difference[] {
  const { added, removed, both } = matchByKey(committed.enums, generated.enums);
  const object = (name: string): ObjectId => ({ kind: 'enum', schema, name });
  return [
    ...added.map(([name, labels]) => ({ kind: 'enum-added', object: object(name), labels }) as const),
    ...removed.map(([name, labels]) => ({ kind: 'enum-removed', object: object(name), labels }) as const),
    ...both.flatMap(([name, before, after]) => [
      ...diffLabels({ schema, enum: name }, new Set(before), new Set(after)),
      ...(isOtherOrder(committed.constants?.get(name), generated.constants?.get(name))
        ? notices(object(name), ['A1.8'])
        : []),
    ]),
  ];
}

/** The order of a union's members is no fact of its type (A1.8). */
function diffLabels(
  at: { schema: string; enum: string },
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
): TypeChange[] {
  const object = (name: string): ObjectId => ({ kind: 'enum-value', ...at, name });
  const added = [...after].filter((label) => !before.has(label));
  const removed = [...before].filter((label) => !after.has(label));
  return [
    ...added.map((label) => ({ kind: 'enum-value-added', object: object(label) }) as const),
    ...removed.map((label) => ({ kind: 'enum-value-removed', object: object(label) }) as const),
  ];
}

/** The same labels in another order: `Constants` is a list that code reads when it runs (A1.8). */
function isOtherOrder(committed: readonly string[] = [], generated: readonly string[] = []): boolean {
  const text = (labels: readonly string[]): string => JSON.stringify(labels);
  return text(committed) !== text(generated) && text(committed.toSorted()) === text(generated.toSorted());
}

function diffCompositeTypes(schemas: Schemas): Difference[] {
  const { schema, known } = schemas;
  const types = matchByKey(schemas.committed.compositeTypes, schemas.generated.compositeTypes);
  const object = (name: string): ObjectId => ({ kind: 'composite-type', schema, name });
  return [
    ...types.added.map(([name]) => ({ kind: 'composite-type-added', object: object(name) }) as const),
    ...types.removed.map(([name]) => ({ kind: 'composite-type-removed', object: object(name) }) as const),
    ...types.both.flatMap(([name, committed, generated]): Difference[] => {
      const entries = membersSkew({ committed, generated }, (attribute) => ({
        schemas,
        isLearnt: known.usesLearntType(schema, name, attribute),
      }));
      if (entries) return notices(object(name), entries);
      const sides = { committed: membersText(committed), generated: membersText(generated) };
      return [{ kind: 'composite-type-changed', object: object(name), ...sides }];
    }),
  ];
}
