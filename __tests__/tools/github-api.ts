// GitHub's API as a server on this machine, with state: what one run writes, the next finds. Every request and every
// answer must agree with GitHub's own description; tests assert that `problems` is empty. What goes wrong is ordered.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { operationFor, problemsOfRequest, problemsOfResponse } from './github-api-description.ts';
import { type Answer, type Asked, failed, HANDLERS, type State } from './github-api-handlers.ts';

/** What goes wrong with a request. */
export interface Fault {
  /** Answered in place of GitHub's own answer. */
  status?: number;
  headers?: Record<string, string>;
  message?: string;
  /** Answered in place of `message`. */
  json?: unknown;
  /** The whole answer, by something that is not GitHub: a page of a proxy. */
  page?: string;
  /** The connection breaks: before anything is answered, or in the middle of the answer. */
  drop?: 'before-answer' | 'in-answer';
  /** GitHub does what is asked all the same, before things go wrong. */
  isDone?: boolean;
  /** Milliseconds before the answer. */
  delay?: number;
}

export interface Received {
  method: string;
  path: string;
  query: string;
  body: unknown;
  headers: IncomingMessage['headers'];
}

export interface GitHubServer extends State {
  /** For `GITHUB_API_URL`; with `/api/v3` behind it as well, as on GitHub Enterprise Server. */
  url: string;
  received: Received[];
  /** Received so far, as `POST /repos/acme/shop/issues/7/comments`. */
  requests(): string[];
  /** Requests and answers that GitHub's description refuses. */
  problems: string[];
  /** The next requests that begin so, `POST /repos`, go wrong. */
  order(beginning: string, fault: Fault, times?: number): void;
  /** The next requests that begin so wait until there are `count`, and are carried out in the order of `sort`. */
  gather(beginning: string, count: number, sort?: (a: Received, b: Received) => number): void;
  /** Does something before the next request that begins so is carried out. */
  before(beginning: string, act: () => void): void;
  close(): Promise<void>;
}

interface Gathering {
  beginning: string;
  count: number;
  sort: (a: Received, b: Received) => number;
  waiting: { received: Received; go: () => void }[];
}

