// A run of a workflow, read from its environment and the payload of its event. Runs in which a stranger's files would
// come beside a secret are refused here.

import * as v from 'valibot';
import { EnvironmentError, UsageError } from '../errors.ts';
import type { Environment } from '../project/environment.ts';

export interface PullRequest {
  number: number;
  /** A commit, as 40 hexadecimal digits. */
  headSha: string;
  /** The head lives in another repository, so that the token is read-only. */
  isFork: boolean;
  /** The project was checked out at its head, or at the merge of it: not in a submodule or a repository beside. */
  isCheckedOut: boolean;
  /** It is to be merged into the repository's default branch. */
  isForDefaultBranch: boolean;
}

export interface WorkflowRun {
  /** `pull_request`, `merge_group`, `push`, `schedule`, `workflow_dispatch` or another one that has no answer of its own. */
  event: string;
  /** `owner/name`. */
  repository: string;
  /** `https://github.com`, without a slash at the end; another host on GitHub Enterprise Server. */
  serverUrl: string;
  /** `https://api.github.com`, without a slash at the end. */
  apiUrl: string;
  /** Name of the workflow, and id of the job. */
  workflow: string;
  job: string;
  /** Counts up over the whole of GitHub: a later run has a larger one. */
  runId: number;
  runAttempt: number;
  /** The commit that people see: a pull request's head, not the merge of it that was checked out. */
  headSha: string;
  /** What was checked out is the repository's default branch, and not a proposal for it. */
  isOnDefaultBranch: boolean;
  /** The pull request that is checked: only in `pull_request`, where its own code is checked out. */
  pullRequest?: PullRequest;
}

const COMMIT = v.pipe(v.string(), v.regex(/^[0-9a-f]{40,64}$/));
const COUNT = v.union([v.number(), v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number))]);
const NAME = v.pipe(v.string(), v.regex(/^[\w.-]+\/[\w.-]+$/));
const URL_BASE = v.pipe(
  v.string(),
  v.url(),
  v.transform((text) => text.replace(/(?<!\/)\/+$/, '')),
);

const ENVIRONMENT = v.object({
  GITHUB_EVENT_NAME: v.string(),
  GITHUB_REPOSITORY: NAME,
  GITHUB_SERVER_URL: v.optional(URL_BASE, 'https://github.com'),
  GITHUB_API_URL: v.optional(URL_BASE, 'https://api.github.com'),
  GITHUB_WORKFLOW: v.optional(v.string(), ''),
  GITHUB_JOB: v.optional(v.string(), ''),
  GITHUB_RUN_ID: COUNT,
  GITHUB_RUN_ATTEMPT: v.optional(COUNT, 1),
  GITHUB_SHA: COMMIT,
  GITHUB_REF: v.optional(v.string(), ''),
});

const REPOSITORY = v.object({ full_name: NAME, default_branch: v.optional(v.string()) });

const PULL_REQUEST_EVENT = v.object({
  pull_request: v.object({
    number: v.number(),
    head: v.object({ sha: COMMIT, repo: v.nullish(REPOSITORY) }),
    base: v.object({ ref: v.optional(v.string()), repo: REPOSITORY }),
  }),
});

const ANY_EVENT = v.object({ repository: v.object({ default_branch: v.string() }) });

/**
 * Events that only people with rights can raise, or whose token is a stranger's for a stranger. All others may give a
 * stranger's code a token that can write; by default they check out a branch of ours.
 */
const HARMLESS = new Set([
  'pull_request',
  'merge_group',
  'push',
  'schedule',
  'workflow_dispatch',
  'repository_dispatch',
  'release',
]);

/**
 * @param payload what the file at GITHUB_EVENT_PATH holds, parsed
 * @param commit what is checked out, when Git could say it
 * Throws UsageError for a workflow that would run a stranger's migrations with a token that can write, and
 * EnvironmentError outside of a run of GitHub Actions.
 */
