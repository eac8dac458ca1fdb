// What each format says of an audit: the right database by name, all that was found, no more than fits, and no name that
// acts on what shows it.

import { describe, expect, test } from '@jest/globals';
import { makeFinding } from '../../src/findings/finding.ts';
import { RULES } from '../../src/findings/rules.ts';
import { visible } from '../../src/findings/visible.ts';
import type { Diagram } from '../../src/report/diagram.ts';
import { scriptOf } from '../../src/report/document/sql.ts';
import { verdictOf } from '../../src/report/headline.ts';
import { renderJson } from '../../src/report/json.ts';
import { MOST_DIAGRAM_BYTES } from '../../src/report/markdown/diagram.ts';
import { MARKDOWN_BUDGET, renderMarkdown } from '../../src/report/markdown.ts';
import type { Report } from '../../src/report/report.ts';
import { renderSarif } from '../../src/report/sarif.ts';
import { renderText } from '../../src/report/text.ts';
import {
  acceptedAudit,
  auditOf,
  baseSchemaAudit,
  cleanAudit,
  failedAudit,
  failedReplayAudit,
  hostileAudit,
  largeAudit,
  richAudit,
} from './audit-reports.ts';
import { fencesOf, htmlOf, rowsOf, tagsOf, textOf } from './markdown-page.ts';
import { PAGE } from './markdown-reports.ts';
import { parseDiagram } from './mermaid-parser.ts';
import { HOSTILE_NAMES, inSync } from './reports.ts';
import { soundRun } from './sarif-log.ts';

const textOfReport = (report: Report): string => renderText(report, { colour: false });
const bytesOf = (text: string): number => Buffer.byteLength(text, 'utf8');

describe('the verdict of an audit', () => {
  test.each([
    [
      'in sync',
      cleanAudit,
      'In sync',
      'the live database `production`, 12 migrations and `src/types/database.ts` agree on 4 tables, 1 enum and 1 function',
    ],
    [
      'accepted',
      acceptedAudit,
      'Drifted, accepted',
      '1 object is only in the live database; 1 object differs',
    ],
    [
      'of an unreplayable base',
      baseSchemaAudit,
      'Drifted',
      '3 objects are only in the live database; 1 object is only in the migrations',
    ],
    [
      'that could not look',
      failedAudit,
      'Could not audit',
      'The live database has an IPv6 address only, and this machine has no route to it.',
    ],
    [
      'tolerated',
      { ...baseSchemaAudit, failOn: 'never' } as const,
      'Drifted, tolerated by `--fail-on never`',
      '3 objects are only in the live database; 1 object is only in the migrations',
    ],
  ])('%s is a sentence about the live database', (_, report, status, because) => {
    expect(verdictOf(report)).toEqual({ status, because: [because] });
  });

  test('that left a part out does not call the rest all', () => {
    const partly: Report = { ...cleanAudit, notRun: [{ part: 'structure', reason: 'no memory' }] };
    expect(verdictOf(partly).because[0]).toMatch(/, as far as it was checked$/);
  });

  test('counts an object that differs in several ways once', () => {
    const findings = ['type', 'default'].map((facet) =>
      makeFinding({
        ruleId: 'altered',
        subject: { kind: 'column', schema: 'public', relation: 'orders', name: facet },
        message: 'm',
        salient: [facet],
      }),
    );
    expect(verdictOf(auditOf({ status: 'drifted', findings })).because).toEqual(['1 object differs']);
  });
});

