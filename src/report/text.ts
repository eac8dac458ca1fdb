// The report for a terminal: the verdict, the objects at a glance, each change, and at the very end what to run.
// Colour only paints: without it the same characters stand in the same places.

import { noticesOf } from '../findings/notice.ts';
import { visible, visibleLines } from '../findings/visible.ts';
import { acceptedSentences } from './accepted.ts';
import { isDone, isTolerated } from './failing.ts';
import { verdictOf } from './headline.ts';
import type { Report } from './report.ts';
import { comparison, counted, groupByObject, noticeWords, phases, placeOf, stepsOf } from './sentences.ts';
import { baseSchemaOf, standing, suggestionOf } from './text/audit.ts';
import { changesOf } from './text/changes.ts';
import { legend, overview, tellsAll } from './text/overview.ts';
import { bulleted, INDENT, type Page, pageOf, prose } from './text/page.ts';
import { wrapped } from './text/terminal.ts';

export interface TextOptions {
  colour: boolean;
  /** Columns of the terminal; 100 when it is not known. */
  width?: number;
  /** Whether to list the notices that change nothing; otherwise they are only counted. */
  verbose?: boolean;
}

/** The report as lines for a terminal of that many columns; ends with a newline. */
export function renderText(report: Report, { colour, width = 100, verbose = false }: TextOptions): string {
  const page = pageOf(colour, width);
  const groups = groupByObject(report.findings);
  const sections = [
    headline(page, report),
    blocker(page, report),
    standing(page, report),
    baseSchemaOf(page, report),
    bulleted(page, '→', report.failure ? visibleLines(report.failure.remedy) : []),
    overview(page, groups),
    legend(page, groups),
    ...groups.filter((group) => groups.length < 2 || !tellsAll(group)).map((group) => changesOf(page, group)),
    suggestionOf(page, report),
    titled(page, 'Accepted', acceptedSentences(report)),
    titled(page, 'Not checked', notChecked(report)),
    ...noticesIn(page, report, verbose),
    foundation(page, report),
    bulleted(page, '→', stepsOf(report.findings)),
    repair(page, report),
  ];
  return `${sections.flatMap((lines) => (lines.length > 0 ? [lines.join('\n')] : [])).join('\n\n')}\n`;
}

function headline(page: Page, report: Report): string[] {
  const { colours, width } = page;
  const { status, because } = verdictOf(report);
  const look = isDone(report)
    ? { mark: '✓', paint: colours.green }
    : isTolerated(report)
      ? { mark: '~', paint: colours.yellow }
      : {
          'in-sync': { mark: '✓', paint: colours.green },
          drifted: { mark: '✗', paint: colours.red },
          failed: { mark: '!', paint: colours.yellow },
        }[report.status];
  const hanging = ' '.repeat(status.length + 4);
  const [first = '', ...rest] = because.flatMap((line) => wrapped(line, width - hanging.length));
  return [
    `${look.paint(look.mark)} ${colours.bold(look.paint(status))}: ${prose(page, first)}`,
    ...rest.map((line) => hanging + prose(page, line)),
  ];
}

/** The statement that could not be run, under its place. */
function blocker({ colours }: Page, { failure }: Report): string[] {
  if (!failure?.location) return [];
  const { location, rule, statement = '' } = failure;
  const lines = [
    `${placeOf(location)}  ${colours.dim(rule ?? '')}`,
    ...(statement && [`  ${visible(statement)}`]),
  ];
  return lines.map((line) => INDENT + line.trimEnd());
}

const titled = (page: Page, title: string, sentences: readonly string[]): string[] =>
  sentences.length === 0 ? [] : [page.colours.bold(title), ...bulleted(page, '-', sentences)];

/** The notices, those that change nothing as a count in one line. */
function noticesIn(page: Page, { notices }: Report, verbose: boolean): string[][] {
  const quiet = verbose ? 0 : noticesOf(notices, 'quiet').length;
  const shown = verbose ? notices : noticesOf(notices, 'warning', 'told');
  const counting = `${counted(quiet, 'notice')} that ${quiet === 1 ? 'changes' : 'change'} nothing: \`--verbose\` lists ${quiet === 1 ? 'it' : 'them'}.`;
  return [
    titled(page, 'Notices', shown.map(noticeWords)),
    quiet === 0 ? [] : [INDENT + page.colours.dim(counting)],
  ];
}

/** The parts that did not run; that a run could not check at all, the headline has said. */
const notChecked = ({ status, notRun }: Report): string[] =>
  notRun
    .filter(({ part }) => status !== 'failed' || part === 'confirmation')
    .map(({ part, reason }) => `${part}: ${visible(reason)}`);

/** What was compared, with what, and how long each phase took. */
function foundation({ colours, width }: Page, report: Report): string[] {
  const facts = report.status === 'failed' ? [] : [comparison(report).join(' · ')];
  const lines = [...facts, phases(report).join(' · ')].flatMap((line) =>
    wrapped(line, width - INDENT.length),
  );
  return lines.map((line) => colours.dim(INDENT + line));
}

const repair = ({ colours }: Page, { repair }: Report): string[] =>
  repair === undefined ? [] : [`${INDENT}${colours.dim('$')} ${colours.bold(visible(repair))}`];