export function readRun(environment: Environment, payload: unknown, commit: string | undefined): WorkflowRun {
  const known = parsed(ENVIRONMENT, environment);
  const { GITHUB_EVENT_NAME: event, GITHUB_SHA: sha } = known;
  if (!HARMLESS.has(event) && commit !== sha) throw notOurs(event);
  const pullRequest =
    event === 'pull_request'
      ? pullRequestOf(parsed(PULL_REQUEST_EVENT, payload), { merge: sha, commit })
      : undefined;
  return {
    event,
    repository: known.GITHUB_REPOSITORY,
    serverUrl: known.GITHUB_SERVER_URL,
    apiUrl: known.GITHUB_API_URL,
    workflow: known.GITHUB_WORKFLOW,
    job: known.GITHUB_JOB,
    runId: known.GITHUB_RUN_ID,
    runAttempt: known.GITHUB_RUN_ATTEMPT,
    headSha: pullRequest?.headSha ?? sha,
    isOnDefaultBranch: isOnDefaultBranch(known, payload),
    ...(pullRequest && { pullRequest }),
  };
}

/** A schedule runs on no other branch, and its payload need not name it. */
function isOnDefaultBranch(
  { GITHUB_EVENT_NAME: event, GITHUB_REF: ref }: v.InferOutput<typeof ENVIRONMENT>,
  payload: unknown,
): boolean {
  if (event === 'schedule') return true;
  const { success, output } = v.safeParse(ANY_EVENT, payload);
  return success && HARMLESS.has(event) && ref === `refs/heads/${output.repository.default_branch}`;
}

/**
 * Throws UsageError for an audit that a stranger could have started: it would hand the address of the live database to
 * a run whose files are not ours.
 */
export function refuseStrangers({ event, pullRequest }: WorkflowRun): void {
  if (HARMLESS.has(event) && !pullRequest?.isFork) return;
  const what = pullRequest?.isFork ? 'a pull request from a fork' : `a \`${event}\` workflow`;
  throw new UsageError({
    message: `An audit can't run in ${what}: a stranger's files would run next to the address of the live database.`,
    remedy:
      'Run audits on `schedule` or `workflow_dispatch`, as `.github/examples/quarterly-audit.yml` does. For pull requests, use `mode: check`.',
  });
}

function pullRequestOf(
  { pull_request }: v.InferOutput<typeof PULL_REQUEST_EVENT>,
  { merge, commit }: { merge: string; commit: string | undefined },
): PullRequest {
  const { number, head, base } = pull_request;
  return {
    number,
    headSha: head.sha,
    isFork: head.repo?.full_name !== base.repo.full_name,
    isCheckedOut: commit === merge || commit === head.sha,
    isForDefaultBranch: base.ref !== undefined && base.ref === base.repo.default_branch,
  };
}

function parsed<Schema extends v.GenericSchema>(schema: Schema, given: unknown): v.InferOutput<Schema> {
  const { success, output, issues } = v.safeParse(schema, given);
  if (success) return output;
  const what = v.getDotPath(issues[0]) ?? 'everything';
  throw new EnvironmentError({
    message: `This run can't be read from its environment and event: ${what} is missing or malformed.`,
    remedy: 'Run the Action in a GitHub Actions workflow; elsewhere, use the command line.',
  });
}

const notOurs = (event: string): UsageError =>
  new UsageError({
    message: `A \`${event}\` workflow must check out the base branch, and it is not certain that this one did: migrations are code, and a stranger's would run next to a token that can write.`,
    remedy:
      'Use `on: pull_request`, whose token is harmless; `.github/examples/fork-comment.yml` shows how to post the comment anyway.',
  });

/** Where the log, the summary and the artifacts of a run are. */
export const urlOfRun = (run: WorkflowRun): string =>
  `${run.serverUrl}/${run.repository}/actions/runs/${run.runId}/attempts/${run.runAttempt}`;

/** A line of a file at the head commit. The path is from the repository's root. */
export const urlOfLine = (run: WorkflowRun, path: string, line: number): string =>
  `${run.serverUrl}/${run.repository}/blob/${run.headSha}/${path.split('/').map(encodeURIComponent).join('/')}#L${line}`;
