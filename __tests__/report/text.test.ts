import { describe, expect, test } from '@jest/globals';
import { type Finding, makeFinding } from '../../src/findings/finding.ts';
import type { Notice } from '../../src/findings/notice.ts';
import type { ObjectId } from '../../src/findings/object-id.ts';
import { hunksOf, shortSides } from '../../src/report/document/sides.ts';
import { renderHtml } from '../../src/report/html.ts';
import { renderJson } from '../../src/report/json.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import type { Report } from '../../src/report/report.ts';
import { renderSarif } from '../../src/report/sarif.ts';
import { groupByObject } from '../../src/report/sentences.ts';
import { displayWidth, truncated, wrapped } from '../../src/report/text/terminal.ts';
import { renderText } from '../../src/report/text.ts';
import {
  accepted,
  baseSchemaDrift,
  blamed,
  drifted,
  failedReplay,
  HOSTILE_NAMES,
  inSync,
  reportOf,
  stale,
  tolerated,
} from './reports.ts';

const tableOf = (...names: string[]): Report =>
  reportOf({
    status: 'drifted',
    findings: names.map((name) =>
      makeFinding({
        ruleId: 'relation-added',
        compatibility: 'safe',
        subject: { kind: 'table', schema: 'public', name },
        message: 'It is new.',
      }),
    ),
  });

const optionality = (shape: string) =>
  makeFinding({
    ruleId: 'column-optionality-changed',
    compatibility: 'breaking',
    subject: { kind: 'column', schema: 'public', relation: 'orders', name: 'total' },
    message: `It is optional on ${shape} in the committed types.`,
    committed: 'optional',
    generated: 'required',
  });

describe('the text for a terminal', () => {
  test('ends with the repair command', () => {
    expect(renderText(drifted, { colour: false }).trimEnd().split('\n').at(-1)).toBe(
      '  $ npx drift-gate fix --project .',
    );
  });

  test('aligns the columns of its table by what a terminal shows, not by code units', () => {
    const lines = renderText(tableOf('日本語', '🧾🧾', 'e\u0301', 'plain'), { colour: false }).split('\n');
    const rows = lines.filter((line) => line.endsWith('    safe'));
    expect(rows).toHaveLength(4);
    expect(new Set(rows.map(displayWidth)).size).toBe(1);
  });

  test.each([60, 80, 100, 200])('keeps its table within %i columns whatever the names', (width) => {
    const text = renderText(tableOf(...HOSTILE_NAMES, 'n'.repeat(300)), { colour: false, width });
    const rows = text.split('\n').filter((line) => line.endsWith('    safe'));
    expect(rows).toHaveLength(HOSTILE_NAMES.length + 1);
    expect(Math.max(...rows.map(displayWidth))).toBeLessThanOrEqual(width);
    expect(text).toContain(`\npublic.${'n'.repeat(300)}: 1 change, safe\n`);
  });

  test('shows the sides of a change with the reason of its grade', () => {
    const finding = { ...optionality('Insert'), reason: 'writes leave it out' };
    const text = renderText(reportOf({ status: 'drifted', findings: [finding] }), { colour: false });
    expect(text).toContain(
      '    - total: optional\n    + total: required\n  - breaking `total`: writes leave it out\n',
    );
  });

  test('never prints the password of a database URL, nor does Markdown', () => {
    const report = {
      ...inSync,
      engine: { database: 'postgresql://u:secret@host/db', resetWith: 'built-in' },
    } as const;
    expect(renderText(report, { colour: true }) + renderMarkdown(report)).not.toContain('secret');
  });
});

