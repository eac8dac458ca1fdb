// Changes that follow from another change: a function whose result is the row of a relation changes with the relation,
// and a computed field comes and goes with its function. They are told with that one, and accepted with it.

import { formatObjectId } from '../findings/object-id.ts';
import { groupBy } from '../match.ts';
import type { Follower, OverloadFacts, ToldChange } from './change.ts';
import {
  type DatabaseTypes,
  isList,
  type Members,
  membersText,
  type Overload,
  type Pair,
  type Relation,
  type SchemaTypes,
  typeText,
} from './model.ts';
import { rowOf } from './rows.ts';
import { isSameSet } from './skew/functions.ts';

/** The changes without those that follow from another one of them, which that one names. */
export function withFollowers(changes: readonly ToldChange[], types: Pair<DatabaseTypes>): ToldChange[] {
  const computing = functionsBehind(changes);
  const rows = changesOfRows(
    changes.filter((change) => !computing.has(change)),
    types,
  );
  const followers = new Map<ToldChange, Follower[]>();
  const rest = changes.filter((change) => {
    // A computed field may give the rows of another relation, and so follow that one by its function.
    const own = computing.get(change) ?? change;
    const leader = leaderOf(own, rows, types) ?? own;
    if (leader === change || !isFollower(change)) return true;
    followers.set(leader, [...(followers.get(leader) ?? []), change]);
    return false;
  });
  return rest.map((change) => {
    const own = followers.get(change);
    return own ? { ...change, followers: own } : change;
  });
}

const keyOf = (...parts: readonly (string | undefined)[]): string => JSON.stringify(parts);

const isFollower = (change: ToldChange): change is Follower =>
  change.kind === 'function-signature-changed' || change.kind in FUNCTION_OF;

/** What the change of a computed field is, by the change of its function. */
const FUNCTION_OF: Record<string, string> = {
  'column-added': 'function-added',
  'column-removed': 'function-removed',
  'column-type-changed': 'function-signature-changed',
};

/** The change of the function behind each change of a computed field. */
function functionsBehind(changes: readonly ToldChange[]): ReadonlyMap<ToldChange, ToldChange> {
  const functions = groupBy(
    changes.filter(({ object }) => object.kind === 'function'),
    ({ object }) => keyOf('schema' in object ? object.schema : '', object.name),
  );
  return new Map(
    changes.flatMap((change) => {
      const { object } = change;
      if (object.kind !== 'column' || !isOfRowAlone(change)) return [];
      const own = functions
        .get(keyOf(object.schema, object.name))
        ?.find((one) => one.kind === FUNCTION_OF[change.kind] && takesRowOf(one, object.relation));
      return own ? [[change, own]] : [];
    }),
  );
}

/** Nobody writes a computed field; a column of the same name can be written. */
function isOfRowAlone(change: ToldChange): boolean {
  if ('insert' in change) return change.insert === 'absent';
  return change.kind === 'column-type-changed' && change.shapes.every((shape) => shape === 'Row');
}

type ChangesByKey = ReadonlyMap<string, readonly ToldChange[]>;

/** The change of the relation whose rows a function gives, when the function differs in nothing else. */
function leaderOf(
  change: ToldChange,
  rows: ChangesByKey,
  { committed, generated }: Pair<DatabaseTypes>,
): ToldChange | undefined {
  if (change.kind !== 'function-signature-changed' || change.object.kind !== 'function') return undefined;
  const { schema } = change.object;
  const [before, after] = [committed.schemas.get(schema), generated.schemas.get(schema)];
  if (!before || !after) return undefined;
  const found = rows.get(rowsGivenBy(change.facts, { committed: before, generated: after }) ?? '') ?? [];
  return found.find(({ object }) => 'schema' in object && object.schema === schema) ?? found[0];
}

/** The first change of each relation's row, by the relation's name and its rows on both sides. */
function changesOfRows(changes: readonly ToldChange[], types: Pair<DatabaseTypes>): ChangesByKey {
  const firsts = new Map<ToldChange, string>();
  const seen = new Set<string>();
  for (const change of changes) {
    if (change.object.kind !== 'column' || !isOfRow(change)) continue;
    const { schema, relation } = change.object;
    if (seen.has(keyOf(schema, relation))) continue;
    seen.add(keyOf(schema, relation));
    const texts = [types.committed, types.generated].map(({ schemas }) => {
      const own = schemas.get(schema);
      const found = own?.relations.get(relation);
      return own && found && rowText(found, own);
    });
    firsts.set(change, keyOf(relation, ...texts));
  }
  return groupBy(firsts.keys(), (change) => firsts.get(change) ?? '');
}

const isOfRow = (change: ToldChange): boolean =>
  'shapes' in change ? change.shapes.includes('Row') : change.kind.startsWith('column-');

/** The key of the relation whose rows a function gives; undefined when it differs in anything but their columns. */
function rowsGivenBy(
  { committed, generated }: Pair<OverloadFacts>,
  schemas: Pair<SchemaTypes>,
): string | undefined {
  const [before, after] = [committed.own, generated.own];
  if (!before || !after || callOf(before) !== callOf(after) || rowOf(after) === '') return undefined;
  return isSameSet({ committed: before, generated: after }, schemas)
    ? keyOf(rowOf(after), resultOf(before), resultOf(after))
    : undefined;
}

/** All of a signature but its rows: their columns, and the relation that they are of. */
const callOf = ({ args, returns }: Overload): string =>
  [membersText(args), isList(returns), returns.nullable].join(' ');

const resultOf = ({ returns: { row } }: Overload): string | undefined => row && sorted(row);

/** The columns of a relation, without its computed fields, which nobody writes. */
const rowText = ({ shapes: { Row, Insert } }: Relation, { functions }: SchemaTypes): string | undefined =>
  Row && sorted(new Map([...Row].filter(([name]) => !functions.has(name) || Insert?.has(name))));

const sorted = (members: Members): string =>
  JSON.stringify([...members].map(([name, { type }]) => [name, typeText(type)]).sort());

function takesRowOf(change: ToldChange, relation: string): boolean {
  const texts =
    'signatures' in change
      ? change.signatures
      : 'committed' in change
        ? [change.committed, change.generated]
        : [];
  return texts.some((text) => text.includes(`[${JSON.stringify(relation)}]["Row"]`));
}

/** What follows from a change, in words. */
export const wordsOfFollowers = ({ object, followers = [] }: ToldChange): string[] =>
  followers.map((follower) => {
    const id = formatObjectId(follower.object);
    if (follower.kind === 'function-signature-changed')
      return `function ${id} returns its rows and changes with it`;
    return object.kind === 'function'
      ? `${id} is computed by it and changes with it`
      : `${id} is computed by a function that returns its rows and changes with it`;
  });
