// The page as a document: whole, closed to all that is not its own, complete, and the same every time.

import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { makeFinding } from '../../src/findings/finding.ts';
import { visible } from '../../src/findings/visible.ts';
import { scriptOf, unfoldedSql } from '../../src/report/document/sql.ts';
import STYLE from '../../src/report/html/page.css';
import { renderHtml } from '../../src/report/html.ts';
import type { Report } from '../../src/report/report.ts';
import * as audits from './audit-reports.ts';
import { type HtmlDocument, readHtml, type Tag } from './html-document.ts';
import * as checks from './reports.ts';

const isReport = (value: unknown): value is Report =>
  typeof value === 'object' && value !== null && 'schemaVersion' in value;

const REPORTS = Object.entries({
  ...checks,
  ...audits,
  shop: audits.shopAudit(),
  large: audits.largeAudit(40),
}).flatMap(([name, value]) => (isReport(value) ? [[name, value] as const] : []));

const startsOf = ({ tags }: HtmlDocument, name?: string): Tag[] =>
  tags.filter((tag) => !tag.isEnd && (name === undefined || tag.name === name));

const valuesOf = (document: HtmlDocument, attribute: string): string[] =>
  startsOf(document).flatMap(({ attributes }) => attributes.get(attribute) ?? []);

const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Without the spaces and line ends, which SQL gets anew. */
const bare = (text: string): string => text.replace(/\s+/g, '');

/** What a reader sees of a text that may hold code between backticks. */
const words = (text: string): string => visible(text).replaceAll('`', '');

describe.each(REPORTS)('the page of %s', (_, report) => {
  const page = renderHtml(report);
  const document = readHtml(page);

  test('is the same each time', () => {
    expect(renderHtml(structuredClone(report))).toBe(page);
  });

  test('lets run and paint its own script and style, and nothing else', () => {
    const [policy = ''] = startsOf(document, 'meta').flatMap(({ attributes }) =>
      attributes.has('http-equiv') ? (attributes.get('content') ?? []) : [],
    );
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      'img-src data:',
      `style-src ${sha256(document.style)}`,
      `script-src ${sha256(document.script)}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    const attributes = startsOf(document).flatMap((tag) => [...tag.attributes.keys()]);
    expect(attributes.filter((name) => /^on|^(style|src|srcset|action|xlink:href)$/.test(name))).toEqual([]);
    expect(valuesOf(document, 'href').filter((href) => !/^(#[\w-]+|data:,)$/.test(href))).toEqual([]);
    expect(document.style + document.script).not.toMatch(
      /url\((?!#)|@import|fetch\(|XMLHttpRequest|innerHTML|eval/,
    );
  });

  test('has names that are one of a kind, and no reference to what is not there', () => {
    const ids = valuesOf(document, 'id');
    expect(new Set(ids).size).toBe(ids.length);
    const named = [
      ...valuesOf(document, 'href').filter((href) => href.startsWith('#')),
      ...['aria-labelledby', 'aria-controls', 'for']
        .flatMap((name) => valuesOf(document, name))
        .map((id) => `#${id}`),
    ];
    expect(named.filter((reference) => !ids.includes(reference.slice(1)))).toEqual([]);
  });

  test('has landmarks, one title, headings without a gap and a name for each control', () => {
    for (const landmark of ['main', 'header', 'footer', 'h1'])
      expect(startsOf(document, landmark)).toHaveLength(1);
    const levels = startsOf(document)
      .flatMap(({ name }) => /^h([1-6])$/.exec(name)?.[1] ?? [])
      .map(Number);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
    const regions = startsOf(document).filter(({ attributes }) => attributes.get('tabindex') === '0');
    expect(regions.filter(({ attributes }) => !attributes.get('aria-label'))).toEqual([]);
  });

  test('tells every finding, remedy, place, notice, reason and entry', () => {
    const text = bare(document.text);
    const missing = [
      ...[...report.findings, ...(report.accepted ?? [])].flatMap(
        ({ message, remedy, details = [], sql = [] }) => [
          ...[message.slice(1), remedy, ...details].map(words),
          ...sql,
        ],
      ),
      ...(report.accepted ?? []).flatMap(({ acceptance: { reason, owner = '', expires = '' } }) => [
        reason,
        owner,
        expires,
      ]),
      ...(report.stale ?? []).flatMap(({ object, reason }) => [object, reason]),
      ...report.notices.map(({ message }) => words(message)),
      ...report.notRun.flatMap(({ part, reason }) => [part, words(reason).slice(1)]),
      ...(report.baseSchema?.required ?? []).flatMap(({ id, location }) => [
        id,
        `${location.file}:${location.line}`,
      ]),
      ...(report.inventory?.relations ?? []).map(({ id }) => id),
      ...(report.definitions ?? []).map(({ id }) => (report.inventory ? id.replace(/\(.*/, '') : id)),
      ...(report.audits ?? []).flatMap(({ date, commit = '' }) => [date, commit]),
      ...(report.failure ? [words(report.failure.remedy), report.failure.statement ?? ''] : []),
      report.repair ?? '',
    ].filter((part) => !text.includes(bare(part)));
    expect(missing).toEqual([]);
  });
});

