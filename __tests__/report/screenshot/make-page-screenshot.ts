// Makes the picture of the page of `--format html`: node .ci/run-ts.mjs __tests__/report/screenshot/make-page-screenshot.ts
// Needs of Debian: chromium, pngquant, fonts-noto-core. The report is the one that the page's tests read.

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { renderHtml } from '../../../src/report/html.ts';
import { shopAudit } from '../audit-reports.ts';
import { openBrowser } from '../html-browser.ts';

const FILE = fileURLToPath(new URL('../../../.github/screenshots/audit-page.png', import.meta.url));
const MOST_BYTES = 150_000;

const browser = await openBrowser();
const page = await browser.open(renderHtml(shopAudit()), { width: 1180, height: 1010, scale: 1.5 });
const picture = await page.picture();
await browser.close();
const small = execFileSync('pngquant', ['--speed', '1', '--quality', '70-98', '-'], { input: picture });
if (small.length > MOST_BYTES) throw new Error(`The picture has ${small.length} bytes.`);
writeFileSync(FILE, small);
console.log(`audit-page.png: ${small.length} bytes`);
