// Writes fixtures/extension-surface.json: what the real extensions hold, read from their own projects.
//   node .ci/run-ts.mjs __tests__/database/make-extension-surface.ts CLONES [NAME…]
// CLONES holds a clone of each repository of extension-sources.ts, bare or not, at `owner+name/repo`. Their SQL is
// parsed, and only the declarations are carried out, in an embedded database, with a body that does nothing; its
// catalogue then says every type in one way. No text of theirs is kept.

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { deparse, loadModule, parse } from 'pgsql-parser';
import { type EmbeddedDatabase, openEmbedded } from '../../src/database/embedded/engine.ts';
import { type ExtensionSource, SOURCES } from './extension-sources.ts';
import { madeAfter, readSurface, within } from './surface.ts';

const target = new URL('./fixtures/extension-surface.json', import.meta.url);
const [clones = '', ...names] = process.argv.slice(2);

async function factsOf(name: string, source: ExtensionSource): Promise<object> {
  const git = (...args: string[]): string =>
    execFileSync('git', ['-C', `${clones}/${source.repository.replace('/', '+')}/repo`, ...args], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
  const files = source.files.flatMap((file) => {
    if (!file.includes('*')) return [file];
    return git('ls-tree', '--name-only', source.version, file.replace('*.sql', '')).trim().split('\n');
  });
  const schema = source.schema ?? 'extensions';
  const db = await openEmbedded({ extensions: [] });
  try {
    const last = await emptyPlatform(db, schema);
    if (source.declared?.comes === 'first') await db.exec(source.declared.sql);
    for (const file of files) {
      const text = git('show', `${source.version}:${file}`);
      for (const statement of await declarations(text, schema, source))
        await carryOut(db, `${name} ${file}`, statement);
    }
    if (source.declared?.comes === 'last') await db.exec(source.declared.sql);
    if (source.calls) await db.exec(source.calls.sql);
    const surface = within(source.scope?.schemas, await readSurface(db, madeAfter(last)));
    const counts = [surface.functions.length, Object.keys(surface.relations).length].join(' functions, ');
    console.log(`${name}: ${counts} relations`);
    return {
      repository: source.repository,
      version: source.version,
      files: [...files, ...(source.declared?.files ?? [])],
      ...(source.scope && { scope: source.scope }),
      ...(source.control && {
        control: controlOf(git('show', `${source.version}:${source.control}`), schema),
      }),
      ...surface,
    };
  } finally {
    await db.close();
  }
}

/** What a control file says of where the extension goes. PostgreSQL takes what is not said as false, and as any schema. */
function controlOf(text: string, home: string): object {
  const value = (key: string): string | undefined =>
    new RegExp(`^\\s*${key}\\s*=\\s*'?([^'#\\n]*?)'?\\s*$`, 'm').exec(text)?.[1];
  // aws/pg_tle fills its own in with make.
  const schema = value('schema')?.replace('SCHEMA', home);
  return {
    relocatable: value('relocatable') === 'true',
    ...(schema !== undefined && { schema }),
    requires: (value('requires') ?? '').split(/,\s*/).filter((name) => name !== '' && name !== 'plpgsql'),
  };
}

/** Takes away what the platform has of its own extensions. Gives the oid after which new objects come. */
async function emptyPlatform(db: EmbeddedDatabase, schema: string): Promise<number> {
  await db.exec(`
    drop extension supabase_vault;
    drop extension pg_stat_statements;
    create schema if not exists ${schema === 'pg_catalog' ? 'extensions' : schema};
    set search_path = ${schema}, public;
    set allow_system_table_mods = on;
    set check_function_bodies = off;
    create type public.last_of_the_platform;
  `);
  const { rows } = await db.query<{ oid: number }>(
    `select oid::int from pg_type where typname = 'last_of_the_platform'`,
  );
  return rows[0]?.oid ?? 0;
}

const DECLARATIONS = new Set(
  `AlterDomainStmt AlterEnumStmt AlterObjectSchemaStmt AlterTableStmt CompositeTypeStmt CreateDomainStmt CreateEnumStmt
  CreateFunctionStmt CreateSchemaStmt CreateSeqStmt CreateStmt CreateTableAsStmt DefineStmt DropStmt RenameStmt ViewStmt`.split(
    /\s+/,
  ),
);

async function declarations(text: string, schema: string, source: ExtensionSource): Promise<string[]> {
  const sql = text
    .replace(/^\\.*$/gm, '')
    .replaceAll('@extschema@', schema)
    .replace(/@\w+@/g, 'x');
  if (sql.trim() === '') return [];
  const { stmts = [] } = await parse(sql);
  const bytes = Buffer.from(sql);
  const statements: string[] = [];
  for (const { stmt, stmt_location: start = 0, stmt_len: length } of stmts) {
    const [kind = '', node] = Object.entries(stmt ?? {})[0] ?? [];
    if (node === undefined || !(DECLARATIONS.has(kind) || (source.runsBlocks && kind === 'DoStmt'))) continue;
    if ('removeType' in node && node.removeType === 'OBJECT_ACCESS_METHOD') continue;
    const end = length === undefined || length === 0 ? bytes.length : start + length;
    const original = bytes.subarray(start, end).toString('utf8');
    if (kind === 'DoStmt') statements.push(inServer(original));
    else if (kind !== 'CreateFunctionStmt' || source.calls?.keepBodiesOf.test(nameOf(node)))
      statements.push(original);
    else {
      statements.push(await deparse({ version: 170000, stmts: [{ stmt: { [kind]: withoutBody(node) } }] }));
    }
  }
  return statements;
}

/** The text of a block, where functions of the extension's library become names for one that the server has. */
const inServer = (block: string): string =>
  block
    .replace(/'MODULE_PATHNAME'(\s*,\s*'\w+')?/g, "'int4in'")
    .replace(/language\s+c\b/gi, 'language internal');

const nameOf = (node: { funcname?: { String?: { sval?: string } }[] }): string =>
  node.funcname?.at(-1)?.String?.sval ?? '';

const option = (defname: string, arg: object): object => ({
  DefElem: { defname, arg, defaction: 'DEFELEM_UNSPEC' },
});

/** The same function, as a name for one that the server has anyway. */
function withoutBody(node: object): object {
  const { sql_body: _, ...rest } = { sql_body: undefined, ...node };
  return {
    ...rest,
    options: [
      option('language', { String: { sval: 'internal' } }),
      option('as', { List: { items: [{ String: { sval: 'int4in' } }] } }),
    ],
  };
}

async function carryOut(db: EmbeddedDatabase, where: string, statement: string): Promise<void> {
  const { error } = await db.run(statement);
  if (error)
    console.log(`${where}: ${error.message}: ${statement.trim().replace(/\s+/g, ' ').slice(0, 150)}`);
}

await loadModule();
const facts = JSON.parse(readFileSync(target, { encoding: 'utf8', flag: 'a+' }) || '{}');
for (const name of names.length > 0 ? names : Object.keys(SOURCES)) {
  const source = SOURCES[name];
  if (source === undefined) throw new Error(`${name} is not in extension-sources.ts`);
  facts[name] = await factsOf(name, source);
  const sorted = Object.fromEntries(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(target, `${JSON.stringify(sorted, null, 1)}\n`);
}
process.exit(0);
