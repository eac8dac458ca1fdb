// The one line on standard error that says what is going on. On a terminal it is written over; elsewhere a phase
// is a line, so that a log stays short.

import type { OnProgress } from './ports.ts';

export interface Progress {
  show: OnProgress;
  /** Takes the line away, so that what follows starts on a clean one. */
  clear(): void;
}

/** A stream of this process, or what a test gives in its place. */
export interface OutputStream {
  write(text: string): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  /** Only a terminal has these. */
  isTTY?: boolean;
  columns?: number;
}

export function progressOn(stream: Pick<OutputStream, 'write' | 'isTTY'>, quiet: boolean): Progress {
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
