// What the catalogue says of the objects that the migrations made, and which file's run brought each.

import { byText } from '../match.ts';
import type { MigrationSource } from '../migrations/migration.ts';
import { executionSteps, splitStatements } from '../migrations/split.ts';
import type { BuiltObject, BuiltPart } from '../ports.ts';
import { PLATFORM_SCHEMAS } from '../supabase/schemas.ts';
import type { Session } from './session.ts';

type Queryable = Pick<Session, 'query'>;

interface ObjectRow {
  kind: BuiltObject['kind'];
  schema: string;
  name: string;
  xid: number;
  /** What else is known of it, under the names that it has in `BuiltObject`. */
  facts: Omit<BuiltObject, 'kind' | 'schema' | 'name' | 'file'>;
}

interface PartRow {
  kind: BuiltPart['kind'];
  schema: string;
  owner: string;
  name: string;
  xid: number;
}

/** Reads relations, functions and types of every schema that is not the platform's, in order of their names. */
export async function builtObjects(
  session: Queryable,
  migrations: readonly MigrationSource[],
): Promise<BuiltObject[]> {
  const fileOf = await runs(session, migrations);
  const { rows } = await session.query<ObjectRow>(OBJECTS);
  return rows
    .map(
      ({ kind, schema, name, xid, facts }): BuiltObject => ({ kind, schema, name, ...fileOf(xid), ...facts }),
    )
    .sort((a, b) => byText(a.schema, b.schema) || byText(a.name, b.name));
}

/** Reads the columns, foreign keys and enum values of the same schemas, and the extensions. */
export async function builtParts(
  session: Queryable,
  migrations: readonly MigrationSource[],
): Promise<BuiltPart[]> {
  const fileOf = await runs(session, migrations);
  const { rows } = await session.query<PartRow>(PARTS);
  return rows.map(({ kind, schema, owner, name, xid }) => ({ kind, schema, owner, name, ...fileOf(xid) }));
}

/** A file's run, by the transaction that recorded it. */
interface Run {
  file: string;
  xid: number;
  sql: string;
}

/**
 * Tells the file whose run wrote a row, by the row's transaction. A file is recorded by the transaction that runs it;
 * what is between two of those is a subtransaction of the earlier file, or a step of the later one. Nothing is told
 * when it may be either.
 */
async function runs(
  session: Queryable,
  migrations: readonly MigrationSource[],
): Promise<(xid: number) => { file: string } | undefined> {
  // A live database may have no history, or one that tells nothing of transactions.
  if (migrations.length === 0) return () => undefined;
  const { rows } = await session.query<{ version: string; xid: number }>(HISTORY);
  const xids = new Map(rows.map(({ version, xid }) => [version, xid]));
  const began = xids.get('') ?? Number.POSITIVE_INFINITY;
  const all = migrations.flatMap(({ file, version, sql }): Run[] => {
    const xid = xids.get(version);
    return xid === undefined ? [] : [{ file, xid, sql }];
  });
  return (xid) => {
    if (xid <= began) return undefined;
    const next = all.findIndex((run) => run.xid >= xid);
    const [before, after] = next === -1 ? [all.at(-1), undefined] : [all[next - 1], all[next]];
    if (after?.xid === xid) return { file: after.file };
    const isStep = after !== undefined && hasSteps(after);
    if (isStep && before !== undefined && hasInner(before)) return undefined;
    const run = isStep ? after : before;
    return run && { file: run.file };
  };
}

/** It may open subtransactions, whose numbers come after its own. */
const hasInner = ({ sql }: Run): boolean => /\b(exception|savepoint)\b/i.test(sql);

/** Statements of it ran in transactions of their own, before. Split only when a row asks: most come with their file. */
const hasSteps = ({ sql }: Run): boolean =>
  executionSteps(splitStatements(sql), sql).some(({ alone }) => alone);

/** Versions with their transactions; the empty one is that of the history itself, before which all is the platform's. */
const HISTORY = `
select version, xmin::text::float8 as xid from supabase_migrations.schema_migrations
union all
select '', xmin::text::float8 from pg_catalog.pg_class where oid = 'supabase_migrations.schema_migrations'::regclass`;

const OWN_SCHEMAS = `
select oid, nspname from pg_catalog.pg_namespace
 where nspname !~ '^pg_' and nspname not in (${['information_schema', ...PLATFORM_SCHEMAS].map((name) => `'${name}'`).join(', ')})`;

/**
 * The row of a table's `tableoid` is never written again; other relations have the one of their row type. Facts that
 * are false or empty are left out.
 */
