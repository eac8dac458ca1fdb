// A run of a workflow, as far as publishing needs it. event.ts makes it of the environment and the payload.

export interface Repository {
  owner: string;
  name: string;
}

/** The events that a verdict makes sense for. */
export type EventName =
  | 'pull_request'
  | 'pull_request_target'
  | 'merge_group'
  | 'push'
  | 'schedule'
  | 'workflow_dispatch'
  | 'workflow_call';

export interface PullRequest {
  number: number;
  /** Commits, as 40 hexadecimal digits. */
  headSha: string;
  baseSha: string;
  /** Where the head branch lives; absent when that repository was deleted. */
  headRepository?: Repository;
  /** The head lives in another repository, so that the token is read-only. */
  isFork: boolean;
}

export interface Run {
  event: EventName;
  repository: Repository;
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
  pullRequest?: PullRequest;
}

/** Where the log, the summary and the artifacts of a run are. */
export const urlOfRun = ({ serverUrl, repository, runId, runAttempt }: Run): string =>
  `${serverUrl}/${repository.owner}/${repository.name}/actions/runs/${runId}/attempts/${runAttempt}`;
