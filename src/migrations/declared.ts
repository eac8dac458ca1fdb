// What the texts of migrations say that there is in the end: relations, functions, types and extensions. It stands in for
// a replay where a folder can't be replayed, and tells what a project names itself.

import type { Location } from '../findings/finding.ts';
import type { ObjectId } from '../findings/object-id.ts';
import { locator } from '../locator.ts';
import { PLATFORM_SCHEMAS } from '../supabase/schemas.ts';
import type { MigrationSource } from './migration.ts';
import { type Name, nameOf, rangeVarName, strings } from './names.ts';
import { type Node, type NodeOf, type ParsedStatement, parseMigration } from './parse.ts';
import { DEFAULT_SETTINGS, settingsAfter } from './settings.ts';
import { staticStatements } from './static-blocks.ts';
import type { Action, Touch } from './touch.ts';

/** An object that is there after the last migration; each overload of a function is one. */
export interface DeclaredObject {
  kind:
    | 'table'
    | 'view'
    | 'materialized-view'
    | 'foreign-table'
    | 'function'
    | 'enum'
    | 'composite-type'
    | 'domain'
    | 'range-type';
  schema: string;
  name: string;
  /** The statement that created it, under whatever name. */
  created: Touch;
}

export interface Declarations {
  objects: readonly DeclaredObject[];
  /** The last statement that creates, renames or drops an object; for a column, also one that alters it. */
  touch(object: ObjectId): Touch | undefined;
  /** The statement that created a relation, function or type that is there in the end. */
  created(object: ObjectId): Touch | undefined;
  /** Objects under names that they had before. */
  earlierNames: readonly ObjectId[];
  /** Statements that the parser refuses. */
  refused: readonly { location: Location; message: string }[];
}

/** Reads migrations in the order of replay. Never throws for bad SQL. */
export async function declaredIn(migrations: readonly MigrationSource[]): Promise<Declarations> {
  const reader = new DeclarationReader();
  for (const migration of migrations) await reader.read(migration);
  return reader;
}

type Kind = DeclaredObject['kind'];
type FullName = Pick<DeclaredObject, 'schema' | 'name'>;

/** Relations share their names, as types do; the columns of a relation are a space of their own. */
type Space = 'relation' | 'function' | 'type' | 'extension' | 'column';

const RELATION_KINDS = /^OBJECT_(?:TABLE|VIEW|MATVIEW|FOREIGN_TABLE)$/;
const FUNCTION_KINDS = /^OBJECT_(?:FUNCTION|PROCEDURE|ROUTINE|AGGREGATE)$/;
const TYPE_KINDS = /^OBJECT_(?:TYPE|DOMAIN)$/;

const spaceOf = (kind: Kind): Space =>
  kind === 'function' ? kind : /type$|^enum$|^domain$/.test(kind) ? 'type' : 'relation';

const keyOf = (space: Space, ...names: readonly string[]): string => JSON.stringify([space, ...names]);

/** The empty text for kinds that the texts are not searched for. */
function keyOfId(id: ObjectId): string {
  switch (id.kind) {
    case 'extension':
      return keyOf('extension', id.name);
    case 'column':
      return keyOf('column', id.schema, id.relation, id.name);
    case 'function':
      return keyOf('function', id.schema, id.name);
    case 'enum':
    case 'composite-type':
    case 'domain':
    case 'range-type':
      return keyOf('type', id.schema, id.name);
    case 'table':
    case 'view':
    case 'materialized-view':
    case 'foreign-table':
      return keyOf('relation', id.schema, id.name);
    default:
      return '';
  }
}

