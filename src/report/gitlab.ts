// The report as GitLab's Code Quality artifact, which merge requests show beside the changed lines
// (docs.gitlab.com/ci/testing/code_quality, "Code Quality report format").

import type { Finding } from '../findings/finding.ts';
import { repositoryPath } from '../findings/repository-path.ts';
import type { Severity } from '../findings/rules.ts';
import { visible, visibleJson } from '../findings/visible.ts';
import { levelOf } from './failing.ts';
import { verdictOf } from './headline.ts';
import { type InRepository, prefixOf, shownAt } from './places.ts';
import type { Report } from './report.ts';
import { gradeOf, upperFirst } from './sentences.ts';

interface Issue {
  description: string;
  check_name: string;
  /** One issue of a report each: GitLab takes two of the same for one. */
  fingerprint: string;
  severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker';
  location: { path: string; lines: { begin: number } };
}

const SEVERITIES = { error: 'critical', warning: 'minor', note: 'info' } as const satisfies Record<
  Severity,
  Issue['severity']
>;

/** An array of issues, two spaces deep, a newline at the end. A run that could not check is one issue, `blocker`. */
export function renderGitlab(report: Report, { prefix = prefixOf(report) }: InRepository = {}): string {
  const issues =
    report.status === 'failed'
      ? [failure(report, prefix)]
      : report.findings.map((finding) => issueOf(finding, report, prefix));
  return `${visibleJson(JSON.stringify(distinct(issues), null, 2))}\n`;
}

function issueOf(finding: Finding, report: Report, prefix: string): Issue {
  const { file, line } = shownAt(finding, report);
  const why = finding.reason === undefined ? '' : ` ${upperFirst(gradeOf(finding))}: ${finding.reason}.`;
  return {
    description: visible(`${upperFirst(finding.message)}${why} ${finding.remedy}`.replaceAll('`', '')),
    check_name: finding.ruleId,
    fingerprint: finding.fingerprint,
    severity: SEVERITIES[levelOf(finding, report)],
    location: { path: repositoryPath(prefix, file), lines: { begin: line } },
  };
}

function failure(report: Report, prefix: string): Issue {
  const { message = 'No reason was given.', remedy = '', location, rule } = report.failure ?? {};
  const { file, line } = location ?? { file: 'supabase/config.toml', line: 1 };
  return {
    description: visible(`${verdictOf(report).status}: ${message} ${remedy}`.trim().replaceAll('`', '')),
    check_name: rule ?? 'could-not-check',
    fingerprint: `could-not-${report.command}`,
    severity: 'blocker',
    location: { path: repositoryPath(prefix, file), lines: { begin: line } },
  };
}

/** A finding stands in several types files that differ, and has the same fingerprint in each. */
function distinct(issues: readonly Issue[]): Issue[] {
  const seen = new Map<string, number>();
  return issues.map((issue) => {
    const count = (seen.get(issue.fingerprint) ?? 0) + 1;
    seen.set(issue.fingerprint, count);
    return count === 1 ? issue : { ...issue, fingerprint: `${issue.fingerprint}-${count}` };
  });
}
