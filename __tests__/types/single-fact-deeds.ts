// What single-fact mutations do, and to what: their vocabulary.

import type { ObjectId } from '../../src/findings/object-id.ts';
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
  view: [...RELATION, 'make read-only'],
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
  /** Another generator writes the mutated form of the same schema: to be told as this entry is as good. */
  entry?: Entry | undefined;
  /** The objects that must be named all the same when it is told as the entry; none when left out. */
  besides?: readonly ObjectId[] | undefined;
  edits: readonly Edit[];
}

/** What decides how a fact may be mutated, and whether another generator could have written the result. */
export interface Surroundings {
  generation: Generation;
  schema: string;
  /** The sections of the schema, by name. */
  sections: ReadonlyMap<string, Property>;
}

/** Generators before September 2026, of that month, and of October 2026 or later. */
export type Generation = 0 | 1 | 2;

/** What only newer generators write tells which one a file is by. */
export function generationOf(text: string): Generation {
  if (/\bComputedFields\b/.test(text)) return 2;
  return text.includes('NonNullable<Json>') ? 1 : 0;
}

/**
 * The entries of equivalences.md that a mutation of one fact can fall under, with the generations whose files may hold
 * the older form: in files of others, the same difference is drift.
 */
const ENTRIES = {
  // `unknown` for an argument that is a row.
  'A3.7': [0],
  // A field of Row that a function computes.
  'A3.8': [0],
  // The type of a column that the database computes, on Insert and Update.
  'A3.10': [0],
  // Null in a column of a view.
  'A3.11': [0, 1],
  // Which views can be written.
  'A3.12': [0],
  // The result of an overload that PostgREST cannot choose.
  'A3.14': [0],
  // `unknown` for string, undefined and records.
  'A3.16': [0],
  // A whole relationship to another schema.
  'A3.17': [0],
} as const satisfies Record<`A3.${number}`, readonly Generation[]>;

export type Entry = keyof typeof ENTRIES;

/** The entry, when the file is of a generation that it speaks of. */
export function entryIn(generation: Generation, entry: Entry): Entry | undefined {
  return ENTRIES[entry].some((one) => one === generation) ? entry : undefined;
}

/** The name that mutations give: one that needs its quotes, in TypeScript and in SQL. */
export const NEW_NAME = 'zz "new".name';

/** The same as the name of a member, or as a label. */
export const NEW_KEY = JSON.stringify(NEW_NAME);
