// What is left when a run with the real CLI is broken off: nothing.

import { cpSync, readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { CLI_3, fakeCli, isListening, leftIn, startGate } from '../tools/cli-runs.ts';
import { newFolder } from '../tools/folders.ts';
import { PROJECTS } from './run.ts';
import { stateOf } from './shop.ts';

const CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/** Eight moments of a run of four seconds, the same each time. */
function moments(seed: number): number[] {
  let state = seed;
  return Array.from({ length: 8 }, (_, part) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.round((part + state / 2 ** 31) * 500);
  });
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function copyOf(project: string): string {
  const folder = newFolder('interrupted-');
  cpSync(`${PROJECTS}/${project}`, folder, { recursive: true });
  return folder;
}

const onLinux = process.platform === 'linux' ? describe : describe.skip;

/** The real CLI, which takes so long for types that no moment is after the end. */
const SLOW = fakeCli(`[ "$1" = gen ] && sleep 30\nexec '${CLI_3}' "$@"`).program;

onLinux('a run that is broken off (on Linux, where /proc tells what runs)', () => {
  test.each(
    moments(7).map((moment, index) => ({
      moment,
      command: index % 2 === 0 ? 'check' : 'fix',
      signal: index % 3 === 0 ? ('SIGTERM' as const) : ('SIGINT' as const),
      twice: index % 4 === 1,
    })),
  )('$command, $signal after $moment ms, leaves nothing', async ({ moment, command, signal, twice }) => {
    const project = copyOf('drifted');
    const before = stateOf(project);
    const temporary = newFolder('left-');
    const args = [command, '--reset-with', 'supabase-cli', '--supabase-cli', SLOW, '--project', project];
    const { child, ended } = startGate(args, { env: { TMPDIR: temporary } });
    await sleep(moment);
    child.kill(signal);
    if (twice) child.kill(signal);
    const { code, signal: died, stderr } = await ended;
    // Before its own modules are loaded the process dies of the signal itself.
    if (died === null) expect(code).toBe(CODES[signal]);
    else expect(died).toBe(signal);
    await sleep(200);
    expect(await leftIn(temporary)).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
    const port = Number(/127\.0\.0\.1:(\d+)/.exec(stderr)?.[1] ?? 0);
    expect(port === 0 ? false : await isListening(port)).toBe(false);
    expect(stateOf(project)).toBe(before);
  });
});
