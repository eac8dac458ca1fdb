// What the role of a live session could write, if it wanted to: an audit needs nothing of that.

import { UsageError } from '../../errors.ts';
import { RELATION_RELKINDS } from '../../findings/kinds.ts';
import { visible } from '../../findings/visible.ts';
import { option } from '../../options/table.ts';
import { perSurface } from '../../surface.ts';
import type { Session } from '../session.ts';

type Power = keyof typeof POWERS;

/** In the order in which they are looked for, each as the end of `it …`. */
const POWERS = {
  superuser: () => 'is a superuser',
  createrole: () => 'may create roles',
  createdb: () => 'may create databases',
  replication: () => 'may replicate',
  member: (object: string) => `is a member of ${object}`,
  owner: (object: string) => `owns ${object}`,
  database: () => 'may create schemas in the database',
  schema: (object: string) => `may create objects in schema ${object}`,
  relation: (object: string, privilege: string) => `may ${privilege} in ${object}`,
  sequence: (object: string) => `may advance sequence ${object}`,
} as const satisfies Record<string, (object: string, privilege: string) => string>;

interface PowerRow {
  power: Power;
  object: string;
  privilege: string;
  /** The role that has it, which the user may become; empty for the user's own. */
  through: string;
}

/**
 * Refuses a role that could write: by what it is, owns or was granted, itself or through a role that it may become.
 * Throws UsageError with the first such power.
 */
export async function refuseWritableRole(
  session: Pick<Session, 'query'>,
  mask: (text: string) => string,
): Promise<void> {
  const { rows } = await session.query<PowerRow>(POWERS_OF_ROLE);
  const [found] = rows;
  if (found === undefined) return;
  const { power, object, privilege, through } = found;
  const shown = (text: string): string => visible(mask(text));
  const as = through === '' ? 'it' : `as ${shown(through)}, which it may become, it`;
  throw new UsageError({
    message: `The role of the live database's URL could write: ${as} ${POWERS[power](shown(object), privilege)}.`,
    remedy: perSurface`Audit with a role that can only read, as Drift Gate's \`.github/docs/audit.md\` makes one, or give ${option('allowWritableRole')}: the session is read-only all the same.`,
  });
}

const list = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/** Roles of PostgreSQL's own that write what nobody granted. */
const WRITING_ROLES = ['pg_write_all_data', 'pg_write_server_files', 'pg_execute_server_program'];

/** Left out: what is the server's own, temporary, or made by an extension, for pg_net grants its tables to everybody. */
const POWERS_OF_ROLE = `
with roles as (
  select *, case when rolname = session_user then '' else rolname::text end as through
    from pg_catalog.pg_roles where pg_catalog.pg_has_role(session_user, oid, 'member')
),
members as (select classid, objid from pg_catalog.pg_depend where deptype = 'e'),
schemas as (
  select oid, nspname from pg_catalog.pg_namespace
   where nspname !~ '^pg_(temp|toast)' and nspname not in ('pg_catalog', 'information_schema')
     and ('pg_namespace'::regclass, oid) not in (select classid, objid from members)
),
relations as (
  select c.oid, c.relkind, pg_catalog.format('%I.%I', n.nspname, c.relname) as name
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   where n.nspname !~ '^pg_(temp|toast)' and n.nspname not in ('pg_catalog', 'information_schema')
     and ('pg_class'::regclass, c.oid) not in (select classid, objid from members)
),
powers as (
  select 'superuser' as power, '' as object, '' as privilege, through from roles where rolsuper
  union all select 'createrole', '', '', through from roles where rolcreaterole
  union all select 'createdb', '', '', through from roles where rolcreatedb
  union all select 'replication', '', '', through from roles where rolreplication
  union all select 'member', rolname::text, '', '' from roles where rolname in (${list(WRITING_ROLES)})
  union all
  select 'owner', case i.type when 'database' then 'a database' else i.type || ' ' || i.identity end, '', r.through
    from roles r
    join pg_catalog.pg_shdepend d on d.refclassid = 'pg_authid'::regclass and d.refobjid = r.oid and d.deptype = 'o'
     and d.dbid in (0, (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database()))
     and d.classid not in ('pg_default_acl'::regclass, 'pg_user_mapping'::regclass)
     and (d.classid, d.objid) not in (select classid, objid from members)
    cross join lateral pg_catalog.pg_identify_object(d.classid, d.objid, d.objsubid) i
   where i.identity !~ '^pg_(temp|toast)'
  union all
  select 'database', '', '', through from roles
   where pg_catalog.has_database_privilege(oid, pg_catalog.current_database(), 'create')
  union all
  select 'schema', pg_catalog.quote_ident(s.nspname), '', r.through from roles r, schemas s
   where pg_catalog.has_schema_privilege(r.oid, s.oid, 'create')
  union all
  select 'relation', c.name, p.privilege, r.through
    from roles r, relations c, (values ('insert'), ('update'), ('delete'), ('truncate')) p(privilege)
   where c.relkind in (${RELATION_RELKINDS})
     and case when p.privilege in ('insert', 'update')
           then pg_catalog.has_any_column_privilege(r.oid, c.oid, p.privilege)
           else pg_catalog.has_table_privilege(r.oid, c.oid, p.privilege) end
  union all
  select 'sequence', c.name, '', r.through from roles r, relations c
   where c.relkind = 'S' and pg_catalog.has_sequence_privilege(r.oid, c.oid, 'usage, update')
)
select power, object, privilege, through from powers
 order by pg_catalog.array_position(array[${list(Object.keys(POWERS))}], power), through, object, privilege
 limit 1`;
