// src/database/typegen.ts
import {
  generateTypescript,
  introspect,
  sortGeneratorMetadata
} from "./vendor/supabase-postgrest-typegen.js";
var GENERATOR = "@supabase/postgrest-typegen 0.2.2";
async function generateTypes(session, schemas) {
  await helpPlanner(session);
  return await readTypes(session, schemas);
}
async function readTypes(session, schemas, path) {
  const metadata = await introspect(
    { query: (sql) => session.query(withoutSizes(whoeverAsks(withAllForeignKeys(sql)))) },
    { includedSchemas: [...schemas] }
  );
  const named = path === void 0 ? metadata : await namedFrom(path, metadata, session);
  const sorted = sortGeneratorMetadata(named);
  const functions = sorted.functions.map((one) => ({ ...one, name: marked(one.name) }));
  const text = await generateTypescript(
    { ...sorted, functions },
    {
      detectOneToOneRelationships: true,
      defaultSchema: schemas.includes("public") ? "public" : schemas[0] ?? "public",
      format: async (text2) => text2
    }
  );
  return TAKEN_NAMES.reduce((unmarked, name) => unmarked.replaceAll(marked(name), name), text);
}
var TAKEN_NAMES = Object.getOwnPropertyNames(Object.prototype);
var marked = (name) => TAKEN_NAMES.includes(name) ? `${name}\uE0F7` : name;
var NAMES = {
  types: "select oid as id, pg_catalog.format_type(oid, null) as format from pg_catalog.pg_type",
  functions: `
select oid as id,
       pg_catalog.pg_get_function_arguments(oid) as argument_types,
       pg_catalog.pg_get_function_identity_arguments(oid) as identity_argument_types,
       pg_catalog.pg_get_function_result(oid) as return_type
  from pg_catalog.pg_proc`
};
async function namedFrom(path, metadata, session) {
  await session.query(`set local search_path = ${path}`);
  const named = async (rows, sql) => {
    const { rows: names } = await session.query(sql);
    const byId = new Map(names.map((one) => [one.id, one]));
    return rows.map((row) => ({ ...row, ...byId.get(row.id) }));
  };
  return {
    ...metadata,
    types: await named(metadata.types, NAMES.types),
    functions: await named(metadata.functions, NAMES.functions)
  };
}
var OF_SCHEMAS = /(?<schema>\bconnamespace::regnamespace::text|\bns1\.nspname) IN \((?:,?\s*E?'(?:[^']|'')*')+\)/g;
var withAllForeignKeys = (sql) => sql.replaceAll(OF_SCHEMAS, "$<schema> NOT IN ('information_schema', 'pg_catalog', 'pg_toast')");
var whoeverAsks = (sql) => sql.replaceAll(/\bpg_has_role\(\w+\.(?:nsp|rel)owner, 'USAGE'\)/g, "true");
var withoutSizes = (sql) => sql.replaceAll("pg_total_relation_size(format('%I.%I', nc.nspname, c.relname))", "0::int8");
var MANY_COLUMNS = 8e3;
async function helpPlanner(session) {
  const { rows } = await session.query(
    `select count(*) > ${MANY_COLUMNS} as many from pg_catalog.pg_attribute`
  );
  if (rows[0]?.many) await session.run("analyze pg_catalog.pg_attribute, pg_catalog.pg_class");
}

export {
  GENERATOR,
  generateTypes,
  readTypes
};
