// What only an audit has to say to a terminal: counts and coverage, what a base schema must hold, the SQL that it suggests.

import { visible } from '../../findings/visible.ts';
import type { Report } from '../report.ts';
import { counted, placeOf } from '../sentences.ts';
import { auditFacts, byKindRows, suggestedLines } from '../verdicts.ts';
import { INDENT, type Page, prose } from './page.ts';
import { clipped, displayWidth, padded, truncated, wrapped } from './terminal.ts';

const MOST_REQUIRED = 40;
const MOST_SQL_LINES = 40;
const LONGEST_OBJECT = 48;

/** Coverage and history, a line each, and how many objects each source has. */
export function standing(page: Page, report: Report): string[] {
  const { colours, width } = page;
  const facts = auditFacts(report).flatMap((fact) => wrapped(`${fact}.`, width - INDENT.length));
  const rows = byKindRows(report.inventory);
  const cells = [['', 'Live', 'Git', 'Types'], ...rows.map((row) => row.map(String))];
  const table = cells.map(([kind = '', ...counts], index) => {
    const line = `${INDENT}${padded(kind, 'Functions'.length)}${counts.map((count) => count.padStart(8)).join('')}`;
    return index === 0 ? colours.dim(line) : line;
  });
  return [...facts.map((line) => INDENT + prose(page, line)), ...(rows.length > 0 ? ['', ...table] : [])];
}

/** What migrations use and none creates, with how often and where first. */
export function baseSchemaOf(page: Page, { baseSchema }: Report): string[] {
  if (baseSchema === undefined) return [];
  const { colours, width } = page;
  const shown = baseSchema.required.slice(0, MOST_REQUIRED);
  const more = baseSchema.required.length - shown.length;
  const room = Math.min(LONGEST_OBJECT, Math.max(0, ...shown.map(({ id }) => displayWidth(visible(id)))));
  return [
    colours.bold('What a base-schema migration must hold'),
    ...wrapped(visible(baseSchema.reason), width - INDENT.length).map((line) => INDENT + prose(page, line)),
    ...shown.map(({ id, references, location }) => {
      const object = colours.bold(padded(truncated(visible(id), room), room));
      return `${INDENT}- ${object}  ${counted(references, 'use')}, first at ${colours.cyan(placeOf(location))}`;
    }),
    ...(more > 0 ? [colours.dim(`${INDENT}… ${more} more, all in the JSON report`)] : []),
  ];
}

/** The statements that would bring the migrations to the live state. */
export function suggestionOf({ colours }: Page, report: Report): string[] {
  const lines = suggestedLines(report);
  if (lines.length === 0) return [];
  const shown = lines.slice(0, MOST_SQL_LINES);
  const more = lines.length - shown.length;
  return [
    colours.bold('SQL that would bring the migrations to the live state, to be read before it is used'),
    ...shown.map((line) => `${INDENT}${clipped(line)}`.trimEnd()),
    ...(more > 0 ? [colours.dim(`${INDENT}… ${more} more lines, all in the JSON report`)] : []),
  ];
}
