// Supabase's engine that reads and compares catalogues, pinned while it is an alpha. Its only user.

import { extract, supabaseProfile } from '@supabase/pg-delta';

export {
  buildFactBase,
  type Delta,
  type DependencyEdge,
  type Diagnostic,
  deserializeSnapshot,
  diff,
  encodeId,
  type Fact,
  type FactBase,
  filterDeltas,
  type Payload,
  type Plan,
  type Policy,
  plan,
  resolveProfile,
  type StableId,
  serializeSnapshot,
  supabaseProfile,
} from '@supabase/pg-delta';
export { resolveView } from '@supabase/pg-delta/policy';
export { formatSqlStatements } from '@supabase/pg-delta/sql-format';

/** What the engine asks of a database driver: far less than the pool that its types name. */
export interface Driver {
  query(sql: string): Promise<{ rows: unknown[] }>;
}

/** Reads a catalogue, jobs of extensions included, over a driver that is already in the transaction to read in. */
export const extractOver = ({ query }: Driver): ReturnType<typeof extract> =>
  Reflect.apply(extract, undefined, [
    { connect: async () => ({ query, release: () => undefined }) },
    { handlers: supabaseProfile.handlers },
  ]);
