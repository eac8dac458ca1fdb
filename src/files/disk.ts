// The file system behind `Files`. A file is written beside its place, flushed, then moved over it, so that a
// reader, or a run that is cut off, finds the old text or the new one and nothing between.

import { randomUUID } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { access, constants, lstat, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { encodeLike } from '../config/decode.ts';
import { UsageError } from '../errors.ts';
import type { Files } from '../ports.ts';
import { enclosingRoot, isThere, readWithin, realPathWithin, shownFrom } from './boundary.ts';
import { codeOf, fileFailure } from './failure.ts';

/** The files of a project: paths are relative to its folder, and no link is followed out of its repository. */
export function filesOf(directory: string): Files {
  const root = enclosingRoot(directory);
  return {
    pathFromRoot: (path) =>
      shownFrom(realpathSync(root), realPathWithin(resolve(directory, path), root, path)),
    isThere: (path) => isThere(resolve(directory, path)),
    async readBytes(path) {
      return readWithin(resolve(directory, path), root, path);
    },
    async replaceText(path, text) {
      const target = resolve(directory, path);
      if (!isThere(target)) return await writeNew(target, root, { text, shown: path });
      const real = realPathWithin(target, root, path);
      const original = readWithin(real, root, path);
      const { mode } = await stat(real);
      await writeWhole(real, encodeLike(original, text), { mode: mode & 0o7777, shown: path });
    },
  };
}

/** A link of its folder is not followed out of the repository either. */
async function writeNew(
  target: string,
  root: string,
  { text, shown }: { text: string; shown: string },
): Promise<void> {
  const folder = dirname(target);
  if (isThere(folder)) realPathWithin(folder, root, shown);
  await writeWhole(target, Buffer.from(text, 'utf8'), { shown });
}

/**
 * Writes a report whole, in place of what is there; a symbolic link is replaced, not followed. Devices and pipes,
 * `/dev/stdout` say, are written to as they are. Throws UsageError or EnvironmentError with a remedy.
 */
export async function writeReport(path: string, text: string): Promise<void> {
  const target = resolve(path);
  if (!(await isStream(target))) return writeWhole(target, Buffer.from(text, 'utf8'), { shown: path });
  try {
    await writeFile(target, text);
  } catch (cause) {
    throw fileFailure('write', path, cause);
  }
}

/** Throws, as `writeReport` would, when a report can surely not be written: before the work, not after it. */
export async function refuseUnwritable(path: string): Promise<void> {
  const target = resolve(path);
  if (await isStream(target)) return;
  await refuseFolder(target, path);
  try {
    await access(dirname(target), constants.W_OK);
  } catch (cause) {
    throw fileFailure('write', path, cause);
  }
}

async function isStream(path: string): Promise<boolean> {
  if (/^\/(dev|proc)\//.test(path)) return true;
  const found = await lstat(path).catch(() => undefined);
  return found !== undefined && !found.isFile() && !found.isDirectory() && !found.isSymbolicLink();
}

async function writeWhole(
  path: string,
  bytes: Uint8Array,
  { mode, shown }: { mode?: number; shown: string },
): Promise<void> {
  await refuseFolder(path, shown);
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    await writeFlushed(temporary, bytes, mode);
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw fileFailure('write', shown, cause);
  }
}

async function writeFlushed(path: string, bytes: Uint8Array, mode?: number): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    if (mode !== undefined) await file.chmod(mode);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function refuseFolder(path: string, shown: string): Promise<void> {
  const found = await lstat(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw fileFailure('write', shown, error);
  });
  if (found?.isDirectory())
    throw new UsageError({ message: `${shown} is a folder, not a file.`, remedy: 'Name a file.' });
}
