// What a Supabase project says about itself: its config.toml, the names of its migrations, and the value that
// commands get once it was read. The rules are those of the Supabase CLI (apps/cli-go/pkg/{config,migration}).

import * as v from 'valibot';
import { type KnownError, UsageError } from '../errors.ts';
import type { Notice } from '../findings/notice.ts';
import { groupBy } from '../match.ts';
import { textsIn, type Vault } from './environment.ts';
import { newNames, sortedByBytes } from './migration-names.ts';
import { isTable, parseToml } from './text/toml.ts';
import type { TypesFile } from './types-file/types-file.ts';

/** The part of config.toml that decides what a replay builds and which types are generated. */
export interface ProjectConfig {
  /** False when the project has no config.toml; the other values are then the CLI's own without one. */
  present: boolean;
  /** PostgreSQL's major version: 17, 15 or 14. The embedded database is 17. */
  majorVersion: number;
  /** The port of the local stack's database. */
  port: number;
  apiSchemas: string[];
  /** False makes `supabase db reset` skip all migrations. */
  migrationsEnabled: boolean;
  /** Settings above whose value is `env(NAME)`, `api.schemas` say: their default stands in for them. */
  fromEnvironment: string[];
  /** Every text of the file, as written: some are paths, some name variables. */
  texts: string[];
  /** `[db.vault]`, as written. */
  vault: Record<string, string>;
}

/** A migration as its file name tells it; `version` are the leading digits, `name` what follows. */
export interface MigrationFile {
  file: string;
  version: string;
  name: string;
}

/** An SQL file that `supabase db reset` passes over for its name. */
export interface SkippedFile {
  file: string;
  /** The first file, called `<timestamp>_init.sql` and from before 2021-12-09. */
  isOldInit?: true;
  /** A name that it takes, in the same place of the order; absent when there is none. */
  newName?: string;
}

export interface MigrationList {
  /** In the order of replay. */
  migrations: MigrationFile[];
  skipped: SkippedFile[];
  /** Folders with SQL files, which `supabase db reset` does not look into. */
  folders: { folder: string; files: number }[];
  duplicates: { version: string; files: string[] }[];
  /** Versions of different lengths are among them, so that order by name is not order by date. */
  mixedPrefixes: boolean;
}

/** A project as it lies on disk, read whole. */
export interface Project {
  /** The folder that holds `supabase/`, absolute. */
  directory: string;
  /** The same relative to where the command ran, `.` or `apps/web`: for reports. */
  shownDirectory: string;
  config: ProjectConfig;
  /** Of the shape of `MigrationSource`, in the order of replay. */
  migrations: (MigrationFile & { sql: string })[];
  duplicates: MigrationList['duplicates'];
  /** Text of `supabase/roles.sql`, when there is one. */
  roles?: string;
  /** The variables that config.toml names, as far as they are set. */
  variables: ReadonlyMap<string, string>;
  vault: Vault;
  /** The committed types; more than one when several differ, each checked for itself. */
  typesFiles: TypesFile[];
  /** Why a types file can't be read: thrown when nothing worse is found. */
  unreadableTypes?: KnownError;
  /** What the project accepts: the path relative to it, and the text when there is such a file. */
  baseline: { path: string; text?: string };
  /** The types file that `fix` is to create, relative to the project. */
  newTypes?: string;
  /** There are no types, and the user says so, or the project never had any: only the replay is checked. */
  hasNoTypes?: true;
  /** Where a search found these types; absent when the user named them. */
  typesSearched?: string;
  /** The version of the Supabase CLI that package.json asks for, `3.1.0`, when it names one exactly. */
  pinnedCli?: string;
  notices: Notice[];
}

/** A search found several types files that differ: unless all are in sync, the user must say which are meant. */
export const mustChoose = ({ typesFiles, typesSearched }: Project): boolean =>
  typesSearched !== undefined && typesFiles.length > 1;

const INTEGER = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.digits(), v.transform(Number))]),
  v.integer(),
);
const FLAG = v.union([
  v.boolean(),
  v.pipe(
    v.picklist(['true', 'false']),
    v.transform((text) => text === 'true'),
  ),
]);
const NAMES = v.union([v.array(v.string()), v.pipe(v.string(), v.transform(splitAtCommas))]);

/** What is used, and nothing else: a setting that decides nothing may be wrong. */
const CONFIG = v.object({
  api: v.optional(v.object({ schemas: v.optional(NAMES, ['public', 'graphql_public']) }), {}),
  db: v.optional(
    v.object({
      major_version: v.optional(INTEGER, 17),
      // The Supabase CLI alone needs it, and says itself what is wrong with it.
      port: v.optional(v.fallback(INTEGER, 54322), 54322),
      migrations: v.optional(v.object({ enabled: v.optional(FLAG, true) }), {}),
    }),
    {},
  ),
});

const SETTINGS_READ = /^(api\.schemas|db\.(major_version|port|migrations\.enabled))$/;

/**
 * Reads config.toml. Unknown keys are ignored, and a value that the environment sets (`env(NAME)`) counts as
 * left out. Throws UsageError with the line when the text is not TOML, and with the key when a value is of
 * the wrong kind.
 */
