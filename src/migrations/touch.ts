// A statement that touches an object, with its place: the unit that blame and renames are told in.

import type { Location } from '../findings/finding.ts';

/** What a statement does to an object. */
export type Action = 'create' | 'alter' | 'rename' | 'drop';

/** A statement that touches an object. `location.file` is the bare file name of the migration. */
export interface Touch {
  action: Action;
  /** Where the object's own part of the statement begins, a column's definition say; else its first word. */
  location: Location;
  /** The line on which the statement ends. */
  endLine: number;
}

/** A touch that knows its turn among all touches of all files. */
export interface Stamp extends Touch {
  order: number;
}

/** The last of some stamps. */
export function latest(...stamps: (Stamp | undefined)[]): Stamp | undefined {
  let last: Stamp | undefined;
  for (const stamp of stamps) if (stamp && (last === undefined || stamp.order >= last.order)) last = stamp;
  return last;
}

export const touchOf = ({ action, location, endLine }: Stamp): Touch => ({ action, location, endLine });
