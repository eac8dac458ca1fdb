// What a run of the Action is given, read once: the inputs, the run of the workflow, and the repository.

import { readFile } from 'node:fs/promises';
import { EnvironmentError, isKnownError, type KnownError } from '../errors.ts';
import { type Options, parseOptions } from '../options/options.ts';
import { readSettings } from '../project/disk/settings.ts';
import { projectFolder } from '../project/disk/where.ts';
import { connect, type GitHub } from './api/client.ts';
import { readCheckout } from './checkout.ts';
import { readRun, type WorkflowRun } from './event.ts';
import { type ActionInputs, optionsOf, readInputs } from './inputs.ts';
import { secretsIn } from './secrets.ts';

export interface ActionContext {
  inputs: ActionInputs;
  options: Options;
  run: WorkflowRun;
  github: GitHub;
  /** The project's folder from the repository's root, `apps/api/`; empty when it is the root. */
  prefix: string;
  /** The configuration file from the project's folder; absent when there is none. */
  settingsFile: string | undefined;
  /** Where the repository is checked out. */
  workspace: string;
  /** The step before found that the pull request touches nothing that is compared. */
  isUntouched: boolean;
}

/** As much of it as could be read before something was wrong. */
export interface BrokenContext {
  problem: KnownError;
  inputs?: ActionInputs;
  /** The defaults, when the inputs could not be read. */
  options: Options;
}

/**
 * Takes the token and the address of the live database out of the environment, for no program that is started later
 * needs them, and masks them in the log.
 */
export async function readContext(
  environment: Record<string, string | undefined>,
  mask: (secret: string) => void,
): Promise<ActionContext | BrokenContext> {
  const given = environment.DRIFT_GATE_INPUTS;
  delete environment.DRIFT_GATE_INPUTS;
  delete environment.SUPABASE_DB_URL;
  const known: Omit<BrokenContext, 'problem'> = { options: parseOptions({}, 'action') };
  try {
    for (const secret of secretsIn(given)) mask(secret);
    const alone = readInputs(given);
    known.inputs = alone;
    // What is wrong with an input is told before the file is looked for.
    known.options = optionsOf(alone);
    const file = readSettings(alone.mode, alone.options);
    const inputs = readInputs(given, file);
    known.inputs = inputs;
    const options = optionsOf(inputs);
    known.options = options;
    const workspace = environment.GITHUB_WORKSPACE ?? process.cwd();
    const { commit, prefix } = await readCheckout(projectFolder(inputs.options.project), workspace);
    const run = readRun(environment, await payloadAt(environment.GITHUB_EVENT_PATH), commit);
    const isUntouched = environment.DRIFT_GATE_UNTOUCHED === 'true';
    const github = connect(inputs.token, run);
    return { inputs, options, run, github, prefix, settingsFile: file?.path, workspace, isUntouched };
  } catch (error) {
    if (!isKnownError(error)) throw error;
    return { ...known, problem: error };
  }
}

async function payloadAt(path = ''): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch(() => '');
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new EnvironmentError({
      message: 'The payload of the event is not JSON.',
      remedy: 'Run the Action in a GitHub Actions workflow; elsewhere, use the command line.',
      cause,
    });
  }
}
