// The columns that a query gives, as far as its text tells: names, places and the migrations' own types. Undefined when
// not all of them can be told.

import { strings } from '../names.ts';
import type { Node, NodeOf } from '../parse.ts';
import type { Relation, Type } from './model.ts';

export interface OutputColumn {
  name: string;
  /** Of its item in the select list, as the parser counts; absent for one that `*` brings. */
  location?: number;
  type?: Type | undefined;
}

type Find = (rangeVar: NodeOf<'RangeVar'>) => Relation | undefined;
/** What a FROM clause brings under each alias; undefined when its columns can't be told. */
type From = Map<string, OutputColumn[] | undefined>;

/** @param find tells which relation a name of a FROM clause means */
export function outputColumns(query: NodeOf<'SelectStmt'>, find: Find): OutputColumn[] | undefined {
  if (query.larg) return outputColumns(query.larg, find);
  if (query.valuesLists) return undefined;
  const from: From = new Map();
  const ctes = namesOfCtes(query);
  const findHere: Find = (rangeVar) =>
    rangeVar.schemaname === undefined && ctes.has(rangeVar.relname ?? '') ? undefined : find(rangeVar);
  for (const item of query.fromClause ?? []) addItem(from, item, findHere);
  const columns = (query.targetList ?? []).map((target) =>
    'ResTarget' in target ? ofTarget(target.ResTarget, from) : undefined,
  );
  return columns.every((each) => each !== undefined) ? columns.flat() : undefined;
}

function namesOfCtes({ withClause }: NodeOf<'SelectStmt'>): Set<string> {
  const ctes = (withClause?.ctes ?? []).flatMap((cte) =>
    'CommonTableExpr' in cte ? [cte.CommonTableExpr] : [],
  );
  return new Set(ctes.map(({ ctename }) => ctename ?? ''));
}

function addItem(from: From, item: Node, find: Find): void {
  if ('RangeVar' in item) {
    const { alias, relname } = item.RangeVar;
    from.set(alias?.aliasname ?? relname ?? '', alias?.colnames ? undefined : columnsOf(find(item.RangeVar)));
  } else if ('RangeSubselect' in item) {
    const { alias, subquery } = item.RangeSubselect;
    const columns =
      subquery && 'SelectStmt' in subquery ? outputColumns(subquery.SelectStmt, find) : undefined;
    from.set(
      alias?.aliasname ?? '',
      alias?.colnames ? undefined : columns?.map(({ name, type }) => ({ name, type })),
    );
  } else if ('JoinExpr' in item) {
    for (const side of [item.JoinExpr.larg, item.JoinExpr.rarg]) if (side) addItem(from, side, find);
  } else from.set(`function ${from.size}`, undefined);
}

function columnsOf(relation: Relation | undefined): OutputColumn[] | undefined {
  return relation && !relation.isOpen
    ? relation.columns.values().map(({ name, type }) => ({ name, type }))
    : undefined;
}

function ofTarget({ name, val, location }: NodeOf<'ResTarget'>, from: From): OutputColumn[] | undefined {
  if (val && 'ColumnRef' in val) {
    const fields = val.ColumnRef.fields ?? [];
    const isStar = fields.some((field) => 'A_Star' in field);
    if (isStar) return starOf(strings(fields).at(-1), from);
  }
  const own = name ?? (val && nameOfValue(val));
  if (own === undefined) return undefined;
  return [{ name: own, ...(location !== undefined && { location }), type: val && typeOfValue(val, from) }];
}

/** `*`, or `a.*`. */
function starOf(alias: string | undefined, from: From): OutputColumn[] | undefined {
  if (alias !== undefined) return from.get(alias);
  const all = [...from.values()];
  return all.every((each) => each !== undefined) ? all.flat() : undefined;
}

/** The name that PostgreSQL gives an item without one (FigureColname in parse_target.c), where that is plain. */
function nameOfValue(value: Node): string | undefined {
  if ('ColumnRef' in value) return strings(value.ColumnRef.fields).at(-1);
  if ('FuncCall' in value) return strings(value.FuncCall.funcname).at(-1);
  if ('CoalesceExpr' in value) return 'coalesce';
  if ('TypeCast' in value) {
    const { arg, typeName } = value.TypeCast;
    return (arg && nameOfValue(arg)) ?? strings(typeName?.names).at(-1);
  }
  return undefined;
}

function typeOfValue(value: Node, from: From): Type | undefined {
  if (!('ColumnRef' in value)) return undefined;
  const parts = strings(value.ColumnRef.fields);
  const [name, alias] = [parts.at(-1), parts.at(-2)];
  const sources = alias === undefined ? [...from.values()] : [from.get(alias)];
  return sources.flatMap((columns) => columns ?? []).find((column) => column.name === name)?.type;
}
