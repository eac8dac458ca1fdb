// Publishes the issue of an audit: one for each project and environment, opened by drift, closed by a complete audit
// that finds none. What GitHub refuses comes back in words, for the verdict stands without an issue.

import { shortened } from '../report/sentences.ts';
import type { GitHub } from './api.ts';
import { ApiError } from './failure.ts';
import { type Entry, foundLine, foundOf, LIST_BYTES } from './issue-found.ts';
import { type IssueDone, nextStep, type WantedIssue } from './issue-step.ts';
import { type IssueThread, type IssueWritten, issuesOf } from './issue-thread.ts';
import { commentFor } from './issue-words.ts';
import { byAge, markerLine, markerOf } from './marker.ts';
import { type Refusal, refusalOf, type Task } from './refusal.ts';
import { type Run, urlOfRun } from './run.ts';

export interface IssueRequest {
  run: Run;
  /** Made by `issueKey`. */
  key: string;
  title: string;
  /** What the issue shows, in at most so many bytes of UTF-8. */
  text: (bytes: number) => string;
  /** What the audit found, and the sentence that tells of it. */
  findings: readonly (Entry & { sentence: string })[];
  /** The parts that did not run. With one, nothing is called clean. */
  notRun: readonly string[];
  /** It could not check. */
  isFailed: boolean;
  policy: IssuePolicy;
}

export type IssuePolicy = 'on-drift' | 'never';

export type IssueOutcome =
  | {
      status: IssueWritten['status'] | IssueDone['status'] | 'left-alone';
      url?: string;
      /** Why the comment that says what changed could not be written. */
      untold?: Refusal;
      /** It stood for another step or job of this very run, which shares the key by mistake. */
      isTakenOver?: true;
    }
  | ({ status: 'refused' } & Refusal);

const TASK: Task = { noun: 'the issue', permission: 'issues: write', off: 'issue: never' };
const COMMENT_TASK: Task = { ...TASK, noun: 'the comment under the issue' };

/** Bytes of a whole body; and what is tried when GitHub takes less than we believe. */
export const BODY_BYTES = 60_000;
const SHORTER_BYTES = LIST_BYTES + 10_000;

/** Steps of ours among those of the runs that race us; the rest is left to them. */
const MOST_STEPS = 10;

/**
 * Never throws for what GitHub answers. Sends nothing when the policy is `never`, and nothing after an audit that could
 * not check, or found nothing where it did not look everywhere: that closes no issue.
 */
export async function publishIssue(github: GitHub, request: IssueRequest): Promise<IssueOutcome> {
  const { run, findings, notRun, isFailed, policy } = request;
  if (policy === 'never') return { status: 'not-wanted' };
  if (isFailed || (findings.length === 0 && notRun.length > 0)) return { status: 'left-alone' };
  const thread = issuesOf(github.session());
  try {
    return await settle(thread, request, [BODY_BYTES, SHORTER_BYTES]);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { status: 'refused', ...refusalOf(error.failure, TASK, run) };
  }
}

/** Takes steps until nothing is left to do. A body that GitHub finds too long is shortened once. */
async function settle(
  thread: IssueThread,
  request: IssueRequest,
  [budget = BODY_BYTES, ...shorter]: readonly number[],
): Promise<IssueOutcome> {
  try {
    return await takeSteps(thread, request, wantedOf(request, budget));
  } catch (error) {
    const isTooLong = error instanceof ApiError && error.failure.kind === 'too-long';
    if (!isTooLong || shorter.length === 0) throw error;
    return await settle(thread, request, shorter);
  }
}

/** GitHub takes 256 characters. */
const LONGEST_TITLE = 200;

function wantedOf({ run, key, title, text, findings, notRun }: IssueRequest, budget: number): WantedIssue {
  const marker = markerOf(key, run);
  const found = foundOf(
    findings.map(({ fingerprint, label }) => ({ fingerprint, label })),
    notRun,
  );
  // What is kept of earlier audits may make the list longer than that of this one.
  const hidden = notRun.length > 0 ? LIST_BYTES : Buffer.byteLength(foundLine(found));
  const left = budget - Buffer.byteLength(markerLine(marker)) - hidden - 2;
  return {
    marker,
    title: shortened(wellFormed(title), LONGEST_TITLE),
    text: wellFormed(text(left)),
    found,
    isClean: findings.length === 0,
  };
}

async function takeSteps(
  thread: IssueThread,
  { run, findings }: IssueRequest,
  wanted: WantedIssue,
): Promise<IssueOutcome> {
  const sentences = new Map(findings.map(({ fingerprint, sentence }) => [fingerprint, sentence]));
  let written: IssueWritten | undefined;
  let isTakenOver = false;
  const outcome = (done?: IssueDone): IssueOutcome => ({
    ...outcomeOf(done, written, run),
    ...(isTakenOver && { isTakenOver }),
  });
  try {
    for (let taken = 0; taken < MOST_STEPS; taken += 1) {
      const step = nextStep(await thread.own(wanted.marker.key), wanted, written !== undefined);
      if (step.kind === 'done') return outcome(step);
      if (step.kind !== 'open' && step.kind !== 'close-duplicate' && written === undefined)
        isTakenOver = byAge(step.issue.marker, wanted.marker) === 0;
      const comment =
        step.kind === 'open' ? undefined : commentFor(step, wanted.found, sentences, urlOfRun(run));
      written = (await thread.take(step, wanted, comment)) ?? written;
    }
  } catch (error) {
    // What was written stands, though GitHub then failed to show it.
    if (written === undefined || !(error instanceof ApiError)) throw error;
  }
  return outcome();
}

/** What we did is told, unless a newer run did it over. The link leads to the issue that stays. */
function outcomeOf(done: IssueDone | undefined, written: IssueWritten | undefined, run: Run): IssueOutcome {
  const url = done?.url ?? written?.url;
  const status = written === undefined || done?.status === 'superseded' ? done?.status : written.status;
  const untold = written?.untold && refusalOf(written.untold, COMMENT_TASK, run);
  return {
    status: status ?? 'unchanged',
    ...(url !== undefined && { url }),
    ...(untold && { untold }),
  };
}

/** What GitHub could not store as text. */
const wellFormed = (text: string): string =>
  text
    .replace(/\p{Surrogate}|\0/gu, '\uFFFD')
    .replaceAll('\r\n', '\n')
    .trimEnd();
