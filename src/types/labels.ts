// Enums of a schema that the other file does not have: where only one schema was asked for, generators write the
// labels out instead of naming the enum (A3.27).

import { byText, mapValues } from '../match.ts';
import type { DatabaseTypes, MemberFact, Members, Relation, SchemaTypes, TypeFact } from './model.ts';
import { SHAPES } from './model.ts';

const NAMED_ENUM = /Database\[("(?:[^"\\]|\\.)*")\]\["Enums"\]\[("(?:[^"\\]|\\.)*")\](\[\])?/g;

/** The same types, with the labels of enums in schemas that the other file lacks. */
export function withLabels(types: DatabaseTypes, other: DatabaseTypes): DatabaseTypes {
  const hidden = [...types.schemas].filter(([name, { enums }]) => !other.schemas.has(name) && enums.size > 0);
  if (hidden.length === 0) return types;
  const enums = new Map(hidden.map(([name, schema]) => [name, schema.enums]));
  const text = (written: string): string =>
    written.replace(NAMED_ENUM, (whole: string, schema: string, name: string, list = '') => {
      const labels = enums.get(String(JSON.parse(schema)))?.get(String(JSON.parse(name)));
      if (labels === undefined) return whole;
      const union = labels
        .map((label) => JSON.stringify(label))
        .sort(byText)
        .join(' | ');
      return list === '' || labels.length < 2 ? union + list : `(${union})${list}`;
    });
  return { schemas: mapValues(types.schemas, (schema) => rewritten(schema, text)) };
}

type Rewrite = (text: string) => string;

function rewritten(schema: SchemaTypes, text: Rewrite): SchemaTypes {
  const type = (one: TypeFact): TypeFact => ({
    ...one,
    text: text(one.text),
    ...(one.row && { row: members(one.row) }),
  });
  const members = (all: Members): Members =>
    mapValues(all, (member): MemberFact => ({ ...member, type: type(member.type) }));
  const relation = (one: Relation): Relation => {
    const shapes = SHAPES.flatMap((shape) => {
      const columns = one.shapes[shape];
      return columns ? [[shape, members(columns)] as const] : [];
    });
    return { ...one, shapes: Object.fromEntries(shapes) };
  };
  return {
    ...schema,
    relations: mapValues(schema.relations, relation),
    functions: mapValues(schema.functions, (overloads) =>
      overloads.map((one) => ({ ...one, args: members(one.args), returns: type(one.returns) })),
    ),
    compositeTypes: mapValues(schema.compositeTypes, members),
  };
}
