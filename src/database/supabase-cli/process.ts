// Runs the Supabase CLI: the only starter of processes. A process gets a group of its own, for the CLI from npm is a
// script that starts the real one, and both must end on a time limit or an interrupt.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { EnvironmentError, messageOf } from '../../errors.ts';
import { NAMED_CLI, option } from '../../options/table.ts';
import { perSurface } from '../../surface.ts';
import { cliEnvironment } from './environment.ts';
import { brokenOff, killAtExit } from './leftovers.ts';

/** What it said and how it ended. Standard output apart: the types are there, and notes elsewhere. */
export interface CliOutcome {
  /** Absent when a signal ended it. */
  code: number | undefined;
  signal?: string;
  stdout: string;
  stderr: string;
}

export interface CliCall {
  program: string;
  args: readonly string[];
  /** The project that it is about. It runs elsewhere: see `environmentOf`. */
  workdir: string;
  /** Where it runs, and may leave temporary files: what is killed does not remove them. */
  temporary: string;
  /** As the user knows the call, `supabase db reset`: never with its arguments, one may be a connection string. */
  shown: string;
  seconds: number;
  /** What config.toml names of the environment, with its values. */
  variables?: ReadonlyMap<string, string>;
  /** Gets each line of standard error as it comes. */
  onLine?: (line: string) => void;
}

export interface RunningCli {
  outcome: Promise<CliOutcome>;
  kill(): void;
}

/** What is left of a process's output is waited for so long after its end: one that it started may hold the pipe. */
const LAST_WORDS_MS = 1000;

/** Starts a call. Its outcome rejects with EnvironmentError when it does not start or takes too long. */
export function startCli(call: CliCall): RunningCli {
  const isWindows = process.platform === 'win32';
  const child = spawn(call.program, call.args, {
    cwd: call.temporary,
    env: environmentOf(call),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: !isWindows,
    windowsHide: true,
  });
  const kill = (): void => killGroup(child, isWindows);
  return { outcome: outcomeOf(call, child, kill), kill };
}

const NONE: ReadonlyMap<string, string> = new Map();

/**
 * The CLI is a program of Bun, which runs what a `bunfig.toml` in its working folder preloads: so that is never the
 * project's, which a pull request may have written. Where the project lies is a variable.
 */
const environmentOf = ({ workdir, temporary, variables = NONE }: CliCall): NodeJS.ProcessEnv => ({
  ...cliEnvironment(process.env, [...variables.keys()]),
  SUPABASE_WORKDIR: workdir,
  TMPDIR: temporary,
  TEMP: temporary,
  TMP: temporary,
});

function outcomeOf(call: CliCall, child: ChildProcess, kill: () => void): Promise<CliOutcome> {
  const takeBack = killAtExit(kill);
  const isCleaningUp = brokenOff();
  return new Promise((resolve, reject) => {
    let isLate = false;
    const limit = setTimeout(() => {
      isLate = true;
      kill();
    }, call.seconds * 1000);
    const settle = (finish: () => void): void => {
      clearTimeout(limit);
      takeBack();
      // After an interrupt nobody waits for an answer: the process is about to end.
      if (isCleaningUp || !brokenOff()) finish();
    };
    const out = collect(child.stdout);
    const err = collect(child.stderr, call.onLine);
    child.on('error', (cause) => settle(() => reject(notStarted(call, cause))));
    child.on('exit', () => {
      const streams = [child.stdout, child.stderr];
      setTimeout(() => streams.forEach((stream) => void stream?.destroy()), LAST_WORDS_MS).unref();
    });
    child.on('close', (code, signal) =>
      settle(() => {
        if (isLate) reject(tookTooLong(call));
        else
          resolve({
            code: code ?? undefined,
            ...(signal && { signal }),
            stdout: out(),
            stderr: err(),
          });
      }),
    );
  });
}

/** Collects a stream's text, and passes its lines on as they end; the last one may have no end. */
function collect(
  stream: ChildProcess['stdout'],
  onLine: (line: string) => void = () => undefined,
): () => string {
  const parts: string[] = [];
  let begun = '';
  const tell = (line: string): void => {
    if (line.trim() !== '') onLine(line);
  };
  stream?.setEncoding('utf8');
  stream?.on('data', (text: string) => {
    parts.push(text);
    const lines = (begun + text).split(/\r\n|\n|\r/);
    begun = lines.pop() ?? '';
    lines.forEach(tell);
  });
  stream?.on('error', () => undefined);
  stream?.on('close', () => {
    tell(begun);
    begun = '';
  });
  return () => parts.join('');
}

/** Ends a process and all that it started. What is gone already is no failure. */
function killGroup({ pid }: ChildProcess, isWindows: boolean): void {
  if (pid === undefined) return;
  try {
    if (isWindows) spawnSync('taskkill', ['/pid', String(pid), '/t', '/f'], { windowsHide: true });
    else process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody is there any more.
  }
}

const notStarted = ({ program }: CliCall, cause: unknown): EnvironmentError =>
  new EnvironmentError({
    message: `The Supabase CLI ${program} could not be started: ${messageOf(cause).replace(/^spawn \S+ /, '')}.`,
    remedy: perSurface`Install it again (\`npm install --save-dev supabase\`), or name another with ${NAMED_CLI}.`,
    cause,
  });

const tookTooLong = ({ shown, seconds }: CliCall): EnvironmentError =>
  new EnvironmentError({
    message: `\`${shown}\` had not ended after ${seconds} ${seconds === 1 ? 'second' : 'seconds'}, and was stopped.`,
    remedy: perSurface`Look at what it said last, or give it more time with ${option('timeout', 'SECONDS')}.`,
  });
