// The report as workflow commands, for a step of GitHub Actions that runs the command line itself: what is written to
// standard output so becomes annotations (docs.github.com/actions/reference/workflow-commands-for-github-actions).

import { type Annotation, annotationsOf } from './annotations.ts';
import { verdictOf } from './headline.ts';
import { type InRepository, prefixOf } from './places.ts';
import type { Report } from './report.ts';

/** The verdict for the log, then a command for each annotation. */
export function renderWorkflowCommands(
  report: Report,
  { prefix = prefixOf(report) }: InRepository = {},
): string {
  const { status, because } = verdictOf(report);
  // The runner takes `##[name]` for a command wherever it stands in a line.
  const verdict = `${status}: ${because.join(' ')}`.replaceAll('##[', '# #[');
  return [verdict, ...annotationsOf(report, prefix).map(commandOf)].map((line) => `${line}\n`).join('');
}

function commandOf({ level, message, title, file, line, column }: Annotation): string {
  const properties = Object.entries({ title, file, line, col: column }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${escaped(`${value}`, /[%\r\n:,]/g)}`],
  );
  return `::${level} ${properties.join(',')}::${escaped(message, /[%\r\n]/g)}`;
}

/** As the runner decodes it (src/Runner.Common/ActionCommand.cs in actions/runner). */
const escaped = (text: string, special: RegExp): string =>
  text.replace(
    special,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
