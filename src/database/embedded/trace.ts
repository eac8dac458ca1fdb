// The trace: event triggers in the embedded database write down which object each command of a migration touched, and
// how its catalogue row then read. Only a replay for blame is traced, a second one, so that no verdict depends on it:
// migrations run as superuser and could forge it. A failure of the triggers never fails a migration.

import type { Trace, TraceEvent, TraceState } from '../../migrations/blame/trace.ts';
import type { QueryOutcome, Session } from '../session.ts';
import type { PipelinedStatement } from './protocol.ts';
import { literal } from './replay.ts';

/** The setting that holds which statement of which file runs. */
const AT = 'drift_gate.at';

/** Columns of the catalogues of which a change matters; of the others the whole row is kept. */
const FACTS = {
  pg_class: `'name', relname, 'schema', relnamespace, 'kind', relkind, 'owner', relowner, 'row-level security', relrowsecurity,
    'forced', relforcerowsecurity, 'options', reloptions, 'rows', reltype, 'replica identity', relreplident, 'persistence', relpersistence, 'partition', pg_get_expr(relpartbound, oid),
    'sequence', (select to_jsonb(s) from pg_sequence s where seqrelid = oid)`,
  pg_attribute: `'name', attname, 'type', atttypid, 'modifier', atttypmod, 'not null', attnotnull, 'identity', attidentity,
    'generated', attgenerated, 'storage', attstorage, 'collation', attcollation, 'default',
    (select d.oid from pg_attrdef d where d.adrelid = attrelid and d.adnum = attnum)`,
  pg_constraint: `'name', conname, 'table', conrelid, 'kind', contype, 'valid', convalidated, 'deferrable', condeferrable,
    'columns', conkey, 'target', confrelid, 'target columns', confkey`,
  pg_type: `'name', typname, 'schema', typnamespace, 'not null', typnotnull, 'base', typbasetype, 'owner', typowner,
    'kind', typtype, 'default', typdefault, 'array', typarray`,
  pg_enum: `'name', enumlabel, 'type', enumtypid, 'order', enumsortorder`,
  pg_trigger: `'name', tgname, 'table', tgrelid, 'firing', tgenabled, 'function', tgfoid, 'events', tgtype, 'when', md5(tgqual)`,
  pg_rewrite: `'name', rulename, 'table', ev_class, 'firing', ev_enabled, 'definition', md5(ev_action)`,
  pg_policy: `'name', polname, 'table', polrelid, 'command', polcmd, 'mode', polpermissive, 'roles', polroles, 'using', polqual, 'check', polwithcheck`,
  pg_default_acl: `'name', defaclrole::regrole::text || coalesce(' in ' || (select nspname from pg_namespace n where n.oid = defaclnamespace), ''),
    'type', defaclobjtype, 'acl', defaclacl`,
  pg_proc: `'name', proname, 'schema', pronamespace, 'owner', proowner, 'types', coalesce(proallargtypes, proargtypes::oid[]),
    'names', proargnames, 'modes', proargmodes, 'defaults', pronargdefaults, 'returns', prorettype, 'set', proretset, 'rows', prorows,
    'body', md5(prosrc), 'settings', proconfig, 'volatility', provolatile, 'definer', prosecdef, 'language', prolang`,
};

const factsOf = (catalogue: keyof typeof FACTS, which: string): string =>
  `select number, '${catalogue}'::regclass, ${catalogue === 'pg_attribute' ? 'attrelid, attnum' : 'oid, 0'}, jsonb_build_object(${FACTS[catalogue]})
    from ${catalogue} where ${which}`;

/**
 * Rows that the command has written, all others reading as they did: those of this transaction, from the command behind
 * the last one that was noted. A row of `drift_gate.events` tells by its own `cmin` how far the commands had come.
 */
const WRITTEN = '(age(xmin) <= since and cmin::text::bigint > noted)';

/** The setting that holds the command up to which this transaction was noted. */
const NOTED = 'drift_gate.noted';

const SETTINGS =
  'set search_path = pg_catalog set plan_cache_mode = force_generic_plan set enable_seqscan = off';

/** Catalogues whose objects commands name by themselves. */
const KEPT = ['pg_proc', 'pg_constraint', 'pg_trigger', 'pg_rewrite', 'pg_policy'] as const;

/**
 * Event triggers run in the order of their names, and one of the project's own may alter what the command made: that is
 * another command, and noted after this one.
 */
const FIRST = '"!drift_gate_note"';

