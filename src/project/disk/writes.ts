// Files that are written together: all of them, or none. Each is written beside its place and flushed; then they are
// moved over what is there, one after the other, and when one can't be, those before it are put back.

import { randomUUID } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  fchmodSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '../../errors.ts';
import { fileFailure } from './failure.ts';

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
  const files = writes.filter(({ isStream }) => !isStream);
  const streams = writes.filter(({ isStream }) => isStream);
  const trail: Trail = { undo: [], leftovers: [] };
  const goBack = (): void => {
    for (const step of trail.undo.toReversed()) quietly(step);
    removeAll(trail.leftovers);
  };
  // Also when a signal ends the process while a pipe that nobody reads is written to.
  process.once('exit', goBack);
  try {
    moveAll(files, { ...trail, isFollowed: streams.length > 0 });
    for (const write of streams)
      await writeFile(write.path, write.bytes).catch((cause: unknown) => {
        throw fileFailure('write', write.shown, cause);
      });
    removeAll(trail.leftovers);
  } catch (error) {
    goBack();
    throw error;
  } finally {
    process.off('exit', goBack);
  }
}

interface Trail {
  undo: (() => void)[];
  /** Paths that nobody needs when the work is done. */
  leftovers: string[];
}

/**
 * Synchronous on purpose: a signal that the process listens to is told of before or after, when no file or all files
 * are in their places.
 */
function moveAll(files: readonly Write[], { isFollowed, ...trail }: Trail & { isFollowed: boolean }): void {
  const temporaries = files.map((write) => ({ write, temporary: prepared(write, trail) }));
  for (const { write, temporary } of temporaries) {
    // The very last one moves whole or not at all.
    if (write !== files.at(-1) || isFollowed) trail.undo.push(restoring(write, trail.leftovers));
    told(write, () => renameSync(temporary, write.path));
  }
}

/** Writes the bytes beside the place of the file, and gives the path. */
function prepared(write: Write, { undo, leftovers }: Trail): string {
  const folder = dirname(write.path);
  if (write.makesFolder) {
    const made = told(write, () => mkdirSync(folder, { recursive: true }));
    if (made !== undefined) undo.push(() => rmSync(made, { recursive: true }));
  }
  refuseFolder(write.path, write.shown);
  const temporary = besides(write, 'tmp');
  leftovers.push(temporary);
  told(write, () => writeFlushed(temporary, write));
  return temporary;
}

/** Puts back what is there now (nothing, a file or a link), kept under a second name, or copied where that fails. */
function restoring(write: Write, leftovers: string[]): () => void {
  const { path } = write;
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return () => rmSync(path, { force: true });
  const kept = besides(write, 'bak');
  leftovers.push(kept);
  told(write, () => {
    try {
      linkSync(path, kept);
    } catch {
      copyFileSync(path, kept);
    }
  });
  return () => renameSync(kept, path);
}

const besides = ({ path }: Write, ending: string): string =>
  join(dirname(path), `.${basename(path)}.${randomUUID()}.${ending}`);

function told<T>({ shown }: Pick<Write, 'shown'>, act: () => T): T {
  try {
    return act();
  } catch (cause) {
    throw fileFailure('write', shown, cause);
  }
}

function quietly(act: () => void): void {
  try {
    act();
  } catch {
    // The rest must be undone too.
  }
}

function removeAll(paths: readonly string[]): void {
  for (const path of paths) quietly(() => rmSync(path, { force: true }));
}

function writeFlushed(path: string, { bytes, mode }: Write): void {
  const file = openSync(path, 'wx');
  try {
    writeFileSync(file, bytes);
    if (mode !== undefined) fchmodSync(file, mode);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Throws UsageError where a folder stands in the place of a file. */
export function refuseFolder(path: string, shown: string): void {
  const found = told({ shown }, () => lstatSync(path, { throwIfNoEntry: false }));
  if (found?.isDirectory())
    throw new UsageError({ message: `${shown} is a folder, not a file.`, remedy: 'Name a file.' });
}
