// The entry point of the Action: the verdict, then all that people and workflows look at. The verdict is settled before
// anything is published, and stands whatever becomes of that. The only caller of setOutput, setSecret and setFailed.

import { randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as core from '@actions/core';
import { parseOptions } from './config/options.ts';
import { endOnSignals } from './ending.ts';
import { isKnownError, messageOf } from './errors.ts';
import { writeReport } from './files/disk.ts';
import { progressOn } from './files/progress.ts';
import { annotationsOf } from './github/annotations.ts';
import { changesBaseline } from './github/baseline-change.ts';
import { publishComment } from './github/comment.ts';
import { type ActionInputs, readInputs } from './github/inputs.ts';
import { publishIssue } from './github/issue.ts';
import { issueOf } from './github/issue-report.ts';
import { commentKey, markerLine, markerOf } from './github/marker.ts';
import { outputsOf, type Written } from './github/outputs.ts';
import { secretsIn } from './github/secrets.ts';
import { markdownOf, type Place, type Verdict } from './github/verdict.ts';
import { judge } from './judge.ts';
import { givenWith } from './place.ts';
import { failedReport } from './report/failed.ts';
import { exitCodeOf } from './report/failing.ts';
import { renderJson } from './report/json.ts';
import { SUMMARY_BUDGET } from './report/markdown.ts';
import { renderReport } from './report/render.ts';
import type { Report } from './report/report.ts';

/** Lets the runner look for commands in what is printed again. */
let withCommands = (): void => undefined;

process.on('uncaughtException', (error) => {
  withCommands();
  core.setFailed(`Could not check, for a fault of Drift Gate itself: ${error.stack ?? error.message}`);
  process.exit(2);
});
process.exitCode = await main();

async function main(): Promise<number> {
  const verdict = await verdictOn(process.env.DRIFT_GATE_INPUTS);
  await publish(verdict);
  return exitCodeOf(verdict.report);
}

/** @param given `toJSON(inputs)` */
async function verdictOn(given: string | undefined): Promise<Verdict> {
  // What is started from here on needs neither the token nor the address of a database.
  delete process.env.DRIFT_GATE_INPUTS;
  delete process.env.SUPABASE_DB_URL;
  try {
    for (const secret of secretsIn(given)) core.setSecret(secret);
    const inputs = readInputs(given);
    return await withoutCommands(() => judgeAloud(inputs));
  } catch (error) {
    if (!isKnownError(error)) throw error;
    const options = parseOptions({}, 'action');
    return { options, report: failedReport('check', options, error) };
  }
}

/**
 * The runner looks for commands in what is printed, and names of tables and the words of the Supabase CLI are printed
 * here: while they are, commands are off. Only who knows the word can turn them on again.
 */
async function withoutCommands<T>(print: () => Promise<T>): Promise<T> {
  const word = randomUUID();
  process.stdout.write(`::stop-commands::${word}\n`);
  withCommands = () => void process.stdout.write(`\n::${word}::\n`);
  const result = await print();
  withCommands();
  withCommands = () => undefined;
  return result;
}

async function judgeAloud(inputs: ActionInputs): Promise<Verdict> {
  // All on one stream, or a line of the other could come after commands are on again.
  const { show } = progressOn(process.stdout, false);
  const verdict = await judge(givenWith(inputs, process.env), {
    onProgress: show,
    onCliLine: (line) => process.stdout.write(`supabase │ ${line}\n`),
    guard: endOnSignals,
  });
  process.stdout.write(
    `\n${renderReport('text', verdict.report, { colour: true, width: 120, verbose: true })}`,
  );
  return verdict;
}

/** Each of these is tried, whatever became of the one before it. */
async function publish(verdict: Verdict): Promise<void> {
  const { report, inputs } = verdict;
  if (inputs?.annotations ?? true) annotate(verdict);
  const unlooked = report.notices.find(({ code }) => code === 'nothing-touched');
  if (unlooked) core.notice(unlooked.message, { title: 'Nothing to compare' });
  const text = markdownOf(verdict);
  let written: Written = verdict.written ?? {};
  await attempt('The files for later steps', async () => {
    written = await writeFiles(verdict);
  });
  await attempt('The outputs', async () => {
    const outputs = outputsOf(report, written, commentBodyOf(verdict, text));
    for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
  });
  await attempt('The step summary', async () => {
    await core.summary.addRaw(markdownOf(verdict, { budget: SUMMARY_BUDGET }), true).write();
  });
  await attempt('The comment', () => comment(verdict, text));
  await attempt('The issue', () => issue(verdict));
}

/** What goes wrong beside the verdict is a warning, with what to do. */
async function attempt(what: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    const remedy = isKnownError(error) ? ` ${error.remedy}` : '';
    core.warning(`${what} could not be written: ${messageOf(error)}${remedy} The verdict stands.`);
  }
}

