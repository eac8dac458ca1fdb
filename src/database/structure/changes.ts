// Turns pg-delta's deltas into changes as people count them: one for a table that came or went, with everything in it;
// one for each facet of an object that both sides have.

import { kindInWords } from '../../findings/kinds.ts';
import { formatObjectId } from '../../findings/object-id.ts';
import { byText } from '../../match.ts';
import type { StructureChange } from '../../ports.ts';
import { type Delta, encodeId, type Fact, type FactBase, type StableId } from '../pg-delta.ts';
import { facetsOfFunction } from './function.ts';
import { type Group, grouped } from './groups.ts';
import { type ObjectFacet, objectFacetOf } from './ids.ts';
import { essenceOf, facetOf, wordsOf } from './kinds.ts';
import { lineEndsOf } from './line-ends.ts';
import { severityOf } from './severity.ts';
import { grantWords } from './words.ts';

/** A change with the facts that it is about. */
export interface Traced {
  change: StructureChange;
  facts: Fact[];
}

export interface Sides {
  expected: FactBase;
  actual: FactBase;
}

type SetDelta = Extract<Delta, { verb: 'set' }>;

/**
 * @param sides the project's own objects, which the deltas are of
 * @param whole everything in both databases, which owners are read from
 */
export function changesOf(deltas: readonly Delta[], sides: Sides, whole: Sides): Traced[] {
  const added = deltas.flatMap((delta) => (delta.verb === 'add' ? [delta.fact] : []));
  const removed = deltas.flatMap((delta) => (delta.verb === 'remove' ? [delta.fact] : []));
  const isOfKept = ({ parent }: Fact): boolean => parent !== undefined && sides.expected.has(parent);
  return [
    ...grouped(added, sides.actual, isOfKept).flatMap((group) => onOneSide(group, 'unmanaged', sides)),
    ...grouped(removed, sides.expected).flatMap((group) => onOneSide(group, 'missing', sides)),
    ...deltas.flatMap((delta) => (delta.verb === 'set' ? altered(delta, sides) : [])),
    ...owners(whole, sides),
  ];
}

/** The order of a report: by object, then by kind of change and facet. */
export const inOrder = (a: Traced, b: Traced): number =>
  byText(formatObjectId(a.change.object), formatObjectId(b.change.object)) ||
  byText(a.change.kind, b.change.kind) ||
  byText(a.change.facet ?? '', b.change.facet ?? '');

interface Draft extends ObjectFacet {
  kind: StructureChange['kind'];
  expected?: string | undefined;
  actual?: string | undefined;
  parts?: string[];
}

/** @param subject the fact whose definition decides the severity */
function traced(
  { kind, object, facet, expected, actual, parts = [] }: Draft,
  subject: Fact,
  facts: Fact[],
): Traced {
  const change = {
    kind,
    object,
    ...(facet !== undefined && { facet }),
    ...(expected !== undefined && { expected }),
    ...(actual !== undefined && { actual }),
    parts,
  };
  return { change: { ...change, severity: severityOf(change, subject) }, facts };
}

function onOneSide(group: Group, kind: 'unmanaged' | 'missing', { expected, actual }: Sides): Traced[] {
  const { head, rest } = group;
  const facts = kind === 'unmanaged' ? actual : expected;
  const about = objectFacetOf(head.id, facts);
  const all = [head, ...rest];
  // A grant, a comment, a default … is a facet of what it belongs to.
  if (about.facet === undefined) {
    const parts = [...linesOf(head, facts), ...partsOf(group, facts)];
    return [traced({ kind, ...about, parts }, head, all)];
  }
  const words = oneLine(essenceOf(head, facts)) || 'there';
  const none = isGrant(head.id) ? 'none' : undefined;
  if (words === none) return [];
  const [before, after] = kind === 'unmanaged' ? [none, words] : [words, none];
  const parts = partsOf(group, facts);
  return [traced({ kind: 'altered', ...about, expected: before, actual: after, parts }, head, all)];
}

const isGrant = ({ kind }: StableId): boolean => kind === 'acl' || kind === 'defaultPrivilege';

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What a report says about the object itself. */
function linesOf(fact: Fact, facts: FactBase): string[] {
  const values = fact.payload.values;
  if (fact.id.kind === 'type' && Array.isArray(values)) return values.map((value) => `value ${value}`);
  const line = oneLine(essenceOf(fact, facts));
  return line === '' ? [] : [line];
}

/** The rest of a group as lines: `column total numeric not null`, `grants to anon SELECT`. */
function partsOf({ head, rest }: Group, facts: FactBase): string[] {
  const isOwn = ({ parent }: Fact): boolean => parent !== undefined && encodeId(parent) === encodeId(head.id);
  const shown = head.id.kind === 'schema' ? rest.filter((fact) => isOwn(fact) && !isGrant(fact.id)) : rest;
  return shown
    .filter((fact) => fact.id.kind !== 'default' && !isOwnersDefault(fact))
    .map((fact) => {
      const { object, facet } = objectFacetOf(fact.id, facts);
      const name = `${kindInWords(object.kind)} ${object.name}`;
      const of = 'target' in fact.id && !isOwn(fact) ? ` of ${name}` : '';
      return oneLine(`${facet ?? name}${of} ${essenceOf(fact, facts)}`);
    })
    .sort(byText);
}

