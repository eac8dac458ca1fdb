// What is checked out, asked of Git: the commit, and where the project lies in its repository.

import { relative, resolve, sep } from 'node:path';
import { getExecOutput } from '@actions/exec';

export interface Checkout {
  /** The commit that is checked out; absent without Git, or without a repository. */
  commit?: string;
  /** The project's folder from the repository's root, `apps/api/`; empty when it is the root. */
  prefix: string;
}

/**
 * @param directory of the project, relative to the working directory
 * @param workspace taken for the repository's root where Git does not answer, as in a container without it
 */
export async function readCheckout(directory: string, workspace: string | undefined): Promise<Checkout> {
  const [commit, prefix] = [await git(directory, 'HEAD'), await git(directory, '--show-prefix')];
  if (commit !== undefined && prefix !== undefined) return { commit, prefix };
  const path = relative(workspace ?? '.', resolve(directory))
    .split(sep)
    .join('/');
  return { prefix: path === '' || path.startsWith('..') ? '' : `${path}/` };
}

/**
 * One answer of `git rev-parse`. In a container the folder belongs to another user, which Git refuses unless told;
 * and a pull request may bring files that look like a bare repository, with a HEAD of its author's choice.
 */
async function git(directory: string, question: string): Promise<string | undefined> {
  const settings = ['-c', 'safe.directory=*', '-c', 'safe.bareRepository=explicit'];
  const args = [...settings, '-C', resolve(directory), 'rev-parse', question];
  try {
    const { exitCode, stdout } = await getExecOutput('git', args, { silent: true, ignoreReturnCode: true });
    return exitCode === 0 ? stdout.replace(/\r?\n$/, '') : undefined;
  } catch {
    return undefined;
  }
}
