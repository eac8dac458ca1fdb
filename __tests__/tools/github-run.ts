// A run on a pull request of the server in github-api.ts, and a clock that does not make tests wait.

import type { Time } from '../../src/github/api/attempt.ts';
import type { WorkflowRun } from '../../src/github/event.ts';
import type { GitHubServer } from './github-api.ts';
import type { Pull } from './github-api-objects.ts';

/** The token of the workflow, to be searched for in all that is said. */
export const TOKEN = 'ghs_canary0123456789abcdefghijklmnopqrstuv';

export const HEAD = 'a'.repeat(40);

/** Opens pull request 7, and lets the token write. */
export function openPull(github: GitHubServer, changes: Partial<Pull> = {}): Pull {
  github.tokens.set(TOKEN, { login: 'github-actions[bot]', rights: 'write' });
  const pull = { number: 7, headSha: HEAD, files: [], comments: [], isLocked: false, ...changes };
  github.pulls.set(pull.number, pull);
  return pull;
}

export function runOn(github: GitHubServer, changes: Partial<WorkflowRun> = {}): WorkflowRun {
  return {
    event: 'pull_request',
    repository: 'acme/shop',
    serverUrl: 'https://github.com',
    apiUrl: github.url,
    workflow: 'CI',
    job: 'drift',
    runId: 100,
    runAttempt: 1,
    headSha: HEAD,
    isOnDefaultBranch: false,
    pullRequest: {
      number: 7,
      headSha: HEAD,
      isFork: false,
      isCheckedOut: true,
      isForDefaultBranch: true,
    },
    ...changes,
  };
}

/** Sleeping moves the clock, and is written down. Chance is in the middle. */
export function quickTime(): Time & { slept: number[] } {
  const slept: number[] = [];
  return {
    slept,
    now: () => Date.now() + slept.reduce((sum, each) => sum + each, 0),
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
    },
    chance: () => 0.5,
  };
}
