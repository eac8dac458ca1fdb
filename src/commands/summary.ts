// What reports say of a project. In a file of its own: the quick answer needs it, and nothing else of a check.

import type { Project } from '../project/project.ts';
import { pathsOf } from '../project/types-file/types-file.ts';
import type { ProjectSummary } from '../report/report.ts';

export const summaryOf = (project: Project, schemas: readonly string[]): ProjectSummary => ({
  directory: project.shownDirectory,
  migrations: project.migrations.length,
  types: pathsOf(project.typesFiles),
  schemas: [...schemas],
  ...(project.baseline.text !== undefined && { baseline: project.baseline.path }),
});
