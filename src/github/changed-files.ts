// The paths that a pull request touches, so that one that concerns no migration is answered in a second. Whenever GitHub
// can't tell them all, the answer is undefined, and everything is checked.

import * as v from 'valibot';
import type { GitHub, Session } from './api.ts';
import { ApiError } from './failure.ts';
import type { Run } from './run.ts';

/** GitHub lists no more (docs.github.com, "List pull requests files"). */
const MOST_FILES = 3000;

/** The full check takes seconds: what takes longer to find out saves nothing. */
const PATIENCE = { totalMs: 15_000, tryMs: 10_000 };

const Pull = v.object({ changed_files: v.number(), head: v.object({ sha: v.string() }) });

const File = v.object({
  filename: v.string(),
  previous_filename: v.optional(v.string()),
  /** Absent where GitHub shows none, for a large file for example. */
  patch: v.optional(v.string()),
});

type ChangedFile = v.InferOutput<typeof File>;

/** All of them, or that there are more than GitHub lists. */
type ChangedFiles = ChangedFile[] | 'too-many-files';

/** All paths, from the root of the repository, a renamed file's both; undefined when that can't be told. */
export async function changedFilesOf(github: GitHub, run: Run): Promise<string[] | undefined> {
  const files = await filesOf(github, run);
  if (files === 'too-many-files') return undefined;
  return files?.flatMap(({ filename, previous_filename }) =>
    previous_filename === undefined ? [filename] : [filename, previous_filename],
  );
}

/** What a pull request does to the file of this path; undefined when that is nothing, or GitHub does not answer. */
export async function changeOf(
  github: GitHub,
  run: Run,
  path: string,
): Promise<ChangedFile | 'too-many-files' | undefined> {
  const files = await filesOf(github, run);
  return files === 'too-many-files'
    ? files
    : files?.find((file) => file.filename === path || file.previous_filename === path);
}

async function filesOf(github: GitHub, run: Run): Promise<ChangedFiles | undefined> {
  if (run.pullRequest === undefined) return undefined;
  try {
    return await changedFiles(github.session(PATIENCE), run.pullRequest.number, run.headSha);
  } catch (error) {
    if (error instanceof ApiError) return undefined;
    throw error;
  }
}

/** The list is of the head as it is now: a run of an older commit can't use it. */
async function changedFiles(
  session: Session,
  pullNumber: number,
  headSha: string,
): Promise<ChangedFiles | undefined> {
  const parameters = { pull_number: pullNumber };
  const pull = await session.get('/pulls/{pull_number}', parameters, Pull);
  if (pull.head.sha !== headSha) return undefined;
  if (pull.changed_files > MOST_FILES) return 'too-many-files';
  const files = await session.list('/pulls/{pull_number}/files', parameters, File);
  return files.length === pull.changed_files ? files : undefined;
}
