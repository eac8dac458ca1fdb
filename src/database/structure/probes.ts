// Servers of different versions print the same expression differently. So where two definitions differ, the shadow
// database creates a scratch object from each, and what it prints of them is compared.

import { encodeId, type Fact, type FactBase, type StableId } from '../pg-delta.ts';
import { rowOf, wordsOf } from './kinds.ts';

/** A scratch object: the SQL that creates it, and the id under which its definition is read back. */
interface Probe {
  sql: string;
  id: StableId;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const inSchema = (schema: string, name: string): string => `${quoted(schema)}.${quoted(name)}`;

const IDENTIFIER = '(?:"(?:[^"]|"")*"|[^\\s".(]+)';
/** Everything up to the name in what a definition creates, and the name. */
const NAMED = new RegExp(
  `^(CREATE (?:OR REPLACE |UNIQUE |CONSTRAINT )?(?:INDEX|TRIGGER|RULE|FUNCTION|PROCEDURE) (?:${IDENTIFIER}\\.)?)${IDENTIFIER}`,
);

/**
 * The scratch object for a fact's definition.
 * @param facts of the side that the shadow holds
 */
export function probeOf({ id, payload, parent }: Fact, name: string, facts: FactBase): Probe | undefined {
  switch (id.kind) {
    case 'view':
      return { sql: `create view ${inSchema(id.schema, name)} as ${payload.def}`, id: { ...id, name } };
    case 'materializedView': {
      const query = String(payload.def).replace(/;\s*$/, '');
      return {
        sql: `create materialized view ${inSchema(id.schema, name)} as ${query} with no data`,
        id: { ...id, name },
      };
    }
    case 'index':
    case 'trigger':
    case 'rule':
    case 'function':
    case 'procedure':
      return { sql: String(payload.def).replace(NAMED, `$1${name}`), id: { ...id, name } };
    case 'constraint': {
      const owner = parent?.kind === 'domain' ? 'domain' : 'table';
      const sql = `alter ${owner} ${inSchema(id.schema, id.table)} add constraint ${name} ${payload.def}`;
      return { sql, id: { ...id, name } };
    }
    case 'policy': {
      const using = payload.usingExpr === null ? '' : ` using (${payload.usingExpr})`;
      const check = payload.checkExpr === null ? '' : ` with check (${payload.checkExpr})`;
      const command = wordsOf('policy', 'cmd', payload.cmd);
      const sql = `create policy ${name} on ${inSchema(id.schema, id.table)} for ${command}${using}${check}`;
      return { sql, id: { ...id, name } };
    }
    default:
      return probeOfValue({ id, payload }, name, facts);
  }
}

function probeOfValue({ id, payload }: Fact, name: string, facts: FactBase): Probe | undefined {
  switch (id.kind) {
    case 'default':
    case 'column': {
      const type = facts.get({ ...id, kind: 'column' })?.payload.type;
      const clause =
        id.kind === 'column'
          ? `generated always as (${payload.generatedExpr}) stored`
          : `default ${payload.expr}`;
      const sql = `alter table ${inSchema(id.schema, id.table)} add column ${name} ${type} ${clause}`;
      return { sql, id: { ...id, name } };
    }
    case 'domain':
      return {
        sql: `create domain ${inSchema(id.schema, name)} as ${payload.baseType} default ${payload.default}`,
        id: { ...id, name },
      };
    case 'table':
      return {
        sql: `create table ${inSchema(id.schema, name)} (like ${inSchema(id.schema, id.name)}) partition by ${payload.partitionKey}`,
        id: { ...id, name },
      };
    case 'publicationRel':
      return {
        sql: `create publication ${name} for table ${inSchema(id.schema, id.table)} where ${payload.where}`,
        id: { ...id, publication: name },
      };
    default:
      return undefined;
  }
}

/** How the shadow database prints the scratch object, without its name; undefined when it refused to create it. */
export function writtenOf({ id }: Probe, name: string, facts: FactBase): Record<string, string> | undefined {
  const fact = facts.getByEncoded(encodeId(id));
  if (fact === undefined) return undefined;
  return Object.fromEntries(
    (rowOf(id.kind).written ?? []).map((attribute) => [
      attribute,
      String(fact.payload[attribute] ?? '').replaceAll(name, ''),
    ]),
  );
}
