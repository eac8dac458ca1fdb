// Sends one request until it is answered, or until sending it again is of no use. Octokit's plugins would not do: they
// resend a POST without looking for what it made, take a broken answer for a good one, and have no time limit.

import { setTimeout as wait } from 'node:timers/promises';
import { ApiError, type ApiFailure, failureOf } from './failure.ts';

/** How long to go on with a GitHub that does not answer as it should. */
export interface Patience {
  /** Times that one request is sent. */
  tries: number;
  /** For the answer to one request. */
  tryMs: number;
  /** The longest wait to accept when GitHub asks for one. */
  waitMs: number;
  /** For all requests of a session together, waits included. */
  totalMs: number;
}

export const PATIENCE: Patience = { tries: 3, tryMs: 20_000, waitMs: 60_000, totalMs: 120_000 };

/** The clock and chance, as values, so that tests need not wait. */
export interface Time {
  now(): number;
  sleep(milliseconds: number): Promise<void>;
  /** From 0 to 1. */
  chance(): number;
}

export const TIME: Time = {
  now: Date.now,
  sleep: async (milliseconds) => {
    await wait(milliseconds);
  },
  chance: Math.random,
};

/** What all requests of a session share. */
export interface Limits {
  time: Time;
  patience: Patience;
  /** On the clock of `time`. */
  deadline: number;
  /** Takes the token out of a text. */
  hide: (text: string) => string;
}

/**
 * The answer of `send`, which is told how long it may take. After a failure that leaves open whether GitHub did what was
 * asked, `findMade` is asked first, when it is given. Throws ApiError.
 */
export async function attempt<T>(
  send: (signal: AbortSignal) => Promise<T>,
  { time, patience, deadline, hide }: Limits,
  findMade: () => Promise<T | undefined> = async () => undefined,
): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    const left = deadline - time.now();
    if (left <= 0) throw new ApiError({ kind: 'out-of-time' });
    try {
      return await send(AbortSignal.timeout(Math.min(left, patience.tryMs)));
    } catch (error) {
      const failure = failureOf(error, time.now(), hide);
      if (failure === undefined) throw error;
      const pause = waitAfter(failure, tried, patience, time.chance());
      if (pause === undefined || time.now() + pause >= deadline) throw new ApiError(failure);
      await time.sleep(pause);
      const made = failure.kind === 'rate-limited' ? undefined : await findMade();
      if (made !== undefined) return made;
    }
  }
}

const FIRST_BACKOFF_MS = 500;

/**
 * Milliseconds to wait before a request is sent again after it failed for the `tried`th time; undefined when sending it
 * again is of no use. Spread by chance, for the jobs of a matrix fail together.
 */
function waitAfter(
  failure: ApiFailure,
  tried: number,
  patience: Patience,
  chance: number,
): number | undefined {
  if (tried >= patience.tries) return undefined;
  switch (failure.kind) {
    case 'rate-limited':
      return failure.waitMs > patience.waitMs ? undefined : failure.waitMs + chance * FIRST_BACKOFF_MS;
    case 'server-error':
    case 'no-answer':
    case 'garbled':
      return FIRST_BACKOFF_MS * 2 ** (tried - 1) * (0.5 + chance);
    default:
      return undefined;
  }
}
