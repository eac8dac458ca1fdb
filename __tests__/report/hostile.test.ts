// Names of objects are untrusted input: whatever they hold, a reader sees the name and nothing else happens.

import { describe, expect, test } from '@jest/globals';
import { owningObject } from '../../src/findings/object-id.ts';
import { parseProse, quoteCode } from '../../src/findings/prose.ts';
import { visible } from '../../src/findings/visible.ts';
import { renderJson } from '../../src/report/json.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { codeSpan, escapeMarkdown, fenced, proseToMarkdown } from '../../src/report/markdown-escape.ts';
import { renderText } from '../../src/report/text.ts';
import { fencesOf, htmlOf, rowsOf, tagsOf, textOf } from './markdown-page.ts';
import { HOSTILE_NAMES, hostileReport } from './reports.ts';

const TAGS = ['h2', 'h3', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'details', 'summary', 'ul', 'li', 'p'];
const ALLOWED = new Set([...TAGS, 'code', 'pre', 'sub']);

/** Pairs of HOSTILE_NAMES too: what is harmless alone may not be so next to another. */
const NAMES = [
  ...HOSTILE_NAMES,
  ...HOSTILE_NAMES.map((name, index) => `${name}${HOSTILE_NAMES.at(-index) ?? ''}`),
];

const ownerOf = (name: string): string => owningObject({ kind: 'table', schema: name, name });

/** Drops what Markdown itself does to any text: spaces at the ends of a block. */
const row = (cell: string): string => `| a | b |\n| --- | --- |\n| ${cell} | ${cell} |\n`;

describe.each(NAMES.map((name) => [JSON.stringify(name), name] as const))('the name %s', (_, name) => {
  test('is what a code span shows, in a paragraph and in a table', () => {
    const span = codeSpan(name);
    const shown = visible(name);
    expect(textOf(htmlOf(`Before ${span} after`))).toBe(`Before ${shown} after\n`);
    const [, cells] = rowsOf(htmlOf(row(span)));
    expect(cells?.map(textOf)).toEqual([shown, shown]);
    expect(cells?.map((cell) => cell.replace(/<code>[^<]*<\/code>/, ''))).toEqual(['', '']);
  });

  test('is what escaped prose shows, without a link, a tag or a mention', () => {
    const escaped = escapeMarkdown(name);
    const shown = visible(name);
    for (const html of [
      htmlOf(escaped),
      htmlOf(`Before ${escaped} after`),
      ...(rowsOf(htmlOf(row(escaped)))[1] ?? []),
    ]) {
      expect(textOf(html)).toContain(shown);
      expect(tagsOf(html).opened.filter((tag) => !['p', 'code'].includes(tag))).toEqual([]);
      const outsideCode = textOf(html.replace(/<code>.*?<\/code>/g, ''));
      expect(outsideCode).not.toMatch(/@|#\d|:\/\/|www\.|GH-\d|:\w+:/);
    }
  });

  test('is the code part of a sentence that names it', () => {
    const shown = visible(name);
    expect(
      parseProse(`It is ${quoteCode(shown)}.`)
        .filter(({ code }) => code)
        .map(({ text }) => text),
    ).toEqual([shown]);
    expect(textOf(htmlOf(proseToMarkdown(`It is ${quoteCode(shown)}.`)))).toBe(`It is ${shown}.\n`);
  });

  test('does not close a code block', () => {
    const markdown = `${fenced(name.split('\n'), 'sql').join('\n')}\n`;
    const { closed, contents } = fencesOf(markdown);
    expect(closed).toBe(true);
    expect(contents).toHaveLength(1);
  });

  test('leaves a Markdown report whole: its rows, its tags, its folds', () => {
    const markdown = renderMarkdown(hostileReport(name));
    const html = htmlOf(markdown);
    const rows = rowsOf(html);
    expect(rows.map((cells) => cells.length)).toEqual([4, 4, 4]);
    expect(textOf(rows[1]?.[0] ?? '')).toBe(visible(ownerOf(name)));
    expect(textOf(rows[2]?.[0] ?? '')).toBe(visible(name));
    const { opened, closed } = tagsOf(html);
    expect(opened.filter((tag) => !ALLOWED.has(tag))).toEqual([]);
    expect([...closed].sort()).toEqual([...opened].sort());
    expect(opened.filter((tag) => tag === 'details')).toHaveLength(2);
    expect(opened.filter((tag) => tag === 'h2' || tag === 'h3')).toHaveLength(4);
    expect(fencesOf(markdown).closed).toBe(true);
    expect(textOf(html.match(/<summary>.*<\/summary>/)?.[0] ?? '')).toContain(visible(ownerOf(name)));
  });

  test('reaches a terminal without a character that acts on it', () => {
    const text = renderText(hostileReport(name), { colour: false, width: 200 });
    expect(text.replaceAll('\n', '')).toBe(visible(text.replaceAll('\n', '')));
    expect(text).toContain(visible(ownerOf(name)));
    expect(text.split('\n').filter((line) => /^[✗✓!#]/u.test(line))).toHaveLength(
      /^[✗✓!#]/u.test(visible(name)) ? 2 : 1,
    );
  });

  test('comes back from JSON as it was', () => {
    const json = renderJson(hostileReport(name));
    expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(hostileReport(name))));
    expect(json.replaceAll('\n', '')).toBe(visible(json.replaceAll('\n', '')));
  });
});

test('an emoji of several code points stays one', () => {
  expect(visible('👩‍👩‍👧 🏳️‍🌈')).toBe('👩‍👩‍👧 🏳️‍🌈');
});

test('a character that acts or hides is shown as its escape', () => {
  expect(visible('\u001b[31m\n\u202e\u200b\ud800')).toBe('\\u001b[31m\\n\\u202e\\u200b\\ud800');
});
