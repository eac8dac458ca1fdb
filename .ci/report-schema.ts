// The JSON schema of reports, made of the type `Report`: what programs may count on stands once, in src/report/report.ts.

import path from 'node:path';
import { type Node, Project, type Symbol as Property, type Type, ts } from 'ts-morph';

type Schema = Record<string, unknown>;

interface Context {
  /** Where types are asked for. */
  node: Node;
  /** Of interfaces, by name: the type, for two of one name would be one, and its schema. */
  definitions: Map<string, { type: Type; schema: Schema }>;
}

/** The schema as JSON, two spaces deep, a newline at the end. */
export function reportSchema(root: string): string {
  const project = new Project({
    tsConfigFilePath: path.join(root, 'tsconfig.json'),
    skipAddingFilesFromTsConfig: true,
  });
  const report = project
    .addSourceFileAtPath(path.join(root, 'src/report/report.ts'))
    .getInterfaceOrThrow('Report');
  const definitions: Context['definitions'] = new Map();
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Supabase Drift Gate report',
    ...schemaOf(report.getType(), { definitions, node: report }),
    definitions: Object.fromEntries(
      [...definitions].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, { schema }]) => [name, schema]),
    ),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function schemaOf(type: Type, context: Context): Schema {
  if (type.isInterface()) return referenceTo(type, context);
  if (type.isLiteral() && !type.isBoolean())
    return { const: type.isBooleanLiteral() ? type.getText() === 'true' : type.getLiteralValueOrThrow() };
  if (type.isString()) return { type: 'string' };
  if (type.isNumber()) return { type: 'number' };
  if (type.isBoolean()) return { type: 'boolean' };
  if (type.isArray() || type.isReadonlyArray())
    return { type: 'array', items: schemaOf(type.getArrayElementTypeOrThrow(), context) };
  if (type.isUnion()) return unionOf(type.getUnionTypes(), context);
  if (type.isObject() || type.isIntersection()) return objectOf(type, context);
  throw new Error(`There is no schema for ${type.getText()}.`);
}

function referenceTo(type: Type, context: Context): Schema {
  const name = type.getSymbolOrThrow().getName();
  const known = context.definitions.get(name);
  if (known === undefined) {
    const definition: { type: Type; schema: Schema } = { type, schema: {} };
    context.definitions.set(name, definition);
    definition.schema = objectOf(type, context);
  } else if (known.type !== type) throw new Error(`Two interfaces of reports have the name ${name}.`);
  return { $ref: `#/definitions/${name}` };
}

function unionOf(types: readonly Type[], context: Context): Schema {
  const literals = types.filter((one) => one.isLiteral());
  const others = types.filter((one) => !one.isLiteral() && !one.isUndefined());
  const values = literals.map((one) => schemaOf(one, context).const);
  const branches = [
    ...(values.includes(true) && values.includes(false) ? [{ type: 'boolean' }] : []),
    ...(values.some((value) => typeof value !== 'boolean')
      ? [{ enum: values.filter((value) => typeof value !== 'boolean').sort() }]
      : []),
    ...others.map((one) => schemaOf(one, context)),
  ];
  const [only] = branches;
  return only !== undefined && branches.length === 1 ? only : { anyOf: branches };
}

function objectOf(type: Type, context: Context): Schema {
  const index = type.getStringIndexType();
  if (index !== undefined) return { type: 'object', additionalProperties: schemaOf(index, context) };
  const members = type.getProperties();
  return {
    type: 'object',
    properties: Object.fromEntries(members.map((member) => [member.getName(), memberOf(member, context)])),
    required: members.filter((member) => !member.isOptional()).map((member) => member.getName()),
  };
}

function memberOf(member: Property, context: Context): Schema {
  const schema = schemaOf(member.getTypeAtLocation(context.node).getNonNullableType(), context);
  const description = ts
    .displayPartsToString(member.compilerSymbol.getDocumentationComment(undefined))
    .trim();
  if (description === '') return schema;
  // Beside a reference this draft reads nothing.
  return '$ref' in schema ? { description, allOf: [schema] } : { description, ...schema };
}
