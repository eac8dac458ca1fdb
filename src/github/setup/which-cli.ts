// Decides which Supabase CLI the Action installs: none where none is needed or one is there, else the project's own.

import { type ActionInputs, needsCli } from '../inputs.ts';
import { isWrittenFor2, lockedVersion } from './lockfile.ts';

export interface Surroundings {
  /** Where the repository is checked out. */
  workspace: string;
  /** The CLI on the runner's path. */
  present: string | undefined;
  newest?: () => Promise<string | undefined>;
}

export interface Setup {
  /** What `supabase/setup-cli` is to install; empty for nothing. */
  version: string;
  /** Why, a sentence for the log. */
  because: string;
}

export async function whatToInstall(
  inputs: ActionInputs,
  { workspace, present, newest = newestCli }: Surroundings,
): Promise<Setup> {
  if (!needsCli(inputs))
    return { version: '', because: 'The built-in replay needs no Supabase CLI, so none is installed.' };
  const { supabaseVersion, options } = inputs;
  // Said in the workflow, so it holds whatever the machine has: which version that is would have to be asked.
  if (supabaseVersion !== undefined)
    return {
      version: supabaseVersion,
      because: `Supabase CLI ${supabaseVersion}, as \`supabase-version\` says.`,
    };
  if (present !== undefined)
    return { version: '', because: `Using the Supabase CLI on the path: ${present}.` };
  const locked = lockedVersion(options.project, workspace);
  if (locked !== undefined)
    return { version: locked.version, because: `Supabase CLI ${locked.version}, as ${locked.file} says.` };
  if (isWrittenFor2(options.project, workspace))
    return {
      version: LAST_2,
      because: `Supabase CLI ${LAST_2}: the project has no lockfile that names one, and 3.x rejects the \`[inbucket]\` in its config.toml.`,
    };
  const version = await newest();
  if (version !== undefined)
    return {
      version,
      because: `Supabase CLI ${version}, the newest release: the project has no lockfile that names one.`,
    };
  return {
    version: TESTED_CLI,
    because: `Supabase CLI ${TESTED_CLI}, which this release was tested with: the project has no lockfile that names one, and GitHub did not say which 3.x release is the newest.`,
  };
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
