// The command line: argv to options, options to a command, its report to the terminal and to files.
// Gives the exit code: 0 in sync or tolerated, 1 drift, 2 could not check.

import { Command, CommanderError } from 'commander';
import { createColors } from 'picocolors';
import * as v from 'valibot';
import { isKnownError, type KnownError, UsageError } from './errors.ts';
import { visible } from './findings/visible.ts';
import { FLAGS } from './options/flags.ts';
import { type Options, parseOptions } from './options/options.ts';
import type { CommandName, OptionRow } from './options/row.ts';
import { type Setting, withSettings } from './options/settings.ts';
import { keyOf, OPTIONS, rowsOf } from './options/table.ts';
import { FORMATS, type Format, HARMLESS } from './options/values.ts';
import { asStarted, PROGRAM } from './program.ts';
import { type OutputStream, progressOn } from './progress.ts';
import { codeOf, fileFailure } from './project/disk/failure.ts';
import { readSettings } from './project/disk/settings.ts';
import { repositoryPrefix } from './project/disk/where.ts';
import { failedReport } from './report/failed.ts';
import { CANNOT_CHECK, exitCodeOf } from './report/failing.ts';
import { renderReport } from './report/render.ts';
import type { Report } from './report/report.ts';
import { withCommands } from './report/texts.ts';
import { type Listener, run, writeFailure } from './run.ts';
import { VERSION } from './version.ts';

interface CommandWords {
  name: CommandName;
  description: string;
  /** Command lines without the name of the program, and what each does. */
  examples: readonly (readonly [string, string])[];
}

const COMMANDS: readonly CommandWords[] = [
  {
    name: 'init',
    description: 'write a workflow, a configuration file and, where there are none, the types; then check',
    examples: [
      ['init --dry-run', 'show what would be written, as a patch'],
      ['init', 'write what is not there yet'],
    ],
  },
  {
    name: 'check',
    description: 'compare the committed types with what the migrations build',
    examples: [
      ['check', 'is the project in this folder in sync?'],
      ['check --project apps/shop --fail-on breaking', 'another project; fail on breaking changes only'],
      ['check --output sarif=drift.sarif', 'write a report for code scanning as well'],
    ],
  },
  {
    name: 'fix',
    description: 'write what drifted into the committed types, and nothing else',
    examples: [
      ['fix --dry-run', 'show what would be written, as a patch'],
      ['fix', 'write it'],
    ],
  },
  {
    name: 'audit',
    description: 'compare the live database, the migrations and the committed types, three ways',
    examples: [
      ['audit', 'the database that the variable SUPABASE_DB_URL names'],
      ['audit --environment production --inventory docs/inventory.md', 'keep an inventory in a file'],
      ['audit --format html > audit.html', 'make a page that you can share'],
    ],
  },
  {
    name: 'accept',
    description: 'write what was found into the baseline, with a reason, so that only new drift fails',
    examples: [
      ["accept --object 'public.legacy_*' --reason 'to be imported'", 'accept the drift of some objects'],
      ['accept --live "$SUPABASE_DB_URL" --reason \'to be imported\'', 'accept what an audit finds'],
      ['accept --prune', 'remove the entries whose drift is gone'],
    ],
  },
];

const EXIT_CODES = [
  ['0', 'in sync, or all drift is tolerated or accepted'],
  ['1', 'drift, or a migration that fails'],
  ['2', 'could not check: a bad option, a missing file, a database that does not answer'],
  ['130, 143', 'interrupted: nothing was written'],
] as const;

const colour = createColors().isColorSupported;

/** Where a command line runs. */
export interface Surroundings extends Pick<Listener, 'guard' | 'program' | 'embedded'> {
  stdout: OutputStream;
  stderr: OutputStream;
}

/** Runs a command line and gives its exit code. */
export async function main(argv: readonly string[], around: Surroundings): Promise<number> {
  around.stdout.on('error', outputLost);
  let chosen: (() => Promise<number>) | undefined;
  const isHelp = argv.some((word) => word === '--help' || word === '-h');
  const program = commandLine({ ...around, isHelp }, (command, given) => {
    chosen = async () => runCommand(command, optionsOf(command, withEnvironment(command, given)), around);
  });
  try {
    program.parse(argv);
    return chosen === undefined ? 0 : await chosen();
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const command = program.commands.find((one) => one.name() === argv[2]);
    const known = error instanceof CommanderError ? unreadable(error, command) : error;
    if (!isKnownError(known)) throw known;
    return command === undefined ? say(known, around) : await refuse(command, known, around);
  }
}

