import {
  byText
} from "./chunk-EYYZ4LIQ.js";
import {
  executionSteps,
  splitStatements
} from "./chunk-VD46WKPQ.js";
import {
  PLATFORM_SCHEMAS
} from "./chunk-ZUCB7KWV.js";

// src/database/built-objects.ts
async function builtObjects(session, migrations) {
  const fileOf = await runs(session, migrations);
  const { rows } = await session.query(OBJECTS);
  return rows.map(
    ({ kind, schema, name, xid, facts }) => ({ kind, schema, name, ...fileOf(xid), ...facts })
  ).sort((a, b) => byText(a.schema, b.schema) || byText(a.name, b.name));
}
async function builtParts(session, migrations) {
  const fileOf = await runs(session, migrations);
  const { rows } = await session.query(PARTS);
  return rows.map(({ kind, schema, owner, name, xid }) => ({ kind, schema, owner, name, ...fileOf(xid) }));
}
async function runs(session, migrations) {
  if (migrations.length === 0) return () => void 0;
  const { rows } = await session.query(HISTORY);
  const xids = new Map(rows.map(({ version, xid }) => [version, xid]));
  const began = xids.get("") ?? Number.POSITIVE_INFINITY;
  const all = migrations.flatMap(({ file, version, sql }) => {
    const xid = xids.get(version);
    return xid === void 0 ? [] : [{ file, xid, sql }];
  });
  return (xid) => {
    if (xid <= began) return void 0;
    const next = all.findIndex((run2) => run2.xid >= xid);
    const [before, after] = next === -1 ? [all.at(-1), void 0] : [all[next - 1], all[next]];
    if (after?.xid === xid) return { file: after.file };
    const isStep = after !== void 0 && hasSteps(after);
    if (isStep && before !== void 0 && hasInner(before)) return void 0;
    const run = isStep ? after : before;
    return run && { file: run.file };
  };
}
var hasInner = ({ sql }) => /\b(exception|savepoint)\b/i.test(sql);
var hasSteps = ({ sql }) => executionSteps(splitStatements(sql), sql).some(({ alone }) => alone);
var HISTORY = `
select version, xmin::text::float8 as xid from supabase_migrations.schema_migrations
union all
select '', xmin::text::float8 from pg_catalog.pg_class where oid = 'supabase_migrations.schema_migrations'::regclass`;
var OWN_SCHEMAS = `
select oid, nspname from pg_catalog.pg_namespace
 where nspname !~ '^pg_' and nspname not in (${["information_schema", ...PLATFORM_SCHEMAS].map((name) => `'${name}'`).join(", ")})`;
var OBJECTS = `
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
var PARTS = `
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

// src/database/objects.ts
var OBJECTS2 = `
select 'relation' as kind, n.nspname as schema, c.relname as name
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
union all
select 'type', n.nspname, t.typname
  from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace
union all
select 'schema', n.nspname, n.nspname from pg_catalog.pg_namespace n`;
async function knownObjects(session) {
  const { rows } = await session.query(OBJECTS2);
  return rows;
}
async function serverVersion(session) {
  const { rows } = await session.query("show server_version");
  return rows[0]?.server_version.split(" ")[0] ?? "unknown";
}
async function recordedVersions(session) {
  const { rows } = await session.query(
    "select version from supabase_migrations.schema_migrations order by version"
  );
  return rows.map(({ version }) => version);
}

export {
  builtObjects,
  builtParts,
  knownObjects,
  serverVersion,
  recordedVersions
};
