// The comment of a pull request: one for each key.

import { MARKDOWN_BUDGET } from '../../report/markdown.ts';
import type { GitHub } from '../api/client.ts';
import type { PublishTask } from '../api/refusal.ts';
import type { WorkflowRun } from '../event.ts';
import type { ActionInputs } from '../inputs.ts';
import { markerOf, type PostMarker, withMarker } from './marker.ts';
import { isUpToDate, type Outcome, publishSticky, type Sticky, wellFormed } from './sticky.ts';

export interface CommentRequest {
  run: WorkflowRun;
  /** Made by `commentKey`. */
  key: string;
  /** The report in at most so many bytes of UTF-8. */
  text: (bytes: number) => string;
  isClean: boolean;
  policy: ActionInputs['commentPolicy'];
}

const TASK: PublishTask = { noun: 'the comment', permission: 'pull-requests: write', off: 'comment: never' };

/** What is tried when GitHub takes less than it documents. */
export const SHORTER_BYTES = MARKDOWN_BUDGET / 2;

/** Sends nothing when there is no pull request, or the policy is `never`. */
export async function publishComment(github: GitHub, request: CommentRequest): Promise<Outcome> {
  const { run, key, text, isClean, policy } = request;
  if (policy === 'never' || run.pullRequest === undefined) return { status: 'not-wanted' };
  const { number } = run.pullRequest;
  const isWanted = !isClean || policy === 'always';
  return publishSticky(github, {
    run,
    task: TASK,
    inBytes: (budget) =>
      stickyComment(number, markerOf(key, run), { text: wellFormed(text(budget)), isWanted }),
    shorterBytes: SHORTER_BYTES,
  });
}

/** A comment that is there is updated though none would be made. */
export function stickyComment(
  pullNumber: number,
  marker: PostMarker,
  { text, isWanted }: { text: string; isWanted: boolean },
): Sticky {
  const fields = { body: withMarker(marker, text) };
  return {
    marker,
    path: `/issues/${pullNumber}/comments`,
    pathOf: (id) => `/issues/comments/${id}`,
    ...(isWanted && { creation: { status: 'created', fields } }),
    changeOf: (post) => (isUpToDate(post, { marker }, text) ? 'unchanged' : { status: 'updated', fields }),
  };
}
