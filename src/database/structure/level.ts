// Removes differences that come only from the version of PostgreSQL or of an extension.

import type { Catalogue, ShadowDatabase } from '../../ports.ts';
import { collectGarbage } from '../embedded/memory.ts';
import {
  deserializeSnapshot,
  encodeId,
  type Fact,
  type FactBase,
  type Payload,
  resolveView,
} from '../pg-delta.ts';
import type { Sides } from './changes.ts';
import { differingPart, within } from './differing.ts';
import { rowOf } from './kinds.ts';
import { withoutLineEnds } from './line-ends.ts';
import { POLICY } from './policy.ts';
import { probeOf, writtenOf } from './probes.ts';

/** Reads both catalogues, and leaves out most of what is the same and what only versions make different. */
export async function leveled(
  expected: Catalogue,
  actual: Catalogue,
  rehearse: ShadowDatabase['rehearse'],
): Promise<Sides> {
  const both = differingPart(byRules(expected, actual));
  collectGarbage();
  if (major(expected) === major(actual)) return both;
  const views = { expected: resolveView(both.expected, POLICY), actual: resolveView(both.actual, POLICY) };
  return { ...both, actual: await rewrittenBy(rehearse, both, views) };
}

/** A function of its own, so that the memory of both whole catalogues is freed afterwards. */
function byRules(...catalogues: [expected: Catalogue, actual: Catalogue]): Sides {
  const [expected, actual] = [factsOf(catalogues[0]), factsOf(catalogues[1])];
  const unreadable = new Set(
    [...expected.diagnostics, ...actual.diagnostics].flatMap(({ code, subject }) =>
      code === 'user-mapping-unreadable' && subject ? [encodeId(subject)] : [],
    ),
  );
  const majors = catalogues.map(major);
  const rules = [
    ...ALWAYS,
    ...BETWEEN.filter(({ since }) => since > Math.min(...majors) && since <= Math.max(...majors)),
  ];
  collectGarbage();
  const level = (facts: FactBase, other: FactBase): FactBase =>
    rewritten(facts, (fact) => {
      if (unreadable.has(encodeId(fact.id))) return undefined;
      return rules.reduce<Fact | undefined>((kept, { rule }) => kept && rule(kept, facts, other), fact);
    });
  return { expected: level(expected, actual), actual: level(actual, expected) };
}

const major = ({ postgresVersion }: Catalogue): number => Number.parseInt(postgresVersion, 10);

const factsOf = ({ facts }: Catalogue): FactBase => deserializeSnapshot(facts).factBase;

/** Rewrites facts. One that becomes undefined is left out with everything in it. */
function rewritten(facts: FactBase, rewrite: (fact: Fact) => Fact | undefined): FactBase {
  const gone = new Set<string>();
  const kept: Fact[] = [];
  const isGone = (fact: Fact): boolean => {
    const parent = fact.parent && facts.get(fact.parent);
    return gone.has(encodeId(fact.id)) || (parent !== undefined && isGone(parent));
  };
  for (const fact of facts.facts()) {
    const next = rewrite(fact);
    if (next === undefined) gone.add(encodeId(fact.id));
    else kept.push(next);
  }
  const left = gone.size === 0 ? kept : kept.filter((fact) => !isGone(fact));
  return within(facts, left);
}

type Rule = (fact: Fact, facts: FactBase, other: FactBase) => Fact | undefined;

const isExtensions = (fact: Fact | undefined, facts: FactBase): boolean =>
  fact !== undefined &&
  (fact.id.kind === 'extension' ||
    facts.outgoingEdges(fact.id).some(({ kind }) => kind === 'memberOfExtension'));

