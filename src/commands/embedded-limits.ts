// Tells what the embedded database lacks from what is wrong on any database, by what the server said of a statement.

import { EnvironmentError } from '../errors.ts';
import { named } from '../findings/prose.ts';
import { visible } from '../findings/visible.ts';
import { fileOf } from '../migrations/migration.ts';
import { REPLAY_ELSEWHERE } from '../options/table.ts';
import type { ReplayFailure, ReplayPlan } from '../ports.ts';
import { SUPABASE_EXTENSIONS } from '../supabase/extensions.ts';

/** Internal errors, files that are missing, memory that is used up: the server failed, not the migration. */
const OWN_FAILURE = /^(XX|58|53|F0)/;

/** No room on the disk or in memory, a disk that fails, a server that is shut down: not even the real one says anything of a migration then. */
const SERVER_FAILURE = /^(53|57P0|58030)/;

/** disk_full, out_of_memory. */
const NO_ROOM = /^53[12]00$/;

/** What PGlite says of a statement that its stack was too small to parse. No statement of a migration can cause it otherwise. */
const STACK_ENDED = 'unnamed prepared statement does not exist';

const NO_EXTENSION = /^extension "(?<extension>[^"]+)" is not available$/;
const NO_COLLATION = /^collation "(?<collation>[^"]{1,63})" .*does not exist$/;

/** What only the library of an extension brings, of which a stand-in has none: its labels, and options of its tables. */
const OF_A_LIBRARY =
  /^(?:security label provider "(?<provider>[^"]+)" is not loaded|unrecognized parameter namespace "(?<namespace>[^"]+)")$/;

/** On Supabase one is loaded, so a label needs to name none. */
const NO_PROVIDER = 'no security label providers have been loaded';

/** An index of a stand-in takes the options of the index that it stands on, and no others. */
const UNKNOWN_OPTION = /^unrecognized parameter "[^"]+"$/;
const STAND_IN_INDEX = /\busing\s+(?:pgroonga|rum)\b/i;

/** The names under which PostgreSQL imports the collations of its system: `de_DE.utf8`, `sv-x-icu`. */
const SYSTEM_COLLATION = /^[a-z]{2,3}([-_].*)?(-x-icu|[-_][A-Z]{2}(\..+|@.+)?)$/;

/** Extensions that a project brings itself, as SQL in its database, which the stand-ins of these do not run. */
const BRINGS_EXTENSIONS = /\b(pgtle|dbdev)\s*\.\s*install/i;

/**
 * Does nothing when the statement is wrong on any database.
 * @throws EnvironmentError of the rule `embedded-cannot-replay` when it is the embedded database that can't go on
 */
export function refuseOwnLimits(failure: ReplayFailure, plan: ReplayPlan): void {
  if (!isOwnLimit(failure, plan)) return;
  const { file, line, column, statement, sqlState } = failure;
  const message =
    failure.message === STACK_ENDED ? 'the statement is nested too deep for it' : failure.message;
  const location = { file: fileOf(file), line, column };
  const database = NO_ROOM.test(sqlState)
    ? 'The embedded database, which keeps its files in memory, ran out of it in'
    : 'The embedded database cannot replay';
  throw new EnvironmentError({
    message: `${database} ${named(location.file)}: ${visible(message)}.`,
    remedy: REPLAY_ELSEWHERE,
    blocker: { rule: 'embedded-cannot-replay', location, statement },
  });
}

/** Throws EnvironmentError when the local stack, which is the measure of all else, could not go on. */
export function refuseServerFailure({ file, sqlState, message }: ReplayFailure): void {
  if (!SERVER_FAILURE.test(sqlState)) return;
  throw new EnvironmentError({
    message: `The database of the local stack failed in ${named(fileOf(file))}: ${visible(message)}.`,
    remedy: 'See `docker ps`, give Docker more memory or disk when it lacks some, and run again.',
  });
}

function isOwnLimit({ file, sqlState, message }: ReplayFailure, plan: ReplayPlan): boolean {
  const extension = NO_EXTENSION.exec(message)?.groups?.extension;
  if (extension !== undefined) return SUPABASE_EXTENSIONS.has(extension) || bringsExtensions(plan);
  const collation = NO_COLLATION.exec(message)?.groups?.collation;
  if (collation !== undefined) return SYSTEM_COLLATION.test(collation);
  const { provider, namespace } = OF_A_LIBRARY.exec(message)?.groups ?? {};
  const library = provider ?? namespace;
  if (library !== undefined) return SUPABASE_EXTENSIONS.has(library);
  if (UNKNOWN_OPTION.test(message))
    return plan.migrations.some((one) => one.file === file && STAND_IN_INDEX.test(one.sql));
  return message === NO_PROVIDER || message === STACK_ENDED || OWN_FAILURE.test(sqlState);
}

const bringsExtensions = ({ migrations }: ReplayPlan): boolean =>
  migrations.some(({ sql }) => BRINGS_EXTENSIONS.test(sql));

/** What the server says beside its message. */
export const saidBeside = ({ detail, hint }: ReplayFailure): string[] =>
  [detail, hint].flatMap((text) => (text ? [text] : []));

/** The same without the paths of a database that nobody can look into. */
export const detailsOf = (failure: ReplayFailure): string[] =>
  NO_EXTENSION.test(failure.message)
    ? ['No Supabase database has an extension of that name.']
    : saidBeside(failure);
