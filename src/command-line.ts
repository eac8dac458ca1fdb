// The command line: argv to options, options to a command, its report to the terminal and to files.
// Gives the exit code: 0 in sync or tolerated, 1 drift, 2 could not check.

import { Command, CommanderError } from 'commander';
import { createColors } from 'picocolors';
import { check } from './commands/check.ts';
import { fix } from './commands/fix.ts';
import { OPTIONS, type Options, type OptionWords, parseOptions } from './config/options.ts';
import { openShadow } from './database/shadow.ts';
import { isKnownError, type KnownError, UsageError } from './errors.ts';
import { discoverProject } from './files/discover.ts';
import { filesOf, refuseUnwritable, writeReport } from './files/disk.ts';
import { codeOf, fileFailure } from './files/failure.ts';
import { type Progress, progressOn } from './files/progress.ts';
import { visible } from './findings/visible.ts';
import { FORMATS } from './formats.ts';
import type { OpenShadow } from './ports.ts';
import { failedReport } from './report/failed.ts';
import { isFailing } from './report/failing.ts';
import { renderReport } from './report/render.ts';
import type { Engine, Report } from './report/report.ts';
import { VERSION } from './version.ts';

const CANNOT_CHECK = 2;

/** 0: in sync, or drift that `--fail-on` tolerates; 1: drift; 2: could not check, whatever is tolerated. */
function exitCodeOf(report: Report): number {
  if (report.status === 'failed') return CANNOT_CHECK;
  return isFailing(report) ? 1 : 0;
}

type CommandName = 'check' | 'fix';

const COMMANDS: [CommandName, string][] = [
  ['check', 'compare the committed types with what the migrations build'],
  ['fix', 'write what drifted into the committed types, and nothing else'],
];

const colour = createColors().isColorSupported;
const dim = (text: string): string => createColors(colour && process.stderr.isTTY === true).dim(text);

/** Takes over signals, so that they end what a run has started first. */
type GuardSignals = (breakOff: () => Promise<void>) => void;

