// Sends one request until it is answered, or until sending it again is of no use.

import { ApiError, type ApiFailure, failureOf } from './failure.ts';
import { isUnsure, type Patience, type Time, waitAfter } from './patience.ts';

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
  limits: Limits,
  findMade: () => Promise<T | undefined> = async () => undefined,
): Promise<T> {
  const { time, patience, deadline } = limits;
  for (let tried = 1; ; tried += 1) {
    const left = deadline - time.now();
    if (left <= 0) throw new ApiError({ kind: 'out-of-time' });
    const outcome = await once(send, Math.min(left, patience.tryMs), limits);
    if ('answer' in outcome) return outcome.answer;
    const { failure } = outcome;
    const wait = waitAfter(failure, tried, patience, time.chance());
    if (wait === undefined || time.now() + wait >= deadline) throw new ApiError(failure);
    await time.sleep(wait);
    const made = isUnsure(failure) ? await findMade() : undefined;
    if (made !== undefined) return made;
  }
}

async function once<T>(
  send: (signal: AbortSignal) => Promise<T>,
  milliseconds: number,
  { time, hide }: Limits,
): Promise<{ answer: T } | { failure: ApiFailure }> {
  try {
    return { answer: await send(AbortSignal.timeout(milliseconds)) };
  } catch (error) {
    const failure = failureOf(error, time.now(), hide);
    if (failure === undefined) throw error;
    return { failure };
  }
}
