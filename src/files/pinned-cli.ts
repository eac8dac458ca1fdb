// The version of the Supabase CLI that package.json names, in the project's folder or above it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exact } from '../config/cli-version.ts';
import { ancestorsOf, isWithin } from './boundary.ts';

/** `3.1.0`; undefined when none is named, or a range. The nearest package.json that names the CLI counts. */
export function pinnedCli(directory: string, root: string): string | undefined {
  const folders = [directory, ...ancestorsOf(directory)].filter((folder) => isWithin(folder, root));
  const asked = folders.map(askedIn).find((version) => version !== undefined);
  return exact(asked) === asked ? asked : undefined;
}

function askedIn(folder: string): string | undefined {
  try {
    const text = readFileSync(join(folder, 'package.json'), 'utf8');
    return /"supabase"\s*:\s*"([^"]+)"/.exec(text)?.[1];
  } catch {
    return undefined;
  }
}
