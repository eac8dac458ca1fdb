// The folder that the CLI runs in: a stand-in of the project made of links to all that it has, for the CLI writes
// `supabase/.temp` and `supabase/.branches`, and a check must leave no trace in the project.

import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { EnvironmentError, messageOf } from '../errors.ts';
import { removeAtExit } from './leftovers.ts';

/** What the CLI writes into: it gets a copy, since releases of the stack are pinned there. */
const WRITTEN = ['.temp', '.branches'];

/** What starting a stack must not see: see local-stack.ts. */
const RUN_BY_RESET = ['migrations', 'roles.sql', 'seed.sql'];

export interface Workdir {
  directory: string;
  /** For temporary files of the CLI. */
  temporary: string;
  /** Lays in what a reset runs. */
  complete(): void;
  remove(): void;
}

/** Makes the folder. It has the project's own name, from which the CLI makes the names of its containers. */
export function makeWorkdir(project: string): Workdir {
  let top: string | undefined;
  const remove = (): void => {
    if (top !== undefined) rmSync(top, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    top = mkdtempSync(join(tmpdir(), 'drift-gate-'));
    const takeBack = removeAtExit(remove);
    const directory = join(top, basename(project) || 'project');
    const [from, to] = [join(project, 'supabase'), join(directory, 'supabase')];
    mkdirSync(to, { recursive: true });
    linkAll(project, directory, (name) => name !== 'supabase');
    linkAll(from, to, (name) => ![...WRITTEN, ...RUN_BY_RESET].includes(name));
    for (const name of WRITTEN)
      if (existsSync(join(from, name))) cpSync(join(from, name), join(to, name), { recursive: true });
    return {
      directory,
      temporary: top,
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
  for (const entry of readdirSync(from, { withFileTypes: true }).filter(({ name }) => isWanted(name))) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (process.platform === 'win32' && !entry.isDirectory()) cpSync(source, target);
    else symlinkSync(source, target, 'junction');
  }
}
