// What can go wrong with a request to GitHub, as one union. The texts that a failure carries went through `hide`, for
// an error of fetch or of a proxy may repeat a header, and so the token.

import { messageOf } from '../../errors.ts';

export type ApiFailure =
  | { kind: 'no-token' }
  | { kind: 'malformed-token' }
  | { kind: 'unauthorized' }
  | { kind: 'forbidden'; said: string }
  | { kind: 'locked'; said: string }
  | { kind: 'not-found' }
  | { kind: 'gone'; said: string }
  | { kind: 'too-long'; status: number; said: string }
  | { kind: 'refused'; status: number; said: string }
  | { kind: 'rate-limited'; waitMs: number }
  | { kind: 'server-error'; status: number }
  /** `code`: what the system calls it, `ECONNREFUSED`, or `timeout`. */
  | { kind: 'no-answer'; code: string }
  /** An answer that is not what GitHub describes: broken off in the middle, or by something else than GitHub. */
  | { kind: 'garbled' }
  | { kind: 'out-of-time' };

/** Thrown by the client; whoever publishes turns it into words. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly failure: ApiFailure;
  constructor(failure: ApiFailure) {
    super(`GitHub API: ${failure.kind}`);
    this.failure = failure;
  }
}

/** For a `catch`: the value in place of a failure of these kinds. Whatever else it was is thrown on. */
export const whenFailed =
  <T>(kinds: readonly ApiFailure['kind'][], value: T) =>
  (error: unknown): T => {
    if (error instanceof ApiError && kinds.includes(error.failure.kind)) return value;
    throw error;
  };

/** GitHub asks for a minute when it limits without saying for how long. */
const UNSAID_WAIT_MS = 60_000;

const field = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

/** The failure that an error of Octokit stands for; undefined for any other error, which is a bug of ours. */
export function failureOf(
  error: unknown,
  now: number,
  hide: (text: string) => string,
): ApiFailure | undefined {
  if (error instanceof ApiError) return error.failure;
  const name = field(error, 'name');
  if (name === 'GraphqlResponseError') return ofGraphql(error, now, hide);
  if (name !== 'HttpError' && name !== 'AbortError') return undefined;
  const response = field(error, 'response');
  const status = field(response, 'status');
  if (typeof status !== 'number') return { kind: 'no-answer', code: systemCodeOf(error) };
  const said = oneLine(hide(saidBy(field(response, 'data'))));
  return ofStatus(status, said, waitAsked(field(response, 'headers'), said, status, now));
}

function ofStatus(status: number, said: string, waitMs: number | undefined): ApiFailure {
  if (waitMs !== undefined) return { kind: 'rate-limited', waitMs };
  if (status >= 500) return { kind: 'server-error', status };
  if (status === 401) return { kind: 'unauthorized' };
  if (status === 403) return { kind: /\blocked\b/i.test(said) ? 'locked' : 'forbidden', said };
  if (status === 404) return { kind: 'not-found' };
  if (status === 410) return { kind: 'gone', said };
  if (status === 413 || (status === 422 && /too long/i.test(said))) return { kind: 'too-long', status, said };
  return { kind: 'refused', status, said };
}

/** GraphQL answers 200 and says what went wrong inside. */
function ofGraphql(error: unknown, now: number, hide: (text: string) => string): ApiFailure {
  const said = oneLine(hide(messageOf(error)));
  const isLimit =
    /rate limit/i.test(said) || JSON.stringify(field(error, 'errors'))?.includes('RATE_LIMITED');
  const waitMs = isLimit ? waitAsked(field(error, 'headers'), said, 429, now) : undefined;
  return waitMs === undefined ? { kind: 'forbidden', said } : { kind: 'rate-limited', waitMs };
}

/**
 * How long a limit asks to wait, in milliseconds; undefined when the answer is no limit. A 403 is one when it has
 * `retry-after`, or no request is left, or it says so (docs.github.com, "Rate limits for the REST API").
 */
function waitAsked(headers: unknown, said: string, status: number, now: number): number | undefined {
  if (status !== 403 && status !== 429) return undefined;
  const after = field(headers, 'retry-after');
  const isSpent = field(headers, 'x-ratelimit-remaining') === '0';
  const isLimit = status === 429 || after !== undefined || isSpent || /rate limit/i.test(said);
  if (!isLimit) return undefined;
  if (typeof after === 'string' && /^\d+$/.test(after)) return Number(after) * 1000;
  const reset = Number(field(headers, 'x-ratelimit-reset'));
  return isSpent && reset > 0 ? Math.max(0, reset * 1000 - now) : UNSAID_WAIT_MS;
}

/** GitHub's own message with its details. */
function saidBy(data: unknown): string {
  const message = field(data, 'message');
  const errors = field(data, 'errors');
  const details = (Array.isArray(errors) ? errors : []).map((error) => field(error, 'message') ?? error);
  return [message, ...details].filter((text) => typeof text === 'string').join(': ');
}

const LONGEST_SAID = 200;

/** One short line: what reaches a log must not begin a line of its own there. */
const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').slice(0, LONGEST_SAID);

/** What the system calls a connection that failed; it stands at the end of a chain of causes. */
function systemCodeOf(error: unknown): string {
  for (let cause = error, depth = 0; cause !== undefined && depth < 5; depth += 1) {
    const code = field(cause, 'code');
    if (field(cause, 'name') === 'TimeoutError') return 'timeout';
    if (typeof code === 'string' && /^[A-Z_\d]+$/.test(code)) return code;
    cause = field(cause, 'cause');
  }
  return 'no connection';
}
