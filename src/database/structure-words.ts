// Facts of pg-delta in words: what the attributes of each kind are called, and how their values read.

import type { Fact, FactBase, Payload } from './pg-delta.ts';

type Value = Payload[string];

/** What people call an attribute, and its values when they are no words themselves. */
interface Attribute {
  facet: string;
  words?: (value: Value) => string | undefined;
}

const named = (facet: string): Attribute => ({ facet });
const either = (facet: string, yes: string, no: string): Attribute => ({
  facet,
  words: (value) => (value === true ? yes : no),
});
const among = (facet: string, words: Record<string, string>): Attribute => ({
  facet,
  words: (value) => words[String(value)] ?? String(value),
});

const FIRING = among('firing', {
  O: 'enabled',
  D: 'disabled',
  R: 'enabled on replicas',
  A: 'always enabled',
});
const DEFINITION = named('definition');
const OPTIONS = named('options');

const ATTRIBUTES: Record<string, Record<string, Attribute>> = {
  table: {
    persistence: among('persistence', { p: 'permanent', u: 'unlogged' }),
    rowSecurity: either('row-level security', 'enabled', 'disabled'),
    forceRowSecurity: either('row-level security of the owner', 'forced', 'not forced'),
    replicaIdentity: among('replica identity', { d: 'default', n: 'nothing', f: 'full', i: 'index' }),
    replicaIdentityIndex: named('index of the replica identity'),
    partitionKey: named('partition key'),
    partitionBound: named('partition bound'),
    parentTable: { facet: 'parent table', words: dotted },
    reloptions: named('storage options'),
  },
  column: {
    notNull: either('nullability', 'not null', 'null'),
    identity: { facet: 'identity', words: identity },
    generatedExpr: named('generated expression'),
  },
  default: { expr: named('default') },
  constraint: { def: DEFINITION, validated: either('validation', 'validated', 'not validated') },
  index: { def: DEFINITION, valid: either('validity', 'valid', 'invalid') },
  view: { def: DEFINITION, reloptions: OPTIONS },
  materializedView: { def: DEFINITION, reloptions: named('storage options') },
  rule: { def: DEFINITION, enabled: FIRING },
  trigger: { def: DEFINITION, enabled: FIRING },
  eventTrigger: {
    enabled: FIRING,
    functionSchema: named('schema of the function'),
    functionName: named('function'),
  },
  policy: {
    cmd: among('command', { '*': 'all', r: 'select', a: 'insert', w: 'update', d: 'delete' }),
    permissive: either('mode', 'permissive', 'restrictive'),
    usingExpr: named('using'),
    checkExpr: named('check'),
  },
  function: {
    argSignature: named('arguments'),
    returnType: named('return type'),
    isWindow: either('kind', 'window function', 'function'),
  },
  procedure: { argSignature: named('arguments') },
  sequence: {
    dataType: named('type'),
    minValue: named('minimum'),
    maxValue: named('maximum'),
    cycle: either('at its end', 'starts again', 'fails'),
    ownedBy: { facet: 'owning column', words: dotted },
  },
  domain: { baseType: named('type'), notNull: either('nullability', 'not null', 'null') },
  publication: {
    allTables: either('tables', 'all', 'named ones'),
    viaRoot: either('changes of partitions', 'as of their root', 'as their own'),
    publish: named('operations'),
  },
  role: {
    superuser: either('superuser', 'yes', 'no'),
    inherit: either('inherits rights', 'yes', 'no'),
    createRole: either('may create roles', 'yes', 'no'),
    createDb: either('may create databases', 'yes', 'no'),
    login: either('may log in', 'yes', 'no'),
    replication: either('may replicate', 'yes', 'no'),
    bypassRls: either('bypasses row-level security', 'yes', 'no'),
    config: named('settings'),
  },
  membership: { admin: either('', 'member with admin option', 'member') },
  server: { fdw: named('wrapper') },
  extensionIntent: { active: either('state', 'active', 'paused'), username: named('user') },
};

/** What an attribute is called. */
export const facetOf = (kind: string, attribute: string): string =>
  ATTRIBUTES[kind]?.[attribute]?.facet ?? attribute.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** How a value reads; undefined when there is none. */
