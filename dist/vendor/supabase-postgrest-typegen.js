import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));
var E=new Proxy(function(){},{get:()=>E,apply:()=>E});var j=E({table_id:"number",schema:"string",table:"string",id:"string",ordinal_position:"number",name:"string",default_value:"unknown",data_type:"string",format:"string",type_schema:"string",is_identity:"boolean",identity_generation:"'ALWAYS' | 'BY DEFAULT' | null",is_generated:"boolean",is_nullable:"boolean",is_updatable:"boolean",is_unique:"boolean",enums:"string[]",check:"string | null",comment:"string | null"}),Te=E({id:"number",schema:"string",name:"string",comment:"string | null","columns?":j.array()}),Oe=E({id:"number",schema:"string",name:"string",language:"string",definition:"string",complete_statement:"string",args:E({mode:"'in' | 'out' | 'inout' | 'variadic' | 'table'",name:"string",type_id:"number",has_default:"boolean | null"}).array(),argument_types:"string",identity_argument_types:"string",return_type_id:"number",return_type:"string",return_type_relation_id:"number | null",is_set_returning_function:"boolean",prorows:"number | null",behavior:"'IMMUTABLE' | 'STABLE' | 'VOLATILE'",security_definer:"boolean",config_params:E({"[string]":"string"}).or("null")}),we=E({id:"number",schema:"string",name:"string",is_populated:"boolean",comment:"string | null","columns?":j.array()}),Ae=E({schema:"string",table_name:"string",name:"string",table_id:"number"}),De=E({foreign_key_name:"string",schema:"string",relation:"string",columns:"string[]",is_one_to_one:"boolean",referenced_schema:"string",referenced_relation:"string",referenced_columns:"string[]"}),Ie=E({id:"number",name:"string",owner:"string"}),ve=E({id:"number",schema:"string",name:"string",rls_enabled:"boolean",rls_forced:"boolean",replica_identity:"'DEFAULT' | 'INDEX' | 'FULL' | 'NOTHING'",bytes:"number",size:"string",live_rows_estimate:"number",dead_rows_estimate:"number",comment:"string | null","columns?":j.array()}),Re=E({id:"number",name:"string",schema:"string",format:"string",enums:"string[]",attributes:E({name:"string",type_id:"number"}).array(),comment:"string | null",type_relation_id:"number | null"}),$e=E({id:"number",schema:"string",name:"string",is_updatable:"boolean","is_insert_enabled?":"boolean","is_update_enabled?":"boolean",comment:"string | null","columns?":j.array()}),G=1,Le=E({version:`${G}`,schemas:Ie.array(),tables:ve.omit("columns").array(),foreignTables:Te.omit("columns").array(),views:$e.omit("columns").array(),materializedViews:we.omit("columns").array(),columns:j.array(),primaryKeys:Ae.array(),relationships:De.array(),functions:Oe.array(),types:Re.array()}),Be=Le.toJsonSchema();var ke=new Intl.Collator("en");function y(t,a){return ke.compare(t,a)}var U=(t,a)=>y(t.schema,a.schema)||y(t.name,a.name)||t.id-a.id,xe=(t,a)=>y(t.foreign_key_name,a.foreign_key_name)||y(t.referenced_relation,a.referenced_relation)||y(JSON.stringify(t.referenced_columns),JSON.stringify(a.referenced_columns));function Z(t){return{version:t.version,schemas:[...t.schemas].sort((a,s)=>y(a.name,s.name)||a.id-s.id),tables:[...t.tables].sort(U),foreignTables:[...t.foreignTables].sort(U),views:[...t.views].sort(U),materializedViews:[...t.materializedViews].sort(U),columns:[...t.columns].sort((a,s)=>y(a.schema,s.schema)||y(a.table,s.table)||y(a.name,s.name)),primaryKeys:[...t.primaryKeys].sort((a,s)=>y(a.schema,s.schema)||y(a.table_name,s.table_name)),relationships:[...t.relationships].sort(xe),functions:[...t.functions].sort((a,s)=>y(a.schema,s.schema)||y(a.name,s.name)||y(a.identity_argument_types,s.identity_argument_types)||a.id-s.id).map(a=>({...a,args:[...a.args].sort((s,f)=>y(s.name,f.name))})),types:[...t.types].sort(U)}}var Fe=["id","table_id","type_relation_id","return_type_id","return_type_relation_id","bytes","live_rows_estimate","dead_rows_estimate"];function Ce(t){if(typeof t!="string")return t;let a=Number(t);return Number.isSafeInteger(a)?a:t}function Je(t){for(let a of Fe)a in t&&(t[a]=Ce(t[a]));return t}function ee(t){return t.map(Je)}var te=t=>`
-- Adapted from
-- https://github.com/PostgREST/postgrest/blob/f9f0f79fa914ac00c11fbf7f4c558e14821e67e2/src/PostgREST/SchemaCache.hs#L722
WITH
pks_uniques_cols AS (
  SELECT
    connamespace,
    conrelid,
    jsonb_agg(column_info.cols) as cols
  FROM pg_constraint
  JOIN lateral (
    SELECT array_agg(cols.attname order by cols.attnum) as cols
    FROM ( select unnest(conkey) as col) _
    JOIN pg_attribute cols on cols.attrelid = conrelid and cols.attnum = col
  ) column_info ON TRUE
  WHERE
    contype IN ('p', 'u') and
    connamespace::regnamespace::text <> 'pg_catalog'
    ${t.schemaFilter?`and connamespace::regnamespace::text ${t.schemaFilter}`:""}
  GROUP BY connamespace, conrelid
)
SELECT
  traint.conname AS foreign_key_name,
  ns1.nspname AS schema,
  tab.relname AS relation,
  column_info.cols AS columns,
  ns2.nspname AS referenced_schema,
  other.relname AS referenced_relation,
  column_info.refs AS referenced_columns,
  (column_info.cols IN (SELECT * FROM jsonb_array_elements(pks_uqs.cols))) AS is_one_to_one
FROM pg_constraint traint
JOIN LATERAL (
  SELECT
    jsonb_agg(cols.attname order by ord) AS cols,
    jsonb_agg(refs.attname order by ord) AS refs
  FROM unnest(traint.conkey, traint.confkey) WITH ORDINALITY AS _(col, ref, ord)
  JOIN pg_attribute cols ON cols.attrelid = traint.conrelid AND cols.attnum = col
  JOIN pg_attribute refs ON refs.attrelid = traint.confrelid AND refs.attnum = ref
  WHERE ${t.schemaFilter?`traint.connamespace::regnamespace::text ${t.schemaFilter}`:"true"}
) AS column_info ON TRUE
JOIN pg_namespace ns1 ON ns1.oid = traint.connamespace
JOIN pg_class tab ON tab.oid = traint.conrelid
JOIN pg_class other ON other.oid = traint.confrelid
JOIN pg_namespace ns2 ON ns2.oid = other.relnamespace
LEFT JOIN pks_uniques_cols pks_uqs ON pks_uqs.connamespace = traint.connamespace AND pks_uqs.conrelid = traint.conrelid
WHERE traint.contype = 'f'
AND traint.conparentid = 0
${t.schemaFilter?`and ns1.nspname ${t.schemaFilter}`:""}
`;function We(t){return t.replace("T"," ").replace("Z","+00")}function je(t,a,s){let f=t?" (":"(";for(let[m,h]of a.entries())f+=(m===0?"":", ")+s(h);return f+=")",f}function F(t){let a,s;if(t==null)return"NULL";if(t===!1)return"'f'";if(t===!0)return"'t'";if(t instanceof Date)return`'${We(t.toISOString())}'`;if(Array.isArray(t)){let h=[];for(let[D,I]of t.entries())Array.isArray(I)?h.push(je(D!==0,I,F)):h.push(F(I));return h.toString()}typeof t=="string"?a=t:typeof t=="number"||typeof t=="bigint"?a=t.toString():(s="jsonb",a=JSON.stringify(t));let f=!1,m="'";for(let h of a)h==="'"?m+=h+h:h==="\\"?(m+=h+h,f=!0):m+=h;return m+="'",f&&(m=`E${m}`),s&&(m+=`::${s}`),m}var ne=t=>`
-- Adapted from
-- https://github.com/PostgREST/postgrest/blob/f9f0f79fa914ac00c11fbf7f4c558e14821e67e2/src/PostgREST/SchemaCache.hs#L820
with recursive
pks_fks as (
  -- pk + fk referencing col
  select
    contype::text as contype,
    conname,
    array_length(conkey, 1) as ncol,
    conrelid as resorigtbl,
    col as resorigcol,
    ord
  from pg_constraint
  left join lateral unnest(conkey) with ordinality as _(col, ord) on true
  where contype IN ('p', 'f')
  union
  -- fk referenced col
  select
    concat(contype, '_ref') as contype,
    conname,
    array_length(confkey, 1) as ncol,
    confrelid,
    col,
    ord
  from pg_constraint
  left join lateral unnest(confkey) with ordinality as _(col, ord) on true
  where contype='f'
  ${t.schemaFilter?`and connamespace::regnamespace::text ${t.schemaFilter}`:""}
),
views as (
  select
    c.oid       as view_id,
    n.nspname   as view_schema,
    c.relname   as view_name,
    r.ev_action as view_definition
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_rewrite r on r.ev_class = c.oid
  where c.relkind in ('v', 'm') 
    ${t.schemaFilter?`and n.nspname ${t.schemaFilter}`:""}
),
transform_json as (
  select
    view_id, view_schema, view_name,
${Ue("view_definition::text")}::json as view_definition
  from views
),
target_entries as(
  select
    view_id, view_schema, view_name,
    json_array_elements(view_definition->0->'targetList') as entry
  from transform_json
),
results as(
  select
    view_id, view_schema, view_name,
    (entry->>'resno')::int as view_column,
    (entry->>'resorigtbl')::oid as resorigtbl,
    (entry->>'resorigcol')::int as resorigcol
  from target_entries
),
-- CYCLE detection according to PG docs: https://www.postgresql.org/docs/current/queries-with.html#QUERIES-WITH-CYCLE
-- Can be replaced with CYCLE clause once PG v13 is EOL.
recursion(view_id, view_schema, view_name, view_column, resorigtbl, resorigcol, is_cycle, path) as(
  select
    r.*,
    false,
    ARRAY[resorigtbl]
  from results r
  where ${t.schemaFilter?`view_schema ${t.schemaFilter}`:"true"}
  union all
  select
    view.view_id,
    view.view_schema,
    view.view_name,
    view.view_column,
    tab.resorigtbl,
    tab.resorigcol,
    tab.resorigtbl = ANY(path),
    path || tab.resorigtbl
  from recursion view
  join results tab on view.resorigtbl=tab.view_id and view.resorigcol=tab.view_column
  where not is_cycle
),
repeated_references as(
  select
    view_id,
    view_schema,
    view_name,
    resorigtbl,
    resorigcol,
    array_agg(attname) as view_columns
  from recursion
  join pg_attribute vcol on vcol.attrelid = view_id and vcol.attnum = view_column
  group by
    view_id,
    view_schema,
    view_name,
    resorigtbl,
    resorigcol
)
select
  sch.nspname as table_schema,
  tbl.relname as table_name,
  rep.view_schema,
  rep.view_name,
  pks_fks.conname as constraint_name,
  pks_fks.contype as constraint_type,
  jsonb_agg(
    jsonb_build_object('table_column', col.attname, 'view_columns', view_columns) order by pks_fks.ord
  ) as column_dependencies
from repeated_references rep
join pks_fks using (resorigtbl, resorigcol)
join pg_class tbl on tbl.oid = rep.resorigtbl
join pg_attribute col on col.attrelid = tbl.oid and col.attnum = rep.resorigcol
join pg_namespace sch on sch.oid = tbl.relnamespace
group by sch.nspname, tbl.relname,  rep.view_schema, rep.view_name, pks_fks.conname, pks_fks.contype, pks_fks.ncol
-- make sure we only return key for which all columns are referenced in the view - no partial PKs or FKs
having ncol = array_length(array_agg(row(col.attname, view_columns) order by pks_fks.ord), 1)
`,Q=[{pattern:"<>",replacement:"()"},{pattern:",",replacement:""},{pattern:"\\{",replacement:""},{pattern:"\\}",replacement:""},{pattern:" :targetList ",replacement:',"targetList":'},{pattern:" :resno ",replacement:',"resno":'},{pattern:" :resorigtbl ",replacement:',"resorigtbl":'},{pattern:" :resorigcol ",replacement:',"resorigcol":'},{pattern:"{",replacement:"{ :"},{pattern:"((",replacement:"{(("},{pattern:"({",replacement:"{({"},{pattern:" :[^}{,]+",replacement:',"":',isRegex:!0},{pattern:',"":}',replacement:"}"},{pattern:',"":,',replacement:","},{pattern:"{(",replacement:"("},{pattern:"{,",replacement:"{"},{pattern:"(",replacement:"["},{pattern:")",replacement:"]"},{pattern:" ",replacement:","}];function Ue(t){let a=Q.toReversed().map(s=>`    ${s.isRegex?"regexp_replace":"replace"}(`);return a.push(`      ${t},`),Q.forEach((s,f)=>{let m=s.isRegex?", 'g'":"",h=f===Q.length-1?")":"),";a.push(`      ${F(s.pattern)}, ${F(s.replacement)}${m}${h}`)}),a.join(`
`)}function Me(t,a){return t.flatMap(s=>{let f=_=>{let T=_.map(({table_column:w})=>w);return(w=>w.reduce((k,b)=>k.flatMap(o=>b.map(u=>[...o,u])),[[]]))(_.map(w=>w.view_columns)).map(w=>({tableColumns:T,viewColumns:w}))},m=a.filter(_=>_.table_schema===s.schema&&_.table_name===s.relation&&_.constraint_name===s.foreign_key_name&&_.constraint_type==="f"),h=a.filter(_=>_.table_schema===s.referenced_schema&&_.table_name===s.referenced_relation&&_.constraint_name===s.foreign_key_name&&_.constraint_type==="f_ref"),D=m.flatMap(_=>f(_.column_dependencies).map(({viewColumns:T})=>({foreign_key_name:s.foreign_key_name,schema:_.view_schema,relation:_.view_name,columns:T,is_one_to_one:s.is_one_to_one,referenced_schema:s.referenced_schema,referenced_relation:s.referenced_relation,referenced_columns:s.referenced_columns}))),I=h.flatMap(_=>f(_.column_dependencies).map(({viewColumns:T})=>({foreign_key_name:s.foreign_key_name,schema:s.schema,relation:s.relation,columns:s.columns,is_one_to_one:s.is_one_to_one,referenced_schema:_.view_schema,referenced_relation:_.view_name,referenced_columns:T}))),C=m.flatMap(_=>f(_.column_dependencies).flatMap(({viewColumns:T})=>h.flatMap(A=>f(A.column_dependencies).map(({viewColumns:v})=>({foreign_key_name:s.foreign_key_name,schema:_.view_schema,relation:_.view_name,columns:T,is_one_to_one:s.is_one_to_one,referenced_schema:A.view_schema,referenced_relation:A.view_name,referenced_columns:v})))));return[...D,...I,...C]})}async function ae(t,a){let{rows:s}=await t.query(te({schemaFilter:a})),{rows:f}=await t.query(ne({schemaFilter:a})),m=Me(s,f);return s.concat(m)}var se=t=>`
-- Adapted from information_schema.columns

SELECT
  c.oid :: int8 AS table_id,
  nc.nspname AS schema,
  c.relname AS table,
  (c.oid || '.' || a.attnum) AS id,
  a.attnum AS ordinal_position,
  a.attname AS name,
  CASE
    WHEN a.atthasdef THEN pg_get_expr(ad.adbin, ad.adrelid)
    ELSE NULL
  END AS default_value,
  CASE
    WHEN t.typtype = 'd' THEN CASE
      WHEN bt.typelem <> 0 :: oid
      AND bt.typlen = -1 THEN 'ARRAY'
      WHEN nbt.nspname = 'pg_catalog' THEN format_type(t.typbasetype, NULL)
      ELSE 'USER-DEFINED'
    END
    ELSE CASE
      WHEN t.typelem <> 0 :: oid
      AND t.typlen = -1 THEN 'ARRAY'
      WHEN nt.nspname = 'pg_catalog' THEN format_type(a.atttypid, NULL)
      ELSE 'USER-DEFINED'
    END
  END AS data_type,
  COALESCE(bt.typname, t.typname) AS format,
  COALESCE(nbt.nspname, nt.nspname) AS type_schema,
  a.attidentity IN ('a', 'd') AS is_identity,
  CASE
    a.attidentity
    WHEN 'a' THEN 'ALWAYS'
    WHEN 'd' THEN 'BY DEFAULT'
    ELSE NULL
  END AS identity_generation,
  -- 's' = stored, 'v' = virtual (PostgreSQL 18+); neither accepts writes.
  a.attgenerated IN ('s', 'v') AS is_generated,
  NOT (
    a.attnotnull
    OR t.typtype = 'd' AND t.typnotnull
  ) AS is_nullable,
  (
    c.relkind IN ('r', 'p')
    -- Columns of views made writable by INSTEAD OF triggers or unconditional
    -- INSTEAD rules can be written through PostgREST even though the view is
    -- not auto-updatable, so they must not degrade to \`?: never\` in generated
    -- Insert/Update types. pg_column_is_updatable cannot express this: it
    -- requires the relation to support both UPDATE and DELETE, so a view with
    -- only an INSTEAD OF INSERT or only an INSTEAD OF UPDATE trigger reports
    -- every column as non-updatable regardless of include_triggers. Triggers
    -- and rules rewrite whole rows, so their presence makes every column
    -- writable (tgtype bits: 64 = INSTEAD, 4 = INSERT, 16 = UPDATE;
    -- pg_rewrite ev_type: '2' = UPDATE, '3' = INSERT; ev_qual is '<>' for
    -- unconditional rules, and only unconditional INSTEAD rules make a view
    -- writable). Which events a view accepts is gated per view via
    -- is_insert_enabled / is_update_enabled.
    OR c.relkind IN ('v', 'f') AND (
      pg_column_is_updatable(c.oid, a.attnum, FALSE)
      OR EXISTS (
        SELECT 1 FROM pg_trigger tg
        WHERE tg.tgrelid = c.oid
          AND tg.tgtype & 64 <> 0
          AND tg.tgtype & 20 <> 0
          AND NOT tg.tgisinternal
      )
      OR EXISTS (
        SELECT 1 FROM pg_rewrite rw
        WHERE rw.ev_class = c.oid
          AND rw.is_instead
          AND rw.ev_type IN ('2', '3')
          AND rw.ev_qual :: text = '<>'
      )
    )
  ) AS is_updatable,
  uniques.table_id IS NOT NULL AS is_unique,
  check_constraints.definition AS "check",
  array_to_json(
    array(
      SELECT
        enumlabel
      FROM
        pg_catalog.pg_enum enums
      WHERE
        enums.enumtypid = coalesce(bt.oid, t.oid)
        OR enums.enumtypid = coalesce(bt.typelem, t.typelem)
      ORDER BY
        enums.enumsortorder
    )
  ) AS enums,
  col_description(c.oid, a.attnum) AS comment
FROM
  pg_attribute a
  LEFT JOIN pg_attrdef ad ON a.attrelid = ad.adrelid
  AND a.attnum = ad.adnum
  JOIN (
    pg_class c
    JOIN pg_namespace nc ON c.relnamespace = nc.oid
  ) ON a.attrelid = c.oid
  JOIN (
    pg_type t
    JOIN pg_namespace nt ON t.typnamespace = nt.oid
  ) ON a.atttypid = t.oid
  LEFT JOIN (
    pg_type bt
    JOIN pg_namespace nbt ON bt.typnamespace = nbt.oid
  ) ON t.typtype = 'd'
  AND t.typbasetype = bt.oid
  LEFT JOIN (
    SELECT DISTINCT ON (table_id, ordinal_position)
      conrelid AS table_id,
      conkey[1] AS ordinal_position
    FROM pg_catalog.pg_constraint
    WHERE contype = 'u' AND cardinality(conkey) = 1
  ) AS uniques ON uniques.table_id = c.oid AND uniques.ordinal_position = a.attnum
  LEFT JOIN (
    -- We only select the first column check
    SELECT DISTINCT ON (table_id, ordinal_position)
      conrelid AS table_id,
      conkey[1] AS ordinal_position,
      substring(
        pg_get_constraintdef(pg_constraint.oid, true),
        8,
        length(pg_get_constraintdef(pg_constraint.oid, true)) - 8
      ) AS "definition"
    FROM pg_constraint
    WHERE contype = 'c' AND cardinality(conkey) = 1
    ORDER BY table_id, ordinal_position, oid asc
  ) AS check_constraints ON check_constraints.table_id = c.oid AND check_constraints.ordinal_position = a.attnum
WHERE
  ${t.schemaFilter?`nc.nspname ${t.schemaFilter} AND`:""}
  NOT pg_is_other_temp_schema(nc.oid)
  AND a.attnum > 0
  AND NOT a.attisdropped
  AND (c.relkind IN ('r', 'v', 'm', 'f', 'p'))
  AND (
    pg_has_role(c.relowner, 'USAGE')
    OR has_column_privilege(
      c.oid,
      a.attnum,
      'SELECT, INSERT, UPDATE, REFERENCES'
    )
  )
`;var re=t=>`
SELECT
  c.oid :: int8 AS id,
  n.nspname AS schema,
  c.relname AS name,
  obj_description(c.oid) AS comment
FROM
  pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE
  ${t.schemaFilter?`n.nspname ${t.schemaFilter} AND`:""}
  c.relkind = 'f'
`;var ie=t=>`
-- CTE with sane arg_modes, arg_names, and arg_types.
-- All three are always of the same length.
-- All three include all args, including OUT and TABLE args.
with functions as (
  select
    p.*,
    -- proargmodes is null when all arg modes are IN
    coalesce(
      p.proargmodes,
      array_fill('i'::text, array[cardinality(coalesce(p.proallargtypes, p.proargtypes))])
    ) as arg_modes,
    -- proargnames is null when all args are unnamed
    coalesce(
      p.proargnames,
      array_fill(''::text, array[cardinality(coalesce(p.proallargtypes, p.proargtypes))])
    ) as arg_names,
    -- proallargtypes is null when all arg modes are IN
    coalesce(p.proallargtypes, p.proargtypes) as arg_types,
    array_cat(
      array_fill(false, array[pronargs - pronargdefaults]),
      array_fill(true, array[pronargdefaults])) as arg_has_defaults
  from
    pg_proc as p
    ${t.schemaFilter?"join pg_namespace n on p.pronamespace = n.oid":""}
  where
    ${t.schemaFilter?`n.nspname ${t.schemaFilter} AND`:""}
    p.prokind = 'f'
)
select
  f.oid::int8 as id,
  n.nspname as schema,
  f.proname as name,
  l.lanname as language,
  case
    when l.lanname = 'internal' then ''
    else f.prosrc
  end as definition,
  case
    when l.lanname = 'internal' then f.prosrc
    else pg_get_functiondef(f.oid)
  end as complete_statement,
  coalesce(f_args.args, '[]') as args,
  pg_get_function_arguments(f.oid) as argument_types,
  pg_get_function_identity_arguments(f.oid) as identity_argument_types,
  f.prorettype::int8 as return_type_id,
  pg_get_function_result(f.oid) as return_type,
  nullif(rt.typrelid::int8, 0) as return_type_relation_id,
  f.proretset as is_set_returning_function,
  case
    when f.proretset then nullif(f.prorows, 0)
    else null
  end as prorows,
  case
    when f.provolatile = 'i' then 'IMMUTABLE'
    when f.provolatile = 's' then 'STABLE'
    when f.provolatile = 'v' then 'VOLATILE'
  end as behavior,
  f.prosecdef as security_definer,
  f_config.config_params as config_params
from
  functions f
  left join pg_namespace n on f.pronamespace = n.oid
  left join pg_language l on f.prolang = l.oid
  left join pg_type rt on rt.oid = f.prorettype
  left join (
    select
      oid,
      jsonb_object_agg(param, value) filter (where param is not null) as config_params
    from
      (
        select
          oid,
          (string_to_array(unnest(proconfig), '='))[1] as param,
          (string_to_array(unnest(proconfig), '='))[2] as value
        from
          functions
      ) as t
    group by
      oid
  ) f_config on f_config.oid = f.oid
  left join (
    select
      oid,
      jsonb_agg(jsonb_build_object(
        'mode', t2.mode,
        'name', name,
        'type_id', type_id,
        'has_default', has_default
      )) as args
    from
      (
        select
          oid,
          unnest(arg_modes) as mode,
          unnest(arg_names) as name,
          unnest(arg_types)::int8 as type_id,
          unnest(arg_has_defaults) as has_default
        from
          functions
      ) as t1,
      lateral (
        select
          case
            when t1.mode = 'i' then 'in'
            when t1.mode = 'o' then 'out'
            when t1.mode = 'b' then 'inout'
            when t1.mode = 'v' then 'variadic'
            else 'table'
          end as mode
      ) as t2
    group by
      t1.oid
  ) f_args on f_args.oid = f.oid
`;var oe=["information_schema","pg_catalog","pg_toast"],q=(t,a,s)=>(s&&(a=s.concat(a??[])),t?.length?`IN (${t.map(F).join(",")})`:a?.length?`NOT IN (${a.map(F).join(",")})`:"");var le=t=>`
select
  c.oid::int8 as id,
  n.nspname as schema,
  c.relname as name,
  c.relispopulated as is_populated,
  obj_description(c.oid) as comment
from
  pg_class c
  join pg_namespace n on n.oid = c.relnamespace
where
  ${t.schemaFilter?`n.nspname ${t.schemaFilter} AND`:""}
  c.relkind = 'm'
`;var ce=t=>`
SELECT
  c.oid :: int8 AS table_id,
  n.nspname AS schema,
  c.relname AS table_name,
  a.attname AS name
FROM
  pg_index i
  JOIN pg_class c ON i.indrelid = c.oid
  JOIN pg_namespace n ON c.relnamespace = n.oid
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY(i.indkey)
WHERE
  ${t.schemaFilter?`n.nspname ${t.schemaFilter} AND`:""}
  i.indisprimary
  AND c.relkind IN ('r', 'p')
  AND NOT pg_is_other_temp_schema(n.oid)
  AND (
    pg_has_role(c.relowner, 'USAGE')
    OR has_table_privilege(
      c.oid,
      'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER'
    )
    OR has_any_column_privilege(c.oid, 'SELECT, INSERT, UPDATE, REFERENCES')
  )
ORDER BY
  c.oid,
  array_position(i.indkey, a.attnum)
`;var me=t=>`
-- Adapted from information_schema.schemata
select
  n.oid::int8 as id,
  n.nspname as name,
  u.rolname as owner
from
  pg_namespace n,
  pg_roles u
where
  n.nspowner = u.oid
  ${t.schemaFilter?`and n.nspname ${t.schemaFilter}`:""}
  and not pg_catalog.starts_with(n.nspname, 'pg_')
  and (
    pg_has_role(n.nspowner, 'USAGE')
    or has_schema_privilege(n.oid, 'CREATE, USAGE')
  )
  and not pg_catalog.starts_with(n.nspname, 'pg_temp_')
  and not pg_catalog.starts_with(n.nspname, 'pg_toast_temp_')
`;var pe=t=>`
SELECT
  c.oid :: int8 AS id,
  nc.nspname AS schema,
  c.relname AS name,
  c.relrowsecurity AS rls_enabled,
  c.relforcerowsecurity AS rls_forced,
  CASE
    WHEN c.relreplident = 'd' THEN 'DEFAULT'
    WHEN c.relreplident = 'i' THEN 'INDEX'
    WHEN c.relreplident = 'f' THEN 'FULL'
    ELSE 'NOTHING'
  END AS replica_identity,
  pg_total_relation_size(format('%I.%I', nc.nspname, c.relname)) :: int8 AS bytes,
  pg_size_pretty(
    pg_total_relation_size(format('%I.%I', nc.nspname, c.relname))
  ) AS size,
  pg_stat_get_live_tuples(c.oid) AS live_rows_estimate,
  pg_stat_get_dead_tuples(c.oid) AS dead_rows_estimate,
  obj_description(c.oid) AS comment
FROM
  pg_namespace nc
  JOIN pg_class c ON nc.oid = c.relnamespace
WHERE
  ${t.schemaFilter?`nc.nspname ${t.schemaFilter} AND`:""}
  c.relkind IN ('r', 'p')
  AND NOT pg_is_other_temp_schema(nc.oid)
  AND (
    pg_has_role(c.relowner, 'USAGE')
    OR has_table_privilege(
      c.oid,
      'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER'
    )
    OR has_any_column_privilege(c.oid, 'SELECT, INSERT, UPDATE, REFERENCES')
  )
`;var _e=`
select
  t.oid::int8 as id,
  t.typname as name,
  n.nspname as schema,
  format_type (t.oid, null) as format,
  coalesce(t_enums.enums, '[]') as enums,
  coalesce(t_attributes.attributes, '[]') as attributes,
  obj_description (t.oid, 'pg_type') as comment,
  nullif(t.typrelid::int8, 0) as type_relation_id
from
  pg_type t
  left join pg_namespace n on n.oid = t.typnamespace
  left join (
    select
      enumtypid,
      jsonb_agg(enumlabel order by enumsortorder) as enums
    from
      pg_enum
    group by
      enumtypid
  ) as t_enums on t_enums.enumtypid = t.oid
  left join (
    select
      oid,
      jsonb_agg(
        jsonb_build_object('name', a.attname, 'type_id', a.atttypid::int8)
        order by a.attnum asc
      ) as attributes
    from
      pg_class c
      join pg_attribute a on a.attrelid = c.oid
    where
      c.relkind = 'c' and not a.attisdropped
    group by
      c.oid
  ) as t_attributes on t_attributes.oid = t.typrelid
  where
      (
        t.typrelid = 0
        or (
          select
            c.relkind in ('c', 'r', 'v', 'm', 'p', 'f')
          from
            pg_class c
          where
            c.oid = t.typrelid
        )
      )
`;var ue=t=>`
SELECT
  c.oid :: int8 AS id,
  n.nspname AS schema,
  c.relname AS name,
  -- See definition of information_schema.views
  (pg_relation_is_updatable(c.oid, false) & 20) = 20 AS is_updatable,
  -- Passing include_triggers => true also counts views made writable by
  -- INSTEAD OF triggers (and INSTEAD rules), which PostgREST can write
  -- through even when the view is not auto-updatable. Bit 8 is INSERT,
  -- bit 4 is UPDATE (see information_schema.views).
  (pg_relation_is_updatable(c.oid, true) & 8) = 8 AS is_insert_enabled,
  (pg_relation_is_updatable(c.oid, true) & 4) = 4 AS is_update_enabled,
  obj_description(c.oid) AS comment
FROM
  pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE
  ${t.schemaFilter?`n.nspname ${t.schemaFilter} AND`:""}
  c.relkind = 'v'
`;async function Pe(t,a={}){let s=q(a.includedSchemas,a.excludedSchemas,oe),f=q(a.includedSchemas,a.excludedSchemas),m=async b=>ee((await t.query(b)).rows),[h,D,I,C,_,T,A,v,w,k]=await Promise.all([m(me({schemaFilter:s})),m(pe({schemaFilter:s})),m(re({schemaFilter:f})),m(ue({schemaFilter:s})),m(le({schemaFilter:f})),m(se({schemaFilter:s})),m(ce({schemaFilter:s})),ae(t,s),m(ie({schemaFilter:s})),m(_e)]);return{version:G,schemas:h,tables:D,foreignTables:I,views:C,materializedViews:_,columns:T,primaryKeys:A,relationships:v,functions:w.filter(({return_type:b})=>!["trigger","event_trigger"].includes(b)),types:k}}var fe=async(t,a)=>({code:a,errors:[]});var z=new Set([114,3802,25]),de=new Set(["in","inout","variadic"]);var He=async t=>{let{code:a,errors:s}=await fe("output.ts",t,{semi:!1,printWidth:80});if(s.length>0)throw new Error(`oxfmt failed to format generated TypeScript output: ${s.map(f=>f.message).join("; ")}`);return a},ge=async(t,a={})=>{let{schemas:s,tables:f,foreignTables:m,views:h,materializedViews:D,columns:I,relationships:C,functions:_,types:T}=t,{detectOneToOneRelationships:A=!1,postgrestVersion:v,defaultSchema:w="public",format:k=He}=a,b={types:T,schemas:s,tables:f,views:h,foreignTables:m,materializedViews:D},o=Object.fromEntries(s.map(e=>[e.name,{tables:[],views:[],functions:[],enums:[],compositeTypes:[]}])),u={},J={},R=new Map,$=new Map,he=[...f,...m,...h,...D];for(let e of he)u[e.id]=[],J[e.id]=e.name;for(let e of I)e.table_id in u&&u[e.table_id].push(e);for(let e of T)$.set(e.id,e),e.type_relation_id&&R.set(e.id,e),e.schema in o&&(e.enums.length>0&&o[e.schema].enums.push(e),e.attributes.length>0&&o[e.schema].compositeTypes.push(e));let V=new Map;for(let e of C){let r=`${e.schema}.${e.relation}`,i=V.get(r);i||(i=[],V.set(r,i)),i.push(e)}function M(e){let r=V.get(`${e.schema}.${e.name}`);return r?r.filter(i=>i.referenced_schema===e.schema):[]}function K(e){return`{
      foreignKeyName: ${JSON.stringify(e.foreign_key_name)}
      columns: ${JSON.stringify(e.columns)}${A?`
isOneToOne: ${e.is_one_to_one}`:""}
      referencedRelation: ${JSON.stringify(e.referenced_relation)}
      referencedColumns: ${JSON.stringify(e.referenced_columns)}
    }`}for(let e of f)e.schema in o&&o[e.schema].tables.push({table:e,relationships:M(e)});for(let e of m)e.schema in o&&o[e.schema].tables.push({table:e,relationships:M(e)});for(let e of h)e.schema in o&&o[e.schema].views.push({view:e,relationships:M(e)});for(let e of D)e.schema in o&&o[e.schema].views.push({view:{...e,is_updatable:!1,is_insert_enabled:!1,is_update_enabled:!1},relationships:M(e)});let P=(e,r)=>{if(!e)return null;if(J[e])return J[e];let i=r?R.get(r):null;return i?i.name:null};for(let e of _)if(e.schema in o){let r=e.args.filter(({mode:i})=>de.has(i));(r.length===0||!r.some(({name:i})=>i==="")||r.every(i=>i.name===""?i.has_default&&z.has(i.type_id):!0)||r.length===1&&r[0].name===""&&(z.has(r[0].type_id)||R.get(r[0].type_id)&&P(e.return_type_relation_id,e.return_type_id)||R.get(r[0].type_id)&&!P(e.return_type_relation_id,e.return_type_id)))&&o[e.schema].functions.push({fn:e,inArgs:r})}for(let e in o)o[e].tables.sort((r,i)=>y(r.table.name,i.table.name)),o[e].views.sort((r,i)=>y(r.view.name,i.view.name)),o[e].functions.sort((r,i)=>y(r.fn.name,i.fn.name)),o[e].enums.sort((r,i)=>y(r.name,i.name)),o[e].compositeTypes.sort((r,i)=>y(r.name,i.name));let ye=(e,r)=>{let i="",c=P(e.return_type_relation_id,e.return_type_id),S=e.is_set_returning_function&&e.return_type_relation_id!==null,d=e.prorows!==null&&e.prorows>1;if(c&&(i=`SetofOptions: {
        from: "*"
        to: ${JSON.stringify(c)}
        isOneToOne: ${!d}
        isSetofReturn: ${e.is_set_returning_function}
      }`),e.args.length===1){let g=R.get(e.args[0].type_id);if(g){let n=g.format;if(S&&c)i=`SetofOptions: {
          from: ${JSON.stringify(n)}
          to: ${JSON.stringify(c)}
          isOneToOne: ${!d}
          isSetofReturn: true
        }`;else if(c&&!S){let p=c;i=`SetofOptions: {
            from: ${JSON.stringify(n)}
            to: ${JSON.stringify(p)}
            isOneToOne: true
            isSetofReturn: false
          }`}}}let l=!d&&c!==null;return`${r}${e.is_set_returning_function&&!l?"[]":""}
                          ${i?`${i}`:""}`},Y=(e,r)=>{let i=r.args.filter(({mode:d})=>d==="table");if(i.length>0)return`{
              ${i.map(({name:l,type_id:g})=>{let n=$.get(g),p="unknown";return n&&(p=L(e,n.name,b,n.schema)),{name:l,type:p}}).map(({name:l,type:g})=>`${JSON.stringify(l)}: ${g}`)}
            }`;let c=o[e.name]?.tables.find(({table:{id:d}})=>d===r.return_type_relation_id)?.table||o[e.name]?.views.find(({view:{id:d}})=>d===r.return_type_relation_id)?.view;if(c)return`{
              ${u[c.id].map(d=>W(e,{name:d.name,format:d.format,type_schema:d.type_schema,is_nullable:d.is_nullable,is_optional:!1},b)).join(`,
`)}
            }`;let S=$.get(r.return_type_id);return S?L(e,S.name,b,S.schema):"unknown"},be=(e,r)=>!!(r.length===1&&r[0].name===""&&R.get(r[0].type_id)&&!P(e.return_type_relation_id,e.return_type_id)),Se=(e,r,i,c)=>{if(r.length<=1)return null;if(c.length===0){let S=r.filter(({fn:d,inArgs:l})=>d===i?!1:l.length===1&&l[0].name===""&&l[0].has_default);if(S.length>0){let d=S[0],l=$.get(d.fn.return_type_id)?.name||"unknown";return`Could not choose the best candidate function between: ${e.name}.${i.name}(), ${e.name}.${i.name}( => ${l}). Try renaming the parameters or the function itself in the database so function overloading can be resolved`}}if(c.length===1&&c[0].name!==""){let S=r.filter(({fn:d,inArgs:l})=>d===i?!1:l.length===1&&l[0].name===c[0].name&&l[0].type_id!==c[0].type_id);if(S.length>0)return`Could not choose the best candidate function between: ${[{fn:i,inArgs:c},...S].sort((g,n)=>{let p=g.inArgs,N=n.inArgs;return(p[0]?.type_id||0)-(N[0]?.type_id||0)}).map(g=>{let n=g.inArgs;return`${e.name}.${i.name}(${n.map(p=>`${p.name||""} => ${$.get(p.type_id)?.name||"unknown"}`).join(", ")})`}).join(", ")}. Try renaming the parameters or the function itself in the database so function overloading can be resolved`}return null},Ne=(e,r)=>r.map(({fn:i,inArgs:c})=>{let S="Record<PropertyKey, never>",d=Y(e,i),l=Se(e,r,i,c);return l?(c.length>0&&(S=`{ ${c.map(({name:n,type_id:p,has_default:N})=>{let O=$.get(p),x="unknown";return O&&(x=L(e,O.name,b,O.schema)),{name:n,type:x,has_default:N}}).map(({name:n,type:p,has_default:N})=>`${JSON.stringify(n)}${N?"?":""}: ${p}`)} }`),d=`{ error: true } & ${JSON.stringify(l)}`):be(i,c)?(c.length>0&&(S=`{ ${c.map(({name:n,type_id:p,has_default:N})=>{let O=$.get(p),x="unknown";return O&&(x=L(e,O.name,b,O.schema)),{name:n,type:x,has_default:N}}).map(({name:n,type:p,has_default:N})=>`${JSON.stringify(n)}${N?"?":""}: ${p}`)} }`),d=`{ error: true } & ${JSON.stringify(`the function ${e.name}.${i.name} with parameter or with a single unnamed json/jsonb parameter, but no matches were found in the schema cache`)}`):c.length>0&&(S=`{ ${c.map(({name:n,type_id:p,has_default:N})=>{let O=$.get(p),x="unknown";return O&&(x=L(e,O.name,b,O.schema)),{name:n,type:x,has_default:N}}).map(({name:n,type:p,has_default:N})=>`${JSON.stringify(n)}${N?"?":""}: ${p}`)} }`),`{ Args: ${S}; Returns: ${ye(i,d)} }`}).join(` |
`),Ee=v?`// Allows to automatically instantiate createClient with right options
  // instead of createClient<Database, { PostgrestVersion: 'XX' }>(URL, KEY)
  __InternalSupabase: {
    PostgrestVersion: '${v}'
  }`:"";function H(e,r){return e==="Json"&&!r?`NonNullable<${e}>`:e==="unknown"||e==="any"||!r?e:`${e} | null`}function W(e,r,i){return`${JSON.stringify(r.name)}${r.is_optional?"?":""}: ${H(L(e,r.format,i,r.type_schema),r.is_nullable)}`}let X=(e,r,i)=>{if(r.length===1){let c=R.get(r[0].type_id);if(c)return c.type_relation_id===i.id}return e.argument_types===i.name},B=`
export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

export type Database = {
  ${Ee}
  ${s.map(e=>{let{tables:r,views:i,functions:c,enums:S,compositeTypes:d}=o[e.name];return`${JSON.stringify(e.name)}: {
          Tables: {
            ${r.length===0?"[_ in never]: never":r.map(({table:l,relationships:g})=>`${JSON.stringify(l.name)}: {
                  Row: {
                    ${[...u[l.id].map(n=>W(e,{name:n.name,format:n.format,type_schema:n.type_schema,is_nullable:n.is_nullable,is_optional:!1},b)),...c.filter(({fn:n,inArgs:p})=>X(n,p,l)).map(({fn:n})=>`${JSON.stringify(n.name)}: ${H(Y(e,n),!0)}`)]}
                  }
                  Insert: {
                    ${u[l.id].map(n=>n.identity_generation==="ALWAYS"||n.is_generated?`${JSON.stringify(n.name)}?: never`:W(e,{name:n.name,format:n.format,type_schema:n.type_schema,is_nullable:n.is_nullable,is_optional:n.is_nullable||n.is_identity||n.default_value!==null},b))}
                  }
                  Update: {
                    ${u[l.id].map(n=>n.identity_generation==="ALWAYS"||n.is_generated?`${JSON.stringify(n.name)}?: never`:W(e,{name:n.name,format:n.format,type_schema:n.type_schema,is_nullable:n.is_nullable,is_optional:!0},b))}
                  }
                  Relationships: [
                    ${g.map(K)}
                  ]
                }`)}
          }
          Views: {
            ${i.length===0?"[_ in never]: never":i.map(({view:l,relationships:g})=>`${JSON.stringify(l.name)}: {
                  Row: {
                    ${[...u[l.id].map(n=>W(e,{name:n.name,format:n.format,type_schema:n.type_schema,is_nullable:n.is_nullable,is_optional:!1},b)),...c.filter(({fn:n,inArgs:p})=>X(n,p,l)).map(({fn:n})=>`${JSON.stringify(n.name)}: ${H(Y(e,n),!0)}`)]}
                  }
                  ${l.is_insert_enabled??l.is_updatable?`Insert: {
                           ${u[l.id].map(n=>n.is_updatable?W(e,{name:n.name,format:n.format,type_schema:n.type_schema,is_nullable:!0,is_optional:!0},b):`${JSON.stringify(n.name)}?: never`)}
                         }
                        `:""}${l.is_update_enabled??l.is_updatable?`Update: {
                           ${u[l.id].map(n=>n.is_updatable?W(e,{name:n.name,format:n.format,type_schema:n.type_schema,is_nullable:!0,is_optional:!0},b):`${JSON.stringify(n.name)}?: never`)}
                         }
                        `:""}Relationships: [
                    ${g.map(K)}
                  ]
                }`)}
          }
          Functions: {
            ${(()=>{if(c.length===0)return"[_ in never]: never";let l=c.reduce((g,n)=>(g[n.fn.name]??=[],g[n.fn.name].push(n),g),{});for(let g in l)l[g].sort((n,p)=>y(n.fn.argument_types,p.fn.argument_types)||y(n.fn.return_type,p.fn.return_type));return Object.entries(l).map(([g,n])=>{let p=Ne(e,n);return`${JSON.stringify(g)}:
${p}`}).join(`,
`)})()}
          }
          Enums: {
            ${S.length===0?"[_ in never]: never":S.map(l=>`${JSON.stringify(l.name)}: ${l.enums.map(g=>JSON.stringify(g)).join("|")}`)}
          }
          CompositeTypes: {
            ${d.length===0?"[_ in never]: never":d.map(({name:l,attributes:g})=>`${JSON.stringify(l)}: {
                        ${g.map(({name:n,type_id:p})=>{let N=$.get(p),O="unknown";return N&&(O=`${H(L(e,N.name,b,N.schema),!0)}`),`${JSON.stringify(n)}: ${O}`})}
                      }`)}
          }
        }`})}
}

type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, ${JSON.stringify(w)}>]

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
  ? (DefaultSchema["Tables"] & DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
      Row: infer R
    }
    ? R
    : never
  : never

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
  ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
      Insert: infer I
    }
    ? I
    : never
  : never

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
  ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
      Update: infer U
    }
    ? U
    : never
  : never

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema["Enums"]
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never = never
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
  ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
  : never

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never = never
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
  ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
  : never

export const Constants = {
  ${s.map(e=>{let r=o[e.name].enums;return`${JSON.stringify(e.name)}: {
          Enums: {
            ${r.map(i=>`${JSON.stringify(i.name)}: [${i.enums.map(c=>JSON.stringify(c)).join(", ")}]`)}
          }
        }`})}
} as const
`;return B=await k(B),B},L=(t,a,s,f)=>{let{types:m,schemas:h,tables:D,views:I,foreignTables:C=[],materializedViews:_=[]}=s;if(a==="bool")return"boolean";if(["int2","int4","int8","float4","float8","numeric"].includes(a))return"number";if(["bytea","bpchar","varchar","date","text","citext","time","timetz","timestamp","timestamptz","uuid","vector","interval"].includes(a))return"string";if(["json","jsonb"].includes(a))return"Json";if(a==="void")return"undefined";if(a==="record")return"Record<string, unknown>";if(a.startsWith("_"))return`(${L(t,a.substring(1),s,f)})[]`;{let T=f??t.name,A=m.filter(o=>o.name===a&&o.enums.length>0);if(A.length>0){let o=A.find(u=>u.schema===T)||A[0];return h.some(({name:u})=>u===o.schema)?`Database[${JSON.stringify(o.schema)}]['Enums'][${JSON.stringify(o.name)}]`:o.enums.map(u=>JSON.stringify(u)).join("|")}let v=m.filter(o=>o.name===a&&o.attributes.length>0);if(v.length>0){let o=v.find(u=>u.schema===T)||v[0];return h.some(({name:u})=>u===o.schema)?`Database[${JSON.stringify(o.schema)}]['CompositeTypes'][${JSON.stringify(o.name)}]`:"unknown"}let w=[["Tables",D],["Tables",C],["Views",I],["Views",_]],k=o=>{for(let[u,J]of w){let R=J.find(o);if(R)return{kind:u,relation:R}}},b=k(({name:o,schema:u})=>o===a&&u===T)??k(({name:o})=>o===a);if(b){let{kind:o,relation:u}=b;return h.some(({name:J})=>J===u.schema)?`Database[${JSON.stringify(u.schema)}]['${o}'][${JSON.stringify(u.name)}]['Row']`:"unknown"}return"unknown"}};export{ge as generateTypescript,Pe as introspect,Z as sortGeneratorMetadata};
