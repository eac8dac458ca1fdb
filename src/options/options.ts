// Options as they came, made into what a command works with. Nothing is read from the environment.

import * as v from 'valibot';
import { UsageError } from '../errors.ts';
import { shellWord } from '../program.ts';
import { perSurface, type Surface, type SurfaceText, textOn } from '../surface.ts';
import { areSame } from './database-url.ts';
import { FLAGS } from './flags.ts';
import type { CommandName, OptionRow } from './row.ts';
import type { Setting } from './settings.ts';
import { keyOf, nameOn, OPTIONS, type OptionName, option, rowsOf } from './table.ts';
import { fileOf, HARMLESS } from './values.ts';

type Rows = Readonly<Record<string, OptionRow>>;

/** What the options of a table are when they were read: undefined where none was given and there is no fallback. */
type Values<Table extends Rows> = {
  [Name in keyof Table]: Table[Name] extends { fallback: string | boolean } | { takes: string }
    ? Output<Table[Name]>
    : Output<Table[Name]> | undefined;
};

type Output<Row extends OptionRow> = v.InferOutput<
  Row extends { ofAudit: { value: infer Other extends v.GenericSchema } }
    ? Row['value'] | Other
    : Row['value']
>;

/**
 * Validates options as they came, keyed by name: texts, arrays of texts, booleans. Throws UsageError that names the
 * first bad one as the surface calls it.
 */
export function valuesOf<Table extends Rows>(
  table: Table,
  given: object,
  surface: Surface,
  command?: CommandName,
): Values<Table>;
export function valuesOf(
  table: Rows,
  given: object,
  surface: Surface,
  command?: CommandName,
): Record<string, unknown> {
  return Object.fromEntries(
    rowsOf(table).map(([name, common]) => {
      const row = rowFor(command, common);
      const raw: unknown = Reflect.get(given, name) ?? fallbackOf(row);
      if (raw === undefined) return [name, undefined];
      const { success, output, issues } = v.safeParse(row.value, raw);
      if (!success)
        throw refused(
          row,
          issues[0],
          (value) => `${surface === 'action' ? 'input ' : ''}${nameOn(surface, row, value)}`,
        );
      return [name, output];
    }),
  );
}

/** The row as a command has it. */
export const rowFor = (command: CommandName | undefined, row: OptionRow): OptionRow =>
  command === 'audit' ? { ...row, ...row.ofAudit } : row;

const fallbackOf = ({ fallback, takes }: OptionRow): unknown =>
  fallback ?? (takes === undefined ? undefined : takes === 'switch' ? false : []);

/**
 * The error that a value is refused with.
 * @param nameWith what the sentence calls the option, with the value where it may be shown
 */
export function refused(
  row: OptionRow,
  issue: v.BaseIssue<unknown>,
  nameWith: (value: string | undefined) => string,
): UsageError {
  const whole = issue.path?.[0] === undefined ? issue.input : undefined;
  const value = typeof whole === 'string' ? whole : elementOf(issue);
  const name = nameWith(
    row.secret !== true && value !== undefined && HARMLESS.test(value) ? value : undefined,
  );
  // Of a value of the wrong kind, valibot's own words would repeat it.
  const reason = issue.message.startsWith('Invalid ') ? 'has a value of the wrong kind' : issue.message;
  const message = reason.startsWith('use ')
    ? `Invalid ${name}: ${reason}.`
    : `${name.slice(0, 1).toUpperCase()}${name.slice(1)} ${reason}.`;
  return new UsageError({ message, remedy: row.remedy });
}

/** The one of several values that an issue is about. */
function elementOf({ path }: v.BaseIssue<unknown>): string | undefined {
  const [first] = path ?? [];
  const element = first?.value;
  return typeof element === 'string' ? element : undefined;
}

type Given = Values<typeof FLAGS>;

/** What a command works with. Empty `types` means: search; empty `schema`: those that the CLI takes by default. */
export interface Options extends Omit<Given, 'database' | 'resetWith' | 'timeout' | 'live'> {
  /** Where what is said of this run is shown. */
  surface: Surface;
  /** As reports name it: a connection string is never part of it. */
  database: 'embedded' | 'local-stack' | 'url';
  databaseUrl: string | undefined;
  /** The live database; never part of a report. */
  liveUrl: string | undefined;
  resetWith: 'built-in' | 'supabase-cli';
  /** Seconds that one call of the CLI may take. */
  timeout: number;
  /** The same for a call that confirms. */
  confirmTimeout: number;
  /** What of this the configuration file gave. */
  settings: readonly Setting[];
}

