// The columns that a query gives, as far as its text tells: names, places and the migrations' own types.

import { strings } from '../names.ts';
import type { Node, NodeOf } from '../parse.ts';
import type { AnyType, Relation } from './model.ts';

export interface OutputColumn {
  /** Undefined stands for one or more columns that can't be told. */
  name: string | undefined;
  /** Of its item in the select list, as the parser counts; absent for one that `*` brings. */
  location?: number;
  type?: AnyType | undefined;
}

const UNKNOWN: readonly OutputColumn[] = [{ name: undefined }];

type Select = NodeOf<'SelectStmt'>;
type Find = (rangeVar: NodeOf<'RangeVar'>) => readonly OutputColumn[];
/** What a FROM clause brings, by alias. */
type From = Map<string, readonly OutputColumn[]>;

/** @param find tells which relation a name means */
export function outputColumns(
  query: Select,
  find: (rangeVar: NodeOf<'RangeVar'>) => Relation | undefined,
): readonly OutputColumn[] {
  return columnsOfQuery(query, (rangeVar) => columnsOfRelation(find(rangeVar)));
}

function columnsOfQuery(whole: Select, find: Find): readonly OutputColumn[] {
  let query = whole;
  let findHere = withCtes(query, find);
  // The first of many queries in a union gives the columns their names.
  while (query.larg) {
    query = query.larg;
    findHere = withCtes(query, findHere);
  }
  if (query.valuesLists) return UNKNOWN;
  const from: From = new Map();
  for (const item of query.fromClause ?? []) addItem(from, item, findHere);
  return (query.targetList ?? []).flatMap((target) =>
    'ResTarget' in target ? columnsOfTarget(target.ResTarget, from) : UNKNOWN,
  );
}

/** The names of a WITH clause hide relations. */
function withCtes({ withClause }: Select, find: Find): Find {
  if (!withClause) return find;
  const ctes: From = new Map();
  const findHere: Find = (rangeVar) =>
    (rangeVar.schemaname === undefined ? ctes.get(rangeVar.relname ?? '') : undefined) ?? find(rangeVar);
  for (const node of withClause.ctes ?? []) {
    if (!('CommonTableExpr' in node)) continue;
    const { ctename = '', ctequery, aliascolnames } = node.CommonTableExpr;
    const columns = aliascolnames ? UNKNOWN : withoutPlaces(ctequery, findHere);
    ctes.set(ctename, columns);
  }
  return findHere;
}

function withoutPlaces(query: Node | undefined, find: Find): readonly OutputColumn[] {
  if (!query || !('SelectStmt' in query)) return UNKNOWN;
  return columnsOfQuery(query.SelectStmt, find).map(({ name, type }) => ({ name, type }));
}

function columnsOfRelation(relation: Relation | undefined): readonly OutputColumn[] {
  if (!relation) return UNKNOWN;
  const known = relation.columns.values().map(({ name, type }) => ({ name, type }));
  return relation.isOpen ? [...known, ...UNKNOWN] : known;
}

function addItem(from: From, item: Node, find: Find): void {
  if ('RangeVar' in item) {
    const { alias, relname = '' } = item.RangeVar;
    from.set(alias?.aliasname ?? relname, alias?.colnames ? UNKNOWN : find(item.RangeVar));
  } else if ('RangeSubselect' in item) {
    const { alias, subquery } = item.RangeSubselect;
    from.set(alias?.aliasname ?? '', alias?.colnames ? UNKNOWN : withoutPlaces(subquery, find));
  } else if ('JoinExpr' in item) {
    for (const side of [item.JoinExpr.larg, item.JoinExpr.rarg]) if (side) addItem(from, side, find);
  } else from.set(`function ${from.size}`, UNKNOWN);
}

function columnsOfTarget({ name, val, location }: NodeOf<'ResTarget'>, from: From): readonly OutputColumn[] {
  if (!val) return UNKNOWN;
  if ('ColumnRef' in val && val.ColumnRef.fields?.some((field) => 'A_Star' in field)) {
    const alias = strings(val.ColumnRef.fields).at(-1);
    return alias === undefined ? [...from.values()].flat() : (from.get(alias) ?? UNKNOWN);
  }
  const own = name ?? nameOfValue(val);
  return [{ name: own, ...(location !== undefined && { location }), type: typeOfValue(val, from) }];
}

/** The name that PostgreSQL gives an item without one (FigureColname in parse_target.c), where that is plain. */
export function nameOfValue(value: Node): string | undefined {
  if ('ColumnRef' in value) return strings(value.ColumnRef.fields).at(-1);
  if ('FuncCall' in value) return strings(value.FuncCall.funcname).at(-1);
  if ('CoalesceExpr' in value) return 'coalesce';
  if ('TypeCast' in value) {
    const { arg, typeName } = value.TypeCast;
    return (arg && nameOfValue(arg)) ?? strings(typeName?.names).at(-1);
  }
  return undefined;
}

/** The columns that an expression names, each as often as it does. */
export function columnsNamedIn(expression: Node): string[] {
  const found: string[] = [];
  const open: unknown[] = [expression];
  for (let value = open.shift(); value !== undefined; value = open.shift()) {
    if (typeof value !== 'object' || value === null) continue;
    if (isColumnRef(value)) found.push(...strings(value.fields).slice(-1));
    open.push(...Object.values(value));
  }
  return found;
}

const isColumnRef = (value: object): value is NodeOf<'ColumnRef'> =>
  'fields' in value && Array.isArray(value.fields);

function typeOfValue(value: Node, from: From): AnyType | undefined {
  if (!('ColumnRef' in value)) return undefined;
  const parts = strings(value.ColumnRef.fields);
  const [name, alias] = [parts.at(-1), parts.at(-2)];
  const sources = alias === undefined ? [...from.values()] : [from.get(alias) ?? []];
  return sources.flat().find((column) => column.name === name)?.type;
}
