// Code Quality as GitLab reads it (docs.gitlab.com/ci/testing/code_quality): it drops an issue that lacks a required key,
// shows one of two that have a fingerprint in common, and matches paths from the root of the repository.

import { describe, expect, test } from '@jest/globals';
import { renderGitlab } from '../../src/report/gitlab.ts';
import type { Report } from '../../src/report/report.ts';
import {
  accepted,
  baseSchemaDrift,
  blamed,
  cannotReplay,
  drifted,
  failed,
  failedReplay,
  HOSTILE_NAMES,
  hostileReport,
  inSync,
  tolerated,
} from './reports.ts';

const issuesOf = (report: Report, prefix = '') => JSON.parse(renderGitlab(report, { prefix }));

const SEVERITIES = ['info', 'minor', 'major', 'critical', 'blocker'];

test.each(
  Object.entries({ drifted, blamed, tolerated, failed, cannotReplay, failedReplay, baseSchemaDrift }),
)('every issue of %s has what GitLab requires', (_, report) => {
  const issues = issuesOf(report, 'apps/api/');
  expect(issues).toHaveLength(report.status === 'failed' ? 1 : report.findings.length);
  for (const issue of issues) {
    expect(Object.keys(issue).sort()).toEqual([
      'check_name',
      'description',
      'fingerprint',
      'location',
      'severity',
    ]);
    expect(SEVERITIES).toContain(issue.severity);
    expect(issue.description).not.toMatch(/^\s*$|`/);
    expect(issue.location.path).toMatch(/^(?!\.)[^/]/);
    expect(issue.location.lines.begin).toBeGreaterThan(0);
  }
  const fingerprints = issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint);
  expect(new Set(fingerprints).size).toBe(issues.length);
});

test('a finding is shown at its migration, by its path in the repository', () => {
  const [finding] = blamed.findings;
  expect(issuesOf(blamed, 'apps/api/')[0]).toEqual({
    description: expect.stringContaining(finding?.remedy.replaceAll('`', '') ?? ''),
    check_name: finding?.ruleId,
    fingerprint: finding?.fingerprint,
    severity: 'critical',
    location: { path: `apps/api/${finding?.location?.file}`, lines: { begin: finding?.location?.line } },
  });
});

test('nothing to tell is an empty list; what is accepted is not told', () => {
  expect(issuesOf(inSync)).toEqual([]);
  expect(issuesOf(accepted)).toEqual([]);
});

test('what could not be checked is a blocker, never an empty list', () => {
  expect(issuesOf(failed)).toEqual([
    expect.objectContaining({
      severity: 'blocker',
      check_name: 'could-not-check',
      description: expect.stringContaining('Could not check: '),
    }),
  ]);
});

test('what `--fail-on` tolerates is no error', () => {
  const severities = issuesOf({ ...drifted, failOn: 'never' }).map(
    ({ severity }: { severity: string }) => severity,
  );
  expect(severities).toHaveLength(drifted.findings.length);
  expect(severities.filter((severity: string) => severity === 'critical')).toEqual([]);
});

test('a finding in two types files is two issues', () => {
  const twice = { ...blamed, findings: blamed.findings.flatMap((finding) => [finding, finding]) };
  const fingerprints = issuesOf(twice).map(({ fingerprint }: { fingerprint: string }) => fingerprint);
  expect(new Set(fingerprints).size).toBe(2 * blamed.findings.length);
});

describe('a hostile name', () => {
  test.each(HOSTILE_NAMES.map((name) => [JSON.stringify(name), name] as const))('%s', (_, name) => {
    const text = renderGitlab(hostileReport(name), { prefix: '' });
    expect(JSON.parse(text)).toHaveLength(hostileReport(name).findings.length);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u2028-\u202e]/u);
  });
});
