// The only user of pgsql-parser: SQL in, syntax trees with offsets in the file out. A statement that the parser
// refuses does not hide the others: each is parsed by itself, as the CLI sends it.

import { loadModule, parseSync } from 'pgsql-parser';
import { messageOf } from '../errors.ts';
import { afterLiteral } from './lexemes.ts';
import { firstWord, type Statement, splitStatements } from './split.ts';

type ParseResult = ReturnType<typeof parseSync>;
type RawStatement = NonNullable<ParseResult['stmts']>[number];

/** A tagged node of the syntax tree, `{ CreateStmt: {…} }`. */
export type Node = NonNullable<RawStatement['stmt']>;
type TagOf<T> = T extends T ? keyof T : never;
/** What stands under a tag: `NodeOf<'RangeVar'>`. */
export type NodeOf<Tag extends TagOf<Node>> = Extract<Node, Record<Tag, unknown>>[Tag];

export interface ParsedStatement {
  node: Node;
  /** Where its first word begins and its text ends in the file, in UTF-16 units. */
  start: number;
  end: number;
  /** The piece of the file that the parser saw; the tree's own locations are UTF-8 bytes in it. */
  source: Statement;
}

/** A statement that the parser does not accept. */
export interface RefusedStatement {
  message: string;
  /** What the parser points at, in UTF-16 units of the file. */
  offset: number;
  source: Statement;
}

export interface ParsedMigration {
  statements: ParsedStatement[];
  refused: RefusedStatement[];
}

/** Makes the parser ready, once. */
export const loadParser = (): Promise<void> => loadModule();

/** Parses every statement of a file. Never throws for bad SQL: what the parser refuses is in `refused`. */
export async function parseMigration(sql: string): Promise<ParsedMigration> {
  await loadParser();
  return parseStatements(sql);
}

/** The same, when the parser is loaded. */
export function parseStatements(sql: string): ParsedMigration {
  const parsed: ParsedMigration = { statements: [], refused: [] };
  for (const source of splitStatements(sql)) {
    const run = longRun(source.text);
    if (run !== undefined) {
      parsed.refused.push({ message: LONG_RUN, offset: source.start + run, source });
      continue;
    }
    try {
      for (const raw of parseSync(source.text).stmts ?? []) {
        if (raw.stmt) parsed.statements.push(located(raw, raw.stmt, source));
      }
    } catch (error) {
      const offset = source.start + unitsOfCodePoints(source.text, cursorOf(error));
      parsed.refused.push({ message: messageOf(error), offset, source });
    }
  }
  return parsed;
}

const LONG_RUN = 'a run of more than 1,000 characters that operators and comments are made of';
const RUN = /(?<![-+*/<>=~!@#%^&|`?])[-+*/<>=~!@#%^&|`?]{1001}/y;
const ANY_RUN = new RegExp(RUN, '');

/** Where such a run begins, outside of strings. PostgreSQL's own lexer takes the square of its length for it. */
function longRun(text: string): number | undefined {
  if (!ANY_RUN.test(text)) return undefined;
  for (let at = 0; at < text.length; ) {
    RUN.lastIndex = at;
    const isLineComment = text.startsWith('--', at);
    if (!isLineComment && RUN.test(text)) return at;
    at = Math.max(afterLiteral(text, at), at + 1);
  }
  return undefined;
}

/** The file offset of a location of a statement's tree; of its first word when there is none. */
export function offsetOf(statement: ParsedStatement, location: number | undefined): number {
  if (location === undefined || location < 0) return statement.start;
  return statement.source.start + unitsIn(statement.source)(location);
}

function located(raw: RawStatement, node: Node, source: Statement): ParsedStatement {
  const from = unitsOfBytes(source.text, raw.stmt_location ?? 0);
  const text = raw.stmt_len
    ? source.text.slice(from, from + unitsOfBytes(source.text.slice(from), raw.stmt_len))
    : source.text.slice(from);
  const start = source.start + from;
  return { node, start: start + firstWord(text), end: start + text.trimEnd().length, source };
}

/** Of a statement, where each character is that takes several bytes: bytes and units up to its end. */
const wideCharacters = new WeakMap<Statement, { bytes: number; units: number }[]>();

/** The same as `unitsOfBytes`, for who asks often of one statement. */
function unitsIn(source: Statement): (bytes: number) => number {
  const wide = wideCharacters.get(source) ?? wideIn(source.text);
  wideCharacters.set(source, wide);
  return (bytes) => {
    let low = 0;
    for (let high = wide.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((wide[middle]?.bytes ?? 0) <= bytes) low = middle + 1;
      else high = middle;
    }
    const before = wide[low - 1] ?? { bytes: 0, units: 0 };
    return Math.min(before.units + bytes - before.bytes, source.text.length);
  };
}

function wideIn(text: string): { bytes: number; units: number }[] {
  let more = 0;
  return Array.from(text.matchAll(/[^\0-\x7f]/gu), ({ 0: character, index }) => {
    more += Buffer.byteLength(character, 'utf8') - character.length;
    const units = index + character.length;
    return { bytes: units + more, units };
  });
}

/** How many UTF-16 units the first `bytes` UTF-8 bytes of a text take. */
function unitsOfBytes(text: string, bytes: number): number {
  let units = 0;
  for (let seen = 0; seen < bytes && units < text.length; ) {
    const point = text.codePointAt(units) ?? 0;
    seen += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    units += point < 0x10000 ? 1 : 2;
  }
  return units;
}

/** The parser counts its error's cursor in code points, unlike its locations. */
function unitsOfCodePoints(text: string, points: number): number {
  let units = 0;
  for (let seen = 0; seen < points && units < text.length; seen++) {
    units += (text.codePointAt(units) ?? 0) < 0x10000 ? 1 : 2;
  }
  return units;
}

function cursorOf(error: unknown): number {
  if (!(error instanceof Error && 'sqlDetails' in error)) return 0;
  const details = error.sqlDetails;
  const cursor =
    typeof details === 'object' && details !== null && 'cursorPosition' in details && details.cursorPosition;
  return typeof cursor === 'number' ? cursor : 0;
}
