// What a shell makes of the commands that a document tells people to paste.

import { spawnSync } from 'node:child_process';

/** The arguments of each `node …/dist/cli.js` and `npx supabase-drift-gate` in a script, as bash hands them over. */
export function commandLinesOf(script: string): string[][] {
  const told = `node() { shift; printf '%s\\0' "$@"; printf '\\n'; }\nnpx() { node "$@"; }\n${script}`;
  const { stdout } = spawnSync('bash', ['-ec', told], { encoding: 'utf8' });
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\0').slice(0, -1));
}
