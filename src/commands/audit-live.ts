// The live side of an audit: everything that is asked of the live database.

import type { Notice } from '../findings/notice.ts';
import type { CatalogObject, Catalogue, LiveDatabase, ShadowDatabase } from '../ports.ts';
import { PLATFORM_SCHEMAS } from '../supabase/schemas.ts';
import type { KnownExtension } from '../types/comparison.ts';
import type { KnownObjects } from '../types/known-objects.ts';
import type { DatabaseTypes } from '../types/model.ts';
import type { TypesModule } from './explanation.ts';
import { extensionsIn, type ReadTexts, withVersions } from './extension-versions.ts';
import { knownOf } from './known.ts';

/** Types as a database would have them, and what else it tells of its objects. */
export interface Generated {
  types: DatabaseTypes;
  /** What made them, with its version. */
  generator: string;
  known: KnownObjects;
  extensions: readonly KnownExtension[];
}

export interface LiveSource {
  notices: readonly Notice[];
  postgresVersion: string;
  catalogue: Catalogue;
  built: readonly CatalogObject[];
  /** Of the schemas that are compared with committed types. */
  generated: Generated;
  /** Types of all schemas, for pictures. */
  shapes: DatabaseTypes;
}

/**
 * Reads the live database.
 * @param compared the schemas whose types are compared with committed ones
 */
export async function readLive(
  live: LiveDatabase,
  types: TypesModule,
  compared: readonly string[],
  readTexts: ReadTexts,
): Promise<LiveSource> {
  const postgresVersion = await live.postgresVersion();
  const catalogue = await live.catalogue();
  const built = await live.catalogObjects();
  const generated = await generatedBy(live, types, compared, built, readTexts);
  const own = [...new Set(built.map(({ schema }) => schema))].filter((name) => !PLATFORM_SCHEMAS.has(name));
  const shapes = own.every((schema) => compared.includes(schema))
    ? generated.types
    : (await typesIn(live, types, own.sort())).types;
  return { notices: live.notices, postgresVersion, catalogue, built, generated, shapes };
}

/** Types of schemas, read back as facts; none of none. */
export async function generatedBy(
  database: Pick<ShadowDatabase, 'generateTypes' | 'extensions'>,
  module: TypesModule,
  schemas: readonly string[],
  built: readonly CatalogObject[],
  readTexts: ReadTexts,
): Promise<Generated> {
  if (schemas.length === 0)
    return { types: { schemas: new Map() }, generator: '', known: knownOf(built, ''), extensions: [] };
  const { types, generator } = await typesIn(database, module, schemas);
  return {
    types,
    generator,
    known: await withVersions(knownOf(built, generator), built, schemas, readTexts),
    extensions: await extensionsIn(await readTexts(), await database.extensions()),
  };
}

async function typesIn(
  database: Pick<ShadowDatabase, 'generateTypes'>,
  { parseTypes }: TypesModule,
  schemas: readonly string[],
): Promise<{ types: DatabaseTypes; generator: string }> {
  const { text, generator } = await database.generateTypes(schemas);
  return { types: parseTypes(text, 'the generated types', true), generator };
}
