// The folder that the CLI runs in: a stand-in of the project made of links to all that it has, for the CLI writes
// `supabase/.temp` and `supabase/.branches`, and a check must leave no trace in the project. The CLI follows links and
// refuses what leads out of the folder, so the files that config.toml names are copies.

import {
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { EnvironmentError, messageOf } from '../errors.ts';
import { removeAtExit } from './leftovers.ts';

/** What the CLI writes into: it gets a copy, since releases of the stack are pinned there. */
const WRITTEN = ['.temp', '.branches'];

/** What starting a stack must not see: see local-stack.ts. */
const RUN_BY_RESET = ['migrations', 'roles.sql', 'seed.sql'];

/** A template of an e-mail or a file of keys is never larger; data may be, and stays a link. */
const LARGEST_COPY = 10 * 1024 * 1024;

export interface Workdir {
  directory: string;
  /** For temporary files of the CLI, and where it runs: nothing of the project is there, such as a `bunfig.toml`. */
  temporary: string;
  /** Lays in what a reset runs. */
  complete(): void;
  remove(): void;
}

/**
 * Makes the folder. It has the project's own name, from which the CLI makes the names of its containers.
 * @param texts what config.toml says, any of which may be a path: from the project's folder, or from `supabase/`
 */
export function makeWorkdir(project: string, texts: readonly string[] = []): Workdir {
  let top: string | undefined;
  const remove = (): void => {
    if (top !== undefined) rmSync(top, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    top = mkdtempSync(join(tmpdir(), 'drift-gate-'));
    const takeBack = removeAtExit(remove);
    const { inside, outside } = filesNamedBy(texts, project);
    // As deep as what is named beside the project needs, so that `../` leads to the same.
    const root = commonFolder(dirname(project), outside.map(dirname));
    const [temporary, tree] = [join(top, 'run'), join(top, 'tree')];
    const directory = join(tree, relative(root, project) || 'project');
    const [from, to] = [join(project, 'supabase'), join(directory, 'supabase')];
    mkdirSync(temporary);
    mkdirSync(to, { recursive: true });
    linkAll(project, directory, (name) => name !== 'supabase');
    linkAll(from, to, (name) => ![...WRITTEN, ...RUN_BY_RESET].includes(name));
    for (const name of WRITTEN)
      if (existsSync(join(from, name))) cpSync(join(from, name), join(to, name), { recursive: true });
    for (const path of inside) copyInto(project, directory, path);
    for (const path of outside) linkInto(root, tree, path);
    return {
      directory,
      temporary,
      complete: () => linkAll(from, to, (name) => RUN_BY_RESET.includes(name)),
      remove: () => {
        takeBack();
        remove();
      },
    };
  } catch (cause) {
    remove();
    throw new EnvironmentError({
      message: `No folder could be made for the Supabase CLI to run in: ${messageOf(cause)}.`,
      remedy: 'Make room in the folder for temporary files, or name another in the variable TMPDIR.',
      cause,
    });
  }
}

/** Windows lets few users make links of files: they get copies. Links of folders are junctions there. */
function linkAll(from: string, to: string, isWanted: (name: string) => boolean): void {
  for (const entry of readdirSync(from, { withFileTypes: true }).filter(({ name }) => isWanted(name)))
    link(join(from, entry.name), join(to, entry.name), entry.isDirectory());
}

function link(source: string, target: string, isFolder: boolean): void {
  if (process.platform === 'win32' && !isFolder) cpSync(source, target);
  else symlinkSync(source, target, 'junction');
}

/** The files that texts name, absolute: those of the project, and those beside it. */
function filesNamedBy(texts: readonly string[], project: string): { inside: string[]; outside: string[] } {
  const named = texts.flatMap((text) =>
    isAbsolute(text) ? [] : [project, join(project, 'supabase')].map((base) => resolve(base, text)),
  );
  const files = [...new Set(named)].filter(isSmallFile);
  return {
    // A link that leads out of the project is one for the CLI as well.
    inside: files.filter(
      (path) =>
        isBelow(path, project) && isBelow(realpathSync(path), project) && !isRunByReset(path, project),
    ),
    outside: files.filter((path) => !isBelow(path, project)),
  };
}

function isSmallFile(path: string): boolean {
  try {
    const found = statSync(path);
    return found.isFile() && found.size <= LARGEST_COPY;
  } catch {
    return false;
  }
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

const isRunByReset = (path: string, project: string): boolean => {
  const [top, name = ''] = relative(project, path).split(sep);
  return top === 'supabase' && RUN_BY_RESET.includes(name);
};

function commonFolder(folder: string, others: readonly string[]): string {
  const isAbove = others.every((other) => other === folder || isBelow(other, folder));
  return isAbove || dirname(folder) === folder ? folder : commonFolder(dirname(folder), others);
}

/** Puts a copy of a file in place of the link that leads to it; each folder on the way becomes one of links. */
function copyInto(project: string, directory: string, path: string): void {
  const way = relative(project, path);
  openFolder(project, directory, dirname(way));
  const target = join(directory, way);
  rmSync(target, { force: true });
  copyFileSync(path, target);
}

function openFolder(project: string, directory: string, way: string): void {
  if (way === '.') return;
  openFolder(project, directory, dirname(way));
  const target = join(directory, way);
  if (!lstatSync(target).isSymbolicLink()) return;
  rmSync(target);
  mkdirSync(target);
  linkAll(join(project, way), target, () => true);
}

/** A file beside the project is where `../` leads from the folder, too. */
function linkInto(root: string, tree: string, path: string): void {
  const target = join(tree, relative(root, path));
  mkdirSync(dirname(target), { recursive: true });
  link(path, target, false);
}
