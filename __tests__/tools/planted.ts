// Traps for whoever names things of PostgreSQL without their schema: what statements name so, found by PostgreSQL's own
// parser, is planted in schemas of a project, in overloads that fit better than the originals. Each raises when called.

import { loadModule, parseSync } from 'pgsql-parser';

/** What statements name without a schema, or with none that is PostgreSQL's. */
export interface Named {
  /** Functions with the number of their arguments: `format/3`. */
  functions: Set<string>;
  operators: Set<string>;
  types: Set<string>;
  relations: Set<string>;
}

export async function namedIn(statements: readonly string[]): Promise<Named> {
  await loadModule();
  const named: Named = {
    functions: new Set(),
    operators: new Set(),
    types: new Set(),
    relations: new Set(),
  };
  for (const statement of statements) collect(parseSync(statement), named);
  return named;
}

function collect(value: unknown, named: Named): void {
  if (Array.isArray(value)) for (const one of value) collect(one, named);
  else if (typeof value === 'object' && value !== null)
    for (const [tag, node] of Object.entries(value)) {
      collectNode(tag, node, named);
      collect(node, named);
    }
}

function collectNode(tag: string, node: unknown, named: Named): void {
  const fieldOf = (name: string): unknown =>
    typeof node === 'object' && node !== null ? Reflect.get(node, name) : undefined;
  const listOf = (name: string): unknown[] => {
    const list = fieldOf(name);
    return Array.isArray(list) ? list : [];
  };
  const bare = (name: string): string | undefined => {
    const words = listOf(name).map((word) => String(Object(Object(word).String).sval));
    return words.length === 1 ? words[0] : undefined;
  };
  const add = (to: Set<string>, name: string | undefined, more = ''): void => {
    if (name !== undefined) to.add(name + more);
  };
  switch (tag) {
    case 'FuncCall':
      add(named.functions, bare('funcname'), `/${listOf('args').length}`);
      break;
    case 'A_Expr':
      for (const name of OPERATORS_OF.get(String(bare('name'))) ?? [bare('name')]) add(named.operators, name);
      break;
    case 'SubLink':
    case 'CaseExpr':
    case 'JoinExpr':
      // `in`, `case x when` and `using` compare by what is called `=`.
      named.operators.add('=');
      break;
    case 'typeName':
    case 'TypeName':
      add(named.types, bare('names'));
      break;
    case 'RangeVar':
      if (fieldOf('schemaname') === undefined) named.relations.add(String(fieldOf('relname')));
      break;
  }
}

const OPERATORS_OF: ReadonlyMap<string, readonly string[]> = new Map([
  ['BETWEEN', ['>=', '<=', '<', '>']],
  ['NOT BETWEEN', ['>=', '<=', '<', '>']],
]);

const ONE = ['text', 'name', '"char"', 'oid', 'regclass', 'int2', 'int4', 'int8', 'bool', 'pg_node_tree'];
const MORE = ['_text', '_name', '_oid', 'int2vector', 'oidvector', 'anyelement', 'anyarray', 'json', 'jsonb'];
const OPERANDS = [
  'text',
  'name',
  '"char"',
  'oid',
  'regclass',
  'int2',
  'int4',
  'int8',
  'bool',
  '_text',
  '_oid',
];

/** Lists of types, of a length. */
const lists = (types: readonly string[], length: number): string[][] =>
  length === 0 ? [[]] : lists(types, length - 1).flatMap((list) => types.map((type) => [...list, type]));

function overloads(count: number): string[][] {
  if (count === 0) return [[]];
  if (count === 1) return lists([...ONE, ...MORE], 1);
  if (count === 2) return lists(['text', 'name', '"char"', 'oid', 'int4', '_text', 'anyelement'], 2);
  if (count === 3) return lists(['text', 'name', 'bool'], 3);
  return ['text', 'name', 'oid', 'anyelement'].map((type) => Array(count).fill(type));
}

const signature = (types: readonly string[]): string => types.map((type) => `pg_catalog.${type}`).join(', ');

const RAISES = `language plpgsql immutable as $$ begin raise exception 'a planted object was called'; end $$;`;

/** SQL that makes a schema where it is not there, and the traps in it. */
export function plantedIn(schema: string, named: Partial<Named>): string {
  const { functions = [], operators = [], types = [], relations = [] } = named;
  const sql = [
    // What plants them is not to be caught.
    'set search_path = pg_catalog;',
    `create schema if not exists ${schema};`,
    `create or replace function ${schema}.planted() returns pg_catalog.bool ${RAISES}`,
  ];
  for (const name of functions) {
    const [, word = '', count = '0'] = /^(.*)\/(\d+)$/.exec(name) ?? [];
    for (const list of overloads(Number(count)))
      sql.push(`create function ${schema}."${word}"(${signature(list)}) returns pg_catalog.text ${RAISES}`);
  }
  // As PostgreSQL's own, unless it is there by now: where the schema comes first, its function does.
  for (const word of new Set([...functions].map((name) => name.replace(/\/\d+$/, ''))))
    sql.push(`
do $do$ declare of text; begin
  for of in select pg_catalog.pg_get_function_identity_arguments(oid) from pg_catalog.pg_proc
    where proname = '${word}' and prokind = 'f' and provariadic = 0 and pronamespace = 'pg_catalog'::regnamespace
  loop
    begin
      execute format('create function ${schema}.%I(%s) returns pg_catalog.text ', '${word}', of) || $raises$${RAISES}$raises$;
    exception when others then null;
    end;
  end loop;
end $do$;`);
  for (const list of lists(OPERANDS, 2)) {
    const [left = '', right = ''] = list;
    sql.push(
      `create or replace function ${schema}.planted_operator(${signature(list)}) returns pg_catalog.bool ${RAISES}`,
    );
    for (const name of operators)
      sql.push(
        `create operator ${schema}.${name} (leftarg = pg_catalog.${left}, rightarg = pg_catalog.${right}, function = ${schema}.planted_operator);`,
      );
  }
  for (const name of types)
    sql.push(`
do $do$ begin
  if exists (select from pg_catalog.pg_type where typname = '${name}' and typnamespace = 'pg_catalog'::regnamespace and typtype = 'b') then
    create domain ${schema}."${name}" as pg_catalog."${name}" check (${schema}.planted());
  end if;
end $do$;`);
  for (const name of relations)
    sql.push(`
do $do$ begin
  if exists (select from pg_catalog.pg_class where relname = '${name}' and relnamespace = 'pg_catalog'::regnamespace) then
    create view ${schema}."${name}" as select ${schema}.planted();
  end if;
end $do$;`);
  return sql.join('\n');
}