/** Reports that a command line was refused, as far as it says where the report is wanted. */
async function refuse(command: Command, error: KnownError, around: Surroundings): Promise<number> {
  const given: { format?: unknown; output?: unknown; baseline?: unknown } = command.opts();
  const report = withCommands(
    failedReport(nameOf(command), parseOptions({}), error),
    around.program ?? PROGRAM,
  );
  const outputs = v.safeParse(OPTIONS.output.value, given.output ?? []);
  for (const output of outputs.success ? outputs.output : [])
    if (output.file !== given.baseline) await writeFailure(report, output);
  return show(report, { format: FORMATS.find((one) => one === given.format) ?? 'text' }, around);
}

/** What was given wins over the configuration file. */
function optionsOf(command: CommandName, given: object): Options {
  // A path that is none is refused before anything is looked for.
  parseOptions(given, 'command-line', { command });
  const { given: all, settings } = withSettings(given, readSettings(command, given));
  return parseOptions(all, 'command-line', { command, settings });
}

const nameOf = (command: Command): CommandName =>
  COMMANDS.find(({ name }) => name === command.name())?.name ?? 'check';

/** @param isHelp whether defaults of the configuration file are to be shown */
function commandLine(
  { stdout, program: called = PROGRAM, isHelp }: Surroundings & { isHelp: boolean },
  chosen: (command: CommandName, given: object) => void,
): Command {
  const program = new Command(called)
    .description('Tells where Supabase migrations and the committed TypeScript types disagree.')
    .version(VERSION)
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      outputError: () => undefined,
      writeErr: () => undefined,
    })
    .exitOverride();
  for (const { name, description, examples } of COMMANDS) {
    const command = program.command(name).description(description);
    const settings = isHelp ? settingsHere(name) : [];
    for (const row of Object.values<OptionRow>(FLAGS)) {
      if (row.flag === undefined || !hasOption(name, row)) continue;
      const help = helpOf(
        row,
        settings.find(({ option }) => option === keyOf(row)),
      );
      if (row.takes === 'lines' || row.takes === 'names')
        command.option(row.flag, help, (value: string, all: string[] = []) => [...all, value]);
      else command.option(row.flag, help);
    }
    command.addHelpText('after', endOfHelp(called, examples));
    command.action((given) => chosen(name, given));
  }
  return program;
}

const hasOption = (command: CommandName, { only }: OptionRow): boolean =>
  only === undefined || only.includes(command);

/** The settings of the project in the current folder, if they can be read: help is given whatever is wrong. */
function settingsHere(command: CommandName): readonly Setting[] {
  try {
    return withSettings({}, readSettings(command, {})).settings;
  } catch (error) {
    if (!isKnownError(error)) throw error;
    return [];
  }
}

function helpOf({ help = '', fallback, otherwise, takes }: OptionRow, setting: Setting | undefined): string {
  const repeats = takes === 'lines' || takes === 'names' ? '; may be repeated' : '';
  const byDefault = otherwise ?? fallback;
  const shown =
    setting !== undefined
      ? ` (default: ${visible([setting.value].flat().join(', '))}, from ${visible(setting.from)})`
      : byDefault === undefined
        ? ''
        : ` (default: ${byDefault})`;
  return `${help}${repeats}${shown}`.replaceAll(/`|\*\*/g, '');
}

const endOfHelp = (called: string, examples: CommandWords['examples']): string =>
  [
    '',
    'Examples:',
    ...examples.flatMap(([line, does]) => [`  ${called} ${line}`, `      ${does}`]),
    '',
    'Exit codes:',
    ...EXIT_CODES.map(([exit, means]) => `  ${exit.padEnd(8)}  ${means}`),
  ].join('\n');

/** An address that is a secret is better not written on a command line, and is no business of what we start. */
function withEnvironment(command: CommandName, given: object): object {
  const found = rowsOf(FLAGS).flatMap(([option, { variable }]) => {
    if (variable === undefined) return [];
    const value = process.env[variable.name] ?? '';
    delete process.env[variable.name];
    return variable.only.includes(command) && value.trim() !== '' ? [[option, value]] : [];
  });
  return { ...Object.fromEntries(found), ...given };
}

/** Commander's words as one sentence. What may be a connection string is left out of it. */
function unreadable({ code, message }: CommanderError, command: Command | undefined): UsageError {
  const flag = /^error: (?:unknown )?option '(--[a-z-]+)/.exec(message)?.[1];
  const row = Object.values<OptionRow>(FLAGS).find((one) => one.flag?.split(' ')[0] === flag);
  if (command !== undefined && code === 'commander.excessArguments') return tooMany(command);
  if (row !== undefined && code === 'commander.optionMissingArgument')
    return new UsageError({ message: `\`${flag}\` is given without a value.`, remedy: row.remedy });
  if (command !== undefined && row?.only !== undefined && !hasOption(nameOf(command), row))
    return ofOther(row.only, `${flag}`, command);
  if (row?.takes === 'switch' && message.startsWith(`error: unknown option '${flag}=`))
    return new UsageError({ message: `\`${flag}\` takes no value.`, remedy: row.remedy });
  const sentence = withoutAddress(message)
    .replace(/^error: /, '')
    .replace(/(?<!\s)\s*\(Did you mean (.*)\?\)$/s, ', did you mean $1?')
    .replace(/[.?]?$/, (end) => end || '.');
  return new UsageError({
    message: sentence.startsWith('(outputHelp)')
      ? 'No command was given.'
      : visible(sentence.slice(0, 1).toUpperCase() + sentence.slice(1)),
    remedy: 'Run `drift-gate --help`, or `drift-gate check --help`, to see what there is.',
  });
}

