// Structural differences as SQL: statements that would turn one side into the other, and an object's two definitions.

import { messageOf } from '../../errors.ts';
import { formatObjectId } from '../../findings/object-id.ts';
import { byText, groupBy } from '../../match.ts';
import type { Structure } from '../../ports.ts';
import type { Definition } from '../../report/report.ts';
import { PLATFORM_SCHEMAS } from '../../supabase/schemas.ts';
import {
  encodeId,
  type Fact,
  type FactBase,
  formatSqlStatements,
  type Plan,
  type StableId,
} from '../pg-delta.ts';
import type { Sides, Traced } from './changes.ts';
import { needed, within } from './differing.ts';
import { objectFacetOf, rootOf } from './ids.ts';
import { rowOf } from './kinds.ts';
import { planBetween } from './policy.ts';

/** Statements that would turn the expected state into the actual one; a notice where pg-delta finds none. */
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
    const texts = formatted(actions);
    const statements = actions.map((action, index) => ({
      sql: texts[index] ?? action.sql,
      of: changesIn(action, places),
    }));
    return { statements: [...settings, ...statements], notices: [] };
  } catch (error) {
    return { statements: [], notices: [`There are no statements to suggest: ${messageOf(error)}`] };
  }
}

type Action = Plan['actions'][number];

const formatted = (actions: readonly Action[]): string[] =>
  formatSqlStatements(
    actions.map(({ sql }) => sql.replace(/;\s*$/, '')),
    { alignColumns: false, alignKeyValues: false, maxWidth: 110 },
  );

/**
 * The changes that a statement belongs to: those of what it creates or drops, else of the grants that it makes, else of
 * what it alters, which is the first thing that it needs, else of anything that it needs.
 */
function changesIn(
  { produces, destroys, consumes }: Action,
  places: ReadonlyMap<string, number[]>,
): number[] {
  const among = (ids: Action['produces']): number[] => ids.flatMap((id) => places.get(encodeId(id)) ?? []);
  // A grant on a recreated object has only the object and the roles in `consumes`.
  const grants = consumes.flatMap((target) =>
    consumes.flatMap((role): Action['produces'] =>
      role.kind === 'role' && target.kind !== 'role' ? [{ kind: 'acl', target, grantee: role.name }] : [],
    ),
  );
  const found = [
    [...produces, ...destroys],
    [...consumes.filter(({ kind }) => kind === 'acl'), ...grants],
    consumes.slice(0, 1),
    consumes,
  ].map(among);
  return [...new Set(found.find((list) => list.length > 0))].sort((a, b) => a - b);
}

/** Both definitions of each relation, function and type of the project that a change concerns. */
export async function definitionsOf(
  sides: Sides,
  views: Sides,
  changes: readonly Traced[],
): Promise<Pick<Structure, 'definitions' | 'notices'>> {
  const facts = changes.flatMap((change) => change.facts);
  try {
    const expected = await definitionsIn(sides.expected, rootsOf(facts, views.expected));
    const actual = await definitionsIn(sides.actual, rootsOf(facts, views.actual));
    const ids = [...new Set([...expected.keys(), ...actual.keys()])].sort(byText);
    const definitions = ids.map((id): Definition => {
      const [before, after] = [expected.get(id), actual.get(id)];
      return {
        id,
        ...(before !== undefined && { expected: before }),
        ...(after !== undefined && { actual: after }),
      };
    });
    return { definitions, notices: [] };
  } catch (error) {
    return { definitions: [], notices: [`There are no definitions to show: ${messageOf(error)}`] };
  }
}

function rootsOf(changed: readonly Fact[], view: FactBase): Map<string, Fact> {
  const roots = changed.flatMap(({ id }) => {
    const fact = view.get(id) ?? ('target' in id ? view.get(id.target) : undefined);
    const root = fact && rootOf(fact, view);
    return root && isDefined(root.id) && !view.isReferenceOnly(root.id) ? [root] : [];
  });
  return new Map(roots.map((root) => [encodeId(root.id), root]));
}

const isDefined = (id: StableId): boolean =>
  rowOf(id.kind).isDefined === true && 'schema' in id && !PLATFORM_SCHEMAS.has(id.schema ?? '');

/** Plans the creation of the objects in a copy of the side that lacks them. */
async function definitionsIn(
  facts: FactBase,
  roots: ReadonlyMap<string, Fact>,
): Promise<Map<string, string>> {
  if (roots.size === 0) return new Map();
  const ids = needed(new Set(roots.values()), facts);
  const around = within(
    facts,
    facts.facts().filter(({ id }) => ids.has(encodeId(id))),
  );
  const { actions } = await planBetween(without(around, roots), around);
  const isOf = ({ produces, consumes }: Action): string => {
    const subject = produces[0] ?? consumes[0];
    const made = subject && facts.get(subject);
    return made ? encodeId(rootOf(made, facts).id) : '';
  };
  const texts = groupBy<Action>(actions, isOf);
  return new Map(
    [...roots].flatMap(([key, root]) => {
      const made = texts.get(key);
      const sql = made && formatted(made).map((text) => `${text};`);
      return sql ? [[formatObjectId(objectFacetOf(root.id, facts).object), sql.join('\n')] as const] : [];
    }),
  );
}

const without = (facts: FactBase, roots: ReadonlyMap<string, Fact>): FactBase =>
  within(
    facts,
    facts.facts().filter((fact) => !roots.has(encodeId(rootOf(fact, facts).id))),
  );
