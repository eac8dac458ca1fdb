// Groups facts that only one side has under the object that brought them: columns under their table, the sequence of a
// serial column under the column, foreign keys under the table that they led to.

import { encodeId, type Fact, type FactBase, type StableId } from '../pg-delta.ts';

/** Facts that came or went together. */
export interface Group {
  /** The one that people would name. */
  head: Fact;
  /** The rest, in order of their ids. */
  rest: Fact[];
}

/**
 * Groups the facts that only one side has.
 * @param facts all facts of that side
 * @param isOfKept whether a foreign key belongs to a table that both sides have. It is not grouped under the table that
 * it references then: it may have been added long after that table
 */
export function grouped(
  only: readonly Fact[],
  facts: FactBase,
  isOfKept: (key: Fact) => boolean = () => false,
): Group[] {
  const among = new Map(only.map((fact) => [encodeId(fact.id), fact]));
  const groups = new Map<string, Group>();
  for (const fact of only) {
    const head = headOf(fact, among, facts, isOfKept);
    const key = encodeId(head.id);
    const group = groups.get(key) ?? { head, rest: [] };
    if (fact !== head) group.rest.push(fact);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function headOf(
  fact: Fact,
  among: ReadonlyMap<string, Fact>,
  facts: FactBase,
  isOfKept: (key: Fact) => boolean,
): Fact {
  const whole = wholesOf(fact, facts, isOfKept).find((id) => among.has(id));
  const next = whole === undefined ? undefined : among.get(whole);
  return next === undefined || next === fact ? fact : headOf(next, among, facts, isOfKept);
}

/** What a fact may have come or gone with, the likeliest first. */
function wholesOf(fact: Fact, facts: FactBase, isOfKept: (key: Fact) => boolean): string[] {
  const parent = fact.parent === undefined ? [] : [encodeId(fact.parent)];
  return [...parent, ...needsOf(fact, facts, isOfKept)];
}

/**
 * A constraint or an index goes when a column or a table does that it is of; so does a sequence with its column, and a
 * membership with either role.
 */
function needsOf(fact: Fact, facts: FactBase, isOfKept: (key: Fact) => boolean): string[] {
  const { id, payload, parent } = fact;
  if (id.kind === 'membership') {
    return [id.member, id.role].map((name) => encodeId({ kind: 'role', name }));
  }
  if (id.kind === 'sequence') {
    const owned = payload.ownedBy;
    if (typeof owned !== 'object' || owned === null || Array.isArray(owned)) return [];
    const [schema, table, name] = [owned.schema, owned.table, owned.column].map(String);
    if (schema === undefined || table === undefined || name === undefined) return [];
    return [encodeId({ kind: 'column', schema, table, name })];
  }
  if (id.kind !== 'constraint' && id.kind !== 'index') return [];
  const own = parent === undefined ? '' : encodeId(parent);
  const isOwnColumn = (to: StableId): boolean =>
    to.kind === 'column' && to.schema === id.schema && 'table' in id && to.table === id.table;
  const isKept = payload.type === 'f' && isOfKept(fact);
  return facts
    .outgoingEdges(id)
    .filter(({ kind, to }) => kind === 'depends' && ['column', 'table', 'constraint'].includes(to.kind))
    .filter(({ to }) => !isKept || isOwnColumn(to))
    .map(({ to }) => encodeId(to))
    .filter((to) => to !== own);
}
