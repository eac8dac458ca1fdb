// Where the project is that a command is to look at.

import { realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from '../../errors.ts';
import { named } from '../../findings/prose.ts';
import { option } from '../../options/table.ts';
import { shellWord } from '../../program.ts';
import { perSurface } from '../../surface.ts';
import { namedList } from '../types-file/types-file.ts';
import { ancestorsOf, enclosingRoot, isThere, isWithin, kindOf, type Place, shownFrom } from './boundary.ts';
import { entriesOf, isNoSource } from './types/search.ts';

export const CONFIG_FILE = 'supabase/config.toml';
export const MIGRATIONS_FOLDER = 'supabase/migrations';

/** The place of the project in a folder, or in the nearest one above when the current folder is meant. Throws UsageError. */
export function placeOf(given: string, cwd: string): Place {
  const path = resolve(cwd, given);
  const kind = kindOf(path, given);
  if (kind === undefined)
    throw new UsageError({
      message: `Folder ${given} does not exist.`,
      remedy: perSurface`Correct ${option('project')}.`,
    });
  if (kind !== 'folder') {
    throw new UsageError({
      message: `${given} is a file, not a folder.`,
      remedy: perSurface`Give ${option('project')} the folder that holds \`supabase/\`.`,
    });
  }
  const directory = projectAt(path, given);
  if (directory === undefined) throw noSupabaseFolder(given, cwd);
  const real = realpathSync(directory);
  return { directory: real, root: enclosingRoot(real) };
}

/** The folder of the project that the user names; the given one where there is none. */
export const projectFolder = (given: string, cwd = process.cwd()): string =>
  projectAt(resolve(cwd, given), given) ?? given;

/** The folder of that project as a prefix of paths in its repository, `apps/web/`; empty at its root. */
export function repositoryPrefix(given: string): string {
  if (kindOf(resolve(given), given) !== 'folder') return '';
  const real = realpathSync(projectFolder(given));
  const path = shownFrom(enclosingRoot(real), real);
  return path === '.' ? '' : `${path}/`;
}

const projectAt = (path: string, given: string): string | undefined =>
  folderOf(path) ?? (given === '.' ? projectAbove(path) : undefined);

/** The folder itself, or that around `supabase/` when this is what is named. */
function folderOf(path: string): string | undefined {
  const folders = [path, ...(basename(path) === 'supabase' ? [dirname(path)] : [])];
  return folders.find(isProject) ?? [path].find(holdsSupabase);
}

/** The nearest project above a folder, within its repository; outside of one, below the home folder or the disk's root. */
function projectAbove(path: string): string | undefined {
  const root = enclosingRoot(path);
  const isInRepository = root !== path || isThere(join(path, '.git'));
  return ancestorsOf(path).find(
    (folder) =>
      (isInRepository ? isWithin(folder, root) : folder !== homedir() && dirname(folder) !== folder) &&
      isProject(folder),
  );
}

const holdsSupabase = (folder: string): boolean => kindOf(join(folder, 'supabase'), 'supabase') === 'folder';

/** A package may be called supabase too. */
const isProject = (folder: string): boolean =>
  holdsSupabase(folder) && [CONFIG_FILE, MIGRATIONS_FOLDER].some((path) => isThere(join(folder, path)));

function noSupabaseFolder(given: string, cwd: string): UsageError {
  const path = resolve(cwd, given);
  const above = projectAbove(path);
  const below = above === undefined ? projectsBelow(path).map((folder) => shownFrom(cwd, folder)) : [];
  if (below.length > 0)
    return new UsageError({
      message: `There is no \`supabase/\` folder in \`${given}\`, but there are projects below it: ${namedList(below.map(named))}.`,
      remedy: perSurface`Name the one to look at, for example with ${option('project', shellWord(below[0] ?? ''))}.`,
    });
  return new UsageError({
    message: `There is no \`supabase/\` folder in \`${given}\`.`,
    remedy:
      above === undefined
        ? perSurface`Give ${option('project')} the folder that holds \`supabase/\`; \`supabase init\` creates one.`
        : perSurface`Give ${option('project', shownFrom(cwd, above))}, where there is one.`,
  });
}

const DEEPEST = 6;
const MOST_FOLDERS = 5_000;

/** The projects below a folder, by path. A project is not searched for others; folders of builds and packages are not. */
export function projectsBelow(start: string): string[] {
  const found: string[] = [];
  let level = [start];
  let left = MOST_FOLDERS;
  for (let depth = 0; depth < DEEPEST && level.length > 0 && left > 0; depth += 1) {
    const next = level.flatMap((folder) =>
      entriesOf(folder)
        .filter((entry) => entry.isDirectory() && !isNoSource(entry.name))
        .map(({ name }) => join(folder, name)),
    );
    left -= next.length;
    const projects = next.filter(isProject);
    found.push(...projects);
    level = next.filter((folder) => !projects.includes(folder)).slice(0, Math.max(left, 0));
  }
  return found.sort();
}