/** Starts GitHub. The repository is `acme/shop`. */
export async function startGitHub(): Promise<GitHubServer> {
  const orders: { beginning: string; fault: Fault }[] = [];
  const gatherings: Gathering[] = [];
  const closed = new AbortController();
  const acts: { beginning: string; act: () => void }[] = [];
  const http = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      github.problems.push(`the server failed: ${error instanceof Error ? error.stack : error}`);
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const github: GitHubServer = {
    url,
    place: { url, owner: 'acme', name: 'shop' },
    pulls: new Map(),
    tokens: new Map(),
    bodyLimit: 262_144,
    areIssuesOff: false,
    lastId: 1000,
    received: [],
    problems: [],
    requests: () => github.received.map(({ method, path }) => `${method} ${path}`),
    order(beginning, fault, times = 1) {
      for (let time = 0; time < times; time += 1) orders.push({ beginning, fault });
    },
    gather(beginning, count, sort = () => 0) {
      gatherings.push({ beginning, count, sort, waiting: [] });
    },
    before(beginning, act) {
      acts.push({ beginning, act });
    },
    close: () =>
      new Promise((resolve) => {
        closed.abort();
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const received = await receive(request);
    github.received.push(received);
    const line = `${received.method} ${received.path}`;
    await gathered(line, received);
    takeFirst(acts, line)?.act();
    const fault = takeFirst(orders, line)?.fault;
    const answer = fault === undefined || doesWork(fault) ? carryOut(received) : undefined;
    if (fault?.delay) await sleep(fault.delay, undefined, { signal: closed.signal }).catch(() => undefined);
    if (!closed.signal.aborted) respond(response, fault, answer, received);
  }

  async function gathered(line: string, received: Received): Promise<void> {
    const gathering = gatherings.find(({ beginning }) => line.startsWith(beginning));
    if (gathering === undefined) return;
    const { count, sort, waiting } = gathering;
    await new Promise<void>((go) => {
      waiting.push({ received, go });
      if (waiting.length < count) return;
      gatherings.splice(gatherings.indexOf(gathering), 1);
      for (const each of waiting.toSorted((a, b) => sort(a.received, b.received))) each.go();
    });
  }

  function carryOut(received: Received): Answer {
    if (received.path === '/graphql') return graphql(received, github);
    const matched = operationFor(received.method, received.path);
    const handler = matched && HANDLERS[matched.operation.operationId];
    if (!matched || !handler) return refuse(received, ['no such operation is described, or served']);
    const query = new URLSearchParams(received.query);
    const problems = [...problemsOfHeaders(received), ...problemsOfRequest(matched, query, received.body)];
    if (problems.length > 0) return refuse(received, problems);
    return permitted(received, { values: matched.values, query, body: received.body }, handler);
  }

  function permitted(
    { method, headers }: Received,
    asked: Omit<Asked, 'login'>,
    handler: (asked: Asked, state: State) => Answer,
  ): Answer {
    const viewer = github.tokens.get(tokenOf(headers));
    const { owner, repo } = asked.values;
    if (viewer === undefined) return failed(401, 'Bad credentials');
    if (owner !== github.place.owner || repo !== github.place.name) return failed(404, 'Not Found');
    if (method !== 'GET' && viewer.rights === 'read-only') {
      return failed(403, 'Resource not accessible by integration');
    }
    return handler({ ...asked, login: viewer.login }, github);
  }

  function refuse({ method, path }: Received, problems: string[]): Answer {
    github.problems.push(...problems.map((problem) => `${method} ${path}: ${problem}`));
    return failed(400, problems.join('; '));
  }

  /** Writes the answer, after the description agreed to it. */
  function respond(
    response: ServerResponse,
    fault: Fault | undefined,
    answer: Answer | undefined,
    { method, path }: Received,
  ): void {
    if (fault?.drop === 'before-answer') return void response.destroy();
    if (fault?.page !== undefined) {
      response.writeHead(fault.status ?? 200, { 'content-type': 'text/html; charset=utf-8' });
      return void response.end(fault.page);
    }
    const { status, json, headers } = fault?.status === undefined && answer ? answer : answerOf(fault ?? {});
    const matched = operationFor(method, path);
    if (matched && status !== 400) {
      const problems = problemsOfResponse(matched, status, json);
      github.problems.push(...problems.map((problem) => `${method} ${path} ${status}: ${problem}`));
    }
    const text = json === undefined ? '' : JSON.stringify(json);
    response.writeHead(status, {
      ...(json !== undefined && { 'content-type': 'application/json; charset=utf-8' }),
      ...(json !== undefined && { 'content-length': Buffer.byteLength(text) }),
      ...headers,
    });
    if (fault?.drop === 'in-answer') response.write(text.slice(0, text.length / 2), () => response.destroy());
    else response.end(text);
  }

  return github;
}

/** Takes the first that is meant for a request out of a list. */
function takeFirst<T extends { beginning: string }>(list: T[], line: string): T | undefined {
  const at = list.findIndex(({ beginning }) => line.startsWith(beginning));
  return at === -1 ? undefined : list.splice(at, 1)[0];
}

const doesWork = (fault: Fault): boolean =>
  fault.isDone === true ||
  (fault.status === undefined && fault.drop === undefined && fault.page === undefined);

const answerOf = ({ status = 500, message = 'Ordered by a test', headers, json }: Fault): Answer =>
  json === undefined ? failed(status, message, headers) : { status, json, headers: headers ?? {} };

async function receive(request: IncomingMessage): Promise<Received> {
  const { method = '', url = '', headers } = request;
  const text = await readText(request);
  const { pathname, search } = new URL(url, 'http://localhost');
  const path = pathname.replace(/^\/api\/v3\//, '/').replace(/^\/api\/graphql$/, '/graphql');
  return { method, path, query: search.slice(1), body: text === '' ? undefined : JSON.parse(text), headers };
}

const tokenOf = (headers: IncomingMessage['headers']): string =>
  (headers.authorization ?? '').replace(/^(token|bearer) /i, '');

/** What GitHub asks of headers: it refuses requests without a user agent. */
const problemsOfHeaders = ({ headers, body }: Received): string[] => [
  ...(headers['user-agent'] ? [] : ['there is no user agent']),
  ...(headers.accept?.includes('json') ? [] : ['JSON is not asked for']),
  ...(headers['x-github-api-version'] === '2022-11-28' ? [] : ['the version of the API is not named']),
  ...(body === undefined || headers['content-type']?.startsWith('application/json')
    ? []
    : ['the body does not say that it is JSON']),
];

/** GraphQL is not in the description: the one query in use is checked by hand. */
function graphql({ method, body, headers }: Received, { tokens, problems }: GitHubServer): Answer {
  const viewer = tokens.get(tokenOf(headers));
  if (viewer === undefined) return failed(401, 'Bad credentials');
  const isViewer = JSON.stringify(body) === JSON.stringify({ query: 'query { viewer { login } }' });
  if (method !== 'POST' || !isViewer)
    problems.push(`graphql: not the query of the viewer: ${JSON.stringify(body)}`);
  return { status: 200, json: { data: { viewer: { login: viewer.login } } } };
}