/** Validates the options that have a flag, one by one and together. Throws UsageError; a secret is never repeated in it. */
export function parseOptions(
  given: object,
  surface: Surface = 'command-line',
  { command, settings = [] }: { command?: CommandName; settings?: readonly Setting[] } = {},
): Options {
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(FLAGS, name));
  if (unknown !== undefined)
    throw new UsageError({
      message: `There is no option \`${unknown}\`.`,
      remedy: '`drift-gate check --help` lists the options.',
    });
  return complete(valuesOf(FLAGS, given, surface, command), surface, settings);
}

const SECONDS_BY_DEFAULT = 300;
const STACK_SECONDS = 600;

/** What options mean together. */
function complete(given: Given, surface: Surface, settings: readonly Setting[]): Options {
  const { database: place, resetWith: how, confirmWith, live: liveUrl, ...others } = given;
  const database = place === 'embedded' || place === 'local-stack' ? place : 'url';
  const resetWith = how ?? (database === 'embedded' ? 'built-in' : 'supabase-cli');
  const settingOf = (name: OptionName): Setting | undefined =>
    settings.find((setting) => setting.option === keyOf(OPTIONS[name]));
  const conflict = (name: OptionName, reason: SurfaceText, value?: string): UsageError => {
    const setting = settingOf(name);
    const called =
      setting === undefined
        ? perSurface`${surface === 'action' ? 'Input ' : ''}${option(name, value)}`
        : `The setting \`${setting.option}\` in ${setting.from}`;
    const subject = perSurface`${called} ${reason}.`;
    return new UsageError({ message: textOn(surface, subject), remedy: OPTIONS[name].remedy });
  };
  if (database !== 'embedded' && resetWith === 'built-in')
    throw conflict('resetWith', 'resets only the embedded database', 'built-in');
  if (database !== 'embedded' && confirmWith !== 'none')
    throw conflict(
      'confirmWith',
      perSurface`asks again what the embedded database says, and ${option('database')} names another`,
    );
  if (database === 'url' && liveUrl !== undefined && areSame(place, liveUrl))
    throw conflict('database', 'names the live database, and a reset would erase it');
  // The file is for runs with either.
  for (const name of ['supabaseCli', 'timeout'] as const)
    if (
      given[name] !== undefined &&
      settingOf(name) === undefined &&
      resetWith === 'built-in' &&
      confirmWith === 'none'
    )
      throw conflict(name, 'is about the Supabase CLI, which the built-in replay does not run');
  for (const [name, is] of [
    ['baseline', 'the baseline'],
    ['inventory', 'the inventory'],
  ] as const)
    if (given.output.some(({ file }) => isSamePath(file, given[name])))
      throw conflict('output', `would overwrite ${is}`);
  const accepted = [given.reason, given.owner, given.expires, given.object[0]];
  if (given.prune && accepted.some((value) => value !== undefined))
    throw conflict('prune', 'accepts nothing, so it stands alone');
  return {
    ...others,
    confirmWith,
    surface,
    liveUrl,
    database,
    databaseUrl: database === 'url' ? place : undefined,
    resetWith,
    timeout: given.timeout ?? (database === 'local-stack' ? STACK_SECONDS : SECONDS_BY_DEFAULT),
    confirmTimeout: given.timeout ?? STACK_SECONDS,
    settings,
  };
}

const isSamePath = (one: string, other: string | undefined): boolean =>
  other !== undefined && fileOf(one) === fileOf(other);

/**
 * The options that a command printed for the user repeats, with a space before each; `live` for one that opens the live
 * database. What the configuration file gives, it gives again.
 */
export function repeated(options: Options, which: NonNullable<OptionRow['repeat']>): string {
  const { database, resetWith, supabaseCli, settings } = options;
  const values: Record<string, unknown> = {
    ...options,
    // A connection string is not repeated.
    database: database === 'url' ? 'URL' : database,
    resetWith: database === 'embedded' && resetWith !== 'built-in' ? resetWith : undefined,
    supabaseCli: resetWith === 'built-in' ? undefined : supabaseCli,
  };
  return rowsOf(FLAGS)
    .filter(([, row]) => row.repeat === which && !settings.some((setting) => setting.option === keyOf(row)))
    .flatMap(([name, row]) => wordsOf(row, values[name]))
    .map((word) => ` ${shellWord(word)}`)
    .join('');
}

function wordsOf({ flag = '--', fallback }: OptionRow, value: unknown): string[] {
  const [word = ''] = flag.split(' ');
  if (Array.isArray(value)) return value.flatMap((one) => [word, String(one)]);
  if (value === undefined || value === false || value === fallback) return [];
  return value === true ? [word] : [word, String(value)];
}
