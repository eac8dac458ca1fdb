// The one line on standard error that says what is going on. On a terminal it is written over; elsewhere a phase
// is a line, so that a log stays short.

import type { OnProgress } from './ports.ts';

export interface Progress {
  show: OnProgress;
  /** Takes the line away, so that what follows starts on a clean one. */
  clear(): void;
}

export function progressOn(stream: NodeJS.WriteStream, quiet: boolean): Progress {
  if (quiet) return { show: () => undefined, clear: () => undefined };
  let shown = '';
  return {
    show: (phase, done, total) => {
      if (stream.isTTY) {
        shown = done === undefined ? phase : `${phase} ${done}/${total ?? '?'}`;
        stream.write(`\r\x1b[2K${shown}`);
      } else if (phase !== shown) {
        shown = phase;
        stream.write(`${phase}${total === undefined ? '' : ` (${total})`}\n`);
      }
    },
    clear: () => {
      if (stream.isTTY && shown !== '') stream.write('\r\x1b[2K');
      shown = '';
    },
  };
}
