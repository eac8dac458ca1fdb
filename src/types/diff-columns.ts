// The columns of one relation: added, removed, of another type, or wanted differently on Insert and Update.

import type { ObjectId } from '../findings/object-id.ts';
import { groupBy, matchByKey } from '../match.ts';
import { changes, type Demand, type EquivalenceEntry, equivalent, merge, type TypesDiff } from './change.ts';
import { type Current, isGeneratedColumn, sameTypeUnder, sameViewColumnUnder } from './equivalences.ts';
import type { MemberFact, Relation, SchemaTypes, Shape } from './model.ts';
import { SHAPES, typeText } from './model.ts';

interface Place {
  schema: string;
  relation: string;
}

interface BothSchemas {
  committed: SchemaTypes;
  generated: SchemaTypes;
}

export function diffColumns(
  at: Place,
  committed: Relation,
  generated: Relation,
  schemas: BothSchemas,
): TypesDiff {
  const { shapes, entries } = comparableShapes(committed, generated);
  const columns = matchByKey(columnsOf(committed, shapes), columnsOf(generated, shapes));
  const one = (kind: 'column-added' | 'column-removed', side: Relation, name: string): TypesDiff =>
    isComputedField(at, name, side, schemas)
      ? equivalent(columnId(at, name), ['A3.8'])
      : changes([
          {
            kind,
            object: columnId(at, name),
            type: typeText(columnsOf(side, shapes).get(name)?.type ?? { text: 'unknown', nullable: false }),
            insert: demandOf(side.shapes.Insert?.get(name)),
          },
        ]);
  const current = { committed: schemas.committed.isCurrent, generated: schemas.generated.isCurrent };
  return merge([
    equivalent({ kind: committed.kind, schema: at.schema, name: at.relation }, entries),
    ...columns.added.map(([name]) => one('column-added', generated, name)),
    ...columns.removed.map(([name]) => one('column-removed', committed, name)),
    ...columns.both.map(([name]) =>
      diffColumn(columnId(at, name), name, { committed, generated, current }, shapes),
    ),
  ]);
}

/** Every column of a relation, as its first shape has it: a file that was merged by hand may lack it in the others. */
function columnsOf({ shapes }: Relation, compared: readonly Shape[]): Map<string, MemberFact> {
  const reversed = compared.toReversed();
  return new Map(reversed.flatMap((shape) => [...(shapes[shape] ?? [])]));
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
function isComputedField(
  { schema, relation }: Place,
  name: string,
  { shapes }: Relation,
  { generated }: BothSchemas,
): boolean {
  if (shapes.Insert?.has(name) || shapes.Update?.has(name)) return false;
  const row = (kind: string): string =>
    `Database[${JSON.stringify(schema)}]["${kind}"][${JSON.stringify(relation)}]["Row"]`;
  return (generated.functions.get(name) ?? []).some(({ args }) => {
    const [only, ...others] = args.values();
    return others.length === 0 && [row('Tables'), row('Views')].includes(only?.type.text ?? '');
  });
}

interface BothRelations {
  committed: Relation;
  generated: Relation;
  current: Current;
}

function diffColumn(
  object: ObjectId,
  name: string,
  relations: BothRelations,
  shapes: readonly Shape[],
): TypesDiff {
  const compared = shapes.map((shape) => compareMember(shape, name, relations));
  const types = alike(compared.flatMap(({ type }) => type ?? []));
  const demands = alike(compared.flatMap(({ demand }) => demand ?? []));
  return merge([
    equivalent(object, [...new Set(compared.flatMap(({ entries }) => entries))]),
    changes(types.map((sides) => ({ kind: 'column-type-changed', object, ...sides }))),
    changes(demands.map((sides) => ({ kind: 'column-optionality-changed', object, ...sides }))),
  ]);
}

interface Sides<Side> {
  committed: Side;
  generated: Side;
}

/** Shapes that differ in the same way, told once. */
function alike<Side extends string>(
  differences: readonly (Sides<Side> & { shape: Shape })[],
): (Sides<Side> & { shapes: Shape[] })[] {
  const groups = groupBy(differences, ({ committed, generated }) => JSON.stringify([committed, generated]));
  return [...groups.values()].flatMap((group) =>
    group
      .slice(0, 1)
      .map(({ committed, generated }) => ({ shapes: group.map(({ shape }) => shape), committed, generated })),
  );
}

interface ComparedMember {
  type?: Sides<string> & { shape: Shape };
  demand?: Sides<Demand> & { shape: Shape };
  entries: EquivalenceEntry[];
}

function compareMember(
  shape: Shape,
  name: string,
  { committed: before, generated: after, current }: BothRelations,
): ComparedMember {
  const committed = before.shapes[shape]?.get(name);
  const generated = after.shapes[shape]?.get(name);
  const demand = { shape, committed: demandOf(committed), generated: demandOf(generated) };
  if (!committed || !generated) return { entries: [], ...(committed !== generated && { demand }) };
  if (shape !== 'Row' && isGeneratedColumn(committed, generated, current)) return { entries: ['A3.10'] };
  const same = shape === 'Row' && before.kind === 'view' ? sameViewColumnUnder : sameTypeUnder;
  const entries = same(committed.type, generated.type, current);
  return {
    entries: entries ?? [],
    ...(entries === undefined && {
      type: { shape, committed: typeText(committed.type), generated: typeText(generated.type) },
    }),
    ...(demand.committed !== demand.generated && { demand }),
  };
}

const demandOf = (member: MemberFact | undefined): Demand =>
  member === undefined ? 'absent' : member.optional ? 'optional' : 'required';
