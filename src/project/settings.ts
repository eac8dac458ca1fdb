// The configuration file: the options that a project gives once, for the command line and the Action. Keys are those of
// the flags, an audit's own under `[audit]`; what is wrong in it is told with line and column.

import * as v from 'valibot';
import { UsageError } from '../errors.ts';
import { named } from '../findings/prose.ts';
import { isNear } from '../match.ts';
import { isDatabaseUrl } from '../options/database-url.ts';
import { FLAGS } from '../options/flags.ts';
import { refused, rowFor } from '../options/options.ts';
import type { CommandName, OptionRow } from '../options/row.ts';
import type { Setting } from '../options/settings.ts';
import { keyOf, nameOn, option, rowsOf } from '../options/table.ts';
import { perSurface, type SurfaceText } from '../surface.ts';
import { isTable, parseToml, placeInToml } from './text/toml.ts';

/** Where it lies when none is named, from the project's folder. */
export const SETTINGS_FILE = 'supabase/drift-gate.toml';

/** A value of the file, as the file has it and as a command line would give it. */
export interface GivenSetting {
  name: string;
  row: OptionRow;
  raw: string | string[];
  setting: Setting;
}

/** The file as read. */
export interface Settings {
  path: string;
  own: GivenSetting[];
  /** Of the table `[audit]`. */
  audit: GivenSetting[];
}

const AUDIT = 'audit';

/** Which keys a table takes: those of a check, or of an audit. */
const TABLES = [
  { command: 'check', prefix: [] },
  { command: 'audit', prefix: [AUDIT] },
] as const;

/**
 * Reads the file.
 * @param path relative to the project, for errors and reports
 * @throws UsageError that names line and column
 */
export function parseSettings(text: string, path: string): Settings {
  const table = parseToml(text, path, {
    notToml: 'Correct the line.',
    tooDeep: 'Remove those keys.',
  });
  const [own, audit] = TABLES.map(({ command, prefix }) => {
    const inner = prefix.length === 0 ? table : (table[AUDIT] ?? {});
    const source = { text, path, command, prefix };
    if (!isTable(inner)) throw wrongType(source, [AUDIT], 'a table, `[audit]`', 'Write `[audit]`.');
    return Object.entries(inner)
      .filter(([key]) => command === 'audit' || key !== AUDIT)
      .map(([key, value]) => settingOf(source, key, value));
  });
  return { path, own: own ?? [], audit: audit ?? [] };
}

/** What the file says for a command; `accept` of what an audit finds is one of an audit too. */
export function settingsFor(
  { own, audit }: Settings,
  command: CommandName,
  isAudit: boolean,
): GivenSetting[] {
  // Keys that not every command has mean a check's at the top.
  const chosen = isAudit ? [...own.filter(({ row }) => row.only === undefined), ...audit] : own;
  const has = chosen.filter(({ row }) => row.only === undefined || row.only.includes(command));
  return [...new Map(has.map((one) => [one.name, one])).values()];
}

/** Whether a table of the file takes an option. */
export const isTaken = (row: OptionRow, command: CommandName): boolean =>
  row.configurable === true && (row.only === undefined || row.only.includes(command));

/** One of the tables. */
interface Source {
  text: string;
  path: string;
  command: 'check' | 'audit';
  prefix: readonly string[];
}

function settingOf(source: Source, key: string, value: unknown): GivenSetting {
  const [name, common] = rowsOf(FLAGS).find(([, one]) => keyOf(one) === key) ?? [];
  if (name === undefined || common === undefined) throw unknownKey(source, key);
  if (!common.configurable) throw notConfigurable(source, key, common);
  if (!isTaken(common, source.command)) throw ofOtherTable(source, key, common);
  const row = rowFor(source.command, common);
  const at = (shown: string | undefined): string =>
    `${named(shown === undefined ? key : `${key} ${shown}`)} in ${placeOf(source, [...source.prefix, key])}`;
  const raw = rawOf(row, value);
  if (raw === undefined) throw wrongType(source, [...source.prefix, key], typeWords(row), remedyOf(row));
  const { success, issues } = v.safeParse(row.value, raw);
  if (!success) throw refused(row, issues[0], at);
  if (name === 'database' && isDatabaseUrl(`${raw}`)) throw addressInFile(at(undefined));
  if (name === 'types' && [raw].flat().includes('none')) throw noTypesInFile(at(undefined));
  return {
    name,
    row,
    raw,
    setting: { option: key, value: isNumber(value) ? value : raw, from: source.path },
  };
}

