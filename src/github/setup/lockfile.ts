// What a project's files say of the Supabase CLI that it was written for: its lockfile, and its configuration.

import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { cliVersionOf, LOCKFILES } from '../../config/cli-version.ts';

export interface Locked {
  version: string;
  /** Relative to the repository. */
  file: string;
}

/** Looks in the project's folder, then in those above it up to `workspace`. */
export function lockedVersion(project: string, workspace: string): Locked | undefined {
  const start = resolve(workspace, project);
  const asked: string[] = [];
  for (const folder of foldersUp(start, workspace)) {
    asked.push(...askedIn(folder));
    for (const name of LOCKFILES) {
      const text = textOf(join(folder, name));
      if (text === undefined) continue;
      const version = cliVersionOf(name, text, { folder: slashes(relative(folder, start)), asked });
      if (version !== undefined) return { version, file: slashes(relative(workspace, join(folder, name))) };
    }
  }
  return undefined;
}

/** Whether config.toml has the table `[inbucket]`, `[local_smtp]` since 3.0.0, which no longer reads the old name. */
export const isWrittenFor2 = (project: string, workspace: string): boolean =>
  /^[ \t]*\[[ \t]*inbucket[ \t]*\]/m.test(
    textOf(join(resolve(workspace, project), 'supabase/config.toml')) ?? '',
  );

/** A project outside of the repository has its own folder alone. */
function foldersUp(start: string, workspace: string): string[] {
  const way = relative(workspace, start);
  if (isAbsolute(way) || way === '..' || way.startsWith(`..${sep}`)) return [start];
  const folders = [start];
  for (let folder = start; relative(workspace, folder) !== ''; ) {
    folder = dirname(folder);
    folders.push(folder);
  }
  return folders;
}

/** The ranges that a package.json asks for. */
function askedIn(folder: string): string[] {
  const text = textOf(join(folder, 'package.json'));
  const found = text?.matchAll(/"supabase"\s*:\s*"([^"]+)"/g) ?? [];
  return [...found].map(([, range = '']) => range);
}

/** What is no readable file is as good as absent: the CLI is chosen otherwise, and the log says how. */
function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

const slashes = (path: string): string => path.replaceAll(sep, '/');
