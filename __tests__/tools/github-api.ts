// GitHub's API as a server on this machine, with state: what one run writes, the next finds. Every request and every
// answer must agree with GitHub's own description; tests assert that `problems` is empty. What goes wrong is ordered.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { operationFor, problemsOfRequest, problemsOfResponse } from './github-api-description.ts';
import { type Fault, type Faults, faults, isCarriedOut, type Received } from './github-api-faults.ts';
import { type Answer, failed, HANDLERS, type State } from './github-api-handlers.ts';
import { ISSUE_HANDLERS } from './github-api-issues.ts';

export type { Fault, Received } from './github-api-faults.ts';

export interface GitHubServer extends State, Omit<Faults, 'meet'> {
  /** For `GITHUB_API_URL`; with `/api/v3` behind it as well, as on GitHub Enterprise Server. */
  url: string;
  received: Received[];
  /** What was received, as `POST /repos/acme/shop/issues/7/comments`. */
  requests(): string[];
  /** Requests and answers that GitHub's description refuses. */
  problems: string[];
  close(): Promise<void>;
}

/** Starts GitHub. The repository is `acme/shop`. */
export async function startGitHub(): Promise<GitHubServer> {
  const { meet, ...ordering } = faults();
  const closed = new AbortController();
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
    ...ordering,
    url,
    place: { url, owner: 'acme', name: 'shop' },
    pulls: new Map(),
    issues: [],
    labels: new Set(),
    tokens: new Map(),
    bodyLimit: 262_144,
    areIssuesOff: false,
    lastId: 1000,
    received: [],
    problems: [],
    requests: () => github.received.map(({ method, path }) => `${method} ${path}`),
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
    const fault = await meet(received);
    const answer = isCarriedOut(fault) ? carryOut(received, github) : undefined;
    if (fault?.delay) await sleep(fault.delay, undefined, { signal: closed.signal }).catch(() => undefined);
    if (!closed.signal.aborted) respond(response, fault ?? {}, answer, received, github);
  }

  return github;
}

async function receive(request: IncomingMessage): Promise<Received> {
  const { method = '', url = '', headers } = request;
  const text = await readText(request);
  const { pathname, search } = new URL(url, 'http://localhost');
  const path = pathname.replace(/^\/api\/v3\//, '/').replace(/^\/api\/graphql$/, '/graphql');
  return { method, path, query: search.slice(1), body: text === '' ? undefined : JSON.parse(text), headers };
}

/** Does what a request asks for, if the description allows it and the token may. */
function carryOut(received: Received, github: GitHubServer): Answer {
  const { method, path, body, headers } = received;
  const viewer = github.tokens.get((headers.authorization ?? '').replace(/^(token|bearer) /i, ''));
  if (path === '/graphql') return graphql(received, viewer?.login, github);
  const matched = operationFor(method, path);
  const handler = matched && { ...HANDLERS, ...ISSUE_HANDLERS }[matched.operation.operationId];
  if (!matched || !handler) return refuse(received, ['no such operation is described, or served'], github);
  const query = new URLSearchParams(received.query);
  const problems = [...problemsOfHeaders(received), ...problemsOfRequest(matched, query, body)];
  if (problems.length > 0) return refuse(received, problems, github);
  const { values } = matched;
  if (viewer === undefined) return failed(401, 'Bad credentials');
  if (values.owner !== github.place.owner || values.repo !== github.place.name)
    return failed(404, 'Not Found');
  if (method !== 'GET' && viewer.rights === 'read-only') {
    return failed(403, 'Resource not accessible by integration');
  }
  return handler({ values, query, body, login: viewer.login }, github);
}

/** What GitHub asks of headers; it refuses requests without a user agent. */
const problemsOfHeaders = ({ headers, body }: Received): string[] => [
  ...(headers['user-agent'] ? [] : ['there is no user agent']),
  ...(headers.accept?.includes('json') ? [] : ['JSON is not asked for']),
  ...(headers['x-github-api-version'] === '2022-11-28' ? [] : ['the version of the API is not named']),
  ...(body === undefined || headers['content-type']?.startsWith('application/json')
    ? []
    : ['the body does not say that it is JSON']),
];

/** GraphQL is not in the description: the one query in use is checked by hand. */
function graphql(received: Received, login: string | undefined, github: GitHubServer): Answer {
  if (login === undefined) return failed(401, 'Bad credentials');
  const isViewer = JSON.stringify(received.body) === '{"query":"query { viewer { login } }"}';
  if (received.method !== 'POST' || !isViewer)
    return refuse(received, ['not the query of the viewer'], github);
  return { status: 200, json: { data: { viewer: { login } } } };
}

function refuse({ method, path }: Received, problems: string[], github: GitHubServer): Answer {
  github.problems.push(...problems.map((problem) => `${method} ${path}: ${problem}`));
  return failed(400, problems.join('; '));
}

/** Writes GitHub's answer, or what a fault makes of it. */
function respond(
  response: ServerResponse,
  fault: Fault,
  answer: Answer | undefined,
  { method, path }: Received,
  github: GitHubServer,
): void {
  if (fault.drop === 'before-answer') return void response.destroy();
  if (fault.page !== undefined) {
    response.writeHead(fault.status ?? 200, { 'content-type': 'text/html; charset=utf-8' });
    return void response.end(fault.page);
  }
  const { status, json, headers } = fault.status === undefined && answer ? answer : answerOf(fault);
  const matched = operationFor(method, path);
  const problems = matched ? problemsOfResponse(matched, status, json) : [];
  github.problems.push(...problems.map((problem) => `${method} ${path} ${status}: ${problem}`));
  const text = json === undefined ? '' : JSON.stringify(json);
  const contents = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  };
  response.writeHead(status, { ...(json !== undefined && contents), ...headers });
  if (fault.drop === 'in-answer') response.write(text.slice(0, text.length / 2), () => response.destroy());
  else response.end(text);
}

const answerOf = ({ status = 500, message = 'Ordered by a test', headers = {}, json }: Fault): Answer =>
  json === undefined ? failed(status, message, headers) : { status, json, headers };
