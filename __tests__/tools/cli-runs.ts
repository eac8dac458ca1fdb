// Runs of the built command line that go on while the test does something else: serve a database, send a signal.

import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { PROJECTS, type Ran, ROOT } from '../cli/run.ts';
import { newFolder } from './folders.ts';

export const CLI_3 = `${ROOT}node_modules/supabase/dist/supabase.js`;
export const CLI_2 = `${ROOT}node_modules/supabase-2/dist/supabase.js`;

export interface Started {
  child: ChildProcess;
  ended: Promise<Ran & { signal: string | null }>;
}

interface StartOptions {
  cwd?: string;
  env?: Record<string, string>;
  /** The Node that runs it; that of this process when not given. */
  node?: string;
}

/** Starts `drift-gate`; `env` is added to the path, and to what .ci/jest-environment.cjs gives to the CLI. */
export function startGate(
  args: readonly string[],
  { cwd = PROJECTS, env = {}, node = process.execPath }: StartOptions = {},
): Started {
  const { PATH, BUN_JSC_useDFGJIT } = process.env;
  const child = spawn(node, [`${ROOT}dist/cli.js`, ...args], {
    cwd,
    env: { PATH, BUN_JSC_useDFGJIT, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Ran & { signal: string | null }>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return { child, ended };
}

export const gate = (args: readonly string[], options?: Parameters<typeof startGate>[1]): Started['ended'] =>
  startGate(args, options).ended;

/** A program that stands for the CLI: `lines` of shell, run with the arguments of each call. It records them. */
export function fakeCli(lines: string): { program: string; calls(): string[] } {
  const folder = newFolder('fake-cli-');
  const [program, record] = [join(folder, 'supabase'), join(folder, 'calls')];
  writeFileSync(record, '');
  writeFileSync(program, `#!/bin/sh\nprintf '%s\\n' "$*" >> '${record}'\n${lines}\n`);
  chmodSync(program, 0o755);
  return { program, calls: () => readFileSync(record, 'utf8').split('\n').filter(Boolean) };
}

/** A CLI that is not asked for its version, which the real one takes a second to say. */
export const versionKnown = (cli: string, version: string): string =>
  fakeCli(`[ "$1" = --version ] && echo ${version} && exit\nexec '${cli}' "$@"`).program;

/** Command lines of the processes whose working folder lies in `folder`. Linux only. */
export function processesIn(folder: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        if (!readlinkSync(`/proc/${pid}/cwd`).startsWith(folder)) return [];
        return [readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')];
      } catch {
        return [];
      }
    });
}

/** The same when all that was killed has had the time to go, which on a busy machine it needs. */
export async function leftIn(folder: string): Promise<string[]> {
  for (let round = 0; round < 50 && processesIn(folder).length > 0; round++)
    await new Promise((resolve) => setTimeout(resolve, 100));
  return processesIn(folder);
}

/** Whether anybody listens on a loopback port. */
export const isListening = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
