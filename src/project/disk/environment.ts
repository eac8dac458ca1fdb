// Looks up the variables that a project's config.toml names, and no others: in the environment, else in the `.env`
// files that the Supabase CLI reads. A migration may read what `[db.vault]` names, so a runner's own are not looked up.

import { join } from 'node:path';
import { isKnownError } from '../../errors.ts';
import { type Environment, environmentFiles, isOfTheRunner, parseEnvironment } from '../environment.ts';
import { kindOf, readWithin } from './boundary.ts';

/** The values of variables, as far as they are set. */
export function variablesOf(
  names: readonly string[],
  { directory, root }: { directory: string; root: string },
  environment: Environment,
): Map<string, string> {
  const isNamed = new Set(names);
  const found = new Map<string, string>();
  if (names.length === 0) return found;
  const texts = environmentFiles(environment.SUPABASE_ENV || undefined).map((path) =>
    textOf(join(directory, path), root),
  );
  // The first that names one holds, so the last is laid down first.
  for (const text of texts.reverse())
    for (const [name, value] of parseEnvironment(text)) if (isNamed.has(name)) found.set(name, value);
  for (const name of names) {
    const value = environment[name];
    if (value !== undefined && !isOfTheRunner(name)) found.set(name, value);
  }
  return found;
}

/** One that can't be read is none to the project: the CLI says so where it matters. */
function textOf(path: string, root: string): string {
  try {
    return kindOf(path, path) === 'file' ? readWithin(path, root, path).toString('utf8') : '';
  } catch (error) {
    if (!isKnownError(error)) throw error;
    return '';
  }
}
