// The live database: a read-only session, one snapshot for all that is read, and words for whatever keeps us out.

import { EnvironmentError } from '../errors.ts';
import type { LiveDatabase } from '../ports.ts';

export interface LiveOptions {
  url: string;
  /** Path of the certificate that the server's must be signed with. */
  ca?: string | undefined;
  /** Seconds that one statement may take. */
  seconds: number;
  allowWritableRole: boolean;
}

/** Connects, and refuses a role that could write. Throws EnvironmentError and UsageError, which never repeat the URL. */
export async function openLive(_options: LiveOptions): Promise<LiveDatabase> {
  throw new EnvironmentError({
    message: 'There is no live database yet.',
    remedy: 'Use `drift-gate check`.',
  });
}
