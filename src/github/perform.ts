// The step of the Action that compares. The result is settled before anything is published, and stands whatever becomes
// of that.

import { randomUUID } from 'node:crypto';
import { setSecret } from '@actions/core';
import { PROGRAM } from '../program.ts';
import { progressOn } from '../progress.ts';
import { exitCodeOf } from '../report/failing.ts';
import { renderReport } from '../report/render.ts';
import type { Listener } from '../run.ts';
import { PUBLISHED, VERSION } from '../version.ts';
import { type ActionContext, type BrokenContext, readContext } from './context.ts';
import { publish } from './publish.ts';
import type { ActionResult } from './result.ts';
import { runAction } from './run-action.ts';

type Around = Pick<Listener, 'guard' | 'embedded'>;

/** Runs the Action and gives its exit code. Takes secrets out of the environment. */
export async function perform(environment: NodeJS.ProcessEnv, around: Around): Promise<number> {
  const context = await readContext(environment, setSecret);
  const result = await withoutCommands(() => runAndPrint(context, around));
  await publish(result);
  return exitCodeOf(result.report);
}

let stopWord: string | undefined;

/**
 * The runner looks for commands in what is printed, and names of tables and the words of the Supabase CLI are printed
 * here: while they are, commands are off. Only who knows the word can turn them on again.
 */
async function withoutCommands<T>(print: () => Promise<T>): Promise<T> {
  stopWord = randomUUID();
  process.stdout.write(`::stop-commands::${stopWord}\n`);
  const result = await print();
  allowCommands();
  return result;
}

/** Lets the runner look for commands in what is printed again. */
export function allowCommands(): void {
  if (stopWord !== undefined) process.stdout.write(`\n::${stopWord}::\n`);
  stopWord = undefined;
}

async function runAndPrint(context: ActionContext | BrokenContext, around: Around): Promise<ActionResult> {
  // All on one stream, or a line of the other could come after commands are on again.
  const { show } = progressOn(process.stdout, false);
  const result = await runAction(context, {
    onProgress: show,
    onCliLine: (line) => process.stdout.write(`supabase │ ${line}\n`),
    program: PUBLISHED ? `npx supabase-drift-gate@${VERSION}` : PROGRAM,
    ...around,
  });
  const text = renderReport('text', result.report, { colour: true, width: 120, verbose: true });
  process.stdout.write(`\n${text}`);
  return result;
}
