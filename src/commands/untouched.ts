// The quick answer to a pull request that changes nothing of what is compared. A workflow that is required can't be
// filtered by paths, for it would wait for ever: so the filter is here.

import { repositoryPath } from '../findings/repository-path.ts';
import type { Options } from '../options/options.ts';
import type { Project } from '../project/project.ts';
import { SETTINGS_FILE } from '../project/settings.ts';
import { pathsOf } from '../project/types-file/types-file.ts';
import type { Report } from '../report/report.ts';
import { summaryOf } from './summary.ts';

/** What of `supabase/` a comparison reads. */
const READ = ['migrations', 'config.toml', 'roles.sql', '.env', '.env.local'].map(
  (name) => `supabase/${name}`,
);

/** What says how to compare. A pull request that brings the check in is the first that it must look at. */
const WORKFLOWS = '.github/workflows';

/**
 * Whether one of the changed files is one that a comparison reads, lies in such a folder, or is a submodule around it.
 * @param changed paths from the repository's root
 * @param prefix the project's folder from there, `apps/api/`
 */
export function touches(
  { typesFiles, baseline }: Project,
  changed: readonly string[],
  prefix: string,
  settingsFile: string = SETTINGS_FILE,
): boolean {
  const read = [
    WORKFLOWS,
    ...[...READ, ...pathsOf(typesFiles), baseline.path, settingsFile].map((path) =>
      repositoryPath(prefix, path),
    ),
  ];
  return changed.some((path) => read.some((one) => isWithin(path, one) || isWithin(one, path)));
}

const isWithin = (path: string, folder: string): boolean =>
  `${spelled(path)}/`.startsWith(`${spelled(folder)}/`);

/** As file systems compare names that take `Types.ts` for `types.ts`: a name that an input spells so is the same. */
const spelled = (path: string): string => path.normalize('NFC').toLowerCase();

/**
 * Whether a changed file may be why a search finds other types than before: what Git ignores, TypeScript that is gone,
 * or that is named like types and holds none any more.
 * @param isThere whether the checkout has it
 */
export const mayHideTypes = (path: string, isThere: (path: string) => boolean): boolean =>
  /(^|\/)\.gitignore$/.test(path) ||
  (/\.[mc]?ts$/.test(path) && (/types[^/]*$/i.test(path) || !isThere(path)));

/** The report of a check that had nothing to look at. */
export function untouchedReport(
  project: Project,
  { schema, database, resetWith }: Pick<Options, 'schema' | 'database' | 'resetWith'>,
): Report {
  const reason = 'the pull request touches neither migrations, nor config.toml, nor the committed types';
  const message = `Not compared: ${reason}. Set \`skip-unchanged: false\` to compare all the same.`;
  return {
    schemaVersion: 1,
    command: 'check',
    status: 'in-sync',
    findings: [],
    notices: [...project.notices, { code: 'nothing-touched', message }],
    notRun: [
      { part: 'replay', reason },
      { part: 'types', reason },
    ],
    project: summaryOf(project, schema),
    engine: { database, resetWith },
    timings: {},
  };
}
