// A migration as text, and what a database may hold when one is run.

/** One migration as it lies in the project. */
export interface MigrationSource {
  /** File name without folder, `20260101120000_orders.sql`. */
  file: string;
  /** Leading digits of the file name. */
  version: string;
  /** What stands between version and `.sql`. */
  name: string;
  sql: string;
}

/** The file of roles, which runs before the migrations and is in no history. */
export const ROLES = 'roles.sql';

/** Where a replayed file lies in the project. */
export const fileOf = (name: string): string =>
  name === ROLES ? `supabase/${name}` : `supabase/migrations/${name}`;

/** A relation, type or schema that a database holds. */
export interface KnownObject {
  kind: 'relation' | 'type' | 'schema';
  schema: string;
  name: string;
}
