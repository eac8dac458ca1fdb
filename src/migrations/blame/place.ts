// Where in a file a statement speaks of an object: the definition of a column, a command of `alter table`, a label.
// PostgreSQL tells which statement it was; of that one alone the tree is asked.

import { afterComments } from '../lexemes.ts';
import { QUALIFIED, strings } from '../names.ts';
import { type Node, type NodeOf, offsetOf, type ParsedStatement } from '../parse.ts';
import { elements, stringLiterals } from '../pieces.ts';

/** What is looked for, by its names at the time of the statement. */
export interface Sought {
  catalogue: string;
  name: string;
  /** The relation, or the type, that it is a part of. */
  owner?: string;
  /** The columns of a key. */
  columns?: readonly string[];
  /** Of a key: `p`, `u`, `f`, `c`, `x`. */
  kind?: string;
  /** What of it was set. */
  facet?: string;
}

/** The place in a statement, in UTF-16 units of the text that was parsed; undefined where it names no such object. */
export function placeIn(statement: ParsedStatement, sought: Sought): number | undefined {
  const { node } = statement;
  const at = (location: number | undefined): number | undefined =>
    location === undefined ? undefined : offsetOf(statement, location);
  if ('CreateStmt' in node) return at(inTable(node.CreateStmt, sought));
  if ('CreateForeignTableStmt' in node)
    return at(inElements(node.CreateForeignTableStmt.base?.tableElts, sought));
  if ('CreateSchemaStmt' in node) {
    const elements = node.CreateSchemaStmt.schemaElts ?? [];
    const found = elements.find(
      (one) => 'CreateStmt' in one && one.CreateStmt.relation?.relname === sought.owner,
    );
    return found && 'CreateStmt' in found ? at(inTable(found.CreateStmt, sought)) : undefined;
  }
  if ('CompositeTypeStmt' in node) return at(inElements(node.CompositeTypeStmt.coldeflist, sought));
  if ('ViewStmt' in node) return at(inQuery(node.ViewStmt.query, strings(node.ViewStmt.aliases), sought));
  if ('CreateTableAsStmt' in node) {
    const { query, into } = node.CreateTableAsStmt;
    return at(inQuery(query, strings(into?.colNames), sought));
  }
  if ('CreateEnumStmt' in node) return label(statement, node.CreateEnumStmt, sought);
  if ('AlterTableStmt' in node) return inCommands(statement, node.AlterTableStmt, sought);
  if ('DropStmt' in node) return dropped(statement, node.DropStmt, sought);
  if ('RenameStmt' in node) return renamed(statement, node.RenameStmt);
  return undefined;
}

const isColumn = ({ catalogue }: Sought): boolean => catalogue === 'pg_attribute';
const isKey = ({ catalogue }: Sought): boolean => catalogue === 'pg_constraint';

function inTable({ tableElts, relation }: NodeOf<'CreateStmt'>, sought: Sought): number | undefined {
  const found = inElements(tableElts, sought);
  if (found !== undefined || !isColumn(sought)) return found;
  const like = (tableElts ?? []).find((one) => 'TableLikeClause' in one);
  return relation && like && 'TableLikeClause' in like ? like.TableLikeClause.relation?.location : undefined;
}

function inElements(elements: readonly Node[] | undefined, sought: Sought): number | undefined {
  return isKey(sought)
    ? (inEach(elements, { ...sought, kind: '' }) ?? inEach(elements, { ...sought, name: '' }))
    : inEach(elements, sought);
}

function inEach(elements: readonly Node[] | undefined, sought: Sought): number | undefined {
  for (const element of elements ?? []) {
    if ('Constraint' in element && isKey(sought) && isThatKey(element.Constraint, sought))
      return element.Constraint.location;
    if (!('ColumnDef' in element)) continue;
    const found = inColumn(element.ColumnDef, sought);
    if (found !== undefined) return found;
  }
  return undefined;
}

