// Merges changes that only follow from another change into it: what a type change rewrites, what a new owner may do,
// what other default privileges granted.

import { kindInWords } from '../../findings/kinds.ts';
import { formatObjectId } from '../../findings/object-id.ts';
import type { Severity } from '../../findings/rules.ts';
import { encodeId, type Fact, type StableId } from '../pg-delta.ts';
import type { Sides, Traced } from './changes.ts';
import { rowOf } from './kinds.ts';

/** The changes, each with its consequences among its parts. */
export function withoutConsequences(changes: readonly Traced[], sides: Sides): Traced[] {
  const causes = indexed(changes);
  const followers = new Map<Traced, Traced[]>();
  for (const change of changes) {
    const cause = CAUSES.map((causeOf) => causeOf(change, causes, sides)).find(
      (found) => found !== undefined && found !== change,
    );
    if (cause) followers.set(cause, [...(followers.get(cause) ?? []), change]);
  }
  const merged = new Set([...followers.values()].flat().filter((change) => !followers.has(change)));
  return changes
    .filter((change) => !merged.has(change))
    .map((cause) =>
      (followers.get(cause) ?? []).filter((one) => merged.has(one)).reduce(withConsequence, cause),
    );
}

const WORST: readonly Severity[] = ['error', 'warning', 'note'];

function withConsequence({ change, facts }: Traced, follower: Traced): Traced {
  const { object, facet } = follower.change;
  const line = `${facet === undefined ? '' : `${facet} of `}${kindInWords(object.kind)} ${formatObjectId(object)}`;
  const severity = WORST.find((one) => one === change.severity || one === follower.change.severity);
  return {
    change: { ...change, parts: [...change.parts, line], severity: severity ?? change.severity },
    facts: [...facts, ...follower.facts],
  };
}

type Causes = ReadonlyMap<string, Traced>;

const keyOf = (id: StableId, facet: string): string => `${encodeId(id)} ${facet}`;

function indexed(changes: readonly Traced[]): Causes {
  return new Map(
    changes.flatMap((change) => {
      const [head] = change.facts;
      return head ? [[keyOf(head.id, change.change.facet ?? ''), change] as const] : [];
    }),
  );
}

type CauseOf = (change: Traced, causes: Causes, sides: Sides) => Traced | undefined;

const CAUSES: readonly CauseOf[] = [byOwner, byDefaultPrivileges, byType];

/** The old owner lost the privileges that owners have, and the new one got them. */
function byOwner({ facts: [fact] }: Traced, causes: Causes): Traced | undefined {
  if (fact?.id.kind !== 'acl') return undefined;
  const owner = causes.get(keyOf(fact.id.target, 'owner'));
  const { expected, actual } = owner?.change ?? {};
  return fact.id.grantee === expected || fact.id.grantee === actual ? owner : undefined;
}

/** A grant on the object that differs exactly as the default privileges do. */
function byDefaultPrivileges({ change, facts: [fact] }: Traced, causes: Causes): Traced | undefined {
  if (fact?.id.kind !== 'acl' || fact.id.column !== undefined || !('schema' in fact.id.target))
    return undefined;
  const { grantee, target } = fact.id;
  return [target.schema ?? null, null]
    .map((schema) =>
      [...causes.values()].find(
        ({ facts: [cause] }) =>
          cause?.id.kind === 'defaultPrivilege' &&
          cause.id.grantee === grantee &&
          cause.id.objtype === rowOf(target.kind).defaultPrivileges &&
          cause.id.schema === schema,
      ),
    )
    .find((cause) => cause?.change.expected === change.expected && cause?.change.actual === change.actual);
}

/** A definition that differs only in casts, on a column whose type changed. */
function byType({ change, facts: [fact] }: Traced, causes: Causes, { expected }: Sides): Traced | undefined {
  if (fact === undefined || change.facet === undefined || change.kind !== 'altered') return undefined;
  const own = fact.id.kind === 'column' ? [fact.id] : parentColumn(fact);
  const columns = [...own, ...expected.outgoingEdges(fact.id).map(({ to }) => to)];
  const cause = columns.map((id) => causes.get(keyOf(id, 'type'))).find((found) => found !== undefined);
  if (change.facet === 'identity') return cause;
  return change.facet !== 'type' && withoutCasts(change.expected) === withoutCasts(change.actual)
    ? cause
    : undefined;
}

const parentColumn = ({ id, parent }: Fact): StableId[] =>
  id.kind === 'default' && parent !== undefined ? [parent] : [];

const CAST =
  /::(?:"[^"]*"|[\w.]+)(?: (?:varying|precision|with(?:out)? time zone))?(?:\([\d, ]*\))?(?:\[\])*/g;

const withoutCasts = (text: string | undefined): string =>
  (text ?? '').replace(CAST, '').replace(/[()\s']/g, '');