function tooMany(command: Command): UsageError {
  const [given = ''] = command.args;
  const isShown = HARMLESS.test(given) || FOLDER.test(given);
  const name = `drift-gate ${command.name()}`;
  return new UsageError({
    message: `\`${name}\` takes no arguments${isShown ? `, but got \`${given}\`` : ''}.`,
    remedy: `If that is the folder of the project, run \`${name} --project ${isShown ? given : 'DIR'}\`.`,
  });
}

const FOLDER = /^[\w.-]*(\/[\w.-]+)+\/?$/;

const ofOther = (only: readonly CommandName[], flag: string, command: Command): UsageError =>
  new UsageError({
    message: `\`${flag}\` is only for ${only.map((name) => `\`drift-gate ${name}\``).join(' and ')}.`,
    remedy: `Leave it out, or run \`drift-gate ${command.name()} --help\` to see what there is.`,
  });

/** From where an address begins to the last quote, for it may hold quotes itself. */
function withoutAddress(message: string): string {
  const [at, end] = [message.indexOf('://'), message.lastIndexOf("'")];
  if (at === -1 || end < at) return message;
  const start = message.slice(0, at).search(/(?<![^'=\s])[^'=\s]*$/);
  return `${message.slice(0, start)}…${message.slice(end)}`;
}

async function runCommand(command: CommandName, options: Options, around: Surroundings): Promise<number> {
  const { stdout, stderr, ...others } = around;
  const progress = progressOn(stderr, options.quiet);
  const { dim } = createColors(colour && stderr.isTTY === true);
  const onCliLine = (line: string): void => {
    if (stderr.isTTY) progress.clear();
    if (!options.quiet) stderr.write(`${dim(`supabase │ ${line}`)}\n`);
  };
  const { report, patch } = await run(command, options, {
    onProgress: progress.show,
    onCliLine,
    ...others,
  }).finally(progress.clear);
  if (!options.dryRun || patch === undefined || report.status === 'failed')
    return show(report, options, around);
  stdout.write(patch);
  // Standard output is a patch for `git apply`, so what no patch mends is told beside it.
  if (patch === '' && report.status === 'drifted')
    stderr.write(renderReport('text', report, { colour: false, verbose: options.verbose }));
  return exitCodeOf(report);
}

function show(
  report: Report,
  { format, verbose = false, project = '.' }: { format: Format; verbose?: boolean; project?: string },
  { stdout, stderr }: Surroundings,
): number {
  const stream = report.status === 'failed' && format === 'text' ? stderr : stdout;
  const page = {
    colour: colour && stream.isTTY === true,
    width: stream.columns ?? 100,
    verbose,
    prefix: repositoryPrefix(project),
  };
  stream.write(renderReport(format, report, page));
  return exitCodeOf(report);
}

/** One sentence and its remedy, where there is no command whose report could say it. */
function say({ message, remedy }: KnownError, { stderr, program = PROGRAM }: Surroundings): number {
  stderr.write(asStarted(`drift-gate: ${message}\n  ${remedy}\n`, program));
  return CANNOT_CHECK;
}

/** A reader that has seen enough, `| head`, is no failure; a full disk is. */
function outputLost(error: Error): void {
  if (codeOf(error) !== 'EPIPE') throw fileFailure('write', 'Standard output', error);
}
