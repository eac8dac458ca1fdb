// The statement behind an event of a trace, as a tree: the one of the file, or what a block of the file ran.

import type { Location } from '../../findings/finding.ts';
import { locator } from '../../locator.ts';
import { bodyOf, offsetInFile } from '../bodies.ts';
import { afterComments } from '../lexemes.ts';
import type { MigrationSource } from '../migration.ts';
import { type ParsedStatement, parseStatements } from '../parse.ts';
import { splitStatements } from '../split.ts';
import type { Trace, TraceEvent } from './trace.ts';

export interface Behind {
  file: string;
  /** Line and column of an offset in the file. */
  locate: ReturnType<typeof locator>;
  /** Absent where the parser refuses it. */
  statement?: ParsedStatement;
  /** Where the text that was parsed begins in the file; undefined when it stands nowhere as it ran. */
  base?: number;
  /** Where it is in the file, when no part of it is looked for: in UTF-16 units. */
  start: number;
  /** Where the statement of the file ends. */
  end: number;
}

/** The statements behind the events of a trace, by their places in it: each is looked for once, and its file split once. */
export function statementsOf(
  { events }: Trace,
  migrations: readonly MigrationSource[],
): (event: number) => Behind | undefined {
  const files = new Map(migrations.map((one) => [one.file, one]));
  const read = new Map<string, ReadFile>();
  const readOf = ({ file, sql }: MigrationSource): ReadFile => {
    const known = read.get(file) ?? {
      texts: new Map(splitStatements(sql).map(({ start, text }) => [start, text])),
      locate: locator(sql),
    };
    read.set(file, known);
    return known;
  };
  const found = new Map<number, Behind>();
  return (at) => {
    const event = events[at];
    const file = event && files.get(event.file);
    if (!event || !file) return undefined;
    const one = found.get(at) ?? behind(event, readOf(file));
    found.set(at, one);
    return one;
  };
}

/** A file, with its statements by their places. */
interface ReadFile {
  texts: ReadonlyMap<number, string>;
  locate: Behind['locate'];
}

/** What of a statement ran. */
function behind({ file, offset, context }: TraceEvent, { texts, locate }: ReadFile): Behind {
  const text = texts.get(offset) ?? '';
  const whole = { file, locate, start: offset + afterComments(text), end: offset + text.length };
  const [statement] = parseStatements(text).statements;
  if (!statement) return whole;
  return {
    ...whole,
    ...(context === ''
      ? { statement, base: offset, start: offset + statement.start }
      : ranInside(statement, offset, context)),
    end: offset + statement.end,
  };
}

const FRAME = /(?:^|\n)PL\/pgSQL function inline_code_block line (\d+) at [^\n]*$/;
const INNER = /^SQL statement "([\s\S]*?)"(?:\nSQL statement "|\nPL\/pgSQL function |\nSQL function |$)/;

/** What a block or a function ran, and where: as the block has it, else at the line that ran it, else at the call. */
function ranInside(
  outer: ParsedStatement,
  offset: number,
  context: string,
): Pick<Behind, 'statement' | 'base' | 'start'> {
  const [, inner = ''] = INNER.exec(context) ?? [];
  const [ran] = inner === '' ? [] : parseStatements(inner).statements;
  const body = bodyOf(outer.node);
  const frame = FRAME.exec(context);
  const start = body && offsetInFile(outer, body.text);
  const known = ran && { statement: ran };
  if (!body || !frame || start === undefined) return { ...known, start: offset + outer.start };
  const line = lineStart(body.text, Number(frame[1]));
  const written = inner === '' ? -1 : body.text.indexOf(inner, line);
  if (written === -1)
    return { ...known, start: offset + start + line + afterComments(body.text.slice(line)) };
  const base = offset + start + written;
  return { ...known, base, start: base + (ran?.start ?? 0) };
}

function lineStart(text: string, line: number): number {
  let at = 0;
  for (let number = 1; number < line; number++) at = text.indexOf('\n', at) + 1;
  return at;
}

/** A place in the file of a statement, and the line on which the statement ends. */
export function locationOf(
  { file, locate, end }: Pick<Behind, 'file' | 'locate' | 'end'>,
  start: number,
): { location: Location; endLine: number } {
  return { location: { file, ...locate(start) }, endLine: locate(Math.max(end - 1, start)).line };
}
