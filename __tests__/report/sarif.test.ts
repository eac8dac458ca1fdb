// SARIF as code scanning takes it: valid by the official schema, sound in itself, within GitHub's limits, and harmless
// whatever the names are.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { AcceptedFinding } from '../../src/findings/baseline.ts';
import { type Finding, makeFinding } from '../../src/findings/finding.ts';
import { RULES } from '../../src/findings/rules.ts';
import type { Report } from '../../src/report/report.ts';
import { MOST_LINKS, MOST_RELATED, MOST_RESULTS, renderSarif } from '../../src/report/sarif.ts';
import { VERSION } from '../../src/version.ts';
import { type JsonReport, ROOT, run } from '../cli/run.ts';
import { folderOf } from '../project/disk/folder.ts';
import { htmlOf, tagsOf, textOf } from './markdown-page.ts';
import {
  baseSchemaDrift,
  blamed,
  cannotReplay,
  drifted,
  failed,
  failedReplay,
  HOSTILE_NAMES,
  hostileReport,
  inSync,
  largeReport,
  reportOf,
  tolerated,
} from './reports.ts';
import {
  expectRule,
  linksOf,
  type SarifLocation,
  type SarifRun,
  schemaFaults,
  soundRun,
} from './sarif-log.ts';

const runOf = (report: Report, prefix?: string): SarifRun =>
  soundRun(renderSarif(report, prefix === undefined ? {} : { prefix }));

const placeOf = ({ physicalLocation: { artifactLocation, region } }: SarifLocation): string =>
  `${decodeURIComponent(artifactLocation.uri)}:${region.startLine}`;

const withTypesLines = (report: Report): Report => ({
  ...report,
  findings: report.findings.map((finding, index) => ({
    ...finding,
    typesLocation: { file: report.project.types[0] ?? '', line: index + 5, column: 7 },
  })),
});

test('the schema is in force: it refuses what is no SARIF', () => {
  expect(schemaFaults({ version: '2.0.0', runs: [{ tool: {}, results: [{}] }] })).toEqual(
    expect.arrayContaining([
      '/version must be equal to one of the allowed values',
      "/runs/0/tool must have required property 'driver'",
      "/runs/0/results/0 must have required property 'message'",
    ]),
  );
});

describe('every report is valid and sound', () => {
  test.each(
    Object.entries({
      inSync,
      drifted,
      blamed,
      tolerated,
      failedReplay,
      baseSchemaDrift,
      failed,
      cannotReplay,
      large: largeReport(300),
      located: withTypesLines(drifted),
    }),
  )('%s', (_, report) => {
    const { results } = runOf(report);
    expect(results.map(({ ruleId, properties }) => [ruleId, properties.object])).toEqual(
      report.findings.map(({ ruleId, id }) => [ruleId, id]),
    );
  });

  test('and the same whatever order its keys were set in', () => {
    const reversed = (value: unknown): unknown =>
      typeof value !== 'object' || value === null || Array.isArray(value)
        ? value
        : Object.fromEntries(Object.entries(value).reverse());
    const report: Report = JSON.parse(JSON.stringify(blamed), (_, value) => reversed(value));
    expect(renderSarif(report)).toBe(renderSarif(blamed));
  });
});

describe('of an example project', () => {
  test.each(['drifted', 'failing-replay', 'base-schema-drift'])(
    '%s, each result is at a line that there is, and all is in the file that was asked for',
    (project) => {
      const folder = folderOf({ 'x/': '' });
      const outputs = ['json', 'sarif'].flatMap((format) => [
        '--output',
        `${format}=${join(folder, format)}`,
      ]);
      const ran = run(['check', '--project', project, '--quiet', '--format', 'sarif', ...outputs]);
      expect(ran).toMatchObject({ code: 1, stderr: '', stdout: readFileSync(join(folder, 'sarif'), 'utf8') });
      const report: JsonReport = JSON.parse(readFileSync(join(folder, 'json'), 'utf8'));
      const { results, invocations } = soundRun(ran.stdout);
      expect(results.length).toBeGreaterThan(0);
      expect(results.map(({ ruleId, properties }) => [ruleId, properties.object])).toEqual(
        report.findings.map(({ ruleId, id }) => [ruleId, id]),
      );
      expect(invocations[0]?.executionSuccessful).toBe(report.notRun.length === 0);
      const places = results.flatMap(({ locations, relatedLocations = [] }) => [
        ...locations,
        ...relatedLocations,
      ]);
      for (const { physicalLocation } of places) {
        const path = join(ROOT, decodeURIComponent(physicalLocation.artifactLocation.uri));
        const { startLine, startColumn = 1 } = physicalLocation.region;
        const line = readFileSync(path, 'utf8').split('\n')[startLine - 1] ?? '';
        expect([...line].length).toBeGreaterThanOrEqual(startColumn);
      }
      const related = results.flatMap(({ relatedLocations = [] }) => relatedLocations);
      if (project === 'drifted') expect(related).toHaveLength(results.length);
    },
  );
});

