// One text of ours on GitHub that is kept up to date in place: the comment of a pull request, or the issue of an audit.
// It is found by its hidden marker and its author, the newest run writes it, and what runs that raced made twice is
// removed. GitHub has no write on a condition, so every step looks first.

import * as v from 'valibot';
import { MARKDOWN_BUDGET } from '../../report/markdown.ts';
import type { ApiSession, GitHub, Parameters } from '../api/client.ts';
import { ApiError, type ApiFailure, whenFailed } from '../api/failure.ts';
import { type ApiRefusal, type PublishTask, refusalOf } from '../api/refusal.ts';
import type { WorkflowRun } from '../event.ts';
import { belowFirstLine, byAge, type PostMarker, readMarker, withMarker } from './marker.ts';

/** A comment or an issue of ours with our key. */
export interface Post {
  /** A comment's id, an issue's number. */
  id: number;
  url: string;
  isOpen: boolean;
  /** Somebody closed the issue as not planned: they know what it lists and want to hear no more of that. */
  isDeclined: boolean;
  marker: PostMarker;
  /** Below the marker. */
  text: string;
}

/** What is to be written, and what was done once it is. */
export interface Change {
  status: 'created' | 'opened' | 'updated' | 'reopened' | 'closed';
  fields: Parameters;
  /** A comment to add under the issue. */
  comment?: string;
}

/** What a run wants to be there. */
export interface Sticky {
  marker: PostMarker;
  /** The path that lists the posts and takes new ones, and that of one post. */
  path: string;
  pathOf(id: number): string;
  /** Narrows the list. */
  filter?: Parameters;
  /** The post to make where there is none. */
  creation?: Change;
  prepare?(session: ApiSession): Promise<void>;
  /** What the post that stays needs. */
  changeOf(post: Post): Change | 'unchanged' | 'left-closed';
  /** How a duplicate is closed; it is deleted when this is absent. */
  closing?(kept: Post): Change;
}

/** What came of it. */
interface Settled {
  status: Change['status'] | 'not-wanted' | 'unchanged' | 'left-closed' | 'left-alone' | 'superseded';
  /** Of the post that stays. */
  url?: string;
  /** Why the comment under the issue could not be added. */
  untold?: ApiFailure;
  /** The post was written by another step or job of this very run, which shares the key by mistake. */
  isTakenOver?: true;
}

export type StickyStep =
  | { kind: 'create'; change: Change }
  | { kind: 'change'; post: Post; change: Change }
  | { kind: 'remove'; duplicate: Post; kept: Post }
  | ({ kind: 'done' } & Pick<Settled, 'status' | 'url'>);

export type Outcome =
  | (Omit<Settled, 'untold'> & { untold?: ApiRefusal })
  | ({ status: 'refused' } & ApiRefusal);

interface Publication {
  run: WorkflowRun;
  task: PublishTask;
  /** What is wanted, with a text of at most so many bytes of UTF-8. */
  inBytes(budget: number): Sticky;
  /** What is tried when GitHub takes less than it documents. */
  shorterBytes: number;
}

/** What GitHub refuses comes back in words: the result stands without a comment or an issue. */
export async function publishSticky(github: GitHub, publication: Publication): Promise<Outcome> {
  const { run, task, inBytes, shorterBytes } = publication;
  const session = github.session();
  try {
    const whole = await settle(session, inBytes(MARKDOWN_BUDGET)).catch(whenFailed(['too-long'], undefined));
    const { untold, ...outcome } = whole ?? (await settle(session, inBytes(shorterBytes)));
    const ofComment = { ...task, noun: `the comment under ${task.noun}` };
    return { ...outcome, ...(untold && { untold: refusalOf(untold, ofComment, run) }) };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { status: 'refused', ...refusalOf(error.failure, task, run) };
  }
}

/** Steps of ours among those of the runs that race us; the rest is left to them. */
const MOST_STEPS = 10;

/** Takes steps until nothing is left to do. */
async function settle(session: ApiSession, sticky: Sticky): Promise<Settled> {
  let written: Settled | undefined;
  try {
    for (let taken = 0; taken < MOST_STEPS; taken += 1) {
      const step = nextStep(await ownPosts(session, sticky), sticky, written !== undefined);
      if (step.kind === 'done') return settledAs(step, written);
      const isTakenOver = step.kind === 'change' && byAge(step.post.marker, sticky.marker) === 0;
      const now = await takeStep(session, sticky, step);
      if (now) written = { ...written, ...now, ...(isTakenOver && { isTakenOver }) };
    }
  } catch (error) {
    // What was written stands, though GitHub then failed to show it.
    if (written === undefined || !(error instanceof ApiError)) throw error;
  }
  return written ?? { status: 'unchanged' };
}

/** What we did is told, unless a newer run has overwritten it. The link leads to the post that stays. */
const settledAs = ({ status, url }: Settled, written: Settled | undefined): Settled => ({
  ...(written ?? { status }),
  ...(status === 'superseded' && { status }),
  ...(url !== undefined && { url }),
});

/**
 * The oldest post stays and shows what the newest run says. The others, left by runs that raced, are removed, each by a
 * run that is not older, and only once that run's text is safe.
 */
