// What each report looks like, as files that a reader can open. UPDATE_GOLDEN=1 writes them anew.
// They lie in a folder named fixtures, which the formatter leaves as the program wrote it.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from '@jest/globals';

import { updateInventory } from '../../src/report/inventory.ts';
import { renderReport } from '../../src/report/render.ts';
import type { Report } from '../../src/report/report.ts';
import { renderText } from '../../src/report/text.ts';
import {
  acceptedAudit,
  baseSchemaAudit,
  cleanAudit,
  failedAudit,
  failedReplayAudit,
  hostileAudit,
  richAudit,
} from './audit-reports.ts';
import { overruled, unconfirmedDrift, unconfirmedFailure } from './confirmed-reports.ts';
import { schemaFaults } from './report-schema.ts';
import {
  accepted,
  baseSchemaDrift,
  blamed,
  cannotReplay,
  drifted,
  failed,
  failedReplay,
  hostileReport,
  inSync,
  outlived,
  stale,
  tolerated,
} from './reports.ts';

const REPORTS = {
  'in-sync': inSync,
  drifted,
  blamed,
  tolerated,
  accepted,
  outlived,
  stale,
  failed,
  'cannot-replay': cannotReplay,
  'failed-replay': failedReplay,
  'base-schema-drift': baseSchemaDrift,
  overruled,
  'unconfirmed-drift': unconfirmedDrift,
  'unconfirmed-failure': unconfirmedFailure,
  audit: richAudit,
  'audit-clean': cleanAudit,
  'audit-accepted': acceptedAudit,
  'audit-tolerated': { ...richAudit, failOn: 'never' },
  'audit-base-schema': baseSchemaAudit,
  'audit-failed-replay': failedReplayAudit,
  'audit-failed': failedAudit,
  'audit-hostile': hostileAudit('a|b`c\n</details> @everyone \u001b[31m🧾'),
  hostile: hostileReport('a|b`c\n</details> @everyone \u001b[31m🧾'),
} as const satisfies Record<string, Report>;

/** The others have tests of their own: most of SARIF is the table of rules. */
const FORMATS = ['text', 'json', 'markdown'] as const;
const EXTENSION = { text: 'txt', json: 'json', markdown: 'md' } as const satisfies Record<
  (typeof FORMATS)[number],
  string
>;

function expectGolden(file: string, actual: string): void {
  const path = fileURLToPath(new URL(`golden/fixtures/${file}`, import.meta.url));
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(path, actual);
  expect(actual).toBe(readFileSync(path, 'utf8'));
}

describe.each(Object.entries(REPORTS))('the report %s', (name, report) => {
  test.each(FORMATS)('as %s is its golden file, byte for byte', (format) => {
    expectGolden(`${name}.${EXTENSION[format]}`, renderReport(format, report, { colour: false }));
  });

  test('as JSON keeps to the published schema', () => {
    expect(schemaFaults(JSON.parse(renderReport('json', report, { colour: false })))).toEqual([]);
  });

  test('in colour has the same characters in the same places', () => {
    expect(stripVTControlCharacters(renderText(report, { colour: true }))).toBe(
      renderText(report, { colour: false }),
    );
  });
});

test.each([
  ['inventory', richAudit, [{ date: '2025-10-06' }, { date: '2026-01-19', commit: '77de21b' }]],
  ['inventory-base-schema', baseSchemaAudit, [{ date: '2026-01-19' }]],
] as const)('the document %s is its golden file, byte for byte', (name, report, audits) => {
  const text = audits.reduce<string | undefined>(
    (before, audited) => updateInventory(before, report, audited).text,
    undefined,
  );
  expectGolden(`${name}.md`, text ?? '');
});

test('the published schema refuses what is no report', () => {
  const { status: _, ...rest } = JSON.parse(renderReport('json', drifted, { colour: false }));
  expect(schemaFaults({ ...rest, more: 1, findings: [{ ruleId: 'x' }] })).toEqual(
    expect.arrayContaining([
      " must have required property 'status'",
      ' must NOT have additional properties',
      '/findings/0/ruleId must be equal to one of the allowed values',
      "/findings/0 must have required property 'fingerprint'",
    ]),
  );
});

test('a narrow terminal puts the sides of a change on their own lines', () => {
  expectGolden('drifted.narrow.txt', renderText(drifted, { colour: false, width: 60 }));
});