export function parseConfig(text: string, path: string): ProjectConfig {
  const parsed = parseToml(text, path, {
    notToml: 'Correct the line; `supabase` itself refuses the file too.',
    tooDeep: 'Remove those keys.',
  });
  const { table, fromEnvironment } = withoutEnvironment(parsed);
  const { output, success, issues } = v.safeParse(CONFIG, table);
  if (!success) {
    throw new UsageError({
      message: `\`${v.getDotPath(issues[0])}\` in ${path} is of the wrong kind: ${issues[0].message.replace(/^Invalid type: E/, 'e')}.`,
      remedy:
        'Correct the value: https://supabase.com/docs/guides/local-development/cli/config lists them all.',
    });
  }
  return {
    present: true,
    majorVersion: output.db.major_version,
    port: output.db.port,
    apiSchemas: output.api.schemas,
    migrationsEnabled: output.db.migrations.enabled,
    fromEnvironment: fromEnvironment.filter((key) => SETTINGS_READ.test(key)),
    texts: textsIn(parsed),
    vault: vaultIn(parsed),
  };
}

/** Values that are no text are none to the CLI either. */
function vaultIn({ db }: Record<string, unknown>): Record<string, string> {
  const vault = isTable(db) ? db.vault : undefined;
  const entries = isTable(vault) ? Object.entries(vault) : [];
  return Object.fromEntries(
    entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

/** What holds in a project without config.toml: the CLI then generates types of `public` alone (measured, 3.1.0). */
export const configWhenAbsent = (): ProjectConfig => ({
  ...parseConfig('', 'config.toml'),
  present: false,
  apiSchemas: [],
});

/** The schemas that `supabase gen types` takes when none is named: public and those of the API. */
export const defaultSchemas = (config: ProjectConfig): string[] =>
  [...new Set(['public', ...config.apiSchemas])].sort();

const MIGRATION_NAME = /^([0-9]+)_([^\n]*)\.sql$/;
const OLD_INIT = /([0-9]{14})_init\.sql/;
const FIRST_KEPT_INIT = 20211209000000;
const SQL = /\.sql$/i;

/**
 * Sorts out what lies in `supabase/migrations` as `supabase db reset` does: order is that of the names' bytes.
 * Source: apps/cli-go/pkg/migration/list.go.
 * @param names paths from there; a folder's ends in `/`
 * @param today `YYYY-MM-DD`: new names of files that come last are dated no later, where there is room
 */
export function listMigrations(names: readonly string[], today?: string): MigrationList {
  const migrations: MigrationFile[] = [];
  const skipped: SkippedFile[] = [];
  const isInside = (name: string): boolean => /\/./s.test(name);
  const entries = sortedByBytes(
    names.filter((name) => !isInside(name)),
    (name) => name,
  );
  for (const [position, file] of entries.entries()) {
    if (file.endsWith('/')) continue;
    const [, version, name] = MIGRATION_NAME.exec(file) ?? [];
    if (position === 0 && Number(OLD_INIT.exec(file)?.[1] ?? FIRST_KEPT_INIT) < FIRST_KEPT_INIT)
      skipped.push({ file, isOldInit: true });
    else if (version !== undefined && name !== undefined) migrations.push({ file, version, name });
    else if (SQL.test(file)) skipped.push({ file });
  }
  const nameOf = ({ file }: { file: string }): string => file;
  const renamed = newNames(skipped.map(nameOf), migrations.map(nameOf), today);
  const inside = names.filter((name) => isInside(name) && SQL.test(name));
  const byVersion = groupBy(migrations, ({ version }) => version);
  return {
    migrations,
    skipped: skipped.map((one) => {
      const newName = renamed.get(one.file);
      return { ...one, ...(newName !== undefined && { newName }) };
    }),
    folders: sortedByBytes(
      [...groupBy(inside, (name) => name.slice(0, name.lastIndexOf('/') + 1))],
      ([folder]) => folder,
    ).map(([folder, { length: files }]) => ({ folder, files })),
    duplicates: [...byVersion]
      .filter(([, sharing]) => sharing.length > 1)
      .map(([version, sharing]) => ({ version, files: sharing.map(({ file }) => file) })),
    mixedPrefixes: new Set(migrations.map(({ version }) => version.length)).size > 1,
  };
}

function splitAtCommas(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A copy of a TOML table without the values that read `env(NAME)`, and the dotted keys of those. */
function withoutEnvironment(
  table: Record<string, unknown>,
  prefix = '',
): { table: Record<string, unknown>; fromEnvironment: string[] } {
  const kept: [string, unknown][] = [];
  const fromEnvironment: string[] = [];
  for (const [key, value] of Object.entries(table)) {
    if ([value].flat().some(isFromEnvironment)) fromEnvironment.push(prefix + key);
    else if (isTable(value)) {
      const inner = withoutEnvironment(value, `${prefix}${key}.`);
      kept.push([key, inner.table]);
      fromEnvironment.push(...inner.fromEnvironment);
    } else kept.push([key, value]);
  }
  // Not key by key, for one may be called `__proto__`.
  return { table: Object.fromEntries(kept), fromEnvironment };
}

const isFromEnvironment = (value: unknown): boolean => typeof value === 'string' && /^env\(.*\)$/.test(value);
