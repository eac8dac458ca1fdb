// pg-delta's kinds of facts, a row each. A kind that is not in this table does not compile.

import type { ObjectId } from '../../findings/object-id.ts';
import type { Fact, FactBase, StableId } from '../pg-delta.ts';
import {
  type Attribute,
  among,
  dotted,
  either,
  grantWords,
  identity,
  isRecord,
  named,
  type Value,
} from './words.ts';

type FactKind = StableId['kind'];

interface FactKindRow {
  /** The kind of object that it is; absent where that depends on the fact, and of facets of another object. */
  object?: ObjectId['kind'];
  /** Lies in a schema, and is named on its own there. */
  isInSchema?: true;
  /** A report shows the whole definition. */
  isDefined?: true;
  /** Its letter in pg_default_acl. */
  defaultPrivileges?: 'r' | 'S' | 'f' | 'T';
  /** The attributes that hold an expression or a definition as the server wrote it. */
  written?: readonly string[];
  /** What its attributes are called, and how their values read. */
  attributes?: Readonly<Record<string, Attribute>>;
  /** What a fact is, without its name, as its definition would say it; absent when its attributes say it. */
  essence?: (fact: Fact, facts: FactBase) => string;
}

const FIRING = among('firing', {
  O: 'enabled',
  D: 'disabled',
  R: 'enabled on replicas',
  A: 'always enabled',
});
const DEFINITION = named('definition');
const STORAGE_OPTIONS = named('storage options');

const definition = ({ payload }: Fact): string => String(payload.def);
const returned = ({ payload }: Fact): string => wordsOf('function', 'returnType', payload.returnType) ?? '';
const published = ({ id, payload }: Fact): string =>
  clauses([
    'published',
    wordsOf(id.kind, 'columns', payload.columns),
    wordsOf(id.kind, 'where', payload.where),
  ]);

const clauses = (parts: readonly (string | false | undefined)[]): string =>
  parts.filter((part) => typeof part === 'string').join(' ');

const RELATION = { isInSchema: true, isDefined: true, defaultPrivileges: 'r' } as const;
const ROUTINE = { object: 'function', isInSchema: true, isDefined: true, defaultPrivileges: 'f' } as const;
const TYPE = { isInSchema: true, isDefined: true, defaultPrivileges: 'T' } as const;

