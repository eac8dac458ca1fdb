// A file that leaves a transaction open: the session that runs the files carries it on into the next ones, and when it
// ends, the server rolls all of it back without a word. Measured with CLI 2.122.1 and 3.1.0 on PostgreSQL 15: they end
// with 0, and the history lacks the versions.

import { lineAndColumn } from '../locator.ts';
import { firstWord, splitStatements } from '../migrations/split.ts';
import { unclosedBegin } from '../migrations/transactions.ts';
import type { IncompleteReplay, OpenTransaction, ReplayFailure, ReplayPlan } from '../ports.ts';
import { firstLineAt, type Script } from './refusals.ts';

/** What of some files leaves a transaction open, by their texts. */
export const openedBy = (files: readonly Script[]): OpenTransaction[] =>
  files.flatMap(({ file, sql }) => {
    const begin = unclosedBegin(splitStatements(sql));
    return begin === undefined ? [] : [placeOf({ file, sql }, begin.start + firstWord(begin.text))];
  });

/** The same of files that the server says it of: where their texts tell nothing, the first one stands for them. */
export function leftOpenBy(files: readonly Script[]): OpenTransaction[] {
  const opened = openedBy(files);
  return opened.length > 0 ? opened : files.slice(0, 1).map((script) => placeOf(script, 0));
}

const placeOf = ({ file, sql }: Script, offset: number): OpenTransaction => ({
  file,
  ...lineAndColumn(sql, offset),
  statement: firstLineAt(sql, offset),
});

/** What a replay comes to that left transactions open, whether or not a file failed in the end. */
export function undoneReplay(
  leftOpen: readonly OpenTransaction[],
  { migrations }: ReplayPlan,
  failure?: ReplayFailure,
): IncompleteReplay {
  if (failure !== undefined) return { ...failure, leftOpen };
  const first = migrations.findIndex(({ file }) => file === leftOpen[0]?.file);
  return { status: 'left-open', leftOpen, applied: Math.max(0, first) };
}
