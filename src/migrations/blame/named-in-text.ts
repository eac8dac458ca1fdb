// What PostgreSQL records no object for: whom a `grant` covers; and roles, event triggers and jobs of pg_cron, which are
// found by their names in the texts.

import { isRelation } from '../../findings/kinds.ts';
import type { ObjectId } from '../../findings/object-id.ts';
import { locator } from '../../locator.ts';
import { cronCalls } from '../cron-jobs.ts';
import type { MigrationSource } from '../migration.ts';
import { nameOf, strings } from '../names.ts';
import { type Node, type NodeOf, parseStatements } from '../parse.ts';
import type { Action } from '../touch.ts';
import { nameAt, type ObjectHistory, type Stay, staysOf } from './history.ts';
import type { Behind } from './statement.ts';
import type { Trace } from './trace.ts';

const GRANTS = /^grants to (.*)$/s;

interface Grant {
  event: number;
  behind: Behind;
  node: NodeOf<'GrantStmt'>;
}

/**
 * Finds the last `grant` or `revoke` that covers an object for the role of a facet; undefined for other facets.
 * @param behind the statement of an event, by its place in the trace
 */
export function grantsOf(
  { events }: Trace,
  history: ObjectHistory,
  behind: (event: number) => Behind | undefined,
): (id: ObjectId, facet: string) => Behind | undefined {
  let known: Map<string, Grant[]> | undefined;
  const all = (): Grant[] =>
    events.flatMap(({ tag }, event) => {
      if (tag !== 'GRANT' && tag !== 'REVOKE') return [];
      const found = behind(event);
      const node = found?.statement?.node;
      return found && node && 'GrantStmt' in node ? [{ event, behind: found, node: node.GrantStmt }] : [];
    });
  return (id, facet) => {
    const role = GRANTS.exec(facet)?.[1];
    if (role === undefined) return undefined;
    known ??= groupedByKeys(all());
    const stays = staysOf(history, id);
    const names = new Set([
      id.name,
      ...stays.flatMap(({ object }) => history.namesOf(object).past.map(({ name }) => name)),
    ]);
    const candidates = [keyOf(role), ...[...names].map((name) => keyOf(role, name))].flatMap(
      (key) => known?.get(key) ?? [],
    );
    return candidates
      .filter(({ node, event }) => covers(node, id, stays, event))
      .reduce<Grant | undefined>((last, one) => (last && last.event > one.event ? last : one), undefined)
      ?.behind;
  };
}

const keyOf = (...parts: readonly string[]): string => JSON.stringify(parts);

/** By role and name; by the role alone what covers all of a schema, or a schema itself. */
function groupedByKeys(grants: readonly Grant[]): Map<string, Grant[]> {
  const groups = new Map<string, Grant[]>();
  for (const grant of grants) {
    const { objects = [], targtype, objtype } = grant.node;
    const isWide = targtype === 'ACL_TARGET_ALL_IN_SCHEMA' || objtype === 'OBJECT_SCHEMA';
    const names = objects.flatMap(namesIn).map(({ name }) => name);
    for (const role of rolesOf(grant.node))
      for (const key of isWide ? [keyOf(role)] : names.map((name) => keyOf(role, name))) {
        const group = groups.get(key);
        if (group) group.push(grant);
        else groups.set(key, [grant]);
      }
  }
  return groups;
}

const rolesOf = ({ grantees = [] }: NodeOf<'GrantStmt'>): string[] =>
  grantees.flatMap((one) => {
    if (!('RoleSpec' in one)) return [];
    const { roletype, rolename = '' } = one.RoleSpec;
    return [roletype === 'ROLESPEC_PUBLIC' ? 'PUBLIC' : rolename];
  });

function covers(
  { targtype, objtype, objects = [] }: NodeOf<'GrantStmt'>,
  id: ObjectId,
  stays: readonly Stay[],
  event: number,
): boolean {
  if (!isGrantOn(objtype, id) || targtype === 'ACL_TARGET_DEFAULTS') return false;
  const isLater = stays.every(({ object }) => (object.states[0]?.event ?? 0) > event);
  if (stays.length > 0 && isLater) return false;
  const schema = 'schema' in id ? id.schema : id.name;
  if (targtype === 'ACL_TARGET_ALL_IN_SCHEMA' || id.kind === 'schema')
    return strings(objects).includes(schema);
  const own = new Set(stays.map(({ object }) => nameAt(object, event)));
  return objects.flatMap(namesIn).some((one) => own.has(one.name) && (one.schema ?? schema) === schema);
}

