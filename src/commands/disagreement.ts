// What two databases say differently of one project, and the sentence that tells it.

import type { KnownError } from '../errors.ts';
import type { Finding } from '../findings/finding.ts';
import type { Notice } from '../findings/notice.ts';
import { named } from '../findings/prose.ts';
import type { Differences, Engine } from '../report/report.ts';
import { listedUpTo } from '../report/sentences.ts';

/** The findings that only one of them has. */
export function differencesOf(embedded: readonly Finding[], localStack: readonly Finding[]): Differences {
  const missingIn = (others: readonly Finding[]): ((finding: Finding) => boolean) => {
    const known = new Set(others.map(identityOf));
    return (finding) => !known.has(identityOf(finding));
  };
  return {
    embedded: embedded.filter(missingIn(localStack)),
    localStack: localStack.filter(missingIn(embedded)),
  };
}

export const isNone = ({ embedded, localStack }: Differences): boolean =>
  embedded.length + localStack.length === 0;

/** Where a migration fails is what counts: two releases of PostgreSQL may word the reason differently. */
const identityOf = ({ ruleId, id, location, fingerprint }: Finding): string =>
  ruleId === 'replay-failed' ? `${ruleId} ${id} ${location?.line}` : fingerprint;

const MOST_OBJECTS = 5;

/** Says on what they disagree, and whose answer holds. */
export function disagreement(first: Engine, second: Engine, { embedded, localStack }: Differences): Notice {
  const sides = [
    ...(embedded.length > 0
      ? [`only the embedded one${serverOf(first)} reports ${objectsOf(embedded)}`]
      : []),
    ...(localStack.length > 0
      ? [`only the local stack${serverOf(second)} reports ${objectsOf(localStack)}`]
      : []),
  ];
  return {
    code: 'databases-disagree',
    message: `The databases disagree, for ${sides.join(', and ')}: the answer of the local stack holds, and ${whoseFault(first, second)}, so please report it with the JSON report.`,
  };
}

/** Two major versions of PostgreSQL may differ by themselves. */
const whoseFault = (first: Engine, second: Engine): string =>
  majorOf(first) === majorOf(second)
    ? 'the difference is a fault of Drift Gate'
    : 'unless it is one of PostgreSQL itself, the difference is a fault of Drift Gate';

const majorOf = ({ postgresVersion }: Engine): string | undefined => postgresVersion?.split('.')[0];

/** Says why there is the answer of the local stack alone. */
export const answeredInstead = ({ message }: KnownError): Notice => ({
  code: 'answered-by-local-stack',
  message: `${message.replace(/\.$/, '')}, so the answer is that of the local stack.`,
});

const serverOf = ({ postgresVersion }: Engine): string =>
  postgresVersion === undefined ? '' : ` (PostgreSQL ${postgresVersion})`;

const objectsOf = (findings: readonly Finding[]): string =>
  listedUpTo(MOST_OBJECTS, [...new Set(findings.map(({ id }) => named(id)))]);
