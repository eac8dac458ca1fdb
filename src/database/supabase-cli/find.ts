// Finds the Supabase CLI of a project, and asks which release it is.

import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs';
import { delimiter, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { EnvironmentError, UsageError } from '../../errors.ts';
import { NAMED_CLI, option } from '../../options/table.ts';
import { perSurface } from '../../surface.ts';
import { startCli } from './process.ts';

export interface SupabaseCli {
  program: string;
  /** `3.1.0` */
  version: string;
  major: number;
}

/** The oldest release whose flags, output and errors were measured. */
const OLDEST = [2, 118, 0] as const;

const VERSION_SECONDS = 30;

/**
 * The CLI that the user named, else the one in `node_modules/.bin` of the project or of its repository, which the
 * project chose for its config.toml, else the one on the path. Throws UsageError when there is none.
 */
export async function findCli(
  named: string | undefined,
  directory: string,
  temporary: string,
): Promise<SupabaseCli> {
  const program = named === undefined ? searchCli(directory) : namedCli(named);
  const asked = startCli({
    program,
    args: ['--version'],
    workdir: directory,
    temporary,
    shown: 'supabase --version',
    seconds: VERSION_SECONDS,
  });
  const { stdout } = await asked.outcome;
  const [version = '', ...parts] =
    /^(?:supabase )?(?:version )?v?(\d+)\.(\d+)\.(\d+)\b/m.exec(stdout.trim()) ?? [];
  if (version === '')
    throw new UsageError({
      message: `${program} is not the Supabase CLI: \`--version\` names no version.`,
      remedy: perSurface`Name the CLI with ${NAMED_CLI}.`,
    });
  const numbers = parts.map(Number);
  if (isOlder(numbers, OLDEST))
    throw new EnvironmentError({
      message: `Supabase CLI ${numbers.join('.')} (${program}) is too old: ${OLDEST.join('.')} is the oldest that Drift Gate runs.`,
      remedy: perSurface`Update it (\`npm install --save-dev supabase\`), or use ${option('resetWith', 'built-in')}, which needs none.`,
    });
  return { program, version: numbers.join('.'), major: numbers[0] ?? 0 };
}

function isOlder(version: readonly number[], than: readonly number[]): boolean {
  const at = than.findIndex((part, index) => part !== version[index]);
  return at !== -1 && (version[at] ?? 0) < (than[at] ?? 0);
}

function namedCli(given: string): string {
  const path = resolve(given);
  if (!existsSync(path))
    throw new UsageError({
      message: `There is no Supabase CLI at ${given}.`,
      remedy: perSurface`Correct ${option('supabaseCli')}.`,
    });
  if (!isProgram(path))
    throw new UsageError({
      message: `${given} is not a program that can be run.`,
      remedy: perSurface`Give ${option('supabaseCli')} the path of the CLI itself, for example \`node_modules/.bin/supabase\`.`,
    });
  return path;
}

function searchCli(directory: string): string {
  const found = [
    ...foldersUpToRepository(directory).flatMap((folder) =>
      NAMES.inModules.map((name) => join(folder, name)),
    ),
    ...programsOnPath(),
  ].find(isProgram);
  if (found !== undefined) return found;
  throw new UsageError({
    message: 'The Supabase CLI was not found: neither in node_modules/.bin of the project nor on the path.',
    remedy: perSurface`Install it (\`npm install --save-dev supabase\`), or name it with ${NAMED_CLI}.`,
  });
}

const POSIX = { onPath: 'supabase', inModules: ['node_modules/.bin/supabase'] };

/** On Windows `.bin` holds command files, which cannot be started without a shell. */
const WINDOWS = {
  onPath: 'supabase.exe',
  inModules: ['x64', 'arm64'].map((arch) => `node_modules/@supabase/cli-windows-${arch}/bin/supabase.exe`),
};

const NAMES = process.platform === 'win32' ? WINDOWS : POSIX;

const programsOnPath = (): string[] =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => isAbsolute(folder))
    .map((folder) => join(folder, NAMES.onPath));

/**
 * The CLI that the machine has on its path. What lies in `checkout` is left out, on the path or not: a pull request
 * could have brought it.
 */
export function cliOnPath(checkout: string): string | undefined {
  const outside = (program: string): boolean => {
    const way = relative(realpathSync(checkout), realpathSync(dirname(program)));
    return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
  };
  return programsOnPath().find((program) => isProgram(program) && outside(program));
}

/** The project's folder and those above it in its repository; alone when it is in none. */
function foldersUpToRepository(directory: string): string[] {
  const folders = [directory];
  for (let folder = directory; !existsSync(join(folder, '.git')); ) {
    const above = dirname(folder);
    if (above === folder) return [directory];
    folders.push(above);
    folder = above;
  }
  return folders;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
