// What a finding is about. Identity is a union with one codec, never a bare string.

export type ObjectId =
  | {
      kind:
        | 'table'
        | 'view'
        | 'materialized-view'
        | 'foreign-table'
        | 'enum'
        | 'composite-type'
        | 'range-type'
        | 'sequence'
        | 'domain'
        | 'index'
        | 'collation';
      schema: string;
      name: string;
    }
  | {
      kind: 'column' | 'constraint' | 'trigger' | 'policy' | 'rule' | 'relationship';
      schema: string;
      relation: string;
      name: string;
    }
  | { kind: 'enum-value'; schema: string; enum: string; name: string }
  | { kind: 'function'; schema: string; name: string; args: readonly string[] }
  | { kind: GlobalKind; name: string };

/** Kinds whose objects have no schema; a migration's name is its version. */
export type GlobalKind =
  | 'schema'
  | 'extension'
  | 'role'
  | 'publication'
  | 'subscription'
  | 'event-trigger'
  | 'foreign-data-wrapper'
  | 'foreign-server'
  | 'cron-job'
  | 'default-privileges'
  | 'migration'
  | 'file';

/** The characters that a name may hold without quotes in an object's text; others would make it ambiguous. */
const PLAIN_NAME = /^[\p{L}\p{N}_$ -]+$/u;

const quoted = (name: string): string => (PLAIN_NAME.test(name) ? name : `"${name.replaceAll('"', '""')}"`);

/** Writes an object as text, as SQL would: `public.orders.total`, `public."a.b"`, `public.area(integer)`. */
export function formatObjectId(id: ObjectId): string {
  switch (id.kind) {
    case 'schema':
    case 'extension':
    case 'role':
    case 'publication':
    case 'subscription':
    case 'event-trigger':
    case 'foreign-data-wrapper':
    case 'foreign-server':
    case 'cron-job':
    case 'default-privileges':
      return quoted(id.name);
    case 'migration':
    case 'file':
      return id.name;
    case 'column':
    case 'constraint':
    case 'trigger':
    case 'policy':
    case 'rule':
    case 'relationship':
      return [id.schema, id.relation, id.name].map(quoted).join('.');
    case 'enum-value':
      return [id.schema, id.enum, id.name].map(quoted).join('.');
    case 'function':
      return `${quoted(id.schema)}.${quoted(id.name)}(${id.args.join(', ')})`;
    default:
      return [id.schema, id.name].map(quoted).join('.');
  }
}

/** The schema that an object's text begins with: `public` of `public.orders.total`, `a.b` of `"a.b".c`. */
export function schemaOfText(text: string): string {
  const inQuotes = /^"((?:[^"]|"")*)"/.exec(text)?.[1];
  return inQuotes === undefined ? (text.split('.')[0] ?? text) : inQuotes.replaceAll('""', '"');
}

/** The object that another one is a part of: a column's relation, an enum value's enum. */
export function ownerOf(id: ObjectId): ObjectId | undefined {
  switch (id.kind) {
    case 'column':
    case 'constraint':
    case 'trigger':
    case 'policy':
    case 'rule':
    case 'relationship':
      return { kind: 'table', schema: id.schema, name: id.relation };
    case 'enum-value':
      return { kind: 'enum', schema: id.schema, name: id.enum };
    default:
      return undefined;
  }
}

/** The object that a report groups a finding under, as text: the owner of a part, a function without arguments, else itself. */
export function owningObject(id: ObjectId): string {
  if (id.kind === 'function') return [id.schema, id.name].map(quoted).join('.');
  return formatObjectId(ownerOf(id) ?? id);
}