/** Rules for what no migration decides. */
const ALWAYS: readonly { rule: Rule }[] = [
  { rule: withoutLineEnds },
  // Comments and grants of an extension's objects come with its version, and the stand-ins have others.
  {
    rule: (fact, facts, other) => {
      if (!('target' in fact.id)) return fact;
      const isOfExtension = isExtensions(facts.get(fact.id.target), facts);
      if (fact.id.kind === 'comment') return isOfExtension ? undefined : fact;
      return isOfExtension && !other.has(fact.id.target) ? undefined : fact;
    },
  },
  // `not null` is an attribute of the column or domain; newer servers list it as a constraint as well.
  { rule: (fact) => (fact.id.kind === 'constraint' && fact.payload.type === 'n' ? undefined : fact) },
  // Whether an extension can be moved depends on its version.
  {
    rule: (fact, _facts, other) => {
      const { relocatable } = other.get(fact.id)?.payload ?? {};
      const isEither = fact.payload.relocatable === true || relocatable === true;
      return fact.id.kind === 'extension'
        ? { ...fact, payload: { ...fact.payload, relocatable: isEither } }
        : fact;
    },
  },
  // A job names the database that it was made in. A project has only one, whatever it is called.
  {
    rule: (fact) =>
      fact.id.kind === 'extensionIntent'
        ? { ...fact, payload: { ...fact.payload, database: 'postgres' } }
        : fact,
  },
];

/** Rules for what a major version of PostgreSQL introduced. */
const BETWEEN: readonly { since: number; rule: Rule }[] = [
  // A role that creates another one becomes its member with admin option.
  {
    since: 16,
    rule: (fact) => (fact.id.kind === 'membership' && fact.id.member === 'postgres' ? undefined : fact),
  },
  { since: 17, rule: withoutMaintain },
];

/** The privilege MAINTAIN. */
function withoutMaintain(fact: Fact): Fact | undefined {
  const { privileges } = fact.payload;
  if (!Array.isArray(privileges) || !privileges.includes('MAINTAIN')) return fact;
  const payload: Payload = Object.fromEntries(
    Object.entries(fact.payload).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.filter((one) => one !== 'MAINTAIN') : value,
    ]),
  );
  return privileges.length === 1 ? undefined : { ...fact, payload };
}

/** Replaces an actual definition by the expected one where the shadow database makes the same of both. */
async function rewrittenBy(
  rehearse: ShadowDatabase['rehearse'],
  both: Sides,
  views: Sides,
): Promise<FactBase> {
  const doubtful = views.actual.facts().flatMap((actual) => {
    const expected = views.expected.get(actual.id);
    const differs = (rowOf(actual.id.kind).written ?? []).some(
      (attribute) => expected?.payload[attribute] !== actual.payload[attribute],
    );
    const isOurs = !views.actual.isReferenceOnly(actual.id);
    return expected !== undefined && differs && isOurs ? [{ expected, actual }] : [];
  });
  const probes = doubtful.map(({ expected, actual }, index) => {
    const names = [`drift_gate_expected_${index}`, `drift_gate_actual_${index}`] as const;
    return {
      names,
      expected: probeOf(expected, names[0], both.expected),
      actual: probeOf(actual, names[1], both.expected),
    };
  });
  const statements = probes.flatMap(({ expected, actual }) =>
    expected && actual ? [expected.sql, actual.sql] : [],
  );
  if (statements.length === 0) return both.actual;
  const rehearsed = factsOf(await rehearse(['set local search_path to pg_catalog', ...statements]));
  const same = new Map<string, Fact>();
  for (const [index, { names, ...probe }] of probes.entries()) {
    const pair = doubtful[index];
    if (!pair || !probe.expected || !probe.actual) continue;
    const written = writtenOf(probe.expected, names[0], rehearsed);
    const isSame = JSON.stringify(written) === JSON.stringify(writtenOf(probe.actual, names[1], rehearsed));
    if (written !== undefined && isSame) same.set(encodeId(pair.actual.id), pair.expected);
  }
  return rewritten(both.actual, (fact) => {
    const expected = same.get(encodeId(fact.id));
    if (expected === undefined) return fact;
    const texts = (rowOf(fact.id.kind).written ?? []).map((attribute) => [
      attribute,
      expected.payload[attribute],
    ]);
    return { ...fact, payload: { ...fact.payload, ...Object.fromEntries(texts) } };
  });
}
