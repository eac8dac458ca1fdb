// The schemas that Supabase and extensions fill, so that no migration of a project answers for what is in them.

/** They are there before the first migration, or come with an extension that goes nowhere else. */
export const PLATFORM_SCHEMAS: ReadonlySet<string> = new Set([
  '_analytics',
  '_realtime',
  '_supavisor',
  'auth',
  'cron',
  'dbdev',
  'extensions',
  'graphql',
  'graphql_public',
  'net',
  'pgbouncer',
  'pgmq',
  'pgmq_public',
  'pgsodium',
  'pgsodium_masks',
  'pgtle',
  'realtime',
  'storage',
  'supabase_functions',
  'supabase_migrations',
  'vault',
]);

/** Those of other extensions. A project may have one of its own under such a name, which is compared like any other. */
const EXTENSION_SCHEMAS: ReadonlySet<string> = new Set([
  'ag_catalog',
  'repack',
  'tiger',
  'tiger_data',
  'timescaledb_experimental',
  'timescaledb_information',
  'topology',
]);

/** Whether what a schema holds may be Supabase's, an extension's or PostgreSQL's to create. */
export const isFilledByOthers = (schema: string): boolean =>
  PLATFORM_SCHEMAS.has(schema) ||
  EXTENSION_SCHEMAS.has(schema) ||
  schema === 'information_schema' ||
  schema.startsWith('pg_') ||
  schema.startsWith('_timescaledb');
