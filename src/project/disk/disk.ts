// The file system behind `Files`, and the reports that a user wants as files.

import { realpathSync } from 'node:fs';
import { access, constants, lstat, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Files } from '../../ports.ts';
import { encodeLike } from '../text/decode.ts';
import { enclosingRoot, isThere, readWithin, realPathWithin, shownFrom } from './boundary.ts';
import { fileFailure } from './failure.ts';
import { refuseFolder, type Writing, writeNow } from './writes.ts';

/**
 * The files of a project: paths are relative to its folder, and no link is followed out of its repository.
 * @param write what takes the files that are to be written
 */
export function filesOf(directory: string, write: Writing = writeNow): Files {
  const root = enclosingRoot(directory);
  return {
    pathFromRoot: (path) =>
      shownFrom(realpathSync(root), realPathWithin(resolve(directory, path), root, path)),
    isThere: (path) => isThere(resolve(directory, path)),
    async readBytes(path) {
      return readWithin(resolve(directory, path), root, path);
    },
    async replaceText(path, text, { makesFolder = false } = {}) {
      const target = resolve(directory, path);
      if (!isThere(target)) {
        // A link of its folder is not followed out of the repository either.
        if (isThere(dirname(target))) realPathWithin(dirname(target), root, path);
        return await write({ path: target, bytes: Buffer.from(text, 'utf8'), shown: path, makesFolder });
      }
      const real = realPathWithin(target, root, path);
      const original = readWithin(real, root, path);
      const { mode } = await stat(real);
      await write({ path: real, bytes: encodeLike(original, text), mode: mode & 0o7777, shown: path });
    },
  };
}

/**
 * Writes a report whole, in place of what is there; a symbolic link is replaced, not followed. Devices and pipes,
 * for example `/dev/stdout`, are written to as they are. Throws UsageError or EnvironmentError with a remedy.
 */
export async function writeReport(path: string, text: string, write: Writing = writeNow): Promise<void> {
  const target = resolve(path);
  const isStream = await isStreamAt(target);
  await write({ path: target, bytes: Buffer.from(text, 'utf8'), shown: path, isStream });
}

/** Throws, as `writeReport` would, when a report can surely not be written: before the work, not after it. */
export async function refuseUnwritable(path: string): Promise<void> {
  const target = resolve(path);
  if (await isStreamAt(target)) return;
  refuseFolder(target, path);
  try {
    await access(dirname(target), constants.W_OK);
  } catch (cause) {
    throw fileFailure('write', path, cause);
  }
}

async function isStreamAt(path: string): Promise<boolean> {
  if (/^\/(dev|proc)\//.test(path)) return true;
  const found = await lstat(path).catch(() => undefined);
  return found !== undefined && !found.isFile() && !found.isDirectory() && !found.isSymbolicLink();
}