/** A schema, which no question about the database shows: a traced database is asked for its trace alone. */
const INSTALL = `
create schema drift_gate;
create table drift_gate.events (number bigint generated always as identity primary key, at text, tag text, context text);
create table drift_gate.states (event bigint, catalogue oid, id oid, part int, facts jsonb, dropped text[]);
create table drift_gate.before as
  select 'pg_class'::regclass::oid as catalogue, oid as id, 0 as part from pg_class
  union all select 'pg_attribute'::regclass, attrelid, attnum from pg_attribute where attnum > 0
  union all select 'pg_extension'::regclass, oid, 0 from pg_extension
  union all select 'pg_publication'::regclass, oid, 0 from pg_publication
  union all select 'pg_default_acl'::regclass, oid, 0 from pg_default_acl;

create function drift_gate.add_event(tag text) returns bigint language plpgsql ${SETTINGS} as $$
declare context text; added bigint;
begin
  get diagnostics context = pg_context;
  insert into drift_gate.events (at, tag, context)
  values (current_setting('${AT}', true), tag, regexp_replace(context, '^.*drift_gate\\.note\\w*\\(\\)[^\\n]*\\n?', ''))
  returning number into added;
  return added;
end $$;

create function drift_gate.command_of(event bigint) returns text language sql ${SETTINGS} as
$$ select cmin::text from drift_gate.events where number = event $$;

create function drift_gate.noted() returns bigint language sql ${SETTINGS} as
$$ select coalesce(nullif(current_setting('${NOTED}', true), ''), '-1')::bigint $$;

create function drift_gate.note_relations(number bigint, ids oid[], since int, noted bigint) returns void language plpgsql ${SETTINGS} as $$
begin
  if exists (select from pg_class where oid = any (ids) and relhassubclass) then
    with recursive tree (id) as (
      select unnest(ids) union select inhrelid from pg_inherits join tree on inhparent = id)
    select array_agg(id) into ids from tree;
  end if;
  -- What belongs to a table moves with it, and a key is renamed by its index.
  ids := ids || array(select indrelid from pg_index where indexrelid = any (ids))
    || array(select objid from pg_depend where refclassid = 'pg_class'::regclass and refobjid = any (ids)
              and classid = 'pg_class'::regclass and deptype in ('a', 'i'))
    || array(select conindid from pg_constraint where conrelid = any (ids) and contype in ('p', 'u', 'x'));
  insert into drift_gate.states (event, catalogue, id, part, facts)
  ${factsOf('pg_class', `oid = any (ids) and (${WRITTEN} or relkind = 'S')`)}
  union all ${factsOf('pg_attribute', `attrelid = any (ids) and attnum > 0 and not attisdropped and ${WRITTEN}`)}
  union all ${factsOf('pg_constraint', `conrelid = any (ids) and ${WRITTEN}`)}
  union all ${factsOf('pg_trigger', `tgrelid = any (ids) and not tgisinternal and ${WRITTEN}`)}
  union all ${factsOf('pg_rewrite', `ev_class = any (ids) and ${WRITTEN}`)};
end $$;

create function drift_gate.note_object(number bigint, catalogue oid, object oid, since int, noted bigint) returns void language plpgsql ${SETTINGS} as $$
begin
  case catalogue
    when 'pg_type'::regclass then
      insert into drift_gate.states (event, catalogue, id, part, facts)
      ${factsOf('pg_type', 'oid = object')} union all ${factsOf('pg_enum', `enumtypid = object and ${WRITTEN}`)};
    ${KEPT.map(
      (one) => `when '${one}'::regclass then
      insert into drift_gate.states (event, catalogue, id, part, facts) ${factsOf(one, 'oid = object')};`,
    ).join('\n    ')}
    else
      execute format('insert into drift_gate.states (event, catalogue, id, part, facts)
        select $1, $2, oid, 0, to_jsonb(t) from %s t where oid = $3', catalogue::regclass) using number, catalogue, object;
  end case;
end $$;

create function drift_gate.note() returns event_trigger language plpgsql security definer ${SETTINGS} as $$
declare number bigint; ids oid[]; since int; noted bigint := drift_gate.noted(); command record;
begin
  if tg_tag not in ('GRANT', 'REVOKE')
     and not exists (select from pg_event_trigger_ddl_commands() where not in_extension) then return; end if;
  since := age(pg_current_xact_id()::xid);
  number := drift_gate.add_event(tg_tag);
  perform set_config('${NOTED}', drift_gate.command_of(number), true);
  if tg_tag in ('COMMENT', 'SECURITY LABEL') then
    insert into drift_gate.states (event, catalogue, id, part)
    select number, classid, objid, objsubid from pg_event_trigger_ddl_commands();
    return;
  end if;
  if tg_tag = 'ALTER DEFAULT PRIVILEGES' then
    insert into drift_gate.states (event, catalogue, id, part, facts) ${factsOf('pg_default_acl', WRITTEN)};
    return;
  end if;
  select array_agg(id) into ids from (
    select objid from pg_event_trigger_ddl_commands() where classid = 'pg_class'::regclass and not in_extension
    union select typrelid from pg_event_trigger_ddl_commands() join pg_type t on t.oid = objid
     where classid = 'pg_type'::regclass and typrelid <> 0 and not in_extension) touched (id);
  if tg_tag = 'ALTER TABLE' and exists (select from pg_class where oid = any (ids) and relkind = 'p') then
    ids := ids || array(select oid from pg_class where relkind in ('r', 'p') and ${WRITTEN});
  end if;
  if ids is not null then perform drift_gate.note_relations(number, ids, since, noted); end if;
  for command in
    select distinct classid, objid from pg_event_trigger_ddl_commands()
     where not in_extension and classid <> 'pg_class'::regclass
  loop
    perform drift_gate.note_object(number, command.classid, command.objid, since, noted);
  end loop;
exception when others then null;
end $$;

create function drift_gate.note_dropped() returns event_trigger language plpgsql security definer ${SETTINGS} as $$
declare number bigint;
begin
  number := drift_gate.add_event(tg_tag);
  insert into drift_gate.states (event, catalogue, id, part, dropped)
  select number, classid, objid, objsubid, address_names
    from pg_event_trigger_dropped_objects() where classid <> 'pg_attrdef'::regclass;
exception when others then null;
end $$;

create event trigger ${FIRST} on ddl_command_end execute function drift_gate.note();
create event trigger drift_gate_note_dropped on sql_drop execute function drift_gate.note_dropped();
alter event trigger ${FIRST} enable always;
alter event trigger drift_gate_note_dropped enable always;`;

