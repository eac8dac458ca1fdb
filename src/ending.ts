// How a process ends before its work is done. Entry points alone use it.

import { constants } from 'node:os';

const breakOffs = new Set<() => Promise<void>>();

/**
 * From now on a signal ends the process as the shell expects, with 128 and the signal's number, and leaves nothing
 * behind. A second one does not wait.
 * @param breakOff undoes what takes its time; each that was given is called
 */
export function endOnSignals(breakOff?: () => Promise<void>): void {
  if (breakOff) breakOffs.add(breakOff);
  for (const signal of SIGNALS) if (!process.listeners(signal).includes(end)) process.on(signal, end);
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

let isEnding = false;

async function end(signal: NodeJS.Signals): Promise<void> {
  if (!isEnding) {
    isEnding = true;
    await Promise.allSettled([...breakOffs].map((breakOff) => breakOff()));
  }
  // Node waits for a pipe that nobody reads: when all is undone, the next signal ends it without being asked.
  process.once('exit', () => {
    for (const each of SIGNALS) process.off(each, end);
  });
  process.exit(128 + constants.signals[signal]);
}
