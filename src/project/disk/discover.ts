// Reads a Supabase project from disk, once and whole, into a value: what commands work on.

import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError } from '../../errors.ts';
import type { Notice } from '../../findings/notice.ts';
import { option } from '../../options/table.ts';
import { perSurface, type Surface } from '../../surface.ts';
import { BASELINE_FILE } from '../baseline-file.ts';
import { type Environment, variablesIn, vaultOf } from '../environment.ts';
import {
  configNotices,
  encodingNotices,
  leftOutNotices,
  migrationNotices,
  passedOver,
  typesNotices,
} from '../notices.ts';
import {
  configWhenAbsent,
  listMigrations,
  type MigrationList,
  type Project,
  type ProjectConfig,
  parseConfig,
} from '../project.ts';
import { type DecodedSql, decodeSql, decodeText } from '../text/decode.ts';
import { isThere, type Place, readWithin, realPathWithin, shownFrom } from './boundary.ts';
import { variablesOf } from './environment.ts';
import { fileFailure } from './failure.ts';
import { pinnedCli } from './pinned-cli.ts';
import {
  type ChosenTypes,
  isNone,
  NO_TYPES,
  namedTypes,
  searchedTypes,
  type WithoutTypes,
} from './types/committed-types.ts';
import { entriesOf } from './types/search.ts';
import { CONFIG_FILE, MIGRATIONS_FOLDER, placeOf } from './where.ts';

const ROLES_FILE = 'supabase/roles.sql';
const SCHEMAS_FOLDER = 'supabase/schemas';
const DEEPEST_SCHEMAS = 5;

export interface DiscoverOptions {
  /** Types files named by the user, relative to `cwd` or, failing that, to the project. None: search for them. */
  types?: readonly string[];
  /** The baseline, found in the same way; `supabase/drift-baseline.json` when not named. */
  baseline?: string | undefined;
  /** A baseline that is named need not be there yet. */
  mayLackBaseline?: boolean;
  withoutTypes?: WithoutTypes;
  /** Where what is said is shown. */
  surface?: Surface;
  /** The folder that the command runs in, absolute. */
  cwd?: string;
  /** Only what config.toml names is looked up in it. */
  environment?: Environment;
  /** `YYYY-MM-DD` */
  today?: string;
}

/**
 * Reads the project in a folder that holds `supabase/`, or in that `supabase/` itself. Throws UsageError for
 * everything a user can mend: nothing is guessed, nothing written.
 */
export function discoverProject(
  directory: string,
  {
    types = [],
    cwd = process.cwd(),
    baseline,
    mayLackBaseline = false,
    withoutTypes = 'refused',
    environment = process.env,
    surface = 'command-line',
    today = new Date().toISOString().slice(0, 10),
  }: DiscoverOptions = {},
): Project {
  const place = placeOf(directory, cwd);
  const config = readConfig(place);
  const shownDirectory = shownFrom(realpathSync(cwd), place.directory);
  const variables = variablesOf(variablesIn(config.texts), place, environment);
  const list = readMigrationList(place, today);
  const sql = sqlReader(place);
  const migrations = list.migrations.map((migration) => ({
    ...migration,
    sql: sql.read(`${MIGRATIONS_FOLDER}/${migration.file}`, 'migration'),
  }));
  const roles = isThere(join(place.directory, ROLES_FILE))
    ? { roles: sql.read(ROLES_FILE, 'file of roles') }
    : {};
  const pinned = pinnedCli(place.directory, place.root);
  const read = typesOf(types, place, cwd, withoutTypes);
  return {
    directory: place.directory,
    shownDirectory,
    config,
    migrations,
    duplicates: list.duplicates,
    ...roles,
    variables,
    vault: vaultOf(config.vault, variables),
    typesFiles: read.chosen,
    ...(read.creates !== undefined && { newTypes: read.creates }),
    ...(read.isNone && { hasNoTypes: true }),
    ...(read.unreadable && { unreadableTypes: read.unreadable }),
    baseline: readBaseline(place, cwd, { named: baseline, mayLack: mayLackBaseline }),
    ...(pinned !== undefined && { pinnedCli: pinned }),
    ...(read.searched !== undefined && { typesSearched: read.searched }),
    notices: [
      ...placeNotices(shownDirectory, directory),
      ...configNotices(config),
      ...migrationNotices(list),
      ...declaredNotices(place),
      ...encodingNotices(sql.broken),
      ...leftOutNotices(read.leftOut, surface),
      ...typesNotices(read),
    ],
  };
}

/** Files of the declarative workflow: what they say and no migration does is in no database that a reset builds. */
function declaredNotices({ directory }: Place): Notice[] {
  const files = sqlFilesBelow(join(directory, SCHEMAS_FOLDER), DEEPEST_SCHEMAS);
  if (files === 0) return [];
  const message = `${SCHEMAS_FOLDER} has ${files} SQL ${files === 1 ? 'file' : 'files'}, which ${files === 1 ? 'is' : 'are'} not compared: \`supabase db reset\` runs the migrations alone. Make a migration of what changed there with \`supabase db diff -f NAME\`.`;
  return [{ code: 'declared-schemas', message, count: files }];
}

