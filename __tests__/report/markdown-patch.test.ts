// The patch in the comment, used as a reader uses it: copied out of the rendered page, into a shell.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import MarkdownIt from 'markdown-it';
import { MARKDOWN_BUDGET, renderMarkdown } from '../../src/report/markdown.ts';
import { unifiedDiff } from '../../src/report/patch.ts';
import { drifted } from './reports.ts';

const folder = mkdtempSync(join(tmpdir(), 'patch in a comment '));
afterAll(() => rmSync(folder, { recursive: true }));

const report = { ...drifted, repair: 'drift-gate fix' };
const patchAt = 'the artifact `kept`';
const AT = 'git apply drift.patch';

/** What the page's button copies: the text of the code block, without its last line end. */
const copied = (markdown: string): string | undefined =>
  new MarkdownIt({ html: true })
    .parse(markdown, {})
    .find(({ type, content }) => type === 'fence' && content.startsWith('git apply <<'))
    ?.content.replace(/\n$/, '');

const before = 'type A = {\n\ta: string\n}\n```\nEND_OF_PATCH\n$(touch hacked) `touch hacked` \\ "quoted"\n';
const after = before
  .replace('a: string', "a: 'END_OF_PATCH' | `$HOME` // ````` $(touch hacked)")
  .replace('END_OF_PATCH\n`', 'gone\n`');

test.each([
  'types.ts',
  "it's a $(touch hacked) `type`.ts",
  'END_OF_PATCH',
  'tab\there "quoted".ts',
  'ü/ä.ts'.replace('/', '-'),
])('of %j is applied by what is copied, and nothing else happens', (name) => {
  writeFileSync(join(folder, name), before);
  const markdown = renderMarkdown(report, { patchAt, patch: unifiedDiff(name, before, after) });
  expect(markdown).not.toContain(AT);
  execFileSync('sh', ['-c', copied(markdown) ?? 'false'], { cwd: folder });
  expect(readFileSync(join(folder, name), 'utf8')).toBe(after);
  expect(existsSync(join(folder, 'hacked'))).toBe(false);
});

test.each([
  ['carriage returns', before.replaceAll('\n', '\r\n')],
  ['hidden characters', before.replace('string', 'str\u202eing')],
])('with %s is not shown, for what is copied would be another one', (_, text) => {
  const patch = unifiedDiff('types.ts', text, text.replace('a:', 'b:'));
  const markdown = renderMarkdown(report, { patchAt, patch });
  expect(copied(markdown)).toBeUndefined();
  expect(markdown).toContain(AT);
});

test('is shown whole while the report has room for it, and not at all with a byte less', () => {
  const patch = unifiedDiff('types.ts', before, after);
  const size = Buffer.byteLength(renderMarkdown(report, { patchAt, patch }));
  expect(size).toBeLessThan(MARKDOWN_BUDGET);
  for (const budget of [size, size + 1])
    expect(copied(renderMarkdown(report, { patchAt, patch, budget }))).toBeDefined();
  const shorter = renderMarkdown(report, { patchAt, patch, budget: size - 1 });
  expect(copied(shorter)).toBeUndefined();
  expect(shorter).toContain(AT);
});
