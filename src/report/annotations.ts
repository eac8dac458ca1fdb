// What GitHub shows beside lines: the migrations' lines that drifted, then those of the committed types. Few are
// shown, so that those that fail the check come first, and a line has one.

import type { Finding, Location } from '../findings/finding.ts';
import { repositoryPath } from '../findings/repository-path.ts';
import type { Severity } from '../findings/rules.ts';
import { visible, visibleLines } from '../findings/visible.ts';
import { groupBy } from '../match.ts';
import { levelOf } from './failing.ts';
import { verdictOf } from './headline.ts';
import { shownAt } from './places.ts';
import type { Report } from './report.ts';
import { counted, gradeOf, remediesOf, titleOf, upperFirst } from './sentences.ts';

export interface Annotation {
  level: 'error' | 'warning' | 'notice';
  title: string;
  /** Plain text of several lines. */
  message: string;
  /** From the root of the repository; absent when there is no place in it. */
  file?: string;
  line?: number;
  column?: number;
}

/** GitHub shows ten of each level a step, and fifty a job. */
export const SHOWN_OF_A_LEVEL = 10;

/** One is left for what else a step says: how it ended, or that its comment was refused. */
export const MOST_OF_A_LEVEL = SHOWN_OF_A_LEVEL - 1;

/** The runner cuts a message here (`_maxIssueMessageLength` in actions/runner). */
export const MOST_CHARACTERS = 4096;

/** Findings of one line that its annotation tells. */
export const MOST_SENTENCES = 10;

const LEVELS = { error: 'error', warning: 'warning', note: 'notice' } as const satisfies Record<
  Severity,
  Annotation['level']
>;

/**
 * The annotations of a report, errors first, within GitHub's limits.
 * @param prefix the project's folder in the repository, `apps/api/`; empty when it is the root
 */
export function annotationsOf(report: Report, prefix: string): Annotation[] {
  if (report.status === 'failed') return [annotationOfFailure(report, prefix)];
  const lines = annotatedLines(report);
  return (['error', 'warning', 'note'] as const).flatMap((level) => {
    const own = lines.filter((line) => line.level === level);
    const shown = own.slice(0, MOST_OF_A_LEVEL);
    const hidden = countHidden(shown, own.slice(MOST_OF_A_LEVEL));
    return shown.map((line, index) =>
      annotationOf(line, prefix, index === shown.length - 1 && hidden > 0 ? moreWords(hidden) : ''),
    );
  });
}

/** A line, and what was found at it. */
interface AnnotatedLine {
  place: Location;
  findings: Finding[];
  /** The loudest of its findings'. */
  level: Severity;
}

/** Migrations before types, so that of few annotations most tell the cause. */
function annotatedLines(report: Report): AnnotatedLine[] {
  const { findings } = report;
  const spots = [
    ...findings.map((finding) => ({ finding, place: shownAt(finding, report) })),
    ...findings.flatMap((finding) =>
      finding.location && finding.typesLocation ? [{ finding, place: finding.typesLocation }] : [],
    ),
  ];
  return [...groupBy(spots, ({ place }) => `${place.line} ${place.file}`).values()].flatMap((own) => {
    const levels = own.map(({ finding }) => levelOf(finding, report));
    const level = levels.includes('error') ? 'error' : levels.includes('warning') ? 'warning' : 'note';
    const places = own.map(({ place }) => place);
    return places.slice(0, 1).map(({ file, line, column }) => ({
      place: {
        file,
        line,
        ...(column !== undefined && places.every((one) => one.column === column) && { column }),
      },
      findings: own.map(({ finding }) => finding),
      level,
    }));
  });
}

/** Findings that are told at no line that is shown. */
function countHidden(shown: readonly AnnotatedLine[], left: readonly AnnotatedLine[]): number {
  const told = new Set(shown.flatMap(({ findings }) => findings));
  return new Set(left.flatMap(({ findings }) => findings).filter((finding) => !told.has(finding))).size;
}

const moreWords = (hidden: number): string =>
  `\n\n${counted(hidden, 'more finding')} like this ${hidden === 1 ? 'has' : 'have'} no annotation, because GitHub shows only a few: the summary of this run lists them all.`;

function annotationOf({ place, findings, level }: AnnotatedLine, prefix: string, more: string): Annotation {
  return {
    level: LEVELS[level],
    title: titleFor(findings),
    message: cut(messageFor(findings), MOST_CHARACTERS - more.length) + more,
    ...inRepository(place, prefix),
  };
}

function titleFor(findings: readonly Finding[]): string {
  const [first = '', ...others] = new Set(findings.map(titleOf));
  return others.length === 0 ? first : `${first}, and ${others.length} more`;
}

/** What was found, what to do, and then what else belongs to it, which may be long. */
function messageFor(findings: readonly Finding[]): string {
  const told = findings.slice(0, MOST_SENTENCES).map(sentenceFor);
  const left = findings.length - told.length;
  // Statements and places tell what they belong to; sentences of a change do not.
  const telling = findings.filter(
    ({ compatibility }) => compatibility === undefined || findings.length === 1,
  );
  return [
    ...told,
    ...(left > 0 ? [`And ${left} more.`] : []),
    ...remediesOf(findings),
    ...telling.flatMap(({ details = [] }) => details).map(visible),
  ].join('\n');
}

function sentenceFor(finding: Finding): string {
  const why = finding.reason === undefined ? '' : ` ${upperFirst(gradeOf(finding))}: ${finding.reason}.`;
  return visible(upperFirst(finding.message) + why);
}

function annotationOfFailure(report: Report, prefix: string): Annotation {
  const { message = 'No reason was given.', remedy = '', location } = report.failure ?? {};
  return {
    level: 'error',
    title: verdictOf(report).status,
    message: cut([...visibleLines(message), ...visibleLines(remedy)].join('\n').trim(), MOST_CHARACTERS),
    ...(location && inRepository(location, prefix)),
  };
}

/** A place of the repository; what lies outside of it can't be annotated. */
function inRepository(
  { file, line, column }: Location,
  prefix: string,
): Pick<Annotation, 'file' | 'line' | 'column'> {
  const path = repositoryPath(prefix, file);
  return path.startsWith('../') ? {} : { file: visible(path), line, ...(column !== undefined && { column }) };
}

/** At most so many UTF-16 units, an ellipsis for what is left out; no character is halved. */
const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
