// How long each phase of a run takes. Phases overlap: the database starts while the main thread loads the parser.

export interface Stopwatch {
  /** Runs a phase and notes its milliseconds, also when it fails. */
  <T>(phase: string, run: () => Promise<T>): Promise<T>;
  /** What was noted, in the order in which phases began. */
  all: Record<string, number>;
}

export function stopwatch(now: () => number): Stopwatch {
  const all: Record<string, number> = {};
  const timed = async <T>(phase: string, run: () => Promise<T>): Promise<T> => {
    const start = now();
    all[phase] = 0;
    try {
      return await run();
    } finally {
      all[phase] = Math.round(now() - start);
    }
  };
  return Object.assign(timed, { all });
}
