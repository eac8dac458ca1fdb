import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { schemaFaults } from '../report/report-schema.ts';
import { PROJECTS } from './run.ts';
import { runJsonHere as runJson } from './run-here.ts';

const expected = (project: string): unknown =>
  JSON.parse(readFileSync(`${PROJECTS}/${project}/expected.json`, 'utf8'));

async function runJsonHere(args: readonly string[]): ReturnType<typeof runJson> {
  const ran = await runJson(args);
  expect(schemaFaults(ran.report)).toEqual([]);
  return ran;
}

describe('whole projects', () => {
  test.each([
    ['backoffice', 'by CLI 3.1.0'],
    ['prettier-semicolons', 'by postgres-meta 0.98.0 and Prettier'],
    ['interface-types', 'by postgres-meta 0.84.2, as an interface, with tabs and CRLF'],
    ['monorepo/apps/web', 'that lie in two other packages'],
  ])('%s is in sync with types %s', async (project) => {
    const { code, report } = await runJsonHere(['check', '--project', project]);
    expect(report.findings).toEqual([]);
    expect({ code, status: report.status, notRun: report.notRun }).toEqual({
      code: 0,
      status: 'in-sync',
      notRun: [],
    });
  });

  test('drifted: every kind of drift is found, each by its object, and nothing else', async () => {
    const { code, report } = await runJsonHere(['check', '--project', 'drifted']);
    const found = report.findings.map(({ id, ruleId }) => ({ id, ruleId }));
    const sorted = found.map((one) => JSON.stringify(one)).sort();
    const wanted = expected('drifted');
    if (!Array.isArray(wanted)) throw new Error('expected.json holds a list');
    expect(sorted).toEqual(wanted.map((one) => JSON.stringify(one)).sort());
    expect({ code, status: report.status }).toEqual({ code: 1, status: 'drifted' });
    expect(report.repair).toBe('drift-gate fix --project drifted');
    expect(report.diagram?.links.map(({ from, to, change }) => [from, to, change])).toEqual([
      ['public.stops', 'public.parcels', undefined],
      ['public.routes', 'public.depots', undefined],
      ['public.driver_licences', 'public.drivers', 'changed'],
      ['public.parcels', 'public.depots', 'added'],
      ['public.vehicles', 'public.drivers', 'removed'],
    ]);
  });

  test('failing-replay: the failing statement is named by file, line, column and SQLSTATE', async () => {
    const { code, report } = await runJsonHere(['check', '--project', 'failing-replay']);
    expect(code).toBe(1);
    expect(report.findings).toMatchObject([
      {
        ruleId: 'replay-failed',
        location: { file: 'supabase/migrations/20260210141500_visit_reports.sql', line: 46, column: 7 },
        message: expect.stringContaining('SQLSTATE 42703'),
      },
    ]);
    expect(report.notRun).toEqual([{ part: 'types', reason: expect.any(String) }]);
  });

  test('base-schema-drift: every object that nothing creates is named, with every place that uses it', async () => {
    const { code, report } = await runJsonHere(['check', '--project', 'base-schema-drift']);
    expect(code).toBe(1);
    const missing = report.findings
      .filter(({ ruleId }) => ruleId === 'base-schema-drift')
      .map(({ id, details = [] }) => ({
        id,
        references: details.map((line) => line.split('/').at(-1)?.split(':').slice(0, 2).join(':')),
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    const wanted = expected('base-schema-drift');
    expect({ missing }).toMatchObject(
      typeof wanted === 'object' && wanted !== null ? { missing: withoutKind(wanted) } : {},
    );
    expect(report.findings[0]).toMatchObject({ ruleId: 'replay-failed' });
  });
});

function withoutKind(value: object): unknown {
  const missing: unknown = Reflect.get(value, 'missing');
  if (!Array.isArray(missing)) throw new Error('expected.json holds a list of missing objects');
  return missing.map(({ id, references }: { id: string; references: string[] }) => ({ id, references }));
}
