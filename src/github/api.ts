// The client of GitHub's API: which requests there are, and which of them may be sent twice. A POST that GitHub may have
// carried out is looked for before it is sent again, so that nothing is made twice.

import * as v from 'valibot';
import { attempt, type Limits } from './attempt.ts';
import { ApiError } from './failure.ts';
import { PATIENCE, type Patience, TIME, type Time } from './patience.ts';
import type { Run } from './run.ts';
import { type Method, type Parameters, type Wire, wireOf } from './wire.ts';

type Shape<T> = v.GenericSchema<unknown, T>;

/** Requests about the run's repository that together end in time. They throw ApiError for whatever GitHub does. */
export interface Session {
  get<T>(path: string, parameters: Parameters, shape: Shape<T>): Promise<T>;
  /** Everything, on all pages. */
  list<T>(path: string, parameters: Parameters, item: Shape<T>): Promise<T[]>;
  patch<T>(path: string, parameters: Parameters, shape: Shape<T>): Promise<T>;
  /** What is gone already counts as deleted. */
  delete(path: string, parameters: Parameters): Promise<void>;
  /** `findMade` looks for what an earlier try made when its answer got lost. */
  post<T>(
    path: string,
    parameters: Parameters,
    shape: Shape<T>,
    findMade: () => Promise<T | undefined>,
  ): Promise<T>;
  /** The login that the token writes as, as REST spells it. */
  viewer(): Promise<string>;
}

export interface GitHub {
  session(patience?: Partial<Patience>): Session;
}

/** A client for the run's repository. It sends nothing yet, and takes any token: a bad one is a failure of requests. */
export function connect(token: string, run: Run, time: Time = TIME, patience: Patience = PATIENCE): GitHub {
  const secret = token.trim();
  const wire = wireOf(secret, run);
  const hide = (text: string): string => (secret === '' ? text : text.replaceAll(secret, '***'));
  return {
    session(own) {
      const limits = { ...patience, ...own };
      return sessionOn(wire, { time, patience: limits, deadline: time.now() + limits.totalMs, hide });
    },
  };
}

const PER_PAGE = 100;

function sessionOn(wire: Wire, limits: Limits): Session {
  const ask =
    <T>(method: Method, path: string, parameters: Parameters, shape: Shape<T>) =>
    async (signal: AbortSignal): Promise<T> =>
      shaped(await wire.send(method, path, parameters, signal), shape);
  const get: Session['get'] = (path, parameters, shape) =>
    attempt(ask('GET', path, parameters, shape), limits);
  let viewer: Promise<string> | undefined;
  return {
    get,
    async list(path, parameters, item) {
      const found = [];
      for (let page = 1; ; page += 1) {
        const items = await get(path, { ...parameters, per_page: PER_PAGE, page }, v.array(item));
        found.push(...items);
        if (items.length < PER_PAGE) return found;
      }
    },
    patch: (path, parameters, shape) => attempt(ask('PATCH', path, parameters, shape), limits),
    async delete(path, parameters) {
      try {
        await attempt(ask('DELETE', path, parameters, v.unknown()), limits);
      } catch (error) {
        if (!(error instanceof ApiError && error.failure.kind === 'not-found')) throw error;
      }
    },
    post: (path, parameters, shape, findMade) =>
      attempt(ask('POST', path, parameters, shape), limits, findMade),
    viewer() {
      viewer ??= viewerOf(wire, limits);
      return viewer;
    },
  };
}

/** A connection that breaks in the middle of an answer, or a proxy that answers itself, looks like success to Octokit. */
function shaped<T>(data: unknown, shape: Shape<T>): T {
  const parsed = v.safeParse(shape, data);
  if (!parsed.success) throw new ApiError({ kind: 'garbled' });
  return parsed.output;
}

const Viewer = v.object({ viewer: v.object({ login: v.string() }) });

/** Who writes with the token of a workflow. */
const WORKFLOW = 'github-actions[bot]';

/** GraphQL tells a workflow's token who it is; `GET /user` refuses to. */
async function viewerOf(wire: Wire, limits: Limits): Promise<string> {
  const ask = async (signal: AbortSignal) =>
    shaped(await wire.graphql('query { viewer { login } }', signal), Viewer);
  try {
    return (await attempt(ask, limits)).viewer.login;
  } catch (error) {
    const isRefused =
      error instanceof ApiError && ['forbidden', 'not-found', 'refused'].includes(error.failure.kind);
    if (isRefused) return WORKFLOW;
    throw error;
  }
}
