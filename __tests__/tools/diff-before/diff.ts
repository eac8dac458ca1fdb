// The difference of two types files, committed first. Reads like a table of contents; each entity has one function.

import type { ObjectId } from '../../../src/findings/object-id.ts';
import { matchByKey } from '../../../src/match.ts';
import { changes, equivalent, merge, type TypeChange, type TypesDiff } from './change.ts';
import { diffColumns } from './diff-columns.ts';
import { diffFunctions } from './diff-functions.ts';
import { diffRelationships } from './diff-relationships.ts';
import { sameMembersUnder, sameTypeUnder } from './equivalences.ts';
import { type KnownObjects, NOTHING_KNOWN } from './known-objects.ts';
import type { DatabaseTypes, Relation, SchemaTypes } from './model.ts';
import { membersText } from './model.ts';

/**
 * Compares the facts of two files, schema by schema.
 * @param known what the database tells that the generated types are of
 */
export function diffTypes(
  committed: DatabaseTypes,
  generated: DatabaseTypes,
  known: KnownObjects = NOTHING_KNOWN,
): TypesDiff {
  const schemas = matchByKey(committed.schemas, generated.schemas);
  return merge([
    changes(schemas.added.map(([name]) => ({ kind: 'schema-added', object: { kind: 'schema', name } }))),
    changes(schemas.removed.map(([name]) => ({ kind: 'schema-removed', object: { kind: 'schema', name } }))),
    ...schemas.both.map(([name, before, after]) => diffSchema(name, before, after, known)),
  ]);
}

function diffSchema(
  schema: string,
  committed: SchemaTypes,
  generated: SchemaTypes,
  known: KnownObjects,
): TypesDiff {
  const diff = merge([
    diffRelations(schema, committed, generated, known),
    diffEnums(schema, committed, generated),
    diffCompositeTypes(schema, committed, generated, known),
    diffFunctions(schema, { committed, generated }, known),
  ]);
  return withoutVersions(diff, extensionsMet(schema, committed, known), known);
}

/** The extensions of which the committed types hold something. One that they know nothing of is new. */
function extensionsMet(
  schema: string,
  { relations, enums, compositeTypes, functions }: SchemaTypes,
  known: KnownObjects,
): ReadonlySet<string> {
  const names = [relations, enums, compositeTypes, functions].flatMap((all) => [...all.keys()]);
  return new Set(names.flatMap((name) => known.extensionOf(schema, name) ?? []));
}

/** What differs by an extension's version is no drift (A4.8). */
function withoutVersions(diff: TypesDiff, met: ReadonlySet<string>, known: KnownObjects): TypesDiff {
  return merge([
    { changes: [], equivalences: diff.equivalences },
    ...diff.changes.map((change) => {
      const extension = known.versionedBy(change.object);
      const isOfVersion = extension !== undefined && (!change.kind.endsWith('-added') || met.has(extension));
      return isOfVersion ? equivalent(change.object, ['A4.8'], extension) : changes([change]);
    }),
  ]);
}

function diffRelations(
  schema: string,
  committed: SchemaTypes,
  generated: SchemaTypes,
  known: KnownObjects,
): TypesDiff {
  const object = (name: string, { kind }: Relation): ObjectId => ({ kind, schema, name });
  const relations = matchByKey(committed.relations, generated.relations);
  return merge([
    changes(relations.added.map(([name, one]) => addedRelation(object(name, one), { schema, name }, known))),
    changes(
      relations.removed.map(([name, one]) => ({ kind: 'relation-removed', object: object(name, one) })),
    ),
    ...relations.both.map(([name, before, after]) =>
      before.kind === after.kind
        ? diffRelation({ schema, relation: name }, before, after, { committed, generated, known })
        : changes([
            {
              kind: 'relation-kind-changed',
              object: object(name, after),
              committed: before.kind,
              generated: after.kind,
              facts: { committed: before, generated: after },
            },
          ]),
    ),
  ]);
}

