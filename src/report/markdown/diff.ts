// A change as lines of a diff: committed out, generated in, or of an audit the migrations out, the live database in. Long types are broken up, so that members are compared.

import { structuredPatch } from 'diff';
import type { Finding } from '../../findings/finding.ts';
import { visible } from '../../findings/visible.ts';
import { labelOf, signOf } from '../sentences.ts';
import { hasSides, linesOf, sidesOf } from '../sides.ts';
import { unfolded } from '../unfolded.ts';

/** How many equal lines stand before and after those that differ. */
const CONTEXT = 3;

/** Sides of one line each stand behind the name of their part, longer ones under it; what has none goes by its name. */
export function diffLines(finding: Finding): string[] {
  const label = labelOf(finding);
  if (!hasSides(finding)) return [`${signOf(finding.ruleId)} ${nameOf(finding, label)}`];
  const sides = sidesOf(finding);
  const before = linesOf(sides.before && unfolded(sides.before));
  const after = linesOf(sides.after && unfolded(sides.after));
  const lead = leadOf(finding, label);
  if (before.length < 2 && after.length < 2) {
    return [...before.map((line) => `- ${lead}${line}`), ...after.map((line) => `+ ${lead}${line}`)];
  }
  const { hunks } = structuredPatch('', '', whole(before), whole(after), '', '', { context: CONTEXT });
  return hunks.flatMap(({ lines }) => [
    `@@ ${label} @@`,
    ...lines.map((line) => `${line.slice(0, 1)} ${line.slice(1)}`),
  ]);
}

/** What stands before a side: of a rename the sides are the names themselves. */
function leadOf({ ruleId }: Finding, label: string): string {
  if (ruleId === 'relation-renamed') return `${label} `;
  if (ruleId === 'extension-moved') return 'schema ';
  return ruleId === 'column-renamed' || ruleId === 'relation-kind-changed' ? '' : `${label}: `;
}

const whole = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/** `column notes`, `enum value` and the like have their name in the label already. */
const nameOf = ({ subject }: Finding, label: string): string =>
  subject.kind === 'function' || !('name' in subject) || label.endsWith(visible(subject.name))
    ? label
    : `${label} ${visible(subject.name)}`;
