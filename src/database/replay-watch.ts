// Watches a replay from outside its thread: passes its progress on, and ends it when one file takes too long.

import { named } from '../findings/prose.ts';
import { RULES } from '../findings/rules.ts';
import { fileOf } from '../migrations/migration.ts';
import type { ReplayPlan } from '../ports.ts';
import type { Trouble } from './shadow-protocol.ts';

/** How long one migration may run. A `do` block that loops for ever can't be interrupted from within. */
export const MINUTES_A_FILE = 10;

export interface Watched {
  minutes: number;
  onProgress: (done: number) => void;
  /** Ends the replay, for that reason. */
  end: (trouble: Trouble) => void;
}

/** Runs a replay that tells each file it is through with. Whatever becomes of it, no timer is left. */
export async function watched<Result>(
  { migrations }: ReplayPlan,
  { minutes, onProgress, end }: Watched,
  run: (passed: (done: number) => void) => Promise<Result>,
): Promise<Result> {
  const tell = nowAndThen(migrations.length, onProgress);
  let timer: NodeJS.Timeout | undefined;
  const wait = (done: number): void => {
    clearTimeout(timer);
    const file = migrations[done]?.file;
    if (file !== undefined) timer = setTimeout(() => end(neverEnds(fileOf(file), minutes)), minutes * 60_000);
  };
  wait(0);
  try {
    return await run((done) => {
      wait(done);
      tell(done);
    });
  } finally {
    clearTimeout(timer);
  }
}

/** Passes on a count at most ten times a second, and the last one always. */
function nowAndThen(total: number, tell: (done: number) => void): (done: number) => void {
  let last = 0;
  return (done) => {
    if (done < total && performance.now() - last < 100) return;
    last = performance.now();
    tell(done);
  };
}

const neverEnds = (file: string, minutes: number): Trouble => ({
  message: `The embedded database ran ${named(file)} for ${minutes} minutes, and was stopped.`,
  remedy: RULES['embedded-cannot-replay'].remedy,
  blocker: { rule: 'embedded-cannot-replay', location: { file, line: 1, column: 1 }, statement: '' },
});
