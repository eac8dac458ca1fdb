// What of a Supabase database is the project's own, as pg-delta's filters say it.

import { type FactBase, type Plan, type Policy, plan, resolveProfile, supabaseProfile } from '../pg-delta.ts';
import { FACT_KINDS } from './kinds.ts';

/** Kinds of objects that lie in a schema, and schemas. */
const IN_SCHEMAS = [
  'schema',
  ...Object.entries(FACT_KINDS).flatMap(([kind, row]) => ('isInSchema' in row ? [kind] : [])),
];
const OF_SUPABASE: Policy = { id: supabaseProfile.id, ...supabaseProfile.policy };
const PLATFORM = [...(OF_SUPABASE.assumedSchemas ?? [])];
const PLATFORM_ROLES = ['pg_*', ...(OF_SUPABASE.assumedRoles ?? [])];

/**
 * What of a Supabase database is the project's own. Supabase's schemas are not, but for the policies that a project
 * puts on the tables of its files and channels, which decide who may read them while row-level security is on there.
 * What lies elsewhere is, whoever owns it: the dashboard has made tables as supabase_admin. So are roles of the project,
 * and who may become one: requests can when `authenticator` does.
 */
export const POLICY: Policy = {
  ...OF_SUPABASE,
  filter: [
    { match: { all: [{ kind: 'policy' }, { schema: ['storage', 'realtime'] }] }, action: 'include' },
    {
      match: {
        all: [{ kind: 'table' }, { schema: 'storage' }, { name: ['objects', 'buckets'] }, { verb: 'set' }],
      },
      action: 'include',
    },
    {
      match: {
        all: [{ kind: 'membership' }, { not: { idField: { field: 'role', glob: PLATFORM_ROLES } } }],
      },
      action: 'include',
    },
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
