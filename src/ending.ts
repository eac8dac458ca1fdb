// How a process ends before its work is done. Entry points alone use it.

import { constants } from 'node:os';

/**
 * From now on a signal ends the process as the shell expects, with 128 and the signal's number, and leaves nothing
 * behind. A second one does not wait.
 */
export function endOnSignals(breakOff: () => Promise<void>): void {
  let isEnding = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, async () => {
      if (!isEnding) {
        isEnding = true;
        await breakOff();
      }
      process.exit(128 + constants.signals[signal]);
    });
}
