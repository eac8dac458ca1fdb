// What an extension brings, in the version of the embedded database or in another one: what of the committed types
// differs by that is no drift, and what went from a schema with its extension is told once.

import { isRelation } from '../findings/kinds.ts';
import { type ObjectId, ownerOf } from '../findings/object-id.ts';
import type { Declarations } from '../migrations/declared.ts';
import type { CatalogObject, InstalledExtension } from '../ports.ts';
import type { KnownExtension } from '../types/comparison.ts';
import type { KnownObjects } from '../types/known-objects.ts';

/** Reads what the migrations declare: only asked where an extension has objects in a schema that is compared. */
export type ReadTexts = () => Promise<Declarations>;

/** What is known of a database's objects, with what its extensions have in other versions. */
export async function withVersions(
  known: KnownObjects,
  built: readonly CatalogObject[],
  compared: readonly string[],
  readTexts: ReadTexts,
): Promise<KnownObjects> {
  const schemas = schemasWithExtensions(built);
  if (!compared.some((schema) => schemas.has(schema))) return known;
  const declared = await readTexts();
  const brings = await bringer(declared);
  const there = new Set(built.map(({ kind, schema, name }) => keyOf(kind, schema, name)));
  return {
    ...known,
    versionedBy: (object) => {
      if (!('schema' in object) || isNamed(declared, object)) return undefined;
      const { kind, name } = ownerOf(object) ?? object;
      // Of one name there may be objects of several kinds, and the extension's is another one.
      const own = there.has(keyOf(kind, object.schema, name))
        ? known.extensionOf(object.schema, name)
        : undefined;
      return own ?? [...(schemas.get(object.schema) ?? [])].find((extension) => brings(extension, object));
    },
  };
}

const keyOf = (kind: string, schema: string, name: string): string =>
  JSON.stringify([isRelation({ kind }) ? 'relation' : kind, schema, name]);

/** So many names of an extension that the migrations do not name are no accident, and a fifth of all that it brings. */
const NO_ACCIDENT = 3;
const SHARE = 1 / 5;

/** The extensions of a database, where they are, and what each brings. */
export async function extensionsIn(
  declared: Declarations,
  installed: readonly InstalledExtension[],
): Promise<KnownExtension[]> {
  const brings = await bringer(declared);
  const { countBrought } = await import('../supabase/brought.ts');
  return installed.map(({ schema, name }) => {
    const isNamed = declared.touch({ kind: 'extension', name }) !== undefined;
    return {
      schema,
      name,
      brings: (object) => brings(name, object),
      atLeast: Math.max(isNamed ? 1 : NO_ACCIDENT, Math.ceil(countBrought(name) * SHARE)),
    };
  });
}

/** Tells whether an extension brings an object in some version. What a migration names is the project's own. */
async function bringer(declared: Declarations): Promise<(extension: string, object: ObjectId) => boolean> {
  const { bringsFunction, bringsObject } = await import('../supabase/brought.ts');
  return (extension, object) => {
    if (isNamed(declared, object)) return false;
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

/** Whether a migration creates or alters it, or creates what it is a part of. */
function isNamed(declared: Declarations, object: ObjectId): boolean {
  const owner = ownerOf(object);
  return declared.touch(object) !== undefined || (owner !== undefined && declared.touch(owner) !== undefined);
}

function schemasWithExtensions(built: readonly CatalogObject[]): ReadonlyMap<string, ReadonlySet<string>> {
  const schemas = new Map<string, Set<string>>();
  for (const { schema, extension } of built) {
    if (extension === undefined) continue;
    schemas.set(schema, (schemas.get(schema) ?? new Set()).add(extension));
  }
  return schemas;
}
