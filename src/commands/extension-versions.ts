// What an extension brings, in the version of the embedded database or in another one: what of the committed types
// differs by that is no drift, and what went from a schema with its extension is told once.

import { isRelation } from '../findings/kinds.ts';
import { type ObjectId, ownerOf } from '../findings/object-id.ts';
import type { ObjectIndex } from '../migrations/object-index.ts';
import type { BuiltObject, BuiltPart } from '../ports.ts';
import type { InstalledExtension } from '../types/comparison.ts';
import type { KnownObjects } from '../types/known-objects.ts';

/** Whether one of the objects that differ is in a schema that an extension has objects in. */
export function mayDifferByVersion(differing: readonly ObjectId[], built: readonly BuiltObject[]): boolean {
  const schemas = schemasWithExtensions(built);
  return differing.some((object) => 'schema' in object && schemas.has(object.schema));
}

/** What is known of a database's objects, with what its extensions have in other versions. */
export async function withVersions(
  known: KnownObjects,
  built: readonly BuiltObject[],
  index: ObjectIndex,
): Promise<KnownObjects> {
  const brings = await bringer(index);
  const schemas = schemasWithExtensions(built);
  const classOf = (kind: string): string => (isRelation({ kind }) ? 'relation' : kind);
  return {
    ...known,
    versionedBy: (object) => {
      if (!('schema' in object) || index.blame(object) !== undefined) return undefined;
      const { kind, name } = ownerOf(object) ?? object;
      // Of one name there may be objects of several kinds, and the extension's is another one.
      const isThere = built.some(
        (one) => one.schema === object.schema && one.name === name && classOf(one.kind) === classOf(kind),
      );
      const own = isThere ? known.extensionOf(object.schema, name) : undefined;
      if (own !== undefined) return own;
      return [...(schemas.get(object.schema) ?? [])].find((extension) => brings(extension, object));
    },
  };
}

/** So many names of an extension that the migrations do not name are no accident, and a fifth of all that it brings. */
const NO_ACCIDENT = 3;
const SHARE = 1 / 5;

/** The extensions of a database, where they are, and what each brings. */
export async function extensionsIn(
  index: ObjectIndex,
  parts: readonly BuiltPart[],
): Promise<InstalledExtension[]> {
  const brings = await bringer(index);
  const { countBrought } = await import('../supabase/brought.ts');
  return parts
    .filter(({ kind }) => kind === 'extension')
    .map(({ schema, name }) => {
      const isNamed = index.blame({ kind: 'extension', name }) !== undefined;
      return {
        schema,
        name,
        brings: (object) => brings(name, object),
        atLeast: Math.max(isNamed ? 1 : NO_ACCIDENT, Math.ceil(countBrought(name) * SHARE)),
      };
    });
}

/** Tells whether an extension brings an object in some version. What a migration names is the project's own. */
async function bringer(index: ObjectIndex): Promise<(extension: string, object: ObjectId) => boolean> {
  const { bringsFunction, bringsObject } = await import('../supabase/brought.ts');
  return (extension, object) => {
    if (index.blame(object) !== undefined) return false;
    switch (object.kind) {
      case 'function':
        return bringsFunction(object.name, extension);
      case 'table':
      case 'view':
      case 'composite-type':
        return bringsObject(object.name, [extension]);
      default:
        return false;
    }
  };
}

function schemasWithExtensions(built: readonly BuiltObject[]): ReadonlyMap<string, ReadonlySet<string>> {
  const schemas = new Map<string, Set<string>>();
  for (const { schema, extension } of built) {
    if (extension === undefined) continue;
    schemas.set(schema, (schemas.get(schema) ?? new Set()).add(extension));
  }
  return schemas;
}
