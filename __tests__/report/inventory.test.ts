// The document that a team keeps: what an audit may change of it, what it reads back, and what never breaks it.

import { describe, expect, test } from '@jest/globals';
import { UsageError } from '../../src/errors.ts';
import { visible } from '../../src/findings/visible.ts';
import { updateInventory } from '../../src/report/inventory.ts';
import type { AuditPoint, Report } from '../../src/report/report.ts';
import {
  auditOf,
  baseSchemaAudit,
  cleanAudit,
  failedAudit,
  hostileAudit,
  largeAudit,
  richAudit,
} from './audit-reports.ts';
import { fencesOf, htmlOf, rowsOf, tagsOf, textOf } from './markdown-page.ts';
import { HOSTILE_NAMES } from './reports.ts';
import { BROWSER, commentPage, domOf } from './screenshot/comment-page.ts';

/** The same findings of a database that has no name. */
const rich: Report = { ...richAudit, live: { postgresVersion: '15.8' } };
const clean: Report = { ...cleanAudit, live: { postgresVersion: '15.8' } };

const kept = (text: string | undefined, report: Report, date: string, commit?: string): string =>
  updateInventory(text, report, { date, ...(commit !== undefined && { commit }) }).text;

const historyOf = (text: string): string[] => text.split(/\r?\n/).filter((line) => /^- \d{4}-/.test(line));
const drawn = (text: string): string[] =>
  fencesOf(text)
    .contents.filter((content) => content.includes('xychart'))
    .map((content) => content.trimEnd());

const first = kept(undefined, rich, '2026-01-19', 'a624fc8');

