// The audit history of an inventory: a line an audit that people read and this program reads back, and their drift as
// a line of Mermaid. Lines that it can't read are somebody's own, and are kept.

import { isDay } from '../../options/values.ts';
import { fenced } from '../markdown/escape.ts';
import type { AuditPoint } from '../report.ts';
import { counted } from '../sentences.ts';

const CHANGE = String.raw`(?: \([+-][\d.]+\))?`;

/** What may follow, for example a remark of the team's own, is kept and means nothing. */
const LINE = new RegExp(
  [
    String.raw`^[-*] (?<date>\d{4}-\d\d-\d\d): (?<verdict>No drift|Drift detected) \((?<drift>\d{1,7}) findings?(?:, [+-]\d+)?\): `,
    String.raw`(?<live>\d{1,7}) tables? live${CHANGE}, (?<git>\d{1,7}) in Git${CHANGE}, (?<types>\d{1,7}) in the types${CHANGE}, `,
    String.raw`(?<coverage>\d{1,3}(?:\.\d)?) % covered${CHANGE}\.`,
    String.raw`(?: First audit\.| Same counts as before\.)?(?: Commit (?<commit>[0-9a-f]{4,40})\.)?(?: .*)?$`,
  ].join(''),
);

/** A line of the history, read; undefined when it is none of ours, or somebody changed it so that it says nothing certain. */
function readLine(line: string): AuditPoint | undefined {
  const { date = '', verdict, commit, ...numbers } = LINE.exec(line)?.groups ?? {};
  const { drift, live, git, types, coverage } = Object.fromEntries(
    Object.entries(numbers).map(([name, digits]) => [name, Number(digits)]),
  );
  if (!isDay(date) || live === undefined || git === undefined || types === undefined) return undefined;
  if (coverage === undefined || coverage > 100 || drift === undefined) return undefined;
  if ((drift === 0) !== (verdict === 'No drift')) return undefined;
  return { date, live, git, types, coverage, drift, ...(commit !== undefined && { commit }) };
}

/** The audits that lines tell of, oldest first. */
export const auditsOf = (lines: readonly string[]): AuditPoint[] =>
  lines
    .flatMap((line) => readLine(line.trimEnd()) ?? [])
    .sort((a, b) => Date.parse(a.date) - Date.parse(b.date));

const COUNTED = ['drift', 'live', 'git', 'types', 'coverage'] as const;

export const isSameState = (one: AuditPoint | undefined, other: AuditPoint): boolean =>
  one?.date === other.date && hasSameCounts(one, other);

const hasSameCounts = (one: AuditPoint, other: AuditPoint): boolean =>
  COUNTED.every((key) => one[key] === other[key]);

/** An audit as a line, with what changed since the one before. */
function lineOf(point: AuditPoint, before: AuditPoint | undefined): string {
  const change = (key: (typeof COUNTED)[number]): string => {
    const by = before === undefined ? 0 : Math.round((point[key] - before[key]) * 10) / 10;
    return by === 0 ? '' : by > 0 ? `+${by}` : `${by}`;
  };
  const changed = (key: (typeof COUNTED)[number]): string => change(key) && ` (${change(key)})`;
  const { date, drift, live, git, types, coverage, commit } = point;
  const findings = [counted(drift, 'finding'), ...(change('drift') ? [change('drift')] : [])].join(', ');
  const counts = [
    `${counted(live, 'table')} live${changed('live')}`,
    `${git} in Git${changed('git')}`,
    `${types} in the types${changed('types')}`,
    `${coverage} % covered${changed('coverage')}`,
  ];
  const since =
    before === undefined ? ' First audit.' : hasSameCounts(before, point) ? ' Same counts as before.' : '';
  const at = commit === undefined ? '' : ` Commit ${commit}.`;
  return `- ${date}: ${drift === 0 ? 'No drift' : 'Drift detected'} (${findings}): ${counts.join(', ')}.${since}${at}`;
}

/** The lines of the part with one more audit: the drawing anew, all else as it was, the audit at the end. */
export function withAudit(lines: readonly string[], point: AuditPoint): string[] {
  const kept = withoutDrawing(lines);
  const next = [...kept, lineOf(point, auditsOf(kept).at(-1))];
  const drawn = drawing(auditsOf(next));
  return drawn.length === 0 ? next : [...fenced(drawn, 'mermaid'), '', ...next];
}

/** Without the code block that `drawing` made, and the empty lines after it. */
function withoutDrawing(lines: readonly string[]): string[] {
  const from = lines.findIndex(
    (line, index) =>
      /^ *```+ *mermaid/.test(line) && /xychart/.test(lines.slice(index + 1, index + 3).join('\n')),
  );
  const length = lines.slice(from + 1).findIndex((line) => /^ *```+ *$/.test(line)) + 2;
  if (from === -1 || length === 1) return [...lines];
  const rest = lines.slice(from + length);
  return [
    ...lines.slice(0, from),
    ...rest.slice(
      Math.max(
        0,
        rest.findIndex((line) => line.trim() !== ''),
      ),
    ),
  ];
}

/** More dates than these do not stand side by side. */
const MOST_POINTS = 10;

/** Wide enough for the dates, and in a red that light and dark pages show: by itself the line is nearly white. */
const LOOK = `%%{init: ${JSON.stringify({
  xyChart: { width: 1000, height: 320 },
  themeVariables: { xyChart: { plotColorPalette: '#d1242f' } },
})}}%%`;

/** Drift over the last audits as lines of Mermaid; none of fewer than two. */
export function drawing(audits: readonly AuditPoint[]): string[] {
  const shown = audits.slice(-MOST_POINTS);
  if (shown.length < 2) return [];
  // Of two audits of a day, which an axis would put in one place, the second says so.
  const labels = shown.map(({ date }, index) => {
    const before = shown.slice(0, index).filter((one) => one.date === date).length;
    return before === 0 ? `"${date}"` : `"${date} (${before + 1})"`;
  });
  const most = Math.max(1, ...shown.map(({ drift }) => drift));
  return [
    LOOK,
    'xychart-beta',
    '  title "Drift over the audits"',
    `  x-axis [${labels.join(', ')}]`,
    `  y-axis "Findings" 0 --> ${most}`,
    `  line [${shown.map(({ drift }) => drift).join(', ')}]`,
  ];
}