/** The text of the element with an id, as far as its section goes. */
function sectionOf(report: Report, id: string): string {
  const page = renderHtml(report);
  const from = page.indexOf(`<section id="${id}"`);
  if (from === -1) return '';
  const end = page.indexOf('\n<section id=', from);
  const section = page.slice(from, end === -1 ? page.indexOf('</main>') : end);
  return section.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

describe('the page of an audit', () => {
  test('says coverage, history and counts as the report has them', () => {
    const numbers = sectionOf(audits.shopAudit(), 'numbers');
    expect(numbers).toContain('29.7 % 30 of 101 tables are reproducible from Git.');
    expect(numbers).toContain('Tables 101 39 110');
    expect(numbers).toContain('71 Base-schema drift');
    expect(numbers).toContain('9 Not live');
    expect(numbers).toContain('30 Tracked');
    const rich = sectionOf(audits.richAudit, 'numbers');
    expect(rich).toContain('12 applied 2 pending 20251201000000 20260201080000 1 unknown 20251230200000');
  });

  test('counts the relations that the committed types alone have', () => {
    expect(sectionOf(checks.blamed, 'numbers')).toContain('Relations 2 4');
  });

  test('tells an index that one side alone has from one that both have', () => {
    const indexes = (['unmanaged', 'missing', 'altered'] as const).map((ruleId) =>
      makeFinding({
        ruleId,
        subject: { kind: 'index', schema: 'public', name: ruleId },
        message: `index \`public.${ruleId}\` differs.`,
      }),
    );
    const page = renderHtml(audits.auditOf({ status: 'drifted', findings: indexes }));
    const verdicts = Array.from(page.matchAll(/data-kind="index" data-verdict="([^"]+)"/g), ([, one]) => one);
    expect(verdicts).toEqual(['base-schema-drift', 'not-live', 'altered']);
  });

  test('has a row for each object, with where it is, its verdict, and what is wrong with it first', () => {
    const page = renderHtml(audits.richAudit);
    const rows = Array.from(
      page.matchAll(/<tbody role="rowgroup" (data-.*?)><tr role="row">(.*?)<\/tr>/gs),
      ([, data = '', row = '']) => ({
        data,
        cells: Array.from(row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs), ([, cell = '']) =>
          cell.replace(/<span aria-hidden.*?<\/span>/g, '').replace(/<[^>]*>/g, ''),
        ),
      }),
    );
    const rowOf = (id: string) => rows.find(({ cells }) => cells[0] === id);
    expect(rows).toHaveLength(18);
    expect(rowOf('public.loyalty_cards')?.cells).toEqual([
      'public.loyalty_cards',
      'table',
      'yes',
      'no',
      'yes',
      '',
      'Base-schema drift',
      '1',
    ]);
    expect(rowOf('public.coupons')?.cells.slice(2, 7)).toEqual([
      'no',
      'yes',
      'yes',
      '20260112101500_refunds.sql',
      'Not live',
    ]);
    expect(rowOf('public.orders')?.cells.slice(6)).toEqual(['Altered', '4']);
    expect(rowOf('public.refunds')?.cells.slice(4, 7)).toEqual([
      'no',
      '20260112101500_refunds.sql',
      'Types out of date',
    ]);
    expect(rowOf('public.waitlist')?.cells[6]).toBe('Pending');
    expect(rowOf('public.carriers')?.cells[6]).toBe('External (accepted)');
    expect(rowOf('public.sync_erp')?.cells.slice(0, 2)).toEqual(['public.sync_erp', 'function']);
    const drift = rows.map(({ data }) => data.includes('data-drift'));
    expect(drift.lastIndexOf(true)).toBe(drift.indexOf(false) - 1);
    expect(drift.filter(Boolean)).toHaveLength(12);
  });

  test('never calls an object clean that nobody compared', () => {
    const { compared, ...unlooked } = checks.blamed;
    expect(sectionOf(checks.blamed, 'objects')).toContain('Drifted');
    const page = renderHtml({ ...unlooked, findings: [], notRun: checks.failedReplay.notRun });
    expect(page).not.toContain('data-verdict="as-committed"');
    expect(page).toContain('data-verdict="not-compared"');
  });

  test('marks the lines that differ between two definitions', () => {
    const page = renderHtml(audits.richAudit);
    const orders = page.slice(page.indexOf('Definition of <code>public.orders</code>'));
    const sides = orders.slice(0, orders.indexOf('</section>'));
    const of = (mark: string): string[] =>
      Array.from(sides.matchAll(new RegExp(`<${mark}>(.*?)</${mark}>`, 'g')), ([, line = '']) => line.trim());
    expect(of('del')).toEqual([
      'status public.order_status not null default &#39;draft&#39;,',
      'total numeric(10,2) not null,',
      'create trigger orders_touch before update on public.orders for each row execute function public.touch();',
    ]);
    expect(of('ins')).toHaveLength(3);
    const panes = sides
      .split('<figure>')
      .slice(1)
      .map((pane) => pane.split('\n').length);
    expect(panes[0]).toBe(panes[1]);
  });

  test('draws each table and each foreign key once, no box over another', () => {
    const document = readHtml(renderHtml(audits.shopAudit()));
    const { diagram } = audits.shopAudit();
    const boxes = startsOf(document, 'g').filter(({ attributes }) => attributes.has('data-box'));
    expect(boxes).toHaveLength(diagram?.relations.length ?? -1);
    expect(valuesOf(document, 'data-ends')).toHaveLength(diagram?.links.length ?? -1);
    const heights = startsOf(document, 'rect')
      .filter(({ attributes }) => attributes.has('rx'))
      .map(({ attributes }) => Number(attributes.get('height')));
    const placed = boxes.map(({ attributes }, index) => {
      const [, x, y] = /translate\((\d+) (\d+)\)/.exec(attributes.get('transform') ?? '') ?? [];
      return { x: Number(x), y: Number(y), bottom: Number(y) + (heights[index] ?? 0) };
    });
    const overlaps = placed.flatMap((one, index) =>
      placed
        .slice(index + 1)
        .filter((other) => Math.abs(one.x - other.x) < 256 && one.y < other.bottom && other.y < one.bottom),
    );
    expect(overlaps).toEqual([]);
  });

  test('draws references in a circle, to itself and to what is not in the picture', () => {
    const relation = (id: string) => ({ id, kind: 'table' as const, columns: [] });
    const link = (from: string, to: string) => ({ from, to, name: 'fk', columns: ['a'] });
    const diagram = {
      relations: ['a', 'b', 'c'].map(relation),
      links: [link('a', 'b'), link('b', 'a'), link('a', 'a'), link('c', 'gone')],
    };
    const document = readHtml(renderHtml({ ...audits.cleanAudit, diagram }));
    expect(startsOf(document).filter(({ attributes }) => attributes.has('data-box'))).toHaveLength(3);
    expect(valuesOf(document, 'data-ends').sort()).toEqual(['0 0', '0 1', '1 0']);
  });
});

