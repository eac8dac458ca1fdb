// A result as the comment of its pull request, or as the issue of its audit, and what is said of publishing it.

import * as core from '@actions/core';
import type { Finding } from '../findings/finding.ts';
import { named } from '../findings/prose.ts';
import { visible } from '../findings/visible.ts';
import type { Report } from '../report/report.ts';
import { shortened, upperFirst } from '../report/sentences.ts';
import type { ActionContext } from './context.ts';
import { changesJudgment } from './judging-files.ts';
import { type ActionResult, markdownOf, withoutTimes } from './result.ts';
import { publishComment } from './sticky/comment.ts';
import { type IssueRequest, publishIssue } from './sticky/issue.ts';
import { commentKey, issueKey, markerOf, withMarker } from './sticky/marker.ts';
import type { Outcome } from './sticky/sticky.ts';

export async function publishPosts(result: ActionResult): Promise<void> {
  const { context, report } = result;
  if ('problem' in context) return;
  const { inputs, run, github } = context;
  if (inputs.mode === 'check') {
    const outcome = await publishComment(github, {
      run,
      key: commentKeyOf(context),
      text: (budget) => markdownOf(withoutTimes(result), { budget }),
      isClean: isClean(report),
      policy: inputs.commentPolicy,
    });
    logOutcome('comment', outcome, 'Give each its own `comment-key`, for example the value of the matrix.');
  } else if (!run.isOnDefaultBranch) {
    core.info(
      'No issue is opened or updated, because this is not the default branch. The report is in the summary.',
    );
  } else {
    const outcome = await publishIssue(github, issueOf(result, context));
    if (outcome.status === 'left-alone') core.warning(leftAlone(report));
    logOutcome('issue', outcome, 'Give each database its own `environment`.');
    if (outcome.status !== 'refused' && outcome.url !== undefined) core.setOutput('issue-url', outcome.url);
  }
}

function logOutcome(noun: string, outcome: Outcome, remedyForShared: string): void {
  if (outcome.status === 'refused') {
    core.warning(`${outcome.message} ${outcome.remedy}`);
    return;
  }
  const { status, url, untold, isTakenOver } = outcome;
  if (untold) core.warning(`${untold.message} ${untold.remedy}`);
  if (isTakenOver)
    core.warning(
      `Another step or job of this run uses the same ${noun}, so its result was overwritten. ${remedyForShared}`,
    );
  if (url !== undefined) core.info(`${upperFirst(noun)} ${status}: ${url}`);
}

/** The comment with its marker, for a second workflow to post; empty when there is nothing to say. */
export function commentBodyOf(result: ActionResult): string {
  const { context, report } = result;
  if ('problem' in context || context.inputs.mode === 'audit') return '';
  if (isClean(report) && context.inputs.commentPolicy !== 'always') return '';
  return withMarker(markerOf(commentKeyOf(context), context.run), markdownOf(withoutTimes(result)));
}

const commentKeyOf = ({ inputs, run, prefix }: ActionContext): string =>
  commentKey(run, prefix, inputs.commentKey);

/** Drift that the baseline accepts is nothing new, except in the pull request that accepts it. */
const isClean = (report: Report): boolean =>
  report.status !== 'failed' && report.findings.length === 0 && !changesJudgment(report);

function issueOf(result: ActionResult, { inputs, run, prefix }: ActionContext): IssueRequest {
  const { report } = result;
  const { environment = '' } = inputs.options;
  const whose = [environment, visible(prefix.replace(/\/$/, ''))].filter((part) => part !== '');
  return {
    run,
    key: issueKey(prefix, environment),
    title: ['Database drift', ...whose].join(' · '),
    // Words, for the address of a run is another one each time.
    text: (budget) => markdownOf(withoutTimes(result), { budget, wholeAt: 'the summary of the last audit' }),
    findings: report.findings.map((finding) => ({
      fingerprint: finding.fingerprint,
      label: auditLabel(finding),
      sentence: upperFirst(finding.message),
    })),
    notRun: report.notRun.map(({ part }) => part),
    isFailed: report.status === 'failed',
    policy: inputs.issuePolicy,
  };
}

const LONGEST_NAME = 120;

const auditLabel = ({ ruleId, subject, id }: Finding): string =>
  `${inWords(ruleId)}: ${inWords(subject.kind)} ${named(shortened(id, LONGEST_NAME))}`;

const inWords = (name: string): string => name.replaceAll('-', ' ');

function leftAlone({ status, notRun }: Report): string {
  const kept = 'If there is an issue, it was left as it is, because this audit';
  if (status === 'failed') return `${kept} could not check.`;
  const parts = notRun.map(({ part }) => part).join(', ');
  return `${kept} skipped: ${parts}. If everything it lists is settled, close it yourself; new drift reopens it.`;
}
