// Supabase's engine that reads and compares catalogues, pinned while it is an alpha. Its only user.

import { extract } from '@supabase/pg-delta';

export {
  deserializeSnapshot,
  diff,
  encodeId,
  plan,
  serializeSnapshot,
  supabaseProfile,
} from '@supabase/pg-delta';
export { resolveView } from '@supabase/pg-delta/policy';

/** What the engine asks of a database driver: far less than the pool that its types name. */
export interface Driver {
  query(sql: string): Promise<{ rows: unknown[] }>;
}

type Options = NonNullable<Parameters<typeof extract>[1]>;

/** Reads a catalogue over a driver that is already in the transaction to read in. */
export const extractOver = ({ query }: Driver, options: Options): ReturnType<typeof extract> =>
  Reflect.apply(extract, undefined, [
    { connect: async () => ({ query, release: () => undefined }) },
    options,
  ]);
