// From pg-delta's id to the object that people would name. What pg-delta has as a fact of its own (a grant, a comment, a
// default) is a facet of that object.

import type { ObjectId } from '../../findings/object-id.ts';
import type { Fact, FactBase, StableId } from '../pg-delta.ts';
import { FACT_KINDS } from './kinds.ts';

/** An object, and the facet of it that a fact is. */
export interface ObjectFacet {
  object: ObjectId;
  facet?: string;
}

/** @param facts of the side that has it: they tell what kind of type it is */
export function objectFacetOf(id: StableId, facts: FactBase): ObjectFacet {
  switch (id.kind) {
    case 'comment':
      return { object: objectFacetOf(id.target, facts).object, facet: 'comment' };
    case 'securityLabel':
      return { object: objectFacetOf(id.target, facts).object, facet: `security label of ${id.provider}` };
    case 'acl':
      return { object: grantedOn(id, facts), facet: `grants to ${id.grantee}` };
    case 'default':
      return {
        object: { kind: 'column', schema: id.schema, relation: id.table, name: id.name },
        facet: 'default',
      };
    case 'typeAttribute':
      return {
        object: { kind: 'composite-type', schema: id.schema, name: id.type },
        facet: `attribute ${id.name}`,
      };
    case 'publicationRel':
      return publication(id.publication, `table ${id.schema}.${id.table}`);
    case 'publicationSchema':
      return publication(id.publication, `tables of schema ${id.schema}`);
    case 'membership':
      return { object: { kind: 'role', name: id.member }, facet: `membership in ${id.role}` };
    case 'userMapping':
      return { object: { kind: 'foreign-server', name: id.server }, facet: `user mapping for ${id.role}` };
    case 'defaultPrivilege':
      return {
        object: {
          kind: 'default-privileges',
          name: id.schema === null ? id.role : `${id.role} in ${id.schema}`,
        },
        facet: `grants on ${GRANTED[id.objtype] ?? id.objtype} to ${id.grantee}`,
      };
    case 'column':
    case 'constraint':
    case 'trigger':
    case 'policy':
    case 'rule':
      return { object: { kind: id.kind, schema: id.schema, relation: id.table, name: id.name } };
    case 'function':
    case 'procedure':
    case 'aggregate':
      return { object: { kind: 'function', schema: id.schema, name: id.name, args: id.args } };
    case 'type':
      return { object: { kind: variantOf(facts.get(id)), schema: id.schema, name: id.name } };
    case 'extensionIntent':
      return { object: { kind: 'cron-job', name: id.key } };
    default:
      return 'schema' in id
        ? { object: { kind: FACT_KINDS[id.kind].object, schema: id.schema, name: id.name } }
        : { object: { kind: FACT_KINDS[id.kind].object, name: id.name } };
  }
}

const publication = (name: string, facet: string): ObjectFacet => ({
  object: { kind: 'publication', name },
  facet,
});

const grantedOn = ({ target, column }: Extract<StableId, { kind: 'acl' }>, facts: FactBase): ObjectId =>
  column !== undefined && 'schema' in target && 'name' in target
    ? { kind: 'column', schema: target.schema, relation: target.name, name: column }
    : objectFacetOf(target, facts).object;

/** Letters of pg_default_acl. */
const GRANTED: Record<string, string> = {
  r: 'tables',
  S: 'sequences',
  f: 'functions',
  T: 'types',
  n: 'schemas',
  L: 'large objects',
};

const TYPES = { enum: 'enum', composite: 'composite-type', range: 'range-type' } as const;

function variantOf(fact: Fact | undefined): (typeof TYPES)[keyof typeof TYPES] {
  const variant = fact?.payload.variant;
  return variant === 'composite' || variant === 'range' ? TYPES[variant] : 'enum';
}

/** The relation, function, type or schema-less object that a fact is, or is a part of. */
export function rootOf(fact: Fact, facts: FactBase): Fact {
  const parent = fact.parent && facts.get(fact.parent);
  return parent === undefined || parent.id.kind === 'schema' ? fact : rootOf(parent, facts);
}
