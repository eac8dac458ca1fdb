// Which statement of which migration creates, alters, renames or drops which object: what blame and the inventory
// stand on. Read from the syntax trees, without a database.

import type { Location } from '../findings/finding.ts';
import type { ObjectId } from '../findings/object-id.ts';
import type { MigrationSource } from './migration.ts';
import { lastSet, lastTouch } from './objects/answers.ts';
import { applyStatement } from './objects/apply.ts';
import type { Relation, Routine, Schema, Type } from './objects/model.ts';
import type { Names } from './objects/names.ts';
import { renamings } from './objects/renamings.ts';
import type { Scene } from './objects/scene.ts';
import { SchemaState, TEMPORARY } from './objects/state.ts';
import { type ParsedStatement, parseMigration } from './parse.ts';
import { DEFAULT_SETTINGS, settingsAfter } from './settings.ts';
import { locator } from './split.ts';
import { staticStatements } from './static-blocks.ts';
import { type Stamp, type Touch, touchOf } from './touch.ts';

export type { Action, Touch } from './touch.ts';

/** An object that has, in the end, another name than it once had. */
export interface Rename {
  from: ObjectId;
  /** The name after the last migration. */
  to: ObjectId;
  touch: Touch;
}

/** An object that exists after the last migration, as far as the texts show. */
interface Indexed {
  schema: string;
  name: string;
  /** The statement that created it, under whatever name. */
  created: Touch;
}

export interface IndexedRelation extends Indexed {
  kind: 'table' | 'view' | 'materialized-view' | 'foreign-table';
}

/** A function, all that have one name being one, or an enum. */
export interface IndexedItem extends Indexed {
  kind: 'function' | 'enum';
}

export interface ObjectIndex {
  /** The statement that last touched an object; of a column, relationship or label that none names, undefined. */
  blame(object: ObjectId): Touch | undefined;
  /** The statement that last set a facet of an object: `comment`, `owner`, `row-level security`, `grants to anon`. */
  lastSet(object: ObjectId, facet: string): Touch | undefined;
  /** Of relations, columns, functions and enums, for every earlier name. */
  renames: readonly Rename[];
  relations: readonly IndexedRelation[];
  functions: readonly IndexedItem[];
  enums: readonly IndexedItem[];
  /** Statements that the parser refuses: what they do is not in the index. */
  refused: readonly { location: Location; message: string }[];
}

/** Reads migrations in the order of replay. Never throws for bad SQL. */
export async function indexMigrations(migrations: readonly MigrationSource[]): Promise<ObjectIndex> {
  const walk: Walk = { state: new SchemaState(), turn: 0, refused: [] };
  for (const migration of migrations) await walkFile(walk, migration);
  const { state, refused } = walk;
  return {
    blame: (object) => told(lastTouch(state, object)),
    lastSet: (object, facet) => told(lastSet(state, object, facet)),
    renames: renamings(state).map(({ from, to, stamp }) => ({ from, to, touch: touchOf(stamp) })),
    relations: lasting(
      state,
      ({ relations }) => relations,
      ({ kind }) => kind,
    ),
    functions: lasting(
      state,
      ({ routines }) => routines,
      () => 'function',
    ),
    enums: lasting(
      state,
      ({ types }) => types,
      ({ kind }) => (kind === 'enum' ? kind : undefined),
    ),
    refused,
  };
}

/** What migrations created and left, on one shelf of every schema, of the kinds that are asked for. */
function lasting<T extends Relation | Type | Routine, Kind>(
  { schemas }: SchemaState,
  shelf: (schema: Schema) => Names<T>,
  kindOf: (object: T) => Kind | undefined,
): (Indexed & { kind: Kind })[] {
  const own = schemas.values().filter(({ name }) => name !== TEMPORARY);
  return own.flatMap((schema) =>
    shelf(schema)
      .values()
      .flatMap((object) => {
        const kind = kindOf(object);
        const { name, created } = object;
        return created && kind ? [{ kind, schema: schema.name, name, created: touchOf(created) }] : [];
      }),
  );
}

const told = (stamp: Stamp | undefined): Touch | undefined => stamp && touchOf(stamp);

interface Walk {
  state: SchemaState;
  /** How many statements have gone by. */
  turn: number;
  refused: { location: Location; message: string }[];
}

async function walkFile(walk: Walk, { file, sql }: MigrationSource): Promise<void> {
  const { statements, refused } = await parseMigration(sql);
  const locate = locator(sql);
  for (const { offset, message } of refused)
    walk.refused.push({ location: { file, ...locate(offset) }, message });
  let settings = DEFAULT_SETTINGS;
  const carryOut = (statement: ParsedStatement, isGuarded: boolean): void => {
    walk.turn += 1;
    const order = walk.turn;
    const endLine = locate(Math.max(statement.end - 1, statement.start)).line;
    const stamp: Scene['stamp'] = (action, offset = statement.start) => ({
      action,
      location: { file, ...locate(offset) },
      endLine,
      order,
    });
    const path = settings.path ?? DEFAULT_SETTINGS.path ?? [];
    applyStatement({ state: walk.state, path, statement, isGuarded, stamp }, statement.node);
  };
  for (const statement of statements) {
    settings = settingsAfter(statement.node, settings);
    if ('DoStmt' in statement.node)
      for (const inner of await staticStatements(statement)) carryOut(inner, true);
    else carryOut(statement, false);
  }
  walk.state.forgetTemporary();
}
