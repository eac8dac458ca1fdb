// The paths that a pull request touches, so that one that touches nothing that is compared is answered in a second.
// Whenever GitHub can't tell them all, everything is checked.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { mayHideTypes, touches } from '../commands/untouched.ts';
import { LOCKFILES } from '../project/cli-version.ts';
import { discoverProject } from '../project/disk/discover.ts';
import { hasLinks, isReachedByLink } from '../project/disk/links.ts';
import type { GitHub } from './api/client.ts';
import { ApiError } from './api/failure.ts';
import type { ActionContext } from './context.ts';
import type { WorkflowRun } from './event.ts';
import { needsCli } from './inputs.ts';

/**
 * Whether a pull request surely touches nothing that is compared, so that there is nothing to look at. Onto a branch
 * that is not the default one it is never sure: pointed at another base, it keeps the answer, and brings that branch along.
 */
export async function isUntouched({
  inputs,
  run,
  github,
  prefix,
  settingsFile,
}: ActionContext): Promise<boolean> {
  const { mode, skipUnchanged, options } = inputs;
  // The live database changes without a pull request.
  if (!skipUnchanged || mode === 'audit') return false;
  const { isCheckedOut = false, isForDefaultBranch = false } = run.pullRequest ?? {};
  if (!isCheckedOut || !isForDefaultBranch || isReachedByLink(options.project)) return false;
  const files = await changedFiles(github, run);
  if (files === undefined || files === 'too-many-files') return false;
  const changed = files.flatMap(bothNames);
  // Another release of the CLI may generate other types.
  if (needsCli(inputs) && changed.some(isLockfile)) return false;
  const { types, baseline } = options;
  const project = discoverProject(options.project, { types, baseline });
  if (project.unreadableTypes) return false;
  const top = prefix.replace(/[^/]+/g, '..');
  const isThere = (path: string): boolean => existsSync(join(project.directory, top, path));
  if (types.length === 0 && changed.some((path) => mayHideTypes(path, isThere))) return false;
  return !hasLinks(project) && !touches(project, changed, prefix, settingsFile);
}

const isLockfile = (path: string): boolean =>
  LOCKFILES.some((name) => path === name || path.endsWith(`/${name}`));

/** The full check takes seconds: what takes longer to find out saves nothing. */
const PATIENCE = { totalMs: 15_000, tryMs: 10_000 };

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

/** The files of the pull request; undefined when there is none, or GitHub can't tell them for its head. */
export async function changedFiles(
  github: GitHub,
  { pullRequest, headSha }: WorkflowRun,
): Promise<ChangedFile[] | 'too-many-files' | undefined> {
  if (pullRequest === undefined) return undefined;
  const path = `/pulls/${pullRequest.number}`;
  const session = github.session(PATIENCE);
  try {
    // The list is of the head as it is now: a run of an older commit can't use it.
    const pull = await session.get(path, Pull);
    if (pull.head.sha !== headSha) return undefined;
    if (pull.changed_files > MOST_FILES) return 'too-many-files';
    const files = await session.list(`${path}/files`, {}, File);
    return files.length === pull.changed_files ? files : undefined;
  } catch (error) {
    if (error instanceof ApiError) return undefined;
    throw error;
  }
}

/** Both names of a renamed file. */
export const bothNames = ({ filename, previous_filename }: ChangedFile): string[] =>
  previous_filename === undefined ? [filename] : [filename, previous_filename];
