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
