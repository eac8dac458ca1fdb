// How PGlite starts so that it looks like a Supabase database. The snapshot is built and opened with the same values.

import { PGlite } from '@electric-sql/pglite';

/** Command-line settings of the server. PGlite's own default is `search_path=public`, also after `reset all`. */
export const START_PARAMS: readonly string[] = [
  ...PGlite.defaultStartParams,
  '-c',
  'search_path="$user",public,extensions',
  '-c',
  'wal_level=logical',
  // The CLI sets these on the local database; migrations read them with current_setting.
  '-c',
  'app.settings.jwt_exp=3600',
  '-c',
  'app.settings.jwt_secret=stand-in',
];

/** A WAL segment of 1 MB instead of 16 keeps the snapshot small. */
export const INITDB_PARAMS: readonly string[] = ['--wal-segsize=1'];
