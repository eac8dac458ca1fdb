// What is worth saying of a project once, though it is no finding: how it departs from what one would expect.

import type { Notice, NoticeCode } from '../findings/notice.ts';
import { named } from '../findings/prose.ts';
import { option } from '../options/table.ts';
import { type Surface, textOn } from '../surface.ts';
import type { MigrationList, ProjectConfig, SkippedFile } from './project.ts';
import { namedList, type ReadTypes, type TypesFile } from './types-file/types-file.ts';

/** The major version of the embedded database. */
const EMBEDDED_MAJOR_VERSION = 17;

export function configNotices({
  present,
  majorVersion,
  fromEnvironment,
  migrationsEnabled,
}: ProjectConfig): Notice[] {
  const notices: Notice[] = [];
  if (!present)
    notices.push({
      code: 'no-config',
      message: `There is no supabase/config.toml: schema public alone is checked, as \`supabase gen types\` does then.`,
    });
  if (majorVersion !== EMBEDDED_MAJOR_VERSION)
    notices.push({
      code: 'other-postgres-version',
      message: `supabase/config.toml asks for PostgreSQL ${majorVersion}: the migrations were replayed on ${EMBEDDED_MAJOR_VERSION}, the embedded one.`,
    });
  if (fromEnvironment.length > 0)
    notices.push({
      code: 'config-from-environment',
      message: `The environment sets ${fromEnvironment.join(', ')} in supabase/config.toml: the default was taken.`,
      count: fromEnvironment.length,
    });
  if (!migrationsEnabled)
    notices.push({
      code: 'migrations-disabled',
      message: `supabase/config.toml disables db.migrations: \`supabase db reset\` skips the migrations that were replayed here.`,
    });
  return notices;
}

interface PassedOver {
  code: NoticeCode;
  /** What `supabase db reset` does with the files, as a predicate. */
  does: string;
  /** How many files. */
  count: number;
}

/** What of `supabase/migrations` does not run, each kind of it once. */
export function passedOver({ skipped, folders }: MigrationList): PassedOver[] {
  const misnamed = skipped.filter(({ isOldInit }) => !isOldInit);
  const [whose, these] =
    misnamed.length === 1 ? ['whose name does', 'this name would'] : ['whose names do', 'these names would'];
  const found: PassedOver[] = skipped
    .filter(({ isOldInit }) => isOldInit)
    .map((one) => ({
      code: 'skipped-migration',
      does: `skips a first file called \`<timestamp>_init.sql\` from before 2021-12-09; this name would run: ${renaming([one])}`,
      count: 1,
    }));
  if (misnamed.length > 0)
    found.push({
      code: 'skipped-migration',
      does: `skips ${sqlFiles(misnamed.length)} of supabase/migrations ${whose} not match \`<timestamp>_name.sql\`; ${these} run: ${renaming(misnamed)}`,
      count: misnamed.length,
    });
  if (folders.length > 0)
    found.push({
      code: 'migrations-in-folders',
      does: `does not look into folders of supabase/migrations: ${namedList(folders.map(({ folder, files }) => `${named(folder)} (${sqlFiles(files)})`))}`,
      count: folders.reduce((sum, { files }) => sum + files, 0),
    });
  return found;
}

const sqlFiles = (count: number): string => (count === 1 ? '1 SQL file' : `${count} SQL files`);

const renaming = (files: readonly SkippedFile[]): string =>
  namedList(
    files.map(({ file, newName }) =>
      newName === undefined
        ? `${named(file)} → no name keeps its place`
        : `${named(file)} → ${named(newName)}`,
    ),
  );

export function migrationNotices(list: MigrationList): Notice[] {
  const notices: Notice[] = passedOver(list).map(({ code, does, count }) => ({
    code,
    message: `\`supabase db reset\` ${does}.`,
    count,
  }));
  if (list.mixedPrefixes)
    notices.push({
      code: 'mixed-prefixes',
      message:
        'Migration versions are of different lengths: files run in the order of their names, not of their dates.',
    });
  return notices;
}

/** Bytes that PostgreSQL would refuse, and that the CLI does not send to it. */
export const encodingNotices = (broken: readonly { path: string; line: number }[]): Notice[] =>
  broken.map(({ path, line }) => ({
    code: 'not-utf-8',
    message: `${path} is not UTF-8: line ${line} has bytes that are no character, which \`supabase db reset\` runs as U+FFFD.`,
  }));

/** A file that looks like generated types and was not compared. */
export interface LeftOutTypes {
  /** Relative to the project. */
  path: string;
  /** Half a sentence. */
  why: string;
}

/** `a.ts` (a .gitignore names it). */
export const leftOutWords = (files: readonly LeftOutTypes[]): string =>
  namedList(files.map(({ path, why }) => `${named(path)} (${why})`));

/** Those of the project itself, and those elsewhere in the repository, which other projects may have. */
export const leftOutNotices = (files: readonly LeftOutTypes[], surface: Surface): Notice[] => [
  ...leftOutNotice(
    'types-left-out',
    files.filter(({ path }) => !path.startsWith('../')),
    surface,
  ),
  ...leftOutNotice(
    'types-elsewhere',
    files.filter(({ path }) => path.startsWith('../')),
    surface,
  ),
];

const leftOutNotice = (code: NoticeCode, files: readonly LeftOutTypes[], surface: Surface): Notice[] =>
  files.length === 0
    ? []
    : [
        {
          code,
          message: `Git tracks ${files.length === 1 ? '1 file that looks like generated types and was' : `${files.length} files that look like generated types and were`} not compared: ${leftOutWords(files)}. Name the types that count with ${textOn(surface, option('types', 'FILE'))}.`,
          count: files.length,
        },
      ];

export function typesNotices({
  read,
  chosen,
}: {
  read: readonly ReadTypes[];
  chosen: readonly TypesFile[];
}): Notice[] {
  const logged: Notice[] = read
    .filter(({ stripped }) => stripped.length > 0)
    .map(({ path, stripped }) => ({
      code: 'log-lines-in-types',
      message: `${path} has log lines of a command-line tool, left out here: ${stripped.length === 1 ? 'line' : 'lines'} ${namedList(stripped.map(String))}.`,
      count: stripped.length,
    }));
  const copied: Notice[] = chosen
    .filter(({ copies }) => copies.length > 0)
    .map(({ path, copies }) => ({
      code: 'identical-copies',
      message: `${namedList(copies)} ${copies.length === 1 ? 'is an identical copy' : 'are identical copies'} of ${path}; all are checked.`,
      count: copies.length + 1,
    }));
  return [...logged, ...copied];
}
