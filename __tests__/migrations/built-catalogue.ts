// What a replay leaves in the catalogue, as objects that blame can be asked for: the truth that the index is held to.

import { openEmbedded } from '../../src/database/embedded/engine.ts';
import { replay } from '../../src/database/embedded/replay.ts';
import { extensionsNamedIn } from '../../src/database/platform/bundles.ts';
import type { ObjectId } from '../../src/findings/object-id.ts';
import type { MigrationSource } from '../../src/migrations/migration.ts';

export interface NamedObject {
  id: ObjectId;
  /** Words of which a statement that touches it must say one: its name, or what its name comes from. */
  words: string[];
}

export interface BuiltCatalogue {
  /** `table public.orders`, sorted. */
  relations: string[];
  /** `enum public.status`, `function public.area` for all of that name, sorted. */
  items: string[];
  objects: NamedObject[];
}

const NOT_OF_AN_EXTENSION = (oid: string): string =>
  `not exists (select from pg_depend e where e.objid = ${oid} and e.deptype = 'e')`;

const RELATIONS = `
select case c.relkind when 'v' then 'view' when 'm' then 'materialized-view' when 'f' then 'foreign-table' else 'table' end as kind,
       n.nspname as schema, c.relname as name, c.oid
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'p', 'v', 'm', 'f') and c.relpersistence <> 't' and ${NOT_OF_AN_EXTENSION('c.oid')}`;

/** Words: an inherited column comes with its table, a foreign key may be named after its columns. */
const OBJECTS = `
select 'column' as kind, r.schema, r.name as relation, a.attname as name,
       array[a.attname, case when not a.attislocal then r.name end]::text[] as words
  from (${RELATIONS}) r join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
union all
select 'relationship', r.schema, r.name, k.conname,
       array[k.conname, (select relname from pg_class where oid = k.confrelid)]::text[] ||
       (select array_agg(attname::text) from pg_attribute where attrelid = k.conrelid and attnum = any (k.conkey))
  from (${RELATIONS}) r join pg_constraint k on k.conrelid = r.oid and k.contype = 'f' and k.conparentid = 0
union all
select 'function', n.nspname, null, p.proname, array[p.proname]::text[]
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
 where p.prokind <> 'w' and ${NOT_OF_AN_EXTENSION('p.oid')}
union all
select 'enum', n.nspname, null, t.typname, array[t.typname]
  from pg_type t join pg_namespace n on n.oid = t.typnamespace where t.typtype = 'e' and ${NOT_OF_AN_EXTENSION('t.oid')}
union all
select 'enum-value', n.nspname, t.typname, e.enumlabel, array[e.enumlabel]::text[]
  from pg_enum e join pg_type t on t.oid = e.enumtypid join pg_namespace n on n.oid = t.typnamespace
 where ${NOT_OF_AN_EXTENSION('t.oid')}`;

const COLUMNS_OF = (relation: string, numbers: string): string =>
  `(select array_agg(attname::text) from pg_attribute where attrelid = ${relation} and attnum = any (${numbers}))`;

/** What is blamed by name alone. Words: what PostgreSQL named is named after columns. */
const NAMED = `
select 'policy' as kind, r.schema, r.name as relation, p.polname as name, array[p.polname]::text[] as words
  from (${RELATIONS}) r join pg_policy p on p.polrelid = r.oid
union all
select 'trigger', r.schema, r.name, t.tgname, array[t.tgname]::text[]
  from (${RELATIONS}) r join pg_trigger t on t.tgrelid = r.oid and not t.tgisinternal and t.tgparentid = 0
union all
select 'rule', r.schema, r.name, u.rulename, array[u.rulename]::text[]
  from (${RELATIONS}) r join pg_rewrite u on u.ev_class = r.oid and u.rulename <> '_RETURN'
union all
select 'constraint', r.schema, r.name, k.conname, array[k.conname]::text[] || ${COLUMNS_OF('k.conrelid', 'k.conkey')}
  from (${RELATIONS}) r join pg_constraint k on k.conrelid = r.oid
 where k.contype in ('c', 'x', 'p', 'u') and k.conparentid = 0 and k.conislocal
union all
select 'index', r.schema, null, c.relname, array[c.relname]::text[] || ${COLUMNS_OF('i.indrelid', 'i.indkey')}
  from (${RELATIONS}) r join pg_index i on i.indrelid = r.oid join pg_class c on c.oid = i.indexrelid
 where not c.relispartition and not exists (select from pg_constraint k where k.conindid = c.oid)
union all
select 'sequence', n.nspname, null, c.relname, array[c.relname]::text[] ||
       (select array_agg(a.attname::text) from pg_depend d
          join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
         where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i'))
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
 where c.relkind = 'S' and c.relpersistence <> 't' and ${NOT_OF_AN_EXTENSION('c.oid')}`;

