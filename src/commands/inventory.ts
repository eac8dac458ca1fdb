// Which relations Git creates, with the file of each, and which of them the committed types hold.

import { isRelation } from '../findings/kinds.ts';
import { formatObjectId } from '../findings/object-id.ts';
import { fileOf } from '../migrations/migration.ts';
import type { Inventory, InventoryRelation } from '../report/report.ts';
import type { CommittedTypes } from './explanation.ts';
import type { InventoriedObject } from './three-ways.ts';

/**
 * The inventory of a check.
 * @param objects what the replay built or, when it stopped, what the texts declare
 * @param compared the schemas whose types were compared; of others the types tell nothing
 */
export function inventoryOf(
  gitFrom: Inventory['gitFrom'],
  objects: readonly InventoriedObject[],
  committed: readonly CommittedTypes[],
  compared?: readonly string[],
): Inventory {
  const isInTypes = ({ schema, name }: InventoriedObject): boolean =>
    committed.some(({ types }) => types.schemas.get(schema)?.relations.has(name));
  const relations = objects.filter(isRelation).map((one): InventoryRelation => {
    const { kind, schema, name, createdIn } = one;
    return {
      id: formatObjectId({ kind: kind === 'foreign-table' ? 'table' : kind, schema, name }),
      kind,
      ...((compared === undefined || compared.includes(schema)) && { types: isInTypes(one) }),
      ...(createdIn !== undefined && { file: fileOf(createdIn) }),
    };
  });
  return {
    gitFrom,
    counts: { git: relations.length, types: relations.filter(({ types }) => types).length },
    relations,
  };
}
