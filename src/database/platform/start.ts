// How PGlite starts so that it looks like a Supabase database. The snapshot is built and opened with the same values.

/** A WAL segment of 1 MB instead of 16 keeps the snapshot small. */
export const INITDB_PARAMS: readonly string[] = ['--wal-segsize=1'];

/** Settings of a Supabase database. PGlite's own default is `search_path=public`, also after `reset all`. */
const SETTINGS = {
  search_path: '"$user",public,extensions',
  wal_level: 'logical',
  // PostgreSQL clears its buffers at the start; 128 MB of them, the default, take a fifth of it.
  shared_buffers: '32MB',
  // The CLI sets these on the local database; migrations read them with current_setting.
  'app.settings.jwt_exp': '3600',
  'app.settings.jwt_secret': 'stand-in',
};

/** The command line of the server: PGlite's own, then the settings. */
export const startParams = (defaults: readonly string[]): string[] => [
  ...defaults,
  ...Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
];
