// Finds and reads the configuration file of a project. Nothing that it names may lie outside of the repository: in a pull
// request the file is its author's.

import { lstatSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError } from '../../errors.ts';
import { named } from '../../findings/prose.ts';
import type { CommandName } from '../../options/row.ts';
import type { SettingsFile } from '../../options/settings.ts';
import { option } from '../../options/table.ts';
import { perSurface } from '../../surface.ts';
import { type GivenSetting, parseSettings, SETTINGS_FILE, settingsFor } from '../settings.ts';
import { decodeText } from '../text/decode.ts';
import {
  enclosingRoot,
  isThere,
  isWithin,
  kindOf,
  readWithin,
  realPathWithin,
  shownFrom,
} from './boundary.ts';
import { projectFolder } from './where.ts';

const MOST_BYTES = 2 ** 20;

/**
 * What the configuration file says for a command; undefined when there is none.
 * @param options as they came
 * @throws UsageError for all that is wrong with it
 */
export function readSettings(
  command: CommandName,
  options: object,
  cwd: string = process.cwd(),
): SettingsFile | undefined {
  const project: unknown = Reflect.get(options, 'project') ?? '.';
  const config: unknown = Reflect.get(options, 'config');
  const given = typeof project === 'string' ? project : '.';
  // What is wrong with it is for the reader of the project to say.
  if (kindOf(resolve(cwd, given), given) !== 'folder') return undefined;
  const folder = resolve(cwd, projectFolder(given, cwd));
  const directory = realpathSync(folder);
  const path = fileIn(directory, cwd, typeof config === 'string' ? config : undefined);
  if (path === undefined) return undefined;
  const root = enclosingRoot(directory);
  const shown = shownFrom(directory, path);
  // Of a link, GitHub tells no change when what it leads to changes.
  if (lstatSync(path).isSymbolicLink())
    throw new UsageError({
      message: `The configuration file ${named(shown)} is a symbolic link.`,
      remedy: perSurface`Put the file itself there, or name it with ${option('config')}.`,
    });
  if (statSync(path).size > MOST_BYTES)
    throw new UsageError({
      message: `The configuration file ${named(shown)} is larger than 1 MiB.`,
      remedy: 'Remove what does not belong there.',
    });
  const real = shownFrom(directory, realPathWithin(path, root, shown));
  const settings = parseSettings(
    decodeText(readWithin(path, root, shown), shown, 'configuration file'),
    real,
  );
  const isAudit = command === 'audit' || (command === 'accept' && Reflect.get(options, 'live') !== undefined);
  return {
    path: real,
    values: settingsFor(settings, command, isAudit).map((one) => ({
      name: one.name,
      raw: fromHere(one, { directory, root, cwd }),
      setting: one.setting,
    })),
  };
}

function fileIn(directory: string, cwd: string, config: string | undefined): string | undefined {
  const places =
    config === undefined
      ? [join(directory, SETTINGS_FILE)]
      : [resolve(cwd, config), resolve(directory, config)];
  const path = places.find(isThere);
  if (path === undefined && config !== undefined)
    throw new UsageError({
      message: `The configuration file ${named(config)} does not exist.`,
      remedy: perSurface`Correct ${option('config')}, or leave it out.`,
    });
  return path;
}

/** Paths of the file are from the project's folder, those of a command line from the current one. */
function fromHere(
  { row, raw, setting }: GivenSetting,
  { directory, root, cwd }: { directory: string; root: string; cwd: string },
): string | string[] {
  if (!row.isPath) return raw;
  const moved = [raw].flat().map((path) => {
    const at = resolve(directory, path);
    if (isWithin(at, root)) return shownFrom(realpathSync(cwd), at);
    throw new UsageError({
      message: `The setting ${named(setting.option)} in ${named(setting.from)} leads out of the repository.`,
      remedy: 'Name a file of the repository, by its path from the folder that holds `supabase/`.',
    });
  });
  return typeof raw === 'string' ? moved.join('') : moved;
}
