// The report in the words of a workflow: its remedies speak of the flags of the command line elsewhere.

import type { Report } from '../report/report.ts';
import { inputWords } from './inputs.ts';

export const inWordsOfInputs = (report: Report): Report => ({
  ...report,
  findings: report.findings.map((finding) => ({ ...finding, remedy: inputWords(finding.remedy) })),
  notices: report.notices.map((notice) => ({ ...notice, message: inputWords(notice.message) })),
  ...(report.failure && {
    failure: {
      ...report.failure,
      message: inputWords(report.failure.message),
      remedy: inputWords(report.failure.remedy),
    },
  }),
});
