// The report for a comment, an issue or a step summary on GitHub. Every name passes through markdown-escape.ts.

import type { Finding, Location } from '../findings/finding.ts';
import { visible, visibleLines } from '../findings/visible.ts';
import { acceptedSentences } from './accepted.ts';
import { isTolerated } from './failing.ts';
import { type Line, withinBudget } from './markdown-budget.ts';
import {
  codeSpan,
  escapeHtml,
  escapeMarkdown,
  fenced,
  fenceFor,
  proseToMarkdown,
} from './markdown-escape.ts';
import type { Report, Status } from './report.ts';
import {
  comparison,
  counted,
  duration,
  type Grade,
  glanceOf,
  gradeOf,
  groupByObject,
  labelOf,
  legendOf,
  listed,
  listedUpTo,
  noticeWords,
  type ObjectGroup,
  phases,
  placeOf,
  remediesOf,
  signOf,
  unlistedPlaceOf,
  upperFirst,
  verdictOf,
} from './sentences.ts';
import { hasSides, sideLines } from './sides.ts';

/** What GitHub surely takes in a comment, an issue or a pull request's body. */
export const MARKDOWN_BUDGET = 60_000;

const MARKS = { 'in-sync': '✅', drifted: '❌', failed: '⚠️' } as const satisfies Record<Status, string>;

const TOLERATED = '🟡';

const DOTS = {
  error: '🔴',
  breaking: '🔴',
  dangerous: '🟠',
  warning: '🟠',
  safe: '🟢',
  note: '⚪',
} as const satisfies Record<Grade, string>;

/** How many changes and places of an object its row in the table names. */
const MOST_CHANGES = 6;
const MOST_PLACES = 2;

/** The report as GitHub's Markdown, in at most `budget` bytes of UTF-8. */
export function renderMarkdown(
  report: Report,
  { budget = MARKDOWN_BUDGET }: { budget?: number } = {},
): string {
  const groups = groupByObject(report.findings);
  const body = [
    ...heading(report),
    ...table(groups),
    ...groups.flatMap(section),
    ...list('Accepted', acceptedSentences(report)),
    ...list(
      'Not checked',
      report.notRun.map(({ part, reason }) => `${part}: ${reason}`),
    ),
    ...list('Notices', report.notices.map(noticeWords)),
  ];
  return withinBudget(body, [...nextSteps(report), ...footer(report)], budget, leftOutNote);
}

const plain = (text: string): Line => ({ text });

function heading(report: Report): Line[] {
  const { status, because } = verdictOf(report);
  const mark = isTolerated(report) ? TOLERATED : MARKS[report.status];
  const [first = '', ...rest] = because.map(proseToMarkdown);
  if (report.status === 'drifted') return [plain(`## ${mark} ${proseToMarkdown(status)}: ${first}`)];
  const remedy = report.failure ? ['', ...visibleLines(report.failure.remedy).map(proseToMarkdown)] : [];
  const lines = [...rest.flatMap((line) => ['', line]), ...blocker(report), ...remedy];
  return [`## ${mark} ${status}`, '', first, ...lines].map(plain);
}

/** The statement that could not be run, under its place. */
function blocker({ failure }: Report): string[] {
  if (!failure?.location) return [];
  const { location, rule, statement } = failure;
  const place = [codeSpan(placeOf(location)), ...(rule ? [codeSpan(rule)] : [])].join(' · ');
  return ['', place, ...(statement ? ['', ...fenced([visible(statement)], 'sql')] : [])];
}

