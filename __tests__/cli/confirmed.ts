// Checks with `--confirm-with local-stack`, as programs and as people see them.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { Report } from '../../src/report/report.ts';
import { runHere } from './run-here.ts';

export const CONFIRM = ['check', '--confirm-with', 'local-stack', '--supabase-cli'];

export interface Confirmed {
  code: number | null;
  report: Report;
  text: string;
}

/** Runs a check once, and gives both of its reports. */
export async function confirmed(folder: string, program: string, ...more: string[]): Promise<Confirmed> {
  const ran = await runHere([...CONFIRM, program, '--output', 'json=report.json', ...more], { cwd: folder });
  const report: Report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
  return { code: ran.code, report, text: (ran.stdout + ran.stderr).replace(/\n +/g, ' ') };
}

/** Drift of the embedded database that the stack did not confirm stays drift, and the report says why. */
export function expectUnconfirmed({ code, report, text }: Confirmed, reason: RegExp): void {
  expect({ code, status: report.status, findings: report.findings.length }).toEqual({
    code: 1,
    status: 'drifted',
    findings: 2,
  });
  expect(report.notRun).toEqual([{ part: 'confirmation', reason: expect.stringMatching(reason) }]);
  expect(report.confirmation).toMatchObject({
    status: 'could-not-confirm',
    reason: expect.stringMatching(reason),
  });
  expect(report).toMatchObject({ engine: { database: 'embedded' }, repair: 'drift-gate fix' });
  expect(text).toContain('confirmation: ');
  expect(text).toContain('not confirmed on the local stack');
}
