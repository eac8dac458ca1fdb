// Names of objects are untrusted input: whatever they hold, a reader sees the name and nothing else happens.

import { describe, expect, test } from '@jest/globals';
import { owningObject } from '../../src/findings/object-id.ts';
import { parseProse, quoteCode } from '../../src/findings/prose.ts';
import { visible } from '../../src/findings/visible.ts';
import { annotationsOf } from '../../src/report/annotations.ts';
import { renderDiagram } from '../../src/report/diagram.ts';
import { renderHtml } from '../../src/report/html.ts';
import { renderJson } from '../../src/report/json.ts';
import { codeSpan, escapeMarkdown, fenced, proseToMarkdown } from '../../src/report/markdown/escape.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import type { Report } from '../../src/report/report.ts';
import { renderSarif } from '../../src/report/sarif.ts';
import { renderText } from '../../src/report/text.ts';
import { hostileAudit } from './audit-reports.ts';
import { fencesOf, htmlOf, rowsOf, tagsOf, textOf } from './markdown-page.ts';
import { COMMIT, hostileComment, hostileDiagram, PAGE } from './markdown-reports.ts';
import { parseDiagram } from './mermaid-parser.ts';
import { HOSTILE_NAMES, hostileReport } from './reports.ts';

const TAGS = ['h2', 'h3', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'details', 'summary', 'ul', 'li', 'p'];
const ALLOWED = new Set([...TAGS, 'code', 'pre', 'sub', 'br', 'a']);

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

  test('leaves a Markdown report whole: its rows, its tags, its folds, its links', async () => {
    const page = { ...PAGE, wholeAt: name, patchAt: name };
    const markdown = renderMarkdown(hostileComment(name), page);
    const html = htmlOf(markdown);
    const rows = rowsOf(html);
    expect(rows.map((cells) => cells.length)).toEqual([3, 3, 4, 4, 4, 4, 4, 4]);
    expect(visible(ownerOf(name))).toContain(textOf(rows[3]?.[0] ?? '').replace(/…$/, ''));
    expect(textOf(rows[1]?.[0] ?? '')).toBe(textOf(rows[3]?.[0] ?? ''));
    const { opened, closed } = tagsOf(html);
    expect(opened.filter((tag) => !ALLOWED.has(tag))).toEqual([]);
    expect([...closed].sort()).toEqual(opened.filter((tag) => tag !== 'br').sort());
    expect(opened.filter((tag) => tag === 'details')).toHaveLength(7);
    expect(opened.filter((tag) => tag === 'h2' || tag === 'h3')).toHaveLength(4);
    const addresses = Array.from(html.matchAll(/<a([^>]*)>/g), ([, attributes = '']) => attributes);
    expect(
      addresses.filter((one) => !one.startsWith(` href="${COMMIT}/`) || / \w+=.* \w+=/.test(one)),
    ).toEqual([]);
    expect(textOf(html.match(/<summary>.*<\/summary>/)?.[0] ?? '')).toContain(visible(ownerOf(name)));
    const { closed: isClosed, contents } = fencesOf(markdown);
    expect(isClosed).toBe(true);
    const diagrams = contents.filter((content) => content.startsWith('erDiagram'));
    expect(diagrams.map((diagram) => diagram.trimEnd().split('\n'))).toEqual([
      renderDiagram(hostileDiagram(name)),
    ]);
  });

  test('is drawn in a diagram, and adds nothing to it', async () => {
    const { entities, links } = await parseDiagram(renderDiagram(hostileDiagram(name)));
    expect(entities.map(({ attributes }) => attributes.length)).toEqual([2, 0]);
    expect(links).toHaveLength(1);
    for (const { label } of [...entities, ...links]) expect(label).not.toMatch(/[<>"`&#*@$\\]|:\/\/|\bwww\./);
  });

  test('reaches a terminal without a character that acts on it', () => {
    const text = renderText(hostileReport(name), { colour: false, width: 200 });
    expect(text.replaceAll('\n', '')).toBe(visible(text.replaceAll('\n', '')));
    expect(text).toContain(visible(ownerOf(name)));
    expect(text.split('\n').filter((line) => /^[✗✓!#]/u.test(line))).toHaveLength(1);
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

/** First and last of each range, so that the properties that the program goes by are held against a list. */
const HIDDEN_RANGES = [
  [0x00, 0x1f],
  [0x7f, 0xa0],
  [0xad, 0xad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x115f, 0x1160],
  [0x1680, 0x1680],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x2000, 0x200f],
  [0x2028, 0x202f],
  [0x205f, 0x206f],
  [0x2800, 0x2800],
  [0x3000, 0x3000],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffb],
  [0x1bca0, 0x1bca3],
  [0x1d173, 0x1d17a],
  [0xe0000, 0xe0fff],
] as const;

const ALL_HIDDEN = HIDDEN_RANGES.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
);

/** A name that has each, and some of the thousands of tags; letters between, so that none joins or varies an emoji. */
const HIDING = ALL_HIDDEN.filter((_, index) => index < 400 || index % 97 === 0).join('x');

/** What a line end of the report itself is not. */
const hiddenIn = (text: string): string[] => {
  const characters = new Set(text.replaceAll('\n', ''));
  return ALL_HIDDEN.filter((hidden) => characters.has(hidden));
};

test('nothing hides in a report of any kind', () => {
  expect(visible(ALL_HIDDEN.join('x'))).toMatch(/^[ -~]+$/);
  for (const report of [hostileReport(HIDING), hostileComment(HIDING), hostileAudit(HIDING)]) {
    const json = renderJson(report);
    const sarif = renderSarif(report);
    const shown = [
      renderText(report, { colour: false }),
      renderMarkdown(report, PAGE),
      renderHtml(report),
      json,
      sarif,
      ...annotationsOf(report, '').flatMap(({ title, message }) => [title, message]),
    ];
    expect(shown.flatMap(hiddenIn)).toEqual([]);
    expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(report)));
    expect(JSON.parse(sarif)).toHaveProperty('runs');
  }
});

test.each(['\u{e0041}', '\u3164', '\u034f', '\ufe0f', '\u{e0100}', '\u2800', '\u200d', '\u00a0'])(
  'a name with %j does not look like the one without it',
  (hidden) => {
    expect(visible(`orders${hidden}`)).toMatch(/^orders\\u[\da-f{}]+$/);
  },
);

test('an emoji that is none but for what varies it is shown with the escape', () => {
  expect(visible('a\ufe0f ❤️ ❤\ufe0f\ufe0f 🏴\u{e0067}')).toBe('a\\ufe0f ❤️ ❤️\\ufe0f 🏴\\u{e0067}');
});

test('a character that acts or hides is shown as its escape', () => {
  expect(visible('\u001b[31m\n\u202e\u200b\ud800')).toBe('\\u001b[31m\\n\\u202e\\u200b\\ud800');
});

test('a line of a megabyte neither floods a terminal nor takes minutes', () => {
  const report = hostileReport('public');
  const long = 'x'.repeat(1_000_000);
  const findings = report.findings.map((finding) => ({ ...finding, generated: long, details: [long] }));
  const text = renderText({ ...report, command: 'audit', findings, suggestion: [long] }, { colour: false });
  expect(text).toContain('xxx… all in the JSON report');
  expect(text.length).toBeLessThan(20_000);
});

test('a function of a hundred and fifty thousand lines ends no report, and takes no minutes', () => {
  const side = (word: string): string =>
    Array.from({ length: 150_000 }, (_, n) => `\`${word} ${n}\``).join('\n');
  const report = hostileReport('public');
  const huge: Report = {
    ...report,
    command: 'audit',
    findings: report.findings
      .slice(0, 1)
      .map((finding) => ({ ...finding, expected: side('a'), actual: side('b') })),
    suggestion: [side('c')],
  };
  expect(renderText(huge, { colour: false }).length).toBeGreaterThan(100);
  expect(renderMarkdown(huge, { budget: 60_000 }).length).toBeGreaterThan(100);
  expect(renderHtml(huge)).toContain('b 149999');
});