describe('the tool', () => {
  const { tool, automationDetails } = runOf(inSync);

  test('has every rule in the order of the table, with its words', () => {
    expect(tool.driver).toMatchObject({ name: 'Supabase Drift Gate', semanticVersion: VERSION });
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(Object.keys(RULES));
    expect(tool.driver.rules.find(({ id }) => id === 'column-type-changed')).toMatchObject({
      name: 'ColumnTypeChanged',
      shortDescription: { text: 'Column has a different type.' },
      help: { text: RULES['column-type-changed'].remedy, markdown: RULES['column-type-changed'].remedy },
      defaultConfiguration: { level: 'error' },
    });
  });

  test('has rules that GitHub takes whole', () => {
    for (const rule of tool.driver.rules) expectRule(rule);
    for (const key of ['id', 'name'] as const)
      expect(new Set(tool.driver.rules.map((rule) => rule[key])).size).toBe(Object.keys(RULES).length);
  });

  test('has the same rules whatever it found', () => {
    expect(runOf(drifted).tool).toEqual(tool);
  });

  test('keeps the alerts of each project of a repository apart', () => {
    expect(automationDetails.id).toBe('supabase-drift-gate/');
    expect(runOf(inSync, 'apps/api/').automationDetails.id).toBe('supabase-drift-gate/apps/api/');
    const below = { ...inSync, project: { ...inSync.project, directory: 'apps/web' } };
    expect(runOf(below).automationDetails.id).toBe('supabase-drift-gate/apps/web/');
  });
});

