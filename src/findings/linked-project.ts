// Commands of the Supabase CLI that act on the linked project. 3.x acts on the local database unless it is told, by
// `--remote`, which 2.x does not know; both take `--linked`.

/** Writes into the history alone; runs no migration. */
export const repairHistory = (status: 'applied' | 'reverted', version: string): string =>
  `\`supabase migration repair --linked --status ${status} ${version}\``;

export const FETCH_MIGRATIONS = '`supabase migration fetch --linked`';

export const PUSH_ALL = '`supabase db push --linked --include-all`';
