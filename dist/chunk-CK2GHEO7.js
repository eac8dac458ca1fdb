import {
  PLATFORM_SCHEMAS
} from "./chunk-ZUCB7KWV.js";
import {
  RELATION_RELKINDS
} from "./chunk-XOYFCOSZ.js";
import {
  byText
} from "./chunk-3WGEH7NJ.js";

// src/database/allowed-values.ts
function allowedValues(checks) {
  const lists = checks.flatMap((check) => {
    const values = valuesIn(check);
    return values === void 0 ? [] : [values];
  });
  const [first, ...others] = lists;
  return first && [...new Set(first)].filter((value) => others.every((list2) => list2.includes(value)));
}
var LONGEST = 2e4;
function valuesIn({ of, expression }) {
  const tokens = expression.length > LONGEST ? [] : withoutCasts(tokensOf(expression));
  const reader = { of, tokens, at: 0 };
  const values = either(reader, 0);
  return reader.at === tokens.length ? values : void 0;
}
var TOKEN = /\s*(?:(E?'(?:[^']|'')*')|(-?\d[\d.]*(?:e[-+]?\d+)?)|("(?:[^"]|"")*"|[^\W\d]\w*)|(::|[()[\],=.])|(\S))/gy;
var tokensOf = (expression) => [...expression.trimEnd().matchAll(TOKEN)].map(([, string, number, word, sign, other]) => {
  if (string !== void 0) return { kind: "string", text: string };
  if (number !== void 0) return { kind: "number", text: number };
  if (word !== void 0) return { kind: "word", text: word };
  return sign === void 0 ? { kind: "other", text: other ?? "" } : { kind: "sign", text: sign };
});
function withoutCasts(tokens) {
  const kept = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens[at]?.text !== "::") {
      kept.push(...tokens.slice(at, at + 1));
      continue;
    }
    while (tokens[at + 1]?.kind === "word" || tokens[at + 1]?.text === ".") at += 1;
    if (tokens[at + 1]?.text === "(" && tokens[at + 2]?.kind === "number") at += 3;
    while (tokens[at + 1]?.text === "[" && tokens[at + 2]?.text === "]") at += 2;
  }
  return kept;
}
var DEEPEST = 50;
function either(reader, depth) {
  const values = one(reader, depth);
  while (values !== void 0 && takes(reader, "OR")) {
    const more = one(reader, depth);
    if (more === void 0) return void 0;
    values.push(...more);
  }
  return values;
}
function one(reader, depth) {
  if (depth > DEEPEST) return void 0;
  const { at } = reader;
  const compared = comparison(reader);
  if (compared !== void 0) return compared;
  reader.at = at;
  if (!takes(reader, "(")) return void 0;
  const values = either(reader, depth + 1);
  return takes(reader, ")") ? values : void 0;
}
function comparison(reader) {
  let open = 0;
  while (takes(reader, "(")) open += 1;
  if (!takes(reader, reader.of)) return void 0;
  while (open > 0 && takes(reader, ")")) open -= 1;
  if (open > 0) return void 0;
  if (takes(reader, "IS")) return takes(reader, "NULL") ? [] : void 0;
  if (!takes(reader, "=")) return void 0;
  return takes(reader, "ANY") ? list(reader) : single(reader);
}
function list(reader) {
  let open = 0;
  while (takes(reader, "(")) open += 1;
  if (!takes(reader, "ARRAY") || !takes(reader, "[")) return void 0;
  const values = [];
  do {
    const value = single(reader);
    if (value === void 0) return void 0;
    values.push(...value);
  } while (takes(reader, ","));
  if (!takes(reader, "]")) return void 0;
  while (open > 0 && takes(reader, ")")) open -= 1;
  return open === 0 ? values : void 0;
}
function single(reader) {
  let open = 0;
  while (takes(reader, "(")) open += 1;
  const token = reader.tokens[reader.at];
  if (token === void 0 || !/^('|-?\d)/.test(token.text)) return void 0;
  reader.at += 1;
  while (open > 0 && takes(reader, ")")) open -= 1;
  const value = token.kind === "string" ? token.text.slice(1, -1).replaceAll("''", "'") : token.text;
  return open === 0 ? [value] : void 0;
}
function takes(reader, text) {
  const isNext = reader.tokens[reader.at]?.text === text;
  if (isNext) reader.at += 1;
  return isNext;
}

// src/database/catalog-objects.ts
async function catalogObjects(session, firstIds = []) {
  const { rows } = await session.query(OBJECTS);
  return rows.map(
    ({ kind, schema, name, id, facts: { checks = {}, ...facts } }) => ({
      kind,
      schema,
      name,
      ...creatorOf(id, firstIds),
      ...facts,
      ...allowedBy(checks)
    })
  ).sort((a, b) => byText(a.schema, b.schema) || byText(a.name, b.name));
}
function allowedBy(checks) {
  const lists = Object.entries(checks).flatMap(([part, expressions]) => {
    const values = allowedValues(expressions);
    return values === void 0 ? [] : [[part, values]];
  });
  return lists.length === 0 ? {} : { allowedValues: Object.fromEntries(lists) };
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
