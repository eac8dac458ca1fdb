// The files of Git itself: no program is needed, and none is run. No link is followed out of the repository, and nothing
// is read that is no plain file.

import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ancestorsOf, isWithin } from '../boundary.ts';

/** A repository of a hundred thousand packed references, or files, has a quarter of that. */
const LARGEST_FILE = 64 * 1024 * 1024;

/** The folder of a work tree's own files, and that of all of its repository's. */
export interface GitFolders {
  git: string;
  common: string;
}

/** `.git` is the folder, or a file that names it: then the folder must know the work tree, or be of a repository around it. */
export function gitFolders(root: string): GitFolders | undefined {
  const own = join(root, '.git');
  const entry = lstatSync(own, { throwIfNoEntry: false });
  if (entry?.isDirectory()) return { git: own, common: own };
  const named = /^gitdir: (.+)$/m.exec(readGit(root, '.git').toString())?.[1]?.trim();
  const git = named === undefined ? undefined : realOf(resolve(root, named));
  if (git === undefined) return undefined;
  const around = ancestorsOf(root).map((folder) => join(folder, '.git', 'modules'));
  if (around.some((modules) => isWithin(git, modules))) return { git, common: git };
  const common = realOf(resolve(git, readGit(git, 'commondir').toString().trim() || '.'));
  const isKnown = realOf(readGit(git, 'gitdir').toString().trim()) === realOf(own);
  return common !== undefined && dirname(git) === join(common, 'worktrees') && isKnown
    ? { git, common }
    : undefined;
}

/** The bytes of a file in a folder; none when it can't be read, is no file, or lies elsewhere. */
export function readGit(folder: string, name: string): Buffer {
  const path = join(folder, name);
  try {
    const isOwn = isWithin(realpathSync(path), realpathSync(folder));
    const found = lstatSync(path);
    return isOwn && found.isFile() && found.size <= LARGEST_FILE ? readFileSync(path) : Buffer.alloc(0);
  } catch {
    return Buffer.alloc(0);
  }
}

function realOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