function annotate({ report, place }: Verdict): void {
  for (const { level, message, title, file, line, column } of annotationsOf(report, place?.prefix ?? '')) {
    const at =
      file === undefined
        ? {}
        : { file, ...(line && { startLine: line }), ...(column && { startColumn: column }) };
    const say = { error: core.error, warning: core.warning, notice: core.notice }[level];
    say(message, { title, ...at });
  }
}

/** The report and the patch, where the steps that follow find them. What the workflow asked for was written before. */
async function writeFiles({ report, patch, written: asked = {} }: Verdict): Promise<Written> {
  const folder = await mkdtemp(join(process.env.RUNNER_TEMP ?? tmpdir(), 'drift-gate-'));
  const written: Written = { json: join(folder, 'report.json'), ...asked };
  if (asked.json === undefined) await writeReport(join(folder, 'report.json'), renderJson(report));
  if (!patch) return written;
  await writeReport(join(folder, 'drift.patch'), patch);
  return { ...written, patch: join(folder, 'drift.patch') };
}

/** The comment with its marker, for a second workflow to post; empty when there is nothing to say. */
function commentBodyOf({ report, inputs, place }: Verdict, text: string): string {
  if (
    inputs?.mode === 'audit' ||
    place === undefined ||
    (isClean(report) && inputs?.commentPolicy !== 'always')
  )
    return '';
  return `${markerLine(markerOf(keyOf(inputs, place), place.run))}\n${text}`;
}

const TAKEN_OVER =
  'The comment stood for another step or job of this run, and now shows the result of this one alone. Give each its own `comment-key`, the value of the matrix say.';

async function comment(verdict: Verdict, body: string): Promise<void> {
  const { report, inputs, place } = verdict;
  if (inputs?.mode !== 'check' || place === undefined) return;
  const outcome = await publishComment(place.github, {
    run: place.run,
    key: keyOf(inputs, place),
    body,
    isClean: isClean(report),
    policy: inputs.commentPolicy,
    shorten: (budget) => markdownOf(verdict, { budget }),
  });
  if (outcome.status === 'refused') core.warning(`${outcome.message} ${outcome.remedy}`);
  else if (outcome.url) core.info(`Comment ${outcome.status}: ${outcome.url}`);
  if (outcome.status !== 'refused' && outcome.isTakenOver) core.warning(TAKEN_OVER);
}

const SHARED =
  'The issue stood for another step or job of this run, and now shows the result of this one alone. Give each database its own `environment`.';

/** The issue of an audit, and the output that leads there. */
async function issue({ inputs, place, ...verdict }: Verdict): Promise<void> {
  if (inputs?.mode !== 'audit' || place === undefined) return;
  if (!place.run.isOnDefaultBranch) {
    core.info('No issue is kept: this is not the default branch. The summary has the report.');
    return;
  }
  const outcome = await publishIssue(place.github, issueOf({ ...verdict, inputs, place }));
  if (outcome.status === 'refused') return core.warning(`${outcome.message} ${outcome.remedy}`);
  const { status, url, untold, isTakenOver } = outcome;
  if (status === 'left-alone') core.warning(leftAlone(verdict.report));
  if (untold) core.warning(`${untold.message} ${untold.remedy}`);
  if (isTakenOver) core.warning(SHARED);
  if (url === undefined) return;
  core.info(`Issue ${status}: ${url}`);
  core.setOutput('issue-url', url);
}

function leftAlone({ status, notRun }: Report): string {
  const kept = 'The issue, if there is one, is left as it is: this audit';
  if (status === 'failed') return `${kept} could not check.`;
  const parts = notRun.map(({ part }) => part).join(', ');
  return `${kept} left out ${parts}. Close it yourself if all that it lists is settled; new drift reopens it.`;
}

/** Drift that the baseline accepts is nothing new to tell, but by the pull request that accepts it. */
function isClean(report: Report): boolean {
  return report.status !== 'failed' && report.findings.length === 0 && !changesBaseline(report);
}

function keyOf(inputs: ActionInputs | undefined, { run, prefix }: Place): string {
  return commentKey(run, prefix, inputs?.commentKey);
}
