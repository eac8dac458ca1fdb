// Starts the process that the embedded database runs in. Migrations are code: whatever they get to run there finds no
// secret, no file but those of dist/, no program to start and no way to another process.

import { type ChildProcess, fork, spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { HEAP_LIMIT } from './memory-limits.ts';

const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? '../../../dist/shadow-worker.js' : './shadow-worker.js',
  import.meta.url,
);

/** What keeps a migration in. Each has a test that takes the other ones away; nobody else does. */
export interface Walls {
  /** No JavaScript is made of text, which the loader of WebAssembly would do with the text of a library. */
  noCodeFromText: boolean;
  /** WebAssembly is compiled of what dist/ ships, and of nothing else. */
  onlyShippedModules: boolean;
  /** An empty environment, and Node's permission model. */
  confined: boolean;
}

export const ALL_WALLS: Walls = { noCodeFromText: true, onlyShippedModules: true, confined: true };

/**
 * KiB. V8 takes less than 1 MiB of a main thread by default, for Windows gives it no more, and functions of PL/pgSQL that
 * call themselves some hundred times need it. Other systems give 8 MiB.
 */
const STACK = 3900;

export interface ProcessOptions {
  walls: Walls;
  /** Whether it is to listen on a port, which Node 25 and later must be told. */
  listens: boolean;
  /** MiB of JavaScript's own memory. */
  heap?: number;
}

/** Starts the process. It ends with this one, whatever ends this one. */
export function startProcess({ walls, listens, heap = HEAP_LIMIT }: ProcessOptions): ChildProcess {
  const script = realpathSync(fileURLToPath(WORKER));
  const dist = realpathSync(fileURLToPath(new URL('.', WORKER)));
  refuseDebugger();
  const child = fork(script, {
    cwd: dist,
    env: walls.confined ? {} : process.env,
    execArgv: [
      '--no-warnings',
      `--max-old-space-size=${heap}`,
      ...(process.platform === 'win32' ? [] : [`--stack-size=${STACK}`]),
      ...(walls.noCodeFromText ? ['--disallow-code-generation-from-strings'] : []),
      ...(walls.confined ? permissions(dist, listens) : []),
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  endWithThisOne(child);
  return child;
}

/** V8 says so before it ends the process; the system says nothing, and kills the process that has most. */
const OUT_OF_MEMORY = /out of memory|allocation failed|invalid (array|string) length|invalid size error/i;

/** What is kept of what the process says. Characters. */
const LAST_WORDS = 4096;

/** Waits until the process has ended, and says of what. */
export function endOf(
  child: ChildProcess,
): Promise<{ isOutOfMemory: boolean; isKilled?: boolean; words: string }> {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-LAST_WORDS);
  });
  return new Promise((resolve) => {
    child.on('error', ({ message }) => resolve({ isOutOfMemory: false, words: message }));
    child.on('close', (code, signal) => {
      const isKilled = signal === 'SIGKILL';
      const isOutOfMemory = isKilled || OUT_OF_MEMORY.test(said);
      resolve({ isOutOfMemory, isKilled, words: `its process ended with ${signal ?? `code ${code}`}` });
    });
  });
}

/** Nothing is allowed that is not named. Threads are not, for a thread may be started without the permission model. */
function permissions(dist: string, listens: boolean): string[] {
  const known = (flag: string): boolean => process.allowedNodeEnvironmentFlags.has(flag);
  return [
    known('--permission') ? '--permission' : '--experimental-permission',
    `--allow-fs-read=${dist}`,
    // Node looks there for what kind of module a file is.
    `--allow-fs-read=${fileURLToPath(new URL('../package.json', WORKER))}`,
    ...(listens && known('--allow-net') ? ['--allow-net'] : []),
  ];
}

/** A signal from another process would open a port here, on which this process obeys whoever connects. */
function refuseDebugger(): void {
  if (!process.listeners('SIGUSR1').includes(ignore)) process.on('SIGUSR1', ignore);
}

const ignore = (): void => undefined;

/**
 * A database that computes does not notice that nobody listens any more. So a shell waits for the end of this process,
 * which closes its input however it comes. Windows ends children with their parent.
 */
function endWithThisOne(child: ChildProcess): void {
  if (process.platform === 'win32' || child.pid === undefined) return;
  const script = 'trap "" HUP INT TERM; read -r line; kill -9 "$0"';
  const watcher = spawn('/bin/sh', ['-c', script, String(child.pid)], {
    env: {},
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // Without a shell, the database ends at its next answer.
  watcher.on('error', ignore);
  watcher.stdin?.on('error', ignore);
  child.on('exit', () => watcher.kill('SIGKILL'));
}
