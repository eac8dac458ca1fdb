// What is worth saying of a project once, though it is no finding: how it departs from what one would expect.

import type { Notice } from '../findings/notice.ts';
import type { MigrationList, ProjectConfig } from './project.ts';
import { namedList, type ReadTypes, type TypesFile } from './types-file.ts';

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

export function migrationNotices({ skipped, mixedPrefixes }: MigrationList): Notice[] {
  const notices: Notice[] = skipped.map(({ file, reason }) => ({
    code: 'skipped-migration',
    message: `\`supabase db reset\` skips supabase/migrations/${file}: ${reason}.`,
  }));
  if (mixedPrefixes)
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
      message: `${path} has identical copies, checked with it: ${namedList(copies)}.`,
      count: copies.length + 1,
    }));
  return [...logged, ...copied];
}
