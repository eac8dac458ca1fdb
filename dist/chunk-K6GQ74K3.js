import {
  PLATFORM_SCHEMAS
} from "./chunk-ZUCB7KWV.js";
import {
  RELATION_RELKINDS
} from "./chunk-XOYFCOSZ.js";
import {
  byText
} from "./chunk-EYYZ4LIQ.js";

// src/database/catalog-objects.ts
async function catalogObjects(session, firstIds = []) {
  const { rows } = await session.query(OBJECTS);
  return rows.map(
    ({ kind, schema, name, id, facts }) => ({
      kind,
      schema,
      name,
      ...creatorOf(id, firstIds),
      ...facts
    })
  ).sort((a, b) => byText(a.schema, b.schema) || byText(a.name, b.name));
}
function creatorOf(id, firstIds) {
  const file = firstIds.findLast((first) => first.id > 0 && first.id <= id)?.file;
  return file === void 0 ? {} : { createdIn: file };
}
async function installedExtensions(session) {
  const { rows } = await session.query(EXTENSIONS);
  return rows;
}
var EXTENSIONS = `
select n.nspname as schema, e.extname as name
  from pg_catalog.pg_extension e join pg_catalog.pg_namespace n on n.oid = e.extnamespace
 order by e.extname collate "C"`;
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
       n.nspname as schema, c.relname as name, c.oid::int8::float8 as id,
       jsonb_strip_nulls(jsonb_build_object(
         'extension', m.extname,
         'foreignKeys', k.keys,
         'learntTypes', s.learnt,
         'computed', s.computed,
         'isLateWritable', nullif(c.relkind = 'v' and (pg_relation_is_updatable(c.oid, true) & 12) <> 0
                                  and (pg_relation_is_updatable(c.oid, false) & 20) <> 20, false))) as facts
  from own n
  join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relkind in ('r', 'p', 'v', 'm', 'f', 'c')
  left join columns s on s.attrelid = c.oid
  left join keys k on k.conrelid = c.oid
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

// src/database/objects.ts
var OBJECTS2 = `
select 'relation' as kind, n.nspname as schema, c.relname as name
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where c.relkind in (${RELATION_RELKINDS}, 'S')
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
  catalogObjects,
  installedExtensions,
  knownObjects,
  serverVersion,
  recordedVersions
};