describe('a result', () => {
  test('has a message whose first sentence stands alone, and leads to the line of the types', () => {
    const [result] = runOf(withTypesLines(blamed)).results;
    expect(result).toMatchObject({
      level: 'error',
      message: {
        text: 'Table `public.orders` is still `public.purchases` in the committed types. Breaking: code that uses the old name still compiles, then fails at run time. See [src/types/database.ts:5](1).',
      },
      partialFingerprints: { 'driftGate/v1': blamed.findings[0]?.fingerprint },
    });
    expect(Object.keys(result?.partialFingerprints ?? {})).toEqual(['driftGate/v1']);
    expect(result?.locations.map(placeOf)).toEqual([
      'supabase/migrations/20260310090000_purchases_become_orders.sql:1',
    ]);
    expect(result?.relatedLocations?.map(placeOf)).toEqual(['src/types/database.ts:5']);
  });

  test('has its line in the types for a place when no migration is behind it, or the first line of what there is', () => {
    const { location: _, ...unplaced } = blamed.findings[0] ?? makeFinding(lost('x'));
    const at = (finding: Finding, types: string[]): string[] =>
      runOf(reportOf({ status: 'drifted', findings: [finding], project: { ...blamed.project, types } }))
        .results.flatMap(({ locations, relatedLocations = [] }) => [...locations, ...relatedLocations])
        .map(placeOf);
    expect(at({ ...unplaced, typesLocation: { file: 'a.ts', line: 9 } }, ['a.ts'])).toEqual(['a.ts:9']);
    expect(at(unplaced, ['a.ts'])).toEqual(['a.ts:1']);
    expect(at(unplaced, [])).toEqual(['supabase/config.toml:1']);
  });

  test('has its paths from the root of the repository', () => {
    const [finding = makeFinding(lost('x'))] = blamed.findings;
    const report = {
      ...blamed,
      findings: [{ ...finding, typesLocation: { file: '../../packages/db/types.ts', line: 3 } }],
    };
    const [result] = runOf(report, 'apps/api/').results;
    expect([...(result?.locations ?? []), ...(result?.relatedLocations ?? [])].map(placeOf)).toEqual([
      'apps/api/supabase/migrations/20260310090000_purchases_become_orders.sql:1',
      'packages/db/types.ts:3',
    ]);
  });

  test('lists every use of an object that no migration creates, the first as its place', () => {
    const [customers] = runOf(baseSchemaDrift).results;
    expect(customers?.locations.map(placeOf)).toEqual(['supabase/migrations/20260301120000_orders.sql:3']);
    expect(customers?.relatedLocations?.map(placeOf)).toEqual([
      'supabase/migrations/20260301120000_orders.sql:17',
      'supabase/migrations/20260305090000_notes.sql:8',
    ]);
  });

  test.each([
    [undefined, ['error', 'error', 'error']],
    ['dangerous', ['error', 'error', 'note']],
    ['breaking', ['error', 'warning', 'note']],
    ['never', ['warning', 'warning', 'note']],
  ] as const)('is an error when it fails the check at --fail-on %s', (failOn, levels) => {
    const findings = (['breaking', 'dangerous', 'safe'] as const).map((compatibility) =>
      makeFinding({ ...lost(compatibility), compatibility }),
    );
    const report = reportOf({ status: 'drifted', findings, ...(failOn && { failOn }) });
    expect(runOf(report).results.map(({ level }) => level)).toEqual(levels);
  });

  test('that the baseline accepts is suppressed, with who accepted it and why', () => {
    const accepted: AcceptedFinding = {
      ...makeFinding(lost('old')),
      acceptance: { reason: 'goes in May', owner: 'platform', date: '2026-01-31', expires: '2026-05-31' },
    };
    const { results } = runOf(
      reportOf({ status: 'drifted', findings: [makeFinding(lost('new'))], accepted: [accepted] }),
    );
    expect(results.map(({ level, suppressions }) => [level, suppressions])).toEqual([
      ['error', undefined],
      [
        'note',
        [
          {
            kind: 'external',
            status: 'accepted',
            justification: 'Accepted on 2026-01-31 by platform until 2026-05-31: goes in May',
          },
        ],
      ],
    ]);
  });
});

const lost = (name: string) =>
  ({
    ruleId: 'relation-removed',
    compatibility: 'breaking',
    subject: { kind: 'table', schema: 'public', name },
    message: `table \`public.${name}\` is in the committed types but not in the database.`,
  }) as const;

describe('what could not be looked at', () => {
  const notesOf = (report: Report): [boolean | undefined, string[][]] => {
    const [invocation] = runOf(report).invocations;
    const notes = invocation?.toolExecutionNotifications ?? [];
    return [invocation?.executionSuccessful, notes.map(({ level, message }) => [level, message.text])];
  };

  test('is said when the run failed, with the statement that it failed on', () => {
    expect(notesOf(cannotReplay)).toEqual([
      false,
      [
        [
          'error',
          'The embedded database cannot replay `supabase/migrations/20260301120000_orders.sql`: extension "plv8" is not available. Check this project with `--database local-stack`.',
        ],
        ['error', 'Not checked: types: the run stopped before it'],
      ],
    ]);
    const [note] = runOf(cannotReplay).invocations[0]?.toolExecutionNotifications ?? [];
    expect(note?.associatedRule?.id).toBe('embedded-cannot-replay');
    expect(note?.locations?.map(placeOf)).toEqual(['supabase/migrations/20260301120000_orders.sql:3']);
  });

  test('is said when a part did not run', () => {
    const [isSuccessful, notes] = notesOf(failedReplay);
    expect([isSuccessful, notes.map(([level]) => level)]).toEqual([false, ['error']]);
  });

  test('is nothing when all was compared; notices are notes', () => {
    const [isSuccessful, notes] = notesOf(drifted);
    expect([isSuccessful, notes.map(([level]) => level)]).toEqual([true, ['note', 'note']]);
    expect(notesOf(inSync)).toEqual([true, []]);
  });
});

