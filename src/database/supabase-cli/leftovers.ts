// What a run that is broken off must not leave behind: processes, folders, containers. Whoever makes one says here how
// it is removed, and takes that back once it is gone.

const processes = new Set<() => void>();
const folders = new Set<() => void>();
const slow = new Set<() => Promise<void>>();
let isBrokenOff = false;

process.on('exit', () => {
  removeEach(processes);
  removeEach(folders);
});

/** Notes how a process is ended, should ours end before it. Gives the function that takes that back. */
export function killAtExit(kill: () => void): () => void {
  processes.add(kill);
  return () => processes.delete(kill);
}

/** The same for a folder. */
export function removeAtExit(remove: () => void): () => void {
  folders.add(remove);
  return () => folders.delete(remove);
}

/** The same for what takes its time, `supabase stop` say: done on an interrupt only. */
export function removeOnInterrupt(remove: () => Promise<void>): () => void {
  slow.add(remove);
  return () => slow.delete(remove);
}

/** Whether the process is about to end: what was killed for that is no failure to report. */
export const brokenOff = (): boolean => isBrokenOff;

/** Ends what runs and undoes what takes time. Nothing that was under way goes on: the caller ends the process. */
export async function breakOff(): Promise<void> {
  isBrokenOff = true;
  removeEach(processes);
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
