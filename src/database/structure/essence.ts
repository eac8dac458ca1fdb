// What a fact of pg-delta is, without its name: a line as its definition would say it.

import type { Fact, FactBase, StableId } from '../pg-delta.ts';
import { facetOf, grantWords, identity, isRecord, wordsOf } from './words.ts';

type Essence = (fact: Fact, facts: FactBase) => string;

const nothing: Essence = () => '';
const definition: Essence = ({ payload }) => String(payload.def);
const returned: Essence = ({ payload }) => wordsOf('function', 'returnType', payload.returnType) ?? '';
const published: Essence = ({ payload }) =>
  spoken(['published', wordsOf('', 'columns', payload.columns), wordsOf('', 'where', payload.where)]);

const spoken = (parts: readonly (string | false | undefined)[]): string =>
  parts.filter((part) => typeof part === 'string').join(' ');

const ESSENCES: Readonly<Partial<Record<StableId['kind'], Essence>>> = {
  column: ({ id, payload }, facts) => {
    const expression = facts.childrenOf(id).find((child) => child.id.kind === 'default')?.payload.expr;
    return spoken([
      String(payload.type),
      payload.notNull === true && 'not null',
      expression !== undefined && `default ${expression}`,
      payload.generatedExpr !== null && `generated always as (${payload.generatedExpr})`,
      isRecord(payload.identity) && `generated ${identity(payload.identity)?.split(' (')[0]} as identity`,
    ]);
  },
  policy: ({ payload }) =>
    spoken([
      payload.permissive === false && 'restrictive',
      `for ${wordsOf('policy', 'cmd', payload.cmd)} to ${wordsOf('policy', 'roles', payload.roles)}`,
      payload.usingExpr !== null && `using (${payload.usingExpr})`,
      payload.checkExpr !== null && `with check (${payload.checkExpr})`,
    ]),
  table: ({ payload }) => `row-level security ${wordsOf('table', 'rowSecurity', payload.rowSecurity)}`,
  schema: nothing,
  view: nothing,
  materializedView: nothing,
  function: returned,
  procedure: returned,
  aggregate: ({ payload }) => `by ${payload.sfunc} over ${payload.stype}`,
  constraint: definition,
  index: definition,
  trigger: definition,
  rule: definition,
  default: ({ payload }) => String(payload.expr),
  comment: ({ payload }) => String(payload.text),
  acl: grantWords,
  defaultPrivilege: grantWords,
  membership: ({ payload }) => (payload.admin === true ? 'member with admin option' : 'member'),
  typeAttribute: ({ payload }) => String(payload.type),
  publicationRel: published,
  publicationSchema: published,
  extension: ({ payload }) => `in schema ${payload.schema}`,
  role: ({ payload }) =>
    Object.entries(payload)
      .filter(([, value]) => value === true)
      .map(([name]) => facetOf('role', name))
      .join(', '),
};

/** The line; of kinds that have no words of their own, all that is known. */
export function essence(fact: Fact, facts: FactBase): string {
  const words = ESSENCES[fact.id.kind];
  if (words) return words(fact, facts);
  return Object.entries(fact.payload)
    .filter(([name]) => !name.startsWith('_') && name !== 'variant')
    .flatMap(([name, value]) => {
      const said = wordsOf(fact.id.kind, name, value);
      return said === undefined ? [] : [`${facetOf(fact.id.kind, name)} ${said}`];
    })
    .join(', ');
}