function addedRelation(
  object: ObjectId,
  { schema, name }: { schema: string; name: string },
  known: KnownObjects,
): TypeChange {
  const kind = known.lateKind(schema, name);
  const since = kind === 'foreign table' ? 'March 2024' : 'March 2023';
  const hint = kind && `generators before ${since} left ${kind}s out: those types may only be older`;
  return { kind: 'relation-added', object, ...(hint !== undefined && { hint }) };
}

function diffRelation(
  at: { schema: string; relation: string },
  committed: Relation,
  generated: Relation,
  schemas: { committed: SchemaTypes; generated: SchemaTypes; known: KnownObjects },
): TypesDiff {
  return merge([
    diffColumns(at, committed, generated, schemas),
    diffRelationships(at, committed.relationships, generated.relationships, schemas),
  ]);
}

function diffEnums(schema: string, committed: SchemaTypes, generated: SchemaTypes): TypesDiff {
  const enums = matchByKey(committed.enums, generated.enums);
  const object = (name: string): ObjectId => ({ kind: 'enum', schema, name });
  return merge([
    changes(enums.added.map(([name, labels]) => ({ kind: 'enum-added', object: object(name), labels }))),
    changes(enums.removed.map(([name, labels]) => ({ kind: 'enum-removed', object: object(name), labels }))),
    ...enums.both.map(([name, before, after]) => {
      const isReordered = isOtherOrder(committed.constants?.get(name), generated.constants?.get(name));
      return merge([
        diffLabels(schema, name, before, after),
        equivalent(object(name), isReordered ? ['A1.8'] : []),
      ]);
    }),
  ]);
}

/** The same labels in another order: `Constants` is a list that code reads when it runs (A1.8). */
function isOtherOrder(committed: readonly string[] = [], generated: readonly string[] = []): boolean {
  const text = (labels: readonly string[]): string => JSON.stringify(labels);
  return text(committed) !== text(generated) && text(committed.toSorted()) === text(generated.toSorted());
}

/** The order of a union's members is no fact of its type (A1.8). */
function diffLabels(
  schema: string,
  name: string,
  committed: readonly string[],
  generated: readonly string[],
): TypesDiff {
  const object = (label: string): ObjectId => ({ kind: 'enum-value', schema, enum: name, name: label });
  const [before, after] = [new Set(committed), new Set(generated)];
  const added = [...after].filter((label) => !before.has(label));
  const removed = [...before].filter((label) => !after.has(label));
  return changes([
    ...added.map((label): TypeChange => ({ kind: 'enum-value-added', object: object(label) })),
    ...removed.map((label): TypeChange => ({ kind: 'enum-value-removed', object: object(label) })),
  ]);
}

function diffCompositeTypes(
  schema: string,
  committed: SchemaTypes,
  generated: SchemaTypes,
  known: KnownObjects,
): TypesDiff {
  const types = matchByKey(committed.compositeTypes, generated.compositeTypes);
  const generators = { committed: committed.generator, generated: generated.generator };
  const object = (name: string): ObjectId => ({ kind: 'composite-type', schema, name });
  return merge([
    changes(types.added.map(([name]) => ({ kind: 'composite-type-added', object: object(name) }))),
    changes(types.removed.map(([name]) => ({ kind: 'composite-type-removed', object: object(name) }))),
    ...types.both.map(([name, before, after]) => {
      const entries = sameMembersUnder(before, after, (a, b, attribute) =>
        sameTypeUnder(a, b, { ...generators, mayHaveLearnt: known.usesLearntType(schema, name, attribute) }),
      );
      if (entries !== undefined) return equivalent(object(name), [...new Set(entries)]);
      const sides = { committed: membersText(before), generated: membersText(after) };
      return changes([{ kind: 'composite-type-changed', object: object(name), ...sides }]);
    }),
  ]);
}
