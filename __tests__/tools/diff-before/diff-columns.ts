// The columns of one relation: added, removed, of another type, or wanted differently on Insert and Update.

import type { ObjectId } from '../../../src/findings/object-id.ts';
import { groupBy, matchByKey } from '../../../src/match.ts';
import { changes, type Demand, type EquivalenceEntry, equivalent, merge, type TypesDiff } from './change.ts';
import {
  EXACT_ERA,
  eitherLearnt,
  type Generators,
  hasLearnt,
  isGeneratedColumn,
  sameRowUnder,
  sameTypeUnder,
  sameUnknownRow,
  sameViewColumnUnder,
} from './equivalences.ts';
import type { KnownObjects } from './known-objects.ts';
import type { MemberFact, Relation, SchemaTypes, Shape, TypeFact } from './model.ts';
import { SHAPES, typeText } from './model.ts';
import { givesViewRow, takesOneRow } from './rows.ts';

interface Place {
  schema: string;
  relation: string;
}

interface BothSchemas {
  committed: SchemaTypes;
  generated: SchemaTypes;
  known: KnownObjects;
}

export function diffColumns(
  at: Place,
  committed: Relation,
  generated: Relation,
  schemas: BothSchemas,
): TypesDiff {
  const generators = { committed: schemas.committed.generator, generated: schemas.generated.generator };
  const { shapes, entries } = comparableShapes(
    committed,
    generated,
    generators,
    schemas.known.isLateWritable(at.schema, at.relation),
  );
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
  return merge([
    equivalent({ kind: committed.kind, schema: at.schema, name: at.relation }, [
      ...entries,
      ...(listsFields(committed, generated) ? (['A3.6'] as const) : []),
    ]),
    ...columns.added.map(([name]) => one('column-added', generated, name)),
    ...columns.removed.map(([name]) => one('column-removed', committed, name)),
    ...columns.both.map(([name]) =>
      diffColumn(
        columnId(at, name),
        name,
        { at, committed, generated, schemas, generators: generatorsOf(at, name, schemas) },
        shapes,
      ),
    ),
  ]);
}

/** Whether one side alone lists computed fields: `ComputedFields: never` is no list, and as good as none. */
const listsFields = ({ computedFields: before }: Relation, { computedFields: after }: Relation): boolean =>
  (before === undefined) !== (after === undefined) && (before ?? after ?? []).length > 0;

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

/** Newer generators take views for writable that only triggers make so (A3.12): then only Row is compared. */
function comparableShapes(
  committed: Relation,
  generated: Relation,
  generators: Generators,
  isLate: boolean,
): { shapes: Shape[]; entries: EquivalenceEntry[] } {
  const isReadOnly = ({ kind, shapes }: Relation): boolean =>
    kind === 'view' && !shapes.Insert && !shapes.Update;
  const learnt =
    (isReadOnly(committed) && hasLearnt(generators.committed, generators.generated, EXACT_ERA)) ||
    (isReadOnly(generated) && hasLearnt(generators.generated, generators.committed, EXACT_ERA));
  if (isReadOnly(committed) === isReadOnly(generated) || !learnt || !isLate)
    return { shapes: [...SHAPES], entries: [] };
  return { shapes: ['Row'], entries: ['A3.12'] };
}

/** In each of these, generators began to write more computed fields into Row. */
const FIELD_ERAS = [1, 2, 3] as const;

/**
 * A function of one argument, the relation's row, that generators write into Row or not, by era (A3.8). It counts only
 * while the database has it: a field goes with its function, and a column may take its name.
 */
function isComputedField(
  { relation }: Place,
  name: string,
  { shapes }: Relation,
  { committed, generated }: BothSchemas,
): boolean {
  if (shapes.Insert?.has(name) || shapes.Update?.has(name)) return false;
  const generators = { committed: committed.generator, generated: generated.generator };
  if (!FIELD_ERAS.some((era) => eitherLearnt(generators, era))) return false;
  const overloads = generated.functions.get(name) ?? [];
  const isRow = ({ type }: MemberFact): boolean => type.text.endsWith('["Row"]');
  const named = [...overloads, ...(committed.functions.get(name) ?? [])].some(({ args }) =>
    [...args.values()].some(isRow),
  );
  return named && takesOneRow(overloads, relation);
}

interface BothRelations {
  at: Place;
  committed: Relation;
  generated: Relation;
  generators: Generators;
  schemas: BothSchemas;
}

/** A computed field is of the type of its function. */
const generatorsOf = ({ schema, relation }: Place, name: string, schemas: BothSchemas): Generators => ({
  committed: schemas.committed.generator,
  generated: schemas.generated.generator,
  mayHaveLearnt:
    schemas.known.usesLearntType(schema, relation, name) || schemas.known.usesLearntType(schema, name),
});

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
  { at, committed: before, generated: after, generators, schemas }: BothRelations,
): ComparedMember {
  const committed = before.shapes[shape]?.get(name);
  const generated = after.shapes[shape]?.get(name);
  const demand = { shape, committed: demandOf(committed), generated: demandOf(generated) };
  if (!committed || !generated) return { entries: [], ...(committed !== generated && { demand }) };
  const isComputed = schemas.known.isComputed(at.schema, at.relation, name);
  if (shape !== 'Row' && isComputed && isGeneratedColumn(committed, generated, generators))
    return { entries: ['A3.10'] };
  const same = shape === 'Row' && before.kind === 'view' ? sameViewColumnUnder : sameTypeUnder;
  const entries =
    same(committed.type, generated.type, generators) ??
    (schemas.known.takesRow(at.schema, name)
      ? sameUnknownRow(committed.type, generated.type, generators)
      : undefined) ??
    sameFieldUnder(name, committed.type, generated.type, generators, schemas);
  return {
    entries: entries ?? [],
    ...(entries === undefined && {
      type: { shape, committed: typeText(committed.type), generated: typeText(generated.type) },
    }),
    ...(demand.committed !== demand.generated && { demand }),
  };
}

/** A computed field that is the row of a view, which shows in the view's nulls (A3.11). */
function sameFieldUnder(
  name: string,
  committed: TypeFact,
  generated: TypeFact,
  generators: Generators,
  { generated: schema }: BothSchemas,
): EquivalenceEntry[] | undefined {
  if (!givesViewRow(schema.functions.get(name), schema)) return undefined;
  return sameRowUnder(committed, generated, (a, b) => sameViewColumnUnder(a, b, generators));
}

const demandOf = (member: MemberFact | undefined): Demand =>
  member === undefined ? 'absent' : member.optional ? 'optional' : 'required';
