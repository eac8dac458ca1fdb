// The report for a comment, an issue or a step summary on GitHub: the verdict, what changed, what to run, and
// everything else folded. Every name passes through markdown-escape.ts.

import { noticesOf } from '../findings/notice.ts';
import { RULES } from '../findings/rules.ts';
import { visible, visibleLines } from '../findings/visible.ts';
import { acceptedSentences } from './accepted.ts';
import { isDone, isTolerated } from './failing.ts';
import { verdictOf } from './headline.ts';
import { baseSchemaOf, standing, suggestionOf } from './markdown/audit.ts';
import { type Line, withinBudget } from './markdown/budget.ts';
import { diagramOf } from './markdown/diagram.ts';
import { codeSpan, fenceFor, proseToMarkdown } from './markdown/escape.ts';
import {
  code,
  cuttable,
  DOTS,
  folded,
  headed,
  linked,
  linkedPlace,
  type MarkdownPage,
  paragraph,
  plain,
} from './markdown/lines.ts';
import { isCopyable, repairing, runnable } from './markdown/patch.ts';
import { furtherProblems, problems, usesOfMissing } from './markdown/problems.ts';
import { furtherRows, isTabled, objectsOf, sections, table } from './markdown/table.ts';
import type { Report, Status } from './report.ts';
import {
  comparison,
  counted,
  duration,
  groupByObject,
  isChange,
  listed,
  noticeWords,
  phases,
  stepsOf,
  typesFiles,
  WORST_FIRST,
} from './sentences.ts';
import { isOfLive } from './verdicts.ts';

export type { MarkdownPage } from './markdown/lines.ts';

/** What GitHub surely takes in a comment, an issue or a pull request's body. */
export const MARKDOWN_BUDGET = 60_000;

/** What a step's summary may hold is 1 MiB, over all that the step writes: some is left for others. */
export const SUMMARY_BUDGET = 1024 * 1024 - 24 * 1024;

const MARKS = { 'in-sync': '✅', drifted: '❌', failed: '⚠️' } as const satisfies Record<Status, string>;
const TOLERATED = '🟡';

/** The report as GitHub's Markdown, in at most so many bytes of UTF-8 as the page takes. */
export function renderMarkdown(report: Report, { patch, ...page }: MarkdownPage = {}): string {
  const budget = page.budget ?? MARKDOWN_BUDGET;
  if (patch !== undefined && isCopyable(patch)) {
    const whole = rendered(report, { ...page, patch }, Number.POSITIVE_INFINITY);
    if (Buffer.byteLength(whole) <= budget) return whole;
  }
  return rendered(report, page, budget);
}

function rendered(report: Report, page: MarkdownPage, budget: number): string {
  const groups = objectsOf(report);
  const others = report.findings.filter((finding) => !isTabled(finding));
  const body = [
    ...heading(report, page),
    ...standing(report),
    ...problems(others, page),
    ...table(groups, report, page),
    ...baseSchemaOf(report, page),
    ...nextSteps(report, page),
    ...warnings(report),
    ...notChecked(report),
    ...diagramOf(report),
    ...suggestionOf(report),
    ...usesOfMissing(others, page),
    ...furtherProblems(others, page),
    ...furtherRows(groups, report, page),
    ...sections(groups, page),
    ...accepted(report),
    ...notices(report),
  ];
  return withinBudget(body, footer(report), budget, (leftOut) => leftOutNote(leftOut, page));
}

function heading(report: Report, page: MarkdownPage): Line[] {
  const { status, because } = verdictOf(report);
  const mark = isDone(report) ? MARKS['in-sync'] : isTolerated(report) ? TOLERATED : MARKS[report.status];
  const { directory } = report.project;
  const environment = report.live?.environment;
  const where = [
    ...(directory === '.' ? [] : [directory]),
    ...(environment === undefined ? [] : [environment]),
  ]
    .map((name) => `${codeSpan(name)} · `)
    .join('');
  const [first = '', ...rest] = because.map(proseToMarkdown);
  if (report.status === 'drifted') {
    return [plain(`## ${mark} ${where}${proseToMarkdown(status)}: ${first}`), ...summary(report)];
  }
  return [
    plain(`## ${mark} ${where}${status}`),
    ...[first, ...rest].flatMap(paragraph),
    ...blocker(report, page),
    ...(report.status === 'failed' ? paragraph(noVerdict(report)) : []),
  ];
}

const noVerdict = (report: Report): string =>
  `This is no verdict on the ${isOfLive(report) ? 'live database' : 'types'}: nothing was compared.`;

