// Files that are written together: all of them, or none. Each is written beside its place and flushed; then they are
// moved over what is there, one after the other, and when one can't be, those before it are put back.

import { randomUUID } from 'node:crypto';
import { copyFile, link, lstat, mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '../errors.ts';
import { codeOf, fileFailure } from './failure.ts';

export interface Write {
  /** Absolute. */
  path: string;
  bytes: Uint8Array;
  mode?: number;
  /** Its path in errors. */
  shown: string;
  /** A device or a pipe, which is written to as it is, when all else is in its place. */
  isStream?: boolean;
  /** Its folder is made when it is not there. */
  makesFolder?: boolean;
}

/** What takes a write: at once, or until all are there. */
export type Writing = (write: Write) => Promise<void>;

/** Writes one file, now. Throws UsageError or EnvironmentError with a remedy. */
export const writeNow: Writing = (write) => writeAll([write]);

/** Keeps writes until `commit`, which makes all of them or throws and leaves everything as it was. */
export function writesTogether(): { write: Writing; commit(): Promise<void> } {
  const writes: Write[] = [];
  return {
    write: async (write) => void writes.push(write),
    commit: () => writeAll(writes),
  };
}

async function writeAll(writes: readonly Write[]): Promise<void> {
  const undo: (() => Promise<void>)[] = [];
  const leftovers: string[] = [];
  try {
    const files = writes.filter(({ isStream }) => !isStream);
    const streams = writes.filter(({ isStream }) => isStream);
    const temporaries = new Map<Write, string>();
    for (const write of files) temporaries.set(write, await prepared(write, { undo, leftovers }));
    for (const [write, temporary] of temporaries) {
      // The very last one moves whole or not at all.
      if (write !== files.at(-1) || streams.length > 0) undo.push(await restoring(write, leftovers));
      await told(write, () => rename(temporary, write.path));
    }
    for (const write of streams) await told(write, () => writeFile(write.path, write.bytes));
  } catch (error) {
    for (const step of undo.toReversed()) await step().catch(() => undefined);
    throw error;
  } finally {
    for (const path of leftovers) await rm(path, { force: true }).catch(() => undefined);
  }
}

interface Trail {
  undo: (() => Promise<void>)[];
  /** Paths that nobody needs behind the work. */
  leftovers: string[];
}

/** Writes the bytes beside the place of the file, and gives the path. */
async function prepared(write: Write, { undo, leftovers }: Trail): Promise<string> {
  const folder = dirname(write.path);
  if (write.makesFolder) {
    const made = await told(write, () => mkdir(folder, { recursive: true }));
    if (made !== undefined) undo.push(() => rm(made, { recursive: true }));
  }
  await refuseFolder(write.path, write.shown);
  const temporary = besides(write, 'tmp');
  leftovers.push(temporary);
  await told(write, () => writeFlushed(temporary, write));
  return temporary;
}

/** Puts back what is there now (nothing, a file or a link), kept under a second name, or copied where that fails. */
async function restoring(write: Write, leftovers: string[]): Promise<() => Promise<void>> {
  const { path } = write;
  if ((await lstat(path).catch(() => undefined)) === undefined) return () => rm(path, { force: true });
  const kept = besides(write, 'bak');
  leftovers.push(kept);
  await told(write, () => link(path, kept).catch(() => copyFile(path, kept)));
  return () => rename(kept, path);
}

const besides = ({ path }: Write, ending: string): string =>
  join(dirname(path), `.${basename(path)}.${randomUUID()}.${ending}`);

async function told<T>({ shown }: Write, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    throw fileFailure('write', shown, cause);
  }
}

async function writeFlushed(path: string, { bytes, mode }: Write): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    if (mode !== undefined) await file.chmod(mode);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Throws UsageError where a folder stands in the place of a file. */
export async function refuseFolder(path: string, shown: string): Promise<void> {
  const found = await lstat(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw fileFailure('write', shown, error);
  });
  if (found?.isDirectory())
    throw new UsageError({ message: `${shown} is a folder, not a file.`, remedy: 'Name a file.' });
}
