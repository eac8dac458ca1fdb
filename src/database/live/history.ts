// The migration history of a live database, whichever release of the CLI began it.

import { byText } from '../../match.ts';
import type { RecordedMigration } from '../../ports.ts';
import type { Queryable } from '../objects.ts';

/** Of the catalogue, so that a table that may not be read is not taken for none. */
const COLUMNS = `
select a.attname as name
  from pg_catalog.pg_attribute a
  join pg_catalog.pg_class c on c.oid = a.attrelid and c.relname = 'schema_migrations'
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace and n.nspname = 'supabase_migrations'
 where a.attnum > 0 and not a.attisdropped`;

interface HistoryRow {
  version: string;
  name?: string | null;
  statements?: string[] | null;
}

/** In order of version; undefined when there is no history. */
export async function recordedMigrations(session: Queryable): Promise<RecordedMigration[] | undefined> {
  const { rows: columns } = await session.query<{ name: string }>(COLUMNS);
  if (columns.length === 0) return undefined;
  const later = ['name', 'statements'].filter((wanted) => columns.some(({ name }) => name === wanted));
  const { rows } = await session.query<HistoryRow>(
    `select ${['version', ...later].join(', ')} from supabase_migrations.schema_migrations`,
  );
  return rows
    .map(({ version, name, statements }) => ({
      version,
      ...(typeof name === 'string' && { name }),
      ...(statements && { statements }),
    }))
    .sort((a, b) => byText(a.version, b.version));
}
