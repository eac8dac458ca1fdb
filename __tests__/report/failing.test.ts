import { describe, expect, test } from '@jest/globals';
import { FAIL_ON } from '../../src/options/values.ts';
import { isFailing } from '../../src/report/failing.ts';
import type { Report } from '../../src/report/report.ts';
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
