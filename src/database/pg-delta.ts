// Supabase's engine that reads and compares catalogues, pinned while it is an alpha. Its only user.

import {
  extract,
  type FactBase,
  type Plan,
  type Policy,
  plan,
  resolveProfile,
  supabaseProfile,
} from '@supabase/pg-delta';

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
  plan,
  type StableId,
  serializeSnapshot,
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

/** Kinds of objects that lie in a schema, and schemas. */
const IN_SCHEMAS = [
  'schema',
  'table',
  'view',
  'materializedView',
  'foreignTable',
  'sequence',
  'function',
  'procedure',
  'aggregate',
  'type',
  'domain',
  'collation',
];
const OF_SUPABASE: Policy = { id: supabaseProfile.id, ...supabaseProfile.policy };
const PLATFORM = [...(OF_SUPABASE.assumedSchemas ?? [])];

/**
 * What of a Supabase database is the project's own. Supabase's schemas are not, but for the policies that a project
 * puts on the tables of its files and channels, which decide who may read them. What lies elsewhere is, whoever owns
 * it: the dashboard has made tables as supabase_admin.
 */
export const POLICY: Policy = {
  ...OF_SUPABASE,
  filter: [
    { match: { all: [{ kind: 'policy' }, { schema: ['storage', 'realtime'] }] }, action: 'include' },
    {
      match: {
        all: [{ kind: IN_SCHEMAS }, { not: { any: [{ schema: PLATFORM }, { kind: 'schema' }] } }],
      },
      action: 'include',
    },
    { match: { all: [{ kind: 'schema' }, { not: { name: PLATFORM } }] }, action: 'include' },
    ...(OF_SUPABASE.filter ?? []),
  ],
};

/** The statements from one state to another. Throws where the engine sees no way. */
export async function planBetween(from: FactBase, to: FactBase): Promise<Plan> {
  // Of a profile without a policy it asks no database.
  const profile = { id: supabaseProfile.id, handlers: supabaseProfile.handlers };
  const { planOptions } = await Reflect.apply(resolveProfile, undefined, [undefined, profile]);
  return plan(from, to, { ...planOptions, policy: POLICY });
}
