// What GitHub does for each operation, by the name that its description gives it. An operation more is an entry more.

import {
  type Comment,
  commentAnswer,
  fileAnswer,
  type Place,
  type Pull,
  pullAnswer,
  type Viewer,
} from './github-api-objects.ts';

/** What GitHub keeps. */
export interface State {
  place: Place;
  pulls: Map<number, Pull>;
  /** Whom a token belongs to. */
  tokens: Map<string, Viewer>;
  /** What GitHub takes as a body, in UTF-8 bytes; its error speaks of 65,536 characters. */
  bodyLimit: number;
  areIssuesOff: boolean;
  lastId: number;
}

export interface Asked {
  values: Record<string, string>;
  query: URLSearchParams;
  body: unknown;
  login: string;
}

export interface Answer {
  status: number;
  /** Absent: no body. */
  json?: unknown;
  headers?: Record<string, string>;
}

export const failed = (status: number, message: string, headers: Record<string, string> = {}): Answer => ({
  status,
  headers,
  json: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) },
});

const NOT_FOUND = failed(404, 'Not Found');

const TOO_LONG: Answer = {
  status: 422,
  json: {
    message: 'Validation Failed',
    errors: [
      {
        resource: 'IssueComment',
        code: 'unprocessable',
        field: 'data',
        message: 'Body is too long (maximum is 65536 characters)',
      },
    ],
    documentation_url: 'https://docs.github.com/rest/issues/comments#create-an-issue-comment',
  },
};

export const HANDLERS: Record<string, (asked: Asked, state: State) => Answer> = {
  'pulls/get': ({ values }, { pulls }) => {
    const pull = pulls.get(Number(values.pull_number));
    return pull ? { status: 200, json: pullAnswer(pull) } : NOT_FOUND;
  },

  /** GitHub lists at most 3,000 files. */
  'pulls/list-files': ({ values, query }, { pulls, place }) => {
    const pull = pulls.get(Number(values.pull_number));
    if (!pull) return NOT_FOUND;
    const { items, headers } = page(pull.files.slice(0, 3000), query);
    return { status: 200, json: items.map((file) => fileAnswer(file, pull, place)), headers };
  },

  'issues/list-comments': ({ values, query }, { pulls, place }) => {
    const pull = pulls.get(Number(values.issue_number));
    if (!pull) return NOT_FOUND;
    const { items, headers } = page(pull.comments, query);
    return { status: 200, json: items.map((comment) => commentAnswer(comment, pull, place)), headers };
  },

  'issues/create-comment': ({ values, body, login }, state) => {
    const pull = state.pulls.get(Number(values.issue_number));
    if (state.areIssuesOff) return failed(410, 'Issues are disabled for this repo');
    if (!pull) return NOT_FOUND;
    if (pull.isLocked) return failed(403, 'Unable to create comment because issue is locked.');
    const text = bodyOf(body);
    if (Buffer.byteLength(text) > state.bodyLimit) return TOO_LONG;
    const comment = addComment(state, pull, login, text);
    return { status: 201, json: commentAnswer(comment, pull, state.place) };
  },

  'issues/get-comment': ({ values }, state) => {
    const found = findComment(values.comment_id, state);
    return found ? { status: 200, json: commentAnswer(found.comment, found.pull, state.place) } : NOT_FOUND;
  },

  'issues/update-comment': ({ values, body }, state) => {
    const found = findComment(values.comment_id, state);
    if (!found) return NOT_FOUND;
    const text = bodyOf(body);
    if (Buffer.byteLength(text) > state.bodyLimit) return TOO_LONG;
    found.comment.body = text;
    found.comment.updatedAt = new Date().toISOString();
    return { status: 200, json: commentAnswer(found.comment, found.pull, state.place) };
  },

  'issues/delete-comment': ({ values }, state) => {
    const found = findComment(values.comment_id, state);
    if (!found) return NOT_FOUND;
    found.pull.comments = found.pull.comments.filter((comment) => comment !== found.comment);
    return { status: 204 };
  },
};

/** Adds a comment as if its author wrote it now. */
export function addComment(state: State, pull: Pull, author: string, body: string): Comment {
  state.lastId += 1;
  const now = new Date().toISOString();
  const comment: Comment = { id: state.lastId, author, body, createdAt: now, updatedAt: now };
  pull.comments.push(comment);
  return comment;
}

/** The description saw to it that there is a text. */
function bodyOf(body: unknown): string {
  const text: unknown = typeof body === 'object' && body !== null && Reflect.get(body, 'body');
  return String(text);
}

function findComment(id: string | undefined, { pulls }: State): { pull: Pull; comment: Comment } | undefined {
  for (const pull of pulls.values()) {
    const comment = pull.comments.find((each) => each.id === Number(id));
    if (comment) return { pull, comment };
  }
  return undefined;
}

/** GitHub gives 30 a page unless told, and never more than 100. */
function page<T>(all: readonly T[], query: URLSearchParams): { items: T[]; headers: Record<string, string> } {
  const size = Math.min(Number(query.get('per_page') ?? 30), 100);
  const number = Number(query.get('page') ?? 1);
  const items = all.slice((number - 1) * size, number * size);
  const hasMore = number * size < all.length;
  return { items, headers: hasMore ? { link: `<?page=${number + 1}&per_page=${size}>; rel="next"` } : {} };
}
