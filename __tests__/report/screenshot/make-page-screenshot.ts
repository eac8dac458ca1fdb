// Makes the pictures of the page of `--format html` that the README shows, of a real audit of the example project
// `dashboard-first`: node .ci/run-ts.mjs __tests__/report/screenshot/make-page-screenshot.ts
// Needs the built dist/, and of Debian: chromium, pngquant, fonts-noto-core.

import { execFile, execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { discoverProject } from '../../../src/project/disk/discover.ts';
import { renderHtml } from '../../../src/report/html.ts';
import type { Report } from '../../../src/report/report.ts';
import { PROJECTS, ROOT } from '../../cli/run.ts';
import { startLive } from '../../tools/live-database.ts';
import { openBrowser } from '../html-browser.ts';

const FOLDER = fileURLToPath(new URL('../../../.github/screenshots/', import.meta.url));
const MOST_BYTES = 150_000;
const HOME = `${PROJECTS}/dashboard-first`;
const read = (file: string): string => readFileSync(`${HOME}/${file}`, 'utf8');

/** What the command line says of the project, in JSON; the database that it asks is served by this process. */
async function auditOf(project: string): Promise<Report> {
  const { migrations } = discoverProject(project);
  const live = await startLive({ migrations }, read('changed-in-the-dashboard.sql'), read('base-schema.sql'));
  const options = ['--live', live.url, '--allow-writable-role', '--environment', 'production'];
  const json = await new Promise<string>((resolve) => {
    const args = [`${ROOT}dist/cli.js`, 'audit', ...options, '--format', 'json', '--quiet'];
    execFile(process.execPath, args, { cwd: project, maxBuffer: 2 ** 26 }, (_, stdout) => resolve(stdout));
  });
  await live.stop();
  return JSON.parse(json);
}

const page = renderHtml(await auditOf(`${HOME}/replayable`));
const browser = await openBrowser();
for (const theme of ['light', 'dark'] as const) {
  const shown = await browser.open(page, { width: 1150, height: 1150, scale: 1.5, theme });
  const picture = await shown.picture();
  const small = execFileSync('pngquant', ['--speed', '1', '--quality', '70-98', '-'], { input: picture });
  if (small.length > MOST_BYTES) throw new Error(`The ${theme} picture has ${small.length} bytes.`);
  const file = theme === 'light' ? 'audit-page.png' : 'audit-page-dark.png';
  writeFileSync(FOLDER + file, small);
  console.log(`${file}: ${small.length} bytes`);
}
await browser.close();
