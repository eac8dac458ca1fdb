// Everything that a migration can leave behind, as rows of text that two databases can be compared by.

export const CATALOGUE = `
with own as (
  select oid, nspname from pg_namespace
  where nspname !~ '^pg_' and nspname not in ('information_schema', 'supabase_migrations')
)
select 'column' as kind, n.nspname || '.' || c.relname || '.' || a.attname as name,
       concat_ws(' ', c.relkind, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated,
         pg_get_expr(d.adbin, d.adrelid)) as definition
  from own n join pg_class c on c.relnamespace = n.oid join pg_attribute a on a.attrelid = c.oid
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
 where a.attnum > 0 and not a.attisdropped
union all
select 'constraint', n.nspname || '.' || c.conname || coalesce('.' || c.conrelid::regclass::text, ''), pg_get_constraintdef(c.oid)
  from own n join pg_constraint c on c.connamespace = n.oid
union all
select 'index', n.nspname || '.' || c.relname, pg_get_indexdef(c.oid)
  from own n join pg_class c on c.relnamespace = n.oid where c.relkind in ('i', 'I')
union all
select 'view', n.nspname || '.' || c.relname, pg_get_viewdef(c.oid) || coalesce(c.reloptions::text, '')
  from own n join pg_class c on c.relnamespace = n.oid where c.relkind in ('v', 'm')
union all
select 'function', p.oid::regprocedure::text, case p.prokind when 'a' then 'aggregate' else pg_get_functiondef(p.oid) end
  from own n join pg_proc p on p.pronamespace = n.oid
union all
select 'type', n.nspname || '.' || t.typname, concat_ws(' ', t.typtype, format_type(t.typbasetype, t.typtypmod),
         (select string_agg(e.enumlabel, ',' order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid))
  from own n join pg_type t on t.typnamespace = n.oid
union all
select 'trigger', t.tgrelid::regclass || '.' || t.tgname, pg_get_triggerdef(t.oid) from pg_trigger t where not t.tgisinternal
union all
select 'policy', schemaname || '.' || tablename || '.' || policyname, concat_ws(' ', permissive, roles, cmd, qual, with_check) from pg_policies
union all
select 'relation', n.nspname || '.' || c.relname, concat_ws(' ', c.relkind, c.relrowsecurity, c.relforcerowsecurity,
         c.relowner::regrole, obj_description(c.oid, 'pg_class'), (select string_agg(acl::text, ',' order by acl::text) from unnest(c.relacl) acl))
  from own n join pg_class c on c.relnamespace = n.oid
union all
select 'extension', e.extname, e.extnamespace::regnamespace::text from pg_extension e
union all
select 'publication', p.pubname || '.' || t.schemaname || '.' || t.tablename, '' from pg_publication p join pg_publication_tables t on t.pubname = p.pubname
order by 1, 2, 3`;
