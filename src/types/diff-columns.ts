// The columns of one relation: added, removed, of another type, or wanted differently on Insert and Update.

import type { ObjectId } from '../findings/object-id.ts';
import { groupBy, matchByKey } from '../match.ts';
import { changes, type Demand, type EquivalenceEntry, equivalent, merge, type TypesDiff } from './change.ts';
import { isGeneratedColumn, sameTextUnder, sameTypeUnder } from './equivalences.ts';
import type { MemberFact, Members, Relation, SchemaTypes, Shape } from './model.ts';
import { SHAPES, typeText } from './model.ts';

interface Place {
  schema: string;
  relation: string;
}

interface BothSchemas {
  committed: SchemaTypes;
  generated: SchemaTypes;
}

const NO_MEMBERS: Members = new Map();

export function diffColumns(
  at: Place,
  committed: Relation,
  generated: Relation,
  schemas: BothSchemas,
): TypesDiff {
  const columns = matchByKey(committed.shapes.Row ?? NO_MEMBERS, generated.shapes.Row ?? NO_MEMBERS);
  const writable = comparableShapes(committed, generated);
  const one = (
    kind: 'column-added' | 'column-removed',
    side: Relation,
    name: string,
    fact: MemberFact,
  ): TypesDiff =>
    isComputedField(at, name, schemas)
      ? equivalent(columnId(at, name), ['A3.8'])
      : changes([
          {
            kind,
            object: columnId(at, name),
            type: typeText(fact.type),
            insert: demandOf(side.shapes.Insert?.get(name)),
          },
        ]);
  return merge([
    equivalent({ kind: committed.kind, schema: at.schema, name: at.relation }, writable.entries),
    ...columns.added.map(([name, fact]) => one('column-added', generated, name, fact)),
    ...columns.removed.map(([name, fact]) => one('column-removed', committed, name, fact)),
    ...columns.both.map(([name]) =>
      diffColumn(columnId(at, name), name, committed, generated, writable.shapes),
    ),
  ]);
}

const columnId = ({ schema, relation }: Place, name: string): ObjectId => ({
  kind: 'column',
  schema,
  relation,
  name,
});

/** Generators differ in which views they take for writable (A3.12): then only Row is compared. */
function comparableShapes(
  committed: Relation,
  generated: Relation,
): { shapes: Shape[]; entries: EquivalenceEntry[] } {
  const sameBlocks = SHAPES.every(
    (shape) => Boolean(committed.shapes[shape]) === Boolean(generated.shapes[shape]),
  );
  if (sameBlocks || committed.kind === 'table') return { shapes: [...SHAPES], entries: [] };
  const both = SHAPES.filter((shape) => committed.shapes[shape] && generated.shapes[shape]);
  return { shapes: both, entries: ['A3.12'] };
}

/**
 * A function of one argument, the relation's row, that generators before 2026 also wrote into Row, or did not (A3.8).
 * It counts only while the database has it: a field goes with its function, and a column may take its name.
 */
function isComputedField({ schema, relation }: Place, name: string, { generated }: BothSchemas): boolean {
  const row = (kind: string): string => `Database["${schema}"]["${kind}"]["${relation}"]["Row"]`;
  return (generated.functions.get(name) ?? []).some(({ args }) => {
    const [only, ...others] = args.values();
    return others.length === 0 && [row('Tables'), row('Views'), 'unknown'].includes(only?.type.text ?? '');
  });
}

function diffColumn(
  object: ObjectId,
  name: string,
  committed: Relation,
  generated: Relation,
  shapes: readonly Shape[],
): TypesDiff {
  const compared = shapes.map((shape) =>
    compareMember(shape, committed, committed.shapes[shape]?.get(name), generated.shapes[shape]?.get(name)),
  );
  const types = groupBy(
    compared.flatMap(({ type }) => type ?? []),
    (type) => JSON.stringify([type.committed, type.generated]),
  );
  const demands = groupBy(
    compared.flatMap(({ demand }) => demand ?? []),
    (demand) => JSON.stringify([demand.committed, demand.generated]),
  );
  return merge([
    equivalent(object, [...new Set(compared.flatMap(({ entries }) => entries))]),
    ...[...types.values()].map((group) =>
      changes(
        group.slice(0, 1).map(({ committed, generated }) => ({
          kind: 'column-type-changed',
          object,
          shapes: group.map(({ shape }) => shape),
          committed,
          generated,
        })),
      ),
    ),
    ...[...demands.values()].map((group) =>
      changes(
        group.slice(0, 1).map(({ committed, generated }) => ({
          kind: 'column-optionality-changed',
          object,
          shapes: group.map(({ shape }) => shape),
          committed,
          generated,
        })),
      ),
    ),
  ]);
}

interface ComparedMember {
  type?: { shape: Shape; committed: string; generated: string };
  demand?: { shape: Shape; committed: Demand; generated: Demand };
  entries: EquivalenceEntry[];
}

function compareMember(
  shape: Shape,
  { kind }: Relation,
  committed: MemberFact | undefined,
  generated: MemberFact | undefined,
): ComparedMember {
  const demand = { shape, committed: demandOf(committed), generated: demandOf(generated) };
  if (!committed || !generated) return { entries: [], ...(committed !== generated && { demand }) };
  if (shape !== 'Row' && isGeneratedColumn(committed, generated)) return { entries: ['A3.10'] };
  const entries = sameTypeUnder(committed.type, generated.type) ?? sameViewColumn(kind, committed, generated);
  return {
    entries: entries ?? [],
    ...(entries === undefined && {
      type: { shape, committed: typeText(committed.type), generated: typeText(generated.type) },
    }),
    ...(demand.committed !== demand.generated && { demand }),
  };
}

/** Whether a view's column may be null is a guess of the generator (A3.11). */
function sameViewColumn(
  kind: Relation['kind'],
  committed: MemberFact,
  generated: MemberFact,
): EquivalenceEntry[] | undefined {
  if (kind === 'table') return undefined;
  const entries = sameTextUnder(committed.type.text, generated.type.text);
  return entries && ['A3.11', ...entries];
}

const demandOf = (member: MemberFact | undefined): Demand =>
  member === undefined ? 'absent' : member.optional ? 'optional' : 'required';
