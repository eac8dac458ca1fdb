// The issue of an audit: one for each project and environment, opened by drift and closed by a complete audit that
// finds none.

import * as v from 'valibot';
import { shortened } from '../../report/sentences.ts';
import type { ApiSession, GitHub } from '../api/client.ts';
import { ApiError } from '../api/failure.ts';
import type { PublishTask } from '../api/refusal.ts';
import { urlOfRun, type WorkflowRun } from '../event.ts';
import type { ActionInputs } from '../inputs.ts';
import {
  type AuditedFinding,
  foundLine,
  foundOf,
  keptOf,
  LIST_BYTES,
  NOTHING,
  newsOf,
  readFound,
} from './found.ts';
import { markerLine, markerOf, type PostMarker, withMarker } from './marker.ts';
import { clean, duplicateOf, newsWords, reopened } from './news.ts';
import { isUpToDate, type Outcome, publishSticky, type Sticky, wellFormed } from './sticky.ts';

export interface IssueRequest {
  run: WorkflowRun;
  /** Made by `issueKey`. */
  key: string;
  title: string;
  /** The report in at most so many bytes of UTF-8. */
  text: (bytes: number) => string;
  findings: readonly AuditedFinding[];
  /** The parts that did not run. With one, nothing is called clean. */
  notRun: readonly string[];
  /** It could not check. */
  isFailed: boolean;
  policy: ActionInputs['issuePolicy'];
}

export const LABEL = 'database-drift';

const TASK: PublishTask = { noun: 'the issue', permission: 'issues: write', off: 'issue: never' };

/** GitHub takes 256 characters. */
const LONGEST_TITLE = 200;

/**
 * Sends nothing when the policy is `never`, and nothing after an audit that could not check, or that found nothing and
 * did not look everywhere: that closes no issue.
 */
export async function publishIssue(github: GitHub, request: IssueRequest): Promise<Outcome> {
  const { run, key, findings, notRun, isFailed, policy } = request;
  if (policy === 'never') return { status: 'not-wanted' };
  if (isFailed || (findings.length === 0 && notRun.length > 0)) return { status: 'left-alone' };
  const marker = markerOf(key, run);
  // The list of earlier audits may be longer than that of this one.
  const hidden = notRun.length > 0 ? LIST_BYTES : Buffer.byteLength(foundLine(foundOf(findings, notRun)));
  const ownBytes = Buffer.byteLength(markerLine(marker)) + hidden + 2;
  return publishSticky(github, {
    run,
    task: TASK,
    inBytes: (budget) =>
      stickyIssue(marker, {
        ...request,
        runUrl: urlOfRun(run),
        text: wellFormed(request.text(budget - ownBytes)),
      }),
    shorterBytes: LIST_BYTES + 10_000,
  });
}

interface WantedIssue extends Pick<IssueRequest, 'title' | 'findings' | 'notRun'> {
  text: string;
  runUrl: string;
}

/** The second line keeps what was found, so that the next audit can say what is new. */
export function stickyIssue(
  marker: PostMarker,
  { title, text, findings, notRun, runUrl }: WantedIssue,
): Sticky {
  const found = foundOf(findings, notRun);
  const isClean = findings.length === 0;
  const news = { found, findings, runUrl };
  const below = (before = NOTHING): string => `${foundLine(keptOf(before, found))}\n${text}`.trimEnd();
  const fields = {
    title: shortened(wellFormed(title), LONGEST_TITLE),
    body: withMarker(marker, below()),
    labels: [LABEL],
  };
  return {
    marker,
    path: '/issues',
    pathOf: (number) => `/issues/${number}`,
    filter: { labels: LABEL, state: 'all', sort: 'created', direction: 'asc' },
    ...(!isClean && { creation: { status: 'opened', fields } }),
    prepare: makeLabel,
    changeOf(post) {
      const before = readFound(post.text.split('\n', 1).join());
      // Body and state in one request, so that they agree whatever happens next.
      const body = withMarker(marker, below(before));
      if (isClean)
        return post.isOpen
          ? { status: 'closed', fields: { body, ...CLOSED }, comment: clean(runUrl) }
          : 'unchanged';
      if (post.isOpen) {
        if (isUpToDate(post, { marker }, below(before))) return 'unchanged';
        const comment = newsWords(before, news);
        return { status: 'updated', fields: { body }, ...(comment !== undefined && { comment }) };
      }
      if (post.isDeclined && newsOf(before, found).added.length === 0) return 'left-closed';
      const comment = reopened(before, news, post);
      return { status: 'reopened', fields: { body, state: 'open', state_reason: 'reopened' }, comment };
    },
    closing: (kept) => ({ status: 'closed', fields: CLOSED, comment: duplicateOf(kept) }),
  };
}

/** A duplicate too: old servers of GitHub Enterprise know no other reason but `not_planned`, which would be heeded. */
const CLOSED = { state: 'closed', state_reason: 'completed' } as const;

/** Makes the label where there is none: GitHub would make one without a colour and words. */
async function makeLabel(session: ApiSession): Promise<void> {
  const label = {
    name: LABEL,
    color: 'd93f0b',
    description: 'The live database, Git and the committed types disagree',
  };
  try {
    await session.post('/labels', label, v.object({}), async () => ({}));
  } catch (error) {
    const isThere =
      error instanceof ApiError && error.failure.kind === 'refused' && error.failure.status === 422;
    if (!isThere) throw error;
  }
}
