// Runs a command line in this process. What only a process of its own can show (signals, pipes, files of dist/ that are
// missing, an old Node) is for run.ts, and bundle.test.ts has a case for each exit code of the built program.

import { main } from '../../src/command-line.ts';
import { asProcess, keptOutput } from '../tools/as-process.ts';
import { KEPT } from '../tools/kept-databases.ts';
import { type JsonReport, PROJECTS, type Ran } from './run.ts';

interface Around {
  cwd?: string;
  env?: Record<string, string>;
}

const { PATH = '', BUN_JSC_useDFGJIT = '' } = process.env;

/** What every run finds: the path, and what .ci/jest-environment.cjs gives to the Supabase CLI. */
const MACHINE = { PATH, BUN_JSC_useDFGJIT };

export function runHere(args: readonly string[], { cwd = PROJECTS, env = {} }: Around = {}): Promise<Ran> {
  const [stdout, stderr] = [keptOutput(), keptOutput()];
  const around = { stdout, stderr, guard: () => undefined, embedded: KEPT };
  return asProcess({ cwd, env: { ...MACHINE, ...env } }, async () => {
    const code = await main(['node', 'drift-gate', ...args], around);
    return { code, stdout: stdout.text(), stderr: stderr.text() };
  });
}

export async function runJsonHere(
  args: readonly string[],
  around: Around = {},
): Promise<Ran & { report: JsonReport }> {
  const ran = await runHere([...args, '--format', 'json', '--quiet'], around);
  const report: JsonReport = JSON.parse(ran.stdout);
  return { ...ran, report };
}
