// GitHub's own description of its API (__tests__/github/fixtures/openapi.json), asked whether a request may be sent and
// whether an answer may come back. A request may hold nothing that it does not name.

import { readFileSync } from 'node:fs';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

const FIXTURE = new URL('../github/fixtures/openapi.json', import.meta.url);

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema: object;
}

interface Operation {
  operationId: string;
  parameters: (Parameter | { $ref: string })[];
  requestBody: {
    required?: boolean;
    content: { 'application/json': { schema: { properties: object } } };
  } | null;
  responses: Record<string, { content?: object } | { $ref: string }>;
}

interface Description {
  paths: Record<string, Record<string, Operation>>;
  components: { parameters: Record<string, Parameter>; responses: Record<string, { content?: object }> };
}

/** An operation of the description that a request is for. */
export interface Matched {
  operation: Operation;
  /** As a JSON pointer into the description. */
  pointer: string;
  /** `owner`, `repo`, `issue_number` … as they stand in the path. */
  values: Record<string, string>;
}

const description: Description = JSON.parse(readFileSync(FIXTURE, 'utf8'), withNull);

const ajv = new Ajv.default({ strict: false, allErrors: true, coerceTypes: false });
addFormats.default(ajv);
ajv.addSchema(description, 'github');

/** OpenAPI 3.0 says `nullable` where JSON Schema has a type more; Ajv knows that only beside a type. */
function withNull(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Reflect.get(value, 'nullable') !== true) return value;
  const { nullable: _, ...schema }: { nullable?: boolean } = value;
  return { anyOf: [{ type: 'null' }, schema] };
}

const escaped = (part: string): string =>
  encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

/** The operation that a method and a path ask for; undefined when the description has none. */
export function operationFor(method: string, path: string): Matched | undefined {
  for (const [route, operations] of Object.entries(description.paths)) {
    const operation = operations[method.toLowerCase()];
    const names = [...route.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    const match = new RegExp(`^${route.replace(/\{\w+\}/g, '([^/]+)')}$`).exec(path);
    if (!operation || !match) continue;
    const values = Object.fromEntries(
      names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')]),
    );
    return { operation, pointer: `/paths/${escaped(route)}/${method.toLowerCase()}`, values };
  }
  return undefined;
}

/** Why the description refuses a request; none: it accepts it. */
export function problemsOfRequest(
  { operation, pointer, values }: Matched,
  query: URLSearchParams,
  body: unknown,
): string[] {
  const parameters = operation.parameters.map((parameter) =>
    '$ref' in parameter
      ? (description.components.parameters[parameter.$ref.split('/').at(-1) ?? ''] ?? missing(parameter.$ref))
      : parameter,
  );
  const known = new Set(parameters.filter((each) => each.in === 'query').map(({ name }) => name));
  const unknown = [...query.keys()].filter((name) => !known.has(name));
  const wrong = parameters.flatMap((parameter) => {
    const text = parameter.in === 'query' ? (query.get(parameter.name) ?? undefined) : values[parameter.name];
    if (text === undefined) return parameter.required ? [`${parameter.name} is missing`] : [];
    return errorsOf(ajv.compile(parameter.schema), /^\d+$/.test(text) ? Number(text) : text, parameter.name);
  });
  return [
    ...unknown.map((name) => `the query has ${name}, which is not described`),
    ...wrong,
    ...problemsOfBody(operation, pointer, body),
  ];
}

function problemsOfBody({ requestBody }: Operation, pointer: string, body: unknown): string[] {
  if (requestBody === null) return body === undefined ? [] : ['a body is not described'];
  if (body === undefined) return requestBody.required ? ['the body is missing'] : [];
  const schema = `${pointer}/requestBody/content/${escaped('application/json')}/schema`;
  const known = Object.keys(requestBody.content['application/json'].schema.properties);
  const extra = Object.keys(body ?? {}).filter((name) => !known.includes(name));
  return [
    ...extra.map((name) => `the body has ${name}, which is not described`),
    ...errorsOf(validator(schema), body, 'the body'),
  ];
}

/** Why the description refuses an answer. Errors need not be listed: any request may get 401, or 502. */
export function problemsOfResponse(matched: Matched, status: number, body: unknown): string[] {
  const { operation, pointer } = matched;
  const described = operation.responses[String(status)];
  if (described === undefined) {
    if (status < 400) return [`${operation.operationId} never answers ${status}`];
    return errorsOf(validator('/components/schemas/basic-error'), body, 'the answer');
  }
  const at = '$ref' in described ? described.$ref.slice(1) : `${pointer}/responses/${status}`;
  const content =
    '$ref' in described
      ? description.components.responses[described.$ref.split('/').at(-1) ?? '']?.content
      : described.content;
  if (content === undefined) return body === undefined ? [] : [`${status} has no body`];
  return errorsOf(validator(`${at}/content/${escaped('application/json')}/schema`), body, 'the answer');
}

const validator = (pointer: string): ValidateFunction =>
  ajv.getSchema(`github#${pointer}`) ?? missing(pointer);

function missing(what: string): never {
  throw new Error(`The description has nothing at ${what}`);
}

function errorsOf(validate: ValidateFunction, value: unknown, noun: string): string[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => `${noun}${error.instancePath} ${error.message}`);
}
