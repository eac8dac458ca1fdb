// A run of a workflow, as far as publishing needs it. event.ts makes it of the environment and the payload.

export interface Repository {
  owner: string;
  name: string;
}

export interface PullRequest {
  number: number;
  /** Commits, as 40 hexadecimal digits. */
  headSha: string;
  baseSha: string;
  /** Where the head branch lives; absent when that repository was deleted. */
  headRepository?: Repository;
  /** The head lives in another repository, so that the token is read-only. */
  isFork: boolean;
  /** The project was checked out at its head, or at the merge of it: not in a submodule or a repository beside. */
  isCheckedOut: boolean;
  /** It is to be merged into the repository's default branch. */
  isForDefaultBranch: boolean;
}

export interface Run {
  /** `pull_request`, `merge_group`, `push`, `schedule`, `workflow_dispatch` or another one that has no answer of its own. */
  event: string;
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
  /** What was checked out is the repository's default branch, and not a proposal for it. */
  isOnDefaultBranch: boolean;
  /** The pull request that is judged: only in `pull_request`, where its own code is checked out. */
  pullRequest?: PullRequest;
}

const urlOf = ({ serverUrl, repository: { owner, name } }: Run): string => `${serverUrl}/${owner}/${name}`;

/** Where the log, the summary and the artifacts of a run are. */
export const urlOfRun = (run: Run): string =>
  `${urlOf(run)}/actions/runs/${run.runId}/attempts/${run.runAttempt}`;

/** A line of a file at the head commit. The path is from the repository's root. */
export const urlOfLine = (run: Run, path: string, line: number): string =>
  `${urlOf(run)}/blob/${run.headSha}/${path.split('/').map(encodeURIComponent).join('/')}#L${line}`;
