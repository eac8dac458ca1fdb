import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { unifiedDiff } from '../../src/report/patch.ts';

/** What `git apply` makes of a file with the patch of two texts. */
function applied(file: string, before: string, after: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'patch-'));
  try {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), before);
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    execFileSync('git', ['-c', 'core.autocrlf=false', 'apply', '-'], {
      cwd: folder,
      input: unifiedDiff(file, before, after),
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    return readFileSync(path.join(folder, file), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const LINES = Array.from({ length: 30 }, (_, index) => `line ${index}`);
const text = (lines: readonly string[], eol = '\n'): string => lines.map((line) => line + eol).join('');
const CHANGED = LINES.toSpliced(3, 1, 'three').toSpliced(20, 0, 'new').toSpliced(28, 1);

test.each([
  { what: 'two places', before: text(LINES), after: text(CHANGED) },
  { what: 'Windows line ends', before: text(LINES, '\r\n'), after: text(CHANGED, '\r\n') },
  { what: 'no line end at the end, before', before: text(LINES).trimEnd(), after: text(LINES) },
  { what: 'no line end at the end, after', before: text(LINES), after: text(CHANGED).trimEnd() },
  { what: 'no line end at the end, on both sides', before: 'a\nb', after: 'a\nc' },
  { what: 'a byte order mark', before: `\uFEFF${text(LINES)}`, after: `\uFEFF${text(['new', ...LINES])}` },
  { what: 'blank lines at the end', before: 'a\n\n\n', after: 'b\n\n\n' },
  { what: 'an empty file that is filled', before: '', after: 'a\n' },
])('git applies a patch of $what', ({ before, after }) => {
  expect(applied('src/types/database.types.ts', before, after)).toBe(after);
});

test.each(['my types/a file.ts', 'src/"odd".ts', 'src/tÿpes.ts', './types.ts'])(
  'git applies a patch of %s',
  (file) => {
    expect(applied(file, text(LINES), text(CHANGED))).toBe(text(CHANGED));
  },
);

test('the headers name the file and no time', () => {
  expect(unifiedDiff('src/a.ts', 'a\nb\n', 'a\nc\n')).toBe(
    '--- a/src/a.ts\n+++ b/src/a.ts\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n',
  );
});

test('nothing to change is no patch', () => {
  expect(unifiedDiff('a.ts', 'a', 'a')).toBe('');
});