function inColumn({ colname = '', location, constraints }: NodeOf<'ColumnDef'>, sought: Sought) {
  if (isColumn(sought)) return colname === sought.name ? location : undefined;
  const own = (constraints ?? []).flatMap((one) => ('Constraint' in one ? [one.Constraint] : []));
  if (isKey(sought)) return own.find((one) => isThatKey(one, sought, colname))?.location;
  const isOwnSequence = sought.catalogue === 'pg_class' && sought.name.endsWith(`_${colname}_seq`);
  const isNamed = own.some((one) =>
    (one.options ?? []).some(
      (option) =>
        'DefElem' in option &&
        option.DefElem.defname === 'sequence_name' &&
        option.DefElem.arg !== undefined &&
        'List' in option.DefElem.arg &&
        strings(option.DefElem.arg.List.items).at(-1) === sought.name,
    ),
  );
  return isOwnSequence || isNamed ? location : undefined;
}

const KINDS: Record<string, string> = {
  p: 'CONSTR_PRIMARY',
  u: 'CONSTR_UNIQUE',
  f: 'CONSTR_FOREIGN',
  c: 'CONSTR_CHECK',
  x: 'CONSTR_EXCLUSION',
};

/** By its name; where it gives none and PostgreSQL named it, by its kind and columns. */
function isThatKey(
  key: NodeOf<'Constraint'>,
  { name, kind = '', columns = [] }: Sought,
  column?: string,
): boolean {
  if (key.conname !== undefined) return key.conname === name;
  if (key.contype !== KINDS[kind]) return false;
  const own = column === undefined ? columnsOf(key) : [column];
  return own.length === 0 || [...own].sort().join() === [...columns].sort().join();
}

/** The columns that a key names, in its list or in its expression. */
function columnsOf({ keys, fk_attrs, raw_expr, exclusions }: NodeOf<'Constraint'>): string[] {
  const listed = [...strings(keys), ...strings(fk_attrs)];
  return listed.length > 0 ? listed : [...new Set(columnRefs([raw_expr, exclusions]))];
}

/** The names of columns anywhere in a tree. */
function columnRefs(root: unknown): string[] {
  const names: string[] = [];
  const open: unknown[] = [root];
  for (let value = open.pop(); value !== undefined || open.length > 0; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    if ('ColumnRef' in value && isFields(value.ColumnRef)) names.push(...lastName(value.ColumnRef));
    if ('IndexElem' in value && isFields(value.IndexElem) && typeof value.IndexElem.name === 'string')
      names.push(value.IndexElem.name);
    open.push(...Object.values(value));
  }
  return names;
}

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function lastName({ fields }: Record<string, unknown>): string[] {
  const last: unknown = Array.isArray(fields) ? fields.at(-1) : undefined;
  const text = isFields(last) && isFields(last.String) ? last.String.sval : undefined;
  return typeof text === 'string' ? [text] : [];
}

/** The item of a query that gives a column its name; nothing of `*`. */
function inQuery(query: Node | undefined, aliases: readonly string[], sought: Sought): number | undefined {
  if (!isColumn(sought) || !query || !('SelectStmt' in query)) return undefined;
  const items = (query.SelectStmt.targetList ?? []).flatMap((one) =>
    'ResTarget' in one ? [one.ResTarget] : [],
  );
  const found = items.find((item, index) => (aliases[index] ?? nameOfItem(item)) === sought.name);
  return found?.location;
}

function nameOfItem({ name, val }: NodeOf<'ResTarget'>): string | undefined {
  if (name !== undefined) return name;
  return val && 'ColumnRef' in val ? strings(val.ColumnRef.fields?.slice(-1))[0] : undefined;
}

/** The places of an enum's labels in its definition, by label: found once a statement, for there may be thousands. */
const labelPlaces = new WeakMap<ParsedStatement, ReadonlyMap<string, number>>();

function label(statement: ParsedStatement, { vals }: NodeOf<'CreateEnumStmt'>, { catalogue, name }: Sought) {
  if (catalogue !== 'pg_enum') return undefined;
  const places = labelPlaces.get(statement) ?? placesOfLabels(statement, strings(vals));
  labelPlaces.set(statement, places);
  return places.get(name);
}

function placesOfLabels({ source, end }: ParsedStatement, labels: readonly string[]): Map<string, number> {
  const literals = stringLiterals(source.text.slice(0, end - source.start)).slice(-labels.length);
  return new Map(
    labels.flatMap((one, index) => {
      const at = literals[index];
      return at === undefined ? [] : [[one, source.start + at]];
    }),
  );
}

type Command = NodeOf<'AlterTableCmd'>;

