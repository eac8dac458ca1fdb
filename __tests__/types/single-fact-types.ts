// Single-fact mutations of enums and composite types.

import type { ObjectId } from '../../src/findings/object-id.ts';
import { type Generation, type Mutation, NEW_KEY, NEW_NAME, type Surroundings } from './single-fact-deeds.ts';
import {
  addMember,
  alternativesOf,
  cut,
  literalIn,
  type Property,
  propertiesOf,
  rename,
  replace,
  toggleOptional,
} from './single-fact-nodes.ts';
import { retypes } from './single-fact-retypes.ts';

export function typeMutations({ schema, sections, generation }: Surroundings): Mutation[] {
  const [enums, composites] = [sections.get('Enums'), sections.get('CompositeTypes')];
  const addedEnum: ObjectId = { kind: 'enum', schema, name: NEW_NAME };
  const addedType: ObjectId = { kind: 'composite-type', schema, name: NEW_NAME };
  return [
    ...propertiesOf(enums?.type).flatMap((one) => enumMutations(schema, one, addedEnum)),
    ...propertiesOf(composites?.type).flatMap((one) =>
      compositeMutations(schema, one, addedType, generation),
    ),
    ...added('enum: add', enums, `${NEW_KEY}: "a" | "b"`, addedEnum),
    ...added('composite type: add', composites, `${NEW_KEY}: { a: string | null }`, addedType),
  ];
}

function added(
  what: 'enum: add' | 'composite type: add',
  section: Property | undefined,
  member: string,
  object: ObjectId,
): Mutation[] {
  return section ? [{ what, objects: [object], edits: [addMember(section.type, member)] }] : [];
}

function enumMutations(schema: string, one: Property, renamed: ObjectId): Mutation[] {
  const object: ObjectId = { kind: 'enum', schema, name: one.name };
  const label = (name: string): ObjectId => ({ kind: 'enum-value', schema, enum: one.name, name });
  const labels = alternativesOf(one.type).flatMap((type) => literalIn(type) ?? []);
  const rewritten = (names: readonly string[]) => [
    replace(one.type, names.map((name) => JSON.stringify(name)).join(' | ') || 'never'),
  ];
  return [
    { what: 'enum: drop', objects: [object], edits: [cut(one)] },
    { what: 'enum: rename', objects: [object, renamed], edits: [rename(one, NEW_NAME)] },
    {
      what: 'label of an enum: add',
      objects: [label(NEW_NAME)],
      edits: rewritten([...labels, NEW_NAME]),
    },
    ...labels.flatMap((name): Mutation[] => [
      {
        what: 'label of an enum: drop',
        objects: [label(name)],
        edits: rewritten(labels.filter((other) => other !== name)),
      },
      {
        what: 'label of an enum: rename',
        objects: [label(name), label(NEW_NAME)],
        edits: rewritten(labels.map((other) => (other === name ? NEW_NAME : other))),
      },
    ]),
  ];
}

function compositeMutations(
  schema: string,
  one: Property,
  renamed: ObjectId,
  generation: Generation,
): Mutation[] {
  const objects: ObjectId[] = [{ kind: 'composite-type', schema, name: one.name }];
  return [
    { what: 'composite type: drop', objects, edits: [cut(one)] },
    { what: 'composite type: rename', objects: [...objects, renamed], edits: [rename(one, NEW_NAME)] },
    { what: 'attribute: add', objects, edits: [addMember(one.type, `${NEW_KEY}: string`)] },
    ...propertiesOf(one.type).flatMap((attribute): Mutation[] => [
      { what: 'attribute: drop', objects, edits: [cut(attribute)] },
      { what: 'attribute: rename', objects, edits: [rename(attribute, NEW_NAME)] },
      { what: 'attribute: toggle optional', objects, edits: [toggleOptional(attribute)] },
      ...retypes(attribute.type, generation).map(
        ({ deed, edit, entry }): Mutation => ({
          what: `attribute: ${deed}`,
          objects,
          entry,
          edits: [edit],
        }),
      ),
    ]),
  ];
}
