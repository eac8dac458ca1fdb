// Compares two catalogues by pg-delta, and words the differences.

import type { CompareStructure } from '../../ports.ts';
import { diff, filterDeltas, resolveView } from '../pg-delta.ts';
import { withoutConsequences } from './causes.ts';
import { changesOf, inOrder } from './changes.ts';
import { leveled } from './level.ts';
import { POLICY } from './policy.ts';
import { definitionsOf, statementsOf } from './sql.ts';

/** Compares what the migrations build with the live database. */
export const compareStructure: CompareStructure = async (expected, actual, rehearse) => {
  const sides = await leveled(expected, actual, rehearse);
  const views = { expected: resolveView(sides.expected, POLICY), actual: resolveView(sides.actual, POLICY) };
  const deltas = diff(views.expected, views.actual);
  const { kept } = filterDeltas(deltas, POLICY, views.expected, views.actual);
  const changes = withoutConsequences(changesOf(kept, views, sides), sides).sort(inOrder);
  const { statements, notices } = await statementsOf(sides, changes);
  const defined = await definitionsOf(sides, views, changes);
  return {
    changes: changes.map(({ change }) => change),
    statements,
    definitions: defined.definitions,
    notices: [
      ...notices,
      ...defined.notices,
      ...unread(expected.unread, 'the database that the migrations build'),
      ...unread(actual.unread, 'the live database'),
    ],
  };
};

const unread = (words: readonly string[], where: string): string[] =>
  words.length === 0 ? [] : [`Not compared, in ${where}: ${words.join('; ')}.`];
