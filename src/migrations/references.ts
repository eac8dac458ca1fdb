// Base-schema drift: relations and types that migrations use and nothing created before. It names every place of the
// folder, where a replay stops at the first.

import { locator } from '../locator.ts';
import { bodyOf, quotedWords, rowTypes, sqlBody, textualCreations } from './bodies.ts';
import { createdObjects } from './created.ts';
import { Existing } from './existing.ts';
import type { KnownObject, MigrationSource } from './migration.ts';
import { type NodeOf, offsetOf, type ParsedStatement, parseMigration } from './parse.ts';
import { DEFAULT_SETTINGS, type Settings, settingsAfter, settingsOf } from './settings.ts';
import { neededObjects } from './used.ts';
import { type Use, usesIn } from './walk.ts';

export interface Reference {
  /** File name of the migration. */
  file: string;
  /** Where the name stands, both from 1; the statement's first word when the name has no place of its own. */
  line: number;
  column: number;
  /** The statement's first line, as written. */
  statement: string;
}

export interface MissingObject {
  kind: 'relation' | 'type';
  schema: string;
  name: string;
  /** Every statement that needs it before it exists, in order. */
  references: Reference[];
  /** The migration that creates it too late: the order is wrong, not the base schema. */
  createdLater?: { file: string };
}

/** The state of one walk over all files. */
interface Walk {
  existing: Existing;
  /** By schema and name, in the order of their first references. */
  missing: Map<string, MissingObject>;
}

/** Where, and under which settings, a statement stands. */
interface Place {
  migration: MigrationSource;
  locate: (offset: number) => { line: number; column: number };
  settings: Settings;
}

/**
 * The relations and types that the migrations, run in the given order, use before anything created them, sorted by
 * first use. Only what certainly fails: guarded, late-bound and dynamic uses are left out, and so are Supabase's own
 * schemas and objects that an extension may bring.
 * @param platform what exists before the first of the migrations
 */
export async function missingObjects(
  migrations: readonly MigrationSource[],
  platform: readonly KnownObject[],
): Promise<MissingObject[]> {
  const walk: Walk = { existing: new Existing(platform), missing: new Map() };
  for (const migration of migrations) await walkFile(walk, migration);
  return [...walk.missing.values()].map((missing) => {
    const file = walk.existing.creator(missing.kind, missing.schema, missing.name);
    return file === undefined ? missing : { ...missing, createdLater: { file } };
  });
}

async function walkFile(walk: Walk, migration: MigrationSource): Promise<void> {
  const { statements, refused } = await parseMigration(migration.sql);
  // A statement that can't be read may create anything that its text names.
  for (const { source } of refused) walk.existing.addTextual(textualCreations(source.text));
  const locate = locator(migration.sql);
  let settings = DEFAULT_SETTINGS;
  for (const statement of statements) {
    settings = settingsAfter(statement.node, settings);
    await walkStatement(walk, statement, { migration, locate, settings });
  }
}

async function walkStatement(walk: Walk, statement: ParsedStatement, place: Place): Promise<void> {
  const { existing } = walk;
  const { node } = statement;
  const { path } = place.settings;
  const { uses, onlyIf, unless } = neededObjects(node);
  if (onlyIf && !existing.has(onlyIf, path)) return;
  const isThere = unless !== undefined && existing.has(unless, path);
  addCreated(existing, statement, place);
  if (!isThere) check(walk, statement, uses, place);
  if ('CreateFunctionStmt' in node && place.settings.checksBodies)
    await checkBody(walk, statement, node.CreateFunctionStmt, place);
  if ('CreateSchemaStmt' in node) checkElements(walk, statement, node.CreateSchemaStmt, place);
}

function addCreated(existing: Existing, { node, source }: ParsedStatement, place: Place): void {
  for (const created of createdObjects(node))
    existing.add(created, place.settings.path, place.migration.file);
  if ('CreateExtensionStmt' in node) existing.addExtension(node.CreateExtensionStmt);
  if ('ImportForeignSchemaStmt' in node) existing.openSchema(node.ImportForeignSchemaStmt.local_schema);
  if ('RenameStmt' in node && node.RenameStmt.renameType === 'OBJECT_SCHEMA')
    existing.renameSchema(node.RenameStmt.subname ?? '', node.RenameStmt.newname ?? '');
  const body = bodyOf(node);
  if (body) existing.addTextual(textualCreations(body.text));
  if ('DoStmt' in node || 'SelectStmt' in node || 'CallStmt' in node)
    existing.addWords(() => quotedWords(source.text));
}

/** What PostgreSQL looks up in a body when the function is created. */
async function checkBody(
  walk: Walk,
  statement: ParsedStatement,
  create: NodeOf<'CreateFunctionStmt'>,
  place: Place,
): Promise<void> {
  const body = bodyOf(statement.node);
  if (!body) return;
  const inside = { ...place, settings: settingsOf(create, place.settings) };
  check(walk, statement, rowTypes(body), inside);
  for (const query of await sqlBody(statement, create, body)) check(walk, query, usesIn(query.node), inside);
}

/** The elements of `create schema`, whose unqualified names are of that schema. */
function checkElements(
  walk: Walk,
  statement: ParsedStatement,
  { schemaname, schemaElts = [] }: NodeOf<'CreateSchemaStmt'>,
  place: Place,
): void {
  const path = [schemaname, ...(place.settings.path ?? [])].filter((schema) => schema !== undefined);
  const inside = { ...place, settings: { ...place.settings, path } };
  for (const element of schemaElts) check(walk, statement, neededObjects(element).uses, inside);
}

/** Notes the uses that nothing satisfies: one an object and statement, the first in its text. */
function check(walk: Walk, statement: ParsedStatement, uses: readonly Use[], place: Place): void {
  const { path } = place.settings;
  const noted = new Set<string>();
  const inOrder = uses.filter((use) => !walk.existing.has(use, path)).sort(byLocation);
  for (const use of inOrder) {
    const schema = use.schema ?? (path?.includes('public') ? 'public' : (path?.[0] ?? 'public'));
    const key = JSON.stringify([schema, use.name]);
    const missing = walk.missing.get(key) ?? { kind: use.kind, schema, name: use.name, references: [] };
    walk.missing.set(key, missing);
    // A relation is a type too, but not the other way round.
    if (use.kind === 'relation') missing.kind = 'relation';
    if (!noted.has(key)) missing.references.push(toReference(statement, use, place));
    noted.add(key);
  }
}

const byLocation = (a: Use, b: Use): number => (a.location ?? 0) - (b.location ?? 0);

function toReference(statement: ParsedStatement, use: Use, { migration, locate }: Place): Reference {
  const { line, column } = locate(offsetOf(statement, use.location));
  const [firstLine = ''] = migration.sql.slice(statement.start, statement.end).split(/\r?\n/, 1);
  return { file: migration.file, line, column, statement: firstLine.trim() };
}
