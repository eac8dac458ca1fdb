// `init`: what a project needs for its first check in front of the main branch: the workflow, the configuration file, and
// the types when it has none. Asks nothing, overwrites nothing, and says then what a check says.

import { named } from '../findings/prose.ts';
import { repositoryPath } from '../findings/repository-path.ts';
import type { Files } from '../ports.ts';
import type { Project } from '../project/project.ts';
import { SETTINGS_FILE } from '../project/settings.ts';
import { pathsOf } from '../project/types-file/types-file.ts';
import type { Report } from '../report/report.ts';
import { type CheckPorts, compareRead, readProject, verdictOf } from './check.ts';
import { creationOf, type Edit, patchOf } from './edits.ts';
import type { Fixed, FixOptions } from './fix.ts';
import { settingsText, workflowText } from './init-files.ts';

const WORKFLOW = '.github/workflows/supabase-drift.yml';
const NEW_TYPES = 'database.types.ts';

/** Writes what is not there. Throws as `check` does, and then has written nothing. */
export async function init(options: FixOptions, ports: CheckPorts): Promise<Fixed> {
  const read = readProject(ports);
  const files = ports.filesOf(read.project);
  const project = withNewTypes(read.project, files);
  const compared = await compareRead({ ...read, project }, options, ports);
  const { generated } = compared.scope.comparison;
  const types =
    project.newTypes !== undefined && generated !== undefined
      ? [await creationOf(project.newTypes, generated)]
      : [];
  const paths = [...pathsOf(project.typesFiles), ...types.map(({ path }) => path)];
  const wanted = [...types, ...configured(paths, files)];
  const missing = wanted.filter(({ path }) => !files.isThere(path));
  const kept = wanted.filter(({ path }) => files.isThere(path));
  const report = verdictOf(compared, options.repeat);
  const prefix = `${files.pathFromRoot('.')}/`;
  if (options.dryRun)
    return { report, patch: await patchOf(missing, (path) => repositoryPath(prefix, path)) };
  for (const { path, after } of missing) await files.replaceText(path, after, { makesFolder: true });
  return { report: withDone(report, missing, kept, paths) };
}

/** A project without types gets them beside its sources. */
function withNewTypes(project: Project, files: Files): Project {
  const { hasNoTypes, typesSearched, ...rest } = project;
  // `--types none` says that there are to be none.
  if (!hasNoTypes || typesSearched === undefined) return project;
  return { ...rest, newTypes: files.isThere('src') ? `src/${NEW_TYPES}` : NEW_TYPES };
}

/** The configuration file of the project, and the workflow at the root of its repository. */
function configured(types: readonly string[], files: Files): Edit[] {
  const folder = files.pathFromRoot('.');
  const above = folder === '.' ? '' : '../'.repeat(folder.split('/').length);
  const inRepository = types.map((path) => repositoryPath(`${folder}/`, path));
  return [
    { path: SETTINGS_FILE, changes: 1, after: settingsText(types) },
    { path: `${above}${WORKFLOW}`, changes: 1, after: workflowText(folder, inRepository) },
  ];
}

function withDone(
  report: Report,
  created: readonly Edit[],
  kept: readonly Edit[],
  types: readonly string[],
): Report {
  const list = (edits: readonly Edit[]): string => edits.map(({ path }) => named(path)).join(', ');
  const sentences = [
    ...(created.length > 0 ? [`Created ${list(created)}; commit what was created.`] : []),
    ...(kept.length > 0 ? [`Left ${list(kept)} as it was.`] : []),
  ];
  return {
    ...report,
    command: 'init',
    project: { ...report.project, types: [...types] },
    done: { kind: 'set-up', sentences },
  };
}
