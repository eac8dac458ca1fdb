// What a large catalogue leaves behind. The engine waits with collecting it for as long as the machine has room, and a
// runner pays for the peak.

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Below this there is nothing worth a pause. Bytes. */
const MUCH = 150 * 2 ** 20;

/** Has the memory of what is over collected now, where it is much. Of the process that calls it. */
export function collectGarbage(): void {
  if (process.memoryUsage().heapUsed < MUCH) return;
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
}
