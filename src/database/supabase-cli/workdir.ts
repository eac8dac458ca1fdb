// The folder that the CLI runs in: a stand-in of the project made of links to all that it has, for the CLI writes
// `supabase/.temp` and `supabase/.branches`, and a check must leave no trace in the project. The CLI follows links and
// refuses what leads out of the folder, so the files that config.toml names are copies in folders of their own, and an
// absolute path into the project becomes one into the stand-in.

import {
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { EnvironmentError, messageOf } from '../../errors.ts';
import { removeAtExit } from './leftovers.ts';
import { isWithin, namedPaths } from './named-paths.ts';

/** What the CLI writes into: it gets a copy, since releases of the stack are pinned there. */
const WRITTEN = ['.temp', '.branches'];

/** What starting a stack must not see: see local-stack.ts. */
const RUN_BY_RESET = ['migrations', 'roles.sql', 'seed.sql'];

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
 * @param texts what config.toml says, and what it stands for, which may be a path
 */
export function makeWorkdir(project: string, texts: ReadonlyMap<string, string> = new Map()): Workdir {
  let top: string | undefined;
  const remove = (): void => {
    if (top !== undefined) rmSync(top, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    top = mkdtempSync(join(tmpdir(), 'drift-gate-'));
    const takeBack = removeAtExit(remove);
    const { inside, outside, absolute } = namedPaths(texts, project);
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
    for (const path of inside) if (!isRunByReset(path, project)) copyInto(project, directory, path);
    for (const path of outside) linkInto(root, tree, path);
    for (const [text, path] of absolute) absolute.set(text, join(directory, relative(project, path)));
    if (absolute.size > 0) rewriteTexts(join(to, 'config.toml'), absolute);
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

const isRunByReset = (path: string, project: string): boolean => {
  const [top, name = ''] = relative(project, path).split(sep);
  return top === 'supabase' && RUN_BY_RESET.includes(name);
};

function commonFolder(folder: string, others: readonly string[]): string {
  const isAbove = others.every((other) => isWithin(other, folder));
  return isAbove || dirname(folder) === folder ? folder : commonFolder(dirname(folder), others);
}

/** Puts a copy of a file in place of the link that leads to it; each folder on the way becomes one of links. */
function copyInto(project: string, directory: string, path: string): void {
  const way = relative(project, path);
  const found = statSync(path);
  if (found.isDirectory()) openFolder(project, directory, way);
  if (!found.isFile()) return;
  openFolder(project, directory, dirname(way));
  const target = join(directory, way);
  rmSync(target, { force: true });
  copyFileSync(path, target);
}

function openFolder(project: string, directory: string, way: string): void {
  if (way === '.' || way === '') return;
  openFolder(project, directory, dirname(way));
  const target = join(directory, way);
  if (!lstatSync(target).isSymbolicLink()) return;
  rmSync(target);
  mkdirSync(target);
  linkAll(join(project, way), target, () => true);
}

/** Puts a copy of a TOML file in place of the link to it, in which other texts stand for some. */
function rewriteTexts(file: string, others: ReadonlyMap<string, string>): void {
  const text = readFileSync(file, 'utf8').replaceAll(/"[^"\\\n]*"|'[^'\n]*'/g, (quoted) => {
    const other = others.get(quoted.slice(1, -1));
    return other === undefined ? quoted : JSON.stringify(other);
  });
  rmSync(file);
  writeFileSync(file, text);
}

/** A file beside the project is where `../` leads from the folder, too. */
function linkInto(root: string, tree: string, path: string): void {
  const target = join(tree, relative(root, path));
  mkdirSync(dirname(target), { recursive: true });
  link(path, target, false);
}