describe('limits', () => {
  const safe = makeFinding({ ...lost('harmless'), ruleId: 'relation-added', compatibility: 'safe' });
  const breaking = Array.from({ length: MOST_RESULTS }, (_, index) => makeFinding(lost(`t${index}`)));

  test.each([
    [MOST_RESULTS - 1, 0],
    [MOST_RESULTS, 0],
    [MOST_RESULTS + 1, 1],
  ])('of %d results %d is left out, the least severe one, and said so', (count, leftOut) => {
    const findings = [safe, ...breaking.slice(0, count - 1)];
    const sarif = renderSarif(reportOf({ status: 'drifted', findings, failOn: 'breaking' }));
    expect(sarif.match(/"driftGate\/v1":/g)).toHaveLength(count - leftOut);
    expect(sarif.includes(safe.fingerprint)).toBe(leftOut === 0);
    expect(sarif.includes('"1 finding left out: code scanning takes 25000."')).toBe(leftOut === 1);
  });

  const using = (uses: number): SarifRun['results'] =>
    runOf(
      reportOf({
        status: 'drifted',
        findings: [
          makeFinding({
            ruleId: 'base-schema-drift',
            subject: { kind: 'table', schema: 'public', name: 'lost' },
            location: { file: 'supabase/migrations/1_a.sql', line: 1, column: 4 },
            message: 'Table `public.lost` is used and no migration creates it.',
            details: Array.from(
              { length: uses + 1 },
              (_, index) => `supabase/migrations/1_a.sql:${index + 1}: x`,
            ),
          }),
        ],
      }),
    ).results;

  test.each([
    [MOST_RELATED - 1, MOST_RELATED - 1],
    [MOST_RELATED, MOST_RELATED],
    [MOST_RELATED + 1, MOST_RELATED],
  ])('of %d other uses %d are related locations', (uses, shown) => {
    expect(using(uses)[0]?.relatedLocations).toHaveLength(shown);
  });

  test.each([
    [MOST_LINKS - 1, MOST_LINKS - 1],
    [MOST_LINKS, MOST_LINKS],
    [MOST_LINKS + 1, MOST_LINKS],
  ])('of %d other uses %d are linked', (uses, shown) => {
    expect(linksOf(using(uses)[0]?.message.text ?? '')).toHaveLength(shown);
  });
});

describe('a hostile name', () => {
  // Each stands as a whole message too, and a message is never blank.
  const names = HOSTILE_NAMES.filter((name) => name.trim() !== '');
  test.each(names.map((name) => [JSON.stringify(name), name] as const))(
    '%s stays a name: no markup, no link, no placeholder, no way out of the repository',
    (_, name) => {
      const report = hostileReport(name);
      const sarif = renderSarif(withTypesLines(report));
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
      expect(sarif).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e]/);
      const { results } = soundRun(sarif);
      expect(results.map(({ properties }) => properties.object)).toEqual(report.findings.map(({ id }) => id));
      for (const { message, relatedLocations = [] } of results) {
        expect(linksOf(message.text)).toHaveLength(relatedLocations.length);
        const html = htmlOf(message.markdown);
        const tags = tagsOf(html);
        expect(tags.opened.filter((tag) => !['p', 'code', 'a'].includes(tag))).toEqual([]);
        expect(tags.opened.filter((tag) => tag === 'a')).toHaveLength(relatedLocations.length);
      }
    },
  );

  test('with braces and brackets reads the same as text and as Markdown', () => {
    const message = '`x{0}` is {a} [b](c) \\](d) in `{ "e": f[] }`';
    const finding = makeFinding({ ...lost('x'), message });
    const [result] = runOf(reportOf({ status: 'drifted', findings: [finding] })).results;
    const undoubled = (text: string): string => text.replace(/([{}])\1/g, '$1');
    expect(undoubled(result?.message.text ?? '').replace(/\\([\\\]])/g, '$1')).toBe(message);
    expect(textOf(htmlOf(undoubled(result?.message.markdown ?? ''))).trim()).toBe(
      message.replaceAll('`', ''),
    );
  });
});