const EVENTS =
  "select number::int, coalesce(at, '') as at, tag, context from drift_gate.events order by number";

/** Each state that differs from the one before it; those of before the first migration come first. */
const STATES = `
with ordered as (
  select *, lag(facts) over object as before, row_number() over object as turn from drift_gate.states
   where facts is not null window object as (partition by catalogue, id, part order by event)
), told as (
  select -1 as event, 'pg_namespace'::regclass::oid as catalogue, oid as id, 0 as part, jsonb_build_object('nspname', nspname) as facts,
         null::text[] as changed, null::text[] as dropped
    from pg_namespace n
   where not exists (select from drift_gate.states s where s.catalogue = 'pg_namespace'::regclass and s.id = n.oid)
  union all
  select -1, 'pg_class'::regclass, oid, 0, jsonb_build_object('name', relname, 'schema', relnamespace, 'kind', relkind, 'rows', reltype),
         null, null
    from pg_class c where relkind in ('r', 'p', 'v', 'm', 'f')
     and not exists (select from drift_gate.states s where s.catalogue = 'pg_class'::regclass and s.id = c.oid and s.part = 0)
  union all
  select o.event, o.catalogue, o.id, o.part, o.facts,
         case when o.turn > 1 then array(select key from jsonb_each(o.facts) where o.before -> key is distinct from value)
              when b.id is not null then array(select jsonb_object_keys(o.facts)) end, null
    from ordered o left join drift_gate.before b using (catalogue, id, part) where o.facts is distinct from o.before
  union all
  select event, catalogue, id, part, null, case when dropped is null then array['comment'] end, dropped
    from drift_gate.states where facts is null
)
select event::int, catalogue::regclass::text as catalogue, id::int8::float8 as id, part, facts, changed, dropped
  from told order by event`;

/** A session that tells the trace, before each statement, which one comes. */
export async function traced(session: Session): Promise<Session> {
  const { error } = await session.run(INSTALL);
  if (error) throw new Error(`${error.message} (${error.sqlState}) in the trace`);
  const announce = (at: string): string => `set ${AT} = ${literal(at)}`;
  return {
    query: session.query,
    run: async (sql, at) => {
      // In a transaction that has failed it is refused, and so is the statement then.
      if (at !== undefined) await session.run(announce(at));
      return await session.run(sql);
    },
    runBatch: async (statements) => {
      const sent = statements.flatMap((one): PipelinedStatement[] =>
        one.at === undefined ? [one] : [{ text: announce(one.at) }, one],
      );
      const outcome = await session.runBatch(sent);
      return { ...outcome, completed: ownAmong(sent.slice(0, outcome.completed), statements) };
    },
  };
}

const ownAmong = (
  completed: readonly PipelinedStatement[],
  statements: readonly PipelinedStatement[],
): QueryOutcome['completed'] => completed.filter((one) => statements.includes(one)).length;

interface EventRow {
  number: number;
  at: string;
  tag: string;
  context: string;
}

type StateRow = { [K in keyof TraceState]-?: NonNullable<TraceState[K]> | null } & Pick<
  TraceState,
  'event' | 'catalogue' | 'id' | 'part'
>;

/** What was recorded; nothing when a migration took the trace away. */
export async function readTrace(session: Pick<Session, 'query'>): Promise<Omit<Trace, 'isWhole'>> {
  try {
    const events = await session.query<EventRow>(EVENTS);
    const states = await session.query<StateRow>(STATES);
    // What was rolled back has taken its numbers along.
    const places = new Map(events.rows.map(({ number }, place) => [number, place]));
    return {
      events: events.rows.map(eventOf),
      states: states.rows.map(({ event, facts, changed, dropped, ...row }) => ({
        ...row,
        event: places.get(event) ?? -1,
        ...(facts && { facts }),
        ...(changed && { changed }),
        ...(dropped && { dropped }),
      })),
    };
  } catch {
    return { events: [], states: [] };
  }
}

/** `at` is what replay.ts says: the file's name and the statement's offset in it. */
function eventOf({ at, tag, context }: EventRow): TraceEvent {
  const [, file = '', offset = ''] = /^(.*):(\d+)$/s.exec(at) ?? [];
  return { file, offset: Number(offset), tag, context };
}
