// The objects at a glance: the table that opens a terminal report, and what its signs mean.

import type { Finding } from '../../findings/finding.ts';
import { ownerOf } from '../../findings/object-id.ts';
import { largest } from '../../match.ts';
import { glanceOf, labelOf, legendOf, type ObjectGroup, type Sign, signOf } from '../sentences.ts';
import { gradePaint, INDENT, type Page } from './page.ts';
import { displayWidth, padded, truncated } from './terminal.ts';

const LONGEST_OBJECT = 48;

/** A row an object, with the parts that changed and the worst grade among them. One object needs no table. */
export function overview(page: Page, groups: readonly ObjectGroup[]): string[] {
  if (groups.length < 2) return [];
  const { colours, width } = page;
  const grades = largest(
    'Grade'.length,
    groups.map(({ grade }) => grade.length),
  );
  const owners = largest(
    'Object'.length,
    groups.map(({ owner }) => displayWidth(owner)),
  );
  const first = Math.min(owners, LONGEST_OBJECT, Math.floor(width * 0.45));
  const room = Math.max('What changed'.length, width - first - grades - 10);
  const cells = groups.map((group) => changesAtAGlance(group, room));
  const second = largest('What changed'.length, cells.map(displayWidth));
  const row = (object: string, what: string, grade: string): string =>
    `${INDENT}${object}${INDENT}${INDENT}${what}${INDENT}${INDENT}${grade}`;
  return [
    colours.dim(row(padded('Object', first), padded('What changed', second), 'Grade')),
    colours.dim(row('─'.repeat(first), '─'.repeat(second), '─'.repeat(grades))),
    ...groups.map(({ owner, grade }, index) => {
      const object = padded(truncated(owner, first), first);
      const what = padded(cells[index] ?? '', second);
      return row(colours.bold(object), what, gradePaint(page, grade)(grade));
    }),
  ];
}

/** Whether the table says of an object all that there is: that it is only in the live database. */
export const tellsAll = ({ findings }: ObjectGroup): boolean =>
  findings.every(
    ({ ruleId, subject, details = [], location }) =>
      ruleId === 'unmanaged' && ownerOf(subject) === undefined && details.length === 0 && !location,
  );

/** Each part after its sign when they fit, else how many of each sign there are. */
function changesAtAGlance({ findings }: ObjectGroup, room: number): string {
  const parts = new Set(findings.map((finding) => signedLabel(finding)));
  const all = [...parts].join('  ');
  if (displayWidth(all) <= room || parts.size === 1) return truncated(all, room);
  const signs = ['!', '~', '+', '-'] as const satisfies Sign[];
  const counts = signs.map(
    (sign) => [sign, findings.filter(({ ruleId }) => signOf(ruleId) === sign).length] as const,
  );
  return counts.flatMap(([sign, count]) => (count > 0 ? [`${sign} ${count}`] : [])).join('  ');
}

const signedLabel = (finding: Finding): string => {
  const sign = signOf(finding.ruleId);
  return sign === '!' ? labelOf(finding) : `${sign} ${glanceOf(finding)}`;
};

export const legend = ({ colours }: Page, groups: readonly ObjectGroup[]): string[] =>
  legendOf(groups).map(([sign, meaning]) => colours.dim(`${INDENT}${sign} ${meaning}`));
