// All relations and types that a syntax tree names. Fields need no list: a RangeVar or a TypeName is told by its shape,
// with or without its tag. What a WITH clause names, and the aliases that FOR UPDATE locks, are no relations.

import { type Name, nameOf, rangeVarName, readName, strings } from './names.ts';
import type { Node, NodeOf } from './parse.ts';

export interface Use extends Name {
  kind: 'relation' | 'type';
  /** UTF-8 bytes in the statement's source, as the parser counts. */
  location: number | undefined;
}

export const relationUse = (rangeVar: NodeOf<'RangeVar'>): Use => ({
  kind: 'relation',
  ...rangeVarName(rangeVar),
  location: rangeVar.location,
});

/** Fields whose names are aliases of the same statement. */
const ALIASES = new Set(['lockedRels']);
/** The definition elements whose value is a type; in the others a bare word only looks like one. */
const TYPE_ELEMENTS = new Set(['subtype', 'stype']);
/** Functions that take a sequence's name as their first argument, looked up when the statement is analysed. */
const SEQUENCE_FUNCTIONS = new Set(['nextval', 'setval', 'currval']);

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

export const isRangeVar = (value: unknown): value is NodeOf<'RangeVar'> =>
  isFields(value) && 'relname' in value && 'relpersistence' in value;

const isTypeName = (value: unknown): value is NodeOf<'TypeName'> =>
  isFields(value) && Array.isArray(value.names) && 'typemod' in value;

const isWithClause = (value: unknown): value is NodeOf<'WithClause'> =>
  isFields(value) && Array.isArray(value.ctes);

export const isFuncCall = (value: unknown): value is NodeOf<'FuncCall'> =>
  isFields(value) && Array.isArray(value.funcname) && 'funcformat' in value;

const isTypeCast = (value: unknown): value is NodeOf<'TypeCast'> =>
  isFields(value) && 'arg' in value && isTypeName(value.typeName);

/** All relations and types that a part of a tree names. */
export function usesIn(root: unknown): Use[] {
  const uses: Use[] = [];
  const open: { value: unknown; ctes: ReadonlySet<string> }[] = [{ value: root, ctes: new Set() }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, ctes } = next;
    if (Array.isArray(value)) for (const item of value) open.push({ value: item, ctes });
    else if (isRangeVar(value)) {
      if (value.schemaname !== undefined || !ctes.has(value.relname ?? '')) uses.push(relationUse(value));
    } else if (isTypeName(value)) uses.push(...typeUse(value));
    else if (isFields(value)) {
      uses.push(...regclassUse(value));
      const scope = openedScope(value, ctes, open);
      for (const [field, child] of Object.entries(value)) {
        if (ALIASES.has(field) || isWithClause(child) || isPlainElement(field, child)) continue;
        open.push({ value: child, ctes: scope });
      }
    }
  }
  return uses;
}

/** The names that a node's WITH clause adds; its queries are opened with what each of them may see. */
function openedScope(
  fields: Fields,
  outer: ReadonlySet<string>,
  open: { value: unknown; ctes: ReadonlySet<string> }[],
): ReadonlySet<string> {
  const clause = fields.withClause;
  if (!isWithClause(clause)) return outer;
  const ctes = (clause.ctes ?? []).flatMap((node) =>
    'CommonTableExpr' in node ? [node.CommonTableExpr] : [],
  );
  const all = new Set([...outer, ...ctes.map(({ ctename }) => ctename ?? '')]);
  const seen = new Set(outer);
  for (const cte of ctes) {
    open.push({ value: cte, ctes: clause.recursive ? all : new Set(seen) });
    seen.add(cte.ctename ?? '');
  }
  return all;
}

const isPlainElement = (field: string, child: unknown): boolean =>
  field === 'DefElem' &&
  isFields(child) &&
  isFields(child.arg) &&
  'TypeName' in child.arg &&
  !TYPE_ELEMENTS.has(String(child.defname));

/** A type, or the relation of `orders.total%type`. */
function typeUse({ names, pct_type, location }: NodeOf<'TypeName'>): Use[] {
  const parts = strings(names);
  const name = nameOf(pct_type ? parts.slice(0, -1) : parts);
  return name ? [{ kind: pct_type ? 'relation' : 'type', ...name, location }] : [];
}

/** `'orders_id_seq'::regclass` and `nextval('orders_id_seq')`: names in strings that are looked up at once. */
function regclassUse(value: unknown): Use[] {
  if (isTypeCast(value) && strings(value.typeName?.names).at(-1) === 'regclass')
    return nameInString(value.arg);
  if (isFuncCall(value) && SEQUENCE_FUNCTIONS.has(strings(value.funcname).at(-1) ?? ''))
    return nameInString(value.args?.[0]);
  return [];
}

function nameInString(node: Node | undefined): Use[] {
  if (!node || !('A_Const' in node)) return [];
  const text = node.A_Const.sval?.sval;
  const name = text === undefined ? undefined : readName(text);
  return name ? [{ kind: 'relation', ...name, location: node.A_Const.location }] : [];
}
