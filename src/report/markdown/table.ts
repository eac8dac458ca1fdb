// The objects that drifted as a table, the worst first, and each of them folded below it with its diffs.

import type { Finding } from '../../findings/finding.ts';
import type { Report } from '../report.ts';
import { counted, type Grade, groupByObject, type ObjectGroup, signOf, WORST_FIRST } from '../sentences.ts';
import { isOfLive } from '../verdicts.ts';
import { AUDIT_HEAD, AUDIT_MEANING, standingRow } from './audit.ts';
import type { Line } from './budget.ts';
import { changeRow, changeSection } from './changes.ts';
import { folded, type MarkdownPage, paragraph, tableOf } from './lines.ts';

/** How many rows the table shows unfolded, the worst first. */
export const MOST_ROWS = 10;

const MEANINGS = {
  breaking: 'code that compiles fails when it runs, or meets a value that its types rule out',
  dangerous: 'it depends on how the code is written',
  safe: 'all code that compiles works on',
} as const satisfies Partial<Record<Grade, string>>;

/** Whether a finding is told in the table: it is about one side of an object, or two. */
export const isTabled = ({ ruleId }: Finding): boolean =>
  signOf(ruleId) !== '!' || ruleId === 'types-out-of-date';

/** The objects of the table. */
export function objectsOf({ findings }: Report): ObjectGroup[] {
  const groups = groupByObject(findings.filter(isTabled));
  return WORST_FIRST.flatMap((grade) => groups.filter((group) => group.grade === grade));
}

const HEAD = ['Object', 'What changed', 'Grade', 'Migration'];

const headOf = (report: Report): readonly string[] => (isOfLive(report) ? AUDIT_HEAD : HEAD);

const rowOf = (group: ObjectGroup, report: Report, page: MarkdownPage): Line =>
  isOfLive(report) ? standingRow(group, report.inventory, page) : changeRow(group, page);

export function table(groups: readonly ObjectGroup[], report: Report, page: MarkdownPage): Line[] {
  if (groups.length === 0) return [];
  const rows = groups.slice(0, MOST_ROWS).map((group) => rowOf(group, report, page));
  const more = groups.length - rows.length;
  return [
    ...tableOf(headOf(report), rows),
    ...(more > 0 ? paragraph(`… and ${counted(more, 'more object')}, folded below.`) : []),
    ...paragraph(`<sub>${meanings(groups, report).join(' · ')}</sub>`),
  ];
}

/** The rows that the table has no room for, folded, with how bad they are. */
export function furtherRows(groups: readonly ObjectGroup[], report: Report, page: MarkdownPage): Line[] {
  const more = groups.slice(MOST_ROWS);
  if (more.length === 0) return [];
  const rows = more.map((group): Line => ({ ...rowOf(group, report, page), item: 'object' }));
  return folded(counted(more.length, 'more object'), tableOf(headOf(report), rows).slice(1));
}

/** What the words of the table mean, for a reader who meets them for the first time. */
function meanings(groups: readonly ObjectGroup[], report: Report): string[] {
  if (isOfLive(report)) return [AUDIT_MEANING];
  const grades = Object.entries(MEANINGS).filter(([grade]) => groups.some((group) => group.grade === grade));
  return [
    'added: in the migrations, missing in the types',
    'removed: in the types, missing in the migrations',
    ...grades.map(([grade, meaning]) => `${grade}: ${meaning}`),
  ];
}

/** Each object with its diff; of many, behind one fold. */
export function sections(groups: readonly ObjectGroup[], page: MarkdownPage): Line[] {
  const all = groups.flatMap((group) => changeSection(group, page));
  return groups.length > MOST_ROWS
    ? folded(`All ${groups.length} objects with their diffs`, all.slice(1))
    : all;
}
