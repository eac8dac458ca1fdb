// Whether a file still means what was recorded when it ran. The texts are compared first, then their words, and only
// what still differs is parsed: of 700 files, none is when nothing was edited.

import { locator } from '../locator.ts';
import { bodyOf } from './bodies.ts';
import { withPlainLineEnds } from './line-ends.ts';
import { type Node, parseMigration } from './parse.ts';
import { firstWord, splitStatements } from './split.ts';
import { wordsOf } from './words.ts';

/** The first statement that differs. A side that has no statement there is absent. */
export interface Difference {
  /** Of the file, with the place of its first word: line and column from 1. */
  expected?: { text: string; line: number; column: number };
  /** Of the record. */
  actual?: string;
}

interface Piece {
  text: string;
  /** Where the first word stands. */
  start: number;
  /** The words of the text, as one string. */
  words: string;
}

/**
 * Compares a file with the statements that were recorded of it; undefined when they mean the same. How statements
 * were cut, comments, white space, line ends, the case of keywords and needless quotes do not matter.
 */
export async function firstDifference(
  file: string,
  recorded: readonly string[],
): Promise<Difference | undefined> {
  // Git may have changed them, in strings and bodies too.
  const sql = withPlainLineEnds(file);
  const whole = splitStatements(sql);
  if (whole.length === recorded.length && whole.every(({ text }, index) => text === recorded[index]))
    return undefined;
  const expected = pieces(sql);
  const actual = pieces(withPlainLineEnds(joined(recorded)));
  for (let index = 0; index < Math.max(expected.length, actual.length); index++) {
    const [ours, theirs] = [expected[index], actual[index]];
    if (ours && theirs && (ours.words === theirs.words || (await isSame(ours, theirs)))) continue;
    return {
      ...(ours && { expected: { text: ours.text, ...locator(sql)(ours.start) } }),
      ...(theirs && { actual: theirs.text }),
    };
  }
  return undefined;
}

/** Recorded statements as one text. Each may end in a line comment. */
export const joined = (statements: readonly string[]): string => statements.join('\n;\n');

/** The words of all statements of a text: the same for two texts that differ in nothing but looks. */
export const statementWords = (sql: string): string =>
  pieces(withPlainLineEnds(sql))
    .map(({ words }) => words)
    .join('\0;\0');

/** The statements, those of comments alone left out. */
const pieces = (sql: string): Piece[] =>
  splitStatements(sql).flatMap(({ text, start }) => {
    const words = wordsOf(text);
    const at = firstWord(text);
    return words.length === 0 ? [] : [{ text: text.slice(at), start: start + at, words: words.join('\0') }];
  });

const isSame = async (a: Piece, b: Piece): Promise<boolean> => (await meaning(a)) === (await meaning(b));

/** The syntax trees; of a text that the parser refuses, its words. */
async function meaning({ text, words }: Piece): Promise<string> {
  const { statements, refused } = await parseMigration(text);
  return refused.length > 0 ? words : statements.map(({ node }) => treeOf(node)).join('\0');
}

/** Languages whose white space and comments say nothing. */
const FREE_LANGUAGES = new Set(['sql', 'plpgsql']);

/** A tree without places. Of a body in quotes, its words. */
function treeOf(node: Node): string {
  const body = bodyOf(node);
  if (!body || !FREE_LANGUAGES.has(body.language)) return JSON.stringify(node, withoutPlaces);
  const all = wordsOf(body.text);
  const words = all.slice(0, all.findLastIndex((word) => word !== ';') + 1).join('\0');
  return JSON.stringify(node, (key, value) => (value === body.text ? words : withoutPlaces(key, value)));
}

/** Fields that tell where in the text a node stands. `location` may also be a folder, as text. */
const PLACES = /location$|^(?:stmt_len|(?:rexpr_)?list_(?:start|end))$/;

const withoutPlaces = (key: string, value: unknown): unknown =>
  typeof value === 'number' && PLACES.test(key) ? undefined : value;
