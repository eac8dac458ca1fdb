// Reduces both sides to the part in which they may differ. In a large database nearly everything is the same, so the
// steps that follow take time in proportion to the drift, not to the database.

import { buildFactBase, encodeId, type Fact, type FactBase } from '../pg-delta.ts';
import type { Sides } from './changes.ts';
import { rootOf } from './ids.ts';

/**
 * Leaves out the objects that are the same on both sides, unless one that differs needs them, or they need one: a view
 * is made anew when the type of its column changes.
 */
export function differingPart({ expected, actual }: Sides): Sides {
  const isSame = ({ id }: Fact): boolean =>
    expected.has(id) && actual.has(id) && expected.rollupOf(id) === actual.rollupOf(id);
  const kept = new Set<string>();
  for (const [side, other] of [
    [expected, actual],
    [actual, expected],
  ] as const) {
    const changed = side.facts().filter((fact) => !isSame(fact));
    const roots = [...changed, ...dependentsOf(changed, side, other)].map((fact) => rootOf(fact, side));
    for (const fact of needed(new Set(roots), side)) kept.add(fact);
  }
  const part = (facts: FactBase): FactBase =>
    within(
      facts,
      facts.facts().filter(({ id }) => kept.has(encodeId(id))),
    );
  return { expected: part(expected), actual: part(actual) };
}

/** Everything that depends on facts that differ themselves, directly or not. */
function dependentsOf(changed: readonly Fact[], side: FactBase, other: FactBase): Fact[] {
  const found = new Map<string, Fact>();
  const visit = (fact: Fact): void => {
    for (const { from } of side.incomingEdges(fact.id)) {
      const dependent = side.get(from);
      if (dependent === undefined || found.has(encodeId(from))) continue;
      found.set(encodeId(from), dependent);
      visit(dependent);
    }
  };
  for (const fact of changed) {
    // A schema or a role stays the same when only its contents differ.
    const isItself = other.has(fact.id) && side.hashOf(fact.id) === other.hashOf(fact.id);
    if (!isItself) visit(fact);
  }
  return [...found.values()];
}

/** The objects with their contents and everything that these need; and all roles, which are needed without an edge. */
export function needed(roots: ReadonlySet<Fact>, facts: FactBase): Set<string> {
  const found = new Set<string>();
  const keep = (fact: Fact | undefined): void => {
    if (fact === undefined || found.has(encodeId(fact.id))) return;
    found.add(encodeId(fact.id));
    keep(fact.parent && facts.get(fact.parent));
    for (const { to } of facts.outgoingEdges(fact.id)) keep(facts.get(to));
  };
  for (const root of roots) for (const fact of contents(root, facts)) keep(fact);
  for (const fact of facts.facts()) if (fact.id.kind === 'role') keep(fact);
  return found;
}

/** A fact with everything in it; of a schema only its grants and comments, since its objects are roots themselves. */
const contents = (fact: Fact, facts: FactBase): Fact[] => [
  fact,
  ...facts
    .childrenOf(fact.id)
    .filter(({ id }) => fact.id.kind !== 'schema' || 'target' in id)
    .flatMap((child) => contents(child, facts)),
];

/** Some of the facts, with the edges between them. */
export function within(facts: FactBase, kept: Fact[]): FactBase {
  const ids = new Set(kept.map(({ id }) => encodeId(id)));
  const edges = facts.edges.filter(({ from, to }) => ids.has(encodeId(from)) && ids.has(encodeId(to)));
  return buildFactBase(kept, edges, facts.source);
}
