// What a failure of GitHub's API means for whoever reads the log: what happened, and the next step.

import type { ApiFailure } from './failure.ts';
import type { Run } from './run.ts';

export interface Refusal {
  message: string;
  remedy: string;
}

/** What was to be published. */
export interface Task {
  /** With its article. */
  noun: string;
  /** The right that a job needs for it, `pull-requests: write`. */
  permission: string;
  /** The input that turns it off, `comment: never`. */
  off: string;
}

type Of<Kind extends ApiFailure['kind']> = Extract<ApiFailure, { kind: Kind }>;

export function refusalOf(failure: ApiFailure, task: Task, run: Run): Refusal {
  switch (failure.kind) {
    case 'no-token':
    case 'malformed-token':
    case 'unauthorized':
      return badToken(failure, task);
    case 'forbidden':
      return forbidden(failure, task, run);
    case 'locked':
    case 'gone':
    case 'not-found':
      return noPlace(failure, task);
    case 'too-long':
    case 'refused':
      return {
        message: `GitHub refused ${task.noun} (${failure.status} ${failure.said}).`,
        remedy: 'Read the report in the summary of the job.',
      };
    case 'rate-limited':
    case 'server-error':
    case 'out-of-time':
      return busy(failure, task);
    case 'no-answer':
    case 'garbled':
      return unreachable(failure, task, run);
    default:
      return failure satisfies never;
  }
}

function badToken({ kind }: Of<'no-token' | 'malformed-token' | 'unauthorized'>, { noun }: Task): Refusal {
  switch (kind) {
    case 'no-token':
      return {
        message: `There is no token to publish ${noun} with.`,
        remedy: `Leave the input \`github-token\` out, or give it the value \`\${{ github.token }}\`.`,
      };
    case 'malformed-token':
      return {
        message: `The token to publish ${noun} with holds a character that no token has.`,
        remedy: 'Look for a space or a line break inside the input `github-token`, or leave the input out.',
      };
    case 'unauthorized':
      return {
        message: `GitHub refused ${noun}: the token is wrong or has expired (401).`,
        remedy:
          'Leave the input `github-token` out: the token of the job, which is then used, lasts as long as it.',
      };
    default:
      return kind satisfies never;
  }
}

/** Naming one right takes away all that are not named, so the one to read the repository is named too. */
const permissionsYaml = ({ permission }: Task): string => `permissions:\n  contents: read\n  ${permission}`;

function forbidden({ said }: Of<'forbidden'>, task: Task, run: Run): Refusal {
  if (run.pullRequest?.isFork) {
    return {
      message: `GitHub refused ${task.noun}: the pull request comes from a fork, so the token is read-only (403 ${said}).`,
      remedy:
        'To have it all the same, let a second workflow post the output `comment-body`: copy `.github/examples/fork-comment.yml`.',
    };
  }
  if (!/not accessible/i.test(said)) {
    return {
      message: `GitHub refused ${task.noun} (403 ${said}).`,
      remedy: `If it is for want of a right, give the job these:\n${permissionsYaml(task)}`,
    };
  }
  return {
    message: `GitHub refused ${task.noun}: the token lacks the right \`${task.permission}\` (403 ${said}).`,
    remedy: `Give it to the job; runs that Dependabot starts have a read-only token without these lines:\n${permissionsYaml(task)}`,
  };
}

function noPlace(failure: Of<'locked' | 'gone' | 'not-found'>, task: Task): Refusal {
  switch (failure.kind) {
    case 'locked':
      return {
        message: `GitHub refused ${task.noun}: the conversation is locked (403 ${failure.said}).`,
        remedy: `Unlock the conversation, or turn publishing off with \`${task.off}\`.`,
      };
    case 'gone':
      return {
        message: `GitHub refused ${task.noun}: the place for it was deleted or is turned off (410 ${failure.said}).`,
        remedy: `Turn issues on in the settings of the repository, or turn publishing off with \`${task.off}\`.`,
      };
    case 'not-found':
      return {
        message: `GitHub does not know the place for ${task.noun}, or hides it from this token (404).`,
        remedy: `Give the job the right to see it:\n${permissionsYaml(task)}`,
      };
    default:
      return failure satisfies never;
  }
}

const AGAIN = 'Run the job again later; https://www.githubstatus.com tells whether GitHub has trouble.';

function busy(failure: Of<'rate-limited' | 'server-error' | 'out-of-time'>, { noun }: Task): Refusal {
  switch (failure.kind) {
    case 'rate-limited': {
      const wait = `${Math.ceil(failure.waitMs / 1000)} s`;
      return {
        message: `GitHub takes no more requests with this token for ${wait}, so ${noun} was not published.`,
        remedy: 'Run the job again after that time.',
      };
    }
    case 'server-error':
      return { message: `GitHub failed over ${noun} (${failure.status}).`, remedy: AGAIN };
    case 'out-of-time':
      return { message: `GitHub took too long over ${noun}.`, remedy: AGAIN };
    default:
      return failure satisfies never;
  }
}

function unreachable(failure: Of<'no-answer' | 'garbled'>, { noun }: Task, { apiUrl }: Run): Refusal {
  const remedy = `Check that the runner reaches ${apiUrl}, through its proxy if it has one. ${AGAIN}`;
  if (failure.kind === 'no-answer') {
    return { message: `GitHub did not answer about ${noun} (${failure.code}).`, remedy };
  }
  return { message: `What answered about ${noun} was not the API of GitHub.`, remedy };
}
