// The command line: argv to options, options to a command, its report to the terminal and to files.
// Gives the exit code: 0 in sync or tolerated, 1 drift, 2 could not check.

import { Command, CommanderError } from 'commander';
import { createColors } from 'picocolors';
import { OPTIONS, type Options, type OptionWords, parseOptions } from './config/options.ts';
import { isKnownError, type KnownError, UsageError } from './errors.ts';
import { codeOf, fileFailure } from './files/failure.ts';
import { progressOn } from './files/progress.ts';
import { visible } from './findings/visible.ts';
import { FORMATS, type Format } from './formats.ts';
import { failedReport } from './report/failed.ts';
import { CANNOT_CHECK, exitCodeOf } from './report/failing.ts';
import { renderReport } from './report/render.ts';
import type { Report } from './report/report.ts';
import { type CommandName, type Listener, run } from './run.ts';
import { VERSION } from './version.ts';

const COMMANDS: [CommandName, string][] = [
  ['check', 'compare the committed types with what the migrations build'],
  ['fix', 'write what drifted into the committed types, and nothing else'],
  ['audit', 'compare the live database, the migrations and the committed types, three ways'],
  ['accept', 'write what was found into the baseline, with a reason, so that only new drift fails'],
];

const colour = createColors().isColorSupported;
const dim = (text: string): string => createColors(colour && process.stderr.isTTY === true).dim(text);

type GuardSignals = Listener['guard'];

/** Runs a command line and gives its exit code. */
export async function main(argv: readonly string[], guard: GuardSignals): Promise<number> {
  process.stdout.on('error', outputLost);
  let chosen: (() => Promise<number>) | undefined;
  const program = commandLine((command, given) => {
    chosen = () => runCommand(command, parseOptions(withEnvironment(command, given)), guard);
  });
  try {
    program.parse(argv);
    return chosen === undefined ? 0 : await chosen();
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const known = error instanceof CommanderError ? unreadable(error) : error;
    if (!isKnownError(known)) throw known;
    const command = COMMANDS.find(([name]) => name === argv[2])?.[0];
    if (command === undefined) return say(known);
    const given = program.commands.find((one) => one.name() === command)?.opts().format;
    const format = FORMATS.find((one) => one === given) ?? 'text';
    return show(failedReport(command, parseOptions({}), known), { format });
  }
}

function commandLine(chosen: (command: CommandName, given: object) => void): Command {
  const program = new Command('drift-gate')
    .description('Tells where Supabase migrations and the committed TypeScript types disagree.')
    .version(VERSION)
    .configureOutput({ outputError: () => undefined, writeErr: () => undefined })
    .exitOverride();
  for (const [name, description] of COMMANDS) {
    const command = program.command(name).description(description);
    for (const option of Object.values<OptionWords>(OPTIONS)) {
      if (option.only !== undefined && !option.only.includes(name)) continue;
      const text =
        option.fallback === undefined
          ? option.description
          : `${option.description} (default: ${option.fallback})`;
      if (option.repeatable)
        command.option(option.flag, text, (value: string, all: string[] = []) => [...all, value]);
      else command.option(option.flag, text);
    }
    command.action((given) => chosen(name, given));
  }
  return program;
}

/** The address of the live database is a secret, which is better not written on a command line, and no child's business. */
function withEnvironment(command: CommandName, given: object): object {
  const live = process.env.SUPABASE_DB_URL;
  delete process.env.SUPABASE_DB_URL;
  return command !== 'audit' || live === undefined || live.trim() === '' ? given : { live, ...given };
}

/** Commander's words as one sentence. What may be a connection string is left out of it. */
function unreadable({ message }: CommanderError): UsageError {
  const sentence = withoutAddress(message)
    .replace(/^error: /, '')
    .replace(/ for '\w+'\. Expected/, ': expected')
    .replace(/(?<!\s)\s*\(Did you mean (.*)\?\)$/s, ', did you mean $1?')
    .replace(/[.?]?$/, (end) => end || '.');
  return new UsageError({
    message: sentence.startsWith('(outputHelp)')
      ? 'No command was given.'
      : visible(sentence.slice(0, 1).toUpperCase() + sentence.slice(1)),
    remedy: 'Run `drift-gate --help`, or `drift-gate check --help`, to see what there is.',
  });
}

/** From where an address begins to the last quote, for it may hold quotes itself. */
function withoutAddress(message: string): string {
  const [at, end] = [message.indexOf('://'), message.lastIndexOf("'")];
  if (at === -1 || end < at) return message;
  const start = message.slice(0, at).search(/(?<![^'=\s])[^'=\s]*$/);
  return `${message.slice(0, start)}…${message.slice(end)}`;
}

async function runCommand(command: CommandName, options: Options, guard: GuardSignals): Promise<number> {
  const progress = progressOn(process.stderr, options.quiet);
  const onCliLine = (line: string): void => {
    if (process.stderr.isTTY) progress.clear();
    if (!options.quiet) process.stderr.write(`${dim(`supabase │ ${line}`)}\n`);
  };
  const { report, patch } = await run(command, options, {
    onProgress: progress.show,
    onCliLine,
    guard,
  }).finally(progress.clear);
  if (!options.dryRun || patch === undefined || report.status === 'failed') return show(report, options);
  process.stdout.write(patch);
  // Standard output is a patch for `git apply`, so what no patch mends is told beside it.
  if (patch === '' && report.status === 'drifted')
    process.stderr.write(renderReport('text', report, { colour: false, verbose: options.verbose }));
  return exitCodeOf(report);
}

function show(report: Report, { format, verbose = false }: { format: Format; verbose?: boolean }): number {
  const stream = report.status === 'failed' && format === 'text' ? process.stderr : process.stdout;
  const page = { colour: colour && stream.isTTY === true, width: stream.columns ?? 100, verbose };
  stream.write(renderReport(format, report, page));
  return exitCodeOf(report);
}

/** One sentence and its remedy, where there is no command whose report could say it. */
function say({ message, remedy }: KnownError): number {
  process.stderr.write(`drift-gate: ${message}\n  ${remedy}\n`);
  return CANNOT_CHECK;
}

/** A reader that has seen enough, `| head`, is no failure; a full disk is. */
function outputLost(error: Error): void {
  if (codeOf(error) !== 'EPIPE') throw fileFailure('write', 'Standard output', error);
}