describe('the text of an audit', () => {
  const text = textOfReport(richAudit);

  test('says under its verdict what is covered and what is applied, then the counts', () => {
    expect(text).toMatch(
      /\n\n {2}5 of 10 tables are reproducible from Git \(50 %\)\. 12 migrations are applied, 2 pending, 1 unknown,\n {2}1 edited since and 1 out of order\.\n\n {14}Live {3}Git {3}Types\n[ ─]+\n {2}Tables {8}10 {5}7 {7}9\n/,
    );
  });

  test('names what of an object differs, also where the object has one line', () => {
    expect(text).toMatch(/^ {2}public\.customers {2,}✓ +✓ +✓ +row-level security: on → off$/m);
    expect(text).toMatch(/^ {2}public\.coupons {2,}– +✓ +✓ +table only in the migrations$/m);
    expect(text).toContain(
      '\npublic.customers: 1 difference, error\n    - table, row-level security: on\n    + table, row-level security: off\n',
    );
  });

  test('sets the migrations against the live database, never against committed types', () => {
    expect(text).toContain(
      '\n    - column total, type: numeric(10,2)\n    + column total, type: numeric(12,2)\n',
    );
    expect(text).toContain('  ~: migrations → live database');
    expect(text).not.toContain('types → migrations');
  });

  test('lists a few parts of an object, and counts the rest', () => {
    const details = Array.from({ length: 9 }, (_, index) => `column c${index} text`);
    const subject = { kind: 'table', schema: 'public', name: 't' } as const;
    const findings = [makeFinding({ ruleId: 'unmanaged', subject, message: 'm', details })];
    const long = textOfReport(auditOf({ status: 'drifted', findings }));
    expect(long.match(/│ column/g)).toHaveLength(6);
    expect(long).toContain('│ … 3 more, all in the JSON report');
  });

  test('names an object of which its table says all in that table alone', () => {
    expect(text.split('public.daily_sales')).toHaveLength(2);
    expect(text.split('public.suppliers').length).toBeGreaterThan(2);
  });

  test('of a base schema that is missing lists what it must hold', () => {
    expect(textOfReport(baseSchemaAudit)).toMatch(
      /\n {2}public\.suppliers +7 {3}supabase\/migrations\/20251102090000_init\.sql:9:34\n/,
    );
  });

  test('of a check stays without any of it', () => {
    for (const word of ['live database', 'reproducible', 'Live'])
      expect(textOfReport(inSync)).not.toContain(word);
  });
});

describe('the Markdown of an audit', () => {
  const rowsIn = (report: Report): string[][] =>
    rowsOf(htmlOf(renderMarkdown(report, PAGE))).map((cells) => cells.map(textOf));

  test('has a row for each drifted object, with the sources that have it', () => {
    const rows = rowsIn(richAudit).filter((cells) => cells.length === 6);
    expect(rows).toHaveLength(2 + 13);
    expect(rows.find(([id]) => id === 'public.audit_log')).toEqual([
      'public.audit_log',
      '✓',
      '–',
      '–',
      'table only in the live database',
      '',
    ]);
    expect(rows.find(([id]) => id === 'public.coupons')?.slice(1, 5)).toEqual([
      '–',
      '✓',
      '✓',
      'table only in the migrations',
    ]);
    expect(rows.find(([id]) => id === 'public.products')?.[4]).toContain('grants to anon');
    expect(rows.flat()).not.toContain('public.customers (id)');
  });

  test('has the SQL in a block of its own, folded', () => {
    const { contents } = fencesOf(renderMarkdown(richAudit));
    expect(contents).toContain(`${scriptOf(richAudit.suggestion ?? [])}\n`);
  });

  test('says that it compared the live database, and of one that could not look that it did not', () => {
    expect(renderMarkdown(richAudit)).not.toContain('Not compared: the live database');
    expect(renderMarkdown(failedAudit)).toContain(
      'This is no verdict on the live database: nothing was compared.',
    );
    expect(renderMarkdown({ ...richAudit, failOn: 'never' })).toContain('The audit passes.');
  });

  const columns = Array.from({ length: 12 }, (_, index) => ({
    name: `column_${index}`,
    type: 'timestamp with time zone',
  }));
  const diagramOf = (tables: number): Diagram => ({
    relations: Array.from({ length: tables }, (_, index) => ({
      id: `public.table_${index}`,
      kind: 'table',
      columns: [...columns, { name: 'parent', type: 'uuid', isKey: true }],
    })),
    links: Array.from({ length: tables - 1 }, (_, index) => ({
      from: `public.table_${index + 1}`,
      to: `public.table_${Math.floor(index / 3)}`,
      name: 'fk',
      columns: ['parent'],
    })),
  });

  test.each([
    [12, 12, 13],
    [90, 90, 1],
    [1000, undefined, 1],
  ])('draws of %i unmanaged tables what fits', async (tables, drawn, attributes) => {
    const markdown = renderMarkdown({ ...richAudit, diagram: diagramOf(tables) });
    const [diagram = ''] = fencesOf(markdown).contents.filter((content) => content.startsWith('erDiagram'));
    expect(bytesOf(diagram)).toBeLessThanOrEqual(MOST_DIAGRAM_BYTES + 1);
    const { entities } = await parseDiagram(diagram.trimEnd().split('\n'));
    if (drawn === undefined)
      expect(markdown).toContain(`${tables - entities.length} more relations left out to fit.`);
    else expect(entities).toHaveLength(drawn);
    expect(entities.length).toBeGreaterThan(10);
    expect(entities[0]?.attributes).toHaveLength(attributes);
    expect(bytesOf(markdown)).toBeLessThanOrEqual(MARKDOWN_BUDGET);
  });
});

