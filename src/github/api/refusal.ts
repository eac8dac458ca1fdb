// What a failure of GitHub's API means for whoever reads the log: what happened, and the next step.

import type { WorkflowRun } from '../event.ts';
import type { ApiFailure } from './failure.ts';

export interface ApiRefusal {
  message: string;
  remedy: string;
}

/** What was to be published. */
export interface PublishTask {
  /** With its article. */
  noun: string;
  /** The permission that a job needs for it, `pull-requests: write`. */
  permission: string;
  /** The input that turns it off, `comment: never`. */
  off: string;
}

const READ_THE_SUMMARY = 'Read the report in the summary of the job.';
const TRY_LATER = 'Run the job again later; https://www.githubstatus.com shows whether GitHub has trouble.';

export function refusalOf(failure: ApiFailure, task: PublishTask, run: WorkflowRun): ApiRefusal {
  const [message, remedy] = refusalWords(failure, task, run);
  return { message, remedy };
}

function refusalWords(
  failure: ApiFailure,
  task: PublishTask,
  run: WorkflowRun,
): [message: string, remedy: string] {
  const { noun, off } = task;
  const refused = `GitHub refused ${noun}`;
  switch (failure.kind) {
    case 'no-token':
      return [
        `There is no token to publish ${noun} with.`,
        `Leave the input \`github-token\` out, or set it to \`\${{ github.token }}\`.`,
      ];
    case 'malformed-token':
      return [
        `The token to publish ${noun} with contains a character that no token has.`,
        'Look for a space or a line break inside the input `github-token`, or leave the input out.',
      ];
    case 'unauthorized':
      return [
        `${refused}: the token is wrong or has expired (401).`,
        'Leave the input `github-token` out: the default, the token of the job, is valid as long as the job runs.',
      ];
    case 'forbidden':
      return forbidden(failure.said, task, run);
    case 'locked':
      return [
        `${refused}: the conversation is locked (403 ${failure.said}).`,
        `Unlock the conversation, or turn publishing off with \`${off}\`.`,
      ];
    case 'gone':
      return [
        `${refused}: it was deleted, or the repository has issues turned off (410 ${failure.said}).`,
        `Turn issues on in the settings of the repository, or turn publishing off with \`${off}\`.`,
      ];
    case 'not-found':
      return [
        `GitHub could not find where to put ${noun}, or hides it from this token (404).`,
        `Give the job permission to see it:\n${permissionsYaml(task)}`,
      ];
    case 'too-long':
    case 'refused':
      return [`${refused} (${failure.status} ${failure.said}).`, READ_THE_SUMMARY];
    case 'rate-limited':
      return [
        `GitHub accepts no more requests with this token for ${Math.ceil(failure.waitMs / 1000)} s, so ${noun} was not published.`,
        'Run the job again after that time.',
      ];
    case 'server-error':
      return [`GitHub failed while publishing ${noun} (${failure.status}).`, TRY_LATER];
    case 'out-of-time':
      return [`GitHub took too long to publish ${noun}.`, TRY_LATER];
    case 'no-answer':
      return [`No answer from GitHub while publishing ${noun} (${failure.code}).`, checkNetwork(run)];
    case 'garbled':
      return [`The answer about ${noun} did not come from the GitHub API.`, checkNetwork(run)];
    default:
      return failure satisfies never;
  }
}

function forbidden(said: string, task: PublishTask, run: WorkflowRun): [message: string, remedy: string] {
  const refused = `GitHub refused ${task.noun}`;
  if (run.pullRequest?.isFork)
    return [
      `${refused}: the pull request comes from a fork, so the token is read-only (403 ${said}).`,
      'To get the comment anyway, let a second workflow post the output `comment-body`: copy `.github/examples/fork-comment.yml`.',
    ];
  if (!/not accessible/i.test(said))
    return [
      `${refused} (403 ${said}).`,
      `If the job lacks a permission, give it these:\n${permissionsYaml(task)}`,
    ];
  return [
    `${refused}: the token lacks the permission \`${task.permission}\` (403 ${said}).`,
    `Give it to the job; without these lines, runs that Dependabot starts have a read-only token:\n${permissionsYaml(task)}`,
  ];
}

const checkNetwork = ({ apiUrl }: WorkflowRun): string =>
  `Check that the runner can reach ${apiUrl}, through its proxy if it has one. ${TRY_LATER}`;

/** Naming one permission takes away all that are not named, so the one to read the repository is named too. */
const permissionsYaml = ({ permission }: PublishTask): string =>
  `permissions:\n  contents: read\n  ${permission}`;
