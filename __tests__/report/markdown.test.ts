// What a reader of the comment finds: the verdict, what changed and where, what to run, and the rest folded.

import { describe, expect, test } from '@jest/globals';
import { type Finding, makeFinding } from '../../src/findings/finding.ts';
import type { Notice } from '../../src/findings/notice.ts';

import { renderHtml } from '../../src/report/html.ts';
import { MARKDOWN_BUDGET, MOST_ROWS, renderMarkdown, SUMMARY_BUDGET } from '../../src/report/markdown.ts';
import type { Report } from '../../src/report/report.ts';
import { fencesOf, htmlOf, rowsOf, tagsOf, textOf } from './markdown-page.ts';
import { COMMIT, hostileDiagram, manyObjects, PAGE } from './markdown-reports.ts';
import {
  baseSchemaDrift,
  blamed,
  cannotReplay,
  drifted,
  failed,
  failedReplay,
  inSync,
  reportOf,
  tolerated,
} from './reports.ts';

const rowsIn = (report: Report, page = {}): string[][] =>
  rowsOf(htmlOf(renderMarkdown(report, page))).map((cells) => cells.map(textOf));

const linksIn = (html: string): string[] =>
  Array.from(html.matchAll(/<a href="([^"]*)"/g), ([, url = '']) => url);

