// The facts of a schema under other names of its relations and columns: wherever a name stands, in a key, in a
// relationship or in the text of a type.

import { KINDS } from '../../findings/kinds.ts';
import type {
  MemberFact,
  Members,
  Overload,
  Relation,
  Relationship,
  SchemaTypes,
  TypeFact,
} from '../model.ts';
import { SHAPES } from '../model.ts';

/** What a relation of the committed types is called today, and its columns by their committed names. */
export interface NewNames {
  name: string;
  columns: ReadonlyMap<string, string>;
}

/** By the relation's committed name. */
export type SchemaNames = ReadonlyMap<string, NewNames>;

/** The beginning of every type text that refers to a relation. */
export const pathText = (schema: string, kind: Relation['kind'], name: string): string =>
  `Database[${JSON.stringify(schema)}]["${KINDS[kind].section}"][${JSON.stringify(name)}]`;

/**
 * Renames relations and columns of a schema.
 * @param retold writes the text of a type under the new names of all schemas
 */
export function underNewNames(
  schema: SchemaTypes,
  names: SchemaNames,
  retold: (text: string) => string,
): SchemaTypes {
  const type = (fact: TypeFact): TypeFact => ({
    ...fact,
    text: retold(fact.text),
    ...(fact.row && { row: members(fact.row) }),
  });
  const members = (own: Members, columns?: NewNames['columns']): Members =>
    new Map(
      [...own].map(([name, fact]): [string, MemberFact] => [
        columns?.get(name) ?? name,
        { ...fact, type: type(fact.type) },
      ]),
    );
  const overload = ({ args, returns, setof, ...rest }: Overload): Overload => ({
    ...rest,
    args: members(args),
    returns: type(returns),
    ...(setof !== undefined && { setof: setofText(setof, names) }),
  });
  return {
    ...schema,
    relations: new Map(
      [...schema.relations].map(([name, relation]) => [
        names.get(name)?.name ?? name,
        relationOf(relation, name, names, members),
      ]),
    ),
    functions: new Map([...schema.functions].map(([name, overloads]) => [name, overloads.map(overload)])),
    compositeTypes: new Map([...schema.compositeTypes].map(([name, own]) => [name, members(own)])),
  };
}

function relationOf(
  relation: Relation,
  name: string,
  names: SchemaNames,
  members: (own: Members, columns?: NewNames['columns']) => Members,
): Relation {
  const columns = names.get(name)?.columns;
  const shapes = SHAPES.flatMap((shape) => {
    const own = relation.shapes[shape];
    return own === undefined ? [] : [[shape, members(own, columns)] as const];
  });
  const { relationships } = relation;
  return {
    ...relation,
    shapes: Object.fromEntries(shapes),
    ...(relationships && { relationships: relationships.map((one) => relationshipOf(one, columns, names)) }),
  };
}

function relationshipOf(
  relationship: Relationship,
  columns: NewNames['columns'] | undefined,
  names: SchemaNames,
): Relationship {
  const referenced = names.get(relationship.referencedRelation);
  return {
    ...relationship,
    columns: relationship.columns.map((name) => columns?.get(name) ?? name),
    referencedRelation: referenced?.name ?? relationship.referencedRelation,
    referencedColumns: relationship.referencedColumns.map((name) => referenced?.columns.get(name) ?? name),
  };
}

/** `SetofOptions` name the relations that a function takes and gives. */
const setofText = (text: string, names: SchemaNames): string =>
  text.replace(/\b(from|to): ("(?:[^"\\]|\\.)*")/g, (whole, key: string, name: string) => {
    const renamed = [...names].find(([old]) => JSON.stringify(old) === name)?.[1].name;
    return renamed === undefined ? whole : `${key}: ${JSON.stringify(renamed)}`;
  });