/** The drift in a sentence for a reader who never saw such a comment: which file, against what, how bad. */
function summary(report: Report): Line[] {
  const groups = groupByObject(report.findings.filter(isChange));
  if (groups.length === 0) return [];
  const grades = WORST_FIRST.flatMap((grade) => {
    const count = groups.filter((group) => group.grade === grade).length;
    return count === 0 ? [] : [`${DOTS[grade]} ${count} ${grade}`];
  });
  const types = proseToMarkdown(typesFiles(report));
  const passes = isTolerated(report) ? ' The check passes.' : '';
  return paragraph(
    `The types in ${types} are out of step with the migrations: ${grades.join(' · ')}.${passes}`,
  );
}

/** The statement that could not be run, under its place. */
function blocker({ failure }: Report, page: MarkdownPage): Line[] {
  if (!failure?.location) return [];
  const { location, rule, statement } = failure;
  const place = [linkedPlace(location, page), ...(rule ? [codeSpan(rule)] : [])].join(' · ');
  const lines = statement ? visibleLines(statement) : [];
  return [...paragraph(place), ...(lines.length > 0 ? cuttable(fenceFor(lines, 'sql'), lines) : [])];
}

function nextSteps(report: Report, page: MarkdownPage): Line[] {
  const { findings, repair, failure } = report;
  if (failure) return headed('What to do', visibleLines(failure.remedy).map(proseToMarkdown).map(plain));
  // What every rule of the types tells is told by the commands below.
  const told: string = RULES['column-added'].remedy;
  const remedies = stepsOf(findings).filter((remedy) => repair === undefined || remedy !== told);
  // Without a change of the types it is the baseline that is mended.
  const steps = (command: string): Line[] =>
    findings.some(isChange) ? repairing(command, page) : code([visible(runnable(command))], 'sh');
  const lines = [
    ...remedies.map((remedy) => plain(`- ${proseToMarkdown(remedy)}`)),
    ...(repair === undefined ? [] : steps(repair).slice(remedies.length === 0 ? 1 : 0)),
  ];
  return headed('What to do', lines);
}

/** The parts that did not run; that a run could not check at all, the heading has said. */
function notChecked({ status, notRun }: Report): Line[] {
  const parts = notRun.filter(({ part }) => status !== 'failed' || part === 'confirmation');
  return headed(
    'Not checked',
    parts.map(({ part, reason }) => plain(`- ${part}: ${proseToMarkdown(reason)}`)),
  );
}

const warnings = (report: Report): Line[] =>
  noticesOf(report.notices, 'warning').flatMap((notice) =>
    paragraph(`⚠️ ${proseToMarkdown(noticeWords(notice))}`),
  );

function notices(report: Report): Line[] {
  const all = noticesOf(report.notices, 'told', 'quiet');
  return foldedSentences(counted(all.length, 'notice'), all.map(noticeWords));
}

const accepted = (report: Report): Line[] =>
  foldedSentences('Accepted by the baseline', acceptedSentences(report));

function foldedSentences(title: string, sentences: readonly string[]): Line[] {
  if (sentences.length === 0) return [];
  const lines = sentences.map(
    (sentence): Line => ({ text: `- ${proseToMarkdown(sentence)}`, item: 'notice' }),
  );
  return folded(title, lines);
}

/** What was compared, with what and in how long; and what no run compares. */
function footer(report: Report): string[] {
  const total = report.timings.total;
  const seconds = total === undefined ? phases(report) : [duration(total)];
  const facts = report.status === 'failed' ? [] : [...comparison(report), ...seconds];
  return [
    '',
    `<sub>${['Supabase Drift Gate', ...facts].map(proseToMarkdown).join(' · ')}</sub>`,
    ...(report.status === 'failed' ? [] : ['', `<sub>${isOfLive(report) ? OF_LIVE : OF_TYPES}</sub>`]),
  ];
}

const OF_TYPES =
  'Not compared: the live database, and what the types do not show, such as policies, grants, indexes and triggers.';

const OF_LIVE = "Not compared: rows, and what is in Supabase's own schemas.";

function leftOutNote(leftOut: readonly Line[], { wholeAt }: MarkdownPage): string[] {
  const of = (kind: Line['item']): number => leftOut.filter(({ item }) => item === kind).length;
  const [objects, findings, told] = [of('object'), of('finding'), of('notice')];
  const counts = [
    ...(objects > 0 ? [`the rows of ${counted(objects, 'object')}`] : []),
    ...(findings > 0 ? [`the text of ${counted(findings, 'finding')}`] : []),
    ...(told > 0 ? [counted(told, 'notice')] : []),
  ];
  const what = counts.length > 0 ? listed(counts) : counted(leftOut.length, 'line');
  return ['', `**Cut to fit:** ${what} left out here. ${wholeReport(wholeAt)}`];
}

function wholeReport(wholeAt: string | undefined): string {
  if (wholeAt === undefined) return 'The JSON report has everything.';
  return /^https?:\/\//.test(wholeAt)
    ? `${linked('The summary of the run', wholeAt)} has more, the JSON report everything.`
    : `The whole report: ${proseToMarkdown(wholeAt)}.`;
}
