// Which formats there are. Every renderer takes the report and returns a string; the entry points write it.

import type { Format } from '../options/values.ts';
import { renderGitlab } from './gitlab.ts';
import { renderHtml } from './html.ts';
import { renderJson } from './json.ts';
import { renderMarkdown } from './markdown.ts';
import type { InRepository } from './places.ts';
import type { Report } from './report.ts';
import { renderSarif } from './sarif.ts';
import { renderText, type TextOptions } from './text.ts';
import { renderWorkflowCommands } from './workflow-commands.ts';

/** The report in one of the formats. Colour and width (in columns) concern the text, the prefix the formats that name files. */
export function renderReport(format: Format, report: Report, options: TextOptions & InRepository): string {
  switch (format) {
    case 'text':
      return renderText(report, options);
    case 'json':
      return renderJson(report);
    case 'markdown':
      return renderMarkdown(report);
    case 'sarif':
      return renderSarif(report, options);
    case 'html':
      return renderHtml(report);
    case 'gitlab':
      return renderGitlab(report, options);
    case 'github':
      return renderWorkflowCommands(report, options);
    default:
      return format satisfies never;
  }
}
