// The tables of a live database that are read beside its catalogue. Reading a plain table calls no function of the
// project; a view does, and so does the planner where an expression of an index or of statistics has constant arguments.

import { UsageError } from '../../errors.ts';
import { visible } from '../../findings/visible.ts';
import type { Session } from '../session.ts';

type Reason = keyof typeof REASONS;

/** Each as the end of `it …`. */
const REASONS = {
  relation: 'is no plain table',
  children: 'has tables that inherit from it',
  index: 'has an index on an expression, or with a condition',
  statistics: 'has statistics on an expression',
} as const satisfies Record<string, string>;

/** Throws UsageError where reading one of them could call a function. */
export async function refuseTablesThatCall(session: Pick<Session, 'query'>): Promise<void> {
  const { rows } = await session.query<{ name: string; reason: Reason }>(TABLES_THAT_CALL);
  const [found] = rows;
  if (found === undefined) return;
  throw new UsageError({
    message: `Reading \`${visible(found.name)}\` could call functions of the live database, and an audit calls none: it ${REASONS[found.reason]}.`,
    remedy: 'Make it the plain table again that the Supabase CLI, or the extension that it belongs to, made.',
  });
}

/** pg_cron and pg_partman keep in tables what a catalogue of the structure must have. */
const TABLES_THAT_CALL = `
with tables as (
  select c.oid, c.relkind, pg_catalog.format('%I.%I', n.nspname, c.relname) as name
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   where (n.nspname = 'supabase_migrations' and c.relname = 'schema_migrations')
      or (n.nspname = 'cron' and c.relname = 'job'
          and exists (select from pg_catalog.pg_extension where extname = 'pg_cron'))
      or (c.relname = 'part_config'
          and n.oid in (select extnamespace from pg_catalog.pg_extension where extname = 'pg_partman'))
),
reasons as (
  select name, 'relation' as reason from tables where relkind <> 'r'
  union all
  select name, 'children' from tables where oid in (select inhparent from pg_catalog.pg_inherits)
  union all
  select name, 'index' from tables
   where oid in (select indrelid from pg_catalog.pg_index where indexprs is not null or indpred is not null)
  union all
  select name, 'statistics' from tables
   where oid in (select stxrelid from pg_catalog.pg_statistic_ext where 'e' = any (stxkind))
)
select name, reason from reasons order by name, reason limit 1`;
