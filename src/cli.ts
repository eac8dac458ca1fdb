#!/usr/bin/env node
// The entry point of the command line. It loads the rest late, so that an old Node, or a dist/ with a file missing,
// is told in a sentence and ends with exit 2, for 1 means drift. The only setter of process.exitCode.

import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { endOnSignals } from './ending.ts';
import { isKnownError } from './errors.ts';
import { asStarted } from './program.ts';
import { programOf } from './started.ts';

const NEEDED = [20, 19];

process.on('uncaughtException', crash);
process.exitCode = isOldNode(process.versions.node) ? refuse() : await run();

async function run(): Promise<number> {
  const { main } = await import('./command-line.ts');
  const { stdout, stderr } = process;
  return main(process.argv, { stdout, stderr, guard: endOnSignals, program: started() });
}

function started(): string {
  return programOf({
    file: realpathSync(fileURLToPath(import.meta.url)),
    called: process.argv[1] ?? '',
    cwd: process.cwd(),
    agent: process.env.npm_config_user_agent,
  });
}

function isOldNode(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [neededMajor = 0, neededMinor = 0] = NEEDED;
  return major < neededMajor || (major === neededMajor && minor < neededMinor);
}

function refuse(): number {
  process.stderr.write(
    `drift-gate: Node ${process.versions.node} is too old.\n  Use Node ${NEEDED.join('.')} or later.\n`,
  );
  return 2;
}

/** A bug keeps its stack, and is never taken for drift. */
function crash(error: unknown): never {
  const words = isKnownError(error)
    ? asStarted(`drift-gate: ${error.message}\n  ${error.remedy}`, started())
    : error instanceof Error
      ? (error.stack ?? error.message)
      : String(error);
  process.stderr.write(`${words}\n`);
  process.exit(2);
}