describe('hostile names', () => {
  const shape = (name: string, report: (name: string) => Report): string[] =>
    startsOf(readHtml(renderHtml(report(name))))
      .filter((tag) => !['ins', 'del', 'i', 'code'].includes(tag.name))
      .map((tag) => `${tag.name} ${[...tag.attributes.keys()].join(' ')}`);
  const KINDS = [checks.hostileReport, audits.hostileAudit] as const;

  test.each(checks.HOSTILE_NAMES.map((name) => [JSON.stringify(name), name] as const))(
    'the name %s is text wherever it stands: no element, no attribute, no hidden character',
    (_, name) => {
      for (const report of KINDS) {
        const page = renderHtml(report(name));
        expect(shape(name, report)).toEqual(shape('plain', report));
        expect(page.replaceAll('\n', '')).toBe(visible(page.replaceAll('\n', '')));
        expect(readHtml(page).text).toContain(visible(name));
        expect(readHtml(page).script).toBe(readHtml(renderHtml(report('plain'))).script);
      }
    },
  );
});

/** WCAG 2's contrast of two colours, `#rrggbb`. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return (light + 0.05) / (dark + 0.05);
}

/** The colours that a block of the style declares, by name. */
const paletteOf = (block = ''): Record<string, string> =>
  Object.fromEntries(
    Array.from(block.matchAll(/--([a-z-]+): (#[\da-f]{6});/g), ([, name = '', colour = '']) => [
      name,
      colour,
    ]),
  );

const [, LIGHT, DARK] = STYLE.split(':root {');

describe.each([
  ['light', paletteOf(LIGHT)],
  ['dark', paletteOf(DARK)],
])('the %s palette', (_, palette) => {
  const GROUNDS = ['ground', 'surface', 'sunken'] as const;
  const TONES = ['red', 'amber', 'green', 'blue', 'violet'] as const;

  test('has text on its grounds at the contrast of AA', () => {
    const pairs = [
      ...GROUNDS.flatMap((ground) =>
        (['text', 'muted', 'accent', ...TONES] as const).map((text) => [text, ground] as const),
      ),
      ...TONES.map((tone) => [tone, `${tone}-ground`] as const),
      ...(['text', 'muted'] as const).map((text) => [text, 'amber-ground'] as const),
    ];
    const low = pairs.filter(([text, ground]) => contrast(palette[text] ?? '', palette[ground] ?? '') < 4.5);
    expect(low).toEqual([]);
    expect(Object.keys(palette)).toHaveLength(17);
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  });
});

describe('SQL', () => {
  test.each([
    [
      'create table a (b int, c numeric(10, 2) default f(1, 2)) partition by list (b, c)',
      'create table a (\n  b int,\n  c numeric(10, 2) default f(1, 2)\n) partition by list (b, c)',
    ],
    [
      `CREATE TABLE "x(,".y ("a,b" text DEFAULT '(,)''')`,
      `CREATE TABLE "x(,".y (\n  "a,b" text DEFAULT '(,)'''\n)`,
    ],
    [
      "CREATE TYPE s AS ENUM ('a','b');\nCOMMENT ON TYPE s IS 'a, (b)';",
      "CREATE TYPE s AS ENUM (\n  'a',\n  'b'\n);\nCOMMENT ON TYPE s IS 'a, (b)';",
    ],
    ['create table a (\n  b int, c int\n);', 'create table a (\n  b int, c int\n);'],
    ['create function f(a int, b int) returns int', 'create function f(a int, b int) returns int'],
    ["create table 'unclosed (a, b", "create table 'unclosed (\n  a,\n  b"],
  ])('%j has a line for each part of a table or type, and else stays', (before, after) => {
    expect(unfoldedSql(before)).toBe(after);
  });

  test('is a script whose statements end, each once', () => {
    expect(scriptOf(['drop table a', 'drop table b;', 'drop table c ;\n'])).toBe(
      'drop table a;\ndrop table b;\ndrop table c;',
    );
  });
});

test('a thousand objects with findings and definitions make a page of less than 6 MB in seconds', () => {
  const report = audits.largeAudit(1000);
  const before = performance.now();
  const page = renderHtml(report);
  const milliseconds = Math.round(performance.now() - before);
  console.info(`1,000 objects: ${(page.length / 1e6).toFixed(2)} MB, rendered in ${milliseconds} ms`);
  expect(page.length).toBeLessThan(6e6);
  expect(milliseconds).toBeLessThan(5000);
});