export function wordsOf(kind: string, attribute: string, value: Value): string | undefined {
  const words = ATTRIBUTES[kind]?.[attribute]?.words;
  if (value === undefined || value === null) return undefined;
  if (words) return words(value);
  if (Array.isArray(value)) return value.length > 0 ? value.map(String).join(', ') : undefined;
  if (typeof value === 'object') return JSON.stringify(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}

const isRecord = (value: Value): value is Payload =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function dotted(value: Value): string | undefined {
  return isRecord(value) ? Object.values(value).map(String).join('.') : undefined;
}

function identity(value: Value): string | undefined {
  if (!isRecord(value)) return undefined;
  const options = isRecord(value.options) ? Object.entries(value.options) : [];
  const list = options.map(([name, option]) => `${name} ${option}`).join(', ');
  return `${value.generation === 'a' ? 'always' : 'by default'} (${[dotted(value.sequence), list].filter(Boolean).join('; ')})`;
}

/** The privileges of a grant, `SELECT, UPDATE with grant option`. */
export function grantWords(fact: Fact | undefined): string {
  const list = (attribute: string): string[] => {
    const value = fact?.payload[attribute];
    return Array.isArray(value) ? value.map(String) : [];
  };
  const grantable = new Set(list('grantable'));
  const words = list('privileges').map((name) => (grantable.has(name) ? `${name} with grant option` : name));
  return words.length > 0 ? words.join(', ') : 'none';
}

/** What a fact is, without its name: a line that a definition would say. */
export function essence(fact: Fact, facts: FactBase): string {
  const { payload } = fact;
  switch (fact.id.kind) {
    case 'column': {
      const expression = facts.childrenOf(fact.id).find(({ id }) => id.kind === 'default')?.payload.expr;
      const parts = [
        payload.type,
        payload.notNull === true && 'not null',
        expression !== undefined && `default ${expression}`,
        payload.generatedExpr !== null && `generated always as (${payload.generatedExpr})`,
        isRecord(payload.identity) && `generated ${identity(payload.identity)?.split(' (')[0]} as identity`,
      ];
      return parts.filter((part) => typeof part === 'string').join(' ');
    }
    case 'policy':
      return [
        payload.permissive === false ? 'restrictive' : undefined,
        `for ${wordsOf('policy', 'cmd', payload.cmd)} to ${wordsOf('policy', 'roles', payload.roles)}`,
        payload.usingExpr === null ? undefined : `using (${payload.usingExpr})`,
        payload.checkExpr === null ? undefined : `with check (${payload.checkExpr})`,
      ]
        .filter((part) => part !== undefined)
        .join(' ');
    case 'acl':
    case 'defaultPrivilege':
      return grantWords(fact);
    case 'membership':
      return payload.admin === true ? 'member with admin option' : 'member';
    case 'typeAttribute':
      return String(payload.type);
    case 'publicationRel':
    case 'publicationSchema':
      return ['published', wordsOf('', 'columns', payload.columns), wordsOf('', 'where', payload.where)]
        .filter((part) => part !== undefined)
        .join(' ');
    case 'extension':
      return `in schema ${payload.schema}`;
    case 'aggregate':
      return `by ${payload.sfunc} over ${payload.stype}`;
    case 'role':
      return Object.entries(payload)
        .filter(([, value]) => value === true)
        .map(([name]) => facetOf('role', name))
        .join(', ');
    case 'function':
    case 'procedure':
      return wordsOf('function', 'returnType', payload.returnType) ?? '';
    case 'view':
    case 'materializedView':
    case 'schema':
      return '';
    case 'table':
      return `row-level security ${wordsOf('table', 'rowSecurity', payload.rowSecurity)}`;
    case 'constraint':
    case 'index':
    case 'trigger':
    case 'rule':
      return String(payload.def);
    case 'default':
      return String(payload.expr);
    case 'comment':
      return String(payload.text);
    default:
      return Object.entries(payload)
        .filter(([name]) => !name.startsWith('_') && name !== 'variant')
        .flatMap(([name, value]) => {
          const words = wordsOf(fact.id.kind, name, value);
          return words === undefined ? [] : [`${facetOf(fact.id.kind, name)} ${words}`];
        })
        .join(', ');
  }
}
