// What a project's files say of the Supabase CLI that it was written for: package.json, lockfile and configuration.
// What is no readable file is as good as absent.

import { readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { cliVersionOf, exact, LOCKFILES } from '../cli-version.ts';
import { ancestorsOf, isWithin, shownFrom } from './boundary.ts';

/** `3.1.0`; undefined when none is named, or a range. The nearest package.json that names the CLI counts. */
export function pinnedCli(directory: string, root: string): string | undefined {
  const [asked] = foldersUpTo(root, directory).flatMap(askedIn);
  return exact(asked) === asked ? asked : undefined;
}

/**
 * The version in the nearest lockfile that has the CLI, in the project's folder or above it.
 * @returns the lockfile as a path from `root`
 */
export function lockedCli(directory: string, root: string): { version: string; file: string } | undefined {
  const asked: string[] = [];
  for (const folder of foldersUpTo(root, directory)) {
    asked.push(...askedIn(folder));
    for (const name of LOCKFILES) {
      const file = join(folder, name);
      const place = { folder: relative(folder, directory).split(sep).join('/'), asked };
      const version = cliVersionOf(name, textOf(file) ?? '', place);
      if (version !== undefined) return { version, file: shownFrom(root, file) };
    }
  }
  return undefined;
}

/** Whether config.toml has the table `[inbucket]`, `[local_smtp]` since 3.0.0, which no longer reads the old name. */
export const isWrittenFor2 = (directory: string): boolean =>
  /^[ \t]*\[[ \t]*inbucket[ \t]*\]/m.test(textOf(resolve(directory, 'supabase/config.toml')) ?? '');

/** Nearest first. A project outside of the root has its own folder alone. */
const foldersUpTo = (root: string, directory: string): string[] => [
  directory,
  ...ancestorsOf(directory).filter((folder) => isWithin(folder, root)),
];

/** The versions and ranges that a package.json asks for. */
const askedIn = (folder: string): string[] =>
  [...(textOf(join(folder, 'package.json')) ?? '').matchAll(/"supabase"\s*:\s*"([^"]+)"/g)].map(
    ([, range = '']) => range,
  );

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
