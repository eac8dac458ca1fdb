// How far a project reaches. Its files may lie anywhere in the enclosing repository, and a symbolic link that
// leads out of it is refused: what is read ends up in reports, and `fix` writes through it.

import { existsSync, lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { UsageError } from '../../errors.ts';
import { fileFailure } from './failure.ts';

/** The folder that a project's files lie in, and how far links in it may lead. */
export interface Place {
  directory: string;
  root: string;
}

/** The repository or workspace around a folder, else the folder itself. Never a home folder, which may hold `.git`. */
export function enclosingRoot(directory: string): string {
  const folders = [directory, ...ancestorsOf(directory)].filter((folder) => folder !== homedir());
  const root = folders.find((folder) => isThere(join(folder, '.git'))) ?? folders.find(isWorkspace);
  return root ?? directory;
}

/** The folders above one, nearest first. */
export function ancestorsOf(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [] : [parent, ...ancestorsOf(parent)];
}

export const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

/** A path as reports write it: relative to a folder, with slashes. */
export const shownFrom = (folder: string, path: string): string =>
  relative(folder, path).split(sep).join('/') || '.';

/** Whether there is anything at a path, be it a link to nothing or what may not be looked at: reading it will tell. */
export function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return true;
  }
}

/** What a path leads to, links followed; nothing when it leads nowhere. `shown` is its path in errors. */
export function kindOf(path: string, shown: string): 'file' | 'folder' | 'other' | undefined {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found) return undefined;
    return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
  } catch (cause) {
    throw fileFailure('read', shown, cause);
  }
}

/** Where a file really lies. Throws UsageError when a link in its path leads from inside the boundary to outside. */
export function realPathWithin(path: string, boundary: string, shown: string): string {
  try {
    const real = realpathSync(path);
    const realBoundary = realpathSync(boundary);
    const starts = isWithin(resolve(path), boundary) || isWithin(realpathSync(dirname(path)), realBoundary);
    if (!starts || isWithin(real, realBoundary)) return real;
  } catch (cause) {
    throw fileFailure('read', shown, cause);
  }
  throw new UsageError({
    message: `${shown} is a symbolic link that leads out of the project.`,
    remedy: 'Replace the link by the file itself.',
  });
}

/** Reads a regular file that lies, links followed, within the boundary. `shown` is its path in errors. */
export function readWithin(path: string, boundary: string, shown: string): Buffer {
  const real = realPathWithin(path, boundary, shown);
  if (kindOf(real, shown) === 'other') {
    throw new UsageError({
      message: `${shown} is not a file but a device or a pipe.`,
      remedy: 'Name a file.',
    });
  }
  try {
    return readFileSync(real);
  } catch (cause) {
    throw fileFailure('read', shown, cause);
  }
}

function isWorkspace(folder: string): boolean {
  if (existsSync(join(folder, 'pnpm-workspace.yaml'))) return true;
  try {
    return readFileSync(join(folder, 'package.json'), 'utf8').includes('"workspaces"');
  } catch {
    return false;
  }
}
