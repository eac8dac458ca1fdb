// Relations that generators write differently: computed fields, and what can be written.

import type { MemberFact, Pair, Relation, Shape } from '../model.ts';
import { SHAPES } from '../model.ts';
import { givesViewRow, takesOneRow } from '../rows.ts';
import { always, type Entries, ERA, explain, type Schemas, type Skew, since } from './engine.ts';
import { typeSkew } from './types.ts';

export interface RelationAt {
  schemas: Schemas;
  relation: string;
}

/** Whether a view can't be written. */
const READ_ONLY: Skew<boolean, RelationAt>[] = [
  {
    // Newer generators take views for writable that only triggers make so.
    entry: 'A3.12',
    when: since(ERA.exact),
    rewrite: (one, other, { schemas: { known, schema }, relation }) =>
      !one && other && known.isLateWritable(schema, relation) ? other : one,
  },
];

const isReadOnly = ({ kind, shapes }: Relation): boolean =>
  kind === 'view' && !shapes.Insert && !shapes.Update;

/** The shapes of a relation that both generators can have written, and the entries under which others count for nothing. */
export function comparableShapes(
  { committed, generated }: Pair<Relation>,
  at: RelationAt,
): { shapes: readonly Shape[]; entries: NonNullable<Entries> } {
  const sides = { committed: isReadOnly(committed), generated: isReadOnly(generated) };
  const entries = explain(READ_ONLY, sides, at) ?? [];
  return { shapes: entries.length > 0 ? ['Row'] : SHAPES, entries };
}

/** The list of computed fields: `ComputedFields: never` is as good as none. */
const FIELD_LISTS: Skew<Relation['computedFields'], RelationAt>[] = [
  {
    entry: 'A3.6',
    when: always,
    rewrite: (one, other) => (other === undefined && one?.length ? other : one),
  },
];

/** The entries under which one side alone lists computed fields. What the lists hold is compared as functions. */
export const fieldListSkew = (
  { committed, generated }: Pair<Relation>,
  at: RelationAt,
): NonNullable<Entries> =>
  explain(FIELD_LISTS, { committed: committed.computedFields, generated: generated.computedFields }, at) ??
  [];

export interface ColumnAt extends RelationAt {
  name: string;
}

/** The relation that has a column, and the other side, which has it not. */
const FIELDS: Skew<Relation | undefined, ColumnAt>[] = [
  {
    // In each of these eras, generators began to write more computed fields into Row.
    entry: 'A3.8',
    when: (one, other) => [ERA.rows, ERA.sets, ERA.exact].some((era) => since(era)(one, other)),
    rewrite: (one, other, at) => (isComputedField(one ?? other, at) ? other : one),
  },
];

/**
 * A function of one argument, the relation's row. It counts only while the database has it: a field goes with its
 * function, and a column may take its name.
 */
function isComputedField(
  holder: Relation | undefined,
  { schemas: { committed, generated }, relation, name }: ColumnAt,
): boolean {
  if (holder?.shapes.Insert?.has(name) || holder?.shapes.Update?.has(name)) return false;
  const overloads = generated.functions.get(name) ?? [];
  const isRow = ({ type }: MemberFact): boolean => type.text.endsWith('["Row"]');
  const isNamed = [...overloads, ...(committed.functions.get(name) ?? [])].some(({ args }) =>
    [...args.values()].some(isRow),
  );
  return isNamed && takesOneRow(overloads, relation);
}

/** The entries under which only one side has a column. */
export const loneColumnSkew = (holder: Pair<Relation | undefined>, at: ColumnAt): Entries =>
  explain(FIELDS, holder, at);

/** The entries under which a column in one of the shapes is of the same type; undefined when it is not. */
export function columnSkew(
  { committed, generated }: Pair<MemberFact>,
  kind: Relation['kind'],
  shape: Shape,
  { schemas, relation, name }: ColumnAt,
): Entries {
  const { known, schema } = schemas;
  const isOptional = committed.optional && generated.optional;
  return typeSkew(
    { committed: committed.type, generated: generated.type },
    {
      schemas,
      // A computed field is of the type of its function.
      isLearnt: known.usesLearntType(schema, relation, name) || known.usesLearntType(schema, name),
      isRow: known.takesRow(schema, name),
      isComputed: shape !== 'Row' && isOptional && known.isComputed(schema, relation, name),
      allowed: known.allowedValues(schema, relation, name),
      mayBeNarrower: known.mayBeNarrower(schema, relation, name),
      isOfView: shape === 'Row' && kind === 'view',
      isViewRow: givesViewRow(schemas.generated.functions.get(name), schemas.generated),
    },
  );
}