describe('the objects of a report', () => {
  const owners = (...findings: Finding[]): string[] => groupByObject(findings).map(({ owner }) => owner);
  const inOrders = (kind: 'column' | 'relationship', name: string): ObjectId => ({
    kind,
    schema: 'public',
    relation: 'orders',
    name,
  });
  const of = (subject: ObjectId): Finding =>
    makeFinding({ ruleId: 'relation-added', compatibility: 'safe', subject, message: 'It is new.' });

  test('own their columns and relationships', () => {
    const table = of({ kind: 'table', schema: 'public', name: 'orders' });
    const parts = [of(inOrders('column', 'id')), of(inOrders('relationship', 'orders_user_id_fkey'))];
    expect(owners(table, ...parts)).toEqual(['public.orders']);
  });

  test('are one function for all its overloads, which is no table of the same name', () => {
    const overloads = [['integer'], ['text']].map((args) =>
      of({ kind: 'function', schema: 'public', name: 'orders', args }),
    );
    const table = of({ kind: 'table', schema: 'public', name: 'orders' });
    expect(owners(...overloads)).toEqual(['public.orders']);
    expect(owners(...overloads, table)).toEqual(['public.orders', 'public.orders']);
  });
});

describe('places in the text', () => {
  const text = (width = 100): string => renderText(blamed, { colour: false, width });
  const count = (part: string): number => text().split(part).length - 1;

  test('stand once for changes that one statement made, and once for each other change', () => {
    expect(count('20260311080000_addresses.sql:4')).toBe(1);
    expect(text()).toContain(
      '    + city: string | null\n  supabase/migrations/20260311080000_addresses.sql:4\n  - safe `street`: inserts',
    );
    for (const line of [1, 2, 3]) expect(count(`purchases_become_orders.sql:${line}`)).toBe(1);
  });

  test('are never broken, however narrow the terminal', () => {
    expect(text(60)).toContain('\n  supabase/migrations/20260311080000_addresses.sql:4\n');
  });
});

describe('a rename', () => {
  test('reads at a glance, in both formats', () => {
    expect(renderText(blamed, { colour: false })).toContain(
      'table renamed: purchases → orders; column renamed: full_name → name',
    );
    expect(renderMarkdown(blamed)).toContain(
      'table renamed: `purchases` → `orders`<br>column renamed: `full_name` → `name`<br>',
    );
  });
});

describe('notices', () => {
  const notices: Notice[] = [
    { code: 'generator-versions-differ', message: 'The generators differ.' },
    { code: 'skipped-migration', message: 'A file is skipped.' },
    { code: 'generators-differ', message: 'Not drift: A3.3.', count: 7 },
    { code: 'no-config', message: 'There is no configuration.' },
    { code: 'identical-copies', message: 'There are copies.' },
  ];
  const text = (all: Notice[], verbose = false): string =>
    renderText({ ...inSync, notices: all }, { colour: false, verbose });

  test('that change nothing are a line with their count, and those of a verdict are said', () => {
    const shown = text(notices);
    expect(shown).toContain('\nWarnings\n  - A file is skipped.\n\n');
    expect(shown).toContain('\nNotices\n  - There is no configuration.\n\n');
    expect(shown).toContain('\n  3 notices that change nothing: `--verbose` lists them.\n');
    expect(shown).not.toMatch(/generators differ|Not drift|copies/);
  });

  test('are all listed with --verbose, and always in the other formats', () => {
    for (const all of [
      text(notices, true),
      renderMarkdown({ ...inSync, notices }),
      renderHtml({ ...inSync, notices }),
      renderJson({ ...inSync, notices }),
      renderSarif({ ...inSync, notices }),
    ])
      for (const { message } of notices) expect(all).toContain(message);
    expect(text(notices, true)).not.toContain('--verbose');
  });

  test('are no section where each changes nothing', () => {
    expect(text(notices.slice(0, 1))).not.toContain('Notices');
    expect(text(notices.slice(0, 1))).toContain('\n  1 notice that changes nothing: `--verbose` lists it.\n');
  });
});

