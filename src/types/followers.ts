// Changes that follow from another change: a function whose result is the row of a relation changes with the relation,
// and a computed field comes and goes with its function. They are told with that one, and accepted with it.

import { formatObjectId } from '../findings/object-id.ts';
import type { Follower, OverloadFacts, ToldChange } from './change.ts';
import {
  type DatabaseTypes,
  isList,
  type Members,
  membersText,
  type Overload,
  type Pair,
  type SchemaTypes,
  typeText,
} from './model.ts';

/** The changes without those that follow from another one of them, which that one names. */
export function withFollowers(changes: readonly ToldChange[], types: Pair<DatabaseTypes>): ToldChange[] {
  const functions = new Map(
    changes.flatMap((change) =>
      change.object.kind === 'function' ? [[keyOf(change.object.schema, change.object.name), change]] : [],
    ),
  );
  const rows = changesOfRows(changes, types);
  const followers = new Map<ToldChange, Follower[]>();
  const rest = changes.filter((change) => {
    const leader = leaderOf(change, functions, rows);
    if (leader === undefined || leader === change || !isFollower(change)) return true;
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

type ChangesByKey = ReadonlyMap<string, ToldChange>;

function leaderOf(change: ToldChange, functions: ChangesByKey, rows: ChangesByKey): ToldChange | undefined {
  if (change.kind === 'function-signature-changed') return rows.get(rowsGivenBy(change.facts) ?? '');
  const { object } = change;
  if (object.kind !== 'column') return undefined;
  const computing = functions.get(keyOf(object.schema, object.name));
  if (computing === undefined || computing.kind !== FUNCTION_OF[change.kind]) return undefined;
  return takesRowOf(computing, object.relation) ? computing : undefined;
}

/** The first change of each relation's columns, by the rows of both sides. */
function changesOfRows(changes: readonly ToldChange[], types: Pair<DatabaseTypes>): ChangesByKey {
  const firsts = new Map<string, ToldChange>();
  const seen = new Set<string>();
  for (const change of changes) {
    const { object, kind } = change;
    if (object.kind !== 'column' || !kind.startsWith('column-')) continue;
    const { schema, relation } = object;
    if (seen.has(keyOf(schema, relation))) continue;
    seen.add(keyOf(schema, relation));
    const [before, after] = [types.committed, types.generated].map(({ schemas }) => {
      const own = schemas.get(schema);
      const row = own?.relations.get(relation)?.shapes.Row;
      return own && row && rowText(row, own);
    });
    if (before !== undefined && after !== undefined) firsts.set(keyOf(before, after), change);
  }
  return firsts;
}

/** The rows of both sides, when a function differs in nothing but the columns of its result. */
function rowsGivenBy({ committed, generated }: Pair<OverloadFacts>): string | undefined {
  const [before, after] = [committed.differing, generated.differing];
  const twins = new Map(after.map((overload) => [callOf(overload), overload]));
  const pairs = new Set(
    before.map((overload) => {
      const twin = twins.get(callOf(overload));
      return twin && keyOf(resultOf(overload), resultOf(twin));
    }),
  );
  const [only] = [...pairs];
  return before.length === after.length && pairs.size === 1 ? only : undefined;
}

/** All of a signature but the columns of its result. */
const callOf = ({ args, returns, setof = '' }: Overload): string =>
  [membersText(args), isList(returns), returns.nullable, setof].join(' ');

const resultOf = ({ returns: { row } }: Overload): string | undefined => row && sorted(row);

/** The columns of a relation, without its computed fields. */
const rowText = (row: Members, { functions }: SchemaTypes): string =>
  sorted(new Map([...row].filter(([name]) => !functions.has(name))));

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
export const wordsOfFollowers = (followers: readonly Follower[]): string[] =>
  followers.map(({ kind, object }) =>
    kind === 'function-signature-changed'
      ? `function ${formatObjectId(object)} returns its rows and changes with it`
      : `${formatObjectId(object)} is computed by it and changes with it`,
  );
