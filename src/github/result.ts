// What a run of the Action came to, and its report in GitHub's Markdown.

import type { Location } from '../findings/finding.ts';
import { repositoryPath } from '../findings/repository-path.ts';
import { type MarkdownPage, renderMarkdown } from '../report/markdown.ts';
import type { Report } from '../report/report.ts';
import type { ActionContext, BrokenContext } from './context.ts';
import { urlOfLine, urlOfRun } from './event.ts';
import type { Written } from './outputs.ts';

export interface ActionResult {
  context: ActionContext | BrokenContext;
  report: Report;
  /** The patch that `fix` would make; absent when there is nothing to fix, or it can't be fixed. */
  patch?: string;
  /** The reports that the workflow asked for and has. */
  written?: Omit<Written, 'patch'>;
}

/** With links to the run and to the lines of the head commit. */
export function markdownOf({ context, report, patch }: ActionResult, page: MarkdownPage = {}): string {
  if ('problem' in context) return renderMarkdown(report, page);
  const { run, prefix } = context;
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

/** Without what differs from run to run, so that a comment or an issue whose drift stays is left alone. */
export const withoutTimes = ({
  report: { audits: _, ...report },
  ...result
}: ActionResult): ActionResult => ({
  ...result,
  report: { ...report, timings: {} },
});
