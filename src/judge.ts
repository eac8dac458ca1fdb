// One run of the Action, up to its verdict: the options, the run that they belong to, the check, and the reports that
// later steps wait for. Whatever a user can get wrong ends as a report.

import { touches, untouchedReport } from './commands/untouched.ts';
import { type Options, parseOptions } from './config/options.ts';
import { cliOnPath } from './database/supabase-cli-find.ts';
import { EnvironmentError, isKnownError, UsageError } from './errors.ts';
import { discoverProject } from './files/discover.ts';
import { refuseUnwritable, writeReport } from './files/disk.ts';
import { connect } from './github/api.ts';
import { changedFilesOf } from './github/changed-files.ts';
import { readCheckout } from './github/checkout.ts';
import { readRun } from './github/event.ts';
import { type ActionInputs, needsCli, optionsOf } from './github/inputs.ts';
import { markdownOf, type Place, type Verdict } from './github/verdict.ts';
import { inWordsOfInputs } from './github/wording.ts';
import { failedReport } from './report/failed.ts';
import { renderJson } from './report/json.ts';
import type { Report } from './report/report.ts';
import { renderSarif } from './report/sarif.ts';
import { type Listener, type Ran, run } from './run.ts';

/** What the Action is given. */
export interface Given {
  inputs: ActionInputs;
  environment: Readonly<Record<string, string | undefined>>;
  /** Text of the event's payload. */
  payload(): Promise<string>;
}

type Known = Omit<Verdict, 'report' | 'patch'>;

/** Gives a verdict for whatever a user, GitHub or a database does; only a bug is thrown. */
export async function judge(given: Given, listener: Listener): Promise<Verdict> {
  const { inputs } = given;
  const known: Known = { inputs, options: parseOptions({}) };
  try {
    known.options = optionsOf({ ...inputs.options, ...cliOf(given) });
    known.place = await placeOf(given);
    for (const file of Object.values(inputs.reports)) await refuseUnwritable(file);
    const report = await quickAnswer(inputs, known.options, known.place);
    const ran = report ? { report } : await checked(known.options, listener);
    return await withReports({ ...known, ...ran, report: inWordsOfInputs(ran.report) }, inputs);
  } catch (error) {
    if (!isKnownError(error)) throw error;
    return { ...known, report: inWordsOfInputs(failedReport('check', known.options, error)) };
  }
}

/** A repair is run where the CLI lies elsewhere, and needs none. */
const checked = (options: Options, listener: Listener): Promise<Ran> =>
  run('check', options, listener, {
    wantsPatch: true,
    shown: { ...options, supabaseCli: undefined, resetWith: 'built-in' },
  });

/**
 * The CLI on the runner's path, by name: one in `node_modules/.bin` would be the pull request's own. Where there is
 * none, the path of the one that is looked for is an error that says so.
 */
function cliOf({ inputs, environment }: Given): { supabaseCli?: string } {
  if (!needsCli(inputs)) return {};
  const program = cliOnPath(environment.GITHUB_WORKSPACE ?? '.');
  if (program !== undefined) return { supabaseCli: program };
  throw new UsageError({
    message: 'The Supabase CLI is not on the path.',
    remedy: 'Put it there with `supabase/setup-cli`, or set `reset-with: built-in`, which needs none.',
  });
}

async function placeOf({ inputs: { options, token }, environment, payload }: Given): Promise<Place> {
  const { commit, prefix } = await readCheckout(options.project, environment.GITHUB_WORKSPACE);
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

/** The answer to a pull request that touches nothing of what is compared; undefined when it must be looked at. */
async function quickAnswer(
  { skipUnchanged }: ActionInputs,
  options: Options,
  { run: { pullRequest }, run, github, prefix }: Place,
): Promise<Report | undefined> {
  if (!skipUnchanged || pullRequest === undefined) return undefined;
  const changed = await changedFilesOf(github, run);
  if (changed === undefined) return undefined;
  const project = discoverProject(options.project, { types: options.types, baseline: options.baseline });
  return touches(project, changed, prefix) ? undefined : untouchedReport(project, options);
}

/** Writes the reports that the workflow asked for. Throws when one can't be: a later step would take it for clean. */
async function withReports(verdict: Verdict, { reports }: ActionInputs): Promise<Verdict> {
  const { report, place } = verdict;
  if (reports.json) await writeReport(reports.json, renderJson(report));
  if (reports.markdown) await writeReport(reports.markdown, markdownOf(verdict));
  if (reports.sarif) await writeReport(reports.sarif, renderSarif(report, { prefix: place?.prefix ?? '' }));
  return verdict;
}