describe('what people wrote', () => {
  const pair = (name: string, content: string): string => `<!-- ${name} -->\n${content}<!-- /${name} -->`;
  const document = [
    '# Database\t \n\nOur tables.  \nNo *newline* at the end, `<!-- drift-gate:inventory -->` in a sentence.\n\n## Current State\n',
    pair('drift-gate:inventory', ''),
    '\n<!-- a comment -->\n> Between both | parts \\\n\n## Audit History\n\n',
    pair('drift-gate:audits', ''),
    '\n\n```sql\nselect 1;\n```\n\n\n**End of document**',
  ];

  test.each(['\n', '\r\n'])(
    'outside of the markers stays as it is to the byte, its line ends being %j',
    (eol) => {
      const own = document.map((part) => part.replaceAll('\n', eol));
      const before = own.join('');
      const after = kept(before, rich, '2026-01-19');
      const outside = [0, 2, 4].map((index) => own[index] ?? '');
      const [head = '', between = '', tail = ''] = outside;
      expect(after.startsWith(`${head}<!-- drift-gate:inventory -->${eol}`)).toBe(true);
      expect(after).toContain(`<!-- /drift-gate:inventory -->${between}<!-- drift-gate:audits -->`);
      expect(after.endsWith(`<!-- /drift-gate:audits -->${tail}`)).toBe(true);
      expect(after.replaceAll(eol, '')).not.toMatch(/[\r\n]/);
      expect(kept(after, clean, '2026-04-01').split('<!-- /drift-gate:audits -->')[1]).toBe(tail);
    },
  );

  test('as the audit history stands on, and is not drawn', () => {
    const lines = '- 2026-01-19: Initial inventory - Drift detected (71 tables)\n- Next audit: 2026-04-01\n';
    const before = pair('drift-gate:audits', lines);
    const { text, audits } = updateInventory(before, rich, { date: '2026-04-01' });
    expect(text).toContain(`\n${lines}- 2026-04-01: Drift detected`);
    expect(audits.map(({ date }) => date)).toEqual(['2026-04-01']);
    expect(drawn(text)).toEqual([]);
  });

  test('in a document without markers stays, and the parts follow it', () => {
    const after = kept('# Ours\nlast line', rich, '2026-01-19');
    expect(after).toMatch(/^# Ours\nlast line\n\n## Current state\n\n<!-- drift-gate:inventory -->\n/);
    expect(after).toMatch(
      /<!-- \/drift-gate:inventory -->\n\n## Audit history\n\n<!-- drift-gate:audits -->\n/,
    );
  });

  test('behind a line of the history stays, and the line is read', () => {
    const remarked = first.replace('Commit a624fc8.', 'Commit a624fc8. Import planned for May.');
    const { text, audits } = updateInventory(remarked, rich, { date: '2026-04-01' });
    expect(text).toContain('Import planned for May.');
    expect(audits).toHaveLength(2);
  });
});

describe('a second audit', () => {
  test('of the same day and state changes nothing, whatever the commit', () => {
    expect(kept(first, rich, '2026-01-19', 'a624fc8')).toBe(first);
    expect(kept(first, rich, '2026-01-19', 'bbbbbbb')).toBe(first);
    expect(kept(first, rich, '2026-01-19')).toBe(first);
  });

  test('changes nothing either where a formatter has set the tables', () => {
    const set = first.replace(/^\|.*$/gm, (line) =>
      line.replaceAll(' |', '    |').replaceAll('---', '------'),
    );
    expect(set).not.toBe(first);
    expect(kept(set, rich, '2026-01-19', 'bbbbbbb')).toBe(set);
  });

  test('of the same day and another state appends, with what changed', () => {
    const next = kept(first, clean, '2026-01-19', 'bbbbbbb');
    expect(historyOf(next)).toEqual([
      '- 2026-01-19: Drift detected (22 findings): 10 tables live, 7 in Git, 9 in the types, 50 % covered. First audit. Commit a624fc8.',
      '- 2026-01-19: No drift (0 findings, -22): 4 tables live (-6), 4 in Git (-3), 4 in the types (-5), 100 % covered (+50). Commit bbbbbbb.',
    ]);
    expect(drawn(next)[0]).toContain('x-axis ["2026-01-19", "2026-01-19 (2)"]');
  });

  test('that finds other objects in the same numbers appends', () => {
    const { inventory } = rich;
    if (inventory === undefined) throw new Error('no inventory');
    const relations = inventory.relations.map((one) =>
      one.id === 'public.suppliers' ? { ...one, id: 'public.vendors' } : one,
    );
    const renamed: Report = { ...rich, inventory: { ...inventory, relations } };
    const next = kept(first, renamed, '2026-01-19');
    expect(next).toContain('`public.vendors`');
    expect(historyOf(next)).toHaveLength(2);
    expect(historyOf(next)[1]).toMatch(/Same counts as before\.$/);
  });

  test('of another day and the same state appends', () => {
    const next = kept(first, rich, '2026-04-01');
    expect(historyOf(next)).toHaveLength(2);
    expect(kept(next, rich, '2026-04-01')).toBe(next);
  });

  test('that could not look changes nothing, and makes no document', () => {
    expect(
      updateInventory(first, { ...failedAudit, live: { postgresVersion: '15.8' } }, { date: '2026-04-01' }),
    ).toEqual({
      text: first,
      audits: [expect.objectContaining({ date: '2026-01-19', drift: 22 })],
    });
    expect(kept(undefined, failedAudit, '2026-04-01')).toBe('');
  });
});

describe('the audit history', () => {
  const states = Array.from({ length: 15 }, (_, index) => ({
    report: largeAudit(index * 7),
    date: `20${10 + index}-02-28`,
  }));
  const { text, audits } = states.reduce<{ text: string | undefined; audits: AuditPoint[] }>(
    ({ text: before }, { report, date }) => updateInventory(before, report, { date, commit: '0abc123' }),
    { text: undefined, audits: [] },
  );

  test('reads back what it wrote, number for number', () => {
    expect(audits).toEqual(
      states.map(({ report, date }) => ({
        date,
        live: report.inventory?.counts.live,
        git: report.inventory?.counts.git,
        types: report.inventory?.counts.types,
        coverage: report.inventory?.relations.length === 0 ? 100 : report.inventory?.coverage,
        drift: report.findings.length,
        commit: '0abc123',
      })),
    );
    expect(historyOf(text ?? '')).toHaveLength(15);
  });

  test('is drawn from two audits on, the last ten', () => {
    expect(drawn(first)).toEqual([]);
    const [chart = ''] = drawn(text ?? '');
    expect(chart).toContain(
      `line [${audits
        .slice(-10)
        .map(({ drift }) => drift)
        .join(', ')}]`,
    );
    expect(drawn(text ?? '')).toHaveLength(1);
  });

  test.each([
    ['a number that is none', '22 findings', 'many findings'],
    ['a day that there is not', '- 2026-01-19', '- 2026-02-30'],
    ['a share above all', '50 %', '150 %'],
    ['a verdict that its number denies', 'Drift detected', 'No drift'],
    ['a word that is gone', ' live,', ','],
    ['bold type', '- 2026-01-19:', '- **2026-01-19:**'],
  ])('with %s in a line keeps the line and does not draw it', (_, from, to) => {
    const line = historyOf(first)[0] ?? '';
    const edited = line.replace(from, to);
    expect(edited).not.toBe(line);
    const { text, audits } = updateInventory(first.replace(line, edited), clean, { date: '2026-04-01' });
    expect(text).toContain(`\n${edited}\n`);
    expect(audits.map(({ date }) => date)).toEqual(['2026-04-01']);
  });

  test('does not count what the baseline itself is at fault with', () => {
    const { audits } = updateInventory(undefined, rich, { date: '2026-01-19' });
    const ofBaseline = rich.findings.filter(({ ruleId }) => ruleId.endsWith('-baseline-entry'));
    expect(ofBaseline).toHaveLength(2);
    expect(audits[0]?.drift).toBe(rich.findings.length + (rich.accepted?.length ?? 0) - 2);
  });
});

describe('markers', () => {
  const [start, end] = ['<!-- drift-gate:inventory -->', '<!-- /drift-gate:inventory -->'];
  test.each([
    ['a beginning alone', `${start}\ntext\n`, 'of line 1 does not end'],
    ['an end alone', `text\n${end}\n`, 'in line 2 has no beginning before it'],
    ['an end before its beginning', `${end}\n${start}\n`, 'in line 1 has no beginning'],
    ['two pairs', `${start}\n${end}\n${start}\n${end}\n`, 'begins again in line 3'],
    [
      'one in another',
      `${start}\n<!-- drift-gate:audits -->\n<!-- /drift-gate:audits -->\n${end}\n`,
      'does not end before line 2',
    ],
    [
      'two that cross',
      `${start}\n<!-- drift-gate:audits -->\n${end}\n<!-- /drift-gate:audits -->\n`,
      'does not end before line 2',
    ],
    ['a name that is none', '<!-- drift-gate:inventry -->\n', 'line 1 is no marker'],
    ['text behind one', `${start} text\n${end}\n`, 'line 1 is no marker'],
    [
      'another environment at the end',
      `${start}\n<!-- /drift-gate:inventory staging -->\n`,
      'in line 2 has no beginning',
    ],
  ])('that are damaged, %s, are refused', (_, before, words) => {
    const update = (): unknown => updateInventory(before, rich, { date: '2026-01-19' });
    expect(update).toThrow(UsageError);
    expect(update).toThrow(words);
  });

  test('may be indented, spaced and stand behind a byte order mark', () => {
    const before = '\ufeff<!--drift-gate:inventory-->\n  <!--   / drift-gate:inventory   -->\n';
    const after = kept(before, rich, '2026-01-19');
    expect(after).toMatch(/^\ufeff<!--drift-gate:inventory-->\n\n\*\*5 of 10/);
    expect(after).toContain('\n  <!--   / drift-gate:inventory   -->\n');
  });

  test('of each environment are its own', () => {
    const both = ['production', 'staging'].reduce<string | undefined>(
      (before, environment) =>
        kept(before, { ...rich, live: { environment, postgresVersion: '15.8' } }, '2026-01-19'),
      undefined,
    );
    const staging: Report = { ...clean, live: { environment: 'staging', postgresVersion: '15.8' } };
    const after = updateInventory(both, staging, { date: '2026-04-01' });
    expect(after.audits.map(({ drift }) => drift)).toEqual([22, 0]);
    const [production = ''] = (both ?? '').split('## Current state: staging');
    expect(production).toContain('<!-- /drift-gate:audits production -->');
    expect(after.text.startsWith(production)).toBe(true);
  });
});

describe('the three-way table', () => {
  test('has every object by name, so that an audit changes the lines of what changed and no others', () => {
    const rows = rowsOf(htmlOf(first))
      .slice(6)
      .map((cells) => cells.map(textOf));
    expect(rows).toHaveLength(18);
    expect(rows.map(([id]) => id)).toEqual(rows.map(([id = '']) => id).sort());
    expect(rows.find(([id]) => id === 'public.coupons')).toEqual([
      'public.coupons',
      'table',
      '–',
      '✓',
      '✓',
      '20260112101500_refunds.sql',
      'not live',
    ]);
    expect(rows.find(([id]) => id === 'public.waitlist')?.at(-1)).toBe('pending');
    expect(rows.find(([id]) => id === 'public.orders')?.at(-1)).toBe('altered');
    expect(rows.find(([id]) => id === 'public.order_items')?.at(-1)).toBe('accepted');
  });

  test('of more than fifty objects is folded', () => {
    const large = kept(undefined, largeAudit(1000), '2026-01-19');
    expect(large).toContain('<summary>All 1000 objects, 1000 of them drifted</summary>');
    expect(rowsOf(htmlOf(large))).toHaveLength(1001);
    expect(kept(undefined, largeAudit(50), '2026-01-19')).not.toContain('<details>');
  });

  test('says what a base-schema migration must hold, and that Git was not replayed', () => {
    const text = kept(undefined, baseSchemaAudit, '2026-01-19');
    expect(text).toContain('**5 of 10 tables are created by migrations (50 %)**');
    expect(text).toContain('Git is counted from the texts of the migrations, which were not replayed.');
    expect(text).toContain('| `public.suppliers` | 7 | `supabase/migrations/20251102090000_init.sql:9:34` |');
  });

  test('says of a database without tables that there are none', () => {
    const { text, audits } = updateInventory(undefined, auditOf({ ...largeAudit(0), status: 'in-sync' }), {
      date: '2026-01-19',
    });
    expect(text).toContain('**The live database has no tables**');
    expect(audits[0]).toMatchObject({ live: 0, coverage: 100, drift: 0 });
  });
});

describe.each(HOSTILE_NAMES.map((name) => [JSON.stringify(name), name] as const))(
  'the name %s',
  (_, name) => {
    test('breaks no table, no marker and no line of the history', () => {
      const report = hostileAudit(name);
      const text = kept(kept(undefined, report, '2026-01-19'), { ...report, findings: [] }, '2026-04-01');
      expect(text.replaceAll('\n', '')).toBe(visible(text.replaceAll('\n', '')));
      expect(text.match(/^<!-- \/?drift-gate:/gm)).toHaveLength(4);
      expect(historyOf(text)).toHaveLength(2);
      expect(kept(text, { ...report, findings: [] }, '2026-04-01')).toBe(text);
      const html = htmlOf(text);
      expect(rowsOf(html).map((cells) => cells.length)).toEqual([3, 3, 7, 7, 7]);
      const { opened, closed } = tagsOf(html);
      expect([...closed].sort()).toEqual([...opened].sort());
      const allowed = [
        'h1',
        'h2',
        'p',
        'code',
        'strong',
        'table',
        'thead',
        'tbody',
        'tr',
        'th',
        'td',
        'ul',
        'li',
        'pre',
      ];
      expect(opened.filter((tag) => !allowed.includes(tag))).toEqual([]);
      expect(rowsOf(html).map(([cell = '']) => textOf(cell))).toContain(visible(name));
      expect(drawn(text)).toHaveLength(1);
    });
  },
);

if (BROWSER === undefined) {
  test.skip('the document in a browser was not looked at: no chromium is installed', () => undefined);
} else {
  test('a browser shows the tables, and drift as a line', () => {
    const text = kept(kept(first, clean, '2026-04-01'), rich, '2026-07-01');
    const dom = domOf(commentPage(text));
    const page = dom.slice(dom.indexOf('<article'), dom.indexOf('</article>'));
    expect(page).not.toContain('data-error');
    expect(page).toMatch(/<svg[^>]*aria-roledescription="xychart"/);
    expect(page).toContain('stroke="#d1242f"');
    for (const date of ['2026-01-19', '2026-04-01', '2026-07-01']) expect(page).toContain(`>${date}</text>`);
    expect(page.match(/<tr>/g)).toHaveLength(5 + 19);
    expect(page).not.toContain('&lt;!--');
  });
}
