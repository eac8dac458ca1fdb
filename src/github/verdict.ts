// What is published: a verdict, and as much of what surrounds it as could be read.

import type { Options } from '../config/options.ts';
import type { Location } from '../findings/finding.ts';
import { repositoryPath } from '../findings/repository-path.ts';
import { type MarkdownPage, renderMarkdown } from '../report/markdown.ts';
import type { Report } from '../report/report.ts';
import type { GitHub } from './api.ts';
import type { ActionInputs } from './inputs.ts';
import type { Written } from './outputs.ts';
import { type Run, urlOfLine, urlOfRun } from './run.ts';

/** Where a verdict belongs. */
export interface Place {
  run: Run;
  github: GitHub;
  /** The project's folder from the repository's root, `apps/api/`; empty when it is the root. */
  prefix: string;
}

export interface Verdict {
  report: Report;
  /** The patch that `fix` would make; absent when there is nothing to mend, or it can't be. */
  patch?: string;
  /** The defaults, when the inputs could not be read. */
  options: Options;
  inputs?: ActionInputs;
  place?: Place;
  /** The reports that the workflow asked for and has. */
  written?: Omit<Written, 'patch'>;
}

/** The report in GitHub's Markdown, with links to the run and to the lines of the head commit. */
export function markdownOf({ report, patch, place }: Verdict, page: MarkdownPage = {}): string {
  if (place === undefined) return renderMarkdown(report, page);
  const { run, prefix } = place;
  const linkTo = ({ file, line }: Location): string => urlOfLine(run, repositoryPath(prefix, file), line);
  return renderMarkdown(report, {
    wholeAt: urlOfRun(run),
    linkTo,
    ...(patch && { patch, patchAt: PATCH }),
    ...page,
  });
}

/** Where a reader finds the patch: examples/pull-request.yml keeps it so. */
const PATCH = 'which the workflow may keep as the artifact `supabase-drift-patch`';
