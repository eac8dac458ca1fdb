// The public surface of an extension, as a catalogue tells it: of the real one (make-extension-surface.ts writes
// fixtures/extension-surface.json) and of our stand-in. The same queries read both, so that equal facts are equal texts.

import * as v from 'valibot';

export const Surface = v.object({
  /** `schema.name(arguments) returns type`, as PostgreSQL writes it; procedures and aggregates say what they are. */
  functions: v.array(v.string()),
  /** `table schema.name`, `view schema.name`: the columns in order, each `name type`. */
  relations: v.record(v.string(), v.array(v.string())),
  /** `enum schema.name`: labels; `composite …`: attributes; `domain …`: what it stands on; `base …`: nothing. */
  types: v.record(v.string(), v.array(v.string())),
  /** `left operator right returns type`. */
  operators: v.array(v.string()),
});
export type Surface = v.InferOutput<typeof Surface>;

export const ExtensionFacts = v.object({
  repository: v.string(),
  /** The tag or commit that was read. */
  version: v.string(),
  files: v.array(v.string()),
  /** The only schemas that were taken, and why no others. */
  scope: v.optional(v.object({ schemas: v.array(v.string()), why: v.string() })),
  /** What its control file says: whether `alter extension … set schema` works, where alone it goes, what it needs. */
  control: v.optional(
    v.object({ relocatable: v.boolean(), schema: v.optional(v.string()), requires: v.array(v.string()) }),
  ),
  ...Surface.entries,
});

interface Queryable {
  query<Row>(sql: string): Promise<{ rows: Row[] }>;
}

/** The SQL condition that picks objects of a catalogue: `chosen('pg_proc', 'p.oid')`. */
type Chosen = (catalogue: string, oid: string) => string;

/** Objects that belong to an extension. */
export const ofExtension =
  (name: string): Chosen =>
  (catalogue, oid) =>
    `exists (select from pg_catalog.pg_depend d join pg_catalog.pg_extension e on e.oid = d.refobjid
       where d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass and d.deptype = 'e'
         and d.classid = 'pg_catalog.${catalogue}'::pg_catalog.regclass and d.objid = ${oid} and e.extname = '${name}')`;

/** Objects made after the one that has this oid. */
export const madeAfter =
  (last: number): Chosen =>
  (_, oid) =>
    `${oid} > ${last}`;

/** Objects of a schema, but for operators. */
export const inSchema =
  (name: string): Chosen =>
  (catalogue) =>
    catalogue === 'pg_operator' ? 'false' : `n.nspname = '${name}'`;

const functions = (chosen: Chosen): string => `
  select case p.prokind when 'p' then 'procedure ' when 'a' then 'aggregate ' when 'w' then 'window ' else '' end
         || format('%I.%I(%s)', n.nspname, p.proname, pg_get_function_arguments(p.oid))
         || coalesce(' returns ' || pg_get_function_result(p.oid), '') as fact
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
   where ${chosen('pg_proc', 'p.oid')}`;

const relations = (chosen: Chosen): string => `
  select case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end
         || format(' %I.%I', n.nspname, c.relname) as name,
         array(select a.attname || ' ' || format_type(a.atttypid, a.atttypmod) from pg_attribute a
                where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum) as facts
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p', 'v', 'm', 'f') and ${chosen('pg_class', 'c.oid')}`;

const types = (chosen: Chosen): string => `
  select case t.typtype when 'e' then 'enum' when 'd' then 'domain' when 'c' then 'composite' else 'base' end
         || format(' %I.%I', n.nspname, t.typname) as name,
         case t.typtype
           when 'e' then array(select enumlabel::text from pg_enum where enumtypid = t.oid order by enumsortorder)
           when 'd' then array[format_type(t.typbasetype, t.typtypmod)]
           when 'c' then array(select a.attname || ' ' || format_type(a.atttypid, a.atttypmod) from pg_attribute a
                                where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped order by a.attnum)
           else array[]::text[] end as facts
    from pg_type t join pg_namespace n on n.oid = t.typnamespace
   where (t.typtype in ('e', 'd') or t.typtype = 'b' and t.typcategory <> 'A'
          or t.typtype = 'c' and (select relkind from pg_class where oid = t.typrelid) = 'c')
     and ${chosen('pg_type', 't.oid')}`;

const operators = (chosen: Chosen): string => `
  select format('%s %s %s returns %s', format_type(nullif(o.oprleft, 0), null), o.oprname,
                format_type(o.oprright, null), format_type(o.oprresult, null)) as fact
    from pg_operator o where o.oprresult <> 0 and ${chosen('pg_operator', 'o.oid')}`;

/** Reads with an empty search_path, so that every name is written with its schema. Leaves the search_path so. */
export async function readSurface(db: Queryable, chosen: Chosen): Promise<Surface> {
  await db.query(`select set_config('search_path', '', false)`);
  const list = async (sql: string): Promise<string[]> =>
    (await db.query<{ fact: string }>(sql)).rows.map(({ fact }) => fact).sort();
  const record = async (sql: string): Promise<Record<string, string[]>> => {
    const { rows } = await db.query<{ name: string; facts: string[] }>(sql);
    return Object.fromEntries(
      rows.map(({ name, facts }): [string, string[]] => [name, facts]).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  };
  return {
    functions: await list(functions(chosen)),
    relations: await record(relations(chosen)),
    types: await record(types(chosen)),
    operators: await list(operators(chosen)),
  };
}

/** What lies in the given schemas; everything when none are given. Operators stay. */
export function within(schemas: readonly string[] | undefined, surface: Surface): Surface {
  if (schemas === undefined) return surface;
  const lies = (fact: string): boolean => {
    const name = fact.replace(
      /^(aggregate|window|procedure|table|view|materialized view|enum|composite|domain|base) /,
      '',
    );
    return schemas.includes(name.slice(0, name.indexOf('.')));
  };
  const pick = (facts: Record<string, string[]>): Record<string, string[]> =>
    Object.fromEntries(Object.entries(facts).filter(([name]) => lies(name)));
  return {
    functions: surface.functions.filter(lies),
    relations: pick(surface.relations),
    types: pick(surface.types),
    operators: surface.operators,
  };
}
