// What `--ignore` leaves out of a check or an audit. What is wrong with a file, a migration that fails above all, stays.

import type { Finding } from '../findings/finding.ts';
import type { Notice } from '../findings/notice.ts';
import { formatObjectId } from '../findings/object-id.ts';
import { fits, fitsText } from '../findings/pattern.ts';
import { named } from '../findings/prose.ts';
import { isAcceptable } from '../findings/rules.ts';
import { namedList } from '../project/types-file/types-file.ts';
import { counted } from '../report/sentences.ts';

export const isIgnored = (
  finding: Pick<Finding, 'id' | 'subject' | 'ruleId'>,
  patterns: readonly string[],
): boolean =>
  isAcceptable(finding.ruleId) &&
  finding.subject.kind !== 'file' &&
  finding.subject.kind !== 'migration' &&
  patterns.some((pattern) => fits(finding, pattern));

/**
 * What is said of the findings that were left out, and of patterns that match nothing.
 * @param known other objects that were looked at
 */
export function ignoredNotices(
  ignored: readonly Finding[],
  patterns: readonly string[],
  known: readonly { schema: string; name: string }[],
): Notice[] {
  const own = new Map(ignored.map((finding) => [finding.fingerprint, finding]));
  const findings = [...own.values()];
  const used = patterns.filter((pattern) => findings.some((finding) => fits(finding, pattern)));
  const isKnown = (pattern: string): boolean =>
    known.some(({ schema, name }) => fitsText(formatObjectId({ kind: 'table', schema, name }), pattern));
  const idle = patterns.filter((pattern) => !used.includes(pattern) && !isKnown(pattern));
  const are = findings.length === 1 ? 'is' : 'are';
  const listed = (some: readonly string[]): string => namedList(some.map(named));
  return [
    ...(findings.length === 0
      ? []
      : [
          {
            code: 'ignored' as const,
            message: `${counted(findings.length, 'finding')} ${are} left out, as \`ignore\` says: ${listed(used)}.`,
          },
        ]),
    ...(idle.length === 0
      ? []
      : [
          {
            code: 'ignored-nothing' as const,
            message: `\`ignore\` has ${idle.length === 1 ? 'a pattern that matches' : 'patterns that match'} nothing: ${listed(idle)}.`,
          },
        ]),
  ];
}
