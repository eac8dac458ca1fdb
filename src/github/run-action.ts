// One run of the Action, up to its result: the check or the audit, and the reports that later steps wait for. Whatever a
// user can get wrong ends as a report.

import { readFile } from 'node:fs/promises';
import { untouchedReport } from '../commands/untouched.ts';
import { cliOnPath } from '../database/supabase-cli/find.ts';
import { isKnownError, UsageError } from '../errors.ts';
import type { Options } from '../options/options.ts';
import { PROGRAM } from '../program.ts';
import { discoverProject } from '../project/disk/discover.ts';
import { refuseUnwritable, writeReport } from '../project/disk/disk.ts';
import { writesTogether } from '../project/disk/writes.ts';
import { failedReport } from '../report/failed.ts';
import { renderHtml } from '../report/html.ts';
import { renderJson } from '../report/json.ts';
import type { Report } from '../report/report.ts';
import { renderSarif } from '../report/sarif.ts';
import { withCommands } from '../report/texts.ts';
import { judged, type Listener, type Ran, run } from '../run.ts';
import type { ActionContext, BrokenContext } from './context.ts';
import { refuseStrangers } from './event.ts';
import { needsCli, optionsOf, withoutLiveUrl } from './inputs.ts';
import { withFileChanges } from './judging-files.ts';
import { type ActionResult, markdownOf } from './result.ts';

/** Gives a result whatever a user, GitHub or a database does; only a bug is thrown. */
export async function runAction(
  context: ActionContext | BrokenContext,
  listener: Listener,
): Promise<ActionResult> {
  try {
    if ('problem' in context) throw context.problem;
    return await checked(context, listener);
  } catch (error) {
    if (!isKnownError(error)) throw error;
    const report = failedReport(context.inputs?.mode ?? 'check', context.options, error);
    return { context, report: withCommands(report, listener.program ?? PROGRAM) };
  }
}

async function checked(context: ActionContext, listener: Listener): Promise<ActionResult> {
  const { inputs, options } = context;
  if (inputs.mode === 'audit') refuseStrangers(context.run);
  if (inputs.mode === 'audit' && inputs.options.live === undefined) throw withoutLiveUrl();
  for (const file of Object.values(inputs.reports)) await refuseUnwritable(file);
  const inventoryBefore = await readInventory(options);
  const ran = context.isUntouched ? unchecked(options) : await runMode(context, listener);
  const report = inputs.mode === 'check' ? await withFileChanges(ran.report, context) : ran.report;
  const isInventoryChanged = (await readInventory(options)) !== inventoryBefore;
  const written = options.inventory === undefined ? {} : { isInventoryChanged };
  return await withReports({ ...ran, context, report, written }, context);
}

function unchecked(options: Options): Ran {
  const { types, baseline, surface } = options;
  const project = discoverProject(options.project, { types, baseline, surface });
  return { report: judged(untouchedReport(project, options), options) };
}

/** The text of the file that an audit keeps its inventory in. */
const readInventory = async ({ inventory }: Options): Promise<string | undefined> =>
  inventory === undefined ? undefined : await readFile(inventory, 'utf8').catch(() => undefined);

/** A repair is run where the CLI lies elsewhere, and needs none. */
function runMode(context: ActionContext, listener: Listener): Promise<Ran> {
  const { mode } = context.inputs;
  const options = optionsOf(context.inputs, cliOf(context));
  const shown = { ...options, supabaseCli: undefined, resetWith: 'built-in' } as const;
  return run(mode, options, listener, { wantsPatch: mode === 'check', shown });
}

/**
 * The CLI on the runner's path, by name, so that none in `node_modules/.bin` is taken: that would be the pull request's
 * own.
 */
function cliOf({ inputs, workspace }: ActionContext): { supabaseCli?: string } {
  if (!needsCli(inputs)) return {};
  const program = cliOnPath(workspace);
  if (program !== undefined) return { supabaseCli: program };
  throw new UsageError({
    message: 'The Supabase CLI is not on the path.',
    remedy: 'Put it there with `supabase/setup-cli`, or set `reset-with: built-in`, which needs none.',
  });
}

/** Writes the reports that the workflow asked for. Throws when one can't be: a later step would take it for clean. */
async function withReports(result: ActionResult, { inputs, prefix }: ActionContext): Promise<ActionResult> {
  const { report } = result;
  const { sarif, ...others } = inputs.reports;
  // Code scanning closes the alerts that a log no longer has: one of half a run would close those of the other half.
  const wanted = { ...others, ...(sarif && isComplete(report) && { sarif }) };
  const { write, commit } = writesTogether();
  if (wanted.json) await writeReport(wanted.json, renderJson(report), write);
  if (wanted.markdown) await writeReport(wanted.markdown, markdownOf(result), write);
  if (wanted.sarif) await writeReport(wanted.sarif, renderSarif(report, { prefix }), write);
  if (wanted.html) await writeReport(wanted.html, renderHtml(report), write);
  await commit();
  return { ...result, written: { ...result.written, ...wanted } };
}

const isComplete = ({ status, notRun }: Report): boolean =>
  status !== 'failed' && notRun.every(({ part }) => part === 'confirmation');
