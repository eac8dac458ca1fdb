// The issues of a repository that audits keep: finds ours, and writes.

import * as v from 'valibot';
import type { Session } from './api.ts';
import { ApiError, type ApiFailure } from './failure.ts';
import { foundLine, keptOf, NOTHING, readFound } from './issue-found.ts';
import type { IssueWrite, OwnIssue, WantedIssue } from './issue-step.ts';
import { byAge, type Marker, markerLine, readMarker, textUnderMarker } from './marker.ts';

export const LABEL = 'database-drift';

export interface IssueWritten {
  status: 'opened' | 'updated' | 'reopened' | 'closed';
  url: string;
  /** Why the comment that goes with it could not be written. */
  untold?: ApiFailure;
}

export interface IssueThread {
  /** Those of the token's own author that bear the label and the key, open or closed, whatever page they are on. */
  own(key: string): Promise<OwnIssue[]>;
  /**
   * Takes a step, and comments on it. Gives what it did to the issue that stays; undefined when it closed another one,
   * or when the issue is not what it was any more.
   */
  take(step: IssueWrite, wanted: WantedIssue, comment?: string): Promise<IssueWritten | undefined>;
}

const Author = v.nullable(v.object({ login: v.string() }));

const Issue = v.object({
  number: v.number(),
  html_url: v.string(),
  state: v.string(),
  state_reason: v.nullish(v.string()),
  body: v.nullish(v.string()),
  user: Author,
  /** Set when it is a pull request. */
  pull_request: v.optional(v.unknown()),
});

const Comment = v.object({ html_url: v.string(), body: v.optional(v.string(), ''), user: Author });

const Anything = v.object({});

const ALL = '/issues';
const ONE = '/issues/{issue_number}';
const COMMENTS = '/issues/{issue_number}/comments';

export function issuesOf(session: Session): IssueThread {
  const own = async (key: string): Promise<OwnIssue[]> => {
    const parameters = { labels: LABEL, state: 'all', sort: 'created', direction: 'asc' };
    const marked = (await session.list(ALL, parameters, Issue)).flatMap((issue) => {
      const marker = readMarker(issue.body ?? '');
      return marker?.key === key && issue.pull_request === undefined ? [{ issue, marker }] : [];
    });
    if (marked.length === 0) return [];
    // Whoever may write issues may write our marker: what counts is who wrote it.
    const login = await session.viewer();
    return marked.filter(({ issue }) => issue.user?.login === login).map(ownOf);
  };

  const open = async (wanted: WantedIssue): Promise<IssueWritten> => {
    await makeLabel(session);
    const issue = { title: wanted.title, body: bodyOf(wanted, NOTHING), labels: [LABEL] };
    // Whosever run it is of: the next look decides what becomes of it.
    const findMade = async () => {
      const [made] = await own(wanted.marker.key);
      return made && { html_url: made.url };
    };
    const { html_url: url } = await session.post(ALL, issue, v.object({ html_url: v.string() }), findMade);
    return { status: 'opened', url };
  };

  /** Gives false when the issue is not what it was any more. Looked at once more, for the list may be seconds old. */
  const change = async (issue: OwnIssue, changes: Record<string, string>): Promise<boolean> => {
    const which = { issue_number: issue.number };
    try {
      const { body, state } = await session.get(ONE, which, Issue);
      const marker = readMarker(body ?? '');
      if (marker === undefined || byAge(marker, issue.marker) !== 0) return false;
      if ((state === 'open') !== issue.isOpen) return false;
      await session.patch(ONE, { ...which, ...changes }, Anything);
      return true;
    } catch (error) {
      const isGone = error instanceof ApiError && ['not-found', 'gone'].includes(error.failure.kind);
      if (isGone) return false;
      throw error;
    }
  };

  return {
    own,
    async take(step, wanted, comment) {
      if (step.kind === 'open') return open(wanted);
      const { issue } = step;
      if (!(await change(issue, changesOf(step, wanted)))) return undefined;
      const untold = comment && (await tell(session, issue.number, wanted.marker, comment));
      if (step.kind === 'close-duplicate') return undefined;
      return { status: DONE[step.kind], url: issue.url, ...(untold && { untold }) };
    },
  };
}

const DONE = { update: 'updated', reopen: 'reopened', close: 'closed' } as const;

/** Body and state in one request, so that they agree whatever happens next. */
function changesOf(step: Exclude<IssueWrite, { kind: 'open' }>, wanted: WantedIssue): Record<string, string> {
  const body = bodyOf(wanted, step.issue.found);
  switch (step.kind) {
    case 'update':
      return { body };
    case 'reopen':
      return { body, state: 'open', state_reason: 'reopened' };
    case 'close':
      return { body, state: 'closed', state_reason: 'completed' };
    case 'close-duplicate':
      // Not as a duplicate, which old servers of GitHub Enterprise do not know; nor as not planned, which would be heeded.
      return { state: 'closed', state_reason: 'completed' };
    default:
      return step satisfies never;
  }
}

const bodyOf = ({ marker, found, text }: WantedIssue, before: OwnIssue['found']): string =>
  `${markerLine(marker)}\n${foundLine(keptOf(before, found))}\n${text}`;

function ownOf({ issue, marker }: { issue: v.InferOutput<typeof Issue>; marker: Marker }): OwnIssue {
  const below = textUnderMarker(issue.body ?? '');
  const [line = ''] = below.split('\n', 1);
  return {
    number: issue.number,
    url: issue.html_url,
    isOpen: issue.state === 'open',
    isDeclined: issue.state !== 'open' && issue.state_reason === 'not_planned',
    marker,
    found: readFound(line),
    text: textUnderMarker(below),
  };
}

/** Makes the label where there is none: GitHub would make one without a colour and words. */
async function makeLabel(session: Session): Promise<void> {
  const label = {
    name: LABEL,
    color: 'd93f0b',
    description: 'The live database, Git and the committed types disagree',
  };
  try {
    await session.post('/labels', label, Anything, async () => ({}));
  } catch (error) {
    // It is there already.
    if (!(error instanceof ApiError && error.failure.kind === 'refused' && error.failure.status === 422))
      throw error;
  }
}

/** Comments once, though the answer to an earlier try got lost. Gives why it could not. */
async function tell(
  session: Session,
  number: number,
  marker: Marker,
  comment: string,
): Promise<ApiFailure | undefined> {
  const parameters = { issue_number: number };
  const body = `${markerLine(marker)}\n${comment.trimEnd()}`;
  const findMade = async () =>
    (await session.list(COMMENTS, parameters, Comment)).find(
      (one) => one.body.replaceAll('\r\n', '\n') === body,
    );
  try {
    await session.post(COMMENTS, { ...parameters, body }, Comment, findMade);
    return undefined;
  } catch (error) {
    if (error instanceof ApiError) return error.failure;
    throw error;
  }
}