const headingsIn = (markdown: string): string[] => markdown.split('\n').filter((line) => /^##/.test(line));

/** What stands before the first fold. */
const unfolded = (markdown: string): string => markdown.split('<details>', 1)[0] ?? '';

describe('the table', () => {
  test('says in words what changed, the worst objects first', () => {
    expect(rowsIn(drifted)).toEqual(
      [
        ['Object', 'What changed', 'Grade', 'Migration'],
        [
          'public.orders',
          'changed total: number → string | nulladded notesremoved legacy_id',
          '🔴&nbsp;breaking',
          '20260301120000_orders.sql:14, 20260305090000_notes.sql:2 and 1 more',
        ],
        [
          'public.search_orders',
          'changed function signature',
          '🔴&nbsp;breaking',
          '20260309150000_search.sql:21',
        ],
        ['public.order_status', 'added value refunded', '🟠&nbsp;dangerous', '20260308110000_refunds.sql:3'],
        ['billing.invoices', 'new table', '🟢&nbsp;safe', '20260307080000_billing.sql:5'],
      ].map((cells) => cells.map((cell) => cell.replaceAll('&nbsp;', '\u00a0'))),
    );
  });

  test('says of a rename both names', () => {
    expect(rowsIn(blamed)[1]?.[1]).toBe(
      'table renamed: purchases → orderscolumn renamed: full_name → nameadded relationship orders_payer_id_fkey',
    );
  });

  test.each([
    ['string', 'number', 'changed a: string → numberchanged a: optional on Insert → required on Insert'],
    ['string | null', 'string', 'changed a: string | null → string'],
  ])('of %s that became %s says what else differs, if that does not follow', (committed, generated, cell) => {
    const subject = { kind: 'column', schema: 'public', relation: 't', name: 'a' } as const;
    const both = { compatibility: 'breaking', subject, message: 'm' } as const;
    const findings = [
      makeFinding({ ...both, ruleId: 'column-type-changed', committed, generated }),
      makeFinding({
        ...both,
        ruleId: 'column-optionality-changed',
        committed: 'optional on Insert',
        generated: 'required on Insert',
      }),
    ];
    expect(rowsIn(reportOf({ status: 'drifted', findings }))[1]?.[1]).toBe(cell);
  });

  test('links places to the commit, by names without a version, further lines of a file by their number', () => {
    const html = htmlOf(renderMarkdown(blamed, PAGE));
    const file = 'supabase/migrations/20260310090000_purchases_become_orders.sql';
    expect(rowsOf(html)[1]?.[3]).toBe(
      `<a href="${COMMIT}/${file}#L1"><code>purchases_become_orders.sql:1</code></a>, <a href="${COMMIT}/${file}#L2"><code>:2</code></a> and 1 more`,
    );
    expect(linksIn(html).filter((url) => !url.startsWith(COMMIT))).toEqual([]);
  });

  test.each([MOST_ROWS - 1, MOST_ROWS])('of %i objects shows all', (count) => {
    const markdown = renderMarkdown(manyObjects(count));
    expect(unfolded(markdown).match(/^\| `/gm)).toHaveLength(count);
    expect(markdown).not.toContain('more object');
  });

  test('of more objects shows the worst, says how many are folded, and folds them', () => {
    const markdown = renderMarkdown(manyObjects(MOST_ROWS + 3));
    const shown = rowsOf(htmlOf(unfolded(markdown)));
    expect(shown).toHaveLength(MOST_ROWS + 1);
    expect(textOf(shown[1]?.join(' ') ?? '')).toContain(`public.table_${MOST_ROWS + 2}`);
    expect(markdown).toContain('… and 3 more objects, folded below.');
    expect(rowsOf(htmlOf(markdown))).toHaveLength(MOST_ROWS + 3 + 2);
    expect(markdown).toContain(`<summary>All ${MOST_ROWS + 3} objects with their diffs</summary>`);
  });
});

describe('a diff', () => {
  const diffsOf = (...findings: Report['findings']): string[] =>
    fencesOf(renderMarkdown(reportOf({ status: 'drifted', findings }))).contents;

  test('has both sides behind the name of their part', () => {
    expect(fencesOf(renderMarkdown(drifted)).contents).toContain(
      '- total: number\n+ total: string | null\n+ notes: string | null\n- legacy_id: number\n',
    );
  });

  test('of a long type has a line a member, and shows those that differ', () => {
    const long = (total: string): string =>
      `(query: string) => { id: number; total: ${total}; "a; b {": string; state: "open" | "closed" | "refunded"; tags: { name: string }[] }[]`;
    const [diff = ''] = diffsOf(
      makeFinding({
        ruleId: 'function-signature-changed',
        compatibility: 'breaking',
        subject: { kind: 'function', schema: 'public', name: 'search', args: [] },
        message: 'function `public.search()` differs.',
        committed: long('number'),
        generated: long('string'),
      }),
    );
    expect(diff).toBe(
      [
        '@@ function @@',
        '    query: string',
        '  ) => {',
        '    id: number;',
        '-   total: number;',
        '+   total: string;',
        '    "a; b {": string;',
        '    state: "open" | "closed" | "refunded";',
        '    tags: {',
        '',
      ].join('\n'),
    );
  });

  test.each([
    ['relation-renamed', 'table', '- table old\n+ table new\n'],
    ['relation-kind-changed', 'view', '- old\n+ new\n'],
  ] as const)('of %s names the sides', (ruleId, kind, expected) => {
    const subject = { kind, schema: 'public', name: 'new' };
    const finding = makeFinding({
      ruleId,
      compatibility: 'breaking',
      subject,
      message: 'm',
      committed: 'old',
      generated: 'new',
    });
    expect(diffsOf(finding)).toContain(expected);
  });
});

describe('what to do', () => {
  test('is the command', () => {
    const markdown = renderMarkdown({ ...drifted, repair: 'drift-gate fix --project apps/web' });
    expect(fencesOf(unfolded(markdown)).contents).toEqual(['drift-gate fix --project apps/web\n']);
  });

  test('is the patch first where there is one', () => {
    const markdown = renderMarkdown(blamed, { patchAt: 'the artifact `drift-patch` of this run' });
    expect(fencesOf(unfolded(markdown)).contents).toEqual(['git apply drift.patch\n']);
    expect(markdown).toContain(
      'Apply the patch, the artifact `drift-patch` of this run, and commit the types file:',
    );
    // Whoever reads a comment can't run what is installed nowhere.
    expect(markdown).not.toContain('drift-gate fix');
    const published = renderMarkdown(
      { ...blamed, repair: 'npx supabase-drift-gate@1.2.3 fix' },
      { patchAt: 'the artifact `drift-patch` of this run' },
    );
    expect(published).toContain('Or let Drift Gate write it: `npx supabase-drift-gate@1.2.3 fix`');
  });

  test('stands before everything that is folded', () => {
    for (const report of [drifted, baseSchemaDrift, manyObjects(40)])
      expect(unfolded(renderMarkdown(report, PAGE))).toContain('### What to do');
  });
});

describe('the diagram', () => {
  const withDiagram = { ...drifted, diagram: hostileDiagram('orders') };

  test('is drawn unfolded, for GitHub fails to draw what is hidden at first', () => {
    expect(
      fencesOf(unfolded(renderMarkdown(withDiagram))).contents.filter((text) => text.startsWith('erDiagram')),
    ).toHaveLength(1);
    expect(renderMarkdown(drifted)).not.toContain('```mermaid');
  });

  test('is cut as a whole or not at all', () => {
    const from = Buffer.byteLength(unfolded(renderMarkdown(drifted)));
    const cuts = Array.from({ length: 60 }, (_, index) =>
      renderMarkdown(withDiagram, { budget: from + index * 20 }),
    );
    const diagrams = [...new Set(cuts)].map((cut) =>
      fencesOf(cut)
        .contents.filter((text) => text.startsWith('erDiagram'))
        .join(),
    );
    expect(new Set(diagrams).size).toBe(2);
  });
});

describe('a comment on', () => {
  test('a project in sync is short', () => {
    const markdown = renderMarkdown(inSync, PAGE);
    expect(markdown.split('\n').filter((line) => line !== '')).toHaveLength(4);
    expect(markdown).toContain('## ✅ In sync');
  });

  test('a run that could not check says that it is no verdict, and the next step', () => {
    const markdown = renderMarkdown(failed, PAGE);
    expect(headingsIn(markdown)).toEqual(['## ⚠️ Could not check', '### What to do']);
    expect(markdown).toContain('This is no verdict on the types');
    expect(markdown).toContain('Name the one to check with `--types FILE`.');
  });

  test('a statement that the embedded database cannot run links and quotes it', () => {
    const markdown = renderMarkdown(cannotReplay, PAGE);
    expect(fencesOf(markdown).contents).toEqual(['create extension plv8;\n']);
    expect(linksIn(htmlOf(markdown))).toEqual([`${COMMIT}/supabase/migrations/20260301120000_orders.sql#L3`]);
    expect(markdown).toContain('`--database local-stack`');
  });

  test('tolerated drift says that the check passes', () => {
    expect(renderMarkdown(tolerated)).toContain('🟠 1 dangerous · 🟢 2 safe. The check passes.');
    expect(renderMarkdown(drifted)).not.toContain('The check passes');
  });

  test('a failure that begins with the name of a file leaves the name as it is', () => {
    const message = 'no/such/a.html cannot be written: its folder does not exist.';
    const report = { ...failed, failure: { message, remedy: 'Create the folder.' } };
    expect(renderMarkdown(report, PAGE)).toContain(`\n${message}\n`);
    expect(renderHtml(report)).toContain(`<p>${message}</p>`);
  });

  test('a failed replay quotes the statement, links its place, and says what did not run', () => {
    const markdown = renderMarkdown(failedReplay, PAGE);
    expect(tagsOf(htmlOf(markdown)).opened).not.toContain('table');
    expect(fencesOf(markdown).contents).toEqual([
      'alter table orders alter column totl type numeric(12, 2);\n',
    ]);
    expect(linksIn(htmlOf(markdown))).toEqual([
      `${COMMIT}/supabase/migrations/20260301120000_orders.sql#L14`,
    ]);
    expect(headingsIn(markdown).slice(1)).toEqual(['### What to do', '### Not checked']);
  });

  test('base-schema drift has a row an object, with links to its uses, all of them folded below', () => {
    const html = htmlOf(renderMarkdown(baseSchemaDrift, PAGE));
    expect(rowsOf(html).map((cells) => cells.map(textOf))).toEqual([
      ['Object that no migration creates', 'Grade', 'Used at'],
      ['public.customers', '🔴\u00a0error', 'orders.sql:3, :17 and notes.sql:8'],
      ['public.profiles', '🔴\u00a0error', 'orders.sql:22'],
    ]);
    expect(linksIn(html)).toHaveLength(4 + 4 + 1);
  });

  test('many entries of a baseline that are gone lists ten and folds the rest, without a diff or a diagram', () => {
    const entry = (index: number): Finding =>
      makeFinding({
        ruleId: 'stale-baseline-entry',
        subject: { kind: 'file', name: 'baseline.json' },
        location: { file: 'baseline.json', line: index + 1 },
        message: `\`public.t${index}\` no longer has the drift that was accepted.`,
        details: ['a line of its own'],
      });
    const findings = Array.from({ length: 13 }, (_, index) => entry(index));
    const markdown = renderMarkdown(
      reportOf({ status: 'drifted', findings, repair: 'drift-gate accept --prune' }),
      PAGE,
    );
    expect(unfolded(markdown).match(/^- 🔴/gm)).toHaveLength(10);
    expect(markdown).toContain('<summary>3 more</summary>');
    expect(markdown.match(/^ {2}- a line of its own$/gm)).toHaveLength(13);
    expect(fencesOf(markdown).contents).toEqual(['drift-gate accept --prune\n']);
  });

  test('databases that disagree says so above everything that is folded', () => {
    const notices: Notice[] = [
      { code: 'databases-disagree', message: 'The databases disagree.' },
      { code: 'no-config', message: 'A file is skipped.' },
    ];
    const markdown = renderMarkdown({ ...drifted, notices });
    expect(unfolded(markdown)).toContain('### ⚠️ Warnings\n\n- The databases disagree.\n');
    expect(unfolded(markdown)).not.toContain('A file is skipped.');
    expect(markdown).toContain('<summary>Notices (1)</summary>');
  });

  test('one project of several names its folder', () => {
    const project = { ...inSync.project, directory: 'apps/web' };
    expect(headingsIn(renderMarkdown({ ...inSync, project }))).toEqual(['## ✅ `apps/web` · In sync']);
    expect(headingsIn(renderMarkdown({ ...drifted, project }))[0]).toBe(
      '## ❌ `apps/web` · Drifted: 4 objects in `public` and `billing`',
    );
  });
});

test('the footer names the CLI that reset, the server and the generator', () => {
  const engine = { ...inSync.engine, resetWith: 'supabase-cli', cli: '3.1.0' } as const;
  const markdown = renderMarkdown({ ...inSync, engine });
  expect(markdown).toContain(
    'PostgreSQL 17.5 · reset by Supabase CLI 3.1.0 · `@supabase/postgrest-typegen 0.2.2` · 1.7 s',
  );
  expect(markdown).toContain('Not compared: the live database');
});

test('only what GitHub renders everywhere is used: no relative link, no footnote, no alert', () => {
  for (const report of [
    inSync,
    drifted,
    blamed,
    failed,
    cannotReplay,
    failedReplay,
    baseSchemaDrift,
    manyObjects(30),
  ]) {
    const markdown = renderMarkdown(report, {
      ...PAGE,
      wholeAt: 'https://github.com/acme/shop/actions/runs/1',
      patchAt: 'x',
    });
    expect(linksIn(htmlOf(markdown)).filter((url) => !url.startsWith('https://'))).toEqual([]);
    expect(markdown).not.toMatch(/\[\^|^> ?\[!/m);
  }
});

describe.each([
  ['a comment', MARKDOWN_BUDGET],
  ['a step summary', SUMMARY_BUDGET],
])('the limit of %s', (_, limit) => {
  /** A report of exactly so many bytes. */
  const ofSize = (bytes: number): Report => {
    const sized = (length: number): Report => ({
      ...drifted,
      notices: [{ code: 'structure', message: 'n'.repeat(length) }],
    });
    const around = Buffer.byteLength(renderMarkdown(sized(1))) - 1;
    return sized(bytes - around);
  };
  const page = { budget: limit, wholeAt: 'https://github.com/acme/shop/actions/runs/1' };

  test.each([limit - 1, limit])('takes %i bytes whole', (bytes) => {
    const markdown = renderMarkdown(ofSize(bytes), page);
    expect(Buffer.byteLength(markdown)).toBe(bytes);
    expect(markdown).not.toContain('Cut to fit');
  });

  test('cuts what is one byte longer, and links the whole', () => {
    const markdown = renderMarkdown(ofSize(limit + 1), page);
    expect(Buffer.byteLength(markdown)).toBeLessThan(limit);
    expect(markdown).toContain(
      '**Cut to fit:** 1 notice left out here. [The summary of the run](https://github.com/acme/shop/actions/runs/1) has more',
    );
  });
});

test('the limits leave a margin to what GitHub takes', () => {
  expect(MARKDOWN_BUDGET).toBeLessThan(65_536);
  expect(SUMMARY_BUDGET).toBeLessThan(1024 * 1024);
  expect(SUMMARY_BUDGET).toBeGreaterThan(1_000_000);
});
