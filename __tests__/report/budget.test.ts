// GitHub refuses a comment that is too long: a report that does not fit is cut, and stays whole Markdown.

import { describe, expect, test } from '@jest/globals';
import { MARKDOWN_BUDGET, renderMarkdown } from '../../src/report/markdown.ts';
import { fencesOf, htmlOf, tagsOf } from './markdown-page.ts';
import { baseSchemaDrift, drifted, hostileReport, largeReport } from './reports.ts';

const bytesOf = (text: string): number => Buffer.byteLength(text, 'utf8');

function expectWhole(markdown: string): void {
  expect(fencesOf(markdown).closed).toBe(true);
  const { opened, closed } = tagsOf(htmlOf(markdown));
  expect([...closed].sort()).toEqual(opened.filter((tag) => tag !== 'br').sort());
  expect(Buffer.from(markdown, 'utf8').toString('utf8')).toBe(markdown);
}

describe('a limit in bytes', () => {
  const whole = renderMarkdown(drifted);
  const limit = bytesOf(whole);

  test('that is just met leaves the report as it is', () => {
    expect(renderMarkdown(drifted, { budget: limit })).toBe(whole);
    expect(renderMarkdown(drifted, { budget: limit + 1 })).toBe(whole);
  });

  test('that is missed by one byte cuts the report, says so, and keeps what to run', () => {
    const cut = renderMarkdown(drifted, { budget: limit - 1 });
    expect(bytesOf(cut)).toBeLessThan(limit);
    expect(cut).toContain('**Cut to fit:**');
    expect(cut).toContain('npx drift-gate fix --project .');
    expectWhole(cut);
  });

  test.each([
    ['drifted', drifted],
    ['base schema', baseSchemaDrift],
    ['hostile', hostileReport('🧾`</details>')],
  ])('is kept by the report %s at every eleventh size, with every fence and fold closed', (_, report) => {
    // No line is shorter than that but for fences, which stand between longer ones.
    const sizes = Array.from(
      { length: Math.ceil(bytesOf(renderMarkdown(report)) / 11) + 1 },
      (_, index) => index * 11,
    );
    const cuts = sizes.map((budget) => ({ budget, markdown: renderMarkdown(report, { budget }) }));
    expect(cuts.filter(({ budget, markdown }) => bytesOf(markdown) > budget)).toEqual([]);
    for (const markdown of new Set(cuts.map((one) => one.markdown))) expectWhole(markdown);
  });
});

test('a report of many findings fits a comment and counts what it leaves out', () => {
  const markdown = renderMarkdown(largeReport(500));
  expect(bytesOf(markdown)).toBeLessThanOrEqual(MARKDOWN_BUDGET);
  expect(bytesOf(markdown)).toBeGreaterThan(MARKDOWN_BUDGET - 1000);
  const lines = markdown.split('\n');
  const rows = lines.filter((line) => line.startsWith('| `public')).length;
  const told = lines.filter((line) => line.startsWith('- 🔴')).length;
  const objects = rows < 500 ? `the rows of ${500 - rows} objects, ` : '';
  expect(markdown).toContain(`${objects}the text of ${500 - told} findings and 2 notices left out here`);
  expectWhole(markdown);
});
