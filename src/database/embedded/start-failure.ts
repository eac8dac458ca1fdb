// The words for an embedded database that does not come up, whichever of the two processes notices.

import { EnvironmentError, messageOf } from '../../errors.ts';

export const startFailure = (cause: unknown): EnvironmentError =>
  new EnvironmentError({
    message: `The embedded database did not start: ${messageOf(cause).replace(/\.$/, '')}.`,
    remedy: 'Check that dist/ is whole (npm run build) and that 1 GiB of memory is free.',
    cause,
  });
