// What a finding is about. Identity is a union with one codec, never a bare string.

import type { KindIn } from './kinds.ts';

export interface FunctionId {
  kind: 'function';
  schema: string;
  name: string;
  /** The types of the arguments, where a database tells them. */
  args: readonly string[];
  /** The names of the arguments, of one of several overloads that types tell. */
  parameters?: readonly string[] | undefined;
}

export type ObjectId =
  | { kind: Exclude<KindIn<'schema'>, 'function'>; schema: string; name: string }
  | FunctionId
  | { kind: KindIn<'relation'>; schema: string; relation: string; name: string }
  | { kind: KindIn<'enum'>; schema: string; enum: string; name: string }
  | { kind: KindIn<'database'>; name: string };

/** The characters that a name may hold without quotes in an object's text; others would make it ambiguous. */
const PLAIN_NAME = /^[\p{L}\p{N}_$ -]+$/u;

const quoted = (name: string): string => (PLAIN_NAME.test(name) ? name : `"${name.replaceAll('"', '""')}"`);

/**
 * Writes an object as text, as SQL would: `public.orders.total`, `public."a.b"`, `public.area(integer)`. Names of
 * arguments end in a colon, which no type does: `public.area(height:, width:)`.
 */
export function formatObjectId(id: ObjectId): string {
  if (id.kind === 'migration' || id.kind === 'file') return id.name;
  const text = namesOf(id).map(quoted).join('.');
  if (id.kind !== 'function') return text;
  const args = id.parameters?.map((name) => `${quoted(name)}:`) ?? id.args;
  return `${text}(${args.join(', ')})`;
}

function namesOf(id: ObjectId): string[] {
  if (!('schema' in id)) return [id.name];
  if ('relation' in id) return [id.schema, id.relation, id.name];
  return 'enum' in id ? [id.schema, id.enum, id.name] : [id.schema, id.name];
}

/** The schema that an object's text begins with: `public` of `public.orders.total`, `a.b` of `"a.b".c`. */
export function schemaOfText(text: string): string {
  const inQuotes = /^"((?:[^"]|"")*)"/.exec(text)?.[1];
  return inQuotes === undefined ? (text.split('.')[0] ?? text) : inQuotes.replaceAll('""', '"');
}

/** The object that another one is a part of: a column's relation, an enum value's enum. */
export function ownerOf(id: ObjectId): ObjectId | undefined {
  if ('relation' in id) return { kind: 'table', schema: id.schema, name: id.relation };
  return 'enum' in id ? { kind: 'enum', schema: id.schema, name: id.enum } : undefined;
}

/** The object that a report groups a finding under, as text: the owner of a part, a function without arguments, else itself. */
export const owningObject = (id: ObjectId): string =>
  id.kind === 'function' ? namesOf(id).map(quoted).join('.') : formatObjectId(ownerOf(id) ?? id);