const isNumber = (value: unknown): value is number => typeof value === 'number';

/** A value of the file as a command line would give it; undefined when it is of the wrong type. */
function rawOf({ takes, most }: OptionRow, value: unknown): string | string[] | undefined {
  if (most !== undefined) return isNumber(value) ? String(value) : undefined;
  if (typeof value === 'string') return takes === undefined ? value : [value];
  if (takes === undefined || !Array.isArray(value)) return undefined;
  const texts = value.filter((one) => typeof one === 'string');
  return texts.length === value.length ? texts : undefined;
}

const typeWords = ({ takes, most }: OptionRow): string =>
  most !== undefined ? 'a whole number' : takes === undefined ? 'a text' : 'a list of texts';

const remedyOf = (row: OptionRow): string => `Write it as \`${keyOf(row)} = ${row.example}\`.`;

const nameOf = (row: OptionRow): SurfaceText => ({
  'command-line': nameOn('command-line', row),
  action: nameOn('action', row),
});

/** `supabase/drift-gate.toml` (line 3, column 1). */
function placeOf({ text, path }: Source, key: readonly string[]): string {
  const { line, column } = placeInToml(text, key);
  return `${named(path)} (line ${line}, column ${column})`;
}

const wrongType = (source: Source, key: readonly string[], wanted: string, remedy: string): UsageError =>
  new UsageError({
    message: `${named(key.at(-1) ?? '')} in ${placeOf(source, key)} must be ${wanted}.`,
    remedy,
  });

function unknownKey(source: Source, key: string): UsageError {
  const keys = keysOf(source);
  const near = keys.find((one) => isNear(one, key));
  const table = source.command === 'audit' ? ' under `[audit]`' : '';
  const end = near === undefined ? '.' : `, did you mean ${named(near)}?`;
  return new UsageError({
    message: `There is no key ${named(key)}${table}: ${placeOf(source, [...source.prefix, key])}${end}`,
    remedy: `Correct or remove it; the keys${table} are ${keys.join(', ')}.`,
  });
}

const notConfigurable = (source: Source, key: string, row: OptionRow): UsageError =>
  new UsageError({
    message: `${named(key)} is not for a file: ${placeOf(source, [...source.prefix, key])}.`,
    remedy: perSurface`Remove it, and give ${nameOf(row)} to the run that needs it.`,
  });

const ofOtherTable = (source: Source, key: string, row: OptionRow): UsageError =>
  new UsageError({
    message: `${named(key)} is only for ${source.command === 'audit' ? 'a check' : 'an audit'}: ${placeOf(source, [...source.prefix, key])}.`,
    remedy:
      source.command === 'audit'
        ? `Put ${named(keyOf(row))} before the first table, or remove it.`
        : `Put ${named(keyOf(row))} under \`[audit]\`, or remove it.`,
  });

const addressInFile = (name: string): UsageError =>
  new UsageError({
    message: `${name} names a database, which a run would erase, and whose address may hold a password.`,
    remedy: perSurface`Remove it, and give ${option('database', 'URL')} to the run that may reset that database.`,
  });

/** A pull request could empty a required check. */
const noTypesInFile = (name: string): UsageError =>
  new UsageError({
    message: `${name} can't be \`none\`.`,
    remedy: perSurface`Remove it, and give ${option('types', 'none')} to the run that compares no types.`,
  });

const keysOf = ({ command }: Source): string[] =>
  rowsOf(FLAGS).flatMap(([, row]) => (isTaken(row, command) ? [keyOf(row)] : []));
