// The texts of a report, all at once.

import { asStarted } from '../program.ts';
import type { Report } from './report.ts';

/** Where our own words stand, on which verdicts hang: nothing else can be there. */
const OURS = new Set(
  'status command ruleId severity compatibility kind code part standing insert database resetWith failOn fingerprint date expires'.split(
    ' ',
  ),
);

/** The report with every text changed, but those that are words of ours. */
export function withTexts(report: Report, change: (text: string) => string): Report {
  const json = JSON.stringify(report);
  if (change(json) === json) return report;
  return JSON.parse(json, (key, value: unknown) =>
    typeof value === 'string' && !OURS.has(key) ? change(value) : value,
  );
}

/** The report with the commands that it names as this program was started. */
export const withCommands = (report: Report, program: string): Report =>
  withTexts(report, (text) => asStarted(text, program));
