// Facts of pg-delta in words: what the attributes of each kind are called, and how their values read.

import type { Fact, Payload } from '../pg-delta.ts';

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

export const isRecord = (value: Value): value is Payload =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function dotted(value: Value): string | undefined {
  return isRecord(value) ? Object.values(value).map(String).join('.') : undefined;
}

export function identity(value: Value): string | undefined {
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
