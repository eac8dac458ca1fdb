// The entry point of the Action. The result is settled before anything is published, and stands whatever becomes of that.

import { randomUUID } from 'node:crypto';
import * as core from '@actions/core';
import { endOnSignals } from './ending.ts';
import { type ActionContext, type BrokenContext, readContext } from './github/context.ts';
import { publish } from './github/publish.ts';
import type { ActionResult } from './github/result.ts';
import { runAction } from './github/run-action.ts';
import { progressOn } from './progress.ts';
import { exitCodeOf } from './report/failing.ts';
import { renderReport } from './report/render.ts';

/** Lets the runner look for commands in what is printed again. */
let withCommands = (): void => undefined;

process.on('uncaughtException', (error) => {
  withCommands();
  core.setFailed(`Could not check, because of a bug in Drift Gate: ${error.stack ?? error.message}`);
  process.exit(2);
});
process.exitCode = await main();

async function main(): Promise<number> {
  const context = await readContext(process.env, core.setSecret);
  const result = await withoutCommands(() => runAndPrint(context));
  await publish(result);
  return exitCodeOf(result.report);
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

async function runAndPrint(context: ActionContext | BrokenContext): Promise<ActionResult> {
  // All on one stream, or a line of the other could come after commands are on again.
  const { show } = progressOn(process.stdout, false);
  const result = await runAction(context, {
    onProgress: show,
    onCliLine: (line) => process.stdout.write(`supabase │ ${line}\n`),
    guard: endOnSignals,
  });
  const text = renderReport('text', result.report, { colour: true, width: 120, verbose: true });
  process.stdout.write(`\n${text}`);
  return result;
}
