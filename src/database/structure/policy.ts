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
 * Which objects of a Supabase database are the project's own. Supabase's schemas are not, except for policies on the
 * tables of storage and realtime, and whether row-level security is on there: both decide who may read files and
 * channels. Every object in another schema is, whoever owns it: the dashboard has created tables as supabase_admin. So
 * are the project's roles and their members: a request can take any role that `authenticator` is a member of.
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

/** The statements from one state to another. Throws where pg-delta finds none. */
export async function planBetween(from: FactBase, to: FactBase): Promise<Plan> {
  // For a profile without a policy this queries no database.
  const profile = { id: supabaseProfile.id, handlers: supabaseProfile.handlers };
  const { planOptions } = await Reflect.apply(resolveProfile, undefined, [undefined, profile]);
  return plan(from, to, { ...planOptions, policy: POLICY });
}
