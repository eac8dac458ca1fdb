// What GitHub does for each operation, by the name that its description gives it. An operation more is an entry more.

import {
  type Comment,
  commentAnswer,
  fileAnswer,
  type Issue,
  type Place,
  type Pull,
  pullAnswer,
  type Thread,
  type Viewer,
} from './github-api-objects.ts';

/** What GitHub keeps. */
export interface State {
  place: Place;
  pulls: Map<number, Pull>;
  issues: Issue[];
  labels: Set<string>;
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

export const NOT_FOUND = failed(404, 'Not Found');

export const TOO_LONG: Answer = {
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

export type Handlers = Record<string, (asked: Asked, state: State) => Answer>;

export const HANDLERS: Handlers = {
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

  'issues/list-comments': ({ values, query }, state) => {
    const thread = threadOf(values.issue_number, state);
    if (!thread) return NOT_FOUND;
    const { items, headers } = page(thread.comments, query);
    return {
      status: 200,
      json: items.map((comment) => commentAnswer(comment, thread, state.place)),
      headers,
    };
  },

  'issues/create-comment': ({ values, body, login }, state) => {
    const thread = threadOf(values.issue_number, state);
    if (state.areIssuesOff) return failed(410, 'Issues are disabled for this repo');
    if (!thread) return NOT_FOUND;
    if (thread.isLocked) return failed(403, 'Unable to create comment because issue is locked.');
    const text = bodyOf(body);
    if (Buffer.byteLength(text) > state.bodyLimit) return TOO_LONG;
    const comment = addComment(state, thread, login, text);
    return { status: 201, json: commentAnswer(comment, thread, state.place) };
  },

  'issues/get-comment': ({ values }, state) => {
    const found = findComment(values.comment_id, state);
    return found ? { status: 200, json: commentAnswer(found.comment, found.thread, state.place) } : NOT_FOUND;
  },

  'issues/update-comment': ({ values, body }, state) => {
    const found = findComment(values.comment_id, state);
    if (!found) return NOT_FOUND;
    const text = bodyOf(body);
    if (Buffer.byteLength(text) > state.bodyLimit) return TOO_LONG;
    found.comment.body = text;
    found.comment.updatedAt = new Date().toISOString();
    return { status: 200, json: commentAnswer(found.comment, found.thread, state.place) };
  },

  'issues/delete-comment': ({ values }, state) => {
    const found = findComment(values.comment_id, state);
    if (!found) return NOT_FOUND;
    found.thread.comments = found.thread.comments.filter((comment) => comment !== found.comment);
    return { status: 204 };
  },
};

/** Adds a comment as if its author wrote it now. */
export function addComment(state: State, thread: Thread, author: string, body: string): Comment {
  state.lastId += 1;
  const now = new Date().toISOString();
  const comment: Comment = { id: state.lastId, author, body, createdAt: now, updatedAt: now };
  thread.comments.push(comment);
  return comment;
}

/** The description saw to it that there is a text. */
function bodyOf(body: unknown): string {
  const text: unknown = typeof body === 'object' && body !== null && Reflect.get(body, 'body');
  return String(text);
}

const threadsOf = ({ pulls, issues }: State): Thread[] => [...pulls.values(), ...issues];

const threadOf = (number: string | undefined, state: State): Thread | undefined =>
  threadsOf(state).find((thread) => thread.number === Number(number));

function findComment(id: string | undefined, state: State): { thread: Thread; comment: Comment } | undefined {
  for (const thread of threadsOf(state)) {
    const comment = thread.comments.find((each) => each.id === Number(id));
    if (comment) return { thread, comment };
  }
  return undefined;
}

/** GitHub gives 30 a page unless told, and never more than 100. */
export function page<T>(
  all: readonly T[],
  query: URLSearchParams,
): { items: T[]; headers: Record<string, string> } {
  const size = Math.min(Number(query.get('per_page') ?? 30), 100);
  const number = Number(query.get('page') ?? 1);
  const items = all.slice((number - 1) * size, number * size);
  const hasMore = number * size < all.length;
  return { items, headers: hasMore ? { link: `<?page=${number + 1}&per_page=${size}>; rel="next"` } : {} };
}
