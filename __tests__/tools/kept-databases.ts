// Shadow databases that are built once for their migrations and kept for the suite: what a command asks after the
// replay is answered anew each time. So a suite replays each set of migrations once, however often it checks it.

import { afterAll } from '@jest/globals';
import { openShadow, replayTraced } from '../../src/database/embedded/shadow.ts';
import type { Trace } from '../../src/migrations/blame/trace.ts';
import type { OpenShadow, ReplayOutcome, ReplayPlan, ShadowDatabase } from '../../src/ports.ts';

interface Kept {
  shadow: ShadowDatabase;
  outcome?: Promise<ReplayOutcome>;
}

/** Each takes a process with some 150 MiB. */
const MOST = 8;

const kept = new Map<string, Kept>();
const traces = new Map<string, Promise<Trace>>();

export async function closeKept(): Promise<void> {
  await Promise.all([...kept.values()].map(({ shadow }) => shadow.close()));
  kept.clear();
}

afterAll(closeKept);

/** Opens the database of these migrations, or gives the one that was opened for them. */
const open: OpenShadow = (project, plan) => {
  const key = JSON.stringify(plan);
  const one: Kept = kept.get(key) ?? { shadow: openShadow(project, plan) };
  // The one that was used last goes last.
  kept.delete(key);
  kept.set(key, one);
  closeOldest();
  return {
    ...one.shadow,
    replay: (given, onProgress) => {
      one.outcome ??= one.shadow.replay(given, onProgress);
      return one.outcome;
    },
    close: async () => undefined,
  };
};

function closeOldest(): void {
  for (const [key, { shadow }] of kept) {
    if (kept.size <= MOST) return;
    kept.delete(key);
    void shadow.close();
  }
}

/** Traces migrations once. */
function replayTracedOnce(plan: ReplayPlan): Promise<Trace> {
  const key = JSON.stringify(plan);
  const trace = traces.get(key) ?? replayTraced(plan);
  traces.set(key, trace);
  return trace;
}

export const KEPT = { open, replayTraced: replayTracedOnce };
