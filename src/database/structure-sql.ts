// Differences of structure as SQL: what would bring one side to the other, and how an object is defined on each.

import { messageOf } from '../errors.ts';
import { formatObjectId } from '../findings/object-id.ts';
import { byText, groupBy } from '../match.ts';
import type { Structure } from '../ports.ts';
import type { Definition } from '../report/report.ts';
import { buildFactBase, encodeId, type Fact, type FactBase, type Plan, planBetween } from './pg-delta.ts';
import type { Sides, Traced } from './structure-changes.ts';
import { placeOf, rootOf } from './structure-ids.ts';

/** What would bring the expected state to the actual one. Without a way there is a notice instead. */
export async function statementsOf(
  { expected, actual }: Sides,
  changes: readonly Traced[],
): Promise<Pick<Structure, 'statements' | 'notices'>> {
  if (changes.length === 0) return { statements: [], notices: [] };
  try {
    const { actions, preamble } = await planBetween(expected, actual);
    const places = new Map<string, number[]>();
    for (const [index, { facts }] of changes.entries()) {
      for (const { id } of facts) places.set(encodeId(id), [...(places.get(encodeId(id)) ?? []), index]);
    }
    const settings = preamble.map(({ name, value }) => ({ sql: `set ${name} to ${value}`, of: [] }));
    const statements = actions.map((action) => ({ sql: action.sql, of: changesIn(action, places) }));
    return { statements: [...settings, ...statements], notices: [] };
  } catch (error) {
    return { statements: [], notices: [`There are no statements to suggest: ${messageOf(error)}`] };
  }
}

type Action = Plan['actions'][number];

/** The changes that a statement is for: of what it makes or drops; else of what it alters, which it says last of all. */
function changesIn(
  { produces, destroys, consumes }: Action,
  places: ReadonlyMap<string, number[]>,
): number[] {
  const among = (ids: Action['produces']): number[] => ids.flatMap((id) => places.get(encodeId(id)) ?? []);
  const direct = among([...produces, ...destroys]);
  return [...new Set(direct.length > 0 ? direct : among(consumes))].sort((a, b) => a - b);
}

const DEFINED: ReadonlySet<string> = new Set([
  'table',
  'view',
  'materializedView',
  'foreignTable',
  'function',
  'procedure',
  'aggregate',
  'type',
  'domain',
]);

/** Both definitions of each relation, function and type that a change is about, or about a part of. */
export async function definitionsOf(sides: Sides, changes: readonly Traced[]): Promise<Definition[]> {
  const [expected, actual] = await Promise.all([
    definitionsIn(sides.expected, changes),
    definitionsIn(sides.actual, changes),
  ]);
  return [...new Set([...expected.keys(), ...actual.keys()])].sort(byText).map((id) => {
    const [before, after] = [expected.get(id), actual.get(id)];
    return {
      id,
      ...(before !== undefined && { expected: before }),
      ...(after !== undefined && { actual: after }),
    };
  });
}

/** Takes the objects out of a side, and plans them in again. */
async function definitionsIn(facts: FactBase, changes: readonly Traced[]): Promise<Map<string, string>> {
  const roots = new Map<string, Fact>();
  for (const { id } of changes.flatMap((change) => change.facts)) {
    const there = facts.get(id) ?? ('target' in id ? facts.get(id.target) : undefined);
    const root = there && rootOf(there, facts);
    if (root && DEFINED.has(root.id.kind)) roots.set(encodeId(root.id), root);
  }
  if (roots.size === 0) return new Map();
  const without = exclude(facts, roots);
  const { actions } = await planBetween(without, facts).catch(() => ({ actions: [] }));
  const isOf = ({ produces }: Action): string => {
    const made = produces[0] && facts.get(produces[0]);
    return made ? encodeId(rootOf(made, facts).id) : '';
  };
  const texts = groupBy<Action>(actions, isOf);
  return new Map(
    [...roots].flatMap(([key, root]) => {
      const sql = texts.get(key)?.map((action) => `${action.sql.replace(/;?\s*$/, '')};`);
      return sql ? [[formatObjectId(placeOf(root.id, facts).object), sql.join('\n')] as const] : [];
    }),
  );
}

function exclude(facts: FactBase, roots: ReadonlyMap<string, Fact>): FactBase {
  const kept = facts.facts().filter((fact) => !isWithin(fact, roots, facts));
  const ids = new Set(kept.map(({ id }) => encodeId(id)));
  const edges = facts.edges.filter(({ from, to }) => ids.has(encodeId(from)) && ids.has(encodeId(to)));
  return buildFactBase(kept, edges, facts.source);
}

function isWithin(fact: Fact, roots: ReadonlyMap<string, Fact>, facts: FactBase): boolean {
  if (roots.has(encodeId(fact.id))) return true;
  const parent = fact.parent && facts.get(fact.parent);
  return parent !== undefined && isWithin(parent, roots, facts);
}
