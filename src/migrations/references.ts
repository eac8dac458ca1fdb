// Base-schema drift: relations and types that migrations use and nothing created before. It names every place of the
// folder, where a replay stops at the first.

import { byText } from '../match.ts';
import type { MigrationSource, PlatformObject } from '../ports.ts';
import { bodyOf, quotedWords, rowTypes, sqlBody, textualCreations } from './bodies.ts';
import { createdObjects } from './created.ts';
import { Existing } from './existing.ts';
import { type Node, offsetOf, type ParsedStatement, parseMigration } from './parse.ts';
import { DEFAULT_SETTINGS, type Settings, settingsAfter, settingsOf } from './settings.ts';
import { lineAndColumn } from './split.ts';
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

interface Found extends Reference {
  order: number;
  offset: number;
}

interface Missing {
  kind: 'relation' | 'type';
  schema: string;
  name: string;
  found: Found[];
}

/** The state of one walk over all files. */
interface Walk {
  existing: Existing;
  missing: Map<string, Missing>;
}

/** Where a statement stands. */
interface Place {
  migration: MigrationSource;
  order: number;
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
  platform: readonly PlatformObject[],
): Promise<MissingObject[]> {
  const walk: Walk = { existing: new Existing(platform), missing: new Map() };
  for (const [order, migration] of migrations.entries()) await walkFile(walk, migration, order);
  return [...walk.missing.values()].map((missing) => toMissingObject(missing, walk.existing)).sort(byFirstUse).map(({ object }) => object);
}

async function walkFile(walk: Walk, migration: MigrationSource, order: number): Promise<void> {
  const { statements, refused } = await parseMigration(migration.sql);
  // A statement that can't be read may create anything that its text names.
  for (const { source } of refused) walk.existing.addTextual(textualCreations(source.text));
  let settings = DEFAULT_SETTINGS;
  for (const statement of statements) {
    settings = settingsAfter(statement.node, settings);
    await walkStatement(walk, statement, { migration, order, settings });
  }
}

async function walkStatement(walk: Walk, statement: ParsedStatement, place: Place): Promise<void> {
  const { existing } = walk;
  const { path } = place.settings;
  const { node } = statement;
  const { uses, onlyIf, unless } = neededObjects(node);
  if (onlyIf && !existing.has(onlyIf, path)) return;
  const isThere = unless !== undefined && existing.has(unless, path);
  addCreated(existing, statement, place);
  if (!isThere) check(walk, statement, uses, place);
  if ('CreateFunctionStmt' in node && place.settings.checksBodies) await checkBody(walk, statement, place);
  if ('CreateSchemaStmt' in node) checkElements(walk, statement, place);
}

function addCreated(existing: Existing, { node, source }: ParsedStatement, place: Place): void {
  for (const created of createdObjects(node)) existing.add(created, place.settings.path, place.migration.file);
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
async function checkBody(walk: Walk, statement: ParsedStatement, place: Place): Promise<void> {
  const body = bodyOf(statement.node);
  if (!body || !('CreateFunctionStmt' in statement.node)) return;
  const inside = { ...place, settings: settingsOf(statement.node.CreateFunctionStmt, place.settings) };
  check(walk, statement, rowTypes(body), inside);
  if (body.language !== 'sql') return;
  for (const query of await sqlBody(statement, body)) check(walk, query, usesIn(query.node), inside);
}

/** The elements of `create schema`, whose unqualified names are of that schema. */
function checkElements(walk: Walk, statement: ParsedStatement, place: Place): void {
  if (!('CreateSchemaStmt' in statement.node)) return;
  const { schemaname, schemaElts = [] } = statement.node.CreateSchemaStmt;
  const path = [...(schemaname === undefined ? [] : [schemaname]), ...(place.settings.path ?? [])];
  const inside = { ...place, settings: { ...place.settings, path } };
  for (const element of schemaElts) check(walk, statement, neededObjects(element).uses, inside);
}

/** Notes the uses that nothing satisfies: one a statement and object, the first in the text. */
function check(walk: Walk, statement: ParsedStatement, uses: readonly Use[], place: Place): void {
  const { path } = place.settings;
  for (const use of uses) {
    if (walk.existing.has(use, path)) continue;
    const schema = use.schema ?? (path?.includes('public') ? 'public' : (path?.[0] ?? 'public'));
    const key = JSON.stringify([schema, use.name]);
    const missing = walk.missing.get(key) ?? { kind: use.kind, schema, name: use.name, found: [] };
    walk.missing.set(key, missing);
    if (use.kind === 'relation') missing.kind = 'relation';
    addFound(missing.found, toFound(statement, use, place));
  }
}

function addFound(found: Found[], next: Found): void {
  const last = found.at(-1);
  if (!last || last.order !== next.order || last.statement !== next.statement) found.push(next);
}

function toFound(statement: ParsedStatement, use: Use, { migration, order }: Place): Found {
  const offset = offsetOf(statement, use.location);
  const text = statement.source.text;
  return { file: migration.file, ...lineAndColumn(migration.sql, offset), statement: text, order, offset };
}

