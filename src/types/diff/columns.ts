// The columns of one relation: added, removed, of another type, or wanted differently on Insert and Update.

import type { ObjectId } from '../../findings/object-id.ts';
import { named } from '../../findings/prose.ts';
import { groupBy, matchByKey } from '../../match.ts';
import { type Demand, type Difference, notices } from '../change.ts';
import type { MemberFact, Pair, Relation, Shape } from '../model.ts';
import { typeText } from '../model.ts';
import {
  type ColumnAt,
  columnSkew,
  comparableShapes,
  fieldListSkew,
  loneColumnSkew,
  type RelationAt,
} from '../skew/relations.ts';
import { narrowed } from '../skew/types.ts';

export function diffColumns(at: RelationAt, sides: Pair<Relation>): Difference[] {
  const { committed, generated } = sides;
  const { schema } = at.schemas;
  const { shapes, entries } = comparableShapes(sides, at);
  const columns = matchByKey(columnsOf(committed, shapes), columnsOf(generated, shapes));
  return [
    ...notices({ kind: committed.kind, schema, name: at.relation }, [
      ...entries,
      ...fieldListSkew(sides, at),
    ]),
    ...columns.added.flatMap((column) => loneColumn('column-added', column, generated, at)),
    ...columns.removed.flatMap((column) => loneColumn('column-removed', column, committed, at)),
    ...columns.both.flatMap(([name]) => diffColumn(name, sides, shapes, at)),
  ];
}

/** Every column of a relation, as its first shape has it: a file that was merged by hand may lack it in the others. */
function columnsOf({ shapes }: Relation, compared: readonly Shape[]): Map<string, MemberFact> {
  const reversed = compared.toReversed();
  return new Map(reversed.flatMap((shape) => [...(shapes[shape] ?? [])]));
}

const columnId = ({ schemas: { schema }, relation }: RelationAt, name: string): ObjectId => ({
  kind: 'column',
  schema,
  relation,
  name,
});

function loneColumn(
  kind: 'column-added' | 'column-removed',
  [name, { type }]: [string, MemberFact],
  holder: Relation,
  at: RelationAt,
): Difference[] {
  const object = columnId(at, name);
  const isAdded = kind === 'column-added';
  const sides = { committed: isAdded ? undefined : holder, generated: isAdded ? holder : undefined };
  const entries = loneColumnSkew(sides, { ...at, name });
  if (entries) return notices(object, entries);
  return [{ kind, object, type: typeText(type), insert: demandOf(holder.shapes.Insert?.get(name)) }];
}

function diffColumn(
  name: string,
  { committed: before, generated: after }: Pair<Relation>,
  shapes: readonly Shape[],
  at: RelationAt,
): Difference[] {
  const object = columnId(at, name);
  const compared = shapes.map((shape) => {
    const [committed, generated] = [before.shapes[shape]?.get(name), after.shapes[shape]?.get(name)];
    const demand = { shape, committed: demandOf(committed), generated: demandOf(generated) };
    if (!committed || !generated) return { demand, entries: [] };
    const entries = columnSkew({ committed, generated }, before.kind, shape, { ...at, name });
    const type = { shape, committed: typeText(committed.type), generated: typeText(generated.type) };
    return entries ? { demand, entries } : { demand, entries: [], type };
  });
  const types = differing(compared.flatMap(({ type }) => type ?? []));
  const demands = differing(compared.map(({ demand }) => demand));
  return [
    ...notices(
      object,
      compared.flatMap(({ entries }) => entries),
    ),
    ...types.map(
      (sides) =>
        ({
          kind: 'column-type-changed',
          object,
          ...sides,
          ...narrowingHint(sides, { ...at, name }),
        }) as const,
    ),
    ...demands.map((sides) => ({ kind: 'column-optionality-changed', object, ...sides }) as const),
  ];
}

/** A column that somebody narrowed by hand, and whose CHECK constraint has changed since (A6.1). */
function narrowingHint(
  { committed, generated }: Pair<string>,
  { schemas: { known, schema }, relation, name }: ColumnAt,
): { hint?: string } {
  const allowed = /^["\d-]/.test(committed) && known.allowedValues(schema, relation, name);
  const wanted = allowed && narrowed(generated.replace(/ \| null$/, ''), allowed);
  return wanted
    ? { hint: `a CHECK constraint allows ${named(wanted)}: write that to keep the type narrow` }
    : {};
}

/** Shapes that differ in the same way, told once. */
function differing<Side extends string>(
  all: readonly (Pair<Side> & { shape: Shape })[],
): (Pair<Side> & { shapes: Shape[] })[] {
  const unequal = all.filter(({ committed, generated }) => committed !== generated);
  const groups = groupBy(unequal, ({ committed, generated }) => JSON.stringify([committed, generated]));
  return [...groups.values()].flatMap((group) =>
    group
      .slice(0, 1)
      .map(({ committed, generated }) => ({ shapes: group.map(({ shape }) => shape), committed, generated })),
  );
}

const demandOf = (member: MemberFact | undefined): Demand =>
  member === undefined ? 'absent' : member.optional ? 'optional' : 'required';
