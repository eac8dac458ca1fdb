// What the Action is given, and where that puts it: the run, the repository, and what a pull request touches of it.

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mayHideTypes, touches } from './commands/untouched.ts';
import { LOCKFILES } from './config/cli-version.ts';
import type { Environment } from './config/environment.ts';
import { EnvironmentError } from './errors.ts';
import { discoverProject, projectFolder } from './files/discover.ts';
import { hasLinks, isReachedByLink } from './files/links.ts';
import { connect } from './github/api.ts';
import { changedFilesOf } from './github/changed-files.ts';
import { readCheckout } from './github/checkout.ts';
import { readRun } from './github/event.ts';
import { type ActionInputs, needsCli } from './github/inputs.ts';
import type { Place } from './github/verdict.ts';

/** What the Action is given. */
export interface Given {
  inputs: ActionInputs;
  /** The step before found that the pull request touches nothing of what is compared. */
  isUntouched?: boolean;
  environment: Environment;
  /** Text of the event's payload. */
  payload(): Promise<string>;
}

/** What GitHub Actions gives, besides the inputs. */
export const givenWith = (inputs: ActionInputs, environment: Given['environment']): Given => ({
  inputs,
  environment,
  isUntouched: environment.DRIFT_GATE_UNTOUCHED === 'true',
  payload: () => readFile(environment.GITHUB_EVENT_PATH ?? '', 'utf8').catch(() => ''),
});

/** Throws UsageError and EnvironmentError, as `readRun`. */
export async function placeOf({ inputs: { options, token }, environment, payload }: Given): Promise<Place> {
  const { commit, prefix } = await readCheckout(projectFolder(options.project), environment.GITHUB_WORKSPACE);
  const run = readRun(environment, parsed(await payload()), commit);
  return { run, github: connect(token, run), prefix };
}

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch (cause) {
    throw new EnvironmentError({
      message: 'The payload of the event is no JSON.',
      remedy: 'Run the Action in a workflow of GitHub Actions; elsewhere use the command line.',
      cause,
    });
  }
}

/**
 * Whether a pull request surely touches nothing of what is compared, so that there is nothing to look at. Onto a branch
 * that is not the default one it is never sure: pointed at another base, it keeps the answer, and brings that branch along.
 */
export async function isUntouched(given: Given): Promise<boolean> {
  const { mode, skipUnchanged, options } = given.inputs;
  // What is live changes without a pull request.
  if (!skipUnchanged || mode === 'audit') return false;
  const { run, github, prefix } = await placeOf(given);
  const { isCheckedOut = false, isForDefaultBranch = false } = run.pullRequest ?? {};
  if (!isCheckedOut || !isForDefaultBranch || isReachedByLink(options.project)) return false;
  const changed = await changedFilesOf(github, run);
  if (changed === undefined) return false;
  // Another release of the CLI may generate other types.
  if (needsCli(given.inputs) && changed.some(isLockfile)) return false;
  const { types, baseline } = options;
  const project = discoverProject(options.project, { types, baseline });
  if (project.unreadableTypes) return false;
  const isThere = (path: string): boolean => existsSync(join(project.directory, topFrom(prefix), path));
  if (types.length === 0 && changed.some((path) => mayHideTypes(path, isThere))) return false;
  return !hasLinks(project) && !touches(project, changed, prefix);
}

const isLockfile = (path: string): boolean =>
  LOCKFILES.some((name) => path === name || path.endsWith(`/${name}`));

/** The way from the project's folder to the top of the repository: `../../` for `apps/api/`. */
const topFrom = (prefix: string): string => prefix.replace(/[^/]+/g, '..');
