// Cuts GitHub's own description of its API to the endpoints that we use, for the server that tests talk to:
// `npm pack @octokit/openapi@23.0.2 && tar xzf octokit-openapi-*.tgz`, then
// `node .ci/run-ts.mjs __tests__/github/openapi/make-openapi.ts package`.
// Words for readers are left out, nothing else: 13 MB become 40 kB.

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const FIXTURE = fileURLToPath(new URL('../fixtures/openapi.json', import.meta.url));

/** The endpoints in use: of a pull request, and of the issue that an audit keeps. */
const ENDPOINTS: Record<string, readonly string[]> = {
  '/repos/{owner}/{repo}/pulls/{pull_number}': ['get'],
  '/repos/{owner}/{repo}/pulls/{pull_number}/files': ['get'],
  '/repos/{owner}/{repo}/issues': ['get', 'post'],
  '/repos/{owner}/{repo}/labels': ['post'],
  '/repos/{owner}/{repo}/issues/{issue_number}': ['get', 'patch'],
  '/repos/{owner}/{repo}/issues/{issue_number}/comments': ['get', 'post'],
  '/repos/{owner}/{repo}/issues/comments/{comment_id}': ['get', 'patch', 'delete'],
};

/** Keys for readers only. Under `properties` the same names are names of properties. */
const WORDS = new Set(['title', 'description', 'example', 'examples', 'externalDocs', 'tags', 'summary']);

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Fields = { [key: string]: Json };

const isFields = (value: Json | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function fieldsAt(value: Json | undefined, ...keys: string[]): Fields {
  let found = value;
  for (const key of keys) found = isFields(found) ? found[key] : undefined;
  if (!isFields(found)) throw new Error(`The description has nothing at ${keys.join(' ')}`);
  return found;
}

/** Without the words for readers. */
function bare(value: Json, areNames = false): Json {
  if (Array.isArray(value)) return value.map((item) => bare(item));
  if (!isFields(value)) return value;
  const kept = Object.entries(value).filter(([key]) => areNames || !(WORDS.has(key) || key.startsWith('x-')));
  return Object.fromEntries(kept.map(([key, part]) => [key, bare(part, key === 'properties' && !areNames)]));
}

/** The operations, bare, without servers and without responses of other kinds than JSON. */
function operationsOf(description: Json): Fields {
  const paths = Object.entries(ENDPOINTS).map(([route, methods]): [string, Json] => {
    const operations = methods.map((method): [string, Json] => {
      const operation = fieldsAt(description, 'paths', route, method);
      const { operationId, parameters = [], requestBody = null, responses = {} } = operation;
      return [method, bare({ operationId: operationId ?? null, parameters, requestBody, responses })];
    });
    return [route, Object.fromEntries(operations)];
  });
  return Object.fromEntries(paths);
}

const referencesIn = (value: Json): string[] =>
  [...JSON.stringify(value).matchAll(/"\$ref":"#\/components\/([^"]+)"/g)].map(([, name = '']) => name);

/** The components that are referred to, and those that they refer to. */
function componentsFor(operations: Json, description: Json): Fields {
  const components: Record<string, Fields> = {};
  const waiting = referencesIn(operations);
  const seen = new Set(waiting);
  for (const reference of waiting) {
    const [kind = '', name = ''] = reference.split('/');
    const component = bare(fieldsAt(description, 'components', kind, name));
    components[kind] = { ...components[kind], [name]: component };
    for (const next of referencesIn(component)) {
      if (!seen.has(next)) {
        seen.add(next);
        waiting.push(next);
      }
    }
  }
  return components;
}

const [folder = '.'] = process.argv.slice(2);
const whole: Json = JSON.parse(readFileSync(path.join(folder, 'generated', 'api.github.com.json'), 'utf8'));
const paths = operationsOf(whole);
const { version = null } = fieldsAt(whole, 'info');
const cut = { openapi: '3.0.3', version, paths, components: componentsFor(paths, whole) };
writeFileSync(FIXTURE, `${JSON.stringify(cut)}\n`);
console.log(`${FIXTURE}: ${JSON.stringify(cut).length} bytes`);