/** The command of an `alter table` that speaks of the object; the only one stands for all that it brings. */
function inCommands(
  statement: ParsedStatement,
  { cmds, relation }: NodeOf<'AlterTableStmt'>,
  sought: Sought,
): number | undefined {
  const commands = (cmds ?? []).flatMap((one) => ('AlterTableCmd' in one ? [one.AlterTableCmd] : []));
  const index = commands.length === 1 ? 0 : commandOf(commands, sought);
  const command = commands[index];
  if (!command || !relation) return undefined;
  const { def } = command;
  const elements = def && ('ColumnDef' in def || 'Constraint' in def) ? [def] : [];
  const inside = command.subtype === 'AT_AlterColumnType' ? undefined : inElements(elements, sought);
  if (inside !== undefined) return offsetOf(statement, inside);
  return commandStarts(statement, relation, commands.length)?.[index];
}

/** The command that names the object, else the first that speaks of it. */
function commandOf(commands: readonly Command[], sought: Sought): number {
  const named = isKey(sought)
    ? commands.findIndex(
        ({ name, def }) => (def && 'Constraint' in def ? def.Constraint.conname : name) === sought.name,
      )
    : -1;
  return named === -1 ? commands.findIndex((command) => speaksOf(command, sought)) : named;
}

function speaksOf(command: Command, sought: Sought): boolean {
  const { name, def, subtype = '' } = command;
  const { catalogue, facet } = sought;
  if (facet !== undefined && COMMANDS[facet]) return COMMANDS[facet]?.test(subtype) ?? false;
  if (def && 'ColumnDef' in def && subtype !== 'AT_AlterColumnType')
    return inColumn(def.ColumnDef, sought) !== undefined;
  if (def && 'Constraint' in def && subtype !== 'AT_AddIdentity')
    return isKey(sought)
      ? isThatKey(def.Constraint, sought)
      : columnsOf(def.Constraint).includes(sought.name);
  if (def && 'RangeVar' in def && catalogue === 'pg_class') return def.RangeVar.relname === sought.name;
  return name === sought.name || (catalogue === 'pg_class' && sought.name.endsWith(`_${name}_seq`));
}

const COMMANDS: Record<string, RegExp> = {
  'row-level security': /^AT_(?:En|Dis)ableRowSecurity$/,
  'row-level security of the owner': /^AT_(?:No)?ForceRowSecurity$/,
  owner: /^AT_ChangeOwner$/,
};

/** Where the commands begin: the first behind the name, the others behind their commas; undefined if in doubt. */
function commandStarts(
  statement: ParsedStatement,
  { location }: NodeOf<'RangeVar'>,
  count: number,
): number[] | undefined {
  const { text, start } = statement.source;
  const at = offsetOf(statement, location) - start;
  const [name = ''] = new RegExp(`^${QUALIFIED}(?:\\s*\\*)?`).exec(text.slice(at)) ?? [];
  if (name === '') return undefined;
  return elementStarts(statement, at + name.length, count);
}

/** Where the elements of a list begin that runs from an offset in the statement's text to its end; undefined if in doubt. */
function elementStarts({ source, end }: ParsedStatement, from: number, count: number): number[] | undefined {
  const text = source.text.slice(0, end - source.start);
  const starts = elements(text, from);
  if (starts.length !== count) return undefined;
  return starts.map((at) => source.start + at + afterComments(text.slice(at)));
}

/** Of several objects that a `drop` names, all but the first have words of their own. */
function dropped(statement: ParsedStatement, { objects = [] }: NodeOf<'DropStmt'>, { name, owner }: Sought) {
  const names = objects.map((one) => ('List' in one ? strings(one.List.items).at(-1) : undefined));
  const index = names.findIndex((one) => one === name || one === owner);
  return index < 1 ? undefined : elementStarts(statement, 0, objects.length)?.[index];
}

/** A part is renamed behind its relation's name, a relation by the whole statement. */
function renamed(
  statement: ParsedStatement,
  { renameType, relation }: NodeOf<'RenameStmt'>,
): number | undefined {
  const isPart = ['OBJECT_COLUMN', 'OBJECT_ATTRIBUTE', 'OBJECT_TABCONSTRAINT'].includes(renameType ?? '');
  return isPart && relation ? commandStarts(statement, relation, 1)?.[0] : undefined;
}
