// Reads TOML and, when something in it is to be pointed at, finds where a key stands: the parser keeps no places.

import { parse, TomlError } from 'smol-toml';
import { UsageError } from '../../errors.ts';
import type { SurfaceText } from '../../surface.ts';

export type Table = Record<string, unknown>;

export const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/**
 * @param path for errors
 * @param remedies for text that is not TOML, and for keys that are nested beyond all use
 * @throws UsageError that names the line
 */
export function parseToml(
  text: string,
  path: string,
  remedies: { notToml: SurfaceText; tooDeep: SurfaceText },
): Table {
  try {
    const table = parse(text);
    if (isDeeper(table, DEEPEST))
      throw new UsageError({
        message: `${path} nests keys more than ${DEEPEST} deep, which no setting does.`,
        remedy: remedies.tooDeep,
      });
    return table;
  } catch (cause) {
    if (!(cause instanceof TomlError)) throw cause;
    const reason = cause.message.split('\n')[0]?.replace('Invalid TOML document: ', '');
    throw new UsageError({
      message: `${path} is not TOML: line ${cause.line}, column ${cause.column}: ${reason}.`,
      remedy: remedies.notToml,
    });
  }
}

const DEEPEST = 100;

/** Without recursion, for which 20,000 keys in one another are too many. */
function isDeeper(table: object, most: number): boolean {
  let level: object[] = [table];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > most) return true;
    level = level.flatMap((one) =>
      Object.values(one).filter((value): value is object => typeof value === 'object' && value !== null),
    );
  }
  return false;
}

/** Where a comment or a text in quotes ends; any other character is for itself. */
function endOfToken(text: string, at: number): number {
  const first = text[at];
  if (first === '#') {
    const end = text.indexOf('\n', at);
    return end === -1 ? text.length : end;
  }
  if (first !== '"' && first !== "'") return at + 1;
  const isLong = text.startsWith(first.repeat(3), at);
  return endOfQuoted(text, at, isLong ? first.repeat(3) : first);
}

function endOfQuoted(text: string, at: number, quote: string): number {
  for (let end = at + quote.length; end < text.length; end += 1) {
    if (quote.startsWith('"') && text[end] === '\\') end += 1;
    else if (text.startsWith(quote, end)) {
      // A long text may end in two quotes of its own.
      const isMore = (more: number): boolean => quote.length === 3 && text[end + more] === quote[0];
      return end + (isMore(4) && isMore(3) ? 5 : isMore(3) ? 4 : quote.length);
    }
  }
  return text.length;
}

/** Where the statement begins that gives a key, line and column from 1; of text that `parseToml` took. */
export function placeInToml(text: string, key: readonly string[]): { line: number; column: number } {
  let header: string[] = [];
  for (const { statement, at } of statementsOf(text)) {
    const given = parse(statement);
    const isHeader = statement.startsWith('[');
    const path = isHeader ? [] : header;
    if (isHeader) header = pathTo(given);
    const inside = key.slice(path.length);
    if (path.every((part, index) => part === key[index]) && has(given, inside)) return placeAt(text, at);
  }
  return { line: 1, column: 1 };
}

/** The statements of a text, each a header or a key with its value, and where they begin. */
function statementsOf(text: string): { statement: string; at: number }[] {
  const statements: { statement: string; at: number }[] = [];
  let depth = 0;
  let from = 0;
  const end = (to: number): void => {
    const line = text.slice(from, to);
    const statement = line.trim();
    const at = from + line.length - line.trimStart().length;
    if (statement !== '' && !statement.startsWith('#')) statements.push({ statement, at });
    from = to;
  };
  for (let index = 0; index < text.length; index = endOfToken(text, index)) {
    const token = text[index];
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    else if (token === '\n' && depth === 0) end(index + 1);
  }
  end(text.length);
  return statements;
}

/** The one path of tables in a table. */
function pathTo(table: Table): string[] {
  const [[key, value] = []] = Object.entries(table);
  if (key === undefined) return [];
  const inner: unknown = Array.isArray(value) ? value[0] : value;
  return [key, ...(isTable(inner) ? pathTo(inner) : [])];
}

function has(value: unknown, [key, ...rest]: readonly string[]): boolean {
  if (key === undefined) return true;
  return isTable(value) && Object.hasOwn(value, key) && has(value[key], rest);
}

function placeAt(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