function sqlFilesBelow(folder: string, deepest: number): number {
  if (deepest === 0) return 0;
  return entriesOf(folder).reduce((sum, entry) => {
    if (entry.isDirectory()) return sum + sqlFilesBelow(join(folder, entry.name), deepest - 1);
    return sum + (entry.isFile() && entry.name.endsWith('.sql') ? 1 : 0);
  }, 0);
}

/** A run that found its project above says so: nobody named it. */
const placeNotices = (shown: string, given: string): Notice[] =>
  given === '.' && shown.startsWith('..')
    ? [
        {
          code: 'project-above',
          message: `The project is in \`${shown}\`: there is no \`supabase/\` folder here.`,
        },
      ]
    : [];

function typesOf(types: readonly string[], place: Place, cwd: string, without: WithoutTypes): ChosenTypes {
  if (types.length === 0) return searchedTypes(place, without);
  return isNone(types, cwd) ? NO_TYPES : namedTypes(types, place, cwd, without);
}

function readConfig({ directory, root }: Place): ProjectConfig {
  const path = join(directory, CONFIG_FILE);
  if (!isThere(path)) return configWhenAbsent();
  return parseConfig(
    decodeText(readWithin(path, root, CONFIG_FILE), CONFIG_FILE, 'configuration'),
    CONFIG_FILE,
  );
}

function readMigrationList(place: Place, today: string): MigrationList {
  const list = listMigrations(migrationNames(place), today);
  if (list.migrations.length > 0) return list;
  const reasons = passedOver(list).map(({ does }) => does);
  const none = `There are no migrations in ${MIGRATIONS_FOLDER}`;
  if (reasons.length === 0)
    throw new UsageError({
      message: `${none}.`,
      remedy: perSurface`Add one with \`supabase migration new NAME\`, or give ${option('project')} another folder.`,
    });
  throw new UsageError({
    message: `${none} that \`supabase db reset\` runs: it ${reasons.join('; it ')}.`,
    remedy: perSurface`Give each a name like \`<timestamp>_name.sql\` in ${MIGRATIONS_FOLDER} itself, or give ${option('project')} another folder.`,
  });
}

/** Paths of what lies in the folder, those of folders with a slash at the end. */
function migrationNames({ directory, root }: Place): string[] {
  const folder = join(directory, MIGRATIONS_FOLDER);
  if (!isThere(folder)) return [];
  const real = realPathWithin(folder, root, MIGRATIONS_FOLDER);
  try {
    return readdirSync(real, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory()
        ? [`${entry.name}/`, ...namesBelow(join(real, entry.name), `${entry.name}/`)]
        : [entry.name],
    );
  } catch (cause) {
    throw fileFailure('read', MIGRATIONS_FOLDER, cause);
  }
}

/** The paths of what lies in a folder of the migrations. `supabase db reset` does not look there, so it may be unreadable. */
const namesBelow = (folder: string, shown: string): string[] =>
  entriesOf(folder).flatMap((entry) => {
    const path = `${shown}${entry.name}`;
    return entry.isDirectory() ? [`${path}/`, ...namesBelow(join(folder, entry.name), `${path}/`)] : [path];
  });

/** Reads SQL, and notes which files are not UTF-8. */
function sqlReader({ directory, root }: Place) {
  const broken: { path: string; line: number }[] = [];
  const read = (path: string, noun: string): string => {
    const { text, brokenLine }: DecodedSql = decodeSql(
      readWithin(join(directory, path), root, path),
      path,
      noun,
    );
    if (brokenLine !== undefined && !text.includes('\0')) broken.push({ path, line: brokenLine });
    return text;
  };
  return { read, broken };
}

function readBaseline(
  { directory, root }: Place,
  cwd: string,
  { named, mayLack }: { named: string | undefined; mayLack: boolean },
): Project['baseline'] {
  const places = named === undefined ? [] : [resolve(cwd, named)];
  const path = [...places, resolve(directory, named ?? BASELINE_FILE)].find(isThere);
  if (path !== undefined) {
    // Of a link, GitHub tells no change when what it leads to changes: then nobody would see what is accepted.
    if (lstatSync(path).isSymbolicLink())
      throw new UsageError({
        message: `The baseline ${shownFrom(directory, path)} is a symbolic link.`,
        remedy: perSurface`Put the file itself there, or name it with ${option('baseline')}.`,
      });
    const shown = shownFrom(directory, realPathWithin(path, root, shownFrom(directory, path)));
    return { path: shown, text: decodeText(readWithin(path, root, shown), shown, 'baseline') };
  }
  if (named !== undefined && !mayLack) {
    throw new UsageError({
      message: `The baseline ${named} does not exist.`,
      remedy: perSurface`Correct ${option('baseline')}, or leave it out; \`drift-gate accept\` makes one.`,
    });
  }
  return { path: named === undefined ? BASELINE_FILE : shownFrom(directory, resolve(cwd, named)) };
}
