// The commit that a checkout stands at, read from the files of Git: no program is needed, and none is run. No link is
// followed out of the repository, and nothing is read that is no plain file.

import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ancestorsOf, enclosingRoot, isWithin } from './boundary.ts';

const ABBREVIATED = 7;

/** A repository of a hundred thousand packed references has a tenth of that. */
const LARGEST_FILE = 64 * 1024 * 1024;

/** The abbreviated commit of the repository around a folder; undefined where there is none, or it can't be told. */
export function commitOf(directory: string): string | undefined {
  const found = gitFolders(enclosingRoot(resolve(directory)));
  if (found === undefined) return undefined;
  const { git, common } = found;
  const head = read(git, 'HEAD').trim();
  const ref = /^ref: (refs\/\S+)$/.exec(head)?.[1];
  const id = ref === undefined ? head : read(common, ref).trim() || packed(common, ref);
  return /^[0-9a-f]{40,64}$/.test(id) ? id.slice(0, ABBREVIATED) : undefined;
}

/** The folder of a work tree's own files, and that of all of its repository's. */
interface GitFolders {
  git: string;
  common: string;
}

/** `.git` is the folder, or a file that names it: then the folder must know the work tree, or be of a repository around it. */
function gitFolders(root: string): GitFolders | undefined {
  const own = join(root, '.git');
  const entry = lstatSync(own, { throwIfNoEntry: false });
  if (entry?.isDirectory()) return { git: own, common: own };
  const named = /^gitdir: (.+)$/m.exec(read(root, '.git'))?.[1]?.trim();
  const git = named === undefined ? undefined : realOf(resolve(root, named));
  if (git === undefined) return undefined;
  const around = ancestorsOf(root).map((folder) => join(folder, '.git', 'modules'));
  if (around.some((modules) => isWithin(git, modules))) return { git, common: git };
  const common = realOf(resolve(git, read(git, 'commondir').trim() || '.'));
  const isKnown = realOf(read(git, 'gitdir').trim()) === realOf(own);
  return common !== undefined && dirname(git) === join(common, 'worktrees') && isKnown
    ? { git, common }
    : undefined;
}

function packed(common: string, ref: string): string {
  const lines = read(common, 'packed-refs').split('\n');
  return lines.find((line) => line.endsWith(` ${ref}`))?.split(' ', 1)[0] ?? '';
}

/** The text of a file in a folder; empty when it can't be read, is none, or lies elsewhere. */
function read(folder: string, name: string): string {
  const path = join(folder, name);
  try {
    const isOwn = isWithin(realpathSync(path), realpathSync(folder));
    const found = lstatSync(path);
    return isOwn && found.isFile() && found.size <= LARGEST_FILE ? readFileSync(path, 'utf8') : '';
  } catch {
    return '';
  }
}

function realOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
