// Every mutation of a types file that changes one fact, with the objects that a comparison must name for it.
//
// What generators write differently of one and the same schema is no fact, and has no mutation: the order of members,
// `Relationships` or `isOneToOne` that only one file has (A3.3), `SetofOptions` (A3.5), `ComputedFields` (A3.6),
// `NonNullable<Json>` for `Json` (A3.9). A mutation that gives exactly what an older generator writes of the same schema
// carries the number of that entry; single-fact-deeds.ts lists them.

import type { ObjectId } from '../../src/findings/object-id.ts';
import { generationOf, type Mutation, NEW_KEY, NEW_NAME } from './single-fact-deeds.ts';
import { functionMutations } from './single-fact-functions.ts';
import {
  addAfter,
  applied,
  cut,
  databaseIn,
  type Property,
  propertiesOf,
  rename,
} from './single-fact-nodes.ts';
import { relationMutations } from './single-fact-relations.ts';
import { typeMutations } from './single-fact-types.ts';

/** All single-fact mutations of a types file, in its order. */
export function singleFactMutations(text: string): Mutation[] {
  const schemas = databaseIn(text);
  return schemas.flatMap((schema) => {
    const sections = new Map(propertiesOf(schema.type).map((section) => [section.name, section]));
    const at = { generation: generationOf(text), schema: schema.name, sections };
    return [
      ...schemaMutations(schema, schemas),
      ...relationMutations(at, 'table'),
      ...relationMutations(at, 'view'),
      ...typeMutations(at),
      ...functionMutations(at),
    ];
  });
}

export const mutatedText = (text: string, { edits }: Mutation): string => applied(text, edits);

function schemaMutations(schema: Property, all: readonly Property[]): Mutation[] {
  const object: ObjectId = { kind: 'schema', name: schema.name };
  const added: ObjectId = { kind: 'schema', name: NEW_NAME };
  const drop: Mutation = { what: 'schema: drop', objects: [object], edits: [cut(schema)] };
  return [
    // A file without any schema is no types file.
    ...(all.length > 1 ? [drop] : []),
    { what: 'schema: rename', objects: [object, added], edits: [rename(schema, NEW_NAME)] },
    {
      what: 'schema: add',
      objects: [added],
      edits: [addAfter(schema, `${NEW_KEY}: ${schema.type.getText()}`)],
    },
  ];
}