export const FACT_KINDS = {
  schema: { object: 'schema', essence: () => '' },
  table: {
    object: 'table',
    ...RELATION,
    written: ['partitionKey'],
    attributes: {
      persistence: among('persistence', { p: 'permanent', u: 'unlogged' }),
      rowSecurity: either('row-level security', 'enabled', 'disabled'),
      forceRowSecurity: either('row-level security of the owner', 'forced', 'not forced'),
      replicaIdentity: among('replica identity', { d: 'default', n: 'nothing', f: 'full', i: 'index' }),
      replicaIdentityIndex: named('index of the replica identity'),
      partitionKey: named('partition key'),
      partitionBound: named('partition bound'),
      parentTable: { facet: 'parent table', words: dotted },
      reloptions: STORAGE_OPTIONS,
    },
    essence: ({ payload }) => `row-level security ${wordsOf('table', 'rowSecurity', payload.rowSecurity)}`,
  },
  view: {
    object: 'view',
    ...RELATION,
    written: ['def'],
    attributes: { def: DEFINITION, reloptions: named('options') },
    essence: () => '',
  },
  materializedView: {
    object: 'materialized-view',
    ...RELATION,
    written: ['def'],
    attributes: { def: DEFINITION, reloptions: STORAGE_OPTIONS },
    essence: () => '',
  },
  foreignTable: { object: 'foreign-table', ...RELATION },
  sequence: {
    object: 'sequence',
    isInSchema: true,
    defaultPrivileges: 'S',
    attributes: {
      dataType: named('type'),
      minValue: named('minimum'),
      maxValue: named('maximum'),
      cycle: either('at its end', 'starts again', 'fails'),
      ownedBy: { facet: 'owning column', words: dotted },
    },
  },
  function: {
    ...ROUTINE,
    written: ['def', 'argSignature'],
    attributes: {
      argSignature: named('arguments'),
      returnType: named('return type'),
      isWindow: either('kind', 'window function', 'function'),
    },
    essence: returned,
  },
  procedure: {
    ...ROUTINE,
    written: ['def', 'argSignature'],
    attributes: { argSignature: named('arguments') },
    essence: returned,
  },
  aggregate: {
    ...ROUTINE,
    essence: ({ payload }) => `by ${payload.sfunc} over ${payload.stype}`,
  },
  type: TYPE,
  typeAttribute: { essence: ({ payload }) => String(payload.type) },
  domain: {
    object: 'domain',
    ...TYPE,
    written: ['default'],
    attributes: { baseType: named('type'), notNull: either('nullability', 'not null', 'null') },
  },
  collation: { object: 'collation', isInSchema: true },
  index: {
    object: 'index',
    written: ['def'],
    attributes: { def: DEFINITION, valid: either('validity', 'valid', 'invalid') },
    essence: definition,
  },
  column: {
    object: 'column',
    written: ['generatedExpr'],
    attributes: {
      notNull: either('nullability', 'not null', 'null'),
      identity: { facet: 'identity', words: identity },
      generatedExpr: named('generated expression'),
    },
    essence: ({ id, payload }, facts) => {
      const expression = facts.childrenOf(id).find((child) => child.id.kind === 'default')?.payload.expr;
      return clauses([
        String(payload.type),
        payload.notNull === true && 'not null',
        expression !== undefined && `default ${expression}`,
        payload.generatedExpr !== null && `generated always as (${payload.generatedExpr})`,
        isRecord(payload.identity) && `generated ${identity(payload.identity)?.split(' (')[0]} as identity`,
      ]);
    },
  },
  default: {
    written: ['expr'],
    attributes: { expr: named('default') },
    essence: ({ payload }) => String(payload.expr),
  },
  constraint: {
    object: 'constraint',
    written: ['def'],
    attributes: { def: DEFINITION, validated: either('validation', 'validated', 'not validated') },
    essence: definition,
  },
  trigger: {
    object: 'trigger',
    written: ['def'],
    attributes: { def: DEFINITION, enabled: FIRING },
    essence: definition,
  },
  rule: {
    object: 'rule',
    written: ['def'],
    attributes: { def: DEFINITION, enabled: FIRING },
    essence: definition,
  },
  policy: {
    object: 'policy',
    written: ['usingExpr', 'checkExpr'],
    attributes: {
      cmd: among('command', { '*': 'all', r: 'select', a: 'insert', w: 'update', d: 'delete' }),
      permissive: either('mode', 'permissive', 'restrictive'),
      usingExpr: named('using'),
      checkExpr: named('check'),
    },
    essence: ({ payload }) =>
      clauses([
        payload.permissive === false && 'restrictive',
        `for ${wordsOf('policy', 'cmd', payload.cmd)} to ${wordsOf('policy', 'roles', payload.roles)}`,
        payload.usingExpr !== null && `using (${payload.usingExpr})`,
        payload.checkExpr !== null && `with check (${payload.checkExpr})`,
      ]),
  },
  eventTrigger: {
    object: 'event-trigger',
    attributes: {
      enabled: FIRING,
      functionSchema: named('schema of the function'),
      functionName: named('function'),
    },
  },
  publication: {
    object: 'publication',
    attributes: {
      allTables: either('tables', 'all', 'named ones'),
      viaRoot: either('changes of partitions', 'as of their root', 'as their own'),
      publish: named('operations'),
    },
  },
  publicationRel: { written: ['where'], essence: published },
  publicationSchema: { essence: published },
  subscription: { object: 'subscription' },
  role: {
    object: 'role',
    attributes: {
      superuser: either('superuser', 'yes', 'no'),
      inherit: either('inherits rights', 'yes', 'no'),
      createRole: either('may create roles', 'yes', 'no'),
      createDb: either('may create databases', 'yes', 'no'),
      login: either('may log in', 'yes', 'no'),
      replication: either('may replicate', 'yes', 'no'),
      bypassRls: either('bypasses row-level security', 'yes', 'no'),
      config: named('settings'),
    },
    essence: ({ payload }) =>
      Object.entries(payload)
        .filter(([, value]) => value === true)
        .map(([name]) => facetOf('role', name))
        .join(', '),
  },
  membership: {
    attributes: { admin: either('', 'member with admin option', 'member') },
    essence: ({ payload }) => wordsOf('membership', 'admin', payload.admin) ?? '',
  },
  acl: { essence: grantWords },
  defaultPrivilege: { essence: grantWords },
  comment: { essence: ({ payload }) => String(payload.text) },
  securityLabel: {},
  extension: { object: 'extension', essence: ({ payload }) => `in schema ${payload.schema}` },
  // A language that is not PostgreSQL's own comes with an extension.
  language: { object: 'extension' },
  // A job of pg_cron.
  extensionIntent: {
    object: 'cron-job',
    attributes: { active: either('state', 'active', 'paused'), username: named('user') },
  },
  fdw: { object: 'foreign-data-wrapper' },
  server: { object: 'foreign-server', attributes: { fdw: named('wrapper') } },
  userMapping: {},
} as const satisfies Record<FactKind, FactKindRow>;

export const rowOf = (kind: FactKind): FactKindRow => FACT_KINDS[kind];

/** What an attribute is called. */
export const facetOf = (kind: FactKind, attribute: string): string =>
  rowOf(kind).attributes?.[attribute]?.facet ??
  attribute.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** How a value reads; undefined when there is none. */
export function wordsOf(kind: FactKind, attribute: string, value: Value): string | undefined {
  const words = rowOf(kind).attributes?.[attribute]?.words;
  if (value === undefined || value === null) return undefined;
  if (words) return words(value);
  if (Array.isArray(value)) return value.length > 0 ? value.map(String).join(', ') : undefined;
  if (typeof value === 'object') return JSON.stringify(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}

/** What a fact is, without its name, in a line as its definition would say it. */
export function essenceOf(fact: Fact, facts: FactBase): string {
  const { kind } = fact.id;
  const { essence } = rowOf(kind);
  if (essence) return essence(fact, facts);
  return Object.entries(fact.payload)
    .filter(([name]) => !name.startsWith('_') && name !== 'variant')
    .flatMap(([name, value]) => {
      const words = wordsOf(kind, name, value);
      return words === undefined ? [] : [`${facetOf(kind, name)} ${words}`];
    })
    .join(', ');
}