/** Runs a command line and gives its exit code. */
export async function main(argv: readonly string[], guard: GuardSignals): Promise<number> {
  process.stdout.on('error', outputLost);
  let run: (() => Promise<number>) | undefined;
  const program = commandLine((command, given) => {
    run = () => runCommand(command, parseOptions(given), guard);
  });
  try {
    program.parse(argv);
    return run === undefined ? 0 : await run();
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

function commandLine(chosen: (command: CommandName, given: unknown) => void): Command {
  const program = new Command('drift-gate')
    .description('Tells where Supabase migrations and the committed TypeScript types disagree.')
    .version(VERSION)
    .configureOutput({ outputError: () => undefined, writeErr: () => undefined })
    .exitOverride();
  for (const [name, description] of COMMANDS) {
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

/** Commander's words as one sentence. What may be a connection string is left out of it. */
function unreadable({ message }: CommanderError): UsageError {
  const sentence = message
    .replace(/^error: /, '')
    .replace(/ for '\w+'\. Expected/, ': expected')
    .replace(/\s*\(Did you mean (.*)\?\)$/s, ', did you mean $1?')
    .replace(/[^'=\s]*:\/\/.*'/s, "…'")
    .replace(/[.?]?$/, (end) => end || '.');
  return new UsageError({
    message: sentence.startsWith('(outputHelp)')
      ? 'No command was given.'
      : visible(sentence.slice(0, 1).toUpperCase() + sentence.slice(1)),
    remedy: 'Run `drift-gate --help`, or `drift-gate check --help`, to see what there is.',
  });
}

async function runCommand(command: CommandName, options: Options, guard: GuardSignals): Promise<number> {
  const progress = progressOn(process.stderr, options.quiet);
  const shadow = await shadowOf(options, progress, guard);
  const ports = {
    discover: () => discoverProject(options.project, { types: options.types }),
    openShadow: shadow.open,
    onProgress: progress.show,
    now: () => performance.now(),
    filesOf: ({ directory }: { directory: string }) => filesOf(directory),
  };
  const asked = { schema: options.schema, repeat: repeated(options), dryRun: options.dryRun };
  let ran: { report: Report; patch?: string };
  try {
    for (const { file } of options.output) await refuseUnwritable(file);
    ran = command === 'check' ? { report: await check(asked, ports) } : await fix(asked, ports);
  } catch (error) {
    if (!isKnownError(error)) throw error;
    ran = { report: failedReport(command, options, error) };
  } finally {
    progress.clear();
  }
  const { database, resetWith } = options;
  const engine = { ...ran.report.engine, database, resetWith, ...shadow.engine() };
  const notices = ran.report.notices.filter(
    ({ code }) => database === 'embedded' || code !== 'other-postgres-version',
  );
  const report = await inFiles(withLevel({ ...ran.report, engine, notices }, options), options);
  if (!options.dryRun || ran.patch === undefined || report.status === 'failed') return show(report, options);
  process.stdout.write(ran.patch);
  // Standard output is a patch for `git apply`, so what no patch mends is told beside it.
  if (ran.patch === '' && report.status === 'drifted')
    process.stderr.write(renderReport('text', report, { colour: false }));
  return exitCodeOf(report);
}

const withLevel = (report: Report, { failOn }: Options): Report =>
  failOn === 'drift' ? report : { ...report, failOn };

/** How the shadow database is opened, and what there is to say of it afterwards. */
async function shadowOf(
  { resetWith, quiet, timeout, supabaseCli, ...options }: Options,
  progress: Progress,
  guard: GuardSignals,
): Promise<{ open: OpenShadow; engine(): Pick<Engine, 'cli'> }> {
  if (resetWith === 'built-in') return { open: openShadow, engine: () => ({}) };
  const [{ cliShadowOf }, { breakOff }] = await Promise.all([
    import('./database/cli-shadow.ts'),
    import('./database/leftovers.ts'),
  ]);
  guard(breakOff);
  let cli: string | undefined;
  const log = (line: string): void => {
    if (process.stderr.isTTY) progress.clear();
    if (!quiet) process.stderr.write(`${dim(`supabase │ ${line}`)}\n`);
  };
  const onVersion = (version: string): void => {
    cli = version;
  };
  const open = cliShadowOf({ ...options, seconds: timeout, program: supabaseCli, log, onVersion });
  return { open, engine: () => (cli === undefined ? {} : { cli }) };
}

/** Writes the files that the user wants, before anything is called clean. Gives the report that holds after that. */
async function inFiles(report: Report, options: Options): Promise<Report> {
  try {
    for (const { format, file } of options.output)
      await writeReport(file, renderReport(format, report, { colour: false }));
    return report;
  } catch (error) {
    if (!isKnownError(error)) throw error;
    return report.status === 'failed' ? report : failedReport(report.command, options, error);
  }
}

function show(report: Report, { format }: Pick<Options, 'format'>): number {
  const stream = report.status === 'failed' && format === 'text' ? process.stderr : process.stdout;
  const page = { colour: colour && stream.isTTY === true, width: stream.columns ?? 100 };
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

/** The options that a repair must be given again. */
function repeated({ project, types, schema, database, resetWith, supabaseCli }: Options): string {
  const words = [
    ...(project === '.' ? [] : ['--project', project]),
    ...types.flatMap((file) => ['--types', file]),
    ...schema.flatMap((name) => ['--schema', name]),
    // A connection string is not repeated.
    ...(database === 'embedded' ? [] : ['--database', database === 'url' ? 'URL' : database]),
    ...(database === 'embedded' && resetWith === 'supabase-cli' ? ['--reset-with', resetWith] : []),
    ...(supabaseCli === undefined ? [] : ['--supabase-cli', supabaseCli]),
  ];
  return words
    .map((word) => ` ${/^[\w./:@=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`}`)
    .join('');
}
