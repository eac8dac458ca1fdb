// How the program was started. Entry points alone use it.

import path from 'node:path';
import { PROGRAM, shellWord } from './program.ts';

export interface Start {
  /** The file that runs, links resolved. */
  file: string;
  /** The file that was named, `process.argv[1]`: a link of `node_modules/.bin`, or of a folder on the path. */
  called: string;
  cwd: string;
  /** `npm_config_user_agent`, which package managers set: `pnpm/9.1.0 npm/? node/v22`. */
  agent?: string | undefined;
}

const PACKAGE = 'supabase-drift-gate';

/** What runs a package of a project, and what fetches one for a single run, by package manager. */
const RUNNERS: Readonly<Record<string, { installed: string; fetched: string }>> = {
  npm: { installed: 'npx', fetched: 'npx' },
  pnpm: { installed: 'pnpm exec', fetched: 'pnpm dlx' },
  yarn: { installed: 'yarn', fetched: 'yarn dlx' },
  bun: { installed: 'bunx', fetched: 'bunx' },
};

/** Folders of packages that are fetched for a single run. */
const FETCHED = /[\\/](_npx|dlx|dlx-[^\\/]+|bunx-[^\\/]+)[\\/]/;

/** The words to start it with again, in this folder. */
export function programOf({ file, called, cwd, agent = '' }: Start): string {
  const at = file.split(path.sep).indexOf('node_modules');
  if (at === -1 || !file.includes(`${path.sep}${PACKAGE}${path.sep}`)) return `node ${fileWord(called, cwd)}`;
  const runner = RUNNERS[agent.split('/')[0] ?? ''] ?? RUNNERS.npm;
  if (FETCHED.test(file)) return `${runner?.fetched} ${PACKAGE}`;
  const project = file.split(path.sep).slice(0, at).join(path.sep);
  const isOfProject = !path.relative(project, cwd).startsWith('..');
  return isOfProject ? `${runner?.installed} ${PACKAGE}` : nameOf(called);
}

/** A global installation is called by the name that is on the path. */
const nameOf = (called: string): string => {
  const name = path.basename(called).replace(/\.(js|cmd|ps1)$/, '');
  return name === PROGRAM ? PROGRAM : PACKAGE;
};

function fileWord(file: string, cwd: string): string {
  const relative = path.relative(cwd, file);
  const shown = relative.length < file.length ? relative : file;
  if (path.sep === '/') return shellWord(shown);
  return /\s/.test(shown) ? `"${shown}"` : shown;
}
