// The client of GitHub's API: which requests there are, and which of them may be sent twice. A POST that GitHub may have
// carried out is looked for before it is sent again, so that nothing is made twice.

import * as v from 'valibot';
import { VERSION } from '../../version.ts';
import type { WorkflowRun } from '../event.ts';
import { attempt, type Limits, PATIENCE, type Patience, TIME, type Time } from './attempt.ts';
import { ApiError, whenFailed } from './failure.ts';

type AnswerShape<T> = v.GenericSchema<unknown, T>;

export type Parameters = Readonly<Record<string, string | number | readonly string[]>>;

/** Requests about the run's repository that together end in time. They throw ApiError for whatever GitHub does. */
export interface ApiSession {
  /** `path` goes on after `/repos/OWNER/NAME`. */
  get<T>(path: string, shape: AnswerShape<T>): Promise<T>;
  /** Everything, on all pages. */
  list<T>(path: string, parameters: Parameters, item: AnswerShape<T>): Promise<T[]>;
  patch<T>(path: string, parameters: Parameters, shape: AnswerShape<T>): Promise<T>;
  /** What is gone already counts as deleted. */
  delete(path: string): Promise<void>;
  /** `findMade` looks for what an earlier try made when its answer got lost. */
  post<T>(
    path: string,
    parameters: Parameters,
    shape: AnswerShape<T>,
    findMade: () => Promise<T | undefined>,
  ): Promise<T>;
  /** The login that the token writes as, as REST spells it. */
  viewer(): Promise<string>;
}

export interface GitHub {
  session(patience?: Partial<Patience>): ApiSession;
}

/** A client for the run's repository. It sends nothing yet, and takes any token: a bad one is a failure of requests. */
export function connect(token: string, run: WorkflowRun, time: Time = TIME): GitHub {
  const secret = token.trim();
  const octokit = octokitOf(secret, run);
  const hide = (text: string): string => (secret === '' ? text : text.replaceAll(secret, '***'));
  return {
    session(own) {
      const patience = { ...PATIENCE, ...own };
      const limits = { time, patience, deadline: time.now() + patience.totalMs, hide };
      return sessionOn(octokit, run, limits);
    },
  };
}

/** Octokit would write to the console. Only the entry point writes. */
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

const HEADERS = { 'x-github-api-version': '2022-11-28' };

function octokitOf(token: string, { apiUrl }: WorkflowRun) {
  // Loaded when it is needed: the toolkit reads the event's payload while it loads, and throws when that is broken.
  const load = async () => {
    const { getOctokit } = await import('@actions/github');
    return getOctokit(token, {
      baseUrl: apiUrl,
      log: SILENT,
      userAgent: `supabase-drift-gate/${VERSION}`,
    });
  };
  let loaded: ReturnType<typeof load> | undefined;
  return async () => {
    if (token === '') throw new ApiError({ kind: 'no-token' });
    // fetch repeats a header that it refuses in the message of its error.
    if (!/^[\x21-\x7e]+$/.test(token)) throw new ApiError({ kind: 'malformed-token' });
    loaded ??= load();
    return await loaded;
  };
}

const PER_PAGE = 100;

function sessionOn(
  octokit: ReturnType<typeof octokitOf>,
  { repository }: WorkflowRun,
  limits: Limits,
): ApiSession {
  const ask =
    <T>(
      method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
      path: string,
      parameters: Parameters,
      shape: AnswerShape<T>,
    ) =>
    async (signal: AbortSignal): Promise<T> => {
      const { request } = await octokit();
      const answer = await request(`${method} /repos/${repository}${path}`, {
        ...parameters,
        headers: HEADERS,
        request: { signal },
      });
      return shaped(answer.data, shape);
    };
  const askViewer = async (signal: AbortSignal): Promise<string> => {
    const { graphql } = await octokit();
    const answer = await graphql('query { viewer { login } }', { headers: HEADERS, request: { signal } });
    return shaped(answer, Viewer).viewer.login;
  };
  let viewer: Promise<string> | undefined;
  return {
    get: (path, shape) => attempt(ask('GET', path, {}, shape), limits),
    async list(path, parameters, item) {
      const found = [];
      for (let page = 1; ; page += 1) {
        const query = { ...parameters, per_page: PER_PAGE, page };
        const items = await attempt(ask('GET', path, query, v.array(item)), limits);
        found.push(...items);
        if (items.length < PER_PAGE) return found;
      }
    },
    patch: (path, parameters, shape) => attempt(ask('PATCH', path, parameters, shape), limits),
    async delete(path) {
      await attempt(ask('DELETE', path, {}, v.unknown()), limits).catch(whenFailed(['not-found'], undefined));
    },
    post: (path, parameters, shape, findMade) =>
      attempt(ask('POST', path, parameters, shape), limits, findMade),
    viewer() {
      viewer ??= attempt(askViewer, limits).catch(
        whenFailed(['forbidden', 'not-found', 'refused'], WORKFLOW),
      );
      return viewer;
    },
  };
}

/** A connection that breaks in the middle of an answer, or a proxy that answers itself, looks like success to Octokit. */
function shaped<T>(data: unknown, shape: AnswerShape<T>): T {
  const parsed = v.safeParse(shape, data);
  if (!parsed.success) throw new ApiError({ kind: 'garbled' });
  return parsed.output;
}

/** GraphQL tells a workflow's token who it is; `GET /user` refuses to. */
const Viewer = v.object({ viewer: v.object({ login: v.string() }) });

/** Who writes with the token of a workflow. */
const WORKFLOW = 'github-actions[bot]';
