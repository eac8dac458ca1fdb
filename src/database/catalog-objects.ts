// What the catalogue says of the objects that the migrations made, and which file's run brought each.

import { byText } from '../match.ts';
import type { CatalogObject, InstalledExtension } from '../ports.ts';
import { PLATFORM_SCHEMAS } from '../supabase/schemas.ts';
import { allowedValues, type Check } from './allowed-values.ts';
import type { FirstId } from './embedded/replay.ts';
import type { Session } from './session.ts';

type Queryable = Pick<Session, 'query'>;

interface ObjectRow {
  kind: CatalogObject['kind'];
  schema: string;
  name: string;
  id: number;
  /** What else is known of it, under the names that it has in `CatalogObject`. */
  facts: Omit<CatalogObject, 'kind' | 'schema' | 'name' | 'createdIn' | 'allowedValues'> & {
    /** CHECK constraints, by the column, argument or result that they are of. */
    checks?: Readonly<Record<string, readonly Check[]>>;
  };
}

/**
 * Reads relations, functions and types of every schema that is not the platform's, in order of their names.
 * @param firstIds in the order of the replay; without them no object has a file
 */
export async function catalogObjects(
  session: Queryable,
  firstIds: readonly FirstId[] = [],
): Promise<CatalogObject[]> {
  const { rows } = await session.query<ObjectRow>(OBJECTS);
  return rows
    .map(
      ({ kind, schema, name, id, facts: { checks = {}, ...facts } }): CatalogObject => ({
        kind,
        schema,
        name,
        ...creatorOf(id, firstIds),
        ...facts,
        ...allowedBy(checks),
      }),
    )
    .sort((a, b) => byText(a.schema, b.schema) || byText(a.name, b.name));
}

function allowedBy(checks: Readonly<Record<string, readonly Check[]>>): Pick<CatalogObject, 'allowedValues'> {
  const lists = Object.entries(checks).flatMap(([part, expressions]): [string, string[]][] => {
    const values = allowedValues(expressions);
    return values === undefined ? [] : [[part, values]];
  });
  return lists.length === 0 ? {} : { allowedValues: Object.fromEntries(lists) };
}

function creatorOf(id: number, firstIds: readonly FirstId[]): Pick<CatalogObject, 'createdIn'> {
  const file = firstIds.findLast((first) => first.id > 0 && first.id <= id)?.file;
  return file === undefined ? {} : { createdIn: file };
}

/** The extensions of a database, Supabase's own among them, in order of their names. */
export async function installedExtensions(session: Queryable): Promise<InstalledExtension[]> {
  const { rows } = await session.query<InstalledExtension>(EXTENSIONS);
  return rows;
}

const EXTENSIONS = `
select n.nspname as schema, e.extname as name
  from pg_catalog.pg_extension e join pg_catalog.pg_namespace n on n.oid = e.extnamespace
 order by e.extname collate "C"`;

const OWN_SCHEMAS = `
select oid, nspname from pg_catalog.pg_namespace
 where nspname !~ '^pg_' and nspname not in (${['information_schema', ...PLATFORM_SCHEMAS].map((name) => `'${name}'`).join(', ')})`;

