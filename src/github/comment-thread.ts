// The comments of one pull request: finds ours, and writes.

import * as v from 'valibot';
import type { Session } from './api.ts';
import type { CommentStep, OwnComment, Wanted } from './comment-step.ts';
import { ApiError } from './failure.ts';
import { byAge, markerLine, readMarker, textUnderMarker } from './marker.ts';

export interface Written {
  status: 'created' | 'updated';
  url: string;
}

export interface CommentThread {
  /** Those of the token's own author that bear the key, whatever page they are on. */
  own(key: string): Promise<OwnComment[]>;
  /** What it wrote; undefined when it deleted, or when the comment to update is not what it was any more. */
  take(step: Exclude<CommentStep, { kind: 'done' }>, wanted: Wanted): Promise<Written | undefined>;
}

const Listed = v.object({
  id: v.number(),
  html_url: v.string(),
  body: v.optional(v.string(), ''),
  user: v.nullable(v.object({ login: v.string() })),
});

/** An answer to a write. */
const Url = v.pipe(
  v.object({ html_url: v.string() }),
  v.transform(({ html_url }) => ({ url: html_url })),
);

const OF_PULL = '/issues/{issue_number}/comments';
const ONE = '/issues/comments/{comment_id}';

export function commentsOf(session: Session, pullNumber: number): CommentThread {
  const own = async (key: string): Promise<OwnComment[]> => {
    const comments = await session.list(OF_PULL, { issue_number: pullNumber }, Listed);
    const marked = comments.flatMap((comment) => {
      const marker = readMarker(comment.body);
      return marker?.key === key ? [{ ...comment, marker }] : [];
    });
    if (marked.length === 0) return [];
    // Anybody may write our marker: what counts is who wrote it.
    const login = await session.viewer();
    return marked
      .filter(({ user }) => user?.login === login)
      .map(({ id, html_url, body, marker }) => ({ id, url: html_url, marker, text: textUnderMarker(body) }));
  };

  const create = async ({ marker, text }: Wanted): Promise<Written> => {
    const body = `${markerLine(marker)}\n${text}`;
    // Whosever run it is of: the next look decides what becomes of it.
    const findMade = async () => (await own(marker.key)).at(0);
    const { url } = await session.post(OF_PULL, { issue_number: pullNumber, body }, Url, findMade);
    return { status: 'created', url };
  };

  const update = async (comment: OwnComment, { marker, text }: Wanted): Promise<Written | undefined> => {
    const body = `${markerLine(marker)}\n${text}`;
    const which = { comment_id: comment.id };
    try {
      // Looked at once more, for the list may be seconds old. GitHub has no write on a condition.
      const now = readMarker((await session.get(ONE, which, Listed)).body);
      if (now === undefined || byAge(now, comment.marker) !== 0) return undefined;
      const { url } = await session.patch(ONE, { ...which, body }, Url);
      return { status: 'updated', url };
    } catch (error) {
      if (error instanceof ApiError && error.failure.kind === 'not-found') return undefined;
      throw error;
    }
  };

  return {
    own,
    async take(step, wanted) {
      switch (step.kind) {
        case 'create':
          return create(wanted);
        case 'update':
          return update(step.comment, wanted);
        case 'delete':
          await session.delete(ONE, { comment_id: step.id });
          return undefined;
        default:
          return step satisfies never;
      }
    },
  };
}
