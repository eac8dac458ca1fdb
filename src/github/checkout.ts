// What Git says of the checkout: the commit, and the project's folder in its repository.

import { relative, resolve, sep } from 'node:path';
import { getExecOutput } from '@actions/exec';

export interface Checkout {
  /** The commit that is checked out; absent without Git, and where `supabase/` holds anything that it does not. */
  commit?: string;
  /** The project's folder from the repository's root, `apps/api/`; empty when it is the root. */
  prefix: string;
}

/**
 * @param directory of the project, relative to the working directory
 * @param workspace taken for the repository's root where Git does not answer, as in a container without it
 */
export async function readCheckout(directory: string, workspace: string | undefined): Promise<Checkout> {
  const commit = await git(directory, 'rev-parse', 'HEAD');
  const prefix = await git(directory, 'rev-parse', '--show-prefix');
  // Files may lie in a checkout that no commit of it has: from an artifact, or from another branch.
  const foreign = await git(directory, 'status', '--porcelain', '--ignored', '--', 'supabase', ...CLI_FILES);
  if (commit !== undefined && prefix !== undefined) return { prefix, ...(foreign === '' && { commit }) };
  const path = relative(workspace ?? '.', resolve(directory))
    .split(sep)
    .join('/');
  return { prefix: path === '' || path.startsWith('..') ? '' : `${path}/` };
}

const CLI_FILES = [':!supabase/.temp', ':!supabase/.branches'];

/**
 * What Git says, asked in a folder. In a container the folder belongs to another user, which Git refuses unless told;
 * and a pull request may bring files that look like a bare repository, with a HEAD of its author's choice.
 */
async function git(directory: string, ...question: string[]): Promise<string | undefined> {
  const settings = ['-c', 'safe.directory=*', '-c', 'safe.bareRepository=explicit', '--no-optional-locks'];
  const args = [...settings, '-C', resolve(directory), ...question];
  try {
    const { exitCode, stdout } = await getExecOutput('git', args, { silent: true, ignoreReturnCode: true });
    return exitCode === 0 ? stdout.replace(/\r?\n$/, '') : undefined;
  } catch {
    return undefined;
  }
}