/** Facts that are false or empty are left out. */
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
-- A domain has the constraints of the domain that it is over.
domains as (
  select oid, oid as ancestor from pg_catalog.pg_type where typtype = 'd'
  union all
  select d.oid, t.typbasetype from domains d join pg_catalog.pg_type t on t.oid = d.ancestor
   where t.typbasetype in (select oid from pg_catalog.pg_type where typtype = 'd')
),
domain_checks as (
  select d.oid, jsonb_build_object('of', 'VALUE', 'expression', pg_catalog.pg_get_expr(k.conbin, 0)) as "check"
    from domains d join pg_catalog.pg_constraint k on k.contypid = d.ancestor
   where k.contype = 'c' and k.convalidated
),
checks as (
  select relid, jsonb_object_agg(part, checks) as checks from (
    select relid, part, jsonb_agg("check" order by "check") as checks from (
      select k.conrelid as relid, a.attname as part,
             jsonb_build_object('of', pg_catalog.quote_ident(a.attname),
                                'expression', pg_catalog.pg_get_expr(k.conbin, k.conrelid)) as "check"
        from pg_catalog.pg_constraint k
        join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
       where k.contype = 'c' and k.convalidated and cardinality(k.conkey) = 1
      union all
      select a.attrelid, a.attname, d."check"
        from pg_catalog.pg_attribute a join domain_checks d on d.oid = a.atttypid
       where a.attnum > 0 and not a.attisdropped
    ) each group by relid, part
  ) parts group by relid
),
members as (
  select d.classid, d.objid, e.extname
    from pg_catalog.pg_depend d join pg_catalog.pg_extension e on e.oid = d.refobjid where d.deptype = 'e'
)
select case c.relkind when 'v' then 'view' when 'm' then 'materialized-view' when 'f' then 'foreign-table'
         when 'c' then 'composite-type' else 'table' end as kind,
       n.nspname as schema, c.relname as name, c.oid::int8::float8 as id,
       jsonb_strip_nulls(jsonb_build_object(
         'extension', m.extname,
         'foreignKeys', k.keys,
         'learntTypes', s.learnt,
         'computed', s.computed,
         'checks', h.checks,
         'isLateWritable', nullif(c.relkind = 'v' and (pg_relation_is_updatable(c.oid, true) & 12) <> 0
                                  and (pg_relation_is_updatable(c.oid, false) & 20) <> 20, false))) as facts
  from own n
  join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relkind in ('r', 'p', 'v', 'm', 'f', 'c')
  left join columns s on s.attrelid = c.oid
  left join keys k on k.conrelid = c.oid
  left join checks h on h.relid = c.oid
  left join members m on m.classid = 'pg_class'::regclass and m.objid = c.oid
union all
select 'function', n.nspname, p.proname, p.oid::int8::float8,
       jsonb_strip_nulls(jsonb_build_object(
         'extension', m.extname,
         'returnsOneRow', nullif(p.proretset and p.prorows = 1, false),
         'takesUnnamed', nullif(p.pronargs = 1 and coalesce(p.proargnames[1], '') = '', false),
         'takesRow', nullif(exists (select from pg_catalog.pg_type r
                                     where r.oid = any (p.proargtypes) and r.typtype = 'c'), false),
         'inOutOrVariadic', (select array_agg(p.proargnames[i] order by i)
                               from generate_subscripts(p.proargmodes, 1) i where p.proargmodes[i] in ('b', 'v')),
         'checks', (
           select jsonb_object_agg(part, checks) from (
             select u.part, jsonb_agg(d."check" order by d."check") as checks
               from (select p.prorettype as type, '' as part
                     union all
                     select a.type, p.proargnames[a.at]
                       from unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) with ordinality a(type, at)
                      where p.proargnames[a.at] <> '') u
               join domain_checks d on d.oid = u.type
              group by u.part) parts),
         'learntTypes', case when exists (
           select from unnest(coalesce(p.proallargtypes, p.proargtypes::oid[]) || p.prorettype) u(type)
             left join pg_catalog.pg_type t on t.oid = u.type
             left join columns s on s.attrelid = t.typrelid
            where u.type in (select oid from learnt) or s.learnt is not null) then array[''] end))
  from own n
  join pg_catalog.pg_proc p on p.pronamespace = n.oid
  left join members m on m.classid = 'pg_proc'::regclass and m.objid = p.oid
union all
select 'enum', n.nspname, t.typname, t.oid::int8::float8,
       jsonb_strip_nulls(jsonb_build_object('extension', m.extname))
  from own n
  join pg_catalog.pg_type t on t.typnamespace = n.oid and t.typtype = 'e'
  left join members m on m.classid = 'pg_type'::regclass and m.objid = t.oid`;