class DeclarationReader implements Declarations {
  readonly refused: { location: Location; message: string }[] = [];
  readonly earlierNames: ObjectId[] = [];
  /** By name, then by the types of the arguments, which only functions have. */
  readonly #there = new Map<string, Map<string, DeclaredObject>>();
  readonly #schemas = new Set(['public', ...PLATFORM_SCHEMAS]);
  readonly #touches = new Map<string, Touch>();
  #path: readonly string[] = [];
  /** The place of the statement that is read. */
  #touch: (action: Action) => Touch = () => {
    throw new Error('no statement is being read');
  };

  get objects(): DeclaredObject[] {
    return [...this.#there.values()].flatMap((overloads) => [...overloads.values()]);
  }

  touch(id: ObjectId): Touch | undefined {
    return this.#touches.get(keyOfId(id));
  }

  created(id: ObjectId): Touch | undefined {
    const [first] = this.#there.get(keyOfId(id))?.values() ?? [];
    return first?.created;
  }

  async read({ file, sql }: MigrationSource): Promise<void> {
    const { statements, refused } = await parseMigration(sql);
    const locate = locator(sql);
    for (const { offset, message } of refused)
      this.refused.push({ location: { file, ...locate(offset) }, message });
    let settings = DEFAULT_SETTINGS;
    const follow = ({ node, start, end }: ParsedStatement, isGuarded: boolean): void => {
      const path = settings.path ?? DEFAULT_SETTINGS.path ?? [];
      this.#path = path.filter((schema) => this.#schemas.has(schema));
      this.#touch = (action) => ({
        action,
        location: { file, ...locate(start) },
        endLine: locate(Math.max(end - 1, start)).line,
      });
      this.#follow(node, isGuarded);
    };
    for (const statement of statements) {
      settings = settingsAfter(statement.node, settings);
      if ('DoStmt' in statement.node)
        for (const inner of await staticStatements(statement)) follow(inner, true);
      else follow(statement, false);
    }
  }

  /** @param isGuarded code runs it, which looks before whether the object is there */
  #follow(node: Node, isGuarded: boolean): void {
    if ('CreateStmt' in node) this.#relation('table', node.CreateStmt.relation);
    else if ('CreateForeignTableStmt' in node)
      this.#relation('foreign-table', node.CreateForeignTableStmt.base?.relation);
    else if ('ViewStmt' in node) this.#relation('view', node.ViewStmt.view);
    else if ('CreateTableAsStmt' in node) {
      const { objtype, into } = node.CreateTableAsStmt;
      this.#relation(objtype === 'OBJECT_MATVIEW' ? 'materialized-view' : 'table', into?.rel);
    } else if ('SelectStmt' in node) this.#relation('table', node.SelectStmt.intoClause?.rel);
    else if ('CreateFunctionStmt' in node)
      this.#create(
        'function',
        nameOf(strings(node.CreateFunctionStmt.funcname)),
        parametersOf(node.CreateFunctionStmt),
      );
    else if ('CreateEnumStmt' in node) this.#create('enum', nameOf(strings(node.CreateEnumStmt.typeName)));
    else if ('CreateDomainStmt' in node)
      this.#create('domain', nameOf(strings(node.CreateDomainStmt.domainname)));
    else if ('CreateRangeStmt' in node)
      this.#create('range-type', nameOf(strings(node.CreateRangeStmt.typeName)));
    else if ('CompositeTypeStmt' in node && node.CompositeTypeStmt.typevar)
      this.#create('composite-type', rangeVarName(node.CompositeTypeStmt.typevar));
    else if ('DefineStmt' in node) this.#define(node.DefineStmt);
    else if ('CreateExtensionStmt' in node)
      this.#touches.set(keyOf('extension', node.CreateExtensionStmt.extname ?? ''), this.#touch('create'));
    else if ('CreateSchemaStmt' in node) this.#schema(node.CreateSchemaStmt);
    else if ('RenameStmt' in node) this.#rename(node.RenameStmt);
    else if ('AlterObjectSchemaStmt' in node) this.#move(node.AlterObjectSchemaStmt);
    else if ('AlterTableStmt' in node) this.#alterColumns(node.AlterTableStmt);
    else if ('DropStmt' in node && !isGuarded) this.#drop(node.DropStmt);
  }

  #relation(kind: Kind, target: NodeOf<'RangeVar'> | undefined): void {
    if (target && target.relpersistence !== 't') this.#create(kind, rangeVarName(target));
  }

  #define({ kind, defnames }: NodeOf<'DefineStmt'>): void {
    if (kind === 'OBJECT_AGGREGATE') this.#create('function', nameOf(strings(defnames)));
    if (kind === 'OBJECT_TYPE') this.#create('composite-type', nameOf(strings(defnames)));
  }

  #schema({ schemaname, authrole, schemaElts = [] }: NodeOf<'CreateSchemaStmt'>): void {
    const path = this.#path;
    const schema = schemaname ?? authrole?.rolename ?? '';
    this.#schemas.add(schema);
    this.#path = [schema];
    for (const element of schemaElts) this.#follow(element, false);
    this.#path = path;
  }

  /** One that is there stays as it is: the statement replaces it, or does nothing. */
  #create(kind: Kind, target: Name | undefined, args = ''): void {
    if (!target) return;
    const { schema = this.#path[0] ?? '', name } = target;
    const key = keyOf(spaceOf(kind), schema, name);
    const overloads = this.#there.get(key) ?? new Map<string, DeclaredObject>();
    if (overloads.has(args)) return;
    const created = this.#touch('create');
    this.#there.set(key, overloads.set(args, { kind, schema, name, created }));
    this.#touches.set(key, created);
  }

  /** Where a name without a schema leads to. */
  #schemaOf(space: Space, { schema, name }: Name): string {
    return (
      schema ?? this.#path.find((one) => this.#there.has(keyOf(space, one, name))) ?? this.#path[0] ?? ''
    );
  }

  /** @param args of one overload; undefined for all that have the name */
  #dropObject(space: Space, target: Name, args?: string): void {
    const key = keyOf(space, this.#schemaOf(space, target), target.name);
    this.#take(key, args);
    this.#touches.set(key, this.#touch('drop'));
  }

  /** What has the name, and no longer does. */
  #take(key: string, args: string | undefined): Map<string, DeclaredObject> {
    const there = this.#there.get(key) ?? new Map<string, DeclaredObject>();
    const taken = args === undefined ? [...there] : [...there].filter(([own]) => own === args);
    for (const [own] of taken) there.delete(own);
    if (there.size === 0) this.#there.delete(key);
    return new Map(taken);
  }

  #drop({ removeType = 'OBJECT_TABLE', objects = [] }: NodeOf<'DropStmt'>): void {
    const space = targetSpace(removeType);
    for (const object of objects) {
      if (removeType === 'OBJECT_SCHEMA')
        this.#dropSchema('String' in object ? (object.String.sval ?? '') : '');
      else if (removeType === 'OBJECT_EXTENSION' && 'String' in object)
        this.#touches.set(keyOf('extension', object.String.sval ?? ''), this.#touch('drop'));
      const target = space && nameIn(object);
      if (target) this.#dropObject(space, target, argumentsIn(object));
    }
  }

  #dropSchema(schema: string): void {
    for (const { kind, ...object } of this.objects)
      if (object.schema === schema) this.#dropObject(spaceOf(kind), object);
  }

  /** Nothing where the new name is taken: the statement failed. */
  #takeName(space: Space, from: FullName, to: FullName, args?: string): void {
    const [key, newKey] = [keyOf(space, from.schema, from.name), keyOf(space, to.schema, to.name)];
    if (space !== 'function' && this.#there.has(newKey)) return;
    const touch = this.#touch('rename');
    this.#touches.set(key, touch);
    this.#touches.set(newKey, touch);
    const moved = this.#take(key, args);
    const there = this.#there.get(newKey) ?? new Map<string, DeclaredObject>();
    for (const [own, object] of moved) {
      const { kind } = object;
      there.set(own, { ...object, ...to });
      this.earlierNames.push(kind === 'function' ? { kind, ...from, args: [] } : { kind, ...from });
    }
    if (there.size > 0) this.#there.set(newKey, there);
  }

  #rename({
    renameType = 'OBJECT_TABLE',
    relationType,
    relation,
    object,
    subname = '',
    newname = '',
  }: NodeOf<'RenameStmt'>): void {
    if (renameType === 'OBJECT_SCHEMA') {
      this.#schemas.add(newname);
      for (const { kind, schema, name } of this.objects)
        if (schema === subname) this.#takeName(spaceOf(kind), { schema, name }, { schema: newname, name });
      return;
    }
    if (renameType === 'OBJECT_COLUMN' && relation) {
      const { name } = rangeVarName(relation);
      const schema = this.#schemaOf('relation', rangeVarName(relation));
      for (const column of [subname, newname])
        this.#touches.set(keyOf('column', schema, name, column), this.#touch('rename'));
      return;
    }
    const space = targetSpace(renameType);
    const target = relation ? rangeVarName(relation) : object && nameIn(object);
    if (!space || !target || relationType === 'OBJECT_TYPE') return;
    const schema = this.#schemaOf(space, target);
    this.#takeName(
      space,
      { schema, name: target.name },
      { schema, name: newname },
      object && argumentsIn(object),
    );
  }

  #move({
    objectType = 'OBJECT_TABLE',
    relation,
    object,
    newschema = '',
  }: NodeOf<'AlterObjectSchemaStmt'>): void {
    const space = targetSpace(objectType);
    const target = relation ? rangeVarName(relation) : object && nameIn(object);
    if (!space || !target) return;
    const { name } = target;
    this.#takeName(
      space,
      { schema: this.#schemaOf(space, target), name },
      { schema: newschema, name },
      object && argumentsIn(object),
    );
  }

  #alterColumns({ relation, cmds = [] }: NodeOf<'AlterTableStmt'>): void {
    if (!relation) return;
    const target = rangeVarName(relation);
    for (const cmd of cmds) {
      if (!('AlterTableCmd' in cmd)) continue;
      const { name, def } = cmd.AlterTableCmd;
      const column = def && 'ColumnDef' in def && name === undefined ? def.ColumnDef.colname : name;
      if (column === undefined) continue;
      const key = keyOf('column', this.#schemaOf('relation', target), target.name, column);
      this.#touches.set(key, this.#touch('alter'));
    }
  }
}

