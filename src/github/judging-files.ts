// What a pull request does to the files that decide what a check lets pass: the baseline and the configuration file.
// Drift that it accepts or leaves out as it makes it is green, so whoever reviews it is told.

import * as v from 'valibot';
import type { Notice } from '../findings/notice.ts';
import { named } from '../findings/prose.ts';
import { repositoryPath } from '../findings/repository-path.ts';
import { BASELINE_FILE } from '../project/baseline-file.ts';
import { SETTINGS_FILE } from '../project/settings.ts';
import { namedList } from '../project/types-file/types-file.ts';
import type { Report } from '../report/report.ts';
import { counted, shortened } from '../report/sentences.ts';
import { bothNames, changedFiles } from './changed-files.ts';
import type { ActionContext } from './context.ts';

/** A file that decides what a check lets pass. */
interface JudgingFile {
  code: 'baseline-changed' | 'settings-changed';
  /** From the project's folder. */
  path: string;
  isThere: boolean;
  /** What stands in it. */
  holds: string;
  /** What the changed lines of it come to. */
  changed(patch: string): string;
}

/** The baseline, and the configuration file. One that is named and is not there is an error before. */
const judgingFiles = (
  { project, settings = [] }: Report,
  settingsFile: string | undefined,
): JudgingFile[] => [
  {
    code: 'baseline-changed',
    path: project.baseline ?? BASELINE_FILE,
    isThere: project.baseline !== undefined,
    holds: 'the accepted drift',
    changed: entriesChanged,
  },
  {
    code: 'settings-changed',
    path: settingsFile ?? settings[0]?.from ?? SETTINGS_FILE,
    isThere: settingsFile !== undefined || settings.length > 0,
    holds: 'the settings of this check',
    changed: settingsChanged,
  },
];

/** The report with a notice for each of those files that the pull request changes or takes away. */
export async function withFileChanges(
  report: Report,
  { github, run, prefix, settingsFile }: Pick<ActionContext, 'github' | 'run' | 'prefix' | 'settingsFile'>,
): Promise<Report> {
  if (run.pullRequest === undefined) return report;
  const files = await changedFiles(github, run);
  if (files === undefined) return report;
  const notices = judgingFiles(report, settingsFile).flatMap((judging): Notice[] => {
    const { code, path, isThere, holds } = judging;
    if (files === 'too-many-files')
      return isThere
        ? [
            {
              code,
              message: `GitHub does not list all files of this pull request: check whether it changes ${holds} in ${named(path)}.`,
            },
          ]
        : [];
    const change = files.find((file) => bothNames(file).includes(repositoryPath(prefix, path)));
    if (change === undefined) return [];
    const verb = isThere ? 'changes' : 'removes';
    const what = judging.changed(change.patch ?? '');
    return [{ code, message: `This pull request ${verb} ${holds} in ${named(path)}: ${what}.` }];
  });
  return notices.length === 0 ? report : { ...report, notices: [...notices, ...report.notices] };
}

export const changesJudgment = ({ notices }: Report): boolean =>
  notices.some(({ code }) => code === 'baseline-changed' || code === 'settings-changed');

/** The lines that come and go, without comments. */
function settingsChanged(patch: string): string {
  const lines = (sign: string): string[] =>
    changedLines(patch, sign).filter((line) => line !== '' && !line.startsWith('#'));
  const told = [
    ['adds', lines('+')],
    ['removes', lines('-')],
  ] as const;
  const counts = told.flatMap(([verb, some]) =>
    some.length === 0
      ? []
      : [`${verb} ${namedList(some.map((line) => named(shortened(line, LONGEST_LINE))))}`],
  );
  return counts.length === 0 ? 'review what changed' : `it ${counts.join(', and ')}`;
}

const LONGEST_LINE = 120;

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