interface Row {
  kind: string;
  schema: string;
  relation: string | null;
  name: string;
  words: (string | null)[];
}

/** The smallest view of a database that is read here. */
interface Queryable {
  query<Row>(sql: string): Promise<{ rows: Row[] }>;
}

/** The schemas that a database has before any migration, `public` left out. */
export async function schemasOf(database: Queryable): Promise<string[]> {
  const { rows } = await database.query<{ nspname: string }>(
    "select nspname from pg_namespace where nspname <> 'public'",
  );
  return rows.map(({ nspname }) => nspname);
}

/** Reads what is in a database outside the given schemas. */
export async function catalogueOf(database: Queryable, others: readonly string[]): Promise<BuiltCatalogue> {
  const where = `where schema not in (${others.map((name) => `'${name}'`).join()}) and schema !~ '^pg_(toast|temp)'`;
  const rows = async (query: string): Promise<Row[]> =>
    (await database.query<Row>(`select * from (${query}) found ${where} order by 1, 2, 3, 4`)).rows;
  const objects = [...(await rows(OBJECTS)), ...(await rows(NAMED))];
  return {
    relations: namesOf(await rows(RELATIONS)),
    items: namesOf(objects.filter(({ kind }) => kind === 'function' || kind === 'enum')),
    objects: objects.map((row) => ({
      id: objectOf(row),
      words: row.words.filter((word) => word !== null),
    })),
  };
}

/** As `table public.orders`, each once, sorted. */
export const namesOf = (objects: readonly Pick<Row, 'kind' | 'schema' | 'name'>[]): string[] =>
  [...new Set(objects.map(({ kind, schema, name }) => `${kind} ${schema}.${name}`))].sort();

/** Replays migrations in an embedded database, and reads what they made outside the platform's schemas. */
export async function buildCatalogue(
  migrations: readonly MigrationSource[],
): Promise<BuiltCatalogue & { failure?: string }> {
  const database = await openEmbedded({ extensions: extensionsNamedIn(migrations.map(({ sql }) => sql)) });
  try {
    const platform = await schemasOf(database);
    const outcome = await replay(database, { migrations }, () => undefined);
    const built = await catalogueOf(database, [...platform, 'supabase_migrations']);
    if (outcome.status === 'replayed') return built;
    const [{ file, line } = { file: '', line: 0 }] =
      outcome.status === 'failed' ? [outcome] : outcome.leftOpen;
    const message = outcome.status === 'failed' ? outcome.message : 'leaves a transaction open';
    return { ...built, failure: `${file}:${line} ${message}` };
  } finally {
    await database.close();
  }
}

function objectOf({ kind, schema, relation, name }: Row): ObjectId {
  switch (kind) {
    case 'function':
      return { kind, schema, name, args: [] };
    case 'enum':
      return { kind, schema, name };
    case 'enum-value':
      return { kind, schema, enum: relation ?? '', name };
    case 'index':
    case 'sequence':
      return { kind, schema, name };
    case 'column':
    case 'relationship':
    case 'constraint':
    case 'policy':
    case 'trigger':
    case 'rule':
      return { kind, schema, relation: relation ?? '', name };
    default:
      throw new Error(`The catalogue knows no ${kind}.`);
  }
}