/** Whether these are the privileges that an owner has without a grant. */
function isOwnersDefault({ id, payload }: Fact): boolean {
  const { _ownerDefault: given, privileges, grantable } = payload;
  return id.kind === 'acl' && String(given) === String(privileges) && String(grantable) === '';
}

function altered(delta: SetDelta, sides: Sides): Traced[] {
  const { id, attr } = delta;
  const fact = sides.actual.get(id);
  const before = sides.expected.get(id);
  if (fact === undefined || before === undefined) return [];
  const about = objectFacetOf(id, sides.actual);
  const change = (facet: string, expected: string | undefined, actual: string | undefined): Traced => {
    const ends = lineEndsOf(expected, actual);
    const draft = ends ? { facet: `line ends of the ${facet}`, ...ends } : { facet, expected, actual };
    return traced({ kind: 'altered', object: about.object, ...draft }, fact, [fact]);
  };
  if (isGrant(id)) {
    return attr === 'privileges' || delta.attr === firstDifference(before, fact)
      ? [change(about.facet ?? 'grants', grantWords(before), grantWords(fact))]
      : [];
  }
  if (attr === 'def' && (id.kind === 'function' || id.kind === 'procedure')) {
    return functionChanges(String(delta.from), String(delta.to), before, fact).map(([facet, from, to]) =>
      change(facet, from, to),
    );
  }
  if (attr === 'values') return valueChanges(delta, fact, sides);
  if (attr === 'type' && id.kind === 'constraint') return [];
  const facet = about.facet ?? facetOf(id.kind, attr);
  return [change(facet, wordsOf(id.kind, attr, delta.from), wordsOf(id.kind, attr, delta.to))];
}

/** Privileges and grant options make one change, so only the first that differs counts. */
const firstDifference = (a: Fact, b: Fact): string | undefined =>
  ['privileges', 'grantable'].find((name) => String(a.payload[name]) !== String(b.payload[name]));

/** The facets in which two definitions differ. Arguments, result and language are attributes with deltas of their own. */
function functionChanges(
  from: string,
  to: string,
  before: Fact,
  after: Fact,
): [string, string | undefined, string | undefined][] {
  const [a, b] = [facetsOfFunction(from), facetsOfFunction(to)];
  const differing = [...b.keys()].filter((facet) => a.get(facet) !== b.get(facet));
  if (differing.length > 0) {
    return differing.map((facet) => [facet, a.get(facet) || undefined, b.get(facet) || undefined]);
  }
  const hasOwnDelta = ['argSignature', 'returnType', 'language', 'isWindow'].some(
    (name) => before.payload[name] !== after.payload[name],
  );
  return hasOwnDelta ? [] : [['definition', from, to]];
}

/** Enum values that only one side has, and the order of the others where it differs. */
function valueChanges({ id, from, to }: SetDelta, fact: Fact, sides: Sides): Traced[] {
  const { object } = objectFacetOf(id, sides.actual);
  if (!Array.isArray(from) || !Array.isArray(to) || object.kind !== 'enum') return [];
  const [before, after] = [from.map(String), to.map(String)];
  const value = (name: string, kind: 'unmanaged' | 'missing'): Traced =>
    traced({ kind, object: { kind: 'enum-value', schema: object.schema, enum: object.name, name } }, fact, [
      fact,
    ]);
  const common = (list: string[], other: string[]): string =>
    list.filter((name) => other.includes(name)).join(', ');
  const [order, orderNow] = [common(before, after), common(after, before)];
  return [
    ...after.filter((name) => !before.includes(name)).map((name) => value(name, 'unmanaged')),
    ...before.filter((name) => !after.includes(name)).map((name) => value(name, 'missing')),
    ...(order === orderNow
      ? []
      : [
          traced(
            { kind: 'altered', object, facet: 'order of values', expected: order, actual: orderNow },
            fact,
            [fact],
          ),
        ]),
  ];
}

/** Owners are edges to a role. The filtered sides have no edges to the platform's roles, so the whole ones are asked. */
function owners({ expected, actual }: Sides, views: Sides): Traced[] {
  return views.actual.facts().flatMap((fact) => {
    if (!views.expected.has(fact.id) || views.actual.isReferenceOnly(fact.id)) return [];
    const [before, after] = [ownerOf(fact.id, expected), ownerOf(fact.id, actual)];
    if (before === after) return [];
    const { object } = objectFacetOf(fact.id, actual);
    return [
      traced({ kind: 'altered', object, facet: 'owner', expected: before, actual: after }, fact, [fact]),
    ];
  });
}

const ownerOf = (id: StableId, facts: FactBase): string | undefined => {
  const owner = facts.outgoingEdges(id).find(({ kind }) => kind === 'owner')?.to;
  return owner !== undefined && 'name' in owner ? owner.name : undefined;
};
