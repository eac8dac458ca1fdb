// What single-fact mutations do, and to what: their vocabulary.

import type { ObjectId } from '../../src/findings/object-id.ts';
import type { EquivalenceEntry } from '../../src/types/change.ts';
import type { Edit, Property } from './single-fact-nodes.ts';

const OBJECT = ['drop', 'add', 'rename'] as const;
const RELATION = [...OBJECT, 'move to the other section'] as const;
const TYPE = ['retype', 'toggle list', 'make unknown', 'toggle null'] as const;
const COLUMN = [
  ...OBJECT,
  ...TYPE,
  'drop from one shape',
  'add to one shape',
  'rename in one shape',
  'retype in one shape',
  'toggle list in one shape',
  'make unknown in one shape',
  'toggle null in one shape',
  'toggle never in one shape',
  'toggle optional in one shape',
] as const;

/** Every deed, by the kind of object that it is done to. */
export const DEEDS = {
  schema: OBJECT,
  table: RELATION,
  view: RELATION,
  'column of a table': COLUMN,
  'column of a view': COLUMN,
  relationship: [
    ...OBJECT,
    'repeat',
    'change columns',
    'change referenced relation',
    'change referenced columns',
    'toggle one-to-one',
  ],
  enum: OBJECT,
  'label of an enum': OBJECT,
  'composite type': OBJECT,
  attribute: [...OBJECT, ...TYPE, 'toggle optional'],
  function: OBJECT,
  overload: ['drop', 'add', 'repeat'],
  argument: [...OBJECT, ...TYPE, 'add with default', 'toggle default', 'drop all'],
  result: TYPE,
  'returned column': [...OBJECT, ...TYPE, 'toggle optional'],
} as const;

type Deeds = typeof DEEDS;

/** Done to the type of something. */
export type TypeDeed = (typeof TYPE)[number];

/** `table: drop` and all others. */
export type What = { [Of in keyof Deeds]: `${Of}: ${Deeds[Of][number]}` }[keyof Deeds];

export interface Mutation {
  what: What;
  /** What a comparison must name, and nothing else, whichever side is mutated. */
  objects: readonly ObjectId[];
  /** Another generator writes the mutated form of the same schema: told under this number, and not as an object. */
  entry?: EquivalenceEntry | undefined;
  edits: readonly Edit[];
}

/** What decides how a fact may be mutated, and whether another generator could have written the result. */
export interface Surroundings {
  /** By a generator of September 2026 or later, which leaves older forms to nobody. */
  isCurrent: boolean;
  schema: string;
  /** The sections of the schema, by name. */
  sections: ReadonlyMap<string, Property>;
}

/** The name that mutations give: one that needs its quotes, in TypeScript and in SQL. */
export const NEW_NAME = 'zz "new".name';

/** The same as the name of a member, or as a label. */
export const NEW_KEY = JSON.stringify(NEW_NAME);
