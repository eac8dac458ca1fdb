// The paths that a pull request touches, so that one that touches nothing that is compared is answered in a second.
// Whenever GitHub can't tell them all, the answer is undefined, and everything is checked.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { mayHideTypes, touches } from '../commands/untouched.ts';
import { LOCKFILES } from '../config/cli-version.ts';
import { discoverProject } from '../files/discover.ts';
import { hasLinks, isReachedByLink } from '../files/links.ts';
import type { GitHub, Session } from './api/client.ts';
import { ApiError } from './api/failure.ts';
import type { ActionContext } from './context.ts';
import type { Run } from './event.ts';
import { needsCli } from './inputs.ts';

/**
 * Whether a pull request surely touches nothing that is compared, so that there is nothing to look at. Onto a branch
 * that is not the default one it is never sure: pointed at another base, it keeps the answer, and brings that branch along.
 */
export async function isUntouched({ inputs, run, github, prefix }: ActionContext): Promise<boolean> {
  const { mode, skipUnchanged, options } = inputs;
  // The live database changes without a pull request.
  if (!skipUnchanged || mode === 'audit') return false;
  const { isCheckedOut = false, isForDefaultBranch = false } = run.pullRequest ?? {};
  if (!isCheckedOut || !isForDefaultBranch || isReachedByLink(options.project)) return false;
  const changed = await changedFilesOf(github, run);
  if (changed === undefined) return false;
  // Another release of the CLI may generate other types.
  if (needsCli(inputs) && changed.some(isLockfile)) return false;
  const { types, baseline } = options;
  const project = discoverProject(options.project, { types, baseline });
  if (project.unreadableTypes) return false;
  const top = prefix.replace(/[^/]+/g, '..');
  const isThere = (path: string): boolean => existsSync(join(project.directory, top, path));
  if (types.length === 0 && changed.some((path) => mayHideTypes(path, isThere))) return false;
  return !hasLinks(project) && !touches(project, changed, prefix);
}

const isLockfile = (path: string): boolean =>
  LOCKFILES.some((name) => path === name || path.endsWith(`/${name}`));

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

/** The full check takes seconds: what takes longer to find out saves nothing. */
const PATIENCE = { totalMs: 15_000, tryMs: 10_000 };

async function filesOf(github: GitHub, run: Run): Promise<ChangedFiles | undefined> {
  if (run.pullRequest === undefined) return undefined;
  try {
    return await changedFiles(github.session(PATIENCE), run.pullRequest.number, run.headSha);
  } catch (error) {
    if (error instanceof ApiError) return undefined;
    throw error;
  }
}

/** GitHub lists no more (docs.github.com, "List pull requests files"). */
const MOST_FILES = 3000;

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

/** The list is of the head as it is now: a run of an older commit can't use it. */
async function changedFiles(
  session: Session,
  pullNumber: number,
  headSha: string,
): Promise<ChangedFiles | undefined> {
  const pull = await session.get(`/pulls/${pullNumber}`, Pull);
  if (pull.head.sha !== headSha) return undefined;
  if (pull.changed_files > MOST_FILES) return 'too-many-files';
  const files = await session.list(`/pulls/${pullNumber}/files`, {}, File);
  return files.length === pull.changed_files ? files : undefined;
}