const OBJECTS = `
with recursive own as (${OWN_SCHEMAS}),
learnt as (
  select oid from pg_catalog.pg_type where typname in ('interval', 'citext', 'vector')
  union
  select t.oid from learnt l
    join pg_catalog.pg_type t on t.typbasetype = l.oid or (t.typelem = l.oid and t.typcategory = 'A')
),
columns as (
  select attrelid,
         array_agg(attname::text order by attname) filter (where atttypid in (select oid from learnt)) as learnt,
         array_agg(attname::text order by attname) filter (where attgenerated <> '') as computed
    from pg_catalog.pg_attribute where attnum > 0 and not attisdropped group by attrelid
),
keys as (
  select k.conrelid, jsonb_agg(jsonb_build_object('name', k.conname, 'referencedSchema', r.nspname,
                               'referencedRelation', f.relname) order by k.conname) as keys
    from pg_catalog.pg_constraint k
    join pg_catalog.pg_class f on f.oid = k.confrelid
    join pg_catalog.pg_namespace r on r.oid = f.relnamespace
   where k.contype = 'f' group by k.conrelid
),
members as (
  select d.classid, d.objid, e.extname
    from pg_catalog.pg_depend d join pg_catalog.pg_extension e on e.oid = d.refobjid where d.deptype = 'e'
)
select case c.relkind when 'v' then 'view' when 'm' then 'materialized-view' when 'f' then 'foreign-table'
         when 'c' then 'composite-type' else 'table' end as kind,
       n.nspname as schema, c.relname as name, coalesce(a.xmin, t.xmin)::text::float8 as xid,
       jsonb_strip_nulls(jsonb_build_object(
         'extension', m.extname,
         'foreignKeys', k.keys,
         'learntTypes', s.learnt,
         'computed', s.computed,
         'isLateWritable', nullif(c.relkind = 'v' and (pg_relation_is_updatable(c.oid, true) & 12) <> 0
                                  and (pg_relation_is_updatable(c.oid, false) & 20) <> 20, false))) as facts
  from own n
  join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relkind in ('r', 'p', 'v', 'm', 'f', 'c')
  left join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attname = 'tableoid'
  left join pg_catalog.pg_type t on t.oid = c.reltype
  left join columns s on s.attrelid = c.oid
  left join keys k on k.conrelid = c.oid
  left join members m on m.classid = 'pg_class'::regclass and m.objid = c.oid
union all
select 'function', n.nspname, p.proname, p.xmin::text::float8,
       jsonb_strip_nulls(jsonb_build_object(
         'extension', m.extname,
         'returnsOneRow', nullif(p.proretset and p.prorows = 1, false),
         'takesUnnamed', nullif(p.pronargs = 1 and coalesce(p.proargnames[1], '') = '', false),
         'takesRow', nullif(exists (select from pg_catalog.pg_type r
                                     where r.oid = any (p.proargtypes) and r.typtype = 'c'), false),
         'inOutOrVariadic', (select array_agg(p.proargnames[i] order by i)
                               from generate_subscripts(p.proargmodes, 1) i where p.proargmodes[i] in ('b', 'v')),
         'learntTypes', case when exists (
           select from unnest(coalesce(p.proallargtypes, p.proargtypes::oid[]) || p.prorettype) u(type)
             left join pg_catalog.pg_type t on t.oid = u.type
             left join columns s on s.attrelid = t.typrelid
            where u.type in (select oid from learnt) or s.learnt is not null) then array[''] end))
  from own n
  join pg_catalog.pg_proc p on p.pronamespace = n.oid
  left join members m on m.classid = 'pg_proc'::regclass and m.objid = p.oid
union all
select 'enum', n.nspname, t.typname, t.xmin::text::float8,
       jsonb_strip_nulls(jsonb_build_object('extension', m.extname))
  from own n
  join pg_catalog.pg_type t on t.typnamespace = n.oid and t.typtype = 'e'
  left join members m on m.classid = 'pg_type'::regclass and m.objid = t.oid`;

const PARTS = `
with own as (${OWN_SCHEMAS})
select 'column' as kind, n.nspname as schema, c.relname as owner, a.attname as name, a.xmin::text::float8 as xid
  from own n
  join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relkind in ('r', 'p', 'v', 'm', 'f')
  join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
union all
select 'relationship', n.nspname, c.relname, k.conname, k.xmin::text::float8
  from own n
  join pg_catalog.pg_class c on c.relnamespace = n.oid
  join pg_catalog.pg_constraint k on k.conrelid = c.oid and k.contype = 'f'
union all
select 'enum-value', n.nspname, t.typname, l.enumlabel, l.xmin::text::float8
  from own n
  join pg_catalog.pg_type t on t.typnamespace = n.oid
  join pg_catalog.pg_enum l on l.enumtypid = t.oid
union all
select 'extension', n.nspname, '', e.extname, e.xmin::text::float8
  from pg_catalog.pg_extension e join pg_catalog.pg_namespace n on n.oid = e.extnamespace`;
