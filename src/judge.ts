// One run of the Action, up to its verdict: the options, the run that they belong to, the check, and the reports that
// later steps wait for. Whatever a user can get wrong ends as a report.

import { readFile } from 'node:fs/promises';
import { untouchedReport } from './commands/untouched.ts';
import { type Options, parseOptions } from './config/options.ts';
import { cliOnPath } from './database/supabase-cli-find.ts';
import { isKnownError, UsageError } from './errors.ts';
import { discoverProject } from './files/discover.ts';
import { refuseUnwritable, writeReport } from './files/disk.ts';
import { writesTogether } from './files/writes.ts';
import { withBaselineChange } from './github/baseline-change.ts';
import { refuseStrangers } from './github/event.ts';
import { type ActionInputs, needsCli, optionsOf, withoutLiveUrl } from './github/inputs.ts';
import type { Written } from './github/outputs.ts';
import { markdownOf, type Verdict } from './github/verdict.ts';
import { type Given, placeOf } from './place.ts';
import { failedReport } from './report/failed.ts';
import { renderHtml } from './report/html.ts';
import { renderJson } from './report/json.ts';
import type { Report } from './report/report.ts';
import { renderSarif } from './report/sarif.ts';
import { type Listener, type Ran, run } from './run.ts';

type Known = Omit<Verdict, 'report' | 'patch'>;

/** Gives a verdict for whatever a user, GitHub or a database does; only a bug is thrown. */
export async function judge(given: Given, listener: Listener): Promise<Verdict> {
  const { inputs } = given;
  const known: Known = { inputs, options: parseOptions({}, 'action') };
  try {
    known.options = optionsOf(inputs.options);
    known.place = await placeOf(given);
    if (inputs.mode === 'audit') refuseStrangers(known.place.run);
    if (inputs.mode === 'audit' && inputs.options.live === undefined) throw withoutLiveUrl();
    for (const file of Object.values(inputs.reports)) await refuseUnwritable(file);
    const before = await inventoryOf(known.options);
    const ran = given.isUntouched ? unchecked(known.options) : await ranOn(given, listener);
    const written = await inventoryWritten(known.options, before);
    const told = inputs.mode === 'check' ? await withBaselineChange(ran.report, known.place) : ran.report;
    return await withReports({ ...known, ...ran, written, report: told }, inputs);
  } catch (error) {
    if (!isKnownError(error)) throw error;
    return { ...known, report: failedReport(inputs.mode, known.options, error) };
  }
}

function unchecked(options: Options): Ran {
  const { types, baseline, surface } = options;
  const project = discoverProject(options.project, { types, baseline, surface });
  return { report: untouchedReport(project, options) };
}

/** A repair is run where the CLI lies elsewhere, and needs none. */
function ranOn(given: Given, listener: Listener): Promise<Ran> {
  const { mode } = given.inputs;
  const options = optionsOf({ ...given.inputs.options, ...cliOf(given) });
  const shown = { ...options, supabaseCli: undefined, resetWith: 'built-in' } as const;
  return run(mode, options, listener, { wantsPatch: mode === 'check', shown });
}

/**
 * The CLI on the runner's path, by name, so that none in `node_modules/.bin` is taken: that would be the pull request's
 * own.
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

/** Writes the reports that the workflow asked for. Throws when one can't be: a later step would take it for clean. */
async function withReports(verdict: Verdict, { reports }: ActionInputs): Promise<Verdict> {
  const { report, place } = verdict;
  const { json, markdown, html } = reports;
  // Code scanning closes the alerts that a log no longer has: one of half a run would close those of the other half.
  const sarif = isComplete(report) ? reports.sarif : undefined;
  const { write, commit } = writesTogether();
  if (json) await writeReport(json, renderJson(report), write);
  if (markdown) await writeReport(markdown, markdownOf(verdict), write);
  if (sarif) await writeReport(sarif, renderSarif(report, place && { prefix: place.prefix }), write);
  if (html) await writeReport(html, renderHtml(report), write);
  await commit();
  return {
    ...verdict,
    written: {
      ...verdict.written,
      ...(json && { json }),
      ...(markdown && { markdown }),
      ...(sarif && { sarif }),
      ...(html && { html }),
    },
  };
}

/** The text of the file that an audit keeps its inventory in. */
const inventoryOf = async ({ inventory }: Options): Promise<string | undefined> =>
  inventory === undefined ? undefined : await readFile(inventory, 'utf8').catch(() => undefined);

const inventoryWritten = async (options: Options, before: string | undefined): Promise<Written> =>
  options.inventory === undefined ? {} : { isInventoryChanged: (await inventoryOf(options)) !== before };

const isComplete = ({ status, notRun }: Report): boolean =>
  status !== 'failed' && notRun.every(({ part }) => part === 'confirmation');