describe('a limit in bytes', () => {
  function expectWhole(markdown: string): void {
    expect(fencesOf(markdown).closed).toBe(true);
    const { opened, closed } = tagsOf(htmlOf(markdown));
    expect([...closed].sort()).toEqual(opened.filter((tag) => tag !== 'br').sort());
  }

  test.each([
    ['rich', richAudit],
    ['base schema', baseSchemaAudit],
  ])('that the report %s just meets leaves it, and a byte less cuts it', (_, report) => {
    const whole = renderMarkdown(report);
    const limit = bytesOf(whole);
    expect(renderMarkdown(report, { budget: limit + 1 })).toBe(whole);
    expect(renderMarkdown(report, { budget: limit })).toBe(whole);
    const cut = renderMarkdown(report, { budget: limit - 1 });
    expect(bytesOf(cut)).toBeLessThan(limit);
    expect(cut).toContain('**Cut to fit:**');
    expectWhole(cut);
  });

  test.each([
    ['rich', richAudit],
    ['hostile', hostileAudit('🧾`</details>')],
  ])(
    'is kept by the report %s at every ninety-seventh size, with every fence and fold closed',
    (_, report) => {
      const most = bytesOf(renderMarkdown(report));
      const budgets = Array.from({ length: Math.ceil(most / 97) }, (_, index) => index * 97);
      const cuts = budgets.map((budget) => ({ budget, markdown: renderMarkdown(report, { budget }) }));
      expect(cuts.filter(({ budget, markdown }) => bytesOf(markdown) > budget)).toEqual([]);
      for (const markdown of new Set(cuts.map((one) => one.markdown))) expectWhole(markdown);
    },
  );

  test('holds a thousand objects', () => {
    const markdown = renderMarkdown(largeAudit(1000));
    expect(bytesOf(markdown)).toBeLessThanOrEqual(MARKDOWN_BUDGET);
    expect(bytesOf(markdown)).toBeGreaterThan(MARKDOWN_BUDGET - 1000);
    expectWhole(markdown);
  });
});

describe('the JSON of an audit', () => {
  test('has the inventory in the shape that programs are promised, its keys in reading order', () => {
    const { inventory } = JSON.parse(renderJson(richAudit));
    expect(Object.keys(inventory)).toEqual(['gitFrom', 'counts', 'byKind', 'coverage', 'relations', 'items']);
    expect(JSON.stringify(inventory.counts)).toBe('{"live":12,"git":8,"types":11}');
    const lines = inventory.relations.map((relation: object) => JSON.stringify(relation));
    expect(lines).toContain(
      '{"id":"public.audit_log","kind":"table","live":true,"git":false,"types":false,"verdict":"base-schema-drift"}',
    );
    expect(lines).toContain(
      '{"id":"public.coupons","kind":"table","live":false,"git":true,"types":true,"file":"supabase/migrations/20260112101500_refunds.sql","verdict":"not-live"}',
    );
    expect(JSON.parse(renderJson(baseSchemaAudit)).inventory.gitFrom).toBe('static');
  });

  test.each([
    ['rich', richAudit],
    ['base schema', baseSchemaAudit],
    ['failed replay', failedReplayAudit],
    ['failed', failedAudit],
  ])('is the report %s, value for value', (_, report) => {
    expect(JSON.parse(renderJson(report))).toEqual(JSON.parse(JSON.stringify(report)));
  });
});

