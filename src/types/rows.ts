// Rows that a file names, `Database["public"]["Tables"]["users"]["Row"]`, with their columns: other generators write
// the same row out, and only the columns tell that it is the same (A3.24).

import { mapValues } from '../match.ts';
import type { Members, Overload, Relation, SchemaTypes, TypeFact } from './model.ts';

type Schemas = ReadonlyMap<string, SchemaTypes>;

const NAMED_ROW =
  /^Database\[("(?:[^"\\]|\\.)*")\]\["(?:Tables|Views)"\]\[("(?:[^"\\]|\\.)*")\]\["Row"\](?:\[\])?$/;

/** The same schemas; results and computed fields that name a row of the file know its columns. */
export function withRows(schemas: Schemas): Map<string, SchemaTypes> {
  return new Map(
    [...schemas].map(([name, schema]) => [
      name,
      {
        ...schema,
        relations: mapValues(schema.relations, (relation) => withFields(relation, schemas)),
        functions: mapValues(schema.functions, (overloads) =>
          overloads.map((one): Overload => ({ ...one, returns: withRow(one.returns, schemas) })),
        ),
      },
    ]),
  );
}

/** No column is a row: only a computed field can be one, and generators write those into Row alone. */
function withFields(relation: Relation, schemas: Schemas): Relation {
  const { Row } = relation.shapes;
  if (Row === undefined || ![...Row.values()].some(({ type }) => NAMED_ROW.test(type.text))) return relation;
  const row = mapValues(Row, (member) => ({ ...member, type: withRow(member.type, schemas) }));
  return { ...relation, shapes: { ...relation.shapes, Row: row } };
}

function withRow(type: TypeFact, schemas: Schemas): TypeFact {
  const [, schema, relation] = NAMED_ROW.exec(type.text) ?? [];
  if (schema === undefined || relation === undefined) return type;
  const name: unknown = JSON.parse(relation);
  const home = schemas.get(String(JSON.parse(schema)));
  const row = home && rowWithoutFields(String(name), home);
  return row ? { ...type, row } : type;
}

/** The columns of a relation, without the computed fields that some generators also write into Row (A3.8). */
function rowWithoutFields(name: string, { relations, functions }: SchemaTypes): Members | undefined {
  const shapes = relations.get(name)?.shapes;
  if (shapes?.Row === undefined) return undefined;
  const { Row, Insert, Update } = shapes;
  const isField = (column: string): boolean =>
    !Insert?.has(column) && !Update?.has(column) && takesOneRow(functions.get(column), name);
  return new Map([...Row].filter(([column]) => !isField(column)));
}

/** Whether a function takes one argument, a row of the relation, which older generators called `unknown` (A3.7). */
export function takesOneRow(overloads: readonly Overload[] | undefined, relation: string): boolean {
  const row = `[${JSON.stringify(relation)}]["Row"]`;
  return (overloads ?? []).some(({ args }) => {
    const [only, ...others] = args.values();
    return (
      others.length === 0 &&
      only !== undefined &&
      (only.type.text === 'unknown' || only.type.text.endsWith(row))
    );
  });
}

/** Whether a function says, in its `SetofOptions`, that it gives rows of a view of its schema. */
export function givesViewRow(
  overloads: readonly Overload[] | undefined,
  { relations }: SchemaTypes,
): boolean {
  return (overloads ?? []).some((one) => relations.get(rowOf(one))?.kind === 'view');
}

/** The relation whose rows a function gives, as its `SetofOptions` say; empty when they don't. */
export const rowOf = ({ setof = '' }: Overload): string =>
  String(JSON.parse(/(?:^|\W)to: ("(?:[^"\\]|\\.)*")/.exec(setof)?.[1] ?? '""'));