/** A row an object: what changed, the worst grade, and where the migrations did it. */
function table(groups: readonly ObjectGroup[]): Line[] {
  if (groups.length === 0) return [];
  const rows = groups.map(({ owner, findings, grade }) => {
    const changes = [...new Set(findings.map(changeCell))];
    const places = [...new Set(findings.flatMap(({ location }) => (location ? [shortPlace(location)] : [])))];
    const cells = [
      codeSpan(owner),
      listedUpTo(MOST_CHANGES, changes),
      `${DOTS[grade]} ${grade}`,
      listedUpTo(MOST_PLACES, places.map(codeSpan)),
    ];
    return plain(row(cells));
  });
  const head = row(['Object', 'What changed', 'Grade', 'Location']);
  return [
    plain(''),
    { text: head, joined: true },
    plain(row(['---', '---', '---', '---'])),
    ...rows,
    ...legend(groups),
  ];
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const changeCell = (finding: Finding): string => {
  const sign = signOf(finding.ruleId);
  return sign === '!' ? escapeMarkdown(labelOf(finding)) : codeSpan(`${sign} ${glanceOf(finding)}`);
};

/** The file without its folders, which the list of changes has: a table is narrow. */
const shortPlace = ({ file, line }: Location): string => `${file.slice(file.lastIndexOf('/') + 1)}:${line}`;

const legend = (groups: readonly ObjectGroup[]): Line[] => {
  const words = legendOf(groups).map(([sign, meaning]) => `${codeSpan(sign)} ${meaning}`);
  return words.length === 0 ? [] : [plain(''), plain(`<sub>${words.join(' · ')}</sub>`)];
};

/** One object, folded: each change as a sentence with its place, then all sides as one diff. */
function section({ owner, findings, grade }: ObjectGroup): Line[] {
  const close = ['', '</details>'];
  const summary = `<summary><code>${escapeHtml(owner)}</code>: ${counted(findings.length, 'change')}, ${grade}</summary>`;
  const folded = [...findings.flatMap(bullet), ...diff(findings)];
  return [
    plain(''),
    { text: '<details>', joined: true },
    { text: summary, joined: true },
    { text: '', joined: true },
    ...folded.map((line) => ({ ...line, close: [...(line.close ?? []), ...close] })),
    { text: '', close: ['</details>'] },
    plain('</details>'),
  ];
}

function bullet(finding: Finding): Line[] {
  const unlisted = unlistedPlaceOf(finding);
  const place = unlisted ? ` · ${codeSpan(unlisted)}` : '';
  const details = (finding.details ?? []).map((line) => plain(`  - ${detailOf(finding, line)}`));
  const grade = gradeOf(finding);
  const why = finding.reason === undefined ? '' : ` ${upperFirst(grade)}: ${finding.reason}.`;
  const text = `- ${DOTS[grade]} ${proseToMarkdown(finding.message + why)}${place}`;
  return [{ text, item: 'finding' }, ...details];
}

/** Of a failed replay the lines are statements and places; of a change they are sentences. */
const detailOf = ({ compatibility }: Finding, line: string): string =>
  compatibility === undefined || /^(\s|$)/.test(line) ? codeSpan(line) : proseToMarkdown(line);

function diff(findings: readonly Finding[]): Line[] {
  const lines = findings
    .filter(hasSides)
    .flatMap((finding) => [
      `@@ ${labelOf(finding)} @@`,
      ...sideLines(finding).map(({ sign, text }) => `${sign} ${text}`),
    ]);
  if (lines.length === 0) return [];
  const { open, close } = fenceFor(lines, 'diff');
  const inside = [open, ...lines].map((text) => ({ text, close: [close] }));
  return [plain(''), ...inside, plain(close)];
}

function list(title: string, sentences: readonly string[]): Line[] {
  if (sentences.length === 0) return [];
  const items = sentences.map(
    (sentence): Line => ({ text: `- ${proseToMarkdown(sentence)}`, item: 'notice' }),
  );
  return [plain(''), { text: `### ${title}`, joined: true }, { text: '', joined: true }, ...items];
}

function nextSteps({ findings, repair }: Report): string[] {
  const remedies = remediesOf(findings).map((remedy) => `- ${proseToMarkdown(remedy)}`);
  const command = repair === undefined ? [] : ['', ...fenced([visible(repair)], 'sh')];
  return remedies.length + command.length === 0 ? [] : ['', '### What to do', '', ...remedies, ...command];
}

function footer(report: Report): string[] {
  if (report.status === 'failed') return [];
  const total = report.timings.total;
  const seconds = total === undefined ? phases(report) : [duration(total)];
  return ['', `<sub>${[...comparison(report), ...seconds].map(proseToMarkdown).join(' · ')}</sub>`];
}

function leftOutNote(leftOut: readonly Line[]): string[] {
  const findings = leftOut.filter(({ item }) => item === 'finding').length;
  const notices = leftOut.filter(({ item }) => item === 'notice').length;
  const counts = [
    ...(findings > 0 ? [`the text of ${counted(findings, 'finding')}`] : []),
    ...(notices > 0 ? [counted(notices, 'notice')] : []),
  ];
  const what = counts.length > 0 ? listed(counts) : counted(leftOut.length, 'line');
  return ['', `**Cut to fit:** ${what} left out here. The JSON report has everything.`];
}
