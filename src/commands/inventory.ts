// Which relations Git creates, with the file of each, and which of them the committed types hold.

import { formatObjectId } from '../findings/object-id.ts';
import type { Declarations } from '../migrations/declared.ts';
import { fileOf } from '../migrations/migration.ts';
import type { BuiltObject } from '../ports.ts';
import type { Inventory, InventoryRelation } from '../report/report.ts';
import { PLATFORM_SCHEMAS } from '../supabase/schemas.ts';
import type { CommittedTypes } from './explanation.ts';

interface Relation {
  kind: InventoryRelation['kind'];
  schema: string;
  name: string;
  /** File name of the migration. */
  file?: string;
}

/** The inventory of a database after its replay. What an extension brought is not of Git. */
export function builtInventory(
  built: readonly BuiltObject[],
  committed: readonly CommittedTypes[],
  schemas: readonly string[],
): Inventory {
  const relations = built.flatMap(({ kind, extension, ...object }): Relation[] =>
    isRelation(kind) && extension === undefined ? [{ kind, ...object }] : [],
  );
  return inventory('replay', relations, (one) =>
    schemas.includes(one.schema)
      ? committed.some(({ types }) => types.schemas.get(one.schema)?.relations.has(one.name))
      : undefined,
  );
}

/** The inventory that the texts of the migrations give, for want of a replay. */
export function staticInventory({ objects }: Declarations, committed: readonly CommittedTypes[]): Inventory {
  const all = objects.flatMap(({ kind, schema, name, created }): Relation[] =>
    isRelation(kind) && !PLATFORM_SCHEMAS.has(schema)
      ? [{ kind, schema, name, file: created.location.file }]
      : [],
  );
  return inventory('static', all, (one) =>
    committed.some(({ types }) => types.schemas.get(one.schema)?.relations.has(one.name)),
  );
}

const RELATIONS: readonly string[] = [
  'table',
  'view',
  'materialized-view',
  'foreign-table',
] satisfies Relation['kind'][];

const isRelation = (kind: string): kind is Relation['kind'] => RELATIONS.includes(kind);

function inventory(
  gitFrom: Inventory['gitFrom'],
  all: readonly Relation[],
  inTypes: (relation: Relation) => boolean | undefined,
): Inventory {
  const relations = all.map((relation): InventoryRelation => {
    const { kind, schema, name, file } = relation;
    const types = inTypes(relation);
    return {
      id: formatObjectId({ kind: kind === 'foreign-table' ? 'table' : kind, schema, name }),
      kind,
      ...(types !== undefined && { types }),
      ...(file !== undefined && { file: fileOf(file) }),
    };
  });
  return {
    gitFrom,
    counts: { git: relations.length, types: relations.filter(({ types }) => types).length },
    relations,
  };
}
