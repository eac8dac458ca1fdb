// Single-fact mutations of columns: in all shapes of the relation, as the schema would change, and in one shape alone,
// as a default, an identity or a file that was edited by hand would.

import type { ObjectId } from '../../src/findings/object-id.ts';
import {
  type Entry,
  entryIn,
  type Mutation,
  NEW_KEY,
  NEW_NAME,
  type Surroundings,
  type What,
} from './single-fact-deeds.ts';
import {
  addMember,
  alternativesOf,
  cut,
  type Edit,
  type Property,
  propertiesOf,
  propertyOf,
  rename,
  replace,
  toggleOptional,
  withoutNull,
} from './single-fact-nodes.ts';
import { type Retype, retypes } from './single-fact-retypes.ts';

type Kind = 'table' | 'view';

/** A column in one shape. */
interface Place {
  shape: string;
  column: Property;
}

export function columnMutations(at: Surroundings, kind: Kind, relation: Property): Mutation[] {
  const shapes = ['Row', 'Insert', 'Update'].flatMap((name) => propertyOf(relation.type, name) ?? []);
  const names = new Set(shapes.flatMap(({ type }) => propertiesOf(type).map(({ name }) => name)));
  const object = (name: string): ObjectId => ({
    kind: 'column',
    schema: at.schema,
    relation: relation.name,
    name,
  });
  const add = shapes.map((shape) => addMember(shape.type, `${NEW_KEY}?: string`));
  return [
    { what: `column of a ${kind}: add`, objects: [object(NEW_NAME)], edits: add },
    ...add.map(
      (edit): Mutation => ({
        what: `column of a ${kind}: add to one shape`,
        objects: [object(NEW_NAME)],
        edits: [edit],
      }),
    ),
    ...(kind === 'view' ? readOnly(at, shapes, object) : []),
    ...[...names].flatMap((name) => {
      const places = shapes.flatMap((shape): Place[] => {
        const column = propertyOf(shape.type, name);
        return column ? [{ shape: shape.name, column }] : [];
      });
      const computed = isComputedField(at, kind, relation, places)
        ? entryIn(at.generation, 'A3.8')
        : undefined;
      return [
        ...wholeColumn(kind, object, name, { places, computed }),
        ...typesEverywhere(at, kind, object(name), places),
        // In its only shape is everywhere.
        ...(places.length > 1 ? inOneShape(at, kind, object, { name, places }) : []),
        ...places.flatMap((place) => demands(at, kind, object(name), place)),
      ];
    }),
  ];
}

/** A view that can't be written any more has no Insert and Update: each of its columns is wanted differently. */
function readOnly(
  { generation }: Surroundings,
  shapes: readonly Property[],
  object: (name: string) => ObjectId,
): Mutation[] {
  const written = shapes.filter(({ name }) => name !== 'Row');
  const objects = written.flatMap(({ type }) => propertiesOf(type).map(({ name }) => object(name)));
  if (objects.length === 0) return [];
  const entry = entryIn(generation, 'A3.12');
  return [{ what: 'view: make read-only', objects, entry, edits: written.map(cut) }];
}

/** Where generators differ in whether a field of Row that a function computes is written at all (A3.8). */
function isComputedField(
  { sections }: Surroundings,
  kind: Kind,
  relation: Property,
  places: readonly Place[],
): boolean {
  const [only, ...others] = places;
  if (only?.shape !== 'Row' || others.length > 0) return false;
  const fn = propertyOf(sections.get('Functions')?.type, only.column.name);
  const row = `["${kind === 'table' ? 'Tables' : 'Views'}"]["${relation.name}"]["Row"]`;
  return (fn ? alternativesOf(fn.type) : []).some((overload) => {
    const [argument, ...more] = propertiesOf(propertyOf(overload, 'Args')?.type);
    const type = argument?.type.getText().replaceAll("'", '"').replaceAll(/\s/g, '') ?? '';
    return more.length === 0 && type.includes(row.replaceAll(/\s/g, ''));
  });
}

function wholeColumn(
  kind: Kind,
  object: (name: string) => ObjectId,
  name: string,
  { places, computed }: { places: readonly Place[]; computed: Entry | undefined },
): Mutation[] {
  const objects = [object(name)];
  return [
    {
      what: `column of a ${kind}: drop`,
      objects,
      entry: computed,
      edits: places.map(({ column }) => cut(column)),
    },
    {
      what: `column of a ${kind}: rename`,
      objects: [...objects, object(NEW_NAME)],
      entry: computed,
      besides: [object(NEW_NAME)],
      edits: places.map(({ column }) => rename(column, NEW_NAME)),
    },
  ];
}

/** The retypes of a column in one shape. Whether a column of a view may be null is a guess of its generator (A3.11). */
function retypesIn({ generation }: Surroundings, kind: Kind, { shape, column }: Place): Retype[] {
  const isGuess = kind === 'view' && shape === 'Row';
  return retypes(column.type, generation).map((one) =>
    isGuess && one.deed === 'toggle null' ? { ...one, entry: entryIn(generation, 'A3.11') } : one,
  );
}

function typesEverywhere(
  at: Surroundings,
  kind: Kind,
  object: ObjectId,
  places: readonly Place[],
): Mutation[] {
  const all = places.flatMap((place) => retypesIn(at, kind, place));
  return (['retype', 'toggle list', 'make unknown', 'toggle null'] as const).flatMap((deed): Mutation[] => {
    const same = all.filter((one) => one.deed === deed);
    const isSure = same.some(({ entry }) => entry === undefined);
    return same.length === 0
      ? []
      : [
          {
            what: `column of a ${kind}: ${deed}`,
            objects: [object],
            entry: same.find(({ entry }) => entry)?.entry,
            besides: isSure ? [object] : [],
            edits: same.map(({ edit }) => edit),
          },
        ];
  });
}

function inOneShape(
  at: Surroundings,
  kind: Kind,
  object: (name: string) => ObjectId,
  { name, places }: { name: string; places: readonly Place[] },
): Mutation[] {
  const objects = [object(name)];
  return places.flatMap((place): Mutation[] => [
    { what: `column of a ${kind}: drop from one shape`, objects, edits: [cut(place.column)] },
    {
      what: `column of a ${kind}: rename in one shape`,
      objects: [...objects, object(NEW_NAME)],
      edits: [rename(place.column, NEW_NAME)],
    },
    ...retypesIn(at, kind, place).map(({ deed, edit, entry }) =>
      mutation(`column of a ${kind}: ${deed} in one shape`, objects, edit, entry),
    ),
  ]);
}

/** Whether a shape wants the column, may have it, or must not (`never`). */
function demands(
  { generation }: Surroundings,
  kind: Kind,
  object: ObjectId,
  { shape, column }: Place,
): Mutation[] {
  const isNever = withoutNull(column.type) === 'never';
  const isOptional = column.node.questionToken !== undefined;
  // Only newer generators wrote `never` for what the database computes, and only in optional members (A3.10).
  const entry = isOptional ? entryIn(generation, 'A3.10') : undefined;
  const never = replace(column.type, isNever ? 'number' : 'never');
  return [
    mutation(`column of a ${kind}: toggle optional in one shape`, [object], toggleOptional(column)),
    ...(shape === 'Row'
      ? []
      : [mutation(`column of a ${kind}: toggle never in one shape`, [object], never, entry)]),
  ];
}

const mutation = (what: What, objects: readonly ObjectId[], edit: Edit, entry?: Entry): Mutation => ({
  what,
  objects,
  entry,
  edits: [edit],
});
