// Octokit, as far as it is used: it puts requests on the wire, and nothing else.

import { VERSION } from '../version.ts';
import { ApiError } from './failure.ts';
import type { Run } from './run.ts';

export type Parameters = Readonly<Record<string, string | number | readonly string[]>>;

export interface Wire {
  /** Sends once, about the run's repository, and gives the answer's data. `path` goes on after `/repos/OWNER/NAME`. */
  send(method: Method, path: string, parameters: Parameters, signal: AbortSignal): Promise<unknown>;
  graphql(query: string, signal: AbortSignal): Promise<unknown>;
}

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** Octokit would write to the console. Only the entry point writes. */
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

const HEADERS = { 'x-github-api-version': '2022-11-28' };

export function wireOf(token: string, { apiUrl, repository }: Run): Wire {
  let loaded: ReturnType<typeof load> | undefined;
  // Loaded when it is needed: the toolkit reads the event's payload while it loads, and throws when that is broken.
  const load = async () => {
    const { getOctokit } = await import('@actions/github');
    return getOctokit(token, {
      baseUrl: apiUrl,
      log: SILENT,
      userAgent: `supabase-drift-gate/${VERSION}`,
    });
  };
  const octokit = () => {
    if (token === '') throw new ApiError({ kind: 'no-token' });
    // fetch repeats a header that it refuses in the message of its error.
    if (!/^[\x21-\x7e]+$/.test(token)) throw new ApiError({ kind: 'malformed-token' });
    loaded ??= load();
    return loaded;
  };
  return {
    async send(method, path, parameters, signal) {
      const { request } = await octokit();
      const answer = await request(`${method} /repos/{owner}/{repo}${path}`, {
        ...parameters,
        owner: repository.owner,
        repo: repository.name,
        headers: HEADERS,
        request: { signal },
      });
      return answer.data;
    },
    async graphql(query, signal) {
      const { graphql } = await octokit();
      return graphql(query, { headers: HEADERS, request: { signal } });
    },
  };
}
