// Decides which Supabase CLI the Action installs: none where none is needed or one is there, else the project's own.

import { type ActionInputs, needsCli } from '../inputs.ts';
import { isWrittenFor2, lockedVersion } from './lockfile.ts';
import { LAST_2, newestCli, TESTED_CLI } from './newest.ts';

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
    return { version: '', because: 'The built-in replay needs no Supabase CLI: nothing to install.' };
  const { supabaseVersion, options } = inputs;
  // Said in the workflow, so it holds whatever the machine has: which version that is would have to be asked.
  if (supabaseVersion !== undefined)
    return {
      version: supabaseVersion,
      because: `Supabase CLI ${supabaseVersion}, as \`supabase-version\` says.`,
    };
  if (present !== undefined)
    return { version: '', because: `The Supabase CLI on the path is used: ${present}.` };
  const locked = lockedVersion(options.project, workspace);
  if (locked !== undefined)
    return { version: locked.version, because: `Supabase CLI ${locked.version}, as ${locked.file} says.` };
  if (isWrittenFor2(options.project, workspace))
    return {
      version: LAST_2,
      because: `Supabase CLI ${LAST_2}: no lockfile of the project names one, and 3.x refuses the \`[inbucket]\` in its config.toml.`,
    };
  const version = await newest();
  if (version !== undefined)
    return { version, because: `Supabase CLI ${version}, the newest: no lockfile of the project names one.` };
  return {
    version: TESTED_CLI,
    because: `Supabase CLI ${TESTED_CLI}, with which this release was tested: no lockfile of the project names one, and which 3.x is the newest can't be told.`,
  };
}