describe('what a command did', () => {
  const done = { kind: 'accepted', sentences: ['1 change in `x.json`; commit the file.'] } as const;
  const leading = (report: Report): string[] => [
    renderText(report, { colour: false, width: 200 }).split('\n')[0] ?? '',
    renderMarkdown(report).split('\n')[0] ?? '',
    /<h1[^>]*>(.*?)<\/h1><p>(.*?)<\/p>/.exec(renderHtml(report))?.slice(1).join(': ') ?? '',
  ];

  test('leads, and is green when nothing is left that fails', () => {
    const [text, markdown, html] = leading({
      ...accepted,
      command: 'accept',
      done: { ...done, sentences: [...done.sentences] },
    });
    expect(text).toBe('✓ Accepted: 1 change in `x.json`; commit the file');
    expect(markdown).toBe('## ✅ Accepted: 1 change in `x.json`; commit the file');
    expect(html).toBe('Accepted: 1 change in <code>x.json</code>; commit the file');
  });

  test('leads, followed by what remains, when drift is left', () => {
    const [text] = leading({
      ...drifted,
      command: 'accept',
      done: { ...done, sentences: [...done.sentences] },
    });
    expect(text).toBe(
      '✗ Accepted, drift remains: 1 change in `x.json`; commit the file. What remains: 4 objects in `public` and `billing`',
    );
  });

  test('leads, followed by the verdict, when all is in sync', () => {
    const sentences = ['Wrote `types.ts`: 3 changes.', 'Removed 1 entry from `x.json`; commit the file.'];
    const [text, markdown] = leading({ ...inSync, command: 'fix', done: { kind: 'fixed', sentences } });
    expect(text).toMatch(
      /^✓ Fixed: wrote `types\.ts`: 3 changes\. Removed 1 entry from `x\.json`; commit the file\. \d+ migrations build exactly /,
    );
    expect(markdown).toBe('## ✅ Fixed');
  });
});

test.each([
  [failedReplay, 'Migration failed: `20260301120000_orders.sql`'],
  [baseSchemaDrift, 'Base-schema drift: `public.customers` and `public.profiles`'],
  [stale, 'Stale baseline entry: `supabase/drift-baseline.json`'],
])('what is wrong with the repository itself is called by its name', (report, headline) => {
  expect(renderText(report, { colour: false }).split('\n')[0]).toBe(`✗ ${headline}`);
  expect(renderMarkdown(report).split('\n')[0]).toBe(`## ❌ ${headline}`);
});

describe('tolerated drift', () => {
  test('is called drift, with the level that lets it pass, and what was found', () => {
    const sentence = 'Drifted, tolerated by `--fail-on breaking`: 1 dangerous and 3 safe changes in `public`';
    expect(renderText(tolerated, { colour: false }).split('\n')[0]).toBe(`~ ${sentence}`);
    expect(renderMarkdown(tolerated).split('\n')[0]).toBe(`## 🟡 ${sentence}`);
  });

  test('names what is no change of the types before the changes', () => {
    const report = { ...tolerated, findings: [...failedReplay.findings, ...blamed.findings] };
    expect(renderText({ ...report, failOn: 'never' }, { colour: false, width: 200 }).split('\n')[0]).toBe(
      '~ Drifted, tolerated by `--fail-on never`: a migration fails on a clean database; 4 breaking and 3 safe changes in `public`',
    );
  });

  test('is plain drift when a finding reaches the level', () => {
    expect(renderText({ ...blamed, failOn: 'breaking' }, { colour: false })).toMatch(/^✗ Drifted: 4 objects/);
  });
});

describe('the sides of a finding', () => {
  const finding = (committed: string, generated = ''): Finding => ({
    ...optionality('Row'),
    committed,
    generated,
  });

  test('one side that is empty has no lines', () => {
    expect(hunksOf(finding('', 'a'))).toEqual([['+ a']]);
    expect(hunksOf(finding('a'))).toEqual([['- a']]);
    expect(shortSides(finding('', 'a'))).toEqual({ before: undefined, after: 'a' });
  });

  test('equal lines around the difference stand once, the far ones left out', () => {
    expect(hunksOf(finding('1\n2\n3\n4\na\n5', '1\n2\n3\n4\nb\n5'))).toEqual([
      ['  2', '  3', '  4', '- a', '+ b', '  5'],
    ]);
  });
});

describe('text in columns', () => {
  test('breaks at spaces, not inside code, and never inside a word', () => {
    expect(wrapped('one two `three four` a-word-that-is-long', 12)).toEqual([
      'one two',
      '`three four`',
      'a-word-that-is-long',
    ]);
  });

  test('is cut between characters as a reader counts them', () => {
    expect(truncated('ab👩‍👩‍👧cd', 5)).toBe('ab👩‍👩‍👧…');
    expect(truncated('ab👩‍👩‍👧cd', 4)).toBe('ab…');
  });
});
