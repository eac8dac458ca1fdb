// Watches a replay from outside its process: passes its progress on, ends it when one file takes too long, and names the
// file that took all memory.

import { type Blocker, EnvironmentError, messageOf } from '../../errors.ts';
import { named } from '../../findings/prose.ts';
import { fileOf } from '../../migrations/migration.ts';
import { REPLAY_ELSEWHERE } from '../../options/table.ts';
import type { ReplayPlan } from '../../ports.ts';
import type { SurfaceText } from '../../surface.ts';
import type { Trouble } from './messages.ts';

/** How long one migration may run. A `do` block that loops for ever can't be interrupted from within. */
export const MINUTES_A_FILE = 10;

export interface Watched {
  minutes: number;
  onProgress: (done: number) => void;
  /** Ends the replay, for that reason. */
  end: (trouble: Trouble) => void;
  /** Whether the process died for want of memory. */
  ranOutOfMemory: () => boolean;
}

/** Why a file is not replayed to its end. */
type Stop = { message: string; remedy: SurfaceText; blocker: Blocker };

/** Runs a replay that tells each file it is through with. Whatever becomes of it, no timer is left. */
export async function watched<Result>(
  { migrations }: ReplayPlan,
  { minutes, onProgress, end, ranOutOfMemory }: Watched,
  run: (passed: (done: number) => void) => Promise<Result>,
): Promise<Result> {
  const tell = nowAndThen(migrations.length, onProgress);
  let timer: NodeJS.Timeout | undefined;
  let file: string | undefined;
  const wait = (done: number): void => {
    clearTimeout(timer);
    file = migrations[done]?.file;
    if (file !== undefined) timer = setTimeout(end, minutes * 60_000, neverEnds(fileOf(file), minutes));
  };
  wait(0);
  try {
    return await run((done) => {
      wait(done);
      tell(done);
    });
  } catch (error) {
    if (file === undefined || !ranOutOfMemory()) throw error;
    throw endedIn(fileOf(file), error);
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

const neverEnds = (file: string, minutes: number): Stop =>
  stoppedIn(file, `The embedded database ran ${named(file)} for ${minutes} minutes, and was stopped.`);

/** @param cause whose message is a sentence of how the database ended */
export function endedIn(file: string, cause: unknown): EnvironmentError {
  const memory = ', most likely for want of memory';
  const message = messageOf(cause);
  const how = message.replace(/\.$/, '').replace(memory, '');
  const why = message.includes(memory) ? memory : '';
  return new EnvironmentError({ ...stoppedIn(file, `${how} while it ran ${named(file)}${why}.`), cause });
}

const stoppedIn = (file: string, message: string): Stop => ({
  message,
  remedy: REPLAY_ELSEWHERE,
  blocker: { rule: 'embedded-cannot-replay', location: { file, line: 1, column: 1 }, statement: '' },
});
