// Makes the pictures of a comment that the README shows: node .ci/run-ts.mjs __tests__/report/screenshot/make-screenshot.ts
// Needs the built dist/, and of Debian: chromium, cmark-gfm, pngquant, fonts-noto-core, fonts-noto-color-emoji.

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Report } from '../../../src/report/report.ts';
import { PROJECTS, run } from '../../cli/run.ts';
import { commentPage, pictureOf, RENDERER } from './comment-page.ts';
import { commentOf, excerptOf } from './excerpt.ts';

const FOLDER = fileURLToPath(new URL('../../../.github/screenshots/', import.meta.url));
const WIDTH = 900;
const MOST_BYTES = 200_000;

if (RENDERER !== 'cmark-gfm') throw new Error('GitHub renders with cmark-gfm: apt-get install cmark-gfm');

const { stdout: told, stderr } = run(['check', '--quiet', '--format', 'json'], {
  cwd: `${PROJECTS}/drifted`,
});
/** As the Action says it, whose readers have no program to run. */
const stdout = told.replaceAll(/node \S+\/cli\.js/g, 'drift-gate');
if (stdout === '') throw new Error(stderr);
const report: Report = JSON.parse(stdout);
const patch = run(['fix', '--dry-run', '--quiet'], { cwd: `${PROJECTS}/drifted` }).stdout;
const markdown = commentOf(excerptOf(report), patch);

mkdirSync(FOLDER, { recursive: true });
for (const theme of ['light', 'dark'] as const) {
  // The first fold is the patch, the second the drivers: four changes, each of another kind.
  const picture = pictureOf(commentPage(markdown, theme, [1]), WIDTH);
  const small = execFileSync('pngquant', ['--speed', '1', '--quality', '70-98', '-'], { input: picture });
  if (small.length > MOST_BYTES) throw new Error(`The ${theme} picture has ${small.length} bytes.`);
  const file = theme === 'light' ? 'comment-drifted.png' : 'comment-drifted-dark.png';
  writeFileSync(FOLDER + file, small);
  console.log(`${file}: ${small.length} bytes`);
}
