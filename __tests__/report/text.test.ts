import { describe, expect, test } from '@jest/globals';
import { makeFinding } from '../../src/findings/finding.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import type { Report } from '../../src/report/report.ts';
import { sideLines } from '../../src/report/sides.ts';
import { displayWidth, truncated, wrapped } from '../../src/report/terminal.ts';
import { renderText } from '../../src/report/text.ts';
import { drifted, HOSTILE_NAMES, inSync, reportOf } from './reports.ts';

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
    expect(text).toContain(`\npublic.${'n'.repeat(300)}\n`);
  });

  test('shows the sides of a change with its title and the reason of its grade', () => {
    const finding = { ...optionality('Insert'), reason: 'writes leave it out' };
    const text = renderText(reportOf({ status: 'drifted', findings: [finding] }), { colour: false });
    expect(text).toContain('Column may be left out, or must be given, differently: writes leave it out');
  });

  test('never prints the password of a database URL, nor does Markdown', () => {
    const report = {
      ...inSync,
      engine: { database: 'postgresql://u:secret@host/db', resetWith: 'built-in' },
    } as const;
    expect(renderText(report, { colour: true }) + renderMarkdown(report)).not.toContain('secret');
  });
});

describe('the sides of a finding', () => {
  const sides = (committed?: string, generated?: string): string[] =>
    sideLines({
      ...optionality('Row'),
      committed: committed ?? '',
      generated: generated ?? '',
    }).map(({ sign, text }) => sign + text);

  test('one side that is empty has no lines', () => {
    expect(sides('', 'a')).toEqual(['+a']);
    expect(sides('a')).toEqual(['-a']);
  });

  test('equal lines around the difference stand once, the far ones left out', () => {
    expect(sides('1\n2\n3\n4\na\n5', '1\n2\n3\n4\nb\n5')).toEqual([' …', ' 2', ' 3', ' 4', '-a', '+b', ' 5']);
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
