// Names of objects come from whoever writes migrations. From the file to every report and back into the types,
// they stay what they are and do nothing.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { visible } from '../../src/findings/visible.ts';
import { folderOf } from '../project/disk/folder.ts';
import { htmlOf, rowsOf, tagsOf, textOf } from '../report/markdown-page.ts';
import { soundRun } from '../report/sarif-log.ts';
import type { JsonReport } from './run.ts';
import { runHere } from './run-here.ts';
import { MIGRATION, SHOP, stateOf } from './shop.ts';

const NAMES = [
  'say "hi"',
  'a.b',
  'a`b``c',
  'a|b',
  'two\nlines',
  '🧾 receipt',
  '</details> @everyone',
  '\u001b[31mred\u202e',
  "it's $1 \\ %s",
  'constructor',
  '__proto__',
];

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A table, a column, an enum with a label and a function with an argument for each name. */
const SQL = [
  'create table orders (id int primary key);',
  ...NAMES.flatMap((name) => [
    `create table ${quoted(name)} (${quoted(name)} int primary key);`,
    `alter table orders add column ${quoted(name)} text;`,
    `create type ${quoted(`enum ${name}`)} as enum (${literal(name)}, 'other');`,
    `create function ${quoted(`call ${name}`)}(${quoted(name)} int) returns int language sql as 'select 1';`,
  ]),
].join('\n');

const HARMLESS_TAGS = new Set(
  'h2 h3 table thead tbody tr th td details summary ul li p code pre sub br'.split(' '),
);

/** Controls but for the line end, and what turns the direction of writing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const ACTS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/;

test('names with quotes, dots, backticks, pipes, newlines, emoji and more pass through whole', async () => {
  const folder = folderOf({ ...SHOP, [MIGRATION]: SQL });
  const reports = folderOf({ 'x/': '' });
  const before = stateOf(folder);
  const outputs = ['text', 'json', 'markdown', 'sarif'].map((format) => `${format}=${join(reports, format)}`);
  const checked = await runHere(['check', '--quiet', ...outputs.flatMap((output) => ['--output', output])], {
    cwd: folder,
  });
  expect(checked).toMatchObject({ code: 1, stderr: '' });
  expect(stateOf(folder)).toBe(before);
  const [text = '', json = '', markdown = '', sarif = ''] = ['text', 'json', 'markdown', 'sarif'].map(
    (format) => readFileSync(join(reports, format), 'utf8'),
  );

  const { findings }: JsonReport = JSON.parse(json);
  const named = (ruleId: string): string[] =>
    findings.filter((finding) => finding.ruleId === ruleId).map(({ subject }) => subject.name);
  expect(named('relation-added').sort()).toEqual([...NAMES].sort());
  expect(named('column-added').sort()).toEqual([...NAMES].sort());
  expect(named('enum-added').sort()).toEqual(NAMES.map((name) => `enum ${name}`).sort());
  expect(named('function-added').sort()).toEqual(NAMES.map((name) => `call ${name}`).sort());
  expect(findings).toHaveLength(NAMES.length * 4);
  expect(json).not.toMatch(ACTS);

  expect(sarif).not.toMatch(ACTS);
  expect(soundRun(sarif).results.map(({ properties }) => properties.object)).toEqual(
    findings.map(({ id }) => id),
  );

  expect(text).toBe(checked.stdout);
  expect(text).not.toMatch(ACTS);
  for (const name of NAMES) expect(text).toContain(visible(name.replaceAll('"', '""')));

  const html = htmlOf(markdown);
  const rows = rowsOf(html).filter(([cell]) => textOf(cell ?? '') !== 'Object');
  expect(rows).toHaveLength(NAMES.length * 3 + 1);
  expect(new Set(rows.map((cells) => cells.length))).toEqual(new Set([4]));
  const objects = rows.map(([object = '']) => textOf(object));
  for (const name of NAMES)
    expect(objects.some((object) => object.includes(visible(name.replaceAll('"', '""'))))).toBe(true);
  const { opened, closed } = tagsOf(html);
  expect(opened.filter((tag) => !HARMLESS_TAGS.has(tag))).toEqual([]);
  expect(opened.filter((tag) => tag !== 'br').sort()).toEqual([...closed].sort());
  expect(textOf(html.replace(/<code>.*?<\/code>|<pre>.*?<\/pre>/gs, ''))).not.toContain('@');

  expect(await runHere(['fix', '--quiet'], { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
  const repaired = stateOf(folder);
  expect(await runHere(['check', '--quiet'], { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
  expect(stateOf(folder)).toBe(repaired);
});
