// Whether what a report found fails the check. The status stays the truth; the level says what of it is tolerated.

import type { Finding } from '../findings/finding.ts';
import type { Severity } from '../findings/rules.ts';
import type { FailOn } from '../options/values.ts';
import type { Report } from './report.ts';
import { isOfLive } from './verdicts.ts';

/** Whether a report fails at its level of `--fail-on`. One that could not check always does. */
export function isFailing(report: Report): boolean {
  const { status, findings, failOn } = report;
  if (status !== 'drifted') return status === 'failed';
  if (isAccepted(report)) return false;
  const level = failOn ?? (isOfLive(report) ? 'warning' : undefined);
  return level === undefined || findings.some((finding) => reaches(finding, level));
}

/** The report with the level that it is to be judged by, where that is not the usual one. */
export const withLevel = (report: Report, failOn: FailOn): Report =>
  failOn === 'drift' || failOn === 'warning' ? report : { ...report, failOn };

export const CANNOT_CHECK = 2;

/** 0: in sync, or drift that `--fail-on` tolerates; 1: drift; 2: could not check, whatever is tolerated. */
export function exitCodeOf(report: Report): number {
  if (report.status === 'failed') return CANNOT_CHECK;
  return isFailing(report) ? 1 : 0;
}

/** How loud a finding is where there are levels and no grades: an error fails the check, the rest is tolerated. */
export function levelOf(finding: Finding, { failOn }: Report): Severity {
  if (failOn === undefined || reaches(finding, failOn)) return finding.severity;
  return finding.compatibility === 'safe' || finding.severity === 'note' ? 'note' : 'warning';
}

/** Of an audit a level is of severities, of a check of grades. A finding without a grade is of the repository, not of its types: that it does not replay breaks more than any code. */
function reaches(
  { compatibility = 'breaking', severity }: Finding,
  level: Exclude<FailOn, 'drift'>,
): boolean {
  switch (level) {
    case 'error':
      return severity === 'error';
    case 'warning':
      return severity !== 'note';
    case 'note':
      return true;
    case 'dangerous':
      return compatibility !== 'safe';
    case 'breaking':
      return compatibility === 'breaking';
    case 'never':
      return false;
    default:
      return level satisfies never;
  }
}

/** All drift that there is stands in the baseline. */
export const isAccepted = ({ status, findings, accepted = [] }: Report): boolean =>
  status === 'drifted' && findings.length === 0 && accepted.length > 0;

/** What a command was asked for is done, and nothing that fails is left. */
export const isDone = (report: Report): boolean => report.done !== undefined && !isFailing(report);

/** Drift that the level or the baseline lets pass: the report says so, and the check does not fail. */
export const isTolerated = (report: Report): boolean => report.status === 'drifted' && !isFailing(report);
