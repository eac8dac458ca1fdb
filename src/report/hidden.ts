// What a run gives, without the values of secrets: what a database says of a statement, a definition or a type may
// repeat one.

import type { Notice } from '../findings/notice.ts';
import { hiding } from '../findings/secrets.ts';
import type { Report } from './report.ts';
import { withTexts } from './texts.ts';

const NO_PATCH: Notice = {
  code: 'no-patch',
  message:
    'There is no patch, because it would show a value of `[db.vault]` that a migration uses in a name or a type. Remove it from the migration.',
};

/** A patch with a masked value would apply and be wrong: there is none then, and a notice says so. */
export function withoutSecrets(
  { report, patch }: { report: Report; patch?: string },
  secrets: readonly string[],
): { report: Report; patch?: string } {
  const hide = hiding(secrets);
  const hidden = withTexts(report, hide);
  if (patch === undefined) return { report: hidden };
  if (hide(patch) === patch) return { report: hidden, patch };
  return { report: { ...hidden, notices: [NO_PATCH, ...hidden.notices] } };
}
