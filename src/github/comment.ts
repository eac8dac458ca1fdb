// Publishes the comment of a pull request: one for each key, updated in place. What GitHub refuses comes back in words,
// for the verdict stands without a comment.

import type { GitHub } from './api.ts';
import { type CommentPolicy, type Done, nextStep, type Wanted } from './comment-step.ts';
import { type CommentThread, commentsOf, type Written } from './comment-thread.ts';
import { ApiError } from './failure.ts';
import { byAge, markerOf } from './marker.ts';
import { type Refusal, refusalOf, type Task } from './refusal.ts';
import { type Run, urlOfRun } from './run.ts';

export interface CommentRequest {
  run: Run;
  /** Made by `commentKey`. */
  key: string;
  body: string;
  isClean: boolean;
  policy: CommentPolicy;
  /** The body in at most so many bytes, should GitHub take less than we believe. */
  shorten?: (bytes: number) => string;
}

export type CommentOutcome =
  | {
      status: 'created' | 'updated' | 'unchanged' | 'superseded' | 'not-wanted';
      url?: string;
      /** It stood for another step or job of this very run, which shares the key by mistake. */
      isTakenOver?: true;
    }
  | ({ status: 'refused' } & Refusal);

const TASK: Task = { noun: 'the comment', permission: 'pull-requests: write', off: 'comment: never' };

/** Half of the budget of a comment. */
export const SHORTER_BYTES = 30_000;

/** Steps of ours among those of the runs that race us; the rest is left to them. */
const MOST_STEPS = 10;

const LONGEST_HEADING = 300;

/** Never throws for what GitHub answers. Sends nothing when there is no pull request, or the policy is `never`. */
export async function publishComment(github: GitHub, request: CommentRequest): Promise<CommentOutcome> {
  const { run, key, body, isClean, policy } = request;
  if (policy === 'never' || run.pullRequest === undefined) return { status: 'not-wanted' };
  const thread = commentsOf(github.session(), run.pullRequest.number);
  const wanted = { marker: markerOf(key, run), text: wellFormed(body), isClean, policy };
  try {
    return await settle(thread, wanted, () => wellFormed(shorter(request)));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { status: 'refused', ...refusalOf(error.failure, TASK, run) };
  }
}

/** Takes steps until nothing is left to do. A body that GitHub finds too long is shortened once. */
async function settle(
  thread: CommentThread,
  wanted: Wanted,
  shortened: (() => string) | undefined,
): Promise<CommentOutcome> {
  try {
    return await takeSteps(thread, wanted);
  } catch (error) {
    const isTooLong = error instanceof ApiError && error.failure.kind === 'too-long';
    if (!isTooLong || shortened === undefined) throw error;
    return await settle(thread, { ...wanted, text: shortened() }, undefined);
  }
}

async function takeSteps(thread: CommentThread, wanted: Wanted): Promise<CommentOutcome> {
  let written: Written | undefined;
  let isTakenOver = false;
  try {
    for (let taken = 0; taken < MOST_STEPS; taken += 1) {
      const step = nextStep(await thread.own(wanted.marker.key), wanted, written !== undefined);
      if (step.kind === 'done') return { ...outcomeOf(step, written), ...(isTakenOver && { isTakenOver }) };
      if (step.kind === 'update' && written === undefined)
        isTakenOver = byAge(step.comment.marker, wanted.marker) === 0;
      written = (await thread.take(step, wanted)) ?? written;
    }
  } catch (error) {
    // What was written stands, though GitHub then failed to show it.
    if (written === undefined || !(error instanceof ApiError)) throw error;
  }
  return written ?? { status: 'unchanged' };
}

/** What we did is told, unless a newer run did it over. The link leads to the comment that stays. */
function outcomeOf({ status, url }: Done, written: Written | undefined): CommentOutcome {
  if (written === undefined || status === 'superseded')
    return url === undefined ? { status } : { status, url };
  return { ...written, ...(url !== undefined && { url }) };
}

/** What GitHub could not store as text. */
const wellFormed = (body: string): string =>
  body
    .replace(/\p{Surrogate}|\0/gu, '\uFFFD')
    .replaceAll('\r\n', '\n')
    .trimEnd();

function shorter({ run, body, shorten }: CommentRequest): string {
  if (shorten) return shorten(SHORTER_BYTES);
  const [verdict = ''] = body.trimStart().split('\n', 1);
  const heading =
    verdict.startsWith('#') && verdict.length <= LONGEST_HEADING ? verdict : '## Supabase Drift Gate';
  return `${heading}\n\nThe report is too long for a comment. [The run](${urlOfRun(run)}) has the whole of it.`;
}
