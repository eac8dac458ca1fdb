// What a Supabase project says about itself: its config.toml, the names of its migrations, and the value that
// commands get once it was read. The rules are those of the Supabase CLI (apps/cli-go/pkg/{config,migration}).

import { parse, TomlError } from 'smol-toml';
import * as v from 'valibot';
import { type KnownError, UsageError } from '../errors.ts';
import type { Notice } from '../findings/notice.ts';
import { groupBy } from '../match.ts';
import { textsIn, type Vault } from './environment.ts';
import type { TypesFile } from './types-file.ts';

/** The part of config.toml that decides what a replay builds and which types are generated. */
export interface ProjectConfig {
  /** False when the project has no config.toml; the other values are then the CLI's own without one. */
  present: boolean;
  projectId?: string;
  /** PostgreSQL's major version: 17, 15 or 14. The embedded database is 17. */
  majorVersion: number;
  /** The port of the local stack's database. */
  port: number;
  apiEnabled: boolean;
  apiSchemas: string[];
  /** `api.extra_search_path`: where the generator looks for the relationships of views. */
  extraSearchPath: string[];
  /** False makes `supabase db reset` skip all migrations. */
  migrationsEnabled: boolean;
  seed: { enabled: boolean; sqlPaths: string[] };
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

export interface MigrationList {
  /** In the order of replay. */
  migrations: MigrationFile[];
  /** SQL files that `supabase db reset` passes over. */
  skipped: { file: string; reason: string }[];
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
  /** Where a search found these types; absent when the user named them. */
  typesSearched?: string;
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

const CONFIG = v.object({
  project_id: v.optional(v.string()),
  api: v.optional(
    v.object({
      enabled: v.optional(FLAG, true),
      schemas: v.optional(NAMES, ['public', 'graphql_public']),
      extra_search_path: v.optional(NAMES, ['public', 'extensions']),
    }),
    {},
  ),
  db: v.optional(
    v.object({
      major_version: v.optional(INTEGER, 17),
      port: v.optional(INTEGER, 54322),
      migrations: v.optional(v.object({ enabled: v.optional(FLAG, true) }), {}),
      seed: v.optional(
        v.object({ enabled: v.optional(FLAG, true), sql_paths: v.optional(NAMES, ['./seed.sql']) }),
        {},
      ),
    }),
    {},
  ),
});

const SETTINGS_READ =
  /^(project_id|api\.(enabled|schemas|extra_search_path)|db\.(major_version|port|migrations\.enabled|seed\.(enabled|sql_paths)))$/;

/**
 * Reads config.toml. Unknown keys are ignored, and a value that the environment sets (`env(NAME)`) counts as
 * left out. Throws UsageError with the line when the text is not TOML, and with the key when a value is of
 * the wrong kind.
 */
export function parseConfig(text: string, path: string): ProjectConfig {
  const parsed = parseToml(text, path);
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
    ...(output.project_id === undefined ? {} : { projectId: output.project_id }),
    majorVersion: output.db.major_version,
    port: output.db.port,
    apiEnabled: output.api.enabled,
    apiSchemas: output.api.schemas,
    extraSearchPath: output.api.extra_search_path,
    migrationsEnabled: output.db.migrations.enabled,
    seed: { enabled: output.db.seed.enabled, sqlPaths: output.db.seed.sql_paths },
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

/**
 * Sorts out the entries of `supabase/migrations` as `supabase db reset` does: order is that of the names' bytes.
 * A folder's name ends in `/`. Source: apps/cli-go/pkg/migration/list.go.
 */
export function listMigrations(names: readonly string[]): MigrationList {
  const migrations: MigrationFile[] = [];
  const skipped: MigrationList['skipped'] = [];
  for (const [position, file] of [...names].sort(byBytes).entries()) {
    if (file.endsWith('/')) continue;
    const [, version, name] = MIGRATION_NAME.exec(file) ?? [];
    if (position === 0 && Number(OLD_INIT.exec(file)?.[1] ?? FIRST_KEPT_INIT) < FIRST_KEPT_INIT)
      skipped.push({ file, reason: 'a first file `<timestamp>_init.sql` from before 2021-12-09 is skipped' });
    else if (version !== undefined && name !== undefined) migrations.push({ file, version, name });
    else if (/\.sql$/i.test(file))
      skipped.push({ file, reason: 'the file name must match `<timestamp>_name.sql`' });
  }
  const byVersion = groupBy(migrations, ({ version }) => version);
  return {
    migrations,
    skipped,
    duplicates: [...byVersion]
      .filter(([, sharing]) => sharing.length > 1)
      .map(([version, sharing]) => ({ version, files: sharing.map(({ file }) => file) })),
    mixedPrefixes: new Set(migrations.map(({ version }) => version.length)).size > 1,
  };
}

const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

function splitAtCommas(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function parseToml(text: string, path: string): Record<string, unknown> {
  try {
    return parse(text);
  } catch (cause) {
    if (!(cause instanceof TomlError)) throw cause;
    const reason = cause.message.split('\n')[0]?.replace('Invalid TOML document: ', '');
    throw new UsageError({
      message: `${path} is not TOML: line ${cause.line}, column ${cause.column}: ${reason}.`,
      remedy: 'Correct the line; `supabase` itself refuses the file too.',
    });
  }
}

/** A copy of a TOML table without the values that read `env(NAME)`, and the dotted keys of those. */
function withoutEnvironment(
  table: Record<string, unknown>,
  prefix = '',
): { table: Record<string, unknown>; fromEnvironment: string[] } {
  // A table may have a key of any name, `__proto__` among them.
  const kept: Record<string, unknown> = Object.create(null);
  const fromEnvironment: string[] = [];
  for (const [key, value] of Object.entries(table)) {
    if ([value].flat().some(isFromEnvironment)) fromEnvironment.push(prefix + key);
    else if (isTable(value)) {
      const inner = withoutEnvironment(value, `${prefix}${key}.`);
      kept[key] = inner.table;
      fromEnvironment.push(...inner.fromEnvironment);
    } else kept[key] = value;
  }
  return { table: kept, fromEnvironment };
}

const isFromEnvironment = (value: unknown): boolean => typeof value === 'string' && /^env\(.*\)$/.test(value);

const isTable = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