/** The space of what libpg_query calls a kind of object; undefined for those that are not followed. */
function targetSpace(objectType: string): Space | undefined {
  if (RELATION_KINDS.test(objectType)) return 'relation';
  if (FUNCTION_KINDS.test(objectType)) return 'function';
  return TYPE_KINDS.test(objectType) ? 'type' : undefined;
}

/** The types of a function's input arguments, which tell its overloads apart. */
const parametersOf = ({ parameters = [] }: NodeOf<'CreateFunctionStmt'>): string =>
  typesOf(
    parameters.flatMap((one) => {
      const { argType = undefined, mode = 'FUNC_PARAM_DEFAULT' } =
        'FunctionParameter' in one ? one.FunctionParameter : {};
      return argType && !/OUT$|TABLE$/.test(mode.replace('INOUT', '')) ? [argType] : [];
    }),
  );

function argumentsIn(object: Node): string | undefined {
  if (!('ObjectWithArgs' in object) || object.ObjectWithArgs.args_unspecified) return undefined;
  const { objargs = [] } = object.ObjectWithArgs;
  return typesOf(objargs.flatMap((one) => ('TypeName' in one ? [one.TypeName] : [])));
}

const typesOf = (types: readonly NodeOf<'TypeName'>[]): string =>
  types
    .map(({ names, arrayBounds = [] }) => `${strings(names).at(-1)}${'[]'.repeat(arrayBounds.length)}`)
    .join();

/** The name of an object in a statement that drops, renames or moves it. */
function nameIn(object: Node): Name | undefined {
  if ('List' in object) return nameOf(strings(object.List.items));
  if ('ObjectWithArgs' in object) return nameOf(strings(object.ObjectWithArgs.objname));
  return 'TypeName' in object ? nameOf(strings(object.TypeName.names)) : undefined;
}
