// The hidden first line of what we publish: whose it is (`key`), and which run wrote it. Only the first line is read, so
// that no name in the report's text can pose as one.

import type { WorkflowRun } from '../event.ts';

export interface PostMarker {
  key: string;
  /** The commit that the report is about. */
  head: string;
  run: number;
  attempt: number;
}

export const markerOf = (
  key: string,
  { headSha, runId, runAttempt }: Pick<WorkflowRun, 'headSha' | 'runId' | 'runAttempt'>,
): PostMarker => ({ key, head: headSha, run: runId, attempt: runAttempt });

/** `<!-- supabase-drift-gate key=CI#drift#apps/api head=… run=… attempt=… -->` */
export const markerLine = ({ key, head, run, attempt }: PostMarker): string =>
  `<!-- supabase-drift-gate key=${encodeWord(key)} head=${encodeWord(head)} run=${run} attempt=${attempt} -->`;

export const withMarker = (marker: PostMarker, text: string): string => `${markerLine(marker)}\n${text}`;

/** The marker in the first line of a text; undefined when there is none, or it is not ours. */
export function readMarker(text: string): PostMarker | undefined {
  const [, fields = ''] = /^<!-- supabase-drift-gate((?: [a-z]+=\S*)+) -->(?:\r?\n|$)/.exec(text) ?? [];
  const values = new Map([...fields.matchAll(/ ([a-z]+)=(\S*)/g)].map(([, name, value]) => [name, value]));
  const key = decodeWord(values.get('key'));
  const head = decodeWord(values.get('head'));
  const run = wholeNumber(values.get('run'));
  const attempt = wholeNumber(values.get('attempt'));
  if (key === undefined || head === undefined || run === undefined || attempt === undefined) return undefined;
  return { key, head, run, attempt };
}

const wholeNumber = (value: string | undefined): number | undefined =>
  value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : undefined;

/** What stands below the marker, whatever line ends it came back with. */
export const belowFirstLine = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replace(/^[^\n]*\n?/, '')
    .trimEnd();

/** Below 0: `a` is of an older run. A rerun of a run is newer than its first attempt, and older than any later run. */
export const byAge = (a: PostMarker, b: PostMarker): number => a.run - b.run || a.attempt - b.attempt;

/**
 * Tells the comments of a pull request apart: one for each project in each job of each workflow, or what the input
 * `comment-key` says. `project` is its directory in the repository.
 */
export const commentKey = (run: Pick<WorkflowRun, 'workflow' | 'job'>, project: string, input = ''): string =>
  input.trim() || keyOfParts([run.workflow, run.job, project]);

/** Tells the issues of a repository apart: one for each project and environment, whatever workflow audits it. */
export const issueKey = (project: string, environment = ''): string =>
  keyOfParts(['audit', project, environment]);

const keyOfParts = (parts: readonly string[]): string =>
  parts.map((part) => part.replace(/[%#]/g, encodeURIComponent)).join('#');

/**
 * Text as one word that can neither end a comment of HTML nor a line. Lone surrogates are no text, and
 * encodeURIComponent throws at them.
 */
export const encodeWord = (value: string): string =>
  encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\uFFFD'))
    .replaceAll('%2F', '/')
    .replaceAll('%23', '#')
    .replaceAll('--', '-%2D');

export function decodeWord(value: string | undefined): string | undefined {
  try {
    return value === undefined ? undefined : decodeURIComponent(value);
  } catch {
    return undefined;
  }
}