function isGrantOn(type: NodeOf<'GrantStmt'>['objtype'], id: ObjectId): boolean {
  switch (type) {
    case 'OBJECT_TABLE':
      return isRelation(id) || id.kind === 'sequence';
    case 'OBJECT_SEQUENCE':
      return id.kind === 'sequence';
    case 'OBJECT_FUNCTION':
    case 'OBJECT_PROCEDURE':
    case 'OBJECT_ROUTINE':
      return id.kind === 'function';
    case 'OBJECT_SCHEMA':
      return id.kind === 'schema';
    default:
      return false;
  }
}

function namesIn(node: Node): { schema: string | undefined; name: string }[] {
  if ('RangeVar' in node) return [{ schema: node.RangeVar.schemaname, name: node.RangeVar.relname ?? '' }];
  const name = 'ObjectWithArgs' in node ? nameOf(strings(node.ObjectWithArgs.objname)) : undefined;
  return name ? [name] : [];
}

/** What a statement that names an object without a catalogue of its own does to it. */
interface Mention {
  action: Action;
  /** The names that the object has before and after. */
  names: readonly (string | undefined)[];
}

/** The words without which no such statement is written; the others are not parsed. */
const WORDS = {
  role: /\brole\b|\buser\b/i,
  'event-trigger': /\bevent\s+trigger\b/i,
  'cron-job': /\bcron\b/i,
};

type Unrecorded = keyof typeof WORDS;

const isUnrecorded = (kind: string): kind is Unrecorded => kind in WORDS;

/** The last statement that names a role, an event trigger or a job; undefined for other objects. */
export function mentionOf(
  files: readonly MigrationSource[],
  id: ObjectId,
): (Behind & { action: Action }) | undefined {
  if (!isUnrecorded(id.kind)) return undefined;
  let last: (Behind & { action: Action }) | undefined;
  for (const { file, sql } of files) {
    if (!WORDS[id.kind].test(sql)) continue;
    for (const statement of parseStatements(sql).statements) {
      const { start, end } = statement;
      const found = mentionIn(statement.node, id.kind, last?.action === 'drop');
      if (found?.names.includes(id.name))
        last = { file, locate: locator(sql), start, end, statement, base: 0, action: found.action };
    }
  }
  return last;
}

function mentionIn(node: Node, kind: Unrecorded, isDropped: boolean): Mention | undefined {
  if (kind === 'cron-job') return 'SelectStmt' in node ? jobIn(node.SelectStmt, isDropped) : undefined;
  if ('RenameStmt' in node) {
    const { renameType, subname, newname } = node.RenameStmt;
    const isOfKind = renameType === (kind === 'role' ? 'OBJECT_ROLE' : 'OBJECT_EVENT_TRIGGER');
    return isOfKind ? { action: 'rename', names: [subname, newname] } : undefined;
  }
  if (kind === 'role') {
    if ('CreateRoleStmt' in node) return { action: 'create', names: [node.CreateRoleStmt.role] };
    if ('AlterRoleStmt' in node) return { action: 'alter', names: [node.AlterRoleStmt.role?.rolename] };
    if ('AlterRoleSetStmt' in node) return { action: 'alter', names: [node.AlterRoleSetStmt.role?.rolename] };
    return undefined;
  }
  if ('CreateEventTrigStmt' in node) return { action: 'create', names: [node.CreateEventTrigStmt.trigname] };
  return 'AlterEventTrigStmt' in node
    ? { action: 'alter', names: [node.AlterEventTrigStmt.trigname] }
    : undefined;
}

function jobIn(select: NodeOf<'SelectStmt'>, isDropped: boolean): Mention | undefined {
  const [call] = cronCalls(select).filter(({ verb }) => verb === 'schedule' || !isDropped);
  return call && { action: call.verb === 'schedule' ? 'create' : 'drop', names: [call.name] };
}
