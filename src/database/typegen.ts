// TypeScript types of a database, by the engine that `supabase gen types` uses. Never by a generator of our own.

import {
  type GeneratorMetadata,
  generateTypescript,
  introspect,
  sortGeneratorMetadata,
} from '@supabase/postgrest-typegen';
import type { Session } from './session.ts';

/** The release of the engine, as npm knows it; a test holds it against the installed package. */
export const GENERATOR = '@supabase/postgrest-typegen 0.2.2';

/**
 * Generates the types of the named schemas as `supabase gen types` does for a local database.
 * A schema that does not exist is left out. Throws what the database throws.
 */
export async function generateTypes(session: Session, schemas: readonly string[]): Promise<string> {
  await helpPlanner(session);
  return await readTypes(session, schemas);
}

/**
 * The same in a database that is only read.
 * @param path from which types are named, when the session has another one
 */
export async function readTypes(
  session: Pick<Session, 'query'>,
  schemas: readonly string[],
  path?: string,
): Promise<string> {
  // The engine asks for driver rows of any shape, and so does its interface.
  const metadata = await introspect(
    { query: (sql) => session.query(withoutSizes(whoeverAsks(withAllForeignKeys(sql)))) },
    { includedSchemas: [...schemas] },
  );
  const named = path === undefined ? metadata : await namedFrom(path, metadata, session);
  const sorted = sortGeneratorMetadata(named);
  const functions = sorted.functions.map((one) => ({ ...one, name: marked(one.name) }));
  const text = await generateTypescript(
    { ...sorted, functions },
    {
      detectOneToOneRelationships: true,
      defaultSchema: schemas.includes('public') ? 'public' : (schemas[0] ?? 'public'),
      format: async (text) => text,
    },
  );
  return TAKEN_NAMES.reduce((unmarked, name) => unmarked.replaceAll(marked(name), name), text);
}

/**
 * The engine groups functions by name in a plain object, which has `constructor`, `toString` and others from the start:
 * it fails on a function of such a name. The CLI's does not. So these get a mark for as long as it works.
 */
const TAKEN_NAMES = Object.getOwnPropertyNames(Object.prototype);
const marked = (name: string): string => (TAKEN_NAMES.includes(name) ? `${name}\uE0F7` : name);

/** All is named with its schema, and no operator is used: so nothing of the project's is called from its own path. */
const NAMES = {
  types: 'select oid as id, pg_catalog.format_type(oid, null) as format from pg_catalog.pg_type',
  functions: `
select oid as id,
       pg_catalog.pg_get_function_arguments(oid) as argument_types,
       pg_catalog.pg_get_function_identity_arguments(oid) as identity_argument_types,
       pg_catalog.pg_get_function_result(oid) as return_type
  from pg_catalog.pg_proc`,
};

/** Names types as they are seen from a path: what the engine makes of them, and their order, depend on it. */
async function namedFrom(
  path: string,
  metadata: GeneratorMetadata,
  session: Pick<Session, 'query'>,
): Promise<GeneratorMetadata> {
  await session.query(`set local search_path = ${path}`);
  const named = async <Row extends { id: number }>(rows: readonly Row[], sql: string): Promise<Row[]> => {
    const { rows: names } = await session.query<{ id: number }>(sql);
    const byId = new Map(names.map((one) => [one.id, one]));
    return rows.map((row) => ({ ...row, ...byId.get(row.id) }));
  };
  return {
    ...metadata,
    types: await named(metadata.types, NAMES.types),
    functions: await named(metadata.functions, NAMES.functions),
  };
}

const OF_SCHEMAS =
  /(?<schema>\bconnamespace::regnamespace::text|\bns1\.nspname) IN \((?:,?\s*E?'(?:[^']|'')*')+\)/g;

/**
 * A view shows the foreign keys of the tables behind it, whatever schema these are in. Release 0.2 of the engine
 * reads the keys of the schemas that were asked for alone; postgres-meta before it and the CLI after it read all.
 */
const withAllForeignKeys = (sql: string): string =>
  sql.replaceAll(OF_SCHEMAS, "$<schema> NOT IN ('information_schema', 'pg_catalog', 'pg_toast')");

/**
 * The engine leaves out what the role that asks has no privilege on. The replay's role has all, and what a role that
 * only reads the catalogue of a live database may do is not the question.
 */
const whoeverAsks = (sql: string): string =>
  sql.replaceAll(/\bpg_has_role\(\w+\.(?:nsp|rel)owner, 'USAGE'\)/g, 'true');

/** How large tables are is in no type, and to be told it one needs rights on their schema. */
const withoutSizes = (sql: string): string =>
  sql.replaceAll("pg_total_relation_size(format('%I.%I', nc.nspname, c.relname))", '0::int8');

/** So many columns, indexes' included, are those of some 150 tables with the platform's. */
const MANY_COLUMNS = 8000;

/** Nothing has counted the catalogue since the replay, and the engine's queries over a large one are planned badly then. */
async function helpPlanner(session: Session): Promise<void> {
  const { rows } = await session.query<{ many: boolean }>(
    `select count(*) > ${MANY_COLUMNS} as many from pg_catalog.pg_attribute`,
  );
  if (rows[0]?.many) await session.run('analyze pg_catalog.pg_attribute, pg_catalog.pg_class');
}