export function nextStep(own: readonly Post[], sticky: Sticky, hasWritten: boolean): StickyStep {
  const { marker, creation } = sticky;
  const [kept, ...others] = own.toSorted((a, b) => a.id - b.id);
  if (kept === undefined)
    return creation && !hasWritten
      ? { kind: 'create', change: creation }
      : { kind: 'done', status: 'not-wanted' };
  const isNewer = (post: Post): boolean => byAge(post.marker, marker) > 0;
  // Two jobs of one run that share a key would overwrite each other for ever: each writes once.
  const isOurs = hasWritten && byAge(kept.marker, marker) === 0;
  const change = own.some(isNewer) ? 'superseded' : isOurs ? 'unchanged' : sticky.changeOf(kept);
  if (typeof change === 'object') return { kind: 'change', post: kept, change };
  const duplicate = others.find((post) => post.isOpen && !isNewer(post));
  if (duplicate) return { kind: 'remove', duplicate, kept };
  return { kind: 'done', status: change, url: kept.url };
}

/** The answer about a comment or an issue, as far as it is looked at. */
const Answer = v.pipe(
  v.object({
    id: v.number(),
    number: v.optional(v.number()),
    html_url: v.string(),
    body: v.nullish(v.string(), ''),
    user: v.nullable(v.object({ login: v.string() })),
    state: v.optional(v.string(), 'open'),
    state_reason: v.nullish(v.string()),
    /** Set when the issue is a pull request. */
    pull_request: v.optional(v.unknown()),
  }),
  v.transform(({ id, number = id, html_url, body, state, ...issue }) => ({
    id: number,
    url: html_url,
    body,
    isOpen: state === 'open',
    isDeclined: state !== 'open' && issue.state_reason === 'not_planned',
    author: issue.user?.login,
    marker: issue.pull_request === undefined ? readMarker(body) : undefined,
  })),
);

/** Those of the token's own author with our key, whatever page they are on. */
async function ownPosts(session: ApiSession, { path, filter = {}, marker }: Sticky): Promise<Post[]> {
  const answers = await session.list(path, filter, Answer);
  const marked = answers.filter((answer) => answer.marker?.key === marker.key);
  if (marked.length === 0) return [];
  // Anybody may write our marker: what counts is who wrote it.
  const login = await session.viewer();
  return marked.flatMap(({ author, body, marker: own, ...post }) =>
    own && author === login ? [{ ...post, marker: own, text: belowFirstLine(body) }] : [],
  );
}

/** What was done to the post that stays; undefined when another one was removed, or the post is not what it was. */
async function takeStep(
  session: ApiSession,
  sticky: Sticky,
  step: Exclude<StickyStep, { kind: 'done' }>,
): Promise<Settled | undefined> {
  switch (step.kind) {
    case 'create': {
      await sticky.prepare?.(session);
      const { status, fields } = step.change;
      // Whichever run made it: the next look decides what becomes of it.
      const findMade = async () => (await ownPosts(session, sticky)).at(0);
      const { url } = await session.post<{ url: string }>(sticky.path, fields, Answer, findMade);
      return { status, url };
    }
    case 'change':
      return applyChange(session, sticky, step.post, step.change);
    case 'remove':
      if (sticky.closing) await applyChange(session, sticky, step.duplicate, sticky.closing(step.kept));
      else await session.delete(sticky.pathOf(step.duplicate.id));
      return undefined;
    default:
      return step satisfies never;
  }
}

async function applyChange(
  session: ApiSession,
  { marker, pathOf }: Sticky,
  post: Post,
  { status, fields, comment }: Change,
): Promise<Settled | undefined> {
  const path = pathOf(post.id);
  // Looked at once more, for the list may be seconds old.
  const isWritten = async (): Promise<boolean> => {
    const now = await session.get(path, Answer);
    const isSame = now.marker && byAge(now.marker, post.marker) === 0 && now.isOpen === post.isOpen;
    if (isSame) await session.patch(path, fields, v.object({}));
    return isSame ?? false;
  };
  if (!(await isWritten().catch(whenFailed(['not-found', 'gone'], false)))) return undefined;
  const untold = comment && (await addComment(session, `${path}/comments`, withMarker(marker, comment)));
  return { status, url: post.url, ...(untold && { untold }) };
}

/** Comments once, though the answer to an earlier try got lost. Gives why it could not. */
async function addComment(session: ApiSession, path: string, body: string): Promise<ApiFailure | undefined> {
  const findMade = async () =>
    (await session.list(path, {}, Answer)).find((one) => one.body.replaceAll('\r\n', '\n') === body);
  try {
    await session.post<object>(path, { body }, v.object({}), findMade);
    return undefined;
  } catch (error) {
    if (error instanceof ApiError) return error.failure;
    throw error;
  }
}

/** Another commit is written even under the same text, or a slow run of one in between would take itself for newer. */
export const isUpToDate = (post: Post, { marker }: Pick<Sticky, 'marker'>, text: string): boolean =>
  post.text === text && post.marker.head === marker.head;

/** A text as GitHub gives it back. */
export const wellFormed = (text: string): string =>
  text
    .replace(/\p{Surrogate}|\0/gu, '\uFFFD')
    .replaceAll('\r\n', '\n')
    .trimEnd();
