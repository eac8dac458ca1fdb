import { describe, expect, test } from '@jest/globals';
import { AUDIT_FAIL_ON, FAIL_ON } from '../../src/options/values.ts';
import { isFailing, withLevel } from '../../src/report/failing.ts';
import type { Report } from '../../src/report/report.ts';
import { auditOf, richAudit } from './audit-reports.ts';
import {
  accepted,
  baseSchemaDrift,
  blamed,
  failed,
  failedReplay,
  inSync,
  outlived,
  reportOf,
} from './reports.ts';

const graded = (compatibility: 'breaking' | 'dangerous' | 'safe'): Report =>
  reportOf({
    status: 'drifted',
    findings: blamed.findings.slice(0, 2).map((finding, index) => ({
      ...finding,
      compatibility: index === 0 ? 'safe' : compatibility,
    })),
  });

const REPORTS = {
  'in sync': [inSync, []],
  'safe changes': [graded('safe'), ['drift']],
  'a dangerous change': [graded('dangerous'), ['drift', 'dangerous']],
  'a breaking change': [graded('breaking'), ['drift', 'dangerous', 'breaking']],
  'a replay that fails': [failedReplay, ['drift', 'dangerous', 'breaking']],
  'base-schema drift': [baseSchemaDrift, ['drift', 'dangerous', 'breaking']],
  'drift that is accepted': [accepted, []],
  'a baseline that is outlived': [outlived, ['drift', 'dangerous', 'breaking']],
  'a run that could not check': [failed, ['drift', 'dangerous', 'breaking', 'never']],
} as const satisfies Record<string, [Report, readonly string[]]>;

describe('which reports fail, by the level of --fail-on', () => {
  test.each(Object.entries(REPORTS))('%s', (_, [report, failing]) => {
    const found = FAIL_ON.filter((level) =>
      isFailing(level === 'drift' ? report : { ...report, failOn: level }),
    );
    expect(found).toEqual(failing);
  });
});

describe('which audits fail, by the level of --fail-on', () => {
  test.each([
    ['error', ['error', 'warning', 'note']],
    ['warning', ['warning', 'note']],
    ['note', ['note']],
  ] as const)('with nothing worse than %s', (severity, failing) => {
    const findings = richAudit.findings.slice(0, 1).map((finding) => ({ ...finding, severity }));
    const report = auditOf({ status: 'drifted', findings });
    expect(AUDIT_FAIL_ON.filter((level) => isFailing(withLevel(report, level)))).toEqual(failing);
    expect(isFailing(report)).toBe(severity !== 'note');
  });
});