describe('the SARIF of an audit', () => {
  const runOf = (report: Report) => soundRun(renderSarif(report));

  test('has a result for each finding, each at a place of the repository', () => {
    const { results } = runOf(richAudit);
    expect(results).toHaveLength(richAudit.findings.length + (richAudit.accepted?.length ?? 0));
    const places = results.map(({ locations: [place] }) => place?.physicalLocation.artifactLocation.uri);
    expect(
      places.every((uri) =>
        /^(src\/types\/database\.ts|supabase\/(migrations\/\w+\.sql|drift-baseline\.json))$/.test(uri ?? ''),
      ),
    ).toBe(true);
  });

  test('of each live database is a category of its own, and none is that of a check', () => {
    const categories = [
      inSync,
      cleanAudit,
      { ...cleanAudit, live: { postgresVersion: '15.8' } },
      { ...cleanAudit, live: { environment: 'staging', postgresVersion: '15.8' } },
    ].map((report) => runOf(report).automationDetails.id);
    expect(categories).toEqual([
      'supabase-drift-gate/',
      'supabase-drift-gate/audit/production/',
      'supabase-drift-gate/audit/',
      'supabase-drift-gate/audit/staging/',
    ]);
  });

  test('knows every rule that an audit finds', () => {
    const rules = runOf(cleanAudit).tool.driver.rules.map(({ id }) => id);
    expect(rules).toEqual(Object.keys(RULES));
  });
});

test('SARIF stays sound with every hostile name at once', () => {
  // A message of spaces alone is none.
  const names = HOSTILE_NAMES.filter((name) => name.trim() !== '');
  const findings = names.flatMap((name) => hostileAudit(name).findings);
  const { results } = soundRun(renderSarif({ ...hostileAudit('a'), accepted: [], findings }));
  expect(results).toHaveLength(names.length * 3);
});

const TAGS = [
  'h2',
  'h3',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'details',
  'summary',
  'ul',
  'li',
  'p',
  'code',
  'pre',
  'sub',
  'br',
  'a',
];

describe.each(HOSTILE_NAMES.map((name) => [JSON.stringify(name), name] as const))(
  'the name %s',
  (_, name) => {
    const report = hostileAudit(name);

    test('reaches a terminal without a character that acts on it', () => {
      const text = renderText(report, { colour: false, width: 200 });
      expect(text.replaceAll('\n', '')).toBe(visible(text.replaceAll('\n', '')));
    });

    test('leaves the Markdown of an audit whole: its rows, its tags, its folds, its fences', () => {
      const markdown = renderMarkdown(report, PAGE);
      const html = htmlOf(markdown);
      expect(rowsOf(html).map((cells) => cells.length)).toEqual([6, 6, 6, 3, 3]);
      const { opened, closed } = tagsOf(html);
      expect(opened.filter((tag) => !TAGS.includes(tag))).toEqual([]);
      expect([...closed].sort()).toEqual(opened.filter((tag) => tag !== 'br').sort());
      expect(opened.filter((tag) => tag === 'details')).toHaveLength(5);
      expect(opened.filter((tag) => tag === 'h2' || tag === 'h3')).toHaveLength(5);
      const { closed: isClosed, contents } = fencesOf(markdown);
      expect(isClosed).toBe(true);
      expect(contents.filter((content) => content.startsWith('erDiagram'))).toHaveLength(1);
      const outsideCode = textOf(html.replace(/<(code|pre)[ >].*?<\/\1>/gs, ''));
      expect(outsideCode).not.toMatch(/@|#\d|:\/\/|www\.|GH-\d/);
    });

    test('comes back from JSON as it was', () => {
      expect(JSON.parse(renderJson(report))).toEqual(JSON.parse(JSON.stringify(report)));
    });
  },
);
