// Publishes a result where people and workflows look at it. Each place is tried, whatever became of the one before: the
// result stands without them.

import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as core from '@actions/core';
import { isKnownError, messageOf } from '../errors.ts';
import { writeReport } from '../project/disk/disk.ts';
import { annotationsOf } from '../report/annotations.ts';
import { renderJson } from '../report/json.ts';
import { SUMMARY_BUDGET } from '../report/markdown.ts';
import { outputsOf, type Written } from './outputs.ts';
import { commentBodyOf, publishPosts } from './posts.ts';
import { type ActionResult, markdownOf } from './result.ts';

export async function publish(result: ActionResult): Promise<void> {
  if (result.context.inputs?.annotations ?? true) annotate(result);
  const untouched = result.report.notices.find(({ code }) => code === 'nothing-touched');
  if (untouched) core.notice(untouched.message, { title: 'Nothing to compare' });
  let written: Written = result.written ?? {};
  await warnOnFailure('The files for later steps', async () => {
    written = await writeFiles(result);
  });
  await warnOnFailure('The outputs', async () => {
    const outputs = outputsOf(result.report, written, commentBodyOf(result));
    for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
  });
  await warnOnFailure('The step summary', async () => {
    await core.summary.addRaw(markdownOf(result, { budget: SUMMARY_BUDGET }), true).write();
  });
  const post = result.context.inputs?.mode === 'audit' ? 'The issue' : 'The comment';
  await warnOnFailure(post, () => publishPosts(result));
}

/** What goes wrong is a warning, with what to do. */
async function warnOnFailure(what: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    const remedy = isKnownError(error) ? ` ${error.remedy}` : '';
    core.warning(
      `${what} could not be written: ${messageOf(error)}${remedy} The check's result is not affected.`,
    );
  }
}

function annotate({ context, report }: ActionResult): void {
  const prefix = 'problem' in context ? '' : context.prefix;
  for (const { level, message, title, file, line, column } of annotationsOf(report, prefix)) {
    const at =
      file === undefined
        ? {}
        : { file, ...(line && { startLine: line }), ...(column && { startColumn: column }) };
    const say = { error: core.error, warning: core.warning, notice: core.notice }[level];
    say(message, { title, ...at });
  }
}

/** The report and the patch, where the steps that follow find them. What the workflow asked for was written before. */
async function writeFiles({ report, patch, written = {} }: ActionResult): Promise<Written> {
  const folder = await mkdtemp(join(process.env.RUNNER_TEMP ?? tmpdir(), 'drift-gate-'));
  const json = written.json ?? join(folder, 'report.json');
  if (written.json === undefined) await writeReport(json, renderJson(report));
  if (!patch) return { ...written, json };
  await writeReport(join(folder, 'drift.patch'), patch);
  return { ...written, json, patch: join(folder, 'drift.patch') };
}
