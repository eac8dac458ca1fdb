// The report as one page that needs nothing else: no network, no server.

import type { Report } from './report.ts';

/** A whole document of HTML. */
export const renderHtml = (report: Report): string =>
  `<!doctype html><html lang="en"><title>${report.status}</title></html>\n`;
