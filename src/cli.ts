#!/usr/bin/env node
// The command line: argv to options, options to a command, its report to the terminal and to files.
// The only place that sets process.exitCode: 0 in sync, 1 drift, 2 could not check.

import { Command, CommanderError } from 'commander';
import { createColors } from 'picocolors';
import { check } from './commands/check.ts';
import { fix } from './commands/fix.ts';
import { OPTIONS, type Options, type OptionWords, parseOptions } from './config/options.ts';
import { openShadow } from './database/shadow.ts';
import { isKnownError, UsageError } from './errors.ts';
import { discoverProject } from './files/discover.ts';
import { filesOf, writeReport } from './files/disk.ts';
import { type Progress, progressOn } from './files/progress.ts';
import { failedReport } from './report/failed.ts';
import { renderReport } from './report/render.ts';
import type { Report } from './report/report.ts';
import { VERSION } from './version.ts';

const EXIT = { 'in-sync': 0, drifted: 1, failed: 2 } as const;

const colour = createColors().isColorSupported && process.stdout.isTTY === true;

process.exitCode = await main(process.argv);

async function main(argv: readonly string[]): Promise<number> {
  let run: (() => Promise<number>) | undefined;
  const program = commandLine((command, given) => {
    run = () => runCommand(command, parseOptions(given));
  });
  try {
    program.parse(argv);
    return run === undefined ? 0 : await run();
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const known = error instanceof CommanderError ? unreadable(error) : error;
    if (!isKnownError(known)) throw known;
    process.stderr.write(`drift-gate: ${known.message}\n  ${known.remedy}\n`);
    return EXIT.failed;
  }
}

type CommandName = 'check' | 'fix';

function commandLine(chosen: (command: CommandName, given: unknown) => void): Command {
  const program = new Command('drift-gate')
    .description('Tells where Supabase migrations and the committed TypeScript types disagree.')
    .version(VERSION)
    .configureOutput({ outputError: () => undefined })
    .exitOverride();
  const commands: [CommandName, string][] = [
    ['check', 'compare the committed types with what the migrations build'],
    ['fix', 'write what drifted into the committed types, and nothing else'],
  ];
  for (const [name, description] of commands) {
    const command = program.command(name).description(description);
    for (const option of Object.values<OptionWords>(OPTIONS)) {
      if (option.only !== undefined && option.only !== name) continue;
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

function unreadable({ message }: CommanderError): UsageError {
  const sentence = message.replace(/^error: /, '').replace(/\.?$/, '.');
  return new UsageError({
    message: sentence.startsWith('(outputHelp)') ? 'No command was given.' : sentence,
    remedy: 'Run `drift-gate --help`, or `drift-gate check --help`, to see what there is.',
  });
}

async function runCommand(command: CommandName, options: Options): Promise<number> {
  const progress = progressOn(process.stderr, options.quiet);
  const ports = {
    discover: () => discoverProject(options.project, { types: options.types }),
    openShadow,
    onProgress: progress.show,
    now: () => performance.now(),
    filesOf: ({ directory }: { directory: string }) => filesOf(directory),
  };
  const asked = { schema: options.schema, repeat: repeated(options), dryRun: options.dryRun };
  try {
    if (command === 'check') return await publish(await check(asked, ports), options, progress);
    const fixed = await fix(asked, ports);
    if (!options.dryRun) return await publish(fixed.report, options, progress);
    progress.clear();
    process.stdout.write(fixed.patch);
    return EXIT[fixed.report.status];
  } catch (error) {
    if (!isKnownError(error)) throw error;
    return await publish(failedReport(command, options, error), options, progress);
  } finally {
    progress.clear();
  }
}

/** Files first: when one can't be written, nothing has been called clean yet. */
async function publish(report: Report, { output, format }: Options, progress: Progress): Promise<number> {
  for (const { format: as, file } of output)
    await writeReport(file, renderReport(as, report, { colour: false }));
  progress.clear();
  const stream = report.status === 'failed' && format === 'text' ? process.stderr : process.stdout;
  stream.write(renderReport(format, report, { colour, width: process.stdout.columns ?? 100 }));
  return EXIT[report.status];
}

/** The options that a repair must be given again. */
function repeated({ project, types, schema }: Options): string {
  const words = [
    ...(project === '.' ? [] : ['--project', project]),
    ...types.flatMap((file) => ['--types', file]),
    ...schema.flatMap((name) => ['--schema', name]),
  ];
  return words
    .map((word) => ` ${/^[\w./:@=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`}`)
    .join('');
}
