// What a run that is broken off must not leave behind: processes, folders, containers. Whoever makes one says here how
// it is removed, and takes that back once it is gone.

const quick = new Set<() => void>();
const slow = new Set<() => Promise<void>>();
let isBrokenOff = false;

process.on('exit', () => removeEach(quick));

/** Removes something at once, also when the process ends by itself. Gives the function that takes that back. */
export function removeAtExit(remove: () => void): () => void {
  quick.add(remove);
  return () => quick.delete(remove);
}

/** The same for what takes its time, `supabase stop` say: done on an interrupt only. */
export function removeOnInterrupt(remove: () => Promise<void>): () => void {
  slow.add(remove);
  return () => slow.delete(remove);
}

/** Whether the process is about to end: what was killed for that is no failure to report. */
export const brokenOff = (): boolean => isBrokenOff;

/** Removes all of it. Nothing that was under way goes on afterwards: the caller ends the process. */
export async function breakOff(): Promise<void> {
  isBrokenOff = true;
  removeEach(quick);
  await Promise.allSettled([...slow].map((remove) => remove()));
}

function removeEach(all: Set<() => void>): void {
  for (const remove of all) {
    all.delete(remove);
    try {
      remove();
    } catch {
      // The rest must go too, and nobody is left to be told.
    }
  }
}
