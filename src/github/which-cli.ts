// Decides which Supabase CLI the Action installs: none where none is needed or one is there, else the project's own.

import { resolve } from 'node:path';
import { isWrittenFor2, lockedCli } from '../project/disk/pinned-cli.ts';
import { type ActionInputs, needsCli } from './inputs.ts';

/** The version that `supabase/setup-cli` is to install, empty for none; and why, as a sentence for the log. */
export interface CliChoice {
  version: string;
  because: string;
}

/**
 * @param workspace where the repository is checked out
 * @param present the CLI on the runner's path
 */
export async function whichCli(
  inputs: ActionInputs,
  workspace: string,
  present: string | undefined,
  newest: () => Promise<string | undefined> = newestCli,
): Promise<CliChoice> {
  const install = (version: string, why: string): CliChoice => ({
    version,
    because: `Supabase CLI ${version}${why}.`,
  });
  if (!needsCli(inputs))
    return { version: '', because: 'The built-in replay needs no Supabase CLI, so none is installed.' };
  const { supabaseVersion, options } = inputs;
  // Said in the workflow, so it holds whatever the machine has: which version that is would have to be asked.
  if (supabaseVersion !== undefined) return install(supabaseVersion, ', as `supabase-version` says');
  if (present !== undefined)
    return { version: '', because: `Using the Supabase CLI on the path: ${present}.` };
  const root = resolve(workspace);
  const project = resolve(root, options.project);
  const locked = lockedCli(project, root);
  if (locked !== undefined) return install(locked.version, `, as ${locked.file} says`);
  const unlocked = 'the project has no lockfile that names one';
  if (isWrittenFor2(project))
    return install(LAST_2, `: ${unlocked}, and 3.x rejects the \`[inbucket]\` in its config.toml`);
  const version = await newest();
  if (version !== undefined) return install(version, `, the newest release: ${unlocked}`);
  return install(
    TESTED_CLI,
    `, which this release was tested with: ${unlocked}, and GitHub did not say which 3.x release is the newest`,
  );
}

/** Known by heart for when GitHub can't be asked, or has gone on to another major version: what the tests run. */
export const TESTED_CLI = '3.1.0';

/** The last release before 3.0.0, for projects whose configuration 3.x refuses. */
export const LAST_2 = '2.122.1';

const LATEST = 'https://github.com/supabase/cli/releases/latest';
const PATIENCE_MS = 10_000;

/** GitHub answers with a redirect to the release, to anybody, without the limits of its API. */
export async function newestCli(address = LATEST): Promise<string | undefined> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const { headers } = await fetch(address, { method: 'HEAD', redirect: 'manual', signal });
    return /\/releases\/tag\/v(3\.\d+\.\d+)$/.exec(headers.get('location') ?? '')?.[1];
  } catch {
    return undefined;
  }
}
