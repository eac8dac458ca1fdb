// What the report of an audit means for its issue.

import type { Finding } from '../findings/finding.ts';
import { named } from '../findings/prose.ts';
import { visible } from '../findings/visible.ts';
import type { Report } from '../report/report.ts';
import { shortened, upperFirst } from '../report/sentences.ts';
import type { ActionInputs } from './inputs.ts';
import type { IssueRequest } from './issue.ts';
import { issueKey } from './marker.ts';
import { markdownOf, type Place, type Verdict } from './verdict.ts';

type Audited = Verdict & { inputs: ActionInputs; place: Place };

export function issueOf(verdict: Audited): IssueRequest {
  const { report, inputs, place } = verdict;
  const { environment = '' } = inputs.options;
  const whose = [environment, visible(place.prefix.replace(/\/$/, ''))].filter((part) => part !== '');
  return {
    run: place.run,
    key: issueKey(place.prefix, environment),
    title: ['Database drift', ...whose].join(' · '),
    text: (budget) => markdownOf({ ...verdict, report: lasting(report) }, { budget, wholeAt: WHOLE }),
    findings: report.findings.map((finding) => ({
      fingerprint: finding.fingerprint,
      label: labelOf(finding),
      sentence: upperFirst(finding.message),
    })),
    notRun: report.notRun.map(({ part }) => part),
    isFailed: report.status === 'failed',
    policy: inputs.issuePolicy,
  };
}

/** Words, for the address of a run is another one each time. */
const WHOLE = 'the summary of the last audit';

/** Without what differs from run to run, so that an issue whose drift stays is left alone. */
function lasting({ audits: _, ...report }: Report): Report {
  return { ...report, timings: {} };
}

const LONGEST_NAME = 120;

const labelOf = ({ ruleId, subject, id }: Finding): string =>
  `${inWords(ruleId)}: ${inWords(subject.kind)} ${named(shortened(id, LONGEST_NAME))}`;

const inWords = (name: string): string => name.replaceAll('-', ' ');
