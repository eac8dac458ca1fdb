// What a pull request does to the baseline. Drift that it accepts in the same breath as it makes it is green, and whoever
// reviews it is told.

import * as v from 'valibot';
import type { Notice } from '../findings/notice.ts';
import { named } from '../findings/prose.ts';
import { repositoryPath } from '../findings/repository-path.ts';
import { BASELINE_FILE } from '../project/baseline-file.ts';
import { namedList } from '../project/types-file/types-file.ts';
import type { Report } from '../report/report.ts';
import { counted } from '../report/sentences.ts';
import { bothNames, changedFiles } from './changed-files.ts';
import type { ActionContext } from './context.ts';

/** The report with a notice, when the pull request changes the baseline that it was held against, or takes it away. */
export async function withBaselineChange(
  report: Report,
  { github, run, prefix }: Pick<ActionContext, 'github' | 'run' | 'prefix'>,
): Promise<Report> {
  if (run.pullRequest === undefined) return report;
  // One that is named and is not there is an error: see discover.ts.
  const { baseline = BASELINE_FILE } = report.project;
  const isThere = report.project.baseline !== undefined;
  const files = await changedFiles(github, run);
  if (files === undefined || (files === 'too-many-files' && !isThere)) return report;
  const path = repositoryPath(prefix, baseline);
  const change = files === 'too-many-files' ? files : files.find((file) => bothNames(file).includes(path));
  if (change === undefined) return report;
  const notice: Notice = {
    code: 'baseline-changed',
    message:
      change === 'too-many-files'
        ? `GitHub does not list all files of this pull request: check whether it changes the accepted drift in ${named(baseline)}.`
        : `This pull request ${isThere ? 'changes' : 'removes'} the accepted drift in ${named(baseline)}: ${entriesChanged(change.patch ?? '')}.`,
  };
  return { ...report, notices: [notice, ...report.notices] };
}

export const changesBaseline = ({ notices }: Report): boolean =>
  notices.some(({ code }) => code === 'baseline-changed');

const Entry = v.object({ object: v.string(), rule: v.string() });

/** The entries that come and go; an entry is a line, whatever separates it from the next. */
function entriesChanged(patch: string): string {
  const [added, removed] = [changedLines(patch, '+'), changedLines(patch, '-')];
  const counts = [
    ...entries(
      'adds',
      added.filter((line) => !removed.includes(line)),
    ),
    ...entries(
      'removes',
      removed.filter((line) => !added.includes(line)),
    ),
  ];
  return counts.length === 0 ? 'review what changed' : `it ${counts.join(', and ')}`;
}

const changedLines = (patch: string, sign: string): string[] =>
  patch
    .split('\n')
    .filter((line) => line.startsWith(sign))
    .map((line) => line.slice(1).trim().replace(/,$/, ''));

function entries(verb: string, lines: readonly string[]): string[] {
  const found = lines.flatMap((line) => entryOf(line) ?? []);
  if (found.length === 0) return [];
  const names = found.map(({ object, rule }) => `${named(object)} (${named(rule)})`);
  return [`${verb} ${counted(found.length, 'entry', 'entries')}: ${namedList(names)}`];
}

function entryOf(line: string): v.InferOutput<typeof Entry> | undefined {
  try {
    const { success, output } = v.safeParse(Entry, JSON.parse(line));
    return success ? output : undefined;
  } catch {
    return undefined;
  }
}
