// Reads what `supabase db reset` says when it fails: a migration that the database refused, as the built-in replay
// tells it, or else why nothing could be checked. Measured with 2.118.0, 2.122.1 and 3.1.0.

import { EnvironmentError, type KnownError, UsageError } from '../../errors.ts';
import { visible } from '../../findings/visible.ts';
import type { MigrationSource } from '../../migrations/migration.ts';
import { splitStatements } from '../../migrations/split.ts';
import { NAMED_CLI, option } from '../../options/table.ts';
import type { ReplayFailure } from '../../ports.ts';
import { perSurface } from '../../surface.ts';
import { refusedFile, refusedStatement } from '../refusals.ts';
import type { ServerError } from '../session.ts';
import type { SupabaseCli } from './find.ts';
import type { CliOutcome } from './process.ts';

const APPLYING = /^Applying migration (.+?)\.\.\.$/gm;

/** `ERROR: …`, its detail, the number of the statement in its file, and the statement up to a caret. */
function refusalIn(stderr: string): Refusal | undefined {
  const [error, afterError] = parted(stderr, /^(?:ERROR|FATAL|PANIC): /m);
  const [state, afterState, message] = parted(afterError, / \(SQLSTATE ([0-9A-Z]{5})\)\n/);
  const [number, shown, detail] = parted(afterState, /^At statement: (\d+)\n/m);
  if (!error || !state || !number) return undefined;
  return { message, sqlState: state[1] ?? '', detail, number: Number(number[1]), shown };
}

interface Refusal {
  message: string;
  sqlState: string;
  detail: string;
  number: number;
  shown: string;
}

/** The first match in a text, what stands behind it and what before; nothing stands around none. */
function parted(text: string, mark: RegExp): [match: RegExpExecArray | null, behind: string, before: string] {
  const match = mark.exec(text);
  if (match === null) return [match, '', ''];
  return [match, text.slice(match.index + match[0].length), text.slice(0, match.index)];
}

/** The migrations that a reset has begun, by file name, in order. */
export const begunMigrations = (stderr: string): string[] =>
  [...stderr.matchAll(APPLYING)].map(([, file = '']) => file);

/**
 * The migration that stopped a reset; undefined when it was something else.
 * @param overheard what the server itself said last, for the CLI leaves hints out
 */
export function refusedMigration(
  stderr: string,
  migrations: readonly MigrationSource[],
  cli: SupabaseCli,
  overheard?: ServerError,
): ReplayFailure | undefined {
  const begun = begunMigrations(stderr);
  const script = migrations.find(({ file }) => file === begun.at(-1));
  const refusal = refusalIn(stderr);
  if (script === undefined || refusal === undefined) return undefined;
  const error: ServerError = {
    sqlState: refusal.sqlState,
    message: refusal.message,
    detail: refusal.detail.trim() || undefined,
    hint: isSame(overheard, refusal) ? overheard?.hint : undefined,
    position: pointedAt(refusal.shown, cli),
  };
  const statements = splitStatements(script.sql);
  const failing = statements[refusal.number];
  const failure = failing
    ? refusedStatement(script, failing, error)
    : refusedFile(script, statements.at(-1), error);
  return { ...failure, applied: begun.length - 1 };
}

const isSame = (error: ServerError | undefined, said: Refusal): boolean =>
  error?.sqlState === said.sqlState && error?.message === said.message;

/** From 3.0 on the caret stands under the character; before, lines above it were counted in bytes. */
const COUNTS_CHARACTERS = 3;

/**
 * What the server points at, in characters from 1, read back from the caret: the CLI takes the lines above off the
 * server's count, and puts the caret where the rest leads.
 */
function pointedAt(shown: string, { major }: SupabaseCli): number | undefined {
  const lines = shown.split('\n');
  const caret = lines.findIndex((line) => /^ *\^$/.test(line));
  if (caret < 1) return undefined;
  const lengthOf = (line: string): number =>
    major >= COUNTS_CHARACTERS ? [...line].length : Buffer.byteLength(line, 'utf8');
  const above = lines.slice(0, caret - 1).reduce((sum, line) => sum + lengthOf(line) + 1, 0);
  return above + (lines[caret]?.length ?? 0);
}

/** Lines that say what was about to happen, and advice that is not ours. */
const NO_REASON =
  /^(Target:|Confirmed by|Do you want to|Resetting |Applying |Skipping |Connecting to|Using |Try rerunning|Make sure your local IP|https?:|Generated TypeScript|Stopping|Starting|Recreating|Initialising|Restarting|Docker Desktop is a prerequisite|A new version|We recommend|WARN:)|^\s*$/;

/** Whether a call failed for want of Docker, not of a container. */
export const needsDocker = ({ stderr }: Pick<CliOutcome, 'stderr'>): boolean =>
  /docker daemon|docker: not found|docker.{0,500}ENOENT/i.test(stderr);

/** What the CLI says of config.toml, and of the files that it names. */
const OF_CONFIG =
  /config\.toml|failed to (load|parse|read) config|Invalid TOML|Invalid config for|failed to read signing keys/i;

/** Why a call failed, when it was no migration: exit 2, never drift. */
export function cliFailure(
  shown: string,
  { code, signal, stderr, stdout }: CliOutcome,
  cli: SupabaseCli,
  mask: (line: string) => string,
): KnownError {
  const said = `${stderr}\n${stdout}`.split(/\r?\n/).filter((line) => !NO_REASON.test(line));
  const reason = mask(said.find((line) => !/^\d+(:| \|)|^\s*\^/.test(line)) ?? 'it gave no reason')
    .trimEnd()
    .replace(/[.:]$/, '');
  const called = `\`${shown}\` (CLI ${cli.version})`;
  if (needsDocker({ stderr }))
    return new EnvironmentError({
      message: `${called} needs Docker, which does not answer: ${reason}.`,
      remedy:
        shown === 'supabase gen types'
          ? 'Start Docker, or update the CLI: newer ones generate types without it.'
          : perSurface`Start Docker, or leave ${option('database')} out: the embedded database needs none.`,
    });
  if (OF_CONFIG.test(reason))
    return new UsageError({
      message: `${called} refuses supabase/config.toml: ${reason}.`,
      remedy: perSurface`Change it as the CLI says, or name the release that it was written for with ${NAMED_CLI}.`,
    });
  if (/failed to connect|connection (refused|timed out)|ECONNREFUSED/i.test(reason))
    return new EnvironmentError({
      message: `${called} could not reach the database: ${reason}.`,
      remedy: perSurface`Check that the database runs and that ${option('database')} names it.`,
    });
  const end = signal === undefined ? `ended with ${code}` : `was ended by ${signal}`;
  return new EnvironmentError({
    message: `${called} ${end}: ${visible(reason)}.`,
    remedy: perSurface`See what it said above; ${option('resetWith', 'built-in')} does without it.`,
  });
}
