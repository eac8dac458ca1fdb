// How long we go on with a GitHub that does not answer as it should. Values, so that tests need not wait.

import { setTimeout as wait } from 'node:timers/promises';
import type { ApiFailure } from './failure.ts';

export interface Patience {
  /** Times that one request is sent. */
  tries: number;
  /** For the answer to one request. */
  tryMs: number;
  /** The longest wait that we follow when GitHub asks for one. */
  waitMs: number;
  /** For all requests of a session together, waits included. */
  totalMs: number;
}

export const PATIENCE: Patience = { tries: 3, tryMs: 20_000, waitMs: 60_000, totalMs: 120_000 };

/** The clock and chance, as values. */
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

const FIRST_BACKOFF_MS = 500;

/**
 * Milliseconds to wait before a request is sent again after it failed for the `tried`th time; undefined when sending it
 * again is of no use, or GitHub asks for more than our patience. Spread by chance, for the jobs of a matrix fail together.
 */
export function waitAfter(
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

/** GitHub may have done what was asked all the same. */
export const isUnsure = ({ kind }: ApiFailure): boolean =>
  kind === 'server-error' || kind === 'no-answer' || kind === 'garbled';
