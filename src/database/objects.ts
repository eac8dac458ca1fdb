// What a database holds and what its history says, asked of whichever database it is.

import { RELATION_RELKINDS } from '../findings/kinds.ts';
import type { KnownObject } from '../migrations/migration.ts';
import type { Session } from './session.ts';

/** One method of a session: all that reading needs. */
export type Queryable = Pick<Session, 'query'>;

const OBJECTS = `
select 'relation' as kind, n.nspname as schema, c.relname as name
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where c.relkind in (${RELATION_RELKINDS}, 'S')
union all
select 'type', n.nspname, t.typname
  from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace
union all
select 'schema', n.nspname, n.nspname from pg_catalog.pg_namespace n`;

/** The relations, types and schemas of a database. */
export async function knownObjects(session: Queryable): Promise<KnownObject[]> {
  const { rows } = await session.query<KnownObject>(OBJECTS);
  return rows;
}

/** As the server says it, `17.5`. */
export async function serverVersion(session: Queryable): Promise<string> {
  const { rows } = await session.query<{ server_version: string }>('show server_version');
  return rows[0]?.server_version.split(' ')[0] ?? 'unknown';
}

/** The versions that the history records, in order. Throws when there is no history. */
export async function recordedVersions(session: Queryable): Promise<string[]> {
  const { rows } = await session.query<{ version: string }>(
    'select version from supabase_migrations.schema_migrations order by version',
  );
  return rows.map(({ version }) => version);
}
