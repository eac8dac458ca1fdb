// What GitHub does about issues and their labels.

import { failed, type Handlers, NOT_FOUND, page, type State, TOO_LONG } from './github-api-handlers.ts';
import { type Issue, issueAnswer, labelAnswer } from './github-api-objects.ts';

/** What a request may set of an issue. The description saw to it that the values are of these kinds. */
type Changes = Partial<Pick<Issue, 'title' | 'body' | 'labels' | 'state'>> & {
  state_reason?: Issue['reason'];
};

const OFF = (): ReturnType<typeof failed> => failed(410, 'Issues has been disabled in this repository.');

const changesIn = (body: unknown): Changes => (typeof body === 'object' && body !== null ? body : {});

const isTooLong = ({ body = '' }: Changes, { bodyLimit }: State): boolean =>
  Buffer.byteLength(body) > bodyLimit;

export const ISSUE_HANDLERS: Handlers = {
  /** Open ones unless told, the newest first unless told. */
  'issues/list-for-repo': ({ query }, { issues, place }) => {
    const state = query.get('state') ?? 'open';
    const labels = query.get('labels')?.split(',') ?? [];
    const found = issues
      .filter((issue) => state === 'all' || issue.state === state)
      .filter((issue) => labels.every((label) => issue.labels.includes(label)))
      .sort((a, b) => (query.get('direction') === 'asc' ? a.number - b.number : b.number - a.number));
    const { items, headers } = page(found, query);
    return { status: 200, json: items.map((issue) => issueAnswer(issue, place)), headers };
  },

  'issues/create': ({ body, login }, state) => {
    if (state.areIssuesOff) return OFF();
    const { title = '', body: text = '', labels = [] } = changesIn(body);
    if (isTooLong({ body: text }, state)) return TOO_LONG;
    const issue = addIssue(state, { author: login, title, body: text, labels });
    return { status: 201, json: issueAnswer(issue, state.place) };
  },

  'issues/get': ({ values }, { issues, place }) => {
    const issue = issues.find(({ number }) => number === Number(values.issue_number));
    return issue ? { status: 200, json: issueAnswer(issue, place) } : NOT_FOUND;
  },

  'issues/update': ({ values, body }, state) => {
    const issue = state.issues.find(({ number }) => number === Number(values.issue_number));
    if (!issue) return NOT_FOUND;
    const { state_reason: reason, ...changes } = changesIn(body);
    if (isTooLong(changes, state)) return TOO_LONG;
    Object.assign(issue, changes, { updatedAt: new Date().toISOString() });
    if (changes.state !== undefined)
      issue.reason = reason ?? (changes.state === 'closed' ? 'completed' : 'reopened');
    return { status: 200, json: issueAnswer(issue, state.place) };
  },

  'issues/create-label': ({ body }, { labels, place }) => {
    const name = String(typeof body === 'object' && body !== null && Reflect.get(body, 'name'));
    if (labels.has(name)) {
      const errors = [{ resource: 'Label', code: 'already_exists', field: 'name' }];
      return {
        ...failed(422, 'Validation Failed'),
        json: { message: 'Validation Failed', documentation_url: 'https://docs.github.com/rest', errors },
      };
    }
    labels.add(name);
    return { status: 201, json: labelAnswer(name, place) };
  },
};

/** Opens an issue as if its author did it now. */
export function addIssue(
  state: State,
  { author, ...changes }: Partial<Issue> & Pick<Issue, 'author'>,
): Issue {
  const now = new Date().toISOString();
  const numbers = [...state.issues.map(({ number }) => number), ...state.pulls.keys()];
  const issue: Issue = {
    number: Math.max(0, ...numbers) + 1,
    author,
    title: '',
    body: '',
    labels: [],
    state: 'open',
    reason: null,
    comments: [],
    isLocked: false,
    createdAt: now,
    updatedAt: now,
    ...changes,
  };
  for (const label of issue.labels) state.labels.add(label);
  state.issues.push(issue);
  return issue;
}
